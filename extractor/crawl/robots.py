"""robots.txt by RFC 9309: what a host lets us fetch and how fast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractor.crawl.media import decode
from extractor.crawl.transport import AGENT

MAX_AGE = 86_400.0
_LONGEST = 512 * 1024
_MOST_SITEMAPS = 50


@dataclass(frozen=True, slots=True)
class Robots:
    """A host's rules. `text` is empty where it has none, which allows everything."""

    text: str
    fetched_at: float
    rules: Any

    def allows(self, url: str) -> bool:
        """Whether the URL may be fetched by us."""
        return bool(self.rules.can_fetch(url, AGENT))

    def delay(self) -> float:
        """The pause in seconds that the host asks for, 0 where it asks for none."""
        wanted = self.rules.crawl_delay(AGENT)
        rate = self.rules.request_rate(AGENT)
        by_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(wanted or 0.0), by_rate, 0.0)

    def sitemaps(self) -> list[str]:
        """URLs of the sitemaps it names, as written."""
        return list(self.rules.sitemaps)[:_MOST_SITEMAPS]


def robots(text: str, fetched_at: float) -> Robots:
    """The rules in a text; a text that is a web page holds none."""
    from protego import Protego

    if text.lstrip()[:1] == "<":
        text = ""
    return Robots(text, fetched_at, Protego.parse(text))


def robots_text(status: int, body: bytes) -> str | None:
    """What an answer to /robots.txt says; empty where there is none (4xx), None where the host must be left alone."""
    if status == 429 or status >= 500:
        return None
    if status >= 300:
        return ""
    text = decode(body[:_LONGEST]) or body[:_LONGEST].decode("utf-8", "replace")
    return text.replace("\ufeff", "").replace("\0", "")
