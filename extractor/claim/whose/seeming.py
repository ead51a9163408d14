"""Marks that only seem to own a figure: what it is compared with, a body before another subject."""

from __future__ import annotations

from extractor.claim import signs
from extractor.claim.done.verbs import MORE
from extractor.claim.habits import habits
from extractor.claim.scene import MOVED, Unit
from extractor.claim.whose.ahead import AHEAD
from extractor.claim.whose.levels import SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import AVERAGE
from extractor.claim.whose.owner import Area
from extractor.claim.whose.wholes import ADJACENT, adjacent
from extractor.records import Figure, FigureKind

# From a person's office at most to the place that its body is of.
TITLE = 40


def own_aside(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a place that another is only compared with has the figure beside it; a rank before it is the other's."""
    if figure.kind is not FigureKind.RANK:
        return adjacent(mark, figure, text)
    ahead = figure.end <= mark.start and habits(unit.language).unit_name == "after"
    behind = any(mark.end <= word.start < figure.start for word in unit.of("scope", AHEAD))  # `Huế کے بعد دوسرے`
    return not (ahead or behind) and adjacent(mark, figure, text)


def of_all(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a share opens its clause behind a semicolon, and so is of those named behind it: `; 90% dân số có …`."""
    opened = text.rfind(";", mark.end, figure.start)
    if opened < 0 or figure.kind is not FigureKind.PERCENT or habits(unit.language).unit_name != "after":
        return False
    words = text[opened + 1 : figure.start].split()
    return (
        len(words) <= 2 and text[figure.end : figure.end + 1] == " " and text[figure.end + 1 : figure.end + 2].isalpha()
    )


def in_passing(mark: Mark, unit: Unit, text: str) -> bool:
    """Whether a clause without figures speaks of the world: `kinh tế thế giới khó khăn, thu 9 tỷ đồng`."""
    first = next((one.start for one in unit.figures if one.start >= mark.end), mark.end)
    return signs.CLAUSE.search(text, mark.end, first) is not None


def outdone(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the mark is what another is more or less than by the figure: `Bac Ninh سے 870 کم`."""
    using, gap = habits(unit.language), text[mark.end : figure.start].split()
    if using.status_side != "after" or not gap or gap[0] not in using.ranges or not adjacent(mark, figure, text):
        return False
    average = mark.rule.endswith(f":{AVERAGE}")
    return average or any(0 < word.start - figure.end < ADJACENT for word in unit.of("statement", *MOVED, *MORE))


def measures(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether an average only measures what was told before it, and its own value stands before the figure: `9%, above
    the national average of 7% and 2 points more than last year`."""
    if not mark.rule.endswith(f":{AVERAGE}") or unit.figures[0].start > mark.start:
        return False
    if _by_how_much(mark, figure, unit, text):
        return True
    return any(mark.end <= one.start and one.end <= figure.start for one in unit.figures)


def _by_how_much(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether something is more or less than an average by the figure right behind it: `thấp hơn bình quân chung cả
    nước 14%`, not `cao hơn bình quân chung cả nước (14%)`."""
    if habits(unit.language).status_side == "after" or figure.kind is not FigureKind.PERCENT:
        return False
    gap = text[mark.end : figure.start].split()
    beside = not gap or (len(gap) == 1 and figure.comparator is not None and gap[0].isalpha())
    return beside and any(0 <= mark.start - word.end <= ADJACENT for word in unit.of("statement", *MOVED))


def gives(mark: Mark, unit: Unit, text: str) -> bool:
    """Whether a place or body only gave the figure to the one before it: `کمپنی کو صوبے کی طرف سے 9 ہیکٹر`."""
    using = habits(unit.language)
    given = bool(using.giver) and text.startswith(using.giver, mark.end + 1)
    return given and not using.receiving.isdisjoint(text[unit.start : mark.start].split()[-1:])


def in_a_title(mark: Mark, unit: Unit, home: Area, text: str) -> bool:
    """Whether the province of a unit that the text is about only ends a person's title: `Phó Chủ tịch UBND Huế`."""
    if home.level not in SMALL or mark.level != "province" or mark.key != home.province:
        return False
    titles = [word for word in unit.of("link", "office") if 0 <= mark.start - word.end < TITLE]
    return any(not signs.LIST_OR_DIGIT.search(text, word.end, mark.start) for word in titles)


def opens_clause(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a unit behind a comma is the subject of the next clause: `10 xã đạt chuẩn, xã Tân Hòa được …`."""
    if mark.level not in SMALL or not mark.key or habits(unit.language).unit_name == "before":
        return False
    parted = text[figure.end : mark.start].endswith(", ") and text[mark.end : mark.end + 1] == " "
    return parted and text[mark.end + 1 : mark.end + 2].islower()


def leads_elsewhere(owner: Mark, last: Mark, unit: Unit, text: str) -> bool:
    """Whether a word that leads to no place stands between a body and one: `Bộ Y tế đánh giá Huế xếp thứ 9`."""
    using, gap = habits(unit.language), text[owner.end : last.start].lower()
    words = {*using.inside, *using.owners, *(text[one.start : one.end].lower() for one in unit.of("scope"))}
    small = using.unit_name == "after" and gap.strip(" ,(-–")
    return bool(small) and not any(gap.strip(" ,(-–").endswith(word) for word in words)
