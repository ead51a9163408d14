"""Places that own a figure together (`Huế, Nghệ An và Hà Tĩnh có 9 cảng`), or that a figure only chooses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import PARTS, Unit
from extractor.claim.whose.capitals import NAME_WORDS
from extractor.claim.whose.levels import LISTED, REGION, SIZE, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.plurals import LEVELS
from extractor.claim.whose.units import names_unit, unit_key
from extractor.claim.whose.wholes import AFTER, LIST_SIGNS
from extractor.records import Comparator, Figure, FigureKind

BOUNDS = (Comparator.MORE, Comparator.AT_LEAST, Comparator.LESS, Comparator.AT_MOST)
# Words for several units: where names stand before them, for those named before.
UNITS = "units"
ALONG = 90
# So many names at least share a rank.
SHARED = 2
# Names of units have two words: one with a capital may be anything.
LAST = 2
TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
# So near behind `each commune` stands what each has.
EACH = 12
# Words of units that may stand before each name of a list.
UNIT_WORDS = ("province_name", "city_name", "commune_name", "district")


def enumerated(found: Sequence[Mark], unit: Unit, text: str) -> set[Mark]:
    """The places that only share a list (Phú Thọ, Vĩnh Phúc và Hòa Bình): none owns a figure alone."""
    listed: set[Mark] = set()
    if not found:
        return listed
    for one, other in pairwise(m for m in found if m.level in (*LISTED, REGION) and m.key):
        wide = REGION in (one.level, other.level)
        if one.key != other.key and (one.level == other.level or wide) and _joined(one, other, unit, text):
            listed |= {one, other}
    small = [mark for mark in found if mark.key and mark.level in SMALL]
    return listed | {mark for mark in small if _goes_on(mark, unit, text) or _beside_several(mark, unit, text)}


def runs(found: Sequence[Mark], unit: Unit, text: str) -> list[list[Mark]]:
    """The lists of two names or more of one level with nothing but commas and joiners between them."""
    every: list[list[Mark]] = []
    for mark in (m for m in found if m.level in LISTED and m.key and m.bracket is None):
        last = every[-1][-1] if every else None
        if last is not None and last.level == mark.level and _joined(last, mark, unit, text):
            every[-1].append(mark)
        else:
            every.append([mark])
    return [run for run in every if len(run) > 1]


def _joined(one: Mark, other: Mark, unit: Unit, text: str) -> bool:
    """Whether nothing but a comma, a joiner and a unit's word stands between; with a region, a joiner."""
    using = habits(unit.language)
    gap = _unworded(one.end, other.start, unit, text, UNIT_WORDS)
    words = [word for word in gap.replace("،", ",").replace(",", " ").split() if word not in using.owners]
    alone = not words and REGION in (one.level, other.level)
    return not alone and all(word in using.joiners or word in using.ranges for word in words)


def _unworded(start: int, end: int, unit: Unit, text: str, kinds: Sequence[str]) -> str:
    """A stretch of the text without the words for units in it."""
    gap = text[start:end]
    for word in unit.of("scope", *kinds):
        if start <= word.start and word.end <= end:
            gap = gap.replace(text[word.start : word.end], "", 1)
    return gap


def _goes_on(mark: Mark, unit: Unit, text: str) -> bool:
    """Whether more names follow that of a unit without its word: `các xã Tân Lập, Tân Hòa và Tân Sơn`."""
    using = habits(unit.language)
    if using.unit_name != "after":
        return False
    if any(one.end + 1 == mark.start and _more_than_one(one) for one in unit.figures):
        return True  # `ba huyện A, B, C`
    first = TOKEN.search(text, mark.end, unit.end)
    if first is None or not (first.group() == "," or first.group() in using.joiners):
        return False
    words = list(TOKEN.finditer(text, mark.end, min(unit.end, mark.end + ALONG)))
    names = list(takewhile(lambda one: one.group() == "," or one.group()[0].isupper(), words))
    listed = names[1 : 1 + LAST] if names and names[0].group() == "," else []
    several = any(word.end + 1 == mark.start for word in unit.of("link", "plural"))
    if several and len(listed) == LAST and all(one.group()[0].isalpha() for one in listed):
        return True  # `các xã A, B (huyện C)`
    joiner, last = words[len(names) : len(names) + 1], words[len(names) + 1 : len(names) + 1 + LAST]
    if not joiner or joiner[0].group() not in using.joiners or (names and names[0].group() != ","):
        return False
    body = any(word.start == one.start() for word in unit.of("body") for one in last[:1])
    return len(last) == LAST and all(one.group()[0].isupper() for one in last) and not body


def _more_than_one(figure: Figure) -> bool:
    return figure.kind is FigureKind.COUNT and isinstance(figure.value, Decimal) and figure.value > 1


