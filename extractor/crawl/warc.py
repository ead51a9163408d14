"""WARC 1.1 records: request, response and revisit, each a gzip member of its own, bytes as the server sent them."""

from __future__ import annotations

import base64
import gzip
import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from extractor import __version__
from extractor.crawl.transport import Answer

_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Original:
    """The capture that a revisit says still holds: its URL and time (seconds since 1970)."""

    url: str
    fetched_at: float


def info_record(name: str) -> bytes:
    """The record that opens a file and says who wrote it."""
    words = f"software: doichieu/{__version__}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n"
    fields = (("WARC-Filename", name), ("Content-Type", "application/warc-fields"))
    return record("warcinfo", _now(), fields, words.encode())


def exchange(answer: Answer, original: Original | None = None) -> tuple[bytes, bytes]:
    """The response (a revisit where the server says that `original` still holds) and the request that belongs to it."""
    when = _time(answer.fetched_at)
    reply, asked = f"<urn:uuid:{uuid.uuid4()}>", f"<urn:uuid:{uuid.uuid4()}>"
    target = ("WARC-Target-URI", answer.url)
    fields = [target, ("Content-Type", "application/http; msgtype=response")]
    body = answer.wire
    if original is not None:
        body = b""
        fields += _revisit(original)
    else:
        fields.append(("WARC-Payload-Digest", digest(answer.wire)))
    response = record(
        "response" if original is None else "revisit", when, fields, _reply_head(answer, original is None) + body, reply
    )
    about = (target, ("Content-Type", "application/http; msgtype=request"), ("WARC-Concurrent-To", reply))
    return response, record("request", when, about, _request_head(answer), asked)


def _revisit(original: Original) -> Headers:
    return (
        ("WARC-Profile", _NOT_MODIFIED),
        ("WARC-Refers-To-Target-URI", original.url),
        ("WARC-Refers-To-Date", _time(original.fetched_at)),
    )


def record(kind: str, when: str, fields: Iterable[tuple[str, str]], block: bytes, name: str | None = None) -> bytes:
    """One record as a gzip member."""
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: {name or f'<urn:uuid:{uuid.uuid4()}>'}",
        f"WARC-Date: {when}",
        *(f"{key}: {value}" for key, value in fields),
        f"WARC-Block-Digest: {digest(block)}",
        f"Content-Length: {len(block)}",
    ]
    return gzip.compress("\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n", compresslevel=6, mtime=0)


def digest(data: bytes) -> str:
    """SHA-1 in Base32, as other tools write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _reply_head(answer: Answer, with_body: bool) -> bytes:
    """Status line and headers as sent, but for what no longer holds: the transfer coding is undone already."""
    kept = [(key, value) for key, value in answer.headers if key.lower() not in ("transfer-encoding", "content-length")]
    if with_body:
        kept.append(("Content-Length", str(len(answer.wire))))
    return _head(f"HTTP/1.1 {answer.status} {answer.reason}", kept)


def _request_head(answer: Answer) -> bytes:
    parts = urlsplit(answer.url)
    place = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _head(f"GET {place} HTTP/1.1", [("Host", parts.netloc), *answer.request])


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{key}: {value}" for key, value in headers)]
    return (
        "".join(f"{line.replace(chr(13), ' ').replace(chr(10), ' ')}\r\n" for line in lines).encode(
            "latin-1", "replace"
        )
        + b"\r\n"
    )


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _now() -> str:
    return _time(datetime.now(UTC).timestamp())
