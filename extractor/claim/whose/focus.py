"""What a text speaks of as it goes on: its home, the province last named, the unit and the body last spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from extractor.claim.scene import Unit
from extractor.claim.whose.again import Named
from extractor.claim.whose.below import centrally_run, districts_provinces, one_of, provinces_of
from extractor.claim.whose.bodies import SAME, of_kind
from extractor.claim.whose.bodyhome import named_body
from extractor.claim.whose.called import same_name
from extractor.claim.whose.latin import has_unit, of_province
from extractor.claim.whose.levels import FOREIGN, NATION, REGION, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import AGAIN, AGAIN_ANY, COMPANIES, HERE, ITEM
from extractor.claim.whose.owner import Area, is_part, of_mark
from extractor.claim.whose.paragraphs import CITY, opens_with_result, points_back, says_nothing
from extractor.claim.whose.provinces import counts, meant_before
from extractor.claim.whose.subject import OPENS, carries, is_subject, of_nation, turns_back
from extractor.claim.whose.together import UNITS, told_in_parts
from extractor.claim.whose.units import PAIR

# Words of a unit below the province; without a name, and where they mean no unit spoken of, they speak of many.
MANY = ("commune", "commune_name", "district", "localities", UNITS)
# So many sentences at most before a pronoun acted the body that it means.
ACTED = 2


@dataclass(slots=True)
class Focus:
    """The article's home, the province last named, what the paragraph speaks of, and the last units by their level."""

    home: Area
    province: str | None
    province_basis: str
    day: str | None = None
    block: int = -1
    opening: int = -1
    current: Area | None = None
    last: Area | None = None
    seen: dict[int, list[Mark]] = field(default_factory=dict)
    units: dict[str, Area] = field(default_factory=dict)
    acting: Area | None = None
    acting_block: int = -1
    # The company that was told of last, where no other place was since.
    company: Area | None = None
    acting_index: int = -ACTED - 1
    # Whether the paragraph has spoken of the nation.
    nation: bool = False
    here: Area | None = None
    here_block: int = -1
    provinces: bool = False
    # The publisher's province, and that as a text about the nation that has turned to it.
    publisher: str | None = None
    turned: Area | None = None
    named: Named = field(default_factory=Named)
    # In which province a unit lies, as the sentence told that named it first.
    lies: dict[tuple[str, str], str] = field(default_factory=dict)
    # What the last sentence told of, and what one that opens with `of which` goes on about.
    told: Area | None = None
    whole: Area | None = None
    # The paragraphs that only name a province, which is what those below them are about; and the last of those.
    heads: Mapping[int, Mark] = field(default_factory=dict)
    section: Area | None = None

    @property
    def own_paper(self) -> bool:
        """Whether the article's province is its publisher's, so that a bare `the province` always means it."""
        return self.publisher is not None and self.home.province == self.publisher

    def enter(self, unit: Unit, units: Sequence[Unit]) -> None:
        """A new paragraph goes back to the article's own area; in a text without one, or with `of which`, on."""
        goes_on = unit.goes_on and not (unit.block != self.block and turns_back(unit, self.told))
        self.whole = self.told if goes_on else self._meant(unit)
        if unit.block != self.block:
            next_one = unit.block == self.block + 1
            self.block, self.opening = unit.block, unit.index
            next_one, self.nation = next_one and not self.nation, False
            self.last = self.current or self.last
            results = next_one and opens_with_result(unit)
            if self.current is not None and self.current.level in SMALL and not results:
                self.current = None
            goes_on = unit.goes_on or results or self._goes_on(unit, units, next_one)
            if unit.block in self.heads:
                self.section = self._under(self.heads[unit.block])
            if self.home.level is not None and not goes_on:
                self.current = self.section or self._at_home(unit, units)

    def _meant(self, unit: Unit) -> Area | None:
        """What a pronoun that opens a sentence means, or one in it the body told of before: `It lent 9`, `The rise came
        as its sales doubled`; the body that acted last where the sentence before names nobody."""
        words = unit.of("link", "pronoun")
        opens = bool(words) and words[0].start == unit.start
        if not words or not (opens or (self.told is not None and self.told.body)):
            return None
        near = self.acting is not None and unit.index - self.acting_index <= ACTED
        return self.acting if near and (self.told is None or not (self.told.body or self.told.named)) else self.told

    def _under(self, head: Mark) -> Area:
        """The area of a section by the place that its line names."""
        return of_mark(head, "context", "context", self.lying_in(head, (head,), "context")[0])

    def _at_home(self, unit: Unit, units: Sequence[Unit]) -> Area | None:
        """The publisher's province, to which a text about the nation has turned, until it speaks of the nation."""
        inside = takewhile(lambda one: one.block == unit.block, units[unit.index :]) if self.turned else ()
        if any(of_nation(one, self.seen.get(one.index, ())) for one in inside):
            self.turned = None
        return self.turned

    def leave(self, unit: Unit, found: Sequence[Mark]) -> None:
        """A sentence about several units (`30 xã`, `các phường`) leaves the one that the paragraph opened with."""
        if self.current is not None and self.current.level in SMALL:
            words = [*unit.of("scope", *MANY), *unit.of("concept", PAIR)]
            many = any(not any(mark.start <= word.start < mark.end for mark in found) for word in words)
            parted = told_in_parts(found, unit, self.current.level)
            if many or parted:
                self.current = self.units.get("district") if parted and self.current.level == "commune" else None

    def _goes_on(self, unit: Unit, units: Sequence[Unit], next_one: bool) -> bool:
        """Whether a paragraph goes on about the province of the one before it, by a bare `the province` or, right
        behind it and in a round of provinces, by naming nothing at all."""
        if self.current is None or self.current.level != "province" or self.home.level not in ("nation", "province"):
            return False
        nation = self.home.level == "nation"
        points = (nation or not self.own_paper) and points_back(unit, units, self.seen)
        return points or (next_one and nation and says_nothing(unit, units, self.seen))

    def home_province(self) -> tuple[str | None, str]:
        """The province that units and bodies without one lie in, and what named it."""
        if self.home.level in ("province", *SMALL) and self.home.province:
            return self.home.province, self.home.basis or "context"
        return self.province, self.province_basis

    def knows(self, mark: Mark, near: Sequence[Mark]) -> bool:
        """Whether a bare name may be meant: known alone, or of a town of the text's or the sentence's own province."""
        if mark.level in (AGAIN, AGAIN_ANY):
            return self._acted(mark)
        if mark.level == REGION and mark.key is None:
            return self.home.level == REGION
        if not mark.rule.startswith(f"{ITEM}:"):
            return True
        named = [other.key for other in near if other.level == "province" and other.start < mark.start]
        provinces = [one for one in (self.home_province()[0], *named) if one]
        keys = ((one, of_province(mark.key or "", one)) for one in provinces)
        return any(one_of(one, provinces_of(mark.level, key, self.day)) for one, key in keys)

    def _acted(self, mark: Mark) -> bool:
        """Whether the body that a bare word means was named: one of its kind, or any in this or the last paragraph."""
        if self.acting is None or self.acting.body is None:
            return False
        if mark.level == AGAIN_ANY:
            return self.block - self.acting_block <= 1
        kind, near = mark.key or "", self.block - self.acting_block <= 1
        # A kind in other letters than the name may be that of any body named just before.
        return of_kind(self.acting.body, kind) or (near and self.acting.body.isascii() and not kind.isascii())

    def lying_in(self, mark: Mark, near: Sequence[Mark], basis: str) -> tuple[str | None, str]:
        """The province of a unit or body: one named near it or the text's own that has a unit of the name comes first.

        The only province that has a district of the name comes before another that the sentence names.
        """
        told = provinces_of(mark.level, mark.key, self.day) if mark.key else frozenset()
        named = sorted((m for m in near if m.level == "province" and m.key), key=lambda m: abs(m.start - mark.start))
        keys, home = [m.key for m in named if m.key], self.home_province()
        beside = (
            districts_provinces([m.key for m in near if m is not mark and m.level == "district"], self.day)
            if mark.level in SMALL
            else []
        )
        # The text's own province is also the one that it is part of today.
        keys += [home[0] if home[0] and one_of(home[0], frozenset({key})) else key for key in beside]
        spoken = self.current.province if self.current is not None and self.current.level == "province" else None
        # A bare `tỉnh` means no city that is a province itself: `Hà Nội giúp 9 tỷ đồng. Tỉnh nhận 90 tỷ đồng.`
        bare = mark.rule.endswith(":province_name") and home[0] is not None
        city = bare and spoken is not None and centrally_run(spoken, self.day)
        if mark.level in ("province", CITY) and spoken not in (None, home[0]) and not city:
            home = spoken, "context"
        for key in keys:
            if one_of(key, told):
                # A unit of the text's own province is of it, where a province that went into that one is named too.
                return home if key not in told and home[0] in told else (key, basis)
        # A name in other letters is of the text's own province where that has such a unit and the other none.
        spelled = mark.level in SMALL and mark.key is not None and not mark.key.isascii()
        if keys and spelled and home[0] and not has_unit(keys[0], mark.key) and has_unit(home[0], mark.key):
            return home
        if keys and (mark.level != "district" or not told):
            return keys[0], basis
        if (mark.level, mark.key or "") in self.lies:
            return self.lies[mark.level, mark.key or ""], "context"
        if mark.level == "commune" and home[0]:
            # The province named last where it has a commune of the name, and the text's own has none.
            last = one_of(self.province, told) and not one_of(home[0], told)
            return (self.province, self.province_basis) if last else home
        if len(told) == 1 and not one_of(home[0], told):
            return next(iter(told)), basis
        if mark.level == "district" and len(told) > 1 and not keys and not one_of(home[0], told):
            return None, basis
        return home if one_of(home[0], told) or not keys else (keys[0], basis)

    @property
    def same(self) -> Area | None:
        """What `the locality` means: a unit that the paragraph has named, else what it or the one before speaks of."""
        small = self.here if self.here_block == self.block and self.here and self.here.level in SMALL else None
        return small or self.current or self.last

    def city(self, province: str | None) -> Area | None:
        """The city below a province that a bare `the city` means, where the province is no city of its own."""
        inside = self.units.get("district")
        return inside if province is None or not centrally_run(province, self.day) else None

    def move(self, unit: Unit, found: Sequence[Mark], decided: Sequence[Area], text: str) -> None:
        """What a sentence named is what the paragraph speaks of from here on."""
        if unit.head_spans:
            return
        if not found and not decided:
            self.told = None
            return
        outside = [mark for mark in found if mark.bracket is None and not mark.aside]
        opens = bool(outside) and outside[0].level == "province" and outside[0].start - unit.start <= OPENS
        self.nation = not opens and (self.nation or any(mark.level == "nation" for mark in outside))
        self._learn(unit, outside, found, decided)
        alike = len({(area.area, area.body) for area in decided}) == 1
        # How many provinces there are is the nation's in any text.
        counted = alike and decided[-1].area == NATION and not (decided[-1].stated or self.home.area == NATION)
        self.told = decided[-1] if alike and not counted else None
        # What another place is only compared with is not gone on about: `The rate of neighbouring Huế was 9%.`
        compared = {mark.key for mark in found if mark.aside} - {mark.key for mark in outside}
        spoken = [area for area in decided if area.stated and (not compared or area.area not in compared)]
        if not spoken and self.told is not None and self.told.level == self.home.level == "nation":
            self.current = None
        if not decided or counted:
            spoken = self._opening(outside)
        elif not spoken:
            # `The 5 northern provinces` are those that the text met before, and goes on about.
            those = [mark for mark in outside if mark.level == REGION and meant_before(mark.start, unit, text)]
            spoken = [of_mark(mark, "sentence", "sentence", None) for mark in those]
        if spoken:
            if spoken[-1].level in ("province", *SMALL):
                self.here, self.here_block = spoken[-1], unit.block
            named = {one.province for one in decided if one.level == "province" and not one.body and one.named}
            several = len(named) > 1
            # A body in the unit that opens a paragraph leaves the paragraph about the unit, but for the text's own.
            other = spoken[-1].level in SMALL and spoken[-1].body not in (None, self.home.body)
            there = replace(spoken[-1], body=None) if other else spoken[-1]
            seated = there is not spoken[-1] and there.basis == "context"
            opens = unit.index == self.opening and (seated or is_subject(there, outside, unit, text))
            # `Toàn xã có 9 thôn`: the unit that the paragraph opened with is still the one.
            again = self.current is not None and not spoken[-1].body and spoken[-1].area == self.current.area
            goes_on = (opens or again or carries(spoken[-1])) and not several and not is_part(spoken[-1], self.home)
            apart = any(word.start - unit.start <= 1 for word in unit.of("link", "apart"))
            # One of several is told of in passing, but for what opens a paragraph.
            if unit.index == self.opening or not apart:
                self.current = (there if opens else spoken[-1]) if goes_on else None
            if unit.index == self.opening and self.current is not None and decided and self.home.level == "nation":
                own = self.current.level == "province" and self.current.area == self.publisher
                self.turned = self.current.by("context", "context") if own else None

    def _learn(self, unit: Unit, outside: Sequence[Mark], found: Sequence[Mark], decided: Sequence[Area]) -> None:
        """Keeps the province, the units and the body that a sentence named."""
        named = {mark.key for mark in outside if mark.level == "province" and mark.key}
        if len(named) == 1:
            self.province, self.province_basis = next(iter(named)), "context"
        for mark in outside:
            if mark.level in SMALL and mark.key:
                province, basis = self.lying_in(mark, found, "sentence")
                self.units[mark.level] = of_mark(mark, basis, "sentence", province)
                if province and basis == "sentence":
                    self.lies.setdefault((mark.level, mark.key), province)
        companies = [area for area in decided if area.body and area.rule.endswith(COMPANIES)]
        if companies or any(area.stated for area in decided):
            self.company = companies[-1] if companies else None
        if acting := next((area for area in decided if area.body), None) or self._named_body(unit, outside, found):
            self.acting, self.acting_block, self.acting_index = acting, unit.block, unit.index

    def _named_body(self, unit: Unit, outside: Sequence[Mark], found: Sequence[Mark]) -> Area | None:
        """The institution or company that a sentence names, whose figures the next ones may tell."""
        mark = named_body(outside, unit)
        if mark is None or (self.home.body and same_name(mark.key or "", self.home.body)):
            return self.home if mark else None
        if mark.level == "body:ministry":
            return Area(NATION, None, "nation", "context", "sentence", mark.key, mark.rule)
        small = next((one for one in outside if one.start == mark.end + 1 and one.level in SMALL and one.key), None)
        province, basis = self.lying_in(small or mark, found, "sentence")
        if small is not None:
            return replace(of_mark(small, basis, "sentence", province), body=mark.key, rule=mark.rule)
        if province is None and NATION in (mark.home, self.home.area):
            return Area(NATION, None, "nation", "context", "sentence", mark.key, mark.rule)
        level = "province" if province else None
        return Area(province, province, level, basis if province else None, "sentence", mark.key, mark.rule)

    def _opening(self, outside: Sequence[Mark]) -> list[Area]:
        """The area that a sentence without figures speaks of, by its first mark."""
        first = next((mark for mark in outside if mark.level != FOREIGN and not counts(mark.rule)), None)
        named = {mark.key for mark in outside if mark.level == "province" and mark.key}
        if first is None or first.level.startswith("body:") or len(named) > 1:
            return []
        goes_on = first.key is None and first.level in SMALL and self.current and self.current.level in SMALL
        if first.level in (HERE, SAME) or goes_on:
            return []
        if first.key is None:
            return [self.units[first.level]] if first.level in self.units else [self.home]
        return [of_mark(first, "sentence", "sentence", self.lying_in(first, outside, "sentence")[0])]
