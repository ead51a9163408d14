"""Times that are told in passing: of a plan's name, in a bracket, of one sentence in a report of more; or of a wish."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim.done.verbs import closed, stands
from extractor.claim.habits import habits
from extractor.claim.scene import GOALS, WISHES, Unit
from extractor.claim.when.brackets import dated_alone, enclosed
from extractor.claim.when.clock import DAY, MONTH, YEAR, Clock, Period, ahead, over, past_span
from extractor.records import Figure, FigureKind

# So far the words of a time stand before it.
ROLE = 24
ACHIEVED = "achieved"
# What a plan looks to, and how far behind that its year stands.
HORIZON, TO_YEAR = ("target", *GOALS), 10
CROP = "crop"
# So many words at most stand before the crop that opens its sentence.
OPENS = 5
# So many words at most tell what was so: رہی تھی.
VERBS, SIGNS = 2, "،۔,.;؛"
# So many words behind a figure stands the last that says that somebody has it.
HAD = 4
# So far before a year stands the word for its funds.
FUNDS = 40
# So near a time stands the word that sets it apart.
BESIDE = 4
# Behind `đã` they say that what follows is still to be done: `đã đề ra chỉ tiêu`.
UNDONE = frozenset({*WISHES, "demand", "norm", *GOALS})


def is_aside(one: Period, unit: Unit, text: str, clock: Clock, planned: bool) -> bool:
    """Whether the time of a figure goes no further than its sentence or its bracket."""
    bracketed = enclosed(one, unit, text) or dated_alone(one, unit, text) is not None
    closed = text.find(")", one.position, unit.end)
    # `84 triệu thẻ (xong trước ngày 31/7)`
    told_aside = one.kind in ("stock", "deadline") and closed >= 0 and "(" not in text[one.position : closed]
    told_aside = told_aside or _crop_aside(one, unit, text, clock)
    told_aside = told_aside or _told_apart(one, unit) or of_then(one, unit, text)
    return bracketed or told_aside or (not planned and _as_of_aside(one, unit, text, clock))


def _crop_aside(one: Period, unit: Unit, text: str, clock: Clock) -> bool:
    """Whether a year only says of which crop a figure is, in a report of another time: `Quý I, … diện tích lúa đông
    xuân năm 2025 đạt`."""
    if not one.position or (clock.carried or clock.article) is None:
        return False
    gaps = [text[word.end : one.position].split() for word in unit.of("time", CROP) if word.end <= one.position]
    opens = len(text[unit.start : one.position].split()) <= OPENS
    return not opens and any(len(gap) <= 1 and habits(unit.language).year.issuperset(gap) for gap in gaps)


def _told_apart(one: Period, unit: Unit) -> bool:
    """Whether a word sets a time beside it apart from the one that is reported: `in the third quarter alone`, `riêng
    quý III`."""
    end = next((date.end for date in unit.others if date.start == one.position), one.position)
    apart = unit.of("link", "apart", "alone")
    return any(0 <= one.position - word.end <= BESIDE or 0 <= word.start - end <= BESIDE for word in apart)


def of_then(one: Period, unit: Unit, text: str) -> bool:
    """Whether a time behind another figure only says when something was so: `900 رہیں، جبکہ پچھلے سال یہ 800 تھیں`."""
    was = habits(unit.language).was
    if not was or not unit.figures or unit.figures[0].end > one.position:
        return False
    figure = next((other for other in unit.figures if other.start > one.position), None)
    verbs = text[figure.end : unit.end].split()[:VERBS] if figure is not None else []
    return any(verb.rstrip(SIGNS) in was for verb in verbs)


def was_then(one: Period, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a clause that ends before the figure only says what was so at a time: `900 رہیں، جبکہ 2023 میں یہ 800
    تھیں؛ 70 ہیں`."""
    return of_then(one, unit, text) and closed(text, one.position, figure.start, habits(unit.language))


def of_funds(one: Period, unit: Unit, text: str, clock: Clock) -> bool:
    """Whether a year only says which funds, of which a day tells what was done: `Đến ngày 31/8/2022, … Trong đó, vốn
    của năm 2022 giải ngân`, and `vốn kéo dài từ năm 2021`."""
    using, day = habits(unit.language), clock.carried or clock.as_of
    stock = day is not None and day.kind == "stock" and len(day.end or "") == DAY
    if using.funds is None or not stock or not one.position or not (one.whole_year or one.years):
        return False
    start, last = (one.start or one.end or "")[:YEAR], (day.end or "")[:YEAR] if day else ""
    if not start <= last <= str(int(start) + 1):
        return False
    before = text[max(unit.start, one.position - FUNDS) : one.position]
    named = [*using.funds.finditer(before)]
    return bool(named) and (using.function | using.fund_words).issuperset(before[named[-1].end() :].lower().split())


