"""A claim about a province against its official number: area, population, communes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.catalog import areas, arithmetic
from extractor.check.intervals import allowed, value_of
from extractor.check.scope import ACHIEVED, causes, finding, is_level, scale_apart, transposed
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "reference"
MOST = 3


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One outcome for each claim that has an official number in the table of provinces."""
    for claim in claims:
        known = arithmetic(claim.indicator)
        if known.reference and is_level(claim) and claim.status in ACHIEVED and territory_now(claim):
            official = areas()[claim.area or ""].facts.get(known.reference)
            if official:
                yield report(article, claim, official, Decimal(known.tolerance_percent))


def territory_now(claim: Claim) -> bool:
    """Whether the claim is one of today's provinces as a whole, in its borders since 1 July 2025."""
    area = areas().get(claim.area or "")
    if area is None or area.territory != 34 or claim.body or claim.area_level != "province":
        return False
    return claim.territory == 34 or area.unchanged


def report(article: Article, claim: Claim, official: Decimal, tolerance: Decimal) -> Finding:
    """The finding, or what agrees within the tolerance, or (open) a number that may be of a part of the province."""
    interval, stated = allowed(claim.figure), value_of(claim.figure) or Decimal(0)
    margin = official * tolerance / 100
    near = interval is not None and interval.low <= official + margin and official - margin <= interval.high
    misprint = transposed(stated, official) or scale_apart(stated, official)
    wrong = interval is not None and (misprint or official + margin < interval.low <= official * MOST)
    detail = {"outcome": "holds" if near else "open"} if near or not wrong else {}
    if misprint:
        detail["causes"] = "transposed" if transposed(stated, official) else "scale"
    severity = Severity.INFO if "outcome" in detail else Severity.DOUBTFUL
    numbers = (plain(stated), plain(official), f"± {tolerance} %")
    return finding(NAME, severity, [claim], numbers, **causes(article, detail))
