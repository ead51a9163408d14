"""What a number says of its quantity: a level, a change, or a share of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.claim.done.plans import GIVEN, is_plan, undated
from extractor.claim.done.verbs import PER, said_behind
from extractor.claim.done.wishes import owned_share
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, PLANS, Unit
from extractor.claim.signs import DIGIT, GENITIVES, LIST_OR_DIGIT
from extractor.claim.what.clauses import Clause
from extractor.claim.when.bases import starts_move
from extractor.claim.when.cited import compared
from extractor.records import Comparator, Figure, FigureKind, Statement, Term

SUBJECT_REACH = 60
VERB_REACH = 40
# So far behind a percentage stands the word of what it is a share of.
OWNER = 4
BASES = ("same_period", "previous_month", "previous_quarter", "year_end")
VERBS = ("level", "up", "down", "excess")
BEHIND = ("more_behind", "less_behind", "up_behind", "down_behind")
OVER, UPWARD = ("than", "over_plan"), ("up", "up_behind")
NOUNS = ("up_behind", "down_behind")
OWNED = frozenset(GENITIVES)
RISING, RISING_REACH = "rate", 90
# So many words may stand between a figure and the noun of its move.
ADJECTIVES = 3
MOVES = ("up", "down", *BEHIND)
# Signs that end a clause, and stand in no number.
ENDS = re.compile(rf"[،,;؛۔](?![{DIGIT}])|(?<![{DIGIT}])[،,;؛۔]")


@dataclass(frozen=True, slots=True)
class Said:
    """What a number says of its quantity: statement, and the bases of a change and of a plan."""

    statement: Statement
    change_base: str | None
    plan_base: str | None


LEVEL = Said(Statement.LEVEL, None, None)


def clause_end(text: str, position: int, limit: int) -> int:
    """Where a clause ends: before its sign, at the limit where there is none."""
    found = ENDS.search(text, position, limit + 1)
    return min(found.start(), limit) if found else limit


def statement_of(clause: Clause, unit: Unit, text: str) -> Said:
    """What the number says of its quantity, and the bases of a change and of a plan."""
    figure, words = clause.figure, _moving(clause.figure, unit, text)
    points = figure.kind is FigureKind.PERCENT and figure.unit not in (None, "%")
    if not (words or points or clause.times):
        return LEVEL
    first = _first_of_run(figure, unit, text)
    start = max(unit.start, first - VERB_REACH)
    far = max(unit.start, figure.start - SUBJECT_REACH)
    last = _last_of_run(figure, unit, text)
    other = next((one.start for one in unit.figures if one.start >= last.end), unit.end)
    after_end = clause_end(text, last.end, min(_own_end(last, other, unit, text), last.end + 60))
    # Between what exceeds a plan and by how much stands whose plan it is.
    near = [w for w in words if (far if w.id == "excess" else start) <= w.start and w.end <= figure.start]
    before = [w for w in near if _joined(w.end, first if w.end <= first else figure.start, unit, text)]
    before = [w for w in before if not _bounds(w, figure, unit.language)]
    if before and _of_other(figure, unit, text):
        before = []
    after = said_behind(last, words, after_end, unit, text)
    change = next((w.id for w in after if w.id in BASES), None)
    plan = plan_base(figure, (*after, *before), unit, text)
    verb = _verb(before, after, unit.language) or _moved_in_bracket(figure, words, start, text)
    verb = verb or ("up" if _set_against(figure, words, text) else None)
    verb = "up" if verb == "level" and (_rises(figure, words, text) or _moves_on(figure, after, unit, text)) else verb
    behind = habits(unit.language).status_side == "after"
    # `tăng từ 8 đến 10%` is no level that something rose from.
    if not behind and figure.value_max is None and any(w.end + 1 == figure.start for w in unit.of("time", "from")):
        return LEVEL
    if is_plan(figure, unit, text) or (behind and starts_move(figure, unit, text)):
        return LEVEL
    exceeds = verb == "excess" or (verb in UPWARD and any(w.id in OVER for w in before))
    if exceeds and plan:
        return Said(Statement.EXCESS_OVER_PLAN, None, plan)
    if verb in MOVES or points or clause.times:
        return Said(Statement.CHANGE, change or _base_before(words, figure.start, start), None)
    # `94% dự toán và bằng 115% so với cùng kỳ`: the plan before is that of the figure before.
    own_plan = behind or any(w.id in PLANS for w in after)
    owners = habits(unit.language).owners
    owned = verb is None and not (own_plan or owners.isdisjoint(text[figure.end : figure.end + OWNER].split()))
    # So is a bare one: `đạt 51% dự toán và 93% so với cùng kỳ`.
    moves = any(w.id in MOVES and start <= w.start < figure.start for w in words)
    bare = verb is None and plan is not None and not (own_plan or behind)
    if bare and moves and change == "same_period":
        return Said(Statement.CHANGE, change, None)  # `tăng 9% so với kế hoạch và 4% so với cùng kỳ`
    last_year = change == "same_period" and (owned or bare or (verb == "level" and not (plan and own_plan)))
    last_year = last_year or (behind and any(w.id == "same_period" and owned_share(w, unit, text) for w in before))
    last_year = last_year or (behind and verb == "level" and _compared_beside(figure, unit, text, start))
    if figure.kind is FigureKind.PERCENT and last_year:
        return Said(Statement.SHARE_OF_LAST_YEAR, change or "same_period", None)
    if figure.kind is FigureKind.PERCENT and plan:
        return Said(Statement.SHARE_OF_PLAN, None, plan)
    return LEVEL


def _own_end(figure: Figure, other: int, unit: Unit, text: str) -> int:
    """Where what is said of a figure ends: at the next one or, where words stand behind, at the bracket around that:
    `9% ہے (گزشتہ سال سے 2% کم)`."""
    opened = text.find("(", figure.end, other) if habits(unit.language).status_side == "after" else -1
    return opened if opened >= 0 and other < unit.end and ")" not in text[opened:other] else other


def _moving(figure: Figure, unit: Unit, text: str) -> list[Term]:
    """The words of statement but for a noun of another move: only right behind its figure it is one (`a 9% drop`)."""
    function = habits(unit.language).function
    found = []
    for word in unit.of("statement"):
        if word.id not in NOUNS or " " in text[word.start : word.end]:
            found.append(word)
        elif figure.end < word.start:
            between = PER.sub("", text[figure.end : word.start].lower()).split()
            found += [word] if len(between) <= ADJECTIVES and function.isdisjoint(between) else []
    return found


def _bounds(word: Term, figure: Figure, language: str) -> bool:
    """Whether a word that compares with what stands before it only bounds the figure: `fewer than 5,000 projects`."""
    using = habits(language)
    bound = word.id in BEHIND and figure.comparator is not Comparator.EQUAL and word.end + 1 == figure.start
    return bound and using.tenses and using.status_side == "before"


def _of_other(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a figure is that of the place before it, with which a level is compared: `đạt 52%, cao hơn bình quân cả
    nước (50%)`, `below the national average of 50%`."""
    beside = [word.end for word in unit.of("scope", "beside") if word.end <= figure.start]
    if beside and not LIST_OR_DIGIT.search(text, beside[-1], figure.start):
        owners = [one.end for one in (*unit.of("place"), *unit.of("scope")) if beside[-1] < one.start < figure.start]
        if any(text[end : figure.start].strip() in habits(unit.language).owners | OWNED for end in owners):
            return True
    places = (*unit.of("place"), *unit.of("scope")) if text[figure.start - 2 : figure.start] == " (" else ()
    if not any(one.end == figure.start - 2 for one in places):
        return False
    moves = {word.start for word in unit.of("statement", *MOVED, *NOUNS) if word.end <= figure.start}
    return moves <= {word.start for word in unit.of("statement", "than")}


