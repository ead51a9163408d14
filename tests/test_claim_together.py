"""Lists of places: figures that they own in turn, together, or not at all."""

from __future__ import annotations

import pytest

from tests.claiming import areas, said


@pytest.mark.parametrize(
    "text",
    [
        "Xã Tân Lập và xã Tân Hòa gieo 900 ha ngô.",
        "Các xã Tân Lập, Tân Hòa và Tân Sơn gieo 900 ha ngô.",
        "Mưa làm ngập 900 ha ở xã Tân Lập và xã Tân Hòa.",
    ],
)
def test_units_that_share_a_figure_leave_it_to_what_they_lie_in(text: str) -> None:
    assert areas(text) == ["quang-ninh"]


@pytest.mark.parametrize(
    "text", ["Xã Tân Lập và người dân gieo 900 ha ngô.", "Xã Tân Lập, nơi Tân Hòa chảy qua, gieo 900 ha ngô."]
)
def test_what_else_stands_behind_a_unit_does_not_share_its_figure(text: str) -> None:
    assert areas(text) == ["quang-ninh/tan-lap"]


def test_a_region_and_a_city_with_its_word_own_a_figure_together() -> None:
    assert areas("Có 90 đại biểu của các tỉnh vùng Tây Nguyên và thành phố Huế.", url=None) == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("GRDP của Huế và của Nghệ An lần lượt tăng 9% và 8%.", "vi"),
        ("GRDP tăng 9% và 8%, lần lượt ở Huế và Nghệ An.", "vi"),
        ("GRDP lần lượt tăng 9% và 8% ở Huế và Nghệ An.", "vi"),
        ("Growth was highest in Huế and Nghệ An, at 9% and 8%, respectively.", "en"),
    ],
)
def test_places_own_figures_in_turn_before_or_behind(text: str, language: str) -> None:
    assert areas(text, language) == ["hue", "nghe-an"]


def test_a_second_round_of_figures_goes_to_the_same_places() -> None:
    text = "Huế, Nghệ An lần lượt thu 900 tỷ đồng và 800 tỷ đồng, tương ứng 60% và 50% dự toán."
    assert areas(text) == ["hue", "nghe-an"] * 2


def test_a_second_round_goes_on_behind_the_word_that_closes_the_first() -> None:
    text = "Revenue in Huế and Nghệ An reached 900 and 800 billion VND respectively, corresponding to 60% and 50%."
    assert areas(text, "en") == ["hue", "nghe-an"] * 2


def test_a_figure_of_another_place_behind_them_is_no_second_round() -> None:
    assert areas("Huế, Nghệ An lần lượt thu 900 tấn và 800 tấn; Hà Tĩnh thu 70 tấn.")[-1] == "ha-tinh"


@pytest.mark.parametrize("text", ["xếp thứ hai là Nghệ An", "đứng thứ 2 tỉnh Nghệ An", "xếp thứ 2 thuộc về Nghệ An"])
def test_a_rank_that_opens_its_clause_is_held_by_the_place_behind_it(text: str) -> None:
    assert areas(f"Huế dẫn đầu với 90 điểm; {text} với 80 điểm.", url=None)[1:] == ["nghe-an", "nghe-an"]


def test_a_rank_behind_its_holder_is_not_the_next_ones() -> None:
    assert areas("Huế đứng thứ 2 tại Nghệ An, đạt 80 điểm.", url=None)[0] == "hue"


def test_another_kind_of_count_behind_a_list_is_not_its_last_items() -> None:
    text = "Cả nước thiệt hại nặng. Nhiều nhất là Huế 9 nhà, Nghệ An 8 nhà, Hà Tĩnh 7 nhà; 900 ha lúa bị ngập."
    assert areas(text, url=None) == ["hue", "nghe-an", "ha-tinh", "VN"]


def test_items_parted_by_semicolons_keep_what_follows_them() -> None:
    assert areas("Thiệt hại: Huế 9 nhà; Nghệ An 8 nhà; 900 ha lúa bị ngập.", url=None)[-1] == "nghe-an"


def test_of_a_unit_named_before_is_that_unit() -> None:
    text = "Chủ tịch phường Tân Lập, thành phố Tân Phố, cho biết: Có 900 hộ của phường vay vốn."
    assert areas(text) == ["quang-ninh/tan-lap"]


@pytest.mark.parametrize("lead", ["dẫn đầu khu vực Tây Nguyên", "lớn nhất vùng Tây Nguyên"])
def test_the_region_in_which_a_province_is_first_owns_nothing(lead: str) -> None:
    assert areas(f"Huế có 9 cảng, {lead}, với 900 tàu.") == ["hue", "hue"]


def test_the_world_owns_no_figure_of_another_clause() -> None:
    assert areas("Kinh tế thế giới khó khăn, thu ngân sách của tỉnh vẫn tăng (9%).") == ["quang-ninh"]
    assert areas("Cả thế giới có 9 triệu ca.") == ["foreign"]


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ số của các tỉnh, thành phố tăng lên, trung bình đạt 80 điểm.",
        "Các tỉnh, thành phố đã công nhận 900 sản phẩm.",
    ],
)
def test_all_provinces_together_are_the_nation(text: str) -> None:
    assert areas(f"Toàn tỉnh có 9 xã. {text}")[-1] == "VN"


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh hợp tác với các tỉnh, thành phố, ký 9 văn bản.",
        "Tỉnh bán hàng sang các tỉnh, thành phố phía Nam, thu 9 tỷ đồng.",
    ],
)
def test_other_provinces_that_one_works_with_are_not_the_nation(text: str) -> None:
    assert areas(text)[-1] != "VN"


def test_a_list_in_the_figure_s_own_clause_comes_before_a_place_of_another() -> None:
    assert areas("Mưa lớn: Hà Tĩnh 90 mm; Huế và Nghệ An phổ biến 60 mm.", url=None) == ["ha-tinh", None]


def test_a_place_that_no_table_knows_is_an_item_behind_a_measure_too() -> None:
    assert areas("Mưa lớn ở Huế 80 mm, Tân Phong 70 mm.", url=None) == ["hue", None]
    assert areas("PII của Huế đạt 80 điểm, xếp thứ 9.", url=None) == ["hue", "hue"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Huyện Văn Bàn đạt 50%; còn 2 huyện Bát Xát, Bảo Thắng đạt dưới 40%.", "vi"),
        ("Van Ban district reached 50%; two districts, Bat Xat and Bao Thang, are at 40%.", "en"),
    ],
)
def test_units_that_are_counted_and_named_do_not_lie_in_their_neighbour(text: str, language: str) -> None:
    found = areas(text, language, url="https://baolaocai.vn/tin-1.html", published="2025-03-10")
    assert found[:2] == ["lao-cai/van-ban", "lao-cai"]


def test_communes_that_are_counted_and_named_are_those_of_the_district_before() -> None:
    assert areas("Huyện Lam Hòa có 2 xã Tân Hòa, Tân Phú đạt chuẩn.") == ["quang-ninh/lam-hoa"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Lũ làm sập 9 cầu ở các huyện Chợ Đồn, Na Rì.", "bac-kan"),
        ("Lũ làm sập 9 cầu ở các xã Văn Vũ, Văn Lang (huyện Na Rì).", "bac-kan"),
        ("Lũ làm sập 9 cầu ở huyện Chợ Đồn, Na Rì có mưa to.", "bac-kan/cho-don"),
    ],
)
def test_names_behind_a_plural_own_a_figure_together_without_a_joiner(text: str, area: str) -> None:
    assert said(text, published="2020-04-04")[-1].area == area
