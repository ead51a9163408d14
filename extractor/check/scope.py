"""Which claims speak of one thing: the keys that checks group by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractor.catalog import areas, indicators, partitions
from extractor.records import QUANTITIES, Article, Claim, FigureKind, Finding, Severity, Statement, Status
from extractor.wording import plain

ACHIEVED = {Status.ACTUAL, Status.ESTIMATE}
# A length of time is told in passing: no two are of one thing.
COMPARED = QUANTITIES - {FigureKind.DURATION}
Key = tuple[object, ...]


def numeric(claim: Claim) -> bool:
    """Whether the claim states a quantity with a value."""
    return claim.figure.kind in COMPARED and isinstance(claim.figure.value, Decimal)


def whose(claim: Claim) -> Key:
    """Area, body, programme, and whether it was achieved or is wished for."""
    return (claim.area, claim.body, claim.programme, claim.status in ACHIEVED)


def territory(claim: Claim) -> int | None:
    """63 or 34, where it makes a difference: a merged province's name means more since the reform."""
    area = areas().get(claim.area or "")
    return None if area and area.unchanged else claim.territory


def same_territory(one: Claim, other: Claim) -> bool:
    """Whether a province's name can mean the same territory in both: it is told for neither, or alike."""
    known = {territory(one), territory(other)} - {None}
    return len(known) < 2


def same_time(one: Claim, other: Claim) -> bool:
    """Whether the two periods can be one: equal, or not given by one of them."""
    starts, ends = (one.period_start, other.period_start), (one.period_end, other.period_end)
    return (None in ends or ends[0] == ends[1]) and (None in starts or starts[0] == starts[1])


def same_year(one: Claim, other: Claim) -> bool:
    """Whether figures that the text links can be of one time: as-of dates differ by days, years do not."""
    ends = (one.period_end, other.period_end)
    return None in ends or (ends[0] or "")[:4] == (ends[1] or "")[:4]


def sameness(claim: Claim) -> Key:
    """What two claims must share to be one statement about the world, apart from the value."""
    return (
        claim.indicator,
        *whose(claim),
        claim.statement,
        base_of_change(claim),
        claim.plan_base,
        claim.figure.kind,
        claim.figure.unit if claim.figure.kind is FigureKind.MONEY else None,
        claim.role if claim.role in ("target", "here", "nation") else None,
    )


def base_of_change(claim: Claim) -> str | None:
    """What a change is measured from; growth that names nothing is over the same period of last year."""
    return claim.change_base or ("same_period" if grows(claim) else None)


def grows(claim: Claim) -> bool:
    """Whether the indicator is itself a change, such as growth."""
    known = indicators().get(claim.indicator or "")
    return claim.statement is Statement.CHANGE and known is not None and known.is_change


def vague_change(claim: Claim) -> bool:
    """Whether the number is a change of which the text does not say from when: two such are not one claim."""
    return claim.statement is Statement.CHANGE and base_of_change(claim) is None


def is_level(claim: Claim) -> bool:
    """Whether the number is a level with a value, and no change, rank or share of a plan."""
    return claim.statement is Statement.LEVEL and numeric(claim) and claim.figure.rank_of is None


def belongs_to(part: str | None, whole: str) -> bool:
    """Whether an indicator is a part of the other: a partition says so, or the table through parts of parts."""
    if any(way.whole == whole and part in way.parts for way in partitions()):
        return True
    known = indicators()
    for _ in range(8):
        part = known[part].part_of if part and part in known else None
        if part == whole:
            return True
        if part is None:
            return False
    return False


def apart(one: str, other: str) -> bool:
    """Whether two parts of one whole are known to exclude each other."""
    return one != other and any({one, other} <= partition.parts for partition in partitions())


def nearest(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """The claim that stands closest in the text."""
    return min(others, key=lambda other: abs(other.figure.start - claim.figure.start), default=None)


def block_kind(article: Article, claim: Claim) -> str:
    """The kind of block that the claim's figure stands in."""
    for block in article.blocks:
        if block.start <= claim.figure.start < block.end:
            return block.kind
    return "paragraph"


def causes(article: Article, detail: dict[str, str]) -> dict[str, str]:
    """The detail with `translation` and `cut` among its causes where the article gives reason to think of them."""
    found = detail.get("causes", "").split()
    if article.original_url or article.language not in (None, "vi"):
        found.append("translation")
    if article.notes:
        found.append("cut")
    return {**detail, "causes": " ".join(found)} if found else detail


def finding(
    kind: str, severity: Severity, claims: Sequence[Claim], numbers: tuple[str, str, str], **detail: str
) -> Finding:
    """A finding from (stated, expected, tolerance) and the numbers of its message; claims in the order of the text."""
    stated, expected, tolerance = numbers
    ordered = tuple(sorted(claims, key=lambda claim: (claim.article_id or "", claim.figure.start)))
    first = claims[0]
    shared = {"area": first.area or "", "indicator": first.indicator or "", "stated": stated, "expected": expected}
    return Finding(kind, severity, ordered, stated, expected, tolerance, shared | detail)


FARTHEST = 2


def rival(one: Decimal, other: Decimal) -> bool:
    """Whether two values are near enough to be two readings of one number, or differ as misprints do."""
    if not one or not other or (one < 0) != (other < 0):
        return False
    return max(one / other, other / one) <= FARTHEST or transposed(one, other) or scale_apart(one, other)


SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))


def scale_apart(one: Decimal, other: Decimal) -> bool:
    """Whether the values differ by exactly a thousand, a million or more, as when a scale word is lost."""
    return bool(one and other) and max(one / other, other / one) in SCALES


def transposed(one: Decimal, other: Decimal) -> bool:
    """Whether two neighbouring digits changed places, as in 1602 and 1620."""
    a, b = plain(one), plain(other)
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(differing) != 2 or differing[1] - differing[0] != 1:
        return False
    i, j = differing
    return a[i] == b[j] and a[j] == b[i]
