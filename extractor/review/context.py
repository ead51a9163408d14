"""What stands around one claim: other sources that say it, the original beside its translation, its rules' examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from extractor.catalog import texts
from extractor.errors import RuleError
from extractor.marking import Mark, direction, fragment_link, marked, sentence_around
from extractor.publish import recomputations
from extractor.records import Article, Claim
from extractor.review.rulenames import rule_names
from extractor.rules import patterns
from extractor.store import Store
from extractor.store.reader import rows
from extractor.wording import check_name, localise, quantity

MOST_SOURCES = 6
MOST_EXAMPLES = 3
# A rule file's name below the folder of rules, and no way out of it.
_FILE = re.compile(r"[a-z_]{1,40}(/[a-z_]{1,40}){0,3}")
_SAME = """
SELECT claim.id FROM claim JOIN version ON version.id = claim.version_id
WHERE claim.current = 1 AND claim.indicator = ? AND claim.area IS ? AND claim.body IS ? AND claim.statement = ?
AND version.article_id <> ? ORDER BY claim.period_end IS NOT ?, claim.id DESC LIMIT ?
"""
# The page this one was translated from, and pages translated from this one.
_PAIR = """
SELECT other.id FROM article AS own JOIN version ON version.id = own.version_id
JOIN article AS other ON other.url = version.original_url WHERE own.id = ?1 AND other.id <> ?1
UNION SELECT other.id FROM article AS own JOIN version ON version.original_url = own.url
JOIN article AS other ON other.version_id = version.id WHERE own.id = ?1 AND other.id <> ?1 LIMIT 3
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article with the figure marked."""

    article: str
    claim: int | None
    title: str
    publisher: str
    published: str
    language: str
    direction: str
    html: Markup
    value: str
    link: str | None
    agrees: bool


def passage(article: Article, claim: Claim, language: str, than: Claim | None = None) -> Passage:
    """The sentence of a claim; `agrees` where it says the same value as the other claim."""
    return sentence(article, [claim], language, than)


def sentence(article: Article, claims: Sequence[Claim], language: str, than: Claim | None = None) -> Passage:
    """The sentence of the first claim with the figures of all that stand in it."""
    claim = claims[0]
    start, end = span(article, claim)
    marks = [Mark(one.figure.start, one.figure.end, "") for one in claims]
    return Passage(
        article=article.id,
        claim=claim.id,
        title=article.title,
        publisher=article.publisher or "",
        published=article.published or "",
        language=article.language or "",
        direction=direction(article.text[start:end]),
        html=marked(article.text, start, end, marks),
        value=" · ".join(quantity(one.figure, language) for one in claims),
        link=fragment_link(article.url, article.text, start, end),
        agrees=than is None or than.figure.value == claim.figure.value,
    )


def span(article: Article, claim: Claim) -> tuple[int, int]:
    """Where the claim's sentence stands."""
    return sentence_around(article.text, claim.figure.start, claim.figure.end, claim.sentence)


def sources(store: Store, claim: Claim, language: str) -> list[Passage]:
    """Other articles that state the same indicator of the same area, those of the same period first."""
    if claim.indicator is None:
        return []
    values = [claim.indicator, claim.area, claim.body, claim.statement.value, claim.article_id, claim.period_end]
    found = [store.claim(row["id"]) for row in list(rows(store.db, _SAME, [*values, MOST_SOURCES]))]
    return [passage(store.article(one.article_id or ""), one, language, claim) for one in found]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its original or translation; `figures` are values of both and whether they are the same."""

    own: Passage
    other: Passage
    figures: tuple[tuple[str, str, bool], ...]


def pairs(store: Store, claim: Claim, language: str) -> Iterator[Pair]:
    """The claim's sentence beside the one that says the same in the original, or in translations of this article."""
    article = store.article(claim.article_id or "")
    place = span(article, claim)
    here = [one for one in store.claims(article_id=article.id) if one.id != claim.id and span(article, one) == place]
    for (name,) in store.db.execute(_PAIR, [article.id]).fetchall():
        theirs = list(store.claims(article_id=name))
        matches = [(one, aligned(one, theirs)) for one in (claim, *here)]
        both = [(one, other) for one, other in matches if other is not None]
        if both and both[0][0] is claim:
            yield _pair(article, store.article(name), both, language)


def _pair(article: Article, edition: Article, both: Sequence[tuple[Claim, Claim]], language: str) -> Pair:
    place = span(edition, both[0][1])
    near = [(one, other) for one, other in both if span(edition, other) == place]
    return Pair(
        own=sentence(article, [one for one, _ in near], language),
        other=sentence(edition, [other for _, other in near], language),
        figures=tuple(
            (quantity(one.figure, language), quantity(other.figure, language), one.figure.value == other.figure.value)
            for one, other in near
        ),
    )


def aligned(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The claim of another edition that is the same one: same indicator and kind, best with same value and area."""
    same = [one for one in others if one.figure.kind == claim.figure.kind and one.indicator == claim.indicator]
    if claim.indicator is None:
        same = [one for one in same if one.figure.value == claim.figure.value]

    def nearness(one: Claim) -> tuple[bool, bool, int]:
        differs = one.figure.value != claim.figure.value
        return one.area != claim.area, differs, abs(one.figure.start - claim.figure.start)

    return min(same, key=nearness, default=None)


@dataclass(frozen=True, slots=True)
class Sum:
    """One recomputation: `level` is holds, open, or how severe it is."""

    level: str
    word: str
    name: str
    stated: str
    expected: str


def sums(store: Store, claim: Claim, language: str) -> Iterator[Sum]:
    """What recomputing the claim with its group and its sentence gives."""
    article = store.article(claim.article_id or "")
    near = [one for one in store.claims(article_id=article.id) if _together(article, one, claim)]
    for one in recomputations(article, near):
        if all(other.id != claim.id for other in one.claims):
            continue
        level = one.detail.get("outcome") or one.severity.value
        yield Sum(
            level=level,
            word=str(texts(language)["outcome"][level]),
            name=check_name(one.kind, language),
            stated=localise(one.stated, language),
            expected=localise(one.expected, language),
        )


def _together(article: Article, one: Claim, claim: Claim) -> bool:
    """Whether both stand in one sentence, or in one group of parts and their total."""
    return span(article, one) == span(article, claim) or (claim.group is not None and one.group == claim.group)


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule with some of the sentences it was written for, and some it must leave alone."""

    name: str
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


def rules(claim: Claim) -> Iterator[RuleShown]:
    """The rules that read the claim, with their examples."""
    for name in rule_names(claim.rule, claim.figure.rule):
        yield rule(name)


def rule(name: str) -> RuleShown:
    """A rule by its name `file:id`; without examples where the file has no such rule."""
    file, _, identity = name.partition(":")
    for table in _tables(file):
        if table.get("id") == identity:
            return RuleShown(name, _texts(table.get("yes", ())), _texts(table.get("no", ())))
    return RuleShown(name)


def _tables(file: str) -> Sequence[Mapping[str, Any]]:
    if not _FILE.fullmatch(file) or not (patterns().root / f"{file}.toml").is_file():
        return ()
    try:
        found: Sequence[Mapping[str, Any]] = patterns().document(f"{file}.toml").get("rule", [])
    except RuleError:
        return ()
    return found


def _texts(examples: Sequence[Any]) -> tuple[str, ...]:
    return tuple(str(one.get("text", "")) if isinstance(one, dict) else str(one) for one in examples[:MOST_EXAMPLES])
