"""The year of months that a text names without one, where the day of publication is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extractor.records import Figure, FigureKind

YEAR = 4
TIMES = (FigureKind.DATE, FigureKind.PERIOD)
# So many times as often as all others is the year told of named: others are compared with or aimed at.
CLEARLY = 3


def told_year(figures: Sequence[Figure]) -> int | None:
    """The year that the text tells of, where a date or a period lacks one: that of its months, else its only one."""
    times = [one for one in figures if one.kind in TIMES]
    if all(one.value is not None for one in times):
        return None
    return _clear(_years(times, months=True)) or _clear(_years(times, months=False), alone=True)


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
