"""Official values to hold claims against: from a team's CSV files, and population and area of the provinces."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from sqlite_utils import Database

from extractor.days import first_day, last_day
from extractor.errors import InputError
from extractor.records import Reference
from extractor.store import codec, names

COLUMNS = ("indicator", "area", "period", "value", "unit", "source")
_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_PERIOD = re.compile(rf"({_DAY})(?:/({_DAY}))?")
_INSERT = """
INSERT INTO reference_value (indicator, area, territory, period_start, period_end, value, value_num, unit, source,
    programme, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET value = excluded.value, value_num = excluded.value_num, unit = excluded.unit,
    run_id = excluded.run_id
WHERE (value, unit) IS NOT (excluded.value, excluded.unit)
"""
_SHIPPED = "Resolutions on the merger of provinces, 2025 (one basis for all rows, above the statistical count)"
_SHIPPED_DAY = "2025-07-01"


def add(db: Database, path: Path, run: int | None) -> dict[str, int]:
    """Stores the rows of a CSV file (COLUMNS; territory and programme where they matter).

    All of them or, where one is wrong, none: InputError names its line. The caller holds the transaction.
    """
    counts = {"new": 0, "changed": 0, "unchanged": 0}
    for reference in list(read(db, path)):
        counts[save(db, reference, run)] += 1
    return counts


def save(db: Database, reference: Reference, run: int | None) -> str:
    """Stores one value: new, changed or unchanged."""
    key = (reference.indicator, reference.area, reference.territory or 0, reference.programme or "",
        reference.period_start, reference.period_end, reference.source)  # fmt: skip
    query = (
        "SELECT value, unit FROM reference_value WHERE indicator = ? AND area = ? AND coalesce(territory, 0) = ? "
        "AND coalesce(programme, '') = ? AND period_start = ? AND period_end = ? AND source = ?"
    )
    old = db.execute(query, key).fetchone()
    db.execute("INSERT OR IGNORE INTO indicator (id, unit) VALUES (?, ?)", [reference.indicator, reference.unit])
    names.add_area(db, reference.area, None, None)
    db.conn.execute(_INSERT, _row(reference, run))
    if old is None:
        return "new"
    return "unchanged" if old == (codec.number_text(reference.value), reference.unit) else "changed"


def _row(reference: Reference, run: int | None) -> codec.Row:
    value = (codec.number_text(reference.value), codec.number_real(reference.value))
    return (reference.indicator, reference.area, reference.territory, reference.period_start, reference.period_end,
        *value, reference.unit, reference.source, reference.programme, run)  # fmt: skip


def read(db: Database, path: Path) -> Iterator[Reference]:
    """The values in the file; InputError with the line where one cannot be used."""
    known = {name: {row[0] for row in db.execute(f"SELECT id FROM {name}")} for name in ("area", "indicator")}  # noqa: S608
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise InputError(f"{path} has no column {missing[0]}", f"its first line must be {','.join(COLUMNS)}")
            for row in reader:
                yield _reference(row, f"{path} line {reader.line_num}", known)
    except OSError as error:
        raise InputError(f"{path} cannot be read", error.strerror or "") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} is no CSV file", f"save it as UTF-8 CSV ({error})") from error


def _reference(row: Mapping[str, str], where: str, known: Mapping[str, set[str]]) -> Reference:
    for name in COLUMNS:
        if not row.get(name):
            raise InputError(f"{where} has no {name}", "fill every column")
    first, last = _period(row["period"], where)
    _know(row["indicator"], known["indicator"], where)
    areas = known["area"]
    if row["area"] not in areas and row["area"].partition("/")[0] not in areas:
        raise InputError(f"{where}: no area {row['area']!r}", "take one from the table area, such as quang-ninh")
    territory = row.get("territory") or ""
    if territory not in ("", "34", "63"):
        raise InputError(f"{where}: {territory!r} is no territory", "write 34, 63 or nothing")
    return Reference(row["indicator"], row["area"], int(territory) if territory else None, first, last,
        _number(row["value"], where), row["unit"], row["source"], row.get("programme") or None)  # fmt: skip


def _know(indicator: str, known: Collection[str], where: str) -> None:
    if indicator in known:
        return
    near = ", ".join(get_close_matches(indicator, sorted(known), n=3))
    repair = "take one from the table indicator" + (f"; near: {near}" if near else "")
    raise InputError(f"{where}: no indicator {indicator!r}", repair)


def _period(text: str, where: str) -> tuple[str, str]:
    """First and last, as partial as written; the same where there is one date only."""
    found = _PERIOD.fullmatch(text)
    first, last = (found[1], found[2] or found[1]) if found else ("", "")
    try:
        in_order = date.fromisoformat(first_day(first)) <= date.fromisoformat(last_day(last))
    except ValueError:
        in_order = False
    if not in_order:
        raise InputError(f"{where}: {text!r} is no period", "write 2025, 2025-09 or 2025-01-01/2025-09-30")
    return first, last


def _number(text: str, where: str) -> Decimal:
    value = Decimal(text.strip()) if _NUMBER.fullmatch(text.strip()) else Decimal("NaN")
    if not value.is_finite() or codec.number_real(value) is None:
        raise InputError(f"{where}: {text!r} is no number", "write digits with a decimal point, such as 1350.5")
    return value


def ship(db: Database) -> None:
    """Population and area of the 34 provinces as reference values, so that a rate per 10,000 can be recomputed."""
    for indicator, unit, column in (("area.population", "people", "population"), ("area.km2", "km2", "area_km2")):
        if db.execute("SELECT 1 FROM indicator WHERE id = ?", [indicator]).fetchone() is None:
            db.execute("INSERT INTO indicator (id, unit) VALUES (?, ?)", [indicator, unit])
        query = f"SELECT area_id, {column} FROM area_territory WHERE territory = 34 AND {column} IS NOT NULL"  # noqa: S608
        for area, value in db.execute(query).fetchall():
            exact = Decimal(str(value))
            row = Reference(indicator, area, 34, _SHIPPED_DAY, _SHIPPED_DAY, exact, unit, _SHIPPED)
            db.conn.execute(_INSERT, _row(row, None))


def values(db: Database, indicator: str | None = None, area: str | None = None) -> Iterator[Reference]:
    """Stored values, of one indicator and area where they are given."""
    query = (
        "SELECT indicator, area, territory, period_start, period_end, value, unit, source, programme "
        "FROM reference_value "
        "WHERE (?1 IS NULL OR indicator = ?1) AND (?2 IS NULL OR area = ?2) ORDER BY indicator, area, period_end"
    )
    for row in db.execute(query, [indicator, area]):
        yield Reference(row[0], row[1], row[2], row[3], row[4], Decimal(row[5]), row[6], row[7], row[8])


def given(db: Database) -> list[Reference]:
    """The values that people brought: all but those that came with the program, which the rule tables hold as well."""
    return [reference for reference in values(db) if reference.source != _SHIPPED]
