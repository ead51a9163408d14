"""Every rule of patterns/ is met by its examples: `yes` gives what it says, `no` is left alone, each phrase is used."""

from decimal import Decimal

import pytest

from extractor.examples import Case, cases
from extractor.read.roles import ROLES
from extractor.rules import patterns


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.kind}-{case.rule.name}")
def test_a_rule_is_met_by_its_examples(case: Case) -> None:
    assert list(case.faults()) == []


def test_each_language_has_rules_of_its_own() -> None:
    counted = dict.fromkeys(patterns().languages(), 0)
    for case in cases():
        if case.language:
            counted[case.language] += 1
    assert min(counted.values()) >= 12


@pytest.mark.parametrize("language", [path.parent.name for path in patterns().root.glob("*/number_words.csv")])
def test_every_number_word_is_read(language: str) -> None:
    for row in patterns().table(f"{language}/number_words.csv"):
        assert row["role"] in ROLES
        assert not row["value"] or Decimal(row["value"]) < 10**10
