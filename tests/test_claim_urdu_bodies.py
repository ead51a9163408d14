"""Bodies in Urdu texts: kinds of schools, ministries and their offices, the nation in a name."""

from __future__ import annotations

import pytest

from tests.claiming import one


def area_of(text: str, surface: str, url: str | None = None, published: str | None = "2024-10-15") -> str | None:
    return one(text, surface, "ur", url=url, published=published).area


def body_of(text: str, surface: str = "31") -> str | None:
    return one(text, surface, "ur").body


@pytest.mark.parametrize(
    ("opening", "area"),
    [("وزارت صحت کی ایک رپورٹ کے مطابق آمدنی بڑھی", "VN"), ("رپورٹ کے مطابق آمدنی بڑھی", None)],
)
def test_what_a_ministry_tells_in_the_opening_is_of_the_nation(opening: str, area: str | None) -> None:
    text = f"{opening}۔ آمدنی میں 31% اضافہ ہوا۔\n\nHuế صوبے میں 4 پل ہیں۔\n\nNghệ An صوبے میں 5 پل ہیں۔"
    assert area_of(text, "31%") == area


def test_a_body_behind_its_figure_owns_it_where_a_word_says_with() -> None:
    text = "ملک میں 90 پلیٹ فارم ہیں۔ وزارتوں میں 31 پلیٹ فارم کے ساتھ وزارت خزانہ شامل ہے۔"
    assert body_of(text) == "وزارت خزانہ"


def test_the_nation_in_the_name_of_its_social_security_is_not_the_nation() -> None:
    text = "ویتنام کے سماجی تحفظ نے Đắk Lắk صوبائی پارٹی کمیٹی کو 31 کارڈ دیے۔\n\nیہ 45 لوگوں کی خوشی ہے۔"
    assert area_of(text, "45") == "dak-lak"


@pytest.mark.parametrize(
    ("words", "body"),
    [("تان فو پرائمری اسکول", "پرائمری اسکول"), ("پروگرام پرائمری اسکول", None), ("صوبائی جنرل ہسپتال", "جنرل ہسپتال")],
)
def test_a_kind_of_school_acts_behind_a_name_or_as_the_only_one(words: str, body: str | None) -> None:
    assert body_of(f"Huế صوبے کے {words} نے 31 پل بنائے۔") == body


def test_an_office_of_a_ministry_may_stand_between_it_and_the_word_of_a_source() -> None:
    assert body_of("وزارت داخلہ - کمیٹی کے دفتر کے جائزے کے مطابق، شرح 31 ہے۔") is None


def test_a_bank_that_the_opening_cites_and_that_goes_on_to_act_owns_what_the_text_tells() -> None:
    text = (
        "ویتنام بینک برائے سماجی پالیسیوں (VBSP) کے مطابق، سرمایہ 45 بلین VND تک پہنچ گیا۔\n\nقرضے 31 بلین VND ہیں۔{}"
    )
    assert one(text.format("\n\nVBSP نے 9 شاخیں کھولیں۔"), "31 بلین VND", "ur").body == "بینک برائے سماجی پالیسیوں"
    assert one(text.format("\n\nحکومت نے 9 شاخیں کھولیں۔"), "31 بلین VND", "ur").body is None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Huế میں سنی سٹار کمپنی لمیٹڈ نے پل بنایا۔ کمپنی کا ہدف 31 پل ہے۔", "کمپنی لمیٹڈ"),
        ("Huế میں تان فو ہسپتال نے کام کیا۔ اس ہسپتال نے 31 مریض دیکھے۔", "ہسپتال"),
        ("Huế میں تان فو ہسپتال نے کام کیا۔ کمپنی کا ہدف 31 پل ہے۔", None),
        ("Huế میں انسٹی ٹیوٹ برائے صحت نے 31 مریض دیکھے۔", "انسٹی ٹیوٹ"),
    ],
)
def test_a_kind_of_company_alone_means_the_one_named_before(text: str, body: str | None) -> None:
    assert body_of(text) == body
