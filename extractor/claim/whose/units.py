"""Units below the nation in a sentence: named (xã Tân Hòa), or spoken of by their bare word (toàn xã, Xã hiện có)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.capitals import (
    NAME_REACH,
    NAME_WORDS,
    capitals_after,
    capitals_before,
    kind_end,
    several,
)
from extractor.claim.whose.latin import numbered, of_address, of_provinces, of_syllables, of_tables
from extractor.claim.whose.ways import DASHES
from extractor.normal import unmarked
from extractor.records import Term

# So many words may say of what kind a unit is.
KIND = 6
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r" ([1-9])(?![\w/%]|[.,]\d)")
NUMBERED = re.compile(r" 0?([1-9]\d?)(?![\w/%]|[.,]\d)")
WRITTEN = re.compile(r"\S+")
SIGN = re.compile(r"[،,؛;۔:()\n]")
SIGNS = ",:;.)"
# What may hang on a word that is a name all the same.
ENDS = ".…\"“”‘’'"
VILLAGE = "village"
# A unit's word with one of its kind.
OF_KIND = "_kind"
# Communes and wards in one breath: those of a level.
PAIR = "commune_pair"
# The level of the unit whose name stands beside a scope word; of a city, the province's unless a province is named.
NAMED = {
    "commune": "commune",
    "commune_name": "commune",
    "commune_kind": "commune",
    "district": "district",
    "district_kind": "district",
    "village": VILLAGE,
    "village_name": VILLAGE,
    "city": "district",
    "city_name": "district",
}
# The level that a scope word means without a name; the first three always point at the unit spoken of.
POINTING = {"commune": "commune", "province": "province", "city": "city", "village": "village"}
BARE = POINTING | {"commune_name": "commune", "district": "district", "province_name": "province"}
BARE |= {"city_name": "city", "region_name": "region"}


def unit_name(term: Term, unit: Unit, text: str) -> tuple[int, int, str] | None:
    """Where a unit's word and name stand, and the name as a slug; None where no name stands beside the word."""
    if term.id not in NAMED or (term.id.endswith(OF_KIND) and several(term, unit)):
        return None
    if habits(unit.language).unit_name == "before":
        if digit := numbered(term, unit, text):
            named = unit_name(replace(term, start=digit.start() + 1), unit, text)
            return named and (named[0], term.end, f"{named[2]}-{digit[1]}")
        if sounding := _sounding_before(term, unit, text):
            return sounding[0], term.end, sounding[1]
        first = text[term.start : term.end].split(maxsplit=1)[0].lower()
        inside = first in habits(unit.language).inside  # `Book in the city`
        words = "" if inside else capitals_before(text, term.start, unit)
        start, end = term.start - len(words) - 1, term.end
        if any(one.start <= start < one.end for one in unit.others):
            words = ""  # `In February the city …`
        if not words and (behind := _sounding_behind(term, unit, text) or _owned_name(term, unit, text)):
            return term.start, *behind
    else:
        kind = kind_end(term, unit, text)
        words = capitals_after(text, kind, unit.end)
        start, end = term.start, kind + text.startswith(" ", kind) + len(words)
        if not words and (number := _number_name(kind, unit, text)):
            return start, end + len(number), f"{slug(text[term.start : kind])}-{number}"
        if words and (number := _number_after(end, unit, text)):
            return start, end + 1 + len(number), f"{slug(words)}-{number}"
        if any(one.start == term.end + 1 and one.end > end for one in unit.of("concept")):
            return None  # `xã Nông thôn mới`
    return (start, end, slug(words)) if words else None


def _owned_name(term: Term, unit: Unit, text: str) -> tuple[int, str] | None:
    """Where a name ends that stands behind its word and `of`, and its slug: `the district of Tan Lac`."""
    owner = next((one for one in habits(unit.language).owners if text.startswith(f" {one} ", term.end)), None)
    if owner is None or habits(unit.language).letters:
        return None
    start = term.end + len(owner) + 2
    words = capitals_after(text, start - 1, unit.end)
    behind = start + len(words) + 1  # `a commune of Tan Lac district`
    plain = words and not any(one.start <= start < one.end for one in (*unit.of("place"), *unit.of("scope")))
    plain = plain and not any(one.start == behind for one in unit.of("scope", *NAMED))
    return (
        (start + len(words), slug(words)) if plain and words.split()[0] not in habits(unit.language).no_name else None
    )


def _number_after(end: int, unit: Unit, text: str) -> str:
    """The digit that ends a unit's name and counts nothing: `xã Tân Hòa 2`."""
    digit = NUMBER.match(text, end, unit.end)
    figures = (*unit.figures, *unit.others) if digit else ()
    return digit[1] if digit and not any(one.start <= end + 1 < one.end for one in figures) else ""


def _number_name(kind: int, unit: Unit, text: str) -> str:
    """The number that is a unit's name and counts nothing: `Quận 7`, `phường 12, quận 3`."""
    using, words = habits(unit.language), text[unit.start : kind].lower().split()[-2:]
    named = using.by_number.issuperset(words[-1:]) and (using.each | using.plural).isdisjoint(words)
    number = NUMBERED.match(text, kind, unit.end) if named else None
    figures = (*unit.figures, *unit.others) if number else ()
    return number[1] if number and not any(one.start <= kind + 1 < one.end for one in figures) else ""


