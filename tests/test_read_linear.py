"""The work grows with the text and no faster, on ordinary and on hostile text; counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from extractor.read import read
from extractor.read.words import VOCAB

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "7" * size,
    "spaced digits": lambda size: "7 " * (size // 2),
    "dotted digits": lambda size: "7." * (size // 2),
    "slashes": lambda size: "7/" * (size // 2),
    "dashes": lambda size: "12-" * (size // 3),
    "scale words": lambda size: "5 tỷ " * (size // 5),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "number words": lambda size: "hai mươi " * (size // 9),
    "prices": lambda size: "1 đồng/người" + "/người" * (size // 6),
    "one word": lambda size: "a" * size,
    "links": lambda size: "http://x.vn/" + "1-" * (size // 2),
    "names": lambda size: "Điều 1" + ", 2" * (size // 3),
    "ordinary": lambda size: "Tỉnh thu 12.345,6 tỷ đồng, tăng 8,05% so với năm 2024.\n" * (size // 56),
}


def calls(text: str) -> int:
    """How many Python functions reading this text calls."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        read(text, "vi", "2025-10-15")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text(name: str) -> None:
    make = HOSTILE[name]
    read("Làm nóng 5%.", "vi")
    small, large = calls(make(2_000)), calls(make(16_000))
    assert large <= 8 * small * 1.3 + 200


@pytest.mark.parametrize("name", HOSTILE)
def test_long_hostile_text_is_read(name: str) -> None:
    text = HOSTILE[name](60_000)
    reading = read(text, "vi")
    assert all(text[one.start : one.end] == one.surface for one in reading.figures)


def test_a_million_digits_are_no_figure() -> None:
    assert read("9" * 1_000_000, "en").figures == ()


def test_reading_many_texts_keeps_no_words() -> None:
    read("Làm nóng 5%.", "vi")
    before = len(VOCAB), len(VOCAB.strings)
    for number in range(300):
        read(f"Xã Chưa{'a' * (number % 17)}gặp{number}x có {number} hộ, tăng {number},5% so với năm 2024.", "vi")
    assert (len(VOCAB), len(VOCAB.strings)) == before
