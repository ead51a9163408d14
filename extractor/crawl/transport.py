"""One request, one answer: no redirect is followed here, and no answer is larger or slower than allowed."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import BadStatusLine, IncompleteRead, RemoteDisconnected, UnknownProtocol

import requests
import urllib3
from urllib3.exceptions import HTTPError

from extractor import __version__
from extractor.crawl.address import Resolver
from extractor.crawl.connection import CONNECT_SECONDS, Deadline, GuardedAdapter
from extractor.crawl.cookies import Jars
from extractor.crawl.options import CrawlOptions
from extractor.crawl.unpack import ACCEPTED, BrokenBodyError, unpack
from extractor.crawl.waits import RetryableError
from extractor.errors import FetchError
from extractor.urls import authority, host_of

_log = logging.getLogger("doichieu.crawl")
AGENT = "doichieu"
_MAX_HEADERS = 65_536
_CHUNK = 65_536
_NO_HTTP = (BadStatusLine, UnknownProtocol)
_AROUND = re.compile(r"^\[[^\]]{0,60}\]\s?|\s?\(_ssl\.c:\d+\)$")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. wire: the body with its content coding, without transfer coding; body: unpacked."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    wire: bytes
    body: bytes
    request: tuple[tuple[str, str], ...]
    fetched_at: float
    insecure: bool

    def header(self, name: str) -> str:
        """The first value of a header, empty where it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class Transport:
    """Fetches URLs; may be used by many threads, each request stands alone."""

    def __init__(self, options: CrawlOptions) -> None:
        self._options = options
        self._resolver = Resolver(options)
        self.stopped = False
        self._running: set[Deadline] = set()
        self._jars = Jars()
        contact = f"; +{options.contact}" if options.contact else ""
        self.agent = f"{AGENT}/{__version__} (research crawler{contact})"
        if options.insecure_hosts:
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        if requests.utils.get_environ_proxies("http://example.com/") and not options.allow_private:
            _log.warning("a proxy is set in the environment: private addresses behind it cannot be seen or refused")

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """The answer to GET; RetryableError where a later try may help, FetchError where it will not."""
        insecure = url.startswith("https:") and bool({host_of(url), authority(url)} & self._options.insecure_hosts)
        adapter = GuardedAdapter(self._resolver, lax=insecure)
        with requests.Session() as session, Deadline(self._options.timeout) as deadline:
            self._running.add(deadline)
            session.mount("http://", adapter)
            session.mount("https://", adapter)
            try:
                self._go_on()  # one that begins while the crawl ends would not be cut
                answer = self._exchange(session, url, headers, insecure)
            except (requests.RequestException, HTTPError, OSError, ValueError, FetchError) as error:
                raise self._explain(error, url, deadline.passed) from error
            finally:
                self._running.discard(deadline)
        if deadline.passed:  # the cut looks like the end of the body
            raise self._late()
        return answer

    def stop(self) -> None:
        """Cut every running request; the crawl ends."""
        self.stopped = True
        for deadline in list(self._running):
            deadline.cut()

    def _exchange(self, session: requests.Session, url: str, headers: Mapping[str, str], insecure: bool) -> Answer:
        session.cookies = self._jars.of(url)  # which takes up what the answer sets
        asked = requests.Request("GET", url, headers=self._headers(headers), cookies=session.cookies).prepare()
        asked.url = url  # as it stands: requests would encode it once more
        wait = (CONNECT_SECONDS, self._options.timeout)
        settings = session.merge_environment_settings(url, self._proxies(url), True, not insecure, None)
        with session.send(asked, timeout=wait, allow_redirects=False, **settings) as response:
            sent = tuple((str(key), str(value)) for key, value in response.raw.headers.items())
            if sum(len(key) + len(value) for key, value in sent) > _MAX_HEADERS:
                raise FetchError("the headers are larger than 64 kB", "no reader can use such a page")
            wire = self._read(response)
            coding = response.headers.get("Content-Encoding", "")
            body = unpack(wire, coding, self._options.max_bytes) if wire else wire
            asked_with = tuple((key, str(value)) for key, value in asked.headers.items())
            return Answer(
                url, response.status_code, response.reason or "", sent, wire, body, asked_with, time.time(), insecure
            )

    def _headers(self, extra: Mapping[str, str]) -> dict[str, str]:
        return {
            "User-Agent": self.agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.5",
            "Accept-Encoding": ACCEPTED,
            "Accept-Language": "vi,ur;q=0.9,en;q=0.8",
            "Connection": "close",
            **extra,
        }

    def _proxies(self, url: str) -> dict[str, str]:
        """A mapped host is spoken to directly, whatever proxy the environment names."""
        return {"http": "", "https": "", "all": ""} if host_of(url) in self._options.resolve else {}

    def _read(self, response: requests.Response) -> bytes:
        """The body as sent, chunk by chunk, so that neither size nor time runs away."""
        limit = self._options.max_bytes
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and len(announced) < 20 and int(announced) > limit:
            raise FetchError(f"larger than {limit:,} bytes", "raise the size limit if the page is worth it")
        parts = bytearray()
        while chunk := response.raw.read1(_CHUNK, decode_content=False):
            parts += chunk
            if len(parts) > limit:
                raise FetchError(f"larger than {limit:,} bytes", "raise the size limit if the page is worth it")
            self._go_on()
        return bytes(parts)

    def _go_on(self) -> None:
        if self.stopped:
            raise RetryableError("the crawl was stopped", "run it again to go on")

    def _late(self) -> RetryableError:
        return RetryableError(f"took longer than {self._options.timeout:g} s", "try later or raise the timeout")

    def _explain(self, error: Exception, url: str, late: bool) -> FetchError:
        """The failure in words; the cause is looked for along the chain of exceptions."""
        chain = _causes(error)
        for cause in chain:
            if isinstance(cause, BrokenBodyError):
                return self._late() if late else RetryableError(cause.what, cause.repair)
            if isinstance(cause, FetchError):
                return cause
        if late or any(isinstance(cause, TimeoutError) for cause in chain):
            return self._late()
        text = " ".join(str(cause) for cause in chain)
        broke_off = "EOF" in text or "reset" in text
        if any(isinstance(cause, requests.exceptions.SSLError) for cause in chain) and not broke_off:
            host = authority(url)
            return FetchError(
                f"the certificate or cipher of {host} is not safe ({_plainest(chain)})", f"--insecure-host {host}"
            )
        if any(isinstance(cause, IncompleteRead) for cause in chain):
            return RetryableError("the answer breaks off", "try again later")
        no_http = any(isinstance(cause, _NO_HTTP) and not isinstance(cause, RemoteDisconnected) for cause in chain)
        if isinstance(error, requests.exceptions.ConnectionError | HTTPError | OSError) and not no_http:
            return RetryableError(f"the connection failed ({_plainest(chain)})", "try again later")
        return FetchError(f"the answer is no HTTP ({_plainest(chain)})", "the server must be mended")


def _causes(error: BaseException | None) -> list[BaseException]:
    """The exception, what it carries and what caused it, each once."""
    found: list[BaseException] = []
    waiting = [error]
    while waiting and len(found) < 20:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            reason = getattr(one, "reason", None)
            waiting += [
                one.__cause__,
                one.__context__,
                *(x for x in (*one.args, reason) if isinstance(x, BaseException)),
            ]
    return found


def _plainest(chain: Sequence[BaseException]) -> str:
    """The message of the first cause of all, without the numbers and names around it, on one short line."""
    text = next((str(cause) for cause in reversed(chain) if str(cause).strip()), type(chain[-1]).__name__)
    words = "".join(sign if sign.isprintable() else " " for sign in _AROUND.sub("", text)).split()
    return " ".join(words)[:100]
