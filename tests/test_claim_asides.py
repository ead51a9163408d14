"""Times told in passing date one figure or one sentence; what the text is told for goes on."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


def ends(text: str, published: str | None = "2025-10-15") -> list[str | None]:
    return [claim.period_end for claim in said(text, published=published)]


def test_a_year_alone_in_a_bracket_dates_the_figure_next_to_it() -> None:
    text = "Huyện có 21 xã và 4 phường với dân số (năm 2019) là 180.000 người. Huyện có 2 bệnh viện."
    assert ends(text, None) == [None, None, "2019-12-31", None]


@pytest.mark.parametrize("text", ["Hiện nay (2024), huyện có 21 xã.", "Trong kỳ (2024), huyện có 21 xã."])
def test_a_year_in_a_bracket_that_opens_a_sentence_is_told_for_all(text: str) -> None:
    assert ends(text, None) == ["2024-12-31"]


def test_a_day_of_one_sentence_leaves_the_span_of_the_report() -> None:
    text = "Sáu tháng đầu năm 2025, kinh tế tăng 8%. Thu ngân sách đến ngày 15/6 đạt 9 tỷ đồng. Giá cả tăng 3%."
    assert [claim.period_end for claim in said(text)] == ["2025-06-30", "2025-06-15", "2025-06-30"]


def test_a_day_that_opens_a_sentence_is_told_for_what_follows() -> None:
    text = "Sáu tháng đầu năm 2025, kinh tế tăng 8%. Đến ngày 15/6, tỉnh có 61 xã. Tỷ lệ nước sạch đạt 93%."
    assert ends(text)[1:] == ["2025-06-15", "2025-06-15"]


def test_a_result_behind_the_deadline_of_a_plan_is_of_today() -> None:
    text = "Năm 2025, xã có 7 thôn. Quy hoạch đến năm 2045 đã xong; giải ngân ước đạt 96%."
    assert one(text, "96%").period_end == "2025-12-31"


def test_a_year_that_is_over_beside_this_one_is_carried_no_further() -> None:
    text = "Diện tích năm nay tăng do vụ mùa năm 2024 giảm. Một số nơi tăng: Huế tăng 31 ha."
    assert one(text, "31").period_end != "2024-12-31"


def test_what_has_gone_on_for_years_is_not_what_is_reported() -> None:
    assert ends("Chỉ số được đo từ năm 2009 đến nay. Hai mươi phường đã xong.")[-1:] == ["2025-10-15"]


def test_parts_of_a_sum_run_from_january_too() -> None:
    text = "Đến ngày 31/5/2025, thu ngân sách đạt 90 tỷ đồng.\nTrong đó, thu tiền sử dụng đất 20 tỷ đồng."
    assert {claim.period_start for claim in said(text)} == {"2025-01-01"}


def test_bounds_go_on_behind_a_goal_across_a_paragraph() -> None:
    text = "Tỉnh phấn đấu đến năm 2030 có 31 xã đạt chuẩn.\n\nThu nhập đạt 98 triệu đồng/người/năm trở lên."
    assert [(claim.status, claim.period_end) for claim in said(text)] == [(Status.TARGET, "2030-12-31")] * 2


def test_the_year_of_a_plan_that_was_exceeded_dates_nothing() -> None:
    told = "có 28 chỉ tiêu vượt nghị quyết năm 2025 đề ra, tăng 11 chỉ tiêu so với quý I. Thu 9 tỷ đồng."
    text = f"6 tháng đầu năm 2025, {told}"
    assert {(claim.status, claim.period_end) for claim in said(text)} == {(Status.ACTUAL, "2025-06-30")}


def test_the_results_of_a_term_that_is_ending_are_of_its_years() -> None:
    text = "Nhiệm kỳ 2020-2025, xã đạt được nhiều kết quả. Cụ thể, đã đào tạo nghề cho 931 người."
    assert [(claim.period_start, claim.period_end) for claim in said(text)] == [("2020-01-01", "2025-12-31")]


def test_the_days_of_a_congress_are_not_what_is_told_for() -> None:
    text = "Đại hội họp từ ngày 4 đến ngày 6 tháng 9 năm 2025.\n\nTỷ lệ nước sạch đạt 93%."
    assert ends(text) == ["2025-10-15"]


def test_what_begins_later_dates_nothing_that_stands() -> None:
    assert ends("Tỉnh có gì mới kể từ 1/12?\n\nTỉnh trồng 61 ha cà phê.") == ["2025-10-15"]


def test_what_is_compared_with_the_year_before_is_of_this_one() -> None:
    base = "so với cùng kỳ năm 2024"
    text = f"Huế đón 61.000 lượt khách, tăng 6% {base}.\n\nLào Cai đón 52.000 lượt khách, tăng 3% {base}."
    assert "2024-12-31" not in ends(text, "2025-02-03")
