"""Cells for spreadsheets: a formula is guarded, all else stays, and the guard comes off again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.cells import guard, unguard


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@SUM(A1)", "+evil", "-1+1", "\t=1", "-", "＝1+1", "\n=1"])
def test_cells_cannot_be_formulas(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5,2 %", "-5.2", "+84", "1.500", "Hà Nội", "'tis", "", 7, None])
def test_numbers_and_words_stay(cell: object) -> None:
    assert guard(cell) == cell


@given(st.text(alphabet="=+-@\t\n＝a1 ", max_size=6))
def test_a_guard_comes_off_again(cell: str) -> None:
    assert unguard(str(guard(cell))) == cell
