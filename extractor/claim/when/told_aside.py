"""Dates that tell nothing of when a figure was so: when something began, and months counted back from today."""

from __future__ import annotations

from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Unit
from extractor.claim.when.clock import YEAR
from extractor.records import Figure, FigureKind

# So near before its date stands the verb.
BESIDE = 2
OPENS, ENDS = (",", "("), (",", ")")


def dates_nothing(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a date is no time of the sentence's own."""
    return _tells_origin(figure, unit, text) or passed_months(figure, unit, text)


def _tells_origin(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a date stands in a participle's phrase of its own, set apart by signs, that only says since when there is
    what the sentence tells of: `Set up in 2022, the centre has 9 rooms`."""
    word = next((one for one in unit.of("time", "origin") if 0 < figure.start - one.end <= BESIDE), None)
    if word is None or not habits(unit.language).tenses or not text.startswith(ENDS, figure.end):
        return False
    before = text[unit.start : word.start].rstrip()
    return not before or before.endswith(OPENS)


def passed_months(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a number of months is counted back from today, not from the end of the year: `9 cases in the last seven
    months`; a wish is for the last of a year."""
    words = unit.of("time", "years_over") if figure.kind is FigureKind.PERIOD else ()
    if not any(word.start <= figure.start < word.end for word in words) or unit.of("status", *WISHES, "demand"):
        return False
    named = text[figure.start : figure.end].replace("-", " ").split()
    dated = any(word.isdecimal() and len(word) == YEAR for word in named)
    return not dated and habits(unit.language).year.isdisjoint(named)
