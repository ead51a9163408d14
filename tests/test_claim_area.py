"""Whose figure it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.claim.whose.places import territory
from extractor.claim.whose.units import slug
from tests.claiming import PAPER, one, said


def test_a_place_in_the_sentence_names_the_area() -> None:
    claim = one("Đến nay, Quảng Ninh có 1.452 tổ công nghệ số cộng đồng.", "1.452")
    assert (claim.area, claim.area_level, claim.area_basis) == ("quang-ninh", "province", "sentence")


def test_the_whole_province_is_named_by_the_paper_when_nothing_else_does() -> None:
    claim = one("Toàn tỉnh được giao 47 nhiệm vụ.", "47", url=PAPER)
    assert (claim.area, claim.area_basis, claim.level_basis) == ("quang-ninh", "publisher", "sentence")


def test_without_any_word_the_publisher_decides_and_says_so() -> None:
    claim = one("Đã hoàn thành 15 nhiệm vụ.", "15", url=PAPER)
    assert (claim.area, claim.area_basis, claim.level_basis) == ("quang-ninh", "publisher", "publisher")


def test_without_place_or_publisher_there_is_no_area() -> None:
    claim = one("Đã hoàn thành 15 nhiệm vụ.", "15")
    assert claim.area is None
    assert "area_unknown" in claim.reasons


def test_a_national_conference_on_a_provincial_page_is_national() -> None:
    text = "Tại điểm cầu Cà Mau, lãnh đạo tỉnh dự họp.\nĐến nay, đã hoàn thành 485 nhiệm vụ; 86 nhiệm vụ quá hạn."
    found = said(text, url="https://camau.gov.vn/tin")
    assert [(claim.figure.surface, claim.area) for claim in found] == [("485", "VN"), ("86", "VN")]


def test_a_list_gives_each_item_its_own_province() -> None:
    found = said("Tăng trưởng GRDP: Quảng Ninh (11,67%), Hải Phòng (11,59%), Ninh Bình (10,45%).")
    assert [claim.area for claim in found] == ["quang-ninh", "hai-phong", "ninh-binh"]
    assert {(claim.indicator, claim.area_basis) for claim in found} == {("economy.grdp_growth", "item")}


def test_respectively_aligns_places_with_figures() -> None:
    found = said("Tăng trưởng GRDP của Quảng Ninh, Hải Phòng lần lượt đạt 11,67% và 11,59%.")
    assert [claim.area for claim in found] == ["quang-ninh", "hai-phong"]


def test_a_value_in_brackets_has_its_own_area() -> None:
    found = said("Tại Thái Nguyên, nhân lực nghiên cứu và phát triển đạt 10,3 người/10.000 dân (cả nước: 8,2).")
    assert [(claim.area, claim.role) for claim in found] == [("thai-nguyen", "here"), ("VN", "nation")]


@pytest.mark.parametrize(
    "text",
    [
        "Quảng Ninh mời 15 chuyên gia hàng đầu cả nước vào hội đồng tư vấn.",
        "Quảng Ninh có 15 nhiệm vụ khoa học và công nghệ cấp quốc gia.",
        "Tỷ lệ hộ nghèo của Quảng Ninh là 15%, thấp hơn bình quân cả nước.",
    ],
)
def test_a_scope_word_that_modifies_a_noun_is_no_area(text: str) -> None:
    assert said(text)[0].area == "quang-ninh"


def test_the_set_of_a_ranking_is_no_area() -> None:
    claim = one("Chỉ số PCI của Quảng Ninh xếp thứ 3 cả nước.", "3")
    assert claim.area == "quang-ninh"


def test_a_department_keeps_its_figure_from_its_province() -> None:
    claim = one("Tại Quảng Ninh, Sở Tài chính được giao 14 nhiệm vụ.", "14")
    assert (claim.area, claim.body) == ("quang-ninh", "Sở Tài chính")


def test_a_department_that_only_reports_owns_nothing() -> None:
    claim = one("Theo báo cáo của Sở Tài chính, thu ngân sách của Quảng Ninh đạt 15.000 tỷ đồng.", "15.000 tỷ đồng")
    assert (claim.area, claim.body) == ("quang-ninh", None)


def test_a_ministry_speaks_for_the_nation() -> None:
    claim = one("Bộ Công an đã cấp 21 triệu thẻ căn cước.", "21 triệu")
    assert (claim.area, claim.area_level, claim.body) == ("VN", "nation", "Bộ Công an")


def test_a_commune_lies_under_its_province() -> None:
    claim = one("Tại xã Đầm Hà, tỉnh Quảng Ninh, đã hoàn thành 7 nhiệm vụ.", "7")
    assert (claim.area, claim.province, claim.area_level) == ("quang-ninh/dam-ha", "quang-ninh", "commune")


def test_a_ward_with_a_province_name_is_no_province() -> None:
    claim = one("Tại phường Tuyên Quang, đã hoàn thành 7 nhiệm vụ.", "7", url="https://baolamdong.vn/a")
    assert claim.area == "lam-dong/tuyen-quang"


@pytest.mark.parametrize(
    "text", ["Đường Điện Biên Phủ dài 15 km.", "Hòa Bình là tên ông Nguyễn Hòa Bình, 15 tuổi đảng."]
)
def test_streets_and_persons_are_no_provinces(text: str) -> None:
    assert {claim.area for claim in said(text)} <= {None, "hoa-binh"} - ({"dien-bien"} if "Điện" in text else set())


def test_merged_provinces_in_a_row_own_no_figure() -> None:
    text = "Phú Thọ tăng tốc.\nSau khi hợp nhất Phú Thọ, Vĩnh Phúc và Hòa Bình, tỉnh có 148 xã, phường."
    assert one(text, "148", url="https://baophutho.vn/a").area == "phu-tho"


@pytest.mark.parametrize(
    ("province", "day", "expected"),
    [
        ("phu-tho", "2025-06-30", 63),
        ("phu-tho", "2025-07-01", 34),
        ("phu-tho", "2024", 63),
        ("phu-tho", "2025", None),
        ("ha-noi", "2024", 34),
        ("vinh-phuc", "2026-01", 63),
        (None, "2025-10", None),
    ],
)
def test_the_reference_day_says_which_territory_a_name_means(
    province: str | None, day: str, expected: int | None
) -> None:
    assert territory(province, day) == expected


@given(st.text(max_size=40))
def test_a_slug_is_ascii_words_and_hyphens(name: str) -> None:
    made = slug(name)
    assert made == "-".join(part for part in made.split("-") if part)
    assert " " not in made


def test_a_sentence_may_say_which_of_two_territories_it_means() -> None:
    text = "Trước sắp xếp, tỉnh Đắk Lắk cũ có 184 xã; sau sắp xếp, tỉnh Đắk Lắk mới còn 102 xã."
    assert [claim.territory for claim in said(text)] == [63, 34]
    ahead = "Sau sáp nhập, tỉnh Lâm Đồng sẽ có 124 xã."
    assert [claim.territory for claim in said(ahead, published="2025-04-20")] == [34]
    assert [claim.territory for claim in said("Lâm Đồng thay 12 trụ sở cũ, xây 9 trường.")] == [34, 34]


def test_the_number_of_all_provinces_says_which_set_a_name_is_of() -> None:
    text = (
        "Tính theo 34 tỉnh, thành phố mới: Quảng Ngãi (11,5%).\nCòn theo 63 tỉnh, thành phố cũ, Quảng Ngãi tăng 12,4%."
    )
    found = {claim.figure.surface: claim.territory for claim in said(text) if claim.area == "quang-ngai"}
    assert found == {"11,5%": 34, "12,4%": 63}


@pytest.mark.parametrize(
    "text", ["Năm địa phương tăng trên 10%.", "Cả nước có 5 tỉnh tăng trên 10%.", "5 tỉnh, thành phố đạt dưới 10%."]
)
def test_the_bound_of_a_counted_set_is_nobodys_own_figure(text: str) -> None:
    assert one(text, "10%").area is None


@pytest.mark.parametrize(
    ("text", "address", "area"),
    [
        ("کیم لام کمیون میں 29 اسکول ہیں۔", "xa-cam-lam-mo-truong", "khanh-hoa/cam-lam"),
        ("آج ڈنہ ہوا ضلع میں 22 پل ہیں۔", "dinh-hoa-xay-cau", "thai-nguyen/dinh-hoa"),
        ("یہاں پہاڑی کمیون میں 29 اسکول ہیں۔", "mo-truong-vung-cao", None),
    ],
)
def test_a_unit_in_urdu_letters_has_the_name_that_the_address_writes(text: str, address: str, area: str | None) -> None:
    found = said(text, "ur", published=None, url=f"https://a.test/ur/{address}")
    assert [claim.area for claim in found] == [area]


def test_a_commune_that_the_address_names_is_what_the_text_speaks_of() -> None:
    text = "لوگ آج جمع ہوئے۔\nنئے سال کا جشن منایا گیا۔\nکیم لام کمیون آگے ہے۔ کمیون میں امن ہے۔\nیہاں 29 اسکول ہیں۔"
    assert one(text, "29", "ur", published=None, url="https://a.test/ur/xa-cam-lam").area == "khanh-hoa/cam-lam"


def test_a_name_in_urdu_letters_is_that_of_the_only_unit_of_its_province_that_sounds_so() -> None:
    found = said("آج ہائی ڈونگ صوبے کے تھانہ ہا ضلع میں 22 پل ہیں۔", "ur", published="2024-05-05")
    assert [claim.area for claim in found] == ["hai-duong/thanh-ha"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Với 9.000 ha dừa, chiếm gần 40% diện tích cả nước, Vĩnh Long mở rộng vùng trồng."),
        ("vi", "Vĩnh Long thu hoạch sớm. Sản lượng đạt 70 nghìn tấn, chiếm 6% sản lượng của cả nước."),
        ("en", "Vĩnh Long harvested early. It picked 70,000 tonnes, accounting for 6% of the country's crop."),
    ],
)
def test_the_whole_that_a_share_is_of_owns_nothing(language: str, text: str) -> None:
    assert {claim.area for claim in said(text, language)} == {"vinh-long"}


def test_oddly_grouped_digits_are_doubted() -> None:
    claim = one("Gia Lai province collected VND19,3333 billion in 2024.", "VND19,3333 billion", "en")
    assert ("odd_digits" in claim.reasons, claim.confidence) == (True, "low")


@pytest.mark.parametrize(
    ("text", "surface", "reason", "level"),
    [
        ("Đến ngày 30/9/2025, Gia Lai có tỷ lệ hộ nghèo 4%.", "4%", None, "high"),
        ("Đến ngày 30/9/2025, Gia Lai có 12 hồ chứa.", "12", "no_indicator", "medium"),
        ("Đến ngày 30/9/2025, tỷ lệ hộ nghèo là 4%.", "4%", "area_unknown", "low"),
        (
            "Xã Ia Phang, tỉnh Gia Lai đổi mới. Đến ngày 30/9/2025, tỷ lệ hộ nghèo của xã là 4%.",
            "4%",
            "area_unit",
            "low",
        ),
        ("Gia Lai trồng rừng. Đến ngày 30/9/2025, tỷ lệ hộ nghèo là 4%.", "4%", "area_context", "medium"),
    ],
)
def test_confidence_is_low_where_readings_go_wrong(text: str, surface: str, reason: str | None, level: str) -> None:
    claim = one(text, surface)
    assert (claim.confidence, reason is None or reason in claim.reasons) == (level, True), claim.reasons


@pytest.mark.parametrize(
    ("language", "text", "surface", "area"),
    [
        ("vi", "Quảng Ninh là một trong 12 địa phương dẫn đầu.", "12", "VN"),
        ("vi", "Quảng Ninh là một trong những tỉnh lớn, có 12 địa phương trong tỉnh dẫn đầu.", "12", "quang-ninh"),
        ("vi", "Huyện Vân Đồn là một trong 5 địa phương dẫn đầu.", "5", "quang-ninh/van-don"),
        ("en", "Quang Ninh is one of the 12 localities with high growth.", "12", "VN"),
        ("ur", "کوانگ نین 12 علاقوں میں سے ایک ہے۔", "12", "VN"),
    ],
)
def test_one_of_so_many_localities_tells_of_the_nation(language: str, text: str, surface: str, area: str) -> None:
    assert one(text, surface, language, url=PAPER).area == area
