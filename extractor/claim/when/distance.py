"""Times named by their distance from the day of publication (this year, last month, mid-year); months in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from extractor.claim.done.plans import measured
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, PLANS, WISHES, Unit
from extractor.claim.when.cited import BESIDE, RECORD, RECORD_REACH, compared
from extractor.claim.when.clock import EARLY, MONTH, REPORTED, UNTOLD, YEAR, Period, Terms
from extractor.claim.when.outdone import measured_by
from extractor.days import first_day, last_day, month_before
from extractor.records import Figure, FigureKind, Term

ROLE_REACH = 22
# Years that are named by their distance from that of publication.
YEARS = {"this_year": 0, "last_year": -1, "next_year": 1}
PAST_YEAR = "year_past"
# Words beside a number of years: those that are over, and those to come.
AHEAD = frozenset({"years_ahead", "term_next"})
COUNTED = ("years_over", PAST_YEAR, "term_past", *AHEAD)
LONGEST = 30
YEAR_ENDS = {"this_year_end": 0, "next_year_end": 1, "last_year_end": -1, "mid_year": 0}
DAY_OF = {"mid_year": "06-30"}
# And so months.
MONTHS = {"this_month": 0, "last_month": -1}
# Words of how something moved, behind which stands when.
MOVES = (*MOVED, "up_behind", "down_behind")


@dataclass(slots=True)
class Page:
    """When a page was published, the year that it tells the whole of (`cả năm`), and its terms of office."""

    published: str | None
    year: int | None = None
    terms: Terms = UNTOLD
    # What the opening tells of.
    article: Period | None = None

    def names(self, word: str, planned: bool) -> int | None:
        """The year that a word stands for; one before the page's own is `cả năm` and, told of, `năm nay` in January."""
        if self.published is None:
            return None if self.year is None else self.year + YEARS.get(word, 0)
        this, early = int(self.published[:YEAR]), self.published[YEAR:MONTH] in EARLY
        if word == PAST_YEAR:
            return this - 1 if early else this if self.published[YEAR + 1 : MONTH] >= REPORTED else None
        if planned:
            return this + YEARS.get(word, 0)
        if word == "whole_year":
            return self.year or this - early
        return this - (word == "this_year" and early and self.year == this - 1) + YEARS.get(word, 0)


def years_named(unit: Unit, text: str, page: Page) -> list[Period]:
    """Years that are named by their distance from this one, the whole one that is told of, and the end of this one."""
    starts = [figure.start for figure in unit.others]
    found = []
    for word in unit.of("time", *YEARS, "whole_year", PAST_YEAR, *YEAR_ENDS):
        told = any(word.start < start < word.end + BESIDE for start in starts)
        counted = any(one.start < word.start < one.end for one in unit.figures)  # `5 năm tới`
        if told or counted or _inside(word, unit) or _compared(word, unit, text):
            continue
        if word.id not in YEAR_ENDS and _of_share(word, unit, text):
            continue
        planned = [one for one in unit.of("statement", *PLANS) if 0 < one.start - word.end <= BESIDE]
        named = page.names(word.id, bool(planned or unit.of("status", *WISHES)))
        if named is None:
            continue
        named += YEAR_ENDS.get(word.id, 0)
        start = None if word.id in YEAR_ENDS else f"{named}-01-01"
        now = word.id == "this_year" and unit.of("time", "to_date") and not unit.of("status", *WISHES)
        end = page.published if now else None
        found.append(
            Period(
                start,
                end or f"{named}-{DAY_OF.get(word.id, '12-31')}",
                "flow" if start else "stock",
                "sentence",
                word.start,
            )
        )
    return found


def years_counted(unit: Unit, text: str, page: Page) -> list[Period]:
    """Spans of years up to the day of publication or from then on: `over the last five years`, `trong 5 năm tới`; and
    those in which something was done: `Trong 5 năm, xã trồng 9 ha`."""
    if page.published is None:
        return []
    this, early = int(page.published[:YEAR]), page.published[YEAR:MONTH] in EARLY
    years, found = tuple(habits(unit.language).year), []
    for one in unit.figures:
        if one.kind is not FigureKind.DURATION or not isinstance(one.value, Decimal) or one.value > LONGEST:
            continue
        if not (one.unit or "").startswith(years) or one.value_max is not None:
            continue
        near = [word for word in unit.of("time", *COUNTED) if word.start <= one.end + 1 and one.start <= word.end + 1]
        beside = {word.id for word in near}
        best = unit.of("time", RECORD) if near else ()
        if any(0 < min(one.start, near[0].start) - word.end < RECORD_REACH for word in best):
            continue  # `its best rank in the last 9 years`
        coming = not AHEAD.isdisjoint(beside)
        first = this + (not early) if coming else this - int(one.value)
        last = first + int(one.value) - (coming or early)
        if beside:
            found.append(Period(str(first), str(last), "flow", "sentence", one.start))
        elif lasted := _lasted(one, int(one.value), unit, text, page):
            found.append(lasted)
    return found


