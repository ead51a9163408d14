"""The places that stand behind their figures: `9 in Huế and 8 in Vinh`, `VND3 trillion for Huế`, `With 9, Huế …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.levels import LISTED, REGION, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.together import enumerated
from extractor.records import Figure, FigureKind

# So near a bracket opens before a sum in it: `(more than 2,000 USD)`.
BRACKETED = 14
# So many words at most tell what is counted before a place.
COUNTED = 4


def equals(figure: Figure, text: str) -> bool:
    """Whether the figure is the same sum in another currency, in a bracket behind it."""
    opened = text.rfind("(", max(0, figure.start - BRACKETED), figure.start)
    return figure.kind is FigureKind.MONEY and opened >= 0 and ")" not in text[opened : figure.start]


def another_currency(figure: Figure, before: Figure, text: str) -> bool:
    """Whether the figure is the sum before it again: `9 triệu đồng (350 USD)`."""
    return equals(figure, text) and before.kind is FigureKind.MONEY and before.unit != figure.unit


def led_in(figure: Figure, unit: Unit, found: Sequence[Mark], text: str) -> Mark | None:
    """The subject behind the comma of a phrase that leads in with the figure: `With 90 points, Huế came first`."""
    words = text[unit.start : figure.start].lower().split(maxsplit=1)
    if not words or words[0] not in habits(unit.language).leading or any(mark.end <= figure.start for mark in found):
        return None
    comma = text.find(", ", figure.end, unit.end)
    return next((mark for mark in found if mark.key and mark.level in LISTED and mark.start == comma + 2), None)


def spread(figure: Figure, unit: Unit, found: Sequence[Mark], text: str) -> Mark | None:
    """The place behind the figure where each of several figures has its own so: `9 in Huế and 8 in Nghệ An`."""
    if figure.kind is not FigureKind.MONEY and not any(mark.start >= figure.end for mark in found):
        return None
    figures = [one for one in unit.figures if not equals(one, text)]
    number = next((n for n, one in enumerate(figures) if one.start >= figure.start), len(figures))
    number -= equals(figure, text)
    here = _place_behind(figures[number : number + 2], unit, found, text) if number >= 0 else None
    if here is None:
        return None
    beside = (figures[n : n + 2] for n in (number - 1, number + 1) if n >= 0)
    return here if any(_place_behind(pair, unit, found, text) for pair in beside) else None


def right_behind(figure: Figure, unit: Unit, usable: Sequence[Mark], text: str) -> Mark | None:
    """The province that only a preposition ties to the figure: `VND3 trillion (US$120 million) for Huế`."""
    mark = next((one for one in usable if one.start >= figure.end), None)
    if mark is None or mark.level != "province" or mark.key is None or figure.kind is FigureKind.RANK:
        return None
    gap = text[figure.end : mark.start]
    gap = gap[gap.find(")") + 1 :] if gap.startswith((" (", ")")) else gap
    return mark if gap.strip().lower() in habits(unit.language).inside else None


def _place_behind(figures: Sequence[Figure], unit: Unit, found: Sequence[Mark], text: str) -> Mark | None:
    """The place that a preposition ties to the first of two figures, before the other one."""
    if not figures:
        return None
    start, end = figures[0].end, figures[1].start if len(figures) > 1 else unit.end
    mark = next((one for one in found if start <= one.start < end), None)
    if mark is None or mark.key is None or mark.bracket or mark.level not in (*LISTED, REGION):
        return None
    gap = text[start : mark.start]
    gap = gap[gap.find(")") + 1 :] if gap.startswith(" (") else gap
    using, words = habits(unit.language), gap.lower().split()
    tied = not using.inside.isdisjoint(words[-2:])
    # Where the preposition stands behind the name, only what is counted stands before it: `9 پل Huế میں، 8 پل …`.
    bare = using.unit_name == "before" and len(words) <= COUNTED and using.joiners.isdisjoint(words)
    if not (tied or bare) or signs.CLAUSE.search(gap):
        return None
    if mark not in enumerated(found, unit, text):
        return mark
    # Several places own it together, units below a province as the province.
    return replace(mark, level="province", key=None) if mark.level in SMALL else replace(mark, level=REGION, key=REGION)


def ends_there(mark: Mark, following: int, unit: Unit, text: str) -> bool:
    """Whether a place closes what is told before it, not what follows: `9 km of roads in Huế, worth $8`."""
    gap, led, using = text[mark.end : following], text[: mark.start].rsplit(maxsplit=1)[-1:], habits(unit.language)
    joined = "," in gap or (bool(using.articles) and not using.joiners.isdisjoint(gap.split()[:1]))
    return ";" in gap or (joined and not using.inside.isdisjoint(led))
