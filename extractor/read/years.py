"""The year of months that a text names without one, where the day of publication is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extractor.records import Figure, FigureKind, Term

YEAR = 4
TIMES = (FigureKind.DATE, FigureKind.PERIOD)
# So many times as often as all others is the year told of named: others are compared with or aimed at.
CLEARLY = 3
# Words of how long something lasts or by when it is to be done, and how near a year they stand.
ENDS = ("until", "deadline")
BESIDE = 2


def told_year(figures: Sequence[Figure], terms: Sequence[Term]) -> int | None:
    """The year that the text tells of, where a date or a period lacks one: that of its months, else its only one.

    A year that something lasts or is to be reached until (`đến năm 2030`) is not what the text tells of.
    """
    times = [one for one in figures if one.kind in TIMES]
    if all(one.value is not None for one in times):
        return None
    ends = [term for term in terms if term.kind == "time" and term.id in ENDS]
    before, behind = {term.end for term in ends}, {term.start for term in ends}
    alone = [one for one in times if before.isdisjoint(_left(one)) and behind.isdisjoint(_right(one))]
    return _clear(_years(times, months=True)) or _clear(_years(alone, months=False), alone=True)


def _left(one: Figure) -> range:
    """Where a word ends that stands right before a year."""
    return range(one.start - BESIDE, one.start + 1)


def _right(one: Figure) -> range:
    """Where a word begins that stands right behind a year."""
    return range(one.end, one.end + BESIDE + 1)


def _years(times: Iterable[Figure], *, months: bool) -> Counter[str]:
    """How often each year is named, with months or days of it or alone; spans of several years are of none."""
    found: Counter[str] = Counter()
    for one in times:
        value, end = one.value, one.value_max or one.value
        if isinstance(value, str) and isinstance(end, str) and value[:YEAR] == end[:YEAR]:
            found[value[:YEAR]] += (len(value) > YEAR) == months
    return +found


def _clear(years: Counter[str], *, alone: bool = False) -> int | None:
    first, *others = years.most_common() or [("", 0)]
    rest = sum(number for _, number in others)
    clear = first[1] and (not rest if alone else first[1] >= CLEARLY * rest)
    return int(first[0]) if clear else None
