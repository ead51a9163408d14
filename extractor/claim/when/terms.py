"""The terms of office that a text tells of: the one that is over and the coming one, and the words that mean them."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim.scene import WISHES, Scene, Unit
from extractor.claim.when.clock import YEAR, Period, Terms
from extractor.records import FigureKind, Term

# In a sentence of what was done `this term` is the one that is over, in one of plans the coming one.
PAST, THIS, NEXT, END = "term_past", "term_this", "term_next", "term_end"
WORD = "term"
# A congress is held within a year of where one term ends and the next begins.
ABOUT = 1


def terms_of_office(view: Scene) -> Terms:
    """The terms between which a text stands: one that it names ends or begins about when it was published."""
    published = view.article.published
    words = [(unit, word) for unit in view.units for word in unit.of("time", WORD, THIS)] if published else []
    named = {
        (int(str(one.value)[:YEAR]), int(str(one.value_max)[:YEAR]))
        for unit, word in words
        for one in unit.others
        if one.kind is FigureKind.PERIOD and one.value_max and word.start <= one.end + 1 and one.start <= word.end + 1
    }
    year = int(published[:YEAR]) if published else 0
    over = sorted(one for one in named if one[0] < one[1] and year - ABOUT <= one[1] <= year)
    begun = sorted(one for one in named if one[0] < one[1] and abs(one[0] - year) <= ABOUT)
    # The congress of the coming term sets its goals.
    met = any(unit.of("link", "congress") for unit, word in words if word.id == WORD and _beside(word, unit, begun))
    if over:
        first, last = over[-1]
        return Terms(over[-1], begun[-1] if begun else (last, 2 * last - first), met)
    if begun:
        first, last = begun[-1]
        return Terms((2 * first - last, first), begun[-1], met)
    return Terms()


def _beside(word: Term, unit: Unit, begun: Sequence[tuple[int, int]]) -> bool:
    """Whether the years of a term that begins stand beside its word."""
    near = (one for one in unit.others if one.value_max and word.start <= one.end + 1 and one.start <= word.end + 1)
    return any(str(one.value)[:YEAR] == str(first) for one in near for first, _ in begun)


def terms_named(unit: Unit, terms: Terms) -> list[Period]:
    """The terms that a sentence means by its words: `trong nhiệm kỳ qua`, `đến cuối nhiệm kỳ`."""
    found, planned = [], bool(unit.of("status", *WISHES))
    for word in unit.of("time", PAST, THIS, NEXT, END) if terms.past else ():
        if any(one.start < word.end + 2 and word.start < one.end for one in unit.others):
            continue  # its years stand beside it
        meant = terms.coming if word.id == NEXT or (planned and word.id != PAST) else terms.past
        if meant is None:
            continue
        first, last = f"{meant[0]}-01-01", f"{meant[1]}-12-31"
        if word.id == END and planned:
            found.append(Period(None, str(meant[1]), "deadline", "sentence", word.start))
        else:
            found.append(Period(first, last, "flow", "sentence", word.start))
    return found
