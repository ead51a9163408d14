"""Urdu reports of provinces: who told a figure, which plan it is a share of, what a past tense hides of a goal."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


@pytest.mark.parametrize(
    "told",
    [
        "وزارت صحت کی سال کی دوسری سہ ماہی کی پریس کانفرنس میں بتایا گیا کہ",
        "وزارت صحت کی طرف سے گزشتہ ہفتے جاری کردہ اعداد و شمار کے مطابق",
    ],
)
def test_a_body_is_no_owner_where_its_meeting_or_paper_tells(told: str) -> None:
    assert one(f"{told} ملک میں 74 ہسپتال ہیں۔", "74", "ur").body is None


def test_a_body_that_acts_before_what_is_told_stays_the_owner() -> None:
    assert one("وزارت صحت نے 74 ہسپتال بنائے، نمائندے نے بتایا۔", "74", "ur").body == "وزارت صحت"


@pytest.mark.parametrize(
    "share", ["جو 850 بلین VND کے منصوبے کا 40% ہے", "جو 850 بلین VND کے سالانہ تخمینہ کے 40% کے برابر ہے"]
)
def test_the_plan_that_a_share_is_of_was_not_reached(share: str) -> None:
    text = f"Huế نے 340 بلین VND جمع کیے، {share}۔"
    assert [claim.status for claim in said(text, "ur")] == ["actual", "target", "actual"]


def test_a_count_is_a_plan_only_where_it_was_a_goal() -> None:
    assert one("Huế نے 34 پل بنائے، جو 85 پلوں کے ہدف کا 40% ہے۔", "85", "ur").status == "target"
    assert one("Huế میں 85 اداروں کے منصوبے کا 40% مکمل ہوا۔", "85", "ur").status == "actual"


GOAL = "2030 تک Huế کا ہدف ہے کہ GRDP شرح نمو 9% ہو۔ "


def test_a_bound_or_a_range_behind_a_goal_is_one_whatever_the_tense() -> None:
    text = GOAL + "تربیت یافتہ کارکنوں کی شرح 65% یا اس سے زیادہ تک پہنچ گئی۔ غربت کی شرح میں 1-2% کمی ہوئی۔"
    assert [claim.status for claim in said(text, "ur")] == ["target"] * 3
    text = GOAL + "حالیہ برسوں میں غربت کی شرح میں 1-2% کمی ہوئی۔"
    assert [claim.status for claim in said(text, "ur")] == ["target", "actual"]


def test_what_a_ministry_did_behind_its_proposal_is_done() -> None:
    text = "وزارت نے 7 مراکز قائم کرنے کی تجویز پیش کی ہے۔ وزارت نے 21 علاقوں کے ساتھ کانفرنس کا اہتمام کیا۔"
    assert [claim.status for claim in said(text, "ur")] == ["target", "actual"]


def test_the_sixth_place_is_no_holiday() -> None:
    text = "2024 میں Huế کا SIPAS بڑھا۔\nHuế صوبہ SIPAS میں 87.5% کے ساتھ ملک بھر میں چھٹے نمبر پر ہے۔"
    assert one(text, "87.5%", "ur").period_end == "2024-12-31"


def test_a_year_in_a_bracket_is_no_edition_of_what_stands_before_it() -> None:
    text = (
        "2024 کے PAR انڈیکس کا اعلان کیا گیا۔ Huế کا PAR انڈیکس 8 ویں نمبر پر ہے، "
        "4 مقامات زیادہ (2023 میں، Huế نے 84.1 پوائنٹس حاصل کیے)۔"
    )
    found = said(text, "ur")
    assert [claim.indicator for claim in found] == ["index.par"] * 3
    assert [claim.period_end for claim in found] == ["2024-12-31", "2024-12-31", "2023-12-31"]


def test_households_gone_through_are_not_those_that_are_counted() -> None:
    text = (
        "غریب اور قریبی غریب گھرانوں کے جائزے کے بعد، صوبے میں 2,140 غریب گھرانے باقی ہیں، "
        "جو کل 64,000 گھرانوں کا 3.3% ہیں۔"
    )
    assert [claim.indicator for claim in said(text, "ur")] == [
        "society.poor_households",
        "area.households",
        "society.poverty_rate",
    ]
    assert (
        one("Sau rà soát hộ nghèo và cận nghèo, tỉnh còn 2.140 hộ nghèo.", "2.140").indicator
        == "society.poor_households"
    )


def test_a_share_of_the_plan_is_the_nations_own() -> None:
    text = (
        "Huế صوبے نے 640 بلین VND تقسیم کیے۔\n2024 میں پورے ملک کی عوامی سرمایہ کاری کی تقسیم منصوبے کے 92.1% تک پہنچی۔"
    )
    assert one(text, "92.1%", "ur").area == "VN"
    assert one("Huế صوبے کی پیداوار ملک کے چاول کے رقبے کا 12% ہے۔", "12%", "ur").area == "hue"


def test_a_centre_of_the_city_names_no_city() -> None:
    text = "3 مئی سے، ہنوئی پبلک سروس سینٹر سٹی پیپلز کمیٹی کے تحت 73% ریکارڈ وصول کرتا ہے۔"
    assert one(text, "73%", "ur").area == "ha-noi"


def test_what_rises_in_turn_is_of_its_own_part() -> None:
    text = "7 ماہ کی بجٹ آمدنی اور اخراجات میں بالترتیب 21.3% اور 18.4% اضافہ ہوا۔"
    first, second = one(text, "21.3%", "ur"), one(text, "18.4%", "ur")
    assert (first.indicator, first.statement, second.indicator) == ("budget.revenue", "change", None)
    text = "Huế، Vinh اور Cà Mau میں غربت کی شرح بالترتیب 2.1%، 3.2% اور 4.3% رہی۔"
    assert {claim.indicator for claim in said(text, "ur")} == {"society.poverty_rate"}


def test_an_estimate_of_what_is_reached_is_one_of_the_past() -> None:
    text = "اگست کے آخر تک اخراجات کے 940 بلین VND تک پہنچنے کا تخمینہ ہے۔"
    assert one(text, "940 بلین VND", "ur").status == "estimate"


def test_building_work_is_no_task_and_a_need_that_was_no_goal() -> None:
    text = "Huế میں 310 مکانوں پر تعمیراتی کام جاری ہے۔ 940 گھروں میں سے 270 کی مرمت مکمل ہو گئی ہے۔"
    assert one(text, "270", "ur").indicator is None
    assert one("2025 میں، Huế میں 310 گھرانوں کو رہائش کی ضرورت تھی۔", "310", "ur").status == "actual"


def test_medium_term_public_investment_is_a_plan() -> None:
    claim = one("Huế: درمیانی مدت کی عوامی سرمایہ کاری 14,000 بلین VND سے زیادہ", "14,000 بلین VND", "ur")
    assert (claim.indicator, claim.status) == ("budget.public_investment_plan", "target")


def test_what_several_communes_have_parts_of_is_of_none_before() -> None:
    text = (
        "Ninh Thuận صوبے کے Thuận Bắc ضلع نے 9 بلین VND دیے۔\nBắc Sơn کمیون میں 46 مکانات بنے۔ "
        "540 گھرانوں کو مدد ملی، جن میں سے Phước Kháng کمیون کے 130 گھرانے، Công Hải کمیون کے 106 گھرانے۔"
    )
    assert one(text, "540", "ur", published="2024-12-05").area == "ninh-thuan/thuan-bac"


def test_the_first_months_of_something_else_are_none_of_the_year() -> None:
    text = "نفاذ کے پہلے 3 مہینوں میں، Huế میں 7,400 ریکارڈ موصول ہوئے۔"
    assert one(text, "7,400", "ur").period_start is None
    assert one(text.replace("نفاذ", "سال"), "7,400", "ur").period_end == "2025-03-31"


@pytest.mark.parametrize(
    "aside",
    ["صرف دوسری سہ ماہی میں 9.4% اضافہ ہوا۔", "دوسری سہ ماہی میں 9.4% اضافہ ہوا، پہلی سہ ماہی میں 7.2% کے بعد۔"],
)
def test_a_quarter_set_apart_leaves_the_months_to_what_follows(aside: str) -> None:
    text = f"2025 کے پہلے 6 ماہ میں Huế کی GRDP میں 8.3% اضافہ ہوا۔ {aside} خوردہ فروخت میں 5.1% اضافہ ہوا۔"
    if "صرف" in aside:
        assert one(text, "5.1%", "ur", published="2025-07-08").period_end == "2025-06-30"
    else:
        assert one(text, "7.2%", "ur", published="2025-07-08").period_end == "2025-03-31"


def test_ranks_in_a_row_are_those_of_the_names_behind() -> None:
    text = "DTI میں 3ویں، 4ویں اور 6ویں نمبر پر Huế، Vĩnh Long اور Cà Mau صوبے ہیں۔"
    assert [claim.area for claim in said(text, "ur")] == ["hue", "vinh-long", "ca-mau"]


def test_the_last_term_is_the_one_before_the_congress() -> None:
    text = "Tuy Phước کمیون نے کانگریس، مدت 2025-2030 کا انعقاد کیا۔\nگزشتہ مدت میں، پیداوار میں 7.4% اضافہ ہوا۔"
    claim = one(text, "7.4%", "ur", published="2025-08-21")
    assert (claim.period_start, claim.period_end) == ("2020-01-01", "2025-12-31")


def test_from_now_on_is_no_value_that_something_moved_from() -> None:
    text = "Huế کا ہدف ہے کہ اب سے 2030 تک 4,100 گھر بنائے جائیں تاکہ 5,000 گھروں کا ہدف پورا ہو۔"
    assert one(text, "4,100", "ur").status == "target"


def test_a_rate_by_the_year_falls_without_a_verb() -> None:
    claim = one("Huế میں غریب گھرانوں کی شرح میں اوسطاً 2.3%/سال کمی۔", "2.3%", "ur")
    assert (claim.indicator, claim.statement) == ("society.poverty_rate", "change")


def test_a_ministry_that_met_acts_in_the_next_sentence() -> None:
    text = (
        "Đắk Lắk صوبے نے 12 پل بنائے۔ 16 جنوری کو وزارت صحت نے کانفرنس کا انعقاد کیا۔ "
        "نتیجے میں، وزارت نے 34 ہسپتالوں کو تسلیم کیا۔"
    )
    assert one(text, "34", "ur").area == "VN"
    assert one(text.replace("نتیجے میں، وزارت نے", "نتیجے میں، محکمہ نے"), "34", "ur").area == "dak-lak"
