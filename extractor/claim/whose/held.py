"""Where something was held: the venue of a video link, the place where the centre met. It owns no figure."""

from __future__ import annotations

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.records import Term

ASIDE = 45
DATED = 3
MET = 7


def venue(unit: Unit, text: str) -> bool:
    """Whether the sentence speaks of a video link's venue, not of how many there were (131 điểm cầu)."""
    words = unit.of("scope", "venue")
    return bool(words) and any(not text[max(unit.start, t.start - 2) : t.start].strip()[-1:].isdigit() for t in words)


def held_at(term: Term, unit: Unit, text: str) -> bool:
    """`Ngày 5/9, tại Huế, Bộ Y tế họp`: a date before it, a comma behind it, and somebody who acts.

    Instead of the date a meeting of the centre: `Tại cuộc họp ở Huế, ông A (Bộ Y tế) cho biết`.
    """
    if habits(unit.language).held:
        return _met_in(term, unit, text)
    before = [word for word in unit.of("scope", "at") if word.end + 1 == term.start]
    if not before or text[term.end : term.end + 1] != ",":
        return False
    centre = [*unit.of("scope", "central"), *unit.of("body", "ministry")]
    if any(0 < before[0].start - one.end < ASIDE for one in unit.of("time", "assembly")):
        return any(other.start > term.end for other in centre)
    dated = any(one.end <= before[0].start <= one.end + DATED for one in unit.others)
    acting = [*centre, *unit.of("body"), *unit.of("scope", "province_body")]
    return dated and any(other.start > term.end for other in acting)


def _met_in(term: Term, unit: Unit, text: str) -> bool:
    """`On May 5, in Hue, the Prime Minister …`, `… in Hue on May 5`: where the centre met, as a sentence without
    figures tells."""
    if text[term.start - 2 : term.start] == text[term.end : term.end + 2] == ", " and any(
        one.start == term.end + 2 for one in unit.others
    ):
        return True  # `The ceremony, Hue, May 6, 2025`
    centre = [*unit.of("scope", "central"), *unit.of("body", "ministry")]
    opening = text[max(unit.start, term.start - ASIDE) : term.start].lower().split()[-1:]
    if unit.figures or not centre or habits(unit.language).held.isdisjoint(opening):
        return False
    return any(0 < term.start - one.end < MET or 0 < one.start - term.end < MET for one in unit.others)
