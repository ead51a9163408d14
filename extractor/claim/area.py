"""Whose figure it is: the item of a list, else the sentence, else what the text is speaking of, else the publisher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.claim.clauses import Clause
from extractor.claim.marks import NATION, Mark, bodies, marks, slug, venue
from extractor.claim.places import gazetteer, publisher_province
from extractor.claim.rulebook import habits
from extractor.claim.scene import HEADINGS, Scene, Unit
from extractor.records import Figure, FigureKind

ADJACENT = 14
LOOK = 60
AFTER = 120
SMALL = ("commune", "district")
SPOKEN_OF = 3
FOREIGN = "foreign"
ABROAD = ("PKR", "INR")
LISTED = ("province", "commune", "district", "village")
SUBJECT = 4
SAME_BODY = "body:same"


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


@dataclass(slots=True)
class Focus:
    """What the text speaks of as it goes on: the article's home, the province last named, the paragraph's area."""

    home: Area
    province: str | None
    province_basis: str
    block: int = -1
    current: Area | None = None
    seen: dict[int, list[Mark]] = field(default_factory=dict)
    small: Area | None = None
    acting: Area | None = None

    def enter(self, unit: Unit) -> None:
        """A new paragraph goes back to the article's own area."""
        if unit.block != self.block:
            self.block, self.current = unit.block, None


def focus(view: Scene) -> Focus:
    """Where an article stands before its first figure, by the places, scope words and bodies of its first sentences."""
    counted: dict[str, int] = {}
    own = national = abroad = 0
    linked = topic = False
    seen = {unit.index: marks(unit, view.text) for unit in view.units[:LOOK]}
    for unit in view.units[:LOOK]:
        weight = 3 if unit.kind in HEADINGS or unit.index == 0 else 1
        national += weight * len([*unit.of("scope", "nation", "central"), *unit.of("body", "ministry")])
        topic = topic or bool(unit.of("scope", "national_topic"))
        if venue(unit, view.text):
            linked = linked or bool(unit.of("place"))
            continue
        own += len(unit.of("scope", "province", "province_body"))
        abroad += len(unit.of("scope", "foreign_place")) + sum(f.unit in ABROAD for f in unit.figures)
        for mark in seen[unit.index]:
            if mark.level == "province" and mark.key:
                counted[mark.key] = counted.get(mark.key, 0) + weight
    if abroad and not counted and publisher_province(view.article) is None:
        return Focus(Area(FOREIGN, None, FOREIGN, "context", "context"), None, "context")
    now = _home(publisher_province(view.article), counted, own, national + (6 if linked else 0), topic)
    now.seen = seen
    small = _small_home(view, seen)
    if small is not None and now.home.level != "nation":
        now.home = _of(small, "context", "context", now.province)
    return now


def _small_home(view: Scene, seen: Mapping[int, Sequence[Mark]]) -> Mark | None:
    """The commune or district that the opening names and the article keeps speaking of."""
    every = [mark for found in seen.values() for mark in found if mark.level in SMALL]
    opening = [mark for mark in every if mark.key and mark.end <= view.units[min(2, len(view.units)) - 1].end]
    first = next(iter(opening), None)
    spoken = sum(m.level == first.level and m.key in (first.key, None) for m in every) if first else 0
    if first is None or spoken < SPOKEN_OF:
        return None
    return first


def _home(publisher: str | None, counted: dict[str, int], own: int, national: int, topic: bool) -> Focus:
    named = max(counted, key=lambda key: (counted[key], key == publisher), default=None)
    clear = named is not None and counted[named] * 2 >= sum(counted.values())
    weight = counted[named] if named else 0
    if national > own + weight:
        where = "context" if named else "publisher"
        return Focus(Area(NATION, None, "nation", "context", "context"), named if clear else publisher, where)
    if clear:
        return Focus(Area(named, named, "province", "context", "context"), named, "context")
    if publisher:
        level = "context" if own else "publisher"
        return Focus(Area(publisher, publisher, "province", "publisher", level), publisher, "publisher")
    if topic and not own:
        return Focus(Area(NATION, None, "nation", "context", "context"), None, "context")
    return Focus(Area(), None, "publisher")


