"""What is new, changed or withdrawn between two runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.records import Change, Claim

Key = tuple[object, ...]


def changes(before: Iterable[Claim], after: Iterable[Claim]) -> list[Change]:
    """Claims with an indicator that came, changed their value or went, in that order, within each article."""
    old, new = by_subject(before), by_subject(after)
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        found += differences(old.get(key, []), new.get(key, []))
    order = ("new", "changed", "withdrawn")
    return sorted(found, key=lambda change: order.index(change.kind))


def by_subject(claims: Iterable[Claim]) -> dict[Key, list[Claim]]:
    """Claims by article and by what they are about."""
    grouped: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.indicator:
            about = (claim.indicator, claim.area, claim.body, claim.programme, claim.status, claim.statement)
            grouped[(claim.article_id, *about)].append(claim)
    return grouped


def differences(old: list[Claim], new: list[Claim]) -> list[Change]:
    """Pairs off equal values, then what is left in the order of the text."""
    gone = list(old)
    came = []
    for claim in new:
        twin = next((other for other in gone if other.figure.value == claim.figure.value), None)
        if twin is None:
            came.append(claim)
        else:
            gone.remove(twin)
    both = min(len(gone), len(came))
    changed = [Change("changed", claim, was) for claim, was in zip(came, gone, strict=False)]
    added = [Change("new", claim) for claim in came[both:]]
    return [*changed, *added, *(Change("withdrawn", claim) for claim in gone[both:])]
