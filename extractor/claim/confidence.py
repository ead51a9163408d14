"""How sure a claim is: high, medium or low, from named reasons that a fact-checker can read."""

from __future__ import annotations

import re

from extractor.claim.what.indicator import Naming
from extractor.claim.when.clock import Period
from extractor.claim.whose.levels import SMALL
from extractor.claim.whose.owner import Area
from extractor.records import Figure, FigureKind

# What was wrong more often than the rest in texts that were counted. A missing indicator is plain to see, no doubt.
WEAK = frozenset(
    {"tie", "area_unknown", "area_unit", "period_heading", "topic_before", "topic_carried", "vague", "odd_digits"}
)
# What says nothing against the reading.
HARMLESS = frozenset({"period_unstated"})
# A comma or a point before four digits or more: `VND19,3333 billion` may be 19 333.3 or 19.3 billion.
ODD_DIGITS = re.compile(r"[0-9][.,][0-9]{4,}")
WRITTEN_ODDLY = (FigureKind.MONEY, FigureKind.COUNT)


def reasons(figure: Figure, naming: Naming, area: Area, when: Period) -> tuple[str, ...]:
    """Names of what makes the claim less than sure; empty where nothing does."""
    found = []
    if naming.indicator is None:
        found.append("tie" if naming.reason.startswith("tie") else "no_indicator")
    elif naming.basis not in ("own", "sentence"):
        found.append(f"topic_{naming.basis}")
    if area.area is None:
        found.append("area_unknown")
    elif area.basis == "context" and area.level in SMALL:
        found.append("area_unit")
    elif area.basis in ("context", "publisher"):
        found.append(f"area_{area.basis}")
    if when.basis is None or when.basis == "published":
        found.append("period_unstated")
    elif when.basis in ("context", "heading"):
        found.append(f"period_{when.basis}")
    if figure.value is None:
        found.append("vague")
    elif figure.kind in WRITTEN_ODDLY and ODD_DIGITS.search(figure.surface):
        found.append("odd_digits")
    return tuple(found)


def level(found: tuple[str, ...]) -> str:
    """high where no reason speaks against it, low where a weak spot does, else medium."""
    if not WEAK.isdisjoint(found):
        return "low"
    return "high" if HARMLESS.issuperset(found) else "medium"
