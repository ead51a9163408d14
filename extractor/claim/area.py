"""Whose figure it is: the item of a list, else the sentence, else what the text is speaking of, else the publisher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.claim.clauses import Clause
from extractor.claim.focus import CITY, Area, Focus, of_mark
from extractor.claim.marks import (
    FOREIGN,
    HOUSEHOLD,
    NATION,
    REGION,
    SAME,
    Mark,
    bodies,
    counted_provinces,
    marks,
    named_after,
    opens,
)
from extractor.claim.places import gazetteer
from extractor.claim.rulebook import habits
from extractor.claim.scene import Scene, Unit
from extractor.claim.units import NAME_WORDS, slug
from extractor.records import Comparator, Figure, FigureKind

ADJACENT = 14
AFTER = 120
# So near behind its figure a word of a unit is what is counted: `hai huyện A và B`.
COUNTED = 2
LIST_SIGNS = (",", ";", "،", "؛")
CLAUSE_SIGNS = (*LIST_SIGNS, ":", "(", ")")
BOUNDS = (Comparator.MORE, Comparator.AT_LEAST, Comparator.LESS, Comparator.AT_MOST)
LISTED = ("province", "commune", "district", "village")
SAME_BODY = "body:same"
WHOLE = ("province", "nation", REGION, FOREIGN, HOUSEHOLD)


def areas(unit: Unit, clauses: Sequence[Clause], view: Scene, now: Focus) -> list[Area]:
    """The area of each of the sentence's figures; moves the focus on."""
    now.enter(unit)
    found = [mark for mark in now.seen.pop(unit.index, None) or marks(unit, view) if now.knows(mark)]
    aligned = _aligned(unit, clauses, found, now.province)
    decided = [aligned.get(n) or _area(clause.figure, unit, found, view, now) for n, clause in enumerate(clauses)]
    now.move(unit, found, decided)
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
    return {n: of_mark(mark, "item", "item", province) for n, mark in zip(numbers, named, strict=True)}


def _area(figure: Figure, unit: Unit, found: Sequence[Mark], view: Scene, now: Focus) -> Area:
    headed = _head_area(unit, view, now)
    if headed:
        return headed
    inside = [m for m in found if m.bracket and m.bracket[0] < figure.start < m.bracket[1]]
    if inside:
        return _resolve(_of_item(inside, figure, view.text), "item", now, found)
    if _counts_provinces(figure, unit):
        return Area(NATION, None, "nation", "context", "context")
    if _bounds_a_set(figure, unit, view.text):
        return Area(None, None, REGION, "sentence", "sentence")
    if _split_up(figure, found, unit):
        return now.home if now.home.level == "province" else Area(NATION, None, "nation", "context", "context")
    usable = [m for m in found if m.bracket is None and not _set_of_rank(m, figure, unit, view.text)]
    listed = _enumerated(usable, unit, view.text)
    if _of_several(usable, listed, figure, unit, view.text):
        return Area(None, None, REGION, "sentence", "sentence")
    usable = _without_wholes([m for m in usable if m not in listed], figure, unit, view.text)
    before = [m for m in usable if m.end <= figure.start]
    chosen = _nearest(before, unit, view.text) or _nearest_after(usable, figure, unit, view.text)
    if chosen is None and any(start >= figure.end for start, _ in counted_provinces(unit)):
        return Area(NATION, None, "nation", "context", "context")
    if chosen is None:
        return _context(now)
    if chosen.level in ("province", REGION) and _unnamed_item(chosen, figure, unit, view.text):
        return Area(None, None, "province", None, "item")
    item = _adjacent(chosen, figure, view.text) and len({m.key for m in usable if m.level == "province" and m.key}) > 1
    return _resolve(chosen, "item" if item else "sentence", now, before or usable)


def _of_item(inside: Sequence[Mark], figure: Figure, text: str) -> Mark:
    """The mark of a bracket that the figure belongs to: the last before it in a list of items, else the last."""
    before = [mark for mark in inside if mark.end <= figure.start and _adjacent(mark, figure, text)]
    return before[-1] if before else inside[-1]


def _split_up(figure: Figure, found: Sequence[Mark], unit: Unit) -> bool:
    """Whether the next bracket splits the figure up by provinces: `5 người bị thương (Huế 1, Nghệ An 4)`."""
    opened = min((m.bracket[0] for m in found if m.bracket and m.bracket[0] >= figure.end), default=None)
    if opened is None or any(figure.end <= other.start < opened for other in unit.figures):
        return False
    return len({m.key for m in found if m.bracket and m.bracket[0] == opened and m.level == "province"} - {None}) > 1


