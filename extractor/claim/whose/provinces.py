"""Provinces that a sentence counts (`16 tỉnh`, `16/34 địa phương`) or speaks of together (`các tỉnh, thành phố`)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import Unit, once
from extractor.claim.whose.places import MERGING, gazetteer
from extractor.records import Comparator, Figure, FigureKind, Term

# So near behind its figure a word of a unit is what is counted: `hai huyện A và B`.
COUNTED = 2
# The same where the words of a bound stand between.
BOUNDED = 12
# So many provinces with a figure right behind each are a list of them.
LISTED, OWN = 3, 3
# So near behind it a name tells which provinces are meant.
WHICH = 16
# So near behind it a level tells that smaller units are meant: `58 địa phương cấp xã`.
LEVEL = 5
# A word for provinces that says nothing without a number.
PROVINCES = "provinces"
ONE_OF = "one_of"
# Behind it stand those that a place borders on.
NEIGHBOUR = "neighbour"
LOCALITIES = ("localities", "locality")
COMMUNES, MINISTRIES = "commune_unit", "ministry_unit"
# So many communes no province ever had.
MOST_COMMUNES = 700
# Words of what can stand behind a number of provinces, or of their ministries.
COUNTED_WORDS = (*LOCALITIES, "province_name", PROVINCES, MINISTRIES)
# So near behind it, or before it in Urdu, stands the number; so near behind the number a place in which those lie.
NEAR = {False: 6, True: 14}
INSIDE = 24
# Rules of words for provinces that are counted.
MEANT = "meant"
COUNTING = (":localities", ":province_name", f":{PROVINCES}")


def opens(start: int, unit: Unit, text: str) -> bool:
    """Whether a word opens its clause: nothing, a sign or a date stands before it."""
    before, placing = text[unit.start : start].rstrip(), habits(unit.language).placing
    dated = (text[one.end : start].split() for one in unit.others if one.end <= start)
    return not before or before[-1] in ",;:(،؛" or any(placing.issuperset(words) for words in dated)


@once
def counted_provinces(unit: Unit) -> Sequence[tuple[int, Term]]:
    """Where a number of provinces is told (`16 tỉnh`), not as the set of a rank: the number's start, and the word."""
    words = unit.of("scope", "localities", "province_name", PROVINCES)
    if not words or unit.of("scope", "ranking") or any(f.kind is FigureKind.RANK for f in unit.figures):
        return []
    words = [word for word in words if not _dealt_with(word, unit)]
    merging = [word.end + 1 for word in unit.of("scope", *MERGING, NEIGHBOUR)]
    counts = [one for one in unit.figures if one.kind is FigureKind.COUNT and one.start not in merging]
    return [(one.start, word) for word in words for one in counts if 0 < word.start - one.end <= _bound(one, unit)]


def _dealt_with(word: Term, unit: Unit) -> bool:
    """Whether a province or city is the subject before provinces that it deals with: `شہر نے 13 صوبوں کو امداد دی`."""
    if unit.of("scope", "ranking", ONE_OF) or any(one.kind is FigureKind.RANK for one in unit.figures):
        return False
    agents = [one for one in unit.of("link", "agent") if one.end < word.start]
    names = (*unit.of("place"), *unit.of("scope", "province", "city"))
    return any(name.start < agent.start <= name.end + 1 for name in names for agent in agents[-1:])


def _bound(figure: Figure, unit: Unit) -> int:
    """So near behind a number stands what it counts; its bound may stand between: `50 سے زیادہ صوبوں`."""
    bounded = figure.comparator is not None and figure.comparator is not Comparator.EQUAL
    return BOUNDED if bounded and habits(unit.language).time_side == "after" else COUNTED


def counts_all(start: int, unit: Unit) -> bool:
    """Whether the number that starts there counts all provinces: `in 34 provinces and cities`."""
    every = (len(gazetteer().current), len(gazetteer().former))
    return any(one.start == start and one.value in every for one in unit.figures)


@once
def every_province(unit: Unit) -> Sequence[tuple[int, Term]]:
    """Where a part of all provinces is told (`16/34 địa phương`): the start of the whole, and the word."""
    if unit.ids.isdisjoint(LOCALITIES):
        return []
    words = [*unit.of("scope", "localities"), *unit.of("concept", "locality")]
    lower = [term.start for term in unit.of("scope", "tier", "commune", "commune_name", "district")]
    words = [word for word in words if not any(0 < start - word.end <= LEVEL for start in lower)]
    counts = [one for one in unit.figures if one.kind is FigureKind.COUNT]
    if not counts:
        return []
    every = {Decimal(len(gazetteer().current)), Decimal(len(gazetteer().former))}
    most = len(gazetteer().former) // 2
    wholes = [
        one
        for one in counts
        if (one.value in every and any(part.denominator == one.value for part in counts))
        or (isinstance(one.value, Decimal) and most < one.value < max(every) and one.denominator is None)
    ]
    return [(one.start, word) for word in words for one in wholes if 0 < word.start - one.end <= 2]


def beyond_any(unit: Unit) -> list[tuple[int, Term]]:
    """Where more communes are counted than a province ever had (`6,000 of 7,600 communes`), and no region is named."""
    words = unit.of("concept", COMMUNES)
    if not words or unit.of("scope", "region", "region_name", "foreign_place"):
        return []
    many = [
        one
        for one in unit.figures
        if one.kind is FigureKind.COUNT
        and any(isinstance(number, Decimal) and number > MOST_COMMUNES for number in (one.value, one.denominator))
    ]
    return [(one.start, word) for word in words for one in many if 0 < word.start - one.end <= COUNTED]


