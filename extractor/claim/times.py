"""The times a sentence names: what a date or a period is there for, and which of them only compare or date a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claim.clock import Period
from extractor.claim.rulebook import habits
from extractor.claim.scene import Unit
from extractor.days import first_day, last_day
from extractor.records import Figure, FigureKind, Term

ROLE_REACH = 22
DOCUMENT_REACH = 40
BASE_REACH = 10
COMPARED_REACH = 60
BESIDE = 5
YEAR = 4
REACHED = ("as_of", "until", "end_of")
ENDS = ("end_of", "this_year_end")
AFTER = "after"
# Prepositions that stand right before their dates.
CLOSE = ("since", "until", "deadline", AFTER)
WORDS = re.compile(r"[^\W\d_]{2,}")
PLANS = ("plan", "estimate_plan")
BASES = ("same_period", "previous_month", "previous_quarter", "year_end", "compared", "more_behind", "less_behind")
RUNNING = ("to_date", "cumulated", "year_start", "whole_year")
# Years that are named by their distance from that of publication.
YEARS = {"whole_year": 0, "last_year": -1, "next_year": 1}


def times(unit: Unit, text: str, published: str | None) -> list[Period]:
    """The periods that the sentence tells figures for, in its order; those it only compares with are left out."""
    found, words = [], unit.of("time")
    for figure in unit.others:
        if figure.kind in (FigureKind.DATE, FigureKind.PERIOD) and not only_compared(figure, unit, text):
            one = dated(figure, role(figure, words, unit, text), figure.start, published)
            if one:
                found.append(_from_new_year(one, unit))
    if published:
        found += _years(unit, text, int(published[:4]))
        found.sort(key=lambda one: one.position)
    return found or ([now] if published and (now := _now(unit, published)) else [])


def _from_new_year(one: Period, unit: Unit) -> Period:
    """What is told as of a day behind `từ đầu năm` began on 1 January."""
    begun = any(0 <= one.position - word.end < ROLE_REACH for word in unit.of("time", "year_start"))
    if not begun or one.kind != "stock" or one.end is None:
        return one
    return Period(f"{one.end[:YEAR]}-01-01", one.end, "flow", one.basis, one.position)


def _years(unit: Unit, text: str, year: int) -> list[Period]:
    """Years that are named by their distance from this one, and the end of this one."""
    starts = [figure.start for figure in unit.others]
    found = []
    for word in unit.of("time", *YEARS, "this_year_end"):
        if (
            _inside(word, unit)
            or _measured_by(word.end, unit, text)
            or any(0 < start - word.end < BESIDE for start in starts)
        ):
            continue
        if word.id == "this_year_end":
            found.append(Period(None, f"{year}-12-31", "stock", "sentence", word.start))
        else:
            named = year + YEARS[word.id]
            found.append(Period(f"{named}-01-01", f"{named}-12-31", "flow", "sentence", word.start))
    return found


def _inside(word: Term, unit: Unit) -> bool:
    """Whether the word is part of a period (9 tháng đầu năm nay), of a comparison, or stands right behind its verb."""
    if any(other.start <= word.start <= other.end + 1 for other in unit.others):
        return True
    near = [term for term in unit.of("statement") if term.start < word.start or term.end > word.end]
    return any(term.start <= word.start <= term.end + 1 for term in near)


def _now(unit: Unit, published: str) -> Period | None:
    if words := unit.of("time", "year_start"):
        return Period(f"{published[:YEAR]}-01-01", published, "flow", "sentence", words[0].start)
    if words := unit.of("time", "to_date"):
        return Period(None, published, "stock", "sentence", words[0].start)
    return None


def runs(unit: Unit) -> bool:
    """Whether the sentence tells of a time that runs on: since the year began, since a day, all year."""
    words = unit.of("time", "since")
    return bool(unit.of("time", *RUNNING)) or any(opens_date(word, unit) for word in words)


def opens_date(word: Term, unit: Unit) -> bool:
    """Whether a preposition stands beside a date: `từ` and `سے` open and close many another word."""
    if habits(unit.language).time_side == "after":
        return any(0 <= word.start - one.end < BESIDE for one in unit.others)
    return any(0 <= one.start - word.end < BESIDE for one in unit.others)


def only_compared(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the date is what a number is compared with (the same period of 2024), or a document's."""
    dates = [(word.start, word.end) for word in unit.of("time", *REACHED, *ENDS)]
    for word in unit.of("statement", *BASES, "than"):
        side = (
            (figure.end, word.start)
            if word.start >= figure.end and habits(unit.language).time_side == "after"
            else (word.end, figure.start)
        )
        beside = 0 <= side[1] - side[0] < BASE_REACH and not any(sign in text[side[0] : side[1]] for sign in ",;،؛")
        inside = word.start <= figure.start < word.end
        if beside or (inside and not any(start < word.start < end for start, end in dates)):
            return True
    if _measured_by(figure.end, unit, text) or _of_plan(figure, unit, text) or _of_document(figure, unit, text):
        return True
    return _of_paper(figure, unit, text) or _of_name(figure, unit, text)


