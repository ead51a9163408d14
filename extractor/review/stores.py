"""Threads that hold the database open: one writes, a few read, and the event loop waits for none of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import TypeVar

from extractor.store import Store, open_database

Result = TypeVar("Result")
READERS = 3


class Worker:
    """One thread with the database open; SQLite wants each connection used and closed by the thread that made it."""

    def __init__(self, path: Path, *, durable: bool = False) -> None:
        self.path = path
        self.durable = durable
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="review")
        self._store: Store | None = None

    async def run(self, work: Callable[[Store], Result]) -> Result:
        """What `work` makes of the database."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: work(self._opened()))

    def _opened(self) -> Store:
        if self._store is None:
            self._store = open_database(self.path, create=False)
            if self.durable:
                # An answered decision is on the disk even when the power fails; a crawl can fetch its pages again.
                self._store.db.execute("PRAGMA synchronous = FULL")
        return self._store

    def close(self) -> None:
        """Closes what the thread opened, and ends it."""
        if self._store is not None:
            self._thread.submit(self._store.close).result()
        self._thread.shutdown()


class Stores:
    """One database file with the threads that use it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._readers = [Worker(path) for _ in range(READERS)]
        self._writer = Worker(path, durable=True)
        self._turn = count()

    async def read(self, work: Callable[[Store], Result]) -> Result:
        """What `work` makes of the database, on a thread that reads."""
        return await self._readers[next(self._turn) % READERS].run(work)

    async def write(self, work: Callable[[Store], Result]) -> Result:
        """What `work` makes of the database, on the one thread that writes; on disk when it returns."""
        return await self._writer.run(work)

    def close(self) -> None:
        """Ends the threads and closes what they opened."""
        for worker in (*self._readers, self._writer):
            worker.close()
