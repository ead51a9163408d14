"""Names in a sentence that really mean the province, and the tables that tell one province from another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from extractor.claim.habits import habits
from extractor.claim.scene import Unit, once
from extractor.claim.whose.ways import DASHES, NEAR, ends_way
from extractor.errors import RuleError
from extractor.records import Article, Figure, FigureKind, Term
from extractor.rules import Patterns, data_folder, patterns, while_in_use

REFORM = "2025-07-01"
BEFORE_REFORM = "2025-06-30"
# What the host of a ministry ends with, and of a province or a unit in it, whose name it bears.
STATE_HOST = ".gov.vn"
# A province's name has so many words at most: ba ria vung tau.
LONGEST_NAME = 4
# Words of merging, alone or with when it was.
MERGING = ("merging", "before_reform", "since_reform")
COMMAS = (",", "،")
COMMA = re.compile("[,،:]")
# Two names before it and one behind make a row around a name, which is so long.
AROUND, ROW = 3, 60
CAPITAL_BEFORE, CAPITAL_AFTER = re.compile(r"\b[A-Z][a-z]+ $"), re.compile(r" [A-Z][a-z]+\b")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Keys of the provinces of today and before, which of them never changed, and when a name is no province."""

    current: frozenset[str]
    former: frozenset[str]
    unchanged: frozenset[str]
    into: Mapping[str, str]
    traps: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]


@while_in_use
def gazetteer() -> Gazetteer:
    """The tables of places in use."""
    return _gazetteer(patterns())


@cache
def _gazetteer(source: Patterns) -> Gazetteer:
    new, old = source.table("provinces.csv"), source.table("provinces_before_2025.csv")
    traps: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for row in source.table("province_ambiguity.csv"):
        if row["rule"] not in ("not_after", "not_before", "needs"):
            raise RuleError(
                f"province_ambiguity.csv has the rule {row['rule']!r}", "use not_after, not_before or needs"
            )
        words = tuple(word for word in row["words"].lower().split(";") if word)
        traps[row["alias"].lower()].append((row["rule"], words))
    keys = {row["key"] for row in (*new, *old)}
    langs = (*source.languages(), "slug", "abbr")
    for row in source.table("province_aliases.csv"):
        if row["lang"] not in langs:
            where = f"province_aliases.csv, {row['alias']}: 'lang' is {row['lang']!r}"
            raise RuleError(where, f"write {', '.join(langs)}")
        if row["key"] not in keys:
            raise RuleError(
                f"province_aliases.csv names an unknown province {row['key']!r}", "use a key of provinces.csv"
            )
    return Gazetteer(
        current=frozenset(row["key"] for row in new),
        former=frozenset(row["key"] for row in old),
        unchanged=frozenset(row["key"] for row in new if row["n_merged"] == "1"),
        into={row["key"]: row["into_key"] for row in old},
        traps={alias: tuple(rules) for alias, rules in traps.items()},
    )


@once
def places(unit: Unit, text: str) -> Sequence[Term]:
    """The place terms of a sentence that name provinces: no wards, rivers, persons, nor the ends of a route."""
    found = [term for term in unit.of("place") if not trapped(term, unit, text)]
    routes = {
        end
        for one, other in pairwise(found)
        if (gap := text[one.end : other.start].strip()) and gap in DASHES and one.id != other.id
        for end in (one, other)
    }
    longest: list[Term] = []
    for term in found:
        kept = term not in routes and not ends_way(term, unit, text) and not _among_others(term, found, unit, text)
        kept = kept and not _inside_a_name(term, unit, text)
        if kept and not (longest and term.start < longest[-1].end):
            longest.append(term)
    return longest


def merged_from(unit: Unit, found: Sequence[Term], text: str) -> tuple[int, int] | None:
    """Where the provinces stand that another was made of, which own nothing: `hợp nhất 2 tỉnh Huế và Nghệ An`.

    They stand before the word where the language puts its prepositions behind: `Huế اور Nghệ An کے انضمام`.
    """
    ahead = habits(unit.language).time_side == "after"
    for word in unit.of("scope", *MERGING):
        near = [one for one in reversed(found) if one.end <= word.start] if ahead else found
        listed: list[Term] = []
        last = word
        for term in near if ahead else (one for one in found if one.start >= word.end):
            gap = text[term.end : last.start] if ahead else text[last.end : term.start]
            if len(gap) > NEAR or any(sign in gap for sign in (".;:()" if listed else ".,;:()")):
                break
            if "," in gap and any(term.id == one.id for one in listed):
                break  # `Hợp nhất Huế và Nghệ An, tỉnh Huế mới có …`
            listed.append(term)
            last = term
        if len(listed) > 1:
            return (last.start, word.start) if ahead else (word.end, last.end)
    return None


def _inside_a_name(term: Term, unit: Unit, text: str) -> bool:
    """Whether Latin capitals go on on both sides among other letters: `Nam Hai Ca Mau Construction Co.`"""
    before, after = CAPITAL_BEFORE.search(text, unit.start, term.start), CAPITAL_AFTER.match(text, term.end, unit.end)
    if not habits(unit.language).letters or before is None or after is None:
        return False
    return not any(word.start == term.end + 1 for word in (*unit.of("scope"), *unit.of("place"), *unit.of("concept")))


