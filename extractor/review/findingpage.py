"""Findings for a fact-checker: what is stated, what it is recomputed to be, and the sentences side by side."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.records import Article
from extractor.review.article import keyed_findings
from extractor.review.context import Passage, passage
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
        sentences = [passage(articles[claim.article_id or ""], claim, language) for claim in finding.claims]
        found.append(
            FindingShown(
                key=key,
                severity=finding.severity.value,
                check=check_name(finding.kind, language),
                message=message(finding, language),
                stated=localise(finding.stated, language),
                expected=localise(finding.expected, language),
                passages=tuple(_apart(sentences)),
                standing=one,
            )
        )
    return found[:MOST]


def _apart(sentences: list[Passage]) -> list[Passage]:
    """Each sentence once, in the order of the finding."""
    return list({(one.article, one.claim): one for one in sentences}.values())
