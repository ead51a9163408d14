"""Site rules (patterns/sites.toml): which part of a page is the article, by host, markup or the shape of its URL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from extractor.errors import RuleError
from extractor.rules import Patterns, Rule, Schema, check_rule, patterns

FILE = "sites.toml"
SELECTORS = ("recognise", "title", "lead", "body", "date", "author", "drop", "caption", "original", "next_page")
# The rule whose drop, caption and cut hold for every site, and whose date nodes are looked at where no rule fits.
DEFAULT = "default"
ADDED = ("drop", "caption", "cut")
LISTS = (*SELECTORS, "hosts", "url", "link", "date_formats", "cut")
SCHEMA = Schema(dict.fromkeys(LISTS, list) | {"family": str, "valid_from": str, "valid_until": str}, phrases=False)

# Each stands for a run of signs inside one path segment ({path} for several); all but {path} and {slug} are bounded.
_HOLES = {
    "path": "(?:/.*)?",
    "slug": "[^/]+",
    "n": "[0-9]{1,20}",
    "n3": "[0-9]{3}",
    "n6": "[0-9]{6}",
    "hex7": "[0-9a-f]{7}",
    "yyyy": "(?P<yyyy>[0-9]{4})",
    "yyyymm": "(?P<yyyymm>[0-9]{6})",
    "mm": "(?P<mm>[0-9]{1,2})",
    "dd": "(?P<dd>[0-9]{1,2})",
    "stamp": "(?P<stamp>[0-9]{12})",
    "longstamp": "20(?P<stamp>[0-9]{12})",
}
_HOLE = re.compile(r"\{([a-z0-9]+)\}")


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of a URL's path and query, such as `{path}-post{n}.html`."""

    text: str
    pattern: re.Pattern[str]

    def matches(self, url: str) -> bool:
        """Whether the URL's path (with its query, where the shape has one) has this form."""
        return self.match(url) is not None

    def match(self, url: str) -> re.Match[str] | None:
        """The match of path and query, whose groups hold date parts."""
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if "?" in self.text else parts.path
        return self.pattern.fullmatch(target)

    def date(self, url: str) -> str | None:
        """The date, as partial as written, that the URL states by this shape."""
        found = self.match(url)
        return _stated({key: value for key, value in found.groupdict().items() if value}) if found else None


def _stated(groups: dict[str, str]) -> str | None:
    if "stamp" in groups:
        stamp = groups["stamp"]
        parts = ["20" + stamp[:2], stamp[2:4], stamp[4:6]]
    elif "yyyymm" in groups:
        parts = [groups["yyyymm"][:4], groups["yyyymm"][4:]]
    else:
        parts = [groups[name].zfill(2) for name in ("yyyy", "mm", "dd") if name in groups]
    numbers = [int(part) for part in parts] + [1, 1]
    try:
        date(*numbers[:3])
    except (ValueError, TypeError):
        return None
    return "-".join(parts) if 1990 <= numbers[0] <= 2100 else None


@dataclass(frozen=True, slots=True)
class Site:
    """One rule, completed with what its family says; `selectors` are CSS, by field, tried in order."""

    id: str
    family: str
    hosts: tuple[str, ...]
    shapes: tuple[Shape, ...]
    links: tuple[Shape, ...]
    cut: re.Pattern[str]
    date_formats: tuple[str, ...]
    valid_from: str
    valid_until: str
    rule: Rule
    selectors: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def has_host(self, host: str) -> bool:
        """Whether the rule names this host; `*.x.vn` names x.vn and every host below it."""
        return any(
            host == name or (name[:2] == "*." and (host == name[2:] or host.endswith(name[1:]))) for name in self.hosts
        )

    def is_valid_on(self, day: str | None) -> bool:
        """Whether the layout was in use on that day (ISO 8601); an unknown day is no objection."""
        if not day:
            return True
        return (not self.valid_from or day >= self.valid_from[: len(day)]) and (
            not self.valid_until or day <= self.valid_until
        )


