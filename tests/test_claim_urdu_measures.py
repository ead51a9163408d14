"""What a figure counts and measures where Urdu puts adjectives, genitives and parts before the noun."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("ضلع نے 14 نئے ثقافتی معیارات مکمل کیے۔", "14", "معیارات"),
        ("شہر میں 37 تجارتی اور بین الاقوامی بینکوں کی شاخیں ہیں۔", "37", "بینکوں"),
        ("صوبے میں 8 سیاحت کے فروغ کے مراکز کھلے۔", "8", "مراکز"),
        ("ضلع کے 26 کمیون ہیلتھ اسٹیشن جڑے ہیں۔", "26", "اسٹیشن"),
        ("صوبے نے 9 FDI منصوبوں کو راغب کیا۔", "9", "منصوبوں"),
        ("پورے صوبے میں 3,100 سے زائد بکھرے ہوئے درخت لگے۔", "3,100", "درخت"),
        ("صوبے میں 23 فور سٹار مصنوعات ہیں۔", "23", "مصنوعات"),
        ("اجلاس میں 18 خواتین مندوبین تھیں۔", "18", "مندوبین"),
        ("شہر میں 44 نئے لائسنس یافتہ پروجیکٹس ہیں۔", "44", "پروجیکٹس"),
        ("سینسر کے 52 مکمل ہو چکے ہیں۔", "52", None),
        ("گنتی 41 تھی۔", "41", None),
    ],
)
def test_the_noun_is_counted_and_no_adjective_or_verb(text: str, surface: str, unit: str | None) -> None:
    assert one(text, surface, "ur").figure.unit == unit


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("صوبے کا برآمدی کاروبار 4 بلین امریکی ڈالر تک پہنچ گیا۔", "economy.exports"),
        ("اس کے علاوہ، برآمدی کاروبار 4 بلین امریکی ڈالر تک پہنچ گیا۔", "economy.exports"),
        ("کاجو کا برآمدی کاروبار 4 بلین امریکی ڈالر تک پہنچ گیا۔", None),
        ("جاپانی مارکیٹ میں برآمدی کاروبار 4 بلین امریکی ڈالر تک پہنچ گیا۔", None),
        ("جاپان کو برآمدات 4 بلین امریکی ڈالر تک پہنچ گئیں۔", None),
        ("لکڑی سے بجٹ کی آمدنی 4 بلین امریکی ڈالر تک پہنچ گئی۔", None),
    ],
)
def test_a_part_is_not_taken_for_the_whole(text: str, indicator: str | None) -> None:
    assert one(text, "4 بلین امریکی ڈالر", "ur").indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        ("کمیون نے 16/19 نئے دیہی معیارات حاصل کیے۔", "16", None),
        ("صوبے میں 16 کمیون نئے دیہی معیارات پر پورا اترتے ہیں۔", "16", "society.new_rural_communes"),
        ("گاؤں میں 7 غریب گھرانے ہیں، 12 قریبی غریب گھرانے ہیں۔", "7", "society.poor_households"),
        ("ریاست 100% ہیلتھ انشورنس پریمیم دیتی ہے، شرح بڑھی۔", "100%", None),
        ("ضلع میں 16 بارش زدہ گھرانے ہیں۔", "16", None),
        ("قیمتوں کے انڈیکس (CPI) کی شرح نمو 3.1 فیصد ہے۔", "3.1 فیصد", None),
        ("صوبے کی شرح نمو 3.1 فیصد ہے۔", "3.1 فیصد", "economy.grdp_growth"),
        ("عوامی سرمایہ کاری کے 90% کی تقسیم ہوئی۔", "90%", "budget.public_investment_disbursed_share"),
        ("غربت کی شرح 4.5 فیصد سے کم ہو کر 1.6 فیصد رہ گئی۔", "1.6 فیصد", "society.poverty_rate"),
    ],
)
def test_what_is_counted_and_what_it_fell_to(text: str, surface: str, indicator: str | None) -> None:
    assert one(text, surface, "ur").indicator == indicator


@pytest.mark.parametrize(
    ("text", "surface", "unit", "indicator"),
    [
        ("نئے کاروباری اداروں کی تعداد 3,190 یونٹس تک پہنچ گئی۔", "3,190", "یونٹس", "economy.new_enterprises"),
        ("صوبے میں 3,190 یونٹس نے تعداد بتائی۔", "3,190", "یونٹس", None),
        (
            "صوبے نے 31,000 لیول 2 الیکٹرانک شناختی اکاؤنٹس چالو کیے۔",
            "31,000",
            "اکاؤنٹس",
            "identity.accounts_activated",
        ),
        ("گاؤں میں 91 گھرانے ہیں جن میں 390 افراد شامل ہیں۔", "390", "افراد", "area.population"),
        ("گاؤں میں 91 گھرانے ہیں جن میں 390 افراد بیمار ہوئے۔", "390", "افراد", None),
    ],
)
def test_what_a_number_counts_behind_its_noun_or_its_level(
    text: str, surface: str, unit: str, indicator: str | None
) -> None:
    found = one(text, surface, "ur")
    assert (found.figure.unit, found.indicator) == (unit, indicator)


def test_the_base_of_a_rate_stands_before_its_value() -> None:
    found = one("10,000 افراد پر ڈاکٹروں کی تعداد 9.1 ہے۔", "9.1", "ur")
    assert (found.figure.denominator, found.indicator) == (10000, "health.doctors_per_10k")
    assert len(said("10,000 افراد پر جرمانہ ہوا۔", "ur")) == 1


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("کمیون نے باقی 3 معیارات پورے نہیں کیے (10, 11, 13)۔", ["3"]),
        ("Phu Hoa 2 کے لوگ آئے۔", []),
        ("Phu Hoa 2% ہے۔", ["2%"]),
        ("فی 01 ہیکٹر زمین پر 110 ملین VND کی پیداوار ہے۔", ["110 ملین VND"]),
    ],
)
def test_numbers_of_criteria_names_and_bases_are_no_figures(text: str, figures: list[str]) -> None:
    assert [claim.figure.surface for claim in said(text, "ur")] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("ڈیم رونگ 4 کمیون کی آبادی 9,100 افراد ہے۔", ["9,100"]),
        ("صوبے کے مزید 4 کمیون نے معیار حاصل کیا۔", ["4"]),
        ("اس سال تسلیم شدہ 4 کمیون کے لوگ آئے۔", ["4"]),
        ("محکمے کے رہنما، Nam Binh 3 کمیون، اور 60 افراد آئے۔", ["60"]),
        ("کمیون Nam Binh 3 میں 60 گھر ہیں۔", ["60"]),
        ("کمیون Nam Binh 3 گھر بنائے گا۔", ["3"]),
        ("ان میں Nam Binh 3 کمیون، Bac Binh 5 کمیون شامل ہیں۔", ["3", "5"]),
    ],
)
def test_the_number_of_a_commune_is_no_figure(text: str, figures: list[str]) -> None:
    assert [claim.figure.surface for claim in said(text, "ur")] == figures


def test_the_population_of_a_named_commune_is_one() -> None:
    url = "https://www.vietnam.vn/ur/dam-rong-4-doi-moi"
    found = one("ڈیم رونگ 4 کمیون کی آبادی 9,100 افراد ہے۔", "9,100", "ur", url=url)
    assert found.indicator == "area.population"
    assert (found.area or "").endswith("dam-rong-4")


def test_a_plural_before_a_verb_is_counted() -> None:
    assert one("سیلاب میں 7 موٹرسائیکلیں بہہ گئیں۔", "7", "ur").figure.unit == "موٹرسائیکلیں"


@pytest.mark.parametrize(
    ("counted", "unit"),
    [("ایف ڈی آئی منصوبوں", "منصوبوں"), ("خود بخود اگنے والے درخت", "درخت"), ("زیر تعمیر ہیں", None)],
)
def test_letters_of_an_abbreviation_and_what_only_describes_are_not_counted(counted: str, unit: str | None) -> None:
    assert one(f"صوبے میں 31 {counted}۔", "31", "ur").figure.unit == unit


def test_what_something_moved_by_stands_before_what_it_moved_to() -> None:
    text = "Huế کی برآمدات پہلے 5 مہینوں میں اسی مدت سے 6.9% بڑھ کر 900 ملین USD ہو گئیں۔"
    found = said(text, "ur", published="2025-11-05")
    assert [(one.statement, one.indicator, one.period_start) for one in found] == [
        ("change", "economy.exports", "2025-01-01"),
        ("level", "economy.exports", "2025-01-01"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huế کا مقصد 2030 تک غربت کی شرح کو 9% سے گھٹا کر 5% کرنا ہے۔", ("actual", "2025-11-05")),
        (
            "Huế میں پہلے 5 مہینوں میں غربت کی شرح پچھلے سال کی اسی مدت کے 9% سے کم ہو کر 5% ہو گئی۔",
            ("actual", "2024-05-31"),
        ),
    ],
)
def test_what_something_moved_from_is_no_goal_and_of_before(text: str, expected: tuple[str, str]) -> None:
    found = said(text, "ur", published="2025-11-05")[0]
    assert (found.status, found.period_end) == expected
    assert found.statement == "level"


@pytest.mark.parametrize("income", ["سرگرمیوں نے 95 بلین VND کی آمدنی دی", "مجموعی آمدنی 95 بلین VND رہی"])
def test_any_income_of_tourism_is_its_revenue(income: str) -> None:
    assert [one.indicator for one in said(f"Huế میں سیاحت کی {income}، 9 فیصد اوپر۔", "ur")] == ["tourism.revenue"] * 2


@pytest.mark.parametrize(
    ("clause", "indicator"),
    [("2023 میں یہ 800 ملین USD تھیں", "economy.exports"), ("2023 میں 800 ملین USD قرض تھا", None)],
)
def test_a_pronoun_before_a_figure_means_what_was_told_before(clause: str, indicator: str | None) -> None:
    assert said(f"Huế میں برآمدات 900 ملین USD رہیں، جبکہ {clause}۔", "ur")[-1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("رات ٹھہرنے والے مہمانوں کی تعداد 31,000 رہی۔", None),
        ("نئے غریب گھرانوں کی تعداد 310 رہی۔", None),
        ("غربت سے نکلنے والے گھرانوں کی تعداد 310 رہی۔", None),
        ("جن درخواستوں کی ادائیگی آن لائن ہوئی ان کی شرح 31% رہی۔", "services.online_payments_share"),
        ("آن لائن ادائیگی کے ساتھ مربوط طریقہ کار کی شرح 31% رہی۔", None),
        ("Huế نے 31 بلین USD کی اشیا برآمد کیں۔", "economy.exports"),
        ("Huế نے 31 بلین USD کی زرعی اشیا برآمد کیں۔", None),
        ("Huế نے 31 بلین USD کی اشیا درآمد کیں۔", None),
    ],
)
def test_parts_are_no_totals_and_what_was_done_tells_what_is_measured(text: str, indicator: str | None) -> None:
    assert [claim.indicator for claim in said(text, "ur")] == [indicator]


def test_households_that_fell_into_poverty_in_a_bracket_are_not_all_poor_ones() -> None:
    text = "غربت سے نکلنے والے گھرانوں کی تعداد (31 گھرانے) نئے غریب گھرانوں کی تعداد (9 گھرانے) سے زیادہ رہی۔"
    assert [claim.indicator for claim in said(text, "ur")] == [None, None]
