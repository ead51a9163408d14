"""A share that does not fit beside another part of the same whole, and may have been said of the wrong one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from extractor.catalog import indicator
from extractor.check.intervals import Interval, allowed, percent_of, value_of
from extractor.check.ratios import alike, only_whole, shares, unique
from extractor.check.scope import apart, belongs_to, causes, finding
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "share_elsewhere"
SHOWN = Decimal("0.1")
Triple = tuple[Claim, Claim, Claim]


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One finding for each part and whole that leave no room for a stated share of something else."""
    crowded: dict[tuple[object, ...], list[Triple]] = defaultdict(list)
    for share, part, total in rivals(claims):
        if too_much(share, part, total):
            crowded[(share.figure.value, part.indicator, total.indicator)].append((share, part, total))
    for triples in crowded.values():
        yield report(article, triples)


def rivals(claims: Sequence[Claim]) -> Iterator[Triple]:
    """Each share with every count of another part of the same whole."""
    for share in shares(claims):
        mine = indicator(share.indicator) if share.indicator else None
        if mine is None or mine.numerator is None or mine.denominator is None:
            continue
        total = only_whole(share, mine.denominator, claims)
        names = {c.indicator for c in claims if c.indicator and belongs_to(c.indicator, mine.denominator)}
        for name in sorted(name for name in names if apart(name, mine.numerator)):
            part = unique(alike(share, name, claims), share)
            if total and part:
                yield share, part, total


def too_much(share: Claim, part: Claim, total: Claim) -> bool:
    """Whether share and part together exceed the whole whatever rounding did."""
    stated, taken = allowed(share.figure), part_percent(part, total)
    return stated is not None and taken is not None and taken.low <= 100 < stated.low + taken.low


def part_percent(part: Claim, total: Claim) -> Interval | None:
    """The percentage that the part is of the whole."""
    piece, whole = allowed(part.figure), allowed(total.figure)
    return percent_of(piece, whole) if piece and whole else None


def report(article: Article, triples: Sequence[Triple]) -> Finding:
    """The finding on one part and whole, with every share that does not fit beside them."""
    share, part, total = triples[0]
    stated, taken = allowed(share.figure), part_percent(part, total)
    a, b = value_of(part.figure) or Decimal(0), value_of(total.figure) or Decimal(1)
    fits = bool(stated and taken and stated.meets(taken))
    ratio = f"{plain(a)} / {plain(b)} = {percent(a, b)} %"
    detail = {
        "form": "fits" if fits else "exceeds",
        "ratio": ratio,
        "rest": f"{plain(b - a)} / {plain(b)} = {percent(b - a, b)} %",
        "part": plain(a),
        "indicator_part": part.indicator or "",
    }
    numbers = (f"{plain(value_of(share.figure) or Decimal(0))} %", ratio, str(stated))
    claims = [*(triple[0] for triple in triples), part, total]
    return finding(NAME, Severity.DOUBTFUL, claims, numbers, **causes(article, detail))


def percent(part: Decimal, whole: Decimal) -> str:
    """The percentage to one decimal place."""
    return plain((part / whole * 100).quantize(SHOWN, ROUND_HALF_UP))
