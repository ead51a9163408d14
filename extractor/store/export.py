"""Writes the database out as CSV, JSON Lines and Parquet, with a data dictionary and a note on rights beside them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from extractor.cells import guard
from extractor.errors import InputError, StoreError
from extractor.store import connection, schema

if TYPE_CHECKING:
    from extractor.store import Store

# A flat cube of observations, with the column names of SDMX-CSV; a period is ISO 8601, an interval start/end.
_CUBE = """
SELECT 'DOICHIEU' AS DATAFLOW, claim.indicator AS INDICATOR, claim.area AS REF_AREA, claim.territory AS TERRITORY,
    CASE WHEN claim.period_kind = 'flow' AND claim.period_start IS NOT NULL AND claim.period_end IS NOT NULL
        THEN claim.period_start || '/' || claim.period_end
        ELSE coalesce(claim.period_end, version.published) END AS TIME_PERIOD,
    claim.value_num AS OBS_VALUE, claim.value AS OBS_VALUE_EXACT, claim.comparator AS COMPARATOR,
    CASE WHEN claim.kind = 'count' AND substr(indicator.unit, 1, 1) <> '%'
        THEN indicator.unit ELSE coalesce(claim.unit, indicator.unit) END AS UNIT_MEASURE,
    claim.status AS OBS_STATUS, claim.statement AS STATEMENT,
    claim.programme AS PROGRAMME, claim.body AS BODY, source.publisher AS PUBLISHER, article.url AS SOURCE,
    claim.id AS CLAIM
FROM claim
JOIN version ON version.id = claim.version_id
JOIN article ON article.id = version.article_id
LEFT JOIN source ON source.id = article.source_id
LEFT JOIN indicator ON indicator.id = claim.indicator
WHERE claim.current = 1 AND claim.indicator IS NOT NULL AND claim.area IS NOT NULL AND claim.value_num IS NOT NULL
    AND claim.value_max IS NULL
ORDER BY claim.id
"""
DECISIONS = """
SELECT decision.uid, decision.target, decision.article_id, version.text_sha256, decision.finding_key, decision.surface,
    decision.before, decision.after, decision.occurrence, decision.verdict, decision.judged, decision.corrected,
    decision.reviewer, decision.at, decision.note, decision.undoes, place.state, place.reason
FROM decision LEFT JOIN version ON version.id = decision.version_id
LEFT JOIN decision_place AS place ON place.decision_id = decision.id
ORDER BY decision.id
"""
TABLES = {
    "articles": "SELECT * FROM v_articles ORDER BY article_id",
    "claims": "SELECT * FROM v_claims ORDER BY claim_id",
    "findings": "SELECT * FROM v_findings ORDER BY finding_id, number",
    "decisions": DECISIONS,
    "references": "SELECT * FROM reference_value ORDER BY id",
    "cube": _CUBE,
}
_TEXTS = """
SELECT version.article_id, version.title, version.published, version.language, source.publisher, article.url,
    version.text FROM article JOIN version ON version.id = article.version_id
LEFT JOIN source ON source.id = article.source_id ORDER BY article.id
"""
FORMATS = ("csv", "jsonl", "parquet")
_WHOLE = frozenset({"claims", "copies", "versions", "articles", "CLAIM", "TERRITORY"})
_BATCH = 10_000
_RIGHTS = """# What may be done with these files

