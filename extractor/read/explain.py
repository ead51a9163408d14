"""Why a text reads as it does: which rules read each figure, and why a number was refused."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.read.calendar import Published
from extractor.read.pipeline import examine, read, reader
from extractor.read.words import cut
from extractor.records import Figure


@dataclass(frozen=True, slots=True)
class Refused:
    """A number that is no figure, `text[start:end] == surface`, and the rule or reason that refused it."""

    start: int
    end: int
    surface: str
    reason: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What was read in a text and what was refused, both in order."""

    text: str
    language: str
    figures: tuple[Figure, ...]
    refusals: tuple[Refused, ...]


def explain(text: str, language: str | None = None, published: str | None = None) -> Trace:
    """Reads a text and keeps the reasons; offsets are into `Trace.text`, its NFC form."""
    reading = read(text, language, published)
    words = cut(reading.text)
    refusals = []
    for refusal in examine(words, reader(reading.language), Published.of(published))[1]:
        start, end = words.folded.back(words.starts[refusal.start], words.end(refusal.end - 1))
        refusals.append(Refused(start, end, reading.text[start:end], refusal.reason))
    return Trace(reading.text, reading.language, reading.figures, tuple(refusals))
