"""What the card tells beside the figure: its rules by name, its group added up, the translation and its original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import TEXT, article, claim

from extractor.records import Claim, Decision
from extractor.review import context, pages, queue, rulepage
from extractor.review.accuracy import Share, measure
from extractor.review.rulenames import rule_names
from extractor.store import Store, open_database
from extractor.store.reader import rows

SENTENCE = (8, TEXT.index("\n", 8))
RULE = "indicators:assigned; vi/numbers:percent vi/qualifiers:nearly"
ENGLISH = "Progress\nThe province was assigned 47 tasks and completed 16 tasks.\n8 tasks are late."
SUM = "Đến nay, trong 26 nhiệm vụ có 15 nhiệm vụ đã xong, 11 nhiệm vụ chưa xong."


def numbered(text: str, surfaces: str, *indicators: str) -> list[Claim]:
    """Claims on these numbers, which stand in one sentence."""
    first = text.index(surfaces.split(maxsplit=1)[0])
    sentence = text.rfind("\n", 0, first) + 1, max(text.find("\n", first), 0) or len(text)
    pairs = zip(surfaces.split(), indicators, strict=True)
    return [claim(text, surface, name, sentence=sentence, rule=RULE) for surface, name in pairs]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A text, its translation, and a text whose parts add up."""
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("digest", "0", "test")
        names = "tasks.assigned", "tasks.completed"
        opened.save(article(), numbered(TEXT, "47 15", *names))
        english = article(ENGLISH, "https://bao.test/en", language="en", original_url="https://bao.test/a1")
        opened.save(english, numbered(ENGLISH, "47 16", *names))
        total, *parts = numbered(SUM, "26 15 11", "tasks.assigned", "tasks.completed", "tasks.not_started")
        group = [replace(total, group=1, role="total"), *(replace(part, group=1, role="part") for part in parts)]
        opened.save(article(SUM, "https://bao.test/tong"), group)
        yield opened


def first(store: Store, url: str) -> Claim:
    name = article(url=f"https://bao.test/{url}").id
    return next(iter(store.claims(article_id=name)))


def test_each_rule_has_its_own_name() -> None:
    names = ["indicators:assigned", "vi/numbers:percent", "vi/qualifiers:nearly"]
    assert rule_names(RULE, "vi/numbers:percent vi/qualifiers:nearly") == names
    assert rule_names("", "vi/nouns") == ["vi/nouns"]


def test_a_rule_that_read_together_with_others_has_its_page_its_share_and_its_articles(store: Store) -> None:
    store.decide(Decision("claim", "right", "lan", claim_id=first(store, "a1").id))
    page = rulepage.rule_page(store, "vi/qualifiers:nearly", "vi")
    assert (page.reads, page.share) == (7, Share(1, 1))
    assert dict(measure(store).by["rule"])["vi/qualifiers:nearly"] == Share(1, 1)
    assert len(queue.queue(store, queue.Filters(rule="vi/qualifiers:nearly"))) == 3
    assert queue.queue(store, queue.Filters(rule="vi/qualifiers")) == []


def test_translation_stands_beside_its_original_with_both_values(store: Store) -> None:
    (pair,) = context.pairs(store, first(store, "a1"), "vi")
    assert pair.figures == (("47", "47", True), ("15", "16", False))
    assert "<mark>15</mark>" in pair.own.html
    assert "<mark>16</mark>" in pair.other.html


def test_group_of_the_figure_is_added_up(store: Store) -> None:
    (found,) = context.sums(store, first(store, "tong"), "vi")
    assert (found.level, found.expected) == ("holds", "15 + 11 = 26")
    assert list(context.sums(store, first(store, "a1"), "vi")) == []


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_every_ground_of_a_claim_has_a_word(demo: Path, language: str) -> None:
    words = pages.words(language)["words"]
    columns = {
        "area_basis": "basis", "level_basis": "basis", "period_basis": "basis", "period_kind": "period_kind",
        "role": "role", "status": "status", "statement": "statement", "kind": "kind", "confidence": "confidence",
    }  # fmt: skip
    with open_database(demo / "news.db") as store:
        for column, table in columns.items():
            found = {row[column] for row in rows(store.db, f"SELECT DISTINCT {column} FROM claim")} - {None, ""}
            assert found <= words[table].keys(), column
        found = {
            row["value"]
            for row in rows(store.db, "SELECT DISTINCT one.value FROM claim, json_each(claim.reasons) AS one")
        }
        assert "topic_table" in found
        assert found <= words["because"].keys()
