"""Lines of a PDF page and the paragraphs they make: heads and page numbers out, lines joined, hyphens mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractor.parse.draft import Piece
from extractor.parse.marks import marks
from extractor.parse.tree import collapse

Box = tuple[float, float, float, float]
_EDGE_LINES = 2
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"(?:[-–—•+*▪●]\s|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[a-zđA-ZĐ][.)]\s|[IVXLC]{1,6}\.\s)")
_SENTENCE_END = tuple(".!?:;…۔؟")
# PDFium marks a hyphen at a line's end with one of these.
_HYPHEN_MARKS = ("\x02", "\ufffe")
_WORD_PART = re.compile(r"[A-Za-z]{2,}-$")


@dataclass(slots=True)
class Line:
    """One line of text with its page (from 1) and its box from the page's top left, in points."""

    text: str
    page: int
    box: Box

    @property
    def height(self) -> float:
        """How high the line stands, in points."""
        return self.box[3] - self.box[1]


def without_furniture(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without head and foot lines that most pages share."""
    shared = Counter(shape for lines in pages for shape in {_shape(line) for line in _edges(lines)})
    known = marks()
    least = max(2, (len(pages) + 1) // 2)

    def is_furniture(line: Line, edges: Sequence[Line]) -> bool:
        at_edge = any(line is edge for edge in edges)
        return at_edge and (shared[_shape(line)] >= least or known.kind(line.text, "page") is not None)

    return [[line for line in lines if not is_furniture(line, _edges(lines))] for lines in pages]


def _edges(lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: line.box[1])
    return ordered[:_EDGE_LINES] + ordered[max(len(ordered) - _EDGE_LINES, _EDGE_LINES) :]


def _shape(line: Line) -> tuple[str, int]:
    """A line's text without its numbers, and its height on the page in steps of 8 points."""
    return _DIGITS.sub("#", line.text), round(line.box[1] / 8)


def paragraphs(lines: Sequence[Line]) -> Iterator[Piece]:
    """Paragraphs of lines in reading order; one that runs over a page's end keeps the page and box of its beginning."""
    held: list[Line] = []
    step = _usual_step(lines)
    right = _right_edges(lines)
    for line in lines:
        if held and not _continues(held, line, step, right.get(held[-1].page, line.box[2])):
            yield _piece(held)
            held = []
        held.append(line)
    if held:
        yield _piece(held)


def _usual_step(lines: Sequence[Line]) -> float:
    """The usual distance from one line's top to the next one's."""
    pairs = pairwise(lines)
    steps = [
        below.box[1] - above.box[1]
        for above, below in pairs
        if below.page == above.page and below.box[1] > above.box[1]
    ]
    return median(steps) if steps else 14.0


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    edges: dict[int, float] = {}
    for line in lines:
        edges[line.page] = max(edges.get(line.page, 0.0), line.box[2])
    return edges


def _continues(held: Sequence[Line], line: Line, step: float, right: float) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last = held[-1]
    if _ITEM.match(line.text):
        return False
    if line.page != last.page:
        return line.page == last.page + 1 and not last.text.endswith(_SENTENCE_END) and line.text[:1].islower()
    if not 0 < line.box[1] - last.box[1] <= 1.45 * step or abs(line.height - last.height) > 0.35 * max(
        line.height, last.height, 1
    ):
        return False
    width = right - min(held[0].box[0], last.box[0])
    is_short = last.box[2] < right - 0.2 * max(width, 1)
    indented = line.box[0] > last.box[0] + 1.2 * max(last.height, 6) and len(held) > 1
    ended = last.text.endswith(_SENTENCE_END)
    return not (is_short and (ended or not line.text[:1].islower())) and not (indented and ended)


def _piece(lines: Sequence[Line]) -> Piece:
    text = ""
    for line in lines:
        text = join(text, line.text)
    first = [line for line in lines if line.page == lines[0].page]
    box = (
        min(line.box[0] for line in first),
        min(line.box[1] for line in first),
        max(line.box[2] for line in first),
        max(line.box[3] for line in first),
    )
    return Piece("paragraph", collapse(text), page=lines[0].page, box=tuple(round(side, 1) for side in box))  # type: ignore[arg-type]


def join(text: str, line: str) -> str:
    """Two lines as one: a split word without its hyphen, a range or a compound with it, else a space between."""
    if not text:
        return line
    for mark in _HYPHEN_MARKS:
        text = text[:-1] + "-" if text.endswith(mark) else text
    if _WORD_PART.search(text) and line[:1].islower() and line[:1].isascii():
        return text[:-1] + line
    if text.endswith("-") and not text.endswith(" -"):
        return text + line
    return f"{text} {line}"
