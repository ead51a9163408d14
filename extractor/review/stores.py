"""Threads that hold the database open: one writes, a few read, and the event loop waits for none of them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from extractor.store import Store, open_database

Result = TypeVar("Result")
READERS = 3


class Stores:
    """One database file, opened once a thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        self._open: list[Store] = []
        self._reading = ThreadPoolExecutor(READERS, thread_name_prefix="review-read")
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="review-write")

    async def read(self, work: Callable[[Store], Result]) -> Result:
        """What `work` makes of the database, on a thread that reads."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, lambda: work(self._store()))

    async def write(self, work: Callable[[Store], Result]) -> Result:
        """What `work` makes of the database, on the one thread that writes; on disk when it returns."""
        return await asyncio.get_running_loop().run_in_executor(self._writing, lambda: work(self._durable()))

    def _store(self) -> Store:
        store: Store | None = getattr(self._own, "store", None)
        if store is None:
            store = open_database(self.path, create=False)
            self._own.store = store
            self._open.append(store)
        return store

    def _durable(self) -> Store:
        """A decision that was answered is on the disk even when the power fails; a crawl can fetch its pages again."""
        store = self._store()
        store.db.execute("PRAGMA synchronous = FULL")
        return store

    def close(self) -> None:
        """Ends the threads and closes what they opened."""
        for pool in (self._reading, self._writing):
            pool.shutdown()
        for store in self._open:
            # The thread that opened it is gone, so nothing else uses it.
            store.close()
