"""Bases of rates: `/10.000 dân`, `đồng/người/năm`, `per 100,000 people`; before the value: `trên một vạn dân đạt 9`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.read.draft import Draft, Refusal
from extractor.read.grammar import Line
from extractor.read.lexicon import Entry, Hit
from extractor.read.number import Number
from extractor.read.numerals import number
from extractor.records import FigureKind

ROUND_BASES = frozenset({1000, 10000, 100000, 1000000})
# So many words may stand between a base and the value told for it: `/vạn dân của tỉnh đạt 9`.
TOLD = 4


def rate(line: Line, draft: Draft, index: int) -> None:
    """Adds `per` and `denominator`: `/10.000 dân`, `trên một vạn dân`, `/người/năm`, `per 100,000 people`."""
    head = line.word(index) == "/"
    word = None if head else line.at(index, "per_word", "per_head") or _later_base(line, index)
    if not head and word is None:
        return
    if word is not None and word.entry.role == "per_head":
        _of(draft, word.end, word.entry.value, Decimal(1)).cite(word)
        return
    start = index + 1 if word is None else word.end
    base, place = _base(line, start)
    noun = _counted(line, draft, place, start, word) if base is None else _per(line, place)
    if noun is not None and line.at(noun.end, "ago"):
        return
    if noun is None:
        if base is not None and word is not None and not word.entry.only and base.value in ROUND_BASES:
            _of(draft, base.end, draft.per, base.value).cite(word)
    elif base is not None and draft.unit == line.slice(noun.start, noun.end).lower() and base.value not in ROUND_BASES:
        draft.denominator = base.value  # `113 xã/194 xã`: a ratio, whose whole is read by itself
    elif head and base is not None and _counted_both(line, draft, base, noun):
        return  # `37 vụ/46 đối tượng`, `92 triệu đồng/46 hộ`, `8,5 ha/13 hộ`: two figures
    elif base is not None or word is None or word.entry.only != "number":
        end, per = _more(line, noun)
        _of(draft, end, per, base.value if base else Decimal(1)).cite(word, noun)


def _counted_both(line: Line, draft: Draft, base: Number, noun: Hit) -> bool:
    """Whether something is counted on each side of a stroke: no rate is told for 46 of something, but 1 for 46."""
    plain = draft.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE) and not base.spelled
    counted = line.at(noun.start, "time", "measure") is None
    whole = isinstance(draft.value, Decimal) and draft.value > 1
    whole = whole and (draft.kind is FigureKind.MEASURE or Decimal(draft.value or 0) % 1 == 0)
    return plain and counted and whole and base.value > 1 and base.value.normalize().as_tuple().digits != (1,)


def _of(draft: Draft, after: int, per: str | None, base: Decimal) -> Draft:
    draft.kind, draft.per, draft.denominator, draft.after = FigureKind.RATE, per, base, after
    return draft


def _base(line: Line, start: int) -> tuple[Number | None, int]:
    """The number that a rate is told for, and where its noun would stand: `10.000`, `một vạn`, `triệu`."""
    base = number(line, start)
    if base is not None and base.spelled and not base.power:
        return None, start
    scale = line.at(start, "scale")
    if base is None and scale is not None and not scale.entry.only:
        return Number(start, scale.end, Decimal(1).scaleb(int(scale.entry.value)), Decimal(1)), scale.end
    return base, base.end if base else start


def _per(line: Line, place: int) -> Hit | None:
    return line.at(place, "per") or line.at(place, "noun", "time", "measure")


def _counted(line: Line, draft: Draft, place: int, start: int, word: Hit | None) -> Hit | None:
    """What a rate without a number is told for: a noun of such bases, any noun of a price or behind `per`."""
    noun = _per(line, place)
    price = draft.kind is FigureKind.MONEY
    if noun is None and price and (word is None or not word.entry.only):
        return line.at(start, "money") or _any_word(line, start)
    return noun if noun is not None and (noun.entry.role == "per" or price or word is not None) else None


def _any_word(line: Line, index: int) -> Hit | None:
    """Whatever a price is for: `50 triệu đồng/nhà`; none with a value: `5 billion VND/plan of 9`, `5/hơn 9`."""
    plan = line.at(index, "year_noun")
    if plan is not None and (line.word(plan.end) in line.grammar.common or line.word(plan.end)[:1].isdecimal()):
        return None
    if line.at(index, "before", "whole"):
        return None
    return Hit(index, index + 1, Entry("per", "word")) if line.word(index).isalpha() else None


def _later_base(line: Line, index: int) -> Hit | None:
    """`per` behind a noun of up to three words, with a number after it: `41.6 dengue cases per 100,000 people`."""
    if "per_word" not in line.roles:
        return None
    for position in range(index, min(index + 4, line.size)):
        hit = line.at(position, "per_word")
        if hit is not None and not hit.entry.only and line.word(hit.end)[:1].isdecimal():
            return hit
        if not line.word(position).isalpha():
            return None
    return None


def _more(line: Line, noun: Hit) -> tuple[int, str]:
    """Further bases: `/người/năm`."""
    end = noun.end
    while again := _next_base(line, end):
        end = again.end
    return end, line.slice(noun.start, end).lower()


def _next_base(line: Line, index: int) -> Hit | None:
    word = line.at(index, "per_word")
    if line.word(index) == "/" or (word is not None and not word.entry.only):
        return line.at(word.end if word else index + 1, "per")
    return None


def base_before(line: Line, index: int) -> Refusal | None:
    """The base of a rate whose value follows is no figure: `trên 100.000 dân: 4,1`, `số bác sĩ/10.000 dân đạt 9`."""
    if behind := _base_behind(line, index):
        return behind
    hit = line.before(index, "per_word")
    stroke = hit is None and line.word(index - 1) == "/" and index > 1
    if not stroke and (hit is None or (hit.entry.only and hit.entry.only != "number")):
        return None
    base = number(line, index)
    noun = line.at(base.end, "per", "noun", "measure") if base else None
    if base is None or noun is None or base.value < 1 or (base.value == 1 and hit is None):
        return None
    if hit is None or (hit.entry.only and line.word(noun.end) != ":"):
        counted = line.before(hit.start if hit else index - 1, "noun")
        if base.value not in ROUND_BASES or counted is None or not _value_follows(line, noun.end):
            return None
    rule = hit.entry.rule if hit else noun.entry.rule
    return Refusal(index, noun.end, rule, base.value, line.slice(noun.start, noun.end).lower())


def _base_behind(line: Line, index: int) -> Refusal | None:
    """A base whose word stands behind it, before the value: `10,000 افراد پر ڈاکٹروں کی تعداد 9 ہے`."""
    base = number(line, index) if "per_behind" in line.roles else None
    noun = line.at(base.end, "per") if base is not None and base.value in ROUND_BASES else None
    word = line.at(noun.end, "per_behind") if noun else None
    if base is None or noun is None or word is None or not _value_follows(line, word.end):
        return None
    return Refusal(index, word.end, word.entry.rule, base.value, line.slice(noun.start, noun.end).lower())


def told_for(line: Line, draft: Draft, base: Refusal | None) -> None:
    """Makes a count a rate where its base stands before it: one that was just read, or a scale word alone."""
    if draft.kind is not FigureKind.COUNT:
        return
    base = base or _scale_before(line, draft.start)
    if base is not None and base.base is not None and draft.start - base.end <= TOLD:
        draft.kind, draft.denominator, draft.per = FigureKind.RATE, base.base, base.per


def share_base(line: Line, found: Sequence[Draft], rated: Draft) -> None:
    """Gives the counts of a list the base behind its last: `14 doctors, 5 pharmacists and 30 nurses per 10,000`."""
    if rated.kind is not FigureKind.RATE or rated.denominator not in ROUND_BASES:
        return
    joined, later = False, rated
    for one in reversed(found):
        gap = [line.word(place) for place in range(one.end, later.start)]
        joined = joined or (line.at(later.start - 1, "and", "link") is not None and gap[-2:-1] != [","])
        listed = 1 < len(gap) <= TOLD and all(word.isalpha() or word == "," for word in gap)
        if not (joined and listed and one.kind is FigureKind.COUNT and one.denominator is None and one.unit):
            break
        one.kind, one.denominator, one.per, later = FigureKind.RATE, rated.denominator, rated.per, one


def _scale_before(line: Line, index: int) -> Refusal | None:
    """`số bác sĩ/vạn dân đạt 9`: a base of a scale word without digits, a few words before the value."""
    if "scale" not in line.roles or "per" not in line.roles:
        return None
    for start in range(index - 2, max(index - TOLD - 4, 0), -1):
        word = line.at(start, "scale")
        per = line.before(start, "per_word") if word else None
        noun = line.at(word.end, "per") if word and (per or line.word(start - 1) == "/") else None
        told = noun and line.before(per.start if per else start - 1, "noun") and _value_follows(line, noun.end)
        if word and noun and told:
            return Refusal(
                start, noun.end, word.entry.rule, Decimal(10) ** int(word.entry.value), line.slice(noun.start, noun.end)
            )
    return None


def _value_follows(line: Line, index: int) -> bool:
    """Whether a number follows after a few words and no sign but a colon: `đạt 32,5`, not `đạt 95%`."""
    for place in range(index + (line.word(index) == ":"), min(index + TOLD, line.size)):
        word = line.word(place)
        if word[:1].isdecimal():
            return line.at(place + 1, "percent", "money", "scale") is None
        if not word.isalpha():
            return False
    return False
