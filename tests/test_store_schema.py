"""Every column says what it holds, and the rule tables are in the database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.rules import patterns
from extractor.store import Store, open_database, schema

PAGE = Path(__file__).parent.parent / "docs" / "schema.md"


@pytest.fixture
def store() -> Iterator[Store]:
    with open_database(":memory:") as opened:
        opened.begin_run("", "", "add")
        yield opened


def test_every_table_and_column_is_documented_and_nothing_else(store: Store) -> None:
    assert schema.undocumented(store.db) == []


def test_dictionary_has_a_row_a_column(store: Store) -> None:
    text = schema.markdown(store.db)
    assert "| `sentence_start` | integer | First code point of its sentence |" in text
    assert text.count("\n| `") == sum(len(table.columns) for table in schema.describe(store.db))


def test_provinces_of_both_territories_are_there(store: Store) -> None:
    query = "SELECT territory, count(*) FROM area_territory GROUP BY territory"
    assert dict(store.db.execute(query)) == {34: 34, 63: 63}
    query = "SELECT into_area FROM area_territory WHERE area_id = 'ha-giang' AND territory = 63"
    assert store.db.execute(query).fetchone() == ("tuyen-quang",)


def test_indicators_of_the_rules_are_there(store: Store) -> None:
    row = store.db["indicator"].get("tasks.completed")
    assert (row["unit"], row["name_en"], row["part_of"]) == ("tasks", "Tasks completed", "tasks.assigned")
    assert store.db["indicator"].count == len(patterns().table("indicators.csv"))


def test_known_publishers_have_their_province(store: Store) -> None:
    row = next(store.db["source"].rows_where("publisher = 'hagiang.gov.vn'"))
    assert row["province"] == "tuyen-quang"


@pytest.mark.parametrize("view", ["v_claims", "v_tasks", "v_articles", "v_latest", "v_conflicts", "v_findings"])
def test_views_run_on_an_empty_database(store: Store, view: str) -> None:
    assert store.db.execute(f"SELECT * FROM {view}").fetchall() == []


def test_schema_page_is_up_to_date(store: Store) -> None:
    """`python tests/test_store_schema.py` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page(store)


def page(store: Store) -> str:
    return f"# Tables and columns\nMade from extractor/store/schema.toml.\n\n{schema.markdown(store.db)}"


if __name__ == "__main__":
    with open_database(":memory:") as opened:
        PAGE.write_text(page(opened), encoding="utf-8")
