"""Achieved, estimated, expected, wished for or demanded; a level, a change, or a share of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.claim.done.goals import SAYING, Tone, carried_word, spent, word_above
from extractor.claim.done.plans import PLANS, is_plan
from extractor.claim.done.verbs import of_share, of_those, sentence_verb, verb_word
from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Scene, Unit
from extractor.claim.signs import DIGIT, LIST, LIST_OR_DIGIT, out_of_bracket
from extractor.claim.what.clauses import Clause
from extractor.claim.when.bases import starts_move
from extractor.claim.when.clock import Period, ahead, closing, over
from extractor.records import Comparator, Figure, FigureKind, Statement, Status, Term

REACH = 160
SUBJECT_REACH = 60
VERB_REACH = 40
# So far behind a percentage stands the word of what it is a share of.
OWNER = 4
HAS = 24
STRONG = {
    "target": Status.TARGET,
    "future": Status.TARGET,
    "forecast": Status.FORECAST,
    "demand": Status.OTHER,
    "norm": Status.OTHER,
    "estimate": Status.ESTIMATE,
}
# The reader's rule for a bound behind its number: `từ 15 m trở lên`; before it (`at least 15 m`) it is a value.
OR_MORE = ":after_more"
BOUNDS = (Comparator.MORE, Comparator.LESS, Comparator.AT_LEAST, Comparator.AT_MOST)
AGE = ":age"
BASES = ("same_period", "previous_month", "previous_quarter", "year_end")
VERBS = ("level", "up", "down", "excess")
BEHIND = ("more_behind", "less_behind", "up_behind", "down_behind")
MOVES = ("up", "down", *BEHIND)
CLAUSE_SIGNS = ";؛.۔:"
CONDITION = "condition"
# Before the first figure of a sentence they govern it all.
OPENING = ("target", "future", "norm", "forecast")
# Signs that end a clause, and stand in no number.
ENDS = re.compile(rf"[،,;؛۔](?![{DIGIT}])|(?<![{DIGIT}])[،,;؛۔]")
# What was assigned for a year that is not over has been assigned.
GIVEN = "assigned"


@dataclass(frozen=True, slots=True)
class Said:
    """What a number says of its quantity: statement, and the bases of a change and of a plan."""

    statement: Statement
    change_base: str | None
    plan_base: str | None


LEVEL = Said(Statement.LEVEL, None, None)


def told(figure: Figure, words: Sequence[Term], unit: Unit, view: Scene, tone: Tone) -> str | None:
    """What the words say of a figure: an id of STRONG, or None where they say nothing; words are `status_words`."""
    if unit.head_spans:
        return _head_word(unit)
    if is_plan(figure, unit, view.text):
        return "target"
    if _supposed(figure, unit, view.text):
        return "norm"
    word = _status_word(figure, words, unit, view.text) or carried_word(unit, view)
    if word is None and not unit.of("status", "achieved"):
        word = word_above(unit, view)
    if word is None and tone.goes_on(figure, unit, view):
        return "target"
    if word is not None and word.id in WISHES and starts_move(figure, unit, view.text):
        return None
    return word.id if word else None


def status_of(word: str | None, clause: Clause, unit: Unit, view: Scene, when: Period) -> Status:
    """Whether a figure was achieved, is estimated, expected, wished for or demanded, by its word and its period."""
    published = view.article.published
    if word == "future" and when.basis == "sentence" and over(when.end, published):
        return Status.ACTUAL
    if word == "estimate" and when.kind == "flow" and ahead(when.start, published):
        return Status.FORECAST
    if word == "forecast" and when.basis == "sentence" and when.kind == "flow" and over(when.end, published):
        return Status.ESTIMATE
    if word:
        return Status.TARGET if word == "demand" and ahead(when.end, published) else STRONG[word]
    to_come = when.basis == "sentence" and ahead(when.start if when.kind == "flow" else when.end, published)
    to_come = to_come and not closing(when, published) and not _has(clause.figure, unit, view.text)
    if to_come and not unit.head_spans and GIVEN not in clause.ids:
        return Status.TARGET
    return Status.OTHER if _bounds_group(clause.figure, unit, view.text) else Status.ACTUAL


def _has(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is what has been reached, whatever day follows: `đã có 30 dự án sẵn sàng khởi công ngày …`."""
    words = [word.end for word in unit.of("status", "achieved") if 0 < figure.start - word.end <= HAS]
    words = [] if habits(unit.language).tenses else words
    return bool(words) and not LIST_OR_DIGIT.search(text, words[-1], figure.start)


