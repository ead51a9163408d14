"""Whether a figure was achieved, is estimated, expected, wished for or demanded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.claim.done.details import SAYING
from extractor.claim.done.goals import Tone, carried_word, spent
from extractor.claim.done.headings import reached, word_above
from extractor.claim.done.plans import is_plan
from extractor.claim.done.row import row_verbs
from extractor.claim.done.statement import SUBJECT_REACH, clause_end
from extractor.claim.done.verbs import ALLOTTED, by_tense, of_share, of_those, sentence_verb, told_past, verb_word
from extractor.claim.done.wishes import AGE, PURPOSE, bounds_group, first_told, only_set
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, PARTS, PLANS, WISHES, Scene, Unit
from extractor.claim.signs import LIST, LIST_OR_DIGIT, SEMICOLON, out_of_bracket
from extractor.claim.what.clauses import Clause
from extractor.claim.when.bases import starts_move
from extractor.claim.when.cited import only_compared
from extractor.claim.when.clock import Period, ahead, begun, closing, over
from extractor.claim.when.times import RUNNING
from extractor.records import Figure, FigureKind, Status, Term

REACH = 320
HAS = 24
# So many words stand between a goal's word and the first of what it moved between.
GOAL_REACH = 4
STRONG = {
    "target": Status.TARGET,
    "allotted": Status.TARGET,
    "future": Status.TARGET,
    "forecast": Status.FORECAST,
    "demand": Status.OTHER,
    "norm": Status.OTHER,
    "estimate": Status.ESTIMATE,
}
# So many words before a verb may stand those of which it tells.
THOSE = 3
# Words for today behind what is set apart from it.
NOW = ("to_date", "this_year")
CONDITION = "condition"
# Before the first figure of a sentence they govern it all.
OPENING = ("target", "future", "norm", "forecast")
EXPECTED = ("forecast", "estimate")
# What was assigned for a year that is not over has been assigned.
GIVEN = "assigned"


def told(figure: Figure, words: Sequence[Term], unit: Unit, view: Scene, tone: Tone) -> str | None:
    """What the words say of a figure: an id of STRONG, or None where they say nothing; words are `status_words`."""
    if unit.head_spans:
        return _head_word(unit)
    if is_plan(figure, unit, view.text):
        return "target"
    if _supposed(figure, unit, view.text) or (AGE in figure.rule and bounds_group(figure, unit, view.text)):
        return "norm"  # the age of those counted stays a bound within a wish too
    if _would_follow(figure, unit, view):
        return "forecast"
    aimed = _aimed_at(figure, unit, view.text)
    if aimed:
        return "target"
    word = _status_word(figure, words, unit, view.text) or carried_word(unit, view)
    if word is None and not reached(unit, view):
        word = word_above(unit, view)
    if word is None and aimed is None and tone.goes_on(figure, unit, view):
        return "target"
    if word is not None and word.id in WISHES and starts_move(figure, unit, view.text):
        return word.id if _goal_moves(word, figure, unit, view.text) else None
    if word is not None and word.id == "estimate" and _of_forecast(word, words, unit, view.text):
        return "forecast"
    return ("target" if word.id == ALLOTTED else word.id) if word else None


def _aimed_at(figure: Figure, unit: Unit, text: str) -> bool | None:
    """Whether the sentence opens with what it is for, and the figure stands there, before its comma: `To ensure 95% of
    homes have water, it built 9 plants`; None where it does not."""
    words = [word for word in unit.of("status", PURPOSE) if word.end <= figure.start]
    return not LIST.search(text, words[0].end, figure.start) if words else None


def _of_forecast(word: Term, words: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether an estimate goes on with what is forecast for the same time: `Vụ tới diện tích dự kiến còn 9.000 ha; sản
    lượng ước đạt 12.000 tấn`."""
    ends = [one.end for one in words if one.id == "forecast" and one.end <= word.start]
    first = next((one.end for one in unit.figures if ends and ends[-1] <= one.start), word.end)
    if first > word.start or any(first <= one.start < word.start for one in unit.of("time", *RUNNING)):
        return False
    times = (one for one in unit.others if first <= one.start < word.start)
    return all(only_compared(one, unit, text) for one in times)


