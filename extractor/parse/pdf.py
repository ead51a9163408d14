"""PDF: text with its place by PDFium, ruled tables by pdfplumber; what cannot be read is said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extractor.errors import ParseError
from extractor.parse.draft import Facts, Piece, assemble
from extractor.parse.language import mark
from extractor.parse.marks import marks
from extractor.parse.pdf_guard import require_modest
from extractor.parse.pdf_lines import Box, Layout, Line, without_furniture
from extractor.parse.pdf_page import MOST_PATHS, is_arabic, read_page
from extractor.parse.tree import collapse
from extractor.records import Article

MOST_PAGES = 1_000
MOST_TABLE_PAGES = 60
_MOST_PATHS_IN_ALL = 5 * MOST_PATHS
# PDFium takes some microseconds a letter.
MOST_SIGNS = 4_000_000
_LEAST_SIGNS = 25
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
    if facts.language is None and any(is_arabic(piece.text) for piece in pieces):
        raise ParseError(
            "the PDF's text is stored in an order that cannot be read", "add the web page of the document instead"
        )
    facts.original_url = facts.original_url or marks().source(pieces)
    return assemble(pieces, facts, "pdf")


def _read(body: bytes, facts: Facts) -> tuple[list[list[Line]], dict[int, int], str]:
    """The lines of each page, the pages that have ruling lines with their number, and the title in the properties."""
    require_modest(body)
    document = _open(body)
    pages: list[list[Line]] = []
    ruled: dict[int, int] = {}
    try:
        count = min(len(document), MOST_PAGES)
        if count < len(document):
            facts.notes.append(f"only the first {MOST_PAGES} of {len(document)} pages were read")
        told = _told_title(document)
        signs = 0
        for number in range(1, count + 1):
            pages.append(read_page(document, number, ruled))
            signs += sum(len(line.text) for line in pages[-1])
            if signs > MOST_SIGNS:
                facts.notes.append(f"only the first {number} of {count} pages were read: they are long enough")
                break
    finally:
        document.close()
    blank = [number for number, lines in enumerate(pages, 1) if sum(len(line.text) for line in lines) < _LEAST_SIGNS]
    if blank and len(blank) < len(pages):
        facts.notes.append(f"pages without text: {_listed(blank)}")
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


def _tables(body: bytes, ruled: Mapping[int, int], facts: Facts) -> dict[int, list[tuple[Box, list[Piece]]]]:
    """The tables of the pages with ruling lines, but for those whose drawings would take too long to look through."""
    chosen: list[int] = []
    paths = 0
    for number, drawn in ruled.items():
        if len(chosen) < MOST_TABLE_PAGES and drawn <= MOST_PATHS and paths + drawn <= _MOST_PATHS_IN_ALL:
            chosen.append(number)
            paths += drawn
    left = [number for number in ruled if number not in chosen]
    if left:
        facts.notes.append(f"tables not looked for, there are too many lines: pages {_listed(left)}")
    if not chosen:
        return {}
    from extractor.parse.pdf_tables import tables_of

    return tables_of(body, chosen, facts)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:50]))


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
