"""Names of districts, towns and islands without their word: known alone, or as items in a text about their province."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extractor.claim.habits import habits
from extractor.claim.scene import Unit, once
from extractor.claim.signs import CLAUSE
from extractor.claim.whose.capitals import NAME_WORDS
from extractor.claim.whose.places import trapped
from extractor.claim.whose.units import slug, unit_key
from extractor.claim.whose.ways import DASHES
from extractor.records import Term

KNOWN, DISTRICT = "known", "district"
BRACKET = re.compile(r"\(\s?([^()\d\sA-Za-z][^()\dA-Za-z]*)\)")
ITEM = 25
# And so far, where no sign stands between: `Đơn Dương có tỷ lệ trường đạt chuẩn cao nhất với 66%`.
CLAUSE_REACH = 60
# So many make a row.
SEVERAL = 2
ROW = re.compile(r"[:؛;،,]\s?([^()\d\sA-Za-z:؛;،,][^()\dA-Za-z:؛;،,]*)\s$")
# An item of a row in Latin letters.
LATIN = re.compile(r"[:؛;،,]\s?[A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*)*\s$")
WRITTEN = re.compile(r"\S+")
# So many names with capitals make one, each behind a sign.
ROW_OF_CAPITALS = 3
WORDS = re.compile(r"(?:(?<=[,;:] )|^)[^,;:()\d]+ $")
ROW_ENDS = "؛;،,.۔"
OPENING = ",;:("


def towns(unit: Unit, text: str) -> list[Term]:
    """The names that stand alone, part of no longer name, road or bridge; of the less known, items of a list only."""
    return [term for term in alone(unit, text) if term.id == KNOWN or _item(term, unit, text)]


def alone(unit: Unit, text: str) -> list[Term]:
    """The names of towns that are part of no longer name, road or bridge."""
    return [term for term in unit.of("town") if _whole(term, unit, text) and not trapped(term, unit, text)]


@once
def unworded(unit: Unit, text: str) -> list[tuple[int, int, str]]:
    """The units that are named without their word: in a row of figures, in letters without capitals in brackets too."""
    return [*_bracketed(unit, text), *_in_rows(unit, text), *_capitals_in_row(unit, text)]


def _capitals_in_row(unit: Unit, text: str) -> list[tuple[int, int, str]]:
    """The names of two words or more that each open an item with its figure: `Hà Lam 35 hộ, Bình Tú hơn 40 hộ, …`."""
    using = habits(unit.language)
    if using.letters or len(unit.figures) < ROW_OF_CAPITALS:
        return []
    found = []
    for figure in unit.figures:
        item = WORDS.search(text, max(unit.start, figure.start - ITEM), figure.start)
        words = item.group().split() if item else []
        name = list(takewhile(lambda word: word[0].isupper() and word.isalpha(), words))
        if item and 1 < len(name) <= NAME_WORDS and using.function.issuperset(words[len(name) :]):
            start = text.index(name[0], item.start())
            end = text.index(name[-1], start + len(" ".join(name[:-1]))) + len(name[-1])
            found.append((start, end, slug(" ".join(name))))
    return found if len(found) >= ROW_OF_CAPITALS else []


def _bracketed(unit: Unit, text: str) -> list[tuple[int, int, str]]:
    """The districts that stand alone in brackets, and as what the tables write them."""
    if not habits(unit.language).letters or text.find("(", unit.start, unit.end) < 0:
        return []
    inside = [(one.start(1), one.end(1), one[1].split()) for one in BRACKET.finditer(text, unit.start, unit.end)]
    told = [(start, end, unit_key(words, DISTRICT, unit)) for start, end, words in inside if len(words) <= NAME_WORDS]
    return [(start, end, name) for start, end, name in told if name is not None and name.isascii()]


def _in_rows(unit: Unit, text: str) -> list[tuple[int, int, str]]:
    """The units that stand in a row, each between a sign and its figure: `ٹین سون 12%؛ ین لیپ 8%`; the first may stand
    behind other words, others in Latin letters."""
    if not habits(unit.language).letters or len(unit.figures) < SEVERAL:
        return []
    found, latin = list[tuple[int, int, str]](), 0
    for figure in unit.figures:
        ends = text[figure.end : unit.end].lstrip()[:1]
        item = ROW.search(text, max(unit.start, figure.start - ITEM), figure.start)
        if (ends and ends not in ROW_ENDS) or (item is not None and item.end() != figure.start):
            continue
        words = item[1].split() if item else []
        if item is None and (first := None if found else _first_in_row(figure.start, unit, text)):
            found.append(first)
        elif 0 < len(words) <= NAME_WORDS and (name := _district_or_commune(words, unit)) and item:
            found.append((item.start(1), item.start(1) + len(item[1].rstrip()), name))
        latin += LATIN.search(text, max(unit.start, figure.start - ITEM), figure.start) is not None
    return found if len(found) + latin >= SEVERAL else []


def _first_in_row(end: int, unit: Unit, text: str) -> tuple[int, int, str] | None:
    """The longest name that stands right before the first figure of a row: `شرح زیادہ ہے ان میں ٹین سون 12%`."""
    words = list(WRITTEN.finditer(text, max(unit.start, end - ITEM), end))[1:]
    for first in range(max(0, len(words) - NAME_WORDS), len(words) - 1):
        if name := _district_or_commune([word.group() for word in words[first:]], unit):
            return words[first].start(), words[-1].end(), name
    return None


def _district_or_commune(words: Sequence[str], unit: Unit) -> str | None:
    return unit_key(words, DISTRICT, unit) or unit_key(words, "commune", unit)


def _whole(term: Term, unit: Unit, text: str) -> bool:
    """Whether no capital goes on the name on either side, and no dash makes it the end of a road."""
    after = text[term.end : min(unit.end, term.end + 3)]
    before = text[max(unit.start, term.start - 3) : term.start]
    if any(sign in DASHES for sign in after[:2] + before[-2:]):
        return False
    if after[:1] == " " and after[1:2].isupper():
        return False
    words = text[unit.start : term.start].split()
    if not before.endswith(" ") or not words or words[-1][-1] in OPENING or not words[-1][:1].isupper():
        return True
    return len(words) == 1 and _is_small(words[0].lower(), unit)


def _item(term: Term, unit: Unit, text: str) -> bool:
    """Whether the name opens its clause or stands behind a small word, and a figure right behind it; or a figure before
    it and only what is counted and a preposition between: `9 in Tân Hòa`."""
    words = text[unit.start : term.start].split()
    opens = not words or words[-1][-1] in OPENING or _is_small(words[-1].lower(), unit)
    first = next((one.start for one in unit.figures if opens and one.start >= term.end), None)
    if first is not None and first - term.end <= (ITEM if CLAUSE.search(text, term.end, first) else CLAUSE_REACH):
        return True
    inside = bool(words) and words[-1].lower() in habits(unit.language).inside
    before = [one.end for one in unit.figures if one.end < term.start] if inside else []
    return bool(before) and term.start - before[-1] <= ITEM and not CLAUSE.search(text, before[-1], term.start)


def _is_small(word: str, unit: Unit) -> bool:
    """Whether a word names nothing, or ends one that points."""
    using = habits(unit.language)
    return word in using.function or any(word == pointer.split()[-1] for pointer in using.pointers)
