"""The unit below the province that a text is about: the one its address or opening names and it keeps speaking of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit, is_headline
from extractor.claim.whose import towns
from extractor.claim.whose.addressed import addressed_unit
from extractor.claim.whose.below import districts_in, one_of, provinces_of
from extractor.claim.whose.latin import of_province, sounding
from extractor.claim.whose.levels import NATION, REGION, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import ITEM
from extractor.claim.whose.places import REFORM, gazetteer
from extractor.claim.whose.together import enumerated
from extractor.claim.whose.units import VILLAGE, slug, unnumbered
from extractor.claim.whose.wholes import lying_in

COMMUNE = "commune"
SPOKEN_OF = 3
# So many sentences open a text.
LEADING = 2
# So near behind a district stands its province.
NEXT = range(1, 6)
# So near behind a unit itself stands the name of the province that it lies in: `Xã A (Huế) đổi thay`, `xã A, tỉnh Huế`.
BESIDE = 10
# So many other communes beside the first make a round of them.
ROUND = 2
# What is wider than a unit below the province.
WIDER = ("province", "city", "nation", REGION)
# A name of several words before a colon.
TITLED = re.compile(r"\s*((?:[^\W\d_]+ ){1,3}[^\W\d_]+): ")


def _unworded(view: Scene, bare: Sequence[Mark], home: str | None) -> list[Mark]:
    """The district of the text's province that its address or opening names; it goes on by its word."""
    if home is None or not any(mark.level == "district" for mark in bare):
        return []
    # A town of its province's name is hardly meant where the name stands alone.
    named = [
        t
        for u in view.units[:LEADING]
        for t in towns.alone(u, view.text)
        if not any(t.start == p.start for p in u.of("place"))
    ]
    told = [Mark(town.start, town.end, "district", slug(view.text[town.start : town.end]), town.rule) for town in named]
    day = view.article.published
    written = districts_in(view.units[0].address, home, day)
    return [Mark(0, 0, "district", name, f"district:{name}") for name in written[:1]] + [
        mark for mark in told if mark.key and one_of(home, provinces_of("district", mark.key, day))
    ]


def _titled(view: Scene, home: str | None) -> Mark | None:
    """The unit of the text's province that opens the headline before a colon: `Đầm Hà: Thu ngân sách đạt 90%`."""
    named = TITLED.match(view.text, view.units[0].start, view.units[0].end) if view.units else None
    return _of_home(named[1], view, home) if named else None


def _of_home(name: str, view: Scene, home: str | None) -> Mark | None:
    """The unit of the text's province with the name that opens the headline."""
    head, key, day = view.units[0], slug(name), view.article.published
    start = view.text.find(name, head.start)
    if home is None or any(place.start < start + len(name) for place in head.of("place")):
        return None
    for level in ("district", "commune") if day is None or day < REFORM[: len(day)] else ("commune", "district"):
        if one_of(home, provinces_of(level, key, day)):
            return Mark(start, start + len(name), level, key, f"title:{key}")
    return None


def small_home(view: Scene, seen: Mapping[int, Sequence[Mark]], home: str | None, alone: bool) -> Mark | None:
    """The commune or district that the opening or the page's address names and the article keeps speaking of.

    `alone` says that nothing speaks of the province either: the address is all that tells.
    """
    small = [m for found in seen.values() for m in found if m.level in SMALL and not m.rule.startswith(f"{ITEM}:")]
    every = _one_spelling(small, home)
    address = f"-{'-'.join(view.units[0].address)}-" if view.units else ""
    bare = {mark.level for mark in small if mark.key is None}
    worded = addressed_unit(view.units[0].address, view.article, home, bare) if view.units else None
    written = [Mark(0, 0, worded.level, worded.name, f"address:{worded.name}")] if worded else []
    if titled := _titled(view, home):
        return titled
    if headed := next((mark for one in written if (mark := _instead(one, every, view.units[0].end))), None):
        return headed
    if written and alone and not any(mark.key for mark in every):
        return written[0]
    every = _in_full([*written, *every])
    if not any(mark.key and mark.level == "district" for mark in every):
        every = [*_unworded(view, every, home), *every]
    known = gazetteer()
    # What only shares a list with another is nobody the text is about.
    listed = {m.start for unit in view.units[:LEADING] for m in enumerated(seen[unit.index], unit, view.text)}
    alone_named = [mark for mark in every if mark.key and mark.start not in listed]
    addressed = [m for m in alone_named if f"-{unnumbered(m.key or '')}-" in address]
    addressed = [m for m in addressed if m.key not in known.current | known.former]
    # An address that names several of one kind is about none of them.
    levels = Counter(level for level, _ in {(m.level, m.key) for m in addressed})
    addressed = [m for m in addressed if levels[m.level] == 1]
    opening = [mark for mark in alone_named if mark.end <= view.units[min(LEADING, len(view.units)) - 1].end]
    addressed = [*_in_full([*every, *written])[len(every) :], *addressed]
    # A village comes behind what it lies in.
    leading = sorted(opening, key=lambda mark: mark.level == VILLAGE)[:2]
    spoken = ((mark, 2 if _heads(mark, every, view) else SPOKEN_OF) for mark in leading)
    for first, least in (*((mark, 2) for mark in addressed), *spoken):
        if sum(_speaks_of(first, mark) for mark in every) >= least or (first in addressed and _only(first, every)):
            return None if first not in addressed and _round(first, every) else _inside(first, every)
    only = _only_named(view, every) if alone else None
    only = only or _introduced(opening, every, seen) or _only_district(view, every, seen, home)
    return only or _only_headed(view, every, seen, home)


