"""The figure that is the plan itself, and what is only measured against one."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from extractor.claim.done.shared_plans import of_next_share
from extractor.claim.done.verbs import told_past
from extractor.claim.habits import Habits, habits
from extractor.claim.scene import PARTS, PLANS, Unit, once
from extractor.claim.signs import DIGIT
from extractor.records import Figure, FigureKind, Term

PLAN_REACH = 45
DOCUMENT_REACH = 120
SHARE_REACH = 12
NAMED_REACH = 24
BRACKET = 16
# So many words reach from a figure to the plan's word that it stands before.
CALLED = 4
# So many words at most tell a time before the plan's word, or how much of it is meant.
OPENED_BY, KIND = 3, 1
# So far apart lie a percentage and what it was rounded from.
ROUNDED = 1
# So far a plan's word may stand before the verb that gives its value.
SUBJECT = 120
SUMS = (FigureKind.MONEY, FigureKind.COUNT, FigureKind.MEASURE)
SIGN = re.compile(rf"[,;:().{DIGIT}]")
SETTER_REACH = 40
# So many words before a goal's word may stand the verb that reaches it.
MET = 5
OWNER_WORDS = 3
OPENED = re.compile("[,;،؛(]")
PARTED = re.compile(rf"[,;،؛({DIGIT}]")
STROKED = (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT, FigureKind.MEASURE)
GIVEN = "assigned"
REACHED = ("level", "up", "down", "excess")
BASES = ("same_period", "previous_month", "previous_quarter", "year_end")


def is_plan(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the plan itself: in a bracket or right behind its word, or behind a stroke."""
    return figure.start in _plans(unit, text)


@once
def _plans(unit: Unit, text: str) -> frozenset[int]:
    """Where the figures stand that are plans themselves."""
    worded = unit.of("statement", *PLANS, GIVEN) or unit.of("status", "target")
    articles = bool(habits(unit.language).articles)
    tests = [planned_base, _named, _is, of_next_share] if worded else []
    tests += [over_plan] if text.find("/", unit.start, unit.end) >= 0 else []
    tests += [_called] if articles else []
    return frozenset(one.start for test in tests for one in unit.figures if test(one, unit, text))


