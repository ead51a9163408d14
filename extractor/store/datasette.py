"""Metadata with which Datasette shows the database well: titles, units, facets, column descriptions, first questions.

Datasette 0.65 reads all of it from one metadata file (-m); 1.0 takes queries and facets from a configuration file (-c)
and descriptions from the metadata file.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.store import schema

if TYPE_CHECKING:
    from extractor.store import Store

_TITLE = "Đối chiếu"
_ABOUT = "What government news claims in figures, whose figures they are, and the sentences that say so"
_FACETS = {
    "v_claims": ["indicator", "area", "area_level", "status", "language", "publisher", "area_basis", "confidence"],
    "v_latest": ["indicator", "area_level", "status", "programme"],
    "v_articles": ["language", "publisher"],
    "v_tasks": ["programme", "area_level", "status"],
    "v_conflicts": ["indicator", "status"],
    "v_findings": ["kind", "severity"],
    "v_failures": ["reason", "status"],
    "v_unreviewed": ["indicator", "area", "confidence"],
    "v_decisions": ["verdict", "state", "reviewer", "target"],
    "v_translations": ["language"],
    "decision": ["verdict", "reviewer", "target"],
    "finding": ["kind", "severity"],
    "claim": ["status", "kind", "confidence"],
}
# Not v_claims: sorting millions of rows takes longer than Datasette waits.
_SORT = {"v_articles": ("sort_desc", "published"), "run": ("sort_desc", "id")}
_LABELS = {"article": "url", "version": "title", "area": "name_vi", "indicator": "name_en", "source": "publisher"}
_HIDDEN = ("frontier", "frontier_capture", "frontier_robots", "frontier_session", "told", "latest", "coverage", "tasks",
    "mention", "claim_group", "version_fts")  # fmt: skip
# A cell takes its direction from its own first letter, so that Urdu stands right and numbers in it keep their order.
_STYLE = "data:text/css,td{unicode-bidi:plaintext;text-align:start}"


def queries() -> Mapping[str, Mapping[str, str]]:
    """The first questions by name: title, why, sql."""
    path = Path(__file__).with_name("queries.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def write(store: Store, folder: Path) -> list[Path]:
    """Writes metadata.json for 0.65, and metadata-1.0.json with datasette.json for 1.0; their paths."""
    name = store.path.stem
    files = {
        "metadata.json": both(store, name),
        "metadata-1.0.json": metadata(store, name),
        "datasette.json": configuration(store, name),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (folder / file).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return [folder / file for file in files]


def both(store: Store, name: str) -> dict[str, Any]:
    """All of it in one, as 0.65 reads it."""
    described, configured = metadata(store, name), configuration(store, name)
    tables = described["databases"][name]["tables"]
    for table, settings in configured["databases"][name]["tables"].items():
        tables.setdefault(table, {}).update(settings)
    described["databases"][name]["queries"] = configured["databases"][name]["queries"]
    return described | {"extra_css_urls": [_STYLE]}


def metadata(store: Store, name: str) -> dict[str, Any]:
    """Titles, licence and descriptions of tables and columns."""
    tables = {
        table.name: {"description": table.doc, "columns": {c.name: c.doc for c in table.columns if c.doc}}
        for table in schema.describe(store.db)
    }
    rights = "Quotes and titles belong to their publishers"
    about = {"title": _TITLE, "description": _ABOUT, "license": rights}
    return {**about, "databases": {name: {"description": _ABOUT, "tables": tables}}}


def configuration(store: Store, name: str) -> dict[str, Any]:
    """Facets, sorting, labels, hidden tables, the search, and the first questions."""
    present = {table.name for table in schema.describe(store.db)}
    tables: dict[str, dict[str, Any]] = {table: {} for table in sorted(present)}
    for table, facets in _FACETS.items():
        tables[table]["facets"] = facets
    for table, (how, column) in _SORT.items():
        tables[table][how] = column
    for table, column in _LABELS.items():
        tables[table]["label_column"] = column
    for table in _HIDDEN:
        tables[table]["hidden"] = True
    tables["version"] |= {"fts_table": "version_fts", "fts_pk": "id"}
    asked = {
        key: {"title": query["title"], "description": query["why"], "sql": query["sql"].strip()}
        for key, query in queries().items()
    }
    kept = {table: settings for table, settings in tables.items() if settings}
    return {"extra_css_urls": [_STYLE], "databases": {name: {"tables": kept, "queries": asked}}}
