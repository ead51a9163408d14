"""What a figure counts by the words behind it, and which words of a stretch no list knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import islice

from extractor.claim.habits import Habits, habits
from extractor.claim.scene import Unit, once
from extractor.claim.signs import CLAUSE, STOP
from extractor.claim.what.rulebook import NEUTRAL, Rulebook
from extractor.claim.whose.towns import unworded
from extractor.claim.whose.units import unit_name
from extractor.records import Figure, FigureKind, Term

NOUN_REACH = 80
# The reader's list of what can be counted.
NOUNS = "/nouns"
SPACE = re.compile(r"\s")
WORDS = re.compile(r"[^\W\d_]+")
# A bracket right behind a word.
BESIDE = re.compile(r" \([^()\d]*\)")
PLAIN = {"scope", "place", "time", "statement", "status"}
# What says nothing of a percentage, and is what is counted right behind a count: 35 works.
COUNTED = ("project", "target_item", "locality")
LEADING = ("beside", "ahead", "at", "merging", "nationwide", "nation")
WHOLES = ("total", "of_which")
AREAS = ("province", "city", "commune", "nation")
# So many words behind a bare term say whether it goes on: exports to the market of …
GOES_ON = 3
# So far before a number may stand the word that it is the number of something.
NUMBER_REACH = 30
# So many words may stand between what was counted and another number.
PASSING = 2
# So many letters before a term may say what it is a part of.
PART_REACH = 40
FUNCTION = {"link", "statement", "status", "time", "scope", "reference"}


class Next(StrEnum):
    """What stands behind a figure: a counted noun that is known, an unknown one, or none (elided)."""

    NOUN = "noun"
    OTHER = "other"
    ELIDED = "elided"


def follow(figure: Figure, unit: Unit, text: str, book: Rulebook) -> tuple[Next, frozenset[str]]:
    """What the figure counts, by the words right behind it."""
    tail = text[figure.end : min(unit.end, figure.end + 90)]
    stripped = tail.lstrip()
    # A move in ranks counts nothing of its own: `climbed 5 places in the PCI`.
    if not stripped or not stripped[0].isalnum() or figure.unit in habits(unit.language).steps:
        return Next.ELIDED, frozenset()
    position = _past_level(figure.end + len(tail) - len(stripped), unit, text)
    limit = _limit(text, position, unit.end, habits(unit.language).noun_words)
    nouns = [term for term in unit.within(position, limit) if term.kind == "concept" and term.id in book.nouns]
    if nouns and _counts(figure, position, nouns[0].start, unit, text):
        return Next.OTHER, frozenset()
    if nouns and not _interrupted(position, nouns[0].start, unit, text):
        return Next.NOUN, frozenset(term.id for term in nouns if term.start == nouns[0].start)
    near = [term for term in unit.terms if term.start <= position < term.end]
    if any(term.kind == "concept" and not (term.id in book.states or term.id in NEUTRAL) for term in near):
        return Next.OTHER, frozenset()
    if figure.kind is FigureKind.COUNT and any(_countable(term) for term in near):
        return Next.OTHER, frozenset()
    if _counts_more(figure, [term for term in near if term.id in book.states], text, limit):
        return Next.OTHER, frozenset()
    first = WORDS.match(text, position)
    if first and figure.kind is FigureKind.PERCENT and _does(first, unit, text):
        return Next.OTHER, frozenset()
    if first and first.group().lower() in habits(unit.language).function:
        # `8 chỉ số`, `4 nhóm`: what is counted may begin with a word that names nothing by itself.
        counts = figure.unit and NOUNS in figure.rule and text.startswith(figure.unit, position)
        return (Next.OTHER if counts else Next.ELIDED), frozenset()
    if any(term.kind in FUNCTION or term.id in book.states for term in near):
        return Next.ELIDED, frozenset()
    elided = position >= unit.end or text[position].isdigit() or _numbered(figure, unit, text)
    return (Next.ELIDED if elided else Next.OTHER), frozenset()


def _does(first: re.Match[str], unit: Unit, text: str) -> bool:
    """Whether a verb that no list knows says what a share does: `40 percent to own a car`, not `5 percent to VND9`."""
    using, verb = habits(unit.language), WORDS.match(text, first.end() + 1)
    if not using.articles or first.group().lower() not in using.ranges or verb is None or not verb.group().islower():
        return False
    return verb.group() not in using.function and not any(one.start <= verb.start() < one.end for one in unit.others)


def _countable(term: Term) -> bool:
    """Whether a word that no rule counts can be counted; what only leads to a place cannot: `72,8 so với 72,1`."""
    return (term.kind == "scope" and term.id not in LEADING) or term.id in COUNTED


def _past_level(position: int, unit: Unit, text: str) -> int:
    """Behind the level that stands before what is counted: `812 لیول 2 الیکٹرانک شناختی اکاؤنٹس`."""
    levels = habits(unit.language).levels
    words = text[position : min(unit.end, position + NUMBER_REACH)].split(" ", maxsplit=2) if levels else []
    levelled = len(words) > 2 and words[0] in levels and words[1].isdigit()
    return position + len(words[0]) + len(words[1]) + 2 if levelled else position


def _numbered(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the number of something was named right before, so that nothing new is counted: `تعداد 2,216 یونٹس`."""
    start = max(unit.start, figure.start - NUMBER_REACH)
    ends = [text.rfind(word, start, figure.start) + len(word) for word in habits(unit.language).number_of]
    end = max(ends, default=0)
    return end > start and not CLAUSE.search(text, end, figure.start) and not unknown(end, figure.start, unit, text)


