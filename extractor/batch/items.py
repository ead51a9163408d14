"""What a shard holds, one document at a time: captures of an archive, lines of text, rows of a table, files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from extractor.batch.options import Shard, Source
from extractor.errors import InputError, ParseError
from extractor.records import Page
from extractor.signs import encodable

LONGEST_LINE = 64_000_000
_TEXTS = ("text", "content")
_MARKUPS = ("html", "body")
_FACTS = {
    "id": ("id",), "url": ("url",), "published": ("published", "date"), "language": ("language", "lang"),
    "publisher": ("publisher",),
}  # fmt: skip
Wanted = Callable[[str | None], bool]


@dataclass(frozen=True, slots=True)
class Item:
    """One document: page, text, bytes of markup, file, or the reason why it cannot be had; `name` is for messages."""

    name: str
    url: str | None = None
    page: Page | None = None
    text: str | None = None
    body: bytes | None = None
    path: Path | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None


def items(shard: Shard, local: Mapping[str, Path], wanted: Wanted) -> Iterator[Item | None]:
    """The shard's documents in order; None in place of each one on a host that is not wanted."""
    for source in shard.sources:
        try:
            yield from READERS[shard.kind](source, local[source.url], wanted)
        except (ParseError, InputError) as error:
            yield Item(source.url, reason=str(error))


def _captures(source: Source, path: Path, wanted: Wanted) -> Iterator[Item | None]:
    from extractor.crawl.read import captures

    told: list[str] = []
    passed = 0

    def chosen(url: str) -> bool:
        nonlocal passed
        kept = wanted(url)
        passed += not kept
        return kept

    for page in captures(path, told.append, chosen):
        yield from _so_far(source, told, passed)
        passed = 0
        yield Item(page.url, page.url, page=page)
    yield from _so_far(source, told, passed)


def _so_far(source: Source, told: list[str], passed: int) -> Iterator[Item | None]:
    """What was left out since the last page: records that cannot be read, and pages of other hosts."""
    yield from (Item(source.url, reason=reason) for reason in told)
    told.clear()
    yield from (None for _ in range(passed))


def _lines(source: Source, path: Path, wanted: Wanted) -> Iterator[Item | None]:
    try:
        with gzip.open(path) if path.name.endswith(".gz") else path.open("rb") as stream:
            number = 0
            while line := stream.readline(LONGEST_LINE):
                number += 1
                if line.strip():
                    yield _line(line, f"{source.url}, line {number}", wanted)
    except (OSError, EOFError, gzip.zlib.error) as error:  # type: ignore[attr-defined]
        yield Item(source.url, reason=f"{source.url} is cut off or damaged ({error}): fetch or copy it again")


def _line(line: bytes, name: str, wanted: Wanted) -> Item | None:
    if len(line) >= LONGEST_LINE:
        return Item(name, reason=f"{name} has over {LONGEST_LINE:,} bytes: split the text")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        return Item(name, reason=f'{name} is no JSON object: write {{"text": ..., "url": ...}}')
    return _row(row, name, wanted)


def _row(row: Mapping[str, Any], name: str, wanted: Wanted) -> Item | None:
    """A document from named fields; unknown fields are no business of ours."""
    url = row.get("url")
    if url is not None and not isinstance(url, str):
        return Item(name, reason=f"{name} has a url that is no text: put it in quotes")
    if not wanted(url):
        return None
    facts = {key: text for key, names in _FACTS.items() if (text := _first(row, names))}
    texts = [value for key in _TEXTS if isinstance(value := row.get(key), str)]
    if texts:
        return Item(name, url, text=encodable(texts[0]), facts=facts)
    markup = next((row[key] for key in _MARKUPS if isinstance(row.get(key), str | bytes)), None)
    if markup is None:
        return Item(name, url, reason=f"{name} has no text: name the field text, or html")
    return Item(name, url, body=markup if isinstance(markup, bytes) else markup.encode("utf-8", "replace"), facts=facts)


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of the fields that says something; dates and numbers as ISO 8601 or digits."""
    for name in names:
        value = row.get(name)
        if isinstance(value, date):
            return value.isoformat()[:10]
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return encodable(str(value))
    return ""


def _rows(source: Source, path: Path, wanted: Wanted) -> Iterator[Item | None]:
    from extractor.batch.table import parquet_rows

    names = [*_TEXTS, *_MARKUPS, *(name for known in _FACTS.values() for name in known)]
    for number, row in enumerate(parquet_rows(path, names, source.url), start=1):
        name = f"{source.url}, row {number}"
        if row is None:
            yield Item(name, reason=f"{name} holds bytes that are no text, or no possible day: write it again")
        else:
            yield _row(row, name, wanted)


def _file(source: Source, path: Path, wanted: Wanted) -> Iterator[Item | None]:
    facts = dict(source.facts)
    url = facts.get("url")
    yield Item(source.url, url, path=path, facts=facts) if wanted(url) else None


READERS: Mapping[str, Callable[[Source, Path, Wanted], Iterator[Item | None]]] = {
    "warc": _captures,
    "jsonl": _lines,
    "parquet": _rows,
    "files": _file,
}
