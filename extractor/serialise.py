"""Figures and claims as JSON-ready objects: the fields that corpus/README.md describes, empty ones left out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from extractor.errors import InputError
from extractor.records import Claim, Figure

CLAIM_FIELDS = (
    "status", "area", "territory", "area_level", "area_basis", "level_basis", "body", "indicator", "subject",
    "statement", "change_base", "plan_base", "programme", "period_start", "period_end", "period_kind", "period_basis",
    "group", "role", "speaker", "rule", "confidence",
)  # fmt: skip
FIGURE_FIELDS = (
    "start", "end", "surface", "kind", "value", "value_max", "unit", "comparator", "denominator", "per", "rank_of",
)  # fmt: skip
FRAME_COLUMNS = ("id", "article_id", *FIGURE_FIELDS, "value_num", *CLAIM_FIELDS)


def figure_dict(figure: Figure) -> dict[str, Any]:
    """A figure's place, kind and value; `value` is there even when it is null."""
    fields = {name: plain(getattr(figure, name)) for name in FIGURE_FIELDS}
    return {key: value for key, value in fields.items() if value is not None or key == "value"}


def claim_dict(claim: Claim) -> dict[str, Any]:
    """A claim's figure with what it measures, whose it is and for when."""
    fields = {name: getattr(claim, name) for name in CLAIM_FIELDS}
    kept = {key: plain(value) for key, value in fields.items() if value not in (None, "")}
    return figure_dict(claim.figure) | kept


def plain(value: Any) -> Any:
    """A field as JSON holds it."""
    return value.value if isinstance(value, Enum) else number(value)


def number(value: Decimal | str | None) -> str | None:
    """A value as a plain decimal string, never in exponent form."""
    return format(value, "f") if isinstance(value, Decimal) else value


def stored_dict(claim: Claim) -> dict[str, Any]:
    """A claim as an object, with its number and its article's id where it is out of a database."""
    known = {"id": claim.id, "article_id": claim.article_id}
    return {key: value for key, value in known.items() if value is not None} | claim_dict(claim)


def frame(claims: Iterable[Claim]) -> Any:
    """The claims as a pandas DataFrame: exact values as text, `value_num` for arithmetic; InputError without pandas."""
    if find_spec("pandas") is None:
        raise InputError("a DataFrame needs the package pandas", "install it with pip install pandas")
    rows = [{"value_num": real(claim.figure.value)} | stored_dict(claim) for claim in claims]
    return import_module("pandas").DataFrame(rows, columns=list(FRAME_COLUMNS))


def real(value: Decimal | str | None) -> float | None:
    """A number for arithmetic; None for dates and names."""
    return float(value) if isinstance(value, Decimal) else None
