"""Pages without a rule: trafilatura finds the readable part, the lead it drops is put back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.parse import metadata
from extractor.parse.body import Body, attribute, fault_of, first, key, once, text_of
from extractor.parse.dates import read_date
from extractor.parse.draft import Piece
from extractor.parse.raised import with_raised_signs
from extractor.parse.ruled import until_cut
from extractor.parse.tables import Cell, Grid, link
from extractor.parse.tree import collapse, lines_of
from extractor.sites import sites

_LEADS = (
    "[class*=sapo]",
    "p[itemprop=description], div[itemprop=description], h2[itemprop=description]",
    "[class*=article-lead]",
    "[class*=article-summary]",
)
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,8}));?", re.IGNORECASE)
_ELLIPSIS = ("…", "...")
_KINDS = {"head": "heading", "figcaption": "caption"}


def without_rule(tree: LexborHTMLParser, source: str, url: str | None, latest: str | None) -> Body:
    """What can be read of a page that no rule fits."""
    body = Body("trafilatura")
    body.pieces = once(_without_tail(_pieces(source)))
    body.title = _title(tree)
    body.lead = _lead(tree, body.pieces)
    body.published = _published(tree, url, latest)
    body.images = len(tree.css("article img"))
    body.fault = fault_of(body.pieces)
    return body


def _title(tree: LexborHTMLParser) -> str:
    """The heading that the page's own title confirms, since the first h1 of many pages is the paper's name."""
    told = metadata.content(tree, 'meta[property="og:title"]') or text_of(first(tree, ("title",)))
    headings = [text_of(node) for node in tree.css("h1")[:10]]
    confirmed = next((text for text in headings if text and key(text) in key(told)), "")
    return confirmed or told or next(iter(headings), "")


def _published(tree: LexborHTMLParser, url: str | None, latest: str | None) -> str | None:
    """The day in the page's metadata, else in a node named for it that is not the header's clock, else in the URL."""
    days = [metadata.published(tree), *_named_days(tree), _day_of_url(url)]
    return next((day for day in days if day and not (latest and day > latest)), None)


def _named_days(tree: LexborHTMLParser) -> Iterator[str | None]:
    default = sites().default
    for selector in default.selectors["date"] if default else ():
        for node in tree.css(selector)[:5]:
            if not _is_in_furniture(node):
                yield read_date(attribute(node, "content") or text_of(node))


def _is_in_furniture(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in ("header", "nav", "footer", "aside"):
            return True
        above = above.parent
    return False


def _day_of_url(url: str | None) -> str | None:
    shapes = (shape for site in sites().shaped(url or "") for shape in site.shapes)
    return next(filter(None, (shape.date(url or "") for shape in shapes)), None)


def _without_tail(pieces: list[Piece]) -> list[Piece]:
    default = sites().default
    return until_cut(pieces, default.cut) if default else pieces


def _lead(tree: LexborHTMLParser, pieces: list[Piece]) -> str:
    """The lead by its usual names, else the page's description; empty where the body has it already."""
    text = text_of(first(tree, _LEADS))
    whole = key(" ".join(piece.text for piece in pieces))
    if not text:
        text = metadata.description(tree)
        if text.endswith(_ELLIPSIS) and key(text[:-3])[:60] in whole:
            return ""
    return "" if not text or key(text) in whole else text


def _pieces(source: str) -> list[Piece]:
    """trafilatura's reading of a page, block by block."""
    from trafilatura import bare_extraction

    source = with_raised_signs(_REFERENCE.sub(_holdable, source))
    try:
        found = bare_extraction(source, fast=True, include_tables=True, include_comments=False, with_metadata=False)
    except (RecursionError, ValueError, AssertionError):
        return []
    root = getattr(found, "body", None)
    return list(_blocks(root)) if root is not None else []


def _holdable(reference: re.Match[str]) -> str:
    """A character reference, empty where no XML can hold the sign: trafilatura would give up the whole page."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    is_sound = code in (9, 10, 13) or (32 <= code <= 0x10FFFF and code not in (0xFFFE, 0xFFFF))
    return reference[0] if is_sound else ""


def _blocks(root: Any) -> Iterator[Piece]:
    """The blocks of trafilatura's tree: p, head, quote, list, table, and bare text between them."""
    for node in root:
        if node.tag == "table":
            yield from _table(node)
        elif node.tag == "list":
            yield from (Piece("paragraph", line) for item in node for line in lines_of(_text(item)))
        elif node.tag != "graphic":
            yield from (Piece(_KINDS.get(node.tag, "paragraph"), line) for line in lines_of(_text(node)))
        yield from (Piece("paragraph", line) for line in lines_of(node.tail or ""))


def _text(node: Any) -> str:
    """The text of a node with its line breaks; white space of the source is no break."""
    parts = []
    for inner in node.iter():
        if inner is not node and inner.tag in ("lb", "p", "item"):
            parts.append("\n")
        parts.append(" ".join((inner.text or "").split("\n")))
        if inner is not node:
            parts.append(" ".join((inner.tail or "").split("\n")))
    return "".join(parts)


def _table(table: Any) -> list[Piece]:
    rows = [[cell for cell in row if cell.tag == "cell"] for row in table.iter("row")]
    grid: Grid = [
        [Cell(Piece("cell", collapse(" ".join(cell.itertext()))), cell.get("role") == "head") for cell in row]
        for row in rows
    ]
    if len(grid) < 2 or max(map(len, grid)) < 2:
        return [cell.piece for row in grid for cell in row if cell is not None]
    marked = int(all(cell is not None and cell.is_head for cell in grid[0]))
    return link(grid, marked)
