"""Articles, claims and pages that the tests of the database are written with."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractor.records import Article, Block, Claim, Figure, FigureKind, Page

TEXT = "Tiến độ\nTỉnh được giao 47 nhiệm vụ, đã hoàn thành 15 nhiệm vụ.\nCòn 8 nhiệm vụ chậm."


def article(text: str = TEXT, url: str | None = "https://bao.test/a1", **fields: object) -> Article:
    """An article of one paragraph a line."""
    bounds = [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n"), len(text) + 1]
    spans = list(pairwise(bounds))
    made = Article(
        id=hashlib.sha256((url or text).encode()).hexdigest()[:16],
        url=url,
        title=text.partition("\n")[0],
        published="2025-10-15",
        language="vi",
        publisher="bao.test",
        original_url=None,
        text=text,
        blocks=tuple(Block("paragraph" if start else "title", start, stop - 1, "vi") for start, stop in spans),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parser="plain/1",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def claim(text: str, surface: str, indicator: str | None = "tasks.assigned", **fields: object) -> Claim:
    """A claim on the first place of the surface in the text."""
    start = text.index(surface)
    figure = Figure(start, start + len(surface), surface, FigureKind.COUNT, Decimal(surface), precision=Decimal(1))
    made = Claim(figure, indicator, "nhiệm vụ", "quang-ninh", "quang-ninh", "province", 34, "context", "sentence")
    return replace(made, **fields)  # type: ignore[arg-type]


def page(body: bytes = b"<p>", at: str = "2025-10-16T00:00:00Z", url: str = "https://bao.test/a1") -> Page:
    """A fetched page."""
    return Page(url, url, 200, (), body, at, "text/html", hashlib.sha256(body).hexdigest())


CLAIMS = [claim(TEXT, "47", group=1, role="total"), claim(TEXT, "15", "tasks.completed", group=1, role="part")]
