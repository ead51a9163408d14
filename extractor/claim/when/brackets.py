"""Times in brackets: with a figure of their own, or alone and about the figure next to them."""

from __future__ import annotations

from extractor.claim.scene import Unit
from extractor.claim.when.clock import Period
from extractor.records import Figure

BESIDE = 2
# So long is a bracket that holds a year and hardly anything else.
ALONE = 20


def enclosed(one: Period, unit: Unit, text: str) -> bool:
    """Whether the time stands in a bracket with a figure of its own: `42% (cuối năm 2023: 17%)`."""
    opened, closed = text.rfind("(", unit.start, one.position), text.find(")", one.position, unit.end)
    if opened < 0 or closed < 0 or ")" in text[opened : one.position]:
        return False
    return any(opened < figure.start < closed for figure in unit.figures)


def dated_alone(one: Period, unit: Unit, text: str) -> Figure | None:
    """The only figure that a year alone in a bracket dates: `dân số (năm 2020) là 9 triệu người`.

    A year that explains a time before it (`hiện nay (2024)`) or is set off by a comma is told for all.
    """
    opened, closed = text.rfind("(", unit.start, one.position), text.find(")", one.position, unit.end)
    if not one.whole_year or not 0 <= opened < closed <= opened + ALONE or text[closed + 1 : closed + 2] == ",":
        return None
    ends = [one.end for one in (*unit.others, *unit.figures)] + [word.end for word in unit.of("time")]
    if any(0 <= opened - end <= BESIDE for end in ends):
        return None
    following = next((figure for figure in unit.figures if figure.start > opened), None)
    return following if following is not None and closed < following.start else None
