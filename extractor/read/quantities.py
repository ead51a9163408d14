"""Quantities around a number: percent, money, measures, rates, scores, ranks, ratios, ranges, counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.read.draft import Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Entry, Hit
from extractor.read.numerals import Number, number
from extractor.records import Comparator, FigureKind

UNIT_WORDS = 3
ROUND_BASES = frozenset({1000, 10000, 100000, 1000000})


@dataclass(frozen=True, slots=True)
class Unit:
    """What follows (or, for money, comes before) a number: its kind, its unit, and which words belong to it."""

    kind: FigureKind
    unit: str | None
    start: int
    end: int
    after: int
    hits: tuple[Hit, ...] = ()


def unit_of(line: Line, found: Number) -> Unit:
    """The unit of a number by what stands right after and right before it."""
    end = found.end
    money = line.before(found.start, "money")
    if money is not None and money.start >= line.taken and _side(line, money, "before"):
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
    if currency := _currency(line, found):
        return _money(found, currency, found.start, found.end)
    word = line.raw(found.end)
    named = word.isalpha() and line.gap(found.end) in ("", " ") and line.word(found.end) not in line.grammar.common
    unit_word = word.lower() if named and not line.hits(found.end) else None
    if unit_word and line.grammar.style.adjectives and (head := _head_noun(line, found.end + 1)):
        unit_word = head
    kind = FigureKind.SCORE if 0 < found.value < 1 and not unit_word else FigureKind.COUNT
    return Unit(kind, unit_word, found.start, found.end, found.end)


def _head_noun(line: Line, index: int) -> str | None:
    """The counted noun behind one or two adjectives: `28 new projects`, `12 new industrial parks`."""
    for position in range(index, min(index + 2, line.size)):
        if noun := line.at(position, "noun"):
            return line.slice(noun.start, noun.end).lower()
        if not line.word(position).isalpha() or line.hits(position):
            return None
    return None


def _currency(line: Line, found: Number) -> Hit | None:
    """What makes a number without a currency money: `80.000 tỷ`, `trị giá 200 triệu`, where nothing is counted."""
    if not found.power or line.at(found.end, "per", "against"):
        return None
    start = found.start
    if mark := line.before(start, "before"):
        start = mark.start
    head = line.before(start, "money_head") if found.power >= 6 else None
    return head or line.before(found.end, "money_scale")


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
    rate(line, draft, unit.after)
    compare(line, draft, unit.after)
    return draft


def rate(line: Line, draft: Draft, index: int) -> None:
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
    if noun is None and base is not None and word is not None and not word.entry.only and base.value in ROUND_BASES:
        draft.kind, draft.denominator, draft.after = FigureKind.RATE, base.value, base.end
        draft.cite(word)
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
    if found is not None and found.entry.only == "by" and _differs(line, draft, index):
        draft.cite(found)
        return
    chosen = after if after is not None and (found is None or found.entry.value == "~") else found
    if chosen is not None:
        draft.comparator = Comparator(chosen.entry.value)
        draft.cite(found, after)


def _differs(line: Line, draft: Draft, index: int) -> bool:
    """Whether a figure is a difference: in points, or what it is measured against follows (`vượt 9% dự toán`)."""
    if draft.kind is FigureKind.PERCENT and draft.unit != "%":
        return True
    return any(line.at(position, "against") for position in range(index, min(index + 3, line.size)))


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
    draft = Draft(found.start, end, FigureKind.PERCENT, percent_of(found.value, whole), None, "%").cite(part)
    compare(line, draft, end)
    return [draft]


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """The share in percent, to four places."""
    share = (part * 100 / whole).quantize(Decimal("0.0001")).normalize()
    return share.quantize(Decimal(1)) if share == share.to_integral() else share


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


def _next_base(line: Line, index: int) -> Hit | None:
    word = line.at(index, "per_word")
    if line.word(index) == "/" or (word is not None and not word.entry.only):
        return line.at(word.end if word else index + 1, "per")
    return None
