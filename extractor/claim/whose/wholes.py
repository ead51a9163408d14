"""Wholes that own no figure: what a share is of, and a larger place that only says where a smaller one stands."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import PLANS, Unit
from extractor.claim.what.shared import shares
from extractor.claim.whose.levels import FOREIGN, NATION, REGION, SIZE, SIZES
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.provinces import ONE_OF, opens
from extractor.records import Figure, FigureKind, Term

ADJACENT = 14
AFTER = 120
# Nothing but a space stands between what is beside each other; two words say with what a rank is held.
BESIDE, HELD = 1, 2
LIST_SIGNS = (",", ";", "،", "؛")


def without_wholes(found: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> list[Mark]:
    """The marks without a nation that a share was taken of (`Huế …, chiếm 16% cả nước, giảm 8%`), and without one or
    a region that only says where a province stands: `Huế ghi dấu trên bản đồ du lịch cả nước với 9 lễ hội`."""
    kept: list[Mark] = []
    nested = 0
    for mark in found:
        if kept and mark.end <= figure.start and _lies_in(kept[-1], mark, nested, unit, text):
            nested = mark.end
            continue
        behind = [one for one in unit.figures if one.kind is FigureKind.PERCENT and one.end <= mark.start]
        whole = False
        if behind and mark.level in ("nation", REGION):
            told = mark.level == "nation" and bool(kept) and behind[-1].end < figure.start
            whole = told or shares(behind[-1], unit, text, habits(unit.language))
        if _where_it_stands(mark, kept, figure, unit, text) or _shared_out(mark, found, unit, text):
            continue
        if not whole or signs.LIST.search(text, behind[-1].end, mark.start):
            kept.append(mark)
    return kept


def lying_in(small: Mark, found: Sequence[Mark], unit: Unit, text: str) -> list[Mark]:
    """What the sentence says that a place lies in, each in the next."""
    nested, told = 0, list[Mark]()
    for mark in found:
        if mark.start > small.end and _lies_in(small, mark, nested, unit, text):
            nested = mark.end
            told.append(mark)
    return told


def _shared_out(mark: Mark, found: Sequence[Mark], unit: Unit, text: str) -> bool:
    """Whether the percentage behind a nation or region is a share of something of it: `ملک کے چاول کا 22%`.

    So is a province's behind a unit of it, and what a total says: `صوبے میں پلوں کی کل تعداد کا 9%`.
    """
    using = habits(unit.language)
    before = [one for one in found if one.end <= mark.start]
    larger = mark.level == "province" and before and before[-1].level in SIZES[: SIZE["province"]]
    if not using.share_of or not (larger or mark.level in ("nation", REGION)):
        return False
    share = next((one for one in unit.figures if one.start >= mark.end), None)
    if share is None or share.kind is not FigureKind.PERCENT or share.start - mark.end > AFTER:
        return False
    if any(mark.end <= other.start < share.start for other in found):
        return False
    gap, own = text[mark.end : share.start], text[mark.start : mark.end].rsplit(maxsplit=1)[-1]
    words = [word for word in gap.split() if word not in using.share_between]
    if not words or signs.CLAUSE.search(gap):
        return not words and own in using.share_of_name
    if any(_of_plan(one, mark, share, text, using.share_between) for one in unit.of("statement", *PLANS)):
        return False
    total = not using.share_total.isdisjoint(words)
    return words[-1] in using.share_of and (total or own in using.share_of or words[0] in using.share_of)


def _of_plan(plan: Term, mark: Mark, share: Figure, text: str, between: frozenset[str]) -> bool:
    """Whether the share is of a plan, told of more than its owner: `ملک کی سرمایہ کاری کی تقسیم منصوبے کے 90%`."""
    told = mark.end + 1 < plan.start and plan.end <= share.start
    return told and between.issuperset(text[plan.end : share.start].split())


def _where_it_stands(mark: Mark, kept: Sequence[Mark], figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a larger place goes on a clause about a smaller one: `xã A nằm ở huyện B`, `Huế nằm ở miền Trung`."""
    if not kept or not kept[-1].end <= mark.start < figure.start:
        return False
    wide = mark.level in ("nation", REGION) and kept[-1].level == "province" and not adjacent(mark, figure, text)
    larger = kept[-1].key and kept[-1].level in SIZES[: SIZE.get(mark.level, 0)]
    if not (wide or (larger and habits(unit.language).unit_name == "after")):
        return False
    inside = any(kept[-1].end <= other.start < mark.start for other in unit.figures)
    return not inside and not signs.CLAUSE.search(text, kept[-1].end, mark.start)


