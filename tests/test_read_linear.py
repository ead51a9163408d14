"""The work grows with the text and no faster, on ordinary and on hostile text; counted, not timed."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import pytest

import extractor.normal
import extractor.read
from extractor.normal import nfc
from extractor.read import blank, read
from extractor.read.pipeline import PIECE
from extractor.read.sentences import pieces
from extractor.read.words import VOCAB

HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "7" * size,
    "spaced digits": lambda size: "7 " * (size // 2),
    "grouped digits": lambda size: "777 " * (size // 4),
    "dotted digits": lambda size: "7." * (size // 2),
    "commas in digits": lambda size: "1," * (size // 2),
    "commas between digits": lambda size: "1, " * (size // 3),
    "slashes": lambda size: "7/" * (size // 2),
    "dashes": lambda size: "12-" * (size // 3),
    "years": lambda size: "2024-2025/" * (size // 10),
    "scale words": lambda size: "5 tỷ " * (size // 5),
    "only scale words": lambda size: "trăm " * (size // 5),
    "hundreds": lambda size: "hai trăm " * (size // 9),
    "decimals in words": lambda size: "ba phẩy " * (size // 8),
    "vague scales": lambda size: "hàng chục " + "nghìn " * (size // 6),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "number words": lambda size: "hai mươi " * (size // 9),
    "prices": lambda size: "1 đồng/người" + "/người" * (size // 6),
    "one word": lambda size: "a" * size,
    "links": lambda size: "http://x.vn/" + "1-" * (size // 2),
    "phones": lambda size: "SĐT: 0912 " * (size // 10),
    "documents": lambda size: "57-NQ/TW-" * (size // 9),
    "names": lambda size: "Điều 1" + ", 2" * (size // 3),
    "days": lambda size: "ngày 5" + ", 6" * (size // 3),
    "words for day": lambda size: "ngày " * (size // 5) + "5/6",
    "months": lambda size: "tháng 9" + ", 10" * (size // 4),
    "Roman numerals": lambda size: "lần thứ " + "X" * size,
    "stops": lambda size: "." * size,
    "stops and quotes": lambda size: '."' * (size // 2),
    "marks": lambda size: "a" + "\u0323\u0301" * (size // 2),
    "invisible signs": lambda size: "1\u200b" * (size // 2),
    "ligatures": lambda size: "\ufdfa" * size,
    "lines": lambda size: "\n" * size,
    "ordinary": lambda size: "Tỉnh thu 12.345,6 tỷ đồng, tăng 8,05% so với năm 2024.\n" * (size // 56),
    "one line": lambda size: "Tỉnh thu 12.345,6 tỷ đồng, tăng 8,05% so với năm 2024. " * (size // 56),
}
CHEAP = ("digits", "commas in digits", "one word", "Roman numerals")


def calls(text: str) -> int:
    """How many functions, of Python and of C, reading this text calls."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

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
    first, second, third = (calls(make(size)) for size in (1_000, 6_000, 24_000))
    assert second <= 6 * first * 1.3 + 500
    assert third <= 4 * second * 1.1 + 500


@pytest.mark.parametrize("name", CHEAP)
def test_ten_megabytes_of_one_word_cost_no_more_calls_than_a_kilobyte(name: str) -> None:
    read("Làm nóng 5%.", "vi")
    assert calls(HOSTILE[name](10_000_000)) <= calls(HOSTILE[name](1_000)) + 500


@pytest.mark.parametrize("name", HOSTILE)
def test_long_hostile_text_is_read(name: str) -> None:
    text = nfc(HOSTILE[name](60_000))
    reading = read(text, "vi")
    assert all(text[one.start : one.end] == one.surface for one in reading.figures)


def test_a_million_digits_are_no_figure() -> None:
    assert read("9" * 1_000_000, "en").figures == ()


def expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every regular expression of the folder that reads figures."""
    modules = [extractor.normal]
    for found in pkgutil.iter_modules(extractor.read.__path__):
        modules.append(importlib.import_module(f"extractor.read.{found.name}"))
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__}.{name}", value


def repeats(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Kind and largest number of each repeat in a parsed expression; an atomic group gives nothing back either."""
    for code, argument in tree:
        if code is codes.ATOMIC_GROUP:
            yield from ((codes.POSSESSIVE_REPEAT, most) for _, most in repeats(argument))
            continue
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            yield code, argument[1]
        for part in argument if isinstance(argument, tuple) else [argument]:
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, parser.SubPattern):
                    yield from repeats(inner)


@pytest.mark.parametrize(("name", "pattern"), list(expressions()))
def test_no_expression_goes_back_over_a_long_stretch(name: str, pattern: re.Pattern[str]) -> None:
    for kind, most in repeats(parser.parse(pattern.pattern)):
        assert kind is codes.POSSESSIVE_REPEAT or most <= 12, name


@pytest.mark.parametrize("run", [".", '."', "?!", "…", "1.", "a"])
def test_each_stop_is_looked_at_once(run: str) -> None:
    from extractor.read.sentences import END

    long = run * 3_000
    tried = [END.match(long, place) for place in range(len(long))]
    assert sum(found.end() - found.start() for found in tried if found) <= len(long)


def test_many_marks_are_put_in_their_order() -> None:
    assert nfc("e" + "\u0301\u0323" * 40) == "\u1eb9" + "\u0323" * 39 + "\u0301" * 40


def test_a_book_is_read_in_pieces_that_end_between_sentences() -> None:
    sentence = "Tỉnh thu 12.345,6 tỷ đồng, tăng 8,05%. "
    text = sentence * 4_000
    cuts = list(pieces(text, PIECE))
    assert "".join(text[start:end] for start, end in cuts) == text
    assert all(text[:end].endswith(". ") for _, end in cuts)
    assert [one.surface for one in read(text, "vi").figures] == ["12.345,6 tỷ đồng", "8,05%"] * 4_000


def unseen(number: int) -> str:
    word = f"chưa{'abcdeghik'[number % 9] * (number % 23)}gặp{number}x"
    return f"Xã {word} có {number} hộ nghèo, tăng {number},5% so với năm 2024; xem {word}.vn/{number}-{word}.html."


def growth(work: Callable[[str], object]) -> int:
    """How many bytes 3,000 texts of unseen words leave behind, after as many as make every cache full."""
    for number in range(300):
        work(unseen(number))
    tracemalloc.start()
    try:
        for number in range(300, 600):
            work(unseen(number))
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        for number in range(600, 3_600):
            work(unseen(number))
        gc.collect()
        return tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()


def test_reading_many_texts_keeps_no_words() -> None:
    read("Làm nóng 5%.", "vi")
    before = len(VOCAB), len(VOCAB.strings)
    assert growth(lambda text: read(text, "vi")) < 30_000
    assert (len(VOCAB), len(VOCAB.strings)) == before


def test_a_pipeline_in_a_memory_zone_keeps_no_words() -> None:
    nlp = blank("vi")
    nlp("Làm nóng 5%.")
    before = len(nlp.vocab.strings)

    def work(text: str) -> object:
        with nlp.memory_zone():
            doc = nlp(text)
            return [span._.figure for span in doc.spans["figures"]]

    # spaCy forgets the words, but its map of them keeps a place for each: some 5 bytes a word.
    assert growth(work) < 400_000
    assert len(nlp.vocab.strings) == before
