"""Cuts a folded text into words: letters, digit groups, single signs, line ends; each with its offset."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.read.fold import Folded, fold
from extractor.read.glue import Glue

# Alternatives exclude each other by their first character, so the scan is linear.
# The group makes `split` give the words and what stands between them by turns.
WORD = re.compile(r"([^\W\d_]++|\d++(?>(?:[.,]\d++)*)|\n|[^\w\s]|_)")

# The words of all phrases of several words, in all languages. Other words of a text look alike to spaCy, so that its
# vocabulary, which never forgets, stays as small as the rules are, however many texts are read. Each has its number in
# the vocabulary, which spares spaCy to look it up by its letters.
VOCAB = Vocab()
KNOWN: dict[str, int] = {}
OTHER: int = VOCAB.strings.add("\ufffd")


@dataclass(slots=True)
class Words:
    """The words of a text, folded; `starts` and `ends` are offsets into the folded text, `doc` is what is matched."""

    folded: Folded
    words: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    doc: Doc
    # Whether words of it had lost the space between them.
    parted: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, index: int) -> str:
        """The word as written."""
        return self.folded.raw[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]


def cut(source: str, glue: Glue | None = None) -> Words:
    """The words of an NFC text; with `glue`, those that lost the space between them apart."""
    folded = fold(source)
    parts = WORD.split(folded.text)
    bounds = list(accumulate(map(len, parts)))
    words, starts, ends = parts[1::2], bounds[:-1:2], bounds[1::2]
    spans = glue.part(words, starts, folded.raw) if glue else None
    if spans:
        words = [folded.text[start:end] for start, end in spans]
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
    numbers: list[Any] = list(map(KNOWN.get, words, repeat(OTHER)))
    return Words(folded, words, starts, ends, Doc(VOCAB, words=numbers), spans is not None)


def learn(phrase: Sequence[str]) -> Any:
    """The numbers of a phrase's words, which spaCy's matcher takes like a Doc; from now on texts keep them apart."""
    for word in phrase:
        if word not in KNOWN:
            KNOWN[word] = VOCAB[word].orth
    return [KNOWN[word] for word in phrase]


def split(phrase: str) -> list[str]:
    """The folded words of a phrase, as the lexicon stores them."""
    return WORD.findall(fold(phrase).text)
