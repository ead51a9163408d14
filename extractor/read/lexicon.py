"""Phrases found in words, longest first: spaCy's PhraseMatcher, so that thousands of phrases cost no more than few.

A phrase of one word is looked up as that word: most finds are such, and a lookup costs a fifth of a match.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from spacy.matcher import PhraseMatcher

from extractor.read.fold import fold
from extractor.read.words import VOCAB, WORD, Words, learn


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for: its role in the grammar or kind of term, id, worth, and where alone it may stand."""

    role: str
    id: str
    value: str = ""
    only: str = ""
    rule: str = ""


@dataclass(slots=True)
class Hit:
    """A phrase found: words[start:end]."""

    start: int
    end: int
    entry: Entry


# What stands at a word, by role: the entry, and how many words long it is.
Senses = dict[str, tuple[Entry, int]]
# Stands between phrases that are folded together, and in none.
APART = "\0"
# First word, word behind the last, and what the phrase stands for.
Span = tuple[int, int, Entry]
START, END = itemgetter(0), itemgetter(1)


# Numbers of words that must have a capital, and whether nothing else.
Capitals = tuple[tuple[int, bool], ...]


class Phrase(NamedTuple):
    """What a phrase stands for, and how it must be written: with these capitals, and not with those of one before that
    stands for the same, since one list names a thing once; nothing where it may be written in any way."""

    asked: tuple[Capitals, tuple[Capitals, ...]] | None
    entry: Entry


class Lexicon:
    """Finds phrases; capital letters in a phrase must be capital in the text, small ones may be either."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._words: dict[str, list[Phrase]] = {}
        self._matcher = PhraseMatcher(VOCAB)
        self._phrases: dict[int, list[Phrase]] = {}
        self.vocabulary: set[str] = set()
        given = list(phrases)
        # Folding all as one text takes a fraction of the time that folding each by itself takes.
        folded = fold(APART.join(text for text, _ in given))
        for raw, text, (_, entry) in zip(folded.raw.split(APART), folded.text.split(APART), given, strict=True):
            self._add(raw, text, entry)

    def _add(self, raw: str, text: str, entry: Entry) -> None:
        """Takes a phrase as written and folded, which are equally long."""
        words = WORD.findall(text)
        if not words:
            return
        self.vocabulary.update(words)
        capitals = _asked([raw[slice(*match.span())] for match in WORD.finditer(text)]) if raw != raw.lower() else ()
        alike = self._words.setdefault(words[0], []) if len(words) == 1 else self._matched(words)
        same = [one for one in alike if (one.entry.role, one.entry.id) == (entry.role, entry.id)]
        before = tuple(one.asked[0] if one.asked else () for one in same)
        if capitals not in before and () not in before:
            alike.append(Phrase((capitals, before) if capitals or before else None, entry))

    def _matched(self, words: list[str]) -> list[Phrase]:
        """The phrases of these words, which the matcher finds from now on."""
        name = " ".join(words)
        key = VOCAB.strings.add(name)
        if key not in self._phrases:
            self._phrases[key] = []
            self._matcher.add(name, [learn(words)])
        return self._phrases[key]

    def find(self, words: Words) -> list[Span]:
        """Every phrase in the text, in order of their starts, longest first; overlaps are left to the caller."""
        known = self._words
        found = self.several(words)
        found += [
            (index, index + 1, entry)
            # Filtered without a step of Python for each of the others.
            for index, word in compress(enumerate(words.words), map(known.__contains__, words.words))
            for asked, entry in known[word]
            if not asked or _stands(words, index, *asked)
        ]
        found.sort(key=START)
        return found

    def several(self, words: Words) -> list[Span]:
        """Every phrase of several words in the text, in order of their starts, longest first."""
        found = [
            (start, end, entry)
            for key, start, end in self._matcher(words.doc)
            for asked, entry in self._phrases[key]
            if not asked or _stands(words, start, *asked)
        ]
        # Sorting is stable: by start, and of one start the longest first.
        found.sort(key=END, reverse=True)
        found.sort(key=START)
        return found

    def alone(self, words: Words, index: int) -> Senses:
        """What a word stands for by itself, by role; of a role the first."""
        found: Senses = {}
        for asked, entry in self._words[words.words[index]]:
            if entry.role not in found and (not asked or _stands(words, index, *asked)):
                found[entry.role] = entry, 1
        return found

    def senses(self) -> dict[str, Senses]:
        """What each word stands for by itself, by role, however it is written."""
        return {word: {entry.role: (entry, 1) for _, entry in reversed(them)} for word, them in self._words.items()}

    def cased(self) -> frozenset[str]:
        """The words that stand for something only where they are written with a capital or without."""
        return frozenset(word for word, phrases in self._words.items() if any(asked for asked, _ in phrases))


def _asked(written: list[str]) -> Capitals:
    """The words of a phrase that need capitals: an abbreviation all of them, a name the first."""
    whole = [len(word) > 1 and word == word.upper() != word.lower() for word in written]
    first = [word[0] != word[0].lower() for word in written]
    return tuple((number, whole[number]) for number in range(len(written)) if whole[number] or first[number])


def _stands(words: Words, index: int, capitals: Capitals, others: tuple[Capitals, ...]) -> bool:
    """Whether the words have the capitals asked for, and not all of others."""
    return _capitals(words, index, capitals) and not any(_capitals(words, index, other) for other in others)


def _capitals(words: Words, index: int, wanted: Capitals) -> bool:
    """Whether each word has the capitals that the phrase asks for."""
    for offset, whole in wanted:
        raw = words.raw(index + offset)
        if raw != raw.upper() if whole else raw[0] == raw[0].lower():
            return False
    return True
