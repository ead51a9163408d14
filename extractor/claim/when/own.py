"""Whether a date beside a figure is its own: right behind it, in a bracket about the two, or where a move began."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim import signs
from extractor.claim.done.verbs import closed, done_by
from extractor.claim.habits import Habits, habits
from extractor.claim.scene import Unit
from extractor.claim.when.bases import PARTED, starts_move
from extractor.claim.when.cited import BESIDE
from extractor.claim.when.clock import Period
from extractor.records import Figure

BEHIND = 24
STOP = ". "
# So many words may say what a figure counts.
COUNTED = 2
# What a time is told of where one of them stands behind it.
TOLD = ("concept", "place", "scope", "body")


def stands_behind(figure: Figure, one: Period, unit: Unit, text: str) -> bool:
    """Whether a date right behind the figure is its own: `21,6% năm 2021`, `5.2% at the end of 2022`."""
    if _bracketed(figure, one, unit, text):
        return True
    gap = text[signs.past_equal(figure.end, one.position, text) : one.position]
    using = habits(unit.language)
    if STOP in gap or (using.then is not None and using.then.search(gap)):
        return False
    if one.kind == "deadline" and gap and not gap.lstrip().startswith("("):
        if closed(text, figure.end, one.position, habits(unit.language)) or done_by(figure, one.position, unit, text):
            return False
        return not signs.LIST.search(gap) and not any(
            figure.end <= other.start < one.position for other in unit.figures
        )
    if gap.lstrip().startswith("("):
        return _in_bracket(one, unit, text, figure.end)
    if not 0 < len(gap) <= BEHIND or habits(unit.language).time_side == "after":
        near = 0 < len(gap) <= BESIDE and not signs.LIST.search(gap)
        return near and habits(unit.language).joiners.isdisjoint(gap.split())
    left, position = "", one.position - len(gap)
    for word in unit.of("time"):
        if position <= word.start and word.end <= one.position:
            left, position = left + text[position : word.start], word.end
    left += text[position : one.position]
    return _noun_and_preposition(left.split(), habits(unit.language))


def _noun_and_preposition(words: Sequence[str], using: Habits) -> bool:
    """Whether nothing stands there but what is counted and small words: `9 projects for`, `the 6% rate of`."""
    names = [n for n, word in enumerate(words) if word.lower() not in using.function]
    if not names:
        return True
    alone = names[-1] < COUNTED and names[-1] + 1 < len(words) and using.joiners.isdisjoint(words)
    return alone and all(word.isalpha() and word.islower() for word in words)


def _bracketed(figure: Figure, one: Period, unit: Unit, text: str) -> bool:
    """Whether a date stands behind the figure in the bracket that is about the two: `(it was 9 per 10,000 in 2020)`."""
    opened = text.rfind("(", unit.start, figure.start)
    shut = text.find(")", figure.end, unit.end) if opened >= 0 else -1
    if not figure.end < one.position < shut or ")" in text[opened : figure.start]:
        return False
    return not any(opened < other.start < shut for other in unit.figures if other is not figure)


def _in_bracket(one: Period, unit: Unit, text: str, start: int) -> bool:
    """Whether a date stands alone in the bracket behind a figure: `12% (năm 2020)`."""
    shut = text.find(")", one.position, one.position + BEHIND)
    inside = shut > 0 and one.position - start <= BEHIND and ")" not in text[start : one.position]
    return inside and not any(start < other.start < shut for other in unit.figures)


def moved_from(one: Period, unit: Unit, text: str) -> Figure | None:
    """The figure right behind a time that another one moved away from: `2021 میں 21% سے کم ہو کر 6%`."""
    using = habits(unit.language)
    if using.time_side != "after" or not unit.of("time", "from"):
        return None
    figure = next((other for other in unit.figures if other.start > one.position), None)
    if figure is None or not starts_move(figure, unit, text) or PARTED.search(text, one.position, figure.start):
        return None
    placed = not using.placing.isdisjoint(text[one.position : figure.start].split()[-1:])
    between = unit.within(one.position, figure.start)
    return figure if placed and not any(word.kind in TOLD for word in between) else None
