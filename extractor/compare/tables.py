"""A comparison as rows of text, for the terminal, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.catalog import area_name, indicator, texts
from extractor.records import Claim, Comparison, FigureKind
from extractor.wording import quantity


def rows(comparison: Comparison, language: str) -> list[dict[str, str]]:
    """One row an area: provinces, then the nation."""
    others = [claim for claim, reason in comparison.left_out if reason in ("repeated", "disputed")]
    return [row(comparison, claim, others, language) for claim in comparison.claims]


def row(comparison: Comparison, claim: Claim, others: Sequence[Claim], language: str) -> dict[str, str]:
    """The cells of one claim."""
    known = indicator(comparison.indicator)
    same_area = [other for other in others if other.area == claim.area]
    return {
        "indicator": known.id,
        "name": known.name(language),
        "programme": comparison.programme or "",
        "area": area_name(claim.area, language),
        "value": quantity(claim.figure, language),
        "unit": "" if claim.figure.kind in (FigureKind.PERCENT, FigureKind.MONEY) else known.unit,
        "as_of": claim.period_end or "",
        "status": str(texts(language)["status"][claim.status.value]),
        "sources": str(len({claim.article_id, *(other.article_id for other in same_area)})),
        "claim": "" if claim.id is None else str(claim.id),
    }


def wide(comparisons: Sequence[Comparison], language: str) -> list[dict[str, str]]:
    """One row an area and programme, one column an indicator, for indicators that belong together."""
    table: dict[tuple[str | None, str | None], dict[str, str]] = {}
    for comparison in comparisons:
        name = indicator(comparison.indicator).name(language)
        for claim in comparison.claims:
            start = {"area": area_name(claim.area, language), "programme": comparison.programme or ""}
            table.setdefault((comparison.programme, claim.area), start)[name] = quantity(claim.figure, language)
    names = dict.fromkeys(indicator(comparison.indicator).name(language) for comparison in comparisons)
    return [{**cells, **{name: cells.get(name, "") for name in names}} for cells in table.values()]
