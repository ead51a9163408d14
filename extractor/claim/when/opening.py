"""What a whole article is told for: the span that opens it, the day as of which it counts, the year it reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from extractor.claim.done.verbs import past
from extractor.claim.done.wishes import goals_set, status_words
from extractor.claim.scene import WISHES, Scene, Unit, is_headline, of_picture, once
from extractor.claim.when.asides import may_come, names_plan, of_then
from extractor.claim.when.bases import of_base
from extractor.claim.when.brackets import dated_alone, enclosed
from extractor.claim.when.cited import only_compared
from extractor.claim.when.clock import MONTH, YEAR, Clock, Period, ahead, past_span
from extractor.claim.when.counted_months import months_passed, months_up_to
from extractor.claim.when.datelines import statistics
from extractor.claim.when.distance import Page
from extractor.claim.when.occasions import OCCASION, days_told, known, named_by
from extractor.claim.when.reach import conceded, ends_span
from extractor.claim.when.reported import (
    ASSEMBLY,
    bygone,
    closing_years,
    goes_on_since,
    going,
    in_passing,
    intended,
    latest,
    left,
    long_ago,
    of_meeting,
    of_tasks,
    of_year_before,
    planned_year,
    rounded,
    running,
    year_told,
)
from extractor.claim.when.spans import in_days
from extractor.claim.when.storied import day_of_story
from extractor.claim.when.terms import PAST, terms_of_office
from extractor.claim.when.times import REACHED, opens_date, role, times
from extractor.days import last_day
from extractor.records import FigureKind

OPENING = 3
WORD = re.compile(r"[^\W\d_]{2}")
LOOK_BACK = 6
# So near its start a time opens a sentence.
AT_START = 3
# It points to the time named last.
POINTING = "pointing"
SPAN = "this_span"
YEAR_END = "12-31"


def clock(view: Scene) -> Clock:
    """A clock set to the one past span that the first sentences name, and the one day that figures are told as of."""
    now = Clock(view.article.published)
    now.terms, now.latest = terms_of_office(view), latest(view)
    days = _days_told(view)
    now.as_of, now.reached = _as_of(days), now.published or max(days, default=None)
    now.as_of = None if now.as_of and bygone(now.as_of, now.published) else now.as_of
    opens = list(islice((unit for unit in view.units if _tells(unit, view)), OPENING))
    # What a headline counts is told again below it, with its time.
    below = (one.end for one in opens if one.figures and not (one.index == 0 and is_headline(one, view.text)))
    first = next(below, opens[-1].end if opens else 0)
    found = ((one, unit) for unit in opens if not _plans(unit, view) for one in _spanned(unit, view, now))
    spans = {one for one, unit in found if not in_passing(one, unit, view)}
    spans = {one for one in spans if one.position < first or rounded(one)}
    spans = {one for one in spans if one.long and not of_year_before(one, spans, now.published)} or spans
    spans = {one for one in spans if not any(in_days(other, one) for other in spans)}
    reported = [unit for unit in opens if not unit.of("time", PAST)]
    opening = [one for unit in reported for one in named(unit, view, now)]
    programmes = [one for one in opening if one.years or going(one, now.published)]
    coming = {one for one in opening if ahead(one.end, now.published)}
    coming |= {one for unit in reported for one in _aimed(unit, view, now)}
    alone = len({(one.start, one.end) for one in coming}) == 1
    now.goal = coming.pop() if alone else _issued(opens, view, now)
    now.programme = max(programmes, key=lambda one: one.end or "", default=None)
    if len({(one.start, one.end) for one in spans}) == 1:
        now.article = min(spans, key=lambda one: one.position)
        opened = opens[-1].end
        # A day that is named further down dates its own paragraph, but for what stands under years that are told.
        within = now.as_of is not None and (now.as_of.position <= opened or now.article.years)
        now.as_of = now.as_of if within else None
    year = year_told(view) if now.article is None or now.article.whole_year else None
    if now.article is None or (year is not None and now.article.end == year.end):
        now.article = year or _of_statistics(view, now)
    now.days = days_told(view, lambda unit: named(unit, view, now))
    if now.article is None and now.as_of is None and not spans:
        now.as_of = day_of_story(opens, view, lambda unit: named(unit, view, now))
    told = {now.article} if now.article else spans
    if now.days and all(named_by(one, now.days) for one in told) and (told or view.units[0].of("time", OCCASION)):
        now.article = replace(now.days, position=0)
    now.named.clear()
    return now


def _tells(unit: Unit, view: Scene) -> bool:
    """Whether a sentence says something: it has words, and is no picture's caption and no bare line above the text
    such as a section's name, a headline or an author."""
    bare = is_headline(unit, view.text) and not unit.figures and not unit.others
    return not bare and WORD.search(view.text, unit.start, unit.end) is not None and not of_picture(unit, view)


