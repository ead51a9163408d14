"""The process that reads one document after another and may be lost: `python -m extractor.batch.reader`.

Its parent sends documents (pickled: it trusts its parent) and gets rows back (JSON: the parent does not trust it, for
it handles what strangers wrote). Each message has its length in four bytes before it.
"""

from __future__ import annotations

import json
import os
import pickle
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from extractor.batch.rows import row
from extractor.errors import RuleError
from extractor.rules import patterns, use

LENGTH = struct.Struct(">I")


def receive(stream: BinaryIO) -> bytes | None:
    """One message; None where the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    size = LENGTH.unpack(head)[0]
    data = stream.read(size)
    return data if len(data) == size else None


def send(stream: BinaryIO, data: bytes) -> None:
    """One message."""
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def limit_memory(megabytes: int) -> None:
    """What this process may take beyond what it has now; a page that wants more gets a MemoryError."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def warm_up() -> None:
    """Loads the rules of every language and the parsers, so that no page pays for it."""
    from extractor.files import Known as Facts
    from extractor.parse import parse
    from extractor.pipeline import plain_article, understand
    from extractor.records import Page

    for language in patterns().languages():
        with suppress(RuleError):  # a language in the making; said again for each page that needs it
            understand(plain_article("1", Facts(language=language)))
    parse(Page("http://a.test/1", "", 200, (), b"<html><body><h1>1</h1><p>1</p></body></html>", "", "text/html", ""))


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answers until the parent closes its end."""
    first = receive(source)
    if first is None:
        return
    settings: dict[str, Any] = pickle.loads(first)  # noqa: S301
    if settings["patterns"]:
        use(Path(settings["patterns"]))
    warm_up()
    limit_memory(settings["megabytes"])
    send(target, json.dumps({"patterns": patterns().digest}).encode())
    while (data := receive(source)) is not None:
        made = row(pickle.loads(data), settings["languages"], settings["glance"])  # noqa: S301
        send(target, json.dumps(made).encode())
        if made.get("spent"):
            return


def main() -> None:
    """Keeps the pipe for messages alone: what a library prints goes to standard error."""
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()
