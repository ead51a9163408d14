"""Periods, and the clock that carries them from one sentence to the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from extractor.claim.habits import habits
from extractor.claim.scene import Unit, is_headline
from extractor.days import last_day

REPORTED = "11"
# `The figure` that opens a paragraph is the one that was told before it.
SAME_FIGURE = "this_figure"
# What opens the details of what was just told: `Cụ thể, …`.
DETAILS = "specifically"
MONTH = 7
YEAR = 4
DAY = 10
# The months in which a page tells the results of the year before.
JANUARY = "-01"
EARLY = (JANUARY, "-02")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day as ISO 8601, as partial as known; kind stock, flow or deadline; what said so."""

    start: str | None = None
    end: str | None = None
    kind: str | None = None
    basis: str | None = None
    position: int = 0
    firm: bool = False

    def by(self, basis: str) -> Period:
        """The same days, told by something else."""
        return Period(self.start, self.end, self.kind, basis, self.position, self.firm)

    @property
    def years(self) -> bool:
        """Whether it runs over more than one year."""
        return self.start is not None and self.end is not None and self.start[:4] != self.end[:4]

    @property
    def event(self) -> bool:
        """Whether it is a bare day, on which something happened or was told."""
        return self.kind == "stock" and not self.firm and len(self.end or "") == DAY

    @property
    def unknown(self) -> bool:
        """Whether a time was told without days: an occasion's."""
        return self.start is None and self.kind == "flow"

    @property
    def whole_year(self) -> bool:
        """Whether it is one whole year."""
        return self.start is not None and f"{self.start[:4]}-12-31" == self.end and self.start[4:] == "-01-01"

    @property
    def full_years(self) -> bool:
        """Whether it runs from the first day of a year to the last of that or of another."""
        return self.start is not None and self.start[4:] == "-01-01" and (self.end or "")[4:] == "-12-31"

    @property
    def is_month(self) -> bool:
        """Whether it is one whole month."""
        return self.start is not None and self.start[8:] == "01" and self.end == last_day(self.start[:7])

    def holds(self, other: Period) -> bool:
        """Whether another period lies within it."""
        return (self.start or "") <= (other.start or "") and (other.end or "") <= (self.end or "")

    @property
    def long(self) -> bool:
        """Whether it runs over more than a month: a meeting in September is no span that figures are for."""
        return self.start is not None and self.end is not None and self.start[:7] != self.end[:7]


class Terms(NamedTuple):
    """The first and last years of the term that is over and of the coming one."""

    past: tuple[int, int] | None = None
    coming: tuple[int, int] | None = None
    # Whether the text tells of the congress that begins the coming one.
    met: bool = False


UNTOLD = Terms()


