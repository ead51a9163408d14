"""Articles that repeat another with small differences point to it; others do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import article

from extractor.store import Store, forget, near, open_database

LINES = [
    f"Trong ngày thứ {n} đoàn công tác đã làm việc với xã số {n * 7} và giao {n + 3} việc cho đội {n * n}."
    for n in range(20)
]
TEXT = "\n".join(LINES)
OTHER = "\n".join(
    f"Hội chợ quê mở phiên {n}, bán hết {n * 11} món hàng thủ công do làng nghề {n * 13} mang về." for n in range(20)
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("", "", "add")
        opened.save(article(TEXT, "https://a.test/1"), [])
        yield opened


def links(store: Store) -> dict[str, tuple[str | None, float | None]]:
    """By URL, the URL of the article that it repeats and how much differs."""
    query = (
        "SELECT v_articles.link, article.url, differs FROM v_articles LEFT JOIN article ON article.id = near_id "
        "ORDER BY v_articles.link"
    )
    return {link: (other, differs) for link, other, differs in store.db.execute(query)}


def test_syndicated_copy_with_another_lead_points_to_the_older_one(store: Store) -> None:
    store.save(article(f"Theo phóng viên của báo tỉnh.\n{TEXT}", "https://b.test/1"), [])
    store.save(article(OTHER, "https://c.test/1"), [])
    found = links(store)
    assert found["https://a.test/1"] == found["https://c.test/1"] == (None, None)
    other, differs = found["https://b.test/1"]
    assert other == "https://a.test/1"
    assert differs is not None
    assert 0 < differs < 0.1


def test_copy_without_marks_on_its_letters_differs_in_nothing(store: Store) -> None:
    store.save(article(TEXT.upper().replace("Đ", "D"), "https://b.test/1"), [])
    assert links(store)["https://b.test/1"] == ("https://a.test/1", 0)


def test_most_like_of_several_is_taken(store: Store) -> None:
    store.save(article("\n".join(LINES[:17]) + "\nHết tin.", "https://b.test/1"), [])
    store.save(article("\n".join(LINES[:17]) + "\nHết bài.", "https://c.test/1"), [])
    assert links(store)["https://c.test/1"][0] == "https://b.test/1"


def test_same_text_is_the_same_work_and_no_near_copy(store: Store) -> None:
    store.save(article(TEXT, "https://b.test/1"), [])
    assert links(store) == {"https://a.test/1": (None, None)}


def test_edit_that_changes_everything_takes_the_link_away(store: Store) -> None:
    store.save(article(f"Tin.\n{TEXT}", "https://b.test/1"), [])
    store.save(article(OTHER, "https://b.test/1"), [])
    assert links(store)["https://b.test/1"] == (None, None)


def test_forgotten_article_is_pointed_to_no_longer(store: Store) -> None:
    store.save(article(f"Tin.\n{TEXT}", "https://b.test/1"), [])
    assert forget.forget(store, "https://a.test/1", store.run or 0)["articles"] == 1
    assert links(store) == {"https://b.test/1": (None, None)}
    assert store.db["near_key"].count == len(near.keys(TEXT.lower()))


def test_texts_stored_before_there_were_links_are_linked(store: Store) -> None:
    store.save(article(f"Tin.\n{TEXT}", "https://b.test/1"), [])
    before = links(store)
    store.db.execute("DELETE FROM near_key")
    store.db.execute("UPDATE work SET near_to = NULL, differs = NULL")
    near.fill(store.db)
    assert links(store) == before


@given(st.lists(st.sampled_from("abcd"), max_size=60), st.lists(st.sampled_from("abcd"), max_size=60))
def test_difference_is_a_share_and_the_same_both_ways(one: list[str], other: list[str]) -> None:
    first, second = near.sequences(" ".join(one)), near.sequences(" ".join(other))
    assert 0 <= near.differing(first, second) == near.differing(second, first) <= 1
    assert near.differing(first, first) in ({0.0} if first else {1.0})
