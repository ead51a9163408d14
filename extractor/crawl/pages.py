"""An answer as a page, or as the redirect that it is."""

from __future__ import annotations

import hashlib
import html
import re
from datetime import UTC, datetime

from extractor.crawl.frontier import Entry
from extractor.crawl.media import HTML, decode, media_type
from extractor.crawl.transport import Answer
from extractor.records import Page
from extractor.urls import absolute

_SMALL = 20_000
_SOON = 10
_META = re.compile(r"<meta\s[^<>]{0,300}http-equiv=[\"']?refresh[^<>]{0,600}>", re.IGNORECASE)
_GOAL = re.compile(r"content=[\"']?\s{0,9}(\d{1,4})\s{0,9}[;,]\s{0,9}url=\s{0,9}['\"]?([^'\"<>]{1,500})", re.IGNORECASE)


def redirect(answer: Answer) -> str | None:
    """The URL an answer redirects to, empty where that is no web page; None where it is no redirect."""
    target = location(answer)
    if target is None and answer.status == 200 and len(answer.body) < _SMALL:
        return _refresh(answer)
    return target


def location(answer: Answer) -> str | None:
    """The URL that the header of a redirect names, empty where that is no web page; None where it is no redirect."""
    if answer.status not in (301, 302, 303, 307, 308):
        return None
    place = _utf8(answer.header("location"))
    return absolute(answer.url, place) or "" if place.strip() else ""


def _utf8(header: str) -> str:
    """A header as most servers mean it: its bytes, which arrive as Latin-1, are UTF-8."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _refresh(answer: Answer) -> str | None:
    """Where a small page sends the browser on at once, as start pages of portals do; None where it does not."""
    if media_type(answer.body, answer.header("content-type")) != HTML:
        return None
    tag = _META.search(decode(answer.body) or "")
    goal = _GOAL.search(html.unescape(tag[0])) if tag else None
    target = absolute(answer.url, goal[2]) if goal and int(goal[1]) <= _SOON else None
    return None if target == answer.url else target


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
