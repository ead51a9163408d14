"""A figure in the making, in offsets of the folded text, and why a candidate was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.read.calendar import Published
from extractor.read.grammar import Line
from extractor.read.lexicon import Hit
from extractor.records import Comparator, FigureKind


@dataclass(slots=True)
class Draft:
    """One figure over words[start:end]; `after` is the word where reading goes on."""

    start: int
    end: int
    kind: FigureKind
    value: Decimal | str | None = None
    value_max: Decimal | str | None = None
    unit: str | None = None
    comparator: Comparator = Comparator.EQUAL
    precision: Decimal | None = None
    denominator: Decimal | None = None
    per: str | None = None
    rank_of: Decimal | None = None
    rules: list[str] = field(default_factory=list)
    after: int = 0

    def __post_init__(self) -> None:
        self.after = self.after or self.end

    def cite(self, *hits: Hit | None) -> Draft:
        """Names the rules of these phrases as readers of the figure."""
        self.rules += [hit.entry.rule for hit in hits if hit is not None and hit.entry.rule not in self.rules]
        return self


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that is no figure: words[start:end], why, what rate it is the base of, what document it names."""

    start: int
    end: int
    reason: str
    base: Decimal | None = None
    per: str | None = None
    reference: tuple[int, str] | None = None


@dataclass(slots=True)
class Context:
    """What a reader of shapes sees: the line and the day of publication."""

    line: Line
    published: Published
