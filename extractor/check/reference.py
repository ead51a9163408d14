"""A claim against official numbers: those of the provinces in the rule tables, and those that people brought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extractor.catalog import areas, arithmetic
from extractor.check.intervals import Interval, allowed, value_of
from extractor.check.scope import ACHIEVED, causes, finding, is_level, scale_apart, transposed
from extractor.days import first_day, last_day
from extractor.records import Article, Claim, FigureKind, Finding, Reference, Severity
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
    misprint = misprinted(stated, official)
    wrong = interval is not None and (misprint or official + margin < interval.low <= official * MOST)
    detail = {"outcome": "holds" if near else "open"} if near or not wrong else {}
    if misprint:
        detail["causes"] = misprint
    severity = Severity.INFO if "outcome" in detail else Severity.DOUBTFUL
    numbers = (plain(stated), plain(official), f"± {tolerance} %")
    return finding(NAME, severity, [claim], numbers, **causes(article, detail))


def against(
    articles: Mapping[str, Article], claims: Sequence[Claim], references: Sequence[Reference]
) -> Iterator[Finding]:
    """A finding for each claim that contradicts an official value of the same thing and time; one a claim."""
    known: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        known.setdefault((reference.indicator, reference.area), []).append(reference)
    for claim in claims:
        for reference in known.get((claim.indicator or "", claim.area or ""), ()):
            if meant(claim, reference) and not agrees(claim, reference.value):
                yield contradiction(articles[claim.article_id or ""], claim, reference)
                break


def meant(claim: Claim, reference: Reference) -> bool:
    """Whether the claim speaks of what the official value is of; a body's or another unit's figure does not."""
    same_scope = reference.programme in (None, claim.programme) and reference.territory in (None, claim.territory)
    achieved = is_level(claim) and claim.status in ACHIEVED and not claim.body
    counted = claim.figure.kind is FigureKind.COUNT and reference.unit != "%"
    return achieved and same_scope and (counted or claim.figure.unit == reference.unit) and same_span(claim, reference)


def same_span(claim: Claim, reference: Reference) -> bool:
    """Whether both end on one day; and begin on one, unless one of them names no beginning."""
    if claim.period_end is None or last_day(claim.period_end) != last_day(reference.period_end):
        return False
    of_day = reference.period_start == reference.period_end == last_day(reference.period_end)
    return of_day or claim.period_start is None or first_day(claim.period_start) == first_day(reference.period_start)


def agrees(claim: Claim, official: Decimal) -> bool:
    """Whether one number can be meant by the claim and by the official value, each as exact as it is written."""
    exponent = official.as_tuple().exponent
    half = Decimal("0.5").scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    interval = allowed(claim.figure)
    return interval is None or interval.meets(Interval(official - half, official + half, open_high=True))


def contradiction(article: Article, claim: Claim, reference: Reference) -> Finding:
    """The finding, with the source that the official value is from."""
    stated = value_of(claim.figure) or Decimal(0)
    detail = {"form": "given", "text_source": reference.source}
    if misprint := misprinted(stated, reference.value):
        detail["causes"] = misprint
    numbers = (plain(stated), plain(reference.value), "")
    return finding(NAME, Severity.DOUBTFUL, [claim], numbers, **causes(article, detail))


def misprinted(stated: Decimal, official: Decimal) -> str:
    """What misprint would explain the difference, if one would."""
    if transposed(stated, official):
        return "transposed"
    return "scale" if scale_apart(stated, official) else ""