def areas(unit: Unit, clauses: Sequence[Clause], view: Scene, now: Focus) -> list[Area]:
    """The area of each of the sentence's figures; moves the focus on."""
    now.enter(unit)
    found = now.seen.pop(unit.index, None) or marks(unit, view.text)
    aligned = _aligned(unit, clauses, found, now.province)
    decided = [aligned.get(n) or _area(clause.figure, unit, found, view, now) for n, clause in enumerate(clauses)]
    _move_on(unit, found, decided, now)
    return decided


def _aligned(unit: Unit, clauses: Sequence[Clause], found: Sequence[Mark], province: str | None) -> dict[int, Area]:
    """`A, B lần lượt đạt 9% và 8%`: as many places as figures, in order."""
    words = unit.of("link", "respectively")
    if not words or len(clauses) < 2:
        return {}
    after = [number for number, clause in enumerate(clauses) if clause.figure.start > words[0].start]
    numbers = after or list(range(len(clauses)))
    first = clauses[numbers[0]].figure.start
    named = [mark for mark in found if mark.key and mark.level in LISTED and mark.end <= first][-len(numbers) :]
    if len(numbers) < 2 or len(named) != len(numbers) or len({mark.level for mark in named}) > 1:
        return {}
    return {n: _of(mark, "item", "item", province) for n, mark in zip(numbers, named, strict=True)}


def _area(figure: Figure, unit: Unit, found: Sequence[Mark], view: Scene, now: Focus) -> Area:
    headed = _head_area(unit, view, now)
    if headed:
        return headed
    inside = [m for m in found if m.bracket and m.bracket[0] < figure.start < m.bracket[1]]
    if inside:
        return _resolve(_of_item(inside, figure, view.text), "item", now, found)
    ranked = figure.kind is FigureKind.RANK
    usable = [m for m in found if m.bracket is None and not (ranked and m.level in ("nation", "foreign"))]
    usable = _without_enumerations(usable, unit, view.text)
    before = [m for m in usable if m.end <= figure.start]
    chosen = _nearest(before) or _nearest_after(usable, figure, unit)
    if chosen is None:
        return _context(now)
    item = _adjacent(chosen, figure, view.text) and len({m.key for m in usable if m.level == "province"}) > 1
    return _resolve(chosen, "item" if item else "sentence", now, before)


def _of_item(inside: Sequence[Mark], figure: Figure, text: str) -> Mark:
    """The mark of a bracket that the figure belongs to: the last before it in a list of items, else the last."""
    before = [mark for mark in inside if mark.end <= figure.start and _adjacent(mark, figure, text)]
    return before[-1] if before else inside[-1]


def _nearest(before: Sequence[Mark]) -> Mark | None:
    """The last mark before the figure; a province named as the place of a unit or body does not hide that unit."""
    if not before:
        return None
    last = before[-1]
    if last.level == "province" and len(before) > 1:
        unit = before[-2]
        if unit.level not in ("province", "nation", "foreign") and last.key and last.start - unit.end < ADJACENT:
            return unit
    return last


def _without_enumerations(found: Sequence[Mark], unit: Unit, text: str) -> list[Mark]:
    """The marks without provinces that only share a list (Phú Thọ, Vĩnh Phúc và Hòa Bình): none owns a figure."""
    joiners = habits(unit.language).joiners | {""}
    listed = set()
    for one, other in pairwise(m for m in found if m.level == "province" and m.key):
        if text[one.end : other.start].strip(" ,،") in joiners and one.key != other.key:
            listed |= {one, other}
    return [mark for mark in found if mark not in listed]


def _nearest_after(usable: Sequence[Mark], figure: Figure, unit: Unit) -> Mark | None:
    starts = [other.start for other in unit.figures]
    near = [m for m in usable if 0 <= m.start - figure.end < AFTER and m.level in ("nation", "province")]
    if not near or any(0 <= start - near[0].end <= ADJACENT for start in starts):
        return None
    return near[0]


def _adjacent(mark: Mark, figure: Figure, text: str) -> bool:
    gap = text[mark.end : figure.start]
    return mark.key is not None and 0 <= len(gap) <= ADJACENT and not any(sign in gap for sign in ",;،؛")


def _of(mark: Mark, basis: str, level_basis: str, province: str | None) -> Area:
    if mark.level in ("nation", "foreign"):
        return Area(mark.key, None, mark.level, basis, level_basis, rule=mark.rule)
    if mark.level == "province":
        return Area(mark.key, mark.key, "province", basis, level_basis, rule=mark.rule)
    area = f"{province}/{mark.key}" if province and mark.key else province
    return Area(area, province, mark.level, basis, level_basis, rule=mark.rule)


