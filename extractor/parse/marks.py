"""Lines that are not the article's own: source line, comment counter, page number (patterns/layout.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extractor.parse.dates import read_date
from extractor.parse.draft import Piece
from extractor.parse.written import LAYOUT, is_written, source_of
from extractor.rules import Patterns, Rule, patterns
from extractor.urls import absolute

FILE = "layout.toml"
SCHEMA = LAYOUT
LONGEST = 2_400
_DATELINE_LONGEST = 200
_URL = re.compile(r"https?://[^\s<>\"'«»،]+", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_CUT = ("source", "comments")
_REST = "{rest}"
# A source may hang on one of so many last lines: `Tác giảNguồn: https://…`.
_LAST = 4


class Marks:
    """The line patterns of one set of rules, by kind: source, comments, page, font."""

    def __init__(self, rules: Patterns) -> None:
        self._patterns: dict[str, tuple[re.Pattern[str], ...]] = {}
        found = rules.rules(FILE, SCHEMA)
        for rule in found:
            known = self._patterns.get(rule["kind"], ())
            if rule["kind"] == "date":  # parse/written.py reads these
                continue
            compiled = _dates(rule.phrases) if rule["kind"] == "dateline" else _compiled(rule.phrases)
            self._patterns[rule["kind"]] = (*known, *compiled)
        # Most lines are told by their first sign.
        cut = [phrase for rule in found if rule["kind"] in _CUT for phrase in rule.phrases]
        opened = [p.removesuffix(_REST) for r in found if r["kind"] == "source" for p in r.phrases if p.endswith(_REST)]
        self._ends = re.compile(rf"(?:{_union(opened) or '(?!)'})\s{{0,4}}({_URL.pattern})\s*\Z", re.IGNORECASE)
        self._begins = re.compile("|".join({re.escape(phrase[0]) for phrase in cut}) or "(?!)", re.IGNORECASE)

    def kind(self, line: str, *kinds: str) -> str | None:
        """Which of the kinds a line is, as a whole; None for a line of the article."""
        line = line.strip()
        if len(line) <= LONGEST:
            for kind in kinds:
                if any(self._fits(kind, pattern, line) for pattern in self._patterns.get(kind, ())):
                    return kind
        return None

    def _fits(self, kind: str, pattern: re.Pattern[str], line: str) -> bool:
        found = pattern.fullmatch(line)
        return found is not None and (kind != "source" or _names_source(found.group("rest")))

    def is_cut(self, line: str) -> bool:
        """Whether a line is a source line or a comment counter."""
        return self.kind(line, *_CUT) is not None

    def cut(self, pieces: Iterable[Piece]) -> None:
        """Gives source lines and comment counters among the paragraphs the kind `cut`."""
        for piece in pieces:
            is_candidate = piece.kind in ("paragraph", "heading") and self._begins.match(piece.text)
            if is_candidate and self.is_cut(piece.text):
                piece.kind = "cut"

    def source(self, pieces: Sequence[Piece], but: str | None = None) -> str | None:
        """The URL that the last source line names, or one that hangs on a last line, if it is another than `but`."""
        for piece in reversed(pieces):
            if piece.kind == "cut" and self.kind(piece.text, "source"):
                named = source_url(piece.text) or source_url(piece.link or "")
                if named and named != but:
                    return named
        hanging = (self._ends.search(piece.text[-LONGEST:]) for piece in reversed(pieces[-_LAST:]))
        ends = (source_url(found.group(1)) for found in hanging if found)
        return next((named for named in ends if named and named != but), None)

    def dateline(self, lines: Iterable[str]) -> str | None:
        """The day that a document's dateline states ("Đà Lạt, ngày 15 tháng 10 năm 2025"), ISO 8601."""
        for line in lines:
            found = next(filter(None, (pattern.search(line) for pattern in self._patterns.get("dateline", ()))), None)
            if found and len(line) <= _DATELINE_LONGEST:
                return read_date(f"{found['y']}-{found['m']}-{found['d']}")
        return None


@lru_cache(maxsize=4)
def _marks(rules: Patterns) -> Marks:
    return Marks(rules)


def marks() -> Marks:
    """The line patterns in use."""
    return _marks(patterns())


def source_url(line: str) -> str | None:
    """The URL that a source line names, in canonical form."""
    found = _URL.search(line)
    return absolute(found.group(), "") if found else None


def _names_source(rest: str) -> bool:
    """A URL or a short name without figures; a line with figures after "Nguồn:" is the article's."""
    return bool(_URL.search(rest)) or (len(rest) <= 100 and not _DIGIT.search(rest))


def shows(rule: Rule, phrase: str, text: str) -> bool:
    """Whether a line is written as this phrase of a rule says."""
    if rule["kind"] == "date":
        return is_written(phrase, text)
    if rule["kind"] == "dateline":
        return any(pattern.search(text) for pattern in _dates([phrase]))
    return any(pattern.fullmatch(text) for pattern in _compiled([phrase]))


def _compiled(phrases: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Two patterns at most: one for the phrases with an open end, one for the others."""
    opened = [phrase.removesuffix(_REST) for phrase in phrases if phrase.endswith(_REST)]
    closed = [phrase for phrase in phrases if not phrase.endswith(_REST)]
    sources = [f"(?:{_union(opened)})(?P<rest>.*)"] * bool(opened) + [_union(closed)] * bool(closed)
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def _dates(phrases: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """A place, a comma, and a day with its parts named d, m, y."""
    return tuple(re.compile(rf"[^,\d]{{2,60}},\s{{0,4}}{source_of(phrase)}", re.IGNORECASE) for phrase in phrases)


def _union(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\{n\}", r"\d{1,6}").replace(r"\ ", r"\s{0,4}") for phrase in phrases)
