"""Units of which a sentence says what they are: `Tân Hòa là xã miền núi`, `Tan Hoa, a remote commune`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.capitals import NAME_REACH, NAME_WORDS, capitals_before
from extractor.claim.whose.units import (
    KIND,
    NAMED,
    SIGNS,
    WORD,
    WRITTEN,
    names_unit,
    plain,
    sign_before,
    slug,
    sounding,
)
from extractor.records import Term


def named_before(term: Term, unit: Unit, text: str) -> tuple[int, int, str] | None:
    """Where a sentence opens with a name and says what it is: `Tân Hòa là xã miền núi`; and the name as a slug."""
    using = habits(unit.language)
    copula = using.copula
    if not copula or term.id not in NAMED:
        return None
    if using.unit_name == "before":
        if WRITTEN.search(text, unit.start, term.start) is None:
            return None
        if using.letters:
            return _told_before_verb(term, unit, text)
        return _told_behind_verb(term, unit, text) or _apposed(term, unit, text)
    words = list(WRITTEN.finditer(text, unit.start, term.start))
    if len(words) < 3 or words[-1].group() not in copula:
        return None
    while len(words) > 3 and words[-2].group() in using.function:
        del words[-2]  # `Tân Hòa hiện là xã`
    name = [word for word in words[-1 - NAME_WORDS : -1] if word.group().istitle() and word.group().isalpha()]
    before = text[unit.start : name[0].start()].rstrip() if name else "x"
    whole = len(name) > 1 and text[name[0].start() : name[-1].end()].split() == [word.group() for word in name]
    if not whole or (before and before[-1] not in SIGNS):
        return None
    return name[0].start(), term.end, slug(text[name[0].start() : name[-1].end()])


def _told_behind_verb(term: Term, unit: Unit, text: str) -> tuple[int, int, str] | None:
    """The same where a kind stands before its word: `Tan Hoa is a particularly poor commune in Vinh Son district`.

    What opens the sentence may stand before a comma.
    """
    words, using = _before(term, unit, text), habits(unit.language)
    verb = next((n for n in range(len(words) - 1, 0, -1) if words[n].group() in using.copula), 0)
    if not verb or not _is_kind(words[verb + 1 :]):
        return None
    named = _called(words[verb - 1].end(), term, unit, text)
    return named if named and text[unit.start : named[0]].rstrip()[-1:] in ("", ",") else None


def _apposed(term: Term, unit: Unit, text: str) -> tuple[int, int, str] | None:
    """The same where a comma parts the name from what it is: `the title went to Tan Hoa, a remote commune`."""
    words, using = _before(term, unit, text), habits(unit.language)
    comma = next((n for n in range(len(words) - 1, -1, -1) if words[n].group().endswith(",")), -1)
    kind = words[comma + 1 :]
    if comma < 0 or not kind or kind[0].group() not in using.articles or not _is_kind(kind):
        return None
    if not using.function.isdisjoint(one.group() for one in kind[1:]):
        return None  # `Le Van Nam, the income of the commune`
    named = _called(words[comma].end() - 1, term, unit, text)
    known = (*unit.of("place"), *unit.of("body"), *unit.of("link", "person"))
    return None if named is None or any(one.start <= named[0] < one.end for one in known) else named


def _before(term: Term, unit: Unit, text: str) -> list[re.Match[str]]:
    return list(WRITTEN.finditer(text, max(unit.start, term.start - NAME_REACH), term.start))


def _is_kind(words: Sequence[re.Match[str]]) -> bool:
    """Whether the words may say of what kind a unit is: `a far-northern border`."""
    plain = (one.group().replace("-", "") for one in words)
    return len(words) <= KIND and all(one.isalpha() and one.islower() for one in plain)


def _called(end: int, term: Term, unit: Unit, text: str) -> tuple[int, int, str] | None:
    """The name of several words that ends there, to the end of the unit's word."""
    name = capitals_before(text, end, unit)
    return (end - len(name), term.end, slug(name)) if len(name.split()) > 1 else None


def _told_before_verb(term: Term, unit: Unit, text: str) -> tuple[int, int, str] | None:
    """The same where the verb ends the sentence: `Tân Hòa ایک پہاڑی کمیون ہے`; the place it lies in may stand between.

    That place's name may stand right behind: `Tân Hòa Thuận Hà کمیون کا ایک گاؤں ہے`.
    """
    using, follows = habits(unit.language), WORD.match(text, term.end + 1)
    if follows is None or follows.group() not in using.finite:
        return None
    start = sign_before(text, unit.start, term.start)
    clause = _lettered(text, start, term.start)
    which = next((number for number, word in enumerate(clause) if word.group() in using.copula), 0)
    if clause and clause[0].group() in using.which:  # `Tân Hòa، جو ایک پہاڑی کمیون ہے، میں`
        clause = _lettered(text, sign_before(text, unit.start, start - 1), start - 1)
        which = len(clause)
    within = {one.start for one in (*unit.of("place"), *unit.of("scope"))}
    empty = using.function - using.syllables
    head = list(takewhile(lambda one: one.start() not in within and one.group() not in empty, clause[:which]))
    words = [word.group() for word in head]
    behind = next((one for one in unit.of("scope") if head and one.start == head[-1].end() + 1), None)
    level = NAMED.get(behind.id) if behind is not None else None
    sizes = [n for n in range(2, len(words) - 1) if level and names_unit(words[-n:], level, unit)]
    words = words[: -sizes[-1]] if sizes else words
    if not 1 < len(words) <= NAME_WORDS or not plain(words, unit):
        return None
    capitals = all(word[0].isupper() for word in words)
    name = slug(" ".join(words)) if capitals else sounding(words, term, unit)
    return (term.start, term.end, name) if name else None


def _lettered(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words with letters of a stretch."""
    return [word for word in WRITTEN.finditer(text, start, end) if any(map(str.isalpha, word.group()))]
