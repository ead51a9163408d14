"""What Urdu's order of words asks of claims: postpositions, verbs at the end, names in two scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extractor import rules
from extractor.errors import RuleError
from tests.claiming import one, said

Span = tuple[str | None, str | None]
HALF = ("2023-01-01", "2023-06-30")


def span(text: str, surface: str, published: str | None = None) -> Span:
    claim = one(text, surface, "ur", published=published)
    return claim.period_start, claim.period_end


def test_a_postposition_is_no_time_that_runs_on() -> None:
    text = "2023 کے پہلے 6 مہینوں میں Huế کی آمدنی 31 بلین VND رہی۔\n\nکان کنی سے آمدنی 12 بلین VND تک پہنچ گئی۔"
    assert span(text, "12 بلین VND") == HALF


def test_what_goes_on_with_parts_keeps_the_span_of_the_paragraph_before() -> None:
    text = "2023 کے پہلے 6 مہینوں میں Huế میں 31 سڑکیں بنیں۔\n\nجن میں سے، 12 سڑکیں پہاڑوں میں ہیں۔"
    assert span(text, "12") == HALF


def test_a_time_in_a_bracket_with_a_figure_of_its_own_dates_no_other() -> None:
    text = "جون 2023 کے آخر تک Huế میں شرح 47% (2021 کے آخر میں 19%) تھی؛ دیہی شرح 38% رہی۔"
    assert [span(text, surface) for surface in ("47%", "19%", "38%")] == [
        (None, "2023-06-30"),
        (None, "2021-12-31"),
        (None, "2023-06-30"),
    ]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [("اسی مدت میں 4 فیصد اضافہ ہوا", ("2022-01-01", "2022-06-30")), ("اسی مدت میں 4 فیصد زیادہ", HALF)],
)
def test_a_bracket_with_a_verb_tells_the_value_of_the_year_before(bracket: str, expected: Span) -> None:
    text = f"2023 کے پہلے 6 مہینوں میں Huế کی صنعت میں 7 فیصد اضافہ ہوا ({bracket})۔"
    assert span(text, "4 فیصد") == expected


@pytest.mark.parametrize("base", ["2021 کی بہار کی فصل", "گزشتہ سال کی بہار کی فصل"])
def test_the_year_of_what_is_compared_with_dates_nothing(base: str) -> None:
    text = f"Huế نے {base} کے مقابلے میں 80 ہیکٹر زیادہ بوئے۔"
    assert span(text, "80", "2023-05-05") == (None, "2023-05-05")


def test_a_list_of_years_gives_each_figure_the_year_before_it() -> None:
    text = "Huế کی شرح (2020 میں 85%، 2021 میں 68% اور 2022 میں 57%) گرتی رہی۔"
    assert [claim.period_end for claim in said(text, "ur", published=None)] == [
        "2020-12-31",
        "2021-12-31",
        "2022-12-31",
    ]


def test_since_the_beginning_of_a_year_has_no_end_without_a_day_of_publication() -> None:
    assert span("2023 کے آغاز سے، Huế نے 8 پل بنائے ہیں۔", "8") == ("2023", None)


def test_a_plan_takes_the_years_that_open_the_article() -> None:
    text = "2026-2030 کی مدت میں Huế نے اہداف تجویز کیے۔\n\n80% اسکولوں کی مرمت کی کوشش کریں۔"
    assert span(text, "80%") == ("2026-01-01", "2030-12-31")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("شرح 88% ہوگی۔", "target"),
        ("شرح 88% تک پہنچنے کے لیے، 5 سڑکیں بنیں۔", "target"),
        ("Huế شرح 88% تک پہنچنے والا صوبہ ہے۔", "actual"),
        ("مقررہ ہدف کے مقابلے میں شرح 88% رہی۔", "actual"),
        ("کارخانے کی ڈیزائن کی گنجائش 88% ہے۔", "other"),
    ],
)
def test_a_verb_decides_status_and_what_is_compared_with_does_not(text: str, status: str) -> None:
    assert said(text, "ur")[0].status == status


def test_a_future_verb_about_a_time_that_is_over_tells_what_was() -> None:
    text = "30 اگست سے 2 ستمبر 2025 تک Huế 31,000 سیاحوں کا خیرمقدم کرے گا۔"
    assert one(text, "31,000", "ur").status == "actual"


def test_goals_go_on_until_a_verb_of_the_past() -> None:
    goals = "80% اسکولوں کی مرمت کا ہدف ہے۔ 70% سڑکوں کی مرمت کا ہدف ہے۔ 60% گاؤں معیار پر پورا اترتے ہیں۔"
    assert [claim.status for claim in said(goals, "ur")] == ["target"] * 3
    told = goals.replace("پورا اترتے ہیں", "پورا اترے تھے")
    assert [claim.status for claim in said(told, "ur")] == ["target", "target", "actual"]


def test_a_name_that_holds_a_word_of_grammar_is_still_a_name() -> None:
    text = "کوانگ ٹری صوبے میں کیم لو ضلع نے 12 پل اور ہوونگ ہوا ضلع نے 9 پل بنائے۔"
    assert [claim.area for claim in said(text, "ur", published="2024-05-05")] == [
        "quang-tri/cam-lo",
        "quang-tri/huong-hoa",
    ]


def test_what_an_unwritten_vowel_costs_must_be_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(Path(__file__).parents[1] / "patterns", tmp_path / "patterns")
    letters = folder / "ur" / "letters.csv"
    letters.write_text(letters.read_text(encoding="utf-8").replace("a,,a,0.4", "a,,a,little"), encoding="utf-8")
    monkeypatch.setattr(rules, "_active", [])
    rules.use(folder)
    with pytest.raises(RuleError, match=r"ur/letters\.csv, letter a: 'unwritten' is 'little'"):
        said("آج ہائی ڈونگ صوبے کے تھانہ ہا ضلع میں 22 پل ہیں۔", "ur", published="2024-05-05")


@pytest.mark.parametrize(
    ("text", "surface", "area"),
    [
        ("آج Cà Mau میں اجلاس ہوا۔ یہ ملک کے جھینگوں کے رقبے کا تقریباً 37% ہے۔", "37%", "ca-mau"),
        ("آج Cà Mau میں اجلاس ہوا۔ یہ ملک کا 37% ہے۔", "37%", "ca-mau"),
        ("آج Cà Mau میں اجلاس ہوا۔ ملک کے 37% گھرانے خوش ہیں۔", "37%", "VN"),
        ("آج Cà Mau میں اجلاس ہوا۔ ملک میں غربت کی شرح 37% ہے۔", "37%", "VN"),
        ("آج Cà Mau میں اجلاس ہوا۔ ویتنام کمپنی نے 37 پل بنائے۔", "37", "ca-mau"),
    ],
)
def test_the_nation_a_share_is_of_or_in_a_companys_name_owns_nothing(text: str, surface: str, area: str) -> None:
    assert one(text, surface, "ur").area == area


def test_places_and_two_rows_of_figures_align() -> None:
    text = "Huế، Đà Nẵng اور کوانگ ٹری کی آمدنی بالترتیب 31، 42 اور 53 بلین VND رہی، جو 61%، 62% اور 63% بنتی ہے۔"
    assert [claim.area for claim in said(text, "ur")] == ["hue", "da-nang", "quang-tri"] * 2


def test_places_behind_the_figures_align_where_none_stand_before() -> None:
    text = "آمدنی بالترتیب 31 اور 42 بلین VND رہی، یعنی Huế اور Đà Nẵng میں۔"
    assert [claim.area for claim in said(text, "ur")] == ["hue", "da-nang"]


def test_the_provinces_that_one_was_made_of_stand_before_the_word() -> None:
    text = "آج Huế صوبے میں اجلاس ہوا۔\nLong An اور Tây Ninh صوبوں کے انضمام کے بعد 37 پل ہیں۔"
    assert one(text, "37", "ur").area == "hue"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("صوبہ Hải Dương کے ضلع Bình Giang میں 37 پل ہیں۔", "hai-duong/binh-giang"),
        ("کوانگ ٹری صوبے کے ضلع کیم لو میں 37 پل ہیں۔", "quang-tri/cam-lo"),
        ("کوانگ ٹری صوبے کے  کیم  لو  ضلع میں 37 پل ہیں۔", "quang-tri/cam-lo"),
        ("کوانگ ٹری صوبے کا ضلع کیم لو آگے ہے۔ ضلع نے 37 پل بنائے۔", "quang-tri/cam-lo"),
        ("کوانگ ٹری صوبے میں 37 کمیون میں پل ہیں۔", "quang-tri"),
        ("کوانگ ٹری صوبے میں کمیون کی سطح پر 37 پل ہیں۔", "quang-tri"),
    ],
)
def test_a_units_word_before_its_name_or_alone(text: str, area: str) -> None:
    assert one(text, "37", "ur", published="2024-05-05").area == area


def test_a_village_lies_in_the_commune_that_the_text_speaks_of() -> None:
    text = "Bản Mới Thanh Nưa کمیون کا گاؤں ہے۔ گاؤں میں 37 گھر ہیں۔ گاؤں کے لوگ خوش ہیں۔\n\nیہ 29 پل ہیں۔"
    assert [claim.area for claim in said(text, "ur", published=None)] == ["dien-bien/thanh-nua"] * 2


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        ("کارخانوں کی صنعت آگے بڑھی، جس کی شرح نمو 21 فیصد ہے۔", "21 فیصد", None),
        ("صوبے کی معاشی شرح نمو 21 فیصد ہے۔", "21 فیصد", "economy.grdp_growth"),
        ("جھینگے کی برآمدات 21 ملین USD تک پہنچ گئیں۔", "21 ملین USD", None),
        ("ضلع میں 21 باشندے ہیں۔", "21", "area.population"),
        ("صوبے نے 90 سیاحوں کا خیرمقدم کیا، جس کی آمدنی 21 بلین VND تھی۔", "21 بلین VND", "tourism.revenue"),
    ],
)
def test_words_tell_what_is_measured(text: str, surface: str, indicator: str | None) -> None:
    assert one(text, surface, "ur").indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "area"),
    [
        ("Huế میں An Cựu کمیون نے 9 پل بنائے، جو صوبے میں پلوں کی کل تعداد کا 37% ہیں۔", "37%", "hue/an-cuu"),
        ("یہ Huế ہے۔ ریڈ ریور ڈیلٹا ملک میں پلوں کی کل تعداد کے 37% کے ساتھ آگے ہے۔", "37%", None),
        ("Huế میں اجلاس ہوا۔ جناب Nguyen Hoa Binh نے کہا کہ 37 پل بنے۔", "37", "hue"),
    ],
)
def test_a_total_that_a_share_is_of_and_a_persons_name_own_nothing(text: str, surface: str, area: str | None) -> None:
    assert one(text, surface, "ur", published=None).area == area


@pytest.mark.parametrize(("word", "end"), [("وسط", "2021-06-30"), ("آخر", "2021-12-31")])
def test_the_middle_of_a_year_ends_in_june(word: str, end: str) -> None:
    assert span(f"2021 کے {word} تک Huế نے 8 پل بنائے۔", "8")[1] == end


def test_a_year_behind_a_documents_comma_is_the_figures_own() -> None:
    assert span("قرارداد نمبر 21/2020/NQ-HDND کے مطابق، 2022 میں Huế میں 8 پل تھے۔", "8") == (
        "2022-01-01",
        "2022-12-31",
    )


def test_a_plan_takes_the_later_of_two_terms() -> None:
    text = "کانگریس نے 2015-2020 کے نتائج اور 2020-2025 کے اہداف طے کیے۔ Huế کا ہدف 8 پل ہے۔"
    assert span(text, "8") == ("2020-01-01", "2025-12-31")


def test_a_school_year_may_stand_behind_its_genitive() -> None:
    assert span("2021-2022 کے تعلیمی سال میں Huế میں 8 اسکول تھے۔", "8") == ("2021-09-01", "2022-05-31")


def test_a_verb_parts_a_figure_from_the_place_before_it() -> None:
    text = "آج Huế صوبے میں 37 پل گر گئے ہیں جب کہ 29 پل Quảng Trị صوبے میں گرے ہیں۔"
    assert [claim.area for claim in said(text, "ur")] == ["hue", "quang-tri"]


def test_all_figures_of_a_bracket_about_the_year_before_are_of_that_year() -> None:
    text = (
        "2023 کے پہلے 6 مہینوں میں Huế کی صنعت میں 7 فیصد اضافہ ہوا (2022 میں اسی مدت میں 61% تھا اور 4 فیصد کا اضافہ)۔"
    )
    before = ("2022-01-01", "2022-06-30")
    assert [span(text, surface) for surface in ("7 فیصد", "61%", "4 فیصد")] == [HALF, before, before]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29 جولائی 2023 کو محکمے نے بتایا کہ Huế میں 8 پل بنے۔", HALF),
        ("29 جولائی 2023 کو Huế میں 8 پل گر گئے۔", (None, "2023-07-29")),
        ("قرارداد نمبر 21/2020/NQ-HDND میں 2025 تک Huế کا ہدف 8 پل ہے۔", (None, "2025-12-31")),
    ],
)
def test_the_day_of_telling_is_not_the_figures_and_a_time_behind_a_document_is(text: str, expected: Span) -> None:
    opening = "2023 کے پہلے 6 مہینوں میں Huế میں 31 سڑکیں بنیں۔\n\n"
    assert span(opening + text, "8") == expected


def test_what_is_there_is_no_goal_behind_goals() -> None:
    text = "80% اسکولوں کی مرمت کا ہدف ہے۔ 70% سڑکوں کی مرمت کا ہدف ہے۔ صوبے میں 31 ہسپتال ہیں۔"
    assert [claim.status for claim in said(text, "ur")] == ["target", "target", "actual"]


def test_the_whole_of_a_share_names_nothing() -> None:
    text = "سیاحت سے کل آمدنی 31 بلین VND رہی، جو کل خوردہ فروخت کا 2% ہے، اور 9% اضافہ ہوا۔"
    found = {claim.figure.surface: claim.indicator for claim in said(text, "ur")}
    assert found == {"31 بلین VND": "tourism.revenue", "2%": None, "9%": "tourism.revenue"}


def test_a_move_of_the_year_before_that_another_outgrows_is_of_that_year() -> None:
    text = "2023 کے پہلے 6 مہینوں میں Huế میں 9 فیصد اضافہ ہوا، جو پچھلے سال کی اسی مدت میں 7 فیصد اضافے سے زیادہ ہے۔"
    assert [span(text, surface) for surface in ("9 فیصد", "7 فیصد")] == [HALF, ("2022-01-01", "2022-06-30")]


@pytest.mark.parametrize(
    ("text", "status"),
    [("5 ملین VND سے زیادہ جرمانہ؛ 3 گاڑیاں پکڑی گئیں۔", "actual"), ("جرمانہ 5 ملین VND ہے۔", "other")],
)
def test_a_fine_that_was_set_and_one_that_is_set(text: str, status: str) -> None:
    assert said(text, "ur")[0].status == status


def test_single_items_go_on_with_the_span_of_the_paragraph_before() -> None:
    text = "2023 کے پہلے 6 مہینوں میں Huế میں 31 سڑکیں بنیں۔\n\nخاص طور پر، 12 سڑکیں پہاڑوں میں ہیں۔"
    assert span(text, "12") == HALF


def test_what_was_then_is_of_the_year_compared_with() -> None:
    text = "2023 کے پہلے 6 مہینوں میں Huế کی شرح 80% رہی، جو کہ 2019 کے مقابلے میں 71% تھی۔"
    assert [span(text, surface) for surface in ("80%", "71%")] == [HALF, ("2019-01-01", "2019-12-31")]


def test_a_share_of_provinces_among_the_best_is_no_value_of_the_index() -> None:
    assert one("PCI کے ٹاپ 30 میں ریڈ ریور ڈیلٹا (63%) آگے ہے۔", "63%", "ur").indicator is None


@pytest.mark.parametrize(
    ("text", "surface", "indicator", "statement"),
    [
        ("Huế میں قریب ترین غریب گھرانوں کی شرح 4.1% ہے۔", "4.1%", "society.near_poverty_rate", "level"),
        ("Huế میں غربت کی شرح 6.2 فیصد (0.9 فیصد کم) ہے۔", "0.9 فیصد", "society.poverty_rate", "change"),
        ("Huế میں غربت کی شرح 6.2 فیصد (0.9 فیصد زیادہ) ہے۔", "0.9 فیصد", "society.poverty_rate", "change"),
    ],
)
def test_the_near_poor_have_a_rate_and_brackets_tell_how_it_moved(
    text: str, surface: str, indicator: str, statement: str
) -> None:
    found = one(text, surface, "ur")
    assert (found.indicator, found.statement) == (indicator, statement)


def test_a_text_of_which_only_its_source_is_left_claims_nothing() -> None:
    assert said("ماخذ: https://tin.example 8 افراد", "ur", url="https://www.vietnam.vn/ur/benh-vien-tan-hoa") == []
