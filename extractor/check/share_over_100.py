"""A share of a whole that is more than all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.catalog import indicator
from extractor.check.intervals import allowed, value_of
from extractor.check.ratios import shares
from extractor.check.scope import causes, finding, is_level
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "share_over_100"


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each share of a whole above 100 %; one with three decimals may be a misread separator."""
    for claim in shares(claims):
        known = indicator(claim.indicator) if claim.indicator else None
        interval, value = allowed(claim.figure), value_of(claim.figure)
        if (
            known is None
            or not known.is_share
            or known.is_change
            or not is_level(claim)
            or interval is None
            or value is None
        ):
            continue
        if interval.low > 100:
            shifted = value / 1000
            form = "separator" if value >= 1000 and shifted <= 100 else "message"
            detail = {"form": form, "shifted": plain(shifted), "value": plain(value)}
            numbers = (f"{plain(value)} %", "≤ 100 %", str(interval))
            severity = Severity.SEVERE if value - Decimal(100) >= 1 else Severity.DOUBTFUL
            yield finding(NAME, severity, [claim], numbers, **causes(article, detail))
