"""The way of a figure through articles, and what changes between runs."""

from __future__ import annotations

from dataclasses import replace

from by_hand import article, claim

from extractor.compare import changes, traces
from extractor.records import Claim

HOME = "https://a1.test/"
ARTICLES = {
    "a1": article("gốc", id="a1", url=HOME, published="2025-10-10"),
    "a2": article("copy", id="a2", url="https://a2.test/", published="2025-10-11", original_url=HOME, language="en"),
    "a3": article("khác", id="a3", url="https://a3.test/", published="2025-10-12"),
}


def made(written: str, source: str, **fields: object) -> Claim:
    return claim("tasks.completed", written, article_id=source, **fields)


def told(*claims: Claim) -> list[list[tuple[str | None, str, int]]]:
    return [[(s.claim.article_id, s.how, s.depth) for s in trace] for trace in traces(claims, ARTICLES)]


def test_first_print_then_its_translation_then_who_repeats_it() -> None:
    assert told(made("83", "a3"), made("83", "a2"), made("83", "a1")) == [
        [("a1", "first", 0), ("a2", "translation", 1), ("a3", "repeat", 1)]
    ]


def test_where_a_translation_changed_the_figure() -> None:
    assert told(made("83", "a1"), made("38", "a2")) == [[("a1", "first", 0), ("a2", "differs", 1)]]


def test_another_value_of_the_same_day_differs_and_of_another_day_is_no_copy() -> None:
    day = {"period_end": "2025-09-30"}
    assert told(made("83", "a1", **day), made("85", "a3", **day)) == [[("a1", "first", 0), ("a3", "differs", 1)]]
    assert told(made("83", "a1", **day), made("85", "a3", period_end="2025-10-31")) == []


def test_figure_of_one_article_has_no_way() -> None:
    assert told(made("83", "a1"), made("83", "a1")) == []


def test_what_came_changed_and_went() -> None:
    stays, was, gone = made("15", "a1"), made("83", "a2"), claim("tasks.assigned", "156", article_id="a2")
    now, came = replace(was, figure=made("85", "a2").figure), claim("tasks.behind", "8", article_id="a1")
    found = changes([stays, was, gone], [stays, now, came])
    assert [(c.kind, c.claim.figure.surface) for c in found] == [("new", "8"), ("changed", "85"), ("withdrawn", "156")]
    assert found[1].before == was
