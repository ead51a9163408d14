"""Quantities around a number: percent, money, measures, rates, scores, ranks, ratios, ranges, counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.read.draft import Context, Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Entry, Hit
from extractor.read.numerals import Number, number
from extractor.read.traps import windy
from extractor.records import Comparator, FigureKind

UNIT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """What follows (or, for money, comes before) a number: its kind, its unit, and which words belong to it."""

    kind: FigureKind
    unit: str | None
    start: int
    end: int
    after: int
    hits: tuple[Hit, ...] = ()


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
    return ratio(line, first, unit) or spread(line, first, unit) or [figure(line, first, unit)]


def unit_of(line: Line, found: Number) -> Unit:
    """The unit of a number by what stands right after and right before it."""
    end = found.end
    money = line.before(found.start, "money")
    if money is not None and _side(line, money, "before"):
        return _money(found, money, money.start, _doubled(line, end, money))
    hyphen = line.word(end) == "-" and line.glued(end) and line.glued(end + 1)
    start = end + 1 if hyphen else end
    roles = ("percent", "points", "money", "measure", "time", "age", "score", "times", "noun")
    hit = line.at(start, "age", "time", "measure") if hyphen else line.at(start, *roles)
    if hit is None or not _stands(line, hit):
        return _counted(line, found, hit)
    role = hit.entry.role
    if role in ("percent", "points"):
        return Unit(
            FigureKind.PERCENT, "%" if role == "percent" else hit.entry.value, found.start, hit.end, hit.end, (hit,)
        )
    if role == "money":
        return _money(found, hit, found.start, hit.end)
    if role == "time":
        return Unit(FigureKind.DURATION, line.slice(hit.start, hit.end).lower(), found.start, hit.end, hit.end, (hit,))
    kinds = {"measure": FigureKind.MEASURE, "age": FigureKind.MEASURE, "score": FigureKind.SCORE}
    if role == "score" and hit.entry.only == "ends" and found.precision >= 1 and _goes_on(line, hit.end):
        role = "noun"
    unit = line.slice(hit.start, hit.end).lower()
    return Unit(kinds.get(role, FigureKind.COUNT), unit, found.start, found.end, hit.end, (hit,))


def _goes_on(line: Line, index: int) -> bool:
    """Whether a noun goes on after `điểm`, so that points are places and no score."""
    return line.word(index).isalpha() and line.word(index) not in line.grammar.common and not line.hits(index)


def _side(line: Line, hit: Hit, side: str) -> bool:
    """Whether a currency may stand on this side of its number."""
    only = hit.entry.only
    if only == "glued" and not line.glued(hit.start if side == "after" else hit.end):
        return side == "after" and line.word(hit.end) == "/"
    return only in ("", side) or (only == "glued" and side == "after")


def _stands(line: Line, hit: Hit) -> bool:
    """Whether a unit may stand after its number: short ones only glued, some currencies only before."""
    if hit.entry.role == "money":
        return _side(line, hit, "after")
    only = hit.entry.only
    if only == "glued":
        return line.glued(hit.start)
    return bool(only != "day")


def _doubled(line: Line, end: int, money: Hit) -> int:
    """`VND 5 billion VND` names its currency twice."""
    again = line.at(end, "money")
    return again.end if again and again.entry.value == money.entry.value and again.entry.only != "before" else end


def _money(found: Number, hit: Hit, start: int, end: int) -> Unit:
    return Unit(
        FigureKind.MONEY, hit.entry.value, min(start, found.start), max(end, found.end), max(end, found.end), (hit,)
    )


def _counted(line: Line, found: Number, hit: Hit | None) -> Unit:
    """A count: the noun of the word lists, else the next word."""
    if hit is not None and hit.entry.role == "noun":
        unit = " ".join(line.slice(hit.start, hit.end).lower().split()[:UNIT_WORDS])
        return Unit(FigureKind.COUNT, unit, found.start, found.end, hit.end, (hit,))
    word = line.raw(found.end)
    named = word.isalpha() and line.gap(found.end) in ("", " ") and line.word(found.end) not in line.grammar.common
    unit_word = word.lower() if named and not line.hits(found.end) else None
    kind = FigureKind.SCORE if 0 < found.value < 1 and not unit_word else FigureKind.COUNT
    return Unit(kind, unit_word, found.start, found.end, found.end)


def figure(line: Line, found: Number, unit: Unit) -> Draft:
    """A figure of one number, with its rate base and its comparators."""
    draft = Draft(
        min(found.start, unit.start),
        max(found.end, unit.end),
        unit.kind,
        found.value,
        None,
        unit.unit,
        precision=found.precision,
        after=max(unit.end, found.end),
    ).cite(*found.hits, *unit.hits)
    _rate(line, draft, unit.after)
    compare(line, draft, unit.after)
    return draft


def _rate(line: Line, draft: Draft, index: int) -> None:
    """Adds `per` and `denominator`: `/10.000 dân`, `trên một vạn dân`, `/người/năm`, `per 100,000 people`."""
    head = line.word(index) == "/"
    word = None if head else line.at(index, "per_word", "per_head") or _later_base(line, index)
    if not head and word is None:
        return
    if word is not None and word.entry.role == "per_head":
        draft.kind, draft.per, draft.denominator, draft.after = (
            FigureKind.RATE,
            word.entry.value,
            Decimal(1),
            word.end,
        )
        draft.cite(word)
        return
    start = index + 1 if word is None else word.end
    base = number(line, start)
    place = base.end if base else start
    if base is not None and base.spelled and not base.power:
        base, place = None, start
    scale = line.at(start, "scale")
    if base is None and scale is not None and not scale.entry.only:
        base = Number(start, scale.end, Decimal(1).scaleb(int(scale.entry.value)), Decimal(1))
        place = scale.end
    noun = line.at(place, "per") or line.at(place, "noun", "time", "measure")
    wide = draft.kind is FigureKind.MONEY or word is not None
    if noun is None and base is None and draft.kind is FigureKind.MONEY and (head or (word and not word.entry.only)):
        noun = line.at(start, "money") or _any_word(line, start)
    if noun is not None and line.at(noun.end, "ago"):
        return
    if noun is None or (base is None and noun.entry.role != "per" and not wide):
        return
    if word is not None and base is None and word.entry.only == "number":
        return
    end, per = _more(line, noun)
    draft.kind, draft.per, draft.denominator = FigureKind.RATE, per, base.value if base else Decimal(1)
    draft.after = end
    draft.cite(word, noun)


def _any_word(line: Line, index: int) -> Hit | None:
    """Whatever a price is for: `50 triệu đồng/nhà`."""
    return Hit(index, index + 1, Entry("per", "word")) if line.word(index).isalpha() else None


def _later_base(line: Line, index: int) -> Hit | None:
    """`per` behind a noun of up to three words, with a number after it: `41.6 dengue cases per 100,000 people`."""
    for position in range(index, min(index + 4, line.size)):
        hit = line.at(position, "per_word")
        if hit is not None and not hit.entry.only and line.word(hit.end)[:1].isdecimal():
            return hit
        if not line.word(position).isalpha():
            return None
    return None


def _more(line: Line, noun: Hit) -> tuple[int, str]:
    """Further bases: `/người/năm`."""
    end = noun.end
    while again := _next_base(line, end):
        end = again.end
    return end, line.slice(noun.start, end).lower()


def compare(line: Line, draft: Draft, index: int) -> None:
    """Sets the comparator from the words before and after the figure; the one nearest to the number decides."""
    start = draft.start
    money = line.before(start, "money")
    if money is not None and draft.kind is FigureKind.MONEY:
        start = money.start
    found = line.before(start, "before")
    if found is None and (link := line.before(start, "from")):
        found = line.before(link.start, "before")
    if found is not None and found.entry.only in ("date", "past"):
        found = None
    after = (
        None if draft.denominator else line.at(draft.after, "after") or line.at(index, "after") or _later(line, index)
    )
    chosen = after if after is not None and (found is None or found.entry.value == "~") else found
    if chosen is not None:
        draft.comparator = Comparator(chosen.entry.value)
        draft.cite(found, after)


def _later(line: Line, index: int) -> Hit | None:
    """A comparator after the counted noun: `6.6 ملین انتظامی ریکارڈ سے زیادہ`, `13 xã trở lên`."""
    for position in range(index, min(index + 4, line.size)):
        word = line.word(position)
        if not word.isalpha() or line.at(position, "to", "link", "and"):
            return line.at(position, "after")
        if hit := line.at(position, "after"):
            return hit if hit.entry.only != "near" else None
    return None


def vulgar(line: Line, found: Number) -> list[Draft]:
    """A fraction in words is a percent: `ba phần tư`, `two thirds`, `تین چوتھائی`."""
    hyphen = line.word(found.end) == "-" and line.glued(found.end)
    part = line.at(found.end + 1 if hyphen else found.end, "part")
    if part is None or not found.spelled:
        return []
    if part.entry.value:
        whole, end = Decimal(part.entry.value), part.end
    else:
        below = line.at(part.end, "cardinal", "after_tens", "tens")
        if below is None or Decimal(below.entry.value) <= 1:
            return []
        whole, end = Decimal(below.entry.value), below.end
    if found.value >= whole:
        return []
    share = (found.value * 100 / whole).quantize(Decimal("0.0001")).normalize()
    value = share.quantize(Decimal(1)) if share == share.to_integral() else share
    draft = Draft(found.start, end, FigureKind.PERCENT, value, None, "%").cite(part)
    compare(line, draft, end)
    return [draft]


def rank(line: Line, found: Number) -> list[Draft]:
    """`xếp thứ 4/14`, `top 18`, `14ویں`, `5th of 34`."""
    end = found.end
    head = line.before(found.start, "rank", "nth")
    nth = line.at(end, "nth") if line.gap(end) in ("", " ") else None
    if nth is not None and line.at(nth.end, "name_after"):
        return []
    if line.word(end) == "/" and head is None and (whole := number(line, end + 1)) and line.at(whole.end, "nth"):
        found_draft = Draft(found.start, whole.end, FigureKind.RANK, found.value, precision=found.precision)
        found_draft.rank_of = whole.value
        return [found_draft.cite(line.at(whole.end, "nth"))]
    if nth is not None and nth.entry.only == "glued" and not line.glued(end):
        nth = None
    if (
        ((head is None or not _ranks(line, head, found)) and nth is None)
        or found.power
        or found.value != int(found.value)
    ):
        return []
    after = nth.end if nth else end
    inside = nth.end if nth and nth.entry.only != "outside" else end
    draft = Draft(found.start, inside, FigureKind.RANK, found.value, precision=found.precision, after=after)
    draft.cite(head, nth)
    of = line.word(after) == "/" or line.at(after, "out_of")
    if of:
        position = after + 1 if of is True else of.end
        whole = number(line, position)
        if whole is not None and whole.value >= found.value:
            draft.rank_of, draft.after = whole.value, whole.end
            draft.end = whole.end if of is True else draft.end
    if head is not None and head.entry.value:
        draft.comparator = Comparator(head.entry.value)
    return [draft]


def _ranks(line: Line, head: Hit, found: Number) -> bool:
    """`hạng` ranks only with a set (`hạng 5/63`); spelled numbers only after words that always rank."""
    only = head.entry.only
    if only == "digits" and line.before(head.start, "day_word") and found.value <= 7:
        return False
    if only == "of":
        return line.word(found.end) == "/" or line.at(found.end, "out_of") is not None
    return not (only == "digits" and found.spelled and line.before(head.start, "term") is None)


def ratio(line: Line, first: Number, unit: Unit) -> list[Draft]:
    """`485/1.132 nhiệm vụ` (two counts), `45.799/36.875 tỷ đồng` (two sums), `27/30 điểm` (a score of a maximum)."""
    link = line.at(first.end, "out_of")
    slash = line.word(first.end) == "/"
    if not slash and link is None:
        link = line.at(unit.after, "out_of") if unit.kind is FigureKind.COUNT and unit.hits else None
        if link is None:
            return []
    second = number(line, link.end if link else first.end + 1)
    if second is None or (second.spelled and not slash and not first.spelled):
        return []
    unit = unit_of(line, second)
    if _is_base(line, second, unit, link):
        return []
    if first.precision < 1 and second.value in (1, 5, 10, 100) and not unit.hits:
        unit = replace(unit, kind=FigureKind.SCORE, unit=None)
    scaled = _share_scale(first, second) if slash else first
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
    top = Draft(first.start, first.end, FigureKind.COUNT, first.value, None, unit.unit, precision=first.precision)
    top.denominator = second.value
    compare(line, top, top.end)
    bottom = figure(line, second, unit)
    bottom.comparator = Comparator.EQUAL
    return [top.cite(*first.hits, *unit.hits), bottom]


def _is_base(line: Line, second: Number, unit: Unit, link: Hit | None) -> bool:
    """`15/10.000 dân`: a round base, not a total."""
    if link is not None or unit.kind is not FigureKind.COUNT:
        return False
    return second.value in (1000, 10000, 100000, 1000000) and line.at(second.end, "per") is not None


def _share_scale(first: Number, second: Number) -> Number:
    """`45.799/36.875 tỷ`: the scale word after the second counts for both."""
    if first.power or not second.power:
        return first
    from extractor.read.numerals import shift

    return replace(first, value=shift(first.value, second.power), precision=shift(first.precision, second.power))


def _next_base(line: Line, index: int) -> Hit | None:
    word = line.at(index, "per_word")
    if line.word(index) == "/" or (word is not None and not word.entry.only):
        return line.at(word.end if word else index + 1, "per")
    return None


def spread(line: Line, first: Number, unit: Unit) -> list[Draft]:
    """A range is one figure: `10-12%`, `5 đến 7 tỷ đồng`, `VND5-7 billion`, `7 سے 9 ارب`."""
    index = max(first.end, unit.end)
    link = line.at(index, "to")
    dash = line.word(index) == "-" and line.word(index + 1)[:1].isdecimal()
    if line.before(min(unit.start, first.start), "between"):
        link, dash = line.at(index, "and"), False
    if link is None and not dash:
        return _in_a_row(line, first)
    start = link.end if link else index + 1
    if mark := line.at(start, "money"):
        start = mark.end
    second = number(line, start)
    if second is None or (link is not None and _moves(line, first, link)):
        return []
    last = unit_of(line, second)
    if unit.hits and unit.kind is not last.kind and not _open(unit, last, first):
        return []
    if link is not None and not unit.hits and not last.hits and line.word(first.start - 1) == "(":
        return [_place(one) for one in (first, second)]
    if unit.kind is FigureKind.COUNT and unit.hits and unit.after != index:
        return []
    low = _share_scale(first, second)
    if low.value >= second.value or (dash and not _one_range(line, index, second)):
        return []
    chosen = last if last.hits else unit
    draft = Draft(
        min(unit.start, first.start), max(second.end, last.end), chosen.kind, low.value, second.value, chosen.unit
    )
    draft.precision = second.precision
    draft.cite(*first.hits, *second.hits, link, *chosen.hits)
    draft.after = draft.end
    _rate(line, draft, last.after)
    compare(line, draft, last.after)
    return [draft]


def _in_a_row(line: Line, first: Number) -> list[Draft]:
    """Two numbers in words side by side are a range: `دو تین سال`, `hai ba người`."""
    second = number(line, first.end) if first.spelled and not first.power and len(first.hits) == 1 else None
    if second is None or not second.spelled or not first.value < second.value < 100 or len(second.hits) != 1:
        return []
    unit = unit_of(line, second)
    draft = Draft(first.start, max(second.end, unit.end), unit.kind, first.value, second.value, unit.unit)
    draft.precision = second.precision
    return [draft.cite(*first.hits, *second.hits, *unit.hits)]


def _open(unit: Unit, last: Unit, first: Number) -> bool:
    """Whether the first unit may count for both: `VND14-15 trillion`; or the second for both: `5 xã - 7 xã`."""
    if unit.kind is FigureKind.COUNT:
        return True
    return unit.kind is FigureKind.MONEY and unit.start < first.start and not last.hits


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
    if start is None:
        return False
    return any(line.before(position, "move") for position in range(start.start, max(start.start - 4, 0), -1))
