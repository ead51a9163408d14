"""What a count came to, a change in a bracket, a bound in a ratio, and the rate or sum that another sentence names."""

from __future__ import annotations

import pytest
from claiming import one, said

from extractor.records import Statement

POOR, COMMUNES = "society.poor_households", "society.new_rural_communes"
SHARE = "budget.public_investment_disbursed_share"


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        ("Đầu năm tỉnh có 9.100 hộ nghèo đa chiều, cuối năm còn hơn 8.200 hộ.", "8.200", POOR),
        ("Xã có 91 hộ nghèo, còn 32 hộ kinh doanh.", "32", None),
        ("Huyện có thêm 3 xã đạt chuẩn nông thôn mới, nâng tổng số lên 41 xã.", "41", COMMUNES),
        ("Huyện có thêm 3 xã đạt chuẩn nông thôn mới, nâng tổng số lên 41/60 xã.", "41", COMMUNES),
        ("Huyện có 12 xã đạt chuẩn nông thôn mới, còn 3 xã.", "3", None),
        ("Huyện có thêm 3 xã nông thôn mới, nâng số xã nông thôn mới nâng cao lên 7 xã.", "7", None),
    ],
)
def test_a_count_goes_on_in_what_it_came_to(text: str, surface: str, indicator: str | None) -> None:
    assert one(text, surface).indicator == indicator


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Có 980 người tham gia, tăng 12 người (1,2%).", Statement.CHANGE),
        ("Có 980 người tham gia, thêm 12 người (1,2%) so với cuối năm 2024.", Statement.CHANGE),
        ("Có 980 người tham gia, đạt 12 người (1,2%).", Statement.LEVEL),
    ],
)
def test_a_bracket_behind_a_change_is_one(text: str, statement: Statement) -> None:
    assert one(text, "1,2%").statement is statement


def test_the_whole_of_a_ratio_may_have_a_bound() -> None:
    reached, plan, share = said("Tỉnh giải ngân 3.311/hơn 4.758 tỷ đồng vốn đầu tư công, tức 69%.")
    assert reached.figure.value == 3_311_000_000_000
    assert (plan.indicator, share.indicator) == ("budget.public_investment_plan", SHARE)


def test_a_rate_is_of_what_the_sentence_before_disbursed() -> None:
    text = (
        "Vốn đầu tư công giải ngân 3.000 tỷ đồng. Bỏ khoản này, tỷ lệ của tỉnh là 57% kế hoạch, "
        "trong khi bình quân cả nước là 56,6%."
    )
    assert [claim.indicator for claim in said(text)[1:]] == [SHARE] * 2


def test_what_only_the_headline_names_is_named_below_it() -> None:
    title = "Huế thu ngân sách trên 9.300 tỷ đồng\n\n"
    found = said(title + "Chạm mốc 9.300 tỷ đồng, Huế vươn lên. Vốn của một dự án ở Huế là 9.400 tỷ đồng.")
    assert {claim.figure.value: claim.indicator for claim in found} == {
        9_300_000_000_000: "budget.revenue",
        9_400_000_000_000: None,
    }
