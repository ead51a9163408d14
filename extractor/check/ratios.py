"""Finds the part and the whole that a percentage speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.catalog import indicator
from extractor.check.intervals import Interval, allowed, percent_of, value_of
from extractor.check.scope import Key, belongs_to, is_level, nearest, numeric, same_time, same_year, whose
from extractor.records import Claim, FigureKind, Statement

MONEY_REACH = 200


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
    def total_value(self) -> Decimal | None:
        """The whole as it is written."""
        if self.part.figure.denominator is not None:
            return self.part.figure.denominator
        return value_of(self.total.figure) if self.total else None

    @property
    def fits(self) -> bool:
        """Whether the share can be what part and whole give."""
        share, part, whole = allowed(self.share.figure), allowed(self.part.figure), self.whole
        computed = percent_of(part, whole) if part and whole else None
        return bool(share and computed and share.meets(computed))

    @property
    def claims(self) -> list[Claim]:
        """The claims the ratio rests on, the share first."""
        return [self.share, self.part, *([self.total] if self.total else [])]


def shares(claims: Sequence[Claim]) -> list[Claim]:
    """The percentages that are levels, or shares of a plan whose part and whole are known."""
    return [
        claim for claim in claims if claim.figure.kind is FigureKind.PERCENT and (is_level(claim) or of_plan(claim))
    ]


def of_plan(claim: Claim) -> bool:
    """Whether the percentage says how much of a planned whole was reached."""
    known = indicator(claim.indicator) if claim.indicator else None
    planned = known is not None and known.numerator is not None and known.denominator is not None
    return planned and claim.statement is Statement.SHARE_OF_PLAN and numeric(claim)


def ratios(claims: Sequence[Claim]) -> Iterator[Ratio]:
    """Each percentage with the part it is said of, and the whole where the text gives one.

    Where the text gives several parts and wholes, the pair that fits is the one that is meant.
    """
    for share in shares(claims):
        candidates = [
            Ratio(share, part, whole) for part in parts_of(share, claims) for whole in wholes_of(share, part, claims)
        ]
        known = [ratio for ratio in candidates if ratio.whole]
        if known or candidates:
            yield next((ratio for ratio in known if ratio.fits), (known or candidates)[0])


def part_of(share: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The count that the share most likely restates."""
    return next(iter(parts_of(share, claims)), None)


def parts_of(share: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The counts that the share may restate, the likeliest first: linked in the text, else known by the table."""
    name = indicator(share.indicator).numerator if share.indicator else None
    linked = [c for c in claims if grouped(share, c) and c.role in ("numerator", "part") and counts(c)]
    if name is None:
        own = [c for c in linked if share.role == "share" and c.sentence == share.sentence]
        return own if len(own) == 1 and own[0].area == share.area else []
    near = [c for c in linked if c.indicator == name and c.area == share.area and c.body == share.body]
    return by_distance(share, near) or by_distance(share, alike(share, name, claims))


def wholes_of(share: Claim, part: Claim, claims: Sequence[Claim]) -> list[Claim | None]:
    """The claims that may give the whole of the share; None for one that the part carries or that is missing."""
    if part.figure.denominator is not None:
        return [None]
    linked = [c for c in claims if grouped(part, c) and c.role in ("denominator", "total") and counts(c)]
    name = indicator(share.indicator).denominator if share.indicator else None
    known = [c for c in alike(share, name, claims) if close(c, part)] if name else []
    found = [*by_distance(share, linked), *by_distance(share, known)]
    return [*found] if found else [None]


def by_distance(share: Claim, found: Sequence[Claim]) -> list[Claim]:
    """The claims in the order of how near they stand."""
    return sorted(found, key=lambda claim: abs(claim.figure.start - share.figure.start))


def only_whole(share: Claim, name: str, claims: Sequence[Claim]) -> Claim | None:
    """The one whole that the text knows; None where it divides several, such as tasks of two programmes."""
    totals = [claim for claim in alike(share, name, claims) if claim.figure.denominator is None]
    return nearest(share, totals) if len(whole_values(share, name, claims)) == 1 else None


def whole_values(share: Claim, name: str, claims: Sequence[Claim]) -> set[object]:
    """The values that the text gives to this whole: as a claim, or behind the slash of one of its parts."""
    parts = [c for c in claims if belongs_to(c.indicator, name) and whose(c) == whose(share)]
    carried = {c.figure.denominator for c in parts if c.figure.denominator is not None}
    return {c.figure.value for c in alike(share, name, claims)} | carried


def alike(share: Claim, name: str, claims: Sequence[Claim]) -> list[Claim]:
    """The levels of this indicator for the same area, programme, status and time, or that the text links to it."""
    planned = of_plan(share)  # a plan is a target, however much of it was done
    same = [c for c in claims if c.indicator == name and counts(c) and mine(c, planned) == mine(share, planned)]
    return [c for c in same if same_time(c, share) or grouped(c, share)]


def mine(claim: Claim, planned: bool) -> Key:
    """Whose a figure is; with its status unless a plan is asked for."""
    return whose(claim)[:3] if planned else whose(claim)


def close(whole: Claim, part: Claim) -> bool:
    """Whether an amount of money may be the whole: a text names many, and the far ones are of something else."""
    return part.figure.kind is not FigureKind.MONEY or abs(whole.figure.start - part.figure.start) <= MONEY_REACH


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
