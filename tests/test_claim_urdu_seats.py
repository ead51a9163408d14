"""Whom Urdu texts are about that name it in passing: a village, the district of an office, who gives to others."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


def area_of(text: str, surface: str, url: str | None = None, published: str | None = None) -> str | None:
    return one(text, surface, "ur", url=url, published=published).area


VILLAGE_PAGE = "https://www.vietnam.vn/ur/chuc-mung-{}-xa-loc-bon-phu-loc-tinh-thua-thien-hue"


@pytest.mark.parametrize(("words", "area"), [("thon-ha", "hue/ha"), ("uy-ban-nhan-dan", "hue/loc-bon")])
def test_a_village_before_its_commune_in_the_address_is_what_a_text_about_a_village_is_about(
    words: str, area: str
) -> None:
    text = "تقریب میں 31 لوگ تھے۔ گاؤں کے لوگوں نے Huế صوبے کے Lộc Bổn کمیون میں 4 پل بنائے۔"
    assert area_of(text, "31", url=VILLAGE_PAGE.format(words), published="2024-05-06") == area


def test_a_unit_named_again_in_another_spelling_is_the_same() -> None:
    text = "Huế صوبے کے ٹین تھانہ کمیون میں 4 پل بنے۔\n\nتان تھن میں 31 پل ہیں۔\n\nتان بن میں 9 پل ہیں۔"
    found = {claim.figure.surface: claim.area for claim in said(text, "ur", published="2024-05-06")}
    assert found["31"] == found["4"] != found["9"]


@pytest.mark.parametrize(
    ("office", "area"),
    [
        ("Nhơn Trạch سوشل پالیسی بینک", "dong-nai"),
        ("سوشل پالیسی بینک آف نون تریچ", "dong-nai"),
        ("سوشل پالیسی بینک", None),
    ],
)
def test_the_district_of_an_office_tells_the_province_of_a_text_that_names_none(office: str, area: str | None) -> None:
    text = f"صوبے میں 31 قرضے دیے گئے۔\n\n{office} کے افسران کام کر رہے ہیں۔"
    assert area_of(text, "31", published="2024-05-06") == area


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huế شہر نے 13 صوبوں میں 31 بلین VND تقسیم کیے۔", ["hue", "hue"]),
        ("Huế میں تقریب ہوئی۔ 13 صوبوں میں 31 بلین VND تقسیم کیے گئے۔", ["VN", None]),
        ("Huế نے 34 صوبوں میں پروگرام شروع کیا۔", ["VN"]),
    ],
)
def test_what_a_province_gives_to_others_is_its_own(text: str, expected: list[str | None]) -> None:
    assert [claim.area for claim in said(text, "ur", published="2025-10-15")] == expected


def test_the_day_of_a_numbered_paper_dates_nothing() -> None:
    text = "2023 کے پہلے 6 ماہ میں، صوبے کے 22 مئی 2023 کے ڈسپیچ نمبر 17 کے تحت، 31 پل بنائے گئے۔"
    assert one(text, "31", "ur", published="2023-07-10").period_end == "2023-06-30"


@pytest.mark.parametrize(("word", "area"), [("وارڈ فنڈ", "can-tho/o-mon"), ("خاندان", "can-tho")])
def test_the_only_commune_that_a_text_names_is_what_it_is_about_where_its_word_stands_before(
    word: str, area: str
) -> None:
    text = f"گھر کی لاگت 31 ملین VND ہے، جس میں {word} نے مدد کی۔\n\nÔ Môn وارڈ نے 4 گھر بنائے۔"
    url = "https://baocantho.com.vn/tin-a1.html"
    assert area_of(text, "31 ملین VND", url=url, published="2025-09-30") == area


@pytest.mark.parametrize(("word", "area"), [(" (پرانے)", "phu-tho"), ("", "VN")])
def test_former_provinces_are_parts_of_the_one_they_went_into(word: str, area: str) -> None:
    text = "فنڈ کو 31 بلین VND ملے۔ {0} صوبے{3} کو 4 بلین VND، {1} صوبے{3} کو 5 بلین VND؛ {2} صوبے{3} کو 6 بلین VND۔"
    text = text.format("Phú Thọ", "Vĩnh Phúc", "Hòa Bình", word)
    assert area_of(text, "31 بلین VND") == area


@pytest.mark.parametrize(("name", "area"), [("چی لن", "hai-duong/chi-linh"), ("تصویر", "hai-duong")])
def test_a_district_alone_in_a_bracket_says_where_something_lies(name: str, area: str) -> None:
    text = f"Hải Dương صوبے میں میلے ہوئے۔\n\nبڑے مندر ({name}) میں 31 زائرین آئے۔"
    assert area_of(text, "31", published="2024-05-06") == area


@pytest.mark.parametrize(("body", "area"), [("فادر لینڈ فرنٹ کمیٹی", "hue/tan-hoa"), ("محکمہ صحت", "hue")])
def test_a_body_in_a_text_about_a_commune_is_the_communes_but_for_a_provinces(body: str, area: str) -> None:
    text = f"Huế صوبے کے Tân Hòa کمیون میں 4 پل بنے۔ Tân Hòa کمیون نے 5 گھر بنائے۔\n\nکمیون میں {body} نے 31 گھر بنائے۔"
    url = "https://www.vietnam.vn/ur/xa-tan-hoa-lam-duong"
    assert area_of(text, "31", url=url, published="2025-09-30") == area


def test_a_school_named_after_its_place_owns_what_the_text_about_it_tells() -> None:
    text = "نونگ سون ہائی اسکول Huế صوبے میں قائم کیا گیا تھا۔ اسکول نے ترقی کی ہے۔\n\nاس وقت سکول میں 31 کلاسیں ہیں۔"
    assert one(text, "31", "ur", published="2025-09-30").body == "ہائی اسکول"


def test_the_word_of_a_city_inside_a_provinces_name_hides_no_district_before_it() -> None:
    text = "ٹین بن ڈسٹرکٹ، ہو چی منہ سٹی کی پیپلز کمیٹی نے 31 پل بنائے۔"
    assert area_of(text, "31", published="2024-05-06") == "ho-chi-minh/tan-binh"


def test_the_only_district_is_what_a_text_that_names_no_province_is_about() -> None:
    text = "31 لوگ آئے۔ وان بان ضلع نے کام کیا، اور ضلع میں 9 گھر بنے۔\n\nDuong Quy کمیون میں 4 پل ہیں۔"
    assert area_of(text, "31") == "lao-cai/van-ban"


@pytest.mark.parametrize("names", ["گو کانگ ڈونگ اور ٹین فو ڈونگ", "Gò Công Đông اور Tân Phú Đông"])
def test_districts_that_share_a_word_are_of_their_province(names: str) -> None:
    text = f"Gò Công Đông ضلع میں 4 پل ہیں۔\n\nTiền Giang صوبے کے {names} اضلاع میں 31 پل ہیں۔"
    assert area_of(text, "31", published="2024-05-06") == "tien-giang"


def test_a_body_named_in_latin_letters_is_meant_by_its_kind_in_urdu() -> None:
    text = "Nguyen Du High School 1995 میں قائم کیا گیا تھا۔ اس سکول میں 31 اساتذہ تھے۔"
    assert one(text, "31", "ur").body == "High School"


@pytest.mark.parametrize(("office", "area"), [("کے سابق رکن", None), ("نے", "VN")])
def test_a_member_of_the_central_powers_does_not_make_a_text_the_nations(office: str, area: str | None) -> None:
    assert area_of(f"پارٹی کی مرکزی کمیٹی {office} کہا۔ لوگوں نے 31 پل بنائے۔", "31") == area


@pytest.mark.parametrize(("months", "end"), [(7, "2025-07-31"), (3, None)])
def test_as_many_months_as_the_opening_reports_are_those(months: int, end: str | None) -> None:
    text = f"2025 کے پہلے 7 مہینوں میں ملک نے 4 پل بنائے۔\n\nگزشتہ {months} مہینوں میں یہ پل شامل ہیں: 31 بڑے پل۔"
    assert one(text, "31", "ur", published=None).period_end == end


def test_a_grouped_number_behind_the_word_of_a_plan_is_no_papers() -> None:
    assert one("سال کا منصوبہ 31,000 ورکرز ہے۔", "31,000", "ur").status == "target"
