"""Sums from January on, growths told by the year, and times that stand beside figures without dating them."""

from __future__ import annotations

import pytest

from tests.claiming import said

Span = tuple[str | None, str | None]
QUARTERS = ("2025-01-01", "2025-09-30")


def spans(text: str) -> list[Span]:
    return [(claim.period_start, claim.period_end) for claim in said(text)]


def test_what_is_summed_up_runs_from_january_to_the_month() -> None:
    text = "Công nghiệp tháng 9 tăng 3% so với tháng trước; lũy kế tăng 8%.\n"
    text += "Bán lẻ đạt 30 tỷ đồng, tăng 2% so với tháng trước; lũy kế đạt 270 tỷ đồng."
    month = ("2025-09-01", "2025-09-30")
    assert spans(text) == [month, QUARTERS, month, month, QUARTERS]


def test_a_sum_to_date_ends_today() -> None:
    assert spans("Lũy kế đến nay, tỉnh có 45 dự án; lũy kế có 30 dự án.") == [(None, "2025-10-15")] * 2


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Năm 2024, kinh tế theo giá so sánh 2010 đạt 45 tỷ đồng.", "2024-12-31"),
        ("Năm 2024 (kế hoạch năm 2023), quỹ chi 45 tỷ đồng.", "2024-12-31"),
        ("Năm 2024, doanh thu từ hoạt động du lịch tháng 9 đạt 45 tỷ đồng.", "2025-09-30"),
        ("Quý III/2025, tỉnh tăng 8%, cao hơn 6 tháng đầu năm, với 45 dự án.", "2025-09-30"),
        ("Tỷ lệ hộ nghèo còn 2,7%, dự kiến cuối năm giảm tiếp.", "2025-10-15"),
        ("Dự ước đến hết năm 2025, thu đạt 45 tỷ đồng. Xuất khẩu ước đạt 45 tỷ đồng.", "2025-12-31"),
    ],
)
def test_a_time_that_stands_beside_the_figures_dates_none(text: str, end: str) -> None:
    assert {found for _, found in spans(text)} == {end}


def test_a_yearly_growth_is_of_the_years_named_before() -> None:
    text = "Tỉnh đánh giá giai đoạn 2021 - 2025. Kinh tế tăng bình quân 8%/năm. Lãi suất là 6%/năm."
    assert spans(text) == [("2021-01-01", "2025-12-31"), (None, "2025-10-15")]


def test_what_is_reached_by_the_end_of_the_month_of_print_runs_from_january() -> None:
    text = "Thu ngân sách tháng 10 ước đạt 30 tỷ đồng. Lũy kế hết tháng 10 ước đạt 270 tỷ đồng, bằng 84% dự toán. "
    text += "Trong đó, thu nội địa ước đạt 86% dự toán."
    so_far = ("2025-01-01", "2025-10-31")
    assert spans(text) == [("2025-10-01", "2025-10-31"), so_far, so_far, so_far]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("From the beginning of 2025 through September 30 it built 38 bridges.", "2025", "2025-09-30"),
        ("It built 38 bridges from the start of 2024 to September 30, 2025.", "2024", "2025-09-30"),
        ("From early May to September 30 it built 38 bridges.", "2025-05", "2025-09-30"),
    ],
)
def test_from_the_beginning_of_one_time_to_another_is_a_span(text: str, start: str, end: str) -> None:
    (claim,) = said(text, "en")
    assert (claim.period_start, claim.period_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "language", "published", "years"),
    [
        ("It built 38 bridges over the last five years.", "en", "2021-01-15", ("2016", "2020")),
        ("It built 38 bridges over the past three years.", "en", "2021-10-15", ("2018", "2021")),
        ("In the next five years it will build 38 bridges.", "en", "2025-10-15", ("2026", "2030")),
        ("Trong 3 năm qua, tỉnh xây 38 cầu.", "vi", "2025-10-15", ("2022", "2025")),
        ("گزشتہ پانچ سالوں میں 38 پل بنائے گئے۔", "ur", "2025-10-15", ("2020", "2025")),
    ],
)
def test_years_counted_from_today_are_a_span(text: str, language: str, published: str, years: tuple[str, str]) -> None:
    claim = next(one for one in said(text, language, published) if one.figure.surface == "38")
    assert (claim.period_start, claim.period_end) == years


def test_a_page_of_january_tells_an_older_year_that_it_names_without_comparing() -> None:
    text = "Hải Phòng đứng đầu về chỉ số năm 2023. Điểm năm 2023 là 8,3.\nTỉnh có 38 xã đạt chuẩn."
    claim = next(one for one in said(text, "vi", "2025-02-11") if one.figure.surface == "38")
    assert claim.period_start != "2024-01-01"
