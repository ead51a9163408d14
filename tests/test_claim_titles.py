"""What a title, an address or a name says, which is told of nobody and for no time."""

from __future__ import annotations

import pytest

from tests.claiming import areas, one, said


@pytest.mark.parametrize(
    "title", ["“Chuyển đổi số giai đoạn 2022-2025”", '"Chuyển đổi số giai đoạn 2022-2025"', "«Kinh tế số năm 2030»"]
)
def test_a_time_in_a_title_dates_nothing(title: str) -> None:
    claim = one(f"Thực hiện Đề án {title}, tỉnh lập 38 tổ công tác.", "38")
    assert (claim.period_start, claim.period_end) == (None, "2025-10-15")


def test_a_time_in_what_somebody_said_dates_its_figures() -> None:
    claim = one("Ông An nói: “Năm 2024, tỉnh lập 38 tổ công tác”.", "38")
    assert claim.period_end == "2024-12-31"


def test_years_of_a_programme_are_not_what_a_text_of_today_tells() -> None:
    text = "Thực hiện Đề án 06 giai đoạn 2022-2025, đến nay 100% thủ tục đã lên mạng.\n\nTỉnh có 38 thủ tục."
    assert one(text, "38").period_start is None


def test_a_day_further_down_dates_its_own_paragraph() -> None:
    text = "9 tháng năm 2025, tỉnh thu 38 tỷ đồng.\n\nCông nghiệp phát triển.\n\nNông nghiệp ổn định.\n\n"
    text += "Đến ngày 12/9, tỉnh giải ngân 45 tỷ đồng.\n\nBán lẻ đạt 70 tỷ đồng, tăng 6%."
    assert one(text, "70 tỷ đồng").period_end == "2025-09-30"


def test_names_before_their_ranks_in_brackets_hold_them() -> None:
    text = "Others in the top 12 of PCI are Hue (8th), Hai Phong (9th) and Vinh Long (11th)."
    assert areas(text, "en", url=None)[1:] == ["hue", "hai-phong", "vinh-long"]


def test_a_thing_in_the_city_is_no_city() -> None:
    assert areas("Can Tho is modern. The Health Book in the city has 38 pages.", "en", url=None) == ["can-tho"]


def test_the_months_so_far_are_told_on_an_undated_page() -> None:
    text = "Exports hit $38 million in September, taking the nine-month total to $450 million."
    claims = said(text, "en", "2017")
    assert [(claim.period_start, claim.period_end) for claim in claims][1] == ("2017-01-01", "2017-09-30")


def test_an_icelandic_letter_stands_for_the_vietnamese_one() -> None:
    text = "Ðến 30/9/2025, Ðề án 06 có 38 tổ công tác."
    assert [(claim.figure.surface, claim.period_end) for claim in said(text)] == [("38", "2025-09-30")]