def _beside_several(mark: Mark, unit: Unit, text: str) -> bool:
    """Whether only a joiner stands between the unit and several others, or another name that shares its word:
    `A، B اضلاع اور C شہر نے`, `A اور B کمیون نے`."""
    using = habits(unit.language)
    if not using.letters:
        return False
    before = text[max(unit.start, mark.start - ALONG) : mark.start].split()
    if not before or before[-1] not in using.joiners:
        return False
    several = any(text[word.end : mark.start].strip() == before[-1] for word in unit.of("scope", UNITS))
    return several or names_unit(before[-1 - LAST : -1], mark.level, unit)


def of_several(usable: Sequence[Mark], listed: set[Mark], figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is of places together: nothing but the list stands before it, or is what follows it; or it is
    that of each of them."""
    if any(mark.key and mark.level in SMALL for mark in usable) and _of_each(figure, unit, text):
        return True
    before = [mark for mark in usable if mark.end <= figure.start]
    behind = [mark for mark in usable if mark.start >= figure.end]
    opened = text.rfind(";", unit.start, figure.start)
    before = [mark for mark in before if mark.start > opened] or before
    if figure.kind is FigureKind.RANK and before and not signs.LIST.search(text, before[-1].end, figure.start):
        before = before[-SHARED:]  # `Huế leads, Vinh and Hải Phòng share the 2nd place`
    if before and behind and behind[0] in listed and _counts_peers(before[-1], behind[0], figure, unit, text):
        return True
    if before or not behind:
        return bool(before) and all(mark in listed for mark in before)
    parted = signs.LIST.search(text, figure.end, behind[0].start) or behind[0].start - figure.end > AFTER
    counted = any(figure.end <= other.start < behind[0].start for other in unit.figures)
    return behind[0] in listed and not parted and not counted


def _counts_peers(last: Mark, first: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether units are counted and named right behind, which do not lie in the one named before: `huyện A đạt 50%, còn
    2 huyện B, C`."""
    if figure.kind is not FigureKind.COUNT or last.level not in SMALL or first.level not in SMALL:
        return False
    gap = _unworded(figure.end, first.start, unit, text, (*UNIT_WORDS, *LEVELS))
    return SIZE[last.level] <= SIZE[first.level] and not gap.strip(" ,،:")


def _of_each(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a unit's word stands before the figure that makes it that of each of several: `A, B mỗi xã 5 ca`."""
    each = habits(unit.language).each
    words = [*unit.of("scope", *UNIT_WORDS), *unit.of("concept", "locality")] if each else []
    near = (word for word in words if 0 < figure.start - word.end <= EACH)
    near = (word for word in near if not signs.LIST.search(text, word.end, figure.start))
    return any(not each.isdisjoint(text[unit.start : word.start].lower().split()[-1:]) for word in near)


def bounds_a_set(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure only says which places are counted: `six localities grew by more than 10%`."""
    if figure.kind is FigureKind.COUNT or figure.comparator not in BOUNDS:
        return False
    words = [*unit.of("concept", "locality"), *unit.of("scope", "localities", "province_name")]
    counts = [one for one in unit.figures if one.kind is FigureKind.COUNT and one.end < figure.start]
    return any(
        0 < word.start - one.end <= 2 and not signs.CLAUSE.search(text, word.end, figure.start)
        for one in counts[-1:]
        for word in words
    )


def items_alike(found: Sequence[Mark], unit: Unit, text: str) -> list[Mark]:
    """The names of a list that goes on without the word of its first: `A کمیون میں 9 پل ہیں، B 8 پل، C کے 7 پل`."""
    using = habits(unit.language)
    first = next((mark for mark in found if mark.key and mark.level in SMALL and mark.bracket is None), None)
    if not using.letters or first is None:
        return []
    told = [one for one in unit.figures if one.start >= first.end]
    items = []
    for before, figure in pairwise(told):
        opened = max(text.rfind(sign, before.end, figure.start) for sign in LIST_SIGNS)
        words = text[opened + 1 : figure.start].split() if opened >= 0 else []
        while words and words[-1] in using.function and words[-1] not in using.syllables | using.joiners:
            words.pop()
        if LAST <= len(words) <= NAME_WORDS and names_unit(words, first.level, unit):
            start = text.find(words[0], opened)
            items.append(
                Mark(start, start + len(" ".join(words)), first.level, unit_key(words, first.level, unit), first.rule)
            )
    free = [one for one in items if not any(mark.start < one.end and one.start < mark.end for mark in found)]
    return free if not told or first.end <= told[0].start else []


def told_in_parts(found: Sequence[Mark], unit: Unit, level: str | None) -> bool:
    """Whether a sentence opens with a figure of no place, and several units of a level have parts of it behind: `It
    helped 540 households, of which A commune had 130 and B commune 106`."""
    if not unit.figures or not unit.of("link", *PARTS) or any(mark.start < unit.figures[0].start for mark in found):
        return False
    return len({mark.key for mark in found if mark.level == level and mark.key}) > 1
