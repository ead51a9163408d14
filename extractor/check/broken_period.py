"""Periods that end before they begin or that begin and end in the same named year, and dates no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extractor.check.scope import causes, finding
from extractor.records import Article, Claim, FigureKind, Finding, Severity

NAME = "broken_period"
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
YEARS = re.compile(r"(?<![\w/.–-])((?:19|20)[0-9]{2}) ?[-–] ?((?:19|20)[0-9]{2})(?![\w/–-])")
DAY = re.compile(r"(?<![\w/.–-])([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![\w/–-])")
FULL = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
LAST_YEAR = 2100
Fault = tuple[Claim, str, str]


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each date or period that cannot be: a claim's own, or one that stands beside a claim."""
    told = set()
    for claim, form, written in (*faults(claims), *beside(article.text, claims)):
        if written not in told:
            told.add(written)
            detail = causes(article, {"form": form, "text_written": written})
            yield finding(NAME, Severity.DOUBTFUL, [claim], (written, "", ""), **detail)


def faults(claims: Sequence[Claim]) -> Iterator[Fault]:
    """Claims whose own date or period cannot be."""
    for claim in claims:
        if form := fault(claim):
            yield claim, form, claim.figure.surface or f"{claim.period_start} – {claim.period_end}"


def beside(text: str, claims: Sequence[Claim]) -> Iterator[Fault]:
    """Spans of years and dates as written that cannot be, each with the nearest claim of its sentence."""
    for found in (*YEARS.finditer(text), *DAY.finditer(text)):
        form = years_fault(found) if found.re is YEARS else day_fault(found)
        same = [claim for claim in claims if claim.sentence[0] <= found.start() < claim.sentence[1]]
        if form and same:
            yield min(same, key=lambda claim: abs(claim.figure.start - found.start())), form, found.group()


def years_fault(found: re.Match[str]) -> str | None:
    """What is wrong with a span of two years."""
    first, last = found.groups()
    return "reversed" if first > last else "same_year" if first == last else None


def day_fault(found: re.Match[str]) -> str | None:
    """`impossible` where the numbers are a date neither as day and month nor as month and day."""
    one, other, year = found.group(1).zfill(2), found.group(2).zfill(2), found.group(3)
    return None if possible(f"{year}-{other}-{one}") or possible(f"{year}-{one}-{other}") else "impossible"


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
