"""Figures that belong together: a whole and its parts, a share with its ratio, an actual with its target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from extractor.claim.lists import listed
from extractor.claim.scene import Scene
from extractor.claim.what.rulebook import Rulebook
from extractor.records import Claim, FigureKind, Statement, Status

ACHIEVED = {Status.ACTUAL, Status.ESTIMATE}
SPAN = 1500
RATIO_GAP = 90
RATIO_WORDS = 16


def grouped(claims: Sequence[Claim], view: Scene, book: Rulebook) -> list[Claim]:
    """The claims with their groups and roles; one group for one whole, area, programme and stretch of text."""
    found = list(claims)
    _families(found, book)
    numbers = count(max((claim.group or 0 for claim in found), default=0) + 1)
    _bare_ratios(found, numbers)
    listed(found, view, numbers)
    _comparisons(found, numbers)
    return found


def _families(found: list[Claim], book: Rulebook) -> None:
    open_groups: dict[tuple[object, ...], tuple[int, int]] = {}
    members: dict[int, list[tuple[int, str]]] = {}
    for index, claim in enumerate(found):
        family = book.families.get(claim.indicator or "")
        if family is None or claim.statement is not Statement.LEVEL:
            continue
        whole, role = family
        key = (whole, claim.area, claim.body, claim.programme, claim.status in ACHIEVED)
        group, last = open_groups.get(key, (0, -SPAN))
        if claim.figure.start - last > SPAN or _told_of_another_time(claim, members.get(group, ()), found):
            group = len(members) + 1
        open_groups[key] = (group, claim.figure.start)
        members.setdefault(group, []).append((index, role))
    for group, together in members.items():
        for index, role in together if len(together) > 1 else ():
            found[index] = replace(found[index], group=group, role=role)


def _told_of_another_time(claim: Claim, members: Sequence[tuple[int, str]], found: Sequence[Claim]) -> bool:
    """Whether the group has the same indicator already, for another time: `27 việc năm nay … cả giai đoạn 27 việc`."""
    same = [found[index] for index, _ in members if found[index].indicator == claim.indicator]
    times = {(one.period_start, one.period_end) for one in same}
    return bool(times) and (claim.period_start, claim.period_end) not in times


def _bare_ratios(found: list[Claim], numbers: Iterator[int]) -> None:
    """`6.084/7.669 xã (79,3%)`: a ratio, its whole and its share, whatever they measure."""
    for first in range(len(found) - 1):
        roles = _ratio_roles(found[first], found[first + 1])
        if roles is None:
            continue
        group = next(numbers)
        for index, role in zip((first, first + 1), roles, strict=True):
            found[index] = replace(found[index], group=group, role=role)
        share = found[first + 2] if first + 2 < len(found) else None
        if share and share.group is None and _unnamed_share(share) and _near(found[first + 1], share):
            found[first + 2] = replace(share, group=group, role="share")


def _ratio_roles(one: Claim, other: Claim) -> tuple[str, str] | None:
    """The roles of two neighbours that are a part and its whole, in either order (`64 میں سے 38`), else None."""
    if other.figure.start - one.figure.end > RATIO_WORDS:
        return None
    if one.group is None and one.figure.denominator is not None and one.figure.denominator == other.figure.value:
        return "numerator", "denominator"
    if other.group is None and other.figure.denominator is not None and other.figure.denominator == one.figure.value:
        return "total", "numerator"
    return None


def _unnamed_share(claim: Claim) -> bool:
    """Whether it is a percentage that no rule says is the share of something else."""
    return claim.figure.kind is FigureKind.PERCENT and claim.indicator is None


def _near(one: Claim, other: Claim) -> bool:
    return other.sentence == one.sentence and other.figure.start - one.figure.end <= RATIO_GAP


def _comparisons(found: list[Claim], numbers: Iterator[int]) -> None:
    """Two neighbours of one indicator: what was reached and what was wished for, or this area and the nation."""
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        alike = one.indicator is not None and one.indicator == other.indicator and one.sentence == other.sentence
        if not alike or one.group is not None or other.group is not None:
            continue
        roles = _roles(one, other)
        if roles:
            group = next(numbers)
            found[index - 1] = replace(one, group=group, role=roles[0])
            found[index] = replace(other, group=group, role=roles[1])


def _roles(one: Claim, other: Claim) -> tuple[str, str] | None:
    if one.area == other.area and (one.status in ACHIEVED) != (other.status in ACHIEVED):
        return ("actual", "target") if one.status in ACHIEVED else ("target", "actual")
    if one.area != other.area and "nation" in (one.area_level, other.area_level):
        return ("here", "nation") if other.area_level == "nation" else ("nation", "here")
    return None
