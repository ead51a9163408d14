"""As of a day, a plan's year, bounds of size, and facts inside articles of goals."""

from __future__ import annotations

import pytest

from extractor.records import Statement, Status
from tests.claiming import one, said


def test_as_of_a_day_goes_before_the_month_of_an_event() -> None:
    text = "Tính đến ngày 6/10, đợt mưa đầu tháng 10/2025 làm ngập 900 ngôi nhà."
    assert one(text, "900").period_end == "2025-10-06"


def test_a_time_behind_the_figure_told_as_of_a_day_is_its_own() -> None:
    text = "Tính đến ngày 3/10, tỉnh có 9 xã đạt chuẩn, năm 2024 có 7 xã."
    assert one(text, "7").period_end == "2024-12-31"


def test_the_year_of_a_plan_may_stand_behind_a_preposition() -> None:
    text = "9 tháng năm 2025, vốn đăng ký đạt 118% kế hoạch của năm 2025 (gần 3 tỷ USD), gồm 14 dự án."
    found = said(text)
    assert [claim.status for claim in found] == [Status.ACTUAL, Status.TARGET, Status.ACTUAL]
    assert [claim.period_end for claim in found] == ["2025-09-30", "2025-12-31", "2025-09-30"]


def test_the_growth_behind_a_comparison_is_of_now() -> None:
    text = "9 tháng năm 2025, sản lượng đạt 29% so với kế hoạch và tăng 13% với cùng kỳ."
    assert {claim.period_end for claim in said(text)} == {"2025-09-30"}


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Tỉnh có 45 tàu dài từ 15 m trở lên.", "15", Status.OTHER),
        ("Lũ làm ngập tuyến đường dài hơn 15 m.", "15", Status.ACTUAL),
    ],
)
def test_a_size_and_more_is_a_bound(text: str, surface: str, status: Status) -> None:
    assert one(text, surface).status is status


def test_a_goal_goes_on_before_another_wish_of_the_sentence() -> None:
    text = "Năm 2026, tỉnh đặt mục tiêu kinh tế số đạt 20%. "
    text += "Đồng thời, 80% người dân có tài khoản; 50% có chữ ký số và phấn đấu đạt 9 doanh nghiệp."
    assert {claim.status for claim in said(text)} == {Status.TARGET}


def test_years_of_a_paragraph_before_date_no_count_behind_them() -> None:
    text = "Tin trong tỉnh.\nHội nghị mở sáng nay.\nNhiều đại biểu dự.\n"
    text += "Giai đoạn 2021-2023, huyện trồng 900 ha.\nHuyện đã có 12 mã số vùng trồng."
    assert said(text)[-1].period_end == "2025-10-15"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("9 tháng năm 2025, tỷ lệ đạt 67%, cao hơn cùng kỳ năm 2024, khi tỷ lệ đạt 62%.", "vi"),
        ("In the first 9 months of 2025 the rate was 67%, above the same period in 2024, when it was 62%.", "en"),
    ],
)
def test_a_clause_about_the_time_compared_with_tells_its_value(text: str, language: str) -> None:
    assert [claim.period_end for claim in said(text, language)] == ["2025-09-30", "2024-09-30"]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("By September 14, 2025, Hue had 40 ferries.", "2025-09-14"),
        ("By December 31, 2025, Hue will have 40 ferries.", None),
        ("Hue aims to have 40 ferries by September 14, 2025.", None),
    ],
)
def test_without_a_day_of_publication_the_one_day_told_of_holds_on(opening: str, day: str | None) -> None:
    text = f"{opening}\n\nThe port holds 7 cranes."
    assert said(text, "en", published=None)[-1].period_end == day


def test_an_index_goes_on_with_the_year_that_was_named_beside_it() -> None:
    text = (
        "Bộ vừa công bố chỉ số DTI năm 2021.\n\nChỉ số DTI của Trà Vinh đạt 0,5 điểm, xếp thứ 40. Hội nghị bàn về du "
        "lịch.\n\nBáo cáo PCI có 9 phần."
    )
    found = {claim.figure.surface: claim.period_end for claim in said(text, published="2022-08-20")}
    assert (found["0,5"], found["40"]) == ("2021-12-31", "2021-12-31")


@pytest.mark.parametrize("published", ["2025", "2025-06", "2025-06-03", None])
def test_a_day_of_the_year_of_publication_is_no_deadline(published: str | None) -> None:
    text = "From the beginning of the year to May 31, 2025, Hue built 9 ports.\n\nIt has 4 cranes."
    found = [(claim.period_start, claim.period_end) for claim in said(text, "en", published=published)]
    assert found == [("2025-01-01", "2025-05-31"), (None, "2025-05-31")]


def test_a_share_compared_with_a_plan_is_no_multiple() -> None:
    claim = one("Thu ngân sách đạt 720 tỷ đồng, đạt 27,3% so với dự toán.", "27,3%")
    assert (claim.statement, claim.indicator) == (Statement.SHARE_OF_PLAN, "budget.revenue_share_of_estimate")
