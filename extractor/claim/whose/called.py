"""A body's whole name around the word of its kind: `Công ty Xi măng Hoa Mai`, `Hoa Mai Cement Company`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.acting import BUREAU
from extractor.claim.whose.levels import NATION
from extractor.claim.whose.places import gazetteer
from extractor.errors import RuleError
from extractor.records import Term
from extractor.rules import Patterns, patterns

# So many words may stand in a name beside that of its kind.
LONGEST = 18
REACH = 40
# So many words of a legal form may stand in small letters behind its short form.
FORM = 3
BEFORE = re.compile(r"([^\W\d_]+(?:[.'’&-][^\W\d_]+)*|&|\d{1,2}) $")
BEHIND = re.compile(r" ([-–&] )?([^\W\d_]+(?:[.'’&-][^\W\d_]+)*)")
# What is known by its name alone, of which a place may follow only.
COMPANIES = "companies:"
# So near behind a name begins the nation's that ends it.
NATIONAL = 16
# Kinds of words that say what a body did, behind its name.
TOLD = ("status", "statement", "time")
# A name by its words with a capital (C) or without (s), short forms (A) and joining words (j): what a body deals in has
# a capital at its first syllable only (`Xi măng và Đá vôi`), its own name at each.
NAME = re.compile("(?:As{0,3}|Cs{1,2}j?|Cj)*[CA]*")


def full_name(term: Term, unit: Unit, text: str) -> tuple[int, int]:
    """Where a body's name stands: with the capitals beside the word of its kind, else that word alone."""
    using = habits(unit.language)
    if using.letters:
        return term.start, term.end
    if using.unit_name == "before":
        return _first(term, unit, text), _further(term, unit, text)
    if term.id == BUREAU and (short := BEHIND.match(text, term.end, unit.end)) and short[2].isupper():
        return term.start, short.end()  # `Sở TN&MT cấp`
    end = _last(term.end, unit, text, of_kind=not term.rule.startswith(COMPANIES))
    return term.start, _national(end, unit, text)


def _national(end: int, unit: Unit, text: str) -> int:
    """Where a name ends that goes on with the nation's: `Tập đoàn Dầu khí quốc gia Việt Nam`."""
    nation = next((one for one in unit.of("scope", "nation_name") if end < one.start <= end + NATIONAL), None)
    gap = text[end : nation.start].split() if nation else []
    joined = all(word.isalpha() and word.islower() for word in gap) and habits(unit.language).function.isdisjoint(gap)
    return nation.end if nation and joined else end


def home_by_name(name: str, start: int, end: int, unit: Unit) -> str | None:
    """Whose a body is by its name: the nation's that is in it, or a well-known company's, as companies.csv has it."""
    if any(start <= one.start < end for one in unit.of("scope", "nation_name")):
        return NATION
    company = companies().get(name)
    return (company.home or None) if company else None


def one_company(name: str, other: str) -> bool:
    """Whether two names are of one well-known company: `TKV`, `Vinacomin`."""
    one, two = companies().get(name), companies().get(other)
    return one is not None and two is not None and one.known_as == two.known_as


def national_company(unit: Unit, text: str) -> bool:
    """Whether a sentence names a well-known company of the nation, if only as its source."""
    named = (companies().get(text[one.start : one.end]) for one in unit.of("body", "enterprise"))
    return any(one is not None and one.home == NATION for one in named)


@dataclass(frozen=True, slots=True)
class Company:
    """A well-known company: whose it is (VN, a province's key, or nobody's), and the name it is best known by."""

    home: str
    known_as: str


def companies() -> Mapping[str, Company]:
    """The companies of companies.csv by their names; RuleError names the row and the cell that say nothing."""
    return _companies(patterns())


@cache
def _companies(source: Patterns) -> Mapping[str, Company]:
    rows = {row["name"]: row for row in source.table("companies.csv", ("name", "home", "same_as"))}
    homes = {"", NATION} | gazetteer().current
    for name, row in rows.items():
        if row["home"] not in homes:
            advice = "write VN, a key of provinces.csv or nothing"
            raise RuleError(f"companies.csv, {name}: 'home' is {row['home']!r}", advice)
        if row["same_as"] and row["same_as"] not in rows:
            raise RuleError(f"companies.csv, {name}: 'same_as' is {row['same_as']!r}", "use a name of the table")
    return {name: Company(row["home"], row["same_as"] or name) for name, row in rows.items()}


def _further(term: Term, unit: Unit, text: str) -> int:
    """Where a name ends that goes on behind its kind, but not with a place: `Academy of Fine Arts`."""
    joined = BEHIND.match(text, term.end, unit.end)
    if joined is None or joined[2] not in habits(unit.language).further:
        return term.end
    places = {place.start for place in (*unit.of("place"), *unit.of("town"))}
    end = term.end if joined.end() + 1 in places else _last(joined.end(), unit, text)
    return end if end > joined.end() else term.end


def _first(term: Term, unit: Unit, text: str) -> int:
    """Where a name begins that stands before its kind; small words stand between two of its capitals."""
    using, counted = habits(unit.language), {one.start for one in unit.figures}
    start = at = term.start
    for _ in range(LONGEST):
        word = BEFORE.search(text, max(unit.start, at - REACH), at)
        if word is None:
            break
        at = word.start()
        if word[1][0].isupper() and word[1] not in using.no_name:
            start = at
        elif word[1] not in (*using.joiners, "&") and (word[1].isalpha() or at in counted):
            break
    return start


def _goes_on(following: str, words: int) -> bool:
    """Whether a capital follows soon, so that small words are of the name: `TNHH một thành viên Hoa Mai`."""
    return following[:1] == " " and any(word[0].isupper() for word in following[:REACH].split()[:words])


def _last(start: int, unit: Unit, text: str, of_kind: bool = True) -> int:
    """Where a name ends that begins there, the start where none does."""
    using = habits(unit.language)
    told = {one.start for kind in TOLD for one in unit.of(kind)}
    # A kind that ends in a short form goes on as one does: `Trường THPT chuyên Hoa Mai`.
    short = of_kind and text[start - 2 : start].isupper()
    ends, shape = [start] * (1 + short), "A" * short
    while (word := BEHIND.match(text, ends[-1], unit.end)) and len(shape) < LONGEST:
        sign, name = word.groups()
        joins = name in using.joiners
        small = name[0].islower()
        ends_it = small and (word.start(2) in told or (not joins and name in using.function))
        if ends_it and not _goes_on(text[word.end() : unit.end], FORM if shape.endswith("A") else 1):
            break
        if sign:
            shape += "j"
            ends.append(word.start(2) - 1)
        shape += "j" if joins else "s" if small else "A" if name.isupper() else "C"
        ends.append(word.end())
    found = NAME.match(shape)
    length = found.end() if found else 0
    # What goes on in small letters is part of a name only where a word of grammar or a sign ends it.
    if length == len(shape) and not text[ends[-1] : ends[-1] + 2].strip().isdigit():
        return ends[length]
    return ends[len(shape[:length].rstrip("sj"))]


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one body: a company's two, or some words of a kind in one of them by their initials
    (`Trường TH Hoa Mai`)."""
    short, long = sorted((one.split(), other.split()), key=len)
    if short == long or one_company(one, other):
        return True
    place = next((n for n, word in enumerate(short) if word != long[n]), 0)
    behind = len(short) - place - 1
    words = long[place : len(long) - behind]
    initials = "".join(word[0] for word in words).upper()
    return behind > 0 and short[place] == initials and len(words) > 1 and short[place + 1 :] == long[-behind:]