def placing(small: Mark, view: Scene, found: Mapping[int, Sequence[Mark]], untold: bool) -> list[Mark]:
    """The marks that tell in which province the unit lies that a text is about, where no other is `untold`."""
    near = [mark for one in found.values() for mark in one if untold and mark.level == "district"]
    for unit in view.units[: len(found)]:
        named = [mark for mark in found[unit.index] if mark.level == small.level and mark.key == small.key]
        for name in named or [small]:
            near += [m for m in found[unit.index] if m.level == "province" and 0 < m.start - name.end <= BESIDE]
            near += lying_in(name, found[unit.index], unit, view.text) if name.end else []
    return near


def _instead(written: Mark, every: Sequence[Mark], end: int) -> Mark | None:
    """The one unit of the level that the headline names, where the text never names that of its address: a district's
    site prints what its communes tell."""
    named = [mark for mark in every if mark.key and mark.level == written.level]
    headed = [mark for mark in named if mark.end <= end]
    return headed[0] if len({mark.key for mark in named}) == 1 and headed and headed[0].key != written.key else None


def _heads(first: Mark, every: Sequence[Mark], view: Scene) -> bool:
    """Whether the headline begins with a unit, behind its province at most, and the text names no other of its level:
    `Xã A làm đường`, `Huế: Xã A làm đường`."""
    head, text = view.units[0], view.text
    alone = all(mark.key in (first.key, None) for mark in every if mark.level == first.level)
    if alone and first.start >= head.end and _called(first, head, text):
        return True
    label = text[head.start : first.start].rstrip(" :")
    opens = first.start < head.end and label in ("", *(text[place.start : place.end] for place in head.of("place")))
    return alone and opens and is_headline(head, text)


def _called(first: Mark, head: Unit, text: str) -> bool:
    """Whether a headline names a unit without its word: `Tan Hoa grows tea`, `Tân Hòa trồng chè`."""
    key, words = first.key or "", text[first.start : first.end].split()
    size, title = key.count("-") + 1, text[head.start : head.end]
    names = (" ".join(part).rstrip(",") for part in (words[:size], words[-size:]))
    named = any(slug(name) == key and " " in name and name in title for name in names)
    return named and is_headline(head, text)


def _only_named(view: Scene, every: Sequence[Mark]) -> Mark | None:
    """The commune that is the only unit a text names, where it has the bare word of one before: `… the ward fund …`."""
    named = {mark.key: mark for mark in reversed(every) if mark.key}
    only = next(iter(named.values())) if len(named) == 1 else None
    if only is None or only.level != COMMUNE:
        return None
    words = (word for unit in view.units for word in unit.of("scope", COMMUNE, f"{COMMUNE}_name"))
    return only if any(word.end <= only.start for word in words) else None


def _introduced(opening: Sequence[Mark], every: Sequence[Mark], seen: Mapping[int, Sequence[Mark]]) -> Mark | None:
    """The district that the opening names beside its province, where the text goes on about communes and nothing else
    of the province: `A ضلع، B صوبے میں`."""
    first = next((mark for mark in opening if mark.level == "district"), None)
    if first is None or any(mark.level == "district" and mark.key not in (first.key, None) for mark in every):
        return None
    marks = [mark for found in seen.values() for mark in found]
    beside = [mark for mark in marks if mark.level == "province" and mark.key and mark.start - first.end in NEXT]
    named = {mark.key for mark in marks if mark.level == "province" and mark.key}
    bare = [
        mark
        for mark in marks
        if mark.level == "province" and not mark.key and beside and mark.start > beside[0].end + 1
    ]
    inside = any(mark.level == "commune" and mark.key for mark in every)
    return first if len(beside) == len(named) == 1 and inside and not bare else None


def _only_district(
    view: Scene, every: Sequence[Mark], seen: Mapping[int, Sequence[Mark]], home: str | None
) -> Mark | None:
    """The only district of its province that a text names, where it speaks of the district again, of communes beside it
    and names no province at all."""
    if any(mark.level == "province" for found in seen.values() for mark in found):
        return None
    day = view.article.published
    spoken = [m for m in every if m.level == "district" and m.key not in (None, home) and m.bracket is None]
    inside = [m for m in spoken if one_of(home, provinces_of(m.level, m.key or "", day))]
    communes = any(mark.level == COMMUNE and mark.key for mark in every)
    words = (word for unit in view.units for word in unit.of("scope", "district"))
    again = any(not any(mark.start <= word.start < mark.end for mark in every) for word in words)
    return inside[0] if communes and again and len({mark.key for mark in inside}) == 1 else None


