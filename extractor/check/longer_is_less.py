"""A longer time with a smaller count than a shorter time inside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations

from extractor.check.intervals import allowed, value_of
from extractor.check.scope import ACHIEVED, Key, causes, finding, is_level
from extractor.records import Article, Claim, FigureKind, Finding, Severity
from extractor.wording import plain

NAME = "longer_is_less"
SUMMED = {FigureKind.COUNT, FigureKind.MONEY}


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """At most one finding for each indicator and area: flows of a period and of a part of it."""
    alike: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        summed = is_level(claim) and claim.figure.kind in SUMMED and claim.status in ACHIEVED
        if claim.indicator and summed and claim.period_start and claim.period_end:
            currency = claim.figure.unit if claim.figure.kind is FigureKind.MONEY else None
            alike[(claim.indicator, claim.area, claim.body, claim.programme, claim.figure.kind, currency)].append(claim)
    for members in alike.values():
        pair = next((pair for pair in permutations(members, 2) if shrinks(*pair)), None)
        if pair:
            yield report(article, *pair)


def shrinks(shorter: Claim, longer: Claim) -> bool:
    """Whether the shorter time lies inside the longer one and yet counts more."""
    starts, ends = (
        (shorter.period_start or "", longer.period_start or ""),
        (shorter.period_end or "", longer.period_end or ""),
    )
    inside = starts[1] <= starts[0] and ends[0] <= ends[1] and (starts[0], ends[0]) != (starts[1], ends[1])
    few, many = allowed(longer.figure), allowed(shorter.figure)
    return inside and few is not None and many is not None and few.high < many.low


def report(article: Article, shorter: Claim, longer: Claim) -> Finding:
    """The finding on the two times."""
    a, b = (plain(value) for claim in (shorter, longer) if (value := value_of(claim.figure)) is not None)
    detail = {"other": b} | dates("one", shorter) | dates("two", longer)
    return finding(NAME, Severity.DOUBTFUL, [shorter, longer], (a, b, ""), **causes(article, detail))


def dates(name: str, claim: Claim) -> dict[str, str]:
    """The two ends of a claim's period."""
    return {f"date_{name}": f"{claim.period_start} – {claim.period_end}"}
