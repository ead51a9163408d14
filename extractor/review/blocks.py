"""An article's text as HTML blocks with every figure marked: headings, paragraphs, captions, tables, PDF pages.

Each block says at which code point of the text it starts, and holds the text as it is, so that a selection on the
screen gives the same offsets.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from extractor.marking import Mark, direction, marked
from extractor.records import Article, Block
from extractor.review.grid import Place, grid

TAGS = {"title": "h1", "heading": "h2", "lead": "p", "paragraph": "p", "caption": "p", "cut": "p", "cell": "td"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One block: its element, kind, first code point, language, direction and inner HTML; `page` where one begins.

    rows: of a table; columns and lines: how far one of its cells reaches.
    """

    tag: str
    kind: str
    start: int
    language: str
    direction: str
    html: Markup
    page: int | None = None
    rows: tuple[tuple[Shown, ...], ...] = ()
    columns: int = 1
    lines: int = 1


def shown(article: Article, marks: Sequence[Mark]) -> list[Shown]:
    """The article's blocks in order; cells that follow each other are one table."""
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
    starts = [mark.start for mark in ordered]
    found: list[Shown] = []
    page = None
    for is_cell, group in groupby(_covering(article), lambda block: block.kind == "cell"):
        blocks = list(group)
        if is_cell:
            begins = blocks[0].page if blocks[0].page != page else None
            found.append(replace(_table(article, blocks, ordered, starts), page=begins))
            page = blocks[-1].page
            continue
        for block in blocks:
            begins = block.page if block.page != page else None
            page = block.page
            found.append(_block(article, block, _within(block, ordered, starts), begins))
    return found


def _covering(article: Article) -> Iterator[Block]:
    """The blocks, and the text between them that no block covers."""
    last = 0
    for block in sorted(article.blocks, key=lambda block: (block.start, block.end)):
        start, end = max(block.start, last), min(block.end, len(article.text))
        if article.text[last:start].strip():
            yield Block("paragraph", last, start)
        if end > start or block.kind == "cell":
            yield Block(block.kind, start, max(start, end), block.language, block.heads, block.page, block.box)
        last = max(last, end)
    if article.text[last:].strip():
        yield Block("paragraph", last, len(article.text))


def _within(block: Block, marks: Sequence[Mark], starts: Sequence[int]) -> Sequence[Mark]:
    return marks[bisect_left(starts, block.start) : bisect_left(starts, block.end)]


def _block(article: Article, block: Block, marks: Sequence[Mark], page: int | None = None) -> Shown:
    text = article.text[block.start : block.end]
    return Shown(
        tag=TAGS.get(block.kind, "p"),
        kind=block.kind,
        start=block.start,
        language=block.language or article.language or "",
        direction=direction(text),
        html=marked(article.text, block.start, block.end, marks),
        page=page,
    )


def _table(article: Article, cells: Sequence[Block], marks: Sequence[Mark], starts: Sequence[int]) -> Shown:
    """Cells in rows, under the heads that they know."""

    def cell(place: Place) -> Shown:
        if place.block is None:
            return _EMPTY
        made = _block(article, place.block, _within(place.block, marks, starts))
        return replace(made, tag="th" if place.is_head else "td", columns=place.columns, lines=place.lines)

    rows = tuple(tuple(map(cell, row)) for row in grid(cells))
    first = cells[0]
    turned = "rtl" if sum(row[0].direction == "rtl" for row in rows if row) * 2 > len(rows) else "ltr"
    return Shown("table", "table", first.start, first.language or "", turned, Markup(""), rows=rows)


_EMPTY = Shown("td", "empty", 0, "", "ltr", Markup(""))
