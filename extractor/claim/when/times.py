"""The times a sentence names: what a date or a period is there for, and which of them only compare or date a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.done.verbs import present, told_past
from extractor.claim.habits import habits
from extractor.claim.scene import PLANS, WISHES, Unit, once
from extractor.claim.when.cited import BESIDE, RECORD, STARTS, clock_start, only_compared
from extractor.claim.when.clock import MONTH, YEAR, Period, ahead, occasion
from extractor.claim.when.datelines import dateline_end
from extractor.claim.when.distance import (
    Page,
    from_until,
    joined,
    months_named,
    undated_now,
    years_counted,
    years_named,
)
from extractor.claim.when.occasions import OCCASION, names_which, some_days
from extractor.claim.when.started import of_start
from extractor.claim.when.terms import terms_named
from extractor.days import first_day, last_day, middle, months, year_before
from extractor.records import Figure, FigureKind, Term

ROLE_REACH, EXPLAINED = 22, 30
REACHED = ("as_of", "until", "end_of")
ENDS = ("end_of", "this_year_end")
AFTER, MIDDLE = "after", "middle"
DAYS = {MIDDLE: middle}
CROP = "crop"
# Of when a page was put up.
STAMP = "stamp"
# Of weeks and the like that no number tells.
PIECE = "piece"
# So many words at most stand before a time that opens its sentence.
OPENING = 2
# Behind them another clause begins.
OPENERS = (";", "؛", ",", "،")
# Prepositions that stand right before their dates.
CLOSE = (*STARTS, "until", "deadline", AFTER)
ROLES = frozenset((*REACHED, *ENDS, *CLOSE, MIDDLE))
# So many months before their end a span may be told as estimated; longer before, it is one of the last year.
ESTIMATED = 2
YEARED = re.compile(r"\d{4}")
WORDS = re.compile(r"[^\W\d_]{2,}")
LETTERS = re.compile(r"[^\W\d_]+")
RUNNING = ("to_date", "cumulated", "year_start", "whole_year", "this_year", "since", "recent")


def times(unit: Unit, text: str, page: Page) -> list[Period]:
    """The periods that the sentence tells figures for, in its order; those it only compares with are left out."""
    found, words = [], unit.of("time")
    if (not words and not unit.others) or (not unit.figures and unit.of("time", STAMP)):
        return years_counted(unit, text, page)
    written = dateline_end(unit, text)
    for figure in unit.others:
        if figure.start < written or figure.kind not in (FigureKind.DATE, FigureKind.PERIOD):
            continue
        if not (only_compared(figure, unit, text) or of_start(figure, unit, text, page.published)):
            date = _over(figure, unit, text, page.published)
            one = dated(date, role(date, words, unit, text), date.start, page.published)
            found += [_from_new_year(one, unit, text)] if one else []
    named = [*found, *years_named(unit, text, page), *months_named(unit, text, page.published)]
    named += terms_named(unit, page.terms) or years_counted(unit, text, page)
    now = _now(unit, page.published) if page.published else None
    if not named:
        return [now] if now else []
    found = from_until(sorted(named, key=lambda one: one.position), page.published)
    found = joined([one for one in found if not _of_piece(one, unit, page.published)], unit, text)
    found = [one for one in found if not (_attributive(one, unit, text) or _of_crop(one, found, unit, text))] or found
    strong = [one for one in found if not _in_name(one, unit, text)] if len(found) > 1 else found
    found = strong if any(one.kind == "flow" and not one.whole_year for one in strong) else found
    if occasions := unit.of("time", OCCASION):
        found = [_of_occasion(one, occasions, unit, text, page.published) for one in found]
    found = _explained(found, unit, text) if len(found) > 1 else found
    if now is None and found and (today := undated_now(unit, found[-1])):
        return [*found, today]
    before = [one for one in found if one.position < now.position] if now is not None and now.kind == "stock" else []
    if now is not None and before and _begun(before[-1], now, unit, text):
        return [*before, now, *found[len(before) :]]
    if now is not None and now.kind == "stock" and found and found[0].years and now.position < found[0].position:
        return [now, *found]  # `Đến nay có 12 xã đạt, hoàn thành nhiệm vụ giai đoạn 2021-2025`
    return found or ([now] if now else [])


def _over(figure: Figure, unit: Unit, text: str, published: str | None) -> Figure:
    """A day to come without a year in a sentence of what is over is one of the year before: `By June 30 it had 9`; so
    are months that end long after that of publication."""
    last = figure.value_max or figure.value
    if not (published and isinstance(figure.value, str) and isinstance(last, str)) or YEARED.search(figure.surface):
        return figure
    ahead = figure.value[: len(published)] > published[: len(figure.value)]
    if len(published) >= MONTH <= len(last):
        # What no tense says to be over may be told some weeks in advance: `Đến 31/10 đạt 75%` on a page of 20 October.
        near = ESTIMATED if figure.value_max else int(not habits(unit.language).tenses)
        ahead = bool(ahead or figure.value_max) and months(last) - months(published) > near
    if not ahead or unit.of("status", *WISHES, "demand") or not (figure.value_max or _is_over(unit, text)):
        return figure
    if figure.value_max and present(unit, text):
        return figure  # `سال کے آخری 6 مہینوں میں … کا مطالبہ کرتا ہے`
    return replace(figure, value=year_before(figure.value), value_max=year_before(last) if figure.value_max else None)


def _is_over(unit: Unit, text: str) -> bool:
    """Whether a sentence says that it tells what was: by a verb in the past, else by a word of what was reached."""
    using = habits(unit.language)
    if using.tenses:
        return using.status_side == "before" and told_past(text, unit.start, unit.end, using)
    return bool(unit.of("status", "achieved") or unit.of("statement", "level"))


def _of_piece(one: Period, unit: Unit, published: str | None) -> bool:
    """Whether a time only says of which year or month some weeks or days are that no number tells: `in the final weeks
    of 2025`, and `đầu tháng 8` before that month is over."""
    going = one.is_month and published is not None and (one.end or "") > published
    pieces = unit.of("time", PIECE) if one.whole_year or going else ()
    return any(word.start < one.position <= word.end + 1 for word in pieces)


def _attributive(one: Period, unit: Unit, text: str) -> bool:
    """Whether a bare year stands between an article and a noun, which it only tells from others: `the 2025 budget`."""
    articles = habits(unit.language).articles
    if not articles or not one.whole_year or not text[one.position : one.position + YEAR].isdecimal():
        return False
    before = text[unit.start : one.position].lower().split()[-1:]
    after = text[one.position + YEAR : unit.end].split(maxsplit=1)
    noun = bool(after) and after[0].isalpha() and after[0].islower() and after[0] not in habits(unit.language).function
    return noun and not articles.isdisjoint(before) and text[one.position + YEAR : one.position + YEAR + 1] == " "


def _of_crop(one: Period, found: Sequence[Period], unit: Unit, text: str) -> bool:
    """Whether years only say which crop is meant, in a sentence that opens with a span of its own: `Trong quý I, huyện
    gieo vụ đông xuân 2022-2023`."""
    first = found[0]
    led = first.kind == "flow" and not first.years and len(text[unit.start : first.position].split()) <= OPENING
    return led and first is not one and any(0 < one.position - word.end <= 1 for word in unit.of("time", CROP))


def _in_name(one: Period, unit: Unit, text: str) -> bool:
    """Whether a bare year ends a name, beside another time: `In August, the Song Thu Marathon 2023 drew …`."""
    if not one.whole_year or not text[one.position : one.position + 1].isdecimal():
        return False
    before = text[unit.start : one.position]
    word = before.split()[-1] if before.endswith(" ") and before.strip() else ""
    return word.isalpha() and word[0].isupper() and len(before.split()) > 1


def _begun(last: Period, now: Period, unit: Unit, text: str) -> bool:
    """Whether years that are not over yet stand before a word of today, or a year that is over: `giai đoạn 2021-2030,
    đến nay`, `began in 2016 and is now`; of the year of publication with no figure between, which would be its own, or
    where today opens a clause of its own: `In 2025 it sowed 9 ha; so far 7 ha …`.

    So does a day to come: `95% vào cuối năm; hiện là 93%`.
    """
    if last.kind != "flow":
        return (last.end or "") > (now.end or "")
    if not (last.years or last.whole_year):
        return False
    if (last.end or "") < (now.end or ""):
        return last.whole_year
    wished = any(word.start < now.position for word in unit.of("status", *WISHES))
    opens = text[last.position : now.position].rstrip().endswith(OPENERS)
    return last.years or wished or opens or not any(last.position < one.start < now.position for one in unit.figures)


def _of_occasion(one: Period, occasions: Sequence[Term], unit: Unit, text: str, published: str | None) -> Period:
    """A year or day that names an occasion (`dịp lễ năm nay`, `2 ستمبر کی تعطیل`) does not say on which days."""
    if one.kind == "flow" and not one.whole_year:
        return one
    using = habits(unit.language)
    for word in occasions:
        gap, before = text[word.end : one.position], text[one.position : min(word.start, one.position + EXPLAINED)]
        named = gap.replace(" ", "").isalpha() or ("(" not in gap and using.joiners.issuperset(LETTERS.findall(gap)))
        owns = names_which(before, one, published)
        if using.time_side == "after" and one.position < word.start <= one.position + EXPLAINED:
            owns = before.endswith(tuple(f" {genitive} " for genitive in using.share_of))
            owns = owns and using.placing.isdisjoint(before.split())
        if owns or (0 < len(gap) < ROLE_REACH and (named or gap == " ")):
            return replace(one, kind="flow") if one.event else occasion((one.end or "")[:YEAR], published, one.position)
    return one


def _explained(found: Sequence[Period], unit: Unit, text: str) -> list[Period]:
    """An occasion's days may stand right behind it: `dịp lễ năm nay (30/8 - 2/9)`; or behind days that are its name."""
    told, occasion = list(found), bool(unit.of("time", OCCASION))
    for index in range(len(told) - 2, -1, -1):
        one, days = told[index : index + 2]
        shut = text.find(")", days.position, unit.end)
        boxed = not one.whole_year and "(" in text[one.position : days.position]
        # `55 from May 1 to 15 (from April 1 to 15: 70)`
        boxed = boxed and not any(days.position < figure.start < shut for figure in unit.figures)
        told_days = one.unknown or (boxed and (occasion or (some_days(one) and some_days(days))))
        if told_days and days.position - one.position < EXPLAINED:
            listed = days.unknown and (one.end or "") < (days.end or "")
            told[index + 1] = replace(days, start=one.start or one.end) if listed else days
            told[index] = replace(told[index + 1], position=one.position)
    return told


