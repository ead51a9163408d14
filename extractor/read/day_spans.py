"""Several days of one month: `12-14/9`, `ngày 5 và 6/10`, `12 سے 14 اکتوبر`."""

from __future__ import annotations

import re

from extractor.read import calendar
from extractor.read.dates import date as single_date
from extractor.read.dates import single
from extractor.read.draft import Context, Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.parts import Part, dash, numeric_part, part, word_at
from extractor.records import FigureKind

DAYS = re.compile(r"(\d{1,2}) ?- ?(\d{1,2}) ?([/.]) ?(\d{1,2})(?:\3(\d{4}))?(?!\d)")

TWO_DAYS = re.compile(r"(\d{1,2})/(\d{1,2}) ?- ?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d%])(?! ?/ ?\d)")
MOST_DAYS = 6
# The last day of the first half of a month.
HALF_MONTH = 15
# So many signs has a month without a day.
MONTH = 7


def numeric_span(context: Context, index: int) -> Draft | None:
    """`12-14/9`, `12 - 14/9/2025`, `15/10-30/11`."""
    line = context.line
    if not line.word(index).isdecimal():
        return None
    if match := TWO_DAYS.match(line.words.folded.text, line.words.starts[index]):
        return _two_days(context, index, match)
    match = DAYS.match(line.words.folded.text, line.words.starts[index])
    if match is None or not 1 <= int(match[1]) < int(match[2]) <= 31 or not 1 <= int(match[4]) <= 12:
        return None
    end = word_at(line, match.end())
    spaced = line.before(index, "from") is not None and line.grammar.style.decimal != "."
    if match[3] == "." and not (spaced or line.before(index, "day_word")):
        return None
    if line.at(end, "percent", "scale", "money"):
        return None
    year = int(match[5]) if match[5] else context.published.year_of(int(match[4]), int(match[2]))
    first, last = (calendar.day(year, int(match[4]), int(match[number])) for number in (1, 2))
    return Draft(index, end, FigureKind.PERIOD, first, last)


def _two_days(context: Context, index: int, match: re.Match[str]) -> Draft | None:
    line = context.line
    day, month, last_day, last_month = (int(match[number]) for number in (1, 2, 3, 4))
    if not (1 <= month <= 12 and 1 <= last_month <= 12):
        return None
    year = int(match[5]) if match[5] else context.published.year_of(last_month, 0)
    first, last = calendar.day(year, month, day), calendar.day(year, last_month, last_day)
    if first and last and first > last:
        return None
    return Draft(index, word_at(line, match.end()), FigureKind.PERIOD, first, last)


def day_list(context: Context, index: int) -> Draft | None:
    """All but the last of `ngày 5 và 6/10`, `ngày 20, 21 và 22-10`: the month stands with the last."""
    line = context.line
    if not (line.before(index, "day_word") or (line.word(index - 1) in (",", "،") and line.dated == index - 1)):
        return None
    position = index
    for _ in range(MOST_DAYS):
        link = line.at(position + 1, "and")
        if link is None and line.word(position + 1) not in (",", "،"):
            return None
        position = link.end if link else position + 2
        last = numeric_part(line, position) or part(line, position)
        if last is not None and last.day:
            return single(context, Part(index, index + 1, last.year, last.month, int(line.word(index))))
        if not (line.word(position).isdecimal() and len(line.word(position)) <= 2):
            return None
    return None


def _until(line: Line, index: int) -> Hit | None:
    """`up to and with`, where a day is told from: `từ ngày 1 đến hết 15-12`."""
    until = line.at(index + 1, "before")
    day = line.before(index, "day_word")
    told_from = day is not None and line.before(day.start, "from") is not None
    return until if told_from and until is not None and until.entry.value == "<=" else None


def day_span(context: Context, index: int) -> Draft | None:
    """`12 سے 14 اکتوبر`, `12 đến ngày 14/10`, `12-14 October 2025`: two days of one month."""
    line = context.line
    link = _until(line, index) or line.at(index + 1, "to") or dash(line, index + 1)
    if link is None:
        return None
    word = line.at(link.end, "day_word")
    start = word.end if word else link.end
    if not (line.word(start).isdecimal() and len(line.word(start)) <= 2):
        return None
    last = numeric_part(line, start) or part(line, start)
    first = int(line.word(index))
    if last is None or not last.day or not 1 <= first < last.day:
        return None
    finish = last.value(context)
    end = last.end
    if (after := line.at(end, "after")) and after.entry.value == "<=":
        end = after.end
    begin = f"{finish[:8]}{first:02}" if finish else None
    return Draft(index, end, FigureKind.PERIOD, begin, finish).cite(link, *last.hits)


def half_month(context: Context, index: int) -> Draft | None:
    """The half of the month that is named before it, or of that of publication: `نومبر کی پہلی ششماہی`."""
    line = context.line
    hit, month = line.at(index, "half_year"), line.before(index - 1, "month", "month_word")
    if hit is None or month is None or line.word(index - 1) not in line.grammar.style.genitives:
        return None
    number = int(month.entry.value) if month.entry.role == "month" else context.published.month
    year = context.published.year_of(number, 0) if number else None
    return Draft(index, hit.end, FigureKind.PERIOD, *_half(year, number, hit)).cite(hit, month)


def half_before(context: Context, index: int) -> Draft | None:
    """The half of the month that is named behind it: `nửa đầu tháng 10/2019`, `the first half of October`."""
    hit = context.line.at(index, "half_month")
    month = single_date(context, hit.end) if hit is not None else None
    value = month.value if month is not None else None
    if hit is None or month is None or not isinstance(value, str) or len(value) != MONTH:
        return None
    return Draft(index, month.end, FigureKind.PERIOD, *_half(int(value[:4]), int(value[5:]), hit)).cite(hit)


def _half(year: int | None, month: int, hit: Hit) -> tuple[str | None, str | None]:
    """The first and last day of a half of a month."""
    first, last = calendar.months(year, month, month) if year else (None, None)
    if hit.entry.value == "2":
        return calendar.day(year, month, HALF_MONTH + 1), last
    return first, calendar.day(year, month, HALF_MONTH)
