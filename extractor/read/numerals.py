"""Numbers in digits and words: digit groups by language and shape, scale words, numbers spelled out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.read.grammar import Line, Style
from extractor.read.lexicon import Hit

MAX_DIGITS = 24
# The largest power of ten that a chain of scale words may reach.
MAX_POWER = 18
SPACES = {"\u00a0", "\u202f", "\u2009", "\u2007"}
GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
PAIRS = re.compile(r"\d{1,2}(?:[.,]\d{2})+[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from words[start:end]: its value, the worth of its last digit, and how it was written."""

    start: int
    end: int
    value: Decimal
    precision: Decimal
    spelled: bool = False
    power: int = 0
    plain: bool = False
    hits: tuple[Hit, ...] = ()


def digits(token: str, style: Style) -> tuple[Decimal, Decimal] | None:
    """Value and precision of a digit group, by the language's style where that fits and by its shape where not."""
    if len(token) > MAX_DIGITS:
        return None
    signs = {sign for sign in token if sign in ".,"}
    if not signs:
        return Decimal(token), Decimal(1)
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
    sign = line.at(index, "negative")
    base = _base(line, sign.end if sign else index)
    if base is None:
        return None
    found = _chain(line, _scaled(line, base))
    return replace(found, start=index, value=-found.value, hits=(sign, *found.hits)) if sign else found


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
    parsed = digits(token, style)
    if parsed is None:
        return None
    return Number(index, end, *parsed, plain=token.isdecimal() and end == index + 1)


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
    if half := line.at(end, "half_more"):
        value, precision, end = value + shift(Decimal("0.5"), power), shift(Decimal("0.1"), power), half.end
        hits.append(half)
    return Number(base.start, end, value, precision, base.spelled, power, False, tuple(hits))


def _hyphened(line: Line, index: int) -> Hit | None:
    """The scale word of `a US$1.5-billion project`."""
    joined = line.word(index) == "-" and line.glued(index) and line.glued(index + 1)
    return line.at(index + 1, "scale") if joined else None


def scale_stands(line: Line, hit: Hit) -> bool:
    """Whether a short scale word may be one here: `only` glued to its number, or only in money."""
    only = hit.entry.only
    if only == "glued":
        return line.glued(hit.start) and not (line.glued(hit.end) and line.word(hit.end)[:1].isalnum())
    return not (only == "money" and line.before(hit.start - 1, "money") is None)


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
            and following.plain
        ):
            return _thousands(total, following, part)
        bare = not part.power and (total.power > 3 or not (following.plain or following.spelled) or _doubtful(part))
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


def spelled(line: Line, index: int) -> Number | None:
    """A number below 1,000 in words; scale words are left to the caller."""
    parts = _Spelled()
    position = index
    if bare := _bare_hundred(line, index):
        return bare
    while hit := line.at(position, *parts.accepts()):
        if not parts.take(hit):
            break
        position = hit.end
        if line.word(position) == "-" and line.at(position + 1, "cardinal") and parts.last == "tens":
            position += 1
        elif parts.last == "hundred" and (link := line.at(position, "link")) and line.at(link.end, "cardinal", "tens"):
            position, parts.last = link.end, "link"
    if parts.value is None or (parts.value == 0 and not line.at(position, "decimal_word")):
        return None
    if parts.last == "quarter_more":
        # `سوا لاکھ` is a lakh and a quarter; a modifier with nothing after it is another word.
        if parts.value != Decimal("0.25") or not line.at(position, "scale"):
            return None
        parts.value += 1
    position = _after_point(line, position, parts)
    worth = Decimal(1).scaleb(min(int(parts.value.as_tuple().exponent), 0)) if parts.value % 1 else Decimal(1)
    return Number(index, position, parts.value, worth, True, 0, False, tuple(parts.hits))


def _bare_hundred(line: Line, index: int) -> Number | None:
    """`سو سے زائد`: a hundred without a one before it, where a comparator follows."""
    hit = line.at(index, "hundred")
    if hit is None or not line.at(hit.end, "after") or line.at(index, "cardinal"):
        return None
    return Number(index, hit.end, Decimal(100), Decimal(1), True, 0, False, (hit,))


def _after_point(line: Line, index: int, parts: _Spelled) -> int:
    """Adds what follows a spoken decimal sign or a spoken half of the hundred: `ba phẩy năm`, `một trăm rưỡi`."""
    if parts.last == "hundred" and (half := line.at(index, "half_more")):
        parts.value = (parts.value or Decimal(0)) + 50
        parts.hits.append(half)
        return half.end
    point = line.at(index, "decimal_word")
    if point is None or parts.value is None:
        return index
    end, places = point.end, ""
    while (digit := line.at(end, "cardinal", "after_tens")) and len(digit.entry.value) <= 2 and len(places) < 6:
        places += digit.entry.value
        end = digit.end
    if not places:
        return index
    parts.value += Decimal(f"0.{places}")
    parts.hits.append(point)
    return end


class _Spelled:
    """The running value of a number in words."""

    def __init__(self) -> None:
        self.value: Decimal | None = None
        self.last = ""
        self.step = Decimal(0)
        self.hits: list[Hit] = []

    def accepts(self) -> tuple[str, ...]:
        if self.last == "":
            return ("cardinal", "tens", "quarter_more")
        if self.last == "cardinal":
            return ("hundred", "ten_times")
        if self.last == "tens":
            return ("cardinal", "after_tens", "hundred")
        if self.last == "quarter_more":
            return ("cardinal", "hundred")
        return ("cardinal", "tens")

    def take(self, hit: Hit) -> bool:
        """Adds one word; False where it cannot follow."""
        role, value = hit.entry.role, Decimal(hit.entry.value or 0)
        if role in ("cardinal", "after_tens"):
            if self.last == "tens" and (value >= 10 or hit.entry.only == "year"):
                return False
            if value >= 100:
                role = "hundred"
            self.value = (self.value or Decimal(0)) + value
            self.step = value
        elif role in ("tens", "quarter_more"):
            self.value, self.step = (self.value or Decimal(0)) + value, value
        elif role == "hundred":
            if self.step >= 10 and self.hits[-1].entry.only:
                return False
            more = Decimal(0)
            if self.hits[0].entry.role == "quarter_more":
                more, self.value = Decimal(self.hits[0].entry.value), self.step
            whole = (self.value or Decimal(0)) - self.step + (self.step + more) * 100
            self.value = whole.quantize(Decimal(1)) if whole == whole.to_integral() else whole
        elif not self._ten_times():
            return False
        self.last = "tens" if role == "ten_times" else role
        self.hits.append(hit)
        return True

    def _ten_times(self) -> bool:
        if not 2 <= self.step <= 9 or self.value is None:
            return False
        self.value += self.step * 9
        return True
