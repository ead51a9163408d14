"""Words for the same time a year before: where they are part of a comparison, and where a sentence opens with one."""

from __future__ import annotations

from dataclasses import replace

from extractor.claim.habits import habits
from extractor.claim.scene import Unit, once
from extractor.claim.when.clock import Period
from extractor.days import year_before
from extractor.records import Term

EARLIER = "earlier"
# Behind these the earlier time is only where a move began: `From the same period last year exports rose by 9%`.
BEGUN = ("from", "since")


def covered(word: Term, unit: Unit) -> bool:
    """Whether the word is part of a comparison that begins before it: `so với cùng kỳ`."""
    return any(term.start < word.start < term.end for term in unit.of("statement"))


@once
def opening(unit: Unit) -> Term | None:
    """The earlier time that a sentence opens with and tells everything of: `In the same period last year it had 9
    mills and 8 ports`."""
    using, first = habits(unit.language), unit.figures[0].start
    if not using.articles or unit.others or unit.of("time", "to_date", "this_year"):
        return None
    years = {one.start for one in unit.of("time", "last_year")}
    words = [one for one in unit.of("time", EARLIER) if one.end <= first and one.start not in years]
    if not words or covered(words[0], unit):
        return None
    before = (*unit.of("statement"), *unit.of("time", *BEGUN))
    return None if any(term.start < words[0].start for term in before) else words[0]


def years_before(now: Period, year: int | None) -> Period | None:
    """The same span in that year, else a year before."""
    if now.end is None:
        return None
    years = int(now.end[:4]) - year if year else 1
    return replace(now, start=_earlier(now.start, years), end=_earlier(now.end, years), basis="sentence")


def _earlier(day: str | None, years: int) -> str | None:
    """The same day so many years before."""
    return year_before(day, years) if day else None
