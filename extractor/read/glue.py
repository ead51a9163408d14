"""Words that lost the space between them (`targetand`, `millionUSD`), as pages do whose line ends were thrown away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
# A capital inside a word begins another: `andTourism`.
CAPITAL = re.compile("[a-z](?=[A-Z])")
# A glued word has at least so many letters, and what is no small word of it; behind a number stands a unit.
LONG, KNOWN, UNIT = 5, 4, 2
LONGEST, LONGEST_TAIL = 6, 8


@dataclass(frozen=True, slots=True)
class Glue:
    """Small words that others were glued to, before and behind; the words that are known, and all that stand alone."""

    heads: frozenset[str]
    tails: frozenset[str]
    known: frozenset[str]
    plain: frozenset[str]

    def part(self, words: Sequence[str], starts: Sequence[int], raw: str) -> list[Span] | None:
        """The spans of a text's words with the glued ones cut; None where it has no such."""
        cuts: dict[int, int] = {}
        known, before, last = self.plain, -1, ""
        for number, (word, start) in enumerate(zip(words, starts, strict=True)):
            end = start + len(word)
            if word not in known and len(word) > UNIT and word.isalpha() and word.isascii():
                counted = before == start and last[-1].isdecimal()
                if at := self._cut(word, raw[start:end], UNIT if counted else KNOWN):
                    cuts[number] = at
            before, last = end, word
        if not cuts:
            return None
        found: list[Span] = []
        for number, (word, start) in enumerate(zip(words, starts, strict=True)):
            at, end = cuts.get(number, 0), start + len(word)
            found += [(start, start + at), (start + at, end)] if at else [(start, end)]
        return found

    def _cut(self, word: str, raw: str, least: int) -> int:
        """Behind so many letters the second word begins; 0 where it is one word."""
        if raw[0].islower() and not raw.islower() and (capital := CAPITAL.search(raw)):
            at = capital.end()
            return at if word[:at] in self.heads or (at >= KNOWN and word[:at] in self.known) else 0
        size = len(word)
        if size < LONG and least == KNOWN:
            return 0
        for at in range(2, min(LONGEST, size - 2) + 1):
            if word[:at] in self.heads:
                second = word[at:]
                if second in self.tails or (len(second) >= KNOWN and second in self.known):
                    return at
        for at in range(max(least, size - LONGEST_TAIL), size - 1):
            if word[at:] in self.tails and word[:at] in self.known:
                return at
        return 0


def glue(settings: dict[str, object], words: Iterable[str]) -> Glue | None:
    """A language's glue from its settings and the words of its phrases; None where none is set."""
    table = settings.get("glue")
    if not isinstance(table, dict):
        return None
    heads, tails, whole = (frozenset(table.get(name, ())) for name in ("heads", "tails", "whole"))
    known = frozenset(word for word in words if word.isascii() and word.isalpha())
    return Glue(heads, tails, known, known | heads | whole)