def _lies_in(small: Mark, mark: Mark, nested: int, unit: Unit, text: str) -> bool:
    """Whether a comma or `in` says of a smaller place what it lies in, in what that lies too: `xã A, huyện B có`,
    `a commune in the remote province of A`."""
    if not small.key or small.level not in SIZES[: SIZE.get(mark.level, 0)]:
        return False
    using, start = habits(unit.language), max(small.end, nested)
    words = unit.of("scope", "province", "province_name", "city_name")
    word = next((one for one in words if start <= one.start < mark.start), None)
    named = word is not None and text[word.end : mark.start].strip() in ("", *using.owners)
    gap = text[start : word.start if word and named else mark.start].split()
    gap = gap or (text[word.start : word.end].split()[:1] if word else [])  # `in the province`
    if not gap or gap[0] not in (",", *using.inside):
        return False
    kinds = [one.replace("-", "") for one in gap[1:] if one not in using.articles]
    return all(one.islower() and one.isalpha() and one not in using.function for one in kinds)


def adjacent(mark: Mark, figure: Figure, text: str) -> bool:
    """Whether the figure stands right behind the name."""
    near = 0 <= figure.start - mark.end <= ADJACENT and mark.key is not None
    return near and not signs.LIST.search(text, mark.end, figure.start)


def within(owner: Mark, last: Mark, text: str) -> bool:
    """Whether a larger unit behind a comma only says where a smaller one lies: `Tân Hòa village, Tân Sơn commune`."""
    larger = owner.key and last.key and owner.level in SIZES[: SIZE.get(last.level, 0)] and last.level != "province"
    return bool(larger) and text[owner.end : last.start].strip() in (",", "،")


def set_of_rank(mark: Mark, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the nation, a region or the world is what a rank is in; what is ranked itself stands before it."""
    using = habits(unit.language)
    rank = figure if figure.kind is FigureKind.RANK else _rank_with(figure, unit, text)
    if rank is None or mark.level not in ("nation", REGION, FOREIGN):
        return False
    if using.status_side == "after" and mark.level == REGION and not text[mark.end : figure.start].strip():
        return text[mark.start : mark.end].rsplit(maxsplit=1)[-1] in using.placing  # `ڈیلٹا پہلے نمبر پر`
    after = using.status_side == "after" and 0 <= figure.start - mark.end <= BESIDE
    if after or any(word in text[mark.end : figure.start] for word in using.among):
        return True
    if rank is not figure:
        return False
    told = mark.level == REGION and any(mark.end <= one.start < figure.start for one in unit.figures)
    ranked = told or opens(mark.start, unit, text)
    return not (mark.end <= figure.start and ranked)


def _rank_with(figure: Figure, unit: Unit, text: str) -> Figure | None:
    """The rank that is held with a value right before it: `ملک میں 90% کے ساتھ تیسرے نمبر پر`."""
    behind = next((one for one in unit.figures if one.start >= figure.end), None)
    words = text[figure.end : behind.start].split() if behind is not None else []
    using = habits(unit.language)
    held = using.status_side == "after" and len(words) == HELD and words[-1] in using.owners
    return behind if held and behind is not None and behind.kind is FigureKind.RANK else None


def set_of_those(figure: Figure, unit: Unit, found: Sequence[Mark], text: str) -> Mark | None:
    """The larger place behind a count of those that what is told of belongs to: `xã A là một trong 12 xã của huyện B`,
    `tỉnh A có 2 trong số 90 xã của cả nước`."""
    using = habits(unit.language)
    if _opens_ranking(figure, unit, text):
        return Mark(figure.start, figure.end, "nation", NATION, "nation:ranking")
    if figure.kind is not FigureKind.COUNT or using.unit_name != "after":
        return None
    before = [one for one in found if one.end <= figure.start and one.key]
    words = [*unit.of("scope", ONE_OF), *unit.of("link", "whole")]
    among = any(0 < figure.start - word.end <= BESIDE for word in words)
    among = among or any(
        text[one.end : figure.start].strip() in using.numbered_in for one in unit.figures if one.end < figure.start
    )
    if not among or not before or before[-1].level not in SIZE:
        return None
    following = next((one.start for one in unit.figures if one.start >= figure.end), unit.end)
    behind = next((one for one in found if figure.end <= one.start < following), None)
    larger = (*SIZES[SIZE[before[-1].level] + 1 :], "nation")
    if behind is None or behind.level not in larger or signs.LIST.search(text, figure.end, behind.start):
        return None
    return behind


def _opens_ranking(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a sentence opens with how many provinces lead a ranking, before it names any: `Top 3 tỉnh dẫn đầu`."""
    if figure.kind is not FigureKind.RANK or len(text[unit.start : figure.start].split()) > 1:
        return False
    counted = [*unit.of("concept", "locality"), *unit.of("scope", "province_name", "localities")]
    return any(0 < one.start - figure.end <= BESIDE for one in counted)
