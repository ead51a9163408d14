"""One item of a list that is about a thousand times smaller or larger than the others: a scale word may be lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.check.intervals import value_of
from extractor.check.scope import Key, causes, finding, is_level
from extractor.records import Article, Claim, FigureKind, Finding, Severity
from extractor.wording import plain

NAME = "scale_gap"
MEMBERS = 3
SCALE = Decimal(1000)
APART = Decimal(100)
SPREAD = Decimal(3)


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each sentence that gives several provinces an amount of money, one of them out of all scale."""
    lists: dict[Key, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        value = value_of(claim.figure)
        if claim.indicator and is_level(claim) and claim.figure.kind is FigureKind.MONEY and value:
            key = (claim.sentence, claim.indicator, claim.figure.unit, claim.status)
            if claim.area and claim.area_level == "province":
                lists[key].setdefault(claim.area, claim)
    for members in lists.values():
        if len(members) >= MEMBERS:
            yield from outliers(article, list(members.values()))


def outliers(article: Article, members: Sequence[Claim]) -> Iterator[Finding]:
    """The one member that a factor of a thousand puts among the others, where there is just one."""
    values = [value_of(claim.figure) or Decimal(0) for claim in members]
    found = []
    for number, (claim, value) in enumerate(zip(members, values, strict=True)):
        others = values[:number] + values[number + 1 :]
        meant = next((scaled for scaled in (value * SCALE, value / SCALE) if lost(value, scaled, others)), None)
        if meant is not None:
            found.append(report(article, claim, (value, meant), others))
    yield from found if len(found) == 1 else ()


def lost(value: Decimal, scaled: Decimal, others: Sequence[Decimal]) -> bool:
    """Whether the value is far from every other one and would stand among them if scaled."""
    least, most = min(others), max(others)
    far = value * APART < least or most * APART < value
    return far and least / SPREAD <= scaled <= most * SPREAD


def report(article: Article, claim: Claim, pair: tuple[Decimal, Decimal], others: Sequence[Decimal]) -> Finding:
    """The finding on one item."""
    value, meant = (plain(one) for one in pair)
    numbers = (value, meant, f"{plain(min(others))} – {plain(max(others))}")
    detail = {"value": value, "low": plain(min(others)), "high": plain(max(others)), "meant": meant, "causes": "scale"}
    return finding(NAME, Severity.DOUBTFUL, [claim], numbers, **causes(article, detail))
