"""Every rule of patterns/indicators.toml stands on words and indicators that are there."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from extractor import rules
from extractor.claim.what.rulebook import rulebook
from extractor.errors import RuleError
from extractor.examples import cases
from extractor.rules import data_folder, patterns


def refusal(copy: Path) -> str:
    """What is said of rules that cannot be used; the project's own are in use again behind it."""
    rules.use(copy)
    try:
        with pytest.raises(RuleError) as error:
            next(iter(cases()))
    finally:
        rules.use(data_folder("patterns"))
    return str(error.value)


def test_every_concept_of_a_rule_stands_in_the_word_lists() -> None:
    known = set()
    for language in patterns().languages():
        for path in (patterns().root / language / "terms").glob("*.toml"):
            for rule in patterns().document(f"{language}/terms/{path.name}")["rule"]:
                known.add(rule["id"] if rule["kind"] == "concept" else f"{rule['kind']}:{rule['id']}")
    for rule in rulebook().rules:
        used = {concept for choice in (*rule.needs, *rule.topic) for concept in choice} | set(rule.noun) | rule.forbids
        named = {concept.removeprefix("whole:") for concept in used}
        assert named <= known, f"{rule.name}: {sorted(named - known)}"


def test_every_indicator_of_a_rule_has_a_row_with_both_names_and_definitions() -> None:
    for rule in rulebook().rules:
        row = rulebook().table[rule.indicator]
        assert all(row[field] for field in ("unit", "name_vi", "name_en", "definition_vi", "definition_en"))


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("part_of", "energy.nope", ("'part_of'", "unknown indicator 'energy.nope'")),
        ("share_of", "tasks.assigned/energy.nope", ("'share_of'", "unknown indicator 'energy.nope'")),
        ("over", "yeer", ("'over' is 'yeer'", "year, edition, standing")),
        ("higher_is_better", "maybe", ("'maybe'", "yes, no")),
        ("whose", "sectors", ("'whose' is 'sectors'", "area, sector")),
    ],
)
def test_a_cell_of_the_indicators_that_says_nothing_is_named(
    tmp_path: Path, column: str, value: str, words: tuple[str, ...]
) -> None:
    copy = shutil.copytree(data_folder("patterns"), tmp_path / "patterns")
    table = copy / "indicators.csv"
    with table.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[3][column] = value
    with table.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    refused = refusal(copy)
    assert all(word in refused for word in ("indicators.csv", rows[3]["id"], *words))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Hoa Mai Bank,hanoi,", ("companies.csv, Hoa Mai Bank", "'home' is 'hanoi'", "a key of provinces.csv")),
        ("Hoa Mai Bank,VN,Sao Mai Bank", ("companies.csv, Hoa Mai Bank", "'same_as' is 'Sao Mai Bank'", "a name of")),
    ],
)
def test_a_company_of_nobody_known_is_named(tmp_path: Path, line: str, words: tuple[str, ...]) -> None:
    copy = shutil.copytree(data_folder("patterns"), tmp_path / "patterns")
    with (copy / "companies.csv").open("a", encoding="utf-8") as table:
        table.write(f"{line}\n")
    refused = refusal(copy)
    assert all(word in refused for word in words)
