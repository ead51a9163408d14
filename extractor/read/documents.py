"""Numbers of official documents, by the closed lists of their types and issuers: `57-NQ/TW`, `52/2025/NQ-HĐND`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from extractor.read.draft import Context, Draft
from extractor.read.fold import letters
from extractor.read.parts import word_at
from extractor.records import FigureKind
from extractor.rules import Patterns

# NUMBER[/YEAR] then type, issuer and unit letters joined by - and /; spaces may have slipped in around the signs.
SHAPE = re.compile(
    r"(\d{1,6})((?: ?/ ?(?:19|20)\d\d)?) ?([/-]?) ?([^\W\d_]{1,12}\d{0,2}(?: ?[-/&] ?[^\W\d_]{1,12}\d{0,2}){0,4})"
)
TIGHT = re.compile(r"\s")
PARTS = re.compile(r"[-/&]")
ASSEMBLY = re.compile(r"(?:qh|ubtvqh)\d{1,2}")


@dataclass(frozen=True, slots=True)
class Lists:
    """Folded abbreviations of document types and of issuers (with the letters of drafting units)."""

    types: frozenset[str]
    issuers: frozenset[str]


def load(rules: Patterns) -> Lists:
    """The closed lists from doc_types.csv and doc_issuers.csv."""
    types = [row["abbr"] for row in rules.table("doc_types.csv", ("abbr",))]
    issuers = [row["abbr"] for row in rules.table("doc_issuers.csv", ("abbr",))]
    return Lists(frozenset(map(bare, types)), frozenset(map(bare, issuers)))


def bare(text: str) -> str:
    """Lower case without tone marks: `NQ-HĐND` and `NQ-HDND` are one."""
    opened = unicodedata.normalize("NFD", letters(text).replace("đ", "d"))
    return "".join(char for char in opened if not unicodedata.combining(char))


def document(context: Context, index: int, lists: Lists) -> Draft | None:
    """The document number that starts at this word, its value as written without slipped-in spaces."""
    line = context.line
    raw, start = line.words.folded.raw, line.words.starts[index]
    match = SHAPE.match(raw, start, start + 80)
    if match is None:
        return None
    if match[3] != "/" and not PARTS.search(match[4]):
        return None
    tail = _known(match, lists)
    if tail is None:
        return None
    end = match.start(4) + tail
    value = TIGHT.sub("", raw[start:end])
    return Draft(index, word_at(line, end), FigureKind.DOCUMENT, value, rules=["documents"])


def _known(match: re.Match[str], lists: Lists) -> int | None:
    """How much of the letters belongs to the number; None when it is no document."""
    tail = match[4]
    cuts = [found.start() for found in PARTS.finditer(tail)] + [len(tail)]
    for cut in reversed(cuts):
        parts = [bare(part.strip()) for part in PARTS.split(tail[:cut])]
        if _accepts(parts, match, lists):
            return len(tail[:cut].rstrip())
    return None


def _accepts(parts: list[str], match: re.Match[str], lists: Lists) -> bool:
    year, sign = match[2], match[3]
    if len(parts) == 1:
        if ASSEMBLY.fullmatch(parts[0]):
            return bool(year) and sign == "/"
        return sign == "/" and _glued_pair(parts[0], lists)
    first, rest = parts[0], parts[1:]
    known = all(part in lists.issuers or ASSEMBLY.fullmatch(part) or len(part) >= 2 for part in rest)
    issued = rest[0] in lists.issuers or bool(ASSEMBLY.fullmatch(rest[0]))
    if first in lists.types:
        return known and (issued or rest[0] in lists.types)
    return sign == "/" and not year and first in lists.issuers and known and match[4].upper() == match[4]


def _glued_pair(part: str, lists: Lists) -> bool:
    """`QĐUBND`: a type and an issuer without the dash."""
    return any(part[:cut] in lists.types and part[cut:] in lists.issuers for cut in range(1, len(part)))
