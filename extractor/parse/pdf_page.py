"""One page of a PDF: its lines with their places, whether it has ruling lines, and fonts that cannot be read."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from extractor.errors import ParseError
from extractor.parse.marks import marks
from extractor.parse.pdf_lines import Box, Line, join
from extractor.parse.tree import collapse

_LEAST_RULES = 4
MOST_PATHS = 20_000
_EACH = 40
_HYPHENS = "\x02\ufffe"
_HYPHEN = re.compile(f"([{_HYPHENS}])")


def read_page(document: Any, number: int, ruled: dict[int, int]) -> list[Line]:
    """The lines of a page (from 1); `ruled` gets how many drawn paths it has where they may rule a table."""
    import pypdfium2

    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return []
    text = page.get_textpage()
    try:
        lines = _lines(text, number, Frame(page.get_rotation(), page.get_mediabox()))
        _refuse_fonts(text, lines)
        paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
        drawn = sum(1 for _ in islice(paths, MOST_PATHS + 1))
        if drawn >= _LEAST_RULES:
            ruled[number] = drawn
        return lines
    finally:
        text.close()
        page.close()


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page is shown: turned clockwise by so many degrees, its box (left, bottom, right, top) as it is stored."""

    turned: int
    box: Box

    @property
    def height(self) -> float:
        """Of the page as shown."""
        left, bottom, right, top = self.box
        return right - left if self.turned in (90, 270) else top - bottom

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A stored box as left, top, right, bottom from the top left of the page as shown."""
        first, last = self._point(left, bottom), self._point(right, top)
        (x0, x1), (y0, y1) = sorted((first[0], last[0])), sorted((first[1], last[1]))
        return x0, y0, x1, y1

    def _point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.box
        if self.turned == 90:
            return y - bottom, x - left
        if self.turned == 180:
            return right - x, y - bottom
        return (top - y, right - x) if self.turned == 270 else (x - left, top - y)


def _lines(text: Any, number: int, frame: Frame) -> list[Line]:
    """The page's lines with the box from their first sign to their last."""
    from pypdfium2 import raw

    whole = text.get_text_range()
    lines = []
    at = 0
    for part in whole.splitlines(keepends=True):
        inner = part.strip()
        if inner:
            first = raw.FPDFText_GetCharIndexFromTextIndex(text, at + part.index(inner[0]))
            last = raw.FPDFText_GetCharIndexFromTextIndex(text, at + len(part.rstrip()) - 1)
            line = mended(inner)
            lines.append(Line(line, number, _box(text, max(first, 0), max(last, 0), frame), frame.height))
        at += len(part)
    return [line for line in lines if line.text]


def mended(line: str) -> str:
    """A line in which PDFium has joined split words with a mark in place of the hyphen; one at its end stays."""
    text = ""
    for part in _HYPHEN.split(line):
        text = join(text, collapse(part)) if part not in _HYPHENS else text + part
    return text


def _box(text: Any, first: int, last: int, frame: Frame) -> Box:
    left, bottom, right, top = text.get_charbox(first, loose=True)
    left2, bottom2, right2, top2 = text.get_charbox(max(first, last), loose=True)
    return frame.shown(min(left, left2), min(bottom, bottom2), max(right, right2), max(top, top2))


def is_arabic(text: str) -> bool:
    """Whether a third of a text or more is in Arabic letters."""
    return sum("\u0600" <= sign <= "\u06ff" or "\ufb50" <= sign <= "\ufeff" for sign in text) * 3 > len(text)


def _refuse_fonts(text: Any, lines: Sequence[Line]) -> None:
    """ParseError where the page is set in a font whose text no program reads right, by the fonts' names."""
    fonts = _fonts(text)
    known = marks()
    if any(is_arabic(line.text) for line in lines) and any(known.kind(name, "font") for name in fonts):
        raise ParseError("the PDF is set in Nastaliq, which no program reads right", "add the document's web page")
    old = sum(count for name, count in fonts.items() if known.kind(name, "old_font"))
    if old * 2 > fonts.total():
        what = "the PDF is set in an old Vietnamese font that codes its letters in its own way"
        raise ParseError(what, "convert the document to Unicode, or add its web page")


def _fonts(text: Any) -> Counter[str]:
    """How often each font is that of every fortieth sign; names without the tag of a subset."""
    from pypdfium2 import raw

    names: Counter[str] = Counter()
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    for index in range(0, text.count_chars(), _EACH):
        size = raw.FPDFText_GetFontInfo(text, index, buffer, 256, flags)
        if 1 < size <= 256:
            names[buffer.raw[: size - 1].decode("utf-8", "replace").split("+")[-1].replace(" ", "")] += 1
    return names
