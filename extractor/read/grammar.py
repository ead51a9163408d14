"""The phrases of a language by the part they play in the grammar of figures, from the files of its folder.

A rule's `role` says where its phrases stand and what `value` means there; docs of the roles are in patterns/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.errors import RuleError
from extractor.read.lexicon import Entry, Hit, Lexicon
from extractor.read.words import Words
from extractor.rules import Patterns, Schema

FILES = ("numbers", "units", "dates", "qualifiers", "traps")
SCHEMA = Schema({"role": str, "value": str, "only": str, "note": str}, required=("role",))
ROLES = frozenset(
    {
        *("scale", "percent", "points", "fraction", "part", "multiple", "vague"),
        *("half_more", "negative", "decimal_word", "money", "measure", "time", "age"),
        *("score", "times", "per", "per_word", "per_head", "noun", "wind"),
        *("month", "month_word", "year_word", "day_word", "quarter_word", "quarter", "half_year"),
        *("first_months", "last_months", "span_word", "of_year", "first_day", "school_year", "hour"),
        *("minute", "half_day", "so_far", "reached", "lasting", "ago", "relative"),
        *("before", "after", "to", "from", "between", "and", "move"),
        *("rank", "ordinal", "nth", "term", "out_of", "name_before", "name_after"),
        *("phrase", "number_sign", "word_of_document", "phone", "street", "street_after", "whole"),
        *("plain_noun", "cardinal", "tens", "ten_times", "hundred", "link", "after_tens"),
        *("quarter_more", "money_scale", "money_head", "joined", "against", "part_of"),
    }
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes; `spaces`: a space groups digits, `pairs`: by two (lakh), `adjectives` precede nouns."""

    decimal: str
    group: str
    spaces: bool = False
    pairs: bool = False
    month_first: bool = False
    adjectives: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon and the digit style of one language."""

    language: str
    lexicon: Lexicon
    style: Style
    common: frozenset[str] = frozenset()


def load(rules: Patterns, language: str) -> Grammar:
    """The grammar of a language; RuleError names the file and rule that cannot be used."""
    table = rules.document(f"{language}/language.toml")
    style = Style(
        table["decimal"],
        table["group"],
        table.get("space_groups", False),
        table.get("pair_groups", False),
        table.get("month_first", False),
        table.get("adjectives_first", False),
    )
    return Grammar(
        language, Lexicon([*_rules(rules, language), *_tables(rules, language)]), style, frozenset(table["words"])
    )


def _rules(rules: Patterns, language: str) -> Iterator[tuple[str, Entry]]:
    for name in FILES:
        for rule in rules.rules(f"{language}/{name}.toml", SCHEMA):
            if rule["role"] not in ROLES:
                raise RuleError(
                    f"{rule.name} has the unknown role {rule['role']!r}", "see the roles in patterns/README.md"
                )
            for phrase in rule.phrases:
                yield phrase, Entry(rule["role"], rule.id, rule.get("value", ""), rule.get("only", ""), rule.name)


def _tables(rules: Patterns, language: str) -> Iterator[tuple[str, Entry]]:
    for name, role in (("number_words", None), ("nouns", "noun")):
        if (rules.root / language / f"{name}.csv").exists():
            for row in rules.table(f"{language}/{name}.csv"):
                value, only = row.get("value", ""), row.get("only", "")
                yield row["form"], Entry(role or row["role"], row["form"], value, only, f"{language}/{name}")


# A date that can only be month/day/year.
MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?!\d)")
NONE: dict[str, Hit] = {}


class Line:
    """Words with the phrases of the grammar found in them, by the words where they start and end."""

    def __init__(self, words: Words, grammar: Grammar) -> None:
        self.words = words
        self.grammar = grammar
        self.text = words.words
        self.size = len(words.words)
        self.month_first = grammar.style.month_first and bool(MONTH_FIRST.search(words.folded.text))
        # Where the last figure ended, and the last date: what follows may not take its words, or may go on with it.
        self.taken = self.dated = self.months = self.clocked = 0
        self.starts: dict[int, dict[str, Hit]] = {}
        self.ends: dict[int, dict[str, Hit]] = {}
        for hit in grammar.lexicon.find(words):
            # Longest come first, so the first of a role is the longest on both sides.
            role = hit.entry.role
            if (here := self.starts.get(hit.start)) is None:
                self.starts[hit.start] = {role: hit}
            elif role not in here:
                here[role] = hit
            if (there := self.ends.get(hit.end)) is None:
                self.ends[hit.end] = {role: hit}
            elif role not in there:
                there[role] = hit

    def hits(self, index: int) -> dict[str, Hit]:
        """The longest phrase of each role that starts at this word."""
        return self.starts.get(index, NONE)

    def at(self, index: int, *roles: str) -> Hit | None:
        """The longest phrase of one of the roles that starts at this word."""
        found = self.starts.get(index)
        if found is None:
            return None
        best = None
        for role in roles:
            hit = found.get(role)
            if hit is not None and (best is None or hit.end > best.end):
                best = hit
        return best

    def before(self, index: int, *roles: str) -> Hit | None:
        """The longest phrase of one of the roles that ends just before this word."""
        found = self.ends.get(index)
        if found is None:
            return None
        best = None
        for role in roles:
            hit = found.get(role)
            if hit is not None and (best is None or hit.start < best.start):
                best = hit
        return best

    def word(self, index: int) -> str:
        """The folded word, or an empty string outside the text."""
        return self.text[index] if 0 <= index < self.size else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < index < self.size and self.words.starts[index] == self.words.ends[index - 1]

    def gap(self, index: int) -> str:
        """What stands between this word and the one before it."""
        if not 0 < index < self.size:
            return " "
        return self.words.folded.text[self.words.ends[index - 1] : self.words.starts[index]]

    def raw(self, index: int) -> str:
        """The word as written, or an empty string outside the text."""
        return self.words.raw(index) if 0 <= index < self.size else ""

    def slice(self, start: int, end: int) -> str:
        """The text as written from word start to word end."""
        if start >= end:
            return ""
        return self.words.folded.raw[self.words.starts[start] : self.words.ends[end - 1]]
