"""What a figure is by the figure right before it: its plan, whole or part, the same sum, or what it moved by."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.claim.done.plans import over_plan, planned_base
from extractor.claim.habits import habits
from extractor.claim.scene import PLANS
from extractor.claim.what.clauses import Clause
from extractor.claim.what.families import whole_of
from extractor.claim.what.indicator import Naming, Surroundings
from extractor.claim.what.rulebook import NEUTRAL, Rulebook
from extractor.claim.what.shared import is_compared, same_sum
from extractor.claim.when.bases import starts_move
from extractor.records import Figure, FigureKind, Statement

RATIOS = {FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE}
# The bare word for a rate takes up the rate above, where it opens a sentence: at a rate of 68%, the province leads.
RATE = "rate"
# So many words may stand between a share and the sum that it is of.
OF_WORDS = 3
# Why a figure has the name of a plan.
PLAN = "plan of what was reached"
SAME = "this_figure"


@dataclass(slots=True)
class Past:
    """A figure before and what it measures."""

    figure: Figure
    naming: Naming


def by_figure_before(
    clause: Clause, before: Past, naming: Naming, around: Surroundings, book: Rulebook
) -> Naming | None:
    """The name that the figure right before gives, if any."""
    figure = clause.figure
    plan = _plan(before, figure, around, book)
    if plan:
        return replace(before.naming, indicator=plan, reason=PLAN)
    if before.figure.denominator is not None and before.figure.denominator == figure.value:
        return _whole(naming, before.naming, book)
    if part := _part(figure, before, naming, around, book):
        return replace(before.naming, indicator=part, reason="the ratio of the share before")
    if same_sum(before.figure, figure) and "(" in around.text[before.figure.end : figure.start]:
        return replace(before.naming, reason="the same sum in another currency")
    if before.naming.indicator and naming.indicator is None and _of_next_plan(clause, before.figure, around):
        return replace(before.naming, reason="the share of another plan")
    if before.naming.indicator and naming.indicator is None and _moved_to(clause, before.figure, around):
        return replace(before.naming, reason="what the figure before moved to")
    if before.naming.indicator and _is_it(clause, before.figure, around):
        return replace(before.naming, reason="what a pronoun right before the figure means")
    if _compared(clause, before, around) or _moves_share(clause, before, around, book):
        return replace(before.naming, reason="by how much the share before moved, or what it is compared with")
    return _by_move(clause, before, naming, around, book)


def _by_move(clause: Clause, before: Past, naming: Naming, around: Surroundings, book: Rulebook) -> Naming | None:
    """The name of the amount right before of what it moved by, none where that has none."""
    named = naming.indicator or before.naming.indicator
    moves = bool(named) and _moves_amount(clause, before, naming, around, book)
    return replace(before.naming, reason="by how much the amount before moved") if moves else None


def _of_next_plan(clause: Clause, last: Figure, around: Surroundings) -> bool:
    """Whether a share of a plan goes on with one of another: `bằng 49% dự toán trung ương và 46% dự toán tỉnh giao`."""
    if {clause.figure.kind, last.kind} != {FigureKind.PERCENT} or around.statement is not Statement.SHARE_OF_PLAN:
        return False
    unit, between = around.unit, around.text[last.end : clause.figure.start].split()
    planned = any(last.end <= one.start < clause.figure.start for one in unit.of("statement", *PLANS))
    return planned and bool(between) and between[-1] in habits(unit.language).joiners


def _is_it(clause: Clause, last: Figure, around: Surroundings) -> bool:
    """Whether a pronoun right before a figure of the same kind says that it is the same: `جبکہ 2023 میں یہ 800 تھی`."""
    words = around.text[last.end : clause.figure.start].split()[-1:]
    return clause.figure.kind is last.kind and not (told(clause) or habits(around.unit.language).it.isdisjoint(words))


def _moved_to(clause: Clause, last: Figure, around: Surroundings) -> bool:
    """Whether the figure before moved to this one of its kind: `88 کمیون سے بڑھ کر 120 کمیون`, `from 88 to 120`."""
    alike = (clause.figure.kind, clause.figure.unit) == (last.kind, last.unit)
    return alike and starts_move(last, around.unit, around.text)


def _plan(before: Past, figure: Figure, around: Surroundings, book: Rulebook) -> str | None:
    """What the plan measures that stands behind a stroke, in a bracket behind a share of it, or right behind that and
    `of`."""
    reached = before.naming.indicator
    if reached is None:
        return None
    if over_plan(figure, around.unit, around.text):
        return book.plans.get(reached, reached)
    if figure.kind is not FigureKind.MONEY:
        return None
    of_it = _is_share_of(before.figure, figure, around)
    return book.wholes.get(reached) if of_it or planned_base(figure, around.unit, around.text) else None


def _is_share_of(share: Figure, figure: Figure, around: Surroundings) -> bool:
    """Whether a sum is what the share right before it is of: `to disburse 95% of its VND9 trillion`."""
    gap = around.text[share.end : figure.start].split()
    of = bool(gap) and len(gap) <= OF_WORDS and gap[0] in habits(around.unit.language).owners
    told = around.unit.within(share.end, figure.start) if of else []
    return of and share.kind is FigureKind.PERCENT and not any(term.kind == "concept" for term in told)


def _part(figure: Figure, share: Past, naming: Naming, around: Surroundings, book: Rulebook) -> str | None:
    """What a sum or the part of a ratio is in the bracket behind its share: `hoàn thành 80% nhiệm vụ (40/50 nhiệm vụ)`.

    So is the sum right behind the bracket: `tỷ lệ giải ngân đạt 55% (2.500 tỷ đồng)`.
    """
    gap = around.text[share.figure.end : figure.start]
    counted = figure.denominator is None and _counted_of(figure, share.figure, around)
    if not counted and (figure.kind not in RATIOS or "(" not in gap or ")" in gap):
        return None
    if not counted and figure.denominator is None and not (figure.kind is FigureKind.MONEY and gap == " ("):
        return None
    name = share.naming.indicator or ""
    return book.parts.get(name) if naming.indicator in (None, book.wholes.get(name)) else None


def _counted_of(figure: Figure, share: Figure, around: Surroundings) -> bool:
    """Whether a count right behind a share is of what the share is of, by the bare noun: `tỷ lệ hộ nghèo còn 4% (710
    hộ)`, `, tương đương 710 hộ`."""
    text, unit = around.text, around.unit
    if figure.kind is not FigureKind.COUNT or share.kind is not FigureKind.PERCENT or not figure.unit:
        return False
    gap = text[share.end : figure.start].replace("(", " ").replace(",", " ").lower().split()
    if not habits(unit.language).share_counts.issuperset(gap):
        return False
    named = f" {figure.unit} " in f" {text[unit.start : share.start].lower()} "
    behind = text[figure.end : unit.end].lstrip()[len(figure.unit) :].lstrip()
    return named and (not behind or behind[0] in ").,;")


def _moves_amount(clause: Clause, amount: Past, naming: Naming, around: Surroundings, book: Rulebook) -> bool:
    """Whether a percentage without words of its own is by how much the amount right before it rose or fell.

    What has an indicator for its growth keeps it: GRDP.
    """
    percent = clause.figure.kind is FigureKind.PERCENT and around.statement is Statement.CHANGE
    if naming.indicator is not None and book.table[naming.indicator]["unit"].startswith("%"):
        return False
    return (
        percent
        and amount.figure.kind in RATIOS
        and (naming.basis == "before" or naming.tied)
        and not (clause.fresh or told(clause))
    )


def _compared(clause: Clause, before: Past, around: Surroundings) -> bool:
    """Whether a percentage is what the one before is measured by, in no words of its own: `46%, above 38% in …`."""
    figure, last = clause.figure, before.figure
    if {figure.kind, last.kind} != {FigureKind.PERCENT} or not is_compared(last, figure, around.unit, around.text):
        return False
    between = around.unit.within(last.end, figure.start)
    return before.naming.indicator is not None and not any(term.kind == "concept" for term in between)


def _moves_share(clause: Clause, share: Past, around: Surroundings, book: Rulebook) -> bool:
    """Whether a percentage is by how much the one before it is higher, or by how much a rate rose: it has no words."""
    kinds = {clause.figure.kind, share.figure.kind}
    if kinds != {FigureKind.PERCENT} or around.statement is not Statement.CHANGE or told(clause):
        return False
    percent = share.naming.indicator is not None and book.table[share.naming.indicator]["unit"].startswith("%")
    return percent and (RATE in share.naming.concepts or any(term.id == "than" for term in clause.own))


def _whole(naming: Naming, part: Naming, book: Rulebook) -> Naming:
    """The whole of a ratio takes the whole of its part, or no name at all."""
    whole = whole_of(part.indicator, book.table) if part.indicator else ""
    if whole:
        return replace(naming, indicator=whole, rule=part.rule, basis="own", reason="whole of a ratio")
    of_parts = any(match.rule.indicator == naming.indicator and not match.rule.ratio for match in naming.matches)
    if naming.indicator and (of_parts or naming.indicator == part.indicator):
        return replace(naming, indicator=None, rule="", reason="whole of a ratio that has no name")
    return naming


def told(clause: Clause) -> bool:
    """Whether a word of its own says what is measured."""
    return any(term.kind == "concept" and term.id not in NEUTRAL for term in clause.own)


def means_last(clause: Clause) -> bool:
    """Whether `the rate` alone tells what a figure is: what the last one was; `9 of the figure` is a part."""
    return not told(clause) and any(one.id == SAME and one.end <= clause.figure.start for one in clause.own)
