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
# So near, with the word of a year between: `so với cùng kỳ năm 2024`, `the same period of 2024`.
NAMED = 5
# By a day with one of these is told what has been done.
REACHED = ("as_of", "until", "end_of")
DAY = 10
# So near the day of a paper stands the paper itself.
SIGNED = 40
# What is told is compared with a time beside them.
COMPARED = ("compared", "same_period", "more_behind", "less_behind", "than")


def told_year(figures: Sequence[Figure], terms: Sequence[Term]) -> int | None:
    """The year that the text tells of, where a date or a period lacks one: that of its months, else its only one.

    A year that something lasts or is to be reached until (`đến năm 2030`) is not what the text tells of, and one that
    is compared with is the year before, where no later one is told of.
    """
    times = [one for one in figures if one.kind in TIMES]
    if all(one.value is not None for one in times):
        return None
    past = _beside(times, [term for term in terms if term.kind == "statement" and term.id in COMPARED], NAMED)
    told = [one for one in times if one.start not in past]
    ends = _beside(told, [term for term in terms if term.kind == "time" and term.id in ENDS], BESIDE)
    alone = [one for one in told if one.start not in ends]
    year = _clear(_years(told, months=True)) or _clear(_years(alone, months=False), alone=True)
    if year is not None:
        return year
    base = [one for one in times if one.start in past]
    before = _clear(_years(base, months=True) + _years(base, months=False), alone=True)
    later = any(int(year) > before + 1 for year in _years(alone, months=False)) if before else True
    return before + 1 if before and not later else None


def carried_out_later(read: Sequence[Figure], dated: Sequence[Figure], terms: Sequence[Term]) -> bool:
    """Whether what a paper asks for would have been done before it was signed, where only papers tell the year:
    `thực hiện Kết luận số 9 ngày 6/7/2023, đến ngày 24/1 xã đã …` is told of the year after."""
    days = [one for one in read if one.kind is FigureKind.DATE and one.value is not None]
    reports = [term for term in terms if term.kind == "time" and term.id in REACHED]
    if not days or not reports:
        return False
    papers = [(term.start, term.end) for term in terms if term.kind == "reference"]
    papers += [(one.start, one.end) for one in read if one.kind is FigureKind.DOCUMENT]
    signed = [one for one in days if len(str(one.value)) == DAY and any(_near(one, *paper) for paper in papers)]
    bare = {one.start for one in read if one.kind is FigureKind.DATE and one.value is None}
    told = [one for one in dated if one.start in bare]
    reached = [one for one in told if one.start in _beside(told, reports, NAMED) and len(str(one.value)) == DAY]
    if len(signed) < len(days) or not reached:
        return False
    last = max(signed, key=lambda one: str(one.value))
    return all(one.start > last.start and str(one.value) < str(last.value) for one in reached)


def _near(one: Figure, start: int, end: int) -> bool:
    return 0 <= one.start - end <= SIGNED or 0 <= start - one.end <= SIGNED


def _beside(times: Sequence[Figure], words: Sequence[Term], near: int) -> set[int]:
    """Where the times begin that stand so near one of the words, before or behind it."""
    before = {term.end + gap for term in words for gap in range(near + 1)}
    behind = {term.start - gap for term in words for gap in range(near + 1)}
    return {one.start for one in times if one.start in before or one.end in behind}


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
