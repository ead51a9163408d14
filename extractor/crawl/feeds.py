"""The entries of feeds and sitemaps, broken ones included."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import TYPE_CHECKING

from extractor.crawl.media import FEED_ROOT, decode
from extractor.crawl.shapes import same_site
from extractor.records import Page
from extractor.urls import absolute, authority

if TYPE_CHECKING:
    from bs4 import Tag

_LONGEST_FEED = 2_000_000
_MOST_TAGS = 250_000
_MOST_ITEMS = 10_000
_TAG = re.compile(
    r"<(?P<prefix>\w{1,20}:)?(?P<name>loc|lastmod|publication_date|url|sitemap)(?:\s[^<>]{0,300})?>\s*(?:<!\[CDATA\[)?(?P<text>[^<\]]{0,4096})"
)


# An ampersand that begins no reference, as in links that nobody escaped; in CDATA it stands for itself.
_BARE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go. kind: article, document (attachment), list (feed, sitemap, listing); modified: since 1970 in s."""

    url: str
    kind: str
    modified: float | None = None


def sitemap_links(page: Page) -> Iterator[Link]:
    """Entries of a sitemap or sitemap index, read tag by tag so that a broken file still gives its whole ones."""
    place, kind, modified = "", "article", ""
    for tag in islice(_TAG.finditer(decode(page.body) or ""), _MOST_TAGS):
        name, text = tag["name"], html.unescape(tag["text"]).strip()
        if tag["prefix"] in ("image:", "video:", "xhtml:") or (tag["prefix"] == "news:" and name != "publication_date"):
            continue
        if name in ("url", "sitemap"):
            yield from _entry(page, place, kind, modified)
            place, modified, kind = "", "", "article" if name == "url" else "list"
        elif name == "loc":
            place = text
        elif name == "lastmod" or not modified:
            modified = text
    yield from _entry(page, place, kind, modified)


def _entry(page: Page, place: str, kind: str, modified: str) -> Iterator[Link]:
    url = absolute(page.final_url, place) if place else None
    if url and same_site(authority(url), authority(page.final_url)):
        yield Link(url, kind, when(modified))


def feed_links(page: Page) -> Iterator[Link]:
    """Entries of an RSS or Atom feed, and its next page."""
    from bs4 import BeautifulSoup

    text = decode(page.body) or ""
    begin = FEED_ROOT.search(text)
    if (
        begin is None or "<!ENTITY" in text
    ):  # no feed needs entities of its own; they are a known way to exhaust a reader
        return
    soup = BeautifulSoup(_BARE.sub(_escaped, text[begin.start() :][:_LONGEST_FEED]), "xml")
    for item in soup.find_all(["item", "entry"], limit=_MOST_ITEMS):
        place = _item_link(item)
        url = absolute(page.final_url, place) if place else None
        if url:
            yield Link(url, "article", _item_date(item))
    for tag in soup.find_all("link", rel="next", limit=1):
        url = absolute(page.final_url, str(tag.get("href", "")))
        if url:
            yield Link(url, "list")


def is_cut(page: Page) -> bool:
    """Whether a feed is longer than what is read of one."""
    text = decode(page.body) or ""
    return len(text) > _LONGEST_FEED or len(re.findall(r"<(?:item|entry)[\s>]", text)) > _MOST_ITEMS


def text_links(page: Page) -> Iterator[Link]:
    """Entries of a sitemap that is a plain text: a URL a line and nothing else."""
    lines = (decode(page.body) or "").split()
    if all(line.startswith(("http://", "https://")) for line in lines):
        for line in lines:
            yield from _entry(page, line, "article", "")


def _escaped(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else found[0]


def _below(item: Tag, *names: str) -> Iterator[Tag]:
    """Tags right below an item: looking deeper would let nested items cost the square of their number."""
    for child in item.children:
        if getattr(child, "name", None) in names:
            yield child  # type: ignore[misc]


def _item_link(item: Tag) -> str:
    for tag in _below(item, "link"):
        place = str(tag.get("href") or tag.get_text(strip=True))
        if place and tag.get("rel", "alternate") == "alternate":
            return place
    for guid in _below(item, "guid"):
        if guid.get("isPermaLink", "true") != "false":
            return guid.get_text(strip=True)
    return ""


def _item_date(item: Tag) -> float | None:
    dates = [when(tag.get_text(strip=True)) for tag in _below(item, "updated", "pubDate", "published", "date")]
    return max((date for date in dates if date is not None), default=None)


def when(text: str) -> float | None:
    """Seconds since 1970 of an ISO 8601 or e-mail date; None for any other, an empty one or one in the future."""
    try:
        date = datetime.fromisoformat(text.strip())
    except ValueError:
        try:
            date = parsedate_to_datetime(text.strip())
        except (ValueError, IndexError, OverflowError):
            return None
    try:
        seconds = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, ValueError):
        return None
    return seconds if 0 < seconds < datetime.now(UTC).timestamp() + 86_400 else None
