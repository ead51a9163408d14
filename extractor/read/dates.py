"""Days, months, years and spans of them in every notation; a partial date stays partial."""

from __future__ import annotations

from extractor.read import calendar
from extractor.read.draft import Context, Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.parts import MY, YM, Part, dash, numeric_part, part, word_at, year_after
from extractor.records import FigureKind

# Without one of these in the text there is no date in words.
# So many words behind a ratio another may stand to which it moved.
FURTHER = 7
MONTHS = frozenset({"month", "month_word"})
# The days of a lunar month that lead up to the new year, before which they are told without a word for day.
LAST_DAYS = frozenset(str(day) for day in range(20, 31))


def date(context: Context, index: int) -> Draft | None:
    """The date or span of dates that starts at this word."""
    line = context.line
    first = None if line.roles.isdisjoint(MONTHS) else part(line, index)
    if first is None:
        return None
    return span(context, first) or _month_days(context, first) or single(context, first)


def _month_days(context: Context, first: Part) -> Draft | None:
    """`October 12-14, 2025`, `July 1 to 5`, `July 1 and 2`."""
    line = context.line
    if first.year is not None or not first.day or not line.at(first.start, "month"):
        return None
    link = _link(line, first) or _days_listed(line, first)
    word = line.word(link.end) if link else ""
    if link is None or not _is_later(word, first.day):
        return None
    year, end = year_after(line, link.end + 1)
    begin = Part(0, 0, year, first.month, first.day).value(context)
    finish = Part(0, 0, year, first.month, int(word)).value(context)
    return Draft(first.start, end, FigureKind.PERIOD, begin, finish).cite(*first.hits, link)


def _days_listed(line: Line, first: Part) -> Hit | None:
    """The `and` before the last of several days of a month: `July 1 and 2`, `July 1, 2 and 3`; it counts nothing."""
    end, day = first.end, first.day or 0
    while line.word(end) == "," and _is_later(line.word(end + 1), day):
        end, day = end + 2, int(line.word(end + 1))
    link = line.at(end, "and")
    if link is None or not _is_later(line.word(link.end), day):
        return None
    last = Part(link.end, link.end + 1, None)
    plain = not line.word(last.end).isalpha() or line.word(last.end) in line.grammar.common
    # `July 1 and 2%`, `July 1 and 2.5 km`
    return link if plain and not line.glued(last.end + 1) and _is_free(line, last) else None


def _is_later(word: str, day: int) -> bool:
    """Whether a word is a later day of the month."""
    return word.isdecimal() and len(word) <= 2 and day < int(word) <= 31


def _link(line: Line, first: Part) -> Hit | None:
    """What joins a date to the last of a span: `to`, a dash, and `and` where `between` stands before it."""
    joined = line.at(first.end, "and") if line.before(first.start, "between") else None
    return line.at(first.end, "to") or dash(line, first.end) or joined


def _list_goes_on(line: Line, index: int) -> bool:
    """Whether no counted thing stands here: `tháng 9, 10 và 11`, not `tháng 9, 10 chiến sĩ`."""
    return line.word(index) in line.grammar.common or line.at(index, "and", "to") is not None


def lunar(line: Line, index: int) -> Draft | None:
    """`mùng 3 Tết`, `15/8 âm lịch`: a day of the lunar year, whose day in ISO 8601 is not known."""
    if "lunar" not in line.roles:
        return None
    end = index + 1
    if line.word(end) == "/" and line.word(end + 1).isdecimal():
        end += 2
    elif (head := line.at(end, "month_word")) and line.word(head.end).isdecimal():
        end = head.end + 1
    mark = line.at(end, "lunar")
    if mark is None or (mark.entry.only == "day" and not line.before(index, "day_word") and not _late(line, index)):
        return None
    return Draft(index, end if end > index + 1 else mark.end, FigureKind.DATE).cite(mark)


def _late(line: Line, index: int) -> bool:
    """Whether a number right before a feast can only be a day of the month that ends with it: `đến hết 28 Tết`."""
    return line.word(index) in LAST_DAYS


