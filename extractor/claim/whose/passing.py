"""Places that a sentence names in passing: neighbours, what a unit was made of, whose a region or a ministry is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.what.counted import unknown
from extractor.claim.whose.levels import SMALL
from extractor.records import Term

if TYPE_CHECKING:
    from extractor.claim.whose.mark import Mark

# So near behind its word begins the name of a neighbour.
BESIDE = 12
# The last of so many may be the one that is told of.
ROUND = 2
# So near behind its holder stands what it has: `Vietnam's southern Mekong Delta`.
HELD = 30
# So near behind what is before it stands a name, or what is joined to it.
CLOSE = 10
# So near behind a word of comparison stands what is compared with.
ASIDE = 45
# Behind it stands what a unit lies in that part of, or on that side of.
SIDE = "side"
# Of provinces that are not named.
OTHERS = ":others"


def in_passing(found: Sequence[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks without what something came from, each told whether it stands in a bracket or is only compared with."""
    words = [*unit.of("statement", "compared"), *unit.of("scope", "beside")]
    found = [_in_bracket(_aside(mark, words, unit, text) if words else mark, unit, text) for mark in found]
    # `It bought 9 tonnes from other provinces.`
    starts = {word.end + 1 for word in unit.of("time", "from")}
    if not starts:
        return found
    return [mark for mark in found if not (mark.rule.endswith(OTHERS) and mark.start in starts)]


def of_what_kind(term: Term, unit: Unit) -> bool:
    """Whether a region only says of what kind a province is: `the Central Highlands province of Gia Lai`."""
    words = unit.of("scope", "province", "province_name")
    return any(term.start <= word.start <= term.end + 1 and word.end > term.end for word in words)


