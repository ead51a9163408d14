"""Which words belong to which figure: each concept goes to the one figure that it stands closest to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.habits import Habits, habits
from extractor.claim.scene import Unit
from extractor.claim.signs import LIST
from extractor.claim.what.barriers import Barriers
from extractor.claim.what.counted import names, stands_alone
from extractor.claim.what.rulebook import Rulebook
from extractor.claim.what.shared import (
    align,
    align_moves,
    set_wholes,
    share_last,
    share_list,
    share_move,
    share_predicate,
    share_rank,
    share_ratio,
)
from extractor.records import Figure, FigureKind, Term

REACH = 260
# The kinds of words that may belong to a figure.
OWNED = frozenset({"concept", "statement", "link"})
PARTING = re.compile("[,;] ")
# What a rank is among, which says nothing of what is ranked: `4th of 34 provinces`.
RANKED_AMONG = "locality"
# What stands there, and so near behind its subject its verb.
EXISTING, ADVERB = "existing", 10


def owned_terms(unit: Unit, text: str, book: Rulebook) -> list[list[Term]]:
    """For each figure of a sentence the words that belong to it, with those that one word says of several."""
    owned: list[list[Term]] = [[] for _ in unit.figures]
    starts = [figure.start for figure in unit.figures]
    using = habits(unit.language)
    barriers = Barriers(unit, text, using)
    named, glued = {word: last for word, _, last in names(unit, text)}, _glued(unit, text)
    for term in unit.terms:
        if term.kind not in OWNED or (term.kind == "concept" and term.end <= named.get(term.start, 0)):
            continue
        if term.start == unit.start and _has_what_follows(term, unit):
            continue
        if term.kind != "link" or term.id in ("total", "of_which"):
            owner = glued.get(term.start)
            owner = _told_about(term, unit, text, starts) if owner is None and using.about else owner
            if owner is None and not _goes_elsewhere(term, unit, text, using):
                owner = _owner(term, unit, starts, barriers, text)
            if owner is not None and not (term.id == RANKED_AMONG and unit.figures[owner].kind is FigureKind.RANK):
                owned[owner].append(_whole_or_part(term, unit.figures[owner], unit, text, book))
    if len(unit.figures) > 1:
        align(unit, owned, starts, text, using)
        share_ratio(unit, owned, text, book.nouns)
        share_move(unit, owned, text)
        share_rank(unit, owned, text)
        share_last(unit, owned, text)
        share_list(unit, owned, text, book)
        share_predicate(unit, owned, text, book.nouns)
        align_moves(unit, owned, text, using)
    set_wholes(unit, owned, text, using)
    return owned


def _has_what_follows(term: Term, unit: Unit) -> bool:
    """Whether the word for a unit only opens a sentence about it, and is not counted: `Xã có dân số 9.000 người`."""
    scope = any(word.start == term.start for word in unit.of("scope"))
    there = unit.of("status", EXISTING) if scope and term.kind == "concept" else ()
    return any(0 < word.start - term.end <= ADVERB for word in there)


def _whole_or_part(term: Term, figure: Figure, unit: Unit, text: str, book: Rulebook) -> Term:
    """The term, or a name for a part of what it means where the words go on with it: exports of rice."""
    bare = term.id in book.bare or term.id in habits(unit.language).parts
    if not bare or term.end > figure.start or stands_alone(term, figure, unit, text):
        return term
    return replace(term, id=f"part:{term.id}")


def _glued(unit: Unit, text: str) -> dict[int, int]:
    """Where the words begin that follow a figure with nothing between, and the figure's number: 206 OCOP products."""
    ends = {figure.end: number for number, figure in enumerate(unit.figures)}
    found: dict[int, int] = {}
    for term in unit.terms:
        number = ends.get(term.start - 1)
        if number is not None and term.kind == "concept" and text[term.start - 1] == " ":
            found[term.start] = ends[term.end] = number
    return found


def _told_about(term: Term, unit: Unit, text: str, starts: Sequence[int]) -> int | None:
    """The figure that a concept behind `về` says more of: `tăng 12% về số dự án và giảm 8% về số vốn`."""
    using, number = habits(unit.language), bisect_right(starts, term.start) - 1
    if using.about is None or term.kind != "concept" or number < 0:
        return None
    gap = text[unit.figures[number].end : term.start]
    words = list(using.about.finditer(gap))
    if not words or LIST.search(gap) or not using.function.issuperset(gap[words[-1].end() :].lower().split()):
        return None
    return number


def _goes_elsewhere(term: Term, unit: Unit, text: str, using: Habits) -> bool:
    """Whether a comma parts a concept from the sentence's last figure: what stands there speaks of something else."""
    end = unit.figures[-1].end
    if term.kind != "concept" or term.start < end or using.status_side == "after":
        return False
    signs = [found.start() for found in PARTING.finditer(text, end, term.start)]
    return any(not any(one.start < sign < one.end for one in unit.terms) for sign in signs)


def _owner(term: Term, unit: Unit, starts: Sequence[int], barriers: Barriers, text: str) -> int | None:
    right, using = bisect_right(starts, term.start), habits(unit.language)
    best, cheapest = None, float(REACH)
    whole = term.kind == "link" and term.id == "of_which"
    left = right - 1
    if term.kind == "concept":  # no rule names a duration: its words belong to what was done in it
        while left >= 0 and unit.figures[left].kind is FigureKind.DURATION:
            left -= 1
        while right < len(starts) and unit.figures[right].kind is FigureKind.DURATION:
            right += 1
    if left >= 0 and term.kind == "concept" and using.status_side == "before" and _of_parts(term, left, unit):
        left = -1
    if 0 <= left < right < len(starts) and _in_bracket_with(term, unit.figures[left], unit.figures[right], text):
        left = -1
    sides = (left, right) if not whole else (left,) if using.whole_side == "after" else (right,)
    for number in sides:
        if 0 <= number < len(starts):
            cost = _cost(term, unit.figures[number], barriers, using)
            if cost < cheapest:
                best, cheapest = number, cost
    return best


def _in_bracket_with(term: Term, left: Figure, right: Figure, text: str) -> bool:
    """Whether a bracket opens behind one figure and a word in it stands before another: `tăng 9% (ngành dệt 12%)`."""
    opened = text.rfind("(", left.end, term.start)
    return opened >= 0 and ")" not in text[opened : right.start]


def _of_parts(term: Term, left: int, unit: Unit) -> bool:
    """Whether a word that opens parts stands between a figure and a concept: `9 lượt, trong đó khách quốc tế tăng`."""
    end = unit.figures[left].end
    # Right behind the figure it says that the figure is one: `5 of them`.
    return any(end + 1 < word.start and word.end <= term.start for word in unit.of("link", "parts"))


def _cost(term: Term, figure: Figure, barriers: Barriers, using: Habits) -> float:
    if figure.start < term.end and term.start < figure.end:
        return 0.0
    after = term.start >= figure.end
    start, end = (figure.end, term.start) if after else (term.end, figure.start)
    return (end - start) * (using.after if after else using.before) + barriers.between(start, end)
