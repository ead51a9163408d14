"""Which word of a sentence owns a figure: the item of a list, the nearest name before it, else one behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.claim import signs
from extractor.claim.marks import (
    AVERAGE,
    FOREIGN,
    HOUSEHOLD,
    REGION,
    Mark,
    counted_provinces,
    every_province,
    named_after,
    opens,
)
from extractor.claim.rulebook import habits
from extractor.claim.scene import Unit, once
from extractor.claim.units import NAME_WORDS
from extractor.claim.wholes import ADJACENT, AFTER, LIST_SIGNS, adjacent, without_wholes
from extractor.records import Comparator, Figure, FigureKind, Term

APPOSITION = 60
OF_REACH = 90
# So near behind its figure a word of a unit is what is counted: `hai huyện A và B`.
COUNTED = 2
# What parts a figure from the place behind it, and a semicolon or a colon alone.
PARTED = re.compile("[,;،؛:]")
SEMICOLON = re.compile("[;؛:]")
BOUNDS = (Comparator.MORE, Comparator.AT_LEAST, Comparator.LESS, Comparator.AT_MOST)
LISTED = ("province", "commune", "district", "village")
SMALL = LISTED[1:]
OUTDOING = ("up", "down")
WHOLE = ("province", "nation", REGION, FOREIGN, HOUSEHOLD)


@dataclass(frozen=True, slots=True)
class Owner:
    """How a figure is owned (item, sentence, all, split, several, unknown, context), by which mark, and those near."""

    how: str
    mark: Mark | None = None
    near: Sequence[Mark] = ()


def owner(figure: Figure, unit: Unit, found: Sequence[Mark], text: str) -> Owner:
    """The owner of a figure of the sentence by the marks in it."""
    if _counts_provinces(figure, unit):
        return Owner("all")
    inside = [m for m in found if m.bracket and m.bracket[0] < figure.start < m.bracket[1]]
    if inside:
        return Owner("item", _of_item(inside, figure, text), found)
    if _bounds_a_set(figure, unit, text):
        return Owner("several")
    if parts := _split_up(figure, found, unit):
        return Owner("split", near=parts)
    usable = [m for m in found if m.bracket is None and (not m.aside or adjacent(m, figure, text))]
    usable = [m for m in usable if not _set_of_rank(m, figure, unit, text) and not _outdone(m, figure, unit, text)]
    listed = _enumerated(usable, unit, text)
    if _of_several(usable, listed, figure, unit, text):
        return Owner("several")
    usable = without_wholes([m for m in usable if m not in listed], figure, unit, text)
    return _nearby(figure, unit, usable, found, text)


def _nearby(figure: Figure, unit: Unit, usable: Sequence[Mark], found: Sequence[Mark], text: str) -> Owner:
    """The owner among the marks that are left: the figure's own behind it, the last before it, the next behind it."""
    before = [m for m in usable if m.end <= figure.start]
    own = _own_behind(figure, unit, found, text)
    behind = _nearest_after(usable, figure, unit, text)
    chosen = own or (_nearest(before, unit, text) if not _parted(before, behind, figure, text) else None) or behind
    if chosen is None:
        counted = any(start >= figure.end for start, _ in counted_provinces(unit))
        return Owner("all" if counted else "context")
    if chosen.level in ("province", REGION) and _unnamed_item(chosen, figure, unit, text):
        return Owner("unknown")
    several = len({m.key for m in usable if m.level == "province" and m.key}) > 1
    how = "item" if several and adjacent(chosen, figure, text) else "sentence"
    return Owner(how, chosen, [*(before or usable), *(m for m in found if m.level == "district")])


def _parted(before: Sequence[Mark], behind: Mark | None, figure: Figure, text: str) -> bool:
    """Whether a semicolon parts the figure from the names before it, and the one behind stands in its own clause."""
    if not before or behind is None or behind.level == "nation" or before[-1].level not in LISTED:
        return False
    return ";" in text[before[-1].end : figure.start] and not any(
        sign in text[figure.end : behind.start] for sign in (", ", ";", ": ")
    )


