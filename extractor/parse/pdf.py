"""PDF: text with its place by PDFium, ruled tables by pdfplumber; what cannot be read is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractor.errors import ParseError
from extractor.parse.draft import Facts, Piece, assemble
from extractor.parse.language import mark
from extractor.parse.marks import marks
from extractor.parse.pdf_lines import Box, Layout, Line, without_furniture
from extractor.parse.tree import collapse
from extractor.records import Article

MOST_PAGES = 1_000
MOST_TABLE_PAGES = 60
_LEAST_RULES = 4
_LEAST_SIGNS = 25
_ARABIC = ("\u0600", "\ufeff")
_TITLE = 250
_DATELINE_WITHIN = 12
_FILE_NAME = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|odt)\b|^Microsoft ", re.IGNORECASE)


def article_of_pdf(body: bytes, facts: Facts) -> Article:
    """The article of a PDF; ParseError where it is encrypted, broken, a scan, or set in Nastaliq."""
    pages, ruled, told = _read(body, facts)
    if not any(pages):
        raise ParseError("the PDF is a scan without text", "run it through text recognition first, then add the result")
    tables = _tables(body, ruled, facts)
    pieces = _pieces(without_furniture(pages), tables)
    title = _title(pieces, told)
    facts.title = facts.title or title
    facts.published = facts.published or marks().dateline(piece.text for piece in pieces[:_DATELINE_WITHIN])
    marks().cut(pieces)
    facts.language = mark(pieces, facts.language, None)
    if facts.language is None and any(_is_arabic(piece.text) for piece in pieces):
        raise ParseError(
            "the PDF's text is stored in an order that cannot be read", "add the web page of the document instead"
        )
    facts.original_url = facts.original_url or marks().source(pieces)
    return assemble(pieces, facts, "pdf")


def _read(body: bytes, facts: Facts) -> tuple[list[list[Line]], list[int], str]:
    """The lines of each page, the pages that have ruling lines, and the title in the file's properties."""
    document = _open(body)
    pages: list[list[Line]] = []
    ruled: list[int] = []
    try:
        count = min(len(document), MOST_PAGES)
        if count < len(document):
            facts.notes.append(f"only the first {MOST_PAGES} of {len(document)} pages were read")
        told = _told_title(document)
        for number in range(1, count + 1):
            pages.append(_page(document, number, ruled))
    finally:
        document.close()
    blank = [number for number, lines in enumerate(pages, 1) if sum(len(line.text) for line in lines) < _LEAST_SIGNS]
    if blank and len(blank) < len(pages):
        facts.notes.append("pages without text: " + ", ".join(map(str, blank[:50])))
    return pages, ruled, told


def _told_title(document: Any) -> str:
    """The title in the file's properties, empty where it is damaged."""
    try:
        return str(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""


def _open(body: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ParseError("the PDF is encrypted", "save it without a password and add that") from error
        raise ParseError("the PDF is broken", "download it again; its end may be missing") from error


def _page(document: Any, number: int, ruled: list[int]) -> list[Line]:
    import pypdfium2

    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return []
    text = page.get_textpage()
    try:
        lines = _lines(text, number, page.get_height())
        if _is_nastaliq(text, lines):
            raise ParseError(
                "the PDF is set in Nastaliq, which no program reads right", "add the web page of the document instead"
            )
        if (
            sum(
                1
                for _ in zip(
                    range(_LEAST_RULES), page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]), strict=False
                )
            )
            >= _LEAST_RULES
        ):
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
            hyphen = inner[-1] if inner[-1] in "\x02\ufffe" else ""
            line = collapse(inner.rstrip("\x02\ufffe")) + hyphen
            lines.append(Line(line, number, _box(text, max(first, 0), max(last, 0), height), height))
        at += len(part)
    return [line for line in lines if line.text]


def _box(text: Any, first: int, last: int, height: float) -> Box:
    left, bottom, right, top = text.get_charbox(first, loose=True)
    left2, bottom2, right2, top2 = text.get_charbox(max(first, last), loose=True)
    return min(left, left2), height - max(top, top2), max(right, right2), height - min(bottom, bottom2)


def _is_arabic(text: str) -> bool:
    return sum(_ARABIC[0] <= sign <= "\u06ff" or "\ufb50" <= sign <= _ARABIC[1] for sign in text) * 3 > len(text)


def _is_nastaliq(text: Any, lines: Sequence[Line]) -> bool:
    """Whether a page in Arabic script is set in a Nastaliq font, by the font's name."""
    if not any(_is_arabic(line.text) for line in lines):
        return False
    return any(marks().kind(name, "font") for name in _fonts(text))


def _fonts(text: Any) -> set[str]:
    """The names of the fonts of every fortieth sign, without the tag of a subset."""
    import ctypes

    from pypdfium2 import raw

    names = set()
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    for index in range(0, text.count_chars(), 40):
        size = raw.FPDFText_GetFontInfo(text, index, buffer, 256, flags)
        if 1 < size <= 256:
            names.add(buffer.raw[: size - 1].decode("utf-8", "replace").split("+")[-1].replace(" ", ""))
    return names


def _tables(body: bytes, ruled: Sequence[int], facts: Facts) -> dict[int, list[tuple[Box, list[Piece]]]]:
    if not ruled:
        return {}
    from extractor.parse.pdf_tables import tables_of

    if len(ruled) > MOST_TABLE_PAGES:
        facts.notes.append(f"tables were read on the first {MOST_TABLE_PAGES} of {len(ruled)} pages with ruling lines")
    return tables_of(body, ruled[:MOST_TABLE_PAGES], facts)


def _pieces(pages: Sequence[list[Line]], tables: dict[int, list[tuple[Box, list[Piece]]]]) -> list[Piece]:
    """Paragraphs and tables in reading order; lines inside a table are the table's."""
    pieces: list[Piece] = []
    held: list[Line] = []
    layout = Layout([line for lines in pages for line in lines])
    for number, lines in enumerate(pages, 1):
        waiting = sorted(tables.get(number, []), key=lambda table: table[0][1])
        for line in lines:
            while waiting and (line.box[1] + line.box[3]) / 2 > waiting[0][0][1]:
                pieces += [*layout.paragraphs(held), *waiting.pop(0)[1]]
                held = []
            if not any(_inside(line.box, box) for box, _ in tables.get(number, [])):
                held.append(line)
        for _, cells in waiting:
            pieces += [*layout.paragraphs(held), *cells]
            held = []
    return pieces + list(layout.paragraphs(held))


def _inside(line: Box, table: Box) -> bool:
    middle, height = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2
    return table[0] <= middle <= table[2] and table[1] <= height <= table[3]


def _title(pieces: Sequence[Piece], told: str) -> str:
    """The first large line of the first page, else the title that the file was given, else its first line."""
    large = next((piece for piece in pieces if piece.kind == "heading" and piece.page == 1), None)
    if large is not None:
        large.kind = "title"
        return large.text[:_TITLE]
    told = collapse(told)
    if " " in told and not _FILE_NAME.search(told):
        return told[:_TITLE]
    return next((piece.text[:_TITLE] for piece in pieces if piece.kind != "cell"), "")
