"""Why a text reads as it does: a row for each number, from the rules that read it to what decided its claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.files import Known
from extractor.pipeline import plain_article

if TYPE_CHECKING:
    from extractor.claim import Explained


def explain(text: str, known: Known) -> list[dict[str, Any]]:
    """The numbers of a text in order: what each was taken for and by which rules, or why it is no figure."""
    from extractor.claim import explain as claim_reasons
    from extractor.read import read_article
    from extractor.read.explain import explain as reading_reasons

    article = plain_article(text, known)
    trace = reading_reasons(article.text, article.language, article.published)
    claimed = {(o.claim.figure.start, o.claim.figure.end): o for o in claim_reasons(article, read_article(article))}
    rows = [(one.start, _row(one.surface, "refused", one.reason)) for one in trace.refusals]
    for figure in trace.figures:
        claim = claimed.get((figure.start, figure.end))
        rows.append((figure.start, _row(figure.surface, figure.kind.value, figure.rule) | _decided(claim)))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _row(surface: str, taken_for: str, rules: str) -> dict[str, Any]:
    names = ("text", "taken for", "rules", "indicator", "decided by", "candidates", "area", "because of")
    return dict.fromkeys(names, "") | {"text": surface, "taken for": taken_for, "rules": rules}


def _decided(one: Explained | None) -> dict[str, Any]:
    if one is None:
        return {}
    claim, naming = one.claim, one.naming
    return {
        "indicator": claim.indicator or f"({claim.subject})",
        "decided by": naming.reason or naming.rule,
        "candidates": ", ".join(dict.fromkeys(match.rule.name for match in naming.matches)),
        "area": claim.area or "",
        "because of": claim.area_basis or "",
    }
