"""Numbers in digits and words: digit groups by language and shape, scale words, numbers spelled out."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from unicodedata import numeric

from extractor.read.grammar import Line, Style
from extractor.read.lexicon import Hit
from extractor.read.number import Number
from extractor.read.spelled import spelled

ONE = Decimal(1)
MAX_DIGITS = 24
# The largest power of ten that a chain of scale words may reach.
MAX_POWER = 18
SPACES = {"\u00a0", "\u202f", "\u2009", "\u2007"}
GROUPS = re.compile(r"\d{1,3}(?>(?:[.,]\d{3})+)")
# Digits of one group.
GROUP = 3
PAIRS = re.compile(r"\d{1,2}(?>(?:[.,]\d{2}(?!\d))+)[.,]\d{3}")


def digits(token: str, style: Style) -> tuple[Decimal, Decimal] | None:
    """Value and precision of a digit group, by the language's style where that fits and by its shape where not."""
    if len(token) > MAX_DIGITS:
        return None
    if token.isdecimal():
        return Decimal(token), ONE
    signs = {sign for sign in token if sign in ".,"}
    if len(signs) == 2:
        return _mixed(token)
    sign = signs.pop()
    whole = token.replace(sign, "")
    grouped = bool(GROUPS.fullmatch(token)) and not token.startswith("0")
    if grouped and (sign == style.group or token.count(sign) > 1):
        return Decimal(whole), Decimal(1)
    if token.count(sign) == 1:
        return _decimal(token.replace(sign, "."))
    if style.pairs and PAIRS.fullmatch(token):
        return Decimal(whole), Decimal(1)
    return None


def _mixed(token: str) -> tuple[Decimal, Decimal] | None:
    """A group with both signs: the last one is the decimal sign, if it is single and the rest are groups."""
    last = max(token.rfind("."), token.rfind(","))
    left, right = token[:last], token[last + 1 :]
    if token[last] in left or not (GROUPS.fullmatch(left) or PAIRS.fullmatch(left)):
        return None
    return _decimal(f"{left.replace(',', '').replace('.', '')}.{right}")


def _decimal(token: str) -> tuple[Decimal, Decimal]:
    value = Decimal(token)
    return value, Decimal(1).scaleb(int(value.as_tuple().exponent))


def number(line: Line, index: int) -> Number | None:
    """The number that starts at this word with all its scale words: `5 tỷ 200 triệu`, `2,37triệu`, `hai trăm nghìn`."""
    if index not in line.numbers:
        line.numbers[index] = _number(line, index)
    return line.numbers[index]


def _number(line: Line, index: int) -> Number | None:
    sign = line.at(index, "negative")
    base = _base(line, sign.end if sign else index)
    if base is None:
        return None
    found = _chain(line, _scaled(line, _and_half(line, base)))
    return replace(found, start=index, value=-found.value, hits=(sign, *found.hits)) if sign else found


def _and_half(line: Line, base: Number) -> Number:
    """`two and a half years`, `one and a half million`: the half stands before what is counted."""
    half = line.at(base.end, "half_more")
    if half is None or half.entry.only != "inside":
        return base
    return replace(
        base, end=half.end, value=base.value + Decimal("0.5"), precision=Decimal("0.1"), hits=(*base.hits, half)
    )


def _base(line: Line, index: int) -> Number | None:
    word = line.word(index)
    if word and word[0].isdecimal():
        return _digits(line, index)
    return spelled(line, index)


def _digits(line: Line, index: int) -> Number | None:
    end = index + 1
    token = line.word(index)
    style = line.grammar.style
    while _continues(line, end, style) and len(token) <= MAX_DIGITS:
        token += line.word(end)
        end += 1
    if split := _split_decimal(line, index, end):
        token, end = f"{token}{style.decimal}{split}", end + 2
    elif split := _split_group(line, index, end):
        token, end = f"{token}{split}", end + 2
    parsed = digits(token, style)
    if parsed is None:
        return None
    value, precision = parsed
    if part := _part_sign(line, end):
        value, precision, end = value + part, Decimal("0.01"), end + 1
    return Number(index, end, value, precision, plain=token.isdecimal() and end == index + 1)


def _split_decimal(line: Line, index: int, end: int) -> str:
    """The places of `62, 16 điểm`, where a space slipped in behind a decimal comma; empty where none did."""
    places = line.word(end + 1)
    if line.word(end) != line.grammar.style.decimal or not line.glued(end) or line.gap(end + 1) != " ":
        return ""
    if not places.isdecimal() or len(places) > 2 or not line.at(end + 2, "score", "percent", "points"):
        return ""
    alone = line.text[index].isdecimal() and len(line.text[index]) <= 3 and line.word(index - 1) not in ",;("
    return places if alone else ""


def _split_group(line: Line, index: int, end: int) -> str:
    """The thousands of `was 2, 604 teachers`, where a space slipped in behind the comma that groups, a small word
    before it and what is counted behind; not `On May 5, 604 teachers`."""
    group, word = line.word(end + 1), line.word(end + 2)
    if line.word(end) != "," or line.grammar.style.group != "," or not line.glued(end) or line.gap(end + 1) != " ":
        return ""
    if len(group) != GROUP or not group.isdecimal() or end > index + 1 or len(line.text[index]) > GROUP:
        return ""
    led = line.word(index - 1) in line.grammar.common and line.text[index].isdecimal()
    return group if led and word.isalpha() and word not in line.grammar.common else ""