@dataclass(slots=True)
class Clock:
    """The periods that the paragraph speaks of, of what was done and of what is planned, carried to later sentences."""

    published: str | None
    block: int = -1
    carried: Period | None = None
    planned: Period | None = None
    goal: Period | None = None
    article: Period | None = None
    programme: Period | None = None
    as_of: Period | None = None
    span: Period | None = None
    # Those of the occasion that the text tells of.
    days: Period | None = None
    # The last span of a sentence without quantities, and its paragraph.
    heard: tuple[int, Period] | None = None
    month: Period | None = None
    sentence: int = -1
    # The last sentence that told a span month by month.
    parted: int = -1
    terms: Terms = UNTOLD
    # The day of publication, else the last one that figures are told as of.
    reached: str | None = None
    # The last year that the text names.
    latest: int | None = None
    # The day up to which the last figure added up from January.
    sum: str | None = None
    # What each sentence names, read once for all its figures and for those of later sentences.
    named: dict[int, list[Period]] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The year that the paragraph or the opening tells of."""
        for one in (self.carried, self.article):
            if one is not None and one.kind == "flow" and one.end:
                return int(one.end[:4])
        return None

    def opening(self, unit: Unit, text: str) -> Period | None:
        """The span that the opening sets, once the text has told it, and of a headline before it."""
        told = self.article is not None and unit.end > self.article.position
        return self.article if told or is_headline(unit, text) else None

    def enter(self, unit: Unit) -> None:
        """A new paragraph carries nothing, but for one that goes on with the parts of what a span told."""
        if unit.block != self.block:
            same = unit.of("concept", SAME_FIGURE) if habits(unit.language).short_paragraphs else []
            parts = unit.goes_on or any(word.start == unit.start for word in (*same, *unit.of("link", DETAILS)))
            told = self.carried if parts and unit.block == self.block + 1 else None
            if parts and self.heard is not None and self.heard[0] == unit.block - 1:
                told = self.heard[1]
            goes_on = told is not None and (told.kind == "flow" or (told.firm and unit.goes_on))
            self.carried, self.planned = told if goes_on else None, None
            self.block = unit.block

    def take(self, chosen: Period, planned: bool, sentence: int, opens: bool = False) -> None:
        """Keeps a figure's period for those behind it: a plan's for plans, else the latest that the sentence tells.

        A year before the one told is only compared with, where it does not open its sentence (`opens`).
        """
        if chosen.kind == "deadline" and not planned and over(chosen.end, self.published):
            chosen = replace(chosen, kind="stock")  # `it had earned it by the end of 2019`
        if chosen.kind == "deadline":
            if planned or ahead(chosen.end, self.published):
                self.planned = self.goal = chosen
            return
        if chosen.end is None and chosen.firm:
            self.carried = None  # today, on a page without a date
            return
        earlier = self.carried is not None and (chosen.end or "") < (self.carried.end or "")
        again, self.sentence = sentence == self.sentence, sentence
        if sentence == self.parted or (again and chosen != self.carried and self._parts(chosen)):
            self.carried, self.parted = self.article, sentence
            return
        back = chosen.whole_year and self.carried is not None and self.carried.whole_year and not opens
        if earlier and not planned and (again or back):
            return
        self.month = chosen if chosen.is_month else self.month
        begun = (chosen.start if chosen.kind == "flow" else chosen.end) or ""
        if planned or (ahead(begun, self.published) and not closing(chosen, self.published)):
            self.planned = self.goal = chosen
        else:
            self.carried = chosen
        history = not self.published and chosen.whole_year and (chosen.end or "")[:YEAR] < str(self.latest or "")
        if past_span(chosen, self.published) and (self.published or not planned) and not history:
            self.span = chosen
        elif self.span and (begun[:YEAR] > (self.span.end or "")[:YEAR] or (chosen.firm and begun == self.published)):
            self.span = None  # the year of it is over where a later one is told of, and so is it behind `so far`

    def _parts(self, chosen: Period) -> bool:
        """Whether a month behind another is part of the span that the text tells: `18 in July, 13 in August`."""
        pair, whole = (self.carried, chosen), self.article
        return whole is not None and whole.long and all(one and one.is_month and whole.holds(one) for one in pair)

    def summed(self, when: Period, adds_up: bool, goes_on: bool) -> Period:
        """What adds up over a year runs from January, and so do the parts that a sentence tells of it: `trong đó`."""
        if adds_up and (since := since_january(when, self.published)) is not when:
            self.sum = when.end
            return since
        parts = goes_on and when.kind == "stock" and when.end is not None and when.end == self.sum
        return from_new_year(when) if parts else when

    def plan(self) -> Period:
        """The period of a plan without one of its own: the plan's before it, never one that is over."""
        term = self.terms.coming if self.terms.met else None
        for going in (self.planned or self.carried, self.goal, self.programme):
            if going is None or going.end is None:
                continue
            over = self.published is not None and going.end[:MONTH] < self.published[:MONTH]
            if not over and not (term and going.end[:YEAR] <= str(term[0])):
                return going.by("context")
        return Period(f"{term[0]}-01-01", f"{term[1]}-12-31", "flow", "context") if term else Period()


