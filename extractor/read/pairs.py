"""Two numbers that belong together: ratios, actual against target, scores of a maximum, ranges."""

from __future__ import annotations

from dataclasses import replace

from extractor.read.draft import Context, Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.names import windy
from extractor.read.number import Number
from extractor.read.numerals import number, shift
from extractor.read.quantities import compare, figure, percent_of, rank, vulgar
from extractor.read.rates import rate
from extractor.read.units import Unit, unit_of
from extractor.records import Comparator, FigureKind

# Between the word for winning and the result stands the name of the loser.
WORDS_TO_RESULT = 5
# So many numbers of a list may stand before the one that has their unit, and of what that may be.
LISTED = 8
# So many words may always stand from the verb of a move to `from`; more (`move_reach`) only behind no sign.
MOVED, SIGNS = 4, {*",;:."}
SHARED = (FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MEASURE)


def quantity(context: Context, index: int) -> list[Draft]:
    """The figures that the number at this word makes; empty when there is no number."""
    line = context.line
    first = number(line, index)
    if first is None:
        return []
    if found := (vulgar(line, first) if first.spelled else []) or rank(line, first):
        return found
    unit = unit_of(line, first)
    if not unit.hits and (level := windy(line, index)):
        unit = replace(unit, kind=FigureKind.MEASURE, unit=line.slice(level.start, level.end).lower())
    pair = ratio(line, first, unit) or whole_first(line, first, unit) or spread(line, first, unit)
    return pair or [_listed(line, first, unit) or figure(line, first, unit)]


def _listed(line: Line, first: Number, unit: Unit) -> Draft | None:
    """`7.5 and 8.25 percent`, `6, 9 and 12 million USD`: the last of bare numbers says the scale and unit of all."""
    if unit.hits or unit.unit or first.spelled:
        return None
    last, joined = first, False
    for _ in range(LISTED):
        link = line.at(last.end + (line.word(last.end) == ","), "and")
        joined = link is not None
        following = number(line, link.end if link else last.end + 1) if link or line.word(last.end) == "," else None
        if following is None or following.spelled:
            return None
        last = following
        if joined:
            break
        if last.power or unit_of(line, last).hits:
            return None
    whole = unit_of(line, last)
    if not joined or whole.kind not in SHARED or whole.start < last.start:
        return None
    own = replace(whole, start=first.start, end=first.end, after=first.end)
    return figure(line, _share_scale(first, last), own)


def ratio(line: Line, first: Number, unit: Unit) -> list[Draft]:
    """`485/1.132 nhiệm vụ` (two counts), `45.799/36.875 tỷ đồng` (two sums), `27/30 điểm` (a score of a maximum)."""
    link, slash = _linked(line, first, unit), line.word(first.end) == "/"
    if not slash and link is None:
        return []
    paid = unit.kind is FigureKind.MONEY and bool(unit.hits)
    mark = line.at(link.end, "money") if link and paid else None
    behind = mark.end if mark else link.end if link else first.end + 1
    bound = line.at(behind, "before", "whole") if slash and link is None else None  # `5/hơn 9 tỷ đồng`
    second = number(line, bound.end if bound else behind)
    if second is None or (second.spelled and not slash and not first.spelled):
        return []
    whole = unit_of(line, second)
    if paid and not slash:
        return _of_sum(line, first, second, (unit, whole))
    unit = whole
    if _is_base(line, second, unit, link):
        return []
    if first.precision < 1 and second.value in (1, 5, 10, 100) and not unit.hits:
        unit = replace(unit, kind=FigureKind.SCORE, unit=None)
    scaled = _share_scale(first, second) if slash or first.precision < 1 else first
    if unit.kind is FigureKind.SCORE:
        draft = Draft(
            first.start, second.end, FigureKind.SCORE, first.value, None, unit.unit, precision=first.precision
        )
        draft.denominator = second.value
        return [draft.cite(*unit.hits)]
    if unit.kind in (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE):
        start = figure(line, scaled, replace(unit, start=scaled.start, end=scaled.end, after=scaled.end))
        return [start, figure(line, second, replace(unit, start=second.start))]
    if first.value > second.value and not unit.hits:
        return []
    if slash and (share := _share(line, first, second)):
        return [share]
    first = scaled if link else first
    top = Draft(first.start, first.end, FigureKind.COUNT, first.value, None, unit.unit, precision=first.precision)
    top.denominator = second.value
    compare(line, top, top.end)
    bottom = figure(line, second, unit)
    bottom.comparator = Comparator.EQUAL
    return [top.cite(*first.hits, *unit.hits), bottom]


def _linked(line: Line, first: Number, unit: Unit) -> Hit | None:
    """The words that lead from a part to its whole, right behind its number or behind what it counts."""
    link = line.at(first.end, "out_of")
    if link is None and line.word(first.end) != "/" and unit.hits:
        link = line.at(unit.after, "out_of") if unit.kind in (FigureKind.COUNT, FigureKind.MONEY) else None
    return link


