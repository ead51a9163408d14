"""Phrases in words: all of them, longest first, with the capitals they ask for."""

from __future__ import annotations

from extractor.read.lexicon import Entry, Lexicon
from extractor.read.words import cut


def found(phrases: list[str], text: str) -> list[tuple[int, int, str]]:
    """Start, end and phrase of every find."""
    hits = Lexicon([(phrase, Entry("term", phrase)) for phrase in phrases]).find(cut(text))
    return [(start, end, entry.id) for start, end, entry in hits]


def test_overlapping_phrases_are_all_found_longest_first() -> None:
    assert found(["xã", "xã hội", "hội đồng", "xã hội hóa"], "xã hội hóa xã hội đồng") == [
        (0, 3, "xã hội hóa"), (0, 2, "xã hội"), (0, 1, "xã"),
        (3, 5, "xã hội"), (3, 4, "xã"), (4, 6, "hội đồng"),
    ]  # fmt: skip


def test_a_phrase_that_the_text_breaks_off_is_not_found() -> None:
    assert found(["chuyển đổi số"], "chuyển đổi") == []
    assert found(["chuyển đổi số"], "chuyển đổi và số") == []


def test_capitals_of_a_phrase_must_be_met() -> None:
    assert found(["Hòa Bình", "hòa bình"], "hòa bình") == [(0, 2, "hòa bình")]
    assert found(["Hòa Bình", "hòa bình"], "Hoà Bình") == [(0, 2, "Hòa Bình"), (0, 2, "hòa bình")]
    assert found(["WHO"], "Who knows") == []


def test_one_phrase_may_stand_for_several_things_once_each() -> None:
    lexicon = Lexicon([("tỷ", Entry("scale", "a")), ("tỷ", Entry("money", "b")), ("tỷ", Entry("scale", "a"))])
    assert [entry.id for _, _, entry in lexicon.find(cut("5 tỷ"))] == ["a", "b"]
