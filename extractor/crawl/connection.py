"""Connections of `requests` that go to checked addresses only and end at a deadline, whatever the server does."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from extractor.crawl.address import Endpoint, Resolver, look_up

CONNECT_SECONDS = 15.0
_MOST_ADDRESSES = 3


class Deadline:
    """Cuts the current thread's connection when its time is over. Use as a context manager around one request."""

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self.cut)
        self._timer.daemon = True
        self._guards: list[socket.socket] = []
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

    def cut(self) -> None:
        """End the connection now."""
        self.passed = True
        with self._lock:
            for guard in self._guards:
                try:
                    guard.shutdown(socket.SHUT_RDWR)
                except OSError:  # closed by the other side already
                    continue


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


def pool_classes(resolve: Callable[[str, int], list[Endpoint]]) -> dict[str, Any]:
    """Pools for both schemes whose connections ask `resolve` where they may go."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self, resolve(self.host, self.port or 80))

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self, resolve(self.host, self.port or 443))

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
