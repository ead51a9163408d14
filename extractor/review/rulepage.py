"""A rule's page: what it reads, what of that was misread, and how each misreading may be mended."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.marking import sentence_around
from extractor.review.accuracy import Share
from extractor.review.context import Passage, RuleShown, passage, rule
from extractor.review.rulenames import READ_BY
from extractor.store import Store
from extractor.store.reader import rows
from extractor.store.verdicts import standings

MOST = 100
# How many words behind a figure are proposed to be left alone.
WORDS = 4
_CLAIMS = f"SELECT id FROM claim WHERE current = 1 AND {READ_BY} ORDER BY id LIMIT 5000"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Misread:
    """One misreading: its sentence, the reason given, and a first proposal of what to mend (see extractor.mend)."""

    passage: Passage
    reason: str
    sentence: str
    surface: str
    language: str
    home: str
    words: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule with what reviewers said of its readings, and what else it reads."""

    rule: RuleShown
    reads: int
    share: Share
    misread: tuple[Misread, ...]
    others: tuple[Passage, ...]


def rule_page(store: Store, name: str, language: str) -> RulePage:
    """The page of a rule by its name, such as `indicators:completed`."""
    known = standings(store.db)
    ids = [row["id"] for row in rows(store.db, _CLAIMS, [name])]
    decided = [claim for claim in ids if claim in known and known[claim].state != "disputed"]
    wrong = [claim for claim in decided if known[claim].state == "misread"]
    others = [claim for claim in ids if claim not in wrong][:MOST]
    return RulePage(
        rule=rule(name),
        reads=len(ids),
        share=Share(len(decided) - len(wrong), len(decided)),
        misread=tuple(_misread(store, claim, known[claim].reason, language) for claim in wrong[:MOST]),
        others=tuple(_passage(store, claim, language) for claim in others),
    )


def _passage(store: Store, claim_id: int, language: str) -> Passage:
    claim = store.claim(claim_id)
    return passage(store.article(claim.article_id or ""), claim, language)


def _misread(store: Store, claim_id: int, reason: str, language: str) -> Misread:
    claim = store.claim(claim_id)
    article = store.article(claim.article_id or "")
    start, end = sentence_around(article.text, claim.figure.start, claim.figure.end, claim.sentence)
    home = "number" if reason == "not_figure" else "meaning"
    before, after = article.text[start : claim.figure.start].split(), article.text[claim.figure.end : end].split()
    words = [*before[-1:], claim.figure.surface] if home == "number" else after[:WORDS]
    return Misread(
        passage=passage(article, claim, language),
        reason=reason,
        sentence=" ".join(article.text[start:end].split()),
        surface=claim.figure.surface,
        language=claim.language or article.language or "",
        home=home,
        words=" ".join(words).strip(" .,;:!?()،؛۔"),
    )
