"""For when a figure holds: a stock with its day, a flow over a span, a deadline; partial dates stay partial."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.claim import signs
from extractor.claim.done.plans import GIVEN, is_plan
from extractor.claim.habits import habits
from extractor.claim.scene import PARTS, WISHES, Scene, Unit, once
from extractor.claim.when.asides import is_aside, of_funds, of_plan_done, of_today, open_to, to_come, was_then
from extractor.claim.when.averages import averaged, over_term, years_of
from extractor.claim.when.bases import base_period, beside, is_base, of_base, starts_move
from extractor.claim.when.brackets import dated_alone, enclosed
from extractor.claim.when.clock import (
    EARLY,
    MONTH,
    YEAR,
    Clock,
    Period,
    ahead,
    from_new_year,
    occasion,
    today,
)
from extractor.claim.when.occasions import of_occasion
from extractor.claim.when.opening import announced, headed, named, opened
from extractor.claim.when.own import BEHIND, moved_from, stands_behind
from extractor.claim.when.reach import conceded, each_behind, ends_item, plan_behind, same_clause
from extractor.claim.when.rows import in_rows
from extractor.claim.when.spans import in_days
from extractor.claim.when.times import RUNNING, dated, runs
from extractor.records import Figure, FigureKind, Term

PARTING = ",;،؛"
MULTIPLE = "times"
# So many words at most stand before a time that opens its sentence.
OPENS = 2
# So near behind a verb of telling stands its day (`said on May 9 that`), behind its part a whole.
TOLD_ON, RATIO = 4, 10


def _beside_goals(unit: Unit, clock: Clock) -> bool:
    """Whether what is demanded has the time of goals told before, where a verb opens it: `rates should be 35%`."""
    using = habits(unit.language)
    return bool(using.articles or not using.tenses) and (clock.planned or clock.goal) is not None


def period(figure: Figure, unit: Unit, view: Scene, clock: Clock, told: str | None = None) -> Period:
    """The period of one figure: its sentence's nearest, else the paragraph's, else the day of publication.

    `told` is the word of status that governs the figure.
    """
    clock.enter(unit)
    planned = told in WISHES
    found = _heads(unit) or named(unit, view, clock)
    found = [one for one in found if planned or not of_plan_done(one, figure, unit, clock)] if found else found
    found = [one for one in found if not of_funds(one, unit, view.text, clock)] if found else found
    row = in_rows(unit, view.text).get(figure.start)
    if told_beside := row or base_period(figure, unit, view.text, found, clock):
        return told_beside
    plan = is_plan(figure, unit, view.text) and not any(stands_behind(figure, one, unit, view.text) for one in found)
    if plan and (year := _plan_year(figure, unit, found, clock)):
        clock.planned = clock.planned or year
        return year
    found = open_to(figure, unit, found, clock) if planned else found
    chosen = _chosen(_whole_of(figure, unit), unit, view, found)
    if chosen is not None and _of_another(chosen, figure, unit, view, clock, planned):
        chosen = None
    if summed := _summed(figure, chosen, unit, view.text, clock):
        return summed
    if chosen is not None:
        base = is_base(figure, unit, view.text) or moved_from(chosen, unit, view.text)
        if not base and not is_aside(chosen, unit, view.text, clock, planned):
            opens = len(view.text[unit.start : chosen.position].split()) <= OPENS
            goal = clock.goal
            clock.take(chosen, planned, unit.index, opens)
            # What is only expected for a time sets no goal for what is wished for elsewhere.
            clock.goal = goal if told == "forecast" else clock.goal
        return over_term(chosen, figure, found, unit, clock, view.text) if planned else chosen
    years = years_of(figure, unit, view, clock, planned) or (plan_behind(figure, unit, view.text) if planned else None)
    if years := years or (_running_year(unit, view.text, clock) if told == "forecast" else None):
        return years
    if told == "estimate" and clock.carried is None and clock.planned is not None:
        return clock.planned.by("context")
    if planned or (told == "demand" and _beside_goals(unit, clock)):
        clock.planned = clock.planned or announced(unit, view, clock) or headed(unit, view, clock, planned)
        return clock.plan()
    return _carried(figure, unit, view, clock)


def _whole_of(figure: Figure, unit: Unit) -> Figure:
    """The whole right behind a part, behind which the time of both stands: `27 of 28 targets set for 2024`."""
    whole = next((one for one in unit.figures if one.start >= figure.end), figure)
    return whole if whole.start - figure.end <= RATIO and whole.value == figure.denominator else figure


def _running_year(unit: Unit, text: str, clock: Clock) -> Period | None:
    """The year of the page that the paragraph, else the opening reports, of which is told what its end will bring."""
    year = (clock.carried or clock.opening(unit, text)) if clock.planned is None else None
    if year is None or not year.whole_year or clock.published is None:
        return None
    basis = "heading" if clock.carried is None else "context"
    return year.by(basis) if (year.end or "")[:YEAR] == clock.published[:YEAR] else None


def _of_another(one: Period, figure: Figure, unit: Unit, view: Scene, clock: Clock, planned: bool) -> bool:
    """Whether a time is that of a wish behind where a move began, or the day on which the figure was told, in a text
    that tells of a span: `On May 9 Hue announced that it received 9 guests`."""
    if not planned and starts_move(figure, unit, view.text) and to_come(one, unit, clock):
        return True
    if one.position > figure.start and one.whole_year and averaged(figure, unit, view.text):
        return True
    said = unit.of("link", "said") if one.event else []
    told = any(one.position < word.start < figure.start or 0 < one.position - word.end <= TOLD_ON for word in said)
    return told and (clock.carried or clock.opening(unit, view.text)) is not None


def _summed(figure: Figure, chosen: Period | None, unit: Unit, text: str, clock: Clock) -> Period | None:
    """What is summed up behind a month's value runs from January to that month: `tháng 9 tăng 5%; lũy kế tăng 8%`."""
    headed = [word for word in unit.heads if word.kind == "time" and word.id == "cumulated"] if unit.heads else []
    words = headed or unit.of("time", "cumulated")
    words = words and [word for word in words if word.end <= figure.start or beside(figure.end, word.start, unit, text)]
    if not words or (chosen is not None and chosen.position > words[-1].end):
        return None
    inside = chosen is not None and chosen.position > words[-1].start  # `added up since January`
    if inside and clock.month is None:
        return None
    now = clock.month if inside else chosen or clock.carried or clock.month or clock.article
    if now is None or now.kind != "flow" or (now is clock.article and now.years):
        return Period(None, clock.published, "stock", "sentence", words[-1].start) if clock.published else None
    return from_new_year(now).by("sentence" if chosen else "context")


