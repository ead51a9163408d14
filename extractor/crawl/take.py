"""What becomes of an answer: a page to read, a list to follow, a redirect, a refusal; all written down."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extractor.crawl.archive import Archive, Place
from extractor.crawl.choose import Chooser
from extractor.crawl.discover import Found, links
from extractor.crawl.frontier import Entry, Frontier, State, settled
from extractor.crawl.media import LISTS, READABLE
from extractor.crawl.options import WOULD_BE_FETCHED, CrawlOptions, Fetch, Outcome
from extractor.crawl.pages import make_page, redirect
from extractor.crawl.read import read_page
from extractor.crawl.refusal import needs_script, refusal
from extractor.crawl.robots import Robots
from extractor.crawl.transport import Answer
from extractor.crawl.warc import Original
from extractor.errors import ParseError
from extractor.records import Page
from extractor.urls import shown

_MOST_HOPS = 8
_LATER = 3600.0
_BY_SCRIPT = "shows its text by scripts only; save it from a browser and add the file"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer with what belongs to it: the entry it was asked for, the host's rules, its place in the archive."""

    entry: Entry
    answer: Answer
    rules: Robots | None
    place: Place | None


class Taker:
    """Turns answers into fetches and frontier entries."""

    def __init__(self, options: CrawlOptions, frontier: Frontier, chooser: Chooser) -> None:
        self._options = options
        self._frontier = frontier
        self._chooser = chooser
        self._archive = Archive(options.archive) if options.archive else None

    def close(self) -> None:
        """Close the archive."""
        if self._archive is not None:
            self._archive.close()

    def archive(self, entry: Entry | None, answer: Answer) -> Place | None:
        """Write an answer to the archive; what follows from it may be written down only after that."""
        if self._archive is None:
            return None
        original = None
        if entry is not None and answer.status == 304 and entry.captured_at is not None:
            original = Original(entry.url, entry.captured_at)
        return self._archive.write(answer, original)

    def left_over(self) -> Iterator[Fetch]:
        """Pages fetched but not taken before the last crawl was cut off; without an archive they are fetched again."""
        for entry in self._frontier.fetched():
            page = self._archived(entry)
            if page is None:
                self._frontier.put([replace(entry, state=State.WAITING, sha256=None)])
            else:
                yield Fetch(entry.url, page, None, Outcome(entry.outcome or Outcome.NEW), entry.insecure)

    def _archived(self, entry: Entry) -> Page | None:
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
        """Headers that ask for the page only if it changed; of a list only if its old entries can still be read."""
        if not entry.sha256 or (entry.is_list and self._archived(entry) is None):
            return {}
        wanted = {"If-None-Match": entry.etag, "If-Modified-Since": entry.last_modified}
        return {name: value for name, value in wanted.items() if value}

    def end(self, entry: Entry, outcome: Outcome, reason: str, status: int | None = None) -> Fetch:
        """The entry ends without anything to read; a deferred one waits for a later crawl."""
        if outcome is Outcome.DEFERRED:
            until = time.time() + max(_LATER, 2 * self._options.patience)
            self._frontier.put([replace(entry, not_before=until, outcome=outcome, reason=reason, status=status)])
        else:
            self._frontier.put([settled(entry, outcome, reason, status=status, fetched_at=time.time())])
        return Fetch(entry.url, None, reason, outcome, entry.insecure)

    def take(self, arrival: Arrival) -> Iterator[Fetch]:
        """One answer's outcome."""
        answer = arrival.answer
        entry = replace(arrival.entry, insecure=answer.insecure)
        target = redirect(answer)
        if target is not None:
            yield self._redirected(entry, answer, target)
        elif answer.status == 304 and entry.sha256:
            yield from self._not_modified(entry, arrival)
        elif answer.status in (404, 410):
            gone = entry.sha256 is not None
            reason = f"the server answered {answer.status}: no such page" + (" any more" if gone else "")
            yield self.end(entry, Outcome.WITHDRAWN if gone else Outcome.FAILED, reason, answer.status)
        elif answer.status != 200:
            reason = f"the server answered {answer.status} {answer.reason}".rstrip()
            yield self.end(entry, Outcome.FAILED, reason, answer.status)
        else:
            yield from self._content(entry, arrival)

    def _not_modified(self, entry: Entry, arrival: Arrival) -> Iterator[Fetch]:
        """A page needs nothing; a list's entries may not have been followed yet."""
        page = self._archived(entry) if entry.is_list else None
        if page is None:
            yield self.end(entry, Outcome.UNCHANGED, "not modified since the last crawl", 304)
        else:
            found = links(page, self._options.discover)
            yield from self._list(replace(entry, fetched_at=time.time()), found, arrival.rules)

    def _redirected(self, entry: Entry, answer: Answer, target: str) -> Fetch:
        """Queue the target; each hop goes through its own host's queue, robots.txt and address guard.

        Back to where it came from leads a redirect that sets a cookie, to see whether the cookie comes.
        """
        wrong, sets_cookie = None, bool(answer.header("set-cookie"))
        if not target:
            wrong = f"redirects to {shown(answer.header('location'))}, which is no web page"
        elif entry.hops >= _MOST_HOPS:
            wrong = f"redirects more than {_MOST_HOPS} times"
        elif not sets_cookie and self._loops(entry.url, target):
            wrong = "redirects in a circle"
        if wrong:
            return self.end(entry, Outcome.FAILED, wrong, answer.status)
        reason = f"redirects to {target}"
        goal = self._chooser.goal(entry, target, again=sets_cookie)
        if goal is not None and goal.url == entry.url:
            self._frontier.put([goal])
            return Fetch(entry.url, None, f"{reason} with a cookie", Outcome.REDIRECTED, entry.insecure)
        moved = settled(entry, Outcome.REDIRECTED, reason, status=answer.status, target=target, fetched_at=time.time())
        self._frontier.put([moved] if goal is None else [moved, goal])
        return Fetch(entry.url, None, reason, Outcome.REDIRECTED, entry.insecure)

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

    def _content(self, entry: Entry, arrival: Arrival) -> Iterator[Fetch]:
        page = make_page(entry, arrival.answer)
        if not page.body.strip():
            yield self.end(entry, Outcome.FAILED, "the page is empty", 200)
        elif (rule := refusal(page.body, page.media_type)) is not None:
            yield self.end(entry, Outcome.REFUSED, turned_away(rule), 200)
        elif page.media_type not in READABLE | LISTS:
            yield self.end(entry, Outcome.SKIPPED, f"{page.media_type} holds no text that can be read", 200)
        else:
            found = links(page, self._options.discover)
            fetched = _fetched(entry, arrival, page.sha256)
            if found.kind != "article":
                yield from self._list(replace(fetched, is_list=True), found, arrival.rules)
            else:
                yield self._article(entry, fetched, page, self._entries(fetched, found, arrival.rules))

    def _entries(self, entry: Entry, found: Found, rules: Robots | None) -> list[Entry]:
        return self._chooser.follow(entry, found) + self._chooser.sitemaps(entry, rules)

    def _list(self, entry: Entry, found: Found, rules: Robots | None) -> Iterator[Fetch]:
        """Queue a list's entries; on a dry run only say which."""
        entries = self._entries(entry, found, rules)
        more = " (it is longer than what is read of one)" if found.is_cut else ""
        reason = f"{found.kind} with {len(found.links)} links{more}, {len(entries)} of them to fetch"
        shown = [one for one in entries if self._options.dry_run and one.depth > entry.depth]
        kept = [settled(one, Outcome.SKIPPED) if one in shown else one for one in entries]
        self._frontier.put([settled(entry, Outcome.LISTING, reason), *kept])
        yield Fetch(entry.url, None, reason, Outcome.LISTING, entry.insecure)
        yield from (Fetch(one.url, None, WOULD_BE_FETCHED, Outcome.SKIPPED) for one in shown)

    def _article(self, known: Entry, entry: Entry, page: Page, entries: list[Entry]) -> Fetch:
        """The page for the caller, or why there is none."""
        outcome, reason = Outcome.NEW if known.sha256 is None else Outcome.CHANGED, None
        if known.sha256 == page.sha256:
            outcome, reason = Outcome.UNCHANGED, "the same bytes as before"
        elif needs_script(page.body, page.media_type):
            outcome, reason = Outcome.FAILED, _BY_SCRIPT
        elif self._options.dry_run:
            outcome, reason = Outcome.SKIPPED, WOULD_BE_FETCHED
        if reason is not None:
            self._frontier.put([settled(entry, outcome, reason), *entries])
            return Fetch(entry.url, None, reason, outcome, entry.insecure)
        self._frontier.put([replace(entry, state=State.FETCHED, outcome=outcome, reason=None), *entries])
        return Fetch(entry.url, page, None, outcome, entry.insecure)


def turned_away(rule: str) -> str:
    """The reason for a page that is a refusal."""
    return f"the host turns visitors away ({rule}); ask its owner for access"


def _fetched(entry: Entry, arrival: Arrival, sha256: str) -> Entry:
    """The entry with what this answer says of it."""
    answer, place = arrival.answer, arrival.place
    return replace(
        entry,
        status=answer.status,
        etag=answer.header("etag") or None,
        last_modified=answer.header("last-modified") or None,
        sha256=sha256,
        fetched_at=answer.fetched_at,
        captured_at=answer.fetched_at,
        file=place.file if place else None,
        offset=place.offset if place else None,
        length=place.length if place else None,
        is_list=False,
    )