def _supposed(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure stands in a condition: between its word and the next comma."""
    words = [word for word in unit.of("status", CONDITION) if word.end <= figure.start]
    return bool(words) and not LIST.search(text, words[-1].end, figure.start)


def _bounds_group(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the bound that a group was chosen by: `12 xã giải ngân dưới 30%`, `trẻ dưới 6 tuổi`."""
    if figure.comparator not in BOUNDS:
        return False
    if figure.kind is not FigureKind.PERCENT:
        return AGE in figure.rule or (figure.kind is FigureKind.MEASURE and OR_MORE in figure.rule)
    counted = next((one for one in reversed(unit.figures) if one.end <= figure.start), None)
    if counted is None or counted.kind is not FigureKind.COUNT:
        return False
    gap, members = text[counted.end : figure.start].lstrip(), habits(unit.language).members
    chosen = members.match(gap) if members else None
    rest = gap[chosen.end() :].removeprefix(")") if chosen else ","
    return not any(sign in rest for sign in ",،()" + CLAUSE_SIGNS)


def _head_word(unit: Unit) -> str | None:
    """What a table's heads say: a wish, or a plan where the head begins with that word."""
    starts = {start for start, _ in unit.head_spans}
    for term in unit.heads:
        if term.kind == "status" and term.id in STRONG:
            return term.id
        if term.kind == "statement" and term.id in PLANS and term.start in starts:
            return "target"
    return None


def _status_word(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> Term | None:
    if not words:
        return None
    if habits(unit.language).status_side == "after":
        return verb_word(figure, words, frozenset(STRONG), unit, text)
    start = _sentence_start(text, figure.start, max(unit.start, figure.start - REACH))
    before = [w for w in words if w.end <= figure.start and not out_of_bracket(w.end, figure.start, text)]
    before = [w for w in before if not spent(w, figure.start, unit, text)]
    before = [w for w in before if not (w.id == "achieved" and (of_share(w, unit, text) or of_those(w, unit, text)))]
    own = [w for w in before if w.start >= start]
    if own and own[-1].id == "result" and own[-1].end + 1 == figure.start and _told_before(own, unit):
        return None
    if any(word.id in SAYING for word in own) or unit.of("time", "to_date"):
        return _last_strong(own)
    if verb := _verb_behind(figure, words, unit, text) or sentence_verb(words, unit, text):
        return verb
    first = unit.figures[0].start
    # A forecast holds for what is listed behind a semicolon, not for what is there: `…; khu 1 có công suất 20 tấn`.
    listed = [w for w in before if w.id != "forecast" or w.start == unit.start or not own]
    return _last_strong([w for w in listed if w.id == "achieved" or (w.id in OPENING and w.start < first)])


def _told_before(own: Sequence[Term], unit: Unit) -> bool:
    """Whether a figure stands between a goal's word and the word of its result."""
    goals = [word.end for word in own[:-1] if word.id in STRONG]
    return bool(goals) and any(goals[-1] <= one.start < own[-1].start for one in unit.figures)


def _verb_behind(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> Term | None:
    """The verb of a figure that is its subject: `12 trường sẽ được xây`, `VND11 trillion (US$473 million) will go`."""
    end = _clause_end(text, figure.end, min(unit.end, figure.end + SUBJECT_REACH))
    verb = next((word for word in words if figure.end <= word.start < end), None)
    if verb is None or verb.id not in ("future", "forecast"):
        return None
    if any(verb.start - 2 < word.end <= verb.start for word in unit.of("statement")):
        return None
    between = text[figure.end : verb.start]
    own = [one for one in unit.figures if figure.end < one.start < verb.start and text[one.start - 1] != "("]
    joined = not habits(unit.language).joiners.isdisjoint(between.split())
    return None if own or joined else verb


def _last_strong(before: Sequence[Term]) -> Term | None:
    """The last word that wishes or estimates, unless what was achieved is named after it (đã, đến nay)."""
    for term in reversed(before):
        if term.id in STRONG:
            return term
        if term.id == "achieved":
            return None
    return None


def _sentence_start(text: str, position: int, limit: int) -> int:
    """Where the clause begins: behind the last semicolon or colon, or a full stop that ends a sentence."""
    last = max(text.rfind(sign, limit, position - 1) for sign in ";؛:۔")
    last = max(last, text.rfind(". ", limit, position))
    return last + 1 if last >= 0 else limit


def _clause_end(text: str, position: int, limit: int) -> int:
    found = ENDS.search(text, position, limit + 1)
    return min(found.start(), limit) if found else limit


def statement_of(clause: Clause, unit: Unit, text: str) -> Said:
    """What the number says of its quantity, and the bases of a change and of a plan."""
    figure, words = clause.figure, unit.of("statement")
    points = figure.kind is FigureKind.PERCENT and figure.unit not in (None, "%")
    if not (words or points or clause.times):
        return LEVEL
    first = _first_of_run(figure, unit, text)
    start = max(unit.start, first - VERB_REACH)
    far = max(unit.start, figure.start - SUBJECT_REACH)
    other = next((one.start for one in unit.figures if one.start >= figure.end), unit.end)
    after_end = _clause_end(text, figure.end, min(other, figure.end + 60))
    # Between what exceeds a plan and by how much stands whose plan it is.
    near = [w for w in words if (far if w.id == "excess" else start) <= w.start and w.end <= figure.start]
    before = [w for w in near if _joined(w.end, first if w.end <= first else figure.start, text)]
    before = [w for w in before if not _bounds(w, figure, unit.language)]
    after = [w for w in words if figure.end <= w.start < after_end]
    change = next((w.id for w in after if w.id in BASES), None)
    plan = next((w.id for w in (*after, *before) if w.id in PLANS), None)
    if plan is None and any(w.id == GIVEN and w.start == figure.end + 1 for w in after):
        plan = "plan"  # `đạt 95% tỉnh giao`
    verb = _verb(before, after, unit.language) or _moved_in_bracket(figure, words, start, text)
    behind = habits(unit.language).status_side == "after"
    ranged = figure.value_max is not None  # `tăng từ 8 đến 10%` is no level that something rose from
    if not behind and not ranged and any(w.end + 1 == figure.start for w in unit.of("time", "from")):
        return LEVEL
    if is_plan(figure, unit, text):
        return LEVEL
    exceeds = verb == "excess" or (verb == "up" and any(w.id == "than" for w in before))
    if exceeds and plan:
        return Said(Statement.EXCESS_OVER_PLAN, None, plan)
    if verb in MOVES or points or clause.times:
        return Said(Statement.CHANGE, change or _base_before(words, figure.start, start), None)
    # `94% dự toán và bằng 115% so với cùng kỳ`: the plan before is that of the figure before.
    own_plan = behind or any(w.id in PLANS for w in after)
    owned = (
        verb is None
        and not own_plan
        and not habits(unit.language).owners.isdisjoint(text[figure.end : figure.end + OWNER].split())
    )
    last_year = change == "same_period" and (owned or (verb == "level" and not (plan and own_plan)))
    if figure.kind is FigureKind.PERCENT and last_year:
        return Said(Statement.SHARE_OF_LAST_YEAR, change, None)
    if figure.kind is FigureKind.PERCENT and plan:
        return Said(Statement.SHARE_OF_PLAN, None, plan)
    return LEVEL


def _bounds(word: Term, figure: Figure, language: str) -> bool:
    """Whether a word that compares with what stands before it only bounds the figure: `fewer than 5,000 projects`."""
    using = habits(language)
    bound = word.id in BEHIND and figure.comparator is not Comparator.EQUAL and word.end + 1 == figure.start
    return bound and using.tenses and using.status_side == "before"


def _moved_in_bracket(figure: Figure, words: Sequence[Term], start: int, text: str) -> str | None:
    """The move that the bracket behind a compared percentage tells: `مقابلے میں 7% (2.76 بلین کا اضافہ)`."""
    if figure.kind is not FigureKind.PERCENT or text[figure.end : figure.end + 2] != " (":
        return None
    if _base_before(words, figure.start, start) is None:
        return None
    closed = text.find(")", figure.end, figure.end + SUBJECT_REACH)
    return next((w.id for w in words if w.id in MOVES and figure.end < w.start < closed), None)


def _first_of_run(figure: Figure, unit: Unit, text: str) -> int:
    """Where the first of percentages stands that are joined to this one: `up 8% and 7%` are both what it rose by."""
    first, joiners = figure.start, habits(unit.language).joiners
    if figure.kind is not FigureKind.PERCENT:
        return first
    for other in reversed([one for one in unit.figures if one.end <= figure.start]):
        gap = text[other.end : first].strip()
        if other.kind is not FigureKind.PERCENT or gap not in joiners:
            break
        first = other.start
    return first


def _verb(before: Sequence[Term], after: Sequence[Term], language: str) -> str | None:
    """The verb of a number: the last before it or, where verbs stand behind, the first behind it."""
    ahead = [w.id for w in before if w.id in VERBS or w.id in BEHIND]
    if habits(language).status_side == "after":
        behind = [w.id for w in after if w.id in VERBS or w.id in BEHIND]
        return next(iter(behind), ahead[-1] if ahead else None)
    behind = [w.id for w in after if w.id in BEHIND]
    return behind[-1] if behind else ahead[-1] if ahead else None


def _base_before(words: Sequence[Term], position: int, start: int) -> str | None:
    return next((w.id for w in words if w.id in BASES and start - 40 <= w.start < position), None)


def _joined(start: int, end: int, text: str) -> bool:
    return not LIST_OR_DIGIT.search(text, start, end)
