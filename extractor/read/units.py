"""What a number counts: percent, money, a measure, time, points, a noun."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.read import heads
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.names import numbered_behind
from extractor.read.number import Number
from extractor.read.numerals import number
from extractor.records import FigureKind

UNIT_WORDS = 3
# How many words behind the first may hold what is counted, and how many behind a level.
ADJECTIVES, LEVELLED = 2, 3
# And how many a plural; a word so short is none, nor one that ends like `access`, `status` and `basis`.
PLURAL_WITHIN, SHORT, NO_PLURAL = 6, 3, ("s", "u", "i")
NOUNS = {"noun", "name_before", "name_after"}
# Only behind months, only before a number.
ELSEWHERE = {"reached", "wind"}


@dataclass(slots=True)
class Unit:
    """What follows (or, for money, comes before) a number: its kind, its unit, and which words belong to it."""

    kind: FigureKind
    unit: str | None
    start: int
    end: int
    after: int
    hits: tuple[Hit, ...] = ()


def unit_of(line: Line, found: Number) -> Unit:
    """The unit of a number by what stands right after and right before it."""
    end = _said_again(line, found)
    money = line.before(found.start, "money")
    if money is not None and money.start >= line.taken and _side(line, money, "before"):
        return _money(found, money, money.start, _doubled(line, end, money))
    if (aged := _aged(line, found)) is not None:
        time = line.at(end, "time", "age")
        after = time.end if time is not None else end
        return Unit(FigureKind.MEASURE, "years", found.start, found.end, after, (aged,))
    hyphen = line.word(end) == "-" and line.glued(end) and line.glued(end + 1)
    start = end + 1 if hyphen else end
    roles = ("percent", "points", "money", "measure", "time", "age", "score", "times", "noun")
    hit = line.at(start, "age", "time", "measure") if hyphen else line.at(start, *roles)
    if hit is None or not _stands(line, hit):
        return _counted(line, found, hit)
    role = hit.entry.role
    if role in ("percent", "points"):
        return Unit(
            FigureKind.PERCENT, "%" if role == "percent" else hit.entry.value, found.start, hit.end, hit.end, (hit,)
        )
    if role == "money":
        return _money(found, hit, found.start, hit.end)
    if role == "time":
        if age := _bounds_age(line, hit.end):
            unit = line.slice(hit.start, hit.end).lower()
            return Unit(FigureKind.MEASURE, unit, found.start, found.end, hit.end, (hit, age))
        return Unit(FigureKind.DURATION, line.slice(hit.start, hit.end).lower(), found.start, hit.end, hit.end, (hit,))
    kinds = {"measure": FigureKind.MEASURE, "age": FigureKind.MEASURE, "score": FigureKind.SCORE}
    if role == "score" and hit.entry.only == "ends" and found.precision >= 1 and _goes_on(line, hit.end):
        role = "noun"
    unit = _noun(line, hit, found.value) if role == "noun" else line.slice(hit.start, hit.end).lower()
    return Unit(kinds.get(role, FigureKind.COUNT), unit, found.start, found.end, hit.end, (hit,))


def _aged(line: Line, found: Number) -> Hit | None:
    """The word before a number that makes it an age: `women aged 18 and above`, `aged over 60`."""
    if "aged" not in line.roles or found.power:
        return None
    bound = line.before(found.start, "before")
    word = line.before(bound.start if bound else found.start, "aged") or line.before(found.start, "aged")
    return word if word is not None and not word.entry.only else None


def _bounds_age(line: Line, end: int) -> Hit | None:
    """The word of age behind the comparator that stands behind years: `6 سال سے کم عمر کے بچے`."""
    bound = line.at(end, "after") if "aged" in line.roles else None
    return line.at(bound.end, "aged") if bound is not None else None


def _said_again(line: Line, found: Number) -> int:
    """The word after the number, or after its words in brackets: `03 (ba) ngày làm việc`."""
    again = number(line, found.end + 1) if line.word(found.end) == "(" else None
    same = again is not None and again.spelled and again.value == found.value and line.word(again.end) == ")"
    return again.end + 1 if again is not None and same else found.end


def _goes_on(line: Line, index: int) -> bool:
    """Whether a noun goes on after `điểm`, so that points are places and no score."""
    return line.word(index).isalpha() and line.word(index) not in line.grammar.common and not line.hits(index)


def _side(line: Line, hit: Hit, side: str) -> bool:
    """Whether a currency may stand on this side of its number."""
    only = hit.entry.only
    if only == "glued" and not line.glued(hit.start if side == "after" else hit.end):
        return side == "after" and line.word(hit.end) == "/"
    if only == "scaled":
        return side == "after" and line.before(hit.start, "scale") is not None
    return only in ("", side) or (only == "glued" and side == "after")


def _stands(line: Line, hit: Hit) -> bool:
    """Whether a unit may stand after its number: short ones only glued, some currencies only before."""
    if hit.entry.role == "money":
        return _side(line, hit, "after")
    only = hit.entry.only
    if only == "glued":
        return line.glued(hit.start)
    return bool(only != "day")


def _doubled(line: Line, end: int, money: Hit) -> int:
    """`VND 5 billion VND` names its currency twice."""
    again = line.at(end, "money")
    return again.end if again and again.entry.value == money.entry.value and again.entry.only != "before" else end


def _money(found: Number, hit: Hit, start: int, end: int) -> Unit:
    return Unit(
        FigureKind.MONEY, hit.entry.value, min(start, found.start), max(end, found.end), max(end, found.end), (hit,)
    )


def _counted(line: Line, found: Number, hit: Hit | None) -> Unit:
    """A count: the noun of the word lists, else the next word."""
    if hit is not None and hit.entry.role == "noun":
        unit = " ".join(_noun(line, hit, found.value).split()[:UNIT_WORDS])
        return Unit(FigureKind.COUNT, unit, found.start, found.end, hit.end, (hit,))
    if currency := _currency(line, found):
        return _money(found, currency, found.start, found.end)
    if lasting := _lasting(line, found):
        return Unit(
            FigureKind.DURATION, line.slice(lasting.start, lasting.end).lower(), found.start, lasting.end, lasting.end
        )
    word = line.raw(found.end)
    named = word.isalpha() and line.gap(found.end) in ("", " ") and line.word(found.end) not in line.grammar.common
    unit_word = word.lower() if named and _says_nothing(line, found.end) and not _describes(line, found.end) else None
    if line.grammar.style.ends:
        unit_word = heads.head(line, _past_level(line, found.end) or _compared(line, found.end))
        kind = FigureKind.SCORE if 0 < found.value < 1 and not unit_word else FigureKind.COUNT
        return Unit(kind, unit_word, found.start, found.end, found.end)
    level = _past_level(line, found.end)
    start, reach = (level, LEVELLED) if level else (found.end + 1, ADJECTIVES)
    if (level or (named and _says_nothing(line, found.end))) and line.grammar.style.adjectives:
        head = _head_noun(line, start, reach)
        many = _plural(line, level or found.end) if found.value > 1 and line.grammar.style.plurals else None
        unit_word = many if many and not (head or "").endswith(many) else head or unit_word
        # More than one of something is a plural or stands in the lists: `45 met the standard`, `18 new`.
        if (
            head is None
            and many is None
            and found.value > 1
            and not (unit_word or "").endswith(line.grammar.style.plurals)
        ):
            unit_word = None
    kind = FigureKind.SCORE if 0 < found.value < 1 and not unit_word else FigureKind.COUNT
    return Unit(kind, unit_word, found.start, found.end, found.end)


def _noun(line: Line, hit: Hit, value: Decimal) -> str:
    """A noun of the word lists, or what it says more of: `567 student rooms` counts rooms."""
    if line.grammar.style.ends:
        return heads.compound(line, hit)
    endings, noun = line.grammar.style.plurals, line.slice(hit.start, hit.end).lower()
    if not endings or noun.endswith(endings):
        return noun
    return (_plural(line, hit.end) if value > 1 else _head_noun(line, hit.end, ADJECTIVES + 1)) or noun


def _lasting(line: Line, found: Number) -> Hit | None:
    """The word of time behind an adjective: `12 consecutive years`; not one of one, `8 million another month later`."""
    style, index = line.grammar.style, found.end
    adjective = style.adjectives and line.raw(index).islower() and not line.hits(index)
    hit = line.at(index + 1, "time") if adjective and line.word(index) not in line.grammar.common else None
    one = hit is not None and found.value > 1 and style.plurals and not line.word(hit.end - 1).endswith(style.plurals)
    return None if one else hit


def _describes(line: Line, index: int) -> bool:
    """Whether a word only says more of the one behind it: `9 newly built roads`, `30 full-process services`."""
    style = line.grammar.style
    hyphen = line.word(index + 1) == "-" and line.glued(index + 1) and line.glued(index + 2)
    return style.adjectives and (hyphen or line.word(index).endswith(style.adverbs))


def _compared(line: Line, index: int) -> int:
    """Behind a comparator that stands before what is counted: `2,500 سے زائد گھرانے`."""
    after = line.at(index, "after")
    return index if after is None or after.entry.only else after.end


def _past_level(line: Line, index: int) -> int:
    """Behind the level that stands before what is counted, or 0: `640 level-4 online services`."""
    level = line.at(index, "name_after")
    return numbered_behind(line, level) if level is not None else 0


def _plural(line: Line, index: int) -> str | None:
    """The counted noun behind any adjectives, by its plural: `22 wanted subjects`, `9 insurance-covered visits`."""
    endings, many, name = line.grammar.style.plurals, None, None
    for position in range(index, min(index + PLURAL_WITHIN, line.size)):
        word = line.raw(position)
        if word == "-" and line.glued(position):
            many = None
        if word == "-" or (not many and position > index and line.at(position, "and")):
            continue
        level = line.glued(position) and line.raw(position - 1) == "-"
        said = line.hits(position).keys() - NOUNS and not _says_nothing(line, position)
        if not word.isalpha() or word in line.grammar.common or (said and not level):
            break
        plural = len(word) > SHORT and word.endswith(endings) and word[-2:-1] not in NO_PLURAL
        if many and not plural:
            break
        # A name may end like a plural: Central Highlands provinces.
        many, name = (word, name) if plural and word.islower() else (many, word if plural else name)
    return many or (name.lower() if name else None)


def _head_noun(line: Line, index: int, reach: int) -> str | None:
    """The counted noun behind one or two adjectives: `28 new projects`, `12 new industrial parks`."""
    position, end = index, index + reach
    while position < min(end, line.size):
        if line.word(position) == "-" and line.glued(position) and line.glued(position + 1):
            position, end = position + 2, end + 1  # `28 near-poor households`
            continue
        if noun := line.at(position, "noun"):
            return line.slice(noun.start, noun.end).lower()
        common = line.word(position) in line.grammar.common
        if common or not line.word(position).isalpha() or not _says_nothing(line, position):
            return None
        position += 1
    return None


def _says_nothing(line: Line, index: int) -> bool:
    """Whether no phrase begins there but one that counts elsewhere: `the nine-month revenue`, `9 wind farms`."""
    hits = line.hits(index)
    dated = "reached" not in hits or hits["reached"][0].only == "dated"
    return dated and hits.keys() <= ELSEWHERE


def _currency(line: Line, found: Number) -> Hit | None:
    """What makes a number without a currency money: `80.000 tỷ`, `trị giá 200 triệu`, where nothing is counted."""
    if not found.power or line.at(found.end, "per", "against"):
        return None
    start = found.start
    if mark := line.before(start, "before"):
        start = mark.start
    head = line.before(start, "money_head") if found.power >= 6 else None
    return head or line.before(found.end, "money_scale")
