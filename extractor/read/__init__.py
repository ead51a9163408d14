"""Text → Reading: every figure a text states, the words around it that later stages need, and its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.read.pipeline import figures_of, read, read_article

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.records import Figure

__all__ = ["blank", "figures", "read", "read_article"]


def figures(text: str, language: str | None = None, published: str | None = None) -> list[Figure]:
    """The figures of a text, offsets in its NFC form; the language is detected, LanguageError when it has no rules."""
    return figures_of(text, language, published)


def blank(language: str, published: str | None = None) -> Language:
    """A spaCy pipeline that fills doc.spans with figures, terms and sentences."""
    from extractor.read.pipes import blank as build

    return build(language, published)
