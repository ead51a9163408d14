"""Lines that are not the article's own: source line, comment counter, page number (patterns/layout.toml)."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.rules import Patterns, Schema, patterns
from extractor.urls import absolute

FILE = "layout.toml"
SCHEMA = Schema({"kind": str}, required=("kind",))
LONGEST = 2_400
_URL = re.compile(r"https?://[^\s<>\"'«»،]+", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_HOLE = re.compile(r"(\{n\}|\{rest\})")


def line_kind(line: str, *kinds: str) -> str | None:
    """Which of the kinds (source, comments, page, font) a line is, as a whole; None for a line of the article."""
    line = line.strip()
    if len(line) <= LONGEST:
        for kind in kinds:
            for pattern in _patterns(patterns(), kind):
                found = pattern.fullmatch(line)
                if found and (kind != "source" or _names_source(found.group("rest"))):
                    return kind
    return None


def is_cut(line: str) -> bool:
    """Whether a line is a source line or a comment counter."""
    return line_kind(line, "source", "comments") is not None


def source_url(line: str) -> str | None:
    """The URL that a source line names, in canonical form."""
    found = _URL.search(line)
    return absolute(found.group(), "") if found else None


def _names_source(rest: str) -> bool:
    """A URL or a short name without figures; a line with figures after "Nguồn:" is the article's."""
    return bool(_URL.search(rest)) or (len(rest) <= 100 and not _DIGIT.search(rest))


@lru_cache(maxsize=32)
def _patterns(rules: Patterns, kind: str) -> tuple[re.Pattern[str], ...]:
    found = [rule for rule in rules.rules(FILE, SCHEMA) if rule["kind"] == kind]
    return tuple(_pattern(phrase) for rule in found for phrase in rule.phrases)


def _pattern(phrase: str) -> re.Pattern[str]:
    holes = {"{n}": r"\d{1,6}", "{rest}": r"(?P<rest>.*)"}
    source = "".join(holes.get(piece) or re.escape(piece).replace(r"\ ", r"\s*") for piece in _HOLE.split(phrase))
    return re.compile(source, re.IGNORECASE)
