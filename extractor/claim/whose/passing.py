"""Places that a sentence names in passing: neighbours, what a unit was made of, whose a region or a ministry is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.claim import signs
from extractor.claim.scene import Unit
from extractor.claim.whose.levels import SMALL

if TYPE_CHECKING:
    from extractor.claim.whose.marks import Mark
    from extractor.records import Term

# So near behind its word begins the name of a neighbour.
BESIDE = 12
# The last of so many may be the one that is told of.
ROUND = 2
# So near behind its holder stands what it has: `Vietnam's southern Mekong Delta`.
HELD = 30
GENITIVES = ("'s", "’s")


def without_neighbours(found: list[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks without the places that a unit borders on or is far from: `giáp huyện B, tỉnh C; cách Huế 9 km`."""
    for word in unit.of("scope", "neighbour"):
        first = min((mark for mark in found if mark.end > word.end), key=lambda mark: mark.start, default=None)
        if first is None or first.start - word.end > BESIDE or signs.LIST.search(text, word.end, first.start):
            continue
        ends = [one.start for one in unit.figures if one.start >= word.end] + [unit.end]
        stop = text.find(";", word.end, ends[0])
        end = stop if stop >= 0 else ends[0]
        if subject := _subject([mark for mark in found if first.start <= mark.start < end], word, found, text):
            end = subject.start
        found = [mark for mark in found if not first.start <= mark.start < end]
    return found


def _subject(behind: Sequence[Mark], word: Term, found: Sequence[Mark], text: str) -> Mark | None:
    """The last of several units that a comma parts from the neighbours before it and a verb follows, where none is
    named before them: `Nằm giáp huyện B, xã A có …`."""
    if len(behind) < ROUND or any(mark.key and mark.end <= word.start for mark in found):
        return None
    before, last = behind[-2:]
    parted = text.startswith(",", before.end) and last.start - before.end <= BESIDE
    return last if parted and text[last.end : last.end + 2].lstrip()[:1].islower() else None


def products(found: list[Mark], unit: Unit) -> list[Mark]:
    """The marks, those told aside that the unit before the word was made of: `xã A … sáp nhập xã B và xã C`."""
    small = [mark for mark in found if mark.key and mark.level in SMALL]
    made = [word.start for word in unit.of("scope", "merging") if any(mark.end <= word.start for mark in small)]
    parts = [mark for mark in small if made and mark.start > made[0]]
    return [replace(mark, aside=True) if mark in parts else mark for mark in found]


def without_holders(found: Sequence[Mark], text: str) -> list[Mark]:
    """The marks without the nation where it only says whose a region, a province or a ministry is: `Vietnam's Hue`."""
    left = sorted(found, key=lambda mark: mark.start)
    held = {
        one
        for one, other in pairwise(left)
        if one.level == "nation" and text[one.start : one.end].endswith(GENITIVES) and _has(one, other, text)
    }
    return [mark for mark in found if mark not in held]


def _has(one: Mark, other: Mark, text: str) -> bool:
    """Whether nothing but words stand between a holder and what it has."""
    gap = text[one.end : other.start]
    return 0 < len(gap) <= HELD and gap.replace(" ", "").replace("-", "").isalpha()
