"""Periods that end before they begin or that begin and end in the same named year, and dates no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractor.check.scope import causes, finding
from extractor.records import Article, Claim, FigureKind, Finding, Severity

NAME = "broken_period"
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
FULL = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
LAST_YEAR = 2100


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each date or period that cannot be."""
    for claim in claims:
        form = fault(claim)
        if form:
            written = claim.figure.surface or f"{claim.period_start} – {claim.period_end}"
            detail = causes(article, {"form": form, "text_written": written})
            yield finding(NAME, Severity.DOUBTFUL, [claim], (written, "", ""), **detail)


def fault(claim: Claim) -> str | None:
    """What is wrong with the claim's own date or period."""
    start, end = claim.figure.value, claim.figure.value_max
    if claim.figure.kind is FigureKind.PERIOD and isinstance(start, str) and isinstance(end, str):
        years = YEAR.findall(claim.figure.surface)
        if start > end:
            return "reversed"
        return "same_year" if len(years) == 2 and years[0] == years[1] else None
    if claim.figure.kind is FigureKind.DATE and isinstance(start, str):
        return None if possible(start) else "impossible"
    return None


def possible(iso: str) -> bool:
    """Whether a date exists; a partial one is possible when its year is."""
    if not iso[:4].isdigit() or not 1 <= int(iso[:4]) <= LAST_YEAR or len(iso.partition("-")[0]) != 4:
        return False
    found = FULL.fullmatch(iso)
    try:
        return not found or bool(date(*(int(part) for part in found.groups())))
    except ValueError:
        return False
