"""The one day that a text tells of, told a little later: `On Nov 16 police said that on Nov 15 they fined 9`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extractor.claim.scene import WISHES, Scene, Unit
from extractor.claim.when.clock import YEAR, Period

# Who told it: `… said that`, `According to …`.
TELLING = ("said", "source")
# So many days before it was told a day is news.
NEWS = 3
NO_NEWS = ("sets", *WISHES)


def day_of_story(opens: Sequence[Unit], view: Scene, named: Callable[[Unit], Sequence[Period]]) -> Period | None:
    """The day of what somebody told of, as of which the whole text counts that names no other time."""
    for unit in opens:
        if len(unit.others) < 2 or not unit.of("link", *TELLING) or unit.of("status", *NO_NEWS):
            continue
        told = named(unit)
        pair = next((pair for pair in pairwise(told) if _told_of(*pair, unit)), None)
        if pair is None:
            continue
        days, year = {one.end for one in pair}, (pair[1].end or "")[:YEAR]
        others = (one for other in view.units if other.others for one in named(other) if one.end not in days)
        # What is compared with and what is to come tells another time only of itself.
        alone = not any(year <= (one.end or "") <= (pair[0].end or "") for one in others)
        return replace(pair[1], basis="context", position=0) if alone else None
    return None


def _told_of(telling: Period, story: Period, unit: Unit) -> bool:
    """Whether a word of telling stands between two days, of which the second is the earlier by a few."""
    if not (telling.event and story.event):
        return False
    told = any(telling.position < word.start < story.position for word in unit.of("link", *TELLING))
    return told and 0 < (date.fromisoformat(telling.end or "") - date.fromisoformat(story.end or "")).days <= NEWS
