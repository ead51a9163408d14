"""One queue a host: when it may be asked again, and by which robots.txt."""

from __future__ import annotations

import time
from dataclasses import dataclass

from extractor.crawl.options import CrawlOptions, Outcome
from extractor.crawl.robots import MAX_AGE, Robots, robots


@dataclass(slots=True)
class Host:
    """A host's state in this crawl. free_at: no request before; blocked: why no page of it can be had now."""

    name: str
    scheme: str
    free_at: float = 0.0
    busy: bool = False
    robots: Robots | None = None
    robots_url: str = ""
    robots_tries: int = 0
    robots_hops: int = 0
    blocked: tuple[Outcome, str] | None = None
    pages: int = 0
    bytes: int = 0
    began: float | None = None

    def __post_init__(self) -> None:
        self.robots_url = f"{self.scheme}://{self.name}/robots.txt"

    def recall(self, remembered: tuple[str, float] | None, now: float) -> None:
        """Take robots.txt from an earlier crawl where it is not a day old."""
        if remembered and now - remembered[1] < MAX_AGE:
            self.robots = robots(*remembered)

    def robots_due(self) -> bool:
        """Whether robots.txt is to be fetched before anything else."""
        return self.robots is None or time.time() - self.robots.fetched_at > MAX_AGE

    def pause(self, options: CrawlOptions) -> float:
        """Seconds between two requests: ours or the host's wish, which counts up to max_delay."""
        wish = min(self.robots.delay(), options.max_delay) if self.robots else 0.0
        return max(options.delay_of(self.name), wish)

    def over_limit(self, options: CrawlOptions) -> str | None:
        """The limit of this crawl that the host has reached."""
        spent = 0.0 if self.began is None else time.time() - self.began
        limits = (
            ("pages", options.max_pages_per_host, self.pages),
            ("bytes", options.max_bytes_per_host, self.bytes),
            ("seconds", options.max_seconds_per_host, spent),
        )
        reached = (f"{most:,.12g} {name}" for name, most, used in limits if most is not None and used >= most)
        return next(reached, None)

    def answered(self, now: float, options: CrawlOptions) -> None:
        """A request ended: the pause runs from here, so that no two requests arrive closer."""
        self.busy = False
        self.free_at = max(self.free_at, now + self.pause(options))

    def wait(self, until: float) -> None:
        """No request before this time."""
        self.free_at = max(self.free_at, until)