def _from_new_year(one: Period, unit: Unit, text: str) -> Period:
    """What is told as of a day or up to a month behind `từ đầu năm` or `lũy kế` began on 1 January."""
    words = unit.of("time", "year_start", "cumulated")
    begun = [word.end for word in words if 0 <= one.position - word.end < ROLE_REACH]
    if not begun or one.kind not in ("stock", "flow") or one.end is None or one.years:
        return one
    until = any(begun[-1] <= word.start < one.position for word in unit.of("time", *REACHED))
    if one.kind == "flow" and (not until or "," in text[begun[-1] : one.position]):
        return one
    return Period(f"{one.end[:YEAR]}-01-01", one.end, "flow", one.basis, one.position)


def _now(unit: Unit, published: str) -> Period | None:
    if words := unit.of("time", "year_start"):
        return Period(f"{published[:YEAR]}-01-01", published, "flow", "sentence", words[0].start)
    if words := unit.of("time", "to_date"):
        return Period(None, published, "stock", "sentence", words[0].start, firm=True)
    return None


@once
def runs(unit: Unit) -> bool:
    """Whether the sentence tells of a time that runs on, since a day or all year; no plan's, no record's."""
    spans = [(w.start, w.end + ROLE_REACH) for w in (*unit.of("statement", *PLANS), *unit.of("time", RECORD))]
    words = [one for one in unit.of("time", *RUNNING) if not any(start <= one.start < end for start, end in spans)]
    return bool(words) or any(opens_date(word, unit) for word in unit.of("time", "from"))


