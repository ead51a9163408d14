"""A batch folder into the database: many articles a transaction; works, copies and summaries are made on the way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from extractor.batch import table
from extractor.errors import InputError
from extractor.pipeline import Outcome
from extractor.records import Article, Block, Claim, Page
from extractor.store import Store, codec, fetches, writer

# Few enough that another writer waits for seconds only, many enough that the end of a transaction costs nothing.
TOGETHER = 500
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
        rows = table.article_rows(file)
        while group := list(islice(rows, TOGETHER)):
            yield from _save(store, group, run)


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


def _save(store: Store, rows: Iterable[Row], run: int) -> list[Outcome]:
    """One transaction: all of these rows are stored, or none."""
    with store.saving() as db:
        outcomes = []
        for row in rows:
            if row["reason"] is None:
                saving = writer.Saving(db, store.known, run, article(row), seen_at=row["fetched_at"])
                outcomes.append(Outcome(row["url"] or row["name"], writer.save(saving, claims(row))))
            else:
                _save_failure(store, row, run)
                outcomes.append(Outcome(row["name"], "failed", row["reason"]))
    return outcomes


def _save_failure(store: Store, row: Row, run: int) -> None:
    """Keeps the reason of a page that was fetched, or of an input that could not be read."""
    if row["url"] and row["sha256"] and row["fetched_at"]:
        page = Page(row["url"], row["url"], 200, (), b"", row["fetched_at"], "", row["sha256"])
        fetches.record_page(store.db, page, run, row["reason"])
    else:
        fetches.record_failure(store.db, row["url"] or row["name"], row["reason"], run)


def article(row: Mapping[str, Any]) -> Article:
    """The article of a row."""
    return Article(
        id=row["article_id"],
        **{name: row[name] for name in _ARTICLE},
        notes=tuple(row["notes"] or ()),
        blocks=tuple(_block(block) for block in row["blocks"] or ()),
    )


def _block(block: Mapping[str, Any]) -> Block:
    box = block["box"]
    return Block(
        block["kind"],
        block["start"],
        block["stop"],
        block["language"],
        tuple((start, stop) for start, stop in block["heads"] or ()),
        block["page"],
        (box[0], box[1], box[2], box[3]) if box else None,
    )


def claims(row: Mapping[str, Any]) -> list[Claim]:
    """The claims of a row as batch found them."""
    return [_claim(claim) for claim in row["claims"] or ()]


def _claim(claim: Row) -> Claim:
    claim["spans"] = json.dumps(claim["mentions"])
    claim["group_number"] = claim["group_id"]
    claim["id"] = claim["article_id"] = None
    return codec.row_claim(claim)
