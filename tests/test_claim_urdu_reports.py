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
