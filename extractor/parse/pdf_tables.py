"""Ruled tables of a PDF by pdfplumber: exact, and slow, so only pages with ruling lines come here."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from extractor.parse.draft import Facts, Piece
from extractor.parse.pdf_lines import Box, join, rounded
from extractor.parse.tables import Cell, Grid, link
from extractor.parse.tree import collapse


def tables_of(body: bytes, numbers: Sequence[int], facts: Facts) -> dict[int, list[tuple[Box, list[Piece]]]]:
    """For each page (from 1) its tables: the box and the cells with their heads."""
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    found: dict[int, list[tuple[Box, list[Piece]]]] = {}
    try:
        with pdfplumber.open(io.BytesIO(body), pages=list(numbers)) as document:
            for page in document.pages:
                found[page.page_number] = _page_tables(page)
                page.close()
    except (PDFException, PdfminerException, ValueError, TypeError, KeyError, RecursionError) as error:
        facts.notes.append(f"tables not read: {type(error).__name__}")
    return found


def _page_tables(page: Any) -> list[tuple[Box, list[Piece]]]:
    tables = []
    left, top = page.bbox[:2]  # where the page's own corner lies in pdfplumber's measure

    def placed(box: Any) -> Box:
        return rounded((box[0] - left, box[1] - top, box[2] - left, box[3] - top))

    for table in page.find_tables():
        boxes = [[box and placed(box) for box in row.cells] for row in table.rows]
        grid = [_row(texts, row, page.page_number) for texts, row in zip(table.extract(), boxes, strict=True)]
        if len(grid) >= 2 and max(map(len, grid)) >= 2 and any(cell for row in grid for cell in row):
            pieces = link(_filled(grid), 0)
            tables.append((placed(table.bbox), pieces))
    return tables


def _row(texts: Sequence[str | None], boxes: Sequence[Any], number: int) -> list[Cell | None]:
    """The cells of a row; None where a cell that spans rows or columns covers the place."""
    cells: list[Cell | None] = []
    for text, box in zip(texts, boxes, strict=True):
        if box is None:
            cells.append(None)
            continue
        whole = ""
        for line in (text or "").split("\n"):
            whole = join(whole, line.strip())
        cells.append(Cell(Piece("cell", collapse(whole), page=number, box=box)))
    return cells


def _filled(grid: Grid) -> Grid:
    """Places that a spanning cell covers get that cell: from the left where it reaches so far, else from above."""
    centres = _centres(grid)
    for number, row in enumerate(grid):
        for column, cell in enumerate(row):
            if cell is None:
                left = row[column - 1] if column else None
                above = grid[number - 1][column] if number else None
                row[column] = left if _covers(left, centres[column]) else above
    return grid


def _centres(grid: Grid) -> list[float]:
    """The middle of each column, by the narrowest cell that begins in it."""
    centres = []
    for column in range(max(map(len, grid))):
        boxes = [box for row in grid if column < len(row) and (box := _box(row[column])) is not None]
        narrow = min(boxes, key=lambda box: box[2] - box[0], default=(0.0, 0.0, 0.0, 0.0))
        centres.append((narrow[0] + narrow[2]) / 2)
    return centres


def _covers(cell: Cell | None, x: float) -> bool:
    box = _box(cell)
    return box is not None and box[0] <= x <= box[2]


def _box(cell: Cell | None) -> Box | None:
    return cell.piece.box if cell is not None else None
