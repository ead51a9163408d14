"""English times that date nothing or another figure, and the parts of a goal."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said

DAY = "2019-07-31"


@pytest.mark.parametrize(
    "text",
    [
        "Set up in 2012, the mill has 38 workers.",
        "The mill, opened in May 2015, has 38 workers.",
        "The mill (built in 2015) sold 38 tonnes.",
    ],
)
def test_when_something_began_is_no_time_of_what_is_told_of_it(text: str) -> None:
    assert one(text, "38", "en", published=DAY).period_end == DAY


def test_a_work_to_be_done_keeps_its_year() -> None:
    assert (
        one("The road, to be completed in 2027, is 38 km long.", "38", "en", published=DAY).period_end == "2027-12-31"
    )


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Hue had 38 cases in the last seven months.", DAY),
        (
            "Cases in seven months\nHue had 44 cases in the first seven months.\nHue had 38 in the last seven months.",
            DAY,
        ),
        ("In the last five months of the year, Hue will plant 38 trees.", "2019-12-31"),
        ("The target for the last five months is 38 trees.", "2019-12-31"),
    ],
)
def test_the_last_months_are_those_before_today_but_for_a_wish(text: str, end: str) -> None:
    assert one(text, "38", "en", published=DAY).period_end == end


def test_a_span_of_years_may_end_in_a_month() -> None:
    claim = one("Hue had 38 cases between 2012 and May 2019.", "38", "en", published=DAY)
    assert (claim.period_start, claim.period_end) == ("2012-01-01", "2019-05-31")


def test_the_period_that_is_meant_is_no_day_of_today() -> None:
    text = "By June 20, Hue licensed 44 mills.\nIt now has 900 mills.\nIn the reviewed period, it closed 38 mills."
    assert one(text, "38", "en", published=DAY).period_end == "2019-06-20"


def test_years_long_over_are_not_those_that_a_text_reports() -> None:
    text = "Homes grew by 1.1 per cent a year while the figure was 38 per cent for 1999-2009.\nHue has 44 homes."
    assert one(text, "44", "en", published=DAY).period_end == DAY


def test_the_comma_before_a_deadline_closes_a_row() -> None:
    text = "Hue hopes to have 38 parks, including 7 large ones, by 2025."
    assert one(text, "38", "en", published=DAY).period_end == "2025-12-31"


@pytest.mark.parametrize("opening", ["This comprises", "It includes", "Of which,"])
def test_the_parts_of_a_goal_are_goals(opening: str) -> None:
    text = f"Hue plans to make 44 tonnes of fish this year.\n{opening} 38 tonnes of shrimp and 6 tonnes of eel."
    assert {claim.status for claim in said(text, "en", published=DAY)} == {Status.TARGET}


def test_a_part_of_a_goal_that_is_there_is_none() -> None:
    text = "Hue plans 44 parks. Of which, 38 parks are open."
    assert one(text, "38", "en", published=DAY).status is not Status.TARGET


def test_what_doubled_is_a_change() -> None:
    claim = one("Exports of Hue doubled from 2017 to 9 billion VND.", "doubled", "en", published=DAY)
    assert (claim.indicator, claim.statement.value) == ("economy.exports", "change")


def test_months_counted_up_to_the_one_named_are_those_of_the_year() -> None:
    text = "Sales of Hue reached $9 million in April, lifting the total over the past four months to $38 million."
    claim = one(text, "$38 million", "en", published="2019-04-28")
    assert (claim.period_start, claim.period_end) == ("2019-01-01", "2019-04-30")


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("The province has issued a plan for 2025, with the following main targets:", Status.TARGET),
        ("The province has met the following main targets:", Status.ACTUAL),
    ],
)
def test_a_paper_that_has_been_issued_reports_no_goals_as_reached(head: str, status: Status) -> None:
    text = f"{head}\n1. Health insurance covers 95%.\n2. Poverty falls to 38%."
    assert one(text, "38%", "en", published=DAY).status is status


def test_the_items_behind_a_wish_and_its_colon_are_wished_for_in_any_tense() -> None:
    text = "The province strives: to have 9 more wards. The rate of jobs reached 38%. Homes are below 44%."
    assert {claim.status for claim in said(text, "en", published=DAY)} == {Status.TARGET}


def test_a_result_behind_a_wish_and_its_colon_is_none() -> None:
    text = "The province strives: to have 9 more wards. Last year, the rate reached 38%."
    assert one(text, "38%", "en", published=DAY).status is Status.ACTUAL


def test_what_is_higher_than_a_target_is_none() -> None:
    text = "Sales were 9 per cent higher than the set target and up 38 per cent year-on-year."
    assert one(text, "38 per cent", "en", published=DAY).status is Status.ACTUAL


def test_a_goal_for_what_adds_up_over_a_year_is_that_of_the_months_reported() -> None:
    text = "Exports\nHue exported goods for $44 million in the second quarter.\nIts target is exports of $380 million."
    assert one(text, "$380 million", "en", published=DAY).period_end == "2019-12-31"


def test_the_items_of_what_stands_today_do_too() -> None:
    text = "Mills of Hue sold 44 tonnes in the first half.\nHue has nine wholly owned foreign mills, 38 state mills."
    assert one(text, "38", "en", published=DAY).period_end == DAY
