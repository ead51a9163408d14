"""A day, month or year as words and digits state it; the year may be missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractor.read import calendar
from extractor.read.draft import Context
from extractor.read.grammar import Line
from extractor.read.lexicon import Entry, Hit
from extractor.read.spelled import spelled

DMY = re.compile(r"(\d{1,2}) ?([/.\-]) ?(\d{1,2}) ?\2 ?(\d{4,5})(?!\d)")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
DM = re.compile(r"(\d{1,2}) ?([/.\-]) ?(\d{1,2})(?![\d%])(?! ?/ ?\d)(?!-\d)(?![.,]\d)")
YM = re.compile(r"(\d{4})-(0\d|1[0-2])(?![\d%])(?!-\d)")
MY = re.compile(r"(\d{1,2}) ?([/.\-]) ?(\d{4})(?!\d)")
YEARS = re.compile(r"((?:19|20|21)\d\d) ?[-/] ?((?:(?:19|20|21)\d\d)|\d\d)(?!\d)(?![.,]\d)")
NTH = ("st", "nd", "rd", "th")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Part:
    """A date or month found at words[start:end]; the year may be missing."""

    start: int
    end: int
    year: int | None
    month: int = 0
    day: int = 0
    bad: bool = False
    hits: tuple[Hit, ...] = ()

    def value(self, context: Context, coming: int = calendar.FAR_BEHIND) -> str | None:
        """ISO 8601 as partial as written, with the year near the publication where it is missing (see year_of)."""
        if self.bad:
            return None
        year = self.year
        if year is None:
            year = context.published.year_of(self.month, self.day, coming)
        if self.day:
            return calendar.day(year, self.month, self.day)
        if self.month:
            return calendar.month(year, self.month)
        return f"{year:04}" if year else None


def word_at(line: Line, offset: int) -> int:
    """The number of words that end at or before this offset."""
    return bisect_left(line.words.starts, offset)


def dash(line: Line, index: int) -> Hit | None:
    return Hit(index, index + 1, Entry("to", "-")) if line.word(index) == "-" else None


def numeric_part(line: Line, index: int) -> Part | None:
    """A day in digits: 22/12/2024, 2024-12-22, 15/10."""
    text, start = line.words.folded.text, line.words.starts[index] if index < line.size else 0
    if not line.word(index)[:1].isdecimal():
        return None
    if match := DMY.match(text, start):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        number, month = (second, first) if month_first(line, first, second) else (first, second)
        if number <= 31 and month <= 12:
            return _checked(Part(index, word_at(line, match.end()), year, month, number))
    if (match := ISO.match(text, start)) and int(match[2]) <= 12:
        return _checked(Part(index, word_at(line, match.end()), int(match[1]), int(match[2]), int(match[3])))
    if match := DM.match(text, start):
        return _day_month(line, index, match)
    return None


def month_first(line: Line, first: int, second: int) -> bool:
    """Whether `7/14` is month and day: the language allows it, and the numbers or another date of the text say so."""
    if not line.grammar.style.month_first or first > 12:
        return False
    return second > 12 or line.month_first


def _checked(found: Part) -> Part:
    exists = calendar.day(found.year, found.month, found.day) is not None
    return found if exists else Part(found.start, found.end, found.year, found.month, found.day, True, found.hits)


def whole_day(line: Line, index: int) -> bool:
    """Whether a day with its year stands here: `06/08/2025`, however the words around it are joined."""
    match = DMY.match(line.words.folded.text, line.words.starts[index])
    return match is not None and match[2] == "/" and numeric_part(line, index) is not None


def _day_month(line: Line, index: int, match: re.Match[str]) -> Part | None:
    number, month = int(match[1]), int(match[3])
    if month_first(line, number, month):
        number, month = month, number
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    return Part(index, word_at(line, match.end()), None, month, number)


def part(line: Line, index: int) -> Part | None:
    """A date in words: `5 tháng 6 năm 2025`, `22 دسمبر 2024`, `July 31, 2025`, `tháng 9/2025`, `جولائی 2025`."""
    if line.at(index, "month"):
        return _month_first(line, index)
    if line.at(index, "month_word"):
        return _month_number(line, index, 0, index)
    return _day_first(line, index)


def _day_first(line: Line, index: int) -> Part | None:
    first = line.at(index, "first_day")
    word = line.word(index)
    end = first.end if first else index + 1
    if line.at(index, "cardinal", "tens") and (said := spelled(line, index)) and line.at(said.end, "month"):
        word, end = str(said.value), said.end
    if not first and not (word.isdecimal() and 1 <= int(word[:3]) <= 31 and len(word) <= 2):
        return None
    number = 1 if first else int(word)
    if line.word(end) in NTH and line.glued(end):
        end += 1
    link = line.at(end, "of_year")
    if month := line.at(link.end if link else end, "month"):
        year, after = year_after(line, month.end)
        hits = (first, month) if first else (month,)
        return _checked_day(Part(index, after, year, int(month.entry.value), number, False, hits))
    if line.at(end, "month_word"):
        return _month_number(line, end, number, index)
    return None


def _checked_day(found: Part) -> Part:
    return found if found.year is None else _checked(found)


def _month_number(line: Line, index: int, number: int, start: int) -> Part | None:
    """`tháng 9/2025`, `tháng 9 năm 2025`, `tháng chín`; with a day before it where number is not 0."""
    head = line.at(index, "month_word")
    if head is None:
        return None
    text = line.words.folded.text
    word = line.word(head.end)
    if head.entry.only == "glued" and (number or not line.glued(head.end)):
        return None
    if not number and word[:1].isdecimal() and (match := MY.match(text, line.words.starts[head.end])):
        month, year = int(match[1]), int(match[3])
        bad = not 1 <= month <= 12
        return Part(start, word_at(line, match.end()), year, month, 0, bad, (head,))
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 12):
        return None
    year_found, after = year_after(line, head.end + 1)
    if head.entry.only == "glued" and year_found is None:
        return None
    found = Part(start, after, year_found, int(word), number, False, (head,))
    return _checked_day(found) if number else found


def _month_first(line: Line, index: int) -> Part | None:
    """`July 31, 2025`, `July 2025`, `July`, `جولائی 2025`."""
    month = line.at(index, "month")
    if month is None:
        return None
    number = int(month.entry.value)
    end = month.end + (1 if line.word(month.end) == "." and line.gap(month.end) == "" else 0)
    word = line.word(end)
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31 and _day_stands(line, end):
        after = end + 1
        if line.word(after) in NTH and line.glued(after):
            after += 1
        year, after = year_after(line, after)
        return _checked_day(Part(index, after, year, number, int(word), False, (month,)))
    year, after = year_after(line, end)
    return Part(index, after if year else month.end, year, number, 0, False, (month,))


def _day_stands(line: Line, index: int) -> bool:
    """Whether a number after a month is its day, and no quantity of its own."""
    if line.grammar.language != "en":
        return line.word(index + 1) in (",", "،") and bare_year(line, index + 2) is not None
    return not (line.word(index + 1) == "%" or line.at(index + 1, "percent", "scale"))


def year_after(line: Line, index: int) -> tuple[int | None, int]:
    """The year that may follow a month or day, and where it ends: ` năm 2025`, `/2025`, `, 2025`, ` of 2025`."""
    position = index
    if line.word(position) in ("/", "-", ",", "،", "."):
        position += 1
    if (link := line.at(position, "of_year")) and not link.entry.only:
        position = link.end
    if word := line.at(position, "year_word"):
        position = word.end
    year = bare_year(line, position)
    return (year, position + 1) if year is not None else (None, index)


def bare_year(line: Line, index: int) -> int | None:
    """A word of four digits that can be a year; `2.025` counts after a word for year."""
    word = line.word(index)
    if len(word) == 5 and word[1] == line.grammar.style.group:
        head = line.before(index, "year_word")
        word = word[0] + word[2:] if head is not None and not head.entry.only else word
    if len(word) != 4 or not word.isdecimal() or not 1900 <= int(word) <= 2100:
        return None
    return int(word)
