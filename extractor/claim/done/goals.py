"""What the sentences before say of a figure: a list of goals, an estimate and its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.claim.done.details import (
    COMPARED,
    LISTED,
    SAYING,
    SHARES,
    announced,
    detailed,
    details,
    said_of_figures,
    set_out,
    still_announced,
    titled,
)
from extractor.claim.done.plans import BASES, is_plan, measured
from extractor.claim.done.verbs import by_tense, past, present, told_past, verbless
from extractor.claim.done.wishes import NEAR
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, WISHES, Scene, Unit, once
from extractor.claim.signs import LIST
from extractor.claim.when.clock import YEAR, ahead
from extractor.records import Comparator, Figure, FigureKind, Status, Term

# A verb that goes on with a wish of the sentence before: `It aims at 9%. The rate reaches 30%.`
PRESENT = "present"
GOVERNING = ("target", "future")
SINCE = "since"
PAST = ("year_start", "last_year", "year_past", "term_past", "cumulated", "as_of", "end_of")
EXCESS = "excess"
# What stands there as a fact: `toàn tỉnh có 90 xã`.
EXISTING = "existing"
# So many words before a goal may stand the word that makes it what something is done for.
FOR = 5
# One result among so many goals is one that was misread.
FEW = 8
# So near behind a comparison stands the time compared with.
BASE = 6
LEAST = (Comparator.AT_LEAST, Comparator.AT_MOST)
GOALS = (Status.TARGET, Status.FORECAST)
# So many goals make a text one of goals; where tenses tell what is over, one more.
SEVERAL = 2


@dataclass(slots=True)
class Tone:
    """How many figures of the article so far were wished for, and whether all of them."""

    goals: int = 0
    results: int = 0
    wished: bool = False
    # Where the last of them stands.
    last: int = 0

    def take(self, figure: Figure, status: Status) -> None:
        """Keeps what was said of a figure for those behind it; an age or a norm is no result."""
        self.goals += status in GOALS
        told = status is not Status.OTHER and figure.kind is not FigureKind.DURATION
        self.results += told and status not in GOALS
        self.wished, self.last = status in GOALS, figure.start

    def goes_on(self, figure: Figure, unit: Unit, view: Scene) -> bool:
        """Whether an article that has told nothing but goals goes on with them; a tense would say so itself.

        Where nothing but a tense says it, only a share in the present does, behind several goals.
        """
        if self.wished and (_bounds(unit) or _next_topic(unit, view.text)) and not of_past(unit):
            return True
        if self.wished and not unit.of("status", *SAYING) and _of_goals(unit, view):
            return True
        tenses = habits(unit.language).tenses
        wishes = (by_tense(unit) or not tenses) and titled(view.units[0], view.text)
        # A headline alone goes on in nothing that is only told: `Hội thảo có 300 đại biểu.`
        wishes = wishes and (tenses or self.last >= view.units[0].end)
        if wishes and self.wished and not tenses and _silent(unit, view):
            return True  # Năm nay phấn đấu thu 9 tỷ đồng. Trồng mới 5 ha rừng.
        several = 1 if wishes else SEVERAL
        results = self.results * (FEW if by_tense(unit) else self.goals + 1)
        if self.goals < max(several, results) or _tense(unit, view.text):
            return False
        if unit.of("time", "to_date") or (tells_result(unit, view) and not self._shares(unit)):
            return False
        if by_tense(unit):
            shares = figure.kind is FigureKind.PERCENT or figure.comparator in LEAST
            return shares and (self.goals > SEVERAL or several < SEVERAL)
        if habits(unit.language).tenses and figure.kind not in (*SHARES, FigureKind.MONEY):
            return False
        return all(word.id in WISHES for word in unit.of("status", *SAYING))

    def _shares(self, unit: Unit) -> bool:
        """Whether a share only stands there among goals and no result: `Có 80% số xã đạt chuẩn`."""
        shares = all(figure.kind is FigureKind.PERCENT for figure in unit.figures)
        silent = not (unit.others or unit.of("time") or unit.of("statement", *COMPARED, EXCESS))
        return shares and silent and self.results == 0


def _silent(unit: Unit, view: Scene) -> bool:
    """Whether a sentence says nothing of when or whether its figures were reached."""
    told = unit.others or unit.of("status", *SAYING) or unit.of("time") or unit.of("statement", *COMPARED, EXCESS)
    return not told and not tells_result(unit, view)


@once
def _of_goals(unit: Unit, view: Scene) -> bool:
    """Whether a sentence names parts of goals, or compares with the year that is not over, behind which they are:
    `Trong đó, nông nghiệp tăng 3%`, `Công nghiệp chiếm 9%, tăng 1% so với năm nay`."""
    if habits(unit.language).tenses or of_past(unit):
        return False
    return unit.goes_on or _against_running(unit, view)


def _against_running(unit: Unit, view: Scene) -> bool:
    """Whether the only time of a sentence is the year of publication, told as what its figures are compared with."""
    year, words = (view.article.published or "")[:YEAR], unit.of("statement", *BASES, "compared", "than")
    days = [one for one in unit.others if one.kind in (FigureKind.DATE, FigureKind.PERIOD)]
    based = [any(0 < day.start - word.end <= BASE for word in words) for day in days]
    return bool(days) and all(based) and all(str(day.value)[:YEAR] == year for day in days)


@once
def _bounds(unit: Unit) -> bool:
    """Whether a sentence that says nothing else of it tells what is to be reached at least: `đạt 95% trở lên`.

    A verb that was put into the past by a translator says nothing else: `the height rose by at least 1.5 cm`; nor does
    one behind a range: `شرح میں 1-1.5 پوائنٹس کی کمی ہوئی`.
    """
    tenses, tensed = habits(unit.language).tenses, by_tense(unit)
    if any(not (tenses and word.id == "achieved") for word in unit.of("status", *SAYING)):
        return False
    if tenses and (unit.others or unit.of("time", "this_year", "recent")):
        return False
    ranges = tenses and not tensed and any(figure.value_max is not None for figure in unit.figures)
    return ranges or any(figure.comparator in (LEAST[:1] if tenses else LEAST) for figure in unit.figures)


@once
def _next_topic(unit: Unit, text: str) -> bool:
    """Whether a sentence opens the next topic of what the sentence before wished for: `Về hạ tầng số, 100% số thôn`."""
    topics = habits(unit.language).topics
    silent = not unit.of("status", *SAYING) and not unit.of("statement", *COMPARED, EXCESS, *MOVED)
    return topics is not None and silent and topics.match(text, unit.start) is not None and not _stands(unit)


def of_past(unit: Unit) -> bool:
    """Whether a sentence tells of a time that is over or of today."""
    return bool(unit.of("time", "to_date", SINCE, *PAST))


def _tense(unit: Unit, text: str) -> bool:
    """Whether verbs of the language have tenses that would say what is over, and none says that this is not."""
    using = habits(unit.language)
    return using.tenses and (not using.past or past(unit, text))


@once
def carried_word(unit: Unit, view: Scene) -> Term | None:
    """What was estimated stays so in the parts that the next sentence names; a list of goals stays one to its end."""
    if opened := announced(unit, view) or set_out(unit, view):
        return opened
    before = view.before(unit)
    if listed := _under_colon(unit, before, view):
        return listed
    if _tells_itself(unit, view.text):
        return None
    if goal := detailed(unit, view):
        return goal
    if by_tense(unit) and told_past(view.text, unit.start, unit.figures[0].start, habits(unit.language)):
        before = before[:1] if unit.goes_on else []
    if before and (parted := _of_parts(unit, before[0], view)):
        return parted
    for number, earlier in enumerate(before):
        words = [word for word in said_of_figures(earlier, view.text) if not _closes(word, earlier, view.text)]
        # The pieces that one sentence was cut into tell the same.
        if words and earlier.figures and all(verbless(one, view.text) for one in (unit, *before[:number])):
            return words[-1] if words[-1].id in WISHES else None
        if words and (earlier.figures or not _aside(words[-1], earlier, view.text)):
            return _held(words, earlier, unit, view)
    return still_announced(unit, before, view)


def _under_colon(unit: Unit, before: Sequence[Unit], view: Scene) -> Term | None:
    """The wish that opens a paragraph's list right before its colon, whose items a translator may have put into the
    past: `The province strives: to build 9 halls. The rate reached 90%. Jobs rose by 5%.`"""
    if not habits(unit.language).articles or tells_result(unit, view) or of_past(unit):
        return None
    words = (word for one in before for word in one.of("status", *WISHES) if view.text[word.end : word.end + 1] == ":")
    return next(words, None)


def _of_parts(unit: Unit, earlier: Unit, view: Scene) -> Term | None:
    """What was estimated, set as a goal or planned before, where the sentence opens with its parts: `Trong đó, …`."""
    opens = next((term for term in unit.of("link", "of_which") if term.start == unit.start), None)
    if opens is None:
        return None
    if earlier.figures and all(is_plan(one, earlier, view.text) for one in earlier.figures):
        return replace(opens, kind="status", id="target")
    words = said_of_figures(earlier, view.text)
    told = words and (words[-1].id in ("estimate", "forecast") or _parted(words[-1], earlier, view))
    return words[-1] if told else None


def _held(words: Sequence[Term], earlier: Unit, unit: Unit, view: Scene) -> Term | None:
    """The word of an earlier sentence that holds on: one that opens a list, else the last where it goes on."""
    if _lists_results(words[-1], earlier, view.text):
        return None
    opens = [word for word in words if word.id in LISTED and _opens_list(word, earlier, view.text)]
    return opens[-1] if opens else words[-1] if _goes_on(words[-1], earlier, unit, view) else None


def _tells_itself(unit: Unit, text: str) -> bool:
    """Whether a sentence says itself what its figures are: by a word of status, of today or, where verbs stand behind,
    by one of what is over."""
    words = unit.of("status", *SAYING)
    if any(word.id not in WISHES or word.start < unit.figures[0].start for word in words) or unit.of("time", "to_date"):
        return True
    return habits(unit.language).status_side == "after" and past(unit, text)


def _parted(word: Term, unit: Unit, view: Scene) -> bool:
    """Whether a goal was set of which the next sentence names parts: `Năm nay đặt mục tiêu 9 xã. Trong đó, …`."""
    goal = word.id in WISHES and not habits(unit.language).tenses and not _closes(word, unit, view.text)
    results = unit.of("status", "achieved") or of_past(unit)
    return goal and not (results or measured(word, unit, view.text) or _served(word, unit, view.text))


def _aside(word: Term, unit: Unit, text: str) -> bool:
    """Whether a goal is only what a sentence of results was for: `Kết quả này góp phần thực hiện mục tiêu năm 2025`."""
    return any(one.start < word.start for one in unit.of("status", "achieved")) or _served(word, unit, text)


def _served(word: Term, unit: Unit, text: str) -> bool:
    """Whether a goal is what something was done for or by, and what it is itself is not said."""
    end, purpose = word.end if word.start == unit.start else word.start, habits(unit.language).purpose
    before = re.split("[,;:]", text[unit.start : end])[-1].split()[-FOR:]
    return purpose is not None and purpose.search(" ".join(before)) is not None


def spent(word: Term, position: int, unit: Unit, text: str) -> bool:
    """Whether a goal ends with its part of the sentence: `Bám sát mục tiêu tăng trưởng, tỉnh thu 5 tỷ đồng`.

    Not where it goes on with its time (`Để đạt mục tiêu đến năm 2030, …`) or its own value.
    """
    comma = LIST.search(text, word.end, position)
    if word.id != "target" or comma is None:
        return False
    if any(word.end <= one.start < comma.start() for one in (*unit.figures, *unit.others)):
        return False
    # `hoàn thành mục tiêu Đại hội đề ra`: the first word of a goal says what it is there for.
    goals = [one for one in unit.of("status", "target") if one.start <= word.start]
    first = next((one for one in goals if not LIST.search(text, one.end, word.start)), None)
    return first is not None and _served(first, unit, text)


def _closes(word: Term, unit: Unit, text: str) -> bool:
    """Whether a goal's word ends its sentence, so that it only tells which goals: `vượt mục tiêu đại hội đã đề ra.`"""
    side = habits(unit.language).status_side
    return side == "before" and word.id == "target" and not any(sign.isalnum() for sign in text[word.end : unit.end])


