"""Keeps the summary tables: what was told of an indicator and area, the latest of it, coverage, counts of tasks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import Any

from sqlite_utils import Database

from extractor.store import codec

TABLES = ("told", "latest", "coverage", "tasks")
KEY = ("indicator", "area", "territory", "body", "programme", "status", "statement", "kind")
# A claim that counts, as the summaries see it: id, version, province, then KEY, as_of, value or NULL, precision.
Seen = tuple[Any, ...]
_WIDTH = 3
_covered = itemgetter(1, 2, 3)
_SAME = " AND ".join(f"{name} = ?" for name in KEY)
_OF_CLAIM = ("province", *KEY, "period_end", "comparator", "value_max", "value_num", "precision")
_of_row = itemgetter(*map(codec.CLAIM_COLUMNS.index, _OF_CLAIM))
_SEEN = f"""
SELECT claim.id, claim.version_id, version.published, {", ".join(f'claim."{name}"' for name in _OF_CLAIM)}
FROM claim JOIN version ON version.id = claim.version_id
"""  # noqa: S608
_OF_WORKS = """
JOIN article ON article.version_id = version.id JOIN work ON work.article_id = article.id
WHERE claim.current = 1 AND work.id IN ({marks})
"""
_TOLD = """
INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?10, ?10, CAST(?11 AS REAL), ?12)
ON CONFLICT DO UPDATE SET claims = claims + 1, claim_id = max(claim_id, excluded.claim_id),
    lowest = min(coalesce(lowest, excluded.lowest), coalesce(excluded.lowest, lowest)),
    highest = max(coalesce(highest, excluded.highest), coalesce(excluded.highest, highest)),
    widest = max(coalesce(widest, excluded.widest), coalesce(excluded.widest, widest))
"""
_TOLD_AGAIN = f"""
INSERT INTO told
SELECT indicator, area, coalesce(territory, 0), coalesce(body, ''), coalesce(programme, ''), status, statement, kind,
    coalesce(period_end, published, '') AS as_of, count(*),
    min(CASE WHEN comparator = '=' AND value_max IS NULL THEN value_num END),
    max(CASE WHEN comparator = '=' AND value_max IS NULL THEN value_num END),
    max(CAST("precision" AS REAL)), max(claim.id)
FROM claim JOIN version ON version.id = claim.version_id
WHERE claim.current = 1 AND indicator = ?1 AND area = ?2 AND coalesce(territory, 0) = ?3 AND coalesce(body, '') = ?4
    AND coalesce(programme, '') = ?5 AND status = ?6 AND statement = ?7 AND kind = ?8
    AND (period_end = ?9 OR (period_end IS NULL AND coalesce(published, '') = ?9))
GROUP BY {", ".join(str(number + 1) for number in range(len(KEY) + 1))}
"""  # noqa: S608
_LATEST = """
INSERT INTO latest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET as_of = excluded.as_of, claim_id = excluded.claim_id
WHERE (excluded.as_of, excluded.claim_id) > (as_of, claim_id)
"""
_LATEST_AGAIN = f"""
INSERT INTO latest SELECT {", ".join(KEY)}, as_of, claim_id FROM told WHERE {_SAME} ORDER BY as_of DESC LIMIT 1
"""  # noqa: S608
_COVERAGE = """
INSERT INTO coverage VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, claims = claims + excluded.claims
"""
# One row an article, area and body; where an article gives an indicator twice, the later value, or the one read later.
_TASKS = """
INSERT INTO tasks
SELECT version_id, area, area_level, body, programme, status, nullif(max(as_of), ''),
    max(CASE indicator WHEN 'tasks.assigned' THEN value_num END),
    max(CASE indicator WHEN 'tasks.completed' THEN value_num END),
    max(CASE indicator WHEN 'tasks.completed_share' THEN value_num END),
    max(CASE indicator WHEN 'tasks.in_progress' THEN value_num END),
    max(CASE indicator WHEN 'tasks.on_schedule' THEN value_num END),
    max(CASE indicator WHEN 'tasks.behind' THEN value_num END),
    max(CASE indicator WHEN 'tasks.overdue' THEN value_num END),
    max(CASE indicator WHEN 'tasks.not_started' THEN value_num END)
