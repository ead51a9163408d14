"""Serves the review pages with Datasette: on loopback, unless another host is named."""

from __future__ import annotations

import asyncio
import ipaddress
import os
import socket
import webbrowser
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import DoichieuError, InputError

PLUGIN = "doichieu"
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
Scope = MutableMapping[str, Any]
Application = Callable[[Scope, Any, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Serving:
    """Where to serve, for whom: each reviewer gets a login link; no browser is opened for others."""

    host: str = "127.0.0.1"
    port: int = 8001
    reviewers: Sequence[str] = ("reviewer",)
    browser: bool = True
    names: Sequence[str] = ()


def application(database: Path) -> Any:
    """A Datasette with the review pages; DoichieuError where the extra is not installed."""
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError as error:
        raise DoichieuError("the review pages are not installed", "run `pip install 'doichieu[review]'`") from error
    # Only now: it registers nothing when it is loaded before the application.
    from datasette import handle_exception

    from extractor.review import plugin

    # Installed with its entry point, Datasette has loaded it already.
    if not pm.is_registered(plugin):
        pm.register(plugin, PLUGIN)
    # Where it finds rich, Datasette prints the locals of every refused page, and fails on an address with dots.
    handle_exception.rich = None
    secret = os.environ.get("DATASETTE_SECRET")
    return Datasette([str(database)], secret=secret, settings={"allow_download": False})


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def guarded(app: Application, names: Sequence[str]) -> Application:
    """Answers only requests that name one of these hosts, so that no foreign name that resolves here reads a page."""

    async def answer(scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and not _asks_for(scope, names):
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 421, "headers": headers})
            await send({"type": "http.response.body", "body": b"this server does not answer to that name\n"})
            return
        await app(scope, receive, send)

    return answer


def _asks_for(scope: Scope, names: Sequence[str]) -> bool:
    asked = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
    bare = asked.rpartition(":")[0] if asked.rpartition(":")[2].isdigit() else asked
    return bare in names


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there, at a free port for 0; InputError where another program does."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise InputError(f"port {port} of {host} cannot be used", f"give another --port ({error.strerror})") from error


def serve(database: Path, serving: Serving, announce: Callable[[str, str], None]) -> None:
    """Serves until interrupted; `announce` gets each reviewer's name and login link."""
    import uvicorn

    from extractor.review import access, visit
    from extractor.store import open_database

    open_database(database, create=False).close()
    datasette = application(database)
    bound = listening(serving.host, serving.port)
    host = f"[{serving.host}]" if ":" in serving.host else serving.host
    base = f"http://{host}:{bound.getsockname()[1]}"
    links = {name: base + access.link(datasette, name) for name in serving.reviewers}
    for name, link in links.items():
        announce(name, link)
    names = [*LOOPBACK_NAMES, host.lower(), *(name.lower() for name in serving.names)]
    app = guarded(datasette.app(), names)
    config = uvicorn.Config(app, log_level="warning", lifespan="on", access_log=False, server_header=False)
    if serving.browser and is_loopback(serving.host):
        webbrowser.open(next(iter(links.values())))
    try:
        asyncio.run(uvicorn.Server(config).serve(sockets=[bound]))
    finally:
        visit.close(datasette)
        bound.close()
