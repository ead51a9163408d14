"""Shares of parts that exclude each other and together exceed the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.catalog import indicator, partitions
from extractor.check.intervals import allowed, value_of
from extractor.check.ratios import shares, whole_values
from extractor.check.scope import Key, causes, finding, whose
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "shares_sum"


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One finding for each set of shares of one whole that sum to more than 100 % whatever rounding did."""
    for members in [*by_table(claims), *by_text(claims)]:
        lows = [interval.low for claim in members if (interval := allowed(claim.figure))]
        if len(members) > 1 and sum(lows, Decimal(0)) > 100:
            yield report(article, members)


def by_table(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Shares whose parts one way of dividing the whole knows; each indicator once, by its first claim."""
    grouped: dict[Key, dict[str, Claim]] = defaultdict(dict)
    for claim in shares(claims):
        numerator = indicator(claim.indicator).numerator if claim.indicator else None
        if numerator and not several_wholes(claim, claims):
            grouped[(*whose(claim), claim.period_end)].setdefault(numerator, claim)
    for members in grouped.values():
        ways = [[members[part] for part in sorted(way.parts) if part in members] for way in partitions()]
        yield max(ways, key=len, default=[])


def several_wholes(share: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the text divides more than one whole of this kind, so that shares need not add up."""
    name = indicator(share.indicator).denominator if share.indicator else None
    return name is not None and len(whole_values(share, name, claims)) > 1


def by_text(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Percentages that the text itself calls parts of one total and no table knows."""
    grouped: dict[int, list[Claim]] = defaultdict(list)
    for claim in shares(claims):
        if claim.role == "part" and claim.group is not None and claim.indicator is None:
            grouped[claim.group].append(claim)
    yield from grouped.values()


def report(article: Article, members: Sequence[Claim]) -> Finding:
    """The finding on these shares."""
    values = [value_of(claim.figure) or Decimal(0) for claim in members]
    total = f"{' + '.join(plain(value) for value in values)} = {plain(sum(values, Decimal(0)))} %"
    detail = {"sum": total}
    return finding(NAME, Severity.SEVERE, members, ("100 %", total, "≤ 100 %"), **causes(article, detail))
