"""Months that a sentence only counts: `in the last seven months`, `over the past four months`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit
from extractor.claim.when.clock import MONTH, YEAR, Clock, Period
from extractor.claim.when.told_aside import passed_months
from extractor.days import months
from extractor.records import Figure, FigureKind


def months_passed(unit: Unit, view: Scene, clock: Clock) -> list[Period]:
    """The span of the article's opening, where a sentence only says how many months it was: `the last 7 months`."""
    words, article = unit.of("time", "years_over"), clock.article
    if not words or article is None or article.start is None or article.end is None or len(article.end) < MONTH:
        return []
    passed = months(article.end) - months(article.start) + 1
    for one in (*unit.figures, *unit.others):
        counted = one.kind is FigureKind.DURATION and one.unit in habits(unit.language).month and one.value == passed
        counted = counted or (passed_months(one, unit, view.text) and _months(one) == passed)
        if counted and any(word.start <= one.end + 1 and one.start <= word.end + 1 for word in words):
            return [replace(article, position=one.start)]
    return []


def months_up_to(unit: Unit, told: Sequence[Period]) -> list[Period]:
    """The months of the year up to one that the sentence names, which it only counts: `9 in April, bringing the total
    over the past four months to 30`."""
    words = unit.of("time", "years_over") if any(one.is_month for one in told) else ()
    found = []
    for one in unit.figures if words else ():
        before = [span for span in told if span.position < one.start]
        last = before[-1].end if before and before[-1].is_month else None
        counted = one.kind is FigureKind.DURATION and one.unit in habits(unit.language).month
        if last and counted and one.value == int(last[YEAR + 1 : MONTH]) and any(w.end + 1 == one.start for w in words):
            found.append(Period(f"{last[:YEAR]}-01-01", last, "flow", "sentence", one.start))
    return found


def _months(one: Figure) -> int:
    """How many months a span has."""
    first, last = str(one.value), str(one.value_max)
    return months(last) - months(first) + 1 if len(first) >= MONTH <= len(last) else 0
