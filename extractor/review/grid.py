"""A table's cells put back under the heads they know, in rows and columns, as the page had them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractor.records import Block

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """One cell where it stands; no block where the page left it empty."""

    block: Block | None = None
    is_head: bool = False
    columns: int = 1
    lines: int = 1


def grid(cells: Sequence[Block]) -> list[list[Place]]:
    """Rows from the top. A head over several columns is one cell, each other cell stands under its own head."""
    tops = _tops(cells)
    lines = _lines(cells[len(tops) :], tops)
    columns = _columns(lines, tops)
    leaves = {chain[-1]: number for number, chain in enumerate(columns)}
    return [*_heads(columns, tops), *(list(_placed(line, leaves)) for line in lines)]


def _tops(cells: Sequence[Block]) -> dict[Span, Block]:
    """The header rows: the first cells without heads, where cells that head their own row stand under them."""
    first = next((number for number, cell in enumerate(cells) if cell.heads), 0)
    tops = {_span(cell): cell for cell in cells[:first]}
    named = {head for cell in cells for head in cell.heads}
    under = [cell for cell in cells[first:] if cell.heads and cell.heads[-1] in tops]
    return tops if first > 1 or any(_span(cell) in named for cell in under) else {}


def _span(cell: Block) -> Span:
    return cell.start, cell.end


def _chain(cell: Block, tops: Mapping[Span, Block]) -> tuple[Span, ...]:
    """The cell's column heads from the top."""
    return tuple(head for head in cell.heads if head in tops)


def _lines(cells: Sequence[Block], tops: Mapping[Span, Block]) -> list[list[Block]]:
    """The rows: cells of one row head, or of no row head as long as their columns go on to the right."""
    lines: list[list[Block]] = []
    named = {cell.heads[0] for cell in cells if cell.heads and cell.heads[0] not in tops}
    last: tuple[Span | None, set[Span]] = (None, set())
    for cell in cells:
        key = cell.heads[0] if cell.heads and cell.heads[0] not in tops else None
        key = _span(cell) if _span(cell) in named else key
        column = _chain(cell, tops)[-1:]
        again = bool(column) and column[0] in last[1]
        if not lines or key != last[0] or again:
            lines.append([])
            last = key, set()
        last[1].update(column)
        lines[-1].append(cell)
    return lines


def _columns(lines: Sequence[Sequence[Block]], tops: Mapping[Span, Block]) -> list[tuple[Span, ...]]:
    """The columns from the left, each with its heads from the top; a head over empty cells only is a column too."""
    found = {chain for line in lines for cell in line if (chain := _chain(cell, tops))}
    used = {head for chain in found for head in chain}
    inner = {chain[:end] for chain in found for end in range(1, len(chain))}
    return sorted((found - inner) | {(span,) for span in tops if span not in used})


def _heads(columns: Sequence[tuple[Span, ...]], tops: Mapping[Span, Block]) -> Iterator[list[Place]]:
    """The header rows: a head above several columns reaches over them, one without heads below it reaches down."""
    depth = max(map(len, columns), default=0)
    for level in range(depth):
        named = [(chain[level], len(chain) == level + 1) for chain in columns if level < len(chain)]
        reach = [(span, last, len(list(same))) for (span, last), same in groupby(named)]
        yield [Place(tops[span], True, wide, depth - level if last else 1) for span, last, wide in reach]


def _placed(line: Sequence[Block], leaves: Mapping[Span, int]) -> Iterator[Place]:
    """A row's cells under their columns, empty places between them."""
    at = 0
    for cell in line:
        column = next((leaves[head] for head in cell.heads if head in leaves), at)
        yield from [Place()] * (column - at)
        yield Place(cell)
        at = max(at, column) + 1
    yield from [Place()] * (len(leaves) - at)
