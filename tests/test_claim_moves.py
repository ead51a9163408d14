"""What a wish moves away from is no wish, and the time of a figure is not that of the paper that tells it."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("By 2030, the share will rise from 45% to 60%.", "en"),
        (
            "The share is expected to rise from currently 45 per cent of ports to 60 per cent by the end of this year.",
            "en",
        ),
        ("Đến năm 2030, tỉnh phấn đấu nâng tỷ lệ từ 45% lên 60%.", "vi"),
    ],
)
def test_what_a_wish_moves_away_from_stands_today(text: str, language: str) -> None:
    start, goal = said(text, language)
    assert (start.status, start.period_start, start.period_end) == (Status.ACTUAL, None, "2025-10-15")
    assert goal.status in (Status.TARGET, Status.FORECAST)
    assert goal.period_end != "2025-10-15"


def test_what_a_move_that_is_over_began_with_keeps_its_year() -> None:
    assert one("In 2024, the rate fell from 9% to 7%.", "9%", "en").period_end == "2024-12-31"


@pytest.mark.parametrize(
    "text",
    [
        "In a report published on May 9, the office said trade rose by 9%.",
        "The report, issued in May, says that trade rose by 9%.",
    ],
)
def test_when_a_paper_came_out_dates_no_figure_in_it(text: str) -> None:
    assert one(text, "9%", "en").period_end == "2025-10-15"


def test_what_was_issued_in_a_month_is_counted_in_it() -> None:
    assert one("It has 9 permits issued in May 2025.", "9", "en").period_end == "2025-05-31"


def test_the_end_of_the_month_of_publication_is_no_wish() -> None:
    found = one("As of the end of 2025, it had 9 ports.", "9", "en", published="2025-12-28")
    assert (found.status, found.period_end) == (Status.ACTUAL, "2025-12-31")


def test_a_year_before_a_figure_is_not_the_one_it_is_compared_with() -> None:
    text = "In 2025, it sold 90 boats, twice the total last year which stood at 45."
    assert one(text, "45", "en", published="2025-12-30").period_end == "2024-12-31"


@pytest.mark.parametrize(("published", "ends"), [("2025-11-20", "2025-12-31"), ("2025-07-20", "2025-07-20")])
def test_a_year_is_reported_from_its_eleventh_month_on(published: str, ends: str) -> None:
    text = "The economy is estimated to grow by 9% in 2025.\n\nFarms grew by 4%."
    assert one(text, "4%", "en", published=published).period_end == ends


def test_from_without_a_date_begins_no_time_of_its_own() -> None:
    text = "In the first nine months of 2025, trade rose.\n\nRevenue from ports reached VND 9 billion."
    assert one(text, "VND 9 billion", "en").period_end == "2025-09-30"
