"""What patterns/sites.toml says of a host's links: the shapes of its articles' URLs and where a list goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from extractor.rules import Patterns, patterns

_PARTS = {
    "path": r"[^?]*",
    "slug": r"[^/?]+",
    "n": r"\d+",
    "hex7": r"[0-9a-f]{7}",
    "yyyymm": r"\d{6}",
    "yyyy": r"\d{4}",
    "mm": r"\d\d",
    "dd": r"\d\d",
    "stamp": r"\d{12}",
}
_HYPHENS = 3


@dataclass(frozen=True, slots=True)
class SiteRule:
    """One rule's part that matters for links. shapes: (pattern, whether it holds more than words)."""

    hosts: tuple[str, ...]
    shapes: tuple[tuple[re.Pattern[str], bool], ...]
    next_page: tuple[str, ...]
    body: tuple[str, ...]

    def is_article(self, url: str) -> bool:
        """Whether the URL has the shape of an article; a shape of words only wants a long one."""
        parts = urlsplit(url)
        place = parts.path + (f"?{parts.query}" if parts.query else "")
        long = parts.path.rstrip("/").rpartition("/")[2].count("-") >= _HYPHENS
        return any(pattern.fullmatch(place) for pattern, sure in self.shapes if sure or long)


def site_rule(host: str) -> SiteRule | None:
    """The first rule for this host, None where no rule names it."""
    name = host.partition(":")[0]
    return next((rule for rule in _rules(patterns()) if any(_fits(name, one) for one in rule.hosts)), None)


def _fits(host: str, pattern: str) -> bool:
    bare = pattern.removeprefix("*.")
    return host == bare or (pattern != bare and host.endswith("." + bare))


@lru_cache(maxsize=4)
def _rules(rules: Patterns) -> tuple[SiteRule, ...]:
    """Sites before families, as they take from their family what they do not say themselves."""
    tables: list[Mapping[str, Any]] = rules.document("sites.toml").get("rule", [])
    by_id = {table["id"]: table for table in tables}
    made = [
        (table, _site_rule(table, by_id.get(table.get("family", ""), {}))) for table in tables if table.get("hosts")
    ]
    return tuple(rule for table, rule in sorted(made, key=lambda one: "family" not in one[0]))


def _site_rule(table: Mapping[str, Any], family: Mapping[str, Any]) -> SiteRule:
    def said(*names: str) -> Sequence[str]:
        return next((place[name] for place in (table, family) for name in names if place.get(name)), ())

    return SiteRule(
        hosts=tuple(table["hosts"]),
        shapes=tuple(_shape(text) for text in said("link", "url")),
        next_page=tuple(said("next_page")),
        body=tuple(said("body")),
    )


def _shape(text: str) -> tuple[re.Pattern[str], bool]:
    """A shape such as `{path}-post{n}.html` as a pattern, and whether it asks for digits or a date."""
    pieces = re.split(r"\{(\w+)\}", text)
    names = pieces[1::2]
    pieces[::2] = [re.escape(piece) for piece in pieces[::2]]
    pieces[1::2] = [_PARTS.get(name) or rf"\d{{{int(name[1:])}}}" for name in names]
    return re.compile("".join(pieces)), bool(set(names) - {"path", "slug"})
