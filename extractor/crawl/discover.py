"""Where to go from a page: the entries of feeds, sitemaps and listing pages, and their next pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from extractor.crawl.media import FEED, HTML, SITEMAP, decode
from extractor.crawl.shapes import same_site, shapes
from extractor.records import Page
from extractor.urls import absolute, authority

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_HEADLINE = 30
_LONGEST_FEED = 5_000_000
_MOST_LINKS = 50_000
_TAG = re.compile(
    r"<(?P<prefix>\w{1,20}:)?(?P<name>loc|lastmod|url|sitemap)(?:\s[^<>]{0,300})?>\s*(?:<!\[CDATA\[)?(?P<text>[^<\]]{0,4096})"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go. kind: article, list (feed, sitemap, listing page); modified: seconds since 1970."""

    url: str
    kind: str
    modified: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a page is for a crawl (feed, sitemap, listing or article) and where it leads."""

    kind: str
    links: tuple[Link, ...] = ()


def links(page: Page, discover: bool = False) -> Found:
    """The links worth following from a page; `discover` also takes feeds and sections that a web page names."""
    if page.media_type == SITEMAP:
        return Found("sitemap", _unique(_sitemap(page)))
    if page.media_type == FEED:
        return Found("feed", _unique(_feed(page)))
    if page.media_type == HTML:
        return _web_page(page, discover)
    return Found("article")


def _unique(found: Iterator[Link]) -> tuple[Link, ...]:
    kept: dict[str, Link] = {}
    for link in found:
        if link.url not in kept and len(kept) < _MOST_LINKS:
            kept[link.url] = link
    return tuple(kept.values())


def _sitemap(page: Page) -> Iterator[Link]:
    """Entries of a sitemap or sitemap index, read tag by tag so that a broken file still gives its whole ones."""
    place, kind, modified = "", "article", ""
    for tag in _TAG.finditer(decode(page.body) or ""):
        name, text = tag["name"], html.unescape(tag["text"]).strip()
        if tag["prefix"] in ("image:", "video:", "news:", "xhtml:"):
            continue
        if name in ("url", "sitemap"):
            yield from _entry(page, place, kind, modified)
            place, modified, kind = "", "", "article" if name == "url" else "list"
        elif name == "loc":
            place = text
        else:
            modified = text
    yield from _entry(page, place, kind, modified)


def _entry(page: Page, place: str, kind: str, modified: str) -> Iterator[Link]:
    url = absolute(page.final_url, place) if place else None
    if url and same_site(authority(url), authority(page.final_url)):
        yield Link(url, kind, when(modified))


def _feed(page: Page) -> Iterator[Link]:
    """Entries of an RSS or Atom feed, and its next page."""
    from bs4 import BeautifulSoup

    text = (decode(page.body) or "")[:_LONGEST_FEED]
    if "<!ENTITY" in text:  # no feed needs entities of its own; they are a known way to exhaust a reader
        return
    soup = BeautifulSoup(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text.lstrip("\ufeff")), "xml")
    for item in soup.find_all(["item", "entry"]):
        url = absolute(page.final_url, _item_link(item))
        if url:
            yield Link(url, "article", _item_date(item))
    for tag in soup.find_all("link", rel="next"):
        url = absolute(page.final_url, str(tag.get("href", "")))
        if url:
            yield Link(url, "list")


def _item_link(item: Tag) -> str:
    for tag in item.select(":scope > link"):
        if tag.get("rel", "alternate") in ("alternate", ["alternate"]) and (
            tag.get("href") or tag.get_text(strip=True)
        ):
            return str(tag.get("href") or tag.get_text(strip=True))
    guid = item.select_one("guid")
    is_link = guid is not None and guid.get("isPermaLink", "true") != "false"
    return guid.get_text(strip=True) if guid is not None and is_link else ""


def _item_date(item: Tag) -> float | None:
    dates = [when(tag.get_text(strip=True)) for tag in item.find_all(["updated", "pubDate", "published", "date"])]
    return max((date for date in dates if date is not None), default=None)


def when(text: str) -> float | None:
    """Seconds since 1970 of an ISO 8601 or e-mail date; None for any other, an empty one or one in the future."""
    try:
        date = datetime.fromisoformat(text.strip())
    except ValueError:
        try:
            date = parsedate_to_datetime(text.strip())
        except (ValueError, IndexError):
            return None
    try:
        seconds = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, ValueError):
        return None
    return seconds if 0 < seconds < datetime.now(UTC).timestamp() + 86_400 else None


def _web_page(page: Page, discover: bool) -> Found:
    """A listing with its entries, or an article; with `discover` an article's links as well."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(decode(page.body) or "", "lxml")
    base_tag = soup.select_one("base[href]")
    base = absolute(page.final_url, str(base_tag["href"])) if base_tag else None
    anchors = list(_anchors(soup, base or page.final_url, authority(page.final_url)))
    entries = [url for url, kind, _ in anchors if kind == "article"]
    listing = _is_listing(page, soup, len(set(entries)))
    if not listing and not discover:
        return Found("article")
    found = [Link(url, "article") for url in entries]
    if listing:
        found += [Link(url, "list") for url, kind, tag in anchors if _is_next(tag) or kind == "listing"]
    if discover:
        found += [Link(url, "list") for url in _feeds(soup, base or page.final_url)]
        found += [Link(url, "list") for url, kind, _ in anchors if kind == "section"]
    own = page.final_url
    return Found("listing" if listing else "article", _unique(link for link in found if link.url != own))


def _anchors(soup: BeautifulSoup, base: str, host: str) -> Iterator[tuple[str, str, Tag]]:
    """URL, kind (article, listing, section) and tag of each link that stays on the site."""
    rules = shapes()
    for tag in soup.find_all("a", href=True)[:5000]:
        url = absolute(base, str(tag["href"]))
        if url is None or not same_site(authority(url), host):
            continue
        kind = rules.kind(url)
        if kind is None:
            kind = "article" if len(tag.get_text(" ", strip=True)) >= _HEADLINE else "section"
        if kind != "skip":
            yield url, kind, tag


def _is_next(tag: Tag) -> bool:
    words = tag.get_text(" ", strip=True)
    return "next" in (tag.get("rel") or []) or (len(words) < 40 and shapes().is_next(words))


def _feeds(soup: BeautifulSoup, base: str) -> Iterator[str]:
    for tag in soup.find_all("link", rel="alternate", type=re.compile(r"(?:rss|atom)\+xml"), href=True):
        url = absolute(base, str(tag["href"]))
        if url:
            yield url


def _is_listing(page: Page, soup: BeautifulSoup, entries: int) -> bool:
    """No sign of an article, and more links to articles than text of its own."""
    kind = shapes().kind(page.final_url)
    if entries == 0 or (kind == "article" and entries < 30) or _is_marked_article(soup):
        return False
    if kind == "listing" or (page.final_url.count("/") == 3 and page.final_url.endswith("/")):
        return True
    own = sum(len(p.get_text(" ", strip=True)) for p in soup.find_all("p") if p.find_parent("a") is None)
    return entries >= 2 and own < 200 * entries


def _is_marked_article(soup: BeautifulSoup) -> bool:
    marks: tuple[dict[str, Any], ...] = (
        {"property": "og:type", "content": "article"},
        {"property": "article:published_time"},
        {"itemprop": "articleBody"},
    )
    return any(soup.find(attrs=mark) is not None for mark in marks)
