"""Cuts a folded text into words: letters, digit groups, single signs, line ends; each with its offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.read.fold import Folded, fold

# Alternatives exclude each other by their first character, so the scan is linear.
WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|\n|[^\w\s]|_")

# All languages share one vocabulary. Its lock is held while words are added to it, for a text or for good.
VOCAB = Vocab()
LOCK = RLock()


@contextmanager
def memory_zone() -> Iterator[None]:
    """Within it spaCy keeps the words of texts only until its end, so that memory stays flat; one thread at a time."""
    with LOCK, VOCAB.memory_zone():
        yield


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text in folded form; `starts` and `ends` are offsets into the folded text, `doc` is spaCy's."""

    folded: Folded
    words: list[str]
    starts: list[int]
    ends: list[int]
    doc: Doc

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, index: int) -> str:
        """The word as written."""
        return self.folded.raw[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]


def cut(source: str) -> Words:
    """The words of an NFC text."""
    folded = fold(source)
    text = folded.text
    spans = [match.span() for match in WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    return Words(folded, words, [start for start, _ in spans], [end for _, end in spans], Doc(VOCAB, words=words))


def split(phrase: str) -> list[str]:
    """The folded words of a phrase, as the lexicon stores them."""
    return WORD.findall(fold(phrase).text)
