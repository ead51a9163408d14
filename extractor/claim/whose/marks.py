"""The words of a sentence that can set an area: places, the nation, the province as a whole, units below it, bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit
from extractor.claim.when.datelines import dateline
from extractor.claim.whose.acting import (
    BUREAU,
    INSTITUTION_IDS,
    ends_a_body,
    in_a_name,
    invests,
    of_unit,
)
from extractor.claim.whose.ahead import AHEAD, those_ahead
from extractor.claim.whose.appositions import named_before
from extractor.claim.whose.bare import names_holder, opens_behind_time, points
from extractor.claim.whose.below import centrally_run, provinces_of, row_level, town_level, unit_alone
from extractor.claim.whose.bodies import ANY_KIND, BARE_KIND, SAME, acting_bodies
from extractor.claim.whose.called import full_name, home_by_name
from extractor.claim.whose.capitals import DASH
from extractor.claim.whose.held import held_at, venue
from extractor.claim.whose.latin import sounds_as
from extractor.claim.whose.levels import FOREIGN, HOUSEHOLD, NATION, PART, REGION, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.passing import (
    acted_upon,
    in_passing,
    of_what_kind,
    without_attended,
    without_holders,
    without_neighbours,
    without_partners,
    without_repeats,
)
from extractor.claim.whose.places import merged_from, places
from extractor.claim.whose.plurals import LEVELS, several
from extractor.claim.whose.provinces import (
    COMMUNES,
    COUNTED_WORDS,
    MEANT,
    all_provinces,
    beyond_any,
    counted_provinces,
    counts_all,
    every_province,
    meant_before,
    opens,
)
from extractor.claim.whose.ranked import ranked_in
from extractor.claim.whose.towns import KNOWN, towns, unworded
from extractor.claim.whose.units import BARE, NAMED, province_name, slug, unit_name
from extractor.records import Term

# The province or the unit below it that was spoken of last: `tại đây`.
HERE = "here"
# Its figures are the province's but in a table's rows of bodies.
POLICE = "body:police"
# A body by the bare word of its kind, or by one of any: the one named before.
AGAIN, AGAIN_ANY = f"body:{BARE_KIND}", f"body:{ANY_KIND}"
# An institution, which sits in the unit that was named last: `the centre`.
SEATED = "seated"
INSTITUTIONS = tuple(f":{one}" for one in INSTITUTION_IDS)
COMPANIES = (":company", ":enterprise")
AVERAGE = "average"
# A town that only its own province knows by its bare name.
ITEM = "item"
ACROSS = "nationwide"
OTHERS = "others"
WIDE = {
    "nation": NATION,
    ACROSS: NATION,
    "nation_name": NATION,
    AVERAGE: NATION,
    REGION: REGION,
    OTHERS: REGION,
    PART: REGION,
    FOREIGN: FOREIGN,
    HOUSEHOLD: HOUSEHOLD,
}
VILLAGES = ("village", "village_name")
SOURCE_REACH = 30
# The kinds of words that can set an area, beside the concept of a locality.
MARKING = frozenset({"place", "scope", "body", "town"})
# Words by which provinces are counted, or spoken of together.
PROVINCE_WORDS = frozenset({*COUNTED_WORDS, COMMUNES})


def _in_rows(unit: Unit, view: Scene) -> list[Mark]:
    """The units that are named without their word, all of one level."""
    rows = unworded(unit, view.text)
    level = row_level([key for _, _, key in rows], view.article.published) if rows else ""
    return [Mark(start, end, level, key, f"{ITEM}:{key}") for start, end, key in rows]


def marks(unit: Unit, view: Scene) -> list[Mark]:
    """The words that set an area, in order; none in a sentence about a video link's venue."""
    text = view.text
    inside = _in_rows(unit, view)
    nothing = MARKING.isdisjoint(unit.kinds) and unit.ids.isdisjoint(PROVINCE_WORDS)
    if (nothing and not inside) or venue(unit, text):
        return []
    rows = {one.start for one in inside if one.level == "commune"}
    found = [mark for mark in _named(unit, view) if mark.start not in rows or not mark.rule.startswith(f"{ITEM}:")]
    found += [one for one in inside if not any(one.start < mark.end and mark.start < one.end for mark in found)]
    if not found:
        return []
    if merged := merged_from(unit, unit.of("place"), text):
        found = [mark for mark in found if not merged[0] <= mark.start < merged[1]]
    # Behind the word of who was present stand people's offices: `dự có ông A, Chủ tịch tỉnh B, và 90 đại biểu`.
    if present := unit.of("scope", "present"):
        found = [mark for mark in found if mark.start < present[0].end]
    if unit.of("scope", AHEAD):
        ahead = those_ahead(sorted((m.start, m.end) for m in found if m.key), unit, text)
        found = [replace(mark, aside=True) if (mark.start, mark.end) in ahead else mark for mark in found]
    found = acted_upon(in_passing(found, unit, text), unit, text)
    found = without_partners(without_holders(without_repeats(found, unit, text), text), unit, text)
    found = without_attended(without_neighbours(found, unit, text), unit, text)
    named = min([mark.start for mark in found if mark.key], default=unit.end)
    found = [mark for mark in found if mark.level != HERE or mark.across or mark.start < named]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def _named(unit: Unit, view: Scene) -> list[Mark]:
    """The places and bodies that the words of a sentence name, whatever they do there."""
    text = view.text
    names = unit.of("place")
    written = [*dateline(unit, text), *(_city_names(unit, view) if names else ())]
    held = [term for term in names if held_at(term, unit, text)]
    found = [_place(term) for term in places(unit, text) if term not in (*written, *held)] if names else []
    within = [(mark.start, mark.end) for mark in found]
    for term in unit.of("scope"):
        # The word inside a province's name is none of its own: `ہو چی منہ سٹی کی`.
        if term not in written and not any(start < term.start < end for start, end in within):
            found += _scoped(term, unit, view)
    if not unit.ids.isdisjoint(PROVINCE_WORDS):
        every = [*every_province(unit), *beyond_any(unit), *all_provinces(unit, text)]
        found += [Mark(start, word.end, "nation", NATION, word.rule) for start, word in every]
        found += _counted(unit, text, any(mark.level == "nation" for mark in found))
    small = [mark for mark in found if mark.key and mark.level in SMALL]
    if small:
        found = [mark for mark in found if not any(_in_name(mark, one, unit, text) for one in small)]
    if words := unit.of("body"):
        acting = _acting(bodies(words, unit, text), small, unit, text)
        found += [one for one in acting if not any(m.start < one.start < m.end for m in found)]
    if "town" in unit.kinds:
        taken = (*found, *map(_place, written))
        found += [_town(term, text) for term in towns(unit, text) if not any(_over(term, mark) for mark in taken)]
    return found


