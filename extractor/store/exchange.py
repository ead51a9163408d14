"""Brings decisions in from a file, and joins another database of the team into this one."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from extractor.errors import InputError
from extractor.store import decisions, reader, writer
from extractor.store.export import DECISIONS

if TYPE_CHECKING:
    from extractor.store import Store

_TEXT = ("uid", "target", "verdict", "reviewer", "at")
_FIELDS = frozenset({"uid", "target", "article_id", "text_sha256", "finding_key", "surface", "before", "after",
    "occurrence", "verdict", "judged", "corrected", "reviewer", "at", "note", "undoes"})  # fmt: skip
_LARGEST_LINE = 1_000_000


def import_decisions(store: Store, path: Path) -> dict[str, int]:
    """Adds the decisions of an exported decisions.jsonl that are not here yet and places them by their anchors.

    Counts: known, without their article here, and by state. InputError with the line where one cannot be read;
    then none is added.
    """
    rows = list(_lines(path))
    with store.writing() as db:
        return dict(Counter(_take(db, row, f"{path} line {line}") for line, row in rows))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, _object(line, f"{path} line {number}")
    except OSError as error:
        raise InputError(f"{path} cannot be read", error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no text", "give a decisions.jsonl that `doichieu export` wrote") from error


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line) if len(line) <= _LARGEST_LINE else None
        if isinstance(row, dict) and all(isinstance(row.get(name), str) for name in _TEXT):
            row["judged"], row["corrected"] = (_dict(row.get(name)) for name in ("judged", "corrected"))
            # Half a surrogate pair is a ValueError too: JSON can spell what no database holds.
            json.dumps(row, ensure_ascii=False).encode()
            return row
    except (ValueError, RecursionError):
        row = None
    raise InputError(f"{where} is no decision", "give a decisions.jsonl that `doichieu export` wrote")


def _dict(value: object) -> str:
    """JSON of an object; ValueError for anything else."""
    found = json.loads(value) if isinstance(value, str) else value
    if not isinstance(found, dict):
        raise ValueError("no object")
    return json.dumps(found, ensure_ascii=False)


def _take(db: Database, row: Mapping[str, Any], where: str) -> str:
    if db.execute("SELECT 1 FROM decision WHERE uid = ?", [row["uid"]]).fetchone():
        return "known"
    article = row.get("article_id")
    if article is not None and not db.execute("SELECT 1 FROM article WHERE id = ?", [article]).fetchone():
        return "without their article here"
    query = "SELECT id FROM version WHERE article_id = ? AND text_sha256 = ?"
    version = db.execute(query, [article, row.get("text_sha256")]).fetchone()
    known = {name: row.get(name) for name in decisions.COLUMNS if name in _FIELDS}
    known |= {"note": row.get("note") or "", "version_id": version[0] if version else None, "claim_id": None}
    try:
        identity = decisions.insert(db, known)
    except (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError, OverflowError) as error:
        raise InputError(f"{where} is no decision", str(error)) from error
    return decisions.settle(db, identity)


def merge(store: Store, path: Path, run: int) -> dict[str, int]:
    """Takes over what another database has and this one lacks: texts with their claims, decisions, reference values.

    Counts by what became of each. Findings are made again by `check`. StoreError where the path is no database.
    """
    from extractor.store import open_database

    if path.exists() and store.path.exists() and path.samefile(store.path):
        raise InputError(f"{path} is this very database", "give the other one")
    counts: Counter[str] = Counter()
    with open_database(path, create=False) as other:
        for version_id in [row[0] for row in other.db.execute("SELECT id FROM version ORDER BY id")]:
            counts[_merge_version(store, other, version_id, run)] += 1
        with store.writing() as db:
            for row in reader.rows(other.db, DECISIONS):
                counts[f"decisions {_take(db, row, str(path))}"] += 1
            counts["references"] += _merge_references(db, other.db, run)
    return dict(counts)


def _merge_version(store: Store, other: Store, version_id: int, run: int) -> str:
    """Saves one text with the claims that were alive in it, unless this database has the text already."""
    article = reader.version(other.db, version_id)
    query = "SELECT 1 FROM version WHERE article_id = ? AND text_sha256 = ?"
    if store.db.execute(query, [article.id, article.text_sha256]).fetchone():
        return "texts known"
    claims = list(reader.version_claims(other.db, version_id))
    seen_at = other.db.execute(
        "SELECT coalesce(version.seen_at, run.started_at) FROM version LEFT JOIN run ON run.id = version.created_run "
        "WHERE version.id = ?",
        [version_id],
    ).fetchone()[0]
    saving = writer.Saving(store.db, store.known, run, article, seen_at=seen_at)
    with store.saving():
        return f"articles {writer.save(saving, claims)}"


def _merge_references(db: Database, other: Database, run: int) -> int:
    from extractor.store import references

    counts = Counter(references.save(db, reference, run) for reference in list(references.values(other)))
    return counts["new"] + counts["changed"]
