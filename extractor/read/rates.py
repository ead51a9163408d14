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
        _of(draft, word.end, word.entry.value, Decimal(1)).cite(word)
        return
    start = index + 1 if word is None else word.end
    base, place = _base(line, start)
    noun = _counted(line, draft, place, start, word) if base is None else _per(line, place)
    if noun is not None and line.at(noun.end, "ago"):
        return
    if noun is None:
        if base is not None and word is not None and not word.entry.only and base.value in ROUND_BASES:
            _of(draft, base.end, draft.per, base.value).cite(word)
    elif base is not None and draft.unit == line.slice(noun.start, noun.end).lower() and base.value not in ROUND_BASES:
        draft.denominator = base.value  # `113 xã/194 xã`: a ratio, whose whole is read by itself
    elif base is not None or word is None or word.entry.only != "number":
        end, per = _more(line, noun)
        _of(draft, end, per, base.value if base else Decimal(1)).cite(word, noun)


def _of(draft: Draft, after: int, per: str | None, base: Decimal) -> Draft:
    draft.kind, draft.per, draft.denominator, draft.after = FigureKind.RATE, per, base, after
    return draft


def _base(line: Line, start: int) -> tuple[Number | None, int]:
    """The number that a rate is told for, and where its noun would stand: `10.000`, `một vạn`, `triệu`."""
    base = number(line, start)
    if base is not None and base.spelled and not base.power:
        return None, start
    scale = line.at(start, "scale")
    if base is None and scale is not None and not scale.entry.only:
        return Number(start, scale.end, Decimal(1).scaleb(int(scale.entry.value)), Decimal(1)), scale.end
    return base, base.end if base else start


def _per(line: Line, place: int) -> Hit | None:
    return line.at(place, "per") or line.at(place, "noun", "time", "measure")


def _counted(line: Line, draft: Draft, place: int, start: int, word: Hit | None) -> Hit | None:
    """What a rate without a number is told for: a noun of such bases, any noun of a price or behind `per`."""
    noun = _per(line, place)
    price = draft.kind is FigureKind.MONEY
    if noun is None and price and (word is None or not word.entry.only):
        return line.at(start, "money") or _any_word(line, start)
    return noun if noun is not None and (noun.entry.role == "per" or price or word is not None) else None


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
