"""Figures read right where other tools err without a word, and properties that hold for every text."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import LanguageError
from extractor.read import read, read_article
from extractor.records import Article, Block, FigureKind
from tests.reading import only, values

LANGUAGES = ("vi", "ur", "en")
ORDINARY = [
    ("vi", "Năm 2025, tỉnh thu 12.345,6 tỷ đồng, tăng 8,05%."),
    ("vi", "Đến ngày 30/9/2025, 485/1.132 nhiệm vụ (43%) đã xong."),
    ("ur", "اب تک 36 ٹیمیں اور 5 کروڑ94لاکھ روپے ملے۔"),
    ("ur", "2025 کے پہلے 9 ماہ میں 17 قوانین بنے۔"),
    ("en", "Exports hit VND1.5 trillion, up 12.5% in the first nine months of 2025."),
    ("en", "By July 31, 2025, 56 of 76 tasks were done."),
]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("vi", "Tỉnh thu 12.345,6 tỷ đồng.", "12345600000000"),
        ("vi", "Có 10,3 người trên mỗi trạm.", "10.3"),
        ("vi", "Tỷ lệ đạt 53%.", "53"),
        ("vi", "Điểm số đạt 7,5 điểm.", "7.5"),
        ("vi", "Chỉ số xếp thứ 3 cả nước.", "3"),
        ("vi", "Kênh dài 16.003 m.", "16003"),
        ("en", "The bridge (US$57 million) opened.", "57000000"),
        ("en", "It earned 1.5 trillion VND.", "1500000000000"),
        ("en", "It earned VND1.5 trillion.", "1500000000000"),
        ("en", "The road is 105 m long.", "105"),
        ("en", "The rate is 19.12 percent.", "19.12"),
        ("ur", "شرح ۵۳ فیصد رہی۔", "53"),
        ("ur", "کل 3.4 ملین بلین VND ملے۔", "3400000000000000"),
        ("ur", "کل 4 کروڑ 39 لاکھ 36 ہزار 648 لوگ آئے۔", "43936648"),
    ],
)
def test_values_that_others_lose(language: str, text: str, value: str) -> None:
    assert only(text, language).value == Decimal(value)


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("vi", "Chi phí từ 5 đến 7 tỷ đồng.", "5000000000", "7000000000"),
        ("vi", "Tăng 8,3 - 8,5%.", "8.3", "8.5"),
        ("en", "It costs VND14-15 trillion.", "14000000000000", "15000000000000"),
        ("ur", "لاگت 7 سے 9 ارب روپے ہے۔", "7000000000", "9000000000"),
        ("ur", "لاگت 800 ملین سے تقریباً 3 بلین VND تک ہے۔", "800000000", "3000000000"),
    ],
)
def test_a_range_is_one_figure_and_its_scale_counts_twice(language: str, text: str, first: str, last: str) -> None:
    found = only(text, language)
    assert (found.value, found.value_max) == (Decimal(first), Decimal(last))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Nghị quyết số 57 nói về mạng 5G, QL27C và quận 7."),
        ("vi", "Liên hệ SĐT 0822.173.636 hoặc 19009496."),
        ("vi", "Khóa XVI, bão số 4, đường 30/4, mức độ 4, 24/7."),
        ("vi", "Xem https://bao.test/tin-2025-10-05-289710.html nhé."),
        ("en", "Resolution 57, Project 06, COVID-19, Highway 1A and level 4."),
        ("ur", "قرارداد 57، پروجیکٹ 06، 5G اور دو سطحی ماڈل۔"),
        ("ur", "دفتر 657 لاکھ لانگ کوان اسٹریٹ پر ہے، تشکیل نو کے بعد۔"),
    ],
)
def test_traps_give_no_figure(language: str, text: str) -> None:
    assert values(text, language) == []


def test_a_ratio_is_two_counts_and_its_percent() -> None:
    first, second, percent = read("Đã xong 485/1.132 nhiệm vụ (43%).", "vi").figures
    assert (first.value, first.denominator, second.value) == (Decimal(485), Decimal(1132), Decimal(1132))
    assert (percent.kind, percent.precision) == (FigureKind.PERCENT, Decimal(1))


@pytest.mark.parametrize("text", ["Đã có 12 trường/30 trường xong.", "Tỉnh có 113 xã/194 xã đạt chuẩn."])
def test_a_ratio_may_name_what_it_counts_twice(text: str) -> None:
    first, second = read(text, "vi").figures
    assert (first.kind, second.kind) == (FigureKind.COUNT, FigureKind.COUNT)
    assert (first.denominator, first.per, second.denominator) == (second.value, None, None)


def test_the_base_of_a_rate_is_no_figure() -> None:
    found = only("Tỉnh có 10,3 bác sĩ/10.000 dân.", "vi")
    assert (found.kind, found.denominator, found.per) == (FigureKind.RATE, Decimal(10000), "dân")


@pytest.mark.parametrize(
    ("text", "digits", "precision"),
    [("Có 7,5 triệu hồ sơ.", "7500000", "100000"), ("Đạt 43%.", "43", "1"), ("Đạt 43,0%.", "43.0", "0.1")],
)
def test_precision_is_the_worth_of_the_last_digit(text: str, digits: str, precision: str) -> None:
    found = only(text, "vi")
    assert (str(found.value), found.precision) == (digits, Decimal(precision))


def test_a_vague_number_has_no_value() -> None:
    assert only("Có hàng chục nghìn người đến.", "vi").value is None


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=120))
@settings(max_examples=120, deadline=None)
def test_any_text_is_read_and_its_spans_hold(language: str, text: str) -> None:
    reading = read(text, language, "2025-10-15")
    assert reading.text == unicodedata.normalize("NFC", text)
    ends = 0
    for figure in reading.figures:
        assert ends <= figure.start < figure.end
        assert reading.text[figure.start : figure.end] == figure.surface
        ends = figure.end
    assert all(reading.text[term.start : term.end] for term in reading.terms)


DIGITS = st.text(alphabet="0123456789۰۱۲۳٤٥.,/-%: \u200f\u00a0năm tỷ لاکھ سے billion VND July đến \n", max_size=60)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=DIGITS)
@settings(max_examples=200, deadline=None)
def test_number_like_noise_is_read_without_failing(language: str, text: str) -> None:
    first = read(text, language, "2025-10")
    assert first == read(text, language, "2025-10")
    assert all(first.text[figure.start : figure.end] == figure.surface for figure in first.figures)


NUMBERS = st.decimals(min_value=Decimal("1.01"), max_value=Decimal(999999), places=2)


@given(number=NUMBERS)
@settings(max_examples=150, deadline=None)
def test_decimals_of_every_style_are_read_back(number: Decimal) -> None:
    english = f"{number:,.2f}"
    vietnamese = english.translate(str.maketrans(".,", ",."))
    eastern = english.translate(str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬"))
    assert only(f"Sản lượng tăng {vietnamese}%.", "vi").value == number
    assert only(f"Output rose {english} percent.", "en").value == number
    assert only(f"پیداوار {english} فیصد بڑھی۔", "ur").value == number
    assert only(f"پیداوار {eastern} فیصد بڑھی۔", "ur").value == number


@given(number=st.integers(min_value=2101, max_value=10**9))
@settings(max_examples=100, deadline=None)
def test_grouped_integers_are_read_back(number: int) -> None:
    assert only(f"Tỉnh có {number:,} hộ nghèo.".replace(",", "."), "vi").value == number
    assert only(f"The fund helped {number:,} households.", "en").value == number
    assert only(f"صوبے میں {number:,} گھر ہیں۔", "ur").value == number


@given(parts=st.lists(st.sampled_from(ORDINARY[:2]), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_paragraphs_are_read_apart(parts: list[tuple[str, str]]) -> None:
    texts = [text for _, text in parts]
    apart = [figure.value for text in texts for figure in read(text, "vi").figures]
    assert [figure.value for figure in read("\n".join(texts), "vi").figures] == apart


@pytest.mark.parametrize(("language", "text"), ORDINARY)
def test_composed_and_decomposed_letters_read_alike(language: str, text: str) -> None:
    assert read(unicodedata.normalize("NFD", text), language) == read(text, language)


def test_invisible_marks_do_not_hide_a_number() -> None:
    found = read("رقم \u200e1.5\u200f ٹریلین\u200c VND ہے۔", "ur").figures[0]
    assert (found.value, found.surface) == (Decimal(1500000000000), "1.5\u200f ٹریلین\u200c VND")


def test_arabic_letter_forms_read_alike() -> None:
    assert values("سو فيصد اور 5 كروڑ روپے", "ur")[-1] == Decimal(50000000)


def test_a_language_without_rules_is_refused() -> None:
    with pytest.raises(LanguageError, match="xx"):
        read("Text", "xx")


def test_a_long_text_in_an_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="none of the languages"):
        read("Suomen maakunnissa on paljon uusia kouluja joita ei ole laskettu mukaan vielä tänä syksynä", None)


def test_an_article_is_read_block_by_block_in_its_languages() -> None:
    text = "Tăng 8,05%\nUp 1,005 dams\n(0) 57"
    blocks = (Block("title", 0, 10, "vi"), Block("paragraph", 11, 24, "en"), Block("cut", 25, 31))
    article = Article("a", None, "", None, "vi", None, None, text, blocks, "", "test")
    found = [(text[one.start : one.end], one.value) for one in read_article(article).figures]
    assert found == [("8,05%", Decimal("8.05")), ("1,005", Decimal(1005))]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "They signed a US$1.5-billion project.", "1500000000"),
        ("en", "About 1.2 million tonnes of rice were sold.", "1200000"),
        ("vi", "Lâm Đồng 6,72%.", "6.72"),
        ("ur", "حکومت نے 410ارب17کروڑر وپے دیے۔", "410170000000"),
    ],
)
def test_scales_and_names_are_kept_apart(language: str, text: str, value: str) -> None:
    assert only(text, language).value == Decimal(value)


def test_a_currency_stands_in_one_figure_only() -> None:
    assert [figure.surface for figure in read("0$0", "vi").figures] == ["0$", "0"]


def test_a_round_base_needs_no_noun() -> None:
    found = only("There are 42 beds per 10,000.", "en")
    assert (found.kind, found.value, found.denominator) == (FigureKind.RATE, 42, 10000)


def test_a_number_that_opens_a_sentence_is_no_part_of_a_document() -> None:
    assert values("Tỉnh làm theo Nghị quyết 57. 12 nhiệm vụ bị chậm.", "vi") == [Decimal(12)]
    assert values("Tỉnh làm theo Nghị quyết 57.12 của Đảng ủy.", "vi") == []


def test_the_numbers_of_roads_go_on_behind_one_with_a_letter() -> None:
    assert values("Ngập trên quốc lộ 15D, 49C, quốc lộ 1, 9B và đường tỉnh 576C, 582, 584 tại huyện.", "vi") == []
    assert values("Mưa làm ngập quốc lộ 1A, 12 nhà bị tốc mái.", "vi") == [Decimal(12)]


def test_a_street_may_begin_like_a_unit() -> None:
    assert not read("The fair stands at 84 Ton That Tung Street.", "en").figures
    assert len(read("A truck took 84 ton of sand to the street.", "en").figures) == 1


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mỗi tỉnh có ít nhất một huyện đạt chuẩn.", ["1"]),
        ("Không còn xã nào dưới năm tiêu chí.", ["5"]),
        ("Giá trị cao hơn năm học trước, ở một huyện.", []),
        ("Sản lượng tăng 8%[2] so vụ trước.", ["8"]),
    ],
)
def test_small_number_words_count_behind_a_bound_and_notes_are_no_figures(text: str, values: list[str]) -> None:
    found = read(text, "vi").figures
    assert [str(figure.value) for figure in found if figure.kind.value in ("count", "percent", "rank")] == values


def test_a_small_word_that_lost_its_space_hides_no_number() -> None:
    assert values("They gave it to640 firms, over7.5 billion VND in all, and ran QL27.", "en") == [640, 7500000000]
    assert values("Farmers planted40,720 trees; pm2.5 and html5 stand.", "en") == [40720]


def test_a_measure_and_a_count_with_a_stroke_between_are_two_figures() -> None:
    assert values("Nuôi tôm có 8.530,8 ha/13.955 hộ.", "vi") == [Decimal("8530.8"), Decimal(13955)]
    assert only("Năng suất đạt 5,2 tấn/1 ha.", "vi").value == Decimal("5.2")


def test_a_noun_longer_than_the_word_of_a_tier_counts() -> None:
    assert values("Trong đó có 31 cấp ủy viên; chính quyền 2 cấp.", "vi") == [31]
