"""Whose, when and how sure, over several sentences: what carries on and what ends."""

from __future__ import annotations

import pytest

from extractor.claim import claims
from extractor.parse import plain
from extractor.read import read_article
from extractor.records import Claim, Statement, Status
from tests.claiming import one


def said(text: str, language: str = "vi", publisher: str | None = "baoquangninh.vn") -> list[Claim]:
    article = plain(text, language=language, published="2025-10-15", publisher=publisher)
    return claims(article, read_article(article))


def test_a_department_owns_its_own_sentence_only() -> None:
    found = said("Sở Tài chính đã hoàn thành 12 nhiệm vụ. Dân số thành thị là 30.000 người.")
    assert [claim.body for claim in found] == ["Sở Tài chính", None]


def test_the_department_named_before_goes_on_by_its_bare_word() -> None:
    found = said("Sở Tài chính được giao 18 nhiệm vụ. Đến nay Sở đã hoàn thành 13 nhiệm vụ.")
    assert [claim.body for claim in found] == ["Sở Tài chính", "Sở Tài chính"]


def test_an_end_of_a_road_owns_no_figure() -> None:
    found = said("Dự án cao tốc Vân Đồn - Bắc Ninh - Móng Cái của Quảng Ninh dài 80 km.")
    assert [claim.area for claim in found] == ["quang-ninh"]


def test_each_item_of_a_bracket_has_its_own_province() -> None:
    found = said("Mưa lớn làm sập 8 nhà (Lào Cai 3, Cao Bằng 5).", publisher=None)
    assert [claim.area for claim in found[1:]] == ["lao-cai", "cao-bang"]


def test_a_list_of_provinces_measures_what_was_named_before() -> None:
    text = "GRDP của Quảng Ninh tăng 11%. Tiếp theo là Hải Phòng (10,5%), Phú Thọ (9,8%)."
    assert [claim.indicator for claim in said(text)] == ["economy.grdp_growth"] * 3


@pytest.mark.parametrize(
    ("host", "area"), [("bacninhtv.vn", "bac-ninh"), ("baothainguyen.vn", "thai-nguyen"), ("tinmoi.vn", None)]
)
def test_a_host_that_is_not_listed_may_say_its_province(host: str, area: str | None) -> None:
    assert [claim.area for claim in said("Toàn tỉnh có 12 thư viện.", publisher=host)] == [area]


def test_what_is_compared_with_a_goal_was_achieved() -> None:
    found = said("Tỷ lệ bao phủ đạt 91,5%, vượt 0,5% so với chỉ tiêu đề ra (91%).")
    assert [claim.status for claim in found] == [Status.ACTUAL, Status.ACTUAL, Status.TARGET]


def test_the_plan_behind_a_stroke_is_a_target() -> None:
    found = said("Giải ngân vốn đầu tư công đạt 3.000/12.000 tỷ đồng.")
    assert [claim.status for claim in found] == [Status.ACTUAL, Status.TARGET]
    assert found[1].indicator == "budget.public_investment_plan"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Tháng 9/2025, tỉnh thu ngân sách 500 tỷ đồng.", "2025-09-01", "2025-09-30"),
        ("Đến hết tháng 9/2025, tỉnh thu ngân sách 500 tỷ đồng.", "2025-01-01", "2025-09-30"),
        ("Mục tiêu đến năm 2030 có 90 xã.", None, "2030-12-31"),
    ],
)
def test_months_and_years_have_their_last_day(text: str, start: str | None, end: str) -> None:
    assert [(claim.period_start, claim.period_end) for claim in said(text)] == [(start, end)]


@pytest.mark.parametrize(
    "text", ["There are 23 villages, 17 fewer than last year.", "It has 23 villages, 5% more than in March."]
)
def test_a_change_may_stand_before_its_word(text: str) -> None:
    assert said(text, "en")[1].statement is Statement.CHANGE


def test_a_project_that_is_a_programme_is_no_project() -> None:
    assert one("Tỉnh Cao Bằng đã hoàn thành 41 nhiệm vụ theo Đề án 06.", "41").indicator == "tasks.completed"
    assert one("Tỉnh Cao Bằng đã hoàn thành 41 nhiệm vụ của đề án.", "41").indicator is None


def test_a_stop_that_lost_its_space_ends_a_sentence() -> None:
    found = said("Tại Hải Phòng, giá tăng nhanh nhất nước.Huế có 8 cây cầu.Ở TP.HCM có 7 cây cầu.", publisher=None)
    assert [claim.area for claim in found] == ["hue", "ho-chi-minh"]


def test_moves_and_points_without_a_name_are_of_the_index_spoken_of_last() -> None:
    text = "PCI và PAPI đo việc điều hành.\n\nNăm 2023, Lâm Đồng giảm 3 bậc PCI.\n\n"
    found = said(text + "Tỉnh có thể tăng 9 bậc. Các tỉnh đều tăng: Đồng Tháp (71,4 so với 70,2), Long An (69,9).")
    assert {claim.indicator for claim in found} == {"index.pci"}
    assert said("Lâm Đồng giảm 3 bậc PCI. Xã tăng 9 chợ.")[1].indicator is None


def test_a_share_of_poor_households_of_a_kind_is_no_poverty_rate() -> None:
    text = "Toàn tỉnh có 7.300 hộ nghèo, chiếm 8,1%; có 460 hộ nghèo thuộc diện bảo trợ, chiếm 6,3%."
    wanted = ["society.poor_households", "society.poverty_rate", None, None]
    assert [claim.indicator for claim in said(text)] == wanted
