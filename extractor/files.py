"""Local files that hold articles, with what is known of each from outside: the command line and manifest.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extractor.errors import DoichieuError, InputError
from extractor.rules import patterns

READABLE = {".txt", ".html", ".htm", ".pdf", ".docx"}
ARCHIVES = (".warc", ".warc.gz", ".wacz")
MANIFEST = "manifest.csv"
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a source from outside the text; None where nothing is. A date may be partial: 2025-10, 2025."""

    url: str | None = None
    published: str | None = None
    language: str | None = None
    publisher: str | None = None

    def __post_init__(self) -> None:
        if self.published and not is_partial_date(self.published):
            raise InputError(f"{self.published!r} is no date", "write 2025-10-15, 2025-10 or 2025")
        if self.language:
            patterns().require(self.language)


def is_partial_date(text: str) -> bool:
    """Whether the text is an ISO 8601 day, month or year that exists."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read, what is known of it, and why it cannot be used if so."""

    path: Path
    known: Known = field(default_factory=Known)
    fault: str = ""


def is_archive(path: Path) -> bool:
    """Whether the name is that of a web archive."""
    return path.name.endswith(ARCHIVES)


def is_batch(path: Path) -> bool:
    """Whether a folder holds what `doichieu batch` wrote."""
    return path.is_dir() and any(path.glob("*.parquet"))


def found(paths: Iterable[Path], known: Known) -> Iterator[File]:
    """Every readable file under the paths in a fixed order; InputError where a path is not there."""
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path, known)
        elif path.is_file():
            yield _file(path, known, manifest(path.parent / MANIFEST).get(path.name))
        elif re.match(r"https?:/", str(path)):
            raise InputError(f"{str(path).replace(':/', '://', 1)} is a URL", "fetch it with doichieu crawl")
        else:
            raise InputError(f"{path} does not exist", "give a file or a folder that is there")


def _in_folder(folder: Path, known: Known) -> Iterator[File]:
    listed = dict(manifest(folder / MANIFEST))
    files = (path for path in folder.rglob("*") if path.is_file())
    for path in sorted(path for path in files if path.suffix.lower() in READABLE or is_archive(path)):
        yield _file(path, known, listed.pop(path.relative_to(folder).as_posix(), None))
    for name, (line, _) in listed.items():
        if not (folder / name).is_file():
            yield File(folder / name, fault=f"{MANIFEST} line {line} names it, but it is not there")


def _file(path: Path, given: Known, listed: tuple[int, Row] | None) -> File:
    """The file with what the command line gives, which wins, and what the manifest says."""
    line, row = listed or (0, {})
    try:
        return File(
            path, Known(*(getattr(given, name) or row.get(name) or None for name in Known.__dataclass_fields__))
        )
    except DoichieuError as error:
        return File(path, fault=f"{MANIFEST} line {line}: {error}")


def manifest(path: Path) -> Mapping[str, tuple[int, Row]]:
    """A folder's manifest.csv (path,url,published,language,publisher): line and row by path; empty without one."""
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            rows = [(reader.line_num, row) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} is no CSV file", f"save it as UTF-8 CSV ({error})") from error
    if rows and "path" not in rows[0][1]:
        raise InputError(f"{path} has no column path", "start it with path,url,published,language,publisher")
    return {row["path"]: (line, row) for line, row in rows}
