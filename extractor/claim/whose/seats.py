"""Where bodies sit: in the province of the districts they are named after, or of the bracket behind their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.acting import INSTITUTION_IDS, named_after
from extractor.claim.whose.below import provinces_of
from extractor.claim.whose.capitals import NAME_WORDS
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.towns import alone
from extractor.claim.whose.units import slug, unit_key
from extractor.records import Term

DISTRICT = "district"
# A name without its word has two words or more.
SHORTEST = 2


def seated_in(units: Sequence[Unit], text: str, day: str | None) -> str | None:
    """The one province that has all districts which institutions are named after: `Nhon Trach Bank`, `بینک آف …`; or
    whose own name stands right behind a body's, also where that only says something: `theo Sở Y tế Huế`."""
    told = [provinces_of(DISTRICT, name, day) for unit in units for name in _names(unit, text)]
    told += [frozenset({place.id}) for unit in units for place in _places(unit)]
    provinces = {key for keys in told if len(keys) == 1 for key in keys}
    return provinces.pop() if len(provinces) == 1 else None


def _places(unit: Unit) -> list[Term]:
    """The provinces right behind bodies."""
    ends = {body.end + 1 for body in unit.of("body")}
    return [place for place in unit.of("place") if place.start in ends]


def _names(unit: Unit, text: str) -> Iterator[str]:
    """The districts right beside the institutions of a sentence, in Latin letters or its own."""
    bodies = unit.of("body", *INSTITUTION_IDS)
    if not bodies:
        return
    ends = {end for body in bodies for end in (body.start - 1, body.end + 1)}
    yield from (
        slug(text[one.start : one.end]) for one in alone(unit, text) if not ends.isdisjoint((one.start, one.end))
    )
    if habits(unit.language).letters:
        yield from (name for body in bodies if (name := _spelled(body, unit, text)))


def _spelled(body: Term, unit: Unit, text: str) -> str | None:
    """The district in letters without capitals that stands before a body or behind its foreign `of`."""
    before, behind = text[unit.start : body.start].split()[-NAME_WORDS:], text[body.end : unit.end].split()
    behind = behind[1 : 1 + NAME_WORDS] if not habits(unit.language).naming.isdisjoint(behind[:1]) else []
    for length in range(NAME_WORDS, SHORTEST - 1, -1):
        for words in (before[-length:], behind[:length]):
            if len(words) == length and (name := unit_key(words, DISTRICT, unit)):
                return name
    return None


def seats(mark: Mark, body: Mark, unit: Unit, text: str) -> bool:
    """Whether a bracket right behind a body's name says where it is: `Công ty Hoa Mai (Nam Định) có 90 tàu`."""
    placed = mark.level == "province" and body.level.startswith("body:")
    return placed and mark.bracket is not None and named_after(body.end, mark.bracket[0], unit, text)
