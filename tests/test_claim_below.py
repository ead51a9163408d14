"""Which province a unit below the province lies in, when the text does not say."""

from __future__ import annotations

import csv

import pytest

from extractor.claim.whose.below import centrally_run, provinces_of
from extractor.claim.whose.units import slug
from extractor.rules import data_folder
from tests.claiming import one, said


def rows(name: str) -> list[dict[str, str]]:
    with (data_folder("patterns") / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("level", "name", "day", "provinces"),
    [
        ("district", "muong-khuong", "2023-04-02", {"lao-cai"}),
        ("district", "hoc-mon", "2026-01-01", {"ho-chi-minh"}),
        ("district", "tay-hoa", "2024-01-01", {"phu-yen"}),
        ("district", "tay-hoa", "2025-08-01", {"dak-lak"}),
        ("district", "ky-son", "2018-01-01", {"nghe-an", "hoa-binh"}),
        ("commune", "phu-quoc", "2025-09-01", {"an-giang"}),
        ("commune", "khong-dau-co", None, set()),
        ("village", "muong-khuong", "2023-04-02", set()),
    ],
)
def test_a_name_tells_its_provinces_of_the_day(level: str, name: str, day: str | None, provinces: set[str]) -> None:
    assert provinces_of(level, name, day) == provinces


@pytest.mark.parametrize(
    ("key", "day", "central"),
    [
        ("hue", "2024-12-31", False),
        ("hue", "2025-01-01", True),
        ("da-nang", "2010", True),
        ("bac-ninh", "2024-05", False),
        ("bac-ninh", "2026-10-01", True),
        ("dong-nai", "2026-01-01", False),
        ("vinh-long", None, False),
    ],
)
def test_a_city_is_the_province_from_its_day_on(key: str, day: str | None, central: bool) -> None:
    assert centrally_run(key, day) is central


def test_every_unit_stands_under_a_known_province() -> None:
    old = {row["key"] for row in rows("provinces_before_2025.csv")}
    new = {row["key"] for row in rows("provinces.csv")}
    assert {row["province"] for row in rows("districts.csv")} == old
    assert {row["province"] for row in rows("communes.csv") if row["territory"] == "63"} == old
    assert {row["province"] for row in rows("communes.csv") if row["territory"] == "34"} == new


@pytest.mark.parametrize("table", ["districts.csv", "communes.csv"])
def test_no_row_names_a_unit_twice(table: str) -> None:
    for row in rows(table):
        names = row["names"].split(";")
        assert all(slug(name) for name in names)
        assert len({slug(name) for name in names}) == len(names), row["province"]


def test_a_district_alone_tells_its_province() -> None:
    claim = one("Huyện Mường Khương hiện có 1.240 ha chè.", "1.240", published="2023-04-02")
    assert (claim.area, claim.province, claim.area_basis) == ("lao-cai/muong-khuong", "lao-cai", "sentence")


def test_a_district_s_own_province_wins_over_another_that_gives() -> None:
    text = "Hà Nội hỗ trợ xây trường học tại huyện Mường Khương, nơi còn 12 phòng học tạm."
    assert one(text, "12", published="2023-04-02").area == "lao-cai/muong-khuong"


def test_a_name_of_many_provinces_decides_nothing_alone() -> None:
    claim = one("Huyện Châu Thành có 9 xã.", "9", published="2023-04-02")
    assert (claim.area, claim.province) == ("chau-thanh", None)
    named = one("Tại tỉnh Trà Vinh, huyện Châu Thành có 9 xã.", "9", published="2023-04-02")
    assert named.area == "tra-vinh/chau-thanh"


def test_a_city_with_the_name_of_its_province_is_no_province() -> None:
    claim = one("Thành phố Bắc Giang thu hút 12 dự án.", "12", published="2024-03-05")
    assert (claim.area, claim.area_level) == ("bac-giang/bac-giang", "district")
    assert one("Thành phố Đà Nẵng thu hút 12 dự án.", "12", published="2024-03-05").area == "da-nang"


@pytest.mark.parametrize(
    ("text", "language", "areas"),
    [
        ("Nha Trang đón 9.000 lượt khách.", "vi", ["khanh-hoa/nha-trang"]),
        ("Tại Nha Trang có 12 khách sạn mới.", "vi", ["khanh-hoa/nha-trang"]),
        ("Phu Quoc welcomed 9,000 visitors.", "en", ["kien-giang/phu-quoc"]),
        ("Ha Long City has 12 hotels.", "en", ["quang-ninh/ha-long"]),
        ("Cat Hai Island has 12 hotels.", "en", ["hai-phong/cat-hai"]),
        ("Ông Trần Nha Trang trồng 12 cây.", "vi", [None]),
        ("Cầu Nha Trang dài 12 km.", "vi", [None]),
        ("Đường Đà Lạt - Nha Trang dài 12 km.", "vi", [None]),
    ],
)
def test_a_town_that_is_known_needs_no_word(text: str, language: str, areas: list[str | None]) -> None:
    assert [claim.area for claim in said(text, language, published="2024-03-05")] == areas


