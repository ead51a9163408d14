"""Whether a paragraph goes on about the place of the one before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.bodies import ANY_KIND, BARE_KIND
from extractor.claim.whose.mark import Mark

CITY = "city"
# Words of scope that name no place.
NO_PLACE = ("beside", "ahead", "superlative", "ranking", "at", "families", "direction")
Seen = Mapping[int, Sequence[Mark]]


def _inside(unit: Unit, units: Sequence[Unit]) -> list[Unit]:
    """The sentences of a paragraph from this one on."""
    return list(takewhile(lambda one: one.block == unit.block, units[unit.index :]))


def points_back(unit: Unit, units: Sequence[Unit], seen: Seen) -> bool:
    """Whether a paragraph begins with a bare `the province`: the one before it, but in a province's own paper."""
    first = next((found[0] for one in _inside(unit, units) if (found := seen.get(one.index))), None)
    return first is not None and first.level in ("province", CITY) and first.key is None


def opens_with_result(unit: Unit) -> bool:
    """Whether a paragraph opens with what came of the one before: `Nhờ đó, 90% số hộ có điện`."""
    return any(word.start == unit.start for word in unit.of("link", "result"))


def says_nothing(unit: Unit, units: Sequence[Unit], seen: Seen) -> bool:
    """Whether a paragraph of a round of provinces names nothing at all: it goes on about the last of them, where a
    paragraph holds one sentence."""
    if not habits(unit.language).short_paragraphs:
        return False
    inside = _inside(unit, units)
    known = all(one.index in seen and not seen[one.index] for one in inside)
    words = [word for one in inside for word in (*one.of("scope"), *one.of("body"))]
    return known and all(word.id in (*NO_PLACE, BARE_KIND, ANY_KIND) for word in words)
