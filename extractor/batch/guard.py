"""The other end of the reading process: starts it, bounds the time of each document, starts it anew when it is lost."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Any, BinaryIO, cast

from extractor.batch.items import Item
from extractor.batch.options import BatchOptions
from extractor.batch.reader import receive, send
from extractor.errors import InputError

START_SECONDS = 120.0
# Else numpy starts a thread a core for sums that nobody does here; they wait by counting.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
# How often a watch looks at the clock: waking a thread for each document would cost more than many documents do.
LOOK_SECONDS = 0.25


@dataclass(slots=True)
class Watch:
    """Kills a process that takes longer than it may; looks at the clock until it is closed."""

    process: subprocess.Popen[bytes]
    late: bool = False
    _until: float | None = None
    _lock: Lock = field(default_factory=Lock)
    _closed: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        Thread(target=self._look, daemon=True).start()

    @contextmanager
    def allowing(self, seconds: float) -> Iterator[None]:
        """What is done within may take so long."""
        self._set(time.monotonic() + seconds)
        try:
            yield
        finally:
            self._set(None)

    def close(self) -> None:
        """Looks no more."""
        self._closed.set()

    def _set(self, until: float | None) -> None:
        with self._lock:
            self._until = until

    def _look(self) -> None:
        while not self._closed.wait(LOOK_SECONDS):
            with self._lock:
                if self._until is not None and time.monotonic() > self._until:
                    self.late = True
                    self.process.kill()
                    return


@dataclass(slots=True)
class Guard:
    """Reads documents in a process of its own; used by one thread."""

    options: BatchOptions
    digest: str
    _watch: Watch | None = None

    def read(self, item: Item) -> dict[str, Any]:
        """The document's row; one that takes the process with it has a reason that names how."""
        if item.reason is not None:
            return {"reason": item.reason}
        watch = self._watch = self._watch or self._start()
        reply = _ask(watch, pickle.dumps(item, protocol=5), self.options.seconds)
        if reply is None or watch.late or reply.get("spent"):
            self.close()
        if reply is not None:
            return reply
        if watch.late:
            return {"reason": f"it took longer than {self.options.seconds:g} seconds"}
        return {"reason": f"it ended the process that read it ({_how(watch.process.returncode)})"}

    def close(self) -> None:
        """Ends the process; the next document gets a new one."""
        watch, self._watch = self._watch, None
        if watch is not None:
            _end(watch)

    def _start(self) -> Watch:
        command = [sys.executable, "-m", "extractor.batch.reader"]
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, env=_ONE_THREAD | os.environ
            )
            watch = Watch(process)
            told = _ask(watch, pickle.dumps(self.settings()), START_SECONDS)
            if told is not None and told["patterns"] == self.digest:
                return watch
            _end(watch)
            said.seek(0)
            last = said.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        if told is not None:
            raise InputError("a worker has other rules than the command", "install one version of doichieu everywhere")
        raise InputError(f"the reading process does not start ({last})", "mend what it names")

    def settings(self) -> dict[str, Any]:
        """What decides how the process reads."""
        return {
            "patterns": self.options.patterns,
            "megabytes": self.options.megabytes,
            "languages": self.options.languages,
            "glance": self.options.hosts is None,
        }


def _ask(watch: Watch, data: bytes, seconds: float) -> dict[str, Any] | None:
    """The reply; None where the process is gone."""
    try:
        with watch.allowing(seconds):
            send(cast(BinaryIO, watch.process.stdin), data)
            reply = receive(cast(BinaryIO, watch.process.stdout))
    except BrokenPipeError:
        return None
    return None if reply is None else cast(dict[str, Any], json.loads(reply))


def _end(watch: Watch) -> None:
    watch.close()
    watch.process.kill()
    for stream in (watch.process.stdin, watch.process.stdout):
        if stream is not None:
            _close(stream)
    watch.process.wait()


def _close(stream: Any) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        return  # what was buffered for a process that is gone


def _how(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    return f"signal {signal.Signals(-code).name}" if -code in set(signal.Signals) else f"signal {-code}"
