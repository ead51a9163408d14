"""Figures that a sentence ties together: a whole with the parts it lists, a share with its part and whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit
from extractor.claim.what.counted import unknown
from extractor.records import Claim, FigureKind, Statement, Status, Term

SUMMED = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE)
ACHIEVED = {Status.ACTUAL, Status.ESTIMATE}
WHOLE_REACH = 90
SHARE_REACH = 120
STRANGE_WORDS = 1
PLAIN = {"rate", "achieved", "level"}
# Families own nothing, and a share of them is of no other thing: `tỷ lệ gia đình văn hóa đạt 95%`.
FAMILIES = "families"
LEAST_SHARES = 3
LIST_SIGNS = ",;،؛"
BRACKETED = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its claims and those of the sentence before it, as numbers of the whole list."""

    unit: Unit
    text: str
    here: Sequence[int]
    before: Sequence[int]

    def opens_with(self, term: Term) -> bool:
        """Whether the sentence begins with the word."""
        return not self.text[self.unit.start : term.start].strip('"“«‘’”»- ')


def listed(found: list[Claim], view: Scene, numbers: Iterator[int]) -> None:
    """Gives a group to each whole with the parts behind `of which`, and to a part with its whole and share."""
    inside: dict[tuple[int, int], list[int]] = {}
    for index, claim in enumerate(found):
        inside.setdefault(claim.sentence, []).append(index)
    for unit in view.units:
        here = inside.get((unit.start, unit.end), [])
        for term in unit.of("link", "parts", "whole") if here else ():
            earlier = [inside.get((one.start, one.end), []) for one in view.before(unit)[:1]]
            sentence = Sentence(unit, view.text, here, earlier[0] if earlier else ())
            roles = (
                _listed_parts(found, sentence, term) if term.id == "parts" else _part_of_whole(found, sentence, term)
            )
            _set(found, roles, numbers)
        for term in unit.of("link", "structure")[:1] if here else ():
            _set(found, dict.fromkeys(_shares(found, Sentence(unit, view.text, here, ()), term), "part"), numbers)


def _set(found: list[Claim], roles: Mapping[int, str], numbers: Iterator[int]) -> None:
    if roles and all(found[index].group is None for index in roles):
        group = next(numbers)
        for index, role in roles.items():
            found[index] = replace(found[index], group=group, role=role)


def _shares(found: Sequence[Claim], sentence: Sentence, term: Term) -> list[int]:
    """The percentages that `cơ cấu` divides a whole into: one between two signs, none with a time of its own."""
    text, unit = sentence.text, sentence.unit
    behind = [i for i in sentence.here if found[i].figure.start >= term.end and found[i].statement is Statement.LEVEL]
    parts = [i for i in behind if not _in_bracket(text, term.end, found[i].figure.start)]
    gaps = [text[found[a].figure.end : found[b].figure.start] for a, b in pairwise(parts)]
    percent = all(found[i].figure.kind is FigureKind.PERCENT and _one_place(found[parts[0]], found[i]) for i in parts)
    first = found[parts[0]].figure.start if parts else unit.end
    dated = any(first < other.start and not _in_bracket(text, first, other.start) for other in unit.others)
    listed = all(any(sign in gap for sign in LIST_SIGNS) for gap in gaps)
    return parts if len(parts) >= LEAST_SHARES and percent and listed and not dated else []


def _listed_parts(found: Sequence[Claim], sentence: Sentence, term: Term) -> dict[int, str]:
    """`47 nhiệm vụ, gồm 15 …, 18 … và 14 …`: the whole before the word, the parts behind it."""
    opens = sentence.opens_with(term)
    earlier = sentence.before if opens else [i for i in sentence.here if found[i].figure.end <= term.start]
    near = [i for i in earlier if opens or term.start - found[i].figure.end <= WHOLE_REACH]
    behind = _behind(found, sentence, term)
    wholes = [i for i in near if behind and _alike(found[i], found[behind[0]])]
    if not wholes:
        return {}
    whole = wholes[0 if opens else -1]
    parts = [index for index in behind if _alike(found[whole], found[index])]
    if len(parts) == 1:
        return _with_share(found, sentence, whole, parts[0])
    return {whole: "total"} | dict.fromkeys(parts, "part")


