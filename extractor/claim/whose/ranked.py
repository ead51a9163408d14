"""What a rank is in, the nation, a region or the world beside it, which own no figure; and who holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.levels import FOREIGN, PART, REGION
from extractor.claim.whose.provinces import opens
from extractor.records import Figure, FigureKind, Term

# From a rank to the set it is in, and from a set that stands before its rank.
RANKED, SET_REACH = 12, 45
# So many words at most stand between a rank that opens its clause and who holds it.
HOLDING = 2
# What opens a clause, and the next sentence without a space before it.
OPENED = re.compile("[,;،؛:().]")


def ranked_in(term: Term, unit: Unit, text: str) -> bool:
    """Whether a rank or a word of ranking (thứ 5 cả nước, chuyên gia hàng đầu) makes it the set of a ranking."""
    ranks = [one for one in unit.figures if one.kind is FigureKind.RANK]
    gaps = [(one.end, term.start, RANKED) for one in ranks]
    if habits(unit.language).time_side == "after":  # `ملک بھر کے 63 صوبوں میں سے 11 ویں`
        gaps += [(term.end, one.start, SET_REACH) for one in ranks]
    if any(0 <= end - start <= reach and not signs.LIST.search(text, start, end) for start, end, reach in gaps):
        return True
    if any(0 <= term.start - word.end <= 1 for word in unit.of("scope", "superlative")):
        return True
    near = [other for other in unit.of("scope", "ranking", "localities") if -60 < other.start - term.end < 45]
    near = [word for word in near if not (word.id == "localities" and _told_before(term, word, unit))]
    if term.id == FOREIGN:
        return any(0 <= term.start - other.end <= RANKED for other in near)
    before = any(other.start < term.start for other in near)
    return before or (term.id not in (REGION, PART) and bool(near) and not opens(term.start, unit, text))


def _told_before(term: Term, word: Term, unit: Unit) -> bool:
    """Whether a figure that is no rank stands between: `cả nước đạt 80%, riêng các tỉnh, thành phố …`."""
    between = [one for one in unit.figures if term.end <= one.start < word.start]
    return any(one.kind is not FigureKind.RANK and one.denominator is None for one in between)


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
