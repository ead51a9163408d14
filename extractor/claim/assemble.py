"""The one way through the folder: sentences, clauses, then one claim a figure, then what ties claims together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.claim.area import Area, areas, focus
from extractor.claim.clauses import Clause, clauses
from extractor.claim.confidence import level, reasons
from extractor.claim.groups import grouped
from extractor.claim.indicator import Naming, Surroundings, name
from extractor.claim.mentions import merged
from extractor.claim.period import Period, period
from extractor.claim.period import clock as set_clock
from extractor.claim.places import territory
from extractor.claim.programme import Agenda, named
from extractor.claim.rulebook import Rulebook, rulebook, whole_of
from extractor.claim.scene import Scene, Unit, scene
from extractor.claim.status import Said, statement_of, status_of
from extractor.claim.words import speaker, subject
from extractor.records import Article, Claim, Figure, FigureKind, Reading

ORDINAL_REACH = 40


@dataclass(frozen=True, slots=True)
class Explained:
    """A claim with the rules its figure met and what decided between them."""

    claim: Claim
    naming: Naming
    concepts: tuple[str, ...]


def claims(article: Article, reading: Reading) -> list[Claim]:
    """Every quantity of the article as a claim, repeats merged, in the order of the text; linear in its length."""
    view = scene(article, reading)
    book = rulebook()
    found = grouped([one.claim for one in _explained(view, book)], book)
    return merged(found, view)


def explain(article: Article, reading: Reading) -> list[Explained]:
    """Each figure's claim before repeats are merged, with the candidates of its indicator and ties."""
    return list(_explained(scene(article, reading), rulebook()))


def _explained(view: Scene, book: Rulebook) -> Iterator[Explained]:
    now, clock, agenda = focus(view), set_clock(view), Agenda(book)
    agenda.first = next((name for unit in view.units for name in named(unit, book)), None)
    for unit in view.units:
        agenda.read(unit)
        found = clauses(unit, view.text, book)
        placed = areas(unit, found, view, now)
        before: Naming | None = None
        around = Surroundings(view, unit)
        for clause, area in zip(found, placed, strict=True):
            words = statement_of(clause, unit, view.text)
            naming = _named(clause, around.said(words.statement), book, before)
            ratio = clause.figure.denominator is not None and clause.figure.kind is not FigureKind.RATE
            before = naming if ratio else None
            if not _ordinal(clause.figure, unit):
                when = period(clause.figure, unit, view, clock)
                yield Explained(
                    _claim(clause, (naming, area, when, words), unit, view, agenda), naming, tuple(sorted(clause.ids))
                )


def _named(clause: Clause, around: Surroundings, book: Rulebook, ratio: Naming | None) -> Naming:
    """The figure's indicator; the whole of a ratio takes the whole of what its part measures."""
    naming = name(clause, around, book)
    whole = whole_of(ratio.indicator, book.table) if ratio and ratio.indicator else ""
    if whole:
        return replace(
            naming, indicator=whole, rule=ratio.rule if ratio else "", basis="own", reason="whole of a ratio"
        )
    if ratio and ratio.indicator and naming.indicator == ratio.indicator and clause.figure.denominator is None:
        return replace(naming, indicator=None, rule="", reason="whole of a ratio that has no name")
    return naming


def _ordinal(figure: Figure, unit: Unit) -> bool:
    """Whether a rank numbers a congress or a session, which is no claim."""
    if figure.kind is not FigureKind.RANK:
        return False
    near = unit.of("link", "congress")
    return any(abs(term.start - figure.end) < ORDINAL_REACH or abs(figure.start - term.end) < 8 for term in near)


def _claim(clause: Clause, found: tuple[Naming, Area, Period, Said], unit: Unit, view: Scene, agenda: Agenda) -> Claim:
    figure, (naming, area, when, words) = clause.figure, found
    doubts = reasons(figure, naming, area, when)
    counts_tasks = naming.indicator is None and "task" in clause.ids
    rules = [naming.rule, area.rule, figure.rule]
    return Claim(
        figure=figure,
        indicator=naming.indicator,
        subject=subject(clause, unit, view.text),
        area=area.area,
        province=area.province,
        area_level=area.level,
        territory=territory(area.province, when.end or view.article.published),
        area_basis=area.basis,
        level_basis=area.level_basis,
        body=area.body,
        period_start=when.start,
        period_end=when.end,
        period_kind=when.kind,
        period_basis=when.basis,
        status=status_of(clause, unit, view, when),
        statement=words.statement,
        change_base=words.change_base,
        plan_base=words.plan_base,
        programme=agenda.of(naming.indicator, counts_tasks),
        speaker=speaker(unit, view.text),
        rule="; ".join(rule for rule in rules if rule),
        confidence=level(doubts),
        reasons=doubts,
        mentions=((figure.start, figure.end),),
        language=unit.language,
        sentence=(unit.start, unit.end),
    )
