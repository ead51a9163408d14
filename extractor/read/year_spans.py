"""Spans of years: terms, plan periods, school and fiscal years, and those that end in a month."""

from __future__ import annotations

from extractor.read import calendar
from extractor.read.draft import Context, Draft
from extractor.read.grammar import Line
from extractor.read.parts import YEARS, bare_year, part, word_at
from extractor.records import FigureKind

LONGEST = 150


def headed_years(context: Context, index: int) -> Draft | None:
    """`giai đoạn 2021-2025`, `nhiệm kỳ 2025 - 2030`, `năm học 2024-2025`: the head stays inside."""
    line = context.line
    head = line.at(index, "span_word", "school_year")
    if head is None:
        return None
    found = year_span(context, head.end)
    if found is None:
        return None
    found.start = index
    if head.entry.only == "fiscal":
        # Where a fiscal year begins differs from country to country and is not written.
        found.value = found.value_max = None
    elif head.entry.role == "school_year" and isinstance(found.value, str) and isinstance(found.value_max, str):
        found.value, found.value_max = f"{found.value[:4]}-09-01", f"{found.value_max[:4]}-05-31"
    return found.cite(head)


def year_span(context: Context, index: int) -> Draft | None:
    """`2021-2025`, `2021 đến năm 2025`, `2025 سے 2025`, `2017-18ء`."""
    line = context.line
    first = bare_year(line, index)
    if first is None:
        return None
    if match := YEARS.match(line.words.folded.text, line.words.starts[index]):
        last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])
        if last == first - 1:
            first, last = last, first
        return _years(line, index, word_at(line, match.end()), first, last)
    link = line.at(index + 1, "and" if line.before(index, "between") else "to")
    if link is None or line.before(index, "rank"):
        return None
    position = link.end
    if word := line.at(position, "year_word"):
        position = word.end
    year = bare_year(line, position)
    if year is None and link.entry.role == "and":
        return _until_month(context, index, first, position)
    if year is None or line.at(position + 1, "noun", "scale", "percent"):
        return None
    found = _years(line, index, position + 1, first, year)
    return found.cite(link) if found else None


def _until_month(context: Context, start: int, first: int, index: int) -> Draft | None:
    """`between 2018 and September 2025`: from the start of a year to the month or day named."""
    last = part(context.line, index)
    until = calendar.bounds(last.value(context))[1] if last is not None and last.year else None
    if last is None or until is None or not 0 <= int(until[:4]) - first <= LONGEST:
        return None
    return Draft(start, last.end, FigureKind.PERIOD, f"{first:04}-01-01", until).cite(*last.hits)


def _years(line: Line, start: int, end: int, first: int, last: int) -> Draft | None:
    if not 0 <= last - first <= LONGEST:
        return None
    if line.word(end) == "ء":
        end += 1
    if (school := line.at(end, "school_year")) and not school.entry.only and last == first + 1:
        return Draft(start, school.end, FigureKind.PERIOD, f"{first}-09-01", f"{last}-05-31").cite(school)
    return Draft(start, end, FigureKind.PERIOD, *calendar.years(first, last))


def fiscal(context: Context, index: int) -> Draft | None:
    """`26-2025`: a fiscal year whose parts changed places in text from right to left."""
    line = context.line
    year = bare_year(line, index + 2)
    if year is None or line.word(index + 1) != "-" or int(line.word(index)) != (year + 1) % 100:
        return None
    return _years(line, index, index + 3, year, year + 1)
