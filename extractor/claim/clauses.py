"""Which words belong to which figure: each concept goes to the one figure that it stands closest to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extractor.claim.barriers import Barriers
from extractor.claim.rulebook import NEUTRAL, Habits, Rulebook, habits
from extractor.claim.scene import Unit
from extractor.claim.shared import ADJACENT, align, is_compared, is_part, share_ratio
from extractor.claim.units import unit_name
from extractor.records import Figure, FigureKind, Term

REACH = 260
WORDS = re.compile(r"[^\W\d_]+")
BACK = 4
FAR = 160
# What a rank is among, which says nothing of what is ranked: `4th of 34 provinces`.
RANKED_AMONG = "locality"
FUNCTION = {"link", "statement", "status", "time", "scope", "reference"}
FREE = {FigureKind.PERCENT, FigureKind.MONEY, FigureKind.RATE, FigureKind.RANK, FigureKind.SCORE, FigureKind.MEASURE}


class Next(StrEnum):
    """What stands behind a figure: a counted noun that is known, an unknown one, or none (elided)."""

    NOUN = "noun"
    OTHER = "other"
    ELIDED = "elided"


@dataclass(frozen=True, slots=True)
class Clause:
    """A figure with the concepts it owns, the noun it counts, and those it takes over from the figure before it."""

    figure: Figure
    own: tuple[Term, ...]
    follows: Next
    noun: frozenset[str] = frozenset()
    inherited: tuple[tuple[Term, ...], ...] = ()
    item: bool = False
    near: frozenset[str] = frozenset()
    like: FigureKind | None = None
    fresh: bool = False
    goes_on: bool = False
    part: bool = False

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the concepts it owns."""
        return frozenset(key(term) for term in self.own)


def _like(previous: Figure, figure: Figure, text: str) -> FigureKind | None:
    """The kind of the figure before, for a bare number in its bracket: 10,3 người/10.000 dân (cả nước: 8,2)."""
    gap = text[previous.end : figure.start]
    rated = previous.kind is FigureKind.RATE
    bare = figure.kind is FigureKind.COUNT and (figure.unit is None or rated)
    return previous.kind if bare and "(" in gap and ")" not in gap else None


def _near(figure: Figure, own: Sequence[Term], text: str) -> frozenset[str]:
    """Ids of the concepts with no comma between them and the figure."""
    found = set()
    for term in own:
        gap = text[figure.end : term.start] if term.start >= figure.end else text[term.end : figure.start]
        if not any(sign in gap for sign in ",،;؛"):
            found.add(key(term))
    return frozenset(found)


def key(term: Term) -> str:
    """A concept's id; words of other lists carry their list's name, as in `link:total`."""
    return term.id if term.kind == "concept" else f"{term.kind}:{term.id}"


def clauses(unit: Unit, text: str, book: Rulebook) -> list[Clause]:
    """The sentence's figures with what belongs to each, in the order of the text."""
    if not unit.figures:
        return []
    owned: list[list[Term]] = [[] for _ in unit.figures]
    starts = [figure.start for figure in unit.figures]
    using = habits(unit.language)
    barriers = Barriers(unit, text, using)
    names = dict(_names(unit, text, unit.start, unit.end))
    for term in unit.terms:
        if term.kind == "concept" and term.end <= names.get(term.start, 0):
            continue
        if term.kind in ("concept", "statement") or (term.kind == "link" and term.id in ("total", "of_which")):
            owner = _owner(term, unit, starts, barriers, using)
            if owner is not None and not (term.id == RANKED_AMONG and unit.figures[owner].kind is FigureKind.RANK):
                owned[owner].append(term)
    align(unit, owned, starts, text, using)
    share_ratio(unit, owned, text, book.nouns)
    topics = tuple(_topics(unit))
    found: list[Clause] = []
    for figure, terms in zip(unit.figures, owned, strict=True):
        counted = _whole(figure, unit) or figure
        follows, noun = follow(counted, unit, text, book)
        own = tuple(terms) + topics
        fresh = not found and len(unknown(unit.start, figure.start, unit, text)) > 1
        goes_on = follows is Next.NOUN and _goes_on(counted, unit, text, book)
        clause = Clause(figure, own, follows, noun, near=_near(figure, own, text), fresh=fresh, goes_on=goes_on)
        found.append(_after(clause, terms, found, unit, text) if found else clause)
    return found


