"""What keeps the span told in the paragraph before: growth and sums without a time of their own."""

from __future__ import annotations

from datetime import date

from extractor.claim.done.verbs import told_past
from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Unit
from extractor.claim.when.clock import DAY, Clock, Period, gone
from extractor.claim.when.times import runs

# A report's months may close so many days before the calendar's, give or take a few.
SHIFT, SLACK = 31, 3
# From its first day to its last.
MONTH_DAYS = 27


def moved(when: Period, unit: Unit, clock: Clock, flows: bool, text: str) -> Period:
    """A growth or a sum of some months without a period of its own keeps the span of the paragraph before.

    So does what has no name, but not behind a sentence that tells of today.
    """
    span = clock.span or clock.opening(unit, text)
    if span is None or span.years or gone(span, clock.published):
        return when
    added_up = span.is_month and when.end == clock.sum
    reached = when.basis == "context" and when.kind == "stock" and not added_up
    reached = reached and not (when.firm and when.end == clock.published and not flows)
    reached = reached and (when.end == span.end or (flows and when.end == clock.published))
    if not (reached or when.basis in ("published", None)):
        return when
    using = habits(unit.language)
    stands = using.tenses and using.status_side == "before" and not told_past(text, unit.start, unit.end, using)
    if stands and not flows:
        return when
    return when if runs(unit) or (not flows and unit.of("status", *WISHES)) else span.by("context")


def in_days(one: Period, months: Period) -> bool:
    """Whether it is what a report counts as those months: from 15 December to 14 September for nine months."""
    days = [one.start, one.end, months.start, months.end]
    known = [date.fromisoformat(day) for day in days if day is not None and len(day) == DAY]
    if len(known) < len(days):
        return False
    begun, ended = (known[2] - known[0]).days, (known[3] - known[1]).days
    whole = (known[3] - known[2]).days >= MONTH_DAYS  # some days of a holiday are no months
    return whole and 0 < begun <= SHIFT and abs(begun - ended) <= SLACK