def test_a_comma_parts_a_town_from_the_name_before_it() -> None:
    found = said("Tại Lào Cai, Văn Bàn có 31 trường, Bảo Yên 21 trường.")
    assert [claim.area for claim in found] == ["lao-cai/van-ban", "lao-cai/bao-yen"]


def test_the_towns_of_a_province_are_items_in_a_text_about_it() -> None:
    text = "Lào Cai còn 90 thôn chưa có điện. Văn Bàn có 31, Bảo Yên 21 và Bát Xát 9."
    areas = [claim.area for claim in said(text, published="2024-03-05")]
    assert areas == ["lao-cai", "lao-cai/van-ban", "lao-cai/bao-yen", "lao-cai/bat-xat"]


def test_the_towns_of_another_province_are_no_items() -> None:
    text = "Huế còn 90 thôn chưa có điện. Văn Bàn có 31."
    assert [claim.area for claim in said(text, published="2025-03-05")] == ["hue", "hue"]


def test_a_commune_alone_tells_its_province_of_the_day() -> None:
    assert one("Xã Thuận Hà có 9 thôn.", "9", published="2023-04-02").area == "dak-nong/thuan-ha"


@pytest.mark.parametrize(
    ("text", "surface", "area"),
    [
        ("Dak Nong صوبے میں 9 سڑکیں ہیں۔ ڈاک مل ضلع میں 12 پل ہیں۔", "12", "dak-nong/dak-mil"),
        ("Dong Nai صوبے میں 9 سڑکیں ہیں۔ تھاون لوئی کمیون میں 12 پل ہیں۔", "12", "dong-nai/thuan-loi"),
        ("Quang Tri صوبے میں 9 سڑکیں ہیں، 250 ہیکٹر کے ساتھ کیم لو ضلع۔", "250", "quang-tri/cam-lo"),
    ],
)
def test_an_urdu_name_is_the_nearest_of_those_that_sound_so(text: str, surface: str, area: str) -> None:
    assert one(text, surface, "ur").area == area


@pytest.mark.parametrize(
    ("text", "surface", "area"),
    [
        ("Ha Long شہر میں 12 پل ہیں۔ شہر میں 13 اسکول ہیں۔", "12", "quang-ninh/ha-long"),
        ("Ha Long شہر میں 12 پل ہیں۔ شہر میں 13 اسکول ہیں۔", "13", "quang-ninh/ha-long"),
        ("ہو چی منہ شہر میں 12 پل ہیں۔", "12", "ho-chi-minh"),
        ("Hai Phong میں 30 پل ہیں، جو Bac Ninh سے تقریباً 8 کم ہیں۔", "8", "hai-phong"),
    ],
)
def test_urdu_cities_and_what_another_outdoes(text: str, surface: str, area: str) -> None:
    assert one(text, surface, "ur").area == area


def test_a_commune_lies_in_the_province_named_last_where_the_text_s_own_has_none_of_the_name() -> None:
    text = (
        "In Dien Bien province, it rains. Dien Bien has a fund.\nIn Quang Tri province, it is dry.\n"
        "A firm in Huong Phung commune planted 44 hectares."
    )
    assert one(text, "44", "en", published="2022-03-04").area == "quang-tri/huong-phung"


@pytest.mark.parametrize("name", ["Đăk Glong", "Đắk Glong", "Đak Glong", "Đắk R'Lấp", "Đăk R’lấp"])
def test_names_of_the_highlands_are_known_in_every_spelling(name: str) -> None:
    claim = one(
        f"Các huyện còn nhiều khó khăn: {name}: 312 hộ; Tuy Đức: 290 hộ.",
        "312",
        url="https://baodaknong.vn/1",
        published="2019",
    )
    assert claim.area in ("dak-nong/dak-glong", "dak-nong/dak-r-lap")


def test_a_unit_beside_a_former_province_lies_in_the_province_that_it_is_part_of_today() -> None:
    text = "Đắk Lắk: 900 nhà bị ngập. Cùng với Phú Yên trước đây, xã Tây Hòa có 57 căn nhà bị ngập."
    assert one(text, "57", published="2025-11-20", url="https://baodaklak.vn/tin-1.html").area == "dak-lak/tay-hoa"


def test_what_is_counted_behind_a_bracket_of_names_lies_in_none_of_them() -> None:
    text = "Tỉnh Kiên Giang có 4 phường (Rạch Giá, Hà Tiên) và 41 xã."
    assert one(text, "41", published="2025-04-28").area == "kien-giang"


@pytest.mark.parametrize("adverb", ["", "hiện ", "hiện nay "])
def test_a_name_that_is_said_to_be_a_commune_owns_what_follows(adverb: str) -> None:
    text = f"Tân Hòa {adverb}là xã miền núi của tỉnh Lạng Sơn. Mô hình được làm tại 14 thôn."
    assert one(text, "14").area == "lang-son/tan-hoa"


def test_the_new_province_owns_what_is_told_behind_those_it_was_made_of() -> None:
    text = "Hợp nhất từ tỉnh Quảng Bình và tỉnh Quảng Trị, tỉnh Quảng Trị mới có 78 xã."
    assert one(text, "78").area == "quang-tri"