def _after(clause: Clause, own: Sequence[Term], before: Sequence[Clause], unit: Unit, text: str) -> Clause:
    """A clause with what it has from the figures before it; `own` leaves out what a table's heads say."""
    figure, last = clause.figure, before[-1].figure
    item, fresh = _item(last, figure, unit, text), _new_subject(last, figure, unit, text)
    part = is_part(figure, last, own, unit)
    base = [term for term in before[-1].own if term.kind == "concept"] if is_compared(last, figure, unit, text) else []
    return replace(
        clause,
        own=(*clause.own, *(term for term in base if term not in clause.own)),
        inherited=() if part else _taken_over(clause, (item, fresh), own, before, text),
        item=item,
        near=clause.near.union(map(key, base)),
        like=_like(last, figure, text),
        fresh=fresh,
        part=part,
    )


def _topics(unit: Unit) -> list[Term]:
    """The terms of a cell's heads, but for a head that names a place or a body: that one says whose figure it is."""
    found: list[Term] = []
    for start, end in unit.head_spans:
        terms = [term for term in unit.heads if start <= term.start < end]
        if not any(term.kind in ("place", "body") or term.id == "commune_name" for term in terms):
            found += terms
    return found


def _whole(figure: Figure, unit: Unit) -> Figure | None:
    """The whole that stands right behind the part of a ratio: what 15/47 counts stands behind 47."""
    if figure.denominator is None:
        return None
    after = (other for other in unit.figures if 0 < other.start - figure.end < ADJACENT)
    return next((other for other in after if other.value == figure.denominator), None)


def _owner(term: Term, unit: Unit, starts: Sequence[int], barriers: Barriers, using: Habits) -> int | None:
    right = bisect_right(starts, term.start)
    best, cheapest = None, float(REACH)
    whole = term.kind == "link" and term.id == "of_which"
    sides = (right - 1, right) if not whole else (right - 1,) if using.whole_side == "after" else (right,)
    for number in sides:
        if 0 <= number < len(starts):
            cost = _cost(term, unit.figures[number], barriers, using)
            if cost < cheapest:
                best, cheapest = number, cost
    return best


def _cost(term: Term, figure: Figure, barriers: Barriers, using: Habits) -> float:
    if figure.start < term.end and term.start < figure.end:
        return 0.0
    after = term.start >= figure.end
    start, end = (figure.end, term.start) if after else (term.end, figure.start)
    return (end - start) * (using.after if after else using.before) + barriers.between(start, end)


def follow(figure: Figure, unit: Unit, text: str, book: Rulebook) -> tuple[Next, frozenset[str]]:
    """What the figure counts, by the words right behind it."""
    tail = text[figure.end : min(unit.end, figure.end + 90)]
    stripped = tail.lstrip()
    if not stripped or not stripped[0].isalnum():
        return Next.ELIDED, frozenset()
    position = figure.end + len(tail) - len(stripped)
    limit = _limit(text, position, unit.end, habits(unit.language).noun_words)
    nouns = [t for t in unit.terms if position <= t.start < limit and t.kind == "concept" and t.id in book.nouns]
    if nouns and not _interrupted(position, nouns[0].start, unit, text):
        return Next.NOUN, frozenset(term.id for term in nouns if term.start == nouns[0].start)
    near = [term for term in unit.terms if term.start <= position < term.end]
    first = WORDS.match(text, position)
    if first and first.group().lower() in habits(unit.language).function:
        return Next.ELIDED, frozenset()
    if any(term.kind == "concept" and term.id not in book.states | NEUTRAL for term in near):
        return Next.OTHER, frozenset()
    if figure.kind is FigureKind.COUNT and any(term.kind == "scope" for term in near):
        return Next.OTHER, frozenset()
    if any(term.kind in FUNCTION or term.id in book.states for term in near):
        return Next.ELIDED, frozenset()
    elided = position >= unit.end or text[position].isdigit()
    return (Next.ELIDED if elided else Next.OTHER), frozenset()


