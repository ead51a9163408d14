"""Names in Urdu letters: which province, commune or district of the tables, or name in the address, sounds so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.claim.scene import Unit
from extractor.errors import RuleError
from extractor.normal import unmarked
from extractor.records import Term
from extractor.rules import Patterns, patterns

SHORTEST = 3
# So far at most are a name's sounds from those written; farther off, other words have its consonants by chance.
FARTHEST = 2.0
# Two spellings of one name in a text are nearer.
NEARLY = 1.5
# So many words has a phrase at most.
LONGEST_PHRASE = 4
# So many names at least have a syllable.
OFTEN = 5
LETTERS = "letters.csv"
PROVINCES = ("provinces.csv", "provinces_before_2025.csv")
TABLES = {"district": "districts.csv", "commune": "communes.csv"}
WORD = re.compile(r"[^\W\d_]+")
NUMBERED = re.compile(r" (\d) $")
Letters = tuple[re.Pattern[str], Mapping[str, tuple[str, str]], Mapping[str, float]]


class Known(NamedTuple):
    """A unit of the tables: its level, its province, and its name as a slug."""

    level: str
    province: str
    name: str


def of_address(words: Sequence[str], language: str, address: Sequence[str]) -> str | None:
    """The slug of the name that the address holds and the words sound like."""
    if not address:
        return None
    address = _without_phrases(patterns(), tuple(address))
    sounds, length = _sounds(words, patterns(), language), len(words)
    if length > len(address) or sum(map(len, sounds)) < (SHORTEST if length == 1 else 2):
        return None
    addressed = _sounds(address, patterns(), language)
    for start in range(len(address) - length + 1):
        if addressed[start : start + length] == sounds:
            return "-".join(address[start : start + length])
    return None


def of_tables(words: Sequence[str], language: str, level: str) -> str | None:
    """The slug of the only unit of the level whose name sounds so; the words where many do. One word must be long."""
    sounds = _sounds(words, patterns(), language)
    named = _named(patterns(), language) if len(words) > 1 else _joined(patterns(), language)
    known = named.get(sounds, ()) if len(words) > 1 or len(sounds[0]) > SHORTEST else ()
    alike = {unit.name for unit in known if unit.level == level}
    if not alike:
        return None
    full, costs = _spoken("-".join(words), language), _letters(patterns(), language)[2]
    names = {name for name in alike if _apart(full, _spoken(name, language), costs) <= FARTHEST}
    return names.pop() if len(names) == 1 else "-".join(words) if names else None


def of_syllables(words: Sequence[str], language: str) -> bool:
    """Whether every word is of letters that have a sound and sounds like a syllable that many names have."""
    shapes, known = _letters(patterns(), language)[0], _syllables(patterns(), language)
    plain = [unmarked(word).lower() for word in words]
    lettered = all("".join(shapes.findall(word)) == word for word in plain)
    return lettered and known.issuperset(_sounds(words, patterns(), language))


def of_provinces(words: Sequence[str], language: str) -> str | None:
    """The key of the only province, of today or before, whose name sounds so, however it is cut into words."""
    sounds = "".join(_sounds(words, patterns(), language))
    shortest = SHORTEST + (len(words) == 1)
    return _provinces(patterns(), language).get(sounds) if len(sounds) >= shortest else None


def of_province(slug: str, province: str | None) -> str:
    """The slug that a unit's name in other letters has in the province: the one that sounds so, vowels too if many."""
    if slug.isascii() or province is None:
        return slug
    return _nearest(slug, lambda unit: unit.province == province, FARTHEST) or slug


def in_latin(area: str | None, level: str | None) -> str | None:
    """The area of a claim; one in other letters whose province nothing tells as the name of its level that sounds
    nearest, if only one does: other languages write that slug."""
    if area is None or area.isascii() or "/" in area or level not in TABLES:
        return area
    return _nearest(area, lambda unit: unit.level == level, NEARLY) or area


def _nearest(slug: str, among: Callable[[Known], bool], farthest: float) -> str | None:
    """The only name of some units of the tables that sounds nearest to one in other letters, vowels too if many."""
    for language in _lettered(patterns()):
        words = slug.split("-")
        table = _named(patterns(), language) if len(words) > 1 else _joined(patterns(), language)
        names = {unit.name for unit in table.get(_sounds(words, patterns(), language), ()) if among(unit)}
        full, costs = _spoken(slug, language), _letters(patterns(), language)[2]
        far = {name: _apart(full, _spoken(name, language), costs) for name in names}
        alike = [name for name in names if far[name] == min(far.values()) <= farthest]
        if len(alike) == 1:
            return alike[0]
    return None


def has_unit(province: str, name: str | None) -> bool:
    """Whether a province has one unit that sounds like a name in other letters."""
    return of_province(name or "", province).isascii()


def sounds_as(words: Sequence[str], slug: str, language: str) -> bool:
    """Whether words in a language with its own letters sound as a name is written; never in another language."""
    if language not in _lettered(patterns()):
        return False
    return _sounds(words, patterns(), language) == _sounds(slug.split("-"), patterns(), language)


def sound(word: str, language: str) -> str:
    """The sounds of one word without its vowels."""
    return _sound(word, patterns(), language)


@lru_cache(maxsize=4096)
def _sound(word: str, source: Patterns, language: str) -> str:
    return _sounds([word], source, language)[0]


