"""The parts that phrases play in the grammar of figures, and what their `value` may be."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from extractor.errors import RuleError
from extractor.records import Comparator

ROLES = frozenset(
    {
        *("scale", "percent", "points", "fraction", "part", "multiple", "vague"),
        *("half_more", "negative", "decimal_word", "money", "measure", "time", "age", "aged"),
        *("score", "times", "per", "per_word", "per_behind", "per_head", "noun", "wind"),
        *("month", "month_word", "year_word", "year_noun", "day_word", "quarter_word", "quarter", "half_year"),
        "half_month",
        *("first_months", "last_months", "span_word", "of_year", "first_day", "school_year", "hour"),
        *("minute", "half_day", "so_far", "reached", "lasting", "ago", "relative"),
        *("before", "after", "to", "from", "between", "and", "move"),
        *("rank", "ordinal", "nth", "term", "out_of", "whole_of", "name_before", "name_after"),
        *("phrase", "number_sign", "word_of_document", "phone", "street", "street_after", "whole"),
        *("plain_noun", "cardinal", "tens", "ten_times", "hundred", "link", "after_tens"),
        *("quarter_more", "money_scale", "money_head", "joined", "against", "part_of", "result", "lunar", "counting"),
        "whole_word",
    }
)


def _whole(first: int, last: int) -> Callable[[str], bool]:
    return lambda value: value.lstrip("-").isdecimal() and value.isascii() and first <= int(value) <= last


def _number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _sign(value: str) -> bool:
    return value in {comparator.value for comparator in Comparator}


# What the value of a role must be, in words and as a test; a role that is not here needs none or any.
VALUES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "scale": ("a number of zeros", _whole(0, 18)),
    "month": ("a month's number", _whole(1, 12)),
    "quarter": ("1, 2, 3 or 4", _whole(1, 4)),
    "half_year": ("1 or 2", _whole(1, 2)),
    "half_month": ("1 or 2", _whole(1, 2)),
    "relative": ("a number of years from today", _whole(-100, 100)),
    **dict.fromkeys(("before", "after"), ("a comparator", _sign)),
    **dict.fromkeys(("cardinal", "tens", "after_tens", "ordinal", "quarter_more"), ("a number", _number)),
    **dict.fromkeys(("fraction", "multiple"), ("a number", _number)),
    "part": ("a number or nothing", lambda value: not value or _number(value)),
    "rank": ("a comparator or nothing", lambda value: not value or _sign(value)),
    "half_day": ("am or pm", lambda value: value in ("am", "pm")),
}


def check(role: str, value: str, where: str) -> None:
    """RuleError where there is no such role, or the role cannot use the value."""
    if role not in ROLES:
        raise RuleError(f"{where} has the unknown role {role!r}", "see the roles in patterns/README.md")
    wanted, fits = VALUES.get(role, ("", None))
    if fits is not None and not fits(value):
        raise RuleError(f"{where} has the value {value!r}, which the role {role!r} cannot use", f"write {wanted}")
