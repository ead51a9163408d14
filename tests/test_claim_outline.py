"""Items of lists stand under what opens the list: goals, results, and the time that it tells."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said

ITEMS = "- Tỷ lệ hộ nghèo còn 1%.\n- Thu nhập bình quân đầu người đạt 95 triệu đồng.\n- Tỷ lệ che phủ rừng đạt 47%."


@pytest.mark.parametrize("head", ["Mục tiêu đến năm 2030:", "Đại hội đề ra các chỉ tiêu chủ yếu đến năm 2030 như sau:"])
def test_every_item_of_a_list_of_goals_is_one_for_its_time(head: str) -> None:
    found = said(f"{head}\n{ITEMS}")
    assert [(claim.status, claim.period_end) for claim in found] == [(Status.TARGET, "2030-12-31")] * 3


@pytest.mark.parametrize(
    "head",
    [
        "Kết quả thực hiện các chỉ tiêu:",
        "Các chỉ tiêu chủ yếu năm 2024:",
        "Nhiều chỉ tiêu vượt kế hoạch, cụ thể:",
        "Tỉnh đạt các chỉ tiêu:",
    ],
)
def test_a_list_of_results_wishes_for_nothing(head: str) -> None:
    assert {claim.status for claim in said(f"{head}\n{ITEMS}")} == {Status.ACTUAL}


def test_a_list_inside_a_list_stands_under_both() -> None:
    text = "Các chỉ tiêu chủ yếu\n1. Về xã hội:\n- Tỷ lệ hộ nghèo còn 1%.\n2. Về môi trường:\n- Che phủ rừng đạt 47%."
    assert {claim.status for claim in said("3. " + text)} == {Status.TARGET}


def test_a_list_ends_with_the_last_of_its_items() -> None:
    text = f"Mục tiêu đến năm 2030:\n{ITEMS}\nÔng An cho biết tỉnh có 61 xã."
    assert one(text, "61").status is Status.ACTUAL


def test_items_take_the_time_of_what_opens_their_list() -> None:
    items = "+ Ngân hàng thương mại: 40 tỷ đồng.\n+ Quỹ tín dụng: 2 tỷ đồng."
    text = f"Tổng dư nợ đến 30/9/2025 là 42 tỷ đồng, cụ thể:\n{items}"
    assert {claim.period_end for claim in said(text)} == {"2025-09-30"}


def test_goals_are_for_the_coming_year_that_the_opening_names() -> None:
    text = f"Nghị quyết về kế hoạch kinh tế - xã hội năm 2026\nCác chỉ tiêu chủ yếu:\n{ITEMS}"
    assert {claim.period_end for claim in said(text)} == {"2026-12-31"}


@pytest.mark.parametrize(
    "told",
    ["Kết quả này góp phần thực hiện mục tiêu năm 2025.", "Tỉnh dồn sức nhằm đạt mục tiêu cả năm 2025."],
)
def test_what_a_result_is_good_for_makes_no_goals(told: str) -> None:
    assert one(f"{told} Khu vực dịch vụ tăng 7%.", "7%").status is Status.ACTUAL