def _compared_beside(figure: Figure, unit: Unit, text: str, start: int) -> bool:
    """Whether the comparison with the year before stands right before a figure: `اسی مدت کے مقابلے میں 109%`."""
    words, using = unit.of("statement"), habits(unit.language)
    end = max((w.end for w in words if w.id == "compared" and w.end <= figure.start), default=unit.start)
    if end <= start:
        return False
    beside = (using.function | using.share_between).issuperset(text[end : figure.start].split())
    return beside and _base_before(words, end, start) == "same_period"


def _moved_in_bracket(figure: Figure, words: Sequence[Term], start: int, text: str) -> str | None:
    """The move that the bracket behind a compared percentage tells: `مقابلے میں 7% (2.76 بلین کا اضافہ)`."""
    if figure.kind is not FigureKind.PERCENT or text[figure.end : figure.end + 2] != " (":
        return None
    if _base_before(words, figure.start, start) is None:
        return None
    closed = text.find(")", figure.end, figure.end + SUBJECT_REACH)
    return next((w.id for w in words if w.id in MOVES and figure.end < w.start < closed), None)


def _set_against(figure: Figure, words: Sequence[Term], text: str) -> bool:
    """Whether what an amount is compared with stands behind its bracket: `thêm 90 người (1%) so với năm trước`."""
    return _alone_in_bracket(figure, text) and any(
        w.id in ("compared", *BASES) and w.start == figure.end + 2 for w in words
    )


def _alone_in_bracket(figure: Figure, text: str) -> bool:
    """Whether a bracket holds nothing but a percentage."""
    percent = figure.kind is FigureKind.PERCENT
    return percent and text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")"


