"""What follows from comparable claims though no article says it: shares of two counts, and places in an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from extractor.catalog import NATION, indicator
from extractor.records import Claim, Comparator, Comparison, FigureKind

LEAST = 2


def derived_shares(
    comparisons: Sequence[Comparison],
) -> dict[tuple[str, str | None, str | None], tuple[Decimal, Claim]]:
    """Shares that no article states but whose two counts one article gives: (indicator, programme, area) → value."""
    known = {(c.indicator, c.programme, claim.area): claim for c in comparisons for claim in c.claims}
    derived = {}
    for (name, programme, area), part in known.items():
        share = f"{name}_share"
        whole = known.get((indicator(share).denominator or "", programme, area))
        if whole and whole.article_id == part.article_id and (share, programme, area) not in known:
            value = exact_share(part, whole)
            if value is not None:
                derived[(share, programme, area)] = (value, part)
    return derived


def exact_share(part: Claim, whole: Claim) -> Decimal | None:
    """The percentage of two exact counts, to one decimal place."""
    a, b = part.figure.value, whole.figure.value
    exact = part.figure.comparator is Comparator.EQUAL and whole.figure.comparator is Comparator.EQUAL
    if not exact or not isinstance(a, Decimal) or not isinstance(b, Decimal) or not 0 <= a <= b or not b:
        return None
    return (a / b * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def ranks(comparison: Comparison) -> Mapping[str | None, int]:
    """The place of each province by value, the best first, equal values sharing one.

    Empty where more is neither better nor worse, or where there are not two exact values; the nation has no place.
    """
    better = indicator(comparison.indicator).higher_is_better
    values = {claim.area: value for claim in comparison.claims if (value := exact_value(claim)) is not None}
    places = any(claim.figure.kind is FigureKind.RANK for claim in comparison.claims)
    if better is None or len(values) < LEAST or places:
        return {}
    order = sorted(values.values(), reverse=better)
    return {area: order.index(value) + 1 for area, value in values.items()}


def exact_value(claim: Claim) -> Decimal | None:
    """A province's value where it is one number and no bound, range or estimate of it."""
    figure = claim.figure
    single = figure.comparator is Comparator.EQUAL and figure.value_max is None
    return figure.value if single and claim.area != NATION and isinstance(figure.value, Decimal) else None
