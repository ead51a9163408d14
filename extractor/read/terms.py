"""The word lists that later stages need: patterns/<language>/terms/*.toml, and the names of provinces."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.normal import unmarked
from extractor.read.lexicon import Entry, Lexicon
from extractor.rules import Patterns, Schema
from extractor.spellings import spellings

TERMS = Schema({"kind": str, "note": str}, required=("kind",))


def term_files(rules: Patterns, language: str) -> list[str]:
    """Names of the term files of a language, as `Patterns.rules` takes them, sorted."""
    return sorted(f"{language}/terms/{path.name}" for path in (rules.root / language / "terms").glob("*.toml"))


def term_lexicon(rules: Patterns, language: str) -> Lexicon:
    """Every phrase of the term files, every usable name of a province, of towns and of well-known companies."""
    return Lexicon(
        [*_terms(rules, language), *_places(rules), *_spelled(rules, language), *_towns(rules), *_companies(rules)]
    )


def _terms(rules: Patterns, language: str) -> Iterator[tuple[str, Entry]]:
    for file in term_files(rules, language):
        for rule in rules.rules(file, TERMS):
            for phrase in rule.phrases:
                yield phrase, Entry(rule["kind"], rule.id, rule=rule.name)


def _places(rules: Patterns) -> Iterator[tuple[str, Entry]]:
    if not (rules.root / "province_aliases.csv").exists():
        return
    for row in rules.table("province_aliases.csv", ("alias", "key", "lang")):
        if row.get("usable", "1") == "1" and row["lang"] != "slug":
            yield row["alias"], Entry("place", row["key"], rule=f"province_aliases:{row['key']}")


def _spelled(rules: Patterns, language: str) -> Iterator[tuple[str, Entry]]:
    for name, key in spellings(rules, language):
        yield name, Entry("place", key, rule=f"syllables:{key}")


def _towns(rules: Patterns) -> Iterator[tuple[str, Entry]]:
    """Names of districts and towns, with and without their marks; those known alone come with the id `known`."""
    if not (rules.root / "districts.csv").exists():
        return
    for row in rules.table("districts.csv", ("province", "names", "known")):
        known = row["known"].split(";")
        for written in row["names"].split(";"):
            # `Đắk R'Lấp` is written with a small letter behind the sign, too.
            head, sign, tail = written.partition("'")
            name = f"{head}{sign}{tail.lower()}"
            entry = Entry("town", "known" if name in known else "item", rule=f"districts:{row['province']}")
            yield name, entry
            yield unmarked(name), entry


def _companies(rules: Patterns) -> Iterator[tuple[str, Entry]]:
    """Names of companies that need no word of their kind, written alike in every language."""
    if (rules.root / "companies.csv").exists():
        for row in rules.table("companies.csv", ("name", "home")):
            yield row["name"], Entry("body", "enterprise", rule="companies:enterprise")
