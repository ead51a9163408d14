"""Findings for a fact-checker: what is stated, what it is recomputed to be, and the sentences side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.records import Article, Claim
from extractor.review.article import keyed_findings
from extractor.review.context import Passage, sentence, span
from extractor.store import Store
from extractor.store.verdicts import Standing, finding_standings
from extractor.wording import check_name, localise, message

MOST = 200
STATES = ("open", "confirmed", "dismissed", "disputed", "all")


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One finding with its sentences and what reviewers said of it."""

    key: str
    severity: str
    check: str
    message: str
    stated: str
    expected: str
    passages: tuple[Passage, ...]
    standing: Standing


def findings(store: Store, state: str, language: str) -> list[FindingShown]:
    """Live findings in this state, the severest first."""
    known = finding_standings(store.db)
    articles: dict[str, Article] = {}
    found = []
    for key, finding in keyed_findings(store):
        one = known.get(key, Standing("open"))
        if state not in ("all", one.state):
            continue
        for claim in finding.claims:
            name = claim.article_id or ""
            if name not in articles:
                articles[name] = store.article(name)
        found.append(
            FindingShown(
                key=key,
                severity=finding.severity.value,
                check=check_name(finding.kind, language),
                message=message(finding, language),
                stated=localise(finding.stated, language),
                expected=localise(finding.expected, language),
                passages=tuple(_sentences(articles, finding.claims, language)),
                standing=one,
            )
        )
    return found[:MOST]


def _sentences(articles: Mapping[str, Article], claims: Sequence[Claim], language: str) -> Iterator[Passage]:
    """Each sentence once, with every figure of the finding that stands in it, in the order of the finding."""
    grouped: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        name = claim.article_id or ""
        grouped.setdefault((name, *span(articles[name], claim)), []).append(claim)
    for (name, _, _), together in grouped.items():
        yield sentence(articles[name], together, language)
