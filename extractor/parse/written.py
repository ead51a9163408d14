"""Days written out, such as "ngày 4 tháng 9 năm 2026": forms in patterns/layout.toml, months from each language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from extractor.rules import Patterns, Schema, patterns

LAYOUT = Schema({"kind": str}, required=("kind",))
_WORDS = Schema({"role": str, "value": str, "only": str, "note": str}, required=("role",))
_PARTS = {"%d": r"(?P<d>\d{1,2})", "%m": r"(?P<m>\d{1,2})", "%Y": r"(?P<y>\d{4})"}


def source_of(phrase: str, months: Sequence[str] = ()) -> str:
    """A form of a day as a regular expression with its parts named d, m, y; a month's name is named B."""
    source = re.escape(phrase).replace(r"\ ", r"\s{1,4}")
    named = "|".join(map(re.escape, sorted(months, key=len, reverse=True))) or "(?!)"
    for part, pattern in {**_PARTS, "%B": f"(?P<B>{named})"}.items():
        source = source.replace(part, pattern)
    return source


def written_day(text: str) -> tuple[str, str, str] | None:
    """Year, month and day of the first day that is written out in a text."""
    forms, months = _forms(patterns())
    for form in forms:
        found = form.search(text)
        if found:
            groups = found.groupdict()
            return groups["y"], groups.get("m") or months[groups["B"].casefold()], groups["d"]
    return None


def is_written(phrase: str, text: str) -> bool:
    """Whether a text holds a day in this form."""
    forms, months = _forms(patterns())
    return any(form.search(text) for form in forms if form.pattern == _bounded(source_of(phrase, tuple(months))))


def _bounded(source: str) -> str:
    return rf"(?<!\w){source}(?!\w)"


@lru_cache(maxsize=4)
def _forms(rules: Patterns) -> tuple[tuple[re.Pattern[str], ...], Mapping[str, str]]:
    months = {
        name.casefold(): str(rule["value"])
        for language in rules.languages()
        for rule in rules.rules(f"{language}/dates.toml", _WORDS)
        if rule["role"] == "month"
        for name in rule.phrases
    }
    table = rules.rules("layout.toml", LAYOUT)
    phrases = [phrase for rule in table if rule["kind"] == "date" for phrase in rule.phrases]
    sources = (source_of(phrase, tuple(months)) for phrase in phrases)
    return tuple(re.compile(_bounded(source), re.IGNORECASE) for source in sources), months
