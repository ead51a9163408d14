"""The period of a value that only another one is compared with: `(cùng kỳ: 11,9 tỷ USD)`, `7.9% a year earlier`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractor.claim.done.plans import earlier_pair
from extractor.claim.done.verbs import closed
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, Unit, once
from extractor.claim.when.cited import compared, of_document, only_compared
from extractor.claim.when.clock import Clock, Period, from_new_year
from extractor.claim.when.earlier import EARLIER, covered, opening, years_before
from extractor.claim.when.times import dated
from extractor.records import Comparator, Figure, FigureKind, Term

BRACKET = 12
BESIDE_YEAR = 10
REACH = 48
CLAUSE = 90
FROM = 14
PARTS = ",;،؛()"
PARTED = re.compile(r"[;،؛()]|,(?!\d)|\.\s")
# What ends a bracket, or an item in it.
ENDED = re.compile("[),;،؛]")
COMPARING = ("compared", "more_behind", "less_behind")
FEW = 2
COUNTED = 1
VERBS = re.compile(r"(?: [^\W\d_]+){1,2}")


def base_period(figure: Figure, unit: Unit, text: str, found: Sequence[Period], clock: Clock) -> Period | None:
    """The period of a value compared with: its own year, else the same span a year before; None where it is none."""
    bracketed = text.find("(", max(unit.start, figure.start - BRACKET), figure.start) >= 0
    if not bracketed and not _compares(unit, text):
        return None
    now = _latest(found, figure.start, clock)
    pair = earlier_pair(figure, unit, text) if bracketed else None
    if pair and figure is pair[0]:
        return None
    if pair and now is not None and any(word.end <= figure.start for word in unit.of("time", "cumulated")):
        now = from_new_year(now)
    base = _moved_from(unit, text, now) if pair or starts_move(figure, unit, text) else None
    if base := base or _in_bracket(figure, unit, text, now) or _then(figure, unit, text, now):
        return base
    word = _named(figure, unit, text) or _measured(figure, unit, text) or _when(figure, unit, text)
    if word is None:
        return None
    now = _latest(found, min(word.start - 1, figure.start), clock)
    if now is None:
        if any(one.position == word.start for one in found):
            return None  # `Last year it built 9`: nothing is told beside it
        now = Period(None, clock.published, "stock", "sentence")
    return years_before(now, _year(word, figure, unit))


@once
def _compares(unit: Unit, text: str) -> bool:
    """Whether the sentence compares at all: with an earlier time, with something else, or with where a move began."""
    return bool(unit.of("time", EARLIER) or unit.of("statement", "compared") or _starts(unit, text))


def _latest(found: Sequence[Period], position: int, clock: Clock) -> Period | None:
    """The last time that the sentence names before a place, else what the text is told for."""
    before = [one for one in found if one.position <= position]
    return before[-1] if before else clock.carried or clock.article or clock.as_of


def _then(figure: Figure, unit: Unit, text: str, now: Period | None) -> Period | None:
    """The time of what was then, where a verb of the past follows: `2023 کے مقابلے میں 71% تھی`, `2023 کے مقابلے یہ 71%
    رہی تھی`, `پچھلے سال کی اسی مدت میں یہ 71% تھی`."""
    using = habits(unit.language)
    behind = VERBS.match(text, figure.end) if using.past else None
    verbs = behind[0].split() if behind else []
    if not verbs or verbs[0] not in using.past:
        return None
    was = any(verb in using.was for verb in verbs[:2])
    for word in unit.of("statement", "compared", "same_period"):
        gap = text[word.end : figure.start].split()
        if word.start > figure.start or not (
            using.function.issuperset(gap) if was else 0 <= figure.start - word.end <= FEW
        ):
            continue
        base = next((one for one in unit.others if 0 <= word.start - one.end <= FEW), None)
        if word.id == "compared" and base is not None:
            return dated(base, "", base.start)
        if word.id == "same_period" and was and now is not None:
            return years_before(now, _year(word, figure, unit))
    return None


def _in_bracket(figure: Figure, unit: Unit, text: str, now: Period | None) -> Period | None:
    """A base's value behind it in brackets: `so với năm 2023 (0,7326)`, `cùng kỳ năm trước (6,13%)`."""
    opened = text.rfind("(", max(unit.start, figure.start - BRACKET), figure.start)
    if opened < 0 or ENDED.search(text, opened + 1, figure.start):
        return None
    if _speaks_of_now(opened, figure, unit, text):
        return None
    end = opened - (text[opened - 1] == " ")
    word = next((word for word in unit.of("statement", "same_period") if 0 <= end - word.end <= BESIDE_YEAR), None)
    base = next((one for one in unit.others if one.end == end and only_compared(one, unit, text)), None)
    base = None if base is not None and of_document(base, unit, text) else base
    year = int(str(base.value)[:4]) if base is not None and str(base.value)[:4].isdigit() else None
    if word is not None and now is not None and now.end is not None:
        return years_before(now, year)
    return dated(base, "", base.start) if base is not None and year else None


