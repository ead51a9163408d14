"""Places that are named only as those ahead in a ranking: `thứ 3 cả nước, sau A và B`, `chỉ đứng sau A`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.records import FigureKind, Term

AHEAD = "ahead"
# So near behind a rank a bare `sau` says who is ahead: `thứ 3 cả nước, sau A`.
RANKED = 20
# So far behind its word begins the first name: `sau các tỉnh, thành phố A`.
NAMED = 22
# From one name of the list to the next: `, tỉnh `, ` và thành phố `.
NEXT = 16


Span = tuple[int, int]


def those_ahead(named: Sequence[Span], unit: Unit, text: str) -> set[Span]:
    """Those of the places named that are only ahead of what is ranked."""
    words = unit.of("scope", AHEAD)
    if words and habits(unit.language).unit_name == "before":
        return {
            span for word in words for span in _before(word, [one for one in named if one[1] <= word.start], unit, text)
        }
    return {span for word in words for span in _list(word, [one for one in named if one[0] >= word.end], unit, text)}


def _before(word: Term, named: Sequence[Span], unit: Unit, text: str) -> Sequence[Span]:
    """The names right before the word, where a rank stands beside it: `Cà Mau اور Huế کے بعد تیسرے نمبر پر`."""
    ranks = [one for one in unit.figures if one.kind is FigureKind.RANK]
    near = any(0 < one.start - word.end <= RANKED or 0 < word.start - one.end <= NAMED + RANKED for one in ranks)
    if not near or not named or word.start - named[-1][1] > NEXT:
        return []
    names = [named[-1]]
    for (_, end), other in zip(reversed(named[:-1]), reversed(named), strict=False):
        gap = text[end : other[0]]
        if len(gap) > NEXT or not (gap.startswith("،") or not habits(unit.language).joiners.isdisjoint(gap.split())):
            break
        names.append(named[len(named) - 1 - len(names)])
    return names


def _list(word: Term, behind: Sequence[Span], unit: Unit, text: str) -> Sequence[Span]:
    """The names right behind the word; one behind a comma that goes on with a verb is what is ranked itself."""
    ranks = [one.end for one in unit.figures if one.kind is FigureKind.RANK]
    bare = " " not in text[word.start : word.end]
    if not behind or (bare and not any(0 < word.start - end <= RANKED for end in ranks)):
        return []
    if behind[0][0] - word.end > NAMED or any(map(str.isdigit, text[word.end : behind[0][0]])):
        return []
    names, joiners = [behind[0]], habits(unit.language).joiners
    for (_, end), other in pairwise(behind):
        gap = text[end : other[0]]
        joined = not joiners.isdisjoint(gap.split())
        if len(gap) > NEXT or not (joined or gap.startswith(",")):
            break
        names.append(other)
        if joined:
            return names
    goes_on = text[names[-1][1] : unit.end].lstrip()[:1].isalpha()
    return names[:-1] if len(names) > 1 and goes_on else names