def past_span(one: Period, published: str | None) -> bool:
    """Whether a period runs from one day to another and ends no later than the month of publication, if known.

    A year is reported from its eleventh month on.
    """
    if one.kind != "flow" or one.end is None or published is None:
        return one.kind == "flow" and one.end is not None
    if len(published) == YEAR:
        return one.end[:YEAR] < published or (one.end[:YEAR] == published and not one.whole_year)
    january = one.start is not None and one.start[5:] == "01-01"
    reported = january and one.end[:4] == published[:4] and published[5:7] >= REPORTED
    return one.end[:7] <= published[:7] or reported


def occasion(year: str, published: str | None, position: int = 0) -> Period:
    """The days of an occasion, which are not said: this year's are over when the page tells of them."""
    told = published if published and published.startswith(year) else None
    return Period(None, told, "flow", "sentence", position)


def today(published: str | None) -> Period:
    """The day of publication, as of which is told what no word dates."""
    return Period(None, published, "stock", "published") if published else Period()


def from_new_year(when: Period) -> Period:
    """What adds up to the end of a period of the year: from 1 January on."""
    return replace(when, start=f"{when.end[:4]}-01-01", kind="flow") if when.end else when


def of_year(when: Period) -> Period:
    """The whole year in which a time lies: a year's plan is told beside what was done of it so far."""
    if when.end is None or len(when.end) < MONTH or when.years:
        return when
    return replace(when, start=f"{when.end[:YEAR]}-01-01", end=f"{when.end[:YEAR]}-12-31", kind="flow")


def running_year(clock: Clock) -> Period | None:
    """The year of publication, in a text that reports months of it."""
    article, year = clock.article, (clock.published or " ")[:YEAR]
    told = article is not None and not article.whole_year and (article.start or "")[:YEAR] == year
    return of_year(article).by("heading") if article is not None and told else None


def since_january(when: Period, published: str | None) -> Period:
    """What adds up over a year, said as of a day that has passed, runs from 1 January."""
    if when.firm and when.end == published and when.basis == "sentence":
        return when  # `so far` does not say since when
    past = when.end is not None and published is not None and when.end[: len(published)] <= published
    if when.kind != "stock" or when.basis not in ("sentence", "context") or not (past or closing(when, published)):
        return when
    return from_new_year(when)


def gone(one: Period, published: str | None) -> bool:
    """Whether it is a whole year before that of publication, and no page of the first weeks tells its results."""
    if published is None or not one.whole_year or one.end is None:
        return False
    return one.end[:YEAR] < published[:YEAR] and published[YEAR:MONTH] not in (*EARLY, "")


def ahead(day: str | None, published: str | None) -> bool:
    """Whether the day lies after the article's, as far as both are known."""
    return bool(day and published and day[: len(published)] > published[: len(day)])


def over(day: str | None, published: str | None) -> bool:
    """Whether the day lies before the article's, as far as both are known."""
    return bool(day and published and day[: len(published)] < published[: len(day)])


def unfinished(when: Period, published: str | None) -> bool:
    """Whether it runs over years that have begun and end after that of publication: a programme's, a school year.

    What has been reached in them is told as of today.
    """
    if not when.years or published is None or ahead(when.start, published):
        return False
    return (when.end or "")[:YEAR] > published[:YEAR]


def closing(when: Period, published: str | None) -> bool:
    """Whether it is the end of the month of publication, as of which is told what has been reached."""
    if published is None or when.kind != "stock" or when.end is None:
        return False
    return when.end[:MONTH] == published[:MONTH] and when.end == last_day(when.end[:MONTH])


def begun(when: Period, published: str | None) -> bool:
    """Whether a sentence names a whole year in whose first month the page is: what it tells of it is planned."""
    if published is None or when.basis != "sentence" or not when.whole_year:
        return False
    return published[:MONTH] == f"{(when.end or '')[:YEAR]}{JANUARY}"