def planned_base(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the plan itself, in a bracket behind its word: `so với chỉ tiêu được giao (92%)`."""
    start = text.rfind("(", max(unit.start, figure.start - BRACKET), figure.start) + 1
    if not start or not habits(unit.language).plan_words.issuperset(text[start : figure.start].split()):
        return False
    near = [*unit.of("statement", *PLANS), *unit.of("status", "target")]
    if any(_document_between(term, start, unit, text) for term in near):
        return True
    near = [term for term in near if 0 <= start - term.end <= PLAN_REACH]
    return any(not _parted(undated(term.end, start - 1, unit, text)) for term in near)


def undated(start: int, end: int, unit: Unit, text: str) -> str:
    """A stretch of the text without the dates in it."""
    left, position = "", start
    for other in unit.others:
        if start <= other.start and other.end <= end:
            left, position = left + text[position : other.start], other.end
    return left + text[position:end]


def _document_between(term: Term, start: int, unit: Unit, text: str) -> bool:
    """Whether only the document that set the plan stands between: `chỉ tiêu tại Nghị quyết số 03-NQ/TU (92%)`."""
    gap = text[term.end : start - 1]
    if not 0 < len(gap) <= DOCUMENT_REACH or OPENED.search(gap):
        return False
    inside = [other for other in unit.others if term.end <= other.start and other.end <= start]
    counted = any(term.end <= other.start < start for other in unit.figures)
    return not counted and any(other.kind is FigureKind.DOCUMENT for other in inside)


def part_of_plan(plan: Figure, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is a part of a plan: in the bracket behind it, `5 tỷ đồng (vốn Trung ương 2 tỷ đồng)`, or
    behind a word that opens its parts, `5 billion, including 2 billion from the city`, where nothing was done."""
    opened = text.find("(", plan.end, plan.end + BRACKET)
    if _share_of(plan, figure, text, habits(unit.language)):
        return True
    if figure.kind is not plan.kind:
        return False
    if opened < 0 or ")" in text[opened : figure.start]:
        opened = next((one.start for one in unit.of("link", *PARTS) if plan.end <= one.start < figure.start), -1)
        end = next((one.start for one in unit.figures if one.start > figure.start), unit.end)
        using = habits(unit.language)
        if opened < 0 or not using.articles or told_past(text, opened, end, using):
            return False
        return not any(opened <= word.start < end for word in (*unit.of("status"), *unit.of("statement", *REACHED)))
    return not any(opened < word.start < figure.start for word in (*unit.of("status"), *unit.of("statement")))


def _share_of(plan: Figure, figure: Figure, text: str, using: Habits) -> bool:
    """Whether the figure says right behind a plan which share it is of a larger one: `dự toán 9 tỷ đồng, chiếm 2%`."""
    gap = text[plan.end : figure.start]
    if using.tenses or using.sharing is None or figure.kind is not FigureKind.PERCENT or not gap.startswith(", "):
        return False
    return using.sharing.match(gap, 2) is not None and len(gap.split()) <= CALLED and plan.kind in SUMS


def over_plan(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the plan behind a stroke: `45.799/36.875 tỷ đồng`, `83,2%/50%`, `810/790 lượt`."""
    start = _called_before(figure, unit, text)
    if text[start - 1 : start] != "/" or figure.kind not in STROKED or earlier_pair(figure, unit, text):
        return False
    # `24.534 ha/30.000 ha`: the first may have its unit too.
    units = ("", f" {figure.unit}", figure.unit)
    before = [other for other in unit.figures if other.end < start]
    reached = before[-1] if before and text[before[-1].end : start - 1] in units else None
    if reached is None or (reached.kind is FigureKind.MONEY and figure.kind is FigureKind.COUNT):
        return False  # `92 triệu đồng/46 hộ`
    return reached.denominator is None or _exceeds(reached, figure)


def earlier_pair(figure: Figure, unit: Unit, text: str) -> tuple[Figure, Figure] | None:
    """A value and the earlier one behind its stroke, of which the figure is one, in the bracket behind by how much they
    differ: `tăng 5 vụ so với cùng kỳ (45/40 vụ)`."""
    at = bisect_right(unit.figures, figure.start, key=lambda one: one.start) - 1
    for last in (at, at + 1):
        if not 2 <= last < len(unit.figures):
            continue
        change, now, then = unit.figures[last - 2 : last + 1]
        bracket = text[change.end : now.start].rstrip().endswith("(") and text[now.end : then.start] == "/"
        if bracket and (_apart(now, then) == change.value or _differs(now, then, change)):
            return now, then
    return None


def _differs(now: Figure, then: Figure, change: Figure) -> bool:
    """Whether a percentage is by how much two numbers differ, and no share of one in the other: `giảm 8% (11/12)`."""
    values = now.value, then.value, change.value
    if change.kind is not FigureKind.PERCENT or not then.value or not all(isinstance(one, Decimal) for one in values):
        return False
    share = 100 * Decimal(now.value or 0) / Decimal(then.value)
    told = Decimal(change.value or 0)
    return abs(abs(share - 100) - told) < ROUNDED <= abs(share - told)


def _apart(one: Figure, other: Figure) -> Decimal | None:
    """By how much two numbers differ."""
    numbers = isinstance(one.value, Decimal) and isinstance(other.value, Decimal)
    return abs(Decimal(one.value or 0) - Decimal(other.value or 0)) if numbers else None


def _called_before(figure: Figure, unit: Unit, text: str) -> int:
    """Where the plan's name begins that stands between a stroke and its value, else the figure: `5/estimate of 9`."""
    stroke = text.rfind("/", max(unit.start, figure.start - NAMED_REACH), figure.start) + 1
    if not stroke or stroke == figure.start:
        return figure.start
    words, using = text[stroke : figure.start].lower().split(), habits(unit.language)
    named = not using.plan_nouns.isdisjoint(words) and (using.plan_nouns | using.plan_words).issuperset(words)
    bounded = (using.plan_words - using.year).issuperset(words)  # `5.311/hơn 5.758 tỷ đồng`
    return stroke if named or bounded else figure.start


def _exceeds(reached: Figure, plan: Figure) -> bool:
    """Whether more was reached than stands behind the stroke, which can be no whole of it then."""
    more, less = reached.value, plan.value
    return isinstance(more, Decimal) and isinstance(less, Decimal) and more > less


def _parted(gap: str) -> bool:
    return PARTED.search(gap) is not None


def _named(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure stands right behind the plan's word or who set it: `kế hoạch năm 11,5%`, `tỉnh giao 5 tỷ`."""
    if habits(unit.language).status_side == "after":
        return False
    # An estimate that plans is one of money: `the estimate of 9%` is a result.
    kinds = PLANS if figure.kind in SUMS else PLANS[:1]
    words = [*unit.of("statement", *kinds, *([GIVEN] if figure.kind is FigureKind.MONEY else []))]
    goals = unit.of("status", "target", "forecast")
    words += [term for term in goals if text[term.start - 1 : term.start] == "(" or _valued(term, figure, unit, text)]
    near = [term for term in words if 0 < figure.start - term.end <= NAMED_REACH]
    if not near or not _leads(near[-1], figure, unit, text):
        return False
    using, owned = habits(unit.language), text[near[-1].end : figure.start].split()[:1]
    valued = using.owners.issuperset(owned or [""]) or _valued(near[-1], figure, unit, text)
    return valued or not measured(near[-1], unit, text) or _set_by(figure, unit, text)


def _valued(term: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a goal reached or compared with has its value behind it: `its target of 9%`, `mục tiêu là 8%`."""
    owned, using = text[term.end : unit.end].split(maxsplit=1)[:1] or [""], habits(unit.language)
    if owned[0] in using.owners:
        return measured(term, unit, text) or met(term, unit, text)
    compared = [one for one in unit.of("statement", "compared") if one.end + 1 == term.start]
    return not using.tenses and (owned[0] in using.equals or (bool(compared) and term.end + 1 == figure.start))


def _set_by(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether who set the plan stands behind its value: `vượt chỉ tiêu 420 căn được giao`, `5 tỷ của Nghị quyết`."""
    gap = re.split("[,;:]", text[figure.end : min(unit.end, figure.end + SETTER_REACH)])[0]
    set_by = any(figure.end <= word.start < figure.end + len(gap) for word in unit.of("statement", "assigned"))
    return set_by or not habits(unit.language).owners.isdisjoint(gap.split()[:OWNER_WORDS])


def _called(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure stands between an article and the plan's word: `the 5.5% target`, `its 8% growth goal`."""
    using = habits(unit.language)
    if figure.kind is FigureKind.RANK:
        return False
    before = text[max(unit.start, figure.start - NAMED_REACH) : figure.start].lower().split()[-2:]
    if using.articles.isdisjoint(before):
        return False
    behind = SIGN.split(text[figure.end : min(unit.end, figure.end + PLAN_REACH)])[0].lower().split()[: CALLED + 1]
    at = next((place for place, word in enumerate(behind[:CALLED]) if word in using.plan_nouns), -1)
    counted = figure.kind is FigureKind.COUNT and (at == 0 or not using.plan_heads.isdisjoint(behind[at + 1 :]))
    return at >= 0 and not counted and using.function.isdisjoint(behind[:at])


def _is(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is what a plan's word before it is: `the estimate is 9`, `Kế hoạch năm 2025 trồng 9 ha`."""
    using = habits(unit.language)
    if figure.kind not in SUMS:
        return False
    words = [word for word in unit.of("statement", *PLANS) if 0 < figure.start - word.end <= SUBJECT]
    verb = text[max(unit.start, figure.start - NAMED_REACH) : figure.start].split()
    opens = not using.tenses and using.inside.isdisjoint(verb[-1:])
    opens = opens and any(_opens(word, unit, text) for word in words)
    if not words or (using.equals.isdisjoint(verb[-CALLED:]) and not opens) or measured(words[-1], unit, text):
        return False
    gap = undated(words[-1].end, figure.start, unit, text)
    said = [one for one in (*unit.of("statement"), *unit.of("status")) if words[-1].end <= one.start < figure.start]
    parted = PARTED.search(_last_joined(gap, using.joiners) if opens else gap)
    return not parted and not said and using.equals.isdisjoint(gap.split()[:-CALLED])


def _opens(word: Term, unit: Unit, text: str) -> bool:
    """Whether a plan's word opens its sentence, or stands there behind a time and how much of it is meant: `Sang năm
    2026, tổng dự toán …`."""
    time, comma, before = undated(unit.start, word.start, unit, text).rpartition(",")
    ends = [one.end for one in unit.others] + [one.end for one in unit.of("time")]
    dated = any(end <= word.start for end in ends)
    led = not comma or (dated and len(time.split()) <= OPENED_BY)
    counted = any(one.start < word.start for one in unit.figures)
    said = any(one.start < word.start for one in unit.of("status"))
    return led and len(before.split()) <= KIND and not (counted or said)


def _last_joined(gap: str, joiners: frozenset[str]) -> str:
    """What stands behind a list whose last item a joiner opens, else all: `cho y tế, giáo dục và văn hóa khoảng`."""
    listed, comma, last = gap.rpartition(", ")
    return last if comma and not joiners.isdisjoint(last.split()) and not SIGN.search(listed.replace(",", "")) else gap


def _leads(term: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether only words such as `is` and a year stand between a plan's word and a figure."""
    gap = undated(term.end, figure.start, unit, text)
    return habits(unit.language).plan_words.issuperset(gap.replace(":", " ").lower().split())


def measured(term: Term, unit: Unit, text: str) -> bool:
    """Whether a plan's or a goal's word only says what a figure is compared with or a share of: `95% kế hoạch`."""
    bases = unit.of("statement", "compared", "excess", "than", *BASES)
    behind = [other for other in unit.figures if other.kind is FigureKind.PERCENT]
    term = next((one for one in unit.of("statement", *PLANS) if one.start <= term.start < one.end), term)
    nearest = bisect_right([other.start for other in bases], term.start) - 1
    percent = bisect_right([figure.end for figure in behind], term.start) - 1
    compared = nearest >= 0 and _reaches(bases[nearest].end, term, PLAN_REACH, unit, text)
    return compared or (percent >= 0 and _reaches(behind[percent].end, term, SHARE_REACH, unit, text))


def met(term: Term, unit: Unit, text: str) -> bool:
    """Whether a goal's word only says which goal was reached or missed: `It met its PAPI target: 45 points`."""
    using = habits(unit.language)
    words = SIGN.split(text[unit.start : term.start])[-1].split()
    near = [word.lower() for word in words[-MET - 1 :]]
    at = max((place for place, word in enumerate(near) if word in using.met | using.meeting), default=-1)
    if at < 0 or not using.joiners.isdisjoint(near[at:]):
        return False
    before = near[at - 1] if at else ""
    return not (near[at] in using.meeting and before in using.function)


def _reaches(end: int, term: Term, reach: int, unit: Unit, text: str) -> bool:
    return term.start - end <= reach and not _parted(undated(end, term.start, unit, text))
