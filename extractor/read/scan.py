"""Walks over the words once and asks the readers of shapes at every number: traps, documents, dates, quantities."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from extractor.read import clock as clocks
from extractor.read import dates, day_spans, documents, pairs, periods, quantities, rates, traps, year_spans
from extractor.read.documents import Lists
from extractor.read.draft import Context, Draft, Refusal
from extractor.read.grammar import STARTS, Line
from extractor.read.lexicon import Hit
from extractor.read.numerals import number
from extractor.read.parts import NTH, bare_year
from extractor.records import Comparator, FigureKind

Shape = Callable[[Context, int], Draft | None]
SHAPES: tuple[tuple[frozenset[str], Shape], ...] = (
    (frozenset({"span_word", "school_year"}), year_spans.headed_years),
    (frozenset({"quarter", "quarter_word"}), periods.quarter),
    (frozenset({"half_year"}), day_spans.half_month),
    (frozenset({"half_month"}), day_spans.half_before),
    (frozenset({"half_year"}), periods.half_year),
    (frozenset({"month_word"}), periods.month_span),
    (frozenset({"first_months", "last_months", "cardinal", "tens"}), periods.first_months),
    (frozenset({"cardinal", "quarter_more"}), clocks.spoken_clock),
    (frozenset({"relative"}), periods.year_then_part),
    (frozenset({"month", "month_word", "first_day", "cardinal"}), dates.date),
)
BEHIND: tuple[tuple[frozenset[str], Shape], ...] = (
    (frozenset({"quarter_word", "month_word", "time"}), periods.first_months),
    (frozenset({"month", "month_word", "of_year"}), dates.date),
    (frozenset({"hour", "half_day"}), clocks.clock),
)


def scan(context: Context, lists: Lists) -> tuple[list[Draft], list[Refusal]]:
    """Every figure of the line in order, and the numbers that were refused with the reason."""
    line = context.line
    found: list[Draft] = []
    refused: list[Refusal] = []
    base: Refusal | None = None
    index = 0
    for place in candidates(line):
        if place < index:
            continue
        index = place
        drafts, refusal = _at(context, index, lists)
        if refusal is not None:
            refused.append(refusal)
            base = refusal if refusal.base is not None else base
            index = max(refusal.end, index + 1)
        elif drafts:
            rates.told_for(line, drafts[0], base)
            rates.share_base(line, found, drafts[0])
            quantities.elided(line, found, drafts[0])
            base = None
            found += drafts
            index = max(index + 1, *(draft.after for draft in drafts))
            line.taken = max(draft.end for draft in drafts)
            _remember(line, drafts[-1])
    return found, refused


def _remember(line: Line, last: Draft) -> None:
    """Where the last date and the last month without a day ended: a list may go on there."""
    if last.kind is FigureKind.TIME:
        line.clocked = last.end
    if last.kind is FigureKind.DATE:
        line.dated = last.end
        month = isinstance(last.value, str) and len(last.value) == 7 and bare_year(line, last.end - 1) is None
        line.months = last.end if month else line.months


def candidates(line: Line) -> list[int]:
    """The words where a figure may start: digits, and phrases that start one without a digit."""
    places = {start for start, _, _ in line.longer}
    if found := line.grammar.openers.intersection(line.words.words):
        places.update(index for index, word in enumerate(line.words.words) if word in found)
    return sorted({*line.words.digits, *(index for index in places if not STARTS.isdisjoint(line.hits(index)))})


def _at(context: Context, index: int, lists: Lists) -> tuple[list[Draft], Refusal | None]:
    line = context.line
    is_digit = line.text[index][0].isdecimal()
    if is_digit and (found := documents.document(context, index, lists)):
        return [found], None
    if refusal := traps.refuse(line, index) or rates.base_before(line, index):
        return [], refusal
    if not is_digit and traps.article(line, index):
        return [], None
    if found := temporal(context, index):
        return [found], None
    if is_digit:
        if match := pairs.result(line, index):
            return [match], None
        if refusal := traps.refuse_number(line, index):
            return [], refusal
        if year := periods.year(context, index):
            deadline(context, year)
            return [year], None
        return pairs.quantity(context, index), None
    return in_words(context, index), None


def temporal(context: Context, index: int) -> Draft | None:
    """A date, period or clock time, with the comparator of a deadline."""
    by = _by_digit if context.line.text[index][0].isdecimal() else _by_word
    found = by(context, index)
    if found is not None and found.kind is FigureKind.DATE:
        deadline(context, found)
    return found


def _by_digit(context: Context, index: int) -> Draft | None:
    """The shapes that may start with this digit group, told by its length and the word after it."""
    line = context.line
    word = line.text[index]
    if line.at(index, "quarter"):
        return periods.quarter(context, index)
    if "." in word or "," in word:
        found = dates.numeric_day(context, index) if len(word) <= 10 else None
        return found or (clocks.clock(context, index) if len(word) <= 5 else None)
    if len(word) == 4:
        return _by_year(context, index)
    return _by_day(context, index) if len(word) <= 2 else None


def _by_year(context: Context, index: int) -> Draft | None:
    if context.line.word(index + 1) == "-" and (found := dates.numeric_day(context, index)):
        return found
    return year_spans.year_span(context, index) or periods.year_then_part(context, index)


def _by_day(context: Context, index: int) -> Draft | None:
    line = context.line
    if found := dates.lunar(line, index):
        return found
    if line.months and (found := dates.month_more(context, index)):
        return found
    following = line.word(index + 1)
    shapes: list[Shape] = [day_spans.day_list] if line.at(index + 1, "and") or following in (",", "،") else []
    if following == "-" or line.at(index + 1, "to"):
        shapes += [day_spans.day_span, year_spans.fiscal]
    if following in ("/", "-", "."):
        shapes += [day_spans.numeric_span, dates.numeric_day]
    hits = line.hits(index + 1)
    if following == ":" or hits:
        # Where it is no phrase itself, only the word behind a number makes it a time.
        plain = following.isalpha() and following not in NTH and not line.hits(index)
        shapes += [shape for roles, shape in BEHIND if not (plain and roles.isdisjoint(hits))]
    elif following in NTH:
        shapes.append(dates.date)
    return next((found for shape in shapes if (found := shape(context, index))), None)


def _by_word(context: Context, index: int) -> Draft | None:
    hits = context.line.hits(index)
    for roles, shape in SHAPES:
        if not roles.isdisjoint(hits) and (found := shape(context, index)):
            return found
    return None


def deadline(context: Context, found: Draft) -> None:
    """Sets the comparator of a date: `trước ngày`, `đến năm`, `by`, `تک`."""
    line = context.line
    start = found.start
    before = line.before(start, "before")
    while before is None and (link := line.before(start, "day_word", "year_word")):
        start = link.start
        before = line.before(start, "before")
    hit = before or line.at(found.end, "after")
    if hit is not None:
        found.comparator = Comparator(hit.entry.value)
        found.cite(hit)


def in_words(context: Context, index: int) -> list[Draft]:
    """Figures without digits: numbers spelled out, fractions, vague numbers, ordinals."""
    line = context.line
    hit = line.at(index, "fraction", "cardinal")
    if hit and hit.entry.role == "fraction" and (not hit.entry.only or line.before(index, "before")):
        draft = Draft(index, hit.end, FigureKind.PERCENT, Decimal(hit.entry.value), None, "%").cite(hit)
        quantities.compare(line, draft, hit.end)
        return [draft]
    if hit := line.at(index, "multiple"):
        return multiple(line, hit)
    if hit := line.at(index, "vague"):
        return [vague(line, hit)]
    if line.at(index, "ordinal") and (ranked := ordinal(line, index)):
        return [ranked]
    if line.at(index, "nth"):
        return [counted] if (counted := roman(line, index)) else []
    found = pairs.quantity(context, index)
    return found if found and traps.spelled_stands(line, index, found[0]) else []


def multiple(line: Line, hit: Hit) -> list[Draft]:
    """`gấp đôi`, `twice`, `دوگنا`: so many times; `once` only as a bound."""
    draft = Draft(hit.start, hit.end, FigureKind.COUNT, Decimal(hit.entry.value), precision=Decimal(1)).cite(hit)
    quantities.compare(line, draft, hit.end)
    return [] if hit.entry.only == "bound" and draft.comparator is Comparator.EQUAL else [draft]


def vague(line: Line, hit: Hit) -> Draft:
    """`hàng chục nghìn`: a count without a value."""
    end = hit.end
    hits = [hit]
    while scale := line.at(end, "scale"):
        end = scale.end
        hits.append(scale)
    draft = Draft(hit.start, end, FigureKind.COUNT, None, comparator=Comparator.ABOUT).cite(*hits)
    if money := line.at(end, "money"):
        draft.kind, draft.unit, draft.end, draft.after = FigureKind.MONEY, money.entry.value, money.end, money.end
    elif noun := line.at(end, "noun", "measure"):
        draft.unit = line.slice(noun.start, noun.end).lower()
        draft.kind = FigureKind.COUNT if noun.entry.role == "noun" else FigureKind.MEASURE
    return draft


def ordinal(line: Line, index: int) -> Draft | None:
    """`پہلی صوبائی پارٹی کانگریس`, `ranked third`: an ordinal where something is ranked or numbered."""
    hit = line.at(index, "ordinal")
    if hit is None:
        return None
    head = quantities.rank_head(line, index, "whole_of")
    if head is not None and traps.firstly(line, head, hit.end):
        return None
    # `xếp thứ tư` ranks whatever stands before it, a bare `thứ tư` is a day of the week.
    ranks = head is not None and (not head.entry.only or line.before(head.start, "term", "noun"))
    if hit.entry.only == "weekday" and not ranks:
        return None
    term = line.at(hit.end, "out_of")
    whole = number(line, term.end) if term else None
    sure = head is not None or (term is not None and term.entry.only == "all")
    if term is not None and whole is not None and (sure or not whole.spelled):
        ranked = Draft(index, whole.end, FigureKind.RANK, Decimal(hit.entry.value), precision=Decimal(1))
        ranked.rank_of = whole.value
        return ranked.cite(hit, head, term)
    term = None
    for position in range(hit.end, min(hit.end + 6, line.size)):
        # `پہلے، دوسرے اور تیسرے نمبر پر`
        if not (line.word(position)[:1].isalpha() or line.at(position + 1, "ordinal")):
            break
        term = line.at(position, "term")
        if term is not None and (term.entry.only != "next" or position in (hit.end, hit.end + 1)):
            break
        term = None
    # `the top position` is the first one, the top of a ranking is none.
    if (head is None and term is None) or (hit.entry.only == "place" and (term is None or term.entry.only != "next")):
        return None
    return Draft(index, hit.end, FigureKind.RANK, Decimal(hit.entry.value), precision=Decimal(1)).cite(hit, head, term)


NUMERALS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
LONGEST_NUMERAL = len("CCCLXXXVIII")


def roman(line: Line, index: int) -> Draft | None:
    """`lần thứ XXI`: Roman numerals after a word for the n-th time."""
    hit = line.at(index, "nth")
    if hit is None:
        return None
    word = line.raw(hit.end)
    if len(word) > LONGEST_NUMERAL or not word.isupper() or set(word.lower()) - set(NUMERALS):
        return None
    values = [NUMERALS[char] for char in word.lower()]
    total = sum(-one if any(one < later for later in values[place + 1 :]) else one for place, one in enumerate(values))
    return Draft(hit.end, hit.end + 1, FigureKind.RANK, Decimal(total), precision=Decimal(1)).cite(hit)