def _first_of_run(figure: Figure, unit: Unit, text: str) -> int:
    """Where the first of percentages stands that are joined to this one: `up 8% and 7%` are both what it rose by.

    So is the amount before its bracket: `up 90 households (1%)`.
    """
    first, joiners = figure.start, habits(unit.language).joiners
    if figure.kind is not FigureKind.PERCENT:
        return first
    earlier = [one for one in unit.figures if one.end <= figure.start]
    if earlier and _alone_in_bracket(figure, text) and text[earlier[-1].end : first - 1].strip() == earlier[-1].unit:
        return earlier[-1].start
    for other in reversed(earlier):
        gap = text[other.end : first].strip()
        alike = _by(other, unit, text) == _by(figure, unit, text) != "" and ";" not in gap
        if other.kind is not FigureKind.PERCENT or (gap not in joiners and not alike):
            break
        first = other.start
    return first


def _last_of_run(figure: Figure, unit: Unit, text: str) -> Figure:
    """The last of percentages that are joined to this one, where their verb stands behind: `9% اور 8% اضافہ ہوا`."""
    using, last = habits(unit.language), figure
    if figure.kind is not FigureKind.PERCENT or using.status_side == "before":
        return figure
    for other in unit.figures:
        if other.start >= last.end and (
            other.kind is not last.kind or text[last.end : other.start].strip() not in using.joiners
        ):
            break
        last = other if other.start >= last.end else last
    return last


def _by(figure: Figure, unit: Unit, text: str) -> str:
    """The word by which a figure is the measure of a move: `exports rose by 8%, imports by 7%`."""
    word = text[unit.start : figure.start].split()[-1:]
    return word[0] if word and word[0] in habits(unit.language).by else ""


def _verb(before: Sequence[Term], after: Sequence[Term], language: str) -> str | None:
    """The verb of a number: the last before it or, where verbs stand behind, the first behind it."""
    ahead = [w.id for w in before if w.id in VERBS or w.id in BEHIND]
    if habits(language).status_side == "after":
        behind = [w.id for w in after if w.id in VERBS or w.id in BEHIND]
        return next(iter(behind), ahead[-1] if ahead else None)
    behind = [w.id for w in after if w.id in BEHIND]
    return behind[-1] if behind else ahead[-1] if ahead else None


def _moves_on(figure: Figure, after: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether the word of what is reached stands right behind what it moved by: `6% بڑھ کر 900`, not `6% سے بڑھ کر`."""
    converbs = habits(unit.language).moved_to
    return any(one.start == figure.end + 1 and text[one.start : one.end] in converbs for one in after)


def _rises(figure: Figure, words: Sequence[Term], text: str) -> bool:
    """Whether what is reached is a rate of growth: `tốc độ tăng thu ngân sách đạt 10%`."""
    if figure.kind is not FigureKind.PERCENT:
        return False
    rates = [w.end + 1 for w in words if w.id == RISING and figure.start - RISING_REACH <= w.start < figure.start]
    moves = [w for w in words if w.start in rates and w.id in MOVES]
    return bool(moves) and not LIST_OR_DIGIT.search(text, moves[-1].end, figure.start)


def _base_before(words: Sequence[Term], position: int, start: int) -> str | None:
    return next((w.id for w in words if w.id in BASES and start - 40 <= w.start < position), None)


def _joined(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether nothing but a time compared with stands between a verb and its number: `hơn cùng kỳ năm 2024 là 9%`."""
    if not LIST_OR_DIGIT.search(text, start, end):
        return True
    inside = [one for one in unit.others if start <= one.start and one.end <= end]
    dated = bool(inside) and all(compared(one.start, one.end, unit, text) for one in inside)
    return dated and not LIST_OR_DIGIT.search(undated(start, end, unit, text))


def plan_base(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> str | None:
    """Which plan a number is a share of, by the words around it: none that it only accords with (منصوبے کے مطابق)."""
    later = {word.start for word in words if word.id == "over_plan" and word.start >= figure.end}
    plans = [word for word in words if word.id in PLANS and word.start not in later]
    given = any(word.id == GIVEN and word.start == figure.end + 1 for word in words)  # `đạt 95% tỉnh giao`
    owned = (one.id for one in plans if one.start >= figure.end or _owns(one, figure, unit, text))
    return next(owned, "plan" if given else None)


def _owns(plan: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a plan's word before a number leads to it, where a genitive says so: `منصوبے کے سرمائے کا 48%`."""
    using = habits(unit.language)
    if not using.share_of or any(plan.start <= word.start <= plan.end + 1 for word in unit.of("statement", "compared")):
        return True
    if any(plan.start <= word.start and word.end <= plan.end for word in unit.of("status", "target")):
        return owned_share(plan, unit, text)
    between = text[plan.end : figure.start]
    leading = [word for word in text[plan.start : figure.start].split() if word not in using.share_between]
    ended = LIST_OR_DIGIT.search(between) or not using.finite.isdisjoint(between.split())
    return not ended and leading[-1] in using.share_of | using.giving