def _goal_moves(word: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether it is the goal that moved: `raised its target from 6% to 8%`, not `aims to raise it from 6% to 8%`."""
    between = text[word.end : figure.start].split()
    moves = any(word.end <= one.start < figure.start for one in unit.of("statement", *MOVED))
    return word.id == "target" and not moves and len(between) <= GOAL_REACH and _noun(word, unit, text)


def _noun(word: Term, unit: Unit, text: str) -> bool:
    """Whether a goal's word is one that can be planned for: `the target`, not `aims`."""
    return text[word.start : word.end].lower().split()[-1] in habits(unit.language).plan_nouns


def status_of(word: str | None, clause: Clause, unit: Unit, view: Scene, when: Period) -> Status:
    """Whether a figure was achieved, is estimated, expected, wished for or demanded, by its word and its period."""
    published = view.article.published
    if word == "future" and when.basis == "sentence" and over(when.end, published):
        return Status.ACTUAL
    # What is estimated for a time that lies ahead, and not for the year that ends, is forecast.
    first = when.start if when.kind == "flow" else when.end
    if word == "estimate" and ahead(first, published) and not (when.kind != "flow" and closing(when, published)):
        return Status.FORECAST
    if word == "forecast" and when.basis == "sentence" and when.kind == "flow" and over(when.end, published):
        return Status.ESTIMATE
    if word:
        return Status.TARGET if word == "demand" and ahead(when.end, published) else STRONG[word]
    to_come = when.basis == "sentence" and ahead(when.start if when.kind == "flow" else when.end, published)
    to_come = to_come and not closing(when, published) and not _has(clause.figure, unit, view.text)
    reached_now = unit.of("status", "achieved") or _done(clause.figure, unit, view.text)
    to_come = to_come or (begun(when, published) and not reached_now)
    if to_come and not unit.head_spans and GIVEN not in clause.ids:
        return Status.TARGET
    return Status.OTHER if bounds_group(clause.figure, unit, view.text) else Status.ACTUAL


def _has(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is what has been reached, whatever day follows: `đã có 30 dự án sẵn sàng khởi công ngày …`."""
    words = [word.end for word in unit.of("status", "achieved") if 0 < figure.start - word.end <= HAS]
    words = [] if habits(unit.language).tenses else words
    return bool(words) and not LIST_OR_DIGIT.search(text, words[-1], figure.start)


def _done(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the verb behind the figure is over, where verbs end clauses: `اس سال 9 تک پہنچ گئی` in January."""
    using = habits(unit.language)
    parted = SEMICOLON.search(text, figure.end, unit.end)
    end = parted.start() if parted else unit.end
    return using.status_side == "after" and bool(using.past) and told_past(text, figure.end, end, using)


def _supposed(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure stands in a condition: between its word and the next comma, or what opens what follows it."""
    if CONDITION not in unit.ids:
        return False
    words = [word for word in unit.of("status", CONDITION) if word.end <= figure.start]
    then = habits(unit.language).then
    if not words or (then is not None and then.search(text, words[-1].end, figure.start)):
        return False
    if then is not None and _sets_apart(words[-1], unit, text, then):
        return False
    return not LIST.search(text, words[-1].end, figure.start)


def _sets_apart(word: Term, unit: Unit, text: str, then: re.Pattern[str]) -> bool:
    """Whether a condition's words only set what was apart from what is: `nếu năm 2020 có 5 xã thì năm nay có 9`."""
    opened = then.search(text, word.end, unit.end)
    if opened is None:
        return False
    behind = [one for one in unit.of("time", *NOW) if one.start >= opened.start()]
    return any(not text[opened.end() : one.start].strip() for one in behind)


def _would_follow(figure: Figure, unit: Unit, view: Scene) -> bool:
    """Whether the figure is what a condition would lead to: `Nếu giá giữ ổn định thì doanh thu khoảng 90 tỷ đồng`.

    A time between only sets what was apart from what is: `Nếu năm 2020 có 5 xã thì đến nay có 9`.
    """
    if CONDITION not in unit.ids:
        return False
    then = habits(unit.language).then
    words = [word for word in unit.of("status", CONDITION) if word.end <= figure.start]
    if not words or then is None or any(words[-1].end <= one.start < figure.start for one in unit.others):
        return False
    opened = then.search(view.text, words[-1].end, figure.start)
    told = (*unit.of("status", "achieved"), *unit.of("time", "to_date", "last_year"))
    return opened is not None and not any(opened.end() <= one.start < figure.start for one in told)


def _head_word(unit: Unit) -> str | None:
    """What a table's heads say: a wish, or a plan where the head begins with that word."""
    starts = {start for start, _ in unit.head_spans}
    for term in unit.heads:
        if term.kind == "status" and term.id in STRONG:
            return term.id
        if term.kind == "statement" and term.id in PLANS and term.start in starts:
            return "target"
    return None


def _status_word(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> Term | None:
    if not words:
        return None
    if habits(unit.language).status_side == "after":
        strong = frozenset(STRONG)
        return verb_word(figure, words, strong, unit, text) or row_verbs(unit, words, strong, text).get(figure.start)
    start = _sentence_start(text, figure.start, max(unit.start, figure.start - REACH))
    before = [w for w in words if w.end <= figure.start and not out_of_bracket(w.end, figure.start, text)]
    before = [w for w in before if not (only_set(w, figure, unit, text) or _stands_now(w, figure, unit, text))]
    before = [w for w in before if not (spent(w, figure.start, unit, text) or _turned(w, figure, unit, text))]
    before = [w for w in before if not (w.id == "achieved" and (of_share(w, unit, text) or of_those(w, unit, text)))]
    before = [w for w in before if not (w.id == "achieved" and _describes_goal(w, before, figure, unit, text))]
    own = [w for w in before if w.start >= start]
    if own and own[-1].id == "result" and own[-1].end + 1 == figure.start and _told_before(own, unit):
        return None
    if _part_done(figure, words, unit, text):
        return None
    if any(word.id in SAYING for word in own) or unit.of("time", "to_date"):
        return _last_strong(own)
    if verb := _verb_behind(figure, words, unit, text) or sentence_verb(words, unit, text):
        return verb
    first = first_told(words, unit, text)
    # A forecast holds for what is listed behind a semicolon, not for what is there: `…; khu 1 có công suất 20 tấn`.
    listed = [w for w in before if w.id != "forecast" or w.start == unit.start or not own]
    if by_tense(unit) and told_past(text, start, figure.start, habits(unit.language)):
        listed = [w for w in listed if w.id != "target"]
    word = _last_strong([w for w in listed if w.id == "achieved" or (w.id in OPENING and w.start < first)])
    return word or (_listed_forecast(figure, words, unit, text) if not own and by_tense(unit) else None)


def _listed_forecast(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> Term | None:
    """The word for what is expected in a list whose items have no verb: `9% is forecast for Hue; Vinh 8%`."""
    end = text.find(";", unit.start, figure.start)
    alike = any(one.kind is figure.kind and one.end <= end for one in unit.figures)
    alike = alike and not told_past(text, unit.start, figure.start, habits(unit.language))
    return words[0] if alike and words[0].start < end and all(word.id in EXPECTED for word in words) else None


def _describes_goal(word: Term, before: Sequence[Term], figure: Figure, unit: Unit, text: str) -> bool:
    """Whether what was achieved only tells what a wish is about, which goes on behind its comma: `phấn đấu giữ vững
    các tiêu chí đã đạt, thu nhập đạt 9 triệu đồng`."""
    wishes = [one.end for one in before if one.id in WISHES and one.end <= word.start]
    comma = LIST.search(text, word.end, figure.start)
    if by_tense(unit) or not wishes or comma is None:
        return False
    some = _of_some(word, unit, text)
    begin = word.end if some else wishes[-1]
    told = any(begin <= one.start < comma.start() for one in unit.figures)
    return not told and (some or not LIST.search(text, wishes[-1], word.start))


def _of_some(word: Term, unit: Unit, text: str) -> bool:
    """Whether what was achieved only says which ones are meant: `giữ vững các xã đã đạt chuẩn`."""
    before = text[unit.start : word.start].lower().split()[-THOSE:]
    return not habits(unit.language).plural.isdisjoint(before)


def _stands_now(word: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a clause about today parts a wish from the figure: `phải xong trước ngày 31/12, hiện mới đạt 35%`."""
    now = [one.start for one in unit.of("time", "to_date") if word.end <= one.start < figure.start]
    return word.id != "achieved" and bool(now) and LIST.search(text, word.end, now[-1]) is not None


def _turned(word: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether behind a wish another clause begins whose verb tells what is over: `… is to grow 9% while sales rose`."""
    using = habits(unit.language)
    if word.id not in WISHES or using.turning is None:
        return False
    turns = [found.end() for found in using.turning.finditer(text, word.end, figure.start)]
    return bool(turns) and told_past(text, turns[-1], figure.start, using)


def _part_done(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether a part of a plan was done: `đặt ra 12 chỉ tiêu, trong đó 9 chỉ tiêu hoàn thành`, `… 9 built so far`."""
    goals = [word.end for word in words if word.id in STRONG and word.end <= figure.start]
    using = habits(unit.language)
    if not goals or not (by_tense(unit) or (figure.kind is FigureKind.COUNT and not using.tenses)):
        return False
    parts = any(goals[-1] <= one.start < figure.start for one in unit.of("link", *PARTS))
    end = clause_end(text, figure.end, min(unit.end, figure.end + SUBJECT_REACH))
    if by_tense(unit):
        whole = [one.end for one in unit.figures if goals[-1] <= one.start < figure.start]
        apart = bool(whole) and LIST.search(text, whole[-1], figure.start) is not None
        now = [*unit.of("time", "to_date"), *unit.of("status", "achieved")] if apart else []
        return any(figure.end <= one.start < end for one in now) or (parts and told_past(text, figure.end, end, using))
    done = (*(word for word in words if word.id == "achieved"), *unit.of("concept", "done"))
    return parts and any(figure.end <= word.start < end for word in done)


def _told_before(own: Sequence[Term], unit: Unit) -> bool:
    """Whether a figure stands between a goal's word and the word of its result."""
    goals = [word.end for word in own[:-1] if word.id in STRONG]
    return bool(goals) and any(goals[-1] <= one.start < own[-1].start for one in unit.figures)


def _verb_behind(figure: Figure, words: Sequence[Term], unit: Unit, text: str) -> Term | None:
    """The verb of a figure that is its subject: `12 trường sẽ được xây`, `VND11 trillion (US$473 million) will go`."""
    noun = f" {figure.unit}"  # `9 xã, phường sẽ`
    counted = figure.end + len(noun) if text.startswith(noun, figure.end) else figure.end
    end = clause_end(text, counted, min(unit.end, figure.end + SUBJECT_REACH))
    verb = next((word for word in words if figure.end <= word.start < end), None)
    if verb is None or verb.id not in ("future", "forecast"):
        return None
    if any(verb.start - 2 < word.end <= verb.start for word in unit.of("statement")):
        return None
    between = text[figure.end : verb.start]
    own = [one for one in unit.figures if figure.end < one.start < verb.start and text[one.start - 1] != "("]
    own = [one for one in own if figure.denominator is None or one.value != figure.denominator]
    joined = not habits(unit.language).joiners.isdisjoint(between.split())
    return None if own or joined else verb


def _last_strong(before: Sequence[Term]) -> Term | None:
    """The last word that wishes or estimates, unless what was achieved is named after it (đã, đến nay)."""
    for term in reversed(before):
        if term.id in STRONG:
            return term
        if term.id == "achieved":
            return None
    return None


def _sentence_start(text: str, position: int, limit: int) -> int:
    """Where the clause begins: behind the last semicolon or colon, or a full stop that ends a sentence."""
    last = max(text.rfind(sign, limit, position - 1) for sign in ";؛:۔")
    last = max(last, text.rfind(". ", limit, position))
    return last + 1 if last >= 0 else limit