def _sounding_before(term: Term, unit: Unit, text: str) -> tuple[int, str] | None:
    """Where a name in letters without capitals begins, and as what the tables or the page's address write it."""
    if not habits(unit.language).letters:
        return None
    start = max(unit.start, term.start - NAME_REACH)
    clause = _words(text, sign_before(text, start, term.start), term.start)
    for length in range(min(NAME_WORDS, len(clause)), 0, -1):
        words = [found.group() for found in clause[-length:]]
        if not all(unmarked(word).isascii() for word in words) and (name := sounding(words, term, unit)):
            return clause[-length].start(), name
    return None


def _sounding_behind(term: Term, unit: Unit, text: str) -> tuple[int, str] | None:
    """Where a name ends that stands behind its word, and as what it is written: `ضلع بن گیانگ`, `ضلع Bình Giang`."""
    if not habits(unit.language).letters or term.id in POINTING or text[term.end : term.end + 1] != " ":
        return None
    if capitals := capitals_after(text, term.end, unit.end):
        return term.end + 1 + len(capitals), slug(capitals)
    limit = min(unit.end, term.end + NAME_REACH)
    sign = SIGN.search(text, term.end, limit)
    clause = _words(text, term.end, sign.start() if sign else limit)
    for length in range(min(NAME_WORDS, len(clause)), 1, -1):
        if name := sounding([found.group() for found in clause[:length]], term, unit):
            return clause[length - 1].end(), name
    # One word must be a district of the tables: `ضلع ڈاکرونگ میں`.
    if term.id == "district" and clause and (name := unit_key([clause[0].group()], "district", unit)):
        return clause[0].end(), name
    return None


def province_name(term: Term, unit: Unit, text: str) -> str | None:
    """The province whose name sounds like the words beside a bare word of a province, where no table has them."""
    beside = any(one.end + 1 == term.start or one.start == term.end + 1 for one in unit.of("place"))
    if beside or not habits(unit.language).letters:
        return None
    before = SIGN.split(text[max(unit.start, term.start - NAME_REACH) : term.start])[-1].split()
    behind = SIGN.split(text[term.end : min(unit.end, term.end + NAME_REACH)], 1)[0].split()
    before = _run(before[:-NAME_WORDS:-1], unit)[::-1]
    behind = _run(behind[: NAME_WORDS - 1], unit)
    for length in range(max(len(before), len(behind)), 0, -1):
        for words in (before[-length:], behind[:length]):
            if len(words) == length and (key := of_provinces(words, unit.language)):
                return key
    return None


def _run(words: Sequence[str], unit: Unit) -> list[str]:
    """The first words that may all be of a name in other letters than Latin."""
    return list(takewhile(lambda word: not word.isascii() and plain([word], unit), words))


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of a stretch, without the dashes that stand between the two parts of a name."""
    return [found for found in WRITTEN.finditer(text, start, end) if found.group() not in DASHES]


def sign_before(text: str, start: int, end: int) -> int:
    """Where the clause begins that ends there: behind its last sign."""
    return max((found.end() for found in SIGN.finditer(text, start, end)), default=start)


def sounding(words: Sequence[str], term: Term, unit: Unit) -> str | None:
    """As what the page's address or the tables write a name in letters without capitals."""
    if name := of_address(words, unit.language, unit.address):
        return name
    return unit_key(words, NAMED[term.id], unit)


def names_unit(words: Sequence[str], level: str, unit: Unit) -> bool:
    """Whether the words are a name: all with capitals, or as one of a unit of the level sounds."""
    return unit_key(words, level, unit) is not None


def unit_key(words: Sequence[str], level: str, unit: Unit) -> str | None:
    """The slug of words that are a name: all with capitals, or as one of a unit of the level sounds."""
    if not words or not plain(words, unit):
        return None
    if all(word[0].isupper() for word in words):
        return slug(" ".join(words))
    if level == VILLAGE:
        # No table has the villages.
        return "-".join(words) if len(words) > 1 and of_syllables(words, unit.language) else None
    return of_tables(words, unit.language, level)


def plain(words: Sequence[str], unit: Unit) -> bool:
    """Whether all words are of letters and none is one that names nothing, but for those that are syllables too."""
    using = habits(unit.language)
    empty = (word in using.function or word in using.no_name for word in words if word not in using.syllables)
    return not any(empty) and all(WORD.fullmatch(unmarked(word.strip(ENDS))) for word in words)


def slug(name: str) -> str:
    """The name in ASCII with hyphens: Đầm Hà gives dam-ha."""
    return "-".join(WORD.findall(unmarked(name).lower()))


def unnumbered(key: str) -> str:
    """The slug without the digit that tells units of one name apart, which no table has: of tan-hoa-2 tan-hoa."""
    return key.rstrip("-123456789")
