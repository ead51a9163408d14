"""What a wish moves away from is no wish, and the time of a figure is not that of the paper that tells it."""

from __future__ import annotations

import pytest

from extractor.records import Statement, Status
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


def ends(text: str, published: str = "2025-10-15") -> list[str | None]:
    return [claim.period_end for claim in said(text, "en", published=published)]


@pytest.mark.parametrize("base", ["from 2017", "since 2017"])
def test_the_year_that_a_change_is_measured_from_dates_nothing(base: str) -> None:
    assert ends(f"The city has 90 mills, up 20 {base}.") == ["2025-10-15"] * 2


def test_from_the_year_s_beginning_to_a_month_is_a_span() -> None:
    found = one("From the beginning of this year to late August, it built 9 mills.", "9", "en")
    assert (found.period_start, found.period_end) == ("2025-01-01", "2025-08-31")
    found = one("From the beginning of the year to 31 August 2025, it built 9 mills.", "9", "en")
    assert (found.period_start, found.period_end) == ("2025-01-01", "2025-08-31")


def test_a_bracket_with_an_equal_sum_does_not_part_a_figure_from_its_time() -> None:
    text = "It spent VND9 billion since 2020, including VND4 billion (over 150,000 USD) in the first half of 2025."
    assert ends(text) == ["2025-10-15", "2025-06-30", "2025-06-30"]


def test_parts_set_off_by_commas_leave_the_time_to_the_whole() -> None:
    assert ends("It sold 90 boats, including 30 ferries, in the first half of 2025.") == ["2025-06-30"] * 2


def test_what_began_long_ago_is_not_the_year_reported() -> None:
    assert ends("The scheme was launched in 2010.\n\nIt runs 90 mills.") == ["2025-10-15"]


def test_the_end_of_next_year_is_a_time() -> None:
    assert ends("It aims for 90 mills by the end of next year.") == ["2026-12-31"]


def test_what_is_double_an_earlier_figure_keeps_its_own_year() -> None:
    assert ends("It plans 90 mills in 2026, double the 2024 figure.\n\nIt has 30 boats.") == [
        "2026-12-31",
        "2025-10-15",
    ]


def test_a_change_behind_what_stands_to_date_is_one_of_the_span_reported() -> None:
    text = "In the first nine months of 2025, trade rose.\n\nTo date, 90 mills run. Investment rose by 9%."
    assert ends(text) == ["2025-10-15", "2025-09-30"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("In August, the Bach Dang River Boat Fair 2024 drew 900 guests.", "2025-08-31"),
        ("The PAPI 2024 survey asked 900 people.", "2024-12-31"),
        ("In early 2024, 900 guests came.", "2024-12-31"),
    ],
)
def test_the_year_of_a_fair_s_name_dates_nothing(text: str, end: str) -> None:
    assert one(text, "900", "en").period_end == end


def test_the_day_of_a_dateline_dates_nothing() -> None:
    text = "VIETNAM, October 2 - HÀ NỘI — Bac Ninh attracted 90 projects and 30 shops in the first half of this year."
    assert ends(text) == ["2025-06-30"] * 2


@pytest.mark.parametrize(
    ("text", "surface", "end"),
    [
        ("The 2020-2025 term has 90 projects, with a target of under 70 projects for 2026-2030.", "70", "2030-12-31"),
        ("Over 2020-2025, growth averaged 7%, outpacing the 6% rate of 2015-2020.", "6%", "2020-12-31"),
        ("By 2030, it aims to have 2.5 times the level of 2020.", "2.5", "2030-12-31"),
    ],
)
def test_the_time_behind_what_a_figure_counts_is_its_own(text: str, surface: str, end: str) -> None:
    assert one(text, surface, "en").period_end == end


def test_the_days_of_a_congress_are_not_what_is_told_for() -> None:
    assert ends("The Party Congress was held on October 1-2.\n\nThe commune has 90 mills.") == ["2025-10-15"]
    assert ends("The sale ran on October 1-2.\n\nThe commune sold 90 boats.") == ["2025-10-02"]


def test_an_index_is_never_told_for_the_day_of_publication() -> None:
    assert one("Hue scored 71 points in the PCI.", "71", "en").period_end is None
    assert one("Hue scored 71 points in the PCI 2024.", "71", "en").period_end == "2024-12-31"


@pytest.mark.parametrize("goal", ["tăng từ 12% trở lên", "tăng từ 12-14%"])
def test_from_so_much_up_is_a_wish(goal: str) -> None:
    found = said(f"Tỉnh phấn đấu hoàn thành ít nhất 85 nhiệm vụ; kinh tế {goal}.")
    assert [claim.status for claim in found] == [Status.TARGET] * 2


def test_a_year_behind_over_is_what_a_change_is_measured_from() -> None:
    assert ends("Hue sold 640 boats, up 9% over 2023.") == ["2025-10-15"] * 2


def test_a_place_that_another_is_compared_with_has_a_level_in_its_bracket() -> None:
    found = said("Tỷ lệ giải ngân đạt 52%, cao hơn bình quân cả nước (50%). Số vụ tăng 5%, cao hơn cả nước (4%).")
    assert [claim.statement for claim in found] == [
        Statement.LEVEL,
        Statement.LEVEL,
        Statement.CHANGE,
        Statement.CHANGE,
    ]


def test_what_is_set_up_does_not_rise() -> None:
    assert one("The province has set up 9 teams.", "9", language="en").statement is Statement.LEVEL
    assert one("Exports are up 9%.", "9%", language="en").statement is Statement.CHANGE
