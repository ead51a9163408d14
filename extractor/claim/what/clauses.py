"""A sentence's figures with their words: those they own, what they count, and what they take over from one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, Unit
from extractor.claim.what.counted import Next, follow, goes_on, held_in, unknown
from extractor.claim.what.owned import owned_terms
from extractor.claim.what.rulebook import NEUTRAL, Rulebook
from extractor.claim.what.shared import ADJACENT, is_compared, is_part, parts_open
from extractor.records import Figure, FigureKind, Term

# The name of an item between two brackets: `Xây dựng (16%), Công Thương (25%)`.
NAMED_ITEM = re.compile(r"\), [^\W\d_a-z][^,;:()\d]{1,40} \(")
# A sign with at most two words behind it: `; over 90% of firms`.
OPENS = re.compile(r"[,;] (?:\w+ ){0,2}$")
BACK, TO = 4, 3
FAR = 160
# So near behind a percentage stands what it is a part of.
BESIDE = 24
# By how many times something grew; a bare number of times is no growth: at most 2 times a year.
TIMES = "times"
# Aligned with its part of a list, a figure is of that alone.
IN_TURN = "respectively"
# With a word that no list knows it names another rate: the urbanisation rate.
RATE = "rate"
# Words behind a number by which something moved.
BARE_MOVED = ("up_behind", "down_behind")
MORE_BEHIND = ("more_behind", "less_behind")
GROWN = (*MOVED, *BARE_MOVED, *MORE_BEHIND, "compared")
AMOUNTS = {FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE}
FREE = {FigureKind.PERCENT, FigureKind.MONEY, FigureKind.RATE, FigureKind.RANK, FigureKind.SCORE, FigureKind.MEASURE}


@dataclass(slots=True)
class Clause:
    """A figure with the concepts it owns and their ids, the noun it counts, and those it takes over from the figure
    before it, which are filled in last."""

    figure: Figure
    own: tuple[Term, ...]
    ids: frozenset[str]
    follows: Next
    noun: frozenset[str] = frozenset()
    inherited: tuple[tuple[Term, ...], ...] = ()
    item: bool = False
    near: frozenset[str] = frozenset()
    like: FigureKind | None = None
    fresh: bool = False
    goes_on: bool = False
    part: bool = False
    times: bool = False
    measured: str | None = None

    @property
    def named(self) -> frozenset[str]:
        """The concepts near it, without the words of other lists."""
        return frozenset([one for one in self.near if ":" not in one]) if self.near else self.near


def _like(previous: Figure, figure: Figure, text: str) -> FigureKind | None:
    """The kind of the figure before, for a bare number in its bracket: 10,3 người/10.000 dân (cả nước: 8,2)."""
    rated = previous.kind is FigureKind.RATE
    bare = figure.kind is FigureKind.COUNT and (figure.unit is None or rated)
    return previous.kind if bare and _opened(previous.end, figure.start, text) else None


def _near(figure: Figure, own: Sequence[Term], text: str) -> frozenset[str]:
    """Ids of the concepts with no comma between them and the figure."""
    found = set()
    for term in own:
        start, end = (figure.end, term.start) if term.start >= figure.end else (term.end, figure.start)
        if not signs.LIST.search(text, start, end):
            found.add(key(term))
    return frozenset(found)


def key(term: Term) -> str:
    """A concept's id; words of other lists carry their list's name, as in `link:total`."""
    return term.id if term.kind == "concept" else f"{term.kind}:{term.id}"


def clauses(unit: Unit, text: str, book: Rulebook) -> list[Clause]:
    """The sentence's figures with what belongs to each, in the order of the text."""
    if not unit.figures:
        return []
    using = habits(unit.language)
    owned = owned_terms(unit, text, book)
    topics = tuple(_topics(unit))
    found: list[Clause] = []
    for figure, terms in zip(unit.figures, owned, strict=True):
        counted = whole_of(figure, unit) or figure
        follows, noun = follow(counted, unit, text, book)
        times = (TIMES in unit.ids or figure.unit == TIMES) and _times(figure, terms)
        follows, noun = (Next.ELIDED, frozenset()) if times else (follows, noun)
        own = tuple(terms) + topics
        fresh = not found and len(unknown(unit.start, figure.start, unit, text)) > using.strange
        clause = Clause(
            figure=figure,
            own=own,
            ids=frozenset(map(key, own)),
            follows=follows,
            noun=noun,
            near=_near(figure, own, text),
            fresh=fresh,
            goes_on=follows is Next.NOUN and (goes_on(counted, unit, text, book) or held_in(figure, unit, text)),
            times=times,
            measured=figure.unit,
        )
        if found:
            _go_on(clause, terms, found, unit, text)
        found.append(clause)
    return found