def of_plan_done(one: Period, figure: Figure, unit: Unit, clock: Clock) -> bool:
    """Whether a time before a result is that of a plan's name: a deadline to come, or what a plan looks to and its
    years right before that: `Quy hoạch giai đoạn 2021-2025, tầm nhìn đến năm 2045 đã xong; thu đạt`.

    Behind a result they are the plan's alone.
    """
    if one.position > figure.start:
        return names_plan(one, unit)
    if not (names_plan(one, unit) or _looked_to(one, unit) or _comes(one, clock)):
        return False
    counts = {other.end + 1 for other in unit.figures}
    words = [word for word in unit.of("status") if one.position < word.start < figure.start]
    done = [word.id for word in words if word.start not in counts]
    return ACHIEVED in done and UNDONE.isdisjoint(done[done.index(ACHIEVED) :])


def _comes(one: Period, clock: Clock) -> bool:
    return one.kind == "deadline" and ahead(one.end, clock.published)


def _looked_to(one: Period, unit: Unit) -> bool:
    """Whether a time is what a plan looks to: `tầm nhìn đến năm 2045`."""
    return any(0 < one.position - word.end <= TO_YEAR for word in unit.of("status", *HORIZON))


def names_plan(one: Period, unit: Unit) -> bool:
    """Whether years stand right before what their plan looks to: `giai đoạn 2021-2025, định hướng đến năm 2030`."""
    horizons = unit.of("status", *HORIZON) if one.years else ()
    end = next((date.end for date in unit.others if date.start == one.position), one.position)
    return any(0 < word.start - end <= BESIDE for word in horizons)


def _as_of_aside(one: Period, unit: Unit, text: str, clock: Clock) -> bool:
    """Whether a day inside the span that is told of dates its own sentence only (`Thu ngân sách đến ngày 15/6 đạt`), or
    so does one of the years of a term: `thu nhập năm 2025 là`.

    Where it opens its clause (`Đến ngày 15/6, …`), it is told for what follows too.
    """
    span = clock.carried or clock.article
    if one.end is None or span is None or not span.long:
        return False
    part = one.kind == "stock" and not one.event
    if not (part or (one.whole_year and span.years)) or not (span.start or "") <= one.end <= (span.end or ""):
        return False
    words = [word.start for word in unit.of("time") if 0 < one.position - word.start < ROLE]
    before, using = text[unit.start : min([one.position, *words])].split(), habits(unit.language)
    while one.whole_year and before and before[-1].lower() in using.year | using.within:
        before.pop()
    return bool(before) and before[-1][-1].isalnum()


def to_come(one: Period, unit: Unit, clock: Clock) -> bool:
    """Whether a time is that of a wish, not of what stands now."""
    coming = ahead((one.end or "")[:MONTH], clock.published)
    return (one.kind == "deadline" or coming) and bool(unit.of("status", *WISHES))


def may_come(unit: Unit, clock: Clock) -> bool:
    """Whether a sentence wishes for something where no publication tells that its time is over."""
    return clock.published is None and bool(unit.of("status", *WISHES))


def of_today(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether what is counted or measured holds today, by its verb, whatever the text reports; money is summed up, and
    a place is one among the values of the report; what is only estimated was added up (`کا تخمینہ 9 ٹن ہے`), and the
    verb behind `with` is of whoever has the figure (`9 کارکنوں کے ساتھ Huế پہلے نمبر پر ہے`)."""
    using = habits(unit.language)
    if using.status_side == "after" and not using.owners.isdisjoint(text[figure.end : unit.end].split()[:HAD]):
        return False
    if figure.kind in (FigureKind.MONEY, FigureKind.RANK) or not stands(figure, unit, text):
        return False
    small = habits(unit.language).share_between
    words = [word for word in unit.of("status", "estimate") if word.end < figure.start]
    return not any(small.issuperset(text[word.end : figure.start].split()) for word in words[-1:])


def _passed(one: Period, published: str | None) -> bool:
    """Whether a time is over, or a span that the page reports ends with its month."""
    return over(one.end, published) or (published is not None and past_span(one, published))


def open_to(figure: Figure, unit: Unit, found: Sequence[Period], clock: Clock) -> list[Period]:
    """The times without those that are over and another figure's, before the wish: `It sold 9 last year and plans
    to sell 8`."""
    words = [word.start for word in unit.of("status", *WISHES) if unit.figures[0].end <= word.start < figure.start]
    left = [one for one in found if not (words and one.position < words[0] and _passed(one, clock.published))]
    return left or list(found)
