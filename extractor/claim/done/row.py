"""The verb that a row shares with its last item, where verbs stand behind: `11 پل؛ 12 پل بنائے جائیں گے`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from extractor.claim.done.verbs import closed, told_past, verb_word
from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Unit, once
from extractor.claim.signs import LIST, SEMICOLON
from extractor.records import Figure, Term

REACH = 320
# Times that part what stands from what is to come.
NOW = ("to_date", "last_year", "recent", "year_start", "cumulated")


@once
def row_verbs(unit: Unit, words: Sequence[Term], strong: frozenset[str], text: str) -> Mapping[int, Term]:
    """By where figures start, the wish behind the next one of the same unit, or behind any behind a semicolon, where no
    verb stands between the two and no time parts them; from the last figure on, so that a row is gone through once."""
    found: dict[int, Term] = {}
    for number in range(len(unit.figures) - 2, -1, -1):
        figure = unit.figures[number]
        alike = _next_alike(figure, unit.figures[number + 1 :], text)
        before = unit.figures[number - 1].end if number else unit.start
        if alike is None or not _goes_on(figure, alike, before, unit, text):
            continue
        verb = verb_word(alike, words, strong, unit, text) or found.get(alike.start)
        if verb is None or verb.id not in WISHES or verb.start < alike.end:
            continue
        if not told_past(text, alike.end, verb.start, habits(unit.language)):
            found[figure.start] = verb
    return found


def _goes_on(figure: Figure, alike: Figure, before: int, unit: Unit, text: str) -> bool:
    """Whether a row goes on from a figure to the next like it: behind a comma, no verb, time or whole between."""
    using = habits(unit.language)
    if LIST.search(text, figure.end, alike.start) is None or closed(text, figure.end, alike.start, using):
        return False
    times = [one.start for one in unit.others] + [one.start for one in unit.of("time", *NOW)]
    between = text[figure.end : alike.start]
    return not any(before <= time < alike.start for time in times) and not any(word in between for word in using.among)


def _next_alike(figure: Figure, behind: Sequence[Figure], text: str) -> Figure | None:
    near = takewhile(lambda one: one.start - figure.end < REACH, behind)
    return next((one for one in near if _alike(one, figure, text)), None)


def _alike(one: Figure, figure: Figure, text: str) -> bool:
    alike = (one.kind, one.unit) == (figure.kind, figure.unit)
    return alike or SEMICOLON.search(text, figure.end, one.start) is not None