class Sites:
    """All rules; sites before families, so that the special comes before the general."""

    def __init__(self, rules: Patterns) -> None:
        self._tables = tables = {rule.id: rule for rule in rules.rules(FILE, SCHEMA)}
        self.all = tuple(_site(rule, tables) for rule in tables.values() if rule.id != DEFAULT)
        self.default = _site(tables[DEFAULT], tables) if DEFAULT in tables else None
        self.special = sorted(self.all, key=lambda site: site.id == site.family)
        self._by_host: dict[str, tuple[Site, ...]] = {}

    def at(self, host: str) -> tuple[Site, ...]:
        """The rules that name this host, the most special first."""
        if host not in self._by_host:
            if len(self._by_host) > 10_000:
                self._by_host.clear()
            self._by_host[host] = tuple(site for site in self.special if site.has_host(host))
        return self._by_host[host]

    def site_of(self, table: Mapping[str, Any]) -> Site:
        """A rule that is not in the file, as if it were; RuleError where it could not stand there."""
        rule = check_rule({"yes": ["<p>"], "no": ["<b>"], **table}, f"{FILE} rule {table['id']}", FILE, SCHEMA)
        return _site(rule, {**self._tables, rule.id: rule})

    def shaped(self, url: str) -> Iterator[Site]:
        """The families one of whose URL shapes fits."""
        families = (site for site in self.special if site.id == site.family)
        return (site for site in families if any(shape.matches(url) for shape in site.shapes))


@lru_cache(maxsize=4)
def _sites(rules: Patterns) -> Sites:
    return Sites(rules)


def sites(rules: Patterns | None = None) -> Sites:
    """The site rules in use."""
    return _sites(rules or patterns())


def shape(text: str, where: str) -> Shape:
    """A URL shape as a pattern in linear time: literal signs and named holes, one open hole a segment at most."""
    for segment in text.split("/"):
        if (
            segment.count("{slug}") > 1
            or text.count("{path}") > 1
            or ("{path}" in text and not text.startswith("{path}"))
        ):
            raise RuleError(
                f"{where}, shape {text!r} is ambiguous", "use {path} once, at the start, and one {slug} a segment"
            )
    pieces = _HOLE.split(text)
    unknown = [name for name in pieces[1::2] if name not in _HOLES]
    if unknown:
        raise RuleError(
            f"{where}, shape {text!r} has an unknown hole {unknown[0]!r}", f"use one of {', '.join(_HOLES)}"
        )
    source = "".join(_HOLES[piece] if number % 2 else re.escape(piece) for number, piece in enumerate(pieces))
    return Shape(text, re.compile(source))


def _cut(phrases: Sequence[str]) -> re.Pattern[str]:
    """A line that is one of the phrases, or begins with one and a colon."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})\s{{0,4}}(?::|$)", re.IGNORECASE)


def _site(rule: Rule, tables: dict[str, Rule]) -> Site:
    family = rule.get("family", rule.id)
    if family not in tables:
        raise RuleError(f"{rule.name} has an unknown family {family!r}", "name the id of another rule, or leave it out")

    def take(name: str, inherit: bool = True) -> Any:
        own = rule.get(name) or (tables[family].get(name) if inherit else None) or []
        return (
            [*own, *tables[DEFAULT].get(name, [])]
            if name in ADDED and DEFAULT in tables and rule.id != DEFAULT
            else own
        )

    return Site(
        id=rule.id,
        family=family,
        hosts=tuple(take("hosts", inherit=False)),
        shapes=tuple(shape(text, rule.name) for text in take("url")),
        links=tuple(shape(text, rule.name) for text in take("link") or take("url")),
        cut=_cut(take("cut")),
        date_formats=tuple(take("date_formats")),
        valid_from=rule.get("valid_from", ""),
        valid_until=rule.get("valid_until", ""),
        rule=rule,
        selectors={name: tuple(take(name, inherit=name != "recognise")) for name in SELECTORS},
    )
