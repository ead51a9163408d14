"""Times in brackets: with a figure of their own, or alone and about the figure next to them."""

from __future__ import annotations

from extractor.claim.scene import Unit
from extractor.claim.when.bases import starts_move
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
    if start := _moved_from(opened, unit, text):
        return start
    ends = [one.end for one in (*unit.others, *unit.figures)] + [word.end for word in unit.of("time")]
    if any(0 <= opened - end <= BESIDE for end in ends):
        return None
    following = next((figure for figure in unit.figures if figure.start > opened), None)
    return following if following is not None and closed < following.start else None


def _moved_from(opened: int, unit: Unit, text: str) -> Figure | None:
    """The figure that a move began at, where the bracket with its year stands behind it: `từ 9% (2021) xuống 5%`."""
    last = next((one for one in reversed(unit.figures) if one.end <= opened), None)
    if last is None or not starts_move(last, unit, text):
        return None
    gap = text[last.end : opened].strip()
    return last if not gap or (gap.startswith("/") and " " not in gap) else None
