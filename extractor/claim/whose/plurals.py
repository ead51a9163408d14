"""Names that share a word for several units behind them: `Bac Yen, Moc Chau and Van Ho districts`."""

from __future__ import annotations

import re

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.records import Term

# Words for several units, and the level that these have.
UNITS = {"districts": "district", "communes": "commune"}
LONGEST = 160
NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
WORD = re.compile(r"\S+")


def several(term: Term, unit: Unit, text: str) -> list[tuple[int, int, str]]:
    """Where each name stands of the list that ends with the word, and the name; the last goes on to the word's end.

    Nothing but commas and joiners stands between the names, each of which has a capital in every word.
    """
    using = habits(unit.language)
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
