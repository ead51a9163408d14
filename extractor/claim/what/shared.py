"""Words that several figures of a sentence share: aligned lists, the part and the whole of a ratio."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.claim.habits import Habits, habits
from extractor.claim.scene import MOVED, Unit
from extractor.claim.what.counted import unknown
from extractor.claim.what.rulebook import INDEX_WORD, NEUTRAL, Rulebook
from extractor.records import Figure, FigureKind, Term

ADJACENT = 16
SUM_GAP = 20
LEAST_ITEMS = 2
SHARE_REACH = 24
SIGNS = re.compile(r"[,;،؛:()]")
PARTED = (FigureKind.MONEY, FigureKind.PERCENT)
WHOSE = ("place", "scope", "body")
COMPARING = ("compared", "more_behind", "less_behind")


def align(unit: Unit, owned: list[list[Term]], starts: Sequence[int], text: str, using: Habits) -> None:
    """`mobile and fixed internet rank 18th and 13th, respectively`: as many concepts as figures, in order."""
    words = unit.of("link", "respectively")
    if not words:
        return
    after = [number for number, start in enumerate(starts) if start > words[0].start]
    numbers = after or list(range(len(starts)))
    if len(numbers) < 2:
        return
    before = [t for t in unit.of("concept") if t.end <= starts[numbers[0]]]
    run = _run(before, len(numbers), text, using)
    if run:
        shared = [term for terms in owned for term in terms if term not in run and term.start < starts[numbers[0]]]
        for number, term in zip(numbers, run, strict=True):
            owned[number] = [term, *shared, *(t for t in owned[number] if t not in run and t not in shared)]
    if not all(_joined(unit, number, text, using) for number in numbers[:-1]):
        return
    if not run:
        _align_parts(unit, owned, numbers, text, using)
    last = unit.figures[numbers[-1]]
    said = [t for t in owned[numbers[-1]] if t.kind == "statement" and t.start >= last.end]
    for number in numbers[:-1]:
        owned[number] += [t for t in said if t not in owned[number]]


def _align_parts(unit: Unit, owned: list[list[Term]], numbers: Sequence[int], text: str, using: Habits) -> None:
    """`Revenue and a thing that no list knows rose by 9% and 8%, respectively`: a concept is of its part's figure, and
    that goes on with nothing else; not where places stand in a row, or what was measured stands behind the last."""
    word = unit.of("link", "respectively")[0]
    end = min(word.start, unit.figures[numbers[0]].start)
    joiners = "|".join(sorted(map(re.escape, using.joiners)))
    cuts = [unit.start + cut.end() for cut in re.finditer(rf"[,،] | (?:{joiners}) ", text[unit.start : end])]
    starts = [unit.start, *cuts[len(cuts) - len(numbers) + 1 :], end]
    listed = [t for t in unit.of("concept") if t.end <= end]
    inside = [t for t in unit.within(starts[1], end) if t.kind in ("concept", *WHOSE)]
    if len(starts) <= len(numbers) or not listed or any(t.kind in WHOSE or t.start not in starts for t in inside):
        return
    for number, (opens, closes) in zip(numbers, pairwise(starts), strict=True):
        own = [t for t in listed if opens <= t.start < closes]
        owned[number] = [*own, word, *(t for t in owned[number] if t not in listed)]


def share_ratio(unit: Unit, owned: list[list[Term]], text: str, nouns: frozenset[str]) -> None:
    """`91/140 tasks (65%) completed`: what stands behind the whole, or behind its share, is said of the part too.

    So is what stands behind the same sum in another currency: `VND9 trillion ($340 million) of exports`.
    Where the whole stands first (`64 میں سے 38 کام`) it takes over what the part counts, not what was done with it.
    """
    for number in range(len(unit.figures) - 2, -1, -1):
        part, whole = unit.figures[number], unit.figures[number + 1]
        if part.denominator is not None and part.denominator == whole.value and whole.start - part.end < ADJACENT:
            owned[number] += [t for t in owned[number + 1] if t.kind == "concept" and t not in owned[number]]
        elif part.value is not None and part.value == whole.denominator and whole.start - part.end < ADJACENT:
            owned[number] += [t for t in owned[number + 1] if t.id in nouns and t.start == whole.end + 1]
        elif (_share(part, whole) or same_sum(part, whole)) and "(" in text[part.end : whole.start]:
            owned[number] += [t for t in owned[number + 1] if t.kind == "concept" and ")" in text[whole.end : t.start]]


def align_moves(unit: Unit, owned: list[list[Term]], text: str, using: Habits) -> None:
    """`9,000 guests and VND2 billion, up 8% and 7% respectively`: each percentage is of the amount in its place."""
    words = unit.of("link", "respectively")
    moves = [n for n, figure in enumerate(unit.figures) if words and figure.kind is FigureKind.PERCENT]
    first = next((n for n in moves if n + 1 in moves and _joined(unit, n, text, using)), None)
    if first is None:
        return
    last = first + 1
    while last + 1 in moves and _joined(unit, last, text, using):
        last += 1
    amounts = [n for n in range(first) if text[unit.figures[n].start - 1] != "(" and n not in moves]
    run = range(first, last + 1)
    if len(amounts) < len(run):
        return
    said = [term for number in run for term in owned[number] if term.kind == "statement"]
    for number, amount in zip(run, amounts[-len(run) :], strict=True):
        owned[number] = [*said, *(term for term in owned[amount] if term.kind == "concept")]


def _joined(unit: Unit, number: int, text: str, using: Habits) -> bool:
    """Whether nothing but a comma or a joiner stands between a figure and the next."""
    gap = text[unit.figures[number].end : unit.figures[number + 1].start].strip(" ,،")
    return gap in using.joiners or not gap


def share_move(unit: Unit, owned: list[list[Term]], text: str) -> None:
    """`Foreign visitors rose by 9% to reach 2 million arrivals`: what moved is what the level behind it is of."""
    for number in range(len(unit.figures) - 1):
        moved, level = unit.figures[number], unit.figures[number + 1]
        gap = text[moved.end : level.start]
        if not _share(level, moved) or any(sign in gap for sign in ",;"):
            continue
        verbs = [term.id for term in unit.of("statement") if moved.end <= term.start < level.start]
        if verbs and verbs[-1] == "level":
            before = [t for t in owned[number] if t.kind == "concept" and t.end <= moved.start]
            owned[number + 1] += [t for t in before if t not in owned[number + 1]]


def share_rank(unit: Unit, owned: list[list[Term]], text: str) -> None:
    """`Xếp thứ hai là Huế, với GRDP tăng 9%`, `Ranking second, Hue saw its GRDP rise 9%`: a rank that opens a sentence
    is in what is told right behind it.
    """
    if len(unit.figures) < 2 or unit.figures[0].kind is not FigureKind.RANK:
        return
    rank, told = unit.figures[:2]
    named = any(term.kind == "concept" and term.id not in (*NEUTRAL, INDEX_WORD) for term in owned[0])
    if not named and ";" not in text[rank.end : told.start] and not unknown(rank.end, told.start, unit, text):
        owned[0] += [term for term in owned[1] if term.kind == "concept" and term.end <= told.start]


def share_predicate(unit: Unit, owned: list[list[Term]], text: str, nouns: frozenset[str]) -> None:
    """`11 xã, 24 thôn đạt chuẩn`: what stands behind the last of a list of counted nouns is said of each."""
    ended = habits(unit.language).finite
    for number in range(len(unit.figures) - 2, -1, -1):
        one, other = unit.figures[number], unit.figures[number + 1]
        between = unit.within(one.end + 1, other.start) if one.kind is FigureKind.COUNT is other.kind else ()
        if not between or between[0].start != one.end + 1:
            continue
        # What stands before the counted noun says which are counted, and only there: `7 mills and 9 old mills`.
        noun = max((term.end for term in owned[number + 1] if term.id in nouns and term.start > other.end), default=0)
        behind = [term for term in owned[number + 1] if term.kind == "concept" and term.start > max(other.end, noun)]
        counted = {term.id for term in between if term.kind == "concept"}
        others = any(term.kind not in ("concept", "scope") for term in between) or not counted or counted - nouns
        word = text[one.end : other.start].split(maxsplit=1)[0].strip(",")
        parted = any(word.start == other.end + 1 for word in unit.of("link", "parts"))  # `9 guests, 5 of whom stayed`
        parted = parted or text.count("(", one.end, other.start) > text.count(")", one.end, other.start)
        parted = parted or not ended.isdisjoint(text[one.end : other.start].replace("،", " ").split())
        if parted or others:
            continue
        if not unknown(one.end, other.start, unit, text) and not text.startswith(word, other.end + 1):
            owned[number] += [term for term in behind if term.id not in nouns]


def share_last(unit: Unit, owned: list[list[Term]], text: str) -> None:
    """`ہیو میں 12 اور لاؤ کائی میں 7 پل بنے`: where verbs end sentences, what stands behind the last figure of a row of
    places is said of each."""
    using = habits(unit.language)
    if using.status_side != "after":
        return
    for number in range(len(unit.figures) - 2, -1, -1):
        one, other = unit.figures[number], unit.figures[number + 1]
        between = unit.within(one.end, other.start) if one.kind is other.kind else ()
        if not any(term.kind == "place" for term in between) or any(term.kind == "concept" for term in between):
            continue
        ended = not using.finite.isdisjoint(text[one.end : other.start].replace("،", " ").split())
        named = any(term.kind == "concept" and term.id not in NEUTRAL for term in owned[number])
        if not (ended or named or unknown(one.end, other.start, unit, text)):
            owned[number] += [term for term in owned[number + 1] if term.kind == "concept" and term.start >= other.end]


def share_list(unit: Unit, owned: list[list[Term]], text: str, book: Rulebook) -> None:
    """`Huế (67%), Hà Nội (60%) dẫn đầu về hồ sơ trực tuyến`: what stands behind a list in brackets is said of each."""
    items = [n for n, one in enumerate(unit.figures) if alone_in_bracket(one, text)]
    items = [n for n in items if unit.figures[n].kind is unit.figures[items[0]].kind]
    if len(items) < LEAST_ITEMS:
        return
    first, last = items[0], unit.figures[items[-1]]
    named = {term.id for number in items[1:] for term in owned[number] if term.kind == "concept"} - NEUTRAL
    opened = {term.id for term in owned[first]} & book.heads.get(last.kind, frozenset())
    if named or opened:
        return
    stop = text.find(";", last.end, unit.end)
    behind = [term for term in unit.of("concept") if last.end <= term.start < (unit.end if stop < 0 else stop)]
    for number in items:
        owned[number] += [term for term in behind if term.id not in NEUTRAL]


def alone_in_bracket(figure: Figure, text: str) -> bool:
    """Whether nothing else stands in the figure's bracket."""
    return text[figure.start - 1] + text[figure.end : figure.end + 1] == "()"


