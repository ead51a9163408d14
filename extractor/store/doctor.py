"""Looks a database over and mends what can be mended without guessing; says what it saw and did."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from extractor.rules import patterns
from extractor.store import migrations, search, summaries, views

if TYPE_CHECKING:
    from extractor.store import Store

# A claim was read last by the run that made it, or by a later one that read every text or archived page to its end.
_READ_BY = """
WITH again (reextract, reparse) AS (
    SELECT max(CASE command WHEN 'reextract' THEN id END), max(CASE command WHEN 'reparse' THEN id END)
    FROM run WHERE finished_at IS NOT NULL AND coalesce(json_extract(counts, '$.failed'), 0) = 0
), archived AS (SELECT DISTINCT url FROM frontier_capture WHERE status = 200)
SELECT count(*), min(run.id)
FROM again, claim
JOIN version ON version.id = claim.version_id
JOIN article ON article.id = version.article_id
JOIN run ON run.id = max(claim.created_run, coalesce(again.reextract, 0),
    CASE WHEN article.url IN (SELECT url FROM archived) THEN coalesce(again.reparse, 0) ELSE 0 END)
WHERE claim.current = 1 AND run.patterns_digest <> ?
"""


@dataclass(frozen=True, slots=True)
class Check:
    """One look: its name, whether all is well, what was seen, and what was mended if anything was."""

    name: str
    ok: bool
    seen: str
    mended: str = ""


def examine(store: Store, *, archive: Path | None = None, mend: bool = False) -> Iterator[Check]:
    """Every check in turn; with `mend`, what is derived from other rows is made anew where it is wrong.

    archive: the folder of the WARC files, else the one named after the database.
    """
    if damage := _damage(store):
        yield Check("file", False, f"damaged: {damage}; save what is left with `sqlite3 FILE .recover`")
        return
    yield Check("file", True, "SQLite finds no damage")
    for look in (_foreign_keys, _schema, _texts, _spans, _rules):
        yield look(store)
    yield _archives(store, archive or store.path.with_name(store.path.name + ".archive"))
    for look_and_mend in (_summaries, _search, _views, _triggers):
        yield look_and_mend(store, mend)


def _damage(store: Store) -> str:
    """The first thing that SQLite finds wrong with the file."""
    try:
        said = str(store.db.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if said == "ok" else " ".join(said.split())


def _foreign_keys(store: Store) -> Check:
    broken = store.db.execute("PRAGMA foreign_key_check").fetchall()
    tables = sorted({row[0] for row in broken})
    seen = f"{len(broken)} rows point nowhere{_list(tables)}" if broken else "all links hold"
    return Check("links", not broken, seen)


def _schema(store: Store) -> Check:
    applied = [migration.name for migration in migrations.schema.applied(store.db)]
    pending = [migration.name for group in migrations.sets() for migration in group.pending(store.db)]
    return Check("schema", not pending, f"at {applied[-1]}" + (f", waiting: {', '.join(pending)}" if pending else ""))


def _texts(store: Store) -> Check:
    """The texts are what they were when their hash was taken."""
    wrong = []
    for number, text, digest in store.db.execute("SELECT id, text, text_sha256 FROM version"):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            wrong.append(str(number))
    seen = f"versions with another text than their hash{_list(wrong)}" if wrong else "as hashed"
    return Check("texts", not wrong, seen)


def _spans(store: Store) -> Check:
    """Every claim's figure stands in its text where it says."""
    rows = store.db.execute(
        "SELECT claim.id FROM claim JOIN version ON version.id = claim.version_id "
        "WHERE substr(version.text, claim.start + 1, claim.stop - claim.start) <> claim.surface"
    )
    wrong = [str(row[0]) for row in rows]
    return Check("figures", not wrong, f"claims that stand elsewhere{_list(wrong)}" if wrong else "where they say")


def _archives(store: Store, folder: Path) -> Check:
    """Archive files that rows point into are there and long enough."""
    rows = store.db.execute("SELECT file, max(offset + length) FROM frontier_capture GROUP BY file").fetchall()
    missing = [file for file, end in rows if not _reaches(folder / file, end)]
    seen = f"missing or cut{_list(missing)}" if missing else f"{len(rows)} files, all there"
    return Check("archive", not missing, seen)


def _reaches(path: Path, end: int) -> bool:
    return path.is_file() and path.stat().st_size >= end


def _rules(store: Store) -> Check:
    """Claims that another set of rules read last than is in use; reading again leaves what it finds equal."""
    count, oldest = store.db.execute(_READ_BY, [patterns().digest]).fetchone()
    seen = f"{count} claims read by other rules, since run {oldest}: see `doichieu reextract`" if count else "as in use"
    return Check("rules", not count, seen)


def _summaries(store: Store, mend: bool) -> Check:
    tables = summaries.TABLES
    with store.writing() as db:
        db.execute("SAVEPOINT look")
        before = [set(db.execute(f"SELECT * FROM {table}")) for table in tables]  # noqa: S608
        summaries.rebuild(db)
        after = [set(db.execute(f"SELECT * FROM {table}")) for table in tables]  # noqa: S608
        wrong = [table for table, a, b in zip(tables, before, after, strict=True) if a != b]
        if not mend:
            db.execute("ROLLBACK TO look")
        db.execute("RELEASE look")
    return _mended("summaries", wrong, mend, "made anew from the claims")


def _search(store: Store, mend: bool) -> Check:
    """Every version is in the index, and the index is whole."""
    query = "SELECT id FROM version WHERE id NOT IN (SELECT rowid FROM version_fts)"
    missing = [row[0] for row in store.db.execute(query)]
    if mend and missing:
        _index(store, missing)
    return _mended("search", [str(number) for number in missing], mend, "added to the index")


def _index(store: Store, missing: Sequence[int]) -> None:
    for number in missing:
        with store.writing() as db:
            title, text = db.execute("SELECT title, text FROM version WHERE id = ?", [number]).fetchone()
            search.index(db, number, title, text)


def _views(store: Store, mend: bool) -> Check:
    wrong = ["views"] if views.outdated(store.db) else []
    if mend and wrong:
        with store.writing() as db:
            views.refresh(db)
    return _mended("views", wrong, mend, "made anew")


def _triggers(store: Store, mend: bool) -> Check:
    """What happens by itself when something is written is what a new database does, and nothing of a stranger's."""
    found, ours = _trigger_statements(store.db), _ours()
    wrong = sorted({name for name, _ in found.items() ^ ours.items()})
    if mend and wrong:
        with store.writing() as db:
            for name in wrong:
                db.execute(db.execute("SELECT printf('DROP TRIGGER IF EXISTS \"%w\"', ?)", [name]).fetchone()[0])
                db.execute(ours.get(name, ""))
    return _mended("triggers", wrong, mend, "made anew, others dropped")


def _trigger_statements(db: Database) -> dict[str, str]:
    return dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())


def _ours() -> dict[str, str]:
    with Database(memory=True, execute_plugins=False) as new:
        migrations.schema.apply(new)
        return _trigger_statements(new)


def _mended(name: str, wrong: Sequence[str], mend: bool, done: str) -> Check:
    if not wrong:
        return Check(name, True, "as they should be")
    return Check(name, mend, f"wrong{_list(wrong)}", done if mend else "")


def _list(names: Sequence[str]) -> str:
    return f": {', '.join(names[:5])}{' ...' if len(names) > 5 else ''}"
