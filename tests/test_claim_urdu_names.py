"""Names in Urdu texts: in Latin letters, by their sound, in lists, and inside other names."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


def test_places_of_a_list_that_no_table_knows_take_no_other_places_figures() -> None:
    text = "کوانگ ٹری صوبے میں 9 پل بنے: کیم لو ضلع (4 پل)، نامو بال (3 پل)، پھرو ڈیل (1 پل) اور گاس مور (1 پل)۔"
    assert [claim.area for claim in said(text, "ur", published="2024-05-05")] == [
        "quang-tri",
        "quang-tri/cam-lo",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(("word", "area"), [("Commune", "hue/an-cuu"), ("کمیون", "hue/an-cuu")])
def test_english_words_of_units_stand_in_urdu_texts(word: str, area: str) -> None:
    assert one(f"Huế کے An Cựu {word} میں 37 پل ہیں۔", "37", "ur", published=None).area == area


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("آج کوانگنام صوبے میں 37 پل بنے۔", "quang-nam"),
        ("آج صوبہ کوانگ تری میں 37 پل بنے۔", "quang-tri"),
        ("آج غریب ترین صوبے میں 37 پل بنے۔", None),
    ],
)
def test_a_province_that_no_table_spells_so_is_known_by_its_sound(text: str, area: str | None) -> None:
    assert one(text, "37", "ur", published="2024-05-05").area == area
