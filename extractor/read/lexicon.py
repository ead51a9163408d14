"""Phrases found in words: a dictionary by first word, longest first; one lookup a word, however many phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.read.fold import fold
from extractor.read.words import WORD, Words


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for: `role` in the grammar or kind of a term, its `id`, a value, and its rule."""

    role: str
    id: str
    value: Any = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: words[start:end]."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words after the first; `capitals` marks the words that must be written with the capitals of the phrase."""

    rest: list[str]
    capitals: tuple[str, ...]
    entry: Entry


class Lexicon:
    """Finds phrases; capital letters in a phrase must be capital in the text, small ones may be either."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._first: dict[str, list[Phrase]] = {}
        for text, entry in phrases:
            self._add(text, entry)
        for found in self._first.values():
            found.sort(key=lambda phrase: -len(phrase.rest))

    def _add(self, text: str, entry: Entry) -> None:
        folded = fold(text)
        spans = [(match.group(), folded.raw[match.start() : match.end()]) for match in WORD.finditer(folded.text)]
        if not spans:
            return
        capitals = tuple(raw for _, raw in spans) if any(raw != raw.lower() for _, raw in spans) else ()
        words = [word for word, _ in spans]
        known = self._first.setdefault(words[0], [])
        if not any(one.rest == words[1:] and one.entry == entry and one.capitals == capitals for one in known):
            known.append(Phrase(words[1:], capitals, entry))

    def find(self, words: Words) -> Iterator[Hit]:
        """Every phrase in the text, in order of their starts, longest first; overlaps are left to the caller."""
        first, texts = self._first, words.words
        for index, word in enumerate(texts):
            if word in first:
                yield from self.at(words, index)

    def at(self, words: Words, index: int) -> Iterator[Hit]:
        """The phrases that start at this word, longest first."""
        texts = words.words
        for phrase in self._first.get(texts[index], ()):
            end = index + 1 + len(phrase.rest)
            if (not phrase.rest or texts[index + 1 : end] == phrase.rest) and (
                not phrase.capitals or _capitals(words, index, phrase.capitals)
            ):
                yield Hit(index, end, phrase.entry)


def _capitals(words: Words, index: int, wanted: tuple[str, ...]) -> bool:
    """Whether each word has the capitals that the phrase asks for: all of an abbreviation, the first of a name."""
    for offset, model in enumerate(wanted):
        if model == model.lower():
            continue
        raw = words.raw(index + offset)
        if len(model) > 1 and model == model.upper():
            if raw != raw.upper():
                return False
        elif raw[0] == raw[0].lower() and model[0] != model[0].lower():
            return False
    return True
