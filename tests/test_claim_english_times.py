"""Times as English tells them: ends of years, days without a year, spans by many words."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


def test_months_are_of_the_one_year_that_an_undated_text_tells_of() -> None:
    text = "In the first nine months of 2024, 38 houses were built. In August, 41 roads were built."
    assert one(text, "41", "en", published=None).period_end == "2024-08-31"
    text = "In June 2023 it had 38 houses, in June 2024 39.\n\nIn August, 41 roads were built."
    assert "08" not in (one(text, "41", "en", published=None).period_end or "")


@pytest.mark.parametrize(
    ("text", "surface", "span"),
    [
        ("By November 30, 38 communes were recognised.", "38", (None, "2024-11-30")),
        ("By November 30, 38 communes will be recognised.", "38", (None, "2025-11-30")),
        ("Some 38 houses were built as of mid-year.", "38", (None, "2025-06-30")),
        ("The nine-month output rose by 7%.\n\nIt has recently licensed 38 parks.", "38", (None, "2025-10-15")),
    ],
)
def test_a_day_without_a_year_and_news_of_today(text: str, surface: str, span: tuple[str | None, str]) -> None:
    claim = one(text, surface, "en")
    assert (claim.period_start, claim.period_end) == span


@pytest.mark.parametrize(
    ("text", "surface", "end", "status"),
    [
        ("From now until the end of the year, 38 houses will be built.", "38", "2025-12-31", Status.TARGET),
        ("At the end of last year, it had 38 houses.", "38", "2024-12-31", Status.ACTUAL),
        ("In the first 10 months, 38 houses were built.", "38", "2025-10-31", Status.ACTUAL),
        ("The area exceeded 90 ha, meeting the target and rising by 38%.", "38%", "2025-10-15", Status.ACTUAL),
        ("It aims at 90% in 2027. The rate of schools should be at least 38%.", "38%", "2027-12-31", Status.TARGET),
    ],
)
def test_ends_of_years_and_what_is_demanded_beside_a_goal(text: str, surface: str, end: str, status: Status) -> None:
    claim = one(text, surface, "en")
    assert (claim.period_end, claim.status) == (end, status)


@pytest.mark.parametrize(
    ("text", "surface", "span", "status"),
    [
        ("In the first two months following the merger, it had 38 cases.", "38", (None, "2025-10-15"), Status.ACTUAL),
        ("The nine-month industrial output index rose 38%.", "38%", ("2025-01-01", "2025-09-30"), Status.ACTUAL),
        ("In 2024, growth is estimated to reach 38%.", "38%", ("2024-01-01", "2024-12-31"), Status.ESTIMATE),
        ("They have strived to achieve 38 criteria.", "38", (None, "2025-10-15"), Status.ACTUAL),
        ("It reached 9% of the target of 38 accounts.", "38", ("2025-01-01", "2025-12-31"), Status.TARGET),
        ("It reached 38%, 27% of this year’s estimate.", "27%", (None, "2025-10-15"), Status.ACTUAL),
    ],
)
def test_spans_and_plans_by_more_words(text: str, surface: str, span: tuple[str | None, str], status: Status) -> None:
    claim = one(text, surface, "en")
    assert (claim.period_start, claim.period_end, claim.status) == (*span, status)


def test_a_plan_of_this_year_is_no_time_of_what_is_its_share() -> None:
    text = "Exports grew 8% in the first quarter of 2025.\n\nRevenue hit VND12 trillion, 25% of this year's estimate."
    claim = one(text, "VND12 trillion", "en")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-03-31")


def test_where_a_move_began_and_a_picture_date_nothing_else() -> None:
    assert (
        one("Hue ranked 18th, down from the 16th place in the 2016-2019 period.", "18th", "en").period_end
        == "2025-10-15"
    )
    text = "A nurse at work in early May 2024. (Photo: VNA)\n\nThe town has 38 doctors."
    assert one(text, "38", "en").period_end == "2025-10-15"


def test_a_plan_for_a_time_to_come_is_not_what_a_page_of_the_year_reports() -> None:
    text = (
        "He asked to update the scenario for the fourth quarter of 2025 to reach the target.\n\n"
        "The economy grew by 6.1% in the first nine months.\n\nSpecifically, industry rose by 9.5%."
    )
    claim = one(text, "9.5%", "en", published="2025")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-09-30")


def test_how_often_since_a_year_dates_nothing() -> None:
    text = "In 2023 sales were told.\n\nHue kept its lead for the sixth time since 2012 with 38 shops."
    assert one(text, "38", "en", published="2024-04-17").period_start != "2012"


@pytest.mark.parametrize(("surface", "day"), [("329", "2025-06-30"), ("54", "2025-06-30"), ("40", "2025-06-30")])
def test_what_stands_under_some_years_is_told_as_of_the_last_day_named(surface: str, day: str) -> None:
    text = (
        "Hue builds halls.\n\nIt is glad of them.\n\nIn the period of 2021 - 2025, Hue achieved fine results.\n\n"
        "As of June 2025, the city had 40 halls.\n\nThe city has 329 clubs.\n\nOf its bridges 54 are not paved."
    )
    claim = one(text, surface, "en", published="2025")
    assert (claim.period_start, claim.period_end) == (None, day)


def test_the_day_of_telling_and_an_occasion_leave_the_days_that_the_text_tells_of() -> None:
    text = (
        "Hue drew visitors during the holiday from August 31 to September 3.\n\n"
        "On September 3, its office announced that it received 410 guests during the three-day holiday period."
    )
    claim = one(text, "410", "en", published="2024-09-05")
    assert (claim.period_start, claim.period_end) == ("2024-08-31", "2024-09-03")


def test_what_is_told_for_every_year_is_not_told_for_a_month() -> None:
    text = "By early October 2025, Hue had 38 mills.\n\nIts mills save 20% of fuel. Every year they sell 41 oaks."
    assert one(text, "41", "en", published="2025").period_end == "2025"


def test_who_released_results_and_when_dates_no_score() -> None:
    text = "By the 2024 DTI results published by the Ministry of Science in October 2025, Hue had 0.71 points."
    assert one(text, "0.71", "en", published="2025-11-17").period_end == "2024-12-31"


@pytest.mark.parametrize("sign", ["'", "’"])
def test_this_years_holiday_is_not_this_year(sign: str) -> None:
    text = f"Hue welcomed 41 guests during this year{sign}s National Day holiday."
    claim = one(text, "41", "en", published="2025-09-05")
    assert (claim.period_start, claim.period_end) == (None, "2025-09-05")


def test_what_is_there_today_is_not_told_for_the_months_of_the_report() -> None:
    text = "In the first 9 months of 2025, Hue sold 38 boats.\n\nThe city has about 41 mills. It built 7 halls."
    assert one(text, "41", "en").period_start is None
    assert one(text, "7", "en").period_start == "2025-01-01"
    text = "In 2024, Hue sold 38 boats.\n\nThe city has about 41 mills."
    assert one(text, "41", "en", published="2025-01-20").period_end == "2024-12-31"


def test_between_the_start_of_the_year_and_a_month_is_a_span() -> None:
    claim = one("The rate reached 97% between the start of this year and the end of August.", "97%", "en")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-08-31")


def test_the_total_of_two_months_is_told_for_both() -> None:
    text = "Sales were 41 billion VND in February; the two-month total was 83 billion VND."
    claim = one(text, "83 billion VND", "en", published="2025-03-09")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-02-28")


@pytest.mark.parametrize(
    ("opening", "start"),
    [("In the same period", "2024-01-01"), ("Over there,", "2025-01-01"), ("In the same period,", "2025-01-01")],
)
def test_what_a_sentence_opens_with_dates_all_it_tells(opening: str, start: str) -> None:
    text = f"In the first nine months of 2025 Hue had 85 mills. {opening} there were 70 mills and 41 ports."
    assert one(text, "41", "en").period_start == start


@pytest.mark.parametrize(
    ("opening", "start"),
    [
        ("At 2010 constant prices", "2024-01-01"),
        ("At constant prices of 2010", "2024-01-01"),
        ("At constant 2010 prices", "2024-01-01"),
        ("At constant prices in 2023", "2023-01-01"),
    ],
)
def test_the_year_of_constant_prices_dates_nothing(opening: str, start: str) -> None:
    text = f"In 2024, the economy grew.\n\n{opening}, Hue's output was VND41 billion."
    assert one(text, "VND41 billion", "en").period_start == start


@pytest.mark.parametrize(
    ("words", "end"), [("the highest level so far", "2025-09-30"), ("and so far it has 38 parks", "2025-10-15")]
)
def test_the_highest_so_far_is_not_told_as_of_today(words: str, end: str) -> None:
    text = f"In the first nine months of 2025, Hue sold 7 boats. Its revenue was $41 million, {words}."
    assert one(text, "$41 million", "en").period_end == end


def test_months_of_this_year_are_reported_beside_the_year_of_an_index() -> None:
    text = "Hue enters the top 7 of the 2024 PCI\n\nHue reviewed the first nine months of 2025.\n\nIt built 41 mills."
    assert one(text, "41", "en").period_end == "2025-09-30"
    text = "Hue reviewed its work of 2024\n\nHue led in 2024.\n\nIt built 41 mills."
    assert one(text, "41", "en", published="2025-02-09").period_end == "2024-12-31"


@pytest.mark.parametrize(("name", "end"), [("investment plan", "2025-10-28"), ("investment results", "2025-12-31")])
def test_the_year_of_a_plan_is_not_reported(name: str, end: str) -> None:
    text = (
        f"Hue heard of the 2025 {name}.\n\nThe city is large.\n\nIts people are many.\n\n"
        "As of October 28, 38 billion VND was spent.\n\nThe Department of Health repaired 41 mills."
    )
    assert one(text, "41", "en", published="2025-11").period_end == end


@pytest.mark.parametrize(
    "words",
    [
        "The sum was $41 million for both months together.",
        "Cumulatively, it was $41 million.",
        "Added up since January, it was $41 million.",
    ],
)
def test_what_is_added_up_behind_a_month_runs_from_january(words: str) -> None:
    claim = one(f"Hue sold goods worth $7 million in February. {words}", "$41 million", "en", published="2025-03-09")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-02-28")


@pytest.mark.parametrize(
    ("horizon", "start"), [(", with a vision to 2030", None), (", looking ahead to 2035", None), ("", "2022-01-01")]
)
def test_the_years_of_a_plan_behind_a_result_do_not_date_it(horizon: str, start: str | None) -> None:
    text = (
        f"In Hue 41% of people use the service under the roadmap for digital health in the period 2022-2025{horizon}."
    )
    assert one(text, "41%", "en", published="2025").period_start == start


def test_the_year_that_was_planned_for_is_no_time_of_what_was_spent() -> None:
    text = (
        "By the end of July 2025, Hue spent 7%.\n\nSome 41 wards spent less than 8% of what they planned for the year."
    )
    assert one(text, "41", "en", published="2025-08-04").period_end == "2025-07-31"


def test_a_day_as_of_which_counts_is_not_that_of_the_paper_behind_it() -> None:
    text = (
        "A review as of May 31 of how Resolution 12/NQ-CP is carried out counts 38 slow tasks.\n\nOf them, 9 are done."
    )
    found = said(text, "en", published="2025-06-02")
    assert {claim.period_end for claim in found} == {"2025-05-31"}


@pytest.mark.parametrize(
    "text",
    [
        "Hue rests over April 30 - May 1\n\nIn the 5 days off for April 30 - May 1 (April 27 to May 1, 2024) it drew 38"
        " guests.\n\nVinh: 41 guests, up 44%.",
        "Hue draws 38 guests over the April 30 - May 1 holiday\n\nOver the April 30 and May 1 holiday (from April 27 to"
        " May 1) it earned 41 USD.",
    ],
)
def test_days_in_a_bracket_tell_how_long_an_occasion_named_by_days_lasts(text: str) -> None:
    found = said(text, "en", published="2024-05-03")
    found = [claim for claim in found if claim.figure.surface in ("38", "41", "44%", "41 USD")]
    assert {(claim.period_start, claim.period_end) for claim in found} == {("2024-04-27", "2024-05-01")}


def test_days_in_a_bracket_with_a_figure_of_their_own_explain_no_others() -> None:
    claim = one("Hue had 38 fires from May 1 to 15 (from April 1 to 15 it had 70).", "38", "en", published="2024-05-20")
    assert (claim.period_start, claim.period_end) == ("2024-05-01", "2024-05-15")


def test_a_part_is_told_for_the_time_behind_its_whole() -> None:
    text = "For 2025 Hue has named 9 aims. It is expected to meet 41 out of 44 key targets set for 2024."
    assert one(text, "41", "en").period_end == "2024-12-31"


@pytest.mark.parametrize(
    "base",
    [
        "from the first quarter of 2024",
        "over the first half of 2024",
        "from the same three months of 2024",
        "over the same quarter of 2024",
    ],
)
def test_the_span_that_a_change_is_measured_from_dates_nothing(base: str) -> None:
    text = f"In the first quarter of 2025, revenue rose. Exports earned $90 million, up over 33% {base}."
    ends = {claim.figure.surface: claim.period_end for claim in said(text, "en", published="2025-04-20")}
    assert ends == {"$90 million": "2025-03-31", "33%": "2025-03-31"}


def test_the_span_that_a_change_is_told_for_is_its_own() -> None:
    assert one("Exports rose 33% from January to June.", "33%", "en", published="2025-07-20").period_end == "2025-06-30"
