"""What a text speaks of as it goes on: its home, the province last named, the unit and the body last spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractor.claim.below import centrally_run, provinces_of
from extractor.claim.latin import of_province
from extractor.claim.marks import (
    AVERAGE,
    FOREIGN,
    HOUSEHOLD,
    ITEM,
    NATION,
    REGION,
    Mark,
    dateline,
    every_province,
    marks,
    venue,
)
from extractor.claim.places import gazetteer, publisher_province
from extractor.claim.scene import HEADINGS, Scene, Unit
from extractor.records import FigureKind, Term

LOOK = 60
CITY = "city"
SMALL = ("commune", "district", "village")
SPOKEN_OF = 3
ROUNDUP = 3
NAMED_AT_LEAST = 2
DATELINE = 2
CITED = 60
ABROAD = ("PKR", "INR")


@dataclass(frozen=True, slots=True)
class Area:
    """Area, its level and province, what named it (`basis`) and what set its level, and the body it belongs to."""

    area: str | None = None
    province: str | None = None
    level: str | None = None
    basis: str | None = None
    level_basis: str | None = None
    body: str | None = None
    rule: str = ""

    @property
    def stated(self) -> bool:
        """Whether the sentence itself set the level, and no list or bracket did."""
        return self.level_basis == "sentence"


def of_mark(mark: Mark, basis: str, level_basis: str, province: str | None) -> Area:
    """The area of a mark under a province."""
    if mark.level in (REGION, HOUSEHOLD):
        return Area(None, None, mark.level, basis, level_basis, rule=mark.rule)
    if mark.level in ("nation", FOREIGN):
        return Area(mark.key, None, mark.level, basis, level_basis, rule=mark.rule)
    if mark.level == "province":
        return Area(mark.key, mark.key, "province", basis, level_basis, rule=mark.rule)
    key = of_province(mark.key, province) if mark.key else None
    area = f"{province}/{key}" if province and key else key or province
    return Area(area, province, mark.level, basis, level_basis, rule=mark.rule)


@dataclass(slots=True)
class Focus:
    """The article's home, the province last named, what the paragraph speaks of, and the last units by their level."""

    home: Area
    province: str | None
    province_basis: str
    day: str | None = None
    block: int = -1
    current: Area | None = None
    last: Area | None = None
    seen: dict[int, list[Mark]] = field(default_factory=dict)
    units: dict[str, Area] = field(default_factory=dict)
    acting: Area | None = None
    provinces: bool = False

    def enter(self, unit: Unit) -> None:
        """A new paragraph goes back to the article's own area; in a text without one, or with `of which`, on."""
        if unit.block != self.block:
            self.block = unit.block
            self.last = self.current or self.last
            goes_on = any(term.start - unit.start <= 1 for term in unit.of("link", "of_which", "parts"))
            if self.home.area is not None and not goes_on:
                self.current = None

    def home_province(self) -> tuple[str | None, str]:
        """The province that units and bodies without one lie in, and what named it."""
        if self.home.level in ("province", *SMALL) and self.home.province:
            return self.home.province, self.home.basis or "context"
        return self.province, self.province_basis

    def knows(self, mark: Mark) -> bool:
        """Whether a bare name may be meant: known alone, or of a town of the text's own province."""
        told = provinces_of(mark.level, mark.key or "", self.day)
        return not mark.rule.startswith(f"{ITEM}:") or _one_of(self.home_province()[0], told)

    def lying_in(self, mark: Mark, near: Sequence[Mark], basis: str) -> tuple[str | None, str]:
        """The province of a unit or body: one named near it or the text's own that has a unit of the name comes first.

        The only province that has a district of the name comes before another that the sentence names.
        """
        told = provinces_of(mark.level, mark.key, self.day) if mark.key else frozenset()
        named = sorted((m for m in near if m.level == "province" and m.key), key=lambda m: abs(m.start - mark.start))
        keys, home = [m.key for m in named if m.key], self.home_province()
        spoken = self.current.province if self.current is not None and self.current.level == "province" else None
        if mark.level in ("province", CITY) and spoken not in (None, home[0]):
            home = spoken, "context"
        for key in keys:
            if _one_of(key, told):
                return key, basis
        if keys and (mark.level != "district" or not told):
            return keys[0], basis
        if mark.level == "commune" and home[0]:
            return home
        if len(told) == 1 and not _one_of(home[0], told):
            return next(iter(told)), basis
        return home if _one_of(home[0], told) or not keys else (keys[0], basis)

    def city(self, province: str | None) -> Area | None:
        """The city below a province that a bare `the city` means, where the province is no city of its own."""
        inside = self.units.get("district")
        return inside if province is None or not centrally_run(province, self.day) else None

    def move(self, unit: Unit, found: Sequence[Mark], decided: Sequence[Area]) -> None:
        """What a sentence named is what the paragraph speaks of from here on."""
        if unit.head_spans:
            return
        outside = [mark for mark in found if mark.bracket is None and not mark.aside]
        named = {mark.key for mark in outside if mark.level == "province" and mark.key}
        if len(named) == 1:
            self.province, self.province_basis = next(iter(named)), "context"
        for mark in outside:
            if mark.level in SMALL and mark.key:
                province, basis = self.lying_in(mark, found, "sentence")
                self.units[mark.level] = of_mark(mark, basis, "sentence", province)
        self.acting = next((area for area in decided if area.body), self.acting)
        spoken = [area for area in decided if area.stated]
        if not decided:
            spoken = self._opening(outside)
        if spoken:
            several = len({area.province for area in decided if area.level == "province" and not area.body}) > 1
            self.current = spoken[-1] if _carries(spoken[-1]) and not several else None

    def _opening(self, outside: Sequence[Mark]) -> list[Area]:
        """The area that a sentence without figures speaks of, by its first mark."""
        first = next((mark for mark in outside if mark.level != FOREIGN), None)
        named = {mark.key for mark in outside if mark.level == "province" and mark.key}
        if first is None or first.level.startswith("body:") or len(named) > 1:
            return []
        if first.key is None:
            return [self.units[first.level]] if first.level in self.units else [self.home]
        return [of_mark(first, "sentence", "sentence", self.lying_in(first, outside, "sentence")[0])]


