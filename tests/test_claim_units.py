"""Communes, districts and villages that a text speaks of: by their name, their bare word, or none at all."""

from __future__ import annotations

import pytest

from tests.claiming import areas, said


@pytest.mark.parametrize(
    "text",
    [
        "Xã Tân Hòa gieo 40 ha ngô. Xã cũng trồng 9 ha rau.",
        "Xã Tân Hòa gieo 40 ha ngô. Hiện xã có 9 ha rau.",
        "Xã Tân Hòa gieo 40 ha ngô. Diện tích rau của xã là 9 ha.",
        "Xã Tân Hòa gieo 40 ha ngô. Mùa tới, xã sẽ trồng 9 ha rau.",
    ],
)
def test_the_commune_goes_on_by_its_bare_word(text: str) -> None:
    assert areas(text) == ["quang-ninh/tan-hoa"] * 2


def test_a_commune_named_in_a_sentence_without_figures_is_remembered() -> None:
    assert areas("Tại xã Tân Hòa, người dân trồng ngô. Xã có 9 ha rau.") == ["quang-ninh/tan-hoa"]


@pytest.mark.parametrize(
    "text",
    [
        "Năm nay, ngô gieo tại xã Tân Hòa là 40 ha. Sản lượng cả vụ là 900 tấn.",
        "Xã Tân Hòa gieo 40 ha ngô. Các xã, phường trồng 900 ha rau.",
        "Xã Tân Hòa gieo 40 ha ngô. Có 30 xã trồng trên 900 ha rau.",
    ],
)
def test_a_commune_does_not_go_on_without_its_word(text: str) -> None:
    assert areas(text)[-1] == "quang-ninh"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Xã Tân Hòa gieo 40 ha ngô. Sản lượng cả vụ là 900 tấn.", "vi"),
        ("UBND xã Tân Hòa mở hai lớp học. Lớp đầu có 38 người học.", "vi"),
        ("Tan Hoa commune opened a centre. It has 38 members.", "en"),
    ],
)
def test_a_paragraph_that_opens_with_a_commune_goes_on_about_it(text: str, language: str) -> None:
    assert areas(f"{text}\n\nToàn tỉnh: 90.", language)[-2] == "quang-ninh/tan-hoa"


def test_a_new_paragraph_leaves_the_commune_of_the_one_before() -> None:
    assert areas("Xã Tân Hòa gieo 40 ha ngô.\n\nSản lượng cả vụ là 900 tấn.")[-1] == "quang-ninh"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Xã Tân Hòa họp. Cùng dự có ông Lê An, Phó Chủ tịch UBND TP Cần Thơ, và 90 đại biểu.", "vi"),
        ("Tan Hoa commune met. The meeting was attended by the chairman of Hai Phong city and 90 delegates.", "en"),
    ],
)
def test_the_offices_of_those_present_own_no_figure(text: str, language: str) -> None:
    assert areas(text, language)[-1] == "quang-ninh/tan-hoa"


def test_a_party_committee_of_the_bare_commune_is_the_one_spoken_of() -> None:
    text = "Sáng nay, Đảng bộ xã Tân Hòa họp. Tỉnh có 90 xã.\n\nBà Lê An khen Đảng bộ xã đã kết nạp 38 đảng viên."
    assert areas(text)[-1] == "quang-ninh/tan-hoa"


def test_a_ward_may_have_a_dash_in_its_name() -> None:
    assert areas("Phường Xuân Lộc - Tân Lập có 38 lớp học.") == ["quang-ninh/xuan-loc-tan-lap"]


def test_an_urdu_ward_has_a_name_without_capitals() -> None:
    assert areas("ٹین لاپ وارڈ میں 38 اسکول ہیں۔", "ur") == ["quang-ninh/tan-lap"]


def test_a_commune_behind_the_figure_may_own_it() -> None:
    assert areas("Lũ cuốn trôi 90 m3 gỗ ở xã Tân Hòa.") == ["quang-ninh/tan-hoa"]


