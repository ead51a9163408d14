"""Connections of `requests` that go to checked addresses only and end at a deadline, whatever the server does."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from http.client import SWITCHING_PROTOCOLS, HTTPException, HTTPResponse, parse_headers
from queue import SimpleQueue
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from extractor.crawl.address import Endpoint, Resolver, look_up
from extractor.errors import FetchError

Resolve = Callable[[str, int], list[Endpoint]]
Found = list[Endpoint] | Exception
CONNECT_SECONDS = 15.0
_MOST_ADDRESSES = 3
_MOST_INTERIM = 20


class Deadline:
    """Cuts the current thread's connection when its time is over. Use as a context manager around one request."""

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self.cut)
        self._timer.daemon = True
        self._guards: list[socket.socket] = []
        self._look_up: SimpleQueue[Found] = SimpleQueue()
        self._lock = threading.Lock()
        self.passed = False

    def __enter__(self) -> Deadline:
        _active.deadline = self
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()
        _active.deadline = None
        with self._lock:
            for guard in self._guards:
                guard.close()
            self._guards.clear()

    def watch(self, connected: socket.socket) -> None:
        """A second handle on the connection, which stays when TLS takes over the first."""
        with self._lock:
            self._guards.append(connected.dup())
        if self.passed:
            self.cut()

    def look_up(self, work: Callable[[], list[Endpoint]]) -> list[Endpoint]:
        """What the work finds, unless time ends first: a name server may be silent for minutes, which none can cut."""
        threading.Thread(target=_put, args=(work, self._look_up), name="look up", daemon=True).start()
        found = self._look_up.get()
        if isinstance(found, Exception):
            raise found
        return found

    def cut(self) -> None:
        """End the look-up or the connection now."""
        self.passed = True
        self._look_up.put(TimeoutError("no answer from the name server"))
        with self._lock:
            for guard in self._guards:
                try:
                    guard.shutdown(socket.SHUT_RDWR)
                except OSError:  # closed by the other side already
                    continue


def _put(work: Callable[[], list[Endpoint]], found: SimpleQueue[Found]) -> None:
    try:
        found.put(work())
    except (FetchError, OSError, ValueError) as error:  # for the waiting thread to raise
        found.put(error)


class _Active(threading.local):
    deadline: Deadline | None = None


_active = _Active()


def connect(connection: Any, endpoints: list[Endpoint]) -> socket.socket:
    """A socket to the first endpoint that answers, under the thread's deadline."""
    failure: OSError = OSError("no address")
    for family, sockaddr in endpoints[:_MOST_ADDRESSES]:
        opened = socket.socket(family, socket.SOCK_STREAM)
        try:
            opened.settimeout(CONNECT_SECONDS)
            opened.connect(sockaddr)
            opened.settimeout(connection.timeout)
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if _active.deadline is not None:
                _active.deadline.watch(opened)
        except OSError as error:
            opened.close()
            failure = error
        else:
            return opened
    if isinstance(failure, TimeoutError):
        raise ConnectTimeoutError(connection, "no answer to the connection") from failure
    raise NewConnectionError(connection, str(failure)) from failure


def look_up_in_time(resolve: Resolve, host: str, port: int) -> list[Endpoint]:
    """What the resolver answers, under the thread's deadline."""
    deadline = _active.deadline
    return deadline.look_up(lambda: resolve(host, port)) if deadline else resolve(host, port)


class FinalResponse(HTTPResponse):
    """An answer without the interim ones before it (103 Early Hints), of which http.client knows 100 only."""

    def _read_status(self) -> tuple[str, int, str]:
        for _ in range(_MOST_INTERIM):
            status: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
            if not 100 <= status[1] < 200 or status[1] == SWITCHING_PROTOCOLS:
                return status
            parse_headers(self.fp)
        raise HTTPException(f"more than {_MOST_INTERIM} interim answers")


def pool_classes(resolve: Resolve) -> dict[str, Any]:
    """Pools for both schemes whose connections ask `resolve` where they may go."""

    class Plain(HTTPConnection):
        response_class = FinalResponse

        def _new_conn(self) -> socket.socket:
            return connect(self, look_up_in_time(resolve, self.host, self.port or 80))

    class Secure(HTTPSConnection):
        response_class = FinalResponse

        def _new_conn(self) -> socket.socket:
            return connect(self, look_up_in_time(resolve, self.host, self.port or 443))

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class GuardedAdapter(HTTPAdapter):
    """Transport adapter with guarded connections; `lax` also takes broken certificates and old ciphers."""

    def __init__(self, resolver: Resolver, lax: bool = False) -> None:
        self._resolver = resolver
        self._lax = lax
        super().__init__(max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        """The pools, one connection a request: a server that lies about lengths cannot spoil the next answer."""
        if self._lax:
            pool_kwargs["ssl_context"] = lax_context()
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = pool_classes(self._resolver)

    def proxy_manager_for(self, proxy: Any, **proxy_kwargs: Any) -> Any:
        """The proxy's pools: behind a proxy no address can be judged, but the deadline still holds."""
        manager = super().proxy_manager_for(proxy, **proxy_kwargs)
        if type(manager) is ProxyManager:  # a SOCKS manager brings connections of its own
            manager.pool_classes_by_scheme = pool_classes(look_up)
        return manager

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """As usual, but for a host whose certificate the user does not want checked."""
        super().cert_verify(conn, url, False if self._lax else verify, cert)  # type: ignore[no-untyped-call]


def lax_context() -> ssl.SSLContext:
    """TLS as an old .gov.vn server may need it: any certificate, old ciphers, legacy renegotiation."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    return context