def one_name(written: str, other: str, language: str) -> bool:
    """Whether two spellings with the same consonants are of one name: with vowels too they sound nearly alike."""
    costs = _letters(patterns(), language)[2]
    return _apart(_spoken(written, language), _spoken(other, language), costs) <= NEARLY


def sounding(slug: str) -> str:
    """By what a name in other letters is known, however its vowels are written; one in Latin letters is itself."""
    language = next(iter(_lettered(patterns())), None)
    if slug.isascii() or language is None:
        return slug
    return " ".join(_sounds(slug.split("-"), patterns(), language))


def _spoken(name: str, language: str) -> str:
    return "".join(_sounds([name], patterns(), language, vowels=True))


def _apart(written: str, name: str, costs: Mapping[str, float]) -> float:
    """How far a name's sounds are from those written; `costs` says what it costs to leave a vowel unwritten."""
    row = [0.0]
    for letter in name:
        row.append(row[-1] + costs.get(letter, 1.0))
    for sound in written:
        above, row = row, [row[0] + 1.0]
        for index, letter in enumerate(name):
            changed = above[index] + (0.0 if letter == sound else 1.0)
            row.append(min(changed, above[index + 1] + 1.0, row[-1] + costs.get(letter, 1.0)))
    return row[-1]


def _sounds(words: Sequence[str], source: Patterns, language: str, vowels: bool = False) -> tuple[str, ...]:
    shapes, table, _ = _letters(source, language)
    found = (shapes.findall(unmarked(word).lower()) for word in words)
    return tuple("".join(table[shape][vowels] for shape in one) for one in found)


@lru_cache(maxsize=8)
def _without_phrases(source: Patterns, address: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an address, empty where they only make a common phrase: `dich-vu-cong` has no ward Vu Cong."""
    phrases = address_phrases(source)
    left, start = list(address), 0
    while start < len(left):
        sizes = (size for size in range(LONGEST_PHRASE, 1, -1) if "-".join(left[start : start + size]) in phrases)
        size = next(sizes, 1)
        left[start : start + size] = left[start : start + 1] if size == 1 else [""] * size
        start += size
    return tuple(left)


@cache
def address_phrases(source: Patterns) -> frozenset[str]:
    """Common phrases of addresses, whose words are no names."""
    return frozenset(row["phrase"] for row in source.table("address_phrases.csv", ("phrase",)))


@cache
def _lettered(source: Patterns) -> tuple[str, ...]:
    """The languages that have a table of letters."""
    return tuple(language for language in source.languages() if (source.root / language / LETTERS).exists())


@cache
def _letters(source: Patterns, language: str) -> Letters:
    """The letters as a pattern, the longest first, each one's sound without vowels and with them, and what it costs
    that a vowel of a name is left unwritten."""
    rows = source.table(f"{language}/{LETTERS}", ("form", "sound", "vowel", "unwritten"))
    table = {row["form"]: (row["sound"], row["sound"] + row["vowel"]) for row in rows}
    costs = {row["vowel"]: _cost(row["unwritten"], row["form"], language) for row in rows if row["unwritten"]}
    return re.compile("|".join(sorted(table, key=len, reverse=True))), table, costs


def _cost(cell: str, form: str, language: str) -> float:
    try:
        return float(cell)
    except ValueError:
        where = f"{language}/{LETTERS}, letter {form}: 'unwritten' is {cell!r}"
        raise RuleError(where, "write a number such as 0.4, or nothing") from None


@cache
def _provinces(source: Patterns, language: str) -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for table in PROVINCES:
        for row in source.table(table, ("key",)):
            found.setdefault("".join(_sounds(row["key"].split("-"), source, language)), set()).add(row["key"])
    return {sounds: keys.pop() for sounds, keys in found.items() if len(keys) == 1}


@cache
def _named(source: Patterns, language: str) -> Mapping[tuple[str, ...], tuple[Known, ...]]:
    found: dict[tuple[str, ...], dict[Known, None]] = {}
    for level, table in TABLES.items():
        for row in source.table(table):
            for name in row["names"].split(";"):
                words = WORD.findall(unmarked(name).lower())
                if words:
                    unit = Known(level, row["province"], "-".join(words))
                    found.setdefault(_sounds(words, source, language), {})[unit] = None
    return {sounds: tuple(names) for sounds, names in found.items()}


@cache
def _syllables(source: Patterns, language: str) -> frozenset[str]:
    """The sounds of the words that names of communes and districts are made of."""
    counted = Counter(sound for sounds in _named(source, language) for sound in sounds if sound)
    return frozenset(sound for sound, often in counted.items() if often >= OFTEN)


@cache
def _joined(source: Patterns, language: str) -> Mapping[tuple[str, ...], tuple[Known, ...]]:
    """The same by all sounds of a name as of one word: ڈاکرونگ."""
    found: dict[tuple[str, ...], list[Known]] = {}
    for sounds, units in _named(source, language).items():
        found.setdefault(("".join(sounds),), []).extend(units)
    return {sounds: tuple(units) for sounds, units in found.items()}


def numbered(term: Term, unit: Unit, text: str) -> re.Match[str] | None:
    """The digit that stands between a name and its unit's word and counts nothing: `ڈیم رونگ 4 کمیون`."""
    digit = NUMBERED.search(text, max(unit.start, term.start - 3), term.start)
    counted = digit and any(one.start <= digit.start(1) < one.end for one in (*unit.figures, *unit.others))
    return None if counted else digit
