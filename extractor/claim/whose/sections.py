"""The sections of a text about several places, each under a line that names its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from extractor.claim.scene import Unit
from extractor.claim.whose.below import provinces_of
from extractor.claim.whose.levels import SMALL
from extractor.claim.whose.mark import Mark

# The levels of places that a section may be about.
PLACES = ("province", "district")
# A paragraph that tells of another place in a round of news begins with it.
STAR = "*"


def section_heads(units: Sequence[Unit], found: Mapping[int, Sequence[Mark]], text: str) -> dict[int, Mark]:
    """By paragraph, the place that it only names (`2. Huế: 9 tỷ đồng`, `Sa Pa: Kín phòng`) and others below it tell of:
    several, or one that the next paragraph names again."""
    # The number before a name may be taken for a sentence of its own.
    sizes = Counter(unit.block for unit in units if any(sign.isalpha() for sign in text[unit.start : unit.end]))
    heads = {unit.block: mark for unit in units if sizes[unit.block] == 1 and (mark := _place_alone(unit, found, text))}
    over = {block: mark for block, mark in heads.items() if block + 1 in sizes and block + 1 not in heads}
    if len(over) > 1:
        return over
    again = {(unit.block, mark.key) for unit in units for mark in found[unit.index]}
    return {block: mark for block, mark in over.items() if (block + 1, mark.key) in again and block}


def starred(units: Sequence[Unit], found: Mapping[int, Sequence[Mark]], text: str) -> dict[int, Mark]:
    """By paragraph, the place that a star in front of it turns to: `* Cùng ngày, Đảng bộ xã Tân Hòa họp.`"""
    starts = [unit for unit in units if unit.index == unit.first and text.startswith(STAR, unit.start)]
    named = ((unit.block, [mark for mark in found[unit.index] if mark.key]) for unit in starts)
    return {block: marks[0] for block, marks in named if marks and marks[0].level in (*PLACES, *SMALL)}


def _place_alone(unit: Unit, found: Mapping[int, Sequence[Mark]], text: str) -> Mark | None:
    """The place with which a line begins that says no more than a headline behind a colon."""
    mark = next((one for one in found[unit.index] if one.level in PLACES and one.key), None)
    if mark is None or len(unit.figures) > 1:
        return None
    before, behind = text[unit.start : mark.start], text[mark.end : unit.end].strip()
    headline = behind.startswith(":") and (mark.level == "province" or behind[-1].isalpha())
    return mark if (not behind or headline) and not any(sign.isalpha() for sign in before) else None


def of_several(heads: Mapping[int, Mark], day: str | None) -> bool:
    """Whether the sections are about places in more than one province, so that no province is the whole text's."""
    told = [
        frozenset({one.key}) if one.level == "province" else provinces_of(one.level, one.key or "", day)
        for one in heads.values()
    ]
    return len(frozenset[str | None]().union(*(one for one in told if len(one) == 1))) > 1
