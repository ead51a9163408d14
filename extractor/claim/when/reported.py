"""Whether a time that an opening names is what the text reports, or is planned for, still running or long past."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extractor.claim.done.verbs import present
from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Scene, Unit, is_headline
from extractor.claim.when.cited import only_compared
from extractor.claim.when.clock import EARLY, MONTH, YEAR, Clock, Period, past_span
from extractor.claim.when.terms import PAST
from extractor.days import last_day, months
from extractor.records import FigureKind

# So far behind a span stands what it is intended for.
INTENDED = 21
# So many words stand at most between some years and what says that they are planned for.
FOR = 4
# So far behind its year stands the plan that has it.
PLAN_REACH = 40
# A report is told within so many years.
RECENT = 2
# And a month within so many.
AFTER_MONTH = 1
# So many words at most stand before a time that opens its sentence.
OPENS = 3
# Of a meeting.
ASSEMBLY = "assembly"
# So many years before the last that a text names something is history.
HISTORY = 10
# So often a page names the year that it reports.
REPEATED = 2


def intended(one: Period, unit: Unit, view: Scene) -> bool:
    """Whether some years are those that something is planned for, not reported: `2023-2025 کی مدت کے لیے`.

    Where no publication is known, so are those of a sentence that tells what stands: a programme's.
    """
    using = habits(unit.language)
    if not one.years or not using.intended:
        return False
    if view.article.published is None and present(unit, view.text):
        return True
    end = next((figure.end for figure in unit.others if figure.start == one.position), one.position)
    return not using.intended.isdisjoint(view.text[end : end + INTENDED].split()[:FOR])


def rounded(one: Period) -> bool:
    """Whether a span begins with its year or ends with its month: one counted in days behind other figures is that of
    its own sentence."""
    return (one.start or "").endswith("-01-01") or one.end is None or one.end == last_day(one.end[:MONTH])


def in_passing(one: Period, unit: Unit, view: Scene) -> bool:
    """Whether a sentence that counts nothing and reports nothing names some years on its way: those of a programme, of
    when something was reached; not the year before on a page of the first weeks."""
    text, published = view.text, view.article.published or ""
    if published[YEAR:MONTH] in EARLY and one.whole_year and int((one.end or "")[:YEAR]) == int(published[:YEAR]) - 1:
        return False
    reviewing = habits(unit.language).reviewing
    if reviewing is None or reviewing.search(text, unit.start, unit.end):
        return False
    counts = any(figure.kind is not FigureKind.DURATION for figure in unit.figures)
    if counts or not (one.whole_year or one.years) or is_headline(unit, text):
        return False
    # Behind the name of who answers a question the sentence begins: `Mr An: The year 2022 brought …`.
    return len(text[unit.start : one.position].rpartition(": ")[2].split()) > OPENS


def of_tasks(one: Period, told: Sequence[Period], unit: Unit, text: str) -> bool:
    """Whether a time is that of the tasks to come that a meeting or a report tells of behind its results: `kết quả
    tháng 6 và nhiệm vụ tháng 7`, `tổng kết năm 2024, triển khai nhiệm vụ năm 2025`."""
    tasks = habits(unit.language).tasks
    before = max((other.position for other in told if other.position < one.position), default=None)
    return tasks is not None and before is not None and tasks.search(text, before, one.position) is not None


def of_meeting(one: Period, told: Sequence[Period], unit: Unit) -> bool:
    """Whether a month is only that in which those met who told of a longer span: `Tại Hội nghị tháng 6, 6 tháng …`."""
    return one.is_month and bool(unit.of("time", ASSEMBLY)) and any(other.long for other in told)


def planned_year(one: Period, unit: Unit, view: Scene) -> bool:
    """Whether it is the year that is not over, of which the sentence tells what was set for it: `Năm 2026, huyện được
    giao 90 tỷ đồng`; or the year of the plan that it names: `a report on the 2025 investment plan`."""
    going = one.whole_year and (one.end or "")[:YEAR] == (view.article.published or "")[:YEAR]
    wished = unit.of("statement", "assigned") or unit.of("status", *WISHES)
    return going and bool(wished or _of_plan(one, unit, view.text))


def _of_plan(one: Period, unit: Unit, text: str) -> bool:
    """Whether a bare year stands before the plan that it only tells from others: `the 2025 public investment plan`."""
    end, nouns = one.position + YEAR, habits(unit.language).plan_nouns
    words = text[end : min(unit.end, end + PLAN_REACH)].split() if text[one.position : end].isdecimal() else []
    plan = next((n for n, word in enumerate(words) if word in nouns), None)
    return plan is not None and all(word.isalpha() and word.islower() for word in words[:plan])


def of_year_before(one: Period, spans: Collection[Period], published: str | None) -> bool:
    """Whether a year is over beside months of this one, which are what is reported: `Huế's 2024 index; 9 months`."""
    this = (published or " ")[:YEAR]
    now = any(not other.whole_year and not other.years and (other.start or "")[:YEAR] == this for other in spans)
    return one.whole_year and now and (one.end or "")[:YEAR] < this


def running(one: Period, published: str | None) -> bool:
    """Whether it runs from some day in the year until today: what is counted since then, and nothing else."""
    return published is not None and one.end == published and (one.start or "")[4:] not in ("", "-01", "-01-01")


def going(one: Period, published: str | None) -> bool:
    """Whether it is the year of publication, or one to come."""
    return one.whole_year and published is not None and not past_span(one, published)


def goes_on_since(one: Period, now: Clock) -> bool:
    """Whether something has gone on for years up to today: an index since 2009, not the time that is reported."""
    return one.years and now.published is not None and one.end == now.published


def long_ago(one: Period, now: Clock) -> bool:
    """Whether a year or a month is one in which something began that is still told of, not the one reported.

    Where no publication is known, so is one long before the last year that the text names; and so are the years up to
    an anniversary.
    """
    if one.end is None:
        return False
    if one.years:
        over = now.published is not None and int(now.published[:4]) - int(one.end[:4]) > RECENT
        return over or int(one.end[:4]) - int((one.start or one.end)[:4]) > HISTORY
    if now.published is None:
        return now.latest is not None and now.latest - int(one.end[:4]) > HISTORY
    if one.is_month:
        return bygone(one, now.published)
    return int(now.published[:4]) - int(one.end[:4]) > RECENT


def bygone(one: Period, published: str | None) -> bool:
    """Whether a month or a day is too long over for a page to report it."""
    if published is None or one.end is None or len(published) < MONTH:
        return False
    return months(published) - months(one.end) > AFTER_MONTH


def left(one: Period, times: Sequence[Period], clock: Clock) -> bool:
    """Whether a year is over that a sentence names beside the present one: `diện tích năm nay tăng do năm 2024`."""
    published = clock.published or ""
    if not one.whole_year or published[4:MONTH] in EARLY:
        return False
    now = [other for other in times if (other.start or "9") <= published <= (other.end or "")]
    return any((one.end or "") < (other.start or "") for other in now)


def closing_years(one: Period, unit: Unit, view: Scene) -> bool:
    """Whether some years end with that of publication and what came of them is told: `Nhiệm kỳ 2020-2025 đã đạt …`,
    `Hội nghị tổng kết giai đoạn 2021-2025`."""
    published, summing = view.article.published, habits(unit.language).summing
    this = published is not None and (one.end or "")[:YEAR] == published[:YEAR]
    if not (one.years and this) or unit.of("status", *WISHES):
        return False
    told = unit.of("status", "achieved") or unit.of("time", PAST)
    if told or len(view.text[unit.start : one.position].split()) <= 1:
        return True  # it opens its sentence
    return summing is not None and summing.search(view.text, unit.start, one.position) is not None


def latest(view: Scene) -> int | None:
    """The last year that the text names."""
    values = (str(figure.value_max or figure.value)[:YEAR] for unit in view.units for figure in unit.others)
    return max((int(year) for year in values if year.isdecimal() and len(year) == YEAR), default=None)


def year_told(view: Scene) -> Period | None:
    """The year before, where a page of a year's first weeks names it or the one it is compared with again and again."""
    published = view.article.published or ""
    if published[4:MONTH] not in EARLY:
        return None
    year = int(published[:4]) - 1
    dates = [(one, unit) for unit in view.units for one in unit.others if one.kind is FigureKind.DATE]
    told = sum(one.value == str(year - 1) and only_compared(one, unit, view.text) for one, unit in dates)
    for one, unit in dates:
        if one.value == str(year):
            if only_compared(one, unit, view.text):
                return None  # what is compared with the year before is of this one
            told += 1
    if told < REPEATED:
        return None
    return Period(f"{year}-01-01", f"{year}-12-31", "flow", "context")