def single(context: Context, found: Part) -> Draft:
    """One date as a draft."""
    mark = context.line.before(found.start, "before")
    coming = calendar.FAR_BEHIND
    if mark is not None and mark.entry.only != "past":
        # `đến ngày 15/6` may be a deadline or the day that something is told as of: the nearest such day.
        coming = calendar.FAR_AHEAD if mark.entry.only == "date" else calendar.FAR_ADVANCE
    return Draft(found.start, found.end, FigureKind.DATE, found.value(context, coming)).cite(*found.hits)


def span(context: Context, first: Part) -> Draft | None:
    """Two dates joined: `1/7/2025 đến ngày 10/9/2025`, `July 1 to September 10, 2025`, `between January and April`."""
    line = context.line
    link = _link(line, first)
    if link is None:
        return None
    start = link.end
    if word := line.at(start, "day_word"):
        start = word.end
    last = numeric_part(line, start) or part(line, start)
    if last is None or bool(last.day) != bool(first.day) or bool(last.month) != bool(first.month):
        return None
    year = first.year if first.year is not None else last.year
    begin = calendar.bounds(Part(0, 0, year, first.month, first.day).value(context))[0]
    finish = calendar.bounds(last.value(context))[1]
    if begin and finish and begin > finish:
        if first.year is not None or first.day:
            return None
        begin = f"{int(begin[:4]) - 1}{begin[4:]}"
    end = last.end
    if after := line.at(end, "after"):
        end = after.end if after.entry.value == "<=" else end
    return Draft(first.start, end, FigureKind.PERIOD, begin, finish).cite(*first.hits, link, *last.hits)


def numeric_day(context: Context, index: int) -> Draft | None:
    """A day in digits, alone or as the first of two; a bare `5/6` needs a sign that it is a day."""
    line = context.line
    found = numeric_part(line, index)
    if found is None or (found.year is None and not _is_day(line, found) and not _joined(line, found)):
        return _month_year(context, index) if found is None else None
    return span(context, found) or single(context, found)


def _is_day(line: Line, found: Part) -> bool:
    """Whether `a/b`, `a-b`, `a.b` is a day and a month: a word for day before it, or a slash that is no ratio."""
    if line.glued(found.end) and line.at(found.end, "measure", "percent", "money"):
        return False
    if line.before(found.start, "day_word"):
        # `on 2.6 hectares` is a number where a dot parts decimals.
        return line.grammar.style.decimal not in line.word(found.start) or _is_free(line, found)
    link = line.before(found.start, "and")
    if link is not None and (line.before(link.start - 1, "day_word") or link.start == line.dated > 0):
        return line.at(found.end, "scale", "measure", "money", "percent") is None
    mark = line.before(found.start, "before")
    if line.word(found.end) == "(" and (line.at(found.end + 1, "day_word") or lunar(line, found.end + 1)):
        return True  # `nghỉ hết 18-2 (mùng 2 Tết)`, `từ 14-2 (27 Tết)`
    if line.word(found.start + 1) != "/":
        # In `4.5 - 6` the dash is no part of the first number.
        dashed = found.end > found.start + 1 and line.word(found.start + 1) == "-"
        # `trước 30.6` is a day where a dot parts no decimals.
        dotted = "." in line.word(found.start) and line.grammar.style.decimal == ","
        told = mark is not None and mark.entry.only in ("date", "past")
        told = told or (dotted and line.before(found.start, "from") is not None and line.word(found.end) in ",;)")
        return (dashed or dotted) and told and _is_free(line, found)
    if line.grammar.style.month_first:
        return line.before(found.start, "from") is not None or (mark is not None and bool(mark.entry.only))
    return _no_ratio(line, found, mark is not None and mark.entry.only in ("date", "past"))


def _no_ratio(line: Line, found: Part, dated: bool) -> bool:
    """Whether `a/b` is a day: by a preposition of time before it (`dated`), or with nothing to count behind it."""
    if line.before(found.start, "rank", "nth", "street", "name_before"):
        return False
    if line.word(found.start - 1) == "(" and line.word(found.start - 2) == "%" and line.word(found.end) == ")":
        return False  # `tăng 20% (12/10)`
    if line.at(found.end, "noun"):
        return _since(line, found, dated)
    if line.at(found.end, "part_of", "score", "measure", "money", "percent", "scale", "per", "age", "times"):
        return False
    if dated or _padded(line, found):
        return True
    return line.before(found.start, "from", "to", "of_year") is not None or line.word(found.end) in ",;).(-"