def _go_on(clause: Clause, own: Sequence[Term], before: Sequence[Clause], unit: Unit, text: str) -> None:
    """Gives a clause what it has from the figures before it; `own` leaves out what a table's heads say."""
    figure, last = clause.figure, before[-1].figure
    outer = before[-BACK * 2 :]
    if text.find(")", outer[0].figure.end, figure.start) >= 0:
        outer = [one for one in outer if not _closed(one.figure.end, figure.start, text)] or before
    clause.item, clause.fresh = _item(last, figure, unit, text), _new_subject(last, figure, unit, text)
    clause.part = is_part(figure, last, own, unit, text)
    others = _of_others(clause, last, unit, text)
    apart, clause.fresh = clause.part or others or any(t.id == IN_TURN for t in own), clause.fresh or others
    clause.inherited = () if apart else _taken_over(clause, own, outer, unit, text)
    # `7 hộ nghèo thuộc diện bảo trợ, chiếm 3%`: the share is of those chosen.
    clause.goes_on = clause.goes_on or (before[-1].goes_on and _share_of_chosen(clause, own, last, unit))
    clause.like, clause.measured = _like(last, figure, text), _measured(figure, outer[-1])
    if is_compared(last, figure, unit, text):
        base = [term for term in before[-1].own if term.kind == "concept"]
        clause.own += tuple(term for term in base if term not in clause.own)
        clause.ids, clause.near = clause.ids.union(map(key, base)), clause.near.union(map(key, base))


def _share_of_chosen(clause: Clause, own: Sequence[Term], last: Figure, unit: Unit) -> bool:
    """Whether a percentage has nothing but the words of the count before it, and is not one of those counted: `the 3
    provinces where growth is lowest are Hue, down 9%`."""
    if any(term.kind == "place" for term in unit.within(last.end, clause.figure.start)):
        return False
    named = any(term.kind == "concept" and term.id not in NEUTRAL for term in own)
    return clause.figure.kind is FigureKind.PERCENT and bool(clause.inherited) and not named


def _of_others(clause: Clause, last: Figure, unit: Unit, text: str) -> bool:
    """Whether a percentage begins a clause about a part of others: `poverty is 4%; 97% of workers find jobs`."""
    figure, using = clause.figure, habits(unit.language)
    behind = text[figure.end : min(unit.end, figure.end + BESIDE)].split()
    if figure.kind is not FigureKind.PERCENT or len(behind) < 2 or behind[0] not in using.owners:
        return False
    gap = text[last.end : figure.start]
    words = gap.split()
    joined = not using.joiners.isdisjoint(words) or OPENS.search(gap) is not None
    if not joined or not using.restating.isdisjoint(words[-1:]):
        return False
    told = (*unit.of("statement"), *unit.of("place"), *unit.of("link", "total", "whole"))
    named = any(last.end <= word.start < figure.end + BESIDE for word in told)
    named = named or (behind[1] in using.function and behind[1] not in using.articles)
    return not named and not any(last.end <= other.start < figure.start for other in unit.others)


def _closed(start: int, end: int, text: str) -> bool:
    """Whether a bracket ends in a stretch that did not begin there: what stands in it is said aside."""
    return text.count(")", start, end) > text.count("(", start, end)


def _opened(start: int, end: int, text: str) -> bool:
    """Whether a bracket begins in a stretch that does not end there."""
    return text.count("(", start, end) > text.count(")", start, end)


def _measured(figure: Figure, last: Clause) -> str | None:
    """The unit of a figure, or of the amount that a percentage stands behind."""
    behind = figure.kind is FigureKind.PERCENT and last.figure.kind is not FigureKind.COUNT
    return last.measured if behind else figure.unit


def _times(figure: Figure, own: Sequence[Term]) -> bool:
    """Whether a number says how many times as much: `gấp 12 lần`, `tăng gấp đôi`, `3 times that of 2015`."""
    beside = [term for term in own if figure.start < term.end and term.start <= figure.end + 1]
    said = [term for term in beside if term.id == TIMES or (term.id == "compared" and figure.unit == TIMES)]
    grown = said and any(term.id in GROWN for term in own)
    return any(term.start <= figure.start and term.id == TIMES for term in said) or bool(said and grown)


