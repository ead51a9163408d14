"""Claims → Findings: recomputes what articles state. Each check is a module with a NAME that texts.toml defines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from extractor.check import (
    articles_differ,
    broken_period,
    falls_over_time,
    longer_is_less,
    no_numerator,
    parts_total,
    percent_ratio,
    provinces_nation,
    rate_of_people,
    reference,
    scale_gap,
    share_elsewhere,
    share_over_100,
    shares_sum,
    translation,
    two_values,
)
from extractor.records import Article, Claim, Finding, Reference
from extractor.wording import message

__all__ = ["ACROSS", "WITHIN", "check_all", "check_article", "message", "recomputed"]

WITHIN: Mapping[str, Callable[[Article, Sequence[Claim]], Iterable[Finding]]] = {
    check.NAME: check.check
    for check in (
        parts_total,
        percent_ratio,
        no_numerator,
        share_elsewhere,
        share_over_100,
        shares_sum,
        two_values,
        longer_is_less,
        rate_of_people,
        reference,
        scale_gap,
        broken_period,
    )
}
ACROSS: Mapping[str, Callable[[Mapping[str, Article], Sequence[Claim]], Iterable[Finding]]] = {
    check.NAME: check.check for check in (articles_differ, falls_over_time, provinces_nation, translation)
}


def check_article(article: Article, claims: Sequence[Claim]) -> list[Finding]:
    """What does not add up inside one article, in the order of the checks."""
    return [outcome for outcome in outcomes(article, claims) if "outcome" not in outcome.detail]


def recomputed(article: Article, claims: Sequence[Claim]) -> list[Finding]:
    """What was recomputed without complaint: `detail["outcome"]` is `holds`, or `open` where too little is given."""
    return [outcome for outcome in outcomes(article, claims) if "outcome" in outcome.detail]


def outcomes(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Every recomputation that the article allows, good or bad."""
    for check in WITHIN.values():
        yield from check(article, claims)


def check_all(
    articles: Mapping[str, Article], claims: Sequence[Claim], references: Sequence[Reference] = ()
) -> list[Finding]:
    """What does not agree between articles, as a translation and its original, or with official values."""
    between = [finding for check in ACROSS.values() for finding in check(articles, claims)]
    return [*between, *reference.against(articles, claims, references)]
