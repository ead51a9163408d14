"""Reads a text into figures, for the tests of reading."""

from __future__ import annotations

from decimal import Decimal

from extractor.read import read
from extractor.records import Figure


def only(text: str, language: str, published: str | None = None) -> Figure:
    figures = read(text, language, published).figures
    assert len(figures) == 1, figures
    return figures[0]


def values(text: str, language: str) -> list[Decimal | str | None]:
    return [figure.value for figure in read(text, language).figures]
