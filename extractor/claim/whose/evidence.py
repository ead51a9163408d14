"""What the first sentences of an article tell of whom it is about: which provinces, a region, the nation, how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.levels import REGION, REGION_NAME
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.places import REFORM, STATE_HOST, gazetteer, host_of
from extractor.claim.whose.units import slug
from extractor.records import Article

ROUNDUP = 3
NAMED_AT_LEAST = 2
# So often a text about a region speaks of it.
REGION_AT_LEAST = 3
# One region may have two names: `Đồng bằng sông Cửu Long (ĐBSCL)`.
REGION_NAMES = 2


def of_state(article: Article) -> bool:
    """Whether a page is of a host of the state."""
    return host_of(article.url).endswith(STATE_HOST)


@dataclass(slots=True)
class Evidence:
    """What speaks for a province, the publisher's or one that is named, and what for the nation.

    `own` counts the words for the province itself, `local` is told by any word of a place that is not named.
    """

    publisher: str | None
    counted: dict[str, int] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    spoken: set[str] = field(default_factory=set)
    own: int = 0
    local: bool = False
    national: int = 0
    region: int = 0
    region_times: int = 0
    regions: set[str] = field(default_factory=set)
    whole_nation: int = 0
    topic: bool = False
    localities: bool = False
    agency: bool = False
    state: bool = False
    linked: bool = False
    opening: bool = False
    addressed: str | None = None
    headed: bool = False
    title: frozenset[str] = frozenset()
    former: bool = False
    # Whether a place is named that something is only compared with.
    compared: bool = False
    # The page is of a host of the state that bears no province's name.
    central: bool = False

    def count(self, key: str, weight: int, spoken: bool) -> None:
        """A province is named; one that only brackets and comparisons name is not what the text is about."""
        self.counted[key] = self.counted.get(key, 0) + weight
        self.times[key] = self.times.get(key, 0) + 1
        if spoken:
            self.spoken.add(key)

    def join_merged(self, day: str | None) -> None:
        """Former provinces that a page of today names beside the one they went into are parts of it, not others.

        Where no day is known, a word that calls provinces former (`old`) says that the page is of today.
        """
        into = gazetteer().into
        parts = [key for key in self.counted if into.get(key, key) != key and into[key] in self.counted]
        today = self.former if day is None else day >= REFORM
        for key in parts if today and self.publisher is None else ():
            self.counted[into[key]] += self.counted.pop(key)
            self.times[into[key]] += self.times.pop(key)
            self.spoken.discard(key)

    @property
    def named(self) -> str | None:
        """The province that is named most."""
        spoken = [key for key in self.counted if key in self.spoken or self._alone]
        return max(spoken, key=lambda key: (self.counted[key], key == self.publisher), default=None)

    @property
    def clear(self) -> bool:
        """Whether one province is named more than all others together, and more than in passing.

        So is one that the opening names and the text goes on to name, beside a list that names others once.
        """
        named = self.named
        # A text that counts localities, and never says `the province`, is about them all, also where one heads it.
        among = self.localities and not self.own
        if named in self.title and self._listed_beside(named) and not among:
            return True
        if named is None or (self.roundup and named != self.publisher and self.times[named] < NAMED_AT_LEAST):
            return False
        if self._alone:
            return True
        double, whole, published = 2 * self.counted[named], sum(self.counted.values()), named == self.publisher
        often = self.counted[named] + (0 if self.publisher else self.own) >= NAMED_AT_LEAST
        return (double > whole or (published and double == whole)) and (published or often)

    @property
    def _alone(self) -> bool:
        """Whether one province is named, if only in passing or a bracket, and nothing else tells whose the text is."""
        other = self.publisher or self.addressed or self.wide or self.topic or self.localities or self.region
        return len(self.counted) == 1 and not (other or self.compared)

    def _listed_beside(self, named: str | None) -> bool:
        """Whether every other province is named once only, where this one is named again and again."""
        most = max((often for key, often in self.times.items() if key != named), default=0)
        return most <= 1 and named is not None and self.times[named] > NAMED_AT_LEAST

    @property
    def lead(self) -> int:
        """How often the province is named; among several, and not the publisher's, how much more than all others."""
        named = self.named
        weight = self.counted[named] if named else 0
        if named == self.publisher or len(self.counted) < ROUNDUP:
            return weight
        return max(0, 2 * weight - sum(self.counted.values()))

    @property
    def roundup(self) -> bool:
        """Whether several provinces are named, as in a round of them."""
        return len(self.counted) >= ROUNDUP

    @property
    def regional(self) -> bool:
        """Whether one region is spoken of more than the nation, any province, and the publisher's own."""
        others = (self.whole_nation, self.own, *self.counted.values())
        if self.opening:
            return False
        often = self.region >= REGION_AT_LEAST and self.region_times >= NAMED_AT_LEAST
        return len(self.regions) <= REGION_NAMES and often and self.region > max(others)

    @property
    def unnamed(self) -> bool:
        """Whether localities are counted and nobody at all is named: those that the nation has."""
        return self.localities and not (self.own or self.local or self.publisher or self.counted or self.addressed)

    @property
    def wide(self) -> bool:
        """Whether anything speaks for the nation."""
        return self.state or self.national > 0 or (self.central and not (self.local or self.counted))

    @property
    def published(self) -> bool:
        """Whether the publisher's province may be meant: by a word of its own, or where nothing speaks for another."""
        counted = self.publisher in self.counted
        if self.roundup and not counted:
            return False
        return bool(self.own) or not (self.roundup or (self.wide and not self.local and not counted))


def count_regions(seen: Evidence, here: Sequence[Mark], weight: int, unit: Unit, text: str) -> None:
    """How often a sentence speaks of a region and, not to compare with it, of the nation."""
    plain = [mark for mark in here if not (mark.bracket or mark.aside)]
    using = habits(unit.language)
    spoken = [text[mark.start : mark.end] for mark in plain if mark.rule.endswith((f":{REGION}", f":{REGION_NAME}"))]
    if spoken:
        seen.region += weight * len(spoken)
        seen.region_times += len(spoken)
        # Where a name stands before its unit (the northern midlands), small letters name a region too.
        small = using.unit_name == "before"
        names = (name for name in spoken if any(sign.isupper() for sign in name[1:]) or small)
        seen.regions |= {slug(name) for name in names if name.lower().split()[0] not in using.pointers}
    seen.whole_nation += weight * sum(mark.level == "nation" for mark in plain)
