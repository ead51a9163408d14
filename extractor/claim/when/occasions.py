"""Occasions, which last some days that are not told."""

from __future__ import annotations

from datetime import date

from extractor.claim.scene import Scene, Unit
from extractor.claim.when.clock import DAY, Clock, Period
from extractor.claim.when.times import OCCASION

# So many days an occasion lasts at most.
LONGEST = 21


def of_occasion(unit: Unit, view: Scene, clock: Clock) -> bool:
    """Whether the sentence, or one without quantities before it, tells of an occasion whose days are not known."""
    before = view.before(unit) if clock.carried is None else []
    told = any(one.of("time", OCCASION) for one in (unit, *before) if one is unit or not one.figures)
    return told and not some_days(clock.carried or clock.article)


def some_days(one: Period | None) -> bool:
    """Whether it is a span of some days, which an occasion may last."""
    if one is None or one.start is None or one.end is None or not len(one.start) == len(one.end) == DAY:
        return False
    return 0 < (date.fromisoformat(one.end) - date.fromisoformat(one.start)).days < LONGEST