def _acting(found: Sequence[Mark], small: Sequence[Mark], unit: Unit, text: str) -> list[Mark]:
    """The bodies but for the police that do nothing of their own, a small unit's own and companies that only invest."""
    acting = [one for one in found if one.level != POLICE or unit.of("concept", "task")]
    if small:
        spans = [(mark.start, mark.end) for mark in small]
        acting = [one for one in acting if not any(of_unit((one.start, one.end), span, unit, text) for span in spans)]
    return [one for one in acting if not (one.rule.endswith(COMPANIES) and invests(one.start, unit, text))]


def _counted(unit: Unit, text: str, national: bool) -> list[Mark]:
    """The provinces that are counted: all of them are the nation, others a set of their own."""
    found = []
    for start, word in counted_provinces(unit):
        if counts_all(start, unit):
            found.append(Mark(start, word.end, "nation", NATION, word.rule))
        elif opens(start, unit, text) or not (national or found):
            rule = f"{word.rule}:{MEANT}" if meant_before(start, unit, text) else word.rule
            found.append(Mark(start, word.end, REGION, REGION, rule))
    return found


def _scoped(term: Term, unit: Unit, view: Scene) -> list[Mark]:
    """What a scope word means: something wide, the place spoken of, or a province or unit below it."""
    if term.id in WIDE:
        return _wide(term, unit, view.text)
    if term.id in (SEATED, HERE):
        return [Mark(term.start, term.end, HERE, None, term.rule, across=term.id == HERE)]
    if term.id in LEVELS:
        level, names = LEVELS[term.id], several(term, unit, view.text)
        return [Mark(start, end, level, slug(name), term.rule) for start, end, name in names]
    if term.id == SAME:
        return [Mark(term.start, term.end, SAME, None, term.rule)] if opens_behind_time(term, unit, view.text) else []
    return _unit(term, unit, view)


def _place(term: Term) -> Mark:
    return Mark(term.start, term.end, "province", term.id, f"place:{term.id}")


def _town(term: Term, text: str) -> Mark:
    key = slug(text[term.start : term.end])
    return Mark(term.start, term.end, "district", key, f"{'place' if term.id == KNOWN else ITEM}:{key}")


def _over(term: Term, mark: Mark) -> bool:
    return mark.start < term.end and term.start < mark.end