def set_wholes(unit: Unit, owned: list[list[Term]], text: str, using: Habits) -> None:
    """`chiếm 79% tổng số hộ nghèo`: what stands behind a share is the whole that it is of, not what is measured."""
    for number, figure in enumerate(unit.figures):
        if figure.kind is FigureKind.PERCENT and (using.share_of or shares(figure, unit, text, using)):
            of = _of_it if using.share_of else _of
            owned[number] = [
                replace(term, kind="whole") if term.kind == "concept" and of(figure, term, unit, text, using) else term
                for term in owned[number]
            ]


def shares(figure: Figure, unit: Unit, text: str, using: Habits) -> bool:
    """Whether a verb of sharing leads to the percentage: `chiếm gần 50%`, `accounting for 6.7%`."""
    before = SIGNS.split(text[max(unit.start, figure.start - SHARE_REACH) : figure.start])[-1]
    return using.sharing is not None and using.sharing.search(before) is not None


def _of(figure: Figure, term: Term, unit: Unit, text: str, using: Habits) -> bool:
    """Whether nothing but words such as `of the total` stands between a share and a concept behind it."""
    gap = text[figure.end : term.start]
    if term.start < figure.end or SIGNS.search(gap) or (using.joining and using.joining.search(gap)):
        return False
    return not unknown(figure.end, term.start, unit, text)


