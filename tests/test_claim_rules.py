"""Every rule of patterns/indicators.toml names what its examples say and leaves alone what it must."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest

from extractor.claim import claims
from extractor.claim.rulebook import FILE, SCHEMA, rulebook
from extractor.parse import plain
from extractor.read import read_article
from extractor.records import Claim
from extractor.rules import Rule, patterns


def examples(side: str) -> list[Any]:
    return list(_examples(side))


def _examples(side: str) -> Iterator[Any]:
    for rule in patterns().rules(FILE, SCHEMA):
        for number, example in enumerate(rule.yes if side == "yes" else rule.no):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


def read(example: Mapping[str, str]) -> list[Claim]:
    article = plain(example["text"], language=example["lang"], published="2025-10-15")
    return claims(article, read_article(article))


@pytest.mark.parametrize(("rule", "example"), examples("yes"))
def test_a_rule_names_the_figure_of_its_example(rule: Rule, example: Mapping[str, str]) -> None:
    named = {claim.figure.value for claim in read(example) if claim.indicator == rule["indicator"]}
    assert Decimal(example["value"]) in named


@pytest.mark.parametrize(("rule", "example"), examples("no"))
def test_a_rule_leaves_its_counter_example_alone(rule: Rule, example: Mapping[str, str]) -> None:
    assert rule["indicator"] not in {claim.indicator for claim in read(example)}


def test_every_concept_of_a_rule_stands_in_the_word_lists() -> None:
    known = set()
    for language in patterns().languages():
        for path in (patterns().root / language / "terms").glob("*.toml"):
            for rule in patterns().document(f"{language}/terms/{path.name}")["rule"]:
                known.add(rule["id"] if rule["kind"] == "concept" else f"{rule['kind']}:{rule['id']}")
    for rule in rulebook().rules:
        used = {concept for choice in (*rule.needs, *rule.topic) for concept in choice} | set(rule.noun) | rule.forbids
        assert used <= known, f"{rule.name}: {sorted(used - known)}"


def test_every_indicator_of_a_rule_has_a_row_with_both_names_and_definitions() -> None:
    for rule in rulebook().rules:
        row = rulebook().table[rule.indicator]
        assert all(row[field] for field in ("unit", "name_vi", "name_en", "definition_vi", "definition_en"))
