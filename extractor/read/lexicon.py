"""Phrases found in words, longest first: spaCy's PhraseMatcher, so that thousands of phrases cost no more than few.

A phrase of one word is looked up as that word: most finds are such, and a lookup costs a fifth of a match.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from spacy.matcher import PhraseMatcher

from extractor.read.fold import fold
from extractor.read.words import VOCAB, WORD, Words, learn


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


START, END = itemgetter(0), itemgetter(1)


class Phrase(NamedTuple):
    """What a phrase stands for; `capitals` is the phrase as written where its capitals must be met."""

    capitals: tuple[str, ...]
    entry: Entry


class Lexicon:
    """Finds phrases; capital letters in a phrase must be capital in the text, small ones may be either."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._words: dict[str, list[Phrase]] = {}
        self._matcher = PhraseMatcher(VOCAB)
        self._phrases: dict[int, list[Phrase]] = {}
        for text, entry in phrases:
            self._add(text, entry)

    def _add(self, text: str, entry: Entry) -> None:
        folded = fold(text)
        spans = [match.span() for match in WORD.finditer(folded.text)]
        if not spans:
            return
        words = [folded.text[start:end] for start, end in spans]
        written = tuple(folded.raw[start:end] for start, end in spans)
        phrase = Phrase(written if any(raw != raw.lower() for raw in written) else (), entry)
        alike = self._words.setdefault(words[0], []) if len(words) == 1 else self._matched(words)
        if phrase not in alike:
            alike.append(phrase)

    def _matched(self, words: list[str]) -> list[Phrase]:
        """The phrases of these words, which the matcher finds from now on."""
        name = " ".join(words)
        key = VOCAB.strings.add(name)
        if key not in self._phrases:
            self._phrases[key] = []
            self._matcher.add(name, [learn(words)])
        return self._phrases[key]

    def find(self, words: Words) -> list[Hit]:
        """Every phrase in the text, in order of their starts, longest first; overlaps are left to the caller."""
        found = [
            Hit(start, end, entry)
            for key, start, end in self._matcher(words.doc)
            for capitals, entry in self._phrases[key]
            if not capitals or _capitals(words, start, capitals)
        ]
        # Sorting is stable: by start, and of one start the longest first.
        found.sort(key=END, reverse=True)
        known = self._words
        found += [
            Hit(index, index + 1, entry)
            for index, word in enumerate(words.words)
            if word in known
            for capitals, entry in known[word]
            if not capitals or _capitals(words, index, capitals)
        ]
        found.sort(key=START)
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