def _nearest(before: Sequence[Mark], unit: Unit, text: str) -> Mark | None:
    """The last mark before the figure; a province named as the place of a unit or body does not hide that unit."""
    if not before:
        return None
    last = before[-1]
    if last.level == "province" and len(before) > 1:
        owner = before[-2]
        body = owner.level.startswith("body:") and named_after(owner.end, last.start, unit, text)
        beside = last.start - owner.end < ADJACENT and (last.key or "," not in text[owner.end : last.start])
        apposed = text[owner.end : owner.end + 1] == "," == text[last.end : last.end + 1]
        if owner.level not in WHOLE and owner.key and (body or beside or apposed):
            return owner
    return last


def _set_of_rank(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the nation, a region or the world is what a rank is in; the nation that is ranked opens its clause."""
    if figure.kind is not FigureKind.RANK or mark.level not in ("nation", REGION, FOREIGN):
        return False
    return not (mark.end <= figure.start and opens(mark.start, unit, text))


def _enumerated(found: Sequence[Mark], unit: Unit, text: str) -> set[Mark]:
    """The provinces that only share a list (Phú Thọ, Vĩnh Phúc và Hòa Bình): none owns a figure alone."""
    using = habits(unit.language)
    between = using.joiners | {"", *using.ranges}
    listed = set()
    for one, other in pairwise(m for m in found if m.level == "province" and m.key):
        if text[one.end : other.start].strip(" ,،") in between and one.key != other.key:
            listed |= {one, other}
    return listed


def _of_several(usable: Sequence[Mark], listed: set[Mark], figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is of provinces together: nothing but the list stands before it, or is what follows it."""
    before = [mark for mark in usable if mark.end <= figure.start]
    behind = [mark for mark in usable if mark.start >= figure.end]
    if before or not behind:
        return bool(before) and all(mark in listed for mark in before)
    gap = text[figure.end : behind[0].start]
    parted = any(sign in gap for sign in LIST_SIGNS) or len(gap) > AFTER
    counted = any(figure.end <= other.start < behind[0].start for other in unit.figures)
    return behind[0] in listed and not parted and not counted


def _counts_provinces(figure: Figure, unit: Unit) -> bool:
    """`10 tỉnh, thành phố`, `6 of 34 provinces`: how many provinces there are of a kind is the nation's figure."""
    if figure.kind is not FigureKind.COUNT:
        return False
    wholes = [one for one in unit.figures if one.value == figure.denominator and one.start > figure.end]
    words = [*unit.of("scope", "localities"), *(word for _, word in counted_provinces(unit))]
    return any(0 < term.start - one.end <= 2 for term in words for one in (figure, *wholes))


def _bounds_a_set(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure only says which places are counted: `six localities grew by more than 10%`."""
    if figure.kind is FigureKind.COUNT or figure.comparator not in BOUNDS:
        return False
    words = unit.of("concept", "locality") + unit.of("scope", "localities", "province_name")
    counts = [one for one in unit.figures if one.kind is FigureKind.COUNT and one.end < figure.start]
    return any(
        0 < word.start - one.end <= 2 and not any(sign in text[word.end : figure.start] for sign in CLAUSE_SIGNS)
        for one in counts[-1:]
        for word in words
    )


def _unnamed_item(chosen: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is the next item of a list, of a place that no table knows: `A (9%), X (8%)`."""
    before = [one for one in unit.figures if chosen.end <= one.start and one.end <= figure.start]
    if len(before) != 1 or not _adjacent(chosen, before[0], text):
        return False
    words = text[before[0].end : figure.start].lstrip(")%").rstrip(" (")
    name = words[1:].split()
    capital = all(word[0].isupper() or not word.isascii() for word in name) if name else False
    known = any(before[0].end <= term.start < figure.start for term in unit.terms)
    return words[:1] in LIST_SIGNS and 0 < len(name) <= NAME_WORDS and capital and not known


def _without_wholes(found: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> list[Mark]:
    """The marks without a nation that a share was taken of (`Huế …, chiếm 16% cả nước, giảm 8%`), and without one or
    a region that only says where a province stands: `Huế ghi dấu trên bản đồ du lịch cả nước với 9 lễ hội`."""
    kept: list[Mark] = []
    for mark in found:
        shares = [one for one in unit.figures if one.kind is FigureKind.PERCENT and one.end <= mark.start]
        whole = mark.level == "nation" and kept and shares and shares[-1].end < figure.start
        if _where_it_stands(mark, kept, figure, unit, text):
            continue
        if not whole or any(sign in text[shares[-1].end : mark.start] for sign in ",;،؛"):
            kept.append(mark)
    return kept


def _where_it_stands(mark: Mark, kept: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a nation or region goes on a clause about a province, and no figure stands right behind it."""
    if mark.level not in ("nation", REGION) or not kept or kept[-1].level != "province":
        return False
    if not kept[-1].end <= mark.start < figure.start or _adjacent(mark, figure, text):
        return False
    inside = any(kept[-1].end <= other.start < mark.start for other in unit.figures)
    return not inside and not any(sign in text[kept[-1].end : mark.start] for sign in CLAUSE_SIGNS)


def _nearest_after(usable: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> Mark | None:
    starts = [other.start for other in unit.figures]
    near = [m for m in usable if COUNTED < m.start - figure.end < AFTER and m.level in ("nation", *LISTED)]
    if not near or any(0 <= start - near[0].end <= ADJACENT for start in starts):
        return None
    if near[0].level not in ("nation", "province") and any(sign in text[figure.end : near[0].start] for sign in ";؛:"):
        return None
    return None if _new_clause(text[figure.end : near[0].start], unit) else near[0]


def _new_clause(gap: str, unit: Unit) -> bool:
    """Whether a comma and a joiner stand in the gap: `9 bridges fell, while Huế lost none`."""
    using = habits(unit.language)
    words = (part.split() for part in gap.split(",")[1:])
    return any(part and part[0].lower() in using.joiners for part in words)


def _adjacent(mark: Mark, figure: Figure, text: str) -> bool:
    gap = text[mark.end : figure.start]
    return mark.key is not None and 0 <= len(gap) <= ADJACENT and not any(sign in gap for sign in ",;،؛")


def _resolve(mark: Mark, basis: str, now: Focus, near: Sequence[Mark]) -> Area:
    """The area of a mark; one that names no province takes the one named near it, or the one the text is about."""
    if now.home.level == FOREIGN and not (mark.level == "province" and mark.key):
        return now.home
    if mark.level in (SAME, SAME_BODY):
        before = now.acting if mark.level == SAME_BODY else now.current or now.last
        return replace(before, basis="context", level_basis=basis) if before else _context(now)
    if mark.level == "body:ministry":
        return Area(NATION, None, "nation", basis, basis, mark.key, mark.rule)
    if mark.key and mark.level in WHOLE:
        return of_mark(mark, basis, basis, None)
    province, where = now.lying_in(mark, near, basis)
    if mark.level.startswith("body:"):
        return _body(mark, basis, now, province, where)
    if mark.level == CITY and (inside := now.city(province)):
        return replace(inside, basis="context", level_basis=basis)
    if mark.level in ("province", CITY):
        return Area(province, province, "province", where if province else None, basis, rule=mark.rule)
    return _small(mark, basis, (province, where), now, near)


def _small(mark: Mark, basis: str, within: tuple[str | None, str], now: Focus, near: Sequence[Mark]) -> Area:
    """The area of a unit below the province; a bare word means the one named before."""
    province, where = within
    named = [m for m in near if m.level == mark.level and m.key and m.start < mark.start]
    if mark.key or not (named or mark.level in now.units):
        return of_mark(mark, basis if mark.key else where, basis, province)
    if named:
        return of_mark(named[-1], basis, basis, province)
    return replace(now.units[mark.level], basis="context", level_basis=basis)


def _body(mark: Mark, basis: str, now: Focus, province: str | None, where: str) -> Area:
    if now.home.area == NATION and where != "sentence":
        return Area(NATION, None, "nation", "context", "context", mark.key, mark.rule)
    return Area(
        province, province, "province" if province else None, where if province else None, basis, mark.key, mark.rule
    )


def _context(now: Focus) -> Area:
    """What the paragraph speaks of; what the publisher alone named stays the publisher's."""
    if now.current is None:
        return now.home
    basis = "publisher" if now.current.basis == "publisher" else "context"
    return replace(now.current, basis=basis, level_basis="context")


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
                return of_mark(Mark(start, end, "commune", name, term.rule), "item", "item", now.province)
    return None
