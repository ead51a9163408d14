"""Parts that a sentence tells of what it measured before: of `5 tỷ đồng, trong đó vốn trung ương 2 tỷ đồng` the 2.

A part of another place or time still measures the same, and so do parts that make up the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.claim.scene import Scene, Unit
from extractor.records import Claim, FigureKind, Statement

PARTS = "parts"
PLACES = ("district", "commune_name")
# Parts of so much of a whole leave out hardly anything.
ALL = Decimal("0.95")
SUMS = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE)


def without_parts(claims: Sequence[Claim], view: Scene) -> list[Claim]:
    """The claims, without the indicator of the whole where they tell a part of it."""
    by_sentence: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        by_sentence.setdefault(claim.sentence[0], []).append(number)
    parts: set[int] = set()
    for unit in view.units:
        if PARTS in unit.ids and unit.start in by_sentence:
            parts.update(_parts(unit, by_sentence[unit.start], claims))
    return [replace(claim, indicator=None) if n in parts else claim for n, claim in enumerate(claims)]


def _parts(unit: Unit, inside: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    """The claims behind the word of parts that go on from the first part of what was measured before it."""
    words = unit.of("link", PARTS)
    if not words:
        return []
    word = words[0]
    whole = [n for n in inside if claims[n].figure.end <= word.start]
    behind = [n for n in inside if claims[n].figure.start >= word.end]
    greatest = {_same(claims[n]): n for n in sorted(whole, key=lambda n: _amount(claims[n])) if _amount(claims[n])}
    pairs = (
        (n, greatest.get(_same(claims[n]))) for n in behind if claims[n].indicator and claims[n].figure.kind in SUMS
    )
    less = ((n, one) for n, one in pairs if one is not None and 0 < _amount(claims[n]) < _amount(claims[one]))
    first, total = next(less, (None, None))
    if first is None or total is None or _by_place(word.end, claims[first].figure.start, unit):
        return []
    if _all_of(total, behind, claims):
        return []
    named = {(claims[n].indicator, claims[n].area, claims[n].body, claims[n].period_end) for n in whole}
    told = [(n, claims[n]) for n in behind if n >= first]
    return [n for n, one in told if one.indicator and (one.indicator, one.area, one.body, one.period_end) in named]


def _by_place(start: int, end: int, unit: Unit) -> bool:
    """Whether a part is told of a place of its own."""
    named = (*unit.of("place"), *unit.of("town"), *unit.of("scope", *PLACES))
    return any(start <= one.start < end for one in named)


def _all_of(whole: int, parts: Sequence[int], claims: Sequence[Claim]) -> bool:
    """Whether the parts add up to the whole, or nearly so; what would be more (`4 stars`) counts no part."""
    everything = claims[whole].figure.value
    same = [claims[n].figure.value for n in parts if claims[n].figure.kind is claims[whole].figure.kind]
    if not isinstance(everything, Decimal):
        return False
    added = Decimal(0)
    for value in sorted((one for one in same if isinstance(one, Decimal)), reverse=True):
        added += value if added + value <= everything else 0
    return added >= ALL * everything


def _same(claim: Claim) -> tuple[object, ...]:
    """What a part and its whole have in common."""
    measured = (claim.indicator, claim.figure.kind, claim.status, claim.statement is Statement.LEVEL)
    return (*measured, claim.area, claim.body, claim.period_end)


def _amount(claim: Claim) -> Decimal:
    """How much a level is, nothing for a change or a figure that is no number."""
    value = claim.figure.value
    return value if isinstance(value, Decimal) and claim.statement is Statement.LEVEL else Decimal(0)
