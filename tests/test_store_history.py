"""Today's rules on stored texts, what changed between runs, and a doctor who mends what can be mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from store_samples import CLAIMS, TEXT, article, claim

from extractor.errors import InputError
from extractor.records import Article, Claim, Decision
from extractor.rules import patterns
from extractor.store import Store, doctor, history, open_database


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("0" * 64, "0.1", "add")
        opened.save(article(), CLAIMS)
        yield opened


def other_rules(found: Article) -> list[Claim]:
    """Reads 47 as 470, no longer 15, and 8 for the first time."""
    figure = replace(CLAIMS[0].figure, value=Decimal(470))
    return [replace(CLAIMS[0], figure=figure, rule="vi/x:mended"), claim(found.text, "8", "tasks.behind")]


def test_reextract_retires_adds_and_carries(store: Store) -> None:
    ids = [c.id for c in store.claims()]
    for number in ids:
        store.decide(Decision("claim", "right", "lan", claim_id=number))
    run = store.begin_run("1" * 64, "0.2", "reextract")
    assert list(history.reextract(store, other_rules, run)) == [(article().id, "changed")]
    assert [c.figure.surface for c in store.claims()] == ["47", "8"]
    assert store.db.execute("SELECT id FROM claim WHERE retired_run = ?", [run]).fetchall() == [(n,) for n in ids]
    assert history.carried(store.db, run) == {"stale": 1, "lost": 1}
    assert list(history.reextract(store, other_rules, run)) == [(article().id, "unchanged")]


def test_diff_tells_what_other_rules_read_otherwise(store: Store) -> None:
    run = store.begin_run("1" * 64, "0.2", "reextract")
    list(history.reextract(store, other_rules, run))
    changes = list(history.diff(store.db, *history.last_runs(store.db)))
    seen = {(c.kind, c.cause, (c.after or c.before).figure.surface, c.fields) for c in changes}
    assert seen == {
        ("changed", "rules", "47", ("value",)),
        ("lost", "rules", "15", ()),
        ("gained", "rules", "8", ()),
    }
    assert history.summary(changes)["changed vi/x:mended"] == 1


def test_diff_of_an_edit_compares_with_the_version_before(store: Store) -> None:
    run = store.begin_run("0" * 64, "0.1", "crawl")
    text = TEXT.replace("47", "48")
    store.save(article(text), [claim(text, "48", role="total"), claim(text, "15", "tasks.completed", role="part")])
    changes = list(history.diff(store.db, run - 1, run))
    assert [(c.kind, c.cause, c.fields) for c in changes] == [("changed", "edit", ("surface", "value"))]


def test_diff_of_a_first_run_is_all_gained(store: Store) -> None:
    changes = list(history.diff(store.db, *history.last_runs(store.db)))
    assert [(c.kind, c.cause) for c in changes] == [("gained", "first"), ("gained", "first")]


def test_diff_of_unknown_runs_is_refused(store: Store) -> None:
    for run in (9, 10**30):
        with pytest.raises(InputError, match=f"there is no run {run}"):
            list(history.diff(store.db, 1, run))


def test_claim_that_only_moved_is_no_change(store: Store) -> None:
    run = store.begin_run("0" * 64, "0.1", "crawl")
    text = "Mới: " + TEXT
    store.save(article(text), [claim(text, "47", group=1, role="total"), replace(CLAIMS[1], figure=_moved(text, "15"))])
    assert list(history.diff(store.db, run - 1, run)) == []


def _moved(text: str, surface: str) -> object:
    return claim(text, surface).figure


def failed(store: Store, *, mend: bool = False) -> list[tuple[str, bool]]:
    return [
        (check.name, bool(check.mended)) for check in doctor.examine(store, mend=mend) if check.seen.startswith("wrong")
    ]


def test_doctor_finds_a_healthy_file_healthy(store: Store) -> None:
    checks = {check.name: check for check in doctor.examine(store)}
    assert [name for name, check in checks.items() if not check.ok] == ["rules"]
    assert "read by other rules, since run 1" in checks["rules"].seen


def test_doctor_takes_unchanged_claims_for_read_once_a_reextract_is_finished(store: Store) -> None:
    run = store.begin_run(patterns().digest, "0.2", "reextract")
    assert list(history.reextract(store, lambda _: CLAIMS, run)) == [(article().id, "unchanged")]
    assert not rules_ok(store)
    store.end_run(run, {"unchanged": 1})
    assert rules_ok(store)
    store.end_run(store.begin_run("1" * 64, "0.2", "reextract"), {})
    assert not rules_ok(store)


def test_doctor_believes_a_reparse_only_where_a_page_is_archived(store: Store) -> None:
    store.end_run(store.begin_run(patterns().digest, "0.2", "reparse"), {})
    assert not rules_ok(store)
    row = {"url": article().url, "fetched_at": 0.0, "status": 200, "file": "a.warc.gz", "offset": 0, "length": 9}
    store.db["frontier_capture"].insert(row)
    assert rules_ok(store)


def rules_ok(store: Store) -> bool:
    return {check.name: check.ok for check in doctor.examine(store)}["rules"]


def test_doctor_mends_what_is_derived(store: Store) -> None:
    store.db.execute("DELETE FROM coverage")
    store.db.execute("DROP VIEW v_tasks")
    store.db.execute("INSERT INTO version_fts (version_fts) VALUES ('delete-all')")
    wrong = ["summaries", "search", "views"]
    assert failed(store) == [(name, False) for name in wrong]
    assert failed(store, mend=True) == [(name, True) for name in wrong]
    assert failed(store) == []


def test_doctor_drops_what_a_stranger_lets_happen_by_itself(store: Store) -> None:
    store.db.execute('CREATE TRIGGER "e""vil" AFTER INSERT ON claim BEGIN UPDATE claim SET value = 6; END')
    store.db.execute("DROP TRIGGER decision_stays")
    assert failed(store, mend=True) == [("triggers", True)]
    assert failed(store) == []
    assert [row[0] for row in store.db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1")] == [
        "decision_never_goes",
        "decision_stays",
    ]


def test_doctor_sees_a_text_that_was_tampered_with(store: Store) -> None:
    store.db.execute("UPDATE version SET text = replace(text, '47', '74')")
    checks = {check.name: check.seen for check in doctor.examine(store)}
    assert checks["texts"].endswith("hash: 1")
    assert checks["figures"].endswith("elsewhere: 1")


def test_doctor_sees_an_archive_that_is_gone(store: Store) -> None:
    store.db["frontier_capture"].insert({"url": "u", "fetched_at": 0.0, "file": "a.warc.gz", "offset": 0, "length": 9})
    assert "missing or cut: a.warc.gz" in [check.seen for check in doctor.examine(store)]
    folder = store.path.with_name("news.db.archive")
    folder.mkdir()
    (folder / "a.warc.gz").write_bytes(b"123456789")
    assert "1 files, all there" in [check.seen for check in doctor.examine(store)]


def test_newest_capture_of_each_article_is_parsed_again(store: Store) -> None:
    row = {"url": article().url, "status": 200, "file": "a.warc.gz", "length": 1}
    for number, when in enumerate([2.0, 9.0, 5.0]):
        store.db["frontier_capture"].insert({**row, "offset": number, "fetched_at": when})
    store.db["frontier_capture"].insert({**row, "url": "https://other.test/", "offset": 9, "fetched_at": 99.0})
    assert list(history.captures(store.db)) == [(article().url, "a.warc.gz", 1)]
