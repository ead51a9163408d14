"""What is counted, and what a rate or a list shares: units behind adjectives, bases, the last of a list."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.read import read
from extractor.records import FigureKind
from tests.reading import only, values


@pytest.mark.parametrize(
    "text",
    [
        "Số bác sĩ trên một vạn dân đạt 9,5.",
        "Số bác sĩ/10.000 dân đạt 9,5.",
        "Tỷ lệ bác sĩ/vạn dân của tỉnh là 9,5 người.",
    ],
)
def test_a_base_may_stand_before_the_value_of_its_rate(text: str) -> None:
    (found,) = read(text, "vi").figures
    assert (found.kind, found.value, found.denominator, found.per) == (FigureKind.RATE, Decimal("9.5"), 10000, "dân")


@pytest.mark.parametrize("text", ["Xã có trên 10.000 dân đạt 15 tiêu chí.", "Huyện có trên 1.000 trẻ, 20 trạm."])
def test_a_number_of_people_is_no_base_of_the_next_count(text: str) -> None:
    assert [found.kind for found in read(text, "vi").figures] == [FigureKind.COUNT, FigureKind.COUNT]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Rates were 91.35 and 74 percent.", ["91.35", "74"]),
        ("en", "They earned 6, 9 and 12 million USD.", ["6000000", "9000000", "12000000"]),
        ("vi", "Mỗi bên thu 640 và 712 tỷ đồng.", ["640000000000", "712000000000"]),
        ("en", "They built 6 schools and spent 12 million USD.", ["6", "12000000"]),
    ],
)
def test_the_last_of_a_list_says_the_unit_of_all(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == [Decimal(one) for one in expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They heard 22 angry farmers.", "farmers"),
        ("They handled 9 million subsidy-covered visits.", "visits"),
        ("They made 640 ABC inspections and sweeps.", "inspections"),
        ("They opened 9 fireworks venues.", "venues"),
        ("They met 9 of the guests.", None),
    ],
)
def test_what_is_counted_is_the_plural_behind_its_adjectives(text: str, unit: str | None) -> None:
    assert only(text, "en").unit == unit


def test_both_ends_of_a_range_may_name_their_unit() -> None:
    figure = only("It scored from 61.2 points to 64.5 points.", "en")
    assert (figure.value, figure.value_max) == (Decimal("61.2"), Decimal("64.5"))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They opened 567 student rooms.", "rooms"),
        ("They opened 16 secondary and high schools.", "schools"),
        ("They opened 1 student room.", "room"),
        ("They joined 194 commune-level administrative units.", "units"),
        ("They joined 5 Central Highlands provinces.", "provinces"),
    ],
)
def test_the_last_word_of_a_noun_phrase_is_what_is_counted(text: str, unit: str) -> None:
    assert only(text, "en").unit == unit


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("Its market development level 45.10 points.", FigureKind.SCORE, "45.10", "points"),
        ("The rollout hit 170 million another month later.", FigureKind.COUNT, "170000000", None),
        ("Exports may fall in the next two quarters.", FigureKind.DURATION, "2", "quarters"),
        ("Some 4,100 others are under way.", FigureKind.COUNT, "4100", None),
        ("Exports hit 900 million US$ here.", FigureKind.MONEY, "900000000", "USD"),
    ],
)
def test_units_behind_english_numbers(text: str, kind: FigureKind, value: str, unit: str | None) -> None:
    figure = only(text, "en")
    assert (figure.kind, figure.value, figure.unit) == (kind, Decimal(value), unit)


@pytest.mark.parametrize("text", ["It is up from 2018.In July it rose.", "It is 98%.The rest is new."])
def test_a_stop_behind_a_number_that_lost_its_space_ends_the_sentence(text: str) -> None:
    assert len(read(text, "en").sentences) == 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [("صوبے میں 5 کمیون نے معیار پورا کیا۔", "کمیون"), ("خاص طور پر، 7 وارڈ نے ہدف حاصل کیا۔", "وارڈ")],
)
def test_a_postposition_ends_what_is_counted(text: str, unit: str) -> None:
    (found,) = read(text, "ur").figures
    assert (found.kind, found.unit) == (FigureKind.COUNT, unit)


@pytest.mark.parametrize(
    "text", ["خاص طور پر، 12 علاقوں کی شرح زیادہ ہے۔", "مجموعی طور پر، 7 پل بنے۔", "یہ نمبر 4 پر، 5 پل ہیں۔"]
)
def test_what_ends_a_place_behind_it_opens_none(text: str) -> None:
    assert read(text, "ur").figures[-1].kind is FigureKind.COUNT
