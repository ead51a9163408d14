"""A number in the making: its value, how precise it is, and which words it takes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.read.lexicon import Hit


@dataclass(slots=True)
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
