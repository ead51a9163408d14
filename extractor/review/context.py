"""What stands around one claim: other sources that say it, the original beside its translation, its rules' examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from extractor.errors import RuleError
from extractor.marking import Mark, direction, fragment_link, marked, sentence_around
from extractor.records import Article, Claim
from extractor.rules import patterns
from extractor.store import Store
from extractor.store.reader import rows
from extractor.wording import quantity

MOST_SOURCES = 6
MOST_EXAMPLES = 3
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


def pairs(store: Store, claim: Claim, language: str) -> list[Passage]:
    """The same figure in the original, or in the translations of this article."""
    found = []
    for (name,) in store.db.execute(_PAIR, [claim.article_id]).fetchall():
        match = aligned(claim, list(store.claims(article_id=name)))
        if match is not None:
            found.append(passage(store.article(name), match, language, claim))
    return found


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
class RuleShown:
    """A rule with some of the sentences it was written for, and some it must leave alone."""

    name: str
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


def rules(claim: Claim) -> Iterator[RuleShown]:
    """The rules that read the claim, with their examples."""
    for name in dict.fromkeys(f"{claim.rule}; {claim.figure.rule}".split("; ")):
        if name:
            yield rule(name)


def rule(name: str) -> RuleShown:
    """A rule by its name `file:id`; without examples where the file has no such rule."""
    file, _, identity = name.partition(":")
    for table in _tables(file):
        if table.get("id") == identity:
            return RuleShown(name, _texts(table.get("yes", ())), _texts(table.get("no", ())))
    return RuleShown(name)


def _tables(file: str) -> Sequence[Mapping[str, Any]]:
    root = patterns().root
    path = root / f"{file}.toml"
    if not path.resolve().is_relative_to(root.resolve()) or not path.is_file():
        return ()
    try:
        found: Sequence[Mapping[str, Any]] = patterns().document(f"{file}.toml").get("rule", [])
    except RuleError:
        return ()
    return found


def _texts(examples: Sequence[Any]) -> tuple[str, ...]:
    return tuple(str(one.get("text", "")) if isinstance(one, dict) else str(one) for one in examples[:MOST_EXAMPLES])