def acted_upon(found: list[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks; those that only did something to the subject are told in passing."""
    if not habits(unit.language).agents:
        return found
    return [replace(mark, aside=True) if _acts_upon(mark, unit, text) else mark for mark in found]


def without_repeats(found: list[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks without a bare `the province` that its own name follows (`the province of Hue`), or that stands beside
    the central powers as whose policies something is: `chính sách của Trung ương và tỉnh`."""
    if all(mark.level != "province" or mark.key for mark in found):
        return found
    using = habits(unit.language)
    named = [mark.start for mark in found if mark.level == "province" and mark.key]
    central = unit.of("scope", "central", "national_body")

    def repeated(mark: Mark) -> bool:
        follows = (text[mark.end : start].split() for start in named if 0 < start - mark.end <= CLOSE)
        before = (text[word.end : mark.start].split() for word in central if 0 < mark.start - word.end <= CLOSE)
        owned = any(len(words) == 1 and words[0] in using.owners for words in follows)
        joins = using.joiners | using.articles
        return owned or any(words and words[0] in using.joiners and joins.issuperset(words) for words in before)

    return [mark for mark in found if mark.level != "province" or mark.key or not repeated(mark)]


def without_attended(found: list[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks without the bare unit above whose congress people are sent to: `9 người dự Đại hội Đảng bộ tỉnh`."""
    words = unit.of("time", "event") if habits(unit.language).unit_name == "after" else ()
    counted = [word for word in words if any(one.end <= word.start for one in unit.figures)]

    def attended(mark: Mark) -> bool:
        return any(
            0 <= mark.start - word.end <= HELD and not signs.LIST_OR_DIGIT.search(text, word.end, mark.start)
            for word in counted
        )

    return [mark for mark in found if mark.key or not attended(mark)] if counted else found


def without_neighbours(found: list[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks without the places that a unit borders on or is far from: `giáp huyện B, tỉnh C; cách Huế 9 km`."""
    for word in unit.of("scope", "neighbour", SIDE):
        first = min((mark for mark in found if mark.end > word.end), key=lambda mark: mark.start, default=None)
        if first is None or first.start - word.end > BESIDE or signs.LIST.search(text, word.end, first.start):
            continue
        if word.id == SIDE and not any(_lies_beside(one, first, word) for one in found):
            continue
        ends = [one.start for one in unit.figures if one.start >= word.end] + [unit.end]
        stop = text.find(";", word.end, ends[0])
        end = stop if stop >= 0 else ends[0]
        if subject := _subject([mark for mark in found if first.start <= mark.start < end], word, found, text):
            end = subject.start
        found = [mark for mark in found if not first.start <= mark.start < end]
    return found


def _lies_beside(one: Mark, other: Mark, word: Term) -> bool:
    """Whether a unit before a word of direction is none that lies inside the one behind it: `xã A ở phía bắc xã B`."""
    return one.key is not None and one.end < word.start and one.level == other.level


def _subject(behind: Sequence[Mark], word: Term, found: Sequence[Mark], text: str) -> Mark | None:
    """The last of several units that a comma parts from the neighbours before it and a verb follows, where none is
    named before them: `Nằm giáp huyện B, xã A có …`."""
    if len(behind) < ROUND or any(mark.key and mark.end <= word.start for mark in found):
        return None
    before, last = behind[-2:]
    between = text[before.end : last.start]
    parted = between.rstrip().endswith(",") and len(between) <= BESIDE
    return last if parted and text[last.end : last.end + 2].lstrip()[:1].islower() else None


def without_partners(found: list[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks without the provinces that another only works with: `Công an tỉnh A phối hợp Công an tỉnh B bắt 6`."""
    words = unit.of("link", "partner")
    if not words or habits(unit.language).source_side == "after":
        return found
    acting = min((mark.end for mark in found if mark.key and mark.level != "nation"), default=unit.end)

    def helps(mark: Mark) -> bool:
        behind = (word for word in words if acting <= word.start and word.end < mark.start)
        return mark.level == "province" and any(_beside(word.end, mark.start, unit, text) for word in behind)

    helping = {mark for mark in found if helps(mark)}
    joins = {",", *habits(unit.language).joiners}
    for one, other in pairwise(sorted(found, key=lambda mark: mark.start)):
        if one in helping and text[one.end : other.start].strip() in joins:
            helping.add(other)
    return [mark for mark in found if mark not in helping]


def _beside(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether no sign and no word but those of a body stands between two places."""
    return not signs.CLAUSE.search(text, start, end) and not unknown(start, end, unit, text)


def products(found: Sequence[Mark], unit: Unit) -> Sequence[Mark]:
    """The marks, those told aside that a unit was made of: `xã A … sáp nhập xã B và xã C`; and where the unit stands
    behind the word, those before it: `A, B and C were merged to form A commune`."""
    words = unit.of("scope", "merging", "merged_into")
    if not words:
        return found
    small = [mark for mark in found if mark.key and mark.level in SMALL]
    parts: list[Mark] = []
    for word in words:
        before, behind = [m for m in small if m.end <= word.start], [m for m in small if m.start >= word.end]
        if before and behind:
            parts += before if word.id == "merged_into" else behind
            break
    return [replace(mark, aside=True) if mark in parts else mark for mark in found]


def without_holders(found: list[Mark], text: str) -> list[Mark]:
    """The marks without the nation where it only says whose a region, a province or a ministry is: `Vietnam's Hue`."""
    if not any(text.endswith(signs.GENITIVES, mark.start, mark.end) for mark in found):
        return found
    left = sorted(found, key=lambda mark: mark.start)
    held = {
        one
        for one, other in pairwise(left)
        if one.level == "nation" and text.endswith(signs.GENITIVES, one.start, one.end) and _has(one, other, text)
    }
    return [mark for mark in found if mark not in held]


def _has(one: Mark, other: Mark, text: str) -> bool:
    """Whether nothing but words stand between a holder and what it has."""
    gap = text[one.end : other.start]
    return 0 < len(gap) <= HELD and gap.replace(" ", "").replace("-", "").isalpha()


def _aside(mark: Mark, words: Sequence[Term], unit: Unit, text: str) -> Mark:
    """The mark, told whether another is compared with it: `cao hơn mức bình quân của cả nước`."""
    if habits(unit.language).source_side == "after":
        beside = any(mark.start < word.start <= mark.end + 1 for word in words)
    else:
        near = [word for word in words if 0 <= mark.start - word.end < ASIDE]
        near = [word for word in near if not _has_base(word, mark, unit)]
        gaps = [text[word.end : mark.start] for word in near]
        beside = any(not any(sign in ",;:(" or sign.isdigit() for sign in gap) for gap in gaps)
    return replace(mark, aside=True) if beside else mark


def _has_base(word: Term, mark: Mark, unit: Unit) -> bool:
    """Whether the word of a comparison has its base before the mark: `hơn so với cùng kỳ là Huế`."""
    return any(word.start <= one.start and word.end < one.end <= mark.start for one in unit.of("statement"))


def _acts_upon(mark: Mark, unit: Unit, text: str) -> bool:
    """Whether a province or body only did something to the subject: `được UBND tỉnh Huế công nhận`."""
    agents = habits(unit.language).agents
    if not (mark.level == "province" or mark.level.startswith("body:")):
        return False
    start = next((one.start for one in unit.of("scope", "province_body") if 0 <= mark.start - one.end <= 1), None)
    start = mark.start if start is None and mark.level != "province" else start
    return start is not None and not agents.isdisjoint(text[unit.start : start].lower().split()[-1:])


def _in_bracket(mark: Mark, unit: Unit, text: str) -> Mark:
    opened, closed = text.rfind("(", unit.start, mark.start), text.find(")", mark.end, unit.end)
    if opened < 0 or closed < 0 or ")" in text[opened : mark.start] or "(" in text[mark.end : closed]:
        return mark
    return replace(mark, bracket=(opened, closed))
