"""What is forgotten is gone everywhere, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import CLAIMS, TEXT, article, claim, page

from extractor.crawl.frontier import Entry, State
from extractor.errors import InputError
from extractor.records import Decision, Finding, Severity
from extractor.store import Store, doctor, forget, open_database, search
from extractor.store.frontier import SqliteFrontier

OTHER = TEXT + " Khác."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("", "", "add")
        opened.save(article(), CLAIMS, page())
        opened.save(article(OTHER, "https://b.test/2"), [claim(OTHER, "47")])
        opened.save_findings(1, [Finding("parts", Severity.SEVERE, tuple(opened.claims("tasks.assigned")), "", "")])
        opened.decide(Decision("claim", "right", "lan", claim_id=next(opened.claims()).id))
        yield opened


def sound(store: Store) -> bool:
    return all(check.ok for check in doctor.examine(store) if check.name != "rules")


def test_forgotten_article_leaves_nothing_behind(store: Store) -> None:
    counts = forget.forget(store, "https://bao.test/a1", store.begin_run("", "", "forget"))
    assert counts == {"articles": 1, "claims": 2, "decisions": 1}
    assert [a.url for a in store.articles()] == ["https://b.test/2"]
    assert [h.url for h in search.articles(store.db, "nhiem vu")] == ["https://b.test/2"]
    assert (list(store.findings()), list(store.decisions()), store.db["fetch"].count) == ([], [], 0)
    assert sound(store)


def test_copy_speaks_when_the_speaker_is_forgotten(store: Store) -> None:
    store.save(article(url="https://bao.test/a-longer-copy"), CLAIMS)
    forget.forget(store, "https://bao.test/a1", 1)
    assert {a.url for a in store.articles()} == {"https://bao.test/a-longer-copy", "https://b.test/2"}
    assert len(list(store.claims())) == 3
    assert sound(store)


def test_host_is_forgotten_as_a_whole(store: Store) -> None:
    store.save(article(TEXT + "!", "https://bao.test/a2"), CLAIMS)
    assert forget.forget(store, "bao.test", 1)["articles"] == 2
    assert store.counts()["articles"] == 1


def test_decisions_are_append_only_again_afterwards(store: Store) -> None:
    forget.forget(store, "https://b.test/2", 1)
    with pytest.raises(Exception, match="append-only"):
        store.db.execute("DELETE FROM decision")


def test_unknown_name_is_said(store: Store) -> None:
    with pytest.raises(InputError, match="no article"):
        forget.forget(store, "nowhere.test", 1)


def test_new_title_is_searched_and_the_old_one_is_not(store: Store) -> None:
    store.save(article(title="Tên mới hẳn"), CLAIMS, page())
    assert [h.url for h in search.articles(store.db, "hẳn")] == ["https://bao.test/a1"]
    assert store.db.execute("INSERT INTO version_fts (version_fts) VALUES ('integrity-check')") is not None


def test_what_a_crawl_met_is_forgotten_with_its_article(store: Store) -> None:
    frontier = SqliteFrontier(store)
    known = Entry("https://bao.test/a1", "bao.test", state=State.DONE, outcome="new", sha256="0")
    moved = replace(known, url="https://bao.test/cu", target=known.url, sha256=None)
    lost = replace(moved, url="https://khac.test/mat", host="khac.test", target=None, outcome="failed")
    frontier.put([known, moved, lost])
    forget.forget(store, "https://bao.test/a1", 1)
    assert [frontier.get(one.url) for one in (known, moved)] == [None, None]
    assert frontier.get(lost.url) == lost
    assert forget.forget(store, "khac.test", 1) == {"URLs": 1}
    assert frontier.get(lost.url) is None
