"""The phrases of a language by the part they play in the grammar of figures, from the files of its folder.

A rule's `role` says where its phrases stand and what `value` means there; docs of the roles are in patterns/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from extractor.read.fold import fold
from extractor.read.lexicon import Entry, Hit, Lexicon, Senses
from extractor.read.roles import check
from extractor.read.words import Words
from extractor.rules import Patterns, Schema

if TYPE_CHECKING:
    from extractor.read.number import Number

FILES = ("numbers", "units", "dates", "qualifiers", "traps")
# Phrases of these roles may start a figure without a digit.
STARTS = frozenset(
    {
        *("cardinal", "tens", "hundred", "multiple", "quarter_more", "fraction", "vague", "negative", "phrase"),
        *("month", "month_word", "quarter", "quarter_word", "half_year", "half_month", "first_months", "last_months"),
        *("relative", "span_word", "school_year", "first_day", "ordinal", "nth"),
    }
)
SCHEMA = Schema({"role": str, "value": str, "only": str, "note": str}, required=("role",))


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes; `spaces`: a space groups digits, `pairs`: by two (lakh), `adjectives` precede nouns."""

    decimal: str
    group: str
    spaces: bool = False
    pairs: bool = False
    month_first: bool = False
    adjectives: bool = False
    # What a counted noun is known by where adjectives and genitives stand before it; see language.toml of Urdu.
    ends: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    plurals: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    # So many words may stand from the verb of a move to what it moved from.
    move_reach: int = 4


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon and the digit style of one language."""

    language: str
    lexicon: Lexicon
    style: Style
    common: frozenset[str] = frozenset()
    # What each word alone stands for, whose capitals count, and which words may start a figure without a digit.
    senses: Mapping[str, Senses] = field(default_factory=dict)
    cased: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    # The two words of names that communes of one province share and are told apart by a number: Phú Hòa 1, Phú Hòa 2.
    twins: frozenset[str] = frozenset()


def load(rules: Patterns, language: str) -> Grammar:
    """The grammar of a language; RuleError names the file and rule that cannot be used."""
    table = rules.language(language)
    style = Style(
        table["decimal"],
        table["group"],
        table.get("space_groups", False),
        table.get("pair_groups", False),
        table.get("month_first", False),
        table.get("adjectives_first", False),
        ends=frozenset(_folded(table, "ends")),
        modifiers=frozenset(_folded(table, "modifiers")),
        manner=frozenset(_folded(table, "manner")),
        numbered=frozenset(_folded(table, "numbered")),
        verbs=frozenset(_folded(table, "verbs")),
        genitives=frozenset(_folded(table, "genitives")),
        joiners=frozenset(_folded(table, "joiners")),
        participles=frozenset(_folded(table, "participles")),
        plurals=_folded(table, "plurals"),
        adverbs=_folded(table, "adverbs"),
        move_reach=table.get("move_reach", 4),
    )
    lexicon = Lexicon([*_rules(rules, language), *_tables(rules, language)])
    senses = lexicon.senses()
    openers = frozenset(word for word, found in senses.items() if not STARTS.isdisjoint(found))
    words = frozenset(_folded(table, "words"))
    return Grammar(language, lexicon, style, words, senses, lexicon.cased(), openers, _twins(rules))


def _twins(rules: Patterns) -> frozenset[str]:
    names = [name for row in rules.table("communes.csv", ("names",)) for name in row["names"].split(";")]
    return frozenset(fold(name).text[:-2] for name in names if name[-1:].isdigit())


def _folded(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The words of a list as they stand in a folded text."""
    return tuple(fold(word).text for word in table.get(name, ()))


def _rules(rules: Patterns, language: str) -> Iterator[tuple[str, Entry]]:
    for name in FILES:
        for rule in rules.rules(f"{language}/{name}.toml", SCHEMA):
            entry = Entry(rule["role"], rule.id, rule.get("value", ""), rule.get("only", ""), rule.name)
            check(entry.role, entry.value, rule.name)
            yield from ((phrase, entry) for phrase in rule.phrases)


