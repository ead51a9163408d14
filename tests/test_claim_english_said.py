"""English values, units, names and status: ranks and ages, long noun phrases, goals that were met or are to come."""

from __future__ import annotations

import pytest

from extractor.read import read
from extractor.records import Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("It built 7 newly-established export processing enterprises.", "7", "enterprises"),
        ("It has 1 model new rural commune.", "1", "commune"),
        ("It has 34 full-process and 50 other services.", "34", None),
        ("It licensed 9 wind power plants.", "9", "plants"),
        ("Of its schools, 45 met the standard.", "45", None),
        ("Some 640 are women aged 18-55.", "18-55", "years"),
    ],
)
def test_the_unit_is_what_is_counted(text: str, surface: str, unit: str | None) -> None:
    figure = next(figure for figure in read(text, "en").figures if figure.surface == surface)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [
        ("Vinh rose to the top position in the index.", 1, None),
        ("Vinh came in third in the index.", 3, None),
        ("Vinh was second out of nine cities.", 2, 9),
    ],
)
def test_a_rank_in_words(text: str, value: int, whole: int | None) -> None:
    figure = next(figure for figure in read(text, "en").figures if figure.kind.value == "rank")
    assert (figure.value, figure.rank_of) == (value, whole)


def test_a_decimal_before_a_dash_is_no_day() -> None:
    figures = read("It plans to raise output by 4.5 – 6 percent.", "en").figures
    assert [(str(one.value), str(one.value_max)) for one in figures] == [("4.5", "6")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The province met its PAPI target, scoring 43.5 points.", Status.ACTUAL),
        ("The city surpassed its yearly socio-economic targets, with 43.5 points.", Status.ACTUAL),
        ("The province is working on meeting its target of 43.5 points.", Status.TARGET),
        ("Vinh met the target of 43.5 points.", Status.TARGET),
    ],
)
def test_a_goal_that_was_met_is_no_wish(text: str, status: Status) -> None:
    assert one(text, "43.5", "en").status is status


def test_those_who_strive_have_not_reached_it() -> None:
    assert one("Some 23 communes strive to meet the standard.", "23", "en").status is Status.TARGET


def test_a_share_of_others_behind_a_semicolon_has_its_own_name() -> None:
    records, firms = said("Some 85% of records are digitised; 35% of small firms use software.", "en")
    assert records.indicator == "services.records_digitised_share"
    assert firms.indicator is None
