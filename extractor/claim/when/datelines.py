"""Where and when the news was written: the names and the day of `VIETNAM, April 2 - HCM CITY — ` date nothing."""

from __future__ import annotations

import re

from extractor.claim.scene import Scene, Unit, once
from extractor.claim.whose.places import places
from extractor.records import Term

DATELINE = re.compile(r"\s*(?:\([^()]{1,24}\)\s*)?[—–-]{1,2}\s+")
# The agency and the day behind a name: `Hà Nội (TTXVN 18/4/2024) `.
AGENCY = re.compile(r"\s*\([A-Z]{2,}[^()\n]{0,20}\)\s+")
# When a page was published, which some exports set before its text.
STAMP = re.compile(r"(?:[^\W\d_]+:? )?\d{4}-\d{2}(?:-\d{2})?\s+(?=[^\W\d_])")
# A dateline stands in the first sentences only: behind headline and lead, or the wire's before the paper's; behind a
# stamp and a picture's caption too, where a sentence and no number follows.
DATELINES, BEHIND_PICTURES = 4, 8
OPENS = 3


def statistics(view: Scene) -> list[Unit]:
    """The first or last lines that say of which statistics a page's figures are: `(Theo niên giám năm 2022)`."""
    ends = (*view.units[:OPENS], *view.units[OPENS:][-1:])
    return [unit for unit in ends if not unit.figures and unit.of("time", "statistics")]


@once
def dateline(unit: Unit, text: str) -> list[Term]:
    """The names that say where the news was written, which own no figure."""
    if unit.index >= BEHIND_PICTURES:
        return []
    end = dateline_end(unit, text)
    return [term for term in _names(unit, text) if term.start < end] if end > unit.start else []


@once
def dateline_end(unit: Unit, text: str) -> int:
    """Where the dateline ends that the sentence begins with, or where the sentence begins."""
    if unit.index >= BEHIND_PICTURES:
        return unit.start
    spans = {name.start: name.end for name in _names(unit, text)} | {day.start: day.end for day in unit.others}
    stamped = STAMP.match(text, unit.start) if unit.index == 0 else None
    position = end = stamped.end() if stamped else unit.start
    while position in spans:
        name, position = text[position : spans[position]], spans[position]
        if match := DATELINE.match(text, position) or AGENCY.match(text, position):
            position = end = match.end()
        elif end > unit.start and name.isupper() and text[position + 1 : position + 2].isupper():
            position = end = position + 1  # `VIETNAM, April 2 - HCM CITY Exports rose`
        else:
            position += len(text[position : position + 2]) if text.startswith(", ", position) else 0
    return end if unit.index < DATELINES or text[end : end + 1].isupper() else unit.start


def by_agency(unit: Unit, text: str) -> bool:
    """Whether the dateline names a news agency in its bracket."""
    end = dateline_end(unit, text)
    return any(AGENCY.match(text, name.end, end) for name in _names(unit, text) if name.end < end)


def _names(unit: Unit, text: str) -> list[Term]:
    return [*places(unit, text), *unit.of("scope", "nation", "nation_name")]
