"""The summary tables always say what the claims say."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import TEXT, article, claim, page

from extractor.records import Claim, Figure, FigureKind
from extractor.store import Store, open_database, summaries

CLAIM = st.builds(
    lambda start, value, indicator, area, end: Claim(
        Figure(start, start + 1, "x", FigureKind.COUNT, Decimal(value)), indicator, "", area, area, period_end=end
    ),
    st.integers(0, 9),
    st.integers(1, 4),
    st.sampled_from(["tasks.assigned", "tasks.completed", None]),
    st.sampled_from(["ha-noi", "hue", None]),
    st.sampled_from([None, "2025", "2025-09-30"]),
)
STEP = st.tuples(
    st.sampled_from(["https://a.test/1", "https://b.test/22", "https://c.test/333"]),
    st.sampled_from(["Một", "Hai", "Ba"]),
    st.sampled_from([None, "2025-01-01", "2025-12-31"]),
    st.lists(CLAIM, max_size=4),
)


def content(store: Store) -> list[list[tuple[object, ...]]]:
    return [sorted(store.db.execute(f"SELECT * FROM {name}"), key=str) for name in summaries.TABLES]


@settings(max_examples=25, deadline=None)
@given(st.lists(STEP, max_size=8))
def test_summaries_equal_those_made_from_all_claims(steps: list[tuple[str, str, str | None, list[Claim]]]) -> None:
    with open_database(":memory:") as store:
        store.begin_run("", "", "add")
        for url, text, published, claims in steps:
            store.save(article(text + " ........", url=url, published=published), claims)
        kept = content(store)
        with store.writing() as db:
            summaries.rebuild(db)
        assert kept == content(store)


def test_latest_and_conflicts_are_seen(tmp_path: Path) -> None:
    with open_database(tmp_path / "news.db") as store:
        store.begin_run("", "", "add")
        other = TEXT.replace("47", "40")
        store.save(article(), [claim(TEXT, "47", period_end="2025-09-30")], page())
        store.save(article(other, "https://b.test/2"), [claim(other, "40", period_end="2025-09-30")])
        late = TEXT.replace("47", "50")
        store.save(article(late, "https://b.test/3"), [claim(late, "50", period_end="2025-12-31")])
        assert store.db.execute("SELECT area_name, as_of, value FROM v_latest").fetchall() == [
            ("Quảng Ninh", "2025-12-31", "50")
        ]
        found = store.db.execute("SELECT as_of, lowest, highest, claims FROM v_conflicts").fetchall()
        assert found == [("2025-09-30", 40.0, 47.0, 2)]
        for view in ("v_latest", "v_conflicts"):
            named = f"SELECT count(*) FROM {view} WHERE body IS NULL AND programme IS NULL"
            assert store.db.execute(named).fetchone() == (1,)
        assert store.db.execute(
            "SELECT articles, claims FROM v_coverage WHERE area = 'quang-ninh' AND indicator = ''"
        ).fetchall() == [(3, 3)]