def _plans(unit: Unit, view: Scene) -> bool:
    """Whether a sentence wishes, on a page of which no month says whether its time is over."""
    return len(view.article.published or "") <= YEAR and _wishes(unit, view)


def _wishes(unit: Unit, view: Scene) -> bool:
    return any(word.id in WISHES for word in status_words(unit, view.text))


def _aimed(unit: Unit, view: Scene, now: Clock) -> list[Period]:
    """The years that a headline or a sentence without quantities sets goals for, where no day of publication says what
    is ahead."""
    told = unit.figures and not is_headline(unit, view.text)
    wishes = not (now.published or told) and (_wishes(unit, view) or goals_set(unit, view.text) is not None)
    return [one for one in named(unit, view, now) if one.whole_year or one.years] if wishes else []


def _issued(opens: Sequence[Unit], view: Scene, now: Clock) -> Period | None:
    """The last year or years of the plan that an opening says was issued: `Tỉnh ban hành kế hoạch … năm 2025`."""
    for unit in opens:
        if unit.of("status", "plan_paper") and unit.of("status", "sets"):
            told = [one for one in named(unit, view, now) if one.whole_year or one.years]
            if told:
                return told[-1]
    return None


def _of_statistics(view: Scene, now: Clock) -> Period | None:
    """The one time of the statistics that the page names as its source."""
    told = [one for unit in statistics(view) for one in named(unit, view, now)]
    return replace(told[0], position=0) if len(told) == 1 and past_span(told[0], now.reached) else None


def _spanned(unit: Unit, view: Scene, now: Clock) -> list[Period]:
    """The past spans a sentence names; not the year before, which what is new is told beside."""
    told = named(unit, view, now)
    if not told:
        return []
    before = {word.start for word in unit.of("time", "last_year")}
    told = [one for one in told if one.position not in before and not enclosed(one, unit, view.text)]
    told = [one for one in told if dated_alone(one, unit, view.text) is None and not goes_on_since(one, now)]
    told = [one for one in told if not (intended(one, unit, view) or planned_year(one, unit, view))]
    told = [one for one in told if not (names_plan(one, unit) or of_then(one, unit, view.text))]
    told = [one for one in told if not conceded(one.position, unit.end, unit, view.text)]
    told = [one for one in told if not of_tasks(one, told, unit, view.text)]
    told = [one for one in told if not of_meeting(one, told, unit)]
    met = bool(unit.of("time", ASSEMBLY))
    told = [one for one in told if not of_base(one, unit, view.text) and (one.long or one.is_month or not met)]
    begun = max(((one.start or "")[:4] for one in told if going(one, now.published)), default="")
    told = [one for one in told if one.whole_year or (one.end or "") >= begun]
    told = [one for one in told if not left(one, told, now)]
    told = [one for one in told if not running(one, now.published) and not (one.years and unit.of("time", "to_date"))]
    told = [one for one in told if past_span(one, now.reached) or closing_years(one, unit, view)]
    return [one for one in told if not long_ago(one, now)]


def _days_told(view: Scene) -> dict[str, int]:
    """The days as of which the article tells figures, none to come, and where it names each first."""
    days: dict[str, int] = {}
    published = view.article.published
    for unit in view.units:
        words = unit.of("time", *REACHED) if unit.others and not unit.head_spans else ()
        # Where no publication is known, a day that is wished for may as well lie ahead.
        if words and not published and _wishes(unit, view):
            continue
        for figure in unit.others if words else ():
            day = figure.value if figure.kind is FigureKind.DATE and isinstance(figure.value, str) else ""
            told = role(figure, words, unit, view.text) if day else ""
            # `Tính đến hết năm 2025` on a page of the next year.
            year_end = told == "end_of" and published is not None and day == str(int(published[:4]) - 1)
            told = told if len(day) >= MONTH or year_end else ""
            # Without a day of publication and a verb of the past, the last day of a year is when something ends.
            told = told if published or not last_day(day).endswith(YEAR_END) or past(unit, view.text) else ""
            if told and not (only_compared(figure, unit, view.text) or ends_span(figure, unit)):
                days.setdefault(last_day(day), unit.end)
    return {day: at for day, at in days.items() if not published or day <= last_day(published)}


def _as_of(days: Mapping[str, int]) -> Period | None:
    """The day as of which the article tells its figures, where it names one only; `position` is where it does."""
    return next(Period(None, day, "stock", "context", at) for day, at in days.items()) if len(days) == 1 else None


