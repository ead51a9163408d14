"""Which word of a sentence owns a figure: the item of a list, the nearest name before it, else one behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.claim.done.verbs import closed
from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.acting import named_after, told_by_ministry
from extractor.claim.whose.behind import ends_there, led_in, right_behind, spread
from extractor.claim.whose.items import lies_in, of_item, split_up, unnamed_item
from extractor.claim.whose.levels import FOREIGN, HOUSEHOLD, LISTED, REGION, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import AVERAGE, INSTITUTIONS
from extractor.claim.whose.provinces import counted_provinces, counts_provinces, of_a_region
from extractor.claim.whose.ranked import opens_with_rank
from extractor.claim.whose.seats import seats
from extractor.claim.whose.seeming import (
    gives,
    in_passing,
    leads_elsewhere,
    measures,
    of_all,
    opens_clause,
    outdone,
    own_aside,
)
from extractor.claim.whose.together import bounds_a_set, enumerated, of_several
from extractor.claim.whose.wholes import ADJACENT, AFTER, adjacent, lying_in, set_of_rank, within, without_wholes
from extractor.records import Figure, FigureKind

APPOSITION = 60
# Words at most from a place to the nation's name that it lies in.
LYING = 3
# What parts a figure from the place behind it, and a semicolon or a colon alone.
PARTED = re.compile("[,;،؛:]")
SEMICOLON = re.compile("[;؛:]")
# What stands behind it is a set that the one told of is in: `là một trong những xã khá của huyện A`.
ONE_OF = "one_of"
WHOLE = ("province", "nation", REGION, FOREIGN, HOUSEHOLD)


@dataclass(slots=True)
class Owner:
    """How a figure is owned (item, sentence, all, split, several, set, unknown, context), by which mark; those near."""

    how: str
    mark: Mark | None = None
    near: Sequence[Mark] = ()


def owner(figure: Figure, unit: Unit, found: Sequence[Mark], text: str) -> Owner:
    """The owner of a figure of the sentence by the marks in it."""
    if of_a_region(figure, unit):
        return Owner("set")
    if counts_provinces(figure, unit):
        return Owner("all")
    if not found:
        return Owner("several") if bounds_a_set(figure, unit, text) else _unowned(figure, unit)
    boxed = [m for m in found if m.bracket]
    inside = [m for m in boxed if m.bracket and m.bracket[0] < figure.start < m.bracket[1]]
    if inside := [m for m in inside if not set_of_rank(m, figure, unit, text)]:
        return _inside(figure, unit, inside, found, text)
    if bounds_a_set(figure, unit, text):
        return Owner("several")
    if boxed and (parts := split_up(figure, found, unit)):
        wide = any(m.level == REGION and m.bracket is None and m.end <= figure.start for m in found)
        return Owner("several") if wide else Owner("split", near=parts)
    if boxed and (placed := lies_in(figure, found, unit, text)):
        return Owner("item", placed, found)
    usable = [m for m in found if m.bracket is None and _may_own(m, figure, unit, text)]
    listed = enumerated(usable, unit, text)
    if of_several(usable, listed, figure, unit, text):
        small = [mark for mark in usable if (mark in listed or not listed) and mark.level in SMALL]
        return Owner("several", small[0] if small else None, usable)
    if _behind_the_list(usable, figure, unit, text):
        return Owner("context")
    usable = without_wholes([m for m in usable if m not in listed], figure, unit, text)
    return _nearby(figure, unit, usable, found, text)


def _may_own(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a mark is more than compared with, ranked among, passed over, counted beside or a giver."""
    if mark.aside and not own_aside(mark, figure, unit, text):
        return False
    if set_of_rank(mark, figure, unit, text) or outdone(mark, figure, unit, text):
        return False
    if (mark.level == FOREIGN and in_passing(mark, unit, text)) or measures(mark, figure, unit, text):
        return False
    return not (_counted_beside(mark, figure, unit, text) or gives(mark, unit, text))


