"""The crawl's memory in the database: every URL met, where it stands, and where its bytes lie in the archive."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from sqlite_utils import Database, Migrations

from extractor.crawl.frontier import Entry, State
from extractor.errors import StoreError

if TYPE_CHECKING:
    from extractor.store import Store

migrations = Migrations("doichieu-frontier")

_TABLES = """
CREATE TABLE frontier (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    depth INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'fetched', 'done')),
    origin TEXT,
    hops INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    not_before REAL NOT NULL,
    outcome TEXT,
    reason TEXT,
    status INTEGER,
    etag TEXT,
    last_modified TEXT,
    sha256 TEXT,
    fetched_at REAL,
    target TEXT,
    file TEXT,
    offset INTEGER,
    length INTEGER,
    captured_at REAL,
    insecure INTEGER NOT NULL CHECK (insecure IN (0, 1)),
    is_list INTEGER NOT NULL CHECK (is_list IN (0, 1))
) STRICT;
CREATE INDEX frontier_next ON frontier (host, depth) WHERE state = 'waiting';
CREATE INDEX frontier_due ON frontier (host, not_before) WHERE state = 'waiting';
CREATE INDEX frontier_fetched ON frontier (id) WHERE state = 'fetched';
CREATE INDEX frontier_host ON frontier (host);
CREATE TABLE frontier_capture (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    fetched_at REAL NOT NULL,
    status INTEGER,
    sha256 TEXT,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    UNIQUE (file, offset)
) STRICT;
CREATE INDEX frontier_capture_url ON frontier_capture (url);
CREATE TABLE frontier_robots (
    host TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    fetched_at REAL NOT NULL
) STRICT;
CREATE TABLE frontier_session (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    started_at REAL NOT NULL
) STRICT;
"""
_COLUMNS = tuple(field.name for field in fields(Entry))
_NAMES = ", ".join(_COLUMNS)
_PUT = f"""
INSERT INTO frontier ({_NAMES}) VALUES ({", ".join("?" * len(_COLUMNS))})
ON CONFLICT (url) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])}
"""  # noqa: S608  column names are the record's own
_CAPTURE = """
INSERT INTO frontier_capture (url, fetched_at, status, sha256, file, offset, length) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (file, offset) DO NOTHING
"""
# Steps from host to host along the index, so that a long queue costs no more than a short one.
_WAITING = """
WITH RECURSIVE hosts (host) AS (
    SELECT min(host) FROM frontier WHERE state = 'waiting'
    UNION ALL
    SELECT (SELECT min(host) FROM frontier WHERE state = 'waiting' AND host > hosts.host) FROM hosts
    WHERE hosts.host IS NOT NULL
)
SELECT host, (SELECT min(not_before) FROM frontier WHERE state = 'waiting' AND host = hosts.host)
FROM hosts WHERE host IS NOT NULL
"""


@migrations()
def frontier_001(db: Database) -> None:
    """The tables of a crawl."""
    db.executescript(_TABLES)


class SqliteFrontier:
    """A frontier in a store's database; survives a kill at any moment."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._conn = store.db.conn
        self._lock: BinaryIO | None = None

    def begin(self, now: float) -> float:
        """Start of the crawl that goes on here: of the one that was cut off, or now. StoreError while another runs."""
        self._lock = self._lock or _locked(self._store.path)
        with self._store.writing():
            self._conn.execute("INSERT INTO frontier_session VALUES (1, ?) ON CONFLICT DO NOTHING", [now])
        return float(self._conn.execute("SELECT started_at FROM frontier_session").fetchone()[0])

    def finish(self) -> None:
        """The crawl came to its end."""
        with self._store.writing():
            self._conn.execute("DELETE FROM frontier_session")

    def release(self) -> None:
        """Another crawl may use the database."""
        if self._lock is not None:
            _lock_path(self._store.path).unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def get(self, url: str) -> Entry | None:
        """What is known of a URL."""
        return self._one("WHERE url = ?", [url])

    def put(self, entries: Iterable[Entry]) -> None:
        """Remember these entries in one transaction, and where the archive holds the new ones."""
        kept = list(entries)
        captures = [
            (e.url, e.captured_at, e.status, e.sha256, e.file, e.offset, e.length)
            for e in kept
            if e.file is not None and e.state is not State.WAITING
        ]
        with self._store.writing():
            self._conn.executemany(_PUT, [astuple(entry) for entry in kept])
            self._conn.executemany(_CAPTURE, captures)

    def next(self, host: str, now: float) -> Entry | None:
        """The host's waiting entry to fetch first, shallow ones before deep ones; None where none is due."""
        where = "WHERE state = 'waiting' AND host = ? AND not_before <= ? ORDER BY depth, id LIMIT 1"
        return self._one(f"INDEXED BY frontier_next {where}", [host, now])

    def waiting(self) -> Mapping[str, float]:
        """Hosts that have waiting entries, each with the earliest time that one is due."""
        return dict(self._conn.execute(_WAITING).fetchall())

    def fetched(self) -> Iterator[Entry]:
        """Entries that are in the archive but were not taken."""
        query = f"SELECT {_NAMES} FROM frontier WHERE state = 'fetched' ORDER BY id"  # noqa: S608
        yield from [_entry(row) for row in self._conn.execute(query)]

    def counts(self) -> Mapping[str, tuple[int, int, int]]:
        """Host → numbers of entries (done, waiting, failed)."""
        query = """SELECT host, count(*) FILTER (WHERE state <> 'waiting' AND outcome IS NOT 'failed'),
            count(*) FILTER (WHERE state = 'waiting'),
            count(*) FILTER (WHERE state <> 'waiting' AND outcome = 'failed') FROM frontier GROUP BY host"""
        return {host: (done, waiting, failed) for host, done, waiting, failed in self._conn.execute(query)}

    def robots(self, host: str) -> tuple[str, float] | None:
        """The host's robots.txt and when it was fetched."""
        row = self._conn.execute("SELECT text, fetched_at FROM frontier_robots WHERE host = ?", [host]).fetchone()
        return (row[0], row[1]) if row else None

    def put_robots(self, host: str, text: str, fetched_at: float) -> None:
        """Remember the host's robots.txt."""
        with self._store.writing():
            self._conn.execute("INSERT OR REPLACE INTO frontier_robots VALUES (?, ?, ?)", [host, text, fetched_at])

    def forget(self, name: str) -> int:
        """Drop a URL, or everything of a host; the number of entries dropped."""
        with self._store.writing():
            self._conn.execute("DELETE FROM frontier_robots WHERE host = ?", [name])
            gone = self._conn.execute("DELETE FROM frontier WHERE url = ?1 OR host = ?1", [name])
            return int(gone.rowcount)

    def captures(self, url: str) -> list[tuple[str, int, int]]:
        """Where the archive holds answers of a URL, newest first: file, offset, length."""
        query = "SELECT file, offset, length FROM frontier_capture WHERE url = ? ORDER BY fetched_at DESC, id DESC"
        return [(file, offset, length) for file, offset, length in self._conn.execute(query, [url])]

    def _one(self, where: str, values: list[Any]) -> Entry | None:
        row = self._conn.execute(f"SELECT {_NAMES} FROM frontier {where}", values).fetchone()  # noqa: S608
        return None if row is None else _entry(row)


def _locked(database: Path) -> BinaryIO | None:
    """A lock that ends with this process at the latest; two crawls would fetch every page twice."""
    if sys.platform == "win32":
        return None
    import fcntl

    path = _lock_path(database)
    try:
        file = path.open("ab")
    except OSError as error:
        raise StoreError(f"{path} cannot be written", f"allow writing to the folder ({error.strerror})") from error
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise StoreError(f"another crawl writes to {database}", "wait for its end, or stop it") from error
    if not path.exists() or path.stat().st_ino != os.fstat(file.fileno()).st_ino:  # released and removed meanwhile
        file.close()
        return _locked(database)
    return file


def _lock_path(database: Path) -> Path:
    return database.with_name(database.name + ".crawl-lock")


def _entry(row: tuple[Any, ...]) -> Entry:
    known = dict(zip(_COLUMNS, row, strict=True))
    return Entry(
        **{
            **known,
            "state": State(known["state"]),
            "insecure": bool(known["insecure"]),
            "is_list": bool(known["is_list"]),
        }
    )
