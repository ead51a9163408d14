"""For when a figure holds: a stock with its day, a flow over a span, a deadline; partial dates stay partial."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.clock import Clock, Period, past_span
from extractor.claim.rulebook import habits
from extractor.claim.scene import WISHES, Scene, Unit
from extractor.days import first_day, last_day
from extractor.records import Figure, FigureKind, Term

ROLE_REACH = 22
DOCUMENT_REACH = 40
BASE_REACH = 10
OPENING = 3
BESIDE = 5
BEHIND = 24
BRACKET = 12
MONTH = 7
YEAR = 10
REACHED = ("as_of", "until", "end_of")
RUNNING = ("to_date", "year_start", "whole_year", "since")
AFTER = "after"
PLANS = ("plan", "estimate_plan")
BASES = ("same_period", "previous_month", "previous_quarter", "year_end", "compared", "more_behind", "less_behind")


def clock(view: Scene) -> Clock:
    """A clock set to the one past span that the first sentences name, and the one day that figures are told as of."""
    now = Clock(view.article.published)
    now.as_of = _as_of(view)
    spans = {one for unit in view.units[:OPENING] for one in _sentence(unit, view, now) if one.kind == "flow"}
    spans = {one for one in spans if one.long} or spans
    named = {(one.start, one.end) for one in spans}
    if len(named) == 1:
        span = min(spans, key=lambda one: one.position)
        now.article = span if past_span(span, now.published) else None
    return now


def _as_of(view: Scene) -> Period | None:
    """The day as of which the article tells its figures, where it names one only; `position` is where it does."""
    days: dict[str, int] = {}
    for unit in view.units:
        words = unit.of("time", *REACHED)
        for figure in unit.others if words and not unit.head_spans else ():
            day = figure.value if figure.kind is FigureKind.DATE and isinstance(figure.value, str) else ""
            if len(day) >= MONTH and _role(figure, words, unit, view.text) and not _base(figure, unit, view.text):
                days.setdefault(last_day(day), unit.end)
    if len(days) != 1 or not view.article.published:
        return None
    day, at = next(iter(days.items()))
    return Period(None, day, "stock", "context", at) if day <= last_day(view.article.published) else None


def _opened(unit: Unit, view: Scene, clock: Clock) -> Period | None:
    """The one past span that the paragraph's earlier sentences without quantities name."""
    spans = [one for earlier in view.before(unit) if not earlier.figures for one in _sentence(earlier, view, clock)]
    spans = [one for one in spans if past_span(one, clock.published)]
    return spans[0] if len({(one.start, one.end) for one in spans}) == 1 else None


def moved(when: Period, unit: Unit, clock: Clock) -> Period:
    """A growth or a sum of some months without a period of its own keeps the span of the paragraph before."""
    told = unit.of("time", *RUNNING) or unit.of("status", *WISHES)
    if when.basis != "published" or clock.span is None or told:
        return when
    return replace(clock.span, basis="context")


def period(figure: Figure, unit: Unit, view: Scene, clock: Clock, planned: bool = False) -> Period:
    """The period of one figure: its sentence's nearest, else the paragraph's, else the day of publication."""
    clock.enter(unit)
    found = _heads(unit) or _sentence(unit, view, clock)
    if base := _compared(figure, unit, view.text, [one for one in found if one.position <= figure.start], clock):
        return base
    before = [one for one in found if _behind(figure, one, unit, view.text)]
    before = before or [one for one in found if one.position <= figure.start]
    chosen = before[-1] if before else next((one for one in found if _same_clause(figure, one, unit, view)), None)
    if chosen is not None:
        clock.take(chosen, planned, unit.index)
        return chosen
    if planned:
        return clock.plan()
    clock.carried = clock.carried or _opened(unit, view, clock)
    if clock.carried is not None:
        return replace(clock.carried, basis="context")
    if clock.as_of is not None and unit.start >= clock.as_of.position and not unit.of("time", *RUNNING):
        return clock.as_of
    if clock.article is not None and not unit.of("time", *RUNNING):
        return replace(clock.article, basis="heading")
    if clock.published:
        return Period(None, clock.published, "stock", "published")
    return Period()


def _compared(figure: Figure, unit: Unit, text: str, before: Sequence[Period], clock: Clock) -> Period | None:
    """The period of a base's value behind it in brackets: `so với năm 2023 (0,7326)`, `cùng kỳ năm trước (6,13%)`."""
    opened = text.rfind("(", max(unit.start, figure.start - BRACKET), figure.start)
    if opened < 0 or any(sign in text[opened + 1 : figure.start] for sign in "),;،؛"):
        return None
    end = opened - (text[opened - 1] == " ")
    word = next((word for word in unit.of("statement", "same_period") if 0 <= end - word.end <= YEAR), None)
    base = next((one for one in unit.others if one.end == end and _base(one, unit, text)), None)
    year = int(str(base.value)[:4]) if base is not None and str(base.value)[:4].isdigit() else None
    now = before[-1] if before else clock.carried or clock.article
    if word is not None and now is not None and now.end is not None:
        years = int(now.end[:4]) - year if year else 1
        return replace(now, start=_earlier(now.start, years), end=_earlier(now.end, years), basis="sentence")
    return _of(base, "", base.start) if base is not None and year else None


def _earlier(day: str | None, years: int) -> str | None:
    """The same day so many years before; the last of February where there is no 29th."""
    if day is None:
        return None
    moved_day = f"{int(day[:4]) - years:04d}{day[4:]}"
    return last_day(moved_day[:7]) if moved_day.endswith("02-29") else moved_day


