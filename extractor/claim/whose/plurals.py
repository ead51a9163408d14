"""Names that share a word for several units behind them: `Bac Yen, Moc Chau and Van Ho districts`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.capitals import NAME, NAME_WORDS
from extractor.claim.whose.units import unit_key
from extractor.records import Term

# Words for several units, and the level that these have.
LEVELS = {"districts": "district", "communes": "commune"}
LONGEST = 160
# A word and where it stands.
Placed = tuple[int, int, str]
WORD = re.compile(r"\S+")
# Words of any letters, and the signs between them.
LETTERS = re.compile(r"[^\s،,;؛:()]+|[،,;؛:()]")
COMMAS = frozenset("،,")


def several(term: Term, unit: Unit, text: str) -> list[tuple[int, int, str]]:
    """Where each name stands of the list that ends with the word, and the name; the last goes on to the word's end.

    Nothing but commas and joiners stands between the names, each of which has a capital in every word.
    """
    using = habits(unit.language)
    if using.letters and (found := _lettered(term, unit, text)):
        return found
    names: list[tuple[int, int]] = []
    opens = True  # whether the next word to the left ends another name
    for word in reversed(list(WORD.finditer(text, max(unit.start, term.start - LONGEST), term.start))):
        plain = word.group().rstrip(",")
        if plain in using.joiners and not opens:
            opens = True
            continue
        if not (NAME.fullmatch(plain) and plain[0].isupper()) or plain in using.no_name:
            break
        if opens or plain != word.group():
            names.insert(0, (word.start(), word.start() + len(plain)))
        else:
            names[0] = word.start(), names[0][1]
        opens = False
    ends = [end for _, end in names[:-1]] + [term.end]
    found = [(start, end, text[start:last]) for (start, last), end in zip(names, ends, strict=True)] if names else []
    return found if len(found) > 1 else []


def _lettered(term: Term, unit: Unit, text: str) -> list[tuple[int, int, str]]:
    """The same where names have letters without capitals: each of the list sounds as one of the level does."""
    level, end = LEVELS[term.id], term.start
    names: list[tuple[int, int, str]] = []
    for piece in reversed(list(_pieces(max(unit.start, term.start - LONGEST), term.start, unit, text))):
        words = [(word.start(), word.end(), word.group()) for word in piece]
        inner, name = _longest(words, level, unit)
        if name is None:
            break
        names.insert(0, (inner[0][0], term.end if end == term.start else inner[-1][1], name))
        end = inner[0][0]
        if len(inner) < len(words):
            break  # other words stand before the name that opens the list
    return names if len(names) > 1 else []


def _longest(words: Sequence[Placed], level: str, unit: Unit) -> tuple[Sequence[Placed], str | None]:
    """The longest name that ends the words, and as what the tables write it."""
    for size in range(min(NAME_WORDS, len(words)), 0, -1):
        if name := unit_key([word for _, _, word in words[-size:]], level, unit):
            return words[-size:], name
    return (), None


def _pieces(start: int, end: int, unit: Unit, text: str) -> Iterator[list[re.Match[str]]]:
    """The words between two places of the text, parted by its commas and joiners."""
    joiners, piece = habits(unit.language).joiners, list[re.Match[str]]()
    for word in LETTERS.finditer(text, start, end):
        if word.group() in joiners or word.group() in COMMAS:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(word)
    if piece:
        yield piece
