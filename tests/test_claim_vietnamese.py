"""What Vietnamese words make of a figure: what it counts, and whether it was reached."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Bám sát mục tiêu tăng trưởng, tỉnh thu ngân sách 5.100 tỷ đồng.", [Status.ACTUAL]),
        ("Xã hoàn thành mục tiêu Nghị quyết đề ra, thu nhập đạt 71 triệu đồng.", [Status.ACTUAL]),
        ("Với sự nỗ lực phấn đấu của cả xã, thu nhập đạt 71 triệu đồng.", [Status.ACTUAL]),
        ("Huyện phấn đấu hoàn thành mục tiêu đề ra, thu nhập đạt 71 triệu đồng.", [Status.TARGET]),
        ("Để đạt mục tiêu đến năm 2030, toàn tỉnh có 85 xã nông thôn mới.", [Status.TARGET]),
        ("Với mục tiêu tăng trưởng 9%, thu nhập đạt 71 triệu đồng.", [Status.TARGET] * 2),
        ("Năm 2025, tỉnh dự kiến mở 34 lớp, trong đó có 20 lớp nghề; 14 lớp tin học.", [Status.FORECAST] * 3),
        ("Trạm đáp ứng yêu cầu khám bệnh của 3.100 người.", [Status.ACTUAL]),
    ],
)
def test_a_goal_that_is_only_served_wishes_nothing_behind_its_comma(text: str, statuses: list[Status]) -> None:
    assert [claim.status for claim in said(text)] == statuses


def test_indices_and_groups_that_are_counted_are_no_index() -> None:
    assert one("Kết quả PAPI được đánh giá trên 8 chỉ số gồm nhiều nội dung.", "8").indicator is None
    assert one("Chỉ số PAPI tăng 12 bậc.", "12").indicator == "index.papi"


def test_communes_of_an_area_may_be_placed_in_it() -> None:
    assert one("Hội nghị nối đến 85 xã, phường trong toàn tỉnh.", "85").indicator == "area.communes"
    assert one("Hội nghị nối đến 85 xã, phường trong vùng lũ.", "85").indicator is None


def test_a_base_may_stand_before_its_value_behind_an_average() -> None:
    found = one("Bác sĩ bình quân 1 vạn dân là 11,3.", "11,3")
    assert (found.indicator, found.figure.denominator) == ("health.doctors_per_10k", 10000)
