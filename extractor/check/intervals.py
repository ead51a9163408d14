"""What a written number can be: the interval that its digits and its comparator allow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from extractor.records import Comparator, Figure, FigureKind
from extractor.wording import plain

INFINITY = Decimal("Infinity")
NEAR = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high; `open_high` where high itself is out, as in 42.5 <= x < 43.5."""

    low: Decimal
    high: Decimal
    open_high: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether the value can be meant."""
        return self.low <= value and (value < self.high or (not self.open_high and value == self.high))

    def meets(self, other: Interval) -> bool:
        """Whether one number can be meant by both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self.holds(low) and other.holds(low))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high, self.open_high or other.open_high)

    @property
    def exact(self) -> bool:
        """True where only one number is meant."""
        return self.low == self.high

    def __str__(self) -> str:
        if self.exact:
            return plain(self.low)
        return f"{plain(self.low)} {'≤ x <' if self.open_high else '≤ x ≤'} {plain(self.high)}"


def value_of(figure: Figure) -> Decimal | None:
    """The value where it is a number."""
    return figure.value if isinstance(figure.value, Decimal) else None


def precision_of(figure: Figure) -> Decimal:
    """The worth of the last written digit; where it is unknown, that of the value's own last digit, at most one."""
    if figure.precision is not None:
        return figure.precision
    value = value_of(figure) or Decimal(0)
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def written(figure: Figure) -> Interval | None:
    """What the digits alone allow: counts written in full are exact, all else is rounded to the last digit written."""
    value = value_of(figure)
    if value is None:
        return None
    precision = precision_of(figure)
    if figure.kind in (FigureKind.COUNT, FigureKind.RANK) and precision <= 1 and value == value.to_integral_value():
        return Interval(value, value)
    half = precision / 2
    return Interval(value - half, value + half, open_high=True)


def allowed(figure: Figure) -> Interval | None:
    """What digits, comparator and range allow together; `about` and `nearly` reach a tenth further."""
    digits, value = written(figure), value_of(figure)
    if digits is None or value is None:
        return None
    if isinstance(figure.value_max, Decimal):
        return Interval(digits.low, figure.value_max + precision_of(figure) / 2, open_high=True)
    near = abs(value) * NEAR
    return {
        Comparator.EQUAL: digits,
        Comparator.MORE: Interval(digits.low, INFINITY),
        Comparator.AT_LEAST: Interval(digits.low, INFINITY),
        Comparator.LESS: Interval(-INFINITY, digits.high),
        Comparator.AT_MOST: Interval(-INFINITY, digits.high),
        Comparator.ABOUT: Interval(value - near, value + near),
        Comparator.NEARLY: Interval(value - near, digits.high),
    }[figure.comparator]


def percent_of(part: Interval, whole: Interval) -> Interval | None:
    """The percentages that a part of a whole can be; None for a whole that may be nought."""
    if whole.low <= 0 or part.low < 0:
        return None
    low = part.low / whole.high * 100 if whole.high.is_finite() else Decimal(0)
    return Interval(low, part.high / whole.low * 100, part.open_high)


def implied_total(part: Decimal, share: Interval) -> tuple[Decimal, Decimal] | None:
    """The least and greatest whole number of which the part is this percentage; None where there is none."""
    if share.low <= 0:
        return None
    low = (part / share.high * 100).to_integral_value(ROUND_FLOOR if share.open_high else ROUND_CEILING)
    low += 1 if share.open_high else 0
    high = (part / share.low * 100).to_integral_value(ROUND_FLOOR)
    return (low, high) if low <= high else None
