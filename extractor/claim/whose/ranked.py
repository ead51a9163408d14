"""What a rank is in, the nation, a region or the world beside it, which own no figure; and who holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.levels import FOREIGN, PART, REGION, REGION_NAME
from extractor.claim.whose.provinces import opens
from extractor.records import Figure, FigureKind, Term

# From a rank to the set it is in, and from a set that stands before its rank.
RANKED, SET_REACH = 12, 45
NATION = ("nation", "nationwide")
# So many words at most stand between a rank that opens its clause and who holds it.
HOLDING = 2
# What opens a clause, and the next sentence without a space before it.
OPENED = re.compile("[,;،؛:().]")


def ranked_in(term: Term, unit: Unit, text: str) -> bool:
    """Whether a rank or a word of ranking (thứ 5 cả nước, chuyên gia hàng đầu) makes it the set of a ranking."""
    ranks = _ranks(unit)
    gaps, using = [(one.end, term.start, RANKED) for one in ranks], habits(unit.language)
    if using.time_side == "after":  # `ملک بھر کے 63 صوبوں میں سے 11 ویں`
        gaps += [(term.end, one.start, SET_REACH) for one in ranks if not _holds(term, one, unit, text)]
    if any(0 <= end - start <= reach and not signs.LIST.search(text, start, end) for start, end, reach in gaps):
        return True
    if any(0 <= term.start - word.end <= 1 for word in unit.of("scope", "superlative")):
        return True
    near = [other for other in unit.of("scope", "ranking", "localities") if -60 < other.start - term.end < 45]
    near = [word for word in near if not (word.id == "localities" and _told_before(term, word, unit))]
    if term.id == FOREIGN:
        return any(0 <= term.start - other.end <= RANKED for other in near)
    before = [other for other in near if other.start < term.start]
    if using.time_side == "after":  # `X پہلے نمبر پر، اس کے بعد Y`
        before = [other for other in before if not signs.LIST.search(text, other.end, term.start)]
    return bool(before) or (term.id not in (REGION, PART) and bool(near) and not opens(term.start, unit, text))


def _holds(term: Term, rank: Figure, unit: Unit, text: str) -> bool:
    """Whether a region stands right before a rank that it holds itself, and nothing says that others hold it there:
    `میکونگ ڈیلٹا پہلے نمبر پر`, but not `میکونگ ڈیلٹا میں پہلے نمبر پر`."""
    placed = not habits(unit.language).placing.isdisjoint(text[term.start : term.end].split())
    return term.id in (REGION, PART) and not placed and not text[term.end : rank.start].strip()


def _ranks(unit: Unit) -> list[Figure]:
    return [one for one in unit.figures if one.kind is FigureKind.RANK]


def _told_before(term: Term, word: Term, unit: Unit) -> bool:
    """Whether a figure that is no rank stands between: `cả nước đạt 80%, riêng các tỉnh, thành phố …`."""
    between = [one for one in unit.figures if term.end <= one.start < word.start]
    return any(one.kind is not FigureKind.RANK and one.denominator is None for one in between)


def in_region(rank: Figure, unit: Unit, text: str) -> bool:
    """Whether a rank is one within a region: `đứng thứ 2 vùng Bắc Trung Bộ`, `خطے میں دوسرے نمبر پر`."""
    sets = unit.of("scope", REGION, REGION_NAME, *NATION) if rank.kind is FigureKind.RANK else ()
    if habits(unit.language).time_side == "after":
        near = [one for one in sets if 0 < rank.start - one.end <= SET_REACH]
        near = [one for one in near if not signs.LIST.search(text, one.end, rank.start)]
        near = [one for one in near if not any(one.end <= other.start < rank.start for other in _ranks(unit))]
        return bool(near) and near[-1].id not in NATION and not _holds(near[-1], rank, unit, text)
    near = [one for one in sets if one.start >= rank.end][:1]
    near = [one for one in near if one.start - rank.end <= RANKED and one.id not in NATION]
    return bool(near) and not signs.LIST.search(text, rank.end, near[0].start)


def opens_with_rank(figure: Figure, behind: Sequence[str], unit: Unit, text: str) -> bool:
    """Whether a rank opens its clause and the place that holds it is told right behind it: `thứ hai là Huế`.

    A semicolon ends what it is told of, and a comma behind another figure: `Hue 3.7%, in 46th place; Da Nang 3.6%`.
    """
    using = habits(unit.language)
    parting = signs.LIST if unit.figures[0].start < figure.start else signs.SEMICOLON
    if parting.search(" ".join(behind)):
        return False
    if figure.kind is not FigureKind.RANK or not 0 < len(behind) <= HOLDING or text[figure.start - 1] == "(":
        return False
    before = OPENED.split(text[unit.start : figure.start])[-1].lower().split()
    joined = [place for place, word in enumerate(before) if word in using.joiners]
    before = before[joined[-1] :] if joined else before
    places = (*using.pointers, *using.owners)
    plain = all(word in using.function or word in using.joiners for word in before)
    return plain and not any(word in places for word in behind)
