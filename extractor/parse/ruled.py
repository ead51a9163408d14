"""Reading a page by a site rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.parse import metadata
from extractor.parse.body import Body, attribute, fault_of, first, text_of
from extractor.parse.dates import read_date
from extractor.parse.draft import Piece
from extractor.parse.marks import marks, source_url
from extractor.parse.tree import Walker
from extractor.sites import Site, sites
from extractor.urls import absolute, authority

_CUT_LONGEST = 200
_DATE_ATTRIBUTES = ("datetime", "content", "title")
# A line that ends the article has less behind it than this share of the text; else it is a box in its midst.
_TAIL = 0.5
_CODED_LEAST = 60
_CODED = re.compile(r"[A-Za-z0-9+/=]+")


def recognised(tree: LexborHTMLParser, url: str | None) -> Iterator[Site]:
    """The rules that may fit a page: by its host, its markup, the shape of its URL."""
    rules, seen = sites(), set()
    by_host = rules.at(authority(url).split(":")[0]) if url else ()
    by_markup = (site for site in rules.special if first(tree, site.selectors["recognise"]) is not None)
    for group in (by_host, by_markup, rules.shaped(url) if url else ()):
        for site in group:
            if site.id not in seen and site.selectors["body"]:
                seen.add(site.id)
                yield site


def read_by(site: Site, tree: LexborHTMLParser, url: str | None, latest: str | None = None) -> Body:
    """What a rule reads of a page; `latest` is the last day that it can have been published."""
    body = Body(site.id)
    title, lead = first(tree, site.selectors["title"]), first(tree, site.selectors["lead"])
    body.title, body.lead = text_of(title), text_of(lead)
    body.published = date_by(site, tree, url, latest)
    body.original = _original(site, tree, url)
    root = first(tree, site.selectors["body"])
    if root is None:
        body.fault = "its body is not on the page"
        return body
    walker = Walker(_kinds(root, site, [title, lead]))
    body.pieces, body.images = until_cut(walker.walk(root), site.cut), walker.images
    body.pieces, body.coded = uncoded(body.pieces)
    body.fault = fault_of(body.pieces)
    return body


def date_by(site: Site, tree: LexborHTMLParser, url: str | None, latest: str | None = None) -> str | None:
    """The day by a rule: its date nodes (attributes first), the page's metadata, the URL; none after `latest`."""
    for day in _days(site, tree, url):
        if day and not (latest and day > latest):
            return day
    return None


def _days(site: Site, tree: LexborHTMLParser, url: str | None) -> Iterator[str | None]:
    for selector in site.selectors["date"]:
        for node in _nodes(tree, selector):
            for name in _DATE_ATTRIBUTES:
                text = attribute(node, name)
                yield read_date(text, site.date_formats) if text else None
            yield read_date(text_of(node), site.date_formats)
    yield metadata.published(tree)
    if url:
        yield from (shape.date(url) for shape in site.shapes)


def _nodes(tree: LexborHTMLParser, selector: str) -> Iterator[LexborNode]:
    """The first five nodes; the whole page is searched only by who asks for a second one."""
    found = tree.css_first(selector)
    if found is not None:
        yield found
        yield from tree.css(selector)[1:5]


def _original(site: Site, tree: LexborHTMLParser, url: str | None) -> str | None:
    node = first(tree, site.selectors["original"])
    link = attribute(node, "href")
    return absolute(url or "", link) if link else source_url(text_of(node))


def _kinds(root: LexborNode, site: Site, outside: Sequence[LexborNode | None]) -> dict[int, str]:
    """The nodes of a body that are no plain paragraphs: what to leave out, captions, the author's line."""
    kinds: dict[int, str] = {}
    for name, kind in (("caption", "caption"), ("author", "cut"), ("drop", "drop"), ("date", "drop")):
        if site.selectors[name]:
            kinds.update((node.mem_id, kind) for node in root.css(", ".join(site.selectors[name])))
    kinds.update((node.mem_id, "drop") for node in outside if node is not None)
    kinds.pop(root.mem_id, None)
    return kinds


def uncoded(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """The pieces without those that a site's scripts would decipher, and how many those were."""
    kept = [piece for piece in pieces if len(piece.text) < _CODED_LEAST or not _CODED.fullmatch(piece.text)]
    return kept, len(pieces) - len(kept)


def until_cut(pieces: list[Piece], cut: re.Pattern[str]) -> list[Piece]:
    """The pieces before the line that ends the article ("Tin liên quan"); source lines behind it stay."""
    total = sum(len(piece.text) for piece in pieces)
    rest = total
    for number, piece in enumerate(pieces):
        if number and rest <= _TAIL * total and len(piece.text) <= _CUT_LONGEST and cut.match(piece.text):
            return pieces[:number] + [piece for piece in pieces[number:] if marks().is_cut(piece.text)]
        rest -= len(piece.text)
    return pieces