def _part_sign(line: Line, index: int) -> Decimal | None:
    """The worth of the sign glued behind a number: `2½`."""
    sign = line.word(index)
    if len(sign) != 1 or sign.isascii() or not sign.isnumeric() or sign.isdigit() or not line.glued(index):
        return None
    worth = Decimal(str(numeric(sign)))
    return worth if 0 < worth < 1 else None


def _continues(line: Line, index: int, style: Style) -> bool:
    """Whether this word is one more group of three digits after a space that groups."""
    word = line.word(index)
    head, before = word[:3], line.word(index - 1)
    if len(head) < 3 or not head.isdecimal() or word[3:4].isdecimal() or len(before) > 3 or not before.isdecimal():
        return False
    gap = line.gap(index)
    return gap in SPACES or (style.spaces and gap == " ")


def _scaled(line: Line, base: Number) -> Number:
    """The number with the scale words right after it; they multiply."""
    power, end, hits = 0, base.end, list(base.hits)
    while hit := line.at(end, "scale") or _hyphened(line, end):
        step = int(hit.entry.value)
        if power + step > MAX_POWER or not scale_stands(line, hit):
            break
        power += step
        end = hit.end
        hits.append(hit)
    if not power:
        return base
    value, precision = shift(base.value, power), shift(base.precision, power)
    if (half := line.at(end, "half_more")) and not half.entry.only:
        value, precision, end = value + shift(Decimal("0.5"), power), shift(Decimal("0.1"), power), half.end
        hits.append(half)
    return Number(base.start, end, value, precision, base.spelled, power, False, tuple(hits))


def _hyphened(line: Line, index: int) -> Hit | None:
    """The scale word of `a US$1.5-billion project`."""
    joined = line.word(index) == "-" and line.glued(index) and line.glued(index + 1)
    return line.at(index + 1, "scale") if joined else None


def scale_stands(line: Line, hit: Hit) -> bool:
    """Whether a short scale word may be one here: `only` glued to its number, behind digits, or only in money."""
    only = hit.entry.only
    if only == "digits":
        return line.word(hit.start - 1)[-1:].isdecimal()
    if only == "glued":
        return line.glued(hit.start) and not (line.glued(hit.end) and line.word(hit.end)[:1].isalnum())
    return only != "money" or line.before(hit.start - 1, "money") is not None or _many(line, hit)


def _many(line: Line, hit: Hit) -> bool:
    """Whether `m` is million and no metre: `10m users`, `10m 5G users`, but `a 10m wall`."""
    if not line.glued(hit.start) or line.before(hit.start - 1, "per_word"):
        return False
    named = line.word(hit.end).isdecimal() and line.at(hit.end + 1, "name_after") is not None
    return named or line.at(hit.end, "noun") is not None


def _chain(line: Line, first: Number) -> Number:
    """Adds what follows in smaller scales: `5 ارب 52 کروڑ 94 لاکھ`, `hai nghìn không trăm mười`."""
    total = first
    while total.power:
        start = total.end
        link = line.at(start, "link")
        following = _base(line, link.end if link else start)
        if following is None or (line.word(start) and not _near(line, start)):
            break
        part = _scaled(line, following)
        if (
            total.power == 3
            and total.value % 1000 == 0
            and following.value < 1000
            and part.power > 3
            and (following.plain or (following.spelled and total.spelled))
        ):
            return _thousands(total, following, part)
        written = total.spelled and part.spelled and len(part.hits) > 2
        far = total.power > 3 and not written
        bare = not part.power and (far or not (following.plain or following.spelled) or _doubtful(part))
        if bare or part.power >= total.power or part.value >= Decimal(1).scaleb(total.power) or part.value == 0:
            break
        total = Number(
            total.start,
            part.end,
            total.value + part.value,
            part.precision,
            total.spelled and part.spelled,
            part.power,
            False,
            (*total.hits, *part.hits),
        )
    return total


def _thousands(total: Number, following: Number, part: Number) -> Number:
    """`5 ہزار 377 ارب`: the last scale word counts for the thousands too."""
    value = shift(total.value + following.value, part.power)
    return replace(part, start=total.start, value=value, hits=(*total.hits, *part.hits))


def _doubtful(part: Number) -> bool:
    """Whether the last word is more often another word: `ہزار بیس اسٹیشن` is a thousand base stations."""
    return part.spelled and len(part.hits) == 1 and part.hits[0].entry.only == "unit"


def _near(line: Line, index: int) -> bool:
    return line.gap(index) in ("", " ", "\u00a0")


def shift(value: Decimal, power: int) -> Decimal:
    """The value times ten to the power, as a whole number where it is one."""
    moved = value.scaleb(power)
    return moved.quantize(Decimal(1)) if int(moved.as_tuple().exponent) > 0 else moved
