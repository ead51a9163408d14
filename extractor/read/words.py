"""Cuts a folded text into words: letters, digit groups, single signs, line ends; each with its offset."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, repeat
from operator import add, not_
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.read.fold import Folded, fold
from extractor.read.glue import Glue

# Alternatives exclude each other by their first character, so the scan is linear.
WORD = re.compile(r"[^\W\d_]++|\d++(?>(?:[.,]\d++)*)|\n|[^\w\s]|_")

# The words of all phrases of several words, in all languages. Other words of a text look alike to spaCy, so that its
# vocabulary, which never forgets, stays as small as the rules are, however many texts are read. Each has its number in
# the vocabulary, which spares spaCy to look it up by its letters.
VOCAB = Vocab()
KNOWN: dict[str, int] = {}
OTHER: int = VOCAB.strings.add("\ufffd")


@dataclass(slots=True)
class Words:
    """The words of a text, folded; `starts` are offsets into the folded text, `doc` is what is matched,
    `digits` are the words that begin with a digit."""

    folded: Folded
    words: list[str]
    starts: Sequence[int]
    doc: Doc
    digits: Sequence[int]
    # Whether words of it had lost the space between them.
    parted: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, index: int) -> str:
        """The word as written."""
        return self.folded.raw[self.starts[index] : self.end(index)]

    def end(self, index: int) -> int:
        """Where a word ends in the folded text."""
        return self.starts[index] + len(self.words[index])

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.end(index - 1)


def cut(source: str, glue: Glue | None = None) -> Words:
    """The words of an NFC text; with `glue`, those that lost the space between them apart."""
    folded = fold(source)
    words, starts, digits = _parted(folded.text)
    spans = glue.part(words, starts, folded.raw) if glue else None
    if spans:
        words = [folded.text[start:end] for start, end in spans]
        starts = [start for start, _ in spans]
        digits = [index for index, word in enumerate(words) if word[0].isdecimal()]
    numbers: list[Any] = list(map(KNOWN.get, words, repeat(OTHER)))
    return Words(folded, words, starts, Doc(VOCAB, words=numbers), digits, spans is not None)


def _parted(text: str) -> tuple[list[str], list[int], list[int]]:
    """The words of a folded text, where they start, and which begin with a digit."""
    pieces = text.split(" ")
    places = list(map(add, accumulate(map(len, pieces), initial=0), range(len(pieces))))
    words: list[str] = []
    starts: list[int] = []
    digits: list[int] = []
    done = 0
    # What stands between two spaces is mostly one word of letters: only the rest is looked at sign by sign.
    for number in compress(range(len(pieces)), map(not_, map(str.isalpha, pieces))):
        words += pieces[done:number]
        starts += places[done:number]
        done, end = number + 1, places[number]
        for word in WORD.findall(pieces[number]):
            if word[0].isdecimal():
                digits.append(len(words))
            start = text.index(word, end)
            end = start + len(word)
            words.append(word)
            starts.append(start)
    return words + pieces[done:], starts + places[done:], digits


def learn(phrase: Sequence[str]) -> Any:
    """The numbers of a phrase's words, which spaCy's matcher takes like a Doc; from now on texts keep them apart."""
    for word in phrase:
        if word not in KNOWN:
            KNOWN[word] = VOCAB[word].orth
    return [KNOWN[word] for word in phrase]


def split(phrase: str) -> list[str]:
    """The folded words of a phrase, as the lexicon stores them."""
    return WORD.findall(fold(phrase).text)