def _lasted(one: Figure, count: int, unit: Unit, text: str, page: Page) -> Period | None:
    """The years that `count` of them mean behind `in`: those of the term that is over or of the opening, where they
    are as many; else, where they open the sentence, the last ones."""
    using, before = habits(unit.language), text[unit.start : one.start].lower().split()
    dated = any(0 <= other.start - one.end <= BESIDE for other in unit.others)
    if not before or before[-1] not in using.lasting or dated or unit.of("status", *WISHES, "demand"):
        return None
    year = int((page.published or "")[:YEAR])
    past, told = page.terms.past, page.article
    if past is not None and past[1] - past[0] == count:
        return Period(f"{past[0]}-01-01", f"{past[1]}-12-31", "flow", "sentence", one.start)
    if (
        told is not None
        and told.years
        and int(str(told.end)[:YEAR]) - int(str(told.start)[:YEAR]) in (count, count - 1)
    ):
        return replace(told, basis="sentence", position=one.start)
    return Period(str(year - count), str(year), "flow", "sentence", one.start) if len(before) == 1 else None


def from_until(found: Sequence[Period], published: str | None) -> list[Period]:
    """What began at one time and is told as of another right behind it is one span: `2025 کے آغاز سے 15 ستمبر تک`."""
    told: list[Period] = []
    for one in found:
        last = told[-1] if told and one.kind == "stock" and one.firm else None
        since = last is not None and last.kind == "flow" and last.end == published
        near = last is not None and one.position - last.position < LONGEST
        if last is not None and since and near and (one.end or "") >= (last.start or "9"):
            told[-1] = replace(last, end=one.end)
        else:
            told.append(one)
    return told


def undated_now(unit: Unit, last: Period) -> Period | None:
    """Today, told behind years that have begun by then, on a page without a date: `đạt 2 năm 2010, đến nay đạt 15`."""
    going = last.whole_year or last.years
    words = [word.start for word in unit.of("time", "to_date") if going and word.start > last.position]
    return Period(None, None, "stock", "sentence", words[0], firm=True) if words else None


def months_named(unit: Unit, text: str, published: str | None) -> list[Period]:
    """Months that are named by their distance from that of publication."""
    found = []
    for word in unit.of("time", *MONTHS) if published and len(published) >= MONTH else ():
        if not (_inside(word, unit) or compared(word.start, word.end, unit, text)):
            one = month_before(published or "", -MONTHS[word.id])
            found.append(Period(first_day(one), last_day(one), "flow", "sentence", word.start))
    return found


def _compared(word: Term, unit: Unit, text: str) -> bool:
    """Whether a number is compared with the year; what is against `the full-year target` may be that target."""
    if word.id in YEARS:
        return compared(word.start, word.end, unit, text)
    return measured_by(word.end, unit, text)


def _of_share(word: Term, unit: Unit, text: str) -> bool:
    """Whether the year is only that of a plan that something is a share of: `64% of the plan for the entire year`."""
    plans = [plan for plan in unit.of("statement", *PLANS) if 0 < word.start - plan.end < ROLE_REACH]
    function = habits(unit.language).function
    return any(function.issuperset(text[one.end : word.start].split()) and measured(one, unit, text) for one in plans)


def _inside(word: Term, unit: Unit) -> bool:
    """Whether the word is part of a period (9 tháng đầu năm nay), of a comparison, or stands right behind its verb."""
    if any(other.start <= word.start <= other.end + 1 for other in unit.others):
        return True
    if any(other.start <= word.start < other.end for other in unit.of("time", "year_start")):
        return True
    # `8% growth this year` is no comparison.
    near = [term for term in unit.of("statement") if term.id not in MOVES]
    near = [term for term in near if term.start < word.start or term.end > word.end]
    # `It wants to reach 70% of the target by the end of this year.`
    near = [term for term in near if not (word.id in YEAR_ENDS and term.id in PLANS)]
    return any(term.start <= word.start <= term.end + 1 for term in near)


def joined(found: Sequence[Period], unit: Unit, text: str) -> list[Period]:
    """Months that a joiner alone ties to the next are one span: `in July and August 2025`."""
    told: list[Period] = []
    for one in found:
        last = told[-1] if told else None
        if last is not None and one.is_month and _next_month(last, one) and _tied(last, one, unit, text):
            told[-1] = replace(last, end=one.end)
        else:
            told.append(one)
    return told


def _next_month(last: Period, one: Period) -> bool:
    """Whether the first month begins right behind the last."""
    if not (last.start and last.end and one.start) or last.start[8:] != "01" or last.end != last_day(last.end[:MONTH]):
        return False
    return (date.fromisoformat(one.start) - date.fromisoformat(last.end)).days == 1


def _tied(last: Period, one: Period, unit: Unit, text: str) -> bool:
    """Whether nothing but the name of a month, its year and a joiner stands from one month to the next."""
    joiners = habits(unit.language).joiners
    ends = [figure.end for figure in unit.others if figure.end <= one.position]
    alone = not any(last.position < figure.start < one.position for figure in unit.figures)
    return alone and bool(ends) and text[ends[-1] : one.position].strip() in joiners
