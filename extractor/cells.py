"""Cells of a CSV file that a spreadsheet opens: what it would run as a formula is guarded."""

from __future__ import annotations

import re

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# A number, or the sign of equality alone in the column of comparators.
_HARMLESS = re.compile(r"[-+]?[0-9][0-9.,]*(?: ?%)?|=")


def guard(cell: object) -> object:
    """The cell with an apostrophe before what a spreadsheet would run as a formula; plain numbers stay."""
    if isinstance(cell, str) and cell.startswith(_FORMULA) and not _HARMLESS.fullmatch(cell):
        return "'" + cell
    return cell


def unguard(cell: str) -> str:
    """The cell as it was before `guard`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