def _speaks_of_now(opened: int, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a bracket goes on about the value compared: `so với năm 2022 (giảm 3%)`, `(quý I: 7%)`, `(90% số hộ)`.

    What rose or fell faster than something is told beside how fast that did: `cao hơn cùng kỳ (tăng 6%)`.
    """
    if any(opened < one.start < figure.start for one in unit.others):
        return True
    if any(opened < word.start < figure.start for word in unit.of("statement", *MOVED)):
        faster = unit.of("statement", "than")
        return not any(0 < opened - word.end <= REACH for word in faster)
    shut = text.find(")", figure.end, figure.end + REACH)
    return figure.kind is FigureKind.PERCENT and any(sign.isalpha() for sign in text[figure.end : shut])


def _moved_from(unit: Unit, text: str, now: Period | None) -> Period | None:
    """Where a move began, told apart from its time: `tăng 7 bậc so với năm 2021, từ vị trí 27 lên 20`, `(45/40 vụ)`."""
    if now is None:
        return None
    bases = [one for one in unit.others if compared(one.start, one.end, unit, text) and one.kind is FigureKind.DATE]
    if len(bases) == 1 and str(bases[0].value)[:4].isdigit():
        same = unit.of("statement", "same_period")
        return years_before(now, int(str(bases[0].value)[:4])) if same else dated(bases[0], "", bases[0].start)
    return years_before(now, None) if not bases and unit.of("statement", "same_period") else None


def _named(figure: Figure, unit: Unit, text: str) -> Term | None:
    """The earlier time that opens the figure's clause: `cùng kỳ năm 2024 tăng 6,9%`."""
    using = habits(unit.language)
    if word := opening(unit):
        return word
    for word in unit.of("time", EARLIER):
        if using.status_side == "after":
            if _own_bracket(word, figure, unit, text) or _outgrown(word, figure, unit, text):
                return word
            continue
        # `up 4% from a year earlier to 9 tonnes`: what it arrived at is of today.
        parting = {*using.joiners, *using.ranges}
        joined = not parting.isdisjoint(text[word.end : figure.start].split())
        if joined or not beside(word.end, figure.start, unit, text) or covered(word, unit):
            continue
        cuts = [text.rfind(sign, unit.start, word.start) + 1 for sign in PARTS]
        start = max([unit.start, *cuts, *(one.end for one in unit.figures if one.end <= word.start)])
        if not any(start <= term.start < word.start for term in unit.of("statement")):
            return word
    return None


def _own_bracket(word: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the time opens the figure's bracket, which has a verb of its own (`(اسی مدت میں 9% اضافہ ہوا)`, not
    `(… 9% زیادہ)`) or nothing else at all: `(اسی مدت میں 9%)`; a year may stand before it."""
    opened, shut = text.rfind("(", unit.start, word.start), text.find(")", figure.end, unit.end)
    if opened < 0 or not word.end <= figure.start < shut or ")" in text[opened : figure.start] or covered(word, unit):
        return False
    years = [one for one in unit.others if opened < one.start < word.start]
    before = text[opened + 1 : word.start] if not years else text[opened + 1 : years[0].start]
    using = habits(unit.language)
    only = text[figure.end : shut].strip() in ("", figure.unit)
    alone = only and using.placing.issuperset(text[word.end : figure.start].split())
    return not before.strip() and (alone or closed(text, word.end, shut, using))


def _outgrown(word: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether another value is more or less than the move then: `پچھلے سال کی اسی مدت میں 8% اضافے سے زیادہ ہے`."""
    ranges = habits(unit.language).ranges
    for verb in unit.of("statement", "level", *MOVED):
        gap = text[figure.end : verb.start].split()
        if text[verb.start : verb.end].startswith(ranges) and 0 < len(gap) <= FEW and verb.start > figure.end:
            return 0 <= figure.start - word.end <= BRACKET and not PARTED.search(text, word.end, verb.start)
    return False


def _when(figure: Figure, unit: Unit, text: str) -> Term | None:
    """The earlier time that the figure's clause is about: `cao hơn cùng kỳ năm 2024, khi tỷ lệ đạt 61,9%`."""
    when = habits(unit.language).when
    if when is None:
        return None
    for word in unit.of("time", EARLIER):
        if 0 <= figure.start - word.end <= CLAUSE and not any(
            word.end <= one.start < figure.start for one in unit.figures
        ):
            comma = text.find(",", word.end, min(figure.start, word.end + BRACKET))
            if comma >= 0 and when.match(text, comma + 2):
                return word
    return None


def _measured(figure: Figure, unit: Unit, text: str) -> Term | None:
    """The earlier time behind a value compared with: `higher than the 7.15% of the same period last year`."""
    after = habits(unit.language).time_side == "after"
    right_behind = not after and any(word.end + 1 == figure.start for word in unit.of("statement", "compared"))
    if not right_behind and not is_base(figure, unit, text):
        return None
    words = unit.of("time", EARLIER)
    return next((w for w in words if beside(figure.end, w.start, unit, text) and not covered(w, unit)), None)


def is_base(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether another value is compared with the figure: `cao hơn mức tăng 6%`, `giảm từ 12% năm 2020 xuống 5%`."""
    return figure.start in _bases(unit, text)


@once
def _bases(unit: Unit, text: str) -> frozenset[int]:
    """Where the figures stand that another value is compared with."""
    using = habits(unit.language)
    if using.time_side == "after":
        words = [word.start for word in unit.of("statement", "compared")]
        return frozenset(one.start for one in unit.figures if any(_right_before(one, at, unit, text) for at in words))
    since = {word.end + 1 for word in unit.of("time", "from")}
    # `down two places from the 16th place in 2019`
    ranks = [one for one in unit.figures if one.kind is FigureKind.RANK]
    articles = [(one.start, word) for one in ranks for word in text[unit.start : one.start].split()[-1:]]
    since |= {at for at, word in articles if word in using.articles and at - len(word) - 1 in since}
    compared, joiners = [word.end for word in unit.of("statement", *COMPARING)], using.joiners
    behind = [(end, one.start) for end in compared for one in unit.figures if end + 1 < one.start]
    starts = {one.start for one in unit.figures}
    behind += [(word.end, word.end + 1) for word in unit.of("statement", "compared") if word.end + 1 in starts]
    near = [(end, start) for end, start in behind if beside(end, start, unit, text)]
    return frozenset(since).union(start for end, start in near if joiners.isdisjoint(text[end:start].split()))


def _right_before(figure: Figure, at: int, unit: Unit, text: str) -> bool:
    """Whether only what a figure counts stands between it and a place behind it: `5 پلوں کے مقابلے میں`."""
    if not beside(figure.end, at, unit, text) or len(text[figure.end : at].split()) > COUNTED:
        return False
    return not any(figure.end <= one.start < at for one in unit.others)


def starts_move(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is what another moves away from: `from (currently) 45% to 60%`, `từ 45% lên 60%`."""
    return figure.start in _starts(unit, text)


@once
def _starts(unit: Unit, text: str) -> frozenset[int]:
    """Where the figures stand that a word of origin opens and one of arrival leads away from."""
    origins = [word.end for word in unit.of("time", "from")]
    if not origins:
        return frozenset()
    behind = habits(unit.language).time_side == "after"
    arrivals = [word.start for word in (*unit.of("statement", "level"), *unit.of("time", "until"))]
    found = []
    for one, other in pairwise(unit.figures):
        told = any(0 < one.start - end <= FROM and text[end : one.start].replace(" ", "").isalpha() for end in origins)
        told = told or any(one.start == end + 1 for end in origins)
        leads = any(one.end <= start < other.start for start in arrivals)
        if behind:  # `75% سے بڑھ کر 92%`
            ends = [end for end in origins if end > one.end and text[one.end : end].split()[:-1] in ([], [one.unit])]
            told, leads = bool(ends), any(0 <= start - end <= FROM for end in ends for start in arrivals)
        if told and leads and one.kind is other.kind and not PARTED.search(text, one.end, other.start):
            found.append(one.start)
    return frozenset(found) | _left_behind(unit)


def _left_behind(unit: Unit) -> frozenset[int]:
    """Where the figures stand that a move behind its end came from: `to 90% in 2030 from 70% now`, `up from 14`."""
    moves = {word.end + 1 for word in unit.of("statement", *MOVED)}
    origins = {word.end + 1: word.start in moves for word in unit.of("time", "from")}
    levels = [word.end for word in unit.of("statement", "level")]
    reached = {one.kind for one in unit.figures if one.start - 1 in levels} if habits(unit.language).tenses else set()
    # `tăng từ 8% trở lên` and `tăng từ 8-10%` say by how much.
    least = (Comparator.AT_LEAST, Comparator.MORE)
    left = [one for one in unit.figures if one.start in origins and one.value_max is None]
    left = [one for one in left if one.comparator not in least]
    return frozenset(one.start for one in left if origins[one.start] or one.kind in reached)


def of_base(one: Period, unit: Unit, text: str) -> bool:
    """Whether the time belongs to a value before it that only another one is compared with."""
    number = bisect_right(unit.figures, one.position, key=lambda figure: figure.end) - 1
    base = unit.figures[number] if number >= 0 else None
    return base is not None and is_base(base, unit, text) and beside(base.end, one.position, unit, text)


def beside(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether no sign and no other quantity stands between two places of a sentence that are near each other."""
    if not 0 <= end - start <= REACH or PARTED.search(text, start, end):
        return False
    return not any(start <= one.start < end for one in unit.figures)


def _year(word: Term, figure: Figure, unit: Unit) -> int | None:
    """The year written beside the word: `cùng kỳ năm 2023`."""
    start, end = (word.start, figure.start) if word.start < figure.start else (word.start, word.end + BESIDE_YEAR)
    start -= BESIDE_YEAR if habits(unit.language).time_side == "after" else 0
    years = [str(one.value) for one in unit.others if start <= one.start < end and one.value]
    return next((int(year) for year in years if len(year) == 4 and year.isdigit()), None)
