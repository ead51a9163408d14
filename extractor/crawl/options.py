"""What a crawl is told and what it tells."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from extractor.errors import FetchError
from extractor.records import Page
from extractor.urls import ascii_host

WOULD_BE_FETCHED = "would be fetched"


class Outcome(StrEnum):
    """What became of one URL. Only `new` and `changed` come with a page."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LISTING = "listing"
    REDIRECTED = "redirected"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    SKIPPED = "skipped"
    DEFERRED = "deferred"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Fetch:
    """One URL's end: the page when there is something to read, else the reason. `insecure`: certificate not checked."""

    url: str
    page: Page | None
    reason: str | None
    outcome: Outcome
    insecure: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a crawl is. hosts: host → (done, waiting, failed); bytes as sent; seconds so far; left: estimate."""

    hosts: Mapping[str, tuple[int, int, int]]
    bytes: int
    seconds: float
    left: float


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """How a crawl behaves. Times in seconds, sizes in bytes.

    resolve: host → ADDRESS:PORT, as in curl's --resolve; such hosts may be private. delay: pause between two requests
    to a host; delays: host → its own pause; max_delay: what a host may ask for; timeout: for one whole answer; max_*:
    when to stop; depth: links followed from a start; listing_pages: pages followed of one list; discover: look for
    feeds, sitemaps and articles on whole hosts; since: ISO date, older entries are left; recheck: age at which a known
    page is asked for again; patience: the longest wait worth staying for; insecure_hosts: no certificate checked there;
    archive: WARC folder; dry_run: read lists only, say what would be fetched, remember nothing.
    """

    resolve: Mapping[str, str] = field(default_factory=dict)
    delay: float = 2.0
    delays: Mapping[str, float] = field(default_factory=dict)
    max_delay: float = 60.0
    timeout: float = 120.0
    max_bytes: int = 30_000_000
    max_total_bytes: int | None = None
    max_pages: int | None = None
    max_seconds: float | None = None
    max_pages_per_host: int | None = None
    max_bytes_per_host: int | None = None
    max_seconds_per_host: float | None = None
    depth: int = 1
    listing_pages: int = 20
    discover: bool = False
    since: str | None = None
    recheck: float = 86_400.0
    retries: int = 3
    patience: float = 300.0
    parallel: int = 16
    allow_private: bool = False
    insecure_hosts: frozenset[str] = frozenset()
    contact: str | None = None
    archive: Path | None = None
    dry_run: bool = False
    progress: Callable[[Progress], None] | None = None

    def __post_init__(self) -> None:
        if self.since is not None:
            start_of(self.since)
        times = [self.delay, *self.delays.values(), self.max_delay, self.timeout, self.recheck, self.patience]
        times += [self.max_seconds or 0.0, self.max_seconds_per_host or 0.0]
        if not all(math.isfinite(time) and time >= 0 for time in times) or self.timeout == 0:
            raise FetchError("a delay or time of the crawl is no number of seconds", "give numbers above zero")
        if self.max_bytes <= 0 or self.parallel < 1:
            raise FetchError("a size of the crawl is not positive", "give numbers above zero")
        if self.contact and not (self.contact.isprintable() and self.contact.isascii()):
            raise FetchError(f"the contact {self.contact!r} cannot be sent", "write a mail address or a URL in ASCII")
        for address in self.resolve.values():
            split_address(address)
        object.__setattr__(self, "resolve", {ascii_host(host): where for host, where in self.resolve.items()})
        object.__setattr__(self, "delays", {_as_in_url(host): delay for host, delay in self.delays.items()})
        object.__setattr__(self, "insecure_hosts", frozenset(map(_as_in_url, self.insecure_hosts)))

    def delay_of(self, host: str) -> float:
        """Our own pause between two requests to this host."""
        return self.delays.get(host, self.delay)


def _as_in_url(host: str) -> str:
    """A host, with its port if it has one, as it stands in a canonical URL."""
    name, colon, port = host.rpartition(":")
    return ascii_host(name) + colon + port if colon and port.isdecimal() else ascii_host(host)


def start_of(date: str) -> float:
    """Start of a day, month or year (2025-10-15, 2025-10, 2025) in Vietnam's time; FetchError where it is no date."""
    try:
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", date):
            raise ValueError
        return datetime.fromisoformat((date + "-01-01")[:10] + "T00:00:00+07:00").timestamp()
    except ValueError as error:
        raise FetchError(f"{date!r} is no date", "write 2025-10-15, 2025-10 or 2025") from error


def split_address(text: str) -> tuple[str, int]:
    """`127.0.0.1:8000` or `[::1]:8000` in two parts; FetchError where it is neither."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise FetchError(f"{text!r} is no ADDRESS:PORT", "write it like 127.0.0.1:8000")
    return host.strip("[]"), int(port)
