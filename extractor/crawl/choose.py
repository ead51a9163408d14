"""Which links are to be fetched: new ones, changed ones, and old ones whose last visit is long ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.crawl.discover import Found
from extractor.crawl.feeds import Link
from extractor.crawl.frontier import Entry, Frontier, State
from extractor.crawl.options import CrawlOptions, Outcome, start_of
from extractor.crawl.robots import Robots
from extractor.crawl.shapes import dated_by_url
from extractor.urls import absolute, authority

_AGAIN = frozenset({Outcome.FAILED, Outcome.DEFERRED, Outcome.REFUSED, Outcome.SKIPPED, Outcome.WITHDRAWN})


class Chooser:
    """Compares links with what is known. `session`: when this crawl began, kill and resume included."""

    def __init__(self, options: CrawlOptions, frontier: Frontier) -> None:
        self._options = options
        self._frontier = frontier
        self.session = 0.0
        self._since = start_of(options.since) if options.since else None
        self._asked: set[str] = set()

    def starts(self, urls: Sequence[str]) -> list[Entry]:
        """The starts as entries, but for those that this crawl has finished before it was cut off."""
        return [entry for url in urls if (entry := self.wanted(Link(url, "start"), 0, 0)) is not None]

    def follow(self, entry: Entry, found: Found) -> list[Entry]:
        """The links of a page that are to be fetched."""
        chosen: list[Entry | None] = []
        # The newest first, so that a limited crawl gets them; entries without a date keep their order.
        for link in sorted(found.links, key=lambda link: -(link.modified or 0.0)):
            if link.kind == "list" and entry.pages < self._options.listing_pages:
                chosen.append(self.wanted(link, entry.depth, entry.pages + 1))
            elif link.kind == "article" and entry.depth < self._options.depth:
                chosen.append(self.wanted(link, entry.depth + 1, 0))
            elif link.kind == "document" and self._options.depth > 0:
                chosen.append(self.wanted(link, min(entry.depth + 1, self._options.depth), 0))
        return [one for one in chosen if one is not None]

    def sitemaps(self, entry: Entry, rules: Robots | None) -> list[Entry]:
        """The sitemaps that robots.txt names, once a host."""
        if rules is None or not self._options.discover or entry.host in self._asked:
            return []
        self._asked.add(entry.host)
        found = (absolute(entry.url, place) for place in rules.sitemaps())
        return [one for url in found if url and (one := self.wanted(Link(url, "list"), entry.depth, 1)) is not None]

    def goal(self, entry: Entry, target: str, again: bool = False) -> Entry | None:
        """The entry for a redirect's target, None where it is known and fresh, unless it is to be asked `again`."""
        known = self._frontier.get(target)
        if known is not None and not again and not self._is_stale(known, None):
            return None
        asked = _again(known or Entry(target, authority(target)))
        return replace(asked, depth=entry.depth, hops=entry.hops + 1, origin=entry.origin or entry.url)

    def wanted(self, link: Link, depth: int, pages: int) -> Entry | None:
        """The entry to put for a link, None where it is known and fresh, or older than wished."""
        if self._since and link.kind == "article" and self._is_old(link):
            return None
        known = self._frontier.get(link.url)
        if known is None:
            return Entry(link.url, authority(link.url), depth=depth, pages=pages)
        put_off = known.state is State.WAITING and known.outcome == Outcome.DEFERRED and link.kind == "start"
        if put_off or self._is_stale(known, link):
            return replace(_again(known), depth=depth, pages=pages, hops=0)
        return None

    def _is_old(self, link: Link) -> bool:
        """Whether a link is surely older than `since`, by its entry's date or its URL's, which may be partial."""
        if link.modified is not None:
            return link.modified < (self._since or 0.0)
        day, limit = dated_by_url(link.url), self._options.since or ""
        return day is not None and day[: len(limit)] < limit[: len(day)]

    def _is_stale(self, known: Entry, link: Link | None) -> bool:
        """Whether a known URL is to be asked for again: starts and lists always, pages when changed or aged."""
        fetched = known.fetched_at or 0.0
        if known.state is not State.DONE or fetched >= self.session:
            return False
        if known.outcome in _AGAIN or (link is not None and link.kind in ("start", "list")):
            return True
        changed = link is not None and link.modified is not None and link.modified > fetched
        return changed or fetched < self.session - self._options.recheck


def _again(known: Entry) -> Entry:
    return replace(known, state=State.WAITING, outcome=None, attempts=0, not_before=0.0, target=None)
