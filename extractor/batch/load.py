"""A batch folder into the database: many articles a transaction; works, copies and summaries are made on the way."""

from __future__ import annotations

import gc
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.batch import table
from extractor.errors import InputError
from extractor.pipeline import Outcome
from extractor.records import Article, Block, Page
from extractor.store import Store, codec, fetches, near
from extractor.store.bulk import Bulk, Ready

# Few enough that another writer waits a moment only, many enough that the end of a transaction costs nothing.
TOGETHER = 500
CLAIMS_TOGETHER = 10_000
_ARTICLE = ("url", "title", "published", "language", "publisher", "original_url", "text", "text_sha256", "parser")
Row = dict[str, Any]


def is_batch(folder: Path) -> bool:
    """Whether batch wrote this folder."""
    return folder.is_dir() and (folder / "manifest.json").is_file() and any(folder.glob("*.parquet"))


def load(store: Store, folder: Path, run: int) -> Iterator[Outcome]:
    """Stores every row of a batch folder; InputError where its files are not those of its manifest.

    A file that another version of the rules made is read as well: what it holds is kept under this run.
    """
    for file in files(folder):
        groups = _groups(table.documents(file))
        while done := _next(store, file, groups, run):
            yield from done


def _next(store: Store, file: Path, groups: Iterator[list[Row]], run: int) -> list[Outcome]:
    """What became of the file's next rows that are stored together; empty where none are left."""
    with _uncollected():
        group = next(groups, [])
        _require_sound(file, group)
        try:
            return _save(store, group, run) if group else []
        except sqlite3.IntegrityError as error:
            said = " ".join(str(error).split())
            raise InputError(f"{file} holds what no database may ({said})", "run `doichieu batch` again") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """No look for cycles, which would take a seventh of the time: rows have none, and those of a group are few."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows that are stored together."""
    group: list[Row] = []
    claims = 0
    for row in rows:
        group.append(row)
        claims += len(row["claims"])
        if len(group) >= TOGETHER or claims >= CLAIMS_TOGETHER:
            yield group
            group, claims = [], 0
    if group:
        yield group


def files(folder: Path) -> list[Path]:
    """The folder's Parquet files, each with the bytes that its manifest tells of."""
    try:
        told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder} has no manifest.json that can be read", "run `doichieu batch` again") from error
    found = sorted(folder.glob("*.parquet"))
    for file in found:
        if told.get(file.name, {}).get("sha256") != sha256(file):
            raise InputError(
                f"{file} is not what the manifest tells of", "run `doichieu batch` again, or copy it again"
            )
    if missing := sorted(set(told) - {file.name for file in found}):
        raise InputError(f"{folder} lacks {missing[0]}", "copy the folder again, or run `doichieu batch` again")
    return found


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _save(store: Store, rows: Sequence[Row], run: int) -> list[Outcome]:
    """One transaction: all of these rows are stored, or none."""
    with store.saving() as db:
        read = [_ready(row) for row in rows if row["reason"] is None]
        results = iter(Bulk(db, store.known, run).save(read))
        return [_outcome(store, row, run, results) for row in rows]


def _outcome(store: Store, row: Row, run: int, results: Iterator[str]) -> Outcome:
    if row["reason"] is None:
        return Outcome(row["url"] or row["name"], next(results))
    _save_failure(store, row, run)
    return Outcome(row["name"], "failed", row["reason"])


def _save_failure(store: Store, row: Row, run: int) -> None:
    """Keeps the reason of a page that was fetched, or of an input that could not be read."""
    if row["url"] and row["sha256"] and row["fetched_at"]:
        page = Page(row["url"], row["url"], 200, (), b"", row["fetched_at"], "", row["sha256"])
        fetches.record_page(store.db, page, run, row["reason"])
    else:
        fetches.record_failure(store.db, row["url"] or row["name"], row["reason"], run)


def _ready(row: Row) -> Ready:
    return Ready(article(row), row["claims"], row["fetched_at"], row["near_keys"])


def article(row: Mapping[str, Any]) -> Article:
    """The article of a row."""
    return Article(
        id=row["article_id"],
        **{name: row[name] for name in _ARTICLE},
        notes=tuple(row["notes"] or ()),
        blocks=tuple(_block(*block) for block in row["blocks"]),
    )


def _block(kind: str, start: int, stop: int, language: str | None, *more: Any) -> Block:
    heads, page, box = more
    return Block(kind, start, stop, language, tuple(map(tuple, heads or ())), page, tuple(box) if box else None)


def _require_sound(file: Path, rows: Sequence[Row]) -> None:
    """InputError where a text or claim is none that batch writes: the rows may come from strangers."""
    claims = [claim for row in rows for claim, _ in row["claims"]]
    if not (all(map(_is_sound, rows)) and codec.are_sound(claims)):
        raise InputError(f"{file} holds texts or claims that batch did not write", "run `doichieu batch` again")


def _is_sound(row: Row) -> bool:
    """Whether the text is the one that was hashed, and its claims stand where they say."""
    text = row["text"] or ""
    hashed = row["reason"] is not None or hashlib.sha256(text.encode()).hexdigest() == row["text_sha256"]
    sound = hashed and near.are_keys(row["near_keys"] or ())
    return sound and all(text[claim[0] : claim[1]] == claim[2] for claim, _ in row["claims"])
