"""Clock times: `8h30`, `8 giờ 30 phút`, `19:30`, `8:30 pm`, `ساڑھے پانچ بجے`."""

from __future__ import annotations

from extractor.read.draft import Context, Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.numerals import number
from extractor.records import FigureKind


def clock(context: Context, index: int) -> Draft | None:
    """`8h30`, `8 giờ 30 phút`, `14h`, `19:30`, `8:30 pm`, `8 بجے`."""
    line = context.line
    word = line.word(index)
    if len(word) in (4, 5) and word[-3] == "." and line.at(index + 1, "half_day") and _is_minute(word[-2:]):
        return _time(line, index, index + 1, (int(word[:-3]), int(word[-2:])), None)
    if not (word.isdecimal() and len(word) <= 2 and int(word) < 25):
        return None
    hours, minutes, end = int(word), 0, index + 1
    hit = line.at(end, "hour")
    if hit is not None:
        only = hit.entry.only
        if only in ("glued", "minutes") and not line.glued(end):
            return None
        end, minutes, exact = _minutes(line, hit.end)
        if only == "minutes" and not exact:
            return None
        if only == "day" and not (exact or line.at(end, "half_day", "day_word") or _hours_span(line, index, end)):
            return None
    elif line.word(end) == ":" and line.glued(end) and line.glued(end + 1) and _is_minute(line.word(end + 1)):
        minutes, end = int(line.word(end + 1)), end + 2
        if line.word(end) == ":" and line.glued(end + 1) and _is_minute(line.word(end + 1)):
            end += 2
    elif not (hit := line.at(end, "half_day")) and not _to_minutes(line, end):
        return None
    return _time(line, index, end, (hours, minutes), hit)


def _hours_span(line: Line, index: int, end: int) -> bool:
    """Whether an hour is one of a day: after a word for day, or in `từ 8 giờ đến 17 giờ`."""
    if line.before(index, "day_word"):
        return True
    link = line.at(end, "to")
    if link is not None and line.before(index, "from"):
        return line.word(link.end).isdecimal() and line.at(link.end + 1, "hour") is not None
    back = line.before(index, "to")
    return back is not None and line.before(back.start, "hour") is not None and line.clocked == back.start


def _to_minutes(line: Line, end: int) -> bool:
    """Whether an hour is glued to a later one with minutes: `12-14:30`."""
    glued = all(line.glued(end + number) for number in range(4))
    return glued and line.word(end) in ("-", "–") and line.word(end + 2) == ":" and _is_minute(line.word(end + 3))


def spoken_clock(context: Context, index: int) -> Draft | None:
    """`ساڑھے پانچ بجے`: half past five."""
    line = context.line
    count = number(line, index)
    hit = line.at(count.end, "hour") if count is not None and count.spelled else None
    if count is None or hit is None or hit.entry.only or count.value > 24:
        return None
    return _time(line, index, hit.end, (int(count.value), int(count.value % 1 * 60)), hit)


def _time(line: Line, start: int, end: int, at: tuple[int, int], hit: Hit | None) -> Draft | None:
    hours, minutes = at
    half = line.at(end, "half_day")
    if half:
        end = half.end
    half = half or line.before(start, "half_day")
    if half:
        late = half.entry.value == "pm"
        hours = hours % 12 + 12 if late and hours <= 12 else (0 if half.entry.value == "am" and hours == 12 else hours)
    if hours > 24:
        return None
    return Draft(start, end, FigureKind.TIME, f"{hours:02}:{minutes:02}").cite(hit, half)


def _minutes(line: Line, index: int) -> tuple[int, int, bool]:
    """Where the time ends, its minutes, and whether any were written."""
    word = line.word(index)
    if not _is_minute(word) or line.at(index + 1, "month_word", "percent"):
        return index, 0, False
    unit = line.at(index + 1, "minute")
    if not line.glued(index) and unit is None and line.word(index + 1).isalpha() and not line.at(index + 1, "day_word"):
        return index, 0, False
    return (unit.end if unit else index + 1), int(word), True


def _is_minute(word: str) -> bool:
    return word.isdecimal() and len(word) == 2 and int(word) < 60
