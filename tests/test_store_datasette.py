"""Datasette gets a description of every column, and questions that run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import CLAIMS, article, claim

from extractor.store import Store, datasette, open_database, schema


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("", "", "add")
        opened.save(article(), CLAIMS)
        yield opened


@pytest.mark.parametrize("name", list(datasette.queries()))
def test_question_runs_and_says_why(store: Store, name: str) -> None:
    query = datasette.queries()[name]
    asked = dict.fromkeys(re.findall(r":([a-z]+)", query["sql"]), "57")
    assert isinstance(store.db.conn.execute(query["sql"], asked).fetchall(), list)
    assert len(query["why"]) > 20


def test_questions_answer(store: Store) -> None:
    queries = datasette.queries()
    asked = {"indicator": "tasks.assigned", "area": "quang-ninh", "publisher": "bao.test"}
    assert store.db.conn.execute(queries["claims_of_a_conflict"]["sql"], asked).fetchone()[4:6] == ("=", "47")
    assert len(store.db.conn.execute(queries["claims_of_a_publisher"]["sql"], asked).fetchall()) == 2
    assert store.db.conn.execute(queries["over_time"]["sql"], asked).fetchone()[:2] == ("2025-10-15", 47.0)


def test_facets_are_columns_and_every_column_is_described(store: Store, tmp_path: Path) -> None:
    for path in datasette.write(store, tmp_path / "meta"):
        tables = json.loads(path.read_text())["databases"]["news"]["tables"]
        columns = {table.name: {c.name for c in table.columns} for table in schema.describe(store.db)}
        for name, settings in tables.items():
            assert set(settings.get("facets", [])) <= columns[name], name
            assert set(settings.get("columns", columns[name])) == columns[name]


def test_one_file_holds_all_for_the_older_line(store: Store) -> None:
    whole = datasette.both(store, "news")["databases"]["news"]
    assert whole["tables"]["v_claims"]["columns"]["quote"] == "The sentence that makes the claim"
    assert whole["tables"]["v_claims"]["facets"][0] == "indicator"
    assert whole["queries"]["findings"]["title"] == "What does not add up"


def test_shares_stand_beside_what_their_group_gives(tmp_path: Path) -> None:
    text = "Xong 49 trong 82 việc, 27 việc đúng hạn, đạt 60 phần trăm."
    said = [("49", "completed", "part"), ("82", "assigned", "total"), ("27", "on_schedule", "part"),
            ("60", "completed_share", "share")]  # fmt: skip
    with open_database(tmp_path / "news.db") as store:
        claims = [claim(text, number, f"tasks.{name}", group=1, role=role) for number, name, role in said]
        store.save(article(text), claims)
        rows = store.db.execute(datasette.queries()["ratios_recomputed"]["sql"]).fetchall()
    assert [row[:4] for row in rows] == [("60", 59.76, "49", "82")]
