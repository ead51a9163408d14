"""Counts that can only grow, and that a later article gives lower."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extractor.catalog import arithmetic
from extractor.check.intervals import allowed, value_of
from extractor.check.scope import ACHIEVED, Key, finding, is_level, territory
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "falls_over_time"


def check(articles: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Finding]:
    """One finding for each step down between two dates, within one territory, programme and plan."""
    series: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        grows = arithmetic(claim.indicator).only_grows and is_level(claim) and claim.status in ACHIEVED
        if grows and claim.area and claim.article_id in articles and claim.period_end and claim.period_kind != "flow":
            series[
                (claim.indicator, claim.area, territory(claim), claim.body, claim.programme, claim.plan_base)
            ].append(claim)
    for members in series.values():
        ordered = sorted(members, key=lambda claim: (claim.period_end or "", claim.figure.start))
        for earlier, later in pairwise(ordered):
            if falls(earlier, later):
                yield report(earlier, later)


def falls(earlier: Claim, later: Claim) -> bool:
    """Whether the later value must be lower; the same date is another check's business."""
    a, b = allowed(earlier.figure), allowed(later.figure)
    return earlier.period_end != later.period_end and a is not None and b is not None and b.high < a.low


def report(earlier: Claim, later: Claim) -> Finding:
    """The finding on the two dates."""
    a, b = (plain(value) for claim in (earlier, later) if (value := value_of(claim.figure)) is not None)
    detail = {"other": b, "date_one": earlier.period_end or "", "date_two": later.period_end or ""}
    return finding(NAME, Severity.DOUBTFUL, [earlier, later], (a, b, ""), **detail)
