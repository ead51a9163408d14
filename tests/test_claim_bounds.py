"""Goals in brackets, what is only compared with an expectation, and the bounds that groups are chosen by."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


def test_a_goal_in_a_bracket_ends_with_it() -> None:
    text = "Năm 2024, khối sở đạt 63% (mục tiêu 70%), còn khối xã đạt 18% (mục tiêu: 30%)."
    assert [claim.status for claim in said(text)] == [Status.ACTUAL, Status.TARGET] * 2
    assert {claim.period_end for claim in said(text)} == {"2024-12-31"}


def test_what_was_expected_is_only_compared_with() -> None:
    assert {
        claim.status for claim in said("Có 8 xã chưa đạt kỳ vọng. Cụ thể, xã An Hòa tăng 6%; xã Bình Hòa tăng 5%.")
    } == {Status.ACTUAL}


def test_a_forecast_may_stand_behind_what_it_is_said_of() -> None:
    assert one("Có 7 xã đạt chuẩn; 3 xã dự kiến đạt chuẩn.", "3").status is Status.FORECAST


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("Có 12 địa phương tăng trưởng trên 8%.", "vi", Status.OTHER),
        ("Còn 12 chủ đầu tư giải ngân dưới 8%.", "vi", Status.OTHER),
        ("12 localities grew by more than 8%.", "en", Status.OTHER),
        ("Tỉnh nhận 12 hồ sơ, giải quyết trên 8%.", "vi", Status.ACTUAL),
        ("Có 12 địa phương tăng trưởng 8%.", "vi", Status.ACTUAL),
    ],
)
def test_the_bound_a_group_was_chosen_by_is_no_value(text: str, language: str, status: Status) -> None:
    assert said(text, language)[-1].status is status
