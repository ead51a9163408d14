"""What decisions amount to: standings, disputes, what leaves, accuracy, agreement, gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from store_samples import TEXT, article, claim

from extractor.errors import InputError
from extractor.records import Decision
from extractor.review.accuracy import Share, kappa, measure
from extractor.review.gold import export
from extractor.store import Store, open_database
from extractor.store.verdicts import added, completed, correct, reviewed, standings


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("digest", "0", "test")
        figures = [claim(TEXT, "47"), claim(TEXT, "15", "tasks.completed"), claim(TEXT, "8", "tasks.behind")]
        opened.save(article(), figures)
        yield opened


def decide(store: Store, surface: str, verdict: str, reviewer: str = "lan", **fields: Any) -> Decision:
    found = next(one for one in store.claims() if one.figure.surface == surface)
    return store.decide(Decision("claim", verdict, reviewer, claim_id=found.id, **fields))


def standing_of(store: Store, surface: str) -> str:
    found = next(one for one in store.claims() if one.figure.surface == surface)
    known = standings(store.db).get(found.id or 0)
    return known.state if known else "open"


def test_misread_claim_leaves_and_right_one_is_marked(store: Store) -> None:
    decide(store, "47", "misread.not_figure")
    decide(store, "15", "right")
    left = {one.figure.surface: one for one in reviewed(store.db, store.claims())}
    assert set(left) == {"15", "8"}
    assert left["15"].confidence == "high"
    assert left["15"].reasons == ("reviewed",)


def test_corrected_fields_replace_what_was_read(store: Store) -> None:
    decide(store, "15", "misread.value", corrected={"value": "16", "area": "ha-noi/hoan-kiem", "status": "target"})
    one = next(one for one in reviewed(store.db, store.claims()) if one.figure.surface == "15")
    assert (one.figure.value, one.area, one.province, one.area_level) == (16, "ha-noi/hoan-kiem", "ha-noi", "commune")
    assert (one.status, one.territory) == ("target", 34)


def test_what_the_source_states_is_never_overwritten(store: Store) -> None:
    decide(store, "47", "source", note="báo ghi nhầm")
    assert {one.figure.value for one in reviewed(store.db, store.claims())} == {47, 15, 8}


def test_reviewers_who_differ_make_a_claim_disputed_until_it_is_settled(store: Store) -> None:
    decide(store, "47", "right", "lan")
    decide(store, "47", "misread", "minh")
    assert standing_of(store, "47") == "disputed"
    assert "disputed" in next(one for one in reviewed(store.db, store.claims()) if one.figure.surface == "47").reasons
    decide(store, "47", "final:misread", "an")
    assert standing_of(store, "47") == "misread"
    assert "47" not in {one.figure.surface for one in reviewed(store.db, store.claims())}


def test_last_word_of_a_reviewer_counts(store: Store) -> None:
    decide(store, "47", "misread", "lan")
    decide(store, "47", "right", "lan")
    decide(store, "47", "right", "minh")
    assert standing_of(store, "47") == "right"


def test_undone_decisions_and_notes_decide_nothing(store: Store) -> None:
    made = decide(store, "47", "misread")
    decide(store, "47", "note", note="xem lại")
    decide(store, "47", "undo", undoes=made.uid)
    assert standing_of(store, "47") == "open"
    assert len(list(store.decisions())) == 3


def test_added_figure_becomes_a_claim_until_the_rules_read_it(store: Store) -> None:
    start = TEXT.index("Tiến")
    fields: dict[str, str | None] = {"kind": "count", "value": "3", "indicator": "tasks.overdue", "area": "quang-ninh"}
    found = Decision("span", "missed", "lan", article_id=article().id, span=(start, start + 4), corrected=fields)
    store.decide(found)
    one = next(added(store.db, store.articles()))
    assert (one.figure.surface, one.figure.value, one.indicator, one.province) == (
        "Tiến",
        3,
        "tasks.overdue",
        "quang-ninh",
    )
    store.save(article(), [claim(TEXT, "47")])
    assert len(list(added(store.db, store.articles()))) == 1


@pytest.mark.parametrize("value", ["1e999999", "NaN", "mười", "1,5", "Infinity", ""])
def test_impossible_values_are_refused(value: str) -> None:
    with pytest.raises(InputError):
        correct(claim(TEXT, "47"), {"value": value})


@pytest.mark.parametrize(
    ("area", "end", "province", "level", "territory"),
    [
        ("VN", None, None, "nation", None),
        ("foreign", None, None, "foreign", None),
        (None, None, None, None, None),
        ("ha-noi", "2024-12", "ha-noi", "province", 34),
        ("phu-tho", "2024-12", "phu-tho", "province", 63),
        ("phu-tho", "2025-09-30", "phu-tho", "province", 34),
        ("vinh-phuc", "2025-09-30", "vinh-phuc", "province", 63),
    ],
)
def test_area_brings_its_province_and_territory(
    area: str | None, end: str | None, province: str | None, level: str | None, territory: int | None
) -> None:
    one = correct(claim(TEXT, "47"), {"area": area, "period_end": end})
    assert (one.area, one.province, one.area_level, one.territory) == (area, province, level, territory)


def test_accuracy_counts_decided_claims_only(store: Store) -> None:
    decide(store, "47", "right")
    decide(store, "15", "misread.value", corrected={"value": "16"})
    found = measure(store)
    assert (found.precision.part, found.precision.whole) == (1, 2)
    assert dict(found.by["indicator"])["tasks.completed"] == Share(0, 1)


def test_recall_needs_articles_read_to_the_end(store: Store) -> None:
    for surface in ("47", "15", "8"):
        decide(store, surface, "right")
    assert measure(store).recall.whole == 0
    name = article().id
    store.decide(Decision("version", "complete", "lan", article_id=name))
    store.decide(Decision("span", "missed", "lan", article_id=name, span=(0, 4), corrected={"kind": "count"}))
    assert completed(store.db) == {name: ("lan",)}
    assert measure(store).recall == Share(3, 4)


def test_interval_is_wilsons() -> None:
    # Newcombe 1998, table I: 81 of 263 and 15 of 148 by the score method.
    for share, low, high in ((Share(81, 263), 0.2553, 0.3662), (Share(15, 148), 0.0624, 0.1605)):
        assert share.interval is not None
        assert share.interval == pytest.approx((low, high), abs=0.0001)


@example(0, 161)
@given(st.integers(0, 500), st.integers(1, 500))
def test_interval_holds_the_share(part: int, whole: int) -> None:
    share = Share(min(part, whole), whole)
    assert share.interval is not None
    low, high = share.interval
    assert 0 <= low <= (share.value or 0) <= high + 1e-12 <= 1 + 1e-9


def test_kappa_of_a_worked_example() -> None:
    # 20 both right, 5 and 10 split, 15 both misread: seen .7, by chance .5.
    pairs = [("right", "right")] * 20 + [("right", "misread")] * 5 + [("misread", "right")] * 10
    pairs += [("misread", "misread")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("right", "right")]) is None


def test_agreement_is_between_those_who_decided_the_same(store: Store) -> None:
    for surface, second in (("47", "right"), ("15", "misread")):
        decide(store, surface, "right", "lan")
        decide(store, surface, second, "minh")
    decide(store, "8", "right", "lan")
    (found,) = measure(store).agreement
    assert (found.one, found.other, found.claims, found.same, found.kappa) == ("lan", "minh", 2, 1, 0.0)


def test_gold_is_what_reviewers_left(store: Store) -> None:
    decide(store, "47", "right")
    decide(store, "15", "misread.value", corrected={"value": "16"})
    store.decide(Decision("version", "complete", "lan", article_id=article().id))
    assert list(export(store)) == []
    decide(store, "8", "misread.not_figure")
    (row,) = export(store)
    assert [(figure["surface"], figure["value"]) for figure in row["figures"]] == [("47", "47"), ("15", "16")]
    assert all(row["text"][figure["start"] : figure["end"]] == figure["surface"] for figure in row["figures"])
    assert "rule" not in row["figures"][0]
    assert json.loads(json.dumps(row)) == row


def test_decisions_survive_a_new_reading_of_the_same_text(store: Store) -> None:
    decide(store, "47", "right")
    store.begin_run("other", "0", "test")
    other = claim(TEXT, "15", "tasks.completed")
    store.save(article(), [claim(TEXT, "47"), other])
    assert standing_of(store, "47") == "right"
    assert Decimal(47) in {one.figure.value for one in reviewed(store.db, store.claims())}
