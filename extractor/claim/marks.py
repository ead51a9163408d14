"""The words of a sentence that can set an area: places, the nation, the province as a whole, units below it, bodies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.claim.places import places
from extractor.claim.scene import Unit
from extractor.records import Term

NATION = "VN"
NAME_WORDS = 4
WORD = re.compile(r"[^\W\d_]+")
UNITS = {"commune_name": "commune", "district": "district", "village": "village"}
SOURCE_REACH = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """`key` is a province's key, VN, foreign, a unit's slug, a body's name, or None for the province itself."""

    start: int
    end: int
    level: str
    key: str | None
    rule: str = ""
    bracket: tuple[int, int] | None = None


def marks(unit: Unit, text: str) -> list[Mark]:
    """The words that set an area, in order; none in a sentence about a video link's venue."""
    if venue(unit, text):
        return []
    found = [Mark(term.start, term.end, "province", term.id, f"place:{term.id}") for term in places(unit, text)]
    ranking = unit.of("scope", "ranking")
    for term in unit.of("scope"):
        if term.id == "nation" and not any(_beside(term, other) for other in ranking):
            found.append(Mark(term.start, term.end, "nation", NATION, term.rule))
        elif term.id in ("province", "commune"):
            found.append(Mark(term.start, term.end, term.id, None, term.rule))
        elif term.id == "foreign":
            found.append(Mark(term.start, term.end, "foreign", "foreign", term.rule))
        elif term.id in UNITS:
            found += _named_unit(term, unit, text)
    found += bodies(unit.terms, unit, text)
    return sorted((_in_bracket(mark, unit, text) for mark in found), key=lambda mark: (mark.start, -mark.end))


def venue(unit: Unit, text: str) -> bool:
    """Whether the sentence speaks of a video link's venue, not of how many there were (131 điểm cầu)."""
    return any(
        not text[max(unit.start, t.start - 2) : t.start].strip()[-1:].isdigit() for t in unit.of("scope", "venue")
    )


def _beside(term: Term, other: Term) -> bool:
    """Whether a word of ranking (thứ 5 cả nước, chuyên gia hàng đầu) makes the nation the set of a ranking."""
    return -60 < other.start - term.end < 45


def bodies(terms: Sequence[Term], unit: Unit, text: str) -> list[Mark]:
    """Departments, ministries and enterprises that act in the sentence, not those it cites or that a title names."""
    found = []
    for term in terms:
        if term.kind == "body" and not _cited(term, unit, text):
            found.append(Mark(term.start, term.end, f"body:{term.id}", text[term.start : term.end], term.rule))
    return found


def _cited(term: Term, unit: Unit, text: str) -> bool:
    """Whether the body is a source (`theo Sở …`, `… کے مطابق`), a partner, or the office of a person."""
    side = unit.of("link", "source", "partner")
    if unit.language == "ur":
        return any(0 <= other.start - term.end < SOURCE_REACH for other in side)
    before = text[max(unit.start, term.start - SOURCE_REACH) : term.start]
    near = any(0 <= term.start - other.end < SOURCE_REACH and "," not in text[other.end : term.start] for other in side)
    office = any(
        other.end <= term.start and not text[other.end : term.start].strip()
        for other in unit.of("link", "office", "plural")
    )
    return near or office or before.rstrip().endswith(("(", "/"))


def _named_unit(term: Term, unit: Unit, text: str) -> list[Mark]:
    """`xã Tân Hòa`, `Tan Hoa commune`: the unit's name in capitals beside its word."""
    level = UNITS[term.id]
    if unit.language in ("en", "ur"):
        words = _capitals_before(text, term.start, unit.start)
        start = term.start - len(words) - 1
    else:
        words, start = _capitals_after(text, term.end, unit.end), term.start
    if not words:
        return []
    end = term.end if unit.language in ("en", "ur") else term.end + 1 + len(words)
    return [Mark(start, end, level, slug(words), term.rule)]


def _capitals_after(text: str, start: int, limit: int) -> str:
    end = start
    for _ in range(NAME_WORDS):
        match = WORD.match(text, end + 1, limit) if text[end : end + 1] == " " else None
        if match is None or not match.group()[0].isupper():
            break
        end = match.end()
    return text[start + 1 : end]


def _capitals_before(text: str, end: int, limit: int) -> str:
    words: list[str] = []
    for word in reversed(text[max(limit, end - 48) : end].split()):
        if not WORD.fullmatch(word) or not word[0].isupper() or len(words) == NAME_WORDS:
            break
        words.insert(0, word)
    return " ".join(words)


def slug(name: str) -> str:
    """The name in ASCII with hyphens: Đầm Hà gives dam-ha."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "-".join(WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).lower()))


def _in_bracket(mark: Mark, unit: Unit, text: str) -> Mark:
    opened = text.rfind("(", unit.start, mark.start)
    closed = text.find(")", mark.end, unit.end)
    if opened < 0 or closed < 0 or ")" in text[opened : mark.start] or "(" in text[mark.end : closed]:
        return mark
    return replace(mark, bracket=(opened, closed))
