"""The value of a plan that stands before its word, where a share of it is told behind that, as in Urdu."""

from __future__ import annotations

import re

from extractor.claim.habits import habits
from extractor.claim.scene import PLANS, Unit
from extractor.claim.signs import DIGIT
from extractor.records import Figure, FigureKind, Term

# What is told behind it as more or less than the plan.
AGAINST = ("over_plan", "compared")
VALUES = (FigureKind.MONEY, FigureKind.MEASURE)
# So many words say what is counted, and so many more which plan it is.
NOUN, KIND = 2, 2
SIGN = re.compile(rf"[,;،؛:().۔{DIGIT}]")


def of_next_share(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the plan of which a share is told right behind its word: `900 بلین VND کے منصوبے کا 80%`;
    a count only of what was a goal, since it may be of those whose plan it is: `9 اداروں کے منصوبے کا 80%`."""
    if habits(unit.language).status_side != "after" or figure.kind not in (*VALUES, FigureKind.COUNT):
        return False
    goals = {word.start for word in unit.of("status", "target")}
    plans = [one for one in unit.of("statement", *PLANS) if one.start > figure.end]
    return any(
        (figure.kind in VALUES or plan.start in goals)
        and _owns(figure, plan, unit, text)
        and _measures(plan, unit, text)
        for plan in plans[:1]
    )


def _owns(figure: Figure, plan: Term, unit: Unit, text: str) -> bool:
    """Whether no more than what is counted, a genitive and an adjective stand between a value and its plan's word."""
    using, gap = habits(unit.language), text[figure.end : plan.start]
    words = gap.split()
    at = next((number for number, word in enumerate(words) if word in using.share_of), None)
    if at is None or at > NOUN or len(words) - at - 1 > KIND or SIGN.search(gap):
        return False
    return using.function.isdisjoint(words[at + 1 :])


def _measures(plan: Term, unit: Unit, text: str) -> bool:
    """Whether something is told to be a share of a plan, or more than it, right behind its word."""
    using = habits(unit.language)
    if any(plan.start <= word.start <= plan.end + 1 for word in unit.of("statement", *AGAINST)):
        return True
    share = next((one for one in unit.figures if one.start > plan.end), None)
    if share is None or share.kind is not FigureKind.PERCENT:
        return False
    between = text[plan.end : share.start].split()
    return (using.share_between | using.share_of).issuperset(between)
