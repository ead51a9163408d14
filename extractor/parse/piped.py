"""Tables in plain text, their cells parted by upright strokes: `Huế | 9 | 12`, `| Huế | 9 | 12 |`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractor.parse.draft import Piece
from extractor.parse.tables import MOST_COLUMNS, Cell, Grid, guessed_rows, link

STROKE = "|"
RULE = re.compile(r"[-:=+\s]*")
# A table has so many lines at least, and so many columns.
LINES, COLUMNS = 3, 2
# Where something stands in the text, and what.
Placed = tuple[int, Piece]


def with_cells(lines: Sequence[Placed]) -> list[tuple[int, Piece, tuple[tuple[int, int], ...]]]:
    """The lines with those of tables in cells, each with where its heads stand."""
    found: list[tuple[int, Piece, tuple[tuple[int, int], ...]]] = []
    for piped, group in groupby(lines, key=lambda line: STROKE in line[1].text):
        run = list(group)
        cells = _cells(run) if piped and len(run) >= LINES else []
        spans = {id(piece): (start, start + len(piece.text)) for start, piece in cells}
        found += [(start, piece, tuple(spans[id(head)] for head in piece.heads)) for start, piece in cells or run]
    return found


def _cells(lines: Sequence[Placed]) -> list[Placed]:
    """The filled cells of a table in reading order; none where the lines have no head that names their columns."""
    rows = [list(_row(start, line.text)) for start, line in lines if not RULE.fullmatch(line.text.replace(STROKE, ""))]
    width = len(rows[0]) if rows else 0
    if len(rows) < LINES or not COLUMNS <= width <= MOST_COLUMNS or any(len(row) > width for row in rows):
        return []
    # `Tổng cộng | 53 | 137` has no running number before it: what is counted stands on the right.
    grid: Grid = [[*[None] * (width - len(row)), *(Cell(piece) for _, piece in row)] for row in rows]
    if not guessed_rows(grid):
        return []
    starts = {id(piece): start for row in rows for start, piece in row}
    return [(starts[id(piece)], piece) for piece in link(grid, 0)]


def _row(start: int, line: str) -> Iterator[Placed]:
    """The cells of a line, empty ones too, but for the strokes that open and close it."""
    first, last = line.startswith(STROKE), len(line) - line.endswith(STROKE)
    at = start + first
    for cell in line[first:last].split(STROKE):
        inner = cell.strip()
        yield at + cell.index(inner), Piece("cell", inner)
        at += len(cell) + 1
