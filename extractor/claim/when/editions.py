"""The year of an index's edition where a figure's own sentence tells none: the last one named beside the index."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.claim.scene import Scene, Unit
from extractor.claim.when.asides import of_then
from extractor.claim.when.brackets import enclosed
from extractor.claim.when.clock import Clock, Period
from extractor.claim.when.opening import named

LOOK_BACK = 8


def _aside(one: Period, unit: Unit, text: str) -> bool:
    """Whether a year only says what was so then: `in 2023 … 9th (in 2022, it was 12th)`."""
    return of_then(one, unit, text) or enclosed(one, unit, text)


def edition(concepts: Iterable[str], unit: Unit, view: Scene, clock: Clock) -> Period:
    """The whole year that this sentence or one before names with the words of the index; no time where none does."""
    wanted = tuple(concepts)
    for index in range(unit.index, max(-1, unit.index - LOOK_BACK), -1):
        told = view.units[index]
        if wanted and told.of("concept", *wanted):
            years = [one for one in named(told, view, clock) if one.whole_year and not _aside(one, told, view.text)]
            if years:
                return years[-1].by("context")
    return Period()