def _plan_year(figure: Figure, unit: Unit, found: Sequence[Period], clock: Clock) -> Period | None:
    """The span of a plan that stands beside what was reached: the year of that, or the years it runs over.

    What was done with what was assigned for a year that is over is told for it too.
    """
    before = [one for one in found if one.position <= figure.start]
    now = before[-1] if before else clock.carried or clock.article or Period(end=clock.published)
    if now.end is None:
        return None
    first = (now.start or now.end)[:4]
    year = Period(f"{first}-01-01", f"{now.end[:4]}-12-31", "flow", "context")
    if unit.of("statement", GIVEN) and not ahead(year.end, clock.published):
        clock.take(year, False, unit.index)
    return year


def _chosen(figure: Figure, unit: Unit, view: Scene, found: Sequence[Period]) -> Period | None:
    """The time of the sentence that the figure is told for: its own behind it, else the last before it."""
    text = view.text
    found = [one for one in found if dated_alone(one, unit, text) in (None, figure)] if found else []
    if not found:
        return None
    if 1 < len(found) == len(unit.figures) and each_behind(unit, found, text):
        return found[unit.figures.index(figure)]
    origins = {one.position: origin for one in found if (origin := moved_from(one, unit, text))}
    own = [one for one in found if stands_behind(figure, one, unit, text) or origins.get(one.position) is figure]
    if not own and is_base(figure, unit, text):
        own = [one for one in found if beside(figure.end, one.position, unit, text)][:1]
    if own:
        return own[0] if own[0].kind == "deadline" else own[-1]
    found = [one for one in found if one.position not in origins]
    before = [one for one in found if one.position <= figure.start and not of_base(one, unit, text)]
    before = [one for one in before if not conceded(one.position, figure.start, unit, text)]
    before = [one for one in before if not was_then(one, figure, unit, text)]
    before = [one for one in before if not ends_item(one, figure.start, unit, text)]
    apart = [one for one in before if not enclosed(one, unit, text)]
    firm = {one.position for one in apart if one.firm}
    inside = [
        one for one in before if one.position in firm or not signs.out_of_bracket(one.position, figure.start, text)
    ]
    before = inside or apart
    behind = (
        one
        for one in found
        if one.position > figure.start and same_clause(figure, one, unit, view) and not of_base(one, unit, text)
    )
    after = next(behind, None)
    if not before or (after is not None and _for_itself(figure, before[-1], after, unit, text)):
        return after
    if after is not None and _part_by(figure, before[-1], after, unit, text):
        return after
    return _as_told(before, unit)


def _part_by(figure: Figure, last: Period, after: Period, unit: Unit, text: str) -> bool:
    """Whether a part is told by a day behind it, the whole for the time before: `plans 9 in 2025, of which 5 were built
    by the end of May`, `with 5 built so far`."""
    parts = any(last.position < word.start < figure.start for word in unit.of("link", *PARTS))
    wished = after.firm and any(word.start < figure.start for word in unit.of("status", *WISHES))
    return (
        (parts or (wished and figure is not unit.figures[0]))
        and after.kind != "flow"
        and not signs.LIST.search(text, figure.end, after.position)
    )


