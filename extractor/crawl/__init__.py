"""URL → Page: polite fetching, discovery, archive; the only place that touches the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractor.crawl.frontier import Entry, Frontier, MemoryFrontier, State
from extractor.crawl.options import CrawlOptions, Fetch, Outcome, Progress
from extractor.records import Page

__all__ = [
    "CrawlOptions",
    "Entry",
    "Fetch",
    "Frontier",
    "MemoryFrontier",
    "Outcome",
    "Progress",
    "State",
    "crawl",
    "enqueue",
    "probe",
    "read_archive",
]


def crawl(starts: Sequence[str], options: CrawlOptions, frontier: Frontier) -> Iterator[Fetch]:
    """Fetch from these URLs on, politely; yields each URL's end. FetchError at once where a start is no URL.

    A page counts as handed over when the next one is asked for; else the next crawl hands it over again.
    """
    from extractor.crawl.crawler import Crawler
    from extractor.urls import canonical

    urls = [canonical(start) for start in starts]
    if options.dry_run:
        frontier, options = MemoryFrontier(), replace(options, archive=None)
    return Crawler(options, frontier).run(urls)


def enqueue(frontier: Frontier, urls: Iterable[str], depth: int = 1) -> int:
    """Queue pages met elsewhere, such as a translation's original; a running crawl takes them. How many were new."""
    from extractor.urls import authority, canonical

    known = (canonical(url) for url in urls)
    entries = [Entry(url, authority(url), depth=depth) for url in known if frontier.get(url) is None]
    frontier.put(entries)
    return len(entries)


def probe(urls: Sequence[str], options: CrawlOptions) -> Iterator[Fetch]:
    """Asks for each URL once, follows and remembers nothing: what is there, or why not.

    A feed that its host also gives at another path is `skipped`: many servers answer any wrong path with a default.
    """
    frontier, seen = MemoryFrontier(), dict[tuple[str, str], str]()
    once = replace(options, depth=0, listing_pages=0, discover=False, archive=None, dry_run=False)
    for fetch in crawl(urls, once, frontier):
        entry = frontier.get(fetch.url)
        first = fetch.url
        if entry is not None and entry.is_list and entry.sha256:
            first = seen.setdefault((entry.host, entry.sha256), fetch.url)
        same = f"the same as {first}"
        yield fetch if first == fetch.url else replace(fetch, outcome=Outcome.SKIPPED, reason=same)


def read_archive(path: Path, say: Callable[[str], None] | None = None) -> Iterator[Page]:
    """Pages in a .warc, .warc.gz or .wacz file; `say` hears of records left out. ParseError where it is no archive."""
    from extractor.crawl.read import read_archive as read

    return read(path, say)