def _of_sum(line: Line, first: Number, second: Number, units: tuple[Unit, Unit]) -> list[Draft]:
    """A sum of a whole sum, which has the scale word for both or the currency before it: `VND1.2 of 5 trillion`."""
    unit, whole = units
    same = whole.unit == unit.unit if whole.kind is FigureKind.MONEY else bool(second.power) and not whole.hits
    scaled = _share_scale(first, second)
    if not same or (scaled is first and whole.kind is FigureKind.MONEY):
        return []
    part = figure(line, scaled, unit)
    if whole.kind is not FigureKind.MONEY:
        whole = replace(unit, start=second.start, end=second.end, after=second.end)
    return [part, figure(line, second, whole)]


def whole_first(line: Line, first: Number, unit: Unit) -> list[Draft]:
    """`64 میں سے 38 کام`: the part right behind its whole; no share (نصف, 40%), no place (11ویں)."""
    link = line.at(unit.after if unit.hits else first.end, "whole_of") if unit.kind is FigureKind.COUNT else None
    second = number(line, link.end) if link else None
    if second is None or second.value > first.value or (second.spelled and not first.spelled):
        return []
    counted = unit_of(line, second)
    if counted.kind is not FigureKind.COUNT or rank(line, second) or (second.spelled and vulgar(line, second)):
        return []
    bottom, top = figure(line, first, unit), figure(line, second, counted)
    bottom.unit = bottom.unit or counted.unit
    bottom.cite(link)
    top.denominator = first.value
    return [bottom, top]


def _share(line: Line, first: Number, second: Number) -> Draft | None:
    """`2/3 số hộ`, `1/4 cả nước`: a part of a whole is a percent, where no counted noun makes it a ratio."""
    part = line.at(second.end, "part_of", "noun")
    small = first.plain and second.plain and second.value <= 10 and first.value < second.value
    if not small or part is None or part.entry.role != "part_of":
        return None
    value = percent_of(first.value, second.value)
    draft = Draft(first.start, second.end, FigureKind.PERCENT, value, None, "%")
    compare(line, draft, second.end)
    return draft


def _is_base(line: Line, second: Number, unit: Unit, link: Hit | None) -> bool:
    """`15/10.000 dân`: a round base, not a total."""
    if link is not None or unit.kind is not FigureKind.COUNT:
        return False
    return second.value in (1000, 10000, 100000, 1000000) and line.at(second.end, "per") is not None


def _share_scale(first: Number, second: Number) -> Number:
    """`45.799/36.875 tỷ`: the scale word after the second counts for both."""
    if first.power or not second.power:
        return first

    return replace(first, value=shift(first.value, second.power), precision=shift(first.precision, second.power))


def result(line: Line, index: int) -> Draft | None:
    """`thắng 3-0`: the result of a match, a score without a value."""
    if "result" not in line.roles or not all(
        line.word(place).isdecimal() and len(line.word(place)) <= 2 for place in (index, index + 2)
    ):
        return None
    if line.word(index + 1) != "-" or not (line.glued(index + 1) and line.glued(index + 2)):
        return None
    units = ("noun", "measure", "money", "percent", "points", "time", "scale", "times", "score")
    if line.at(index + 3, *units) or line.word(index + 3) in ("-", "/"):
        return None
    played = (line.before(position, "result") for position in range(index, max(index - WORDS_TO_RESULT, 0), -1))
    head = next((hit for hit in played if hit), None)
    return Draft(index, index + 3, FigureKind.SCORE).cite(head) if head else None


def spread(line: Line, first: Number, unit: Unit) -> list[Draft]:
    """A range is one figure: `10-12%`, `5 đến 7 tỷ đồng`, `VND5-7 billion`, `7 سے 9 ارب`."""
    index, link = _goes_to(line, first, unit)
    dash = line.word(index) == "-" and line.word(index + 1)[:1].isdecimal()
    if line.before(min(unit.start, first.start), "between"):
        link = None if dash else line.at(index, "and")
    if link is None and not dash:
        return _in_a_row(line, first)
    start = link.end if link else index + 1
    if mark := line.at(start, "money"):
        start = mark.end
    if link and (bound := line.at(start, "before")) and _bounds(line, first, unit, bound):
        start = bound.end
    second = number(line, start)
    if second is None or _is_year(first, second) or (link is not None and _moves(line, first, link)):
        return []
    last = unit_of(line, second)
    if unit.hits and _apart(unit, last, first):
        return []
    if link is not None and not dash and not (unit.hits or last.hits) and line.word(first.start - 1) == "(":
        return [_place(one) for one in (first, second)]
    if unit.kind is FigureKind.COUNT and unit.hits and unit.after != index:
        return []
    low = _share_scale(first, second)
    if low.value >= second.value or (dash and not _one_range(line, index, second)):
        return []
    chosen = last if last.hits and not _is_age(unit) else unit
    draft = Draft(
        min(unit.start, first.start), max(second.end, last.end), chosen.kind, low.value, second.value, chosen.unit
    )
    draft.precision = second.precision
    draft.cite(*first.hits, *second.hits, link, *chosen.hits)
    draft.after = draft.end
    rate(line, draft, last.after)
    compare(line, draft, last.after)
    return [draft]


