"""Names of communes and districts in Urdu letters: which name of the tables, or of the page's address, sounds so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extractor.normal import unmarked
from extractor.rules import Patterns, patterns

SHORTEST = 3
TABLES = ("districts.csv", "communes.csv")
WORD = re.compile(r"[^\W\d_]+")


def of_address(words: Sequence[str], language: str, address: Sequence[str]) -> str | None:
    """The slug of the name that the address holds and the words sound like."""
    sounds, length = _sounds(words, patterns(), language), len(words)
    if sum(map(len, sounds)) < (SHORTEST if length == 1 else 2):
        return None
    for start in range(len(address) - length + 1):
        if _sounds(address[start : start + length], patterns(), language) == sounds:
            return "-".join(address[start : start + length])
    return None


def of_tables(words: Sequence[str], language: str) -> str | None:
    """The slug of the only commune or district whose name of several words sounds so; the words where many do."""
    known = _named(patterns(), language).get(_sounds(words, patterns(), language), ()) if len(words) > 1 else ()
    return known[0] if len(known) == 1 else "-".join(words) if known else None


def _sounds(words: Sequence[str], source: Patterns, language: str) -> tuple[str, ...]:
    shapes, table = _letters(source, language)
    return tuple("".join(table[shape] for shape in shapes.findall(unmarked(word).lower())) for word in words)


@cache
def _letters(source: Patterns, language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = {row["form"]: row["sound"] for row in source.table(f"{language}/letters.csv", ("form", "sound"))}
    return re.compile("|".join(sorted(table, key=len, reverse=True))), table


@cache
def _named(source: Patterns, language: str) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for table in TABLES:
        for row in source.table(table):
            for name in row["names"].split(";"):
                words = WORD.findall(unmarked(name).lower())
                if words:
                    found.setdefault(_sounds(words, source, language), {})["-".join(words)] = None
    return {sounds: tuple(names) for sounds, names in found.items()}
