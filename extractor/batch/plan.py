"""Inputs to shards: an archive, JSON Lines or Parquet file is one; single documents go together in groups."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from extractor.batch import places
from extractor.batch.options import FILES, Shard, Source
from extractor.errors import InputError
from extractor.files import READABLE, Known, Row, manifest

ENDINGS = {
    ".warc": "warc", ".warc.gz": "warc", ".wacz": "warc", ".parquet": "parquet",
    ".jsonl": "jsonl", ".jsonl.gz": "jsonl", ".ndjson": "jsonl", ".ndjson.gz": "jsonl",
}  # fmt: skip
GROUP = 500


def kind_of(name: str) -> str | None:
    """warc, jsonl, parquet, files, or None for what is no input."""
    lower = name.lower()
    for ending, kind in ENDINGS.items():
        if lower.endswith(ending):
            return kind
    return FILES if Path(lower).suffix in READABLE else None


def sources(inputs: Sequence[str]) -> list[Source]:
    """What there is to read in the inputs, in a fixed order, each once."""
    return list(dict.fromkeys(source for place in inputs for source in _sources(place)))


def shards(inputs: Sequence[str]) -> list[Shard]:
    """The shards of the inputs in a fixed order."""
    return divide(sources(inputs))


def divide(found: Sequence[Source], read_before: frozenset[Source] = frozenset()) -> list[Shard]:
    """The shards of these sources in their order; single documents read before are left out."""
    whole = [_whole(source) for source in found if kind_of(source.url) != FILES]
    single = [source for source in found if kind_of(source.url) == FILES and source not in read_before]
    return whole + list(_groups(single))


def _sources(place: str) -> Iterator[Source]:
    files = places.walk(place)
    given = len(files) == 1 and kind_of(files[0][0]) is None
    if given:
        raise InputError(f"{place} is of no kind that is read", f"give {', '.join(sorted({*ENDINGS, *READABLE}))}")
    known = _known(place) if not places.is_remote(place) else {}
    for url, size in files:
        if kind_of(url) is not None:
            yield Source(url, size, known.get(url, ()))


def _known(place: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """What a local folder's manifest.csv says of its files, by path."""
    folder = Path(place) if Path(place).is_dir() else Path(place).parent
    return {str(folder / name): _facts(row) for name, (_, row) in manifest(folder / "manifest.csv").items()}


def _facts(row: Row) -> tuple[tuple[str, str], ...]:
    fields = ((name, row.get(name)) for name in Known.__dataclass_fields__)
    return tuple((name, value) for name, value in fields if value)


def _whole(source: Source) -> Shard:
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", source.url.rsplit("/", 1)[-1])[:80].strip("-.") or "input"
    return Shard(f"{stem}-{_short([source.url])}", kind_of(source.url) or "", (source,))


def _groups(single: Iterable[Source]) -> Iterator[Shard]:
    rest = iter(single)
    while group := tuple(islice(rest, GROUP)):
        yield Shard(f"{FILES}-{_short([f'{source.url} {source.size}' for source in group])}", FILES, group)


def _short(words: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]
