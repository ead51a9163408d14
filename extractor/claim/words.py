"""The words around a figure that people read: what it counts."""

from __future__ import annotations

from extractor.claim import signs
from extractor.claim.clauses import Clause
from extractor.claim.counted import Next
from extractor.claim.scene import Unit

SUBJECT_WORDS = 6
REACH = 90


def subject(clause: Clause, unit: Unit, text: str) -> str:
    """What the figure counts, in the text's own words: those behind it, else those before it; lower case, no stops."""
    figure = clause.figure
    if unit.head_spans:
        return " · ".join(text[start:end].strip() for start, end in unit.head_spans)
    end = min(unit.end, figure.end + REACH)
    stop = signs.STOP.search(text, figure.end, end)
    after = text[figure.end : stop.start() if stop else end].split()
    if clause.follows is not Next.ELIDED and after:
        return " ".join(after[:SUBJECT_WORDS]).lower()
    before = signs.STOP.split(text[max(unit.start, figure.start - REACH) : figure.start])[-1].split()
    return " ".join(before[-SUBJECT_WORDS:]).lower()
