"""The schema's history: each migration runs once a file, all pending ones in one transaction, after a backup copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

from extractor.errors import StoreError
from extractor.store import near, summaries
from extractor.store.connection import writing

SQL = Path(__file__).parent / "sql"
schema = Migrations("doichieu")


# What a migration computes from stored rows once its statements have run.
_FILLS: dict[str, Callable[[Database], None]] = {"007_near": near.fill, "011_tasks": summaries.fill_tasks}


def _from_file(name: str) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        db.executescript((SQL / f"{name}.sql").read_text(encoding="utf-8"))
        if name in _FILLS:
            _FILLS[name](db)

    return run


for _file in sorted(SQL.glob("*.sql")):
    schema(name=_file.stem)(_from_file(_file.stem))


def sets() -> Iterator[Migrations]:
    """Every set of migrations of the program, in the order they run."""
    yield schema
    from extractor.store import frontier

    yield frontier.migrations


def migrate(db: Database, path: Path) -> list[str]:
    """Brings the file to today's schema and names the migrations that ran; StoreError where it is newer or foreign."""
    refuse_others(db, path)
    if not any(group.pending(db) for group in sets()):
        return []
    if db["_sqlite_migrations"].exists():
        backup(db, path)
    with writing(db, path):
        # Another process may have migrated while this one waited for the lock.
        names = [migration.name for group in sets() for migration in group.pending(db)]
        for group in sets():
            group.apply(db)
    return names


def require_current(db: Database, path: Path) -> None:
    """StoreError where a file that cannot be written would have to be migrated."""
    refuse_others(db, path)
    if any(group.pending(db) for group in sets()):
        raise StoreError(f"{path} has an older schema and is read-only", "allow writing to it, or copy it")


def refuse_others(db: Database, path: Path) -> None:
    """StoreError where the file belongs to another program or to a newer version of this one."""
    tables = db.table_names()
    if tables and not (db["_sqlite_migrations"].exists() and schema.applied(db)):
        raise StoreError(f"{path} is a database of another program", "give another file name")
    for group in sets():
        known = _names(group)
        unknown = [migration.name for migration in group.applied(db) if migration.name not in known]
        if unknown:
            raise StoreError(f"{path} has a newer schema ({unknown[0]}) than this program", "upgrade doichieu")


def _names(group: Migrations) -> set[str]:
    """The names of all its migrations: what is pending in an empty database."""
    with Database(memory=True, execute_plugins=False) as empty:
        return {migration.name for migration in group.pending(empty)}


def backup(db: Database, path: Path) -> Path:
    """A copy of the file beside it, named after the newest migration in it; an earlier copy of that name stays."""
    newest = [migration.name for migration in schema.applied(db)][-1]
    target = path.with_name(f"{path.name}.before-migration-from-{newest}")
    if not target.exists():
        half = target.with_name(target.name + ".part")
        half.unlink(missing_ok=True)
        copy = sqlite3.connect(half)
        try:
            db.conn.backup(copy)
        finally:
            copy.close()
        half.rename(target)
    return target
