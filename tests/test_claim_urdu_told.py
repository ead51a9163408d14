"""When and in what mood Urdu tells figures: verbs and participles, pieces of sentences, times and postpositions."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


def test_a_participle_before_its_noun_ends_no_clause() -> None:
    text = "صوبہ 31 لگائے گئے درخت، 4 پل اور 2 ہیکٹر جنگل بنانے کی کوشش کرتا ہے۔"
    assert [claim.status for claim in said(text, "ur")] == ["target"] * 3
    assert said("صوبے میں 31 پل بنائے گئے، اور 4 پل بنانے کا ہدف ہے۔", "ur")[0].status == "actual"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("صوبے کا مقصد 31 پل بنانا ہے۔ 4 سڑکیں؛ 5 گاؤں۔", ["target"] * 3),
        ("صوبے کا مقصد 31 پل بنانا ہے۔ 4 سڑکیں بن چکی ہیں۔", ["target", "actual"]),
        ("صوبے میں 31 پل بنائے گئے۔ 4 سڑکیں؛ 5 گاؤں۔", ["actual"] * 3),
    ],
)
def test_a_sentence_without_a_verb_goes_on_with_the_wish_before(text: str, expected: list[str]) -> None:
    assert [claim.status for claim in said(text, "ur")] == expected


def test_what_is_according_to_a_goal_is_one_over_the_commas() -> None:
    text = "ہدف کے مطابق، Huế کو 31 درخت لگانے کے لیے دیے گئے، اس کے بعد باقی کو 4 درخت۔"
    assert [claim.status for claim in said(text, "ur")] == ["target"] * 2


def test_an_ordinal_behind_a_whole_is_a_place() -> None:
    assert one("Huế 34 صوبوں میں سے چوتھا صوبہ ہے۔", "چوتھا", "ur").figure.kind == "rank"


def test_since_and_until_make_one_span() -> None:
    claim = one("2025 کے آغاز سے 15 ستمبر تک Huế میں 31 پل بنے۔", "31", "ur")
    assert (claim.period_start, claim.period_end) == ("2025", "2025-09-15")


def test_goals_behind_an_opening_of_this_year_are_of_this_year() -> None:
    text = "اس سال Huế نے مارچ 2024 کے طوفان کے بعد درخت لگائے۔\nصوبہ 31 پل بنانے کی کوشش کرتا ہے۔"
    claim = one(text, "31", "ur")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-12-31")


def test_what_stands_takes_no_span_that_the_text_opened_with() -> None:
    text = "2024 میں Huế کی برآمدات 31 ملین USD رہیں۔\n\nصوبے کا قدرتی رقبہ 4,100 کلومیٹر 2 ہے۔"
    found = {claim.figure.surface: claim.period_end for claim in said(text, "ur")}
    assert found == {"31 ملین USD": "2024-12-31", "4,100": "2025-10-15"}


def test_what_has_no_name_keeps_the_months_that_end_when_the_text_counts() -> None:
    text = (
        "ستمبر کے آخر تک Huế کی برآمدات 31 ملین USD تھیں۔\n\n2025 کے پہلے 9 مہینوں میں Huế 4 پر تھا۔\n\n"
        "صوبے نے تیسری پوزیشن برقرار رکھی۔"
    )
    assert one(text, "تیسری", "ur").period_start == "2025-01-01"


def test_the_year_of_a_law_or_of_prices_dates_nothing() -> None:
    for year in ("2013 کی مستقل قیمتوں پر", "2013 کے قانون کے تحت"):
        claim = one(f"2024 میں Huế کی پیداوار {year} 31 بلین VND تھی۔", "31 بلین VND", "ur")
        assert claim.period_end == "2024-12-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("صوبہ 31 پل بنانے کی کوشش کر رہا ہے، جس میں گاؤں کا حصہ 25% ہے (8 پل)۔", ["target"] * 3),
        ("صوبے کا ہدف 31 پل ہے، جس میں سے 25 پل بن گئے۔", ["target", "actual"]),
        ("Huế 34 صوبوں میں سے بڑا صوبہ ہوگا۔", ["actual"]),
        ("پروگرام کے معنی اور مقصد کی تشہیر 31 گاؤں میں ہوئی۔", ["actual"]),
        ("پر امید کسانوں نے 31 کھیت بوئے۔", ["actual"]),
    ],
)
def test_a_wish_holds_in_what_goes_on_with_it_and_in_brackets(text: str, expected: list[str]) -> None:
    assert [claim.status for claim in said(text, "ur")] == expected


def test_an_estimate_of_a_year_to_come_is_a_forecast() -> None:
    assert one("2026 میں Huế کی پیداوار کا تخمینہ 31 ٹن ہے۔", "31", "ur").status == "forecast"


def test_what_points_to_a_span_means_no_year_beside_a_value() -> None:
    text = "2021-2025 کی مدت میں Huế کو 31 پل ملے۔ 2023 میں شرح 7% تھی۔ اس عرصے کے دوران 9 سڑکیں بنیں۔"
    claim = one(text, "9", "ur")
    assert (claim.period_start, claim.period_end) == ("2021-01-01", "2025-12-31")


def test_now_is_today_and_still_is_not() -> None:
    opening = "2024 کے پہلے 6 مہینوں میں Huế میں 31 سڑکیں بنیں۔ "
    assert one(opening + "صوبے نے اب 9 پل بنا لیے ہیں۔", "9", "ur").period_end == "2025-10-15"
    assert one(opening + "کارخانوں نے اب بھی 9 ملین USD کمائے۔", "9 ملین USD", "ur").period_end == "2024-06-30"


def test_what_stands_before_a_comparison_is_its_base_not_what_stands_behind() -> None:
    text = "اکتوبر 2024 میں Huế میں پچھلے مہینے کے مقابلے میں 7 فیصد اور 2023 میں اسی عرصے کے دوران 9 فیصد اضافہ ہوا۔"
    assert [claim.period_end for claim in said(text, "ur")] == ["2024-10-31"] * 2


def test_what_is_counted_since_a_day_opens_no_text() -> None:
    text = "Huế میں 31 پل ہیں۔ یکم جولائی سے اب تک 9 سڑکیں بنیں۔"
    found = {claim.figure.surface: claim.period_start for claim in said(text, "ur")}
    assert found == {"31": None, "9": "2025-07-01"}


def test_years_that_name_a_plan_are_no_age() -> None:
    assert [str(claim.figure.kind) for claim in said("5 سالہ مدت میں Huế میں 31 پل بنے۔", "ur")][-1] == "count"
    assert one("98 سالہ خاتون آئیں۔", "98", "ur").figure.kind == "measure"


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("ضلع میں 31 کمیون ہیں", "2025-10-15"),
        ("ضلع میں 31 کمیون ہیں، 12 کمیون کے ساتھ شہر", "2025-10-15"),
        ("ضلع نے 31 کمیون بنائے ہیں", "2024-12-31"),
        ("ضلع نے 31 کمیون بنائے", "2024-12-31"),
        ("ضلع کی آمدنی 31 بلین VND ہے", "2024-12-31"),
    ],
)
def test_what_the_present_tense_counts_holds_today_whatever_the_text_reports(sentence: str, end: str) -> None:
    found = said(f"2024 میں صوبے نے 12 پل بنائے۔\n\n{sentence}۔", "ur")
    assert {one.period_end for one in found if one.figure.surface.startswith("31")} == {end}


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("2023-2025 کی مدت کے لیے یونٹس کے انتظام پر غور ہوا", (None, None)),
        ("2023-2025 کی مدت میں بہت کام ہوا", ("2023-01-01", "2025-12-31")),
        ("2023-2025 کی مدت میں بہت کام ہوتا ہے", (None, None)),
        ("1945 میں جنگ ختم ہوئی", (None, None)),
        ("2018 میں جنگ ختم ہوئی", ("2018-01-01", "2018-12-31")),
    ],
)
def test_a_text_reports_neither_years_that_are_planned_for_nor_history(opening: str, period: object) -> None:
    claim = one(f"{opening}۔\n\nصوبے نے 31 پل بنائے۔ کام ہوا۔\n\n2024 میں کام ہوا۔", "31", "ur", published=None)
    assert (claim.period_start, claim.period_end) == period


def test_the_time_that_opens_a_paragraph_comes_before_those_on_the_way() -> None:
    text = "2023 کے پہلے نو مہینوں میں، صوبے نے 2023 میں کام کے منصوبے بنائے۔ صوبے نے 31 پل بنائے۔"
    claim = one(text, "31", "ur", published=None)
    assert (claim.period_start, claim.period_end) == ("2023-01-01", "2023-09-30")


def test_what_is_told_of_today_ends_the_time_of_a_paragraph() -> None:
    text = (
        "صوبہ اچھا ہے۔ کام اچھا ہے۔ لوگ خوش ہیں۔\n\n2024 میں صوبے کو تسلیم کیا گیا۔ {}پل اچھے ہیں۔ صوبے نے 31 پل بنائے۔"
    )
    assert one(text.format(""), "31", "ur").period_end == "2024-12-31"
    assert one(text.format("آج تک، کام جاری ہے۔ "), "31", "ur").period_end == "2025-10-15"


def test_without_a_publication_years_are_not_over_before_the_last_day_told() -> None:
    text = "2022-2025 کی مدت میں صوبے نے کام کیا۔\n\nلوگوں نے 31 پل بنائے۔ {} تک سڑک بنی۔"
    begun = [one(text.format(day), "31", "ur", published=None) for day in ("1 اگست 2024", "5 دسمبر 2025")]
    assert [claim.period_start for claim in begun] == [None, "2022-01-01"]


def test_the_year_until_which_a_goal_runs_is_not_that_of_months() -> None:
    text = "صوبے نے پہلے 11 مہینوں میں 31 پل بنائے۔ {} 90 پلوں کا ہدف ہے۔"
    assert one(text.format("2030 تک"), "31", "ur", published=None).period_end is None
    assert one(text.format("2024 میں"), "31", "ur", published=None).period_end == "2024-11-30"


def test_the_years_up_to_an_anniversary_are_not_what_a_text_reports() -> None:
    text = "جنگ (7 مئی 1954 - 7 مئی 2024) کی یاد منائی گئی۔\n\nلوگوں نے 31 پل بنائے۔"
    assert one(text, "31", "ur", published=None).period_start is None


def test_a_duration_before_a_time_makes_no_row() -> None:
    text = "10 سال کے بعد شرح 2015 میں 31% سے بڑھ کر 2025 میں 45% ہوگئی۔"
    assert one(text, "31%", "ur", published=None).period_start == "2015-01-01"


def test_the_term_of_a_congress_is_not_what_a_text_reports() -> None:
    text = "کام کانگریس، مدت 2025-2030 سے پہلے مکمل ہو گا۔\n\nلوگوں نے 31 پل بنائے۔"
    assert one(text, "31", "ur", published=None).period_end is None


def test_what_stands_is_not_told_for_the_years_of_the_sentence_before() -> None:
    found = said("2021-2025 میں صوبے نے 12 پل بنائے۔ ضلع میں 31 پلوں کی کمی ہے۔ ضلع نے 14 اسکول بنائے۔", "ur")
    assert [one.period_start for one in found] == ["2021-01-01", None, "2021-01-01"]


def test_the_years_up_to_an_anniversary_are_no_span_to_point_to() -> None:
    text = "تنظیم کے دن (9 مئی 1941 - 9 مئی 2023) پر تقریب ہوئی۔ اس عرصے میں صوبے نے 31 پل بنائے۔"
    assert one(text, "31", "ur", published="2023-05-10").period_start is None


@pytest.mark.parametrize(("published", "start"), [(None, None), ("2026-03-10", "2025-01-01")])
def test_a_year_that_is_wished_for_dates_no_result_where_no_publication_is_known(published: str, start: str) -> None:
    text = "صوبے میں کام ہوا۔ لوگ آئے۔ میٹنگ ہوئی۔\n\nپلوں کی تعمیر 2025 میں مکمل کی جائے گی۔ صوبے نے 31 پل بنائے۔"
    assert one(text, "31", "ur", published=published).period_start == start


@pytest.mark.parametrize(("verb", "end"), [("تک پہنچ گیا", "2023-12-31"), ("تک پہنچنا چاہیے", None)])
def test_the_last_day_of_a_year_counts_where_it_is_over_though_no_publication_is_known(
    verb: str, end: str | None
) -> None:
    text = f"31 دسمبر 2023 تک، سرمایہ 4 بلین VND {verb}۔\n\nصوبے میں 31 پل ہیں۔"
    assert one(text, "31", "ur", published=None).period_end == end


@pytest.mark.parametrize("base", ["اسی مدت سے", "2024 کی اسی مدت سے", "پچھلے سال کی اسی مدت کے مقابلے میں"])
def test_a_span_beside_what_it_is_compared_with_is_told(base: str) -> None:
    found = one(f"Huế کی برآمدات پہلے 5 مہینوں میں {base} 6.9% بڑھیں۔", "6.9%", "ur", published="2025-11-05")
    assert (found.period_start, found.period_end) == ("2025-01-01", "2025-05-31")


def test_what_somebody_did_ends_its_clause_before_a_joiner() -> None:
    found = said("Huế نے 12 پل تعمیر کیے اور 2027 کے آخر تک 20 پل بنانے کا ہدف رکھا ہے۔", "ur", published="2025-09-10")
    assert [(one.status, one.period_end) for one in found] == [("actual", "2025-09-10"), ("target", "2027-12-31")]
    found = said("Huế نے 900 ہیکٹر کاشت کیے جبکہ 2030 تک 950 ہیکٹر تک پہنچنے کی توقع ہے۔", "ur", published="2025-09-10")
    assert [one.period_end for one in found] == ["2025-09-10", "2030-12-31"]


@pytest.mark.parametrize(
    ("clause", "start"),
    [
        ("2023 کے مقابلے یہ 71% رہی تھی", "2023-01-01"),
        ("پچھلے سال کی اسی مدت میں یہ 71% تھی", "2024-01-01"),
        ("2023 کے مقابلے یہ 71% بڑھی", "2025-01-01"),
    ],
)
def test_what_was_so_then_is_of_the_time_compared_with(clause: str, start: str) -> None:
    text = f"Huế میں پہلے 8 مہینوں میں شرح 80% ہو گئی، جبکہ {clause}۔"
    assert said(text, "ur", published="2025-09-10")[-1].period_start == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Huế میں غربت کی شرح 3.1% ہے، 2023 سے 0.5% کم۔", None),
        ("Huế میں چاول کی پیداوار 60 ٹن رہی، 2023 کی فصل سے 2 ٹن کا اضافہ ہوا۔", None),
        ("Huế میں چاول کی پیداوار 60 ٹن رہی، 2023 کی فصل کی نسبت اس میں 2 ٹن کا اضافہ ہوا۔", None),
        ("Huế میں 2023 سے 20 پل بنائے گئے۔", "2023"),
    ],
)
def test_a_year_that_a_move_is_measured_from_dates_nothing(text: str, start: str | None) -> None:
    assert said(text, "ur", published="2025-09-10")[-1].period_start == start


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Huế میں سیاحوں کی تعداد 900,000 رہی جبکہ 2023 میں یہ تعداد 700,000 تھی۔ ہوٹلوں کی تعداد 40 ہے۔",
            "2025-09-10",
        ),
        ("Huế میں آمدنی 900 بلین VND رہی، جو پچھلے سال 800 بلین VND تھی۔ ہوٹلوں کی تعداد 40 ہے۔", "2025-09-10"),
        ("Huế میں 2023 میں سیاحوں کی تعداد 900,000 تھی۔ ہوٹلوں کی تعداد 40 تھی۔", "2023-12-31"),
    ],
)
def test_what_was_so_then_dates_nothing_further_on(text: str, last: str) -> None:
    assert said(text, "ur", published="2025-09-10")[-1].period_end == last


def test_places_in_turn_and_what_stands_behind_their_holders_are_theirs() -> None:
    text = "بالترتیب تیسرے اور چوتھے نمبر پر Phu Tho اور Dong Nai ہیں جن کا برآمدی کاروبار 9 اور 8 بلین USD ہے۔"
    assert [claim.area for claim in said(text, "ur")] == ["phu-tho", "dong-nai", "phu-tho", "dong-nai"]


def test_a_place_is_one_among_the_values_of_the_report() -> None:
    text = "2025 کے پہلے 8 مہینوں میں صوبے کی آمدنی 8% بڑھی۔\n\nدوسرے نمبر پر ہائی فونگ ہے۔"
    claim = one(text, "دوسرے", "ur")
    assert (claim.area, claim.period_start, claim.period_end) == ("hai-phong", "2025-01-01", "2025-08-31")


def test_what_is_going_on_is_told_of_today() -> None:
    text = "2025 کے پہلے 8 مہینوں میں صوبے نے 9 پل بنائے۔\n\nکارخانہ 21 ہیکٹر رقبے پر بنایا {} ہے۔"
    assert one(text.format("جا رہا"), "21", "ur").period_end == "2025-10-15"
    assert one(text.format("گیا"), "21", "ur").period_end == "2025-08-31"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("خلاف ورزی کے 21 کیسز پر جرمانہ", "actual"),
        ("ضلع کے 21 گاؤں کو ماڈل تسلیم کرنے کا فیصلہ ہوا۔", "actual"),
        ("ضلع کے 21 گاؤں میں پل بنانے کا فیصلہ ہوا۔", "target"),
    ],
)
def test_who_is_fined_or_recognised_is_so_by_the_decision(sentence: str, status: str) -> None:
    assert one(sentence, "21", "ur").status == status


def test_all_places_of_a_row_are_read_and_go_to_their_holders() -> None:
    text = "پہلے، دوسرے اور تیسرے نمبر پر باک نین، ہائی فونگ اور کوانگ نین ہیں۔"
    expected = [(1, "bac-ninh"), (2, "hai-phong"), (3, "quang-ninh")]
    assert [(claim.figure.value, claim.area) for claim in said(text, "ur")] == expected


def test_a_fact_behind_a_semicolon_has_a_tense_of_its_own() -> None:
    text = "2025 کے پہلے 8 مہینوں میں آمدنی بڑھی۔\n\nمرچ کو انعام دیا گیا؛ 31 گھرانے چائے اگاتے ہیں۔"
    assert one(text, "31", "ur").period_end == "2025-10-15"


@pytest.mark.parametrize(("charge", "status"), [("ذمہ 9 نئے پل", "target"), ("ذمہ واجب الادا 9 بلین VND", "actual")])
def test_what_a_unit_is_charged_with_is_a_goal_and_what_it_owes_none(charge: str, status: str) -> None:
    assert said(f"کیم لو ضلع کے {charge} ہیں۔", "ur")[0].status == status


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ("2 ستمبر کی تعطیل کے دوران", None, "2025-09-02"),
        ("30 اگست سے 2 ستمبر تک کی تعطیل میں", "2025-08-30", "2025-09-02"),
        ("2 ستمبر تک", "2025-01-01", "2025-09-02"),
    ],
)
def test_what_is_told_of_a_holiday_does_not_add_up_since_january(days: str, start: str | None, end: str) -> None:
    claim = one(f"{days} Huế میں 310,000 سیاح آئے۔", "310,000", "ur")
    assert (claim.period_start, claim.period_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ضلع نے فیس کے طور پر 31 ملین VND وصول کیے۔", "actual"),
        ("فیس کی مد میں 31 ملین VND سے زیادہ رقم جمع ہوئی۔", "actual"),
        ("ٹیوشن فیس 31 ملین VND ہے۔", "other"),
    ],
)
def test_fees_that_were_taken_are_no_norm(text: str, status: str) -> None:
    assert said(text, "ur")[0].status == status


@pytest.mark.parametrize(
    ("opening", "span"),
    [
        ("گزشتہ سال کے 9 مہینوں میں", ("2024-01-01", "2024-09-30")),
        ("سال کے 6 مہینوں کو ملا کر", ("2025-01-01", "2025-06-30")),
    ],
)
def test_bare_months_of_a_year_are_its_first(opening: str, span: tuple[str, str]) -> None:
    found = one(f"{opening} صوبے نے 31 پل بنائے۔", "31", "ur", published="2025-11-05")
    assert (found.period_start, found.period_end) == span


@pytest.mark.parametrize("told", ["شہریوں کا اطمینان", "اسکولوں کی شرح"])
def test_what_was_so_then_dates_nothing_behind_its_clause(told: str) -> None:
    text = f"صوبے میں شرح 96% رہی جبکہ 2022 میں یہ 88% تھی؛ {told} 91% رہا۔"
    found = said(text, "ur", published="2025-11-05")
    assert [(one.period_end or "")[:4] == "2022" for one in found] == [False, True, False]


def test_the_age_of_who_is_counted_is_no_goal() -> None:
    text = "2030 تک 98% صوبوں میں 3 سالہ، 4 سالہ اور 5 سال کے بچوں کے لیے اسکول بنانے کا ہدف ہے۔"
    assert [claim.status for claim in said(text, "ur")] == ["target", "other", "other", "other"]


def test_a_level_is_no_share_of_the_year_that_its_bracket_compares_with() -> None:
    text = "صوبے میں 31 غریب گھرانے رہ گئے ہیں، جو 6.1 فیصد بنتے ہیں (گزشتہ سال سے 2.9 فیصد کم)۔"
    assert [claim.statement for claim in said(text, "ur")] == ["level", "level", "change"]
    assert said(text, "ur")[0].indicator == "society.poor_households"
