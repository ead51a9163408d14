"""What a move is measured from where the verb ends the clause: a bare `from` right before it, `2024 سے 9% زیادہ`."""

from __future__ import annotations

import re

from extractor.claim.done.plans import BASES as SAME
from extractor.claim.habits import Habits, habits
from extractor.claim.scene import MOVED, Unit, once
from extractor.records import Figure, Term

# What a time right before it is weighed by.
WEIGHED = ("level", "no_move")
MOVES = (*MOVED, "up_behind", "down_behind")
# So far before a figure stands the word, and so many words may say what the figure counts.
REACH = 24
# And so far behind a time at most the word of a comparison.
FARTHEST = 60
COUNTED = 3
PARTED = re.compile(r"[,;:،؛۔()]")


def measured_by(end: int, unit: Unit, text: str) -> bool:
    """Whether what is compared with begins where a date ends: `2021 کی فصل کے مقابلے میں`, `2021 سے 9% کم`."""
    using = habits(unit.language)
    if _exceeded(end, unit, text):
        return True
    words = [one.start for one in unit.of("statement", "compared")] if using.time_side == "after" else []
    place = min((one for one in (*words, *_outdone(unit, text)) if one >= end), default=end + FARTHEST + 1)
    gap = text[end:place]
    named = any(end <= one.start < place for one in (*unit.figures, *unit.others))
    near = place - end <= FARTHEST and not any(sign in gap for sign in ",;:،؛()")
    return near and not named and using.placing.isdisjoint(gap.split())


def says_all(word: Term, text: str, using: Habits) -> bool:
    """Whether a comparison names its own base: `from a year earlier`, `month-on-month`, but not `the same period`."""
    words = text[word.start : word.end].lower().replace("-", " ").split()
    return word.id in SAME and not (using.year | using.month).isdisjoint(words)


@once
def _outdone(unit: Unit, text: str) -> tuple[int, ...]:
    """Where the words begin that lead from what a move is measured from to it: `2024 کی فصل سے 2 ٹن کا اضافہ`."""
    using = habits(unit.language)
    if using.time_side != "after" or not any(unit.of("statement", *MOVES)):
        return ()
    found = []
    for figure in unit.figures:
        before = list(re.finditer(r"\S+", text[max(unit.start, figure.start - REACH) : figure.start]))
        while before and before[-1][0] in using.share_between:
            before.pop()
        if before and before[-1][0] in using.ranges and _moved(figure, unit, text):
            found.append(max(unit.start, figure.start - REACH) + before[-1].start())
    return tuple(found)


def _moved(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a word of a move stands right behind the figure or what it counts."""
    word = next((one for one in unit.of("statement", *MOVES) if one.start >= figure.end), None)
    if word is None or PARTED.search(text, figure.end, word.start):
        return False
    return len(text[figure.end : word.start].split()) <= COUNTED


def _exceeded(end: int, unit: Unit, text: str) -> bool:
    """Whether something was more or less than in a time that ends there or as much:
    `اگست سے زیادہ رہی`, `اگست کے برابر`."""
    using = habits(unit.language)
    words = (
        [one for one in unit.of("statement", *WEIGHED) if one.start == end + 1] if using.time_side == "after" else []
    )
    return any(one.id == "level" or text.startswith(using.ranges, one.start) for one in words)
