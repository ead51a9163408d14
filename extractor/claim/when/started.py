"""When a thing began or was finished, in a clause without a quantity: no time of what is told of it (`Cầu khởi công năm
2023. Cầu rộng 17 m.`)."""

from __future__ import annotations

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Unit
from extractor.claim.when.clock import DAY, YEAR
from extractor.records import QUANTITIES, Figure, FigureKind

BEGUN = "begun"
# So many words at most stand between the verb and its time.
NEAR = 5


def of_start(figure: Figure, unit: Unit, text: str, published: str | None) -> bool:
    """Whether a year, a month or a day of an earlier year only says when a thing began or ended, and that is over."""
    words = unit.of("time", BEGUN)
    value = str(figure.value)
    if not words or figure.kind is not FigureKind.DATE or not published or value > published[: len(value)]:
        return False
    if (len(value) == DAY and value[:YEAR] == published[:YEAR]) or unit.of("status", *WISHES):
        return False
    after = habits(unit.language).time_side == "after"
    gaps = [(figure.end, word.start) if after else (word.end, figure.start) for word in words]
    near = [text[first:last] for first, last in gaps if first < last]
    if not any(len(gap.split()) <= NEAR and not signs.CLAUSE.search(gap) for gap in near):
        return False
    starts = [found.end() for found in signs.LIST.finditer(text, unit.start, figure.start)]
    ends = signs.LIST.search(text, figure.end, unit.end)
    clause = (starts[-1] if starts else unit.start, ends.start() if ends else unit.end)
    return not any(clause[0] <= one.start < clause[1] and one.kind in QUANTITIES for one in unit.figures)
