"""One indicator with two values that exclude each other in one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.check.intervals import allowed, value_of
from extractor.check.scope import (
    Key,
    block_kind,
    causes,
    finding,
    grows,
    numeric,
    rival,
    same_territory,
    same_time,
    sameness,
    scale_apart,
    transposed,
)
from extractor.records import Article, Claim, Finding, Severity, Statement
from extractor.wording import plain

NAME = "two_values"
HEADLINE = {"title", "lead"}
NAMED = {"item", "sentence"}


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """At most one finding for each indicator, area and time: the two values that stand furthest apart in the text."""
    alike: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        alone = block_kind(article, claim) != "cell" and claim.role != "denominator"
        level = claim.statement is not Statement.CHANGE or grows(claim)
        if claim.indicator and numeric(claim) and alone and level:
            alike[sameness(claim)].append(claim)
    for members in alike.values():
        pairs = (pair for pair in combinations(members, 2) if clash(*pair))
        pair = next((pair for pair in pairs if comparable(article, pair)), None)
        if pair:
            yield report(article, *pair)


def clash(one: Claim, other: Claim) -> bool:
    """Whether no number can be meant by both though they are near; items of one sentence are no rivals."""
    a, b = allowed(one.figure), allowed(other.figure)
    if a is None or b is None or a.meets(b) or one.sentence == other.sentence:
        return False
    if not (same_time(one, other) and same_territory(one, other)):
        return False
    first, second = value_of(one.figure), value_of(other.figure)
    near = first is not None and second is not None and rival(first, second)
    return near and one.figure.denominator == other.figure.denominator


def comparable(article: Article, pair: tuple[Claim, Claim]) -> bool:
    """Whether both speak of one thing: headline against body, or two sentences that each say whose figure it is."""
    heads = [block_kind(article, claim) in HEADLINE for claim in pair]
    return heads[0] != heads[1] or all(plainly_whose(claim) for claim in pair)


def plainly_whose(claim: Claim) -> bool:
    """Whether the claim's own sentence says whose the figure is."""
    return claim.area_basis in NAMED or claim.level_basis in NAMED


def report(article: Article, one: Claim, other: Claim) -> Finding:
    """The finding on two values, headline first where one stands there."""
    heads = [claim for claim in (one, other) if block_kind(article, claim) in HEADLINE]
    form = "headline" if len(heads) == 1 else "message"
    first, second = (one, other) if one in heads or not heads else (other, one)
    a, b = value_of(first.figure), value_of(second.figure)
    if a is None or b is None:
        raise AssertionError("a claim without a value cannot clash")
    cause = "transposed" if transposed(a, b) else "scale" if scale_apart(a, b) else ""
    detail = {"form": form, "other": plain(b), "causes": cause}
    severity = Severity.SEVERE if form == "headline" or cause else Severity.DOUBTFUL
    return finding(NAME, severity, [first, second], (plain(a), plain(b), ""), **causes(article, detail))
