"""Items: what a bracket says of a place, how it splits a figure up, and places of a list that no table knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.capitals import NAME_REACH, NAME_WORDS
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.units import slug
from extractor.claim.whose.wholes import LIST_SIGNS, adjacent
from extractor.records import Figure

# Where one item of a list ends.
ITEM_SIGNS = (";", ":", ". ")
# So near behind its name a bracket holds a figure.
BRACKETED = 12
# What stands between the names of a bracket.
PARTING = re.compile(r"[,،-]")
PLACES = ("village", "commune", "district", "province")
# What was counted or measured, up to the sign before the next item: 46 mm, Tân Hòa 50 mm.
UNIT = re.compile(r"^\s?[^\W\d_A-Z][^\W\d_]*(?:\s[^\W\d_A-Z][^\W\d_]*)?(?=[,;])")


def of_item(inside: Sequence[Mark], figure: Figure, text: str) -> Mark:
    """The mark of a bracket that the figure belongs to: the last before it in a list of items, else the last."""
    before = [mark for mark in inside if mark.end <= figure.start and adjacent(mark, figure, text)]
    return before[-1] if before else inside[-1]


def lies_in(figure: Figure, found: Sequence[Mark], unit: Unit, text: str) -> Mark | None:
    """The unit that the bracket behind what the figure is of places it in: `Cụm B (xã A, huyện C) rộng 9 ha; …`."""
    last = next((mark for mark in reversed(found) if mark.end <= figure.start), None)
    bracket = last.bracket if last is not None else None
    if bracket is None or any(sign in text[bracket[1] : figure.start] for sign in ITEM_SIGNS):
        return None
    if not habits(unit.language).joiners.isdisjoint(text[bracket[1] + 1 : figure.start].split()[:1]):
        return None  # `4 phường (Tân Hòa, Tân Lập) và 41 xã`
    # A sign inside the bracket ends no item: `(P. Tân Hòa, Huế)`.
    start = max(text.rfind(sign, unit.start, bracket[0]) for sign in ITEM_SIGNS)
    start = max([start, *(one.end for one in unit.figures if one.end <= figure.start)])
    own = [mark for mark in found if start < mark.end <= figure.start]
    if not own or any(mark.bracket != bracket or mark.level not in PLACES for mark in own):
        return None
    if (
        start >= bracket[0]
        or text[bracket[1] + 1 : bracket[1] + 2] == ","
        or not text[start + 1 : bracket[0]].strip()
        or not own[0].key
    ):
        return None
    inside = text[bracket[0] + 1 : bracket[1]]
    for mark in reversed(own):
        inside = inside[: mark.start - bracket[0] - 1] + inside[mark.end - bracket[0] - 1 :]
    left = PARTING.sub(" ", inside).split()
    if all(word in habits(unit.language).inside for word in left):
        return own[0]
    # In Urdu its word stands behind a name: `(Tân Hòa، Huế صوبہ)`.
    last = own[-2] if len(own) > 1 and not own[-1].key and own[-2].end + 1 == own[-1].start else own[-1]
    return last if last.key and not any(word[0].islower() for word in left[1:]) else None


def item_name(figure: Figure, unit: Unit, text: str) -> tuple[int, str] | None:
    """Where a name without a word begins that has the figure in the bracket right behind it, and the name as a slug:
    `tốt là Tân Hòa (85%), Tân Lập (84%)`."""
    opened = text.rfind("(", max(unit.start, figure.start - BRACKETED), figure.start)
    if opened < 0 or habits(unit.language).unit_name != "after" or text[opened - 1 : opened] != " ":
        return None
    words: list[str] = []
    for word in reversed(text[max(unit.start, opened - NAME_REACH) : opened].split()):
        if not (word[0].isupper() and word.isalpha()) or len(words) == NAME_WORDS:
            break
        words.insert(0, word)
    name = " ".join(words)
    return (opened - 1 - len(name), slug(name)) if len(words) > 1 else None


def split_up(figure: Figure, found: Sequence[Mark], unit: Unit) -> list[Mark]:
    """The provinces by which the next bracket splits the figure up: `5 người bị thương (Huế 1, Nghệ An 4)`."""
    opened = min((m.bracket[0] for m in found if m.bracket and m.bracket[0] >= figure.end), default=None)
    if opened is None or any(figure.end <= other.start < opened for other in unit.figures):
        return []
    inside = [m for m in found if m.bracket and m.bracket[0] == opened and m.level == "province" and m.key]
    closed = max((m.bracket[1] for m in inside if m.bracket), default=opened)
    counted = any(opened < other.start < closed for other in unit.figures)
    return inside if counted and len({m.key for m in inside}) > 1 else []


def unnamed_item(chosen: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is a later item of a list, of a place that no table knows: `A (9%), X (8%), Y (7 houses)`."""
    before = [one for one in unit.figures if chosen.end <= one.start and one.end <= figure.start]
    if not before or not adjacent(chosen, before[0], text):
        return False
    start = max(before[-1].end, text.rfind(")", before[-1].end, figure.start) + 1)
    words = UNIT.sub("", text[start : figure.start].lstrip("%").rstrip(" ("))
    joined = words.strip().partition(" ")[0] in habits(unit.language).joiners and words[:1].isspace()
    name = words[1:].split()[joined:]
    capital = bool(name) and not any(word[0].islower() for word in name)
    known = any(figure.start - len(words) <= term.start < figure.start for term in unit.terms)
    return (joined or words[:1] in LIST_SIGNS) and 0 < len(name) <= NAME_WORDS and capital and not known