def _since(line: Line, found: Part, dated: bool) -> bool:
    """Whether something began or ended on what could be a ratio: `từ 1/7 xã vận hành`, `đến 31/12 hộ …`.

    A whole is no less than its part, and what moves from one ratio to another says so: `từ 3/7 xã lên 5/7 xã`.
    """
    if line.before(found.start, "from") is None:
        return dated and (found.day or 0) > (found.month or 0)
    further = range(found.end + 1, found.end + FURTHER)
    return not any(line.at(place, "to", "move") and line.word(place + 2) == "/" for place in further)


def _padded(line: Line, found: Part) -> bool:
    """Whether a month with its zero makes a day of two digits: `đông chí 21/12`, `lập xuân 04/02 thì cấy`.

    A count has one too (`02/05 nội dung`): it is no more than its whole, and what it counts follows.
    """
    month, follows = line.word(found.start + 2), line.word(found.end)
    if not month.startswith("0") or found.day is None or found.month is None:
        return False
    return found.day > found.month or not follows.isalpha() or follows in line.grammar.common


def _joined(line: Line, found: Part) -> bool:
    """Whether a bare `27-4` is a day because it opens a span of two such (`từ 27-4 đến 1-5`) or goes on with a list."""
    other, end = found, found.end
    if line.word(found.start - 1) in (",", "،") and line.dated == found.start - 1:
        return _is_free(line, found)
    if line.before(found.start, "from") and (link := line.at(end, "to")):
        other = numeric_part(line, link.end) or found
    return other is not found and _is_free(line, other)


def _is_free(line: Line, found: Part) -> bool:
    """Whether nothing that a number could count stands behind a day."""
    return not line.at(found.end, "noun", "measure", "money", "percent", "scale", "per", "times", "score", "age")


def _month_year(context: Context, index: int) -> Draft | None:
    """`9/2025` without a word for month, and `2025-09`."""
    line = context.line
    start = line.words.starts[index]
    if (match := YM.match(line.words.folded.text, start)) and _is_month(int(match[1]), int(match[2])):
        return single(context, Part(index, word_at(line, match.end()), int(match[1]), int(match[2])))
    match = MY.match(line.words.folded.text, start)
    if match is None or match[2] != "/" or not 1 <= int(match[1]) <= 12 or not 1990 <= int(match[3]) <= 2100:
        return None
    if line.at(word_at(line, match.end()), "noun"):
        return None
    found = Part(index, word_at(line, match.end()), int(match[3]), int(match[1]))
    # `đợt 1/2018` numbers something of a year: only the year is a time.
    if (joined := span(context, found)) is None and line.before(index, "name_before"):
        found = Part(index + 2, found.end, found.year)
    return joined or single(context, found)


def _is_month(year: int, number: int) -> bool:
    """Whether two digits behind a year and a dash are a month of it, and not the year after: `2024-25`, `2011-12`."""
    return 1990 <= year <= 2100 and 1 <= number <= 12 and number != (year + 1) % 100


def month_more(context: Context, index: int) -> Draft | None:
    """The next month of a list: `tháng 9 và 10`, `tháng 9, 10 và 11/2025`; no noun may follow it."""
    line = context.line
    link = line.before(index, "and")
    start = link.start if link else index - 1
    word = line.word(index)
    listed = line.months == start and (link is not None or line.word(start) == ",")
    if not listed or not (word.isdecimal() and 1 <= int(word) <= 12):
        return None
    year, end = year_after(line, index + 1)
    if year is None and line.word(end).isalpha() and not _list_goes_on(line, end):
        return None
    if year is None and ((line.hits(end) and not line.at(end, "and")) or line.word(end) in ("%", "/")):
        return None
    return single(context, Part(index, end, year, int(word)))
