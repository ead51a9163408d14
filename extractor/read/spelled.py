"""Numbers below 1,000 in words: `hai mươi mốt`, `one hundred and five`, `ساڑھے تین سو`."""

from __future__ import annotations

from decimal import Decimal

from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.read.number import Number

# Words of these roles may begin a number in words.
FIRST_WORDS = frozenset({"cardinal", "tens", "quarter_more", "hundred"})
# What may follow a word of a role; after a hundred or its link, units and tens.
FOLLOW = {
    "cardinal": ("hundred", "ten_times"),
    "tens": ("cardinal", "after_tens", "hundred"),
    "after_tens": ("hundred",),
    "quarter_more": ("cardinal", "hundred"),
}


def spelled(line: Line, index: int) -> Number | None:
    """A number below 1,000 in words; scale words are left to the caller."""
    if FIRST_WORDS.isdisjoint(line.hits(index)):
        return None
    parts = _Spelled()
    position = index
    if bare := _bare_hundred(line, index):
        return bare
    while (roles := parts.accepts()) and (hit := line.at(position, *roles)):
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
    if hit is None or not line.at(hit.end, "after", "percent") or line.at(index, "cardinal"):
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
    """The running value of a number below 1,000 in words; each part comes once, so that no row of words is endless."""

    def __init__(self) -> None:
        self.value: Decimal | None = None
        self.last = ""
        self.step = Decimal(0)
        self.hits: list[Hit] = []
        self.had: set[str] = set()

    def accepts(self) -> tuple[str, ...]:
        if self.last == "":
            return ("cardinal", "tens", "quarter_more")
        follow = FOLLOW.get(self.last, ("cardinal", "tens"))
        return tuple(role for role in follow if role not in self.had)

    def take(self, hit: Hit) -> bool:
        """Adds one word; False where it cannot follow."""
        role, value = hit.entry.role, Decimal(hit.entry.value or 0)
        if not self._fits(role, value, hit.entry.only):
            return False
        if role in ("cardinal", "after_tens") and value >= 100:
            role = "hundred"
        self._add(hit.entry.role, value)
        self.last = "tens" if role == "ten_times" else role
        self.had = {"hundred"} if role == "hundred" else self.had | ({"ten_times"} if self.last == "tens" else set())
        self.hits.append(hit)
        return True

    def _fits(self, role: str, value: Decimal, only: str) -> bool:
        if role == "hundred":
            return self.step < 10 or not self.hits[-1].entry.only
        if role == "ten_times":
            return 2 <= self.step <= 9
        return role == "tens" or self.last != "tens" or (value < 10 and only != "year")

    def _add(self, role: str, value: Decimal) -> None:
        total = self.value or Decimal(0)
        if role == "hundred":
            whole = total * 100
            self.value = whole.quantize(Decimal(1)) if whole == whole.to_integral() else whole
        elif role == "ten_times":
            self.value = total + self.step * 9
        else:
            self.value, self.step = total + value, value