def _resolve(mark: Mark, basis: str, now: Focus, near: Sequence[Mark]) -> Area:
    """The area of a mark; one that names no province takes the one named near it, or the one the text is about."""
    if now.home.level == FOREIGN and not (mark.level == "province" and mark.key):
        return now.home
    if mark.level == SAME_BODY:
        return replace(now.acting, basis="context", level_basis=basis) if now.acting else _context(now)
    if mark.level == "body:ministry":
        return Area(NATION, None, "nation", basis, basis, mark.key, mark.rule)
    if mark.key and mark.level in ("nation", "foreign", "province"):
        return _of(mark, basis, basis, None)
    province, where = _province(mark, basis, now, near)
    if mark.level.startswith("body:"):
        return _body(mark, basis, now, province, where)
    if mark.level == "province":
        return Area(province, province, "province", where if province else None, basis, rule=mark.rule)
    if mark.key is None and now.small and now.small.level == mark.level:
        return replace(now.small, basis="context", level_basis=basis)
    return _of(mark, basis if mark.key else where, basis, province)


def _province(mark: Mark, basis: str, now: Focus, near: Sequence[Mark]) -> tuple[str | None, str]:
    named = [m for m in near if m.level == "province" and m.key]
    if named:
        return min(named, key=lambda m: abs(m.start - mark.start)).key, basis
    if mark.level == "province" and now.home.level == "province":
        return now.home.province, now.home.basis or "context"
    return now.province, now.province_basis


def _body(mark: Mark, basis: str, now: Focus, province: str | None, where: str) -> Area:
    if now.home.area == NATION and where != "sentence":
        return Area(NATION, None, "nation", "context", "context", mark.key, mark.rule)
    return Area(
        province, province, "province" if province else None, where if province else None, basis, mark.key, mark.rule
    )


def _context(now: Focus) -> Area:
    if now.current is None:
        return now.home
    return replace(now.current, basis="context", level_basis="context")


def _head_area(unit: Unit, view: Scene, now: Focus) -> Area | None:
    """The area that the head of a table's row or column names: a province, a unit below it, or a body."""
    for start, end in unit.head_spans:
        head = view.text[start:end].strip()
        terms = [term for term in unit.heads if start <= term.start < end]
        for mark in bodies(terms, unit, view.text):
            return _resolve(Mark(start, end, mark.level, head, mark.rule), "item", now, ())
        for term in terms:
            if term.kind == "place" and term.id in gazetteer().current | gazetteer().former:
                return Area(term.id, term.id, "province", "item", "item", rule=f"place:{term.id}")
            if term.kind == "scope" and term.id == "nation":
                return Area(NATION, None, "nation", "item", "item", rule=term.rule)
            if term.kind == "scope" and term.id == "commune_name" and term.start == start:
                name = slug(view.text[term.end : end])
                return _of(Mark(start, end, "commune", name, term.rule), "item", "item", now.province)
    return None


def _move_on(unit: Unit, found: Sequence[Mark], decided: Sequence[Area], now: Focus) -> None:
    """The last area that the sentence named is what the paragraph speaks of from here on."""
    named = [m for m in found if m.level == "province" and m.key and m.bracket is None]
    if unit.head_spans:
        return
    if named and len({m.key for m in named}) == 1:
        now.province, now.province_basis = named[-1].key, "context"
    first = habits(unit.language).time_side == "before"
    subjects = {m.level for m in found if first and m.start - unit.start < SUBJECT}
    stated = [area for area in decided if area.stated]
    now.acting = next((area for area in decided if area.body), now.acting)
    now.small = next((area for area in stated if area.level in SMALL and "/" in (area.area or "")), now.small)
    if stated:
        now.current = stated[-1] if _carries(stated[-1], subjects) else None
        return
    open_marks = [m for m in found if m.bracket is None and m.level != "foreign"]
    if open_marks and not decided:
        area = _resolve(open_marks[0], "sentence", now, open_marks)
        now.current = area if _carries(area, subjects) else None


def _carries(area: Area, subjects: set[str]) -> bool:
    """Whether the next sentence goes on about the area: a unit below the province only if this one began with it."""
    if area.body:
        return False
    return area.level in ("province", "nation", None) or area.level in subjects
