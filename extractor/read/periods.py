"""Quarters, halves, first months and single years."""

from __future__ import annotations

import re

from extractor.read import calendar
from extractor.read.draft import Context, Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.numerals import number
from extractor.read.parts import ROMAN, bare_year, dash, word_at, year_after
from extractor.records import FigureKind

NAMED = 3  # so many words behind `six-month` name what it is told for: `six-month industrial production index`
MONTHS = re.compile(r"(\d{1,2}) ?- ?(\d{1,2}) ?/ ?(\d{4})(?!\d)")
QUARTERS = tuple("1234")


def quarter(context: Context, index: int) -> Draft | None:
    """`quý III/2025`, `quý 3 năm 2025`, `third quarter of 2025`, `Q3/2025`, `تیسری سہ ماہی`."""
    line = context.line
    if whole := line.at(index, "quarter"):
        return _quarter(context, index, whole.end, int(whole.entry.value), whole)
    head = line.at(index, "quarter_word")
    if head is None:
        return None
    word = line.word(head.end)
    which = ROMAN.get(word) or (int(word) if word in QUARTERS else 0)
    if not which and (spelled := line.at(head.end, "cardinal", "after_tens")):
        which = int(spelled.entry.value) if spelled.entry.value in QUARTERS else 0
    return _quarter(context, index, head.end + 1, which, head) if which else None


def _quarter(context: Context, start: int, end: int, which: int, hit: Hit) -> Draft:
    line = context.line
    until, end = _until_quarter(line, which, end)
    year, after = year_after(line, end)
    if year is None:
        if this := relative_after(line, end):
            year, after = _relative_year(context, this), this.end
        else:
            year = context.published.year_of(until * 3 - 1, 0)
    return Draft(start, after, FigureKind.PERIOD, *calendar.months(year, which * 3 - 2, until * 3)).cite(hit)


def _until_quarter(line: Line, which: int, end: int) -> tuple[int, int]:
    """The last quarter of `quý I-III/2025`, `quý 1 đến quý 3`; the same one where there is no span."""
    link = line.at(end, "to", "and") or dash(line, end)
    start = link.end if link else end
    if word := line.at(start, "quarter_word"):
        start = word.end
    last = ROMAN.get(line.word(start), 0) or (int(line.word(start)) if line.word(start) in QUARTERS else 0)
    both = link is not None and (link.entry.role != "and" or (last == which + 1 and not line.hits(start + 1)))
    return (last, start + 1) if both and which < last else (which, end)


def month_span(context: Context, index: int) -> Draft | None:
    """`tháng 1-9/2025`: some months of a year."""
    line = context.line
    head = line.at(index, "month_word")
    if head is None or head.end >= line.size:
        return None
    match = MONTHS.match(line.words.folded.text, line.words.starts[head.end])
    if match is None or not 1 <= int(match[1]) < int(match[2]) <= 12:
        return None
    first, last = calendar.months(int(match[3]), int(match[1]), int(match[2]))
    return Draft(index, word_at(line, match.end()), FigureKind.PERIOD, first, last).cite(head)


def half_year(context: Context, index: int) -> Draft | None:
    """`nửa đầu năm 2025`, `first half of the year`, `پہلی ششماہی`."""
    line = context.line
    hit = line.at(index, "half_year")
    if hit is None:
        return None
    year, end = _year_of_period(context, hit.end)
    first = 1 if hit.entry.value == "1" else 7
    return Draft(index, end, FigureKind.PERIOD, *calendar.months(year, first, first + 5)).cite(hit)


def first_months(context: Context, index: int) -> Draft | None:
    """`9 tháng đầu năm 2025`, `9 tháng năm 2025`, `first nine months of 2025`, `first three quarters`, `پہلے 9 ماہ`."""
    line = context.line
    before = line.at(index, "first_months", "last_months")
    count = number(line, before.end if before else index)
    if count is None or not (count.plain or count.spelled) or not 1 <= count.value <= 12:
        return None
    hyphen = line.word(count.end) == "-" and line.glued(count.end) and line.glued(count.end + 1)
    unit = line.at(count.end + hyphen, "quarter_word") or line.at(count.end + hyphen, "month_word", "time")
    if unit is None or (unit.entry.role == "time" and unit.entry.value != "month"):
        return None
    quarters = unit.entry.role == "quarter_word"
    size = int(count.value) * (3 if quarters else 1)
    mark = before or line.before(index, "first_months")
    counted_from = (line.at(unit.end, "lasting"), line.before(mark.start, "lasting") if mark else None)
    glued = unit.entry.only == "glued" and not (line.glued(count.end) and line.word(unit.end) == "/")
    if glued or any(hit is not None and hit.entry.only == "behind" for hit in counted_from):
        return None
    after = line.at(unit.end, "first_months", "last_months")
    mark = before or after
    end = after.end if after else unit.end
    year, end = _year_of_period(context, end)
    if size > 12 or (quarters and mark is None):
        return None
    if mark is None and end == unit.end and not _so_far(context, index, unit.end, size):
        return None
    return _some_months(index, end, year, (size, mark)).cite(mark, unit)


