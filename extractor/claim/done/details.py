"""What a sentence that announces or sets goals says of the details that are told behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.done.plans import BASES, met
from extractor.claim.done.verbs import by_tense, present, told_past
from extractor.claim.done.wishes import LETTERS, NEAR, goals_set, in_plan, status_words
from extractor.claim.habits import habits
from extractor.claim.scene import GOALS, PARTS, PLANS, WISHES, Scene, Unit, is_headline, once
from extractor.records import FigureKind, Term

# Words that say whether something was reached.
SAYING = ("target", "future", "forecast", "demand", "norm", "estimate", "achieved")
# What a lead-in with a colon says of a whole list.
LISTED = (*WISHES, "norm")
COMPARED = (*BASES, *PLANS, "compared")
# They open the details of what was just said.
DETAILS = (*PARTS, "specifically")
# A paper of what is to be done.
PAPER = "plan_paper"
# What goes on as a goal without a word of its own where verbs have tenses; what is counted is there.
SHARES = (FigureKind.PERCENT, FigureKind.RATE)


def announced(unit: Unit, view: Scene) -> Term | None:
    """The wish of the sentence before that announces a list: `It set targets for 2026. Specifically: growth of 9%`.

    Where tenses tell what is over, none has to: a colon is not asked for.
    """
    words = [word.end for word in unit.of("link", "specifically") if word.start == unit.start]
    earlier = view.units[unit.index - 1] if words and unit.index else None
    if earlier is None or earlier.figures:
        return None
    # `đã đề ra` says that goals were set, not reached.
    goals = {word.start - 1 for word in earlier.of("status", *WISHES, "sets")}
    if any(word.end not in goals for word in earlier.of("status", "achieved")):
        return None
    return wish(earlier) if view.text[words[0]] == ":" or _goes_on(unit, view.text) else None


def _goes_on(unit: Unit, text: str) -> bool:
    """Whether a sentence can go on with goals in the present: what is counted in it stands there."""
    return present(unit, text) and bool(unit.figures) and unit.figures[0].kind in (*SHARES, FigureKind.MONEY)


def set_out(unit: Unit, view: Scene) -> Term | None:
    """The goals that the sentence before sets and counts: `Đại hội thông qua 16 chỉ tiêu. Cụ thể, thu nhập đạt …`."""
    earlier = view.units[unit.index - 1] if opens_details(unit) and unit.index else None
    if earlier is None:
        return None
    if goals := goals_set(earlier, view.text):
        return goals
    return _planned(unit, earlier, view.text)


def _planned(unit: Unit, earlier: Unit, text: str) -> Term | None:
    """The paper or course of what is to be done that the sentence before says was issued, where this one tells what is
    in it: `Tỉnh ban hành Đề án …. Theo đó, mỗi huyện chọn 2 xã`."""
    if unit.of("status", *SAYING) or unit.of("time", "to_date") or unit.of("statement", *COMPARED):
        return None
    sets = [word.end for word in earlier.of("status", "sets")]
    for paper in earlier.of("status", PAPER, *GOALS):
        if any(0 < paper.start - end <= NEAR and LETTERS.fullmatch(text, end, paper.start) for end in sets):
            return replace(paper, id="target")
    return None


def detailed(unit: Unit, view: Scene) -> Term | None:
    """The wish of the sentence before, where this one opens with its details and no verb tells what is over."""
    using = habits(unit.language)
    opens = next((word for word in unit.of("link", *DETAILS) if word.start == unit.start), None)
    # Where verbs stand before, one behind the opening would say what holds: `Of these, 5 are open`.
    silent = opens is not None and (by_tense(unit) or _verbless(opens.end, unit, view.text))
    earlier = view.units[unit.index - 1] if silent and unit.index else None
    words = said_of_figures(earlier, view.text) if earlier is not None and earlier.figures else []
    if not words or words[-1].id not in WISHES or told_past(view.text, unit.start, unit.end, using):
        return None
    return None if unit.of("statement", *COMPARED) else words[-1]


def _verbless(start: int, unit: Unit, text: str) -> bool:
    """Whether no verb in the present stands in the rest of a sentence, in a language that would have one."""
    using = habits(unit.language)
    return using.tenses and using.present.isdisjoint(text[start : unit.end].split())


@once
def said_of_figures(unit: Unit, text: str) -> list[Term]:
    """A sentence's words of status but for the estimate or plan that a share is of: `تخمینہ کے 85%`."""
    plans = unit.of("statement", *PLANS)
    words = [word for word in unit.of("status", *SAYING) if word.id != "target" or not met(word, unit, text)]
    return [word for word in words if not any(in_plan(word, plan, unit, text) for plan in plans)]


def wish(unit: Unit) -> Term | None:
    """The last wish or norm of a sentence."""
    words = unit.of("status", *LISTED)
    return words[-1] if words else None


def details(first: Unit, last: Unit, view: Scene) -> bool:
    """Whether one of these sentences opens the details of what was announced, and the last can go on with them."""
    return _goes_on(last, view.text) and any(map(opens_details, view.units[first.index : last.index + 1]))


def still_announced(unit: Unit, before: Sequence[Unit], view: Scene) -> Term | None:
    """The wish that was announced before, where the sentences go on with its details in the present."""
    first = next((one for one in before if opens_details(one)), None)
    return announced(first, view) if first is not None and _goes_on(unit, view.text) else None


def opens_details(unit: Unit) -> bool:
    """Whether the sentence opens the details of what was announced."""
    return "specifically" in unit.ids and any(word.start == unit.start for word in unit.of("link", "specifically"))


@once
def titled(title: Unit, text: str) -> bool:
    """Whether a text's title names a goal that is not said to be reached: `Nghe An adjusts its poverty target`; where
    no tense would say so, by any wish."""
    if not is_headline(title, text):
        return False
    using, told = habits(title.language), status_words(title, text)
    if not using.tenses:
        wishes = any(word.id in ("target", GOALS[0]) for word in told)
        return wishes and not title.of("status", "achieved", "report")
    words = [text[word.start : word.end].lower().split()[-1] for word in told]
    return any(word in using.plan_nouns or word.removesuffix("s") in using.plan_nouns for word in words)
