"""Areas, indicators and publishers that claims point to: filled from the rule tables, and as they are met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from extractor.errors import RuleError
from extractor.records import Article
from extractor.rules import Patterns, data_folder, patterns
from extractor.store import codec

_AREA = """
INSERT INTO area (id, level, province, name_vi, name_en) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET level = excluded.level, province = excluded.province,
    name_vi = excluded.name_vi, name_en = excluded.name_en
WHERE (level, province, name_vi, name_en) IS NOT (excluded.level, excluded.province, excluded.name_vi, excluded.name_en)
"""
_TERRITORY = """
INSERT OR REPLACE INTO area_territory (area_id, territory, official_name, valid_from, valid_to, gso_code, into_area,
    population, area_km2) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INDICATOR_FIELDS = (
    "unit", "name_vi", "name_en", "same_as", "topic", "definition_vi", "definition_en", "higher_is_better", "part_of",
    "share_of",
)  # fmt: skip
_INDICATOR = f"""
INSERT INTO indicator (id, {", ".join(_INDICATOR_FIELDS)}) VALUES (?{", ?" * len(_INDICATOR_FIELDS)})
ON CONFLICT (id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _INDICATOR_FIELDS)}
"""  # noqa: S608
_SOURCE = """
INSERT INTO source (publisher, name, owner_type, province) VALUES (?, ?, ?, ?)
ON CONFLICT (publisher) DO UPDATE SET name = excluded.name, owner_type = excluded.owner_type,
    province = excluded.province
"""
# On this day the 63 provinces became 34.
_LAST_DAY_OF_63, _FIRST_DAY_OF_34 = "2025-06-30", "2025-07-01"


@dataclass(slots=True)
class Known:
    """Ids that are surely in the database, so that a save need not ask again; emptied when a save is rolled back."""

    areas: set[str] = field(default_factory=set)
    indicators: set[str] = field(default_factory=set)
    sources: dict[str, int] = field(default_factory=dict)

    def clear(self) -> None:
        """Forgets everything."""
        self.areas.clear()
        self.indicators.clear()
        self.sources.clear()


def know(db: Database, known: Known, claims: Iterable[codec.Row]) -> None:
    """Adds the areas and indicators that the claims' rows name and that no table lists."""
    named = dict.fromkeys(map(codec.named, claims))
    levels = {area: (level, province) for _, area, level, province in named if area}
    provinces = {province: ("province", None) for _, _, _, province in named if province}
    for area, (level, province) in (provinces | levels).items():
        if area and area not in known.areas:
            over = province if province != area else None
            add_area(db, area, level, over)
            known.areas.add(area)
    for indicator in {indicator for indicator, *_ in named if indicator} - known.indicators:
        db.execute("INSERT OR IGNORE INTO indicator (id) VALUES (?)", [indicator])
        known.indicators.add(indicator)


def add_area(db: Database, area: str, level: str | None, province: str | None) -> None:
    """Adds an area that no table lists, below its province."""
    db.execute("INSERT OR IGNORE INTO area (id, level, province) VALUES (?, ?, ?)", [area, level, province])


def source_id(db: Database, known: Known, publisher: str | None) -> int | None:
    """The row id of the publisher, added where it is new."""
    if publisher is None:
        return None
    if publisher not in known.sources:
        db.execute("INSERT OR IGNORE INTO source (publisher) VALUES (?)", [publisher])
        row = db.execute("SELECT id FROM source WHERE publisher = ?", [publisher]).fetchone()
        known.sources[publisher] = row[0]
    return known.sources[publisher]


def touch_source(db: Database, known: Known, article: Article) -> None:
    """The publisher of an article follows its newest version."""
    identity = source_id(db, known, article.publisher)
    db.execute("UPDATE article SET source_id = ? WHERE id = ? AND source_id IS NOT ?", [identity, article.id, identity])


def load(db: Database) -> None:
    """Fills areas and indicators from the rule tables; a table that is not there is left out."""
    current, older = _table("provinces.csv"), _table("provinces_before_2025.csv")
    areas = {"VN": ("VN", "nation", None, "Việt Nam", "Viet Nam"), "foreign": ("foreign", "foreign", None, None, None)}
    areas |= {row["key"]: _area(row) for row in (*older, *current)}
    db.conn.executemany(_AREA, areas.values())
    db.conn.executemany(_TERRITORY, [_older(row) for row in older] + [_current(row) for row in current])
    db.conn.executemany(_INDICATOR, _in_order([_indicator(row) for row in _table("indicators.csv")]))
    db.conn.executemany(_SOURCE, [_source(row, areas) for row in _sources()])


def _table(name: str) -> Sequence[Mapping[str, str]]:
    try:
        return patterns().table(name)
    except RuleError:
        if (patterns().root / name).exists():
            raise
        return ()


def _sources() -> Sequence[Mapping[str, str]]:
    folder = data_folder("corpus")
    return Patterns(folder).table("sources.csv") if (folder / "sources.csv").exists() else ()


def _source(row: Mapping[str, str], areas: Mapping[str, object]) -> tuple[Any, ...]:
    province = row["province"] if row.get("province") in areas else None
    return (row["host"], row.get("name") or None, row.get("owner_type") or None, province)


def _area(row: Mapping[str, str]) -> tuple[Any, ...]:
    return (row["key"], "province", None, row["name_vi"], row.get("name_en") or None)


def _older(row: Mapping[str, str]) -> tuple[Any, ...]:
    return (row["key"], 63, row.get("official_name_vi") or None, None, _LAST_DAY_OF_63, row.get("gso_code_old") or None,
        row.get("into_key") or None, None, None)  # fmt: skip


def _current(row: Mapping[str, str]) -> tuple[Any, ...]:
    name = row.get("official_name_vi_now") or row.get("official_name_vi") or None
    population, size = row.get("population") or "", row.get("area_km2") or ""
    return (row["key"], 34, name, _FIRST_DAY_OF_34, None, row.get("gso_code_new") or None, None,
        int(population) if population.isdigit() else None, float(size) if size else None)  # fmt: skip


def _indicator(row: Mapping[str, str]) -> tuple[Any, ...]:
    better = row.get("higher_is_better") or ""
    kept = row if better in ("yes", "no") else {**row, "higher_is_better": ""}
    return (row["id"], *(kept.get(name) or None for name in _INDICATOR_FIELDS))


def _in_order(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Retired indicators after the ones they now are the same as."""
    return sorted(rows, key=lambda row: row[4] is not None)
