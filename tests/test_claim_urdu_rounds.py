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


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("غربت کی شرح 2021 میں 21.4% سے کم ہو کر 6.2% رہ گئی۔", ["2021-12-31", "2025-10-15"]),
        ("2024 میں غربت کی شرح 21.4% سے کم ہو کر 6.2% رہ گئی۔", ["2024-12-31", "2024-12-31"]),
        ("2020 میں 31 کمیون سے بڑھ کر 43 کمیون ہو گئے۔", ["2020-12-31", "2025-10-15"]),
    ],
)
def test_a_time_right_before_where_a_move_began_is_not_of_where_it_led(text: str, spans: list[str]) -> None:
    assert [claim.period_end for claim in said(text, "ur")] == spans


def test_what_a_figure_moved_to_measures_the_same() -> None:
    text = "نئے دیہی کمیونز کی تعداد 31 کمیون سے بڑھ کر 43 کمیون ہو گئی۔"
    assert [claim.indicator for claim in said(text, "ur")] == ["society.new_rural_communes"] * 2


def test_what_stands_behind_the_last_of_a_row_of_places_is_said_of_each() -> None:
    found = said("Huế میں 12، Lào Cai میں 15 اور An Giang میں 7 غریب گھرانے ہیں۔", "ur")
    assert [(one.area, one.indicator) for one in found] == [
        ("hue", "society.poor_households"),
        ("lao-cai", "society.poor_households"),
        ("an-giang", "society.poor_households"),
    ]
    bridges = said("Huế میں 12 پل اور Lào Cai میں 7 غریب گھرانے ہیں۔", "ur")
    assert bridges[0].indicator is None


def test_counted_localities_lead_to_their_list() -> None:
    text = (
        "ملک بھر میں 31 علاقوں کی عوامی سرمایہ کاری کی تقسیم کی شرح زیادہ ہے۔ "
        "ان میں سے کچھ علاقوں نے اچھے نتائج حاصل کیے: Huế 92.1%، Lào Cai 79.4% اور An Giang 71.6%۔"
    )
    assert {one.indicator for one in said(text, "ur")[1:]} == {"budget.public_investment_disbursed_share"}


def test_what_is_estimated_was_added_up_over_the_span_of_the_text() -> None:
    text = "11 مہینوں میں برآمدات 64 بلین USD رہیں۔\n\nکافی کا تخمینہ 1.4 ملین ٹن ہے۔"
    assert one(text, "1.4 ملین", "ur", published="2025-12-05").period_start == "2025-01-01"


def test_the_last_syllable_of_a_name_is_no_currency() -> None:
    assert [claim.figure.surface for claim in said("ہنگ ین 2026 میں 31 پل بنائے گا۔", "ur")] == ["31"]


def test_months_told_one_by_one_leave_the_span_of_the_text() -> None:
    text = "تیسری سہ ماہی میں 41 حادثات ہوئے۔\n\nجولائی میں 18، اگست میں 13 حادثات ہوئے۔ سڑکوں پر 22 حادثات ہوئے۔"
    claim = one(text, "22", "ur")
    assert (claim.period_start, claim.period_end) == ("2025-07-01", "2025-09-30")
    alone = "تیسری سہ ماہی میں 41 حادثات ہوئے۔\n\nجولائی میں 18 حادثات ہوئے۔ سڑکوں پر 22 حادثات ہوئے۔"
    assert one(alone, "22", "ur").period_end == "2025-07-31"


def test_last_months_that_are_asked_for_lie_ahead() -> None:
    text = "سال کے آخری 6 مہینوں میں حکومت ہر صوبے سے کم از کم 8% نمو کا مطالبہ کرتی ہے۔"
    claim = one(text, "8%", "ur", published="2025-07-08")
    assert (claim.status, claim.period_end) == ("target", "2025-12-31")


def test_whom_a_province_passed_is_not_whose_rank_it_is() -> None:
    text = (
        "2025 میں Bắc Giang کی برآمدات 31 بلین USD رہیں اور یہ صوبہ Đà Nẵng سے آگے نکل کر ملک میں تیسرے نمبر پر آ گیا۔ "
    )
    found = said(text + "صوبے کی درآمدات 12% بڑھیں۔", "ur", published="2025-06-20")
    assert [claim.area for claim in found] == ["bac-giang"] * 3
