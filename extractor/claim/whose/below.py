"""Which province a district, city, island or commune lies in, by its name; what a city of a province's name is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from extractor.claim.when.clock import YEAR
from extractor.claim.whose.places import REFORM, gazetteer
from extractor.claim.whose.units import slug, unnumbered
from extractor.rules import Patterns, patterns

Names = Mapping[str, frozenset[str]]
NOW, BEFORE = "34", "63"
CITY = "thanh_pho"
# Names of districts have so many words at most.
LONGEST = 3
NOWHERE: frozenset[str] = frozenset()
NUMBERED = re.compile(r"[^;]+ \d(?=;|$)")


def provinces_of(level: str, name: str, day: str | None) -> frozenset[str]:
    """The provinces of that day that have a unit of the name; none where no table knows it.

    Without a day, or in the year of the reform, a district is one of the provinces before it, which ended districts.
    """
    source, full, since = patterns(), name, day is not None and day >= REFORM[: len(day)]
    name = unnumbered(full)
    if level == "district" and day == REFORM[:YEAR]:
        since = False
    if level == "commune" and (since or day is None) and (now := _communes(source, NOW).get(name)):
        return (name != full and _numbered(source).get(name)) or now
    tables = {"district": _districts, "commune": _communes}
    before = tables[level](source).get(name, NOWHERE) if level in tables else NOWHERE
    return frozenset(gazetteer().into[key] for key in before) if since else before


def districts_in(words: Sequence[str], province: str, day: str | None) -> list[str]:
    """The names of districts of the province that stand among the words of an address, the longest first."""
    found = []
    for length in range(LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            name = "-".join(words[start : start + length]).lower()
            told = provinces_of("district", name, day)
            if told & {province, gazetteer().into.get(province, province)}:
                found.append(name)
    return found


def addressed_town(words: Sequence[str], day: str | None) -> tuple[str, str] | None:
    """The one well-known town that the words of an address name, behind its province: `nha-trang-don-khach`."""
    known, found = _known_towns(patterns()), set[tuple[str, str]]()
    for length in range(LONGEST, 1, -1):
        for start in range(len(words) - length + 1):
            name = "-".join(words[start : start + length])
            if key := known.get(name):
                early = day is None or day < REFORM[: len(day)]
                found.add((key if early else gazetteer().into.get(key, key), name))
    return found.pop() if len(found) == 1 else None


def unit_alone(level: str, name: str, day: str | None, leading: bool = False) -> str:
    """The name without another beside it, of two words or more: `xã Thuận Hà Nguyễn Văn Bình`.

    Where names stand before their words (`leading`) the other one stands before: `Bản Mới Thuận Hà کمیون`.
    """
    words = name.split("-")
    if not provinces_of(level, name, day):
        for size in range(len(words) - 2, 0, -1):
            alone = "-".join(words[-size:] if leading else words[:size])
            if provinces_of(level, alone, day):
                return alone
    return name


def town_level(name: str, day: str | None) -> str:
    """The level of a town by its name: a commune's where the tables know no district so named but a commune."""
    known = provinces_of("district", name, day) or not provinces_of("commune", name, day)
    return "district" if known else "commune"


def row_level(names: Sequence[str], day: str | None) -> str:
    """The level of all units of a row: communes where most of the names are known for nothing else."""
    communes = sum(town_level(name, day) == "commune" for name in names)
    return "commune" if 2 * communes > len(names) else "district"


def centrally_run(key: str, day: str | None) -> bool:
    """Whether a city of the province's name is the province itself on that day, not a city in it."""
    now, before = _cities(patterns())
    if day is not None and day < REFORM[: len(day)]:
        return key in before and now.get(key, "") <= day
    return key in now and (day is None or now[key] <= day)


@cache
def _districts(source: Patterns) -> Names:
    return _by_name(source.table("districts.csv", ("province", "names")))


@cache
def _communes(source: Patterns, territory: str = BEFORE) -> Names:
    rows = source.table("communes.csv", ("province", "territory", "names"))
    return _by_name(tuple(row for row in rows if row["territory"] == territory))


@cache
def _numbered(source: Patterns) -> Names:
    """The names that communes of one province have with a number each, of which the table has one: `Phú Hòa 2`."""
    rows = source.table("communes.csv", ("province", "names"))
    return _by_name(tuple(row | {"names": ";".join(NUMBERED.findall(row["names"]))} for row in rows))


@cache
def _known_towns(source: Patterns) -> Mapping[str, str]:
    """The provinces of the towns that are known without their word, but for those that bear a province's name."""
    rows, places = source.table("districts.csv", ("province", "known")), gazetteer()
    named = {slug(name): row["province"] for row in rows for name in row["known"].split(";")}
    return {name: key for name, key in named.items() if name not in places.current | places.former}


def _by_name(rows: tuple[dict[str, str], ...]) -> Names:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row["names"].split(";"):
            found[slug(name)].add(row["province"])
    return {name: frozenset(provinces) for name, provinces in found.items()}


@cache
def _cities(source: Patterns) -> tuple[Mapping[str, str], frozenset[str]]:
    """The provinces that are cities now, with the day since when, and those that were cities before the reform."""
    new, old = source.table("provinces.csv"), source.table("provinces_before_2025.csv")
    now = {row["key"]: row["city_since"] for row in new if row["type_now"] == CITY}
    return now, frozenset(row["key"] for row in old if row["type_before_2025_07"] == CITY)


def one_of(province: str | None, told: frozenset[str]) -> bool:
    """Whether a province, or the one that it went into, is among those told."""
    return province is not None and bool(told & {province, gazetteer().into.get(province, province)})


def districts_provinces(keys: Iterable[str | None], day: str | None) -> list[str]:
    """The provinces that districts tell of which only one has such."""
    told = [provinces_of("district", key, day) for key in keys if key]
    return [key for provinces in told if len(provinces) == 1 for key in provinces]
