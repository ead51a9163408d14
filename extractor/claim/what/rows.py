"""Rows of places: what was counted as a whole and goes on place by place, with the bare noun behind each number."""

from __future__ import annotations

from collections.abc import Set

from extractor.claim.done.statement import MOVES
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, Unit
from extractor.claim.what.clauses import whole_of
from extractor.claim.what.counted import names, unknown
from extractor.claim.what.rulebook import NEUTRAL
from extractor.records import Figure, FigureKind, Term

SIGNS = ",;:("
ENDS = ",;:.()"
# The kinds of words for a place, and the words that say how much there is.
PLACES = {"place", "scope", "town"}


def next_in_row(figure: Figure, past: Figure, unit: Unit, text: str, open_row: bool) -> bool:
    """Whether a count is the next place's of what was counted before: `60 xã đạt chuẩn, trong đó huyện A 12 xã`.

    `open_row` says that the count before is in such a row itself. What goes on behind the noun or moves is another.
    """
    if figure.kind is not FigureKind.COUNT or past.kind is not FigureKind.COUNT or not _same(figure.unit, past.unit):
        return False
    start = max(unit.start, past.end)
    if not (open_row or _opened(start, figure.start, unit, text)) or not _ends(figure, unit, text):
        return False
    # A colon behind the name (`A: 12 xã`) is part of the item.
    ends = start + len(text[start : figure.start].rstrip(" :"))
    begins = max(start, *(text.rfind(sign, start, ends) + 1 for sign in SIGNS))
    begins = max([begins, *(one.end for one in unit.figures if one.end <= figure.start)])
    near = unit.within(begins, figure.start)
    # `xã` of `thị xã Tân Hòa` counts nothing.
    units = [(first, last) for _, first, last in names(unit, text)]
    counted = [term for term in near if term.kind == "concept" and term.id not in NEUTRAL]
    if any(not any(first <= term.start < last for first, last in units) for term in counted):
        return False
    if any(term.kind == "statement" and term.id in (*MOVES, *MOVED) for term in near):
        return False
    left = unknown(begins, figure.start, unit, text)
    return all(word[0].isupper() for word in left) and (bool(left) or any(term.kind in PLACES for term in near))


def reaches(figure: Figure, past: Figure, better: str, unit: Unit, text: str, known: Set[str]) -> bool:
    """Whether a count says what the one before it came to, with the bare noun: `90 hộ nghèo, cuối năm còn 60 hộ`.

    `better` is what the table says of more; what is better fewer is left over (`còn`), what is better more rises
    (`lên`); `known` are the concepts that the count before has.
    """
    using = habits(unit.language)
    last = {"no": using.left, "yes": using.risen}.get(better, frozenset())
    counts = figure.kind is past.kind is FigureKind.COUNT and figure.start > past.end and _same(figure.unit, past.unit)
    if not last or not counts or not _ends(whole_of(figure, unit) or figure, unit, text):
        return False
    words = [one for one in unit.of("statement", "level") if past.end <= one.start and one.end <= figure.start]
    if not words or last.isdisjoint(text[words[-1].start : words[-1].end].lower().split()[-1:]):
        return False
    opened = max(past.end, *(text.rfind(sign, past.end, figure.start) + 1 for sign in SIGNS))
    named = {one.id for one in unit.within(opened, figure.start) if one.kind == "concept"}
    return named <= (known | NEUTRAL) and not unknown(words[-1].end, figure.start, unit, text)


def _same(noun: str | None, before: str | None) -> bool:
    """Whether the noun is the one before, or its head: `hộ` of `hộ nghèo`."""
    return bool(noun and before) and f"{before} ".startswith(f"{noun} ")


def _opened(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether a word or a colon says that parts of the whole follow."""
    words = unit.of("link", "of_which", "specifically", "parts")
    return any(start <= word.start < end for word in words) or text.find(":", start, end) >= 0


def _ends(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether nothing but a sign or a joiner follows the noun."""
    behind = text[figure.end : unit.end].lstrip()
    noun = figure.unit or ""
    if behind[: len(noun)].lower() != noun:
        return False
    left = behind[len(noun) :].strip()
    return not left or left[0] in ENDS or left.split()[0] in habits(unit.language).joiners


def names_next(unit: Unit, text: str) -> bool:
    """Whether a sentence begins with the next of a row of places: `Tiếp theo là Huế`, `Đứng thứ hai là Huế`, `Hue was
    next`."""
    words = unit.of("link", "order")
    if words and (words[0].start == unit.start or _holds_next(words[0], unit, text)):
        return True
    first = unit.figures[0] if unit.figures else None
    return first is not None and first.kind is FigureKind.RANK and not unknown(unit.start, first.start, unit, text)


def _holds_next(word: Term, unit: Unit, text: str) -> bool:
    """Whether nothing but a place and a small word stands before what says that it is the next: `Hue was next`."""
    places = [term for term in unit.within(unit.start, word.start) if term.kind == "place"]
    figures = any(one.start < word.start for one in unit.figures)
    return bool(places) and not figures and not unknown(unit.start, word.start, unit, text)
