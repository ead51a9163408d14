"""What the head of a table's row or column names, or the sentence before: a province, the nation, a unit or a body."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.below import one_of, provinces_of, town_level
from extractor.claim.whose.bodies import without_subject
from extractor.claim.whose.capitals import DASH
from extractor.claim.whose.focus import Focus
from extractor.claim.whose.items import item_name
from extractor.claim.whose.levels import NATION
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.owner import Area, of_mark
from extractor.claim.whose.places import REFORM, gazetteer
from extractor.claim.whose.units import NAMED, unit_key
from extractor.records import Figure, Term

LEVELS = ("district", "commune")
TOWNS = ("city", "city_name")


def headed_by(span: tuple[int, int], terms: Sequence[Term], unit: Unit, text: str, now: Focus) -> Area | None:
    """The area that a head names by its word, or alone where the text's own province has a unit of that name."""
    start, end = span
    for term in terms:
        if term.kind == "place" and term.id in gazetteer().current | gazetteer().former:
            return Area(term.id, term.id, "province", "item", "item", rule=f"place:{term.id}")
        if term.kind == "scope" and term.id == "nation":
            return Area(NATION, None, "nation", "item", "item", rule=term.rule)
        if term.kind == "scope" and term.id in NAMED and (name := _beside(term, span, unit, text)):
            level = town_level(name, now.day) if term.id in TOWNS else NAMED[term.id]
            return _unit(Mark(start, end, level, name, term.rule), now)
    name = _name(text[start:end], unit)
    # The reform ended districts, and many a commune bears the name of one.
    since = now.day is not None and now.day >= REFORM[: len(now.day)]
    for level in sorted(LEVELS, reverse=not since) if name else ():
        if one_of(now.home_province()[0], provinces_of(level, name, now.day)):
            return _unit(Mark(start, end, level, name, f"item:{name}"), now)
    return None


def _beside(term: Term, span: tuple[int, int], unit: Unit, text: str) -> str:
    """The name that with its word is all of a head: `Huyện Tân Hòa`, `Tan Hoa District`."""
    if habits(unit.language).unit_name == "before":
        return _name(text[span[0] : term.start], unit) if term.end == span[1] else ""
    return _name(text[term.end : span[1]], unit) if term.start == span[0] else ""


def _name(head: str, unit: Unit) -> str:
    """The slug of words that are a name and nothing else, a dash between its parts: `Tân Hòa - Tân Lập`."""
    words = head.replace(DASH, " ").split()
    capitals = bool(words) and all(word[0].isupper() for word in words)
    return (unit_key(words, LEVELS[0], unit) or "") if capitals or habits(unit.language).letters else ""


def _unit(mark: Mark, now: Focus) -> Area:
    return of_mark(mark, "item", "item", now.lying_in(mark, (), "item")[0])


def going_on(unit: Unit, now: Focus, text: str) -> Area | None:
    """The body of which nothing else was told last, in this paragraph or the one before, where no subject follows."""
    told, acting = now.told, now.acting
    if told is None or acting is None or told.body != acting.body or now.block - now.acting_block > 1:
        return None
    return acting.by("context", "context") if without_subject(unit, text) else None


def listed(figure: Figure, unit: Unit, text: str, now: Focus) -> Area | None:
    """The unit of the text's province that a list names without a word: `tốt là Tân Hòa (85%), Tân Lập (84%)`."""
    named = item_name(figure, unit, text) if now.home.level == "province" else None
    for level in ("commune", "district") if named else ():
        start, name = named or (0, "")
        if one_of(now.home.province, provinces_of(level, name, now.day)):
            mark = Mark(start, start, level, name, f"item:{name}")
            return of_mark(mark, "item", "item", now.home.province)
    return None