def _tables(rules: Patterns, language: str) -> Iterator[tuple[str, Entry]]:
    for name, role in (("number_words", None), ("nouns", "noun")):
        if (rules.root / language / f"{name}.csv").exists():
            for row in rules.table(f"{language}/{name}.csv", ("form",) if role else ("form", "role", "value")):
                value, only = row.get("value", ""), row.get("only", "")
                check(role or row["role"], value, f"{language}/{name}.csv, form {row['form']!r}")
                yield row["form"], Entry(role or row["role"], row["form"], value, only, f"{language}/{name}")


# A date that can only be month/day/year.
MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d(?!\d)")
NONE: Senses = {}
# A word that begins like a unit and is another: nothing shorter begins there.
WHOLE_WORD = "whole_word"
LENGTH = itemgetter(1)
# More empty words than anything looks for behind the last word or, counted back, before the first.
BEYOND = 64
NO_WORDS, NO_SENSES = [""] * BEYOND, [NONE] * BEYOND


class Line:
    """Words with the phrases of the grammar found in them, by the words where they start and end."""

    def __init__(self, words: Words, grammar: Grammar) -> None:
        self.words = words
        self.grammar = grammar
        self.text = words.words + NO_WORDS
        self.size = len(words.words)
        text = words.folded.text
        self.month_first = grammar.style.month_first and "/" in text and bool(MONTH_FIRST.search(text))
        # Where the last figure ended, and the last date: what follows may not take its words, or may go on with it.
        self.numbers: dict[int, Number | None] = {}
        self.taken = self.dated = self.months = self.clocked = 0
        # What starts at each word and, one further on, what ends before it: the words alone, and longer phrases, which
        # come last and take the place of shorter ones.
        alone = list(map(grammar.senses.get, words.words, repeat(NONE)))
        if not grammar.cased.isdisjoint(words.words):
            for index, word in enumerate(words.words):
                alone[index] = grammar.lexicon.alone(words, index) if word in grammar.cased else alone[index]
        self.starts, self.ends = alone + NO_SENSES, [NONE, *alone, *NO_SENSES]
        self.longer = grammar.lexicon.several(words)
        for start, end, entry in reversed(self.longer):
            sense = {entry.role: (entry, end - start)}
            self.starts[start] = self.starts[start] | sense
            self.ends[end] = self.ends[end] | sense
        for start, end, entry in self.longer:
            if entry.role == WHOLE_WORD:
                found = self.starts[start].items()
                self.starts[start] = {role: sense for role, sense in found if sense[1] >= end - start}

    @cached_property
    def roles(self) -> set[str]:
        """The roles that occur at all: most texts have no street, no match and no lunar day to look for."""
        return set().union(*filter(None, self.starts))

    def hits(self, index: int) -> Senses:
        """The longest phrase of each role that starts at this word."""
        return self.starts[index]

    def at(self, index: int, role: str, *others: str) -> Hit | None:
        """The longest phrase of one of the roles that starts at this word."""
        found = self.starts[index]
        if not found:
            return None
        sense = _longest(found, (role, *others)) if others else found.get(role)
        if sense is None:
            return None
        return Hit(index, index + sense[1], sense[0])

    def before(self, index: int, role: str, *others: str) -> Hit | None:
        """The longest phrase of one of the roles that ends just before this word."""
        found = self.ends[index]
        if not found:
            return None
        sense = _longest(found, (role, *others)) if others else found.get(role)
        if sense is None:
            return None
        return Hit(index - sense[1], index, sense[0])

    def word(self, index: int) -> str:
        """The folded word, or an empty string outside the text."""
        return self.text[index]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return 0 < index < self.size and self.words.starts[index] == self.words.end(index - 1)

    def gap(self, index: int) -> str:
        """What stands between this word and the one before it."""
        if not 0 < index < self.size:
            return " "
        return self.words.folded.text[self.words.end(index - 1) : self.words.starts[index]]

    def raw(self, index: int) -> str:
        """The word as written, or an empty string outside the text."""
        return self.words.raw(index) if 0 <= index < self.size else ""

    def slice(self, start: int, end: int) -> str:
        """The text as written from word start to word end."""
        if start >= end:
            return ""
        return self.words.folded.raw[self.words.starts[start] : self.words.end(end - 1)]


def _longest(found: Senses, roles: Sequence[str]) -> tuple[Entry, int] | None:
    met = [found[role] for role in roles if role in found]
    return max(met, key=LENGTH, default=None)