def _own_behind(figure: Figure, unit: Unit, found: Sequence[Mark], text: str) -> Mark | None:
    """What stands right behind the figure as its own: `9 km2 của xã A`, `9 vụ ở chợ (Huế)`, `9 trạm trên cả nước`."""
    behind = [m for m in found if m.start >= figure.end]
    if not behind:
        return None
    mark, words = behind[0], text[figure.end : behind[0].start].split()
    counts = any(figure.end <= other.start < mark.start for other in unit.figures)
    if counts or not words or PARTED.search(text, figure.end, mark.start):
        return None
    if mark.bracket:
        alone = text[mark.bracket[0] + 1 : mark.bracket[1]].strip() == text[mark.start : mark.end]
        return mark if alone and mark.key else None
    whose = words[-1].lower() in habits(unit.language).owners
    return mark if (mark.level in SMALL and mark.key and whose) or mark.across else None


def _of_item(inside: Sequence[Mark], figure: Figure, text: str) -> Mark:
    """The mark of a bracket that the figure belongs to: the last before it in a list of items, else the last."""
    before = [mark for mark in inside if mark.end <= figure.start and adjacent(mark, figure, text)]
    return before[-1] if before else inside[-1]


def _split_up(figure: Figure, found: Sequence[Mark], unit: Unit) -> list[Mark]:
    """The provinces by which the next bracket splits the figure up: `5 người bị thương (Huế 1, Nghệ An 4)`."""
    opened = min((m.bracket[0] for m in found if m.bracket and m.bracket[0] >= figure.end), default=None)
    if opened is None or any(figure.end <= other.start < opened for other in unit.figures):
        return []
    inside = [m for m in found if m.bracket and m.bracket[0] == opened and m.level == "province" and m.key]
    closed = max((m.bracket[1] for m in inside if m.bracket), default=opened)
    counted = any(opened < other.start < closed for other in unit.figures)
    return inside if counted and len({m.key for m in inside}) > 1 else []


def _nearest(before: Sequence[Mark], unit: Unit, text: str) -> Mark | None:
    """The last mark before the figure; a province named as the place of a unit or body does not hide that unit.

    Nor does a province or the nation that only stands in an apposition: `the Mekong Delta, Vietnam's rice bowl, grew`.
    """
    if not before:
        return None
    last = before[-1]
    if len(before) > 1 and before[-2].key and last.level in ("nation", "province") and _apposed(before[-2], last, text):
        return before[-2]
    if last.level == "province" and len(before) > 1:
        owner = before[-2]
        body = owner.level.startswith("body:") and named_after(owner.end, last.start, unit, text)
        beside = last.start - owner.end < ADJACENT and (last.key or "," not in text[owner.end : last.start])
        if owner.level not in WHOLE and owner.key and (body or beside):
            return owner
    return last


def _apposed(owner: Mark, last: Mark, text: str) -> bool:
    """Whether the last mark stands between the comma right behind its owner and the next one."""
    opened, closed = text[owner.end : owner.end + 1] == ",", text.find(",", last.end, last.end + APPOSITION)
    inside = text[owner.end + 1 : last.start] + text[last.end : max(closed, last.end)]
    return opened and closed >= 0 and not any(sign in ",;." or sign.isdigit() for sign in inside)


