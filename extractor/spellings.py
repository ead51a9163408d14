"""Names of provinces in another script, which has several ways to write each syllable: ur/syllables.csv."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from extractor.rules import Patterns

TABLE = "syllables.csv"
PROVINCES = ("provinces.csv", "provinces_before_2025.csv")


def spellings(rules: Patterns, language: str) -> Iterator[tuple[str, str]]:
    """Each way to write the provinces whose syllables the language's table knows, with the province's key."""
    if not (rules.root / language / TABLE).exists():
        return
    rows = rules.table(f"{language}/{TABLE}", ("syllable", "forms"))
    forms = {row["syllable"]: row["forms"].split(";") for row in rows}
    for key in dict.fromkeys(row["key"] for table in PROVINCES for row in rules.table(table, ("key",))):
        syllables = key.split("-")
        if all(syllable in forms for syllable in syllables):
            for words in product(*(forms[syllable] for syllable in syllables)):
                yield " ".join(words), key
