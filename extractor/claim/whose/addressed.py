"""The province or unit below it that a page's address names (`xa-tan-hoa-thu-9-ty`), or whose host it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from string import digits
from typing import NamedTuple
from urllib.parse import urlsplit

from extractor.claim.whose.below import one_of, provinces_of
from extractor.claim.whose.latin import address_phrases
from extractor.claim.whose.places import LONGEST_NAME, REFORM, STATE_HOST, gazetteer, host_names, host_of
from extractor.claim.whose.units import VILLAGE, slug
from extractor.records import Article
from extractor.rules import Patterns, patterns

# A name behind its word has two words or more: `xa-hoi` is no commune.
LENGTHS = (4, 3, 2)
# What stands behind the name of a unit in the host of its authorities: a province, and `gov.vn`.
ABOVE = 3
# So many parts of a path are looked at.
DEEPEST = 8
# The name of a village has so many words at most.
LONGEST_VILLAGE = 3


class Addressed(NamedTuple):
    """A unit: its level, and its name as a slug."""

    level: str
    name: str


def addressed_unit(
    words: Sequence[str], article: Article, province: str | None, spoken: Set[str] = frozenset()
) -> Addressed | None:
    """The unit of the province that the words of a page's address name, else the one that publishes it.

    A commune's page that speaks of its district only (`spoken` are levels of bare words) is about that.
    """
    if province is None:
        return None
    if named := _in_words(words, province, article.published, VILLAGE in spoken):
        return named
    if section := _in_sections(article.url, province, article.published):
        return section
    hosts = _in_host(article.url, province, article.published)
    return next((unit for unit in hosts if spoken == {unit.level}), hosts[0] if hosts else None)


def addressed_province(words: Sequence[str], published: str | None) -> str | None:
    """The one province that the words of a page's address name: `hung-yen-vao-top-10`; None where they name more.

    Words of a common phrase are no name: `bao-cao-bang-van-ban` has no Cao Bằng.
    """
    names, known, found = host_names(patterns())[0], gazetteer(), set()
    phrases, start = address_phrases(patterns()), 0
    while start < len(words):
        for size in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            if "-".join(words[start : start + size]) in phrases:
                break
            key = _province_named(words[start : start + size], names)
            if key and (size > 1 or "-" in key):  # English writes `hanoi` as one word; `hue` alone may be another
                early = published is None or published < REFORM[: len(published)]
                found.add(key if early else known.into.get(key, key))
                break
        else:
            size = 1
        start += size
    return found.pop() if len(found) == 1 else None


def _province_named(words: Sequence[str], names: Mapping[str, str]) -> str | None:
    """The province that words of an address name, its genitive too: `hanois-schools`, `hcm-citys-budget`."""
    joined = "".join(words)
    return names.get(joined) or names.get(joined.removesuffix("s"))


def _in_words(words: Sequence[str], province: str, day: str | None, villages: bool) -> Addressed | None:
    """The first unit with its word; where the text speaks of a village, that before it: `thon-ha-xa-tan-hoa`."""
    levels, phrases = _levels(patterns()), address_phrases(patterns())
    for start in range(len(words)):
        for size in (2, 1):
            if start and "-".join(words[start - 1 : start + size]) in phrases:
                continue  # `cac-xa` names several
            level = levels.get("-".join(words[start : start + size]))
            for length in LENGTHS if level else ():
                name = "-".join(words[start + size : start + size + length])
                if level and one_of(province, provinces_of(level, name, day)):
                    return (_village_before(words[:start]) if villages else None) or Addressed(level, name)
    return None


def _village_before(words: Sequence[str]) -> Addressed | None:
    """The village whose word and name end the words; those of a common phrase (`uy-ban-nhan-dan`) name none."""
    levels, phrases = _levels(patterns()), address_phrases(patterns())
    for length in range(1, min(LONGEST_VILLAGE, len(words) - 1) + 1):
        for size in (3, 2, 1):
            start = len(words) - length - size
            word, name = "-".join(words[max(0, start) : -length]), "-".join(words[-length:])
            if start < 0 or levels.get(word) != VILLAGE:
                continue
            around = ("-".join(words[max(0, start - 1) : -length]), f"{word}-{name}", name)
            return None if not phrases.isdisjoint(around) else Addressed(VILLAGE, name)
    return None


def _in_sections(url: str | None, province: str, day: str | None) -> Addressed | None:
    """The last unit that is a part of the path by itself on a page of authorities: `/phuong-tan-hoa/gioi-thieu/12`."""
    parts = urlsplit(url).path.lower().split("/")[1:-1] if url and host_of(url).endswith(STATE_HOST) else []
    sections = (part.split("-") for part in reversed(parts[-DEEPEST:]))
    named = ((words, _in_words(words, province, day, villages=False)) for words in sections)
    told = next((unit for words, unit in named if unit and "-".join(words).endswith(unit.name)), None)
    # A unit's own pages on the host of its province: `/tanhoa/ManagementNews/12`.
    own = _joined(patterns()).get(parts[0], ()) if parts else ()
    known = (unit for unit in own if unit.name not in address_phrases(patterns()))
    return told or next((unit for unit in known if one_of(province, provinces_of(unit.level, unit.name, day))), None)


def _in_host(url: str | None, province: str, day: str | None) -> list[Addressed]:
    """The units that the host of a page names, its own first: `tanhoa.hamyen.tuyenquang.gov.vn`."""
    host = host_of(url)
    labels = host.split(".")[:-ABOVE] if host.endswith(STATE_HOST) else []
    found = [
        unit
        for label in (one.rstrip(digits) for one in labels)  # a host may be numbered: `tanhoa2.hamyen`
        for prefix in ("", *_levels(patterns()))
        for unit in _joined(patterns()).get(label.removeprefix(prefix.replace("-", "")), ())
        if one_of(province, provinces_of(unit.level, unit.name, day))
    ]
    return list(dict.fromkeys(found))


@cache
def _levels(source: Patterns) -> Mapping[str, str]:
    return {row["word"]: row["level"] for row in source.table("unit_words.csv", ("word", "level"))}


@cache
def _joined(source: Patterns) -> Mapping[str, tuple[Addressed, ...]]:
    """Communes and districts by their names as one ASCII word, as hosts have them."""
    found: dict[str, dict[Addressed, None]] = defaultdict(dict)
    for level, table in (("commune", "communes.csv"), ("district", "districts.csv")):
        for row in source.table(table):
            for name in row["names"].split(";"):
                key = slug(name)
                found[key.replace("-", "")][Addressed(level, key)] = None
    return {joined: tuple(units) for joined, units in found.items()}