FROM (
    SELECT version_id, area, area_level, body, programme, status, indicator, value_num,
        coalesce(period_end, '') AS as_of, max(coalesce(period_end, '') || printf(' %020d', id))
    FROM claim
    WHERE current = 1 AND indicator >= 'tasks.' AND indicator < 'tasks/' AND statement = 'level' AND {of}
    GROUP BY version_id, area, body, programme, status, indicator
)
GROUP BY version_id, area, body, programme, status
"""

_OF_VERSIONS = "version_id IN (SELECT value FROM json_each(?))"


def seen(db: Database, works: Sequence[int]) -> set[Seen]:
    """The claims of these works that count now."""
    marks = ", ".join("?" * len(works))
    rows = db.conn.execute(_SEEN + _OF_WORKS.format(marks=marks), works)
    return {_seen(row[0], row[1], row[2], row[3:]) for row in rows}


def fresh(version_id: int, published: str | None, rows: Iterable[tuple[int, codec.Row]]) -> list[Seen]:
    """The same of claims that were just stored, all of which count: ids and rows in the order of CLAIM_COLUMNS."""
    return [_seen(number, version_id, published, _of_row(row)) for number, row in rows]


def _seen(claim_id: int, version_id: int, published: str | None, values: Sequence[Any]) -> Seen:
    province, indicator, area, territory, body, programme, *same, period, comparator, top, value, precision = values
    as_of = published if period is None else period
    exact = value if comparator == "=" and top is None else None
    key = (indicator, area, territory or 0, body or "", programme or "", *same)
    return (claim_id, version_id, province, *key, as_of or "", exact, precision)


def update(db: Database, before: set[Seen], after: set[Seen]) -> None:
    """Brings the summaries from what counted before to what counts after."""
    gone, come = before - after, after - before
    _count(db, before, after)
    again = {row[_WIDTH:-2] for row in gone if _has_key(row)}
    for moment in again:
        db.conn.execute(f"DELETE FROM told WHERE {_SAME} AND as_of = ?", moment)  # noqa: S608
        db.conn.execute(_TOLD_AGAIN, moment)
    for key in {moment[:-1] for moment in again}:
        db.conn.execute(f"DELETE FROM latest WHERE {_SAME}", key)  # noqa: S608
        db.conn.execute(_LATEST_AGAIN, key)
    _tell(db, (row for row in come if row[_WIDTH:-2] not in again))
    _count_tasks(db, gone | come)


def add(db: Database, come: Sequence[Seen]) -> None:
    """Adds claims of works that had none before."""
    _count(db, (), come)
    _tell(db, come)
    _count_tasks(db, come)


def _tell(db: Database, come: Iterable[Seen]) -> None:
    """What the claims tell; in the order of the tables, which are then gone through once."""
    fresh = sorted(filter(_has_key, come), key=itemgetter(slice(_WIDTH, -2)))
    db.conn.executemany(_TOLD, [(*row[_WIDTH:], row[0]) for row in fresh])
    db.conn.executemany(_LATEST, [(*row[_WIDTH:-2], row[0]) for row in fresh])


def _has_key(row: Seen) -> bool:
    return row[_WIDTH] is not None and row[_WIDTH + 1] is not None


def _count(db: Database, before: Collection[Seen], after: Iterable[Seen]) -> None:
    """Adds the differences; a province of which nothing is left goes out of the table."""
    claims, articles = _coverage(after)
    if before:
        fewer = _coverage(before)
        claims.subtract(fewer[0])
        articles.subtract(fewer[1])
    rows = [(*key, articles[key], count) for key, count in claims.items() if count or articles[key]]
    db.conn.executemany(_COVERAGE, [row for row in rows if row[3] > 0])
    shrunk = [(row[2], row[3], row[0], row[1]) for row in rows if row[3] <= 0]
    if shrunk:
        db.conn.executemany("DELETE FROM coverage WHERE claims + ?2 <= 0 AND province = ?3 AND indicator = ?4", shrunk)
        change = "UPDATE coverage SET articles = articles + ?, claims = claims + ? WHERE province = ? AND indicator = ?"
        db.conn.executemany(change, shrunk)


Key = tuple[str, str]


def _coverage(rows: Iterable[Seen]) -> tuple[Counter[Key], Counter[Key]]:
    """Claims and versions that say something of each province, and of each province and indicator."""
    claims: Counter[Key] = Counter()
    versions: set[tuple[int, Key]] = set()
    for (version_id, province, indicator), count in Counter(map(_covered, rows)).items():
        if province is not None:
            keys = ((province, ""),) if indicator is None else ((province, ""), (province, indicator))
            for key in keys:
                claims[key] += count
                versions.add((version_id, key))
    return claims, Counter(key for _, key in versions)


def _count_tasks(db: Database, changed: Iterable[Seen]) -> None:
    """Makes the counts of tasks of the changed claims' versions anew."""
    found = {row[1] for row in changed if str(row[_WIDTH]).startswith("tasks.")}
    if not found:
        return
    numbers = json.dumps(sorted(found))
    db.execute(f"DELETE FROM tasks WHERE {_OF_VERSIONS}", [numbers])  # noqa: S608
    db.execute(_TASKS.format(of=_OF_VERSIONS), [numbers])


def fill_tasks(db: Database) -> None:
    """The counts of tasks of all claims, where there are none yet; SQLite plans with their number if it has others."""
    db.execute(_TASKS.format(of="true"))
    if "sqlite_stat1" in db.table_names():
        db.execute("ANALYZE tasks")


def rebuild(db: Database) -> None:
    """Makes the summaries anew from all claims; the caller holds the transaction."""
    from extractor.store.migrations import SQL

    for table in TABLES:
        db.execute(f"DELETE FROM {table}")  # noqa: S608
    script = (SQL / "003_summaries.sql").read_text(encoding="utf-8")
    db.executescript(script[script.index("-- Claims that were stored") :])
    fill_tasks(db)