def _behind(figure: Figure, one: Period, unit: Unit, text: str) -> bool:
    """Whether a date right behind the figure is its own: `21,6% năm 2021`, `5.2% at the end of 2022`."""
    gap = text[figure.end : one.position]
    if not 0 < len(gap) <= BEHIND or habits(unit.language).time_side == "after":
        return 0 < len(gap) <= BESIDE
    left, position = "", figure.end
    for word in unit.of("time"):
        if position <= word.start and word.end <= one.position:
            left, position = left + text[position : word.start], word.end
    left += text[position : one.position]
    function = habits(unit.language).function
    return all(word.lower() in function for word in left.split())


def _same_clause(figure: Figure, one: Period, unit: Unit, view: Scene) -> bool:
    """Whether a period behind the figure still speaks of it: no clause, wish or forecast begins between."""
    signs = ";؛,،" if one.kind == "deadline" else ";؛"
    if any(figure.end <= word.start < one.position for word in unit.of("status", *WISHES)):
        return False
    return not any(sign in view.text[figure.end : one.position] for sign in signs)


def _heads(unit: Unit) -> list[Period]:
    """Dates and periods in the heads of a table's cell."""
    return [found for figure in unit.head_figures if (found := _of(figure, "", unit.start))]


def _sentence(unit: Unit, view: Scene, clock: Clock) -> list[Period]:
    found = []
    words = unit.of("time")
    for figure in unit.others:
        if figure.kind in (FigureKind.DATE, FigureKind.PERIOD) and not _base(figure, unit, view.text):
            one = _of(figure, _role(figure, words, unit, view.text), figure.start, clock.published)
            if one:
                found.append(one)
    if clock.published:
        year = clock.published[:4]
        found += [
            Period(f"{year}-01-01", f"{year}-12-31", "flow", "sentence", word.start)
            for word in unit.of("time", "whole_year")
        ]
        starts = [figure.start for figure in unit.others]
        found += [
            Period(None, f"{year}-12-31", "stock", "sentence", word.start)
            for word in unit.of("time", "this_year_end")
            if not any(0 < start - word.end < ROLE_REACH // 4 for start in starts)
        ]
        found.sort(key=lambda one: one.position)
    if not found and clock.published:
        if unit.of("time", "year_start"):
            found.append(Period(clock.published[:4] + "-01-01", clock.published, "flow", "sentence", words[0].start))
        elif unit.of("time", "to_date"):
            found.append(Period(None, clock.published, "stock", "sentence", words[0].start))
    return found


def _base(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the date is what a number is compared with (the same period of 2024), or a document's."""
    dated = [(word.start, word.end) for word in unit.of("time", *REACHED)]
    for word in unit.of("statement", *BASES):
        side = (
            (figure.end, word.start)
            if word.start >= figure.end and habits(unit.language).time_side == "after"
            else (word.end, figure.start)
        )
        beside = 0 <= side[1] - side[0] < BASE_REACH and not any(sign in text[side[0] : side[1]] for sign in ",;،؛")
        inside = word.start <= figure.start < word.end
        if beside or (inside and not any(start < word.start < end for start, end in dated)):
            return True
    return _of_plan(figure, unit) or _of_document(figure, unit, text)


def _of_plan(figure: Figure, unit: Unit) -> bool:
    """Whether the year is that of a plan that a share beside it is of: `51% kế hoạch năm 2025`."""
    if len(str(figure.value)) != 4:
        return False
    shares = [other for other in unit.figures if other.kind is FigureKind.PERCENT]
    for word in unit.of("statement", *PLANS):
        start, end = min(word.start, figure.start), max(word.end, figure.end)
        close = max(word.start - figure.end, figure.start - word.end) < BESIDE
        if close and any(max(start - one.end, one.start - end) < BASE_REACH + BESIDE for one in shares):
            return True
    return False


def _of_document(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the date is that of a document: 52/2025/NQ-HĐND of 28 April 2025."""
    return any(
        other.kind is FigureKind.DOCUMENT
        and -DOCUMENT_REACH < figure.start - other.end < DOCUMENT_REACH
        and not any(sign in text[other.end : figure.start] for sign in ";.؛۔")
        for other in unit.others
    )


def _role(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> str:
    """The word that says what a date is: as_of, until, deadline, since; the longest beside it, no quantity between."""
    words = [w for w in words if not any(w.end <= one.start < figure.start for one in unit.figures)]
    if habits(unit.language).time_side == "after":
        near = [w for w in words if 0 <= w.start - figure.end < 6 or 0 <= figure.start - w.end < 4]
    else:
        near = [w for w in words if 0 <= figure.start - w.end < ROLE_REACH and "," not in text[w.end : figure.start]]
    if any(w.id == "to_date" for w in words) and any(w.id == "since" for w in near):
        return "since"
    near = [w for w in near if w.id not in ("to_date", "year_start")]
    return max(near, key=lambda w: w.end - w.start, default=Term(0, 0, "", "")).id


def _of(figure: Figure, role: str, position: int, published: str | None = None) -> Period | None:
    if not isinstance(figure.value, str):
        return None
    if figure.kind is FigureKind.PERIOD:
        end = figure.value_max if isinstance(figure.value_max, str) else None
        return Period(figure.value, end, "flow", "sentence", position)
    if role == AFTER:
        return None
    if role == "since":
        return Period(figure.value, published, "flow", "sentence", position)
    if role == "deadline":
        return Period(None, first_day(figure.value), "deadline", "sentence", position)
    if role == "until" and published and figure.value > published:
        return Period(None, last_day(figure.value), "deadline", "sentence", position)
    if role in REACHED:
        return Period(None, last_day(figure.value), "stock", "sentence", position)
    if len(figure.value) < 10:
        return Period(first_day(figure.value), last_day(figure.value), "flow", "sentence", position)
    return Period(None, figure.value, "stock", "sentence", position)
