"""Bare words for a unit or body, without its name: whether they mean the one spoken of."""

from __future__ import annotations

from extractor.claim.habits import Habits, habits
from extractor.claim.scene import Scene, Unit
from extractor.claim.whose.below import provinces_of
from extractor.claim.whose.units import BARE, NAMED, PAIR, POINTING, VILLAGE, WORD
from extractor.records import Term

SIGNS = ",.;:()"
APOSTROPHES = "'’"
# So many words at least name a person.
PERSON = 2


def points(term: Term, unit: Unit, text: str) -> bool:
    """Whether a unit's word without a name means the unit spoken of: as a subject, or behind a word that points."""
    if any(0 <= term.start - one.end <= 1 for one in unit.figures):
        return False
    if term.id == "region_name":
        return not any(other.end + 1 == term.start for other in unit.of("link", "plural"))
    if term.id in POINTING:
        return not (_paired(term, unit, text) or _unread_name(term, unit, text))
    using = habits(unit.language)
    if not using.pointers or text[term.end + 1 : term.end + 2].isupper():
        return False
    before = text[unit.start : term.start].rstrip()
    beside = [other for other in unit.of("scope") if other.id in BARE]
    if any(other.start == term.end + 2 or other.end == unit.start + len(before) - 1 for other in beside):
        return False
    if not before or any(text[term.start : term.end].lower().startswith(f"{word} ") for word in using.pointers):
        return True
    if before[-1] in ",;:،؛":
        return _acts(term, unit, text)
    return any(before.lower().endswith(f" {word}") or before.lower() == word for word in using.pointers)


def _unread_name(term: Term, unit: Unit, text: str) -> bool:
    """Whether a village's word stands behind one that no list knows, such as a name not read: `بون گاؤں میں`."""
    using = habits(unit.language)
    if term.id != VILLAGE or not using.letters or text[term.start : term.end].startswith(using.pointers):
        return False
    before = text[unit.start : term.start].split()[-1:]
    known = using.function | using.no_name | using.joiners | set(using.pointers)
    return bool(before) and before[0].isalpha() and before[0] not in known


def _paired(term: Term, unit: Unit, text: str) -> bool:
    """Whether a joiner ties the word to another bare one, so that units of a level are meant: `کمیون اور وارڈ کی`."""
    using = habits(unit.language)
    if using.unit_name != "before":
        return False
    words = unit.of("scope", "commune_name", "district", "village_name")
    gaps = (text[one.end : term.start].split() for one in words if one.end < term.start)
    pairs = any(one.start < term.start < one.end for one in unit.of("concept", PAIR))
    return pairs or any(len(gap) == 1 and gap[0] in using.joiners for gap in gaps)


def subject(term: Term, unit: Unit, text: str) -> bool:
    """Whether a word without a name opens its clause, or stands behind one that points, and a verb follows."""
    before = text[unit.start : _behind_time(term, unit)].rstrip()
    if habits(unit.language).articles and not _opens_clause(term, before, text, habits(unit.language)):
        return False
    pointed = any(f" {before.lower()}".endswith(f" {word}") for word in habits(unit.language).pointers)
    opens = not before or before[-1] in ",;:،؛" or pointed
    follows = WORD.match(text, term.end + 1)
    if not opens or follows is None or follows.group()[0].isupper() or _coupled(before, unit):
        return False
    return follows.group() not in habits(unit.language).joiners and _acts(term, unit, text)


def _opens_clause(term: Term, before: str, text: str, using: Habits) -> bool:
    """Whether a bare word stands behind an article that opens its clause, in small letters, and no `of` behind it:
    `while the bank lent 9`, but not `loans of the bank`, `the group of 9`."""
    led = [word for word in using.pointers if f" {before.lower()}".endswith(f" {word}")]
    if not led or text[term.start].isupper() or not using.owners.isdisjoint(text[term.end :].split(maxsplit=1)[:1]):
        return False
    ahead = before[: len(before) - len(max(led, key=len))].rstrip()
    word = ahead.lower().split()[-1:]
    return not word or ahead[-1] in SIGNS or not (using.joiners | using.relative | using.within).isdisjoint(word)


def _coupled(before: str, unit: Unit) -> bool:
    """Whether a joiner or comma ties a bare word to others that mean all there are: `người dân và doanh nghiệp`."""
    using, words = habits(unit.language), before.lower()
    joiner = words.split()[-1:] if not words.endswith(",") else []
    if joiner and joiner[0] not in using.joiners:
        return False
    return words[: len(words) - (len(joiner[0]) if joiner else 1)].rstrip().endswith(using.coupled) if words else False


def _behind_time(term: Term, unit: Unit) -> int:
    """Where a word begins, or the time right before it that says when it acts: `اس وقت اسکول میں`."""
    times = (one.start for one in unit.of("time", "to_date") if one.end + 1 == term.start)
    return next(times, term.start)


def opens_behind_time(term: Term, unit: Unit, text: str) -> bool:
    """Whether a word opens its sentence, or only a time and a comma stand before it: `This year, the locality …`."""
    if term.start == unit.start:
        return True
    if text[term.start - 2 : term.start] != ", ":
        return False
    left, position = "", unit.start
    times = [(one.start, one.end) for one in unit.others] + [(one.start, one.end) for one in unit.of("time")]
    for start, end in sorted(times):
        if position <= start and end <= term.start:
            left, position = left + text[position:start], end
    words = (left + text[position : term.start - 2]).lower().split()
    return position > unit.start and habits(unit.language).function.issuperset(words)


def _acts(term: Term, unit: Unit, text: str) -> bool:
    """Whether a verb or the like follows: a word that no noun phrase of a list goes on with."""
    follows = WORD.match(text, term.end + 1)
    # What stands behind a genitive is its own: `the bank's profit`.
    if follows is None or text[term.end : term.end + 1] not in (" ", *APOSTROPHES):
        return False
    known = [
        other
        for other in unit.terms
        if other.start == term.end + 1 and other.kind in ("status", "statement", "time", "concept")
    ]
    using = habits(unit.language)
    does = using.doing is not None and using.doing.match(text, term.end + 1) is not None
    return bool(known) or does or follows.group().lower() in using.function


def names_holder(term: Term, named: tuple[int, int, str], unit: Unit, view: Scene) -> bool:
    """Whether behind a unit's bare word stands not its name but that of who holds its office: `Bí thư Đảng ủy phường
    Trần Thị Hoa`; no table has such a unit, and the name begins with a surname."""
    using, text = habits(unit.language), view.text
    words = WORD.findall(text, term.end, named[1]) if using.surnames else []
    # `phường Hồ Nai Lê Thị Mai`: so many capitals are a unit and a person.
    goes_on = text[named[1] : named[1] + 1] == " " and text[named[1] + 1 : named[1] + 2].isupper()
    if len(words) < PERSON or words[0] not in using.surnames or goes_on:
        return False
    titles = (word.end for word in unit.of("link", "office") if word.end <= term.start)
    held = any(not any(sign in SIGNS for sign in text[end : term.start]) for end in titles)
    return held and not provinces_of(NAMED[term.id], named[2], view.article.published)
