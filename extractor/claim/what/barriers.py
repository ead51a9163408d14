"""What lies between a word and a figure of a sentence: signs and joiners, each with its cost."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from extractor.claim.habits import SIGN_COSTS, Habits
from extractor.claim.scene import Unit

HIDING = ("concept", "place", "body")
BRACKET = re.compile(r"\([^()]{1,60}\)")
SIGNS = re.compile("[" + re.escape("".join(SIGN_COSTS)) + "]")


class Barriers:
    """What the signs and joiners of a sentence cost to cross, as sums from its start."""

    def __init__(self, unit: Unit, text: str, using: Habits) -> None:
        costs = [(m.start(), using.signs[m.group()]) for m in SIGNS.finditer(text, unit.start, unit.end)]
        if using.joining is not None:
            costs += [(m.start(), using.joiner) for m in using.joining.finditer(text, unit.start, unit.end)]
        if using.along is not None:
            named = _covered([(term.start, term.end) for term in unit.terms])
            along = using.along.finditer(text, unit.start, unit.end)
            costs += [(found.start(), using.joiner) for found in along if not named(found.start())]
        if costs:
            hidden = [(term.start, term.end) for kind in HIDING for term in unit.of(kind)]
            inside = _covered(sorted([*hidden, *_passed_over(unit, text)]))
            costs = sorted([(position, cost) for position, cost in costs if not inside(position)])
        self._at = [position for position, _ in costs]
        self._sums = [0, *accumulate([cost for _, cost in costs])]

    def between(self, start: int, end: int) -> int:
        """What it costs to go from start to end."""
        return self._sums[bisect_left(self._at, end)] - self._sums[bisect_left(self._at, start)]


def _passed_over(unit: Unit, text: str) -> Iterator[tuple[int, int]]:
    """The brackets without a number of their own: `dân số (năm 2016) là 9.000`, `giá trị (giá hiện hành) đạt 9`."""
    for found in BRACKET.finditer(text, unit.start, unit.end):
        if not any(found.start() < one.start < found.end() for one in unit.figures):
            yield found.span()


def _covered(spans: Sequence[tuple[int, int]]) -> Callable[[int], bool]:
    starts = [start for start, _ in spans]
    reach = list(accumulate((end for _, end in spans), max))

    def inside(position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and position < reach[index]

    return inside