def _goes_on(word: Term, earlier: Unit, unit: Unit, view: Scene) -> bool:
    """Whether a wish before holds on: for a verb in the present, and without tenses where no result is told."""
    wishes: tuple[str, ...] = ("target",)
    if habits(unit.language).tenses:
        shares = present(unit, view.text) and unit.figures[0].kind in SHARES
        if not (shares or details(earlier, unit, view)):
            # `The economy is projected to grow by 9%. Trade makes up 30%`: what is forecast says nothing of what is.
            held = GOVERNING if by_tense(unit) else WISHES
            return bool(unit.of("status", PRESENT)) and word.id in held
        wishes = ("target",) if shares else WISHES
    goal = word.id in wishes and not measured(word, earlier, view.text)
    return goal and not any(tells_result(one, view) for one in view.units[earlier.index + 1 : unit.index + 1])


def _stands(unit: Unit) -> bool:
    """Whether a figure stands there as a fact: `toàn tỉnh có 90 xã`."""
    words = unit.of("status", EXISTING)
    return any(0 < figure.start - word.end <= NEAR for word in words for figure in unit.figures)


def tells_result(unit: Unit, view: Scene) -> bool:
    """Whether a sentence tells a result: what it is compared with or exceeds, or a time that is over.

    Where tenses tell what is over, `from 50%` and `exceeding 60%` may be goals.
    """
    tenses = by_tense(unit)
    over = unit.of("time", *PAST) or (not tenses and unit.of("time", SINCE))
    if over or unit.of("statement", *COMPARED) or (not tenses and unit.of("statement", EXCESS)) or _stands(unit):
        return True
    published = view.article.published
    days = [figure.value for figure in unit.others if figure.kind in (FigureKind.DATE, FigureKind.PERIOD)]
    return any(isinstance(day, str) and not ahead(day, published) for day in days)


def _opens_list(word: Term, unit: Unit, text: str) -> bool:
    """Whether a colon behind the word opens a list: `the main targets: growth of 9%`."""
    return text.find(":", word.end, unit.end) >= 0


def _lists_results(word: Term, unit: Unit, text: str) -> bool:
    """Whether a goal's word only opens a list of results, where verbs end clauses: `9 اہداف مکمل ہوئے: شرح 5% رہی`."""
    colon, using = text.find(":", word.end, unit.end), habits(unit.language)
    if colon < 0 or using.status_side == "before":
        return False
    words = (*unit.of("status", "achieved"), *unit.of("statement", EXCESS), *unit.of("concept", "done"))
    return any(word.end <= one.start < colon for one in words) or told_past(text, colon, unit.end, using)
