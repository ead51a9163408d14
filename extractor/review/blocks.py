"""An article's text as HTML blocks with every figure marked: headings, paragraphs, captions, tables, PDF pages.

Each block says at which code point of the text it starts, and holds the text as it is, so that a selection on the
screen gives the same offsets.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from extractor.marking import Mark, direction, marked
from extractor.records import Article, Block

TAGS = {"title": "h1", "heading": "h2", "lead": "p", "paragraph": "p", "caption": "p", "cut": "p", "cell": "td"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One block: its element, kind, first code point, language, direction and inner HTML; `page` where one begins."""

    tag: str
    kind: str
    start: int
    language: str
    direction: str
    html: Markup
    page: int | None = None
    rows: tuple[tuple[Shown, ...], ...] = ()


def shown(article: Article, marks: Sequence[Mark]) -> list[Shown]:
    """The article's blocks in order; cells that follow each other are one table."""
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
    starts = [mark.start for mark in ordered]
    found: list[Shown] = []
    page = None
    for is_cell, group in groupby(_covering(article), lambda block: block.kind == "cell"):
        blocks = list(group)
        if is_cell:
            found.append(_table(article, blocks, ordered, starts))
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
    """Cells in rows: a new one begins where a cell stands under a column that is not to the right of the last one."""
    lines: list[list[Shown]] = []
    column = len(article.text)
    for cell in cells:
        head = cell.heads[-1][0] if cell.heads else cell.start
        at = head if head < cell.start else cell.start
        if not lines or (cell.heads and at <= column):
            lines.append([])
        column = at
        lines[-1].append(_block(article, cell, _within(cell, marks, starts)))
    first = cells[0]
    turned = "rtl" if sum(line[0].direction == "rtl" for line in lines) * 2 > len(lines) else "ltr"
    rows = tuple(tuple(line) for line in lines)
    return Shown("table", "table", first.start, first.language or "", turned, Markup(""), first.page, rows)
