"""Where a figure stands, by its own words (a W3C TextQuoteSelector), so that it is found again in another text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

CONTEXT = 32
# Fewer signs of context on its line than this say too little of where a figure stands.
_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words, 32 code points on each side, and which one of equals it is (from 0)."""

    surface: str
    before: str
    after: str
    occurrence: int = 0


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of text[start:end]."""
    surface, before, after = text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    occurrence = 0
    for place in _places(text, before, surface, after):
        if place[0] >= start:
            break
        occurrence += 1
    return Anchor(surface, before, after, occurrence)


def _places(text: str, before: str, surface: str, after: str) -> Iterator[tuple[int, int]]:
    whole = before + surface + after
    at = text.find(whole) if whole else -1
    while at >= 0:
        yield at + len(before), at + len(before) + len(surface)
        at = text.find(whole, at + 1)


def find(text: str, sought: Anchor, *, same_text: bool = False) -> tuple[tuple[int, int] | None, str]:
    """The span it stands at now, or None and why: `not found` or `ambiguous`.

    In the very text it was made on, equals are told apart by their number; elsewhere never. A paragraph that moved
    has other neighbours, so its own line alone may place it.
    """
    places = list(_places(text, sought.before, sought.surface, sought.after))
    if same_text and sought.occurrence < len(places):
        return places[sought.occurrence], ""
    if len(places) == 1:
        return places[0], ""
    if places:
        return None, "ambiguous"
    before, after = sought.before.rpartition("\n")[2], sought.after.partition("\n")[0]
    if len((before + after).replace(" ", "")) < _ENOUGH:
        return None, "not found"
    places = list(_places(text, before, sought.surface, after))
    return (places[0], "") if len(places) == 1 else (None, "ambiguous" if places else "not found")