def _set_of_rank(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the nation, a region or the world is what a rank is in; what is ranked itself stands before it."""
    if figure.kind is not FigureKind.RANK or mark.level not in ("nation", REGION, FOREIGN):
        return False
    told = mark.level == REGION and any(mark.end <= one.start < figure.start for one in unit.figures)
    ranked = told or opens(mark.start, unit, text)
    return not (mark.end <= figure.start and ranked)


def _outdone(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the mark is what another is more or less than by the figure: `Bac Ninh سے 870 کم`."""
    using, gap = habits(unit.language), text[mark.end : figure.start].split()
    if using.status_side != "after" or not gap or gap[0] not in using.ranges or not adjacent(mark, figure, text):
        return False
    average = mark.rule.endswith(f":{AVERAGE}")
    return average or any(0 < word.start - figure.end < ADJACENT for word in unit.of("statement", *OUTDOING))


def _enumerated(found: Sequence[Mark], unit: Unit, text: str) -> set[Mark]:
    """The provinces that only share a list (Phú Thọ, Vĩnh Phúc và Hòa Bình): none owns a figure alone."""
    using = habits(unit.language)
    between = using.joiners | {"", *using.ranges}
    listed = set()
    for one, other in pairwise(m for m in found if m.level in ("province", REGION) and m.key):
        gap = text[one.end : other.start].strip(" ,،")
        if gap in between and one.key != other.key and (gap or REGION not in (one.level, other.level)):
            listed |= {one, other}
    return listed


def _of_several(usable: Sequence[Mark], listed: set[Mark], figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is of provinces together: nothing but the list stands before it, or is what follows it."""
    before = [mark for mark in usable if mark.end <= figure.start]
    behind = [mark for mark in usable if mark.start >= figure.end]
    if before or not behind:
        return bool(before) and all(mark in listed for mark in before)
    parted = signs.LIST.search(text, figure.end, behind[0].start) or behind[0].start - figure.end > AFTER
    counted = any(figure.end <= other.start < behind[0].start for other in unit.figures)
    return behind[0] in listed and not parted and not counted


def _bounds_a_set(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure only says which places are counted: `six localities grew by more than 10%`."""
    if figure.kind is FigureKind.COUNT or figure.comparator not in BOUNDS:
        return False
    words = unit.of("concept", "locality") + unit.of("scope", "localities", "province_name")
    counts = [one for one in unit.figures if one.kind is FigureKind.COUNT and one.end < figure.start]
    return any(
        0 < word.start - one.end <= 2 and not signs.CLAUSE.search(text, word.end, figure.start)
        for one in counts[-1:]
        for word in words
    )


def counts_localities(figure: Figure, unit: Unit) -> bool:
    """`12 địa phương`: whether localities are counted, which are provinces in a text that tells a part of all."""
    words = unit.of("concept", "locality")
    return figure.kind is FigureKind.COUNT and any(0 < term.start - figure.end <= COUNTED for term in words)


def _unnamed_item(chosen: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the next item of a list, of a place that no table knows: `A (9%), X (8%)`."""
    before = [one for one in unit.figures if chosen.end <= one.start and one.end <= figure.start]
    if len(before) != 1 or not adjacent(chosen, before[0], text):
        return False
    words = text[before[0].end : figure.start].lstrip(")%").rstrip(" (")
    name = words[1:].split()
    capital = all(word[0].isupper() or not word.isascii() for word in name) if name else False
    known = any(before[0].end <= term.start < figure.start for term in unit.terms)
    return words[:1] in LIST_SIGNS and 0 < len(name) <= NAME_WORDS and capital and not known


def _nearest_after(usable: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> Mark | None:
    starts = [other.start for other in unit.figures]
    near = [m for m in usable if 0 <= m.start - figure.end < AFTER and m.level in ("nation", *LISTED)]
    near = [m for m in near if text[figure.end : m.start].strip()]
    near = [m for m in near if not m.rule.endswith(f":{AVERAGE}")]
    if not near or near[0].start in starts:
        return None
    next_one = min((start for start in starts if start >= near[0].end), default=None)
    if next_one is not None and next_one - near[0].end <= ADJACENT and ";" not in text[near[0].end : next_one]:
        return None
    if near[0].level not in ("nation", "province") and SEMICOLON.search(text, figure.end, near[0].start):
        return None
    return None if _new_clause(text[figure.end : near[0].start], unit) else near[0]


def _new_clause(gap: str, unit: Unit) -> bool:
    """Whether a comma and a joiner stand in the gap: `9 bridges fell, while Huế lost none`."""
    using = habits(unit.language)
    words = (part.split() for part in gap.split(",")[1:])
    return any(part and part[0].lower() in using.joiners for part in words)


def _counts_provinces(figure: Figure, unit: Unit) -> bool:
    """`10 tỉnh, thành phố`, `6 of 34 provinces`: how many provinces there are of a kind is the nation's figure."""
    if figure.kind is not FigureKind.COUNT:
        return False
    words = _province_words(unit)
    if not words:
        return False
    wholes = [one for one in unit.figures if one.value == figure.denominator and one.start > figure.end]
    return any(0 < term.start - one.end <= 2 for term in words for one in (figure, *wholes))


@once
def _province_words(unit: Unit) -> Sequence[Term]:
    """The words of provinces that stand behind a number."""
    return [*unit.of("scope", "localities"), *(word for _, word in (*counted_provinces(unit), *every_province(unit)))]
