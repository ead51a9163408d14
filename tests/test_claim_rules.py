"""Every rule of patterns/indicators.toml stands on words and indicators that are there."""

from __future__ import annotations

from extractor.claim.what.rulebook import rulebook
from extractor.rules import patterns


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
