"""Occasions, which last some days that are not told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from extractor.claim.scene import Scene, Unit
from extractor.claim.signs import GENITIVES
from extractor.claim.when.clock import DAY, YEAR, Clock, Period

OCCASION = "occasion"
# So many days an occasion lasts at most.
LONGEST = 21
# So many sentences may tell which days those are.
OPENING = 8
OWNS = re.compile("|".join(f"{one} " for one in GENITIVES))
# A year before the rest of an occasion's name.
NAMED = re.compile(r"\d{4} (?:[A-Z]\w+ ){0,3}")


def of_occasion(unit: Unit, view: Scene, clock: Clock) -> bool:
    """Whether the sentence, or one without quantities before it, tells of an occasion whose days are not known."""
    before = view.before(unit) if clock.carried is None else []
    told = any(one.of("time", OCCASION) for one in (unit, *before) if one is unit or not one.figures)
    return told and not some_days(clock.carried or clock.article)


def days_told(view: Scene, named: Callable[[Unit], Sequence[Period]]) -> Period | None:
    """The days of the occasion that the opening tells of: `dịp Tết, từ 8/2 đến 14/2/2024`; the most of those that
    hold the first, since its name may be days too: `5 ngày nghỉ lễ 30/4-1/5 (30/4-4/5)`."""
    units = [unit for unit in view.units[:OPENING] if unit.of("time", OCCASION)]
    found = [one for unit in units for one in named(unit) if some_days(one)]
    return max((one for one in found if _holds(one, found[0])), key=_length, default=None)


def known(one: Period, unit: Unit, clock: Clock) -> Period:
    """The days of this year's occasion where the article tells which they are."""
    told = clock.article if some_days(clock.article) else clock.days
    meant = one.unknown or (clock.days is not None and named_by(one, clock.days) and _names(one, unit))
    return replace(told, position=one.position) if told and meant and one.end else one


def _names(one: Period, unit: Unit) -> bool:
    """Whether days stand right beside the word of an occasion: `the April 30 - May 1 holiday`."""
    end = next((other.end for other in unit.others if other.start == one.position), one.position)
    words = unit.of("time", OCCASION)
    return any(word.start == end + 1 or word.end + 1 == one.position for word in words)


def names_which(before: str, one: Period, published: str | None) -> bool:
    """Whether the words from a time to an occasion only say which it is: `this year's`, `the 2026 Lunar New Year` in
    that year."""
    this = one.whole_year and published is not None and published.startswith(before[:YEAR])
    return OWNS.search(before) is not None or (this and NAMED.fullmatch(before) is not None)


def named_by(one: Period | None, days: Period | None) -> bool:
    """Whether days are but the name of an occasion that lasts longer, or not known."""
    return one is not None and days is not None and (one.unknown or (some_days(one) and _holds(days, one)))


def _holds(one: Period, other: Period) -> bool:
    return (one.start or "") <= (other.start or "") and (one.end or "") >= (other.end or "")


def _length(one: Period) -> int:
    return (date.fromisoformat(one.end or "") - date.fromisoformat(one.start or "")).days


def some_days(one: Period | None) -> bool:
    """Whether it is a span of some days, which an occasion may last."""
    if one is None or one.start is None or one.end is None or not len(one.start) == len(one.end) == DAY:
        return False
    return 0 < _length(one) < LONGEST
