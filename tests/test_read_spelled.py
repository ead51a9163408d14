"""Any whole number spelled out in Vietnamese or English is read back, whichever of the usual spellings is taken."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.read import read

VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def below_thousand_vi(number: int, inner: bool, choose: Random) -> str:
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    words = [VI[hundreds], "trăm"] if hundreds or inner else []
    if tens > 1:
        last = {0: "", 1: "mốt", 4: choose.choice(("tư", "bốn")), 5: "lăm"}.get(units, VI[units])
        return " ".join([*words, VI[tens], "mươi", last]).strip()
    if tens == 1:
        return " ".join([*words, "mười", {0: "", 5: "lăm"}.get(units, VI[units])]).strip()
    link = [choose.choice(("linh", "lẻ"))] if words and units else []
    return " ".join([*words, *link, *([VI[units]] if units else [])])


def below_thousand_en(number: int, _inner: bool, choose: Random) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{EN[hundreds]} hundred" if hundreds else ""
    if not rest:
        return head
    tail = EN[rest] if rest < 20 else TENS[rest // 10] + (choose.choice("- ") + EN[rest % 10] if rest % 10 else "")
    return f"{head}{choose.choice((' and ', ' '))}{tail}" if head else tail


LANGUAGES = {
    "vi": (below_thousand_vi, (("tỷ", "tỉ"), ("triệu",), ("nghìn", "ngàn"), ("",)), "Tỉnh có tổng cộng {} hộ dân."),
    "en": (below_thousand_en, (("billion",), ("million",), ("thousand",), ("",)), "They helped {} households."),
}


def spell(language: str, number: int, choose: Random) -> str:
    group, scales, sentence = LANGUAGES[language]
    words: list[str] = []
    for power, scale in zip((9, 6, 3, 0), scales, strict=True):
        if part := number // 10**power % 1000:
            words += [group(part, bool(words), choose), choose.choice(scale)]
    return sentence.format(" ".join(word for word in words if word))


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.integers(min_value=21, max_value=10**12 - 1), seed=st.integers(0, 99))
@settings(max_examples=150, deadline=None)
def test_a_number_in_words_is_read_back(language: str, number: int, seed: int) -> None:
    # After a million a lone hundred is more often another number, or means hundreds of thousands.
    assume(number < 10**6 or number // 1000 % 1000 or not number % 1000)
    figures = read(spell(language, number, Random(seed)), language).figures
    assert [figure.value for figure in figures] == [number]


@pytest.mark.parametrize("number", [21, 25, 105, 115, 3002, 17_681_000_814])
@pytest.mark.parametrize("language", LANGUAGES)
def test_awkward_numbers_in_words_are_read_back(language: str, number: int) -> None:
    figures = read(spell(language, number, Random(1)), language).figures
    assert [figure.value for figure in figures] == [number]
