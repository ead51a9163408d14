"""Bases of rates: `/10.000 dân`, `đồng/người/năm`, `per 100,000 people`."""

from __future__ import annotations

from decimal import Decimal

from extractor.read.draft import Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Entry, Hit
from extractor.read.number import Number
from extractor.read.numerals import number
from extractor.records import FigureKind

ROUND_BASES = frozenset({1000, 10000, 100000, 1000000})


def rate(line: Line, draft: Draft, index: int) -> None:
    """Adds `per` and `denominator`: `/10.000 dân`, `trên một vạn dân`, `/người/năm`, `per 100,000 people`."""
    head = line.word(index) == "/"
    word = None if head else line.at(index, "per_word", "per_head") or _later_base(line, index)
    if not head and word is None:
        return
    if word is not None and word.entry.role == "per_head":
        draft.kind, draft.per, draft.denominator, draft.after = (
            FigureKind.RATE,
            word.entry.value,
            Decimal(1),
            word.end,
        )
        draft.cite(word)
        return
    start = index + 1 if word is None else word.end
    base = number(line, start)
    place = base.end if base else start
    if base is not None and base.spelled and not base.power:
        base, place = None, start
    scale = line.at(start, "scale")
    if base is None and scale is not None and not scale.entry.only:
        base = Number(start, scale.end, Decimal(1).scaleb(int(scale.entry.value)), Decimal(1))
        place = scale.end
    noun = line.at(place, "per") or line.at(place, "noun", "time", "measure")
    wide = draft.kind is FigureKind.MONEY or word is not None
    if noun is None and base is None and draft.kind is FigureKind.MONEY and (head or (word and not word.entry.only)):
        noun = line.at(start, "money") or _any_word(line, start)
    if noun is not None and line.at(noun.end, "ago"):
        return
    if noun is None and base is not None and word is not None and not word.entry.only and base.value in ROUND_BASES:
        draft.kind, draft.denominator, draft.after = FigureKind.RATE, base.value, base.end
        draft.cite(word)
        return
    if noun is None or (base is None and noun.entry.role != "per" and not wide):
        return
    if word is not None and base is None and word.entry.only == "number":
        return
    end, per = _more(line, noun)
    draft.kind, draft.per, draft.denominator = FigureKind.RATE, per, base.value if base else Decimal(1)
    draft.after = end
    draft.cite(word, noun)


def _any_word(line: Line, index: int) -> Hit | None:
    """Whatever a price is for: `50 triệu đồng/nhà`."""
    return Hit(index, index + 1, Entry("per", "word")) if line.word(index).isalpha() else None


def _later_base(line: Line, index: int) -> Hit | None:
    """`per` behind a noun of up to three words, with a number after it: `41.6 dengue cases per 100,000 people`."""
    if "per_word" not in line.roles:
        return None
    for position in range(index, min(index + 4, line.size)):
        hit = line.at(position, "per_word")
        if hit is not None and not hit.entry.only and line.word(hit.end)[:1].isdecimal():
            return hit
        if not line.word(position).isalpha():
            return None
    return None


def _more(line: Line, noun: Hit) -> tuple[int, str]:
    """Further bases: `/người/năm`."""
    end = noun.end
    while again := _next_base(line, end):
        end = again.end
    return end, line.slice(noun.start, end).lower()


def _next_base(line: Line, index: int) -> Hit | None:
    word = line.at(index, "per_word")
    if line.word(index) == "/" or (word is not None and not word.entry.only):
        return line.at(word.end if word else index + 1, "per")
    return None
