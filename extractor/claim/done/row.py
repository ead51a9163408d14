"""The verb that a row shares with its last item, where verbs stand behind: `11 پل؛ 12 پل بنائے جائیں گے`."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim.done.verbs import closed, told_past, verb_word
from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Unit
from extractor.claim.signs import LIST, SEMICOLON
from extractor.records import Figure, Term

REACH = 320
# Times that part what stands from what is to come.
NOW = ("to_date", "last_year", "recent", "year_start", "cumulated")


def row_verb(figure: Figure, words: Sequence[Term], strong: frozenset[str], unit: Unit, text: str) -> Term | None:
    """The wish behind the next figure of the same unit, or of any behind a semicolon, where no verb stands between the
    two and no time parts them."""
    using = habits(unit.language)
    behind = [one for one in unit.figures if one.start > figure.end and one.start - figure.end < REACH]
    alike = next((one for one in behind if _alike(one, figure, text)), None)
    if alike is None or LIST.search(text, figure.end, alike.start) is None:
        return None
    start = max((one.end for one in unit.figures if one.end <= figure.start), default=unit.start)
    timed = any(start <= one.start < alike.start for one in unit.others)
    timed = timed or any(start <= one.start < alike.start for one in unit.of("time", *NOW))
    between = text[figure.end : alike.start]
    if timed or closed(text, figure.end, alike.start, using) or any(word in between for word in using.among):
        return None
    verb = verb_word(alike, words, strong, unit, text) or row_verb(alike, words, strong, unit, text)
    if verb is None or verb.id not in WISHES or verb.start < alike.end:
        return None
    return None if told_past(text, alike.end, verb.start, using) else verb


def _alike(one: Figure, figure: Figure, text: str) -> bool:
    return (one.kind, one.unit) == (figure.kind, figure.unit) or SEMICOLON.search(
        text, figure.end, one.start
    ) is not None
