"""Words for the same time a year before: where they are part of a comparison, and where a sentence opens with one."""

from __future__ import annotations

from extractor.claim.habits import habits
from extractor.claim.scene import Unit, once
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
