"""Articles that fact-checkers read to the end, as gold: one JSON object a text, as corpus/README.md describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.records import Article, Claim
from extractor.serialise import claim_dict
from extractor.store import Store
from extractor.store.verdicts import completed, made_claim, missed, reviewed, standings

# How a claim was found is no part of what it says.
_METHOD = ("rule", "confidence", "subject", "group", "role")


def export(store: Store) -> Iterator[dict[str, Any]]:
    """Each article that somebody read to the end and of which no claim is open or disputed."""
    for article_id in sorted(completed(store.db)):
        article = store.article(article_id)
        known = standings(store.db, article_id)
        claims = list(store.claims(article_id=article_id))
        if all(claim.id in known and known[claim.id].state != "disputed" for claim in claims):
            yield _gold(article, _as_reviewed(store, article, claims))


def _as_reviewed(store: Store, article: Article, claims: list[Claim]) -> list[Claim]:
    left = list(reviewed(store.db, claims))
    return [*left, *(made_claim(article, one) for one in missed(store.db, article))]


def _gold(article: Article, claims: list[Claim]) -> dict[str, Any]:
    figures = [
        figure for claim in claims for figure in _figures(article, claim)
    ]  # a claim that is made several times is a figure at each place
    return {
        "id": article.id,
        "text": article.text,
        "lang": article.language,
        "published": article.published,
        "figures": sorted(figures, key=lambda figure: figure["start"]),
    }


def _figures(article: Article, claim: Claim) -> Iterator[dict[str, Any]]:
    made = {name: value for name, value in claim_dict(claim).items() if name not in _METHOD}
    for start, end in dict.fromkeys([(claim.figure.start, claim.figure.end), *claim.mentions]):
        yield made | {"start": start, "end": end, "surface": article.text[start:end]}
