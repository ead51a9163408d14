"""The other end of the reading process: starts it, bounds the time of each document, starts it anew when it is lost."""

from __future__ import annotations

import json
import pickle
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from threading import Timer
from typing import Any, BinaryIO, cast

from extractor.batch.items import Item
from extractor.batch.options import BatchOptions
from extractor.batch.reader import receive, send
from extractor.errors import InputError

START_SECONDS = 120.0


@dataclass(slots=True)
class Guard:
    """Reads documents in a process of its own; used by one thread."""

    options: BatchOptions
    digest: str
    _process: subprocess.Popen[bytes] | None = None
    _late: bool = False

    def read(self, item: Item) -> dict[str, Any]:
        """The document's row; one that takes the process with it has a reason that names how."""
        if item.reason is not None:
            return {"reason": item.reason}
        process = self._process or self._start()
        self._process = process
        reply = self._ask(process, pickle.dumps(item, protocol=5), self.options.seconds)
        if reply is not None:
            if reply.get("spent"):
                self.close()
            return reply
        self.close()
        code = process.returncode
        if self._late:
            return {"reason": f"it took longer than {self.options.seconds:g} seconds"}
        return {"reason": f"it ended the process that read it ({_how(code)})"}

    def close(self) -> None:
        """Ends the process; the next document gets a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    _close(stream)
            process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "extractor.batch.reader"]
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said)  # noqa: S603
            told = self._ask(process, pickle.dumps(self.settings()), START_SECONDS)
            if told is not None and told["patterns"] == self.digest:
                return process
            self._process = process
            self.close()
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

    def _ask(self, process: subprocess.Popen[bytes], data: bytes, seconds: float) -> dict[str, Any] | None:
        """The reply; None where the process is gone, `_late` says whether for its slowness."""
        self._late = False
        timer = Timer(seconds, self._stop, [process])
        timer.daemon = True
        timer.start()
        try:
            send(cast(BinaryIO, process.stdin), data)
            reply = receive(cast(BinaryIO, process.stdout))
        except BrokenPipeError:
            reply = None
        finally:
            timer.cancel()
        return None if reply is None else cast(dict[str, Any], json.loads(reply))

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        self._late = True
        process.kill()


def _close(stream: Any) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        return  # what was buffered for a process that is gone


def _how(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    return f"signal {signal.Signals(-code).name}" if -code in set(signal.Signals) else f"signal {-code}"
