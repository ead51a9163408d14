"""What a link's shape and words say of it: by its site's rule in patterns/sites.toml, else by patterns/links.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from extractor.errors import RuleError
from extractor.rules import Patterns, Rule, Schema, patterns
from extractor.sites import Site, sites

_HYPHENS = 3
_HOLE_WITH_DIGITS = re.compile(r"\{(?!path\}|slug\})")
SCHEMA = Schema({"kind": str, "pattern": str, "phrases": list}, required=("kind",), phrases=False)


@dataclass(frozen=True, slots=True)
class Shapes:
    """The link rules, compiled."""

    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    next_words: frozenset[str]

    def kind(self, url: str) -> str | None:
        """article, document, listing or skip; None where no rule fits."""
        parts = urlsplit(url)
        place = parts.path + (f"?{parts.query}" if parts.query else "")
        found = {kind for kind, pattern in self.kinds if pattern.search(place)}
        return next((kind for kind in ("skip", "document", "listing", "article") if kind in found), None)

    def is_next(self, words: str) -> bool:
        """Whether a link's words lead to the next page of a list."""
        return " ".join(words.split()).casefold() in self.next_words


def shapes() -> Shapes:
    """The rules in use."""
    return _shapes(patterns())


@lru_cache(maxsize=4)
def _shapes(rules: Patterns) -> Shapes:
    table = rules.rules("links.toml", SCHEMA)
    words = frozenset(phrase.casefold() for rule in table for phrase in rule.get("phrases", ()))
    return Shapes(tuple((rule["kind"], _compiled(rule)) for rule in table if rule["kind"] != "next"), words)


def _compiled(rule: Rule) -> re.Pattern[str]:
    try:
        return re.compile(rule["pattern"], re.IGNORECASE)
    except (KeyError, re.error) as error:
        raise RuleError(f"{rule.name} has no usable field 'pattern' ({error})", "write a regular expression") from error


def site_rule(host: str) -> Site | None:
    """The most special rule that names this host, None where none does."""
    return next(iter(sites().at(host.partition(":")[0])), None)


def is_article_of(site: Site, url: str) -> bool:
    """Whether the URL has the shape of the site's articles; a shape made of words only wants a long one."""
    long = urlsplit(url).path.rstrip("/").rpartition("/")[2].count("-") >= _HYPHENS
    shapes_of_links = site.links or site.shapes
    return any(shape.matches(url) and (long or _HOLE_WITH_DIGITS.search(shape.text)) for shape in shapes_of_links)


def dated_by_url(url: str) -> str | None:
    """The date, as partial as written, that the URL states by its site's rule."""
    site = site_rule(urlsplit(url).netloc)
    return next((day for shape in site.shapes if (day := shape.date(url))), None) if site else None


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are one site: equal but for www. or m., or one inside the other."""
    left, right = (re.sub(r"^(?:www|m|amp)\.", "", host) for host in (one, other))
    return left == right or left.endswith("." + right) or right.endswith("." + left)