def _bounds(line: Line, first: Number, unit: Unit, bound: Hit) -> bool:
    """Whether a word before the upper end only bounds it: `5% đến dưới 7%`, `200 ملین سے تقریباً 1 بلین`; any, where a
    word opens it: `từ khoảng 0,3 đến gần 0,4`; with a unit each they are what moved: `from 6% to at least 8%`."""
    if bound.entry.only or (unit.hits and bound.entry.value != "<"):
        return False
    about = line.before(first.start, "before")
    opened = line.before(about.start if about else first.start, "from")
    return bound.entry.value in ("<", "~") or opened is not None


def _is_year(first: Number, second: Number) -> bool:
    """Whether the first end is a word that more often means a year, before digits: `từ đầu năm đến 31/5`."""
    word = first.spelled and len(first.hits) == 1 and first.hits[0].entry.only == "year"
    return word and not second.spelled


def _goes_to(line: Line, first: Number, unit: Unit) -> tuple[int, Hit | None]:
    """Where the word between two ends stands, also behind a unit that both name: `42 points to 43 points`."""
    index = max(first.end, unit.end)
    link = line.at(index, "to")
    if link is None and unit.hits and unit.kind in (FigureKind.SCORE, FigureKind.MEASURE):
        return unit.after, line.at(unit.after, "to")
    return index, link


def _in_a_row(line: Line, first: Number) -> list[Draft]:
    """Two numbers in words side by side are a range: `دو تین سال`, `hai ba người`."""
    second = number(line, first.end) if first.spelled and not first.power and len(first.hits) == 1 else None
    if second is None or not second.spelled or not first.value < second.value < 100 or len(second.hits) != 1:
        return []
    unit = unit_of(line, second)
    if second.hits[0].entry.only == "year":
        return []
    draft = Draft(first.start, max(second.end, unit.end), unit.kind, first.value, second.value, unit.unit)
    draft.precision = second.precision
    return [draft.cite(*first.hits, *second.hits, *unit.hits)]


def _apart(unit: Unit, last: Unit, first: Number) -> bool:
    """Whether two numbers count different things: `5 xã - 7%`, `by 1.2 percentage points to 2.3%`; not ages that say
    only for the upper end that they are ones: `16 سال سے 30 سال کی عمر`."""
    if unit.kind is last.kind:
        return unit.kind is FigureKind.PERCENT and unit.unit != last.unit
    years = unit.kind is FigureKind.DURATION and any(hit.entry.role in ("age", "aged") for hit in last.hits)
    return not (years or _open(unit, last, first))


def _open(unit: Unit, last: Unit, first: Number) -> bool:
    """Whether the first unit may count for both: `VND14-15 trillion`; or the second for both: `5 xã - 7 xã`."""
    if unit.kind is FigureKind.COUNT or _is_age(unit):
        return True
    return unit.kind is FigureKind.MONEY and unit.start < first.start and not last.hits


def _is_age(unit: Unit) -> bool:
    """Whether the word before a number makes it an age, and so the one it is joined to: `aged 18-60`."""
    return bool(unit.hits) and unit.hits[0].entry.role == "aged"


def _place(found: Number) -> Draft:
    """A place before or after a change of ranks: `(6 سے 12)`."""
    return Draft(found.start, found.end, FigureKind.RANK, found.value, precision=found.precision)


def _one_range(line: Line, dash: int, second: Number) -> bool:
    """A dash between two numbers joins a range when both sides are spaced alike and no third number follows."""
    left, right = line.gap(dash), line.gap(dash + 1)
    return (left == right or right == " " or left == "") and line.word(second.end) != "-"


def _moves(line: Line, first: Number, link: Hit) -> bool:
    """`rose from 5% to 8%` is a change, two figures; `from 5 to 8%` a range."""
    if link.entry.only == "move":
        return True
    start = line.before(first.start, "from")
    if start is None or start.entry.only == "days":
        return False
    words = range(start.start, max(start.start - line.grammar.style.move_reach, 0), -1)
    ended = next((position for position in words if line.word(position - 1) in SIGNS), 0)
    return any(line.before(one, "move") for one in words if one > ended or start.start - one < MOVED)