def _tells_of(word: Term, unit: Unit, text: str) -> bool:
    """Whether a figure stands behind a word in its clause."""
    behind = next((one.start for one in unit.figures if one.start > word.end), None)
    between = text[word.end : behind]
    return behind is not None and ". " not in between and not signs.CLAUSE.search(between)


def all_provinces(unit: Unit, text: str) -> list[tuple[int, Term]]:
    """Where all provinces or ministries are spoken of without a number, as a subject or an owner: the start, and the
    word."""
    found = []
    ministries = unit.of("concept", MINISTRIES) if unit.figures else ()
    ministries = [word for word in ministries if _tells_of(word, unit, text)]
    for word in (*unit.of("scope", "localities"), *ministries):
        plural = [other.start for other in unit.of("link", "plural") if other.end + 1 == word.start]
        start = plural[0] if plural else word.start
        before = text[unit.start : start].split()
        several = plural or word.id == MINISTRIES
        owned = bool(several and before) and before[-1].lower() in habits(unit.language).owners
        which = [*unit.of("place"), *unit.of("scope", "region", "part")]
        named = any(0 <= name.start - word.end <= WHICH for name in which)
        if (owned or opens(start, unit, text)) and not named:
            found.append((start, word))
    return found


def counts(rule: str) -> bool:
    """Whether a rule is that of a word for provinces which are counted: only their sentence is about them."""
    return rule.endswith(COUNTING)


def meant_before(start: int, unit: Unit, text: str) -> bool:
    """Whether an article makes counted provinces those that were spoken of: `the 5 provinces`, `the 5 coastal …`."""
    articles = habits(unit.language).articles
    counts = [one for one in unit.figures if one.start == start or one.end == start - 1] if articles else []
    before = [text[unit.start : one.start].lower().split()[-1:] for one in counts if one.kind is FigureKind.COUNT]
    return any(not articles.isdisjoint(words) for words in before)


def counts_localities(figure: Figure, unit: Unit) -> bool:
    """`12 địa phương`: whether localities are counted, which are provinces in a text that tells a part of all.

    There never were more than 63 provinces: `19/218 địa phương` counts communes.
    """
    words = unit.of("concept", "locality") if figure.kind is FigureKind.COUNT else ()
    if not words or not any(0 < term.start - figure.end <= COUNTED for term in words):
        return False
    most = len(gazetteer().former)
    return not any(isinstance(one, Decimal) and one > most for one in (figure.value, figure.denominator))


def one_among(figure: Figure, unit: Unit) -> bool:
    """Whether what is told of is one of those counted: `là một trong 12 địa phương`, not of those in a province."""
    words = unit.of("scope", ONE_OF)
    after = habits(unit.language).time_side == "after"
    if not any(0 <= (one.start - figure.end if after else figure.start - one.end) <= NEAR[after] for one in words):
        return False
    inside = [*unit.of("scope", "province"), *unit.of("place")]
    return not any(0 <= one.start - figure.end <= INSIDE for one in inside)


def names_those(figure: Figure, unit: Unit) -> bool:
    """Whether localities that are counted are listed behind by names of provinces: before the next figure, or several
    with a figure each."""
    following = next((one.start for one in unit.figures if one.start >= figure.end), unit.end)
    behind = [place for place in unit.of("place") if figure.end <= place.start]
    if len({place.id for place in behind if place.start < following}) > 1:
        return True
    own = [one for one in behind if any(0 < other.start - one.end <= OWN for other in unit.figures)]
    return len({place.id for place in own}) >= LISTED


def counts_provinces(figure: Figure, unit: Unit) -> bool:
    """`10 tỉnh, thành phố`, `6 of 34 provinces`, `17 ministries`: their number is the nation's."""
    words = _province_words(unit) if figure.kind is FigureKind.COUNT else ()
    if words and any(word.end + 1 == figure.start for word in unit.of("scope", NEIGHBOUR)):
        return False  # `Huế giáp 3 tỉnh`
    if words and not counts_all(figure.start, unit):
        words = [word for word in words if not _dealt_with(word, unit)]
    if not words:
        return False
    told = figure.denominator is not None
    wholes = [one for one in unit.figures if told and one.value == figure.denominator and one.start > figure.end]
    return any(0 < term.start - one.end <= _bound(one, unit) for term in words for one in (figure, *wholes))


def of_a_region(figure: Figure, unit: Unit) -> bool:
    """Whether the provinces of a region are counted, as the set of a ranking: `đứng đầu 6 tỉnh Bắc Trung Bộ`."""
    regions = [region.start for region in unit.of("scope", "region", "part")]
    if figure.kind is not FigureKind.COUNT or not regions:
        return False
    words = [word for word in unit.of("scope", "localities", "province_name") if 0 < word.start - figure.end <= COUNTED]
    return any(0 < start - word.end <= COUNTED for word in words for start in regions)


@once
def _province_words(unit: Unit) -> Sequence[Term]:
    """The words of provinces that stand behind a number, and those of ministries."""
    if unit.ids.isdisjoint(COUNTED_WORDS):
        return ()
    counted = (word for _, word in (*counted_provinces(unit), *every_province(unit)))
    return [*unit.of("scope", "localities"), *_unnamed(unit), *unit.of("concept", MINISTRIES), *counted]


def _unnamed(unit: Unit) -> list[Term]:
    """The words for provinces that no name stands behind: not `three provinces Huế, …`."""
    names, words = unit.of("place"), unit.of("scope", PROVINCES)
    return [word for word in words if not any(0 <= name.start - word.end <= WHICH for name in names)]