def _one_of(province: str | None, told: frozenset[str]) -> bool:
    """Whether a province, or the one that it went into, is among those told."""
    return province is not None and bool(told & {province, gazetteer().into.get(province, province)})


def _carries(area: Area) -> bool:
    """Whether the next sentence goes on about the area: a unit below the province goes on by its word only."""
    return (
        not area.body
        and not area.rule.endswith(f":{AVERAGE}")
        and area.level in ("province", "nation", REGION, HOUSEHOLD, None)
    )


def focus(view: Scene) -> Focus:
    """Where an article stands before its first figure, by the places, scope words and bodies of its first sentences."""
    counted: dict[str, int] = {}
    own = national = abroad = 0
    publisher = publisher_province(view.article)
    linked = topic = False
    seen = {unit.index: marks(unit, view) for unit in view.units[:LOOK]}
    for unit in view.units[:LOOK]:
        weight = 3 if unit.kind in HEADINGS or unit.index == 0 else 1
        national += weight * (sum(m.level == "nation" for m in seen[unit.index]) + len(_central(unit, view.text)))
        topic = topic or bool(unit.of("scope", "national_topic"))
        if venue(unit, view.text):
            linked = linked or bool(unit.of("place"))
            continue
        bare = sum(mark.level in ("province", CITY) and not mark.key for mark in seen[unit.index])
        own += bare + len(unit.of("scope", "province_body"))
        abroad += len(unit.of("scope", "foreign_place")) + sum(f.unit in ABROAD for f in unit.figures)
        for mark in seen[unit.index]:
            weighs = 0 if mark.bracket or mark.aside else weight
            for key in _tells(mark, view.article.published, publisher, counted):
                counted[key] = counted.get(key, 0) + weighs
        for term in dateline(unit, view.text) if not national else ():
            if term.kind == "place":
                counted[term.id] = counted.get(term.id, 0) + DATELINE
    if abroad and not counted and publisher is None:
        return Focus(Area(FOREIGN, None, FOREIGN, "context", "context"), None, "context")
    now = _home(publisher, counted, own, national + (6 if linked else 0), topic)
    now.provinces = any(every_province(unit) for unit in view.units[:LOOK])
    now.seen, now.day = seen, view.article.published
    small = _small_home(view, seen)
    if small is not None and now.home.level != "nation":
        now.home = of_mark(small, "context", "context", now.lying_in(small, (), "context")[0])
        now.units[small.level] = now.home
    return now