def opens_date(word: Term, unit: Unit) -> bool:
    """Whether a preposition stands beside a date: `từ` and `سے` open and close many another word."""
    if habits(unit.language).time_side == "after":
        return any(0 <= word.start - one.end < BESIDE for one in unit.others)
    return any(0 <= one.start - word.end < BESIDE for one in unit.others)


def role(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> str:
    """The word that says what a date is (as_of, until, since): the longest beside it or into it, no figure between."""
    start = clock_start(figure, unit)
    words = [w for w in words if not any(w.end <= one.start < start for one in (*unit.figures, *unit.others))]
    if habits(unit.language).time_side == "after":
        before = [w for w in words if 0 <= figure.start - w.end < 4 and w.id not in STARTS]
        near = [w for w in words if 0 <= w.start - figure.end < 6] or before
    else:
        near = [w for w in words if w.start < start < w.end + ROLE_REACH and "," not in text[w.end : start]]
    now = max((w.start for w in words if w.id == "to_date" and w.end <= figure.start), default=-1)
    near = [w for w in near if w.id not in (*STARTS, "year_start") or w.start > now]
    near = [w for w in near if w.id not in CLOSE or _only_heads(text[w.end : start], unit)]
    if any(w.id == "to_date" for w in words) and any(w.id in (*STARTS, "year_start") for w in near):
        return "since"
    near = [w for w in near if w.id in ROLES]
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
    if named in STARTS:
        begun = published is None or figure.value[: len(published)] <= published
        return Period(figure.value, published if begun else None, "flow", "sentence", position)
    if named == "deadline":
        return Period(None, first_day(figure.value), "deadline", "sentence", position)
    if named == "until" and ahead(figure.value, published):
        return Period(None, last_day(figure.value), "deadline", "sentence", position)
    month = named == "until" and len(figure.value) == MONTH
    if (named == "as_of" or month) and published and published.startswith(figure.value):
        return Period(None, published, "stock", "sentence", position)
    if named in (MIDDLE, *REACHED, *ENDS):
        return Period(None, DAYS.get(named, last_day)(figure.value), "stock", "sentence", position, firm=True)
    if len(figure.value) < 10:
        return Period(first_day(figure.value), last_day(figure.value), "flow", "sentence", position)
    return Period(None, figure.value, "stock", "sentence", position)


def _span(figure: Figure, named: str, position: int) -> Period:
    """A span of days; one that the year does not begin with says up to when where a word makes it: hết quý III."""
    start, end = str(figure.value), figure.value_max if isinstance(figure.value_max, str) else None
    if named in ("as_of", *ENDS) and end and not start.endswith("-01-01"):
        return Period(None, end, "stock", "sentence", position)
    return Period(start, end, "flow", "sentence", position)