def _measured_by(end: int, unit: Unit, text: str) -> bool:
    """Whether what is compared with begins with a date that ends there: `2021 کی فصل کے مقابلے میں`."""
    using = habits(unit.language)
    word = next((one for one in unit.of("statement", "compared") if one.start >= end), None)
    if using.time_side != "after" or word is None or word.start - end > COMPARED_REACH:
        return False
    gap = text[end : word.start]
    named = any(end <= one.start < word.start for one in (*unit.figures, *unit.others))
    return not named and not any(sign in gap for sign in ",;:،؛()") and using.placing.isdisjoint(gap.split())


def _of_plan(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the year is that of a plan that a share beside it is of: `51% kế hoạch năm 2025`."""
    if len(str(figure.value)) != YEAR:
        return False
    shares = [other for other in unit.figures if other.kind is FigureKind.PERCENT]
    for word in unit.of("statement", *PLANS):
        start, end = min(word.start, figure.start), max(word.end, figure.end)
        between = text[min(word.end, figure.end) : max(word.start, figure.start)].lower().split()
        if habits(unit.language).function.issuperset(between) and any(
            max(start - one.end, one.start - end) < BASE_REACH + BESIDE for one in shares
        ):
            return True
    return False


def _of_document(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the date is that of a document: 52/2025/NQ-HĐND of 28 April 2025."""
    return any(
        other.kind is FigureKind.DOCUMENT
        and -DOCUMENT_REACH < figure.start - other.end < DOCUMENT_REACH
        and not any(sign in text[other.end : figure.start] for sign in ";.؛۔")
        for other in unit.others
    )


def _of_paper(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether it is when a paper came out: `published on May 9`, or between commas `, issued in May,`."""
    words = [word for word in unit.of("time", "issued") if 0 < figure.start - word.end < BASE_REACH]
    day = len(str(figure.value)) > len("2025-10")
    return any(day or text[: word.start].endswith(", ") for word in words)


def _of_name(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the years end a name: `chuẩn nghèo giai đoạn 2022-2025`, `Luật Đất đai 2024`, `the 2024 Land Law`."""
    several = figure.kind is FigureKind.PERIOD and str(figure.value)[:YEAR] != str(figure.value_max)[:YEAR]
    if not several and len(str(figure.value)) != YEAR:
        return False
    for word in unit.of("time", "standard" if several else "law"):
        before = word.end <= figure.start
        gap = text[word.end : figure.start] if before else text[figure.end : word.start]
        plain = any(sign in ",;:.،؛۔" or sign.isdigit() for sign in gap)
        if 0 < len(gap) < DOCUMENT_REACH and not plain and (several or before or gap.istitle() or gap == " "):
            return True
    return False


def role(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> str:
    """The word that says what a date is: as_of, until, deadline, since; the longest beside it, no quantity between."""
    words = [w for w in words if not any(w.end <= one.start < figure.start for one in unit.figures)]
    if habits(unit.language).time_side == "after":
        near = [w for w in words if 0 <= w.start - figure.end < 6 or 0 <= figure.start - w.end < 4]
    else:
        near = [w for w in words if 0 <= figure.start - w.end < ROLE_REACH and "," not in text[w.end : figure.start]]
    now = max((w.start for w in words if w.id == "to_date" and w.end <= figure.start), default=-1)
    near = [w for w in near if w.id not in ("since", "year_start") or w.start > now]
    near = [w for w in near if w.id not in CLOSE or _only_heads(text[w.end : figure.start], unit)]
    if any(w.id == "to_date" for w in words) and any(w.id in ("since", "year_start") for w in near):
        return "since"
    near = [w for w in near if w.id not in ("to_date", "year_start", *YEARS)]
    return max(near, key=lambda w: w.end - w.start, default=Term(0, 0, "", "")).id


def _only_heads(gap: str, unit: Unit) -> bool:
    """Whether nothing but words such as day, month and end stands between a preposition and its date."""
    if any(sign in gap for sign in ",;()،؛"):
        return False
    return habits(unit.language).function.issuperset(word.lower() for word in WORDS.findall(gap))


def dated(figure: Figure, named: str, position: int, published: str | None = None) -> Period | None:
    """The period of a date in its role; None where it has no value or only cuts off."""
    if not isinstance(figure.value, str):
        return None
    if figure.kind is FigureKind.PERIOD:
        return _span(figure, named, position)
    if named == AFTER:
        return None
    if named == "since":
        return Period(figure.value, published, "flow", "sentence", position)
    if named == "deadline":
        return Period(None, first_day(figure.value), "deadline", "sentence", position)
    if named == "until" and published and figure.value > published:
        return Period(None, last_day(figure.value), "deadline", "sentence", position)
    if named == "as_of" and published and published.startswith(figure.value):
        return Period(None, published, "stock", "sentence", position)
    if named in (*REACHED, *ENDS):
        return Period(None, last_day(figure.value), "stock", "sentence", position, firm=True)
    if len(figure.value) < 10:
        return Period(first_day(figure.value), last_day(figure.value), "flow", "sentence", position)
    return Period(None, figure.value, "stock", "sentence", position)


def _span(figure: Figure, named: str, position: int) -> Period:
    """A span of days; one that the year does not begin with says up to when where a word makes it: hết quý III."""
    start, end = str(figure.value), figure.value_max if isinstance(figure.value_max, str) else None
    if named in ("as_of", "end_of") and end and not start.endswith("-01-01"):
        return Period(None, end, "stock", "sentence", position)
    return Period(start, end, "flow", "sentence", position)
