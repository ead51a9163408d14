"""Words are found however they are typed, and shown as they were written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import CLAIMS, TEXT, article, claim

from extractor.errors import InputError
from extractor.store import Store, open_database, search

URDU = "ضلع میں کام\nڪمیٹی نے آج ۴۷ کام سونپے، علاقہ پیچھے ہے۔"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("", "", "add")
        start = TEXT.index("Còn")
        opened.save(
            article(), [replace(CLAIMS[0], sentence=(8, start - 1)), claim(TEXT, "8", sentence=(start, len(TEXT)))]
        )
        opened.save(article("Quảng Ninh đạt kết quả tốt", "https://b.test/2"), [])
        opened.save(article(URDU, "https://c.test/3", language="ur"), [])
        yield opened


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("dat", "đạt"),
        ("đạt", "đạt"),
        ("Quang Ninh", "Quảng Ninh đạt kết quả tốt"),
        ('"quang ninh dat"', "Quảng Ninh đạt"),
        ("nhiem*", "nhiệm"),
        ("کمیٹی", "ڪمیٹی"),
        ("كميٹي", "ڪمیٹی"),
        ("47 کام", "۴۷"),
        ("علاقه", "علاقہ"),
        ("اج", "آج"),
    ],
)
def test_words_are_found_and_marked_as_written(store: Store, words: str, seen: str) -> None:
    hits = search.articles(store.db, words)
    assert len(hits) == 1
    marked = [hits[0].snippet[start:stop] for start, stop in hits[0].marks]
    assert set(seen.split()) & set(" ".join(marked).split())


def test_all_words_must_be_there(store: Store) -> None:
    assert search.articles(store.db, "Quang Ninh 47") == []
    assert search.articles(store.db, '"ninh quang"') == []


def test_claims_are_found_by_their_sentence(store: Store) -> None:
    hits = search.claims(store.db, "cham con")
    assert [(hit.snippet, hit.claim_id is not None) for hit in hits] == [("Còn 8 nhiệm vụ chậm.", True)]


@pytest.mark.parametrize("words", ["", "   ", "%", '""', "***", "a " * 100])
def test_nothing_to_search_for_is_said(store: Store, words: str) -> None:
    with pytest.raises(InputError, match="nothing to search for"):
        search.articles(store.db, words)


def test_of_very_many_finds_titles_and_then_the_newest_come_first(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_RANKED", 3)
    for number, title in enumerate(["Mưa", "Lúa tốt", "Mưa to", "Gió"]):
        store.save(article(f"{title}\nMùa này có lúa {number}", f"https://d.test/{number}"), [])
    assert [hit.title for hit in search.articles(store.db, "lua")] == ["Lúa tốt", "Gió", "Mưa to", "Mưa"]


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(search.fold(text)) == len(text)


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_no_search_breaks_the_index_language(words: str) -> None:
    with open_database(":memory:") as store, contextlib.suppress(InputError):
        assert search.articles(store.db, words) == []


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="aáàđĐkكڪک ۴4-", min_size=1, max_size=12))
def test_what_is_stored_is_found_by_its_own_words(text: str) -> None:
    if not any(sign.isalnum() for sign in text):
        return
    with open_database(":memory:") as store:
        store.save(article(text), [])
        assert [hit.article_id for hit in search.articles(store.db, text)] == [article(text).id]