def _tells(mark: Mark, day: str | None, publisher: str | None, named: Iterable[str]) -> frozenset[str]:
    """The province that a mark names or, where no publisher tells one, that alone has a unit of the name.

    Where the text named the province that is part of it today, that one.
    """
    if mark.level == "province" or not mark.key or publisher or mark.rule.startswith(f"{ITEM}:"):
        return frozenset({mark.key}) if mark.key and mark.level == "province" else frozenset()
    told = provinces_of(mark.level, mark.key, day)
    before = frozenset(key for key in named if _one_of(key, told))
    return before or told if len(told) == 1 else frozenset()


def _central(unit: Unit, text: str) -> list[Term]:
    """Words of the central powers and of ministries, but for those that only signed a document that is cited."""
    cited = [figure.end for figure in unit.others if figure.kind is FigureKind.DOCUMENT]
    cited += [term.end for term in unit.of("reference")]
    words = [*unit.of("scope", "central"), *unit.of("body", "ministry")]
    return [
        word
        for word in words
        if not any(0 <= word.start - end < CITED and "," not in text[end : word.start] for end in cited)
    ]


def _small_home(view: Scene, seen: Mapping[int, Sequence[Mark]]) -> Mark | None:
    """The commune or district that the opening or the page's address names and the article keeps speaking of."""
    every = [m for found in seen.values() for m in found if m.level in SMALL and not m.rule.startswith(f"{ITEM}:")]
    address = f"-{'-'.join(view.units[0].address)}-" if view.units else ""
    addressed = [mark for mark in every if mark.key and f"-{mark.key}-" in address]
    opening = [mark for mark in every if mark.key and mark.end <= view.units[min(2, len(view.units)) - 1].end]
    first = next(iter(addressed or opening), None)
    spoken = sum(m.level == first.level and m.key in (first.key, None) for m in every) if first else 0
    if first is None or spoken < (2 if addressed else SPOKEN_OF):
        return None
    return first


def _home(publisher: str | None, counted: dict[str, int], own: int, national: int, topic: bool) -> Focus:
    named = max(counted, key=lambda key: (counted[key], key == publisher), default=None)
    whole = sum(counted.values())
    most = counted[named] * 2 > whole or (named == publisher and counted[named] * 2 == whole) if named else False
    clear = (
        named is not None
        and most
        and (named == publisher or counted[named] + (0 if publisher else own) >= NAMED_AT_LEAST)
    )
    weight = counted[named] if named else 0
    if named != publisher and len(counted) >= ROUNDUP:
        weight = max(0, 2 * weight - whole)
    if national > own + weight + (publisher is not None):
        where = "context" if named else "publisher"
        return Focus(Area(NATION, None, "nation", "context", "context"), named if clear else publisher, where)
    if clear:
        return Focus(Area(named, named, "province", "context", "context"), named, "context")
    if publisher and publisher not in counted and len(counted) >= ROUNDUP:
        return Focus(Area(), publisher, "publisher")
    if publisher:
        level = "context" if own else "publisher"
        return Focus(Area(publisher, publisher, "province", "publisher", level), publisher, "publisher")
    if (topic and not own) or len(counted) >= ROUNDUP:
        return Focus(Area(NATION, None, "nation", "context", "context"), None, "context")
    return Focus(Area(), None, "publisher")