def _among_others(term: Term, found: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether the name stands in a row of names of other things: wards `Tân Lập, Tân Sơn, Bình Dương, Tân Hòa`."""
    if text[term.start - 2 : term.start - 1] not in COMMAS or text[term.end : term.end + 1] not in COMMAS:
        return False
    before = COMMA.split(text[max(unit.start, term.start - ROW) : term.start])[-3:-1]
    behind = COMMA.split(text[term.end : min(unit.end, term.end + NEAR)])[1:2]
    known = {text[one.start : one.end] for one in (*found, *unit.of("town", "known"))}
    names = [item.strip() for item in (*before, *behind)]
    return len(names) == AROUND and all(
        name not in known and name.istitle() and 1 < len(name.split()) <= LONGEST_NAME for name in names
    )


def trapped(term: Term, unit: Unit, text: str) -> bool:
    """Whether the words beside a name make it another thing's: a ward, a river, a person, a paper."""
    traps = gazetteer().traps
    before = text[max(unit.start, term.start - NEAR) : term.start].lower().rstrip()
    after = text[term.end : min(unit.end, term.end + NEAR)].lower().lstrip()
    for alias in ("*", term.id, text[term.start : term.end].lower()):
        for rule, words in traps.get(alias, ()):
            if rule == "not_after" and before.endswith(words) and any(_ends(before, word) for word in words):
                return True
            if rule == "not_before" and after.startswith(words) and any(_begins(after, word) for word in words):
                return True
            if rule == "needs" and not any(word in before or word in after for word in words):
                return True
    return False


def _ends(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalnum()


def _begins(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) :][:1].isalnum()


def territory(province: str | None, day: str | None) -> int | None:
    """63 or 34: which set of provinces the name belongs to on that day; 34 for the units that never changed."""
    known = gazetteer()
    if province is None or not (province in known.current or province in known.former):
        return None
    if province in known.unchanged:
        return 34
    if province not in known.current:
        return 63
    if day is None:
        return None
    if len(day) == 4 and day == REFORM[:4]:
        return None
    return 63 if day < REFORM[: len(day)] else 34


def reform_side(figure: Figure, unit: Unit, text: str) -> str | None:
    """The last day of the old provinces or the first of the new, where words before the figure say which is meant."""
    before = [side for side in _sides_told(unit, text) if side[0] < figure.start]
    return (REFORM if max(before)[1] else BEFORE_REFORM) if before else None


@once
def _sides_told(unit: Unit, text: str) -> Sequence[tuple[int, bool]]:
    """Where words say which provinces are meant, and whether they are those of today."""
    names = unit.of("place")
    words = [
        word
        for word in unit.of("scope", "former_name", "before_reform", "since_reform")
        if word.id != "former_name" or _beside(word, names, text)
    ]
    return [(word.start, word.id == "since_reform") for word in words] + _sets_counted(unit)


def _sets_counted(unit: Unit) -> list[tuple[int, bool]]:
    """Where all provinces of one time are counted (`63 tỉnh, thành`), and whether they are those of today."""
    words = unit.of("scope", "localities", "province_name")
    if not words:
        return []
    sets = {len(gazetteer().current): True, len(gazetteer().former): False}
    counts = [one for one in unit.figures if one.kind is FigureKind.COUNT and one.value in sets]
    return [(c.start, sets[int(c.value or 0)]) for c in counts if any(0 < w.start - c.end <= 2 for w in words)]


def _beside(word: Term, names: Sequence[Term], text: str) -> bool:
    """Whether a place's name stands right before or behind the word."""
    gaps = ((name.end, word.start) if name.end <= word.start else (word.end, name.start) for name in names)
    return any(start <= end and not text[start:end].strip() for start, end in gaps)


def publisher_province(article: Article) -> str | None:
    """The province of the host that published the original, else of the page's own host; the weakest evidence."""
    hosts = _publishers()
    sources = (article.original_url, article.url, article.publisher)
    rows = next((rows for source in sources if (rows := _host_rows(source, hosts)) is not None), None)
    rows = rows or next((rows for source in sources if (rows := _named_host(source)) is not None), None)
    if rows is None:
        return None
    new, old = rows
    # A host that bears the name of a former province wrote most of its pages before it was merged.
    early = article.published is None or article.published < REFORM[: len(article.published)]
    return (old if early else new) or None


def _host_rows(source: str | None, hosts: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The provinces (now, before) of a URL's or a publisher's host, or of the domain above it."""
    host = host_of(source)
    while "." in host:
        if host in hosts:
            return hosts[host]
        host = host.partition(".")[2]
    return None


def host_of(source: str | None) -> str:
    """The host of a URL, or the host that stands there alone; empty where none does."""
    if not source:
        return ""
    try:
        return (urlsplit(source).hostname or "") if "//" in source else source.split("/")[0].lower()
    except ValueError:
        return ""


def _named_host(source: str | None) -> tuple[str, str] | None:
    """The provinces (now, before) that a host's own name says: `bacninhtv.vn`, `binhdinh.gov.vn`."""
    names, affixes = host_names(patterns())
    for label in reversed(host_of(source).split(".")[:-1]):
        for before, after in affixes:
            name = label.replace("-", "")
            if name.startswith(before) and name.endswith(after) and len(name) > len(before) + len(after):
                key = names.get(name[len(before) : len(name) - len(after)])
                if key:
                    known = gazetteer()
                    return known.into.get(key, key), key
    return None


@cache
def host_names(source: Patterns) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Provinces by their names as one ASCII word, and the words put before and behind such a name in hosts."""
    names = {row["alias"]: row["key"] for row in source.table("province_aliases.csv") if row["kind"] == "joined"}
    return names, tuple((row["before"], row["after"]) for row in source.table("host_names.csv"))


@cache
def _publishers() -> Mapping[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for folder in ("", "site"):
        root = data_folder("corpus") / folder
        if (root / "sources.csv").exists():
            for row in Patterns(root).table("sources.csv"):
                found[row["host"]] = (row["province"], row["province_before_2025"])
    return found