def _counts(figure: Figure, position: int, noun: int, unit: Unit, text: str) -> bool:
    """Whether a noun that no rule knows stands right behind the figure, and more before one that does: 9 men make …"""
    end = position + len(figure.unit or "")
    counted = figure.kind is FigureKind.COUNT and figure.unit and text[position:end].lower() == figure.unit
    return bool(counted) and end < noun and bool(unknown(end, noun, unit, text))


def _counts_more(figure: Figure, near: Sequence[Term], text: str, limit: int) -> bool:
    """Whether the noun that was read as counted stands behind a word that says more of it: 19 نئے دیہی معیارات."""
    if not (figure.unit and near) or figure.kind is not FigureKind.COUNT:
        return False
    noun = text[figure.end : limit].lower().find(figure.unit)
    return noun >= 0 and figure.end + noun > min(term.start for term in near)


def goes_on(figure: Figure, unit: Unit, text: str, book: Rulebook) -> bool:
    """Whether more than a place, a time or a joiner follows the counted noun: 35 communes were flooded."""
    behind = [term for term in unit.of("concept") if term.start > figure.end and term.id in book.nouns]
    if behind and unknown(figure.end, behind[0].start, unit, text):
        return True
    end = max([term.end for term in behind if term.start == behind[0].start]) if behind else figure.end
    follows = WORDS.match(text, end + 1)
    if follows is None or text[end : end + 1] != " ":
        return False
    using, word = habits(unit.language), follows.group().lower()
    if word in using.joiners or word in using.finite or word in using.there:
        return False
    start = follows.end() + 1 if word in using.owners or word in using.inside else end + 1
    if any(term.kind in PLAIN for term in unit.within(start, start + 1)):
        return False
    for term in unit.within(end + 1, end + 2):
        # The word of place may be part of the term (`in the province`); or its whole is told: `9 trong tổng số 90 hộ`.
        if (term.kind == "scope" and term.id in AREAS) or (term.kind == "link" and term.id in WHOLES):
            return False
    # `3.500 hộ với 12.000 người`: another number is told, nothing of what was counted.
    return not (any(other.start == start for other in unit.others) or _number_follows(end, text, using))


def _number_follows(end: int, text: str, using: Habits) -> bool:
    """Whether nothing but one or two small words stands before the next number."""
    words = text[end : end + NUMBER_REACH].split(maxsplit=PASSING)[: PASSING + 1]
    lower = (word.lower() for word in words)
    ahead = next((n for n, word in enumerate(lower) if word not in using.function and word not in using.owners), 0)
    return ahead > 0 and words[ahead][0].isdigit()


