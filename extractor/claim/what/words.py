"""The words around a figure that people read: what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.what.clauses import Clause, whole_of
from extractor.claim.what.counted import Next, unknown
from extractor.records import FigureKind

REACH = 90


def subjects(clauses: Sequence[Clause], unit: Unit, text: str) -> list[str]:
    """What each figure counts, in the text's own words: those behind it, else those before it; lower case, no stops.

    Where both name nothing (`đạt 98%`, `up 5%`), it is the subject of the figure before it.
    """
    found: list[str] = []
    for clause in clauses:
        found.append(_subject(clause, unit, text) or (found[-1] if found else ""))
    return found


def _subject(clause: Clause, unit: Unit, text: str) -> str:
    figure = clause.figure
    if unit.head_spans:
        return " · ".join(text[start:end].strip() for start, end in unit.head_spans)
    start = (whole_of(figure, unit) or figure).end
    if figure.kind is FigureKind.MEASURE and figure.unit and text.startswith(figure.unit, start + 1):
        start += 1 + len(figure.unit)
    # Behind a rate stands what it is told by: 97.000 đồng/kg.
    sides = [_before, _behind] if figure.kind is FigureKind.RATE else [_behind, _before]
    for side in sides if clause.follows is not Next.ELIDED else [_before]:
        first, last = side(unit, text, start if side is _behind else figure.start)
        if _names(first, last, unit, text):
            words, most = text[first:last].lower().split(), habits(unit.language).subject_words
            return " ".join(_open_end(words[:most], unit) if first >= figure.end else words[-most:])
    return ""


def _open_end(words: list[str], unit: Unit) -> list[str]:
    """The words without those of grammar that lead on to what is left out: `households by`."""
    using = habits(unit.language)
    # Where words are told by syllables, most of grammar's are parts of others too: `sơ bộ`, but `hồ sơ`.
    leading = using.function if using.tenses else frozenset(using.joiners) | using.inside | using.copula
    while len(words) > 1 and words[-1] in leading:
        words = words[:-1]
    return words


def _behind(unit: Unit, text: str, start: int) -> tuple[int, int]:
    end = min([unit.end, start + REACH, *(one.start for one in unit.others if one.start >= start)])
    stop = signs.STOP.search(text, start, end)
    return start, stop.start() if stop else end


def _before(unit: Unit, text: str, end: int) -> tuple[int, int]:
    start = max(unit.start, end - REACH)
    for stop in signs.STOP.finditer(text, start, end):
        start = stop.end()
    return start, end


def _names(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether a stretch names something: a known concept, or a word that no list knows."""
    return any(start <= term.start < end for term in unit.of("concept")) or bool(unknown(start, end, unit, text))
