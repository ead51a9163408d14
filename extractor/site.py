"""A folder of small sites, one folder a host, served from one loopback port: what the demo and the tests crawl."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from extractor.errors import InputError

ADDRESS = "127.0.0.1"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sends: a status, a body and the headers that belong to it."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The running server. `resolve`: host → address; `log`: (monotonic seconds, host, path, status) of each request."""

    root: Path
    port: int
    hosts: tuple[str, ...]
    starts: tuple[str, ...]
    log: list[tuple[float, str, str, int]] = field(default_factory=list)

    @property
    def resolve(self) -> dict[str, str]:
        """Host → `127.0.0.1:port`, as `--resolve` takes it."""
        return dict.fromkeys(self.hosts, f"{ADDRESS}:{self.port}")


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 64
    site: Site


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "doichieu-site"
    sys_version = ""
    timeout = 5

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the base class's
        """Nothing on stderr: `Site.log` keeps the requests."""

    def _send(self, *, with_body: bool) -> None:
        site = cast(_Server, self.server).site
        host = self.headers.get("Host", "").rsplit(":", 1)[0].lower()
        reply = answer(site, host, self.path, dict(self.headers.items()))
        site.log.append((monotonic(), host, self.path, reply.status))
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)


def answer(site: Site, host: str, target: str, headers: dict[str, str]) -> Answer:
    """The answer to one request: a file, a redirect, 304, 404, or 421 for a host that is not served here."""
    if host not in site.hosts:
        return _text(421, "No such host here.")
    path = unquote(urlsplit(target).path)
    if path in (moved := redirects(site.root / host)):
        status, location = moved[path]
        return Answer(status, b"", (("Location", location),))
    file = find(site.root / host, path)
    return _text(404, "Not found.") if file is None else _file(file, headers)


def find(folder: Path, path: str) -> Path | None:
    """The file of a URL path: itself, its index or it with `.html`; None outside the folder or hidden (`_`, `.`)."""
    parts = [part for part in path.split("/") if part]
    if any(len(part) > 200 or part[0] in "._" or "\\" in part or "\0" in part for part in parts):
        return None
    wanted = folder.joinpath(*parts)
    for file in (wanted, wanted / "index.html", Path(f"{wanted}.html")):
        if file.is_file() and file.resolve().is_relative_to(folder.resolve()):
            return file
    return None


def redirects(folder: Path) -> dict[str, tuple[int, str]]:
    """Path → (status, location) from the host's `_redirects.csv`; empty where it has none."""
    table = folder / "_redirects.csv"
    if not table.exists():
        return {}
    with table.open(encoding="utf-8", newline="") as lines:
        return {row["path"]: (int(row["status"]), row["location"]) for row in csv.DictReader(lines)}


def _text(status: int, words: str) -> Answer:
    return Answer(status, f"{words}\n".encode(), (("Content-Type", TYPES[".txt"]),))


def _file(file: Path, headers: dict[str, str]) -> Answer:
    body = file.read_bytes()
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    modified = int(file.stat().st_mtime)
    own = (("ETag", tag), ("Last-Modified", formatdate(modified, usegmt=True)))
    if _unchanged({name.lower(): value for name, value in headers.items()}, tag, modified):
        return Answer(304, b"", own)
    return Answer(200, body, (("Content-Type", TYPES.get(file.suffix, "application/octet-stream")), *own))


def _unchanged(headers: dict[str, str], tag: str, modified: int) -> bool:
    if "if-none-match" in headers:  # RFC 9110: the tag wins over the date
        return tag in headers["if-none-match"] or headers["if-none-match"].strip() == "*"
    try:
        return parsedate_to_datetime(headers["if-modified-since"]).timestamp() >= modified
    except (KeyError, ValueError, TypeError):
        return False


def starts(root: Path) -> tuple[str, ...]:
    """Where a crawl of the site begins: each publisher's home page and feeds (from `sources.csv`)."""
    try:
        with (root / "sources.csv").open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except OSError as error:
        raise InputError(f"no site at {root}", "give a folder that holds sources.csv and one folder a host") from error
    return tuple(url for row in rows for url in (f"http://{row['host']}/", *row["feeds"].split(";")) if url)


@contextmanager
def serve(root: Path) -> Iterator[Site]:
    """Serve each host under `root` on a free port of 127.0.0.1 until the block ends; InputError where there is none."""
    first = starts(root)
    hosts = tuple(sorted(path.name for path in root.iterdir() if path.is_dir()))
    with _Server((ADDRESS, 0), _Handler) as server:
        server.site = Site(root, server.server_address[1], hosts, first)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.site
        finally:
            server.shutdown()
            thread.join()
