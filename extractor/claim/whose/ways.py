"""Names of places that are an end of a road: `Hồ Chí Minh - Mộc Bài`, `ہنوئی - ہائی فونگ ایکسپریس وے`."""

from __future__ import annotations

import re

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.records import Term

DASHES = "-–—"
NEAR = 24
# A dash behind a name, its part of the road between, and what follows up to the next sign.
TO = re.compile(r"[^،,۔؛;:()\d–—-]{0,24}\d{0,2} ?[-–—] ([^،,۔؛;:()\d]{1,40})")
REST = re.compile(r"[^،,۔؛;:()\d]{0,24}")


def ends_way(term: Term, unit: Unit, text: str) -> bool:
    """Whether the name is an end of a road."""
    return _capitals(term, unit, text) or _worded(term, unit, text)


def _worded(term: Term, unit: Unit, text: str) -> bool:
    """Whether a dash stands beside the name and the word of a road behind the other end."""
    ways = habits(unit.language).ways
    if ways is None:
        return False
    other = TO.match(text, term.end, unit.end)
    if other is not None and ways.search(other[1]):
        return True
    behind = REST.match(text, term.end, unit.end)
    before = text[max(unit.start, term.start - 3) : term.start].strip()
    return bool(before) and before in DASHES and behind is not None and ways.search(behind[0]) is not None


def _capitals(term: Term, unit: Unit, text: str) -> bool:
    """Whether a dash and a name of two words with capitals stand beside it; in capitals throughout it is a dateline."""
    name = text[term.start : term.end]
    if " " in name and name.isupper():  # no abbreviation
        return False
    after = text[term.end : min(unit.end, term.end + NEAR)]
    if term.start > unit.start and after[1:2] and after[1:2] in DASHES:
        names = after[3:].split()[:2]
        return (
            after[0] == after[2:3] == " "
            and len(names) == 2
            and names[0].isalpha()
            and all(name[0].isupper() for name in names)
        )
    before = text[max(unit.start, term.start - 3) : term.start]
    if len(before) == 3 and before[1] in DASHES and before[0] == before[2] == " ":
        words = text[max(unit.start, term.start - NEAR) : term.start - 3].split()
        capital = bool(words) and words[-1][0].isupper() and not words[-1].isupper()
        return capital and term.start - NEAR > unit.start
    return False
