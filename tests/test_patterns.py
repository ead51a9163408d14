"""Every rule of figures and of terms is met by its examples: `yes` gives what it says, `no` is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest

from extractor.read import read
from extractor.read.explain import Trace, explain
from extractor.read.grammar import FILES, ROLES, SCHEMA
from extractor.read.terms import TERMS, term_files
from extractor.read.words import split
from extractor.records import Figure, FigureKind
from extractor.rules import Rule, patterns

TEMPORAL = {FigureKind.DATE, FigureKind.PERIOD, FigureKind.TIME}


def figure_rules() -> Iterator[tuple[str, Rule]]:
    for language in patterns().languages():
        for name in FILES:
            for rule in patterns().rules(f"{language}/{name}.toml", SCHEMA):
                yield language, rule


def term_rules() -> Iterator[tuple[str, Rule]]:
    for language in patterns().languages():
        for file in term_files(patterns(), language):
            for rule in patterns().rules(file, TERMS):
                yield language, rule


FIGURE_RULES = list(figure_rules())
TERM_RULES = list(term_rules())


def named(pair: tuple[str, Rule]) -> str:
    return pair[1].name


def told(language: str, example: Mapping[str, Any]) -> Trace:
    return explain(example["text"], language, example.get("published"))


def fits(figure: Figure, example: Mapping[str, Any]) -> bool:
    for field in ("value", "value_max", "denominator"):
        if field in example and not same(getattr(figure, field), example[field]):
            return False
    names = [name for name in ("kind", "unit", "comparator", "per") if name in example]
    return all(str(getattr(figure, name)) == example[name] for name in names)


def same(found: Decimal | str | None, wanted: str) -> bool:
    return format(found, "f") == wanted if isinstance(found, Decimal) else found == wanted


@pytest.mark.parametrize("pair", FIGURE_RULES, ids=named)
def test_yes_examples_give_their_figure(pair: tuple[str, Rule]) -> None:
    language, rule = pair
    for example in rule.yes:
        trace = told(language, example)
        if "refused" in example:
            quantities = [figure for figure in trace.figures if figure.kind not in TEMPORAL]
            assert not [one for one in quantities if example["refused"] in one.surface], example
        elif set(example) - {"text", "published"}:
            assert [one for one in trace.figures if fits(one, example)], (example, trace.figures)


@pytest.mark.parametrize("pair", FIGURE_RULES, ids=named)
def test_no_examples_are_left_alone(pair: tuple[str, Rule]) -> None:
    language, rule = pair
    for example in rule.no:
        trace = told(language, example)
        assert rule.name not in " ".join(figure.rule for figure in trace.figures).split(), (example, trace.figures)
        assert rule.name not in [refusal.reason for refusal in trace.refusals], (example, trace.refusals)


@pytest.mark.parametrize("pair", TERM_RULES, ids=named)
def test_terms_are_found_where_they_should(pair: tuple[str, Rule]) -> None:
    language, rule = pair
    for example in rule.yes:
        assert rule.name in {term.rule for term in read(example["text"], language).terms}, example
    for example in rule.no:
        assert rule.name not in {term.rule for term in read(example["text"], language).terms}, example


@pytest.mark.parametrize("pair", FIGURE_RULES + TERM_RULES, ids=named)
def test_every_phrase_stands_in_an_example(pair: tuple[str, Rule]) -> None:
    _, rule = pair
    texts = [" " + " ".join(split(example["text"])) + " " for example in rule.yes]
    for phrase in rule.phrases:
        wanted = " " + " ".join(split(phrase)) + " "
        assert any(wanted in text for text in texts), f"{rule.name}: no example uses {phrase!r}"


@pytest.mark.parametrize("language", [path.parent.name for path in patterns().root.glob("*/number_words.csv")])
def test_every_number_word_is_read(language: str) -> None:
    for row in patterns().table(f"{language}/number_words.csv"):
        assert row["role"] in ROLES
        assert not row["value"] or Decimal(row["value"]) < 10**10