@pytest.mark.parametrize(
    "text",
    ["Có 05 xã về đích, gồm: xã Tân Hòa và xã Tân Lập.", "Tỉnh có hai huyện Tân Hòa và Tân Lập về đích."],
)
def test_units_that_are_counted_own_no_count(text: str) -> None:
    assert areas(text)[-1] == "quang-ninh"


def test_a_unit_does_not_tell_todays_province_beside_the_one_it_was_in() -> None:
    text = "Kien Giang opened 8 schools. Phu Quoc city has 12 of them. It was so before.\n\nThere are 900 pupils."
    assert areas(text, "en", url=None, published=None)[-1] == "kien-giang"


def test_a_bare_unit_in_a_text_about_a_district_lies_in_it() -> None:
    text = "Huyện Ba Chẽ có 9 xã. Huyện mở 3 lớp. Huyện giao 5 việc. Các tổ của xã nhận 900 hồ sơ."
    assert areas(text)[-1] == "quang-ninh/ba-che"


def test_a_district_that_only_the_address_names_is_meant_by_its_bare_word() -> None:
    page = "https://baoquangninh.vn/ba-che-thu-ngan-sach-tang-9.html"
    text = "Thu ngân sách đạt 90 tỷ đồng. Vụ này, trên địa bàn huyện có 9 ha ngô; xã Tân Hòa đạt 7 tạ/ha."
    assert areas(text, url=page, published="2024-05-06")[:2] == ["quang-ninh/ba-che"] * 2
    assert areas("Thu ngân sách đạt 90 tỷ đồng.", url=page, published="2024-05-06") == ["quang-ninh"]


def test_of_which_goes_on_about_a_district() -> None:
    text = "Huyện Ba Chẽ trồng 900 ha rừng. Trong đó, rừng gỗ lớn là 90 ha. Toàn tỉnh có 9 cơn bão."
    assert areas(text) == ["quang-ninh/ba-che", "quang-ninh/ba-che", "quang-ninh"]


def test_a_ward_s_text_does_not_go_to_the_province_of_a_guest_s_title() -> None:
    text = "Đảng bộ phường Tân Lập, thành phố Huế, họp. Đảng bộ phường có 9 chi bộ. Đảng bộ phường vững mạnh.\n"
    text += "Cùng dự có ông Trần Bảy, Phó Chủ tịch UBND thành phố Huế và 90 đại biểu."
    assert areas(text, url=None)[-1] == "hue/tan-lap"


def test_a_district_that_the_text_keeps_naming_comes_before_a_town_of_the_address() -> None:
    text = "Huyện Lạc Sơn mất 9 nhà. Tại thành phố Hòa Bình không có nhà nào sập.\nHuyện Lạc Sơn dời 8 hộ. "
    text += "Huyện Lạc Sơn mở 7 điểm.\nƯớc tính, số tiền là 90 triệu đồng."
    page = "https://bao.test/bao-o-hoa-binh.html"
    assert areas(text, url=page, published="2024-09-07")[-1] == "hoa-binh/lac-son"


@pytest.mark.parametrize(
    "text",
    [
        "Xã Tân Hòa 2 (huyện Đầm Hà) gieo 40 ha ngô. Xã cũng trồng 9 ha rau.",
        "Đảng bộ xã Tân Hòa 2, một xã mới, họp đại hội. Xã có 40 ha ngô. Xã cũng trồng 9 ha rau.",
    ],
)
def test_a_digit_may_end_a_communes_name(text: str) -> None:
    assert areas(text) == ["quang-ninh/tan-hoa-2"] * 2


def test_a_number_behind_a_commune_counts_what_follows() -> None:
    assert [claim.figure.surface for claim in said("Tại xã Tân Hòa 4 nhà bị sập.")] == ["4"]


def test_a_paragraph_that_opens_with_a_time_and_a_district_goes_on_about_it() -> None:
    text = "Giảm nghèo ở vùng cao\nTừ đầu năm đến nay, huyện Đầm Hà đã làm tốt. Tỷ lệ hộ nghèo còn 9%."
    assert areas(text, published="2024-10-15") == ["quang-ninh/dam-ha"]