def _topics(unit: Unit) -> list[Term]:
    """The terms of a cell's heads, but for a head that names a place or a body: that one says whose figure it is."""
    found: list[Term] = []
    for start, end in unit.head_spans:
        terms = [term for term in unit.heads if start <= term.start < end]
        if not any(term.kind in ("place", "body") or term.id == "commune_name" for term in terms):
            found += terms
    return found


def whole_of(figure: Figure, unit: Unit) -> Figure | None:
    """The whole that stands right behind the part of a ratio: what 15/47 counts stands behind 47."""
    if figure.denominator is None:
        return None
    after = (other for other in unit.figures if 0 < other.start - figure.end < ADJACENT)
    return next((other for other in after if other.value == figure.denominator), None)


def _taken_over(
    clause: Clause, own: Sequence[Term], before: Sequence[Clause], unit: Unit, text: str
) -> tuple[tuple[Term, ...], ...]:
    """Concepts a figure takes over from those before it, nearest first: `485 tasks completed (43%)`, `…, up 12%`."""
    last, figure, follows = before[-1], clause.figure, clause.follows
    if clause.item and figure.kind is last.figure.kind and not any(term.kind == "concept" for term in own):
        return last.inherited if last.item and not last.own else (last.own, *last.inherited)
    arrived = _arrives(before[-1].figure, figure, unit, text)
    if follows is Next.OTHER and figure.kind not in (FigureKind.RATE, FigureKind.RANK) and not arrived:
        return ()
    if follows is Next.NOUN and figure.kind is FigureKind.PERCENT and clause.noun.isdisjoint(_ids(before[-BACK:])):
        return ()
    taken: list[tuple[Term, ...]] = []
    amount: FigureKind | None = None  # what moved is the nearest amount, of whatever kind it is
    moved = clause.times or any(
        term.kind == "statement" and term.id in (*MOVED, *BARE_MOVED, TIMES, "excess") for term in own
    )
    for previous in reversed(before[-BACK:]):
        start = previous.figure.end
        bracketed = _opened(start, figure.start, text)
        ratio = previous.figure.denominator is not None and previous.figure.denominator == figure.value
        if figure.start - start > FAR or (not bracketed and previous is last and clause.fresh):
            break
        if figure.kind not in FREE and not (bracketed or ratio or moved) and (own or follows is Next.NOUN):
            break
        if moved and amount is not None and previous.figure.kind not in (amount, FigureKind.PERCENT):
            break
        if previous.figure.kind in AMOUNTS and not bracketed:
            amount = previous.figure.kind
        taken.append(previous.own)
        if previous.fresh or (moved and not ratio and _named_beside(clause, previous, unit)):
            break
    return tuple(taken)


def _arrives(last: Figure, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a percentage is what the one before moved to: `raising it from 6% to at least 8% reflects …`."""
    gap, ranges = text[last.end : figure.start].split(), habits(unit.language).ranges
    return figure.kind is last.kind is FigureKind.PERCENT and 0 < len(gap) <= TO and gap[0] in ranges


def _ids(before: Sequence[Clause]) -> frozenset[str]:
    return frozenset[str]().union(*(one.ids | one.noun for one in before))


def _named_beside(clause: Clause, previous: Clause, unit: Unit) -> bool:
    """Whether a change behind a figure that says what it is, or is a part, speaks of nothing further off."""
    change = clause.times or clause.figure.kind is FigureKind.PERCENT
    whole = change and previous.figure.denominator is None
    part = previous.figure.kind in AMOUNTS and parts_open(previous.figure, unit)
    return whole and (part or any(term.kind == "concept" and term.id not in NEUTRAL for term in previous.own))


def _item(previous: Figure, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether only a place's name stands between two figures, or any name between two brackets: a list goes on."""
    gap = any(term.kind == "place" for term in unit.within(previous.end, figure.start))
    if gap and len(unknown(previous.end, figure.start, unit, text)) <= 1:
        return True
    return NAMED_ITEM.fullmatch(text, previous.end, figure.start) is not None


def _new_subject(previous: Figure, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether words that no list knows stand between the last comma and the figure: it speaks of something else."""
    between = unit.within(previous.end, figure.start)
    found = (sign.start() for sign in signs.LIST.finditer(text, previous.end, figure.start))
    outside = (sign for sign in found if not any(term.start < sign < term.end for term in between))
    start = next(outside, previous.end)
    strange = unknown(start, figure.start, unit, text)
    named = any(term.id == RATE for term in unit.within(start, figure.start)) and habits(unit.language).articles
    return len(strange) > (0 if named else habits(unit.language).strange)
