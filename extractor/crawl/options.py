"""What a crawl is told and what it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from extractor.errors import FetchError
from extractor.records import Page
from extractor.urls import ascii_host


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
    to a host; max_delay: what a host may ask for; timeout: for one whole answer; max_*: when to stop; depth: links
    followed from a start; listing_pages: pages followed of one list; discover: look for feeds, sitemaps and articles on
    whole hosts; since: ISO date, older entries are left; recheck: age at which a known page is asked for again;
    patience: the longest wait worth staying for; insecure_hosts: no certificate checked there; archive: WARC folder;
    dry_run: read lists only, say what would be fetched, remember nothing.
    """

    resolve: Mapping[str, str] = field(default_factory=dict)
    delay: float = 2.0
    max_delay: float = 60.0
    timeout: float = 120.0
    max_bytes: int = 30_000_000
    max_total_bytes: int | None = None
    max_pages: int | None = None
    max_pages_per_host: int | None = None
    max_seconds: float | None = None
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
        if self.since and not re.fullmatch(r"\d{4}(-\d\d){0,2}", self.since):
            raise FetchError(f"{self.since!r} is no date", "write 2025-10-15, 2025-10 or 2025")
        if self.delay < 0 or self.timeout <= 0 or self.max_bytes <= 0 or self.parallel < 1:
            raise FetchError("a delay, time or size of the crawl is not positive", "give numbers above zero")
        if self.contact and not (self.contact.isprintable() and self.contact.isascii()):
            raise FetchError(f"the contact {self.contact!r} cannot be sent", "write a mail address or a URL in ASCII")
        for host, address in self.resolve.items():
            ascii_host(host)
            split_address(address)


def split_address(text: str) -> tuple[str, int]:
    """`127.0.0.1:8000` or `[::1]:8000` in two parts; FetchError where it is neither."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise FetchError(f"{text!r} is no ADDRESS:PORT", "write it like 127.0.0.1:8000")
    return host.strip("[]"), int(port)
