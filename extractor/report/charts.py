"""Charts as inline SVG: bars of shares, and a map of the 34 units as tiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.catalog import NATION, indicator
from extractor.records import Comparison, FigureKind
from extractor.report.model import Content, Evidence
from extractor.report.sections import Again, Shares, place
from extractor.rules import patterns
from extractor.wording import localise, plain

TILE_WIDTH, TILE_HEIGHT, GAP = 78, 38, 4
STEPS = 5
MOST_MAPS = 3
MOST_CHARTS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One share: stated (or derived) value and its recomputed one, both from 0 to 100."""

    name: str
    text: str
    width: float
    tick: float | None
    again: str
    anchor: str
    nation: bool
    derived: bool


@dataclass(frozen=True, slots=True)
class BarChart:
    """The percentages of one indicator, highest first, the nation last; a full bar is 100 % or the highest."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """One unit on the map: corner, name, value, and a shade from 0 to 4, None without a figure."""

    x: int
    y: int
    name: str
    text: str
    shade: int | None
    anchor: str
    derived: bool


@dataclass(frozen=True, slots=True)
class TileMap:
    """The map of one indicator."""

    title: str
    width: int
    height: int
    tiles: tuple[Tile, ...]
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Point:
    """A value of one area for a chart."""

    value: Decimal
    text: str
    anchor: str
    derived: bool
    again: Again | None = None


def points(comparison: Comparison, content: Content, evidence: Evidence, shares: Shares) -> dict[str, Point]:
    """The values of a comparison by area, shares that only follow from counts included."""
    found = {}
    for claim in comparison.claims:
        if claim.area and isinstance(claim.figure.value, Decimal):
            again = shares.again.get(place(claim), Again())
            text, anchor = content.value(claim), evidence.anchor(claim)
            found[claim.area] = Point(claim.figure.value, text, anchor, False, again)
    for area, (value, claim) in shares.derived.get((comparison.indicator, comparison.programme), {}).items():
        if area:
            text = f"{localise(plain(value), content.language)} %"
            found[area] = Point(value, text, evidence.anchor(claim), derived=True)
    return found


def title(comparison: Comparison, content: Content) -> str:
    """Indicator and programme."""
    name = indicator(comparison.indicator).name(content.language)
    return " · ".join(filter(None, (name, comparison.programme)))


def bar_charts(content: Content, evidence: Evidence, shares: Shares) -> list[BarChart]:
    """Charts of the percentages that most areas have, at most eight, each of at least two areas."""
    charts = []
    for comparison in content.comparisons:
        values = points(comparison, content, evidence, shares)
        percents = all(claim.figure.kind is FigureKind.PERCENT for claim in comparison.claims)
        if percents and len(values) > 1 and all(0 <= point.value <= 100 for point in values.values()):
            order = sorted(values, key=lambda area: (area == NATION, -values[area].value))
            charts.append(chart(comparison, [(area, values[area]) for area in order], content))
    return sorted(charts, key=lambda chart: -len(chart.bars))[:MOST_CHARTS]


def chart(comparison: Comparison, values: Sequence[tuple[str, Point]], content: Content) -> BarChart:
    """One indicator's bars."""
    highest = max(point.value for _, point in values)
    full = Decimal(100) if indicator(comparison.indicator).is_share or not highest else highest
    return BarChart(title(comparison, content), tuple(bar(area, point, full, content) for area, point in values))


def bar(area: str, point: Point, full: Decimal, content: Content) -> Bar:
    """One area's bar."""
    computed = point.again.value if point.again else None
    return Bar(
        name=content.area(area),
        text=point.text,
        width=float(point.value / full * 100),
        tick=None if computed is None else min(100.0, float(computed / full * 100)),
        again=point.again.text if point.again else "",
        anchor=point.anchor,
        nation=area == NATION,
        derived=point.derived,
    )


def tile_maps(content: Content, evidence: Evidence, shares: Shares) -> list[TileMap]:
    """Maps of the indicators that most provinces have, at most three; the first even if it has only one province."""
    known = []
    for comparison in content.comparisons:
        values = points(comparison, content, evidence, shares)
        values.pop(NATION, None)
        known.append((comparison, values))
    known.sort(key=lambda pair: (-len(pair[1]), not indicator(pair[0].indicator).is_share))
    chosen = [pair for pair in known[:MOST_MAPS] if len(pair[1]) > 1] or [pair for pair in known[:1] if pair[1]]
    return [tile_map(comparison, values, content) for comparison, values in chosen]


def tile_map(comparison: Comparison, values: dict[str, Point], content: Content) -> TileMap:
    """The map of one indicator."""
    ordered = sorted(values.values(), key=lambda point: point.value)
    low, high = ordered[0], ordered[-1]
    ends = (low.value, high.value)
    rows = patterns().table("province_tiles.csv")
    tiles = tuple(tile(row, values.get(row["key"]), ends, content.language) for row in rows)
    width, height = max(t.x for t in tiles) + TILE_WIDTH, max(t.y for t in tiles) + TILE_HEIGHT
    return TileMap(title(comparison, content), width, height, tiles, low.text, high.text)


def tile(row: dict[str, str], point: Point | None, ends: tuple[Decimal, Decimal], language: str) -> Tile:
    """One unit's tile."""
    return Tile(
        x=int(row["column"]) * (TILE_WIDTH + GAP),
        y=int(row["row"]) * (TILE_HEIGHT + GAP),
        name=row[f"short_{language}"],
        text=point.text if point else "",
        shade=shade(point.value, *ends) if point else None,
        anchor=point.anchor if point else "",
        derived=bool(point and point.derived),
    )


def shade(value: Decimal, low: Decimal, high: Decimal) -> int:
    """The class of a value among equal steps from low to high; the middle one where all are equal."""
    if low == high:
        return STEPS // 2
    return min(STEPS - 1, int((value - low) / (high - low) * STEPS))
