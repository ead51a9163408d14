"""Why a text reads as it does: a row for each number, from the rules that read it to what decided its claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.files import Known
from extractor.pipeline import plain_article
from extractor.records import Comparator, Figure

if TYPE_CHECKING:
    from extractor.claim import Explained, Outlook

COLUMNS = (
    "text",
    "taken for",
    "rules",
    "value",
    "unit",
    "indicator",
    "decided by",
    "candidates",
    "area",
    "area from",
    "period",
    "period from",
    "status",
)


def explain(text: str, known: Known) -> tuple[str, list[dict[str, Any]]]:
    """Whom and when the text is told of, and its numbers in order: what each was taken for and by which rules, or why
    it is no figure."""
    from extractor.claim import explain as claim_reasons
    from extractor.claim import outlook
    from extractor.read import read_article
    from extractor.read.explain import explain as reading_reasons

    article = plain_article(text, known)
    trace = reading_reasons(article.text, article.language, article.published)
    reading = read_article(article)
    claimed = {(o.claim.figure.start, o.claim.figure.end): o for o in claim_reasons(article, reading)}
    rows = [(one.start, _row(one.surface, "refused", one.reason)) for one in trace.refusals]
    for figure in trace.figures:
        row = _row(figure.surface, figure.kind.value, figure.rule) | _read(figure)
        rows.append((figure.start, row | _decided(claimed.get((figure.start, figure.end)))))
    return _told(outlook(article, reading)), [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _told(whole: Outlook) -> str:
    """`read as told of ca-mau (publisher), for 2025-01-01/2025-09-30 (heading)`"""
    area, when = whole.area, whole.period
    of = f"{area.area} ({area.basis})" if area.area else "no place"
    time = f"{_span(when.start, when.end)} ({when.basis})" if when.end else "no time"
    return f"read as told of {of}, for {time}"


def _span(*ends: str | None) -> str:
    return "/".join(filter(None, ends))


def _row(surface: str, taken_for: str, rules: str) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS, "") | {"text": surface, "taken for": taken_for, "rules": rules}


def _read(figure: Figure) -> dict[str, str]:
    """A value with its comparator and upper end, and its unit: `>=12`, `10..12`; empty where nothing exact is said."""
    ends = [str(end) for end in (figure.value, figure.value_max) if end is not None]
    bound = figure.comparator if ends and figure.comparator is not Comparator.EQUAL else ""
    return {"value": bound + "..".join(ends), "unit": figure.unit or ""}


def _decided(one: Explained | None) -> dict[str, Any]:
    if one is None:
        return {}
    claim, naming = one.claim, one.naming
    return {
        "indicator": claim.indicator or f"({claim.subject})",
        "decided by": naming.reason or naming.rule,
        "candidates": ", ".join(dict.fromkeys(match.rule.name for match in naming.matches)),
        "area": claim.area or "",
        "area from": claim.area_basis or "",
        "period": _span(claim.period_start, claim.period_end),
        "period from": claim.period_basis or "",
        "status": claim.status.value,
    }
