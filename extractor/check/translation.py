"""A translation against its original, figure by figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extractor.check.intervals import value_of
from extractor.check.scope import ACHIEVED, finding, numeric, scale_apart, transposed
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "translation"
ENOUGH = 0.5
Pair = tuple[Claim, Claim]


def check(articles: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each figure that a translation states otherwise than the original that it names."""
    by_url = {article.url: article for article in articles.values() if article.url}
    own = by_article(claims)
    for article in articles.values():
        original = by_url.get(article.original_url) if article.original_url else None
        if original is not None and original.id != article.id:
            yield from compare(own.get(original.id, []), own.get(article.id, []))


def by_article(claims: Sequence[Claim]) -> dict[str | None, list[Claim]]:
    """Each article's quantities in the order of the text."""
    found: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.figure.start):
        if numeric(claim):
            found[claim.article_id].append(claim)
    return found


def compare(original: Sequence[Claim], copy: Sequence[Claim]) -> Iterator[Finding]:
    """Pairs equal values off first; texts that share fewer than half of them are left alone."""
    twins, before, after = pair_off(original, copy)
    if not twins or len(twins) < ENOUGH * min(len(original), len(copy)):
        return
    yield from turned(twins)
    for claim in after:
        match = next((other for other in before if changed(other, claim)), None)
        if match is not None:
            before.remove(match)
            yield report(match, claim)


def pair_off(original: Sequence[Claim], copy: Sequence[Claim]) -> tuple[list[Pair], list[Claim], list[Claim]]:
    """Pairs of equal kind and value, those of one indicator first, and what is left on either side."""
    twins: list[Pair] = []
    before, after = list(original), list(copy)
    for same_indicator in (True, False):
        for claim in list(after):
            match = next((other for other in before if twin(other, claim, same_indicator)), None)
            if match is not None:
                twins.append((match, claim))
                before.remove(match)
                after.remove(claim)
    return twins, before, after


def twin(one: Claim, other: Claim, same_indicator: bool) -> bool:
    """Whether two figures are the same number, said of the same thing where that is asked."""
    return signature(one) == signature(other) and (not same_indicator or one.indicator == other.indicator)


def signature(claim: Claim) -> tuple[str, str]:
    """Kind and value, by which figures are lined up."""
    return claim.figure.kind.value, plain(value_of(claim.figure) or Decimal(0))


def changed(before: Claim, after: Claim) -> bool:
    """Whether two figures without a twin are one figure and its altered copy."""
    a, b = value_of(before.figure), value_of(after.figure)
    if a is None or b is None or before.figure.kind is not after.figure.kind:
        return False
    same_area = before.area == after.area or None in (before.area, after.area)
    known = before.indicator is not None and before.indicator == after.indicator and same_area
    return known or (reason(a, b) is not None and None in (before.indicator, after.indicator))


def report(before: Claim, after: Claim) -> Finding:
    """The finding on a figure whose value is another: scale lost, digits swapped, or simply different."""
    a, b = value_of(before.figure) or Decimal(0), value_of(after.figure) or Decimal(0)
    detail = {"form": reason(a, b) or "message", "value": plain(b), "original": plain(a)}
    return finding(NAME, Severity.SEVERE, [after, before], (plain(b), plain(a), ""), **detail)


def reason(a: Decimal, b: Decimal) -> str | None:
    """What became of the number, where that can be told."""
    if scale_apart(a, b):
        return "scale"
    return "transposed" if transposed(a, b) else None


def turned(twins: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on figures that kept their values but are said of another area, or as done instead of planned."""
    known = [pair for pair in twins if pair[0].indicator and pair[0].indicator == pair[1].indicator]
    moved: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for before, after in known:
        if before.area and after.area and before.area != after.area:
            moved[(before.area, after.area)].append((before, after))
        elif (before.status in ACHIEVED) != (after.status in ACHIEVED):
            statuses = {"status": after.status.value, "status_original": before.status.value}
            yield turn([(before, after)], form="status", **statuses)
    for (area, _), pairs in moved.items():
        yield turn(pairs, form="area", area_original=area)


def turn(pairs: Sequence[Pair], **detail: str) -> Finding:
    """The finding on figures that were turned alike."""
    stated = ", ".join(plain(value_of(after.figure) or Decimal(0)) for _, after in pairs)
    claims = [*(after for _, after in pairs), *(before for before, _ in pairs)]
    return finding(NAME, Severity.DOUBTFUL, claims, (stated, stated, ""), **detail)
