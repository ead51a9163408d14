"""Numbers that share a scale word or a unit."""

from __future__ import annotations

import pytest

from extractor.read import read
from extractor.read.pipeline import reader
from extractor.read.words import cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It spent VND1.4 out of 6 billion.", [1_400_000_000, 6_000_000_000]),
        ("It spent VND1.4 of the VND6 billion plan.", [1_400_000_000, 6_000_000_000]),
        ("It spent VND300 of 6 million people.", [300, 6_000_000]),
        ("It served 1.4 of its 6 million guests.", [1_400_000, 6_000_000]),
    ],
)
def test_the_part_of_a_sum_shares_its_scale_word(text: str, expected: list[int]) -> None:
    assert [figure.value for figure in read(text, "en").figures] == expected


def test_joined_numbers_share_the_unit_of_the_last() -> None:
    found = read("The rates were 87.5, 64, and 52 percent on 14 and 23 ha.", "en").figures
    assert [one.unit for one in found] == ["%", "%", "%", "ha", "ha"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It planted38,410 hectares, down6.4 percent.", [38410, 6.4]),
        ("It gave papers to417 firms worth 38 millionUSD.", [417, 38_000_000]),
        ("Some 38haof rice and 41percentof the total.", [38, 41]),
        ("It used mp3 files, covid19 tests and version2.0.", []),
        ("The rate is at about 4.0 to 5.6%.", [4.0]),
        ("It was a two-fold rise; the aim is twofold.", [2]),
    ],
)
def test_words_that_lost_their_space(text: str, expected: list[float]) -> None:
    assert [float(figure.value) for figure in read(text, "en").figures] == expected  # type: ignore[arg-type]


def test_only_small_words_are_cut_off_others() -> None:
    assert [one.kind for one in read("The resulting innine-month growth", "en", "2025-10-15").figures] == ["period"]
    words = cut("Becoming informed moreover andTourism targetand thisyear VNeID", reader("en").glue).words
    assert words == ["becoming", "informed", "moreover", "and", "tourism", "target", "and", "this", "year", "vneid"]


def test_a_noun_stands_behind_adjectives_with_a_hyphen() -> None:
    assert read("It has 38 near-poor households.", "en").figures[0].unit == "households"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Phát hiện 37 vụ/46 đối tượng.", ["count", "count"]),
        ("Có 120 hộ/480 khẩu.", ["count", "count"]),
        ("Dư nợ là 912 triệu đồng/46 hộ/12 tổ.", ["money", "count", "count"]),
        ("Giá 12.000 đồng/3 kg.", ["rate"]),
        ("Có 15 bác sĩ/10.000 dân.", ["rate"]),
        ("Có 1 giáo viên/25 học sinh.", ["rate"]),
    ],
)
def test_two_counts_with_a_stroke_between_are_no_rate(text: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in read(text, "vi").figures] == kinds


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Chỉ số đạt từ khoảng 0,4 đến gần 0,7 điểm.", (0.4, 0.7)),
        ("Năng suất đạt từ 41 đến hơn 57 tạ.", (41, 57)),
    ],
)
def test_the_upper_end_of_a_range_may_be_bounded(text: str, ends: tuple[float, float]) -> None:
    found = [(figure.value, figure.value_max) for figure in read(text, "vi").figures]
    assert [tuple(map(float, one)) for one in found] == [ends]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh giải ngân 5.300/hơn 5.700 tỷ đồng.", [5_300_000_000_000, 5_700_000_000_000]),
        ("Hoàn thành 12/tổng số 15 xã.", [12, 15]),
    ],
)
def test_the_whole_behind_a_stroke_may_be_bounded(text: str, expected: list[int]) -> None:
    found = read(text, "vi").figures
    assert [figure.value for figure in found] == expected
    assert len({(figure.kind, figure.unit) for figure in found}) == 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("ادارہ (721 - 730 کے گروپ میں) ہے۔", 721, 730),
        ("16 سال سے 30 سال کی عمر کے لوگ۔", 16, 30),
        ("65 سال سے 75 سال سے نیچے کی عمر والے لوگ۔", 65, 75),
    ],
)
def test_groups_and_ages_in_urdu_are_one_range(text: str, low: int, high: int) -> None:
    assert [(one.value, one.value_max, one.kind) for one in read(text, "ur").figures] == [
        (low, high, "count" if low > 100 else "measure")
    ]