def _only_headed(
    view: Scene, every: Sequence[Mark], seen: Mapping[int, Sequence[Mark]], home: str | None
) -> Mark | None:
    """The one unit that the headline names, where the text names no other of its level and speaks of nothing wider."""
    if not view.units or not is_headline(view.units[0], view.text):
        return None
    head, day = view.units[0], view.article.published
    marks = [mark for found in seen.values() for mark in found]
    if any(mark.level in WIDER and mark.key in (None, NATION, REGION) for mark in marks):
        return None
    headed = [mark for mark in seen[head.index] if mark.key and mark.level in SMALL and not mark.aside]
    if not seen[head.index]:
        opening = _opening_name(head, view.text) if home else None
        bare = _of_home(opening, view, home) if opening else _only_of_its_name(view) if home is None else None
        headed = [bare] if bare else []
    unworded = [mark for mark in headed if mark.rule.startswith((f"{ITEM}:", "place:"))]
    told = all(one_of(home, provinces_of(mark.level, mark.key or "", day)) for mark in unworded)
    if len({mark.key for mark in headed}) != 1 or not told:
        return None
    first = headed[0]
    others = {mark.key for mark in every if mark.level == first.level and mark.key}
    return first if others <= {first.key} else None


def _only_of_its_name(view: Scene) -> Mark | None:
    """The district that the headline names without its word, where one province alone has such and the text speaks of
    a district: `Đưa Đạ Tẻh đạt chuẩn huyện nông thôn mới`."""
    head, day = view.units[0], view.article.published
    if not any(unit.of("scope", "district") for unit in view.units):
        return None
    named = [(town, slug(view.text[town.start : town.end])) for town in towns.alone(head, view.text)]
    known = [(town, key) for town, key in named if len(provinces_of("district", key, day)) == 1]
    return Mark(known[0][0].start, known[0][0].end, "district", known[0][1], f"title:{known[0][1]}") if known else None


def _opening_name(head: Unit, text: str) -> str | None:
    """The name of several words with capitals that opens a headline, and no list of such."""
    words = text[head.start : head.end].split()
    name = list(takewhile(lambda word: word.isalpha() and word[0].isupper(), words))
    listed = words[len(name) : len(name) + 1] and words[len(name)] in habits(head.language).joiners
    return " ".join(name) if len(name) > 1 and not listed else None


def _one_spelling(small: Sequence[Mark], home: str | None) -> list[Mark]:
    """The marks; one name may be written in several ways in other letters."""
    first: dict[str, str] = {}
    every = []
    for mark in small:
        key = of_province(mark.key, home) if mark.key else None
        every.append(replace(mark, key=first.setdefault(sounding(key), key) if key else None))
    return every


def _inside(first: Mark, every: Sequence[Mark]) -> Mark:
    """The one village that the text names and speaks of at least as often as of the unit that it lies in."""
    named = {mark.key: mark for mark in reversed(every) if mark.level == VILLAGE and mark.key}
    spoken = sum(mark.level == VILLAGE for mark in every)
    own = sum(mark.level == first.level and mark.key in (first.key, None) for mark in every)
    alone = len(named) == 1 and first.level != VILLAGE and spoken >= max(SPOKEN_OF, own)
    return next(iter(named.values())) if alone else first


def _in_full(every: Sequence[Mark]) -> list[Mark]:
    """The marks, each with the digit that the text once writes behind its name: `xã Tân Hòa 2`."""
    full = {unnumbered(mark.key): mark.key for mark in reversed(every) if mark.key and mark.key[-1].isdigit()}
    return [replace(mark, key=full[mark.key]) if mark.key in full else mark for mark in every]


def _only(first: Mark, every: Sequence[Mark]) -> bool:
    """Whether the text names the unit itself, and no other but villages of a commune."""
    told = any(mark.end > 0 and mark.key == first.key for mark in every)
    return told and all(mark.key in (first.key, None) or _of_commune(mark, first) for mark in every)


def _of_commune(mark: Mark, first: Mark) -> bool:
    """Whether the one is a village and the other a commune, in which it lies for all that is known."""
    return mark.level == VILLAGE and first.level == "commune"


def _round(first: Mark, every: Sequence[Mark]) -> bool:
    """Whether the text goes on to as many others of its kind: a round of communes is about none of them."""
    others = [mark.key for mark in every if mark.key not in (first.key, None) and mark.level == first.level]
    return len(set(others)) >= ROUND and len(others) >= sum(mark.key == first.key for mark in every)


def _speaks_of(first: Mark, mark: Mark) -> bool:
    """Whether a mark names the unit again, means it by its bare word, or speaks of a village in a commune."""
    return _of_commune(mark, first) or (mark.key in (first.key, None) and mark.level == first.level)
