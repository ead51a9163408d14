"""What stands beside what: figures and times in rows of as many, a sum and its growth."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, Unit, once
from extractor.claim.when.cited import only_compared
from extractor.claim.when.clock import Period
from extractor.claim.when.times import dated
from extractor.records import Figure, FigureKind

TIMES = (FigureKind.DATE, FigureKind.PERIOD)
# So far apart may two rows stand, and what is counted by each figure of one be.
REACH, COUNTED = 60, 24
ROW = 2
BEHIND = 30


@once
def in_rows(unit: Unit, text: str) -> dict[int, Period]:
    """The times of figures that stand in a row beside a row of as many times, by where the figures start.

    `It was 5, 6 and 7% in 2023, 2024 and 2025, respectively.`
    """
    times = [one for one in unit.others if one.kind in TIMES and one.value]
    if len(times) < ROW or len(unit.figures) < ROW:
        return {}
    times = [one for one in times if not only_compared(one, unit, text)]
    found: dict[int, Period] = {}
    rows = [row for row in _rows(unit.figures, unit, text) if len(row) >= ROW]
    for row in _rows(times, unit, text):
        alike = [figures for figures in rows if len(figures) == len(row) and _beside(figures, row, unit, text)]
        for figure, time in zip(alike[0], row, strict=True) if alike else ():
            if one := dated(time, "", time.start):
                found[figure.start] = one
    return found


def _rows(found: Sequence[Figure], unit: Unit, text: str) -> list[list[Figure]]:
    """Neighbours of a kind with nothing but commas, joiners and what the first counts between them."""
    every: list[list[Figure]] = []
    for one in found:
        last = every[-1][-1] if every else None
        if last is not None and last.kind is one.kind and _joined(last, one, unit, text):
            every[-1].append(one)
        else:
            every.append([one])
    return every


def _joined(one: Figure, other: Figure, unit: Unit, text: str) -> bool:
    gap = text[one.end : other.start]
    if len(gap) > COUNTED or any(one.end <= figure.start < other.start for figure in (*unit.figures, *unit.others)):
        return False
    words = gap.replace(",", " , ").replace("،", " ، ").split()
    counted = words[: 1 + (one.kind is FigureKind.MONEY)] if one.unit and words and words[0].lower() in one.unit else []
    joiners = habits(unit.language).joiners
    return bool(words[len(counted) :]) and all(w in ",،" or w in joiners for w in words[len(counted) :])


def _beside(figures: Sequence[Figure], times: Sequence[Figure], unit: Unit, text: str) -> bool:
    """Whether the rows are next to each other, or an order is said behind the figures."""
    ordered = any(0 <= word.start - figures[-1].end <= BEHIND for word in unit.of("link", "respectively"))
    if times[0].start > figures[-1].end:
        gap = text[figures[-1].end : times[0].start]
        plain = habits(unit.language).function.issuperset(gap.lower().replace(",", " ").split())
        return len(gap) <= REACH and (plain or ordered)
    words = [word for word in unit.of("link", "respectively") if word.end <= figures[0].start]
    ordered = ordered or any(times[-1].end <= word.start and figures[0].start - word.end <= BEHIND for word in words)
    return ordered and times[-1].end < figures[0].start


def rose(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a sum is told with its growth right behind a comma, as those of a span are: `5 billion, up 8%`."""
    if figure.kind is not FigureKind.MONEY:
        return False
    after = next((one for one in unit.figures if one.start > figure.end), None)
    words = [one.start for one in unit.of("statement", *MOVED)]
    near = after is not None and after.kind is FigureKind.PERCENT and text[figure.end : figure.end + 2] == ", "
    return near and figure.end + 2 in words
