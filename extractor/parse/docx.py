"""Word documents (.docx) by python-docx: paragraphs, headings and tables in their order."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from extractor.errors import ParseError
from extractor.parse.draft import Facts, Piece, assemble
from extractor.parse.language import mark
from extractor.parse.marks import marks
from extractor.parse.tables import MOST_COLUMNS, Cell, Grid, link
from extractor.parse.tree import collapse
from extractor.records import Article

MOST_UNPACKED = 200_000_000
_TITLE = 200
# All that python-docx and what it rests on raise where a file is not what they expect.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, SyntaxError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError),
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OLD_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNREAD = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent", "sdtPr")} | {_OLD_FORM}


def article_of_docx(body: bytes, facts: Facts) -> Article:
    """The article of a .docx file; ParseError where it is broken or too large, or python-docx is missing."""
    try:
        pieces = [piece for piece in _pieces(_open(body)) if piece.text]
    except _BROKEN as error:
        raise ParseError("the .docx file is broken", "open it in a word processor and save it again") from error
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
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        if sum(member.file_size for member in packed.infolist()) > MOST_UNPACKED:
            raise ParseError("the document is too large when unpacked", f"up to {MOST_UNPACKED:,} bytes are read")
    return docx.Document(io.BytesIO(body))


def _pieces(document: Any) -> Iterator[Piece]:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    _bound_spans(document.element.body)
    for element in _inner(document.element.body):
        if element.tag == f"{_W}tbl":
            yield from _table(Table(element, document))
        elif element.tag == f"{_W}p":
            style = Paragraph(element, document).style
            kind = "heading" if style and (style.name or "").startswith(("Heading", "Title")) else "paragraph"
            yield from (Piece(kind, collapse(line)) for line in _text(element).split("\n"))
            boxed = (paragraph for box in _boxes(element) for paragraph in box.iter(f"{_W}p"))
            yield from (Piece("paragraph", collapse(line)) for one in boxed for line in _text(one).split("\n"))


def _bound_spans(body: Any) -> None:
    """Cells that claim to span more columns than any table has, for python-docx makes a cell of each."""
    for name in ("gridSpan", "gridBefore", "gridAfter"):
        for span in body.iter(f"{_W}{name}"):
            if len(span.get(f"{_W}val") or "") > len(str(MOST_COLUMNS)):
                span.set(f"{_W}val", str(MOST_COLUMNS))


def _inner(element: Any) -> Iterator[Any]:
    """What stands right below an element or inside a wrapper there: a content control, an insertion that is tracked."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _inner(child)
        else:
            yield child


def _text(element: Any) -> str:
    """The text as it is read with all tracked changes accepted, which python-docx leaves out."""
    parts = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append("".join(child.itertext()))
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag not in _UNREAD:
            parts.append(_text(child))
    return "".join(parts)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each once although it may be stored in two forms."""
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag != _OLD_FORM:
            yield from _boxes(child)


def _table(table: Any) -> list[Piece]:
    """The cells with their heads; a merged cell is one cell at all its places."""
    # Keyed by the element, which stays alive here: its id alone would be used again.
    cells: dict[Any, Cell] = {}
    grid: Grid = []
    for row in table.rows:
        line: list[Cell | None] = []
        for cell in row.cells:
            text = "\n".join(_text(paragraph) for paragraph in cell._tc.iter(f"{_W}p"))
            line.append(cells.setdefault(cell._tc, Cell(Piece("cell", collapse(text)))))
        grid.append(line)
    return link(grid, 0) if grid else []
