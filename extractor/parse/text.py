"""Plain text: nothing is stripped; blocks are the lines that hold something, offsets count from the first sign.

Lines that were only broken to fit a width are one block; those of a table are one block a cell.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.errors import ParseError
from extractor.normal import nfc
from extractor.parse.draft import Facts, Piece, checked_url, record
from extractor.parse.language import mark
from extractor.parse.marks import marks
from extractor.parse.piped import with_cells
from extractor.records import Article, Block
from extractor.wraps import wraps

_TITLE = 120


def article_of_text(text: str, facts: Facts) -> Article:
    """The article of a plain text in NFC; ParseError where it is empty."""
    text = nfc(text)
    if not text.strip():
        raise ParseError("the text is empty", "give a text with at least one line")
    facts.url = checked_url(facts.url)
    lines = with_cells(list(_lines(text)))
    pieces = [piece for _, piece, _ in lines]
    marks().cut(pieces)
    facts.language = mark(pieces, facts.language, None)
    facts.original_url = facts.original_url or marks().source(pieces)
    facts.title = facts.title or _title(pieces)
    blocks = tuple(Block(one.kind, start, start + len(one.text), one.language, heads) for start, one, heads in lines)
    return record(text, blocks, facts, "text")


def _lines(text: str) -> Iterator[tuple[int, Piece]]:
    """Where each block begins, and the block."""
    first, start = 0, 0
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        start += len(line) + 1
        if wraps(line, following):
            continue
        block = text[first : start - 1]
        if inner := block.strip():
            yield first + block.index(inner), Piece("paragraph", inner)
        first = start


def _title(pieces: list[Piece]) -> str:
    first = pieces[0].text
    return first if len(first) <= _TITLE else first[: first.rfind(" ", 0, _TITLE)].rstrip() + "…"