def _goes_on(figure: Figure, unit: Unit, text: str, book: Rulebook) -> bool:
    """Whether more than a place, a time or a joiner follows the counted noun: 35 communes were flooded."""
    behind = [
        term for term in unit.terms if term.start > figure.end and term.kind == "concept" and term.id in book.nouns
    ]
    end = max((term.end for term in behind if behind and term.start == behind[0].start), default=figure.end)
    follows = WORDS.match(text, end + 1)
    if follows is None or text[end : end + 1] != " ":
        return False
    placed = any(term.start == end + 1 and term.kind in ("scope", "place", "time") for term in unit.terms)
    return not placed and follows.group().lower() not in habits(unit.language).joiners


def _interrupted(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether a preposition or the like follows a word that no list knows: 5 bridges under the tasks."""
    words = [term.start for term in unit.terms if start < term.start < end and term.kind in FUNCTION]
    function = habits(unit.language).function
    words += [m.start() for m in WORDS.finditer(text, start, end) if m.group().lower() in function]
    return any(unknown(start, word, unit, text) for word in words)


def _limit(text: str, position: int, end: int, most: int) -> int:
    """Where the counted noun must have begun: some words on, before the next comma, bracket or digit."""
    words = 0
    for offset in range(position, min(end, position + 80)):
        sign = text[offset]
        if sign in ",;.،؛۔()[]:\n" or sign.isdigit():
            return offset
        words += sign.isspace()
        if words == most:
            return offset
    return min(end, position + 80)


def _taken_over(
    clause: Clause, shape: tuple[bool, bool], own: Sequence[Term], before: Sequence[Clause], text: str
) -> tuple[tuple[Term, ...], ...]:
    """Concepts a figure takes over from those before it, nearest first: `485 tasks completed (43%)`, `…, up 12%`."""
    last, figure, follows = before[-1], clause.figure, clause.follows
    item, fresh = shape
    if item and figure.kind is last.figure.kind and not any(term.kind == "concept" for term in own):
        return last.inherited if last.item and not last.own else (last.own, *last.inherited)
    if follows is Next.OTHER and figure.kind not in (FigureKind.RATE, FigureKind.RANK):
        return ()
    taken: list[tuple[Term, ...]] = []
    moved = any(term.kind == "statement" and term.id in ("up", "down") for term in own)
    for previous in reversed(before[-BACK:]):
        gap = text[previous.figure.end : figure.start]
        bracketed = "(" in gap and ")" not in gap
        ratio = previous.figure.denominator is not None and previous.figure.denominator == figure.value
        if len(gap) > FAR or "\n" in gap or (not bracketed and previous is last and fresh):
            break
        if figure.kind not in FREE and not (bracketed or ratio or moved) and (own or follows is Next.NOUN):
            break
        taken.append(previous.own)
        if previous.fresh or (moved and not ratio and _amount_beside(figure, previous)):
            break
    return tuple(taken)


def _amount_beside(figure: Figure, previous: Clause) -> bool:
    """Whether a percentage behind an amount that says what it is speaks of nothing further off."""
    amount = figure.kind is FigureKind.PERCENT is not previous.figure.kind and previous.figure.denominator is None
    return amount and any(term.kind == "concept" for term in previous.own)


def _item(previous: Figure, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether only a place's name stands between two figures, as in a list of provinces."""
    gap = [term for term in unit.terms if term.kind == "place" and previous.end <= term.start < figure.start]
    return bool(gap) and len(unknown(previous.end, figure.start, unit, text)) <= 1


def _new_subject(previous: Figure, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether words that no list knows stand between the last comma and the figure: it speaks of something else."""
    signs = [text.find(sign, previous.end, figure.start) for sign in ",;،؛"]
    start = min((sign for sign in signs if sign >= 0), default=previous.end)
    return len(unknown(start, figure.start, unit, text)) > 1


def _names(unit: Unit, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where communes, districts and villages stand with their names."""
    words = [term for term in unit.of("scope") if start <= term.start < end]
    return [found[:2] for term in words if (found := unit_name(term, unit, text))]


def unknown(start: int, end: int, unit: Unit, text: str) -> list[str]:
    """The words of a stretch that belong to no term and no figure, but for words that name nothing."""
    known = [(term.start, term.end) for term in unit.terms if start <= term.start < end]
    known += _names(unit, text, start, end)
    known += [(other.start, other.end) for other in unit.others if start <= other.start < end]
    left, position = [], start
    for first, last in [*sorted(known), (end, end)]:
        left += WORDS.findall(text, position, max(position, first))
        position = max(position, last)
    function = habits(unit.language).function
    return [word for word in left if word.lower() not in function]