def _so_far(context: Context, start: int, end: int, count: int) -> bool:
    """Whether a bare `9 tháng` means those of the year: after `tính chung`, before `đạt`, in October before a comma."""
    line = context.line
    hyphen, month = line.word(end - 2) == "-", context.published.month
    dated = (count > 2 or hyphen) and (0 <= month - count <= 1 if month else hyphen)
    lasting = line.before(start, "lasting")
    if count == 1 or line.before(start, "before", "from") or (lasting and not (dated and lasting.entry.only)):
        return False
    reached = next((hit for n in range(NAMED if hyphen else 1) if (hit := line.at(end + n, "reached"))), None)
    told = (line.before(start, "so_far"), reached)
    if any(hit and (dated or not hit.entry.only) for hit in told):
        return True
    fronted = line.word(start - 1) in ("", "\n", ".") and 2 < count <= (context.published.month or 12)
    return line.word(end) in (",", "،") and (dated or fronted)


def _some_months(start: int, end: int, year: int | None, which: tuple[int, Hit | None]) -> Draft:
    count, mark = which
    first, last = (13 - count, 12) if mark is not None and mark.entry.role == "last_months" else (1, count)
    return Draft(start, end, FigureKind.PERIOD, *calendar.months(year, first, last))


def _year_of_period(context: Context, index: int) -> tuple[int | None, int]:
    """The year after a period, or that of the publication; and where it ends."""
    line = context.line
    year, end = year_after(line, index)
    if year is not None:
        return year, end
    if this := relative_after(line, index):
        return _relative_year(context, this), this.end
    return context.published.year or None, index


def relative_after(line: Line, index: int) -> Hit | None:
    """`năm nay`, `of last year` at this word."""
    link = line.at(index, "of_year")
    return line.at(index, "relative") or (line.at(link.end, "relative") if link and not link.entry.only else None)


def _relative_year(context: Context, hit: Hit) -> int | None:
    year = context.published.year
    return year + int(hit.entry.value) if year else None


def year_then_part(context: Context, index: int) -> Draft | None:
    """`2025 کی تیسری سہ ماہی`, `2025 کے پہلے 9 ماہ`: the year comes first."""
    line = context.line
    year = bare_year(line, index)
    this = None if year is not None else line.at(index, "relative")
    if this is not None:
        year = _relative_year(context, this)
    elif year is None:
        return None
    link = line.at(this.end if this else index + 1, "of_year")
    if link is None:
        return None
    found = (
        quarter(context, link.end)
        or (first_months(context, link.end) if line.at(link.end, "first_months", "last_months") else None)
        or half_year(context, link.end)
        or _bare_months(context, link.end, year)
    )
    if found is None:
        return None
    found.start = index
    return _in_year(context, found, year, link.end)


def _bare_months(context: Context, index: int, year: int | None) -> Draft | None:
    """`2024 کے 6 ماہ`: so many months of the year before them, which are its first."""
    line = context.line
    count = number(line, index)
    unit = line.at(count.end, "month_word", "time") if count is not None else None
    if count is None or unit is None or not count.plain or not 1 < count.value <= 12:
        return None
    monthly = unit.entry.role == "month_word" or unit.entry.value == "month"
    return _some_months(index, unit.end, year, (int(count.value), None)).cite(unit) if monthly else None


def _in_year(context: Context, found: Draft, year: int | None, start: int) -> Draft:
    """The period moved into the year that stands before it."""
    line = context.line
    hit = line.at(start, "quarter", "half_year")
    if hit is not None and year is not None:
        length = 3 if hit.entry.role == "quarter" else 6
        last = int(hit.entry.value) * length
        found.value, found.value_max = calendar.months(year, last - length + 1, last)
    elif year is not None and isinstance(found.value, str) and isinstance(found.value_max, str):
        first, last = int(found.value[5:7]), int(found.value_max[5:7])
        found.value, found.value_max = calendar.months(year, first, last)
    elif year is not None and hit is None and found.value is None:
        count = number(line, line.at(start, "first_months", "last_months").end)  # type: ignore[union-attr]
        if count is not None:
            late = line.at(start, "last_months") is not None
            size = int(count.value)
            found.value, found.value_max = calendar.months(year, 13 - size if late else 1, 12 if late else size)
    return found


def year(context: Context, index: int) -> Draft | None:
    """A year of its own: after a word for year or a preposition, or where no noun follows."""
    line = context.line
    value = bare_year(line, index)
    if value is None:
        return None
    head = line.before(index, "year_word")
    if head.entry.only == "each" if head else not _stands_as_year(line, index, value):
        return None
    end = index + 1
    if line.word(end) == "ء":
        end += 1
    return Draft(index, end, FigureKind.DATE, f"{value:04}").cite(head)


def _stands_as_year(line: Line, index: int, value: int) -> bool:
    if not 1930 <= value <= 2100 or (
        line.glued(index + 1) and line.word(index + 1).isalpha() and line.word(index + 1) != "ء"
    ):
        return False
    if line.at(index + 1, "year_noun"):
        return True
    if line.at(index + 1, "noun", "percent", "scale", "money", "measure", "time", "score", "age", "times"):
        return False
    if (sign := line.before(index, "money", "negative")) is not None and sign.entry.only != "after":
        return False
    after = line.at(index + 1, "after")
    if after is not None and after.entry.value not in ("<", "<=", "="):
        return False
    bound = line.before(index, "before")
    return bound is None or bound.entry.value in ("<", "<=") or bound.entry.only == "told"
