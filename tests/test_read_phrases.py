"""Short sentences on every shape and trap, each with the figures that a reader finds in it.

A line of tests/phrases/LANGUAGE.txt is `sentence ||| figures`, read as published on 2025-10-15. A figure is its value
(`a..b` for two ends), a letter for its kind, its comparator where it has one, `/` and the whole of a ratio or base,
`of` and the number ranked, and may name its currency.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.read import read
from extractor.records import Comparator, Figure, FigureKind

LETTERS = {
    FigureKind.COUNT: "c",
    FigureKind.PERCENT: "%",
    FigureKind.MONEY: "m",
    FigureKind.MEASURE: "M",
    FigureKind.RATE: "r",
    FigureKind.RANK: "k",
    FigureKind.DATE: "d",
    FigureKind.PERIOD: "p",
    FigureKind.DURATION: "u",
    FigureKind.TIME: "t",
    FigureKind.DOCUMENT: "D",
    FigureKind.SCORE: "s",
}


def phrases() -> Iterator[tuple[str, str, list[str]]]:
    """Language, sentence and expected figures of every line."""
    for path in sorted((Path(__file__).parent / "phrases").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, expected = line.partition("|||")
                yield path.stem, text.strip(), [one.strip() for one in expected.split(";") if one.strip()]


def plain(value: Decimal | str | None) -> str:
    return "null" if value is None else format(value, "f") if isinstance(value, Decimal) else value


def written(figure: Figure, with_unit: bool) -> str:
    """The figure in the notation of the files."""
    parts = [plain(figure.value)]
    if figure.value_max is not None:
        parts += ["..", plain(figure.value_max)]
    parts.append(LETTERS[figure.kind])
    if figure.comparator is not Comparator.EQUAL:
        parts.append(figure.comparator.value)
    if figure.denominator is not None:
        parts += ["/", plain(figure.denominator)]
    if figure.rank_of is not None:
        parts += ["of", plain(figure.rank_of)]
    return "".join(parts) + (f" {figure.unit}" if with_unit else "")


@pytest.mark.parametrize(("language", "text", "expected"), list(phrases()))
def test_a_phrase_reads_as_people_read_it(language: str, text: str, expected: list[str]) -> None:
    figures = read(text, language, "2025-10-15").figures
    wanted = dict(enumerate(expected))
    found = [written(figure, " " in wanted.get(place, "")) for place, figure in enumerate(figures)]
    assert found == expected
