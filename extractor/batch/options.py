"""What a batch run is asked to do, what a shard is, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractor.errors import DoichieuError

COUNTS = ("articles", "figures", "claims", "other_host", "other_language", "no_article", "failed")
FILES = "files"


class ExtraError(DoichieuError):
    """A package of the extra `batch` is not installed."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input: path or URL, size in bytes, and what a manifest.csv says of it (url, published, ...)."""

    url: str
    size: int
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shard:
    """The work of one output file: `kind` is warc, jsonl, parquet, or files for a group of single documents."""

    name: str
    kind: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How to read: hosts (None for every one), languages (empty for every one), limits a page, and the rules.

    seconds and megabytes are what one page may take; patterns is the rules' folder, None for the package's own.
    """

    output: str
    hosts: frozenset[str] | None = None
    languages: tuple[str, ...] = ()
    seconds: float = 30.0
    megabytes: int = 1000
    workers: int = 1
    scheduler: str | None = None
    again: bool = False
    patterns: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """One finished shard: its file, its manifest entry (inputs, counts, size, sha256), seconds, (name, reason) pairs.

    The entry holds nothing that differs from run to run.
    """

    file: str
    entry: dict[str, Any]
    seconds: float = 0.0
    failures: tuple[tuple[str, str], ...] = ()
