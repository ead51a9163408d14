"""How sure a claim is: high, medium or low, from named reasons that a fact-checker can read."""

from __future__ import annotations

from extractor.claim.clock import Period
from extractor.claim.focus import Area
from extractor.claim.indicator import Naming
from extractor.records import Figure

WEAK = ("tie", "area_unknown", "vague", "no_indicator")


def reasons(figure: Figure, naming: Naming, area: Area, when: Period) -> tuple[str, ...]:
    """Names of what makes the claim less than sure; empty where nothing does."""
    found = []
    if naming.indicator is None:
        found.append("tie" if naming.reason.startswith("tie") else "no_indicator")
    elif naming.basis not in ("own", "sentence"):
        found.append(f"topic_{naming.basis}")
    if area.area is None:
        found.append("area_unknown")
    elif area.basis in ("context", "publisher"):
        found.append(f"area_{area.basis}")
    if when.basis is None or when.basis == "published":
        found.append("period_unstated")
    if figure.value is None:
        found.append("vague")
    return tuple(found)


def level(found: tuple[str, ...]) -> str:
    """high where no reason speaks against it, low where a weak spot does, else medium."""
    if any(reason in WEAK for reason in found):
        return "low"
    return "high" if not [reason for reason in found if reason != "period_unstated"] else "medium"
