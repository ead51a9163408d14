"""Tables: rows whose cells know the cells that head them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from extractor.parse.draft import Piece

_LETTERS = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d")
MOST_CELLS = 20_000
MOST_COLUMNS = 200
MOST_ROWS_SPANNED = 1_000


class Cell:
    """One cell of a table, at every place of the grid that it covers; `has_words` where it names rather than counts."""

    __slots__ = ("has_words", "is_head", "piece")

    def __init__(self, piece: Piece, is_head: bool = False) -> None:
        self.piece = piece
        self.is_head = is_head
        letters = len(_LETTERS.findall(piece.text))
        self.has_words = letters > 1 and letters > len(_DIGITS.findall(piece.text))


Grid = list[list[Cell | None]]


def cells_of(table: LexborNode, collapse: Callable[[str], str]) -> list[Piece] | None:
    """The cells of an HTML table in reading order with their heads; None where the table only lays out the page."""
    if table.css_first("table table, table p + p + p + p") is not None:
        return None
    grid, marked = _grid(table, collapse)
    if grid is None or len(grid) < 2 or max(len(row) for row in grid) < 2:
        return None
    return link(grid, marked)


def _grid(table: LexborNode, collapse: Callable[[str], str]) -> tuple[Grid | None, int]:
    """The table as a grid with spans filled in, and how many rows its markup calls header rows."""
    grid: Grid = []
    marked = seen = 0
    spanning = {node.mem_id for node in table.css("[colspan], [rowspan]")}
    for number, row in enumerate(table.css("tr")):
        column = 0
        _row_at(grid, number)
        nodes = [node for node in row.iter() if node.tag in ("td", "th")]
        for node in nodes:
            seen += 1
            if seen > MOST_CELLS:
                return None, 0
            cell = Cell(Piece("cell", collapse(node.text(separator=" "))), node.tag == "th")
            column = _place(grid, (number, column), cell, node if node.mem_id in spanning else None)
        if nodes and marked == number and _is_header_row(row, nodes):
            marked = number + 1
    return grid, marked


def _is_header_row(row: LexborNode, nodes: Sequence[LexborNode]) -> bool:
    parent = row.parent
    return (parent is not None and parent.tag == "thead") or all(node.tag == "th" for node in nodes)


def _place(grid: Grid, at: tuple[int, int], cell: Cell, node: LexborNode | None) -> int:
    """Puts a cell at the first free place of its row and over its spans; the column after it."""
    row, column = at
    while column < len(grid[row]) and grid[row][column] is not None:
        column += 1
    if node is None:
        grid[row].extend([None] * (column + 1 - len(grid[row])))
        grid[row][column] = cell
        return column + 1
    wide = _span(node, "colspan", MOST_COLUMNS)
    for below in range(_span(node, "rowspan", MOST_ROWS_SPANNED)):
        line = _row_at(grid, row + below)
        line.extend([None] * (column + wide - len(line)))
        for aside in range(wide):
            line[column + aside] = line[column + aside] or cell
    return column + wide


def _row_at(grid: Grid, number: int) -> list[Cell | None]:
    while len(grid) <= number:
        grid.append([])
    return grid[number]


def _span(node: LexborNode, name: str, most: int) -> int:
    text = (node.attributes.get(name) or "1").strip()
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def link(grid: Grid, marked: int) -> list[Piece]:
    """Gives each cell its heads (row head first, then column heads from the top) and returns each filled cell once."""
    rows = marked or guessed_rows(grid)
    done: dict[int, Piece] = {}
    for number, row in enumerate(grid):
        head = _row_head(row) if number >= rows else None
        for column, cell in enumerate(row):
            if cell is None or not cell.piece.text or id(cell) in done:
                continue
            if number >= rows:
                above = _column_heads(grid, rows, column)
                named = [head] if head is not None and head is not cell else []
                cell.piece.heads = tuple(found.piece for found in [*named, *above] if found is not cell)
            done[id(cell)] = cell.piece
    return list(done.values())


def guessed_rows(grid: Grid) -> int:
    """1 where the first row names its columns and a later row counts something; 0 for a table without a head."""
    first = [cell for cell in grid[0] if cell is not None and cell.piece.text]
    named = sum(cell.has_words for cell in first)
    counted = any(cell is not None and cell.piece.text and not cell.has_words for row in grid[1:] for cell in row[1:])
    if not (counted and first and named == len(first) and len(first) >= 2):
        return 0
    return _guessed_second(grid)


def _guessed_second(grid: Grid) -> int:
    """2 where the first row has cells over several columns and the second one names those."""
    top = [cell for cell in grid[0] if cell is not None]
    spanned = len(top) > len({id(cell) for cell in top})
    second = [cell for cell in grid[1] if cell is not None and cell.piece.text]
    return 2 if spanned and len(grid) > 2 and all(cell.has_words for cell in second) else 1


def _row_head(row: Sequence[Cell | None]) -> Cell | None:
    """The first cell that names something, among the first three; a running number before it heads nothing."""
    named: Iterator[Cell] = (
        cell for cell in row[:3] if cell is not None and (cell.has_words or (cell.is_head and cell.piece.text))
    )
    return next(named, None)


def _column_heads(grid: Grid, rows: int, column: int) -> list[Cell]:
    found: dict[int, Cell] = {}
    for row in grid[:rows]:
        cell = row[column] if column < len(row) else None
        if cell is not None and cell.piece.text:
            found[id(cell)] = cell
    return list(found.values())
