"""Dates in every notation: partial stays partial, a missing year comes from the publication, nothing is invented."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.read import read
from extractor.records import Figure, FigureKind

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
URDU_MONTHS = ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"]


def only(text: str, language: str, published: str | None = None) -> Figure:
    figures = read(text, language, published).figures
    assert len(figures) == 1, figures
    return figures[0]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("vi", "Kết thúc tháng 9/2025.", "2025-09"),
        ("vi", "Kết thúc tháng 6-2026.", "2026-06"),
        ("vi", "Kết thúc ngày 5 tháng 6 năm 2025.", "2025-06-05"),
        ("vi", "Kết thúc năm 2.025.", "2025"),
        ("vi", "Kết thúc tháng chín năm 2025.", "2025-09"),
        ("en", "It ends in September 2025.", "2025-09"),
        ("en", "It ends on July 31, 2025.", "2025-07-31"),
        ("en", "It ends on 31 July 2025.", "2025-07-31"),
        ("ur", "کام یکم جولائی 2025 کو ہو گا۔", "2025-07-01"),
        ("ur", "کام 19 جون، 2025 کو ہو گا۔", "2025-06-19"),
        ("ur", "کام ۱۲ اگست ۲۰۲۵ کو ہو گا۔", "2025-08-12"),
    ],
)
def test_dates_stay_as_partial_as_written(language: str, text: str, value: str) -> None:
    found = only(text, language)
    assert (found.kind, found.value) == (FigureKind.DATE, value)


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("vi", "Kết quả quý III/2025.", "2025-07-01", "2025-09-30"),
        ("vi", "Kết quả 9 tháng đầu năm 2025.", "2025-01-01", "2025-09-30"),
        ("vi", "Kế hoạch giai đoạn 2021-2025.", "2021-01-01", "2025-12-31"),
        ("vi", "Từ ngày 1/7/2025 đến ngày 10/9/2025.", "2025-07-01", "2025-09-10"),
        ("vi", "Họp ngày 12-14/9/2025.", "2025-09-12", "2025-09-14"),
        ("en", "In the first nine months of 2025.", "2025-01-01", "2025-09-30"),
        ("en", "From July 1 to September 10, 2025.", "2025-07-01", "2025-09-10"),
        ("ur", "2025 کی تیسری سہ ماہی میں۔", "2025-07-01", "2025-09-30"),
        ("ur", "2025 کے پہلے 9 ماہ میں۔", "2025-01-01", "2025-09-30"),
        ("ur", "مدت 2017-18ء میں۔", "2017-01-01", "2018-12-31"),
    ],
)
def test_periods_have_two_ends(language: str, text: str, first: str, last: str) -> None:
    found = only(text, language)
    assert (found.kind, found.value, found.value_max) == (FigureKind.PERIOD, first, last)


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2025-10-15", "2025-09-20"),
        ("2025", "2025-09-20"),
        ("2026-01-10", "2025-09-20"),
        ("2025-08", "2025-09-20"),
        (None, None),
    ],
)
def test_a_missing_year_comes_from_the_publication(published: str | None, value: str | None) -> None:
    assert only("Sáng 20/9, đoàn đến thăm.", "vi", published).value == value


def test_a_deadline_looks_ahead() -> None:
    found = only("Phải xong trước ngày 31/3.", "vi", "2025-10-15")
    assert (found.value, found.comparator) == ("2026-03-31", "<")


def test_there_is_no_thirty_first_of_february() -> None:
    found = only("Họp ngày 31/2/2025.", "vi")
    assert (found.kind, found.value) == (FigureKind.DATE, None)


def test_a_percent_is_no_date() -> None:
    assert [figure.kind for figure in read("Tăng 10,12% và 7,5%.", "vi").figures] == [FigureKind.PERCENT] * 2


@given(day=DAYS)
@settings(max_examples=120, deadline=None)
def test_days_in_every_notation_are_read_back(day: date) -> None:
    iso = day.isoformat()
    assert only(f"Họp ngày {day.day}/{day.month}/{day.year}.", "vi").value == iso
    assert only(f"Họp ngày {day.day:02}-{day.month:02}-{day.year}.", "vi").value == iso
    assert only(f"Họp ngày {day.day} tháng {day.month} năm {day.year}.", "vi").value == iso
    assert only(f"They met on {day:%B} {day.day}, {day.year}.", "en").value == iso
    assert only(f"They met on {iso}.", "en").value == iso
    assert only(f"اجلاس {day.day} {URDU_MONTHS[day.month - 1]} {day.year} کو ہوا۔", "ur").value == iso


@given(day=DAYS, length=st.integers(min_value=1, max_value=400))
@settings(max_examples=60, deadline=None)
def test_spans_of_days_are_one_period(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    text = f"Từ ngày {day.day}/{day.month}/{day.year} đến ngày {last.day}/{last.month}/{last.year}."
    found = only(text, "vi")
    assert (found.value, found.value_max) == (day.isoformat(), last.isoformat())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mở cửa ngày 25, 26 và 27/10/2025.", ["2025-10-25", "2025-10-26", "2025-10-27"]),
        ("Nghỉ lễ 30-4 và 1-5 năm nay.", ["2025-04-30", "2025-05-01"]),
        ("Mưa lớn trong tháng 9, 10 và 11/2025.", ["2025-09", "2025-10", "2025-11"]),
    ],
)
def test_each_day_of_a_list_is_a_date(text: str, days: list[str]) -> None:
    assert [figure.value for figure in read(text, "vi", "2025-10-15").figures] == days


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("Chiến dịch 15/10-30/11 đã xong.", "vi", "2025-10-15", "2025-11-30"),
        ("Kết quả quý I-III/2025 khá tốt.", "vi", "2025-01-01", "2025-09-30"),
        ("خسارہ جولائی تا مارچ بڑھ گیا۔", "ur", "2024-07-01", "2025-03-31"),
    ],
)
def test_spans_without_their_own_year(text: str, language: str, first: str, last: str) -> None:
    found = only(text, language, "2025-10-15")
    assert (found.value, found.value_max) == (first, last)


@pytest.mark.parametrize(
    ("text", "value"), [("Đến ngày 15/6, xã xong.", "2025-06-15"), ("Đến ngày 3/2, xã xong.", "2026-02-03")]
)
def test_a_day_up_to_which_something_is_told_is_the_nearest(text: str, value: str) -> None:
    assert [figure.value for figure in read(text, "vi", "2025-10-15").figures] == [value]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Hội chợ mở từ ngày 3 đến ngày 7 tháng 8 năm 2024.", "2024-08-03", "2024-08-07"),
        ("Hội chợ mở từ ngày 3 đến ngày 7/8.", "2024-08-03", "2024-08-07"),
        ("Hội chợ mở từ ngày 3 đến hết 7-8.", "2024-08-03", "2024-08-07"),
        ("Hội chợ mở từ ngày 3 đến hết ngày 7 tháng 8.", "2024-08-03", "2024-08-07"),
    ],
)
def test_the_word_for_day_may_stand_again_within_a_span(text: str, first: str, last: str) -> None:
    found = only(text, "vi", "2024-09-01")
    assert (found.kind, found.value, found.value_max) == (FigureKind.PERIOD, first, last)


def test_up_to_and_with_a_number_of_things_is_no_span_of_days() -> None:
    figures = read("Đoàn đi từ 3 đến hết 7 xã.", "vi", "2024-09-01").figures
    assert all(figure.kind is FigureKind.COUNT for figure in figures)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("vi", "Từ đầu năm đến 14/5/2024, mưa nhiều.", "2024-05-14"),
        ("vi", "Từ đầu năm đến 14-5, mưa nhiều.", "2024-05-14"),
        ("vi", "Tính đến 14-5, mưa nhiều.", "2024-05-14"),
        ("en", "It was printed 2023-04 in Hue.", "2023-04"),
    ],
)
def test_a_year_begins_no_range_and_a_dash_may_part_a_date(language: str, text: str, value: str) -> None:
    assert only(text, language, "2024-06-01").value == value


def test_years_in_a_row_are_no_month() -> None:
    assert only("Năm học 2011-12 có mưa.", "vi").kind is FigureKind.PERIOD


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("مئی کی پہلی ششماہی میں کام ہوا۔", ("2024-05-01", "2024-05-15")),
        ("فروری کے دوسرے نصف میں کام ہوا۔", ("2024-02-16", "2024-02-29")),
        ("مہینے کے پہلے نصف میں کام ہوا۔", ("2024-06-01", "2024-06-15")),
    ],
)
def test_a_half_behind_a_month_is_one_of_the_month(text: str, span: object) -> None:
    figure = read(text, "ur", "2024-06-20").figures[-1]
    assert (figure.value, figure.value_max) == span


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quanh lập xuân 04/02 thì cấy.", FigureKind.DATE),
        ("Trước rằm 15/01 phải xong.", FigureKind.DATE),
        ("Xã đạt 02/05 nội dung.", FigureKind.COUNT),
        ("Xã đạt 15/09 đơn vị.", FigureKind.COUNT),
    ],
)
def test_a_month_with_its_zero_makes_a_day_where_nothing_is_counted(text: str, kind: FigureKind) -> None:
    assert read(text, "vi", "2024-01-20").figures[0].kind is kind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("پہلے 9 ماہ میں 2024 کی اسی مدت سے برآمدات بڑھیں۔", "2025-01-01"),
        ("ستمبر میں پچھلے سال کی اسی مدت سے برآمدات بڑھیں۔", "2025-09"),
        ("2024 میں پہلی سہ ماہی اچھی رہی۔", "2024-01-01"),
    ],
)
def test_a_year_behind_a_span_in_urdu_is_that_of_what_it_is_compared_with(text: str, value: str) -> None:
    assert read(text, "ur", published="2025-11-05").figures[0].value == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Từ 1/7 xã vận hành bộ máy mới.", FigureKind.DATE),
        ("Đến 31/12 hộ nghèo giảm.", FigureKind.DATE),
        ("Đến 31/12 giải ngân hết vốn.", FigureKind.DATE),
        ("Số xã đạt tăng từ 3/7 xã lên 5/7 xã.", FigureKind.COUNT),
        ("Đến 5/12 xã đạt chuẩn.", FigureKind.COUNT),
    ],
)
def test_a_day_that_a_noun_follows_is_one_by_its_preposition(text: str, kind: FigureKind) -> None:
    assert read(text, "vi", "2025-12-20").figures[0].kind is kind


def test_a_word_that_begins_like_a_unit_is_no_unit() -> None:
    found = read("Công ty lắp 900 đồng hồ, thu 500 đồng, trao 3 giải.", "vi").figures
    assert [one.unit for one in found] == ["đồng hồ", "VND", "giải"]


def test_a_parade_march_in_urdu_is_no_month() -> None:
    found = read("لوگ پریڈ، مارچ دیکھنے آئے۔ مارچ میں 9 لوگ آئے۔", "ur", published="2025-11-05").figures
    assert [one.surface for one in found] == ["مارچ", "9"]
    assert found[0].start > 20


NUMBERS = st.integers(min_value=0, max_value=99)
SHAPES = (
    "Từ {}/{}-{}/{}, tỉnh thu 5 tỷ đồng.",
    "Ngày {}-{}/{} và {}, tỉnh thu 5 tỷ đồng.",
    "Từ ngày {}.{} đến {}.{}, tỉnh thu 5 tỷ đồng.",
    "Quý {}-{}, tháng {}-{}/2025, tỉnh thu 5 tỷ đồng.",
)


@given(shape=st.sampled_from(SHAPES), numbers=st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS))
@settings(max_examples=300, deadline=None)
def test_numbers_that_are_no_days_are_no_days(shape: str, numbers: tuple[int, ...]) -> None:
    found = read(shape.format(*numbers), "vi", "2019-08-08").figures
    for figure in found:
        for day in (figure.value, figure.value_max):
            if figure.kind in (FigureKind.DATE, FigureKind.PERIOD) and isinstance(day, str) and len(day) == 10:
                assert date.fromisoformat(day)
    assert any(figure.surface == "5 tỷ đồng" for figure in found)
