"""Numbers that share a scale word or a unit."""

from __future__ import annotations

import pytest

from extractor.read import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It spent VND1.4 out of 6 billion.", [1_400_000_000, 6_000_000_000]),
        ("It spent VND1.4 of the VND6 billion plan.", [1_400_000_000, 6_000_000_000]),
        ("It spent VND300 of 6 million people.", [300, 6_000_000]),
        ("It served 1.4 of its 6 million guests.", [1_400_000, 6_000_000]),
    ],
)
def test_the_part_of_a_sum_shares_its_scale_word(text: str, expected: list[int]) -> None:
    assert [figure.value for figure in read(text, "en").figures] == expected


def test_joined_numbers_share_the_unit_of_the_last() -> None:
    found = read("The rates were 87.5, 64, and 52 percent on 14 and 23 ha.", "en").figures
    assert [one.unit for one in found] == ["%", "%", "%", "ha", "ha"]