def _for_itself(figure: Figure, last: Period, after: Period, unit: Unit, text: str) -> bool:
    """Whether the span right behind a figure says more of it than the last time before: a day on which it was told.

    Nor is that the figure's in a row of figures with their times behind: `12 xã năm 2024 và 15 xã năm 2025`.
    """
    if not beside(figure.end, after.position, unit, text) or after.kind != "flow":
        return False
    if last.event:
        return (after.end or "") < (last.end or "")
    if _passed(last, figure, unit) and not after.unknown:
        return habits(unit.language).owners.isdisjoint(text[figure.end : after.position].split()[-1:])
    if after.position - figure.end > BEHIND or (after.years and not last.years) or figure.unit == MULTIPLE:
        return False
    number = bisect_right(unit.figures, last.position, key=lambda one: one.end) - 1
    row = number >= 0 and beside(unit.figures[number].end, last.position, unit, text)
    row = row and unit.figures[number].kind is not FigureKind.DURATION
    between = any(last.position < one.start < figure.start for one in unit.figures)
    return row or between or any(sign in PARTING for sign in text[last.position : figure.start])


def _passed(last: Period, figure: Figure, unit: Unit) -> bool:
    """Whether another figure stands behind the last time before, where a time's side tells whose it is."""
    using = habits(unit.language)
    before = using.tenses and using.time_side == "before"
    return before and any(last.position < one.start < figure.start for one in unit.figures)


def _as_told(before: Sequence[Period], unit: Unit) -> Period:
    """The last time before a figure, but `as of` a day before it where no figure stands between the two."""
    last = before[-1]
    if len(before) < 2 or last.firm or last.kind == "deadline" or not before[-2].firm:
        return last
    between = any(before[-2].position < one.start < last.position for one in unit.figures)
    return last if between else before[-2]


def _carried(figure: Figure, unit: Unit, view: Scene, clock: Clock) -> Period:
    """What the paragraph, the article's day or its opening says, else the day of publication."""
    if _years_passed(unit, view.text):
        clock.carried = today(clock.published).by("sentence")
        return clock.carried
    clock.carried = clock.carried or opened(unit, view, clock) or headed(unit, view, clock, planned=False)
    if unit.of("time", "event"):
        return Period(None, clock.published, "stock", "sentence") if clock.published else Period()
    if of_occasion(unit, view, clock):
        clock.carried = clock.days or occasion("", clock.published)
    if clock.carried is None and clock.month and unit.of("statement", "previous_month"):
        return clock.month.by("context")
    now = unit.of("time", "to_date") if not clock.published else []
    if now and not _in_next_clause(figure, now, unit, view.text):
        # Today stays so to the end of the paragraph.
        clock.carried = Period(kind="stock", firm=True)
        return Period()
    if clock.carried is not None:
        # What stands today is not told for the years of a programme.
        stands = clock.carried.years and of_today(figure, unit, view.text)
        return today(clock.published) if stands else clock.carried.by("context")
    if clock.as_of is not None and unit.start >= clock.as_of.position and not runs_for(figure, unit, view.text):
        return clock.as_of
    article = clock.opening(unit, view.text)
    # A page of a year's first weeks tells what stood at the end of the one before.
    early = (clock.published or "")[YEAR:MONTH] in EARLY and article is not None and article.whole_year
    if article and not runs_for(figure, unit, view.text) and (early or not of_today(figure, unit, view.text)):
        return _wider(article, clock).by("heading")
    return today(clock.published)


def runs_for(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a time that runs on is told for the figure, not by a word of the next clause: `8 ha, trong đó đang`."""
    return runs(unit) and not _in_next_clause(figure, unit.of("time", *RUNNING), unit, text)


def _in_next_clause(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether all of the words stand behind a comma behind the figure, where a time stands before what it dates."""
    before = habits(unit.language).time_side == "before" and bool(words)
    return before and all(signs.LIST.search(text, figure.end, word.start) for word in words)


@once
def _years_passed(unit: Unit, text: str) -> bool:
    """Whether a number of years opens the sentence, in which it was reached until today: `Sau 5 năm thực hiện, …`."""
    first, using = unit.figures[0], habits(unit.language)
    before = text[unit.start : first.start].lower().split()
    counted = first.kind is FigureKind.DURATION and (first.unit or "").startswith(tuple(using.year))
    return counted and bool(before) and using.during.issuperset(before)


def _wider(article: Period, clock: Clock) -> Period:
    """The span of months told of last, where the article opened with its last month or its first months only."""
    span = clock.span
    if span is None or not span.long or span.end == clock.published:
        return article
    if in_days(span, article):
        return span
    grown = span.start == article.start and (span.end or "") > (article.end or "")
    return span if grown or (article.is_month and span.end == article.end) else article


def _heads(unit: Unit) -> list[Period]:
    """Dates and periods in the heads of a table's cell."""
    if not unit.head_figures:
        return []
    return [found for figure in unit.head_figures if (found := dated(figure, "", unit.start))]
