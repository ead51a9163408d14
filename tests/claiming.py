"""Reads a text into claims, for the tests of claims."""

from __future__ import annotations

from extractor.claim import claims
from extractor.parse import plain
from extractor.read import read_article
from extractor.records import Claim

PUBLISHED = "2025-10-15"
PAPER = "https://baoquangninh.vn/tin-1.html"


def said(text: str, language: str = "vi", published: str | None = PUBLISHED, url: str | None = None) -> list[Claim]:
    article = plain(text, language=language, published=published, url=url)
    return claims(article, read_article(article))


def one(text: str, surface: str, language: str = "vi", **known: str | None) -> Claim:
    found = [claim for claim in said(text, language, **known) if claim.figure.surface == surface]
    assert len(found) == 1, f"{surface} is claimed {len(found)} times"
    return found[0]


def areas(text: str, language: str = "vi", url: str | None = PAPER, **known: str | None) -> list[str | None]:
    """Whose the figures of a text are, on a page of Quảng Ninh's paper where nothing else is given."""
    return [claim.area for claim in said(text, language, url=url, **known)]
