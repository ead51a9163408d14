"""What becomes of an answer: a page to read, a list to follow, a redirect, a refusal; all written down."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from extractor.crawl.archive import Archive, Place
from extractor.crawl.discover import Found, Link, links
from extractor.crawl.frontier import Entry, Frontier, State, settled
from extractor.crawl.media import LISTS, READABLE, media_type
from extractor.crawl.options import CrawlOptions, Fetch, Outcome
from extractor.crawl.read import read_page
from extractor.crawl.refusal import needs_script, refusal
from extractor.crawl.robots import Robots
from extractor.crawl.shapes import dated_by_url
from extractor.crawl.transport import Answer
from extractor.crawl.warc import Original
from extractor.errors import ParseError
from extractor.records import Page
from extractor.urls import absolute, authority

_MOST_HOPS = 8
_LATER = 3600.0
_AGAIN = frozenset({Outcome.FAILED, Outcome.DEFERRED, Outcome.REFUSED, Outcome.SKIPPED, Outcome.WITHDRAWN})


class Taker:
    """Turns answers into fetches and frontier entries. `session`: when this crawl began, kill and resume included."""

    def __init__(self, options: CrawlOptions, frontier: Frontier, session: float) -> None:
        self._options = options
        self._frontier = frontier
        self._session = session
        self._since = _since(options.since)
        self._sitemaps: set[str] = set()
        self._archive = Archive(options.archive) if options.archive else None

    def close(self) -> None:
        """Close the archive."""
        if self._archive is not None:
            self._archive.close()

    def archive(self, entry: Entry | None, answer: Answer) -> Place | None:
        """Write an answer to the archive; what follows from it may be written down only after that."""
        if self._archive is None:
            return None
        held = entry is not None and answer.status == 304 and entry.captured_at is not None
        original = Original(entry.url, entry.captured_at) if held and entry and entry.captured_at else None
        return self._archive.write(answer, original)

    def starts(self, urls: Sequence[str]) -> list[Entry]:
        """The starts as entries, but for those that this crawl has finished before it was cut off."""
        return [entry for url in urls if (entry := self._wanted(Link(url, "start"), 0, 0)) is not None]

    def left_over(self) -> Iterator[Fetch]:
        """Pages fetched but not taken before the last crawl was cut off; without an archive they are fetched again."""
        for entry in self._frontier.fetched():
            page = self._from_archive(entry)
            if page is None:
                self._frontier.put([replace(entry, state=State.WAITING, sha256=None)])
            else:
                yield Fetch(entry.url, page, None, Outcome(entry.outcome or Outcome.NEW), entry.insecure)

    def _from_archive(self, entry: Entry) -> Page | None:
        """The entry's page as it was archived; None where the archive does not have these bytes."""
        if self._options.archive is None or entry.file is None or entry.offset is None:
            return None
        try:
            page = read_page(self._options.archive / entry.file, entry.offset)
        except ParseError:
            return None
        return replace(page, url=entry.origin or entry.url) if page.sha256 == entry.sha256 else None

    def taken(self, url: str) -> None:
        """The caller has the page."""
        entry = self._frontier.get(url)
        if entry is not None and entry.state is State.FETCHED:
            self._frontier.put([replace(entry, state=State.DONE)])

    def conditions(self, entry: Entry) -> Mapping[str, str]:
        """Headers that ask for the page only if it changed."""
        wanted = {"If-None-Match": entry.etag, "If-Modified-Since": entry.last_modified}
        return {name: value for name, value in wanted.items() if value and entry.sha256}

    def end(self, entry: Entry, outcome: Outcome, reason: str, status: int | None = None) -> Fetch:
        """The entry ends without anything to read; a deferred one waits for a later crawl."""
        if outcome is Outcome.DEFERRED:
            later = replace(entry, not_before=time.time() + _LATER, outcome=outcome, reason=reason, status=status)
            self._frontier.put([later])
        else:
            self._frontier.put([settled(entry, outcome, reason, status=status, fetched_at=time.time())])
        return Fetch(entry.url, None, reason, outcome, entry.insecure)

    def take(self, entry: Entry, answer: Answer, rules: Robots | None, place: Place | None) -> Iterator[Fetch]:
        """One answer's outcome."""
        entry = replace(entry, insecure=answer.insecure)
        target = redirect(answer)
        if target is not None:
            yield self._redirected(entry, answer, target)
        elif answer.status == 304 and entry.sha256:
            yield self.end(entry, Outcome.UNCHANGED, "not modified since the last crawl", 304)
        elif answer.status in (404, 410):
            gone = entry.sha256 is not None
            reason = f"the server answered {answer.status}: no such page" + (" any more" if gone else "")
            yield self.end(entry, Outcome.WITHDRAWN if gone else Outcome.FAILED, reason, answer.status)
        elif answer.status != 200:
            reason = f"the server answered {answer.status} {answer.reason}".rstrip()
            yield self.end(entry, Outcome.FAILED, reason, answer.status)
        else:
            yield self._content(entry, answer, rules, place)

    def _redirected(self, entry: Entry, answer: Answer, target: str) -> Fetch:
        """Queue the target; each hop goes through its own host's queue, robots.txt and address guard."""
        if target == "" or entry.hops >= _MOST_HOPS or self._loops(entry.url, target):
            if target == "":
                reason = f"redirects to {answer.header('location')[:120]!r}, which is no web page"
            else:
                reason = (
                    "redirects in a circle" if entry.hops < _MOST_HOPS else f"redirects more than {_MOST_HOPS} times"
                )
            return self.end(entry, Outcome.FAILED, reason, answer.status)
        origin = entry.origin or entry.url
        known = self._frontier.get(target)
        entries = [
            settled(
                entry, Outcome.REDIRECTED, f"to {target}", status=answer.status, target=target, fetched_at=time.time()
            )
        ]
        if known is None or self._stale(known, None):
            base = known or Entry(target, authority(target))
            entries.append(
                replace(
                    base,
                    state=State.WAITING,
                    depth=entry.depth,
                    hops=entry.hops + 1,
                    origin=origin,
                    attempts=0,
                    not_before=0.0,
                )
            )
        self._frontier.put(entries)
        return Fetch(entry.url, None, f"redirects to {target}", Outcome.REDIRECTED, entry.insecure)

    def _loops(self, url: str, target: str) -> bool:
        """Whether following known redirects from the target comes back to the URL."""
        for _ in range(_MOST_HOPS + 1):
            if target == url:
                return True
            known = self._frontier.get(target)
            if known is None or known.target is None or known.state is not State.DONE:
                return False
            target = known.target
        return True

    def _content(self, entry: Entry, answer: Answer, rules: Robots | None, place: Place | None) -> Fetch:
        page = make_page(entry, answer)
        if not page.body.strip():
            return self.end(entry, Outcome.FAILED, "the page is empty", 200)
        if (rule := refusal(page.body, page.media_type)) is not None:
            return self.end(
                entry, Outcome.REFUSED, f"the host turns visitors away ({rule}); ask its owner for access", 200
            )
        if page.media_type not in READABLE | LISTS:
            return self.end(entry, Outcome.SKIPPED, f"{page.media_type} holds no text that can be read", 200)
        found = links(page, self._options.discover)
        known = entry
        entry = replace(
            entry,
            status=200,
            etag=answer.header("etag") or None,
            last_modified=answer.header("last-modified") or None,
            sha256=page.sha256,
            fetched_at=answer.fetched_at,
            captured_at=answer.fetched_at,
            file=place.file if place else None,
            offset=place.offset if place else None,
            length=place.length if place else None,
        )
        entries = self._follow(entry, found) + self._from_robots(entry, rules)
        return self._page(known, entry, page, found, entries)

    def _page(self, known: Entry, entry: Entry, page: Page, found: Found, entries: list[Entry]) -> Fetch:
        """The page for the caller, or why there is none."""
        if found.kind != "article":
            reason = f"{found.kind} with {len(found.links)} links, {len(entries)} of them to fetch"
            self._frontier.put([settled(entry, Outcome.LISTING, reason), *entries])
            return Fetch(entry.url, None, reason, Outcome.LISTING, entry.insecure)
        if known.sha256 == page.sha256:
            self._frontier.put([settled(entry, Outcome.UNCHANGED, "the same bytes as before"), *entries])
            return Fetch(entry.url, None, "the same bytes as before", Outcome.UNCHANGED, entry.insecure)
        if needs_script(page.body, page.media_type):
            self._frontier.put([settled(entry, Outcome.FAILED, "shows its text by scripts only"), *entries])
            return Fetch(
                entry.url,
                None,
                "shows its text by scripts only; save it from a browser and add the file",
                Outcome.FAILED,
            )
        outcome = Outcome.NEW if known.sha256 is None else Outcome.CHANGED
        self._frontier.put([replace(entry, state=State.FETCHED, outcome=outcome, reason=None), *entries])
        return Fetch(entry.url, page, None, outcome, entry.insecure)

    def _follow(self, entry: Entry, found: Found) -> list[Entry]:
        """The links of a page that are to be fetched."""
        chosen: list[Entry | None] = []
        for link in found.links:
            if link.kind == "list" and entry.pages < self._options.listing_pages:
                chosen.append(self._wanted(link, entry.depth, entry.pages + 1))
            elif link.kind == "article" and entry.depth < self._options.depth:
                chosen.append(self._wanted(link, entry.depth + 1, 0))
            elif link.kind == "document":
                chosen.append(self._wanted(link, min(entry.depth + 1, self._options.depth), 0))
        return [one for one in chosen if one is not None]

    def _from_robots(self, entry: Entry, rules: Robots | None) -> list[Entry]:
        """The sitemaps that robots.txt names, once a host."""
        if rules is None or not self._options.discover or entry.host in self._sitemaps:
            return []
        self._sitemaps.add(entry.host)
        found = (absolute(entry.url, place) for place in rules.sitemaps())
        return [one for url in found if url and (one := self._wanted(Link(url, "list"), entry.depth, 1)) is not None]

    def _wanted(self, link: Link, depth: int, pages: int) -> Entry | None:
        """The entry to put for a link, None where it is known and fresh, or older than wished."""
        if self._since and link.kind == "article" and self._is_old(link):
            return None
        known = self._frontier.get(link.url)
        if known is None:
            return Entry(link.url, authority(link.url), depth=depth, pages=pages)
        if known.state is not State.DONE or not self._stale(known, link):
            return None
        return replace(
            known, state=State.WAITING, depth=depth, pages=pages, attempts=0, not_before=0.0, hops=0, target=None
        )

    def _is_old(self, link: Link) -> bool:
        """Whether a link is surely older than `since`, by its entry's date or its URL's, which may be partial."""
        if link.modified is not None:
            return link.modified < (self._since or 0.0)
        day, limit = dated_by_url(link.url), self._options.since or ""
        return day is not None and day[: len(limit)] < limit[: len(day)]

    def _stale(self, known: Entry, link: Link | None) -> bool:
        """Whether a known URL is to be asked for again: starts and lists always, pages when changed or aged."""
        if known.state is not State.DONE:
            return False
        fetched = known.fetched_at or 0.0
        if fetched >= self._session:
            return False
        if known.outcome in _AGAIN or (link is not None and link.kind in ("start", "list")):
            return True
        changed = link is not None and link.modified is not None and link.modified > fetched
        return changed or fetched < self._session - self._options.recheck


def redirect(answer: Answer) -> str | None:
    """The URL an answer redirects to, empty where that is no web page; None where it is no redirect."""
    if answer.status not in (301, 302, 303, 307, 308):
        return None
    return absolute(answer.url, answer.header("location")) or ""


def make_page(entry: Entry, answer: Answer) -> Page:
    """The page of an answer; `url` is the one first asked for, before redirects."""
    return Page(
        url=entry.origin or entry.url,
        final_url=answer.url,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        fetched_at=datetime.fromtimestamp(answer.fetched_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        media_type=media_type(answer.body, answer.header("content-type"), answer.url),
        sha256=hashlib.sha256(answer.body).hexdigest(),
    )


def _since(date: str | None) -> float | None:
    """Start of a day, month or year given in ISO 8601, in Vietnam's time."""
    if date is None:
        return None
    return datetime.fromisoformat((date + "-01-01")[:10] + "T00:00:00+07:00").timestamp()