def _inside(figure: Figure, unit: Unit, inside: Sequence[Mark], found: Sequence[Mark], text: str) -> Owner:
    """The owner among the marks of a bracket; those that it only lists own no count: `(gồm 3 huyện là A, B và C)`."""
    if figure.kind is FigureKind.COUNT and enumerated(inside, unit, text).issuperset(inside):
        return Owner("context")
    own = spread(figure, unit, [replace(mark, bracket=None) for mark in inside], text)
    return Owner("item", own or of_item(inside, figure, text), found)


def _nearby(figure: Figure, unit: Unit, usable: Sequence[Mark], found: Sequence[Mark], text: str) -> Owner:
    """The owner among the marks that are left: the figure's own behind it, the last before it, the next behind it."""
    before = [m for m in usable if m.end <= figure.start]
    before = [m for m in before if not (m.level.startswith("body:") and of_all(m, figure, unit, text))]
    own = behind = None
    if figure.kind is FigureKind.MONEY or found[-1].start >= figure.end:
        own = led_in(figure, unit, found, text) or spread(figure, unit, found, text)
        own = own or right_behind(figure, unit, usable, text) or _own_behind(figure, unit, found, text)
        behind = _nearest_after(usable, figure, unit, text)
    parted = _parted(before, behind, figure, unit, text)
    chosen = own or (None if parted else _nearest(before, unit, text)) or behind
    if chosen is None:
        return _unowned(figure, unit)
    if chosen.level in (*LISTED, REGION) and unnamed_item(chosen, figure, unit, text):
        return Owner("unknown")
    several = len({m.key for m in usable if m.level == "province" and m.key}) > 1
    how = "item" if several and adjacent(chosen, figure, text) else "sentence"
    near = [*(before or usable), *(m for m in found if m.level == "district" or seats(m, chosen, unit, text))]
    near += lying_in(chosen, found, unit, text) if chosen.level in SMALL else []
    return Owner(how, chosen, near)


def _unowned(figure: Figure, unit: Unit) -> Owner:
    """A figure without a mark: the provinces' that are counted behind it, or what the text speaks of."""
    counted = any(start >= figure.end for start, _ in counted_provinces(unit))
    return Owner("all" if counted or _of_ministry(unit) else "context")


def _of_ministry(unit: Unit) -> bool:
    """Whether a sentence that names no place opens with what a ministry tells: `theo Bộ Công Thương`.

    Not of ranks and scores: a ministry tells those of each province.
    """
    ranked = any(one.kind in (FigureKind.RANK, FigureKind.SCORE) for one in unit.figures)
    return not ranked and told_by_ministry(unit)