def _wide(term: Term, unit: Unit, text: str) -> list[Mark]:
    """The nation, a region, the world, or a family; the nation's name only where it is no part of another name."""
    before = text[max(unit.start, term.start - SOURCE_REACH) : term.start].split()
    name = bool(before) and before[-1][0].isupper() and before[-1][-1].isalnum() and before[0] != before[-1]
    boxed = text[term.start - 1 : term.end + 1] == f"({text[term.start : term.end]})"  # `Công ty Hoa Mai (Việt Nam)`
    if term.id == "nation_name" and (name or boxed or in_a_name(term, unit, text)):
        return []
    region = WIDE[term.id] == REGION
    if region and (of_what_kind(term, unit) or (text[term.start].isupper() and ends_a_body(term, unit))):
        return []
    counted = term.id == HOUSEHOLD and before and before[-1].strip(".,").isdigit()
    if counted or (not region and any(other.end + 1 == term.start for other in unit.of("link", "plural"))):
        return []
    if term.id != HOUSEHOLD and ranked_in(term, unit, text):
        return []
    level = "nation" if WIDE[term.id] == NATION else WIDE[term.id]
    return [Mark(term.start, term.end, level, WIDE[term.id], term.rule, across=term.id == ACROSS)]


def _city_names(unit: Unit, view: Scene) -> list[Term]:
    """The names of provinces that a city of that day has which is not the province: `thành phố Bắc Giang`."""
    inside = []
    for word in unit.of("scope", "city", "city_name"):
        if named := unit_name(word, unit, view.text):
            names = [term for term in unit.of("place") if named[0] <= term.start and term.end <= named[1]]
            inside += [term for term in names if not centrally_run(term.id, view.article.published)]
    return inside


def _in_name(mark: Mark, named: Mark, unit: Unit, text: str) -> bool:
    """Whether a province's name is only part of that of a unit: `ہیو پھنگ کمیون` is not of Huế."""
    if mark.level != "province" or mark.key is None or named.key is None or mark.start < named.start:
        return False
    if named.rule.endswith(tuple(LEVELS)) and mark.end <= named.end:
        return True  # `Hoa Binh and Tan Lap communes`
    words = text[named.start : named.end].split()[: len(named.key.split("-"))]
    inside = mark.end <= named.start + len(" ".join(words))
    return inside and sounds_as(words, named.key, unit.language)


def _unit(term: Term, unit: Unit, view: Scene) -> list[Mark]:
    """A province, commune or the like that a scope word means, with its name where one stands beside it."""
    if term.id in VILLAGES and any(other.end + 1 == term.start for other in unit.of("link", "plural")):
        return []  # `gồm các thôn A, B`: of what lies in it a commune is told together
    named = unit_name(term, unit, view.text) or named_before(term, unit, view.text)
    if named and (names_holder(term, named, unit, view) or _in_a_name(term, named, unit, view)):
        return []
    if named and term.id in ("city", "city_name"):
        inside = [place.id for place in unit.of("place") if place.start < named[1] and named[0] < place.end]
        if centrally_run((inside or [named[2]])[-1], view.article.published):
            return []
    if named:
        start, end, name = named
        level = NAMED[term.id]
        if DASH not in view.text[start:end]:
            name = unit_alone(level, name, view.article.published, start < term.start)
        if not habits(unit.language).towns.isdisjoint(view.text[term.start : term.end].split()):
            level = town_level(name, view.article.published)
        return [Mark(start, end, level, name, term.rule)]
    if term.id == "province" and (key := province_name(term, unit, view.text)):
        return [Mark(term.start, term.end, "province", key, term.rule)]
    if term.id in BARE and points(term, unit, view.text):
        return [Mark(term.start, term.end, BARE[term.id], None, term.rule)]
    return []


def _in_a_name(term: Term, named: tuple[int, int, str], unit: Unit, view: Scene) -> bool:
    """Whether the word for a village before its name is itself a name's: `Buôn Ma Thuột`, `Bản Phiệt`."""
    if term.id not in VILLAGES or habits(unit.language).unit_name == "before" or view.text[term.start].islower():
        return False
    whole = slug(view.text[term.start : named[1]])
    known = (provinces_of(level, whole, view.article.published) for level in ("commune", "district"))
    return term.start > unit.start or any(known)


def bodies(terms: Sequence[Term], unit: Unit, text: str) -> list[Mark]:
    """Departments, ministries and enterprises that act in the sentence."""
    found: list[Mark] = []
    for one in acting_bodies(terms, unit, text):
        # The word of a kind in another's name: `Công ty Điện lực Hoa Mai`.
        named = (mark for mark in found if mark.level.endswith(INSTITUTIONS))
        if not any(mark.start < one.start < mark.end for mark in named):
            found.append(_body(one, unit, text))
    return found


def _body(term: Term, unit: Unit, text: str) -> Mark:
    """A body where its word stands, to the end of its name; an institution by its whole name."""
    start, end = full_name(term, unit, text) if term.id in (BUREAU, *INSTITUTION_IDS) else (term.start, term.end)
    home = home_by_name(text[start:end], start, end, unit)
    return Mark(term.start, end, f"body:{term.id}", text[start:end], term.rule, home=home)
