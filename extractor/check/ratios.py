"""Finds the part and the whole that a percentage speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.catalog import indicator
from extractor.check.intervals import Interval, allowed
from extractor.check.scope import is_level, nearest, same_time, same_year, whose
from extractor.records import Claim, FigureKind


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share with its part and its whole; `total` is None where the part's own figure carries the whole (485/1132)."""

    share: Claim
    part: Claim
    total: Claim | None

    @property
    def whole(self) -> Interval | None:
        """What the whole can be; None where it is not given."""
        if self.part.figure.denominator is not None:
            return Interval(self.part.figure.denominator, self.part.figure.denominator)
        return allowed(self.total.figure) if self.total else None

    @property
    def claims(self) -> list[Claim]:
        """The claims the ratio rests on, the share first."""
        return [self.share, self.part, *([self.total] if self.total else [])]


def shares(claims: Sequence[Claim]) -> list[Claim]:
    """The percentages that are levels."""
    return [claim for claim in claims if claim.figure.kind is FigureKind.PERCENT and is_level(claim)]


def ratios(claims: Sequence[Claim]) -> Iterator[Ratio]:
    """Each percentage with the part it is said of, and the whole where the text gives one."""
    for share in shares(claims):
        part = part_of(share, claims)
        if part is not None:
            yield Ratio(share, part, whole_of(share, part, claims))


def part_of(share: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The count that the share restates: linked in the text, else the share's numerator in the table of indicators."""
    name = indicator(share.indicator).numerator if share.indicator else None
    linked = [c for c in claims if grouped(share, c) and c.role in ("numerator", "part") and counts(c)]
    if name is None:
        own = [c for c in linked if share.role == "share" and not share.indicator and c.sentence == share.sentence]
        return nearest(share, own) if len(own) == 1 else None
    return unique([c for c in linked if c.indicator == name], share) or unique(alike(share, name, claims), share)


def whole_of(share: Claim, part: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The claim that gives the whole of the share."""
    linked = [c for c in claims if grouped(part, c) and c.role in ("denominator", "total") and counts(c)]
    name = indicator(share.indicator).denominator if share.indicator else None
    return unique(linked, share) or (unique(alike(share, name, claims), share) if name else None)


def alike(share: Claim, name: str, claims: Sequence[Claim]) -> list[Claim]:
    """The levels of this indicator for the same area, programme, status and time."""
    return [c for c in claims if c.indicator == name and counts(c) and whose(c) == whose(share) and same_time(c, share)]


def unique(found: Sequence[Claim], share: Claim) -> Claim | None:
    """The nearest claim; with several values in the text only one in the share's own sentence counts."""
    if len({claim.figure.value for claim in found}) < 2:
        return nearest(share, found)
    return nearest(share, [claim for claim in found if claim.sentence == share.sentence])


def grouped(one: Claim, other: Claim) -> bool:
    """Whether the text links the two claims and they are of one time."""
    return one.group is not None and one.group == other.group and same_year(one, other)


def counts(claim: Claim) -> bool:
    """Whether the claim is a level that is no percentage."""
    return is_level(claim) and claim.figure.kind is not FigureKind.PERCENT
