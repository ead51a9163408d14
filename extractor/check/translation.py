"""A translation against its original, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from extractor.check.intervals import value_of
from extractor.check.scope import ACHIEVED, finding, numeric, scale_apart, transposed
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "translation"
ENOUGH = 0.5


def check(articles: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each figure that a translation states otherwise than the original that it names."""
    by_url = {article.url: article for article in articles.values() if article.url}
    for article in articles.values():
        original = by_url.get(article.original_url) if article.original_url else None
        if original is not None and original.id != article.id:
            yield from compare(own(original, claims), own(article, claims))


def own(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The article's quantities in the order of the text."""
    found = [claim for claim in claims if claim.article_id == article.id and numeric(claim)]
    return sorted(found, key=lambda claim: claim.figure.start)


def compare(original: Sequence[Claim], copy: Sequence[Claim]) -> Iterator[Finding]:
    """Lines both texts up by their values; texts that share fewer than half of them are left alone."""
    matcher = SequenceMatcher(None, [signature(c) for c in original], [signature(c) for c in copy], autojunk=False)
    if matcher.ratio() < ENOUGH:
        return
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal":
            for before, after in zip(original[a0:a1], copy[b0:b1], strict=True):
                yield from turned(before, after)
        elif tag == "replace" and a1 - a0 == b1 - b0:
            for before, after in zip(original[a0:a1], copy[b0:b1], strict=True):
                yield from changed(before, after)


def signature(claim: Claim) -> tuple[str, str]:
    """Kind and value, by which figures are lined up."""
    return claim.figure.kind.value, plain(value_of(claim.figure) or Decimal(0))


def changed(before: Claim, after: Claim) -> Iterator[Finding]:
    """The finding on a figure whose value is another: scale lost, digits swapped, or simply different."""
    a, b = value_of(before.figure), value_of(after.figure)
    if a is None or b is None or before.figure.kind is not after.figure.kind:
        return
    known = before.indicator is not None and before.indicator == after.indicator
    form = reason(a, b)
    if form is None and not known:
        return
    detail = {"form": form or "message", "value": plain(b), "original": plain(a)}
    yield finding(NAME, Severity.SEVERE, [after, before], (plain(b), plain(a), ""), **detail)


def reason(a: Decimal, b: Decimal) -> str | None:
    """What became of the number, where that can be told."""
    if scale_apart(a, b):
        return "scale"
    return "transposed" if transposed(a, b) else None


def turned(before: Claim, after: Claim) -> Iterator[Finding]:
    """The finding on a figure that kept its value but is said of another area, or as done instead of planned."""
    if before.indicator is None or before.indicator != after.indicator:
        return
    numbers = (plain(value_of(after.figure) or Decimal(0)), plain(value_of(before.figure) or Decimal(0)), "")
    if before.area and after.area and before.area != after.area:
        detail = {"form": "area", "area_original": before.area}
        yield finding(NAME, Severity.DOUBTFUL, [after, before], numbers, **detail)
    elif (before.status in ACHIEVED) != (after.status in ACHIEVED):
        detail = {"form": "status", "status": after.status.value, "status_original": before.status.value}
        yield finding(NAME, Severity.DOUBTFUL, [after, before], numbers, **detail)
