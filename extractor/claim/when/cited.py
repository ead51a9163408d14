"""Which times of a sentence date nothing: what a value is compared with, a record's span, a plan's year, a paper's."""

from __future__ import annotations

from extractor.claim.done.plans import BASES as SAME
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, PLANS, Unit
from extractor.claim.when.clock import MONTH, YEAR
from extractor.claim.when.outdone import measured_by, says_all
from extractor.claim.when.told_aside import dates_nothing
from extractor.records import Figure, FigureKind, Term

DOCUMENT_REACH = 40
BASE_REACH = 10
NAMED_REACH = 36
COMPARED_REACH = 60
MOVE_REACH = 24
# So many words may say what a change is counted in: two places.
COUNTED = 1
TITLED = 3
RECORD_REACH = 24
BESIDE = 5
HOUR_REACH = 8
MULTIPLE = "times"
SIGNS = ",;،؛"
OPENING, CLOSING, EITHER = "“«", "”»", '"'
# A comparison that does not say yet with which time.
OPEN = ("compared", "more_behind", "less_behind")
BASES = (*SAME, *OPEN)
ROLES = ("as_of", "until", "end_of", "this_year_end")
STARTS = ("since", "from")
# Of the highest or lowest value, or how often something was so.
RECORD = "record"


def only_compared(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the date is what a number is compared with (the same period of 2024), or a document's."""
    return (
        compared(clock_start(figure, unit), figure.end, unit, text)
        or _moved_from(figure, unit, text)
        or _multiplied(figure, unit, text)
        or _of_record(figure, unit, text)
        or dates_nothing(figure, unit, text)
        or of_plan(figure, unit, text)
        or of_document(figure, unit, text)
        or _of_paper(figure, unit, text)
        or _of_name(figure, unit, text)
        or _of_title(figure, unit, text)
        or _of_term(figure, unit, text)
        or _quoted(figure, unit, text)
        or _anniversary(figure, text)
    )


def clock_start(figure: Figure, unit: Unit) -> int:
    """Where a day begins with its hour before it: `đến 22 giờ ngày 9/9`, `as of 5 p.m. on May 9`."""
    hours = [
        one.start for one in unit.others if one.kind is FigureKind.TIME and 0 < figure.start - one.end < HOUR_REACH
    ]
    return hours[-1] if hours else figure.start


def compared(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether a time that stands there is what a number is compared with."""
    words = unit.of("statement", *BASES, "than")
    roles = [(word.start, word.end) for word in unit.of("time", *ROLES)] if words else []
    begun = {word.end for word in unit.of("time", "year_start")} if words else set()
    for word in words:
        if word.end in begun:
            continue
        if _leads(word, start, end, unit, text):
            return True
        inside = word.start <= start < word.end and (word.start < start or end < word.end)
        if inside and not any(first < word.start < last for first, last in roles):
            return True
    return measured_by(end, unit, text)


def _multiplied(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a multiple right before it is one of that time's value: `gấp 1,4 lần năm 2020`, `gấp đôi cả năm 2023`."""
    before = next((one for one in reversed(unit.figures) if one.end <= figure.start), None)
    if before is None or figure.kind is not FigureKind.DATE or habits(unit.language).tenses:
        return False
    words = unit.of("statement", MULTIPLE)
    near = [word.end for word in words if before.start - BESIDE <= word.start and word.end <= before.end + BESIDE]
    if not near:
        return False
    gap = text[max(before.end, *near) : figure.start]
    return len(gap) < BASE_REACH and habits(unit.language).function.issuperset(gap.lower().split())


def _moved_from(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a change before it is measured from the date: `up 20 from 2017`, `up 9% over the first half of 2024`.

    A span is what the change is told for: `up 5% from January to June`.
    """
    using, named = habits(unit.language), text[figure.start : figure.end]
    words = [one for one in (*unit.of("time", *STARTS), *unit.of("link", "measured")) if one.end < figure.start]
    starts = [one.start for one in words if using.articles.issuperset(text[one.end : figure.start].split())]
    if starts and figure.kind is FigureKind.DATE and _moved_to(figure, unit, text):
        return True
    moved = next((one for one in reversed(unit.figures) if starts and one.end < starts[0]), None)
    span = figure.kind is FigureKind.PERIOD and ("-" in named or not set(using.ranges).isdisjoint(named.split()))
    counted = text[moved.end : starts[0]].split() if moved else []
    if moved is None or span or len(counted) > COUNTED or not all(map(str.isalpha, counted)):
        return False
    moves = unit.of("statement", *MOVED)
    if any(word.start == moved.start for word in moves):
        return True  # `doubled from 2017`
    return any(0 < moved.start - word.end < MOVE_REACH and "," not in text[word.end : moved.start] for word in moves)


def _moved_to(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether what something moved to stands right behind the date that it moved from: `rose from 2020 to 85%`."""
    using = habits(unit.language)
    value = next((one.start for one in unit.figures if one.start > figure.end), figure.end)
    gap = text[figure.end : value].split()
    return bool(gap) and gap[0] in using.ranges and using.function.issuperset(gap)


def _leads(word: Term, start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether a word of comparison stands beside a time, or only what names its value between: `so với dịp lễ 2024`."""
    using = habits(unit.language)
    after = word.start >= end and using.time_side == "after"
    gap = text[end : word.start] if after else text[word.end : max(start, word.end)] if word.end <= start else SIGNS
    if any(sign in gap for sign in (*SIGNS, "(", ": ")):
        return False
    year = any(one.start == start and len(str(one.value)) == YEAR for one in unit.others)
    if after and not year and not using.placing.isdisjoint(gap.split()[:1]):
        return False  # `5 مہینوں میں اسی مدت سے`
    if says_all(word, text, using) and not using.inside.isdisjoint(gap.lower().split()[:1]):
        return False  # `up 9% year-on-year in September`
    named = word.id in (*OPEN, "than") and len(gap) < NAMED_REACH and using.base.issuperset(gap.lower().split())
    return len(gap) < BASE_REACH or named


def _of_record(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the span is the one in which a value is the highest: `mức cao nhất từ năm 2014 đến nay`; or days are
    those when there was most of what is told before: `rooms were full, with the peak on May 1 and 2`."""
    ended = not any(one.start > figure.end for one in unit.figures)
    if ended and any(0 < figure.start - word.end < RECORD_REACH for word in unit.of("time", "peak")):
        return True
    after = habits(unit.language).time_side == "after"
    for word in unit.of("time", RECORD):
        gap = text[figure.end : word.start] if after else text[word.end : figure.start]
        near = 0 < len(gap) < RECORD_REACH and not any(sign in gap for sign in SIGNS)
        if near and (_several(figure) or _begins(figure, unit)):
            return True
    return False


def _of_title(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a year stands right behind a name with capitals and no word between: `the Ha Long Light Festival 2024`.

    What is published every year by its name, such as an index, is told for that year.
    """
    if len(str(figure.value)) != YEAR or habits(unit.language).unit_name != "before":
        return False
    words = text[unit.start : figure.start].rsplit(maxsplit=2)
    if len(words) < TITLED or not text[figure.start - 1].isspace():
        return False
    start = figure.start - 1 - len(words[-1])
    known = any(t.start <= start < t.end for t in unit.terms if t.kind in ("concept", "time", "link", "body", "status"))
    capitals = all(word[:1].isupper() and word.isalpha() for word in words[1:])
    return capitals and not known and words[-1].lower() not in habits(unit.language).function


def _begins(figure: Figure, unit: Unit) -> bool:
    """Whether a word right beside the date says that a span begins with it."""
    words = unit.of("time", *STARTS)
    return any(0 <= figure.start - w.end < BASE_REACH or 0 <= w.start - figure.end < BESIDE for w in words)


def _several(figure: Figure) -> bool:
    """Whether it is a span of several years."""
    return figure.kind is FigureKind.PERIOD and str(figure.value)[:YEAR] != str(figure.value_max)[:YEAR]


def _anniversary(figure: Figure, text: str) -> bool:
    """Whether a span only tells how old something is: alone in a bracket, from a day to the same one years later.

    `kỷ niệm 94 năm ngày thành lập (18/11/1930 - 18/11/2024)`
    """
    first, last = str(figure.value), str(figure.value_max)
    day = len(first) > MONTH and first[YEAR:] == last[YEAR:] and first[:YEAR] < last[:YEAR]
    return day and text.endswith("(", 0, figure.start) and text.startswith(")", figure.end)


def of_plan(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the year is that of a plan that a share is of or that was exceeded: `51% kế hoạch năm 2025`.

    So is a span where nouns are told apart by it: `82% of the 6-month plan`.
    """
    spanned = figure.kind is FigureKind.PERIOD and bool(habits(unit.language).articles)
    if len(str(figure.value)) != YEAR and not spanned:
        return False
    told = [(one.start, one.end) for one in unit.figures if one.kind is FigureKind.PERCENT]
    told += [(word.start, word.end) for word in unit.of("statement", "excess")]
    for word in unit.of("statement", *PLANS):
        start, end = min(word.start, figure.start), max(word.end, figure.end)
        between = text[min(word.end, figure.end) : max(word.start, figure.start)].lower().split()
        using = habits(unit.language)
        near = any(max(start - last, first - end) < BASE_REACH + BESIDE for first, last in told)
        if near and (using.function | using.plan_words).issuperset(between):
            return True
    return False


def _in_role(figure: Figure, other: Figure, unit: Unit) -> bool:
    """Whether a word beside the date says what it is there for: `Nghị định 90/2024/NĐ-CP, đến ngày 9/4`."""
    if habits(unit.language).time_side == "after":
        return any(0 <= word.start - figure.end < BESIDE for word in unit.of("time", *ROLES))
    words = [word.start for word in unit.of("time", *ROLES) if 0 <= figure.start - word.end < BASE_REACH]
    return any(other.end < start or figure.end < other.start for start in words)


def of_document(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the date is that of a document: 52/2025/NQ-HĐND of 28 April 2025; a year parted by a comma is none."""
    parting = ";.؛۔,،" if figure.kind is FigureKind.DATE and len(str(figure.value)) == YEAR else ";.؛۔"
    for other in unit.others:
        near = -DOCUMENT_REACH < figure.start - other.end < DOCUMENT_REACH
        if other.kind is FigureKind.DOCUMENT and near and not _in_role(figure, other, unit):
            before = figure.end <= other.start
            gap = text[figure.end : other.start] if before else text[other.end : figure.start]
            told = not habits(unit.language).placing.isdisjoint(gap.split())
            if not told and not any(sign in gap for sign in (parting[4:] if before else parting)):
                return True
    return _owns_reference(figure, unit, text)


def _owns_reference(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether nothing but a genitive stands between a day and a paper by its bare number: `22 مئی کے ڈسپیچ نمبر 9`."""
    owns, papers = habits(unit.language).share_of, unit.of("reference")
    if not owns or not papers or figure.kind is not FigureKind.DATE:
        return False
    gaps = (text[figure.end : one.start].split() for one in papers if one.start > figure.end)
    return any(0 < len(gap) <= COUNTED and owns.issuperset(gap) for gap in gaps)


def _of_paper(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether it is when a paper came out: `published on May 9`, `released by the office in May`, `, issued in May`."""
    day = len(str(figure.value)) > len("2025-10")
    if habits(unit.language).time_side == "after":
        return day and figure.kind is FigureKind.DATE and _announced(figure, unit)
    words = [word for word in unit.of("time", "issued") if 0 < figure.start - word.end < BASE_REACH]
    if any(day or text.endswith(", ", 0, word.start) for word in words):
        return True
    by = [text[word.end : figure.start] for word in unit.of("time", "issued_by") if word.end < figure.start]
    return any(len(gap) < COMPARED_REACH and not any(sign in gap for sign in SIGNS) for gap in by)


def _announced(figure: Figure, unit: Unit) -> bool:
    """Whether a verb of telling follows a day before any figure: `29 اپریل کو محکمے نے بتایا کہ`."""
    first = next((one.start for one in unit.figures if one.start > figure.end), unit.end)
    return any(figure.end < word.start < first for word in unit.of("time", "issued"))


def _of_name(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the years end a name (`chuẩn nghèo giai đoạn 2022-2025`, `Luật Đất đai 2024`, `2010 constant prices`),
    not those in which something was done by it (`at constant prices in 2023`), or are when somebody was born."""
    several = _several(figure)
    if not several and len(str(figure.value)) != YEAR:
        return False
    for word in unit.of("time", "standard" if several else "law", "born"):
        before = word.end <= figure.start
        gap = text[word.end : figure.start] if before else text[figure.end : word.start]
        plain = any(sign in (";:.؛۔" if several else ",;:.،؛۔") or sign.isdigit() for sign in gap)
        using, words = habits(unit.language), gap.lower().split()
        beside = (before and using.within.isdisjoint(words)) or gap.istitle() or using.share_of.issuperset(words)
        if 0 < len(gap) < DOCUMENT_REACH and not plain and (several or beside):
            return True
    return False


def _of_term(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a term of office names who holds it (`HĐND tỉnh nhiệm kỳ 2021-2026`), not when something was done."""
    near = (figure.start - BESIDE, figure.end + BESIDE)
    terms = [word for word in unit.of("time", "term") if near[0] <= word.start and word.end <= near[1]]
    if not terms or not _several(figure):
        return False
    start = min(figure.start, terms[0].start)
    before = text[unit.start : start].split()
    article = [word for word in before[-2:] if word.strip(",:;").lower() in habits(unit.language).within]
    clause = any(word[-1] in ",:;" and word[:-1].islower() for word in before[-2:])
    return bool(before) and not article and not clause


def _quoted(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the time stands in quotes that tell no quantity, so in a title: `“Đề án …, giai đoạn 2022-2025”`."""
    before, behind = text[unit.start : figure.start], text[figure.end : unit.end]
    start = max(map(before.rfind, OPENING))
    if start < max(map(before.rfind, CLOSING)):
        return False
    if start < 0 and before.count(EITHER) % 2:
        start = before.rfind(EITHER)
    ends = [end for sign in CLOSING + EITHER if (end := behind.find(sign)) >= 0]
    if start < 0 or not ends:
        return False
    return not any(unit.start + start < one.start < figure.end + min(ends) for one in unit.figures)