def _parted(before: Sequence[Mark], behind: Mark | None, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a semicolon, or a verb that ends a clause, parts the figure from the names before it, and the one behind
    stands in its own clause."""
    if not before or behind is None or behind.level == "nation" or before[-1].level not in LISTED:
        return False
    using = habits(unit.language)
    if closed(text, before[-1].end, figure.start, using):
        return not (closed(text, figure.end, behind.start, using) or PARTED.search(text, figure.end, behind.start))
    return ";" in text[before[-1].end : figure.start] and not any(
        sign in text[figure.end : behind.start] for sign in (", ", ";", ": ")
    )


def _own_behind(figure: Figure, unit: Unit, found: Sequence[Mark], text: str) -> Mark | None:
    """What stands right behind the figure as its own: `9 km2 của xã A`, `9 vụ ở chợ (Huế)`, `9 trạm trên cả nước`."""
    behind = [m for m in found if m.start >= figure.end]
    if not behind:
        return None
    mark, words = behind[0], text[figure.end : behind[0].start].split()
    if made := _made(figure, unit, behind):
        return made
    if mark.level == "province" and mark.key and not mark.aside and opens_with_rank(figure, words, unit, text):
        return mark
    counts = any(figure.end <= other.start < mark.start for other in unit.figures)
    merged = any(word.end <= figure.start for word in unit.of("scope", "merging"))
    if not words or ((counts or PARTED.search(text, figure.end, mark.start)) and not merged):
        return None
    if mark.bracket:
        alone = text[mark.bracket[0] + 1 : mark.bracket[1]].strip() == text[mark.start : mark.end]
        return mark if alone and mark.key else None
    whose = words[-1].lower() in habits(unit.language).owners
    known = mark.key or any(m.level == mark.level and m.key and m.end <= figure.start for m in found)
    unit_or_body = mark.level in SMALL or mark.level.startswith("body:")
    return mark if (unit_or_body and known and whose) or mark.across else None


def _made(figure: Figure, unit: Unit, behind: Sequence[Mark]) -> Mark | None:
    """The unit that was made of what the figure counts: `3 communes, A, B and C, were merged to form A commune`."""
    words = [word.end for word in unit.of("scope", "merged_into") if word.start >= figure.end]
    return next((mark for mark in behind if words and mark.key and not mark.aside and mark.start >= words[0]), None)


def _behind_the_list(usable: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure stands in a clause without a name behind a list: `Huế 9 nhà, Hà Tĩnh 8 nhà; 90 ha lúa`."""
    opened = text.rfind(";", unit.start, figure.start)
    closed = text.find(";", figure.end, unit.end)
    own = any(opened < mark.start < (closed if closed >= 0 else unit.end) for mark in usable)
    if opened < 0 or own:
        return False
    before = [m for m in usable if m.level == "province" and m.key and m.end <= opened]
    items = [m for m in before if any(adjacent(m, one, text) for one in unit.figures)][-2:]
    return len(items) > 1 and items == before[-2:] and ";" not in text[items[0].end : items[1].start]


def _nearest(before: Sequence[Mark], unit: Unit, text: str) -> Mark | None:
    """The last mark before the figure; a province named as the place of a unit or body does not hide that unit.

    Nor does a province or the nation that only stands in an apposition: `the Mekong Delta, Vietnam's rice bowl, grew`.
    """
    if not before:
        return None
    if len(before) > 1 and before[-1].key is None and before[-2].level == before[-1].level == "province":
        # The word behind a province's name is no other province: `A ضلع، Huế صوبے میں`.
        before = before[:-1] if before[-1].start == before[-2].end + 1 else before
    while len(before) > 1 and within(before[-2], before[-1], text):
        before = before[:-1]
    last = before[-1]
    if len(before) > 1 and before[-2].key and last.level in ("nation", "province") and _apposed(before[-2], last, text):
        return before[-2]
    if len(before) > 1 and last.level == "nation" and _lying_in(before[-2], last, unit, text):
        return before[-2]
    if last.level == "province" and len(before) > 1:
        owner = before[-2]
        body = owner.level.startswith("body:") and named_after(owner.end, last.start, unit, text)
        parted = "," in text[owner.end : last.start]
        apposed = text[last.end : last.end + 1] in (",", ")") or not owner.level.startswith("body:")
        ranks = any(owner.end <= word.start < last.start for word in unit.of("scope", "ranking"))  # it ranked the other
        told = owner.level.startswith("body:") and last.key is not None and leads_elsewhere(owner, last, unit, text)
        beside = last.start - owner.end < ADJACENT and not (ranks or told) and (not parted or (last.key and apposed))
        placed = (
            not last.key
            and owner.rule.endswith((*INSTITUTIONS, ":again", ":again_any"))
            and not _told_between(owner, last, unit)
        )
        if owner.level not in WHOLE and owner.key and (body or beside or placed):
            return owner
    return last


def _told_between(owner: Mark, last: Mark, unit: Unit) -> bool:
    """Whether a figure stands between two marks."""
    return any(owner.end <= one.start < last.start for one in unit.figures)


def _lying_in(owner: Mark, last: Mark, unit: Unit, text: str) -> bool:
    """Whether the nation's name only says where a place lies: `Hue in central Vietnam has 9 mills`."""
    gap = text[owner.end : last.start].split()
    inside = bool(gap) and len(gap) <= LYING and gap[0] in habits(unit.language).inside
    return inside and owner.key is not None and owner.level != "nation" and all(word.isalpha() for word in gap)


def _apposed(owner: Mark, last: Mark, text: str) -> bool:
    """Whether the last mark stands between the comma right behind its owner and the next one."""
    opened, closed = text[owner.end : owner.end + 1] == ",", text.find(",", last.end, last.end + APPOSITION)
    inside = text[owner.end + 1 : last.start] + text[last.end : max(closed, last.end)]
    return opened and closed >= 0 and not any(sign in ",;." or sign.isdigit() for sign in inside)


def _counted_beside(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure counts others beside the mark: `Tân Lạc district and 35 communes will be recognised`."""
    using, words = habits(unit.language), text[mark.end : max(mark.end, figure.start)].replace(",", " ").split()
    if using.unit_name == "after":
        return False
    plain = len(words) == 1 or (len(words) == 2 and words[0].islower() and words[0] not in using.function)
    return figure.kind is FigureKind.COUNT and plain and words[-1] in using.joiners and words[-1] not in using.leading


def _nearest_after(usable: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> Mark | None:
    starts = [other.start for other in unit.figures]
    near = [m for m in usable if 0 <= m.start - figure.end < AFTER and m.level in ("nation", *LISTED)]
    near = [m for m in near if text[figure.end : m.start].strip()]
    near = [m for m in near if not (m.rule.endswith(f":{AVERAGE}") or _counted_there(m, figure, unit, text))]
    if not near or near[0].start in starts:
        return None
    next_one = min((start for start in starts if start >= near[0].end), default=None)
    if next_one is not None and next_one - near[0].end <= ADJACENT and not ends_there(near[0], next_one, unit, text):
        return None
    if near[0].level == "nation" and PARTED.search(text, figure.end, near[0].start):
        return None
    if near[0].level not in ("nation", "province") and SEMICOLON.search(text, figure.end, near[0].start):
        return None
    body = near[0].level.startswith("body:")
    if (body and PARTED.search(text, figure.end, near[0].start)) or opens_clause(near[0], figure, unit, text):
        return None
    named = any(figure.end <= word.start < near[0].start for word in unit.of("link", "of_which"))
    named = named or _behind_its_clause(near[0], figure, unit, text)
    named = named or any(figure.end <= word.start < near[0].start for word in unit.of("scope", ONE_OF))
    return None if named or _new_clause(text[figure.end : near[0].start], unit) else near[0]


def _counted_there(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a unit behind is among those that the figure counts: `4 xã được công nhận là các xã A, B`."""
    using = habits(unit.language)
    counts = figure.kind is FigureKind.COUNT and mark.level in SMALL and using.unit_name == "after"
    if not counts or not text[mark.start : mark.end].lower().startswith(f"{figure.unit or ' '} "):
        return False
    return not (using.equals | using.plural).isdisjoint(text[figure.end : mark.start].split())


def _behind_its_clause(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a verb ends the figure's clause and a comma opens that of a unit: `9 پل بنائے گئے، … ضلع A نے`."""
    comma = max(text.rfind(sign, figure.end, mark.start) for sign in "،,")
    return mark.level in SMALL and comma >= 0 and closed(text, figure.end, comma, habits(unit.language))


def _new_clause(gap: str, unit: Unit) -> bool:
    """Whether a comma and a joiner stand in the gap: `9 bridges fell, while Huế lost none`."""
    using = habits(unit.language)
    words = (part.split() for part in gap.split(",")[1:])
    return any(part and part[0].lower() in using.joiners for part in words)
