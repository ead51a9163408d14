"""A number with its unit as a figure: rates, comparators, fractions, ranks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.read.draft import Draft
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.number import Number
from extractor.read.numerals import number
from extractor.read.rates import rate
from extractor.read.units import Unit
from extractor.records import Comparator, FigureKind

# So far behind an amount stands one that leaves out its unit, and so many words lead to it behind a comma.
ELIDED_REACH, MOVED_BY = 6, 3
# Behind them stands no word of the amount before.
PARTING = frozenset({"to", "link", "and"})


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
    _half_more(line, draft, found)
    _below_zero(line, draft, found)
    rate(line, draft, unit.after)
    compare(line, draft, unit.after)
    return draft


def _half_more(line: Line, draft: Draft, found: Number) -> None:
    """`một năm rưỡi`: half of the unit more."""
    half = line.at(draft.end, "half_more") if draft.kind is FigureKind.DURATION else None
    if half is not None and not half.entry.only:
        draft.value, draft.precision = found.value + Decimal("0.5"), Decimal("0.1")
        draft.end = draft.after = half.end
        draft.cite(half)


def _below_zero(line: Line, draft: Draft, found: Number) -> None:
    """A minus before a percentage: `là -2,5%`, `(-2,5%)`; no dash of a list or a range."""
    dash, before = draft.start - 1, line.word(draft.start - 2)
    if draft.kind is not FigureKind.PERCENT or line.word(dash) != "-" or not line.glued(draft.start):
        return
    if before in (":", "(", "=") or (before.isalpha() and not line.glued(dash)):
        draft.start, draft.value = dash, -found.value


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
    after = line.at(draft.after, "after") if draft.kind is FigureKind.RATE or not draft.denominator else None
    if after is None and not draft.denominator:
        after = line.at(index, "after") or _later(line, index)
    if found is not None and found.entry.only == "by" and _differs(line, draft, index):
        draft.cite(found)
        return
    if after is not None and after.entry.only == "near" and draft.value_max is not None:
        after = None
    bound = after is not None and (found is None or (found.entry.value == "~" and after.entry.value != "="))
    chosen = after if bound else found
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
    if "after" not in line.roles:
        return None
    for position in range(index, min(index + 4, line.size)):
        hits = line.hits(position)
        if not line.word(position).isalpha() or not PARTING.isdisjoint(hits):
            return line.at(position, "after")
        if "after" in hits and (hit := line.at(position, "after")):
            return hit if hit.entry.only != "near" else None
    return None


def elided(line: Line, found: Sequence[Draft], draft: Draft) -> None:
    """Gives an amount the unit named before it: `VND54 million, up 24 million`, `6 million tonnes and 3 million`."""
    if not found or not line.grammar.style.plurals or draft.kind is not FigureKind.COUNT or draft.unit is not None:
        return
    last, scaled = found[-1], line.before(draft.end, "scale")
    amount = last.kind in (FigureKind.MONEY, FigureKind.MEASURE) and isinstance(last.value, Decimal)
    if scaled is None or not amount or draft.start - last.after > ELIDED_REACH or draft.start <= last.after:
        return
    words = [line.word(index) for index in range(last.after, draft.start)]
    words = words[1:] if words[1:2] == [","] else words  # `VND42 million annually, up 14 million`
    moved = words[0] == "," and len(words) <= MOVED_BY
    listed = line.at(draft.start - 1, "and") is not None and all(word.isalpha() for word in words)
    follows = line.word(draft.end)
    if moved or (listed and (follows in line.grammar.common or not follows[:1].isalpha())):
        draft.kind, draft.unit = last.kind, last.unit


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


def rank_head(line: Line, start: int, *others: str) -> Hit | None:
    """The word of a rank, or one of the other roles, right before a place; what only ends a clause behind one is none:
    `نمبر 4 پر، 5 پل`, `خاص طور پر، 5 پل`."""
    head = line.before(start, "rank", "nth", *others)
    return None if head is not None and head.entry.only == "numbered" else head


def rank(line: Line, found: Number) -> list[Draft]:
    """`xếp thứ 4/14`, `top 18`, `14ویں`, `5th of 34`."""
    end = found.end
    head = rank_head(line, found.start)
    nth = line.at(end, "nth") if line.gap(end) in ("", " ") else None
    if nth is not None and line.at(nth.end, "name_after"):
        return []
    if line.word(end) == "/" and head is None and (whole := number(line, end + 1)) and line.at(whole.end, "nth"):
        found_draft = Draft(found.start, whole.end, FigureKind.RANK, found.value, precision=found.precision)
        found_draft.rank_of = whole.value
        return [found_draft.cite(line.at(whole.end, "nth"))]
    if nth is not None and (nth.entry.only == "of" or (nth.entry.only == "glued" and not line.glued(end))):
        nth = None  # a set that only a number of it is ranked in
    if nth is not None and nth.entry.only == "numbered" and (head is None or head.entry.only != "of"):
        nth = None  # `نمبر 4 پر ہے`
    if (
        ((head is None or not _ranks(line, head, found)) and nth is None)
        or found.power
        or found.value != int(found.value)
    ):
        return []
    after = nth.end if nth else end
    inside = nth.end if nth and nth.entry.only not in ("outside", "numbered") else end
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
    if only == "ordinal":
        return False
    if only == "digits" and line.before(head.start, "day_word") and found.value <= 7:
        return False
    if only == "of":
        return line.word(found.end) == "/" or line.at(found.end, "out_of") is not None
    return not (only == "digits" and found.spelled and line.before(head.start, "term", "noun") is None)
