"""Reading a page by a site rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.parse import metadata
from extractor.parse.body import Body, attribute, fault_of, first, text_of
from extractor.parse.dates import read_date
from extractor.parse.draft import Piece
from extractor.parse.marks import marks, source_url
from extractor.parse.raised import raise_figures
from extractor.parse.tree import Walker
from extractor.sites import Site, sites
from extractor.urls import absolute, authority

_CUT_LONGEST = 200
_DATE_ATTRIBUTES = ("datetime", "content", "title")
# A line that ends the article has less behind it than this share of the text; else it is a box in its midst.
_TAIL = 0.5
_CODED_LEAST = 60
_MOST_DATES = 5
_CODED = re.compile(r"[A-Za-z0-9+/=]+")


def recognised(tree: LexborHTMLParser, url: str | None) -> Iterator[Site]:
    """The rules that may fit a page: by its host, its markup, the shape of its URL."""
    rules, seen = sites(), set()
    by_host = rules.at(authority(url).split(":")[0]) if url else ()
    by_markup = (site for site in rules.special if _is_marked(tree, site.selectors["recognise"]))
    for group in (by_host, by_markup, rules.shaped(url) if url else ()):
        for site in group:
            if site.id not in seen and site.selectors["body"]:
                seen.add(site.id)
                yield site


def _is_marked(tree: LexborHTMLParser, selectors: Sequence[str]) -> bool:
    """Whether the page holds what tells a family; one search for all of it."""
    return bool(selectors) and tree.css_first(", ".join(selectors)) is not None


def read_by(site: Site, tree: LexborHTMLParser, url: str | None, latest: str | None = None) -> Body:
    """What a rule reads of a page; `latest` is the last day that it can have been published."""
    body = Body(site.id)
    root = first(tree, site.selectors["body"])
    title, lead = _around(root, tree, site.selectors["title"]), _around(root, tree, site.selectors["lead"])
    raise_figures(root, title, lead)
    body.title, body.lead = text_of(title), text_of(lead)
    body.published = date_by(site, tree, url, latest, root)
    body.original = _original(site, tree, url)
    if root is None:
        body.fault = "its body is not on the page"
        return body
    walker = Walker(_kinds(root, site, [title, lead]))
    body.pieces, body.images = until_cut(walker.walk(root), site.cut), walker.images
    body.pieces, body.coded = uncoded(body.pieces)
    body.fault = fault_of(body.pieces)
    return body


def _around(root: LexborNode | None, tree: LexborHTMLParser, selectors: Sequence[str]) -> LexborNode | None:
    """The node beside the body, which is found sooner than in the whole page; else the first one in the page."""
    near = first(root.parent, selectors) if root is not None and root.parent is not None else None
    return near if near is not None and not _is_inside(near, root) else first(tree, selectors)


def _is_inside(node: LexborNode, root: LexborNode | None) -> bool:
    above: LexborNode | None = node
    while above is not None and root is not None:
        if above.mem_id == root.mem_id:
            return True
        above = above.parent
    return False


def date_by(
    site: Site, tree: LexborHTMLParser, url: str | None, latest: str | None = None, root: LexborNode | None = None
) -> str | None:
    """The day by a rule: its date nodes (attributes first), the page's metadata, the URL; none after `latest`."""
    nodes = (node for selector in site.selectors["date"] for node in _date_nodes(root, tree, selector))
    read = (day for node in nodes for day in _days(node, site))
    for day in chain(read, _days_elsewhere(site, tree, url)):
        if day and not (latest and day > latest):
            return day
    return None


def _date_nodes(root: LexborNode | None, tree: LexborHTMLParser, selector: str) -> Iterator[LexborNode]:
    """The nodes a selector finds; the whole page is searched only by who asks for a second one."""
    found = _around(root, tree, (selector,))
    if found is not None:
        yield found
        yield from tree.css(selector)[:_MOST_DATES]


def _days(node: LexborNode, site: Site) -> Iterator[str | None]:
    for name in _DATE_ATTRIBUTES:
        text = attribute(node, name)
        yield read_date(text, site.date_formats) if text else None
    yield read_date(text_of(node), site.date_formats)


def _days_elsewhere(site: Site, tree: LexborHTMLParser, url: str | None) -> Iterator[str | None]:
    yield metadata.published(tree)
    if url:
        yield from (shape.date(url) for shape in site.shapes)


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
