"""A share that no whole number can have: is there any count that rounds to this percentage of the stated total?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from extractor.catalog import indicator
from extractor.check.intervals import Interval, allowed, value_of
from extractor.check.ratios import grouped, only_whole, part_of, shares
from extractor.check.scope import causes, finding
from extractor.check.share_elsewhere import percent
from extractor.records import Article, Claim, Comparator, Finding, Severity
from extractor.wording import plain

NAME = "no_numerator"


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each share of a small whole, both in one sentence, that lies between two possible ones."""
    for share in shares(claims):
        name = indicator(share.indicator).denominator if share.indicator else None
        total = only_whole(share, name, claims) if name else None
        if total and together(share, total) and part_of(share, claims) is None:
            near = neighbours(allowed(share.figure), allowed(total.figure))
            if near:
                yield report(article, (share, total), near)


def together(share: Claim, total: Claim) -> bool:
    """Whether the text says both in one breath and exactly."""
    exact = share.figure.comparator is Comparator.EQUAL and total.figure.comparator is Comparator.EQUAL
    return exact and (share.sentence == total.sentence or grouped(share, total))


def neighbours(share: Interval | None, whole: Interval | None) -> tuple[int, int] | None:
    """The counts just below and above where no count fits; None where one does."""
    if share is None or whole is None or not whole.exact or whole.low <= 0:
        return None
    below = int((share.low * whole.low / 100).to_integral_value(ROUND_FLOOR))
    if any(share.holds(Decimal(count) / whole.low * 100) for count in (below, below + 1)):
        return None
    return below, below + 1


def report(article: Article, claims: tuple[Claim, Claim], near: tuple[int, int]) -> Finding:
    """The finding with the two nearest counts."""
    share, total = claims
    whole, stated = value_of(total.figure) or Decimal(1), value_of(share.figure) or Decimal(0)
    below, above = (f"{count} / {plain(whole)} = {percent(Decimal(count), whole)} %" for count in near)
    detail = {"below": below, "above": above, "total": plain(whole)}
    numbers = (f"{plain(stated)} %", f"{below}; {above}", str(allowed(share.figure)))
    return finding(NAME, Severity.DOUBTFUL, claims, numbers, **causes(article, detail))
