"""Figures and claims as JSON-ready objects: the fields that corpus/README.md describes, empty ones left out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from extractor.records import Claim, Figure

CLAIM_FIELDS = (
    "status", "area", "territory", "area_level", "area_basis", "level_basis", "body", "indicator", "subject",
    "statement", "change_base", "plan_base", "programme", "period_start", "period_end", "period_kind", "period_basis",
    "group", "role", "speaker", "rule", "confidence",
)  # fmt: skip


def figure_dict(figure: Figure) -> dict[str, Any]:
    """A figure's place, kind and value; `value` is there even when it is null."""
    fields = {
        "start": figure.start,
        "end": figure.end,
        "surface": figure.surface,
        "kind": figure.kind.value,
        "value": number(figure.value),
        "value_max": number(figure.value_max),
        "unit": figure.unit,
        "comparator": figure.comparator.value,
        "denominator": number(figure.denominator),
        "per": figure.per,
        "rank_of": number(figure.rank_of),
    }
    return {key: value for key, value in fields.items() if value is not None or key == "value"}


def claim_dict(claim: Claim) -> dict[str, Any]:
    """A claim's figure with what it measures, whose it is and for when."""
    fields = {name: getattr(claim, name) for name in CLAIM_FIELDS}
    kept = {key: getattr(value, "value", value) for key, value in fields.items() if value not in (None, "")}
    return figure_dict(claim.figure) | kept


def number(value: Decimal | str | None) -> str | None:
    """A value as a plain decimal string, never in exponent form."""
    return format(value, "f") if isinstance(value, Decimal) else value
