"""A comparison as rows of text: as people read it (terminal, Markdown), or exact (CSV, JSON)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.catalog import area_name, indicator, texts
from extractor.compare.derived import ranks
from extractor.records import Claim, Comparison, Figure, FigureKind
from extractor.wording import plain, quantity


def rows(comparison: Comparison, language: str, *, exact: bool = False) -> list[dict[str, str]]:
    """One row an area: provinces, then the nation. `exact` gives plain numbers, units and area ids."""
    places = ranks(comparison)
    found = []
    for claim in comparison.claims:
        others = [(other, reason) for other, reason in comparison.left_out if other.area == claim.area]
        told = [other for other, reason in others if reason in ("repeated", "disputed")]
        agree = "no" if any(reason == "disputed" for _, reason in others) else "yes" if told else ""
        sources = str(len({claim.article_id, *(other.article_id for other in told)}))
        facts = {"sources": sources, "agree": agree, "rank": str(places.get(claim.area, ""))}
        found.append(row(comparison, claim, language, exact) | facts | _ids(claim))
    return found


def rows_left_out(comparison: Comparison, language: str, *, exact: bool = False) -> list[dict[str, str]]:
    """One row for each claim that does not stand beside the others, with the reason in words."""
    words = texts(language)["reason"]
    facts = {"sources": "1", "agree": "", "rank": ""}
    return [
        row(comparison, claim, language, exact) | facts | _ids(claim) | {"not_compared": str(words.get(reason, reason))}
        for claim, reason in comparison.left_out
    ]


def row(comparison: Comparison, claim: Claim, language: str, exact: bool = False) -> dict[str, str]:
    """The cells of one claim."""
    known = indicator(comparison.indicator)
    return {
        "indicator": known.id,
        "name": known.name(language),
        "programme": comparison.programme or "",
        **_area(claim, language, exact),
        **(_exact(claim.figure, known.unit) if exact else _read(claim.figure, known.unit, language)),
        "as_of": claim.period_end or "",
        "status": str(texts(language)["status"][claim.status.value]),
    }


def _ids(claim: Claim) -> dict[str, str]:
    """What reviewers said of the claim, and its number."""
    reviewed = [state for state in claim.reasons if state in texts("en")["review"]]
    return {"review": " ".join(reviewed), "claim": "" if claim.id is None else str(claim.id)}


def _area(claim: Claim, language: str, exact: bool) -> dict[str, str]:
    name = {"area": area_name(claim.area, language)}
    return name | {"area_id": claim.area or ""} if exact else name


def _read(figure: Figure, unit: str, language: str) -> dict[str, str]:
    said = figure.kind in (FigureKind.PERCENT, FigureKind.MONEY)
    return {"value": quantity(figure, language), "unit": "" if said else unit}


def _exact(figure: Figure, unit: str) -> dict[str, str]:
    return {
        "value": _number(figure.value),
        "unit": unit_of(figure, unit),
        "comparator": figure.comparator.value,
        "value_max": _number(figure.value_max),
    }


def unit_of(figure: Figure, unit: str) -> str:
    """The unit of the value: the indicator's where it has one, `rank` for a place in a ranking."""
    if figure.kind is FigureKind.RANK:
        return "rank"
    if figure.kind is FigureKind.MONEY:
        return figure.unit or unit
    return unit or figure.unit or ""


def _number(value: Decimal | str | None) -> str:
    return plain(value) if isinstance(value, Decimal) else value or ""


def _one_cell(figure: Figure) -> str:
    """A plain number; a bound or a range says so: `>=600`, `5..7`."""
    sign = "" if figure.comparator.value == "=" else figure.comparator.value
    last = f"..{_number(figure.value_max)}" if figure.value_max is not None else ""
    return sign + _number(figure.value) + last


def wide(comparisons: Sequence[Comparison], language: str, *, exact: bool = False) -> list[dict[str, str]]:
    """One row an area and programme, one column an indicator, for indicators that belong together."""
    table: dict[tuple[str | None, str | None], dict[str, str]] = {}
    names: dict[str, None] = {}
    for comparison in comparisons:
        for claim in comparison.claims:
            start = {**_area(claim, language, exact), "programme": comparison.programme or ""}
            name, cell = _column(comparison, claim, language, exact)
            table.setdefault((comparison.programme, claim.area), start)[name] = cell
            names[name] = None
    return [{**cells, **{name: cells.get(name, "") for name in names}} for cells in table.values()]


def _column(comparison: Comparison, claim: Claim, language: str, exact: bool) -> tuple[str, str]:
    """A column's heading, with the unit where the cell is a bare number, and the cell."""
    known = indicator(comparison.indicator)
    if not exact:
        return known.name(language), quantity(claim.figure, language)
    unit = unit_of(claim.figure, known.unit)
    return known.name(language) + (f" ({unit})" if unit else ""), _one_cell(claim.figure)
