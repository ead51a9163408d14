"""The checks on whole texts of our own: every kind of planted error, and clean texts that must raise nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from extractor.check import check_all, check_article
from extractor.parse import plain
from extractor.pipeline import understand
from extractor.records import Article, Claim
from extractor.rules import data_folder

FLOOR = 0.9
GOLD = ("vi", "en", "ur")


@cache
def cases() -> tuple[dict[str, Any], ...]:
    lines = (data_folder("corpus") / "checks.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def read(text: dict[str, Any], name: str) -> tuple[Article, list[Claim]]:
    known = {key: text.get(key) for key in ("published", "publisher", "url")}
    article = plain(text["text"], id=name, language=text["lang"], **known)
    article = replace(article, original_url=text.get("original_url"))
    return article, [replace(claim, article_id=name) for claim in understand(article)[1]]


def found(case: dict[str, Any]) -> list[str]:
    read_all = [read(text, f"{case['id']}-{number}") for number, text in enumerate(case["articles"])]
    articles, claims = {article.id: article for article, _ in read_all}, [c for _, mine in read_all for c in mine]
    inside = [finding for article, mine in read_all for finding in check_article(article, mine)]
    return [finding.kind for finding in (*inside, *check_all(articles, claims))]


@pytest.mark.parametrize("case", [case for case in cases() if not case["finds"]], ids=lambda case: case["id"])
def test_clean_texts_raise_nothing(case: dict[str, Any]) -> None:
    assert found(case) == []


@pytest.mark.parametrize("which", ["first", "second", "third"])
def test_planted_errors_are_found(which: str) -> None:
    planted = [case for case in cases() if case["finds"] and case.get("set", "first") == which]
    missed = [case["id"] for case in planted if not set(case["finds"]) <= set(found(case))]
    assert len(planted) - len(missed) >= FLOOR * len(planted), f"missed: {' '.join(missed)}"


def test_every_kind_of_error_is_planted_and_found() -> None:
    planted = {kind for case in cases() for kind in case["finds"]}
    assert planted <= {kind for case in cases() if case["finds"] for kind in found(case)}


@pytest.mark.parametrize("language", GOLD)
def test_annotated_texts_raise_nothing(language: str) -> None:
    lines = (data_folder("corpus") / "gold" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line) for line in lines]
    alarms = [(t["id"], f.kind) for t in texts if "text" in t for f in check_article(*read(t, t["id"]))]
    assert alarms == []
