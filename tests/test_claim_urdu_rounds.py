"""Urdu rounds of provinces: whose they are, what carries over their lists, which times only weigh their values."""

from __future__ import annotations

import pytest

from tests.claiming import one, said

ROUND = (
    "GRDP کی نمو: Huế ان علاقوں میں شامل جو پیچھے رہے\n\n"
    "9 مہینوں میں 15/34 علاقوں کی GRDP میں 8% سے زیادہ اضافہ ہوا۔ "
    "ان میں 3 علاقے ایسے ہیں جن کی نمو 10% سے زیادہ ہے، بشمول: Đà Nẵng (10.4%)، Lào Cai (10.2%)، Đồng Tháp (10.1%)۔\n\n"
    "دوسری طرف، 9 ماہ کی GRDP شرح نمو میں Huế اور 2 دیگر علاقے پیچھے رہے۔ "
    "خاص طور پر، An Giang 6.5%؛ Huế 7.3%؛ Tuyên Quang 6.9%۔"
)
ADDRESS = "https://www.vietnam.vn/ur/hue-thuoc-nhom-dia-phuong-tang-truong-cham"


def test_a_round_is_not_of_the_place_that_heads_it() -> None:
    found = {claim.figure.surface: claim for claim in said(ROUND, "ur", url=ADDRESS)}
    assert [found[surface].area for surface in ("3", "2", "7.3%")] == ["VN", "VN", "hue"]
    values = ("10.4%", "10.1%", "6.5%", "7.3%", "6.9%")
    assert {found[value].indicator for value in values} == {"economy.grdp_growth"}


def test_a_text_that_says_the_province_stays_its_own() -> None:
    text = ROUND.replace("پیچھے رہے۔", "پیچھے رہے۔ صوبے میں 41 پل بنے۔ صوبے نے 43 سڑکیں بنائیں۔")
    assert one(text, "41", "ur", url=ADDRESS).area == "hue"


@pytest.mark.parametrize(
    "text",
    [
        "تیسری سہ ماہی میں 21 صوبوں کی نمو دوسری سہ ماہی سے زیادہ رہی، 9 صوبوں میں دوسری سہ ماہی کے برابر رہی۔",
        "تیسری سہ ماہی میں 21 صوبوں کی نمو دوسری سہ ماہی سے کم رہی جبکہ 9 صوبوں کی نمو دوسری سہ ماہی سے زائد رہی۔",
    ],
)
def test_a_time_that_something_was_more_than_dates_nothing(text: str) -> None:
    assert [claim.period_start for claim in said(text, "ur")] == ["2025-07-01"] * 2


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [("اسی مدت میں 7.1%", "2024-09-30"), ("اسی مدت کے مقابلے میں 7.1%", "2025-09-30"), ("دوسری سہ ماہی سے 7.1%", None)],
)
def test_a_bracket_with_nothing_but_the_time_before_tells_its_value(bracket: str, expected: str | None) -> None:
    text = f"2025 کے پہلے 9 مہینوں میں Huế کی GRDP 8.3% بڑھی ({bracket})۔"
    assert expected in (None, one(text, "7.1%", "ur").period_end)


def test_growth_of_what_a_which_goes_on_about_is_none_of_the_place() -> None:
    assert one("آبی زراعت آگے رہی، جس کی نمو 6.5% رہی۔", "6.5%", "ur").indicator is None
    assert one("Huế کی نمو 6.5% رہی۔", "6.5%", "ur").indicator == "economy.grdp_growth"


def test_a_goal_is_not_what_a_later_comparison_is_with() -> None:
    text = "حکومت کوشاں ہے کہ 2020 کے مقابلے میں اوسط آمدنی 43 ملین VND تک بڑھ جائے۔"
    assert one(text, "43 ملین VND", "ur").status == "target"
    assert one("یہ ہدف کے مقابلے میں 43 پل ہیں۔", "43", "ur").status == "actual"


def test_a_day_ahead_is_that_of_the_goals_behind_it() -> None:
    text = "2030 تک Huế میں 31 پل ہیں۔\n\nغربت کی قومی شرح میں سالانہ 1.2% کمی متوقع ہے۔"
    claim = one(text, "1.2%", "ur")
    assert (claim.indicator, claim.period_end) == ("society.poverty_rate", "2030-12-31")


def test_parts_of_what_will_be_are_wished_for_over_a_participle() -> None:
    text = "صوبہ 18 نمائندے منتخب کرے گا، جن میں 11 مقامی اور مرکز سے بھیجے گئے 7 نمائندے ہیں؛ ضلع 85 منتخب کرے گا۔"
    assert {claim.status for claim in said(text, "ur")} == {"target"}


@pytest.mark.parametrize("named", ["قومی اسمبلی", "صوبائی عوامی کونسل", "پلینم"])
def test_numbers_of_sessions_claim_nothing(named: str) -> None:
    assert [claim.figure.surface for claim in said(f"15ویں {named} نے 31 قراردادیں منظور کیں۔", "ur")] == ["31"]
