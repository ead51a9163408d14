"""A rate against its count and the official population of the province."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from extractor.catalog import areas, arithmetic
from extractor.check.intervals import value_of
from extractor.check.ratios import alike, unique
from extractor.check.reference import territory_now
from extractor.check.scope import causes, finding, numeric
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "rate_of_people"


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One outcome for each rate whose count the article gives, with a wide tolerance as populations differ."""
    for rate in claims:
        known = arithmetic(rate.indicator)
        if not known.rate_of or not known.per or not numeric(rate) or not territory_now(rate):
            continue
        count = unique(alike(rate, known.rate_of, claims), rate)
        people = areas()[rate.area or ""].facts.get("population")
        total = value_of(count.figure) if count else None
        if count and people and total is not None:
            computed = total / people * known.per
            yield report(article, (rate, count), (computed, people), Decimal(known.tolerance_percent))


def report(
    article: Article, claims: tuple[Claim, Claim], numbers: tuple[Decimal, Decimal], tolerance: Decimal
) -> Finding:
    """The finding, or what agrees within the tolerance."""
    rate, count = claims
    computed, people = numbers
    stated = value_of(rate.figure) or Decimal(0)
    off = abs(computed - stated) * 100 > tolerance * stated
    per = arithmetic(rate.indicator).per
    shown = plain(computed.quantize(Decimal("0.1") if computed < 1000 else Decimal(1), ROUND_HALF_UP))
    ratio = f"{plain(value_of(count.figure) or Decimal(0))} / {plain(people)} × {per} = {shown}"
    detail = {"ratio": ratio} | ({} if off else {"outcome": "holds"})
    severity = Severity.DOUBTFUL if off else Severity.INFO
    return finding(NAME, severity, claims, (plain(stated), ratio, f"± {tolerance} %"), **causes(article, detail))