The figures, their readings and findings were made by Đối chiếu {version}. Facts as such belong to no one.
Quotes, titles and texts belong to their publishers, who are named in each row: quote them with the link beside them,
and ask the publisher before printing more than that.
Claims are read by machine; see `confidence` and the decisions of fact-checkers before relying on one.
"""


@dataclass(frozen=True, slots=True)
class Options:
    """formats: some of csv, jsonl, parquet; bom: the mark by which Excel knows UTF-8; texts: whole articles too."""

    formats: Sequence[str] = ("csv", "jsonl")
    bom: bool = False
    texts: bool = False


def export(store: Store, folder: Path, options: Options | None = None) -> dict[str, int]:
    """Writes every table in every format, all of one moment, each file whole or not at all: rows a file."""
    options = options or Options()
    _check(options)
    tables = TABLES | ({"texts": _TEXTS} if options.texts else {})
    counts = {}
    with connection.explained(store.path), _folder(folder), _one_moment(store):
        for name, query in tables.items():
            for form in options.formats:
                path = folder / f"{name}.{form}"
                counts[path.name] = _write_table(store, query, path, options)
        (folder / "dictionary.md").write_text(dictionary(store), encoding="utf-8")
        (folder / "RIGHTS.md").write_text(_RIGHTS.format(version=_version()), encoding="utf-8")
    return counts


def _check(options: Options) -> None:
    for form in options.formats:
        if form not in FORMATS:
            raise InputError(f"no format {form!r}", f"use some of {', '.join(FORMATS)}")
    if "parquet" in options.formats and find_spec("pyarrow") is None:
        raise InputError("Parquet needs the package pyarrow", 'install it with pip install "doichieu[parquet]"')


def _version() -> str:
    from extractor import __version__

    return __version__


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise StoreError(f"{folder} cannot be written", f"give another folder ({error.strerror})") from error


@contextmanager
def _one_moment(store: Store) -> Iterator[None]:
    """All that is read inside sees the database as it is now, whatever is written meanwhile."""
    store.db.execute("BEGIN")
    try:
        yield
    finally:
        store.db.rollback()


def _write_table(store: Store, query: str, path: Path, options: Options) -> int:
    cursor = store.db.conn.execute(query)
    names = [column[0] for column in cursor.description]
    writers: Mapping[str, Callable[[], int]] = {
        "csv": lambda: _write_csv(path, names, cursor, bom=options.bom),
        "jsonl": lambda: _write_jsonl(path, names, cursor),
        "parquet": lambda: _write_parquet(path, names, cursor, _types(store, names)),
    }
    return writers[path.suffix[1:]]()


@contextmanager
def _whole(path: Path, encoding: str) -> Iterator[IO[str]]:
    """A file that takes its name only when it is complete."""
    half = path.with_name(path.name + ".part")
    with half.open("w", encoding=encoding, newline="") as file:
        yield file
    half.replace(path)


def _write_csv(path: Path, names: Sequence[str], rows: Iterable[Sequence[Any]], *, bom: bool) -> int:
    count = 0
    with _whole(path, "utf-8-sig" if bom else "utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for row in rows:
            writer.writerow([guard(cell) for cell in row])
            count += 1
    return count


def _write_jsonl(path: Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    count = 0
    with _whole(path, "utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
            count += 1
    return count


def _types(store: Store, names: Sequence[str]) -> dict[str, str]:
    """INTEGER, REAL or TEXT for each column, as its table declares it."""
    declared = {c.name: c.type for table in schema.describe(store.db) for c in table.columns if c.type}
    known = declared | {"OBS_VALUE": "REAL"} | dict.fromkeys(_WHOLE, "INTEGER")
    return {name: known.get(name, "TEXT") for name in names}


def _write_parquet(path: Path, names: Sequence[str], rows: Any, types: Mapping[str, str]) -> int:
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")

    of = {"INTEGER": pyarrow.int64(), "REAL": pyarrow.float64(), "TEXT": pyarrow.string()}
    layout = pyarrow.schema([(name, of[types[name]]) for name in names])
    half, count = path.with_name(path.name + ".part"), 0
    with parquet.ParquetWriter(half, layout, compression="zstd") as writer:
        while batch := rows.fetchmany(_BATCH):
            columns = zip(*batch, strict=True)
            arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, layout, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=layout))
            count += len(batch)
    half.replace(path)
    return count


def dictionary(store: Store) -> str:
    """What the exported files' columns hold, as Markdown."""
    parts = ["# Data dictionary\n"]
    views = {"articles": "v_articles", "claims": "v_claims", "findings": "v_findings", "references": "reference_value"}
    documented = {table.name: table for table in schema.describe(store.db)}
    for name, view in views.items():
        rows = "\n".join(f"- `{column.name}`: {column.doc}" for column in documented[view].columns)
        parts.append(f"## {name}\n\n{documented[view].doc}.\n\n{rows}\n")
    parts.append(_CUBE_DOC)
    return "\n".join(parts)


_CUBE_DOC = """## cube

Claims with an indicator, an area and one value, as observations with the column names of SDMX-CSV.

- `DATAFLOW`: always DOICHIEU
- `INDICATOR`: what is measured
- `REF_AREA`: area, `TERRITORY` 63 or 34: which set of provinces it is one of
- `TIME_PERIOD`: ISO 8601; an interval as start/end; the day of print where nothing else is known
- `OBS_VALUE`: the value; `OBS_VALUE_EXACT` with the digits as written; `COMPARATOR` how the true value stands to it
- `UNIT_MEASURE`: unit; `OBS_STATUS`: actual, estimate, forecast, target, other; `STATEMENT`: level, change and so on
- `PROGRAMME`, `BODY`: which programme it is about, whose figure it is if not the area's as a whole
- `PUBLISHER`, `SOURCE`: who printed it, and where
- `CLAIM`: its `claim_id` in claims

## decisions

What fact-checkers decided, with the words each decision stands on; `doichieu import` reads it back.
"""
