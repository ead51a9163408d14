"""Phrases found in words, longest first: a dictionary by first and second word, so that many phrases cost no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.read.fold import fold
from extractor.read.words import WORD, Words


class Entry(NamedTuple):
    """What a phrase stands for: its role in the grammar or kind of term, id, worth, and where alone it may stand."""

    role: str
    id: str
    value: str = ""
    only: str = ""
    rule: str = ""


class Hit(NamedTuple):
    """A phrase found: words[start:end]."""

    start: int
    end: int
    entry: Entry


class Phrase(NamedTuple):
    """The words after the first; `capitals` is the phrase as written where its capitals must be met."""

    rest: list[str]
    capitals: tuple[str, ...]
    entry: Entry


@dataclass(slots=True)
class Branch:
    """The phrases with one first word: those of one word, and the others by their second."""

    alone: list[Phrase] = field(default_factory=list)
    longer: dict[str, list[Phrase]] = field(default_factory=dict)


class Lexicon:
    """Finds phrases; capital letters in a phrase must be capital in the text, small ones may be either."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._first: dict[str, Branch] = {}
        for text, entry in phrases:
            self._add(text, entry)
        for branch in self._first.values():
            for found in branch.longer.values():
                found.sort(key=lambda phrase: -len(phrase.rest))

    def _add(self, text: str, entry: Entry) -> None:
        folded = fold(text)
        spans = [(match.group(), folded.raw[match.start() : match.end()]) for match in WORD.finditer(folded.text)]
        if not spans:
            return
        capitals = tuple(raw for _, raw in spans) if any(raw != raw.lower() for _, raw in spans) else ()
        first, *rest = (word for word, _ in spans)
        branch = self._first.setdefault(first, Branch())
        known = branch.longer.setdefault(rest[0], []) if rest else branch.alone
        phrase = Phrase(rest, capitals, entry)
        if phrase not in known:
            known.append(phrase)

    def find(self, words: Words) -> list[Hit]:
        """Every phrase in the text, in order of their starts, longest first; overlaps are left to the caller."""
        first, texts, found = self._first, words.words, []
        following = [*texts[1:], ""]
        for index, word in enumerate(texts):
            branch = first.get(word)
            if branch is None:
                continue
            for phrase in branch.longer.get(following[index], ()):
                end = index + 1 + len(phrase.rest)
                if len(phrase.rest) > 1 and texts[index + 1 : end] != phrase.rest:
                    continue
                if not phrase.capitals or _capitals(words, index, phrase.capitals):
                    found.append(Hit(index, end, phrase.entry))
            for phrase in branch.alone:
                if not phrase.capitals or _capitals(words, index, phrase.capitals):
                    found.append(Hit(index, index + 1, phrase.entry))
        return found


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
