"""Units below the province that are named again without their word: `Tan Hoa commune … Tan Hoa has 9 mills`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.acting import NAME_REACH
from extractor.claim.whose.latin import one_name, sound
from extractor.claim.whose.levels import SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import INSTITUTIONS
from extractor.claim.whose.passing import BESIDE, in_passing
from extractor.claim.whose.units import WRITTEN, slug, unnumbered

# A name of one word may be anything; more names than this no text goes on about.
WORDS = 2
MOST = 12
# So many sounds at least tell a name from other words.
SOUNDS = 4
# The rest of a body's name and its letters in a bracket, behind what they are or before where they are traded.
SHORT = re.compile(r"[^,;:.()\d]*\((?:[^():]{0,20}: ?)?([^\W\d_a-z][^\W_a-z]{2,9})(?: ?[-–,] ?[^()]{1,12})?\)")


@dataclass(slots=True)
class Named:
    """The names that a text has given with their word, and what they are."""

    units: dict[str, Mark] = field(default_factory=dict)
    # Those in letters without capitals by how they sound.
    spelled: dict[tuple[str, ...], tuple[str, Mark]] = field(default_factory=dict)

    def _learn_short(self, mark: Mark, text: str) -> None:
        """Keeps the short name in the bracket behind a body: `Đại học Quốc gia Huế (ĐHQGH)`."""
        if mark.rule.endswith(INSTITUTIONS) and (short := short_name(mark.end, text)):
            self.units.setdefault(short, mark)

    def again(self, unit: Unit, found: Sequence[Mark], text: str) -> Sequence[Mark]:
        """The marks of a sentence with the known names in it, in order; keeps the names that it gives."""
        found = [self._as_told(mark, text) for mark in found] if self.units else found
        more = in_passing(self._marks(unit, found, text), unit, text) if self.units else []
        self._learn(unit, found, text)
        return sorted([*found, *more], key=lambda mark: (mark.start, -mark.end)) if more else found

    def _as_told(self, mark: Mark, text: str) -> Mark:
        """A bare name of a district elsewhere, where the text has told what it means by the name: a commune."""
        known = self.units.get(text[mark.start : mark.end]) if mark.rule.startswith("place:") else None
        if known is None or mark.level != "district" or known.level not in SMALL:
            return mark
        return replace(mark, level=known.level, key=known.key, rule=known.rule)

    def _learn(self, unit: Unit, found: Sequence[Mark], text: str) -> None:
        for mark in found:
            self._learn_short(mark, text)
            if mark.level in SMALL and mark.key and len(self.units) < MOST:
                name = _name(text[mark.start : mark.end], mark.key)
                if name and not any(mark.start <= place.start < mark.end for place in unit.of("place")):
                    self.units.setdefault(name, mark)
                    self._learn_sound(name, mark, unit)

    def _learn_sound(self, name: str, mark: Mark, unit: Unit) -> None:
        """Keeps how a name in letters without capitals sounds."""
        if habits(unit.language).letters and not name.isascii() and len(name.split()) == WORDS:
            sounds = tuple(sound(word, unit.language) for word in name.split())
            if len("".join(sounds)) >= SOUNDS:
                self.spelled.setdefault(sounds, (name, mark))

    def _spelled(self, unit: Unit, text: str) -> list[Mark]:
        """The names in another spelling, as letters without vowels have many: `تان تھن` is `ٹین تھانہ`."""
        if not self.spelled:
            return []
        using = habits(unit.language)
        empty = (using.function | using.no_name) - using.syllables
        words = [word for word in WRITTEN.finditer(text, unit.start, unit.end) if word.group() not in empty]
        sounds = [sound(word.group(), unit.language) for word in words]
        again = []
        for index, pair in enumerate(pairwise(sounds)):
            if (known := self.spelled.get(pair)) is None:
                continue
            (name, mark), start, end = known, words[index].start(), words[index + 1].end()
            beside = words[index + 1].start() == words[index].end() + 1
            if beside and one_name(text[start:end], name, unit.language):
                again.append(Mark(start, end, mark.level, mark.key, mark.rule))
        return again

    def _marks(self, unit: Unit, found: Sequence[Mark], text: str) -> list[Mark]:
        again = [
            one for one in self._spelled(unit, text) if not any(m.start < one.end and one.start < m.end for m in found)
        ]
        found = [*found, *again]
        for name, known in self.units.items():
            start = text.find(name, unit.start, unit.end)
            if start >= 0 and _alone(start, start + len(name), unit, text) and not _cited(known, start, unit):
                end = start + len(name)
                if not any(mark.start < end and start < mark.end for mark in found):
                    again.append(Mark(start, end, known.level, known.key, known.rule))
        return again


def short_name(end: int, text: str) -> str | None:
    """The letters in the bracket behind a name that ends there."""
    found = SHORT.match(text, end, end + NAME_REACH)
    return found[1] if found else None


def _name(surface: str, key: str) -> str | None:
    """The words of a unit's surface that are its name, not its kind."""
    words = surface.split()
    for start in range(len(words)):
        for end in range(start + WORDS, len(words) + 1):
            if slug(name := " ".join(words[start:end]).rstrip(",")) == unnumbered(key):
                return name
    return None


def _alone(start: int, end: int, unit: Unit, text: str) -> bool:
    """Whether no capital goes on the name on either side."""
    after = text[end : end + 2]
    before = text[unit.start : start].rsplit(maxsplit=1)
    inside = after[:1].isalnum() or text[start - 1 : start].isalnum() or (after[:1] == " " and after[1:].isupper())
    return not inside and not (len(before) > 1 and before[-1][:1].isupper() and before[-1].isalpha())


def _cited(known: Mark, start: int, unit: Unit) -> bool:
    """Whether a body is only the source or the partner here: `theo EVN`; or a unit what another borders on."""
    if any(0 < start - word.end <= BESIDE for word in unit.of("scope", "neighbour")):
        return True
    words = unit.of("link", "source", "partner") if known.level not in SMALL else []
    return any(0 < start - word.end <= 2 for word in words)
