"""The years for which a growth by the year, or the average of several years, is told: those named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit
from extractor.claim.when.clock import YEAR, Clock, Period, past_span
from extractor.claim.when.opening import named
from extractor.claim.when.times import dated
from extractor.records import Figure, FigureKind

LOOK_BACK = 12
GROWTH = 60
# So far behind a goal's value may stand that it is one of each year.
EACH = 10
CLAUSE = re.compile("[;:]")


def _years_before(unit: Unit, view: Scene, planned: bool) -> Period | None:
    """The last span of years named before, for what is told by the year; a plan's is not over yet."""
    for index in range(unit.index - 1, max(-1, unit.index - LOOK_BACK), -1):
        earlier = view.units[index]
        for figure in reversed(earlier.others):
            one = dated(figure, "", figure.start) if figure.kind is FigureKind.PERIOD else None
            if one and one.years and not (planned and past_span(one, view.article.published)):
                return one.by("context")
    return None


def averaged(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a share is the average of several years: `an average annual growth rate of 9%`."""
    words = habits(unit.language).averaged
    if words is None or figure.kind is not FigureKind.PERCENT:
        return False
    return words.search(text, max(unit.start, figure.start - GROWTH), figure.start) is not None


def over_term(last: Period, figure: Figure, found: Sequence[Period], unit: Unit, clock: Clock, text: str) -> Period:
    """The years of the term that ends with a goal's day where the goal is one of each year: `nhiệm kỳ 2025-2030 xác
    định: đến năm 2030 có 9 xã; mỗi năm giảm 2%`; else that day."""
    words = habits(unit.language).yearly
    start = max((one.end() for one in CLAUSE.finditer(text, unit.start, figure.start)), default=unit.start)
    by_year = figure.per in habits(unit.language).year if figure.per else False
    if last.kind != "deadline" or not (by_year or (words and words.search(text, start, figure.end + EACH))):
        return last
    coming = clock.terms.coming
    term = Period(f"{coming[0]}-01-01", f"{coming[1]}-12-31", "flow", "context") if coming else last
    spans = [one for one in (*found, term) if one.years and (one.end or "")[:YEAR] == (last.end or "")[:YEAR]]
    return next(iter(spans), last)


def years_of(figure: Figure, unit: Unit, view: Scene, clock: Clock, planned: bool) -> Period | None:
    """The years told before for a growth by the year or the average of several."""
    if averaged(figure, unit, view.text) and (years := _years_told(unit, view, clock, planned)):
        return years
    return _years_before(unit, view, planned) if _yearly(figure, unit) else None


def _years_told(unit: Unit, view: Scene, clock: Clock, planned: bool) -> Period | None:
    """The last years named before, for what is their average: those of a plan's not over, others begun before."""
    day = clock.published or ""
    for index in range(unit.index - 1, max(-1, unit.index - LOOK_BACK), -1):
        for one in reversed(named(view.units[index], view, clock)):
            over = past_span(one, clock.published) or (one.start or "9")[:YEAR] < day[:YEAR]
            if one.kind == "flow" and one.years and over != planned:
                return one.by("context")
    return None


def _yearly(figure: Figure, unit: Unit) -> bool:
    """Whether a growth is told by the year: `tăng bình quân 8%/năm`."""
    if figure.kind is not FigureKind.RATE or figure.per not in habits(unit.language).year:
        return False
    return any(0 <= figure.start - word.end <= GROWTH for word in unit.of("statement", "up", "down"))