def held_in(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a word of place right before a figure makes it where something was done: `kiểm tra tại 12 xã`."""
    before = text[unit.start : figure.start].split()[-1:]
    return not habits(unit.language).inside.isdisjoint(before)


def stands_alone(term: Term, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether no strange word stands right before a term or goes on with it: exports of the province, not of rice."""
    if habits(unit.language).status_side == "after":
        return not _part_before(term, unit, text)
    start = text.rfind(" ", unit.start, max(unit.start, term.start - 1)) + 1
    near = term.start if CLAUSE.search(text, start, term.start) else max(start, unit.start)
    named = any(one.start <= near < one.end for one in unit.terms)
    opens = text[start : term.start].strip().lower() in habits(unit.language).joiners
    if not (named or opens) and unknown(near, term.start, unit, text):
        return False
    known = [one.start for one in unit.within(term.end, figure.start) if one.kind in (*PLAIN, "concept")]
    known += [other.start for other in unit.others if other.start >= term.end]
    end = min([*known, figure.start, *(sign.start() for sign in CLAUSE.finditer(text, term.end, figure.start))])
    function = habits(unit.language).function
    bracket = BESIDE.match(text, term.end, end)  # `giá trị (theo giá hiện hành) đạt`
    start = bracket.end() if bracket else term.end
    return not any(word.lower() not in function for word in WORDS.findall(text, start, end)[:GOES_ON])


def _part_before(term: Term, unit: Unit, text: str) -> bool:
    """Whether a word that no list knows stands before a term and its postposition: پھلوں کا برآمدی کاروبار."""
    using = habits(unit.language)
    end = _before_bracket(term.start, unit, text)
    opened = max(unit.start, end - PART_REACH)
    opened = max([opened, *(sign.end() for sign in CLAUSE.finditer(text, opened, end))])
    for word in reversed(list(WORDS.finditer(text, opened, end))[1 if text[opened - 1].isalpha() else 0 :]):
        if any(word.group() in words for words in (using.joiners, using.that, using.finite, using.neutral)):
            return False
        if word.group() in using.function:
            continue
        known = [one for one in unit.terms if one.start <= word.start() < one.end]
        if any(one.id == "total" for one in known):
            continue
        dated = any(one.start <= word.start() < one.end for one in unit.others)
        return not (known or dated) or any(one.kind == "concept" and one.id not in using.wholes for one in known)
    return False


def _before_bracket(end: int, unit: Unit, text: str) -> int:
    """Where a bracket opens that only words of grammar part from a term: the price index (CPI) کی شرح نمو."""
    closed = text.rfind(")", unit.start, end)
    opened = text.rfind("(", unit.start, max(closed, unit.start))
    words = text[closed + 1 : end].split()
    return opened if closed > opened >= 0 and habits(unit.language).function.issuperset(words) else end


def _interrupted(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether a preposition or the like follows a word that no list knows: 5 bridges under the tasks."""
    if start >= end:
        return False
    words = [term.start for term in unit.within(start + 1, end) if term.kind in FUNCTION]
    function = habits(unit.language).function
    words += [m.start() for m in WORDS.finditer(text, start, end) if m.group().lower() in function]
    return any(unknown(start, word, unit, text) for word in words)


def _limit(text: str, position: int, end: int, most: int) -> int:
    """Where the counted noun must have begun: some words on, before the next comma, bracket or digit."""
    end = min(end, position + NOUN_REACH)
    stop = STOP.search(text, position, end)
    end = stop.start() if stop else end
    space = next(islice(SPACE.finditer(text, position, end), most - 1, None), None)
    return space.start() if space else end


@once
def names(unit: Unit, text: str) -> Sequence[tuple[int, int, int]]:
    """Communes, districts and villages with their names: where the word begins, and where both begin and end."""
    return [(term.start, *found[:2]) for term in unit.of("scope") if (found := unit_name(term, unit, text))]


def unknown(start: int, end: int, unit: Unit, text: str) -> list[str]:
    """The words of a stretch that belong to no term and no figure, but for words that name nothing."""
    if start >= end:
        return []
    known = [(term.start, term.end) for term in unit.within(start, end)]
    if named := names(unit, text):
        known += [(first, last) for word, first, last in named if start <= word < end]
    known += [(first, last) for first, last, _ in unworded(unit, text) if start <= first < end]
    if unit.others:
        known += [(other.start, other.end) for other in unit.others if start <= other.start < end]
    known.sort()
    left, position = [], start
    for first, last in known:
        # Mostly nothing but a space parts two of them.
        if first > position and not text.startswith(" ", position, first):
            left += WORDS.findall(text, position, first)
        elif first > position + 1:
            left += WORDS.findall(text, position + 1, first)
        position = max(position, last)
    if position < end:
        left += WORDS.findall(text, position, end)
    if not left:
        return left
    function = habits(unit.language).function
    return [word for word in left if word.lower() not in function]