def _behind(found: Sequence[Claim], sentence: Sentence, term: Term) -> list[int]:
    """The counts behind the word, up to the next such word; to the semicolon where two stand before it."""
    words = [other.start for other in sentence.unit.of("link", "parts") if other.start >= term.end]
    end = min(words, default=sentence.unit.end)
    counted = [i for i in sentence.here if term.end <= found[i].figure.start < end and _counts(found[i])]
    outside = _items(
        [i for i in counted if not _in_bracket(sentence.text, term.end, found[i].figure.start)], found, sentence
    )
    stop = sentence.text.find(";", term.end, end)
    close = [i for i in outside if stop < 0 or found[i].figure.start < stop]
    return outside if len(close) == 1 and _all_parted(outside, found, sentence.text) else close


def _all_parted(items: Sequence[int], found: Sequence[Claim], text: str) -> bool:
    """Whether three items or more are parted by semicolons throughout."""
    gaps = [text[found[one].figure.end : found[other].figure.start] for one, other in pairwise(items)]
    return len(items) >= LEAST_SHARES and all(";" in gap for gap in gaps)


def _items(counted: Sequence[int], found: Sequence[Claim], sentence: Sentence) -> list[int]:
    """The counts that a comma or `and` parts from the one before; the item behind `and` is the last."""
    kept, ended = list(counted[:1]), False
    joining = habits(sentence.unit.language).joining
    for one, other in pairwise(counted):
        gap = BRACKETED.sub("", sentence.text[found[one].figure.end : found[other].figure.start])
        joined = joining is not None and joining.search(gap) is not None
        if ended or not (joined or any(sign in gap for sign in LIST_SIGNS)):
            break
        kept.append(other)
        ended = joined and not any(sign in gap for sign in LIST_SIGNS)
    return kept


def _part_of_whole(found: Sequence[Claim], sentence: Sentence, term: Term) -> dict[int, str]:
    """`3 tỷ đồng trong tổng số 5 tỷ đồng, đạt 60%`, `trong số 5 xã, 3 xã …, đạt 60%`: a part beside its whole."""
    behind = [i for i in sentence.here if found[i].figure.start >= term.end and _counts(found[i])]
    before = [i for i in sentence.here if found[i].figure.end <= term.start and _counts(found[i])]
    if not behind:
        return {}
    whole = behind[0]
    near = before and term.start - found[before[-1]].figure.end <= WHOLE_REACH and not sentence.opens_with(term)
    parts = before[-1:] if near else behind[1:2]
    if not parts or not _alike(found[whole], found[parts[0]]):
        return {}
    return _with_share(found, sentence, whole, parts[0])


def _with_share(found: Sequence[Claim], sentence: Sentence, whole: int, part: int) -> dict[int, str]:
    """Whole, part and the percentage right behind them; none without one that says only what it comes to."""
    end = max(found[whole].figure.end, found[part].figure.end)
    later = [i for i in sentence.here if found[i].figure.start >= end]
    share = found[later[0]] if later else None
    if share is None or share.figure.kind is not FigureKind.PERCENT or share.statement is not Statement.LEVEL:
        return {}
    if not _says_only_the_share(end, share, sentence):
        return {}
    return {whole: "total", part: "numerator", later[0]: "share"}


def _says_only_the_share(start: int, share: Claim, sentence: Sentence) -> bool:
    """Whether nothing but `đạt tỷ lệ`, `equivalent to` stands around a percentage: it is not said of another thing."""
    unit, text, figure = sentence.unit, sentence.text, share.figure
    opened = max(text.rfind(sign, start, figure.start) for sign in ",،(;؛")
    closed = min((at for sign in ",،);؛.۔" if (at := text.find(sign, figure.end, unit.end)) >= 0), default=unit.end)
    if opened < 0 or figure.start - start > SHARE_REACH:
        return False
    near = [t for t in unit.terms if opened <= t.start < closed]
    beside = [t for t in near if t.kind in ("concept", "status", "statement") or t.id == FAMILIES]
    strange = [*unknown(opened, figure.start, unit, text), *unknown(figure.end, closed, unit, text)]
    return len(strange) <= STRANGE_WORDS and all(t.id in PLAIN for t in beside)


def _counts(claim: Claim) -> bool:
    return claim.figure.kind in SUMMED and claim.statement is Statement.LEVEL and claim.figure.denominator is None


def _alike(one: Claim, other: Claim) -> bool:
    """Whether one can be a part of the other: kind, currency or measure, place, and done or wished for."""
    unit = one.figure.kind is FigureKind.COUNT or one.figure.unit == other.figure.unit
    return _counts(one) and one.figure.kind is other.figure.kind and unit and _one_place(one, other)


def _one_place(one: Claim, other: Claim) -> bool:
    """Whether both are of one place and both done or both wished for."""
    place = (one.area, one.body) == (other.area, other.body)
    return place and (one.status in ACHIEVED) == (other.status in ACHIEVED)


def _in_bracket(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) > text.count(")", start, end)
