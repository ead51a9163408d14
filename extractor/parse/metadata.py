"""What a page says of itself outside its article: title, lead, date, address, in JSON-LD, meta elements and links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from extractor.parse.dates import read_date
from extractor.parse.tree import collapse
from extractor.urls import absolute

_JSON_MOST = 200_000
_PUBLISHED = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="pubdate"]',
    'meta[name="dc.date"]',
    'meta[name="DC.Date"]',
)
_PUBLISHED_IN = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')
_FORMS = ("m.", "amp.", "www.", "print.")


def content(tree: LexborHTMLParser, *selectors: str) -> str:
    """The content of the first meta element that has one."""
    for selector in selectors:
        for node in tree.css(selector):
            text = collapse(node.attributes.get("content") or "")
            if text:
                return text
    return ""


def description(tree: LexborHTMLParser) -> str:
    """The page's summary of itself, which on news pages is the lead."""
    return content(tree, 'meta[property="og:description"]', 'meta[name="description"]')


def published(tree: LexborHTMLParser) -> str | None:
    """The day from JSON-LD, meta elements, or a time element."""
    stated = (item.get("datePublished") for item in json_ld(tree))
    for text in stated:
        day = read_date(text) if isinstance(text, str) else None
        if day:
            return day
    for selector in _PUBLISHED:
        day = read_date(content(tree, selector))
        if day:
            return day
    times = (node.attributes.get("datetime") or "" for node in tree.css("time[datetime]"))
    return next(filter(None, map(read_date, times)), None)


def json_ld(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD; of what is no JSON its first date of publication."""
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text()
        if not 2 <= len(text) <= _JSON_MOST:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):  # broken as a whole, but a date in it is still the page's word
            stated = _PUBLISHED_IN.search(text)
            found = {"datePublished": stated[1]} if stated else {}
        graph = found.get("@graph", [found]) if isinstance(found, dict) else found
        yield from (item for item in (graph if isinstance(graph, list) else [graph]) if isinstance(item, dict))


def address(tree: LexborHTMLParser, url: str | None) -> str | None:
    """The page's own canonical address where it is believable: the same site, and not the home page for an article."""
    node = tree.head.css_first('link[rel="canonical"]') if tree.head is not None else None
    link = (node.attributes.get("href") or "") if node is not None else ""
    if not url:
        return absolute(link, "") if link else None
    named = absolute(url, link) if link else None
    if not named or _site(named) != _site(url) or (len(urlsplit(named).path) <= 1 < len(urlsplit(url).path)):
        return url
    # A canonical link that drops the query would make one article of all that a portal tells apart by `?nid=`.
    return (
        url
        if urlsplit(url).query and not urlsplit(named).query and urlsplit(url).path == urlsplit(named).path
        else named
    )


def _site(url: str) -> str:
    host = urlsplit(url).netloc
    for form in _FORMS:
        host = host.removeprefix(form)
    return host
