"""Several days of one month: `12-14/9`, `ngày 5 và 6/10`, `12 سے 14 اکتوبر`."""

from __future__ import annotations

import re

from extractor.read import calendar
from extractor.read.dates import Part, dash, numeric_part, part, single, word_at
from extractor.read.draft import Context, Draft
from extractor.records import FigureKind

DAYS = re.compile(r"(\d{1,2}) ?- ?(\d{1,2}) ?([/.]) ?(\d{1,2})(?:\3(\d{4}))?(?!\d)")


def numeric_span(context: Context, index: int) -> Draft | None:
    """`12-14/9`, `12 - 14/9/2025`."""
    line = context.line
    if not line.word(index).isdecimal():
        return None
    match = DAYS.match(line.words.folded.text, line.words.starts[index])
    if match is None or not 1 <= int(match[1]) < int(match[2]) <= 31 or not 1 <= int(match[4]) <= 12:
        return None
    end = word_at(line, match.end())
    if match[3] == "." and not line.before(index, "day_word"):
        return None
    if line.at(end, "percent", "scale", "money"):
        return None
    year = int(match[5]) if match[5] else context.published.year_of(int(match[4]), int(match[2]))
    first, last = (calendar.day(year, int(match[4]), int(match[number])) for number in (1, 2))
    return Draft(index, end, FigureKind.PERIOD, first, last)


def day_list(context: Context, index: int) -> Draft | None:
    """The first of `ngày 5 và 6/10`, `ngày 20 và 21-10`: its month stands with the second."""
    line = context.line
    link = line.at(index + 1, "and")
    if link is None or not line.before(index, "day_word"):
        return None
    last = numeric_part(line, link.end) or part(line, link.end)
    if last is None or not last.day:
        return None
    return single(context, Part(index, index + 1, last.year, last.month, int(line.word(index))))


def day_span(context: Context, index: int) -> Draft | None:
    """`12 سے 14 اکتوبر`, `12 đến 14/10`, `12-14 October 2025`: two days of one month."""
    line = context.line
    link = line.at(index + 1, "to") or dash(line, index + 1)
    if link is None or not (line.word(link.end).isdecimal() and len(line.word(link.end)) <= 2):
        return None
    last = numeric_part(line, link.end) or part(line, link.end)
    first = int(line.word(index))
    if last is None or not last.day or not 1 <= first < last.day:
        return None
    finish = last.value(context)
    end = last.end
    if (after := line.at(end, "after")) and after.entry.value == "<=":
        end = after.end
    begin = f"{finish[:8]}{first:02}" if finish else None
    return Draft(index, end, FigureKind.PERIOD, begin, finish).cite(link, *last.hits)
