"""One page of a PDF: its lines with their places, whether it has ruling lines, and fonts that cannot be read."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any

from extractor.errors import ParseError
from extractor.parse.marks import marks
from extractor.parse.pdf_lines import Box, Line
from extractor.parse.tree import collapse

_LEAST_RULES = 4
_EACH = 40
_HYPHENS = "\x02\ufffe"


def read_page(document: Any, number: int, ruled: list[int]) -> list[Line]:
    """The lines of a page (from 1); its number is added to `ruled` where it has ruling lines."""
    import pypdfium2

    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return []
    text = page.get_textpage()
    try:
        lines = _lines(text, number, page.get_height())
        _refuse_fonts(text, lines)
        paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
        if len(list(islice(paths, _LEAST_RULES))) == _LEAST_RULES:
            ruled.append(number)
        return lines
    finally:
        text.close()
        page.close()


def _lines(text: Any, number: int, height: float) -> list[Line]:
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
            hyphen = inner[-1] if inner[-1] in _HYPHENS else ""
            line = collapse(inner.rstrip(_HYPHENS)) + hyphen
            lines.append(Line(line, number, _box(text, max(first, 0), max(last, 0), height), height))
        at += len(part)
    return [line for line in lines if line.text]


def _box(text: Any, first: int, last: int, height: float) -> Box:
    left, bottom, right, top = text.get_charbox(first, loose=True)
    left2, bottom2, right2, top2 = text.get_charbox(max(first, last), loose=True)
    return min(left, left2), height - max(top, top2), max(right, right2), height - min(bottom, bottom2)


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
