"""What an English text is told for: who answers opens with a year, a holiday, a half year that is carried on."""

from __future__ import annotations

import pytest

from tests.claiming import one, said

ANSWERS = (
    "Muong Khuong sums up\n\nComrade Giang Van Hoa, Head of the District Party Committee: The year 2021 was marked"
    ' by storms. The district nevertheless built 19 bridges.\n\nThe locality carried out the project "Safe ponds in'
    ' the period of 2019-2023". It brought 12 more ponds.'
)
HOLIDAY = (
    "Quang Ninh welcomes crowds\n\nQuang Ninh received 510,000 visitors over the 2025 National Day holiday.\n\nThe peak"
    " fell on August 31 and September 1. Hotels were 92 percent full, and boats 81 percent, with the peak on August 30"
    " and 31."
)
SHRIMP = (
    "Bac Lieu sells more shrimp\n\nThe output of Bac Lieu rose 9.6 percent year-on-year in the first half of this year."
    "\n\nThe province earned 640 million USD abroad, 67 percent of the yearly goal, up 4.1 percent annually."
)


def test_a_year_that_opens_an_answer_is_that_of_the_text() -> None:
    found = {claim.figure.surface: claim.period_end for claim in said(ANSWERS, "en", published=None)}
    assert found == {"19": "2021-12-31", "12": "2021-12-31"}


def test_a_year_in_the_name_of_a_holiday_and_the_days_of_its_peak_date_nothing() -> None:
    found = {(claim.period_start, claim.period_end) for claim in said(HOLIDAY, "en", published="2025-09-03")}
    assert found == {(None, "2025-09-03")}


def test_what_rose_annually_keeps_the_span_told_before() -> None:
    found = {(claim.period_start, claim.period_end) for claim in said(SHRIMP, "en", published="2019-07-15")}
    assert found == {("2019-01-01", "2019-06-30")}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Exports grew 8% year-on-year in September.", "2025-09-01"),
        ("Exports grew 8% from a year earlier in the first quarter.", "2025-01-01"),
        ("Sales of the mill grew 8% compared to last year during the first nine months.", "2025-01-01"),
        ("Exports grew 8% over the same period in 2024.", None),
    ],
)
def test_a_time_behind_a_comparison_that_names_its_base_is_what_is_told(text: str, start: str | None) -> None:
    assert one(text, "8%", "en").period_start == start


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ("May 4 and 5", "2025-05-04", "2025-05-05"),
        ("June 20, 21 and 22", "2025-06-20", "2025-06-22"),
        ("March 8 and 9, 2024", "2024-03-08", "2024-03-09"),
    ],
)
def test_days_of_a_month_are_a_span(days: str, start: str, end: str) -> None:
    claims = said(f"On {days}, the district held 12 contests.", "en")
    assert [(one.figure.surface, one.period_start, one.period_end) for one in claims] == [("12", start, end)]


def test_what_is_counted_behind_a_day_is_no_day() -> None:
    assert [c.figure.surface for c in said("On June 20 and 25 teachers were honoured.", "en")] == ["25"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Fewer road accidents in Dong Nai\n\nRoads in Dong Nai were safer in the first nine months of the year.\n\n"
            "From December 15, 2024 to September 14, 2025, Dong Nai had 410 accidents.\n\n"
            "Besides, 12 illegal races were broken up.",
        ),
        (
            "vi",
            "An toàn giao thông ở Đồng Nai 9 tháng đầu năm\n\nTheo Ban An toàn giao thông Đồng Nai, 9 tháng đầu năm"
            " 2025, tai nạn giảm.\n\nTừ ngày 15/12/2024 đến ngày 14/9/2025, toàn tỉnh xảy ra 410 vụ tai nạn.\n\n"
            "Bên cạnh đó, công an xử lý 12.500 trường hợp vi phạm.",
        ),
    ],
)
def test_the_days_that_a_report_counts_as_its_months_are_carried_on(language: str, text: str) -> None:
    found = {(claim.period_start, claim.period_end) for claim in said(text, language, published="2025-09-22")}
    assert found == {("2024-12-15", "2025-09-14")}


def test_a_company_by_its_english_name_owns_what_it_sold() -> None:
    claim = one("Electricity of Viet Nam (EVN) sold 58 billion kWh.", "58 billion", "en")
    assert (claim.area, claim.body) == ("VN", "Electricity of Viet Nam")
    assert not said("They will sell shares of Power Generation Corporation 3.", "en")
