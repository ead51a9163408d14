"""The provinces' sum against the nation, for counts that add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from extractor.catalog import NATION, arithmetic
from extractor.check.intervals import Interval, allowed, value_of
from extractor.check.scope import ACHIEVED, Key, finding, is_level
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "provinces_nation"


def check(articles: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding where provinces, each once, together exceed the nation at the same time."""
    grouped: dict[Key, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.area and claim.article_id in articles and counted(claim):
            key = (claim.indicator, claim.programme, claim.period_start, claim.period_end, claim.figure.unit)
            grouped[key].setdefault(claim.area, claim)
    for members in grouped.values():
        nation = members.pop(NATION, None)
        if nation and members and exceeds(members.values(), nation):
            yield report(list(members.values()), nation)


def counted(claim: Claim) -> bool:
    """Whether the claim is a dated result of a whole province or the nation, of an indicator that adds up."""
    summed = arithmetic(claim.indicator).sums_to_nation and is_level(claim) and claim.status in ACHIEVED
    whole = claim.area_level in ("province", "nation") and claim.body is None
    return summed and whole and claim.period_end is not None


def exceeds(provinces: Iterable[Claim], nation: Claim) -> bool:
    """Whether even the least that the provinces can mean is more than the most that the nation can."""
    total = sum((interval for c in provinces if (interval := allowed(c.figure))), Interval(Decimal(0), Decimal(0)))
    limit = allowed(nation.figure)
    return limit is not None and total.low > limit.high


def report(provinces: Sequence[Claim], nation: Claim) -> Finding:
    """The finding; one province alone above the nation is severe."""
    total = sum((value_of(claim.figure) or Decimal(0) for claim in provinces), Decimal(0))
    stated = plain(value_of(nation.figure) or Decimal(0))
    severity = Severity.SEVERE if len(provinces) == 1 else Severity.DOUBTFUL
    detail = {"count": str(len(provinces)), "sum": plain(total)}
    return finding(NAME, severity, [nation, *provinces], (stated, plain(total), ""), **detail)
