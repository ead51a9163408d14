"""Whether a sentence makes what it names whom the next ones go on about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.claim.whose.latin import of_province
from extractor.claim.whose.levels import HOUSEHOLD, REGION, SIZE, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import AVERAGE
from extractor.claim.whose.owner import Area
from extractor.claim.whose.provinces import counts

# So near its start a paragraph opens with a unit: `Tại xã Tân Hòa`, `The Tan Hoa commune`.
OPENS = 14
# Where a time that opens the sentence begins at the latest: `Trong 6 tháng đầu năm`.
LED = 6


def carries(area: Area) -> bool:
    """Whether the next sentence goes on about the area: a unit below the province goes on by its word only."""
    return (
        not area.body
        and not area.rule.endswith(f":{AVERAGE}")
        and not (area.level == REGION and counts(area.rule))
        and area.level in ("province", "nation", REGION, HOUSEHOLD, None)
    )


def is_subject(area: Area, outside: Sequence[Mark], unit: Unit, text: str) -> bool:
    """Whether the sentence opens with a unit, or behind a time (`Từ đầu năm, xã A`), or names nothing else, counts
    nothing and has it behind a comma (`Làm tốt việc này, xã A đổi thay`): so its paragraph is about it.

    In short paragraphs its bare word does: `The district built 9 bridges.`
    """
    using = habits(unit.language)
    first = next(iter(outside), None)
    if first is None or first.level not in SMALL or area.body or area.level not in SMALL:
        return False
    if not first.key:
        return first.level == area.level and first.start - unit.start <= OPENS and using.short_paragraphs
    named = of_province(first.key, area.province)
    spans = [(one.start, one.end) for one in unit.others] + [(word.start, word.end) for word in unit.of("time")]
    alone = not any(one.start < first.start for one in unit.figures)
    told = [end for start, end in spans if (start - unit.start <= LED or alone) and end <= first.start]
    owners = [f" {word} " for word in using.owners] if using.unit_name == "after" else []
    leads = (", ", *owners, *(f", {word} " for word in using.articles))
    only = len(outside) == 1 and not unit.figures and text.endswith(leads, unit.start, first.start)
    only = only and text[first.end : first.end + 2].strip()[:1].islower()
    only = only or (using.letters and not unit.figures and _one_in_another(outside))
    opens = only or first.start - max(told, default=unit.start) <= OPENS
    inner = {of_province(mark.key or "", area.province) for mark in _inside(outside)} if using.letters else set()
    return opens and (area.area or "").split("/")[-1] in {named, *inner}


def _one_in_another(outside: Sequence[Mark]) -> bool:
    """Whether all that a sentence names is one unit and a unit in it: `Tân Hòa کمیون کے Tân Lập گاؤں میں`."""
    return len(_inside(outside)) == len(outside) - 1


def _inside(outside: Sequence[Mark]) -> list[Mark]:
    """The units behind the first that each lie in the one before."""
    named = takewhile(lambda mark: mark.key and mark.level in SMALL, outside)
    return [other for one, other in takewhile(lambda pair: SIZE[pair[0].level] > SIZE[pair[1].level], pairwise(named))]


def of_nation(unit: Unit, found: Sequence[Mark]) -> bool:
    """Whether a sentence speaks of the nation, of its powers or of a region."""
    wide = any(mark.level in ("nation", REGION, "body:ministry") for mark in found)
    return wide or bool(unit.of("scope", "central") or unit.of("body", "ministry"))


def turns_back(unit: Unit, told: Area | None) -> bool:
    """Whether the details that a paragraph opens with (`In particular, …`) are none of the small unit before."""
    opens = any(word.start == unit.start for word in unit.of("link", "in_detail"))
    return opens and told is not None and told.level in SMALL
