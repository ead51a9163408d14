"""What each table and column holds, from schema.toml: for the terminal, the docs, exports and Datasette."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

_INNER = ("sqlite_", "_sqlite_", "version_fts_")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its SQLite type (blank in a view where none is known), and what it holds."""

    name: str
    type: str
    doc: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view with its columns in order."""

    name: str
    is_view: bool
    doc: str
    columns: tuple[Column, ...]


@cache
def _document() -> Mapping[str, Any]:
    path = Path(__file__).with_name("schema.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def describe(db: Database) -> Iterator[Table]:
    """Every table and view of the database, tables first, each in alphabetical order."""
    query = "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY type, name"
    for name, kind in db.execute(query).fetchall():
        if not name.startswith(_INNER):
            columns = db.execute("SELECT name, type FROM pragma_table_info(?)", [name]).fetchall()
            documented = tuple(Column(column, kind_of, column_doc(name, column)) for column, kind_of in columns)
            yield Table(name, kind == "view", table_doc(name), documented)


def table_doc(table: str) -> str:
    """What the table holds; blank where schema.toml does not say."""
    return str(_document()["table"].get(table, {}).get("doc", ""))


def column_doc(table: str, column: str) -> str:
    """What the column holds; blank where schema.toml does not say."""
    own = _document()["table"].get(table, {})
    return str(own.get(column) or _document()["column"].get(column, ""))


def undocumented(db: Database) -> list[str]:
    """Names of tables and columns that schema.toml leaves out, and of those it describes that are not there."""
    tables = {table.name: table for table in describe(db)}
    missing = [name for name, table in tables.items() if not table.doc]
    missing += [f"{name}.{c.name}" for name, table in tables.items() for c in table.columns if not c.doc]
    for name, own in _document()["table"].items():
        known = {column.name for column in tables[name].columns} if name in tables else set()
        missing += [f"{name}.{column}" for column in own if column not in known | {"doc"}]
    used = {column.name for table in tables.values() for column in table.columns}
    return missing + [f"column.{name}" for name in _document()["column"] if name not in used]


def markdown(db: Database) -> str:
    """The data dictionary as Markdown: a section a table."""
    parts = []
    for table in describe(db):
        rows = "\n".join(
            f"| `{column.name}` | {column.type.lower()} | {_cell(column.doc)} |" for column in table.columns
        )
        parts.append(f"## {table.name}\n\n{table.doc}.\n\n| column | type | holds |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
