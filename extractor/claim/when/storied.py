"""The one day that a text tells of, told a little later: `On Nov 16 police said that on Nov 15 they fined 9`, `A storm
struck Huế on Nov 15.`"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from extractor.claim.scene import WISHES, Scene, Unit
from extractor.claim.when.clock import DAY, YEAR, Period
from extractor.records import FigureKind

# Who told it: `… said that`, `According to …`.
TELLING = ("said", "source")
# What came over a place, and nobody did: `xảy ra`, `struck`.
HAPPENED = "happened"
# So many days before it was told a day is news.
NEWS = 3
NO_NEWS = ("sets", *WISHES)


def day_of_story(opens: Sequence[Unit], view: Scene, named: Callable[[Unit], Sequence[Period]]) -> Period | None:
    """The day of what somebody told of or what happened, as of which the whole text counts that names no other time."""
    for unit in opens:
        if not unit.others or unit.of("status", *NO_NEWS):
            continue
        told = [one for one in named(unit) if one.event]
        pairs = ((one, _told_on(one, unit) or _published_on(one, told, unit, view)) for one in told)
        story, telling = next((pair for pair in pairs if _is_news(*pair)), (None, None))
        if story is None:
            continue
        days, year = {story.end, telling}, (story.end or "")[:YEAR]
        others = (one for other in view.units if other.others for one in named(other) if one.end not in days)
        # What is compared with and what is to come tells another time only of itself.
        alone = not any(year <= (one.end or "") <= (telling or "") for one in others)
        return replace(story, basis="context", position=0) if alone else None
    return None


def _told_on(story: Period, unit: Unit) -> str | None:
    """The last day before another, where a word of telling stands between the two."""
    for day in reversed(unit.others):
        if day.kind is FigureKind.DATE and len(str(day.value)) == DAY and day.end < story.position:
            told = any(day.end <= word.start < story.position for word in unit.of("link", *TELLING))
            return str(day.value) if told else None
    return None


def _published_on(story: Period, told: Sequence[Period], unit: Unit, view: Scene) -> str | None:
    """The day of publication, where the sentence names one day only, on which it says that something happened."""
    happened = unit.of("time", HAPPENED) if len(told) == 1 else ()
    said = unit.of("link", "said") if happened else ()
    if not happened or any(story.position < word.start < happened[-1].start for word in said):
        return None
    return view.article.published


def _is_news(story: Period, telling: str | None) -> bool:
    if len(telling or "") != DAY:
        return False
    return 0 < (date.fromisoformat(telling or "") - date.fromisoformat(story.end or "")).days <= NEWS
