"""One claim for what an article says twice: a repeated paragraph, a headline and its body."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from extractor.claim.scene import HEADINGS, Scene, is_headline
from extractor.records import Claim, Figure, FigureKind, Status

GOALS = (Status.TARGET, Status.FORECAST)


def merged(claims: Sequence[Claim], view: Scene) -> list[Claim]:
    """The claims, each once, with every place that says it; the fullest of the body speaks for the rest."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        found.setdefault(_key(claim, view), []).append(claim)
    kept = []
    for alike in found.values():
        if len(alike) == 1 or len({(one.period_start, one.period_end) for one in alike if _dated(one)}) > 1:
            kept += alike
            continue
        best = min(alike, key=lambda claim: _rank(claim, view))
        spans = tuple(sorted((claim.figure.start, claim.figure.end) for claim in alike))
        kept.append(replace(best, mentions=spans))
    return sorted(kept, key=lambda claim: claim.figure.start)


def as_told_below(claims: Sequence[Claim], view: Scene) -> list[Claim]:
    """The claims, those of a headline wished for where the text below tells their value as a goal only."""
    below: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        below.setdefault(_same(claim), []).append(claim)
    headlines = {unit.start for unit in view.units if unit.figures and is_headline(unit, view.text)}
    wished = (_wished(claim, below[_same(claim)], headlines) for claim in claims)
    return [_named(claim, below[_same(claim)], headlines) for claim in wished]


def _named(claim: Claim, alike: Sequence[Claim], headlines: Set[int]) -> Claim:
    """The claim of a sum that only a headline names, or only the text below it: `Huế thu ngân sách vượt 9.000 tỷ đồng`
    over `Chạm mốc 9.000 tỷ đồng, …`."""
    if claim.indicator is not None or claim.figure.kind is not FigureKind.MONEY or len(alike) == 1:
        return claim
    above = claim.sentence[0] in headlines
    others = [one for one in alike if (one.sentence[0] in headlines) is not above and _who(one) == _who(claim)]
    found = {one.indicator for one in others if one.indicator}
    return replace(claim, indicator=found.pop()) if len(found) == 1 else claim


def _who(claim: Claim) -> tuple[object, ...]:
    return claim.area, claim.body


def _same(claim: Claim) -> tuple[object, ...]:
    return claim.figure.kind, claim.figure.value, claim.figure.value_max, claim.figure.unit, claim.statement


def _wished(claim: Claim, alike: Sequence[Claim], headlines: Set[int]) -> Claim:
    """The claim of a headline with the goal that the first like it below has, and with the time of all like it."""
    told = [one for one in alike if one.sentence[0] >= claim.sentence[1] and one.sentence[0] not in headlines]
    told = [one for one in told if one.indicator == claim.indicator or None in (one.indicator, claim.indicator)]
    if claim.sentence[0] not in headlines or not told:
        return claim
    if claim.status is Status.ACTUAL and all(one.status in GOALS for one in told):
        claim = replace(claim, status=told[0].status)
    elif any((one.status in GOALS) is not (claim.status in GOALS) for one in told):
        return claim
    times = {(one.period_start, one.period_end) for one in told}
    return claim if _dated(claim) or len(times) > 1 else _at_time_of(told[0], claim)


def _at_time_of(told: Claim, claim: Claim) -> Claim:
    return replace(
        claim,
        period_start=told.period_start,
        period_end=told.period_end,
        period_kind=told.period_kind,
        period_basis=told.period_basis,
    )


def _dated(claim: Claim) -> bool:
    """Whether the sentence itself says when: `17% (cuối năm 2023: 9%)` may say one value of two times."""
    return claim.period_basis == "sentence"


def _rank(claim: Claim, view: Scene) -> tuple[bool, bool, int, int]:
    """What states its period comes first, then the body, then the fullest."""
    undated = claim.period_basis in (None, "published")
    return undated, _in_heading(claim, view), -_filled(claim), claim.figure.start


def _key(claim: Claim, view: Scene) -> tuple[object, ...]:
    figure = claim.figure
    value = (figure.kind, figure.value, figure.value_max, figure.unit if figure.kind == "money" else None)
    what: object = claim.indicator
    if claim.indicator is None:
        words = view.text[claim.sentence[0] : claim.sentence[1]].split()
        what = (" ".join(words), figure.start - claim.sentence[0]) if words else figure.start
    said = (claim.status, claim.statement, claim.change_base, claim.plan_base)
    return (what, claim.area, claim.body, claim.programme, value, *said)


def _in_heading(claim: Claim, view: Scene) -> bool:
    return any(
        block.kind in HEADINGS and block.start <= claim.figure.start < block.end for block in view.article.blocks
    )


def _filled(claim: Claim) -> int:
    strong = ("item", "sentence")
    known = [claim.group, claim.programme, claim.period_end, claim.speaker]
    return sum(one is not None for one in known) + (claim.area_basis in strong) + _precise(claim.figure)


def _precise(figure: Figure) -> int:
    return 1 if figure.denominator is not None else 0
