"""A loopback server whose answers are written in the test, polite or hostile; it logs when what was asked."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from extractor.crawl import CrawlOptions, Fetch, Frontier, MemoryFrontier, crawl

Send = Callable[[BaseHTTPRequestHandler], None]
Reply = bytes | tuple[int, Mapping[str, str], bytes] | Send


@dataclass
class Server:
    """Answers by `host/path`; `log` holds (seconds, host, path, headers) of each request."""

    replies: dict[str, Reply]
    port: int = 0
    log: list[tuple[float, str, str, dict[str, str]]] = field(default_factory=list)

    def options(self, **other: object) -> CrawlOptions:
        """Options for quick tests: each host named in the replies leads here."""
        hosts = {key.partition("/")[0] for key in self.replies}
        known = {"resolve": dict.fromkeys(hosts, f"127.0.0.1:{self.port}"), "delay": 0.02, "timeout": 5.0}
        return CrawlOptions(**{**known, **other})  # type: ignore[arg-type]

    def crawl(self, *starts: str, frontier: Frontier | None = None, **other: object) -> dict[str, Fetch]:
        """Every URL's end, by URL."""
        found = crawl(starts, self.options(**other), frontier or MemoryFrontier())
        return {fetch.url: fetch for fetch in found}

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(1 for _, _, one, _ in self.log if one == path)


@contextmanager
def serving(replies: dict[str, Reply], tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """The server, on a free port, until the block ends."""
    server = Server(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            server.log.append((time.monotonic(), host, self.path, dict(self.headers.items())))
            reply(self, server.replies.get(host + self.path, (404, {}, b"none")))

        def log_message(self, *args: object) -> None:
            """The log is the list."""

    class Listener(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hangs up on a hostile answer is what the tests want."""

    with Listener(("127.0.0.1", 0), Handler) as listener:
        server.port = listener.server_port
        if tls is not None:
            listener.socket = tls.wrap_socket(listener.socket, server_side=True)
        thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown()
            thread.join()


def reply(handler: BaseHTTPRequestHandler, answer: Reply) -> None:
    """Send one answer."""
    if callable(answer):
        answer(handler)
        return
    status, headers, body = (200, {}, answer) if isinstance(answer, bytes) else answer
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def in_turn(*answers: Reply) -> Send:
    """The first answer to the first request, the second to the second, the last to all others."""
    waiting = list(answers)

    def send(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, waiting.pop(0) if len(waiting) > 1 else waiting[0])

    return send


def raw(*pieces: bytes, pause: float = 0.0) -> Send:
    """These bytes and nothing else, with a pause after each piece."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)
        handler.close_connection = True

    return send


def article(title: str, words: str = "Tỉnh đã hoàn thành 12 nhiệm vụ. " * 20) -> bytes:
    """A small web page that is an article."""
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>".encode()


def listing(*links: str, more: str = "") -> bytes:
    """A web page that lists links."""
    items = "".join(f'<li><a href="{link}">Một tin về nhiệm vụ của tỉnh trong quý</a></li>' for link in links)
    return f"<html><body><h1>Tin</h1><ul>{items}</ul>{more}</body></html>".encode()


def feed(*links: str) -> bytes:
    """An RSS feed."""
    items = "".join(f"<item><title>Tin</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()
