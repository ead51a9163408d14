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
_MARGIN = 0.11
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"(?:[-–—•+*▪●]\s|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[a-zđA-ZĐ][.)]\s|[IVXLC]{1,6}\.\s)")
# PDFium marks a hyphen at a line's end with one of these.
_HYPHEN_MARKS = ("\x02", "\ufffe")
_GOES_ON = (",", "-", *_HYPHEN_MARKS)
_SENTENCE_END = tuple(".!?:;…۔؟")
_LARGE = 1.15
# Justified prose and capitals stay below this share of the line's height a sign.
_WIDEST_SIGN = 0.85
_HEADING_LONGEST = 250
_WORD_PART = re.compile(r"[A-Za-z]{2,}-$")


@dataclass(slots=True)
class Line:
    """One line of text with its page (from 1), its box from the page's top left in points, the page's height."""

    text: str
    page: int
    box: Box
    page_height: float = 842.0

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
    """The outermost lines in the margins at the top and the bottom."""
    ordered = sorted(lines, key=lambda line: line.box[1])
    top = [line for line in ordered[:_EDGE_LINES] if line.box[1] < _MARGIN * line.page_height]
    return top + [line for line in ordered[-_EDGE_LINES:] if line.box[3] > (1 - _MARGIN) * line.page_height]


def _shape(line: Line) -> tuple[str, int]:
    """A line's text without its numbers, and its height on the page in steps of 8 points."""
    return _DIGITS.sub("#", line.text), round(line.box[1] / 8)


class Layout:
    """What is usual in a document: distance and height of lines, and where each page's lines end on the right."""

    def __init__(self, lines: Sequence[Line]) -> None:
        pairs = ((above, below) for above, below in pairwise(lines) if above.page == below.page)
        steps = [below.box[1] - above.box[1] for above, below in pairs if below.box[1] > above.box[1]]
        self.step = median(steps) if steps else 14.0
        # By sign, not by line, so that the many short lines of a table do not decide.
        self.height = median([line.height for line in lines for _ in range(0, len(line.text), 8)] or [10.0])
        self.right: dict[int, float] = {}
        for line in lines:
            self.right[line.page] = max(self.right.get(line.page, 0.0), line.box[2])

    def paragraphs(self, lines: Sequence[Line]) -> Iterator[Piece]:
        """Paragraphs of lines in reading order; one that runs over a page's end has the place of its beginning."""
        held: list[Line] = []
        for line in lines:
            if held and not self._continues(held, line):
                yield self._piece(held)
                held = []
            held.append(line)
        if held:
            yield self._piece(held)

    def _continues(self, held: Sequence[Line], line: Line) -> bool:
        """Whether a line goes on with the paragraph of the lines before it."""
        last = held[-1]
        if _ITEM.match(line.text) or self._is_row(line) or self._is_row(last):
            return False
        if line.page != last.page:
            return line.page == last.page + 1 and not last.text.endswith(_SENTENCE_END) and line.text[:1].islower()
        down = line.box[1] - last.box[1]
        if self._is_large(line) or self._is_large(last):
            return 0 < down <= 2 * line.height and abs(line.height - last.height) < 0.5
        return 0 < down <= 1.45 * self.step and not self._begins(held, line)

    def _begins(self, held: Sequence[Line], line: Line) -> bool:
        """Whether a line begins a paragraph: the one before ends short or ends a sentence before an indent."""
        last = held[-1]
        if last.text.endswith(_GOES_ON) and not last.text.endswith(" -"):
            return False
        width = self.right[last.page] - min(held[0].box[0], last.box[0])
        is_short = last.box[2] < self.right[last.page] - 0.2 * max(width, 1)
        is_indented = line.box[0] > last.box[0] + 1.2 * max(last.height, 6) and len(held) > 1
        is_end = last.text.endswith(_SENTENCE_END)
        return (is_short and (is_end or not line.text[:1].islower())) or (is_indented and is_end)

    def _is_row(self, line: Line) -> bool:
        """Whether a line has gaps that set it as a row of a table without rules."""
        return (line.box[2] - line.box[0]) / max(len(line.text), 1) > _WIDEST_SIGN * line.height

    def _is_large(self, line: Line) -> bool:
        return line.height > _LARGE * self.height

    def _piece(self, lines: Sequence[Line]) -> Piece:
        text = ""
        for line in lines:
            text = join(text, line.text)
        boxes = [line.box for line in lines if line.page == lines[0].page]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        is_heading = all(map(self._is_large, lines)) and len(text) <= _HEADING_LONGEST
        kind = "heading" if is_heading else "paragraph"
        box = rounded((min(lefts), min(tops), max(rights), max(bottoms)))
        return Piece(kind, collapse(text), page=lines[0].page, box=box)


def rounded(box: Sequence[float]) -> Box:
    """A box in tenths of points."""
    return round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)


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