def named(unit: Unit, view: Scene, clock: Clock) -> list[Period]:
    """The times that a sentence names, read once."""
    if unit.index not in clock.named:
        told = times(unit, view.text, Page(view.article.published, clock.year, clock.terms, clock.article))
        told = [known(one, unit, clock) for one in told] if told and (clock.article or clock.days) else told
        told = [*told, *months_up_to(unit, told)] if told else told
        # `the third case this year, with 9 in the last seven months`
        counted = months_passed(unit, view, clock) if all(going(one, clock.published) for one in told) else []
        clock.named[unit.index] = (told and (counted or told)) or _meant(unit, view, clock) or counted
    return clock.named[unit.index]


def _meant(unit: Unit, view: Scene, clock: Clock) -> list[Period]:
    """The last time named before, where the sentence only points to it: `by that time`, `trong giai đoạn này`.

    What points to a span (`اس عرصے کے دوران`) does not mean a year that stands beside a value.
    """
    words = [word for word in unit.of("time", POINTING, SPAN) if not opens_date(word, unit)]  # in the period of 2021-25
    spans = [words[0].id == SPAN, False] if words else []
    for only_spans in spans:
        for index in range(unit.index - 1, max(-1, unit.index - LOOK_BACK), -1):
            told = [one for one in named(view.units[index], view, clock) if not one.event]
            # A span is no day on which something stands today.
            told = [one for one in told if not (spans[0] and one.firm and one.end == clock.published)]
            if told := [one for one in told if not only_spans or (one.long and not one.whole_year)]:
                return [replace(told[-1], position=words[0].start)]
    return []


@once
def opened(unit: Unit, view: Scene, clock: Clock) -> Period | None:
    """The one past span that the paragraph's earlier sentences without quantities name, before one tells of today."""
    since = takewhile(lambda earlier: not earlier.of("time", "to_date"), view.before(unit))
    told = [(earlier, named(earlier, view, clock)) for earlier in since if not earlier.figures]
    told = [(earlier, times) for earlier, times in told if not may_come(earlier, clock)]
    spans = [
        (one, one.position - earlier.start <= AT_START)
        for earlier, times in told
        for one in times
        if (past_span(one, clock.published) and not left(one, times, clock)) or closing_years(one, earlier, view)
        if not of_meeting(one, times, earlier)
    ]
    # One that opens its sentence comes before those that it names on the way: `In nine months, under the 2023 plan, …`.
    led = [one for one, leads in spans if leads] or [one for one, _ in spans]
    return led[0] if len({(one.start, one.end) for one in led}) == 1 else None


def hear(unit: Unit, view: Scene, clock: Clock) -> None:
    """Keeps the one past span of a sentence without quantities, of which the paragraphs behind it tell."""
    if not unit.others:
        return
    spans = [one for one in _spanned(unit, view, clock) if one.long] if not may_come(unit, clock) else []
    if spans and len({(one.start, one.end) for one in spans}) == 1:
        clock.heard = unit.block, spans[0]
        clock.span = clock.span if in_passing(spans[0], unit, view) else spans[0]
    # `By 2045, firms will be strong. The goal is 3 million of them.`
    found = named(unit, view, clock) if _wishes(unit, view) else []
    ends = [one for one in found if one.kind == "deadline" or (one.firm and may_come(unit, clock))]
    if len(ends) == 1:
        clock.enter(unit)
        clock.planned = replace(ends[0], kind="deadline", start=None)


def headed(unit: Unit, view: Scene, clock: Clock, planned: bool) -> Period | None:
    """The one time that opens the list in which the sentence stands: the innermost lead-in with a time decides."""
    for head in view.heads(unit):
        times = named(head, view, clock)
        told = [one for one in times if not one.event and ahead(one.end, clock.published) == planned]
        if told and len({(one.start, one.end) for one in told}) == 1:
            return told[0]
        if times:
            return None
    return None


def announced(unit: Unit, view: Scene, clock: Clock) -> Period | None:
    """The time of the plan that the sentence before announces without a figure (`It approved the goals for 2026.`), or
    without a wish its year that is not over: `Năm 2026, tỉnh đẩy mạnh du lịch. Phấn đấu đón 9 triệu khách.`; in its
    paragraph any time to come: `Giai đoạn 2 hoàn thành trong quý III. Hướng đến 100% người dân`."""
    earlier = view.units[unit.index - 1] if unit.index else None
    found = named(earlier, view, clock) if earlier is not None and not earlier.figures else []
    if earlier is None or not found:
        return None
    if not earlier.of("status", *WISHES):
        to_come = earlier.block == unit.block and not found[0].event and ahead(found[0].end, clock.published)
        return found[0] if len(found) == 1 and (to_come or going(found[0], clock.published)) else None
    widest = min(found, key=lambda one: (one.start or "9", one.position))
    return widest if all((one.end or "") <= (widest.end or "") for one in found) else None