def _of_it(figure: Figure, term: Term, unit: Unit, text: str, using: Habits) -> bool:
    """Whether only a genitive stands between a concept and a share of it behind: `خوردہ فروخت کا 9%`."""
    words = text[term.end : figure.start].split()
    genitive = bool(words) and words[0] in using.share_of and using.share_between.issuperset(words[1:])
    return genitive and term.start >= unit.start


def _share(part: Figure, other: Figure) -> bool:
    return other.kind is FigureKind.PERCENT is not part.kind


def same_sum(one: Figure, other: Figure) -> bool:
    """Whether two sums stand beside each other in two currencies."""
    money = one.kind is FigureKind.MONEY is other.kind and one.unit != other.unit
    return money and 0 <= other.start - one.end <= SUM_GAP


def is_part(figure: Figure, last: Figure, own: Sequence[Term], unit: Unit, text: str) -> bool:
    """Whether an amount is one of the parts of the amount before it: `…, including VND46.7 trillion`.

    What rose is none where nothing says which part it is: `growth of 9%, in which 8% over nine months`.
    """
    named = any(term.kind == "concept" and term.id not in NEUTRAL for term in own)
    if figure.kind not in PARTED or figure.kind is not last.kind or named:
        return False
    words = [word for word in unit.of("link", "of_which") if last.end <= word.start < figure.start]
    rose = figure.kind is FigureKind.PERCENT and any(term.id in MOVED for term in own)
    return bool(words) and not (rose and not unknown(words[-1].end, figure.start, unit, text))


def parts_open(figure: Figure, unit: Unit) -> bool:
    """Whether a word that opens parts stands right before a figure: what moved behind it is the part."""
    return any(0 < figure.start - word.end <= ADJACENT for word in unit.of("link", "of_which"))


def is_compared(last: Figure, figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the figure is what the one before is measured by: `up 5%, lower than the 7% of a year earlier`."""
    if habits(unit.language).status_side == "after":
        return False
    alike = figure.kind is last.kind and not any(sign in text[last.end : figure.start] for sign in ";؛\n")
    return alike and any(last.end <= word.start < figure.start for word in unit.of("statement", *COMPARING))


def _run(terms: Sequence[Term], length: int, text: str, using: Habits) -> list[Term]:
    """The last concepts of that number with nothing but a comma or a joiner between them."""
    for end in range(len(terms), length - 1, -1):
        run = list(terms[end - length : end])
        gaps = [text[one.end : other.start].strip() for one, other in pairwise(run)]
        listed = all(gap and (gap.strip(",، ") in using.joiners or gap in ",،") for gap in gaps)
        if listed and len({term.id for term in run}) == length:
            return run
    return []
