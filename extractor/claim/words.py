"""The words around a figure that people read: what it counts."""

from __future__ import annotations

from extractor.claim.clauses import Clause
from extractor.claim.counted import Next
from extractor.claim.scene import Unit

SUBJECT_WORDS = 6
STOPS = ",;.،؛۔()[]:\n"


def subject(clause: Clause, unit: Unit, text: str) -> str:
    """What the figure counts, in the text's own words: those behind it, else those before it; lower case, no stops."""
    figure = clause.figure
    if unit.head_spans:
        return " · ".join(text[start:end].strip() for start, end in unit.head_spans)
    after = _until_stop(text[figure.end : min(unit.end, figure.end + 90)])
    if clause.follows is not Next.ELIDED and after:
        return " ".join(after[:SUBJECT_WORDS]).lower()
    before = _until_stop(text[max(unit.start, figure.start - 90) : figure.start][::-1])
    return " ".join(word[::-1] for word in before[:SUBJECT_WORDS][::-1]).lower()


def _until_stop(text: str) -> list[str]:
    for index, sign in enumerate(text):
        if sign in STOPS or sign.isdigit():
            return text[:index].split()
    return text.split()
