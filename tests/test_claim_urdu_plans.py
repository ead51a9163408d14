"""Plans and goals in Urdu: what a percentage is a share of, by how much a plan is exceeded, plans in the present."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "surface", "status", "statement"),
    [
        ("Huế کی شرح پروگرام کے ہدف کے 93.1 فیصد تک پہنچ گئی۔", "93.1 فیصد", "actual", "share_of_plan"),
        ("Huế کا سالانہ ہدف 93.1 فیصد ہے۔", "93.1 فیصد", "target", "level"),
        ("منصوبے کے مطابق Huế کی شرح 93.1 فیصد تک پہنچ گئی۔", "93.1 فیصد", "actual", "level"),
        ("Huế کی برآمدات سالانہ پلان کے 93.1 فیصد کے برابر ہیں۔", "93.1 فیصد", "actual", "share_of_plan"),
        ("Huế کی برآمدات ہدف سے 9.1 فیصد زیادہ ہیں۔", "9.1 فیصد", "actual", "excess_over_plan"),
        ("Huế کی برآمدات منصوبے سے 9.1 فیصد تجاوز۔", "9.1 فیصد", "actual", "excess_over_plan"),
        ("Huế کی برآمدات اسی مدت کے 93.1 فیصد کے برابر ہیں۔", "93.1 فیصد", "actual", "share_of_last_year"),
        ("Huế کی برآمدات میں، اسی مدت سے 9.1 فیصد زیادہ۔", "9.1 فیصد", "actual", "change"),
        ("Huế میں 31 اساتذہ کی کمی ہے۔", "31", "actual", "level"),
        ("Huế میں پچھلے سال سے 31 پل کم بنے۔", "31", "actual", "change"),
    ],
)
def test_what_a_number_says_of_a_plan(text: str, surface: str, status: str, statement: str) -> None:
    found = one(text, surface, "ur")
    assert (found.status, found.statement) == (status, statement)


def test_a_plan_behind_the_joiner_is_not_that_of_the_share_before() -> None:
    text = "برآمدات اسی مدت کے 93.1% کے برابر اور منصوبے سے 9.1% زیادہ ہیں۔"
    assert [claim.statement for claim in said(text, "ur")] == ["share_of_last_year", "excess_over_plan"]


def test_what_the_amount_rose_to_behind_its_rise_is_a_level() -> None:
    text = "Huế کی بجٹ آمدنی منصوبے سے 9.1 فیصد زیادہ ہو کر 4,300 بلین VND ہوگئی۔"
    assert [claim.statement for claim in said(text, "ur")] == ["excess_over_plan", "level"]
    assert [claim.indicator for claim in said(text, "ur")] == ["budget.revenue"] * 2


def test_what_was_allotted_is_the_whole_and_not_what_was_disbursed_of_it() -> None:
    text = "Huế نے مختص عوامی سرمایہ کاری کے کل VND 9,300 بلین میں سے VND 3,100 بلین تقسیم کیے۔"
    assert [(claim.status, claim.indicator) for claim in said(text, "ur")] == [
        ("target", "budget.public_investment_plan"),
        ("actual", "budget.public_investment_disbursed"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "صوبہ 2026-2030 میں منصوبوں کو نافذ کرنے کا ارادہ رکھتا ہے۔\n"
            "خاص طور پر، صحت کا شعبہ 310 بلین VND ہے۔ تعلیم کا شعبہ 420 بلین VND ہے۔",
            ["target", "target"],
        ),
        (
            "صوبہ 2026-2030 میں منصوبوں کو نافذ کرنے کا ارادہ رکھتا ہے۔\nصوبے کے اثاثے 310 بلین VND ہیں۔",
            ["actual"],
        ),
        (
            "صوبہ 2026-2030 میں منصوبوں کو نافذ کرنے کا ارادہ رکھتا ہے۔\nخاص طور پر، صوبے نے 310 بلین VND خرچ کیے ہیں۔",
            ["actual"],
        ),
    ],
)
def test_details_of_a_plan_are_told_in_the_present(text: str, expected: list[str]) -> None:
    assert [claim.status for claim in said(text, "ur")] == expected


def test_a_goal_goes_on_in_a_clause_without_a_verb() -> None:
    text = "قرارداد میں 31 اہداف مقرر کیے گئے؛ اوسط شرح 9% یا اس سے زیادہ۔"
    assert [claim.status for claim in said(text, "ur")] == ["target", "target"]
    assert said("قرارداد میں 31 اہداف مقرر کیے گئے؛ شرح 9% ہو گئی۔", "ur")[1].status == "actual"


def test_no_verb_is_what_an_amount_counts() -> None:
    assert one("Huế میں سیاح 3.1 ملین تک پہنچ گئے، سالانہ منصوبے سے زیادہ۔", "3.1 ملین", "ur").figure.unit is None


@pytest.mark.parametrize(
    ("text", "surface", "status", "statement"),
    [
        ("عوامی سرمایہ کاری کی ادائیگی منصوبہ بند سرمائے کا 41% ہے۔", "41%", "actual", "share_of_plan"),
        ("صوبہ منصوبہ بند 41 پل بنا رہا ہے۔", "41", "target", "level"),
        ("تقسیم منصوبے کے سرمائے کا 41% ہے۔", "41%", "actual", "share_of_plan"),
        ("کونسل نے منصوبے کی بات کی جس میں شرح 41% ہے۔", "41%", "actual", "level"),
        ("Huế نے 41 منصوبوں کی منظوری دی۔", "41", "actual", "level"),
        ("Huế نے منظوری دی کہ 41 پل بنیں۔", "41", "target", "level"),
    ],
)
def test_plans_that_a_share_is_of_and_plans_that_are_approved(
    text: str, surface: str, status: str, statement: str
) -> None:
    found = one(text, surface, "ur")
    assert (found.status, found.statement) == (status, statement)


def test_growth_told_within_a_longer_span_is_no_part() -> None:
    text = "GRDP کی شرح نمو 9.1% ہے، جس میں پہلے 9 مہینوں میں 8.2% کا اضافہ ہوا۔"
    assert [claim.indicator for claim in said(text, "ur")] == ["economy.grdp_growth"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پروگرام 91% بچوں کو اسکول لانے کی کوشش کرتا ہے۔ کم وزن بچوں کی شرح 4% سے کم ہے۔", ["target", "target"]),
        ("پروگرام 91% بچوں کو اسکول لانے کی کوشش کرتا ہے۔ صوبے میں 41 اسکول ہیں۔", ["target", "actual"]),
        ("پروگرام 91% بچوں کو اسکول لانے کی کوشش کرتا ہے۔ کم وزن بچوں کی شرح 4% رہی۔", ["target", "actual"]),
        ("پروگرام شرح کو ایک جگہ 91% تک، دوسری جگہ 83% تک پہنچانے کا ہدف رکھتا ہے۔", ["target", "target"]),
        ("منصوبہ بندی کے علاقے میں 41 گھر بنے۔", ["actual"]),
        ("اس سے غریبوں کو مدد ملے گی۔ خاص طور پر، گاؤں میں 91 گھرانے ہیں۔", ["actual"]),
    ],
)
def test_shares_in_the_present_go_on_with_a_goal_and_what_is_counted_stands_there(
    text: str, expected: list[str]
) -> None:
    assert [claim.status for claim in said(text, "ur")] == expected


def test_money_set_aside_is_planned_and_land_set_aside_is_there() -> None:
    text = "Huế میں 31 بلین VND مختص کیے گئے ہیں۔ Huế میں 41 ہیکٹر زمین مختص کی گئی ہے۔"
    assert [claim.status for claim in said(text, "ur")] == ["target", "actual"]


def test_the_last_year_before_a_number_makes_it_a_share_where_it_is_reached() -> None:
    assert one("اسی مدت کے مقابلے میں 91% (31 بلین VND) کے برابر ہے۔", "91%", "ur").statement == "share_of_last_year"
    assert one("اسی مدت کے مقابلے میں شرح 91% تک پہنچ گئی۔", "91%", "ur").statement == "level"


def test_a_sentence_that_leaves_out_its_subject_goes_on_about_the_revenue() -> None:
    text = (
        "Huế کی بجٹ آمدنی 4,100 بلین VND ہے، جو تخمینہ کے 91% تک پہنچ گئی۔ "
        "سٹی پیپلز کونسل کی طرف سے تفویض کردہ تخمینہ کے مقابلے میں 83% تک پہنچ گئی۔"
    )
    assert one(text, "83%", "ur").indicator == "budget.revenue_share_of_estimate"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("کانگریس نے 31 اہداف مقرر کیے، جن میں شرح نمو 9.1% شامل ہے۔", ["target", "target"]),
        ("کانگریس نے 31 اہداف مقرر کیے، جن میں سے 9 حاصل ہو گئے۔", ["target", "actual"]),
        ("31 گھر تعمیر کیے جانے ہیں، 9 مکمل ہو چکے ہیں۔", ["target", "actual"]),
        ("غربت میں 9.1% کمی کا ہدف حاصل کر لیا گیا۔", ["actual"]),
        ("غربت میں 9.1% کمی کا ہدف مقرر کیا گیا۔", ["target"]),
    ],
)
def test_goals_that_are_named_to_be_done_and_met(text: str, expected: list[str]) -> None:
    assert [claim.status for claim in said(text, "ur")] == expected


@pytest.mark.parametrize("verb", ["کر دی گئی", "کر دیا", "رہ گئی"])
def test_a_rate_is_reduced_to_what_stands_behind_from(verb: str) -> None:
    found = said(f"Huế میں غربت کی شرح 7.2 فیصد سے کم کر کے 4.1 فیصد {verb}۔", "ur")
    assert [claim.indicator for claim in found] == ["society.poverty_rate"] * 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("پہلا شخص 31 ڈالر ادا کرے گا۔", "other"),
        ("پہلے شخص کو اجرت کا 31% ادا کرنا ہوگا۔", "other"),
        ("کمیون کو 31 ہیکٹر جنگل لگانے کے لیے تفویض کیا گیا تھا۔", "target"),
        ("کمیون نے 31 ہیکٹر جنگل لگائے۔", "actual"),
    ],
)
def test_what_has_to_be_paid_is_a_rule_and_what_was_assigned_a_goal(text: str, status: str) -> None:
    assert [claim.status for claim in said(text, "ur")] == [status]


def test_a_row_without_a_verb_goes_on_with_the_goal_before_it() -> None:
    rows = said("38,800 ہیکٹر چاول کے لیے کوشش کریں؛ 2,500 ہیکٹر مونگ پھلی؛ 9,500 ہیکٹر کاساوا۔", "ur")
    assert [claim.status for claim in rows] == [Status.TARGET] * 3
    done = said("38,800 ہیکٹر چاول کے لیے کوشش کریں؛ 2,500 ہیکٹر مونگ پھلی لگائی گئی؛ 9,500 ہیکٹر کاساوا۔", "ur")
    assert done[1].status is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The list that opens with what was reached tells no goals.
        ("Huế میں 16 میں سے 14 اہداف مکمل ہوئے: بجٹ آمدنی 112 بلین VND۔ صاف پانی کی شرح 94% ہے۔", "actual"),
        ("Huế میں 5 اہداف نے تجاوز کیا: صاف پانی کی شرح 94% رہی۔ نل کے پانی کی شرح 61% ہے۔", "actual"),
        ("Huế میں یہ اہداف مقرر کیے گئے: بجٹ آمدنی 112 بلین VND۔ صاف پانی کی شرح 94% ہے۔", "target"),
        # A verb of what is over goes on with no goal.
        ("Huế میں یہ اہداف مقرر کیے گئے: بجٹ آمدنی 112 بلین VND۔ صاف پانی کی شرح 94% ہو گئی۔", "actual"),
    ],
)
def test_goals_go_on_where_no_verb_tells_what_was_reached(text: str, expected: str) -> None:
    assert said(text, "ur")[-1].status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huế نے 30 سکول بنانے کا فیصلہ کیا۔", "target"),
        ("Huế نے طلباء کو 90% سپورٹ دینے کی پالیسی جاری کی۔", "target"),
        ("Huế نے پارک بنانے کا فیصلہ کیا، جس پر 90 بلین VND خرچ ہوئے۔", "actual"),
        ("Huế کی عدالت نے 12 مقدمات کا فیصلہ کیا۔", "actual"),
    ],
)
def test_what_was_decided_or_promised_is_still_to_be_done(text: str, expected: str) -> None:
    assert said(text, "ur")[0].status == expected
