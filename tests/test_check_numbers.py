"""What written numbers can be, and how findings are worded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from by_hand import figure, small_tables
from hypothesis import given
from hypothesis import strategies as st

from extractor import rules
from extractor.catalog import texts
from extractor.check import ACROSS, WITHIN
from extractor.check.intervals import Interval, allowed, implied_total, percent_of, written
from extractor.check.scope import transposed
from extractor.records import FigureKind
from extractor.wording import date_text, localise, quantity


@pytest.fixture(autouse=True)
def _tables(tmp_path: Path) -> Iterator[None]:
    rules.use(small_tables(tmp_path))
    yield
    rules._active.clear()


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [("43%", "42.5", "43.5"), ("70.3%", "70.25", "70.35"), ("70.30%", "70.295", "70.305"), ("485", "485", "485")],
)
def test_written_digits_say_how_far_a_number_reaches(number: str, low: str, high: str) -> None:
    interval = written(figure(number))
    assert interval is not None
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


def test_upper_end_of_a_rounded_percent_is_out() -> None:
    interval = allowed(figure("43%"))
    assert interval is not None
    assert interval.holds(Decimal("42.5"))
    assert not interval.holds(Decimal("43.5"))


def test_scale_word_makes_a_count_rounded() -> None:
    interval = allowed(figure("7500000", precision=Decimal(100000)))
    assert interval is not None
    assert interval.holds(Decimal(7549999))
    assert not interval.holds(Decimal(7550000))


@pytest.mark.parametrize(
    ("number", "true_value", "possible"),
    [(">600", 612, True), (">600", 580, False), ("<~600", 590, True), ("<~600", 640, False), ("~600", 630, True)],
)
def test_comparators_bound_on_their_own_side(number: str, true_value: int, possible: bool) -> None:
    interval = allowed(figure(number))
    assert interval is not None
    assert interval.meets(Interval(Decimal(true_value), Decimal(true_value))) is possible


def test_total_behind_a_part_and_its_share() -> None:
    share = written(figure("43%"))
    assert share is not None
    assert implied_total(Decimal(485), share) == (1115, 1141)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_implied_total_holds_the_true_total(part: int, more: int) -> None:
    total = part + more
    stated = (Decimal(part) / total * 100).quantize(Decimal("0.1"))
    share = written(figure(f"{stated}%"))
    assert share is not None
    ends = implied_total(Decimal(part), share)
    ratio = percent_of(Interval(Decimal(part), Decimal(part)), Interval(Decimal(total), Decimal(total)))
    assert ratio is not None
    if ends and share.meets(ratio):
        assert ends[0] <= total <= ends[1]


@pytest.mark.parametrize(
    ("one", "other", "swapped"), [(1602, 1620, True), (9831, 9813, True), (46, 47, False), (12, 112, False)]
)
def test_swapped_neighbours(one: int, other: int, swapped: bool) -> None:
    assert transposed(Decimal(one), Decimal(other)) is swapped


def test_numbers_are_pointed_as_the_language_does() -> None:
    assert localise("1234567.5 / 12 = 1.5 %", "vi") == "1.234.567,5 / 12 = 1,5 %"
    assert localise("1234567.5 / 12 = 1.5 %", "en") == "1,234,567.5 / 12 = 1.5 %"


@pytest.mark.parametrize(("iso", "shown"), [("2025-10-08", "8/10/2025"), ("2025-09", "9/2025"), ("2025", "2025")])
def test_dates_stay_as_partial_as_they_are(iso: str, shown: str) -> None:
    assert date_text(iso, "vi") == shown
    assert date_text(iso, "en") == iso


def test_long_money_gets_its_scale_word() -> None:
    money = figure("2000000000000", kind=FigureKind.MONEY, unit="VND")
    assert quantity(money, "vi") == "2.000 tỷ VND"
    assert quantity(money, "en") == "2 trillion VND"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", [*WITHIN, *ACROSS])
def test_every_check_has_a_name_a_definition_and_a_sentence(name: str, language: str) -> None:
    words = texts(language)["check"][name]
    assert words["name"]
    assert words["definition"].endswith(".")
    assert any("{" in sentence for sentence in words.values())


def test_both_languages_have_the_same_texts() -> None:
    # Vietnamese counts in tỷ beyond a thousand of them, English in trillions.
    assert keys(texts("vi")) | {".scale.trillion"} == keys(texts("en"))


def keys(table: object, prefix: str = "") -> set[str]:
    if not isinstance(table, dict):
        return {prefix}
    return {name for key, value in table.items() for name in keys(value, f"{prefix}.{key}")}
