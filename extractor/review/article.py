"""What the page of one article shows: its text with the figures marked, and a card's worth of each claim."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.marking import Mark, fragment_link, safe_url, sentence_around
from extractor.records import Article, Claim, Decision
from extractor.review import pages
from extractor.review.blocks import Shown, shown
from extractor.review.rulenames import rule_names
from extractor.serialise import number
from extractor.store import Store, codec
from extractor.store.decisions import JUDGED
from extractor.store.reader import rows
from extractor.store.verdicts import EDITABLE, Missed, Standing, completions, missed, notes, standings
from extractor.wording import date_text, message, quantity


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as one reviewer sees it now."""

    article: Article
    claims: Sequence[Claim]
    standing: Mapping[int, Standing]
    missed: Sequence[Missed]
    findings: Mapping[int, Sequence[Mapping[str, str]]]
    notes: Mapping[int, Sequence[Decision]]
    reviewer: str
    completions: Sequence[Decision]

    def blocks(self) -> list[Shown]:
        """The text with a mark on every figure that a claim or a reviewer names."""
        marks = [mark for claim in self.claims for mark in self._marks(claim)]
        marks += [Mark(*one.span, "", attributes=(("data-missed", one.decision.uid),)) for one in self.missed]
        return shown(self.article, marks)

    def _marks(self, claim: Claim) -> list[Mark]:
        own = claim.figure.start, claim.figure.end
        places = dict.fromkeys([own, *claim.mentions])
        state = self.state(claim)
        attributes = (("data-claim", str(claim.id)), ("data-state", state))
        doubted = claim.id in self.findings
        return [Mark(*at, f"c{claim.id}" if at == own else "", doubted, attributes) for at in places]

    def state(self, claim: Claim) -> str:
        """open, right, misread, source or disputed; `other` where only others decided, whose verdict stays hidden."""
        known = self.standing.get(claim.id or 0)
        if known is None:
            return "open"
        if known.state == "disputed" or known.final or any(d.reviewer == self.reviewer for d in known.decisions):
            return known.state
        return "other"


def load(store: Store, article_id: str, reviewer: str, language: str) -> Reading:
    """The newest text of the article with its claims; InputError where there is none."""
    article = store.article(article_id)
    return Reading(
        article=article,
        claims=list(store.claims(article_id=article.id)),
        standing=standings(store.db, article.id),
        missed=missed(store.db, article),
        findings=findings_of(store, article.id, language),
        notes=notes(store.db, article.id),
        reviewer=reviewer,
        completions=[one for one in completions(store.db) if one.article_id == article.id],
    )


_FINDINGS = """
SELECT finding_claim.claim_id, finding.key FROM finding JOIN finding_claim ON finding_claim.finding_id = finding.id
JOIN claim ON claim.id = finding_claim.claim_id JOIN version ON version.id = claim.version_id
WHERE finding.retired_run IS NULL AND version.article_id = ?
"""


def findings_of(store: Store, article_id: str, language: str) -> dict[int, list[dict[str, str]]]:
    """Live findings by claim: key, severity and message."""
    keys = [(row["claim_id"], row["key"]) for row in rows(store.db, _FINDINGS, [article_id])]
    if not keys:
        return {}
    known = dict(keyed_findings(store))
    found: dict[int, list[dict[str, str]]] = {}
    for claim_id, key in keys:
        finding = known[key]
        said = {"key": key, "severity": finding.severity.value, "message": message(finding, language)}
        found.setdefault(claim_id, []).append(said)
    return found


def keyed_findings(store: Store) -> list[tuple[str, Any]]:
    """Live findings with their keys, the severest first."""
    from extractor.store.findings import key

    return [(key(store.db, finding), finding) for finding in store.findings()]


def seen(claim: Claim) -> str:
    """A short hash over what a verdict rests on: another one means that the page shows an older reading."""
    row = dict(zip(codec.CLAIM_COLUMNS, codec.claim_row(claim, None), strict=True))
    return hashlib.sha256(codec.dumps([row[name] for name in JUDGED]).encode()).hexdigest()[:16]


def payload(reading: Reading, language: str) -> dict[str, Any]:
    """What the page's script works with; plain data only."""
    article = reading.article
    claims = sorted(reading.claims, key=lambda claim: (claim.figure.start, claim.id or 0))
    return {
        "article": article.id,
        "text": article.text_sha256,
        "reviewer": reading.reviewer,
        "completions": [decision_row(one) for one in reading.completions],
        "claims": [_claim(reading, claim, language) for claim in claims],
        "missed": [decision_row(one.decision) | {"start": one.span[0], "end": one.span[1]} for one in reading.missed],
    }


def _claim(reading: Reading, claim: Claim, language: str) -> dict[str, Any]:
    known = reading.standing.get(claim.id or 0)
    article, state = reading.article, reading.state(claim)
    start, end = sentence_around(article.text, claim.figure.start, claim.figure.end, claim.sentence)
    return {
        "id": claim.id,
        "seen": seen(claim),
        "state": state,
        "surface": claim.figure.surface,
        "shown": quantity(claim.figure, language),
        "fields": raw_fields(claim),
        "names": {
            "indicator": pages.name_of(claim.indicator, language) or claim.subject,
            "area": pages.area_of(claim.area, language),
        },
        "basis": [claim.area_basis, claim.level_basis],
        "period": [claim.period_kind, _days(claim, language), claim.period_basis],
        "role": claim.role,
        "group": claim.group,
        "speaker": claim.speaker,
        "rules": rule_names(claim.rule, claim.figure.rule),
        "confidence": claim.confidence,
        "reasons": list(claim.reasons),
        "findings": list(reading.findings.get(claim.id or 0, ())),
        "link": fragment_link(article.url, article.text, start, end),
        "decisions": [decision_row(one) for one in (known.decisions if known and state != "other" else ())],
        "notes": [decision_row(one) for one in reading.notes.get(claim.id or 0, ())],
    }


def _days(claim: Claim, language: str) -> str:
    """The period's first and last day as people write them; one where they are the same."""
    days = dict.fromkeys(day for day in (claim.period_start, claim.period_end) if day)
    return " – ".join(date_text(day, language) for day in days)


def raw_fields(claim: Claim) -> dict[str, str]:
    """The fields that a reviewer can mend, as stored, empty ones left out."""
    figure = claim.figure
    values = {
        "kind": figure.kind.value,
        "value": number(figure.value),
        "value_max": number(figure.value_max),
        "unit": figure.unit,
        "comparator": figure.comparator.value,
        "denominator": number(figure.denominator),
        "status": claim.status.value,
        "statement": claim.statement.value,
    }
    found = {name: values[name] if name in values else getattr(claim, name) for name in EDITABLE}
    return {name: value for name, value in found.items() if value is not None}


def decision_row(decision: Decision) -> dict[str, Any]:
    """A decision as the page shows it."""
    names = ("uid", "reviewer", "verdict", "at", "note")
    return {name: getattr(decision, name) for name in names} | {"corrected": dict(decision.corrected)}


def address(article: Article) -> str | None:
    """The article's own page, if a click on it can only open a web page."""
    return safe_url(article.url)
