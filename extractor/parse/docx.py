"""Word documents (.docx) by python-docx: paragraphs, headings and tables in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from extractor.errors import ParseError
from extractor.parse.draft import Facts, Piece, assemble
from extractor.parse.language import mark
from extractor.parse.marks import marks
from extractor.parse.tables import Cell, Grid, link
from extractor.parse.tree import collapse
from extractor.records import Article

MOST_UNPACKED = 200_000_000
_TITLE = 200


def article_of_docx(body: bytes, facts: Facts) -> Article:
    """The article of a .docx file; ParseError where it is broken or too large, or python-docx is missing."""
    pieces = [piece for piece in _pieces(_open(body)) if piece.text]
    marks().cut(pieces)
    facts.title = facts.title or next((piece.text[:_TITLE] for piece in pieces if piece.kind != "cell"), "")
    facts.language = mark(pieces, facts.language, None)
    facts.original_url = facts.original_url or marks().source(pieces)
    return assemble(pieces, facts, "docx")


def _open(body: bytes) -> Any:
    try:
        import docx
    except ImportError as error:
        raise ParseError("python-docx is not installed", "install it with: pip install 'doichieu[docx]'") from error
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            if sum(member.file_size for member in packed.infolist()) > MOST_UNPACKED:
                raise ParseError("the document is too large when unpacked", f"up to {MOST_UNPACKED:,} bytes are read")
        return docx.Document(io.BytesIO(body))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise ParseError("the .docx file is broken", "open it in a word processor and save it again") from error


def _pieces(document: Any) -> Iterator[Piece]:
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            yield from _table(item)
        else:
            kind = "heading" if (item.style.name or "").startswith(("Heading", "Title")) else "paragraph"
            yield from (Piece(kind, collapse(line)) for line in item.text.split("\n"))


def _table(table: Any) -> list[Piece]:
    """The cells with their heads; a merged cell is one cell at all its places."""
    # Keyed by the element, which stays alive here: its id alone would be used again.
    cells: dict[Any, Cell] = {}
    grid: Grid = []
    for row in table.rows:
        line: list[Cell | None] = []
        for cell in row.cells:
            known = cells.setdefault(cell._tc, Cell(Piece("cell", collapse(cell.text))))
            line.append(known)
        grid.append(line)
    return link(grid, 0) if grid else []
