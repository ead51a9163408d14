"""Opens the database file, says in one line why it cannot, and gives short write transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database

# Python 3.11 asks each None how it is to be stored, which costs an exception each time; this answers at once.
_ANSWERS: dict[None, None] = {}
sqlite3.register_adapter(type(None), _ANSWERS.get)
BUSY_SECONDS = 30
_FEW_CLAIMS = 20_000
# A database of this name is gone when it is closed.
MEMORY = Path(":memory:")
_RECOVER = "restore a backup, or save what is left with `sqlite3 FILE .recover`"
# What SQLite says, what it means, what to do.
_REASONS = (
    ("database or disk is full", "cannot be written: the disk is full", "make room and run the command again"),
    ("readonly", "is read-only", "allow writing to the file and its folder"),
    ("locked", f"is locked by another program for over {BUSY_SECONDS} s", "close that program and try again"),
    ("busy", f"is locked by another program for over {BUSY_SECONDS} s", "close that program and try again"),
    ("not a database", "is no SQLite database", "give another file name"),
    ("malformed", "is damaged", _RECOVER),
    ("could not decode", "is damaged", _RECOVER),
    ("constructor failed", "is damaged", _RECOVER),
    ("unable to open", "cannot be opened", "check that its folder exists and may be written"),
    ("disk i/o", "cannot be read or written", "check the disk and that the folder may be written"),
)


def connect(path: Path, *, create: bool) -> Database:
    """A connection to the file, read-only where it may not be written; StoreError where it is no database."""
    from sqlite_utils import Database

    existing = _check_file(path, create=create)
    with explained(path):
        conn = _read_only(path) if existing and not _writable(path) else sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            conn.isolation_level = None
            distrust(conn)
            conn.execute("PRAGMA schema_version")
            return Database(conn, execute_plugins=False)
        except BaseException:
            conn.close()
            raise


def distrust(conn: sqlite3.Connection) -> None:
    """The file may come from a stranger: its views and triggers get harmless functions only, its pages are checked."""
    conn.execute("PRAGMA trusted_schema = OFF")
    conn.execute("PRAGMA cell_size_check = ON")
    conn.execute("PRAGMA mmap_size = 0")


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether there is a database at the path; StoreError where there is something else."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder", "give the file name of a database, such as news.db")
    if not path.exists():
        if not create:
            raise StoreError(f"{path} does not exist", "make it with `doichieu add` or `doichieu crawl`")
        if not path.absolute().parent.is_dir():
            raise StoreError(f"{path} cannot be made", f"make the folder {path.parent} first")
        return False
    if not os.access(path, os.R_OK):
        raise StoreError(f"{path} cannot be read", "check who may read it")
    # The file is not opened here: closing it would drop the locks of every connection that this process has to it,
    # and another program that closes the database would then throw the log away that they still write to.
    if not path.stat().st_size and not create:
        raise StoreError(f"{path} is empty", "fill it with `doichieu add` or `doichieu crawl`")
    return path.stat().st_size > 0


def _writable(path: Path) -> bool:
    return path == MEMORY or (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))


def _read_only(path: Path) -> sqlite3.Connection:
    """A file in WAL mode needs its -shm file even for reading; without any -wal it can be read as unchanging."""
    quiet = not path.with_name(path.name + "-wal").exists()
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if quiet else ''}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)


def prepare(db: Database, path: Path) -> bool:
    """Sets waiting for other writers, foreign keys, the write-ahead log; whether the file may be written."""
    db.conn.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    db.conn.execute("PRAGMA foreign_keys = ON")
    if not _writable(path):
        return False
    db.conn.execute("PRAGMA journal_mode = WAL")
    db.conn.execute("PRAGMA synchronous = NORMAL")
    # Each claim goes into ten indexes; with the 2 MB that SQLite takes they would be read again for each article.
    db.conn.execute("PRAGMA cache_size = -64000")
    # Else every upsert opens a temporary file to be able to take itself back.
    db.conn.execute("PRAGMA temp_store = MEMORY")
    # The log goes into the file every 32 MB: an article touches a hundred pages, often the same ones.
    db.conn.execute("PRAGMA wal_autocheckpoint = 8000")
    db.conn.execute("PRAGMA journal_size_limit = 64000000")
    return True


def take_stock(db: Database) -> bool:
    """Lets SQLite look at the tables where they have doubled since it last did; whether it looked.

    Without it a view's newest rows are found by sorting all of them. A small database needs no plan.
    """
    count = int(db.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0])
    known = 0
    if "sqlite_stat1" in db.table_names():
        row = db.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'claim' AND idx = 'claim_version'").fetchone()
        known = int(row[0].split()[0]) if row else 0
    if count < max(_FEW_CLAIMS, 2 * known):
        return False
    db.execute("PRAGMA analysis_limit = 400")
    db.execute("ANALYZE")
    return True


@contextmanager
def writing(db: Database, path: Path) -> Iterator[Database]:
    """One transaction that waits for other writers before it reads.

    `db.atomic()` begins a deferred transaction, which SQLite refuses at once, without waiting, when another
    writer commits between its first read and its first write; hence BEGIN IMMEDIATE.
    """
    with explained(path):
        if db.conn.in_transaction:
            with db.atomic():
                yield db
            return
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.conn.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite says of a file into a StoreError of one line."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise explain(error, path) from error
    except UnicodeDecodeError as error:  # a damaged name inside SQLite's own message
        raise StoreError(f"{path} is damaged", _RECOVER) from error


def explain(error: sqlite3.DatabaseError, path: Path) -> StoreError:
    """The StoreError that says what SQLite meant and what to do."""
    said = str(error).lower()
    for sign, what, repair in _REASONS:
        if sign in said:
            return StoreError(f"{path} {what}", repair)
    return StoreError(f"{path} cannot be used ({error})", "run `doichieu doctor` on it")
