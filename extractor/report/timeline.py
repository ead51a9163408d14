"""Small multiples of what areas reported over time, as inline SVG."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extractor.records import Claim, Comparison
from extractor.report.charts import title
from extractor.report.model import Content, Evidence
from extractor.wording import date_text

WIDTH, HEIGHT, MARGIN = 200, 44, 6
MOST_LINES = 18


@dataclass(frozen=True, slots=True)
class Dot:
    """One value on its day."""

    x: float
    y: float
    text: str
    date: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """One area's values of one indicator over time."""

    title: str
    area: str
    dots: tuple[Dot, ...]

    @property
    def path(self) -> str:
        """The line through the dots, as SVG points."""
        return " ".join(f"{dot.x:g},{dot.y:g}" for dot in self.dots)


def lines(content: Content, evidence: Evidence) -> list[Line]:
    """A line for each area with values of two days or more, the longest first, at most eighteen."""
    found = [line for comparison in content.comparisons for line in of_comparison(comparison, content, evidence)]
    return sorted(found, key=lambda line: -len(line.dots))[:MOST_LINES]


def of_comparison(comparison: Comparison, content: Content, evidence: Evidence) -> list[Line]:
    """The lines of one indicator."""
    series: dict[str, dict[date, Claim]] = defaultdict(dict)
    older = [claim for claim, reason in comparison.left_out if reason == "older"]
    for claim in (*comparison.claims, *older):
        when = day(claim.period_end)
        if claim.area and when and isinstance(claim.figure.value, Decimal):
            series[claim.area].setdefault(when, claim)
    name = title(comparison, content)
    return [
        Line(name, content.area(area), dots(sorted(points.items()), content, evidence))
        for area, points in series.items()
        if len(points) > 1
    ]


def day(iso: str | None) -> date | None:
    """The day of a full date; None for partial ones, which have no place on the axis."""
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None


def dots(points: Sequence[tuple[date, Claim]], content: Content, evidence: Evidence) -> tuple[Dot, ...]:
    """The values placed from the first to the last day and from the least to the greatest value."""
    values = [Decimal(str(claim.figure.value)) for _, claim in points]
    first, last, low, high = points[0][0], points[-1][0], min(values), max(values)
    days, spread = (last - first).days, high - low
    placed = []
    for (when, claim), value in zip(points, values, strict=True):
        x = MARGIN + (WIDTH - 2 * MARGIN) * (when - first).days / days
        share = float((value - low) / spread) if spread else 0.5
        y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share
        shown = date_text(claim.period_end or "", content.language)
        placed.append(Dot(round(x, 1), round(y, 1), content.value(claim), shown, evidence.anchor(claim)))
    return tuple(placed)
