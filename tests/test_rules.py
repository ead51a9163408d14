"""Rule files: what is wrong with one is said by file, rule, field and repair."""

from pathlib import Path

import pytest

from extractor.errors import LanguageError, RuleError
from extractor.rules import Patterns, Schema, use

SCHEMA = Schema({"value": str}, required=("value",))
GOOD = "[[rule]]\nid = 'a'\nvalue = '1'\nphrases = ['x']\nyes = ['x']\nno = ['y']\n"


def patterns(folder: Path, text: str) -> Patterns:
    (folder / "vi").mkdir()
    (folder / "vi" / "numbers.toml").write_text(text, encoding="utf-8")
    return Patterns(folder)


def test_a_rule_is_read_with_its_examples(tmp_path: Path) -> None:
    (rule,) = patterns(tmp_path, GOOD).rules("vi/numbers.toml", SCHEMA)
    assert (rule.name, rule["value"], rule.phrases, rule.yes) == ("vi/numbers:a", "1", ("x",), ({"text": "x"},))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("value = '1'\n", "", ("rule a", "no field 'value'", "add value")),
        ("value = '1'", "value = 1", ("rule a", "'value' is int", "write a str")),
        ("value = '1'", "value = '1'\nvalu = '1'", ("unknown field 'valu'", "value")),
        ("no = ['y']", "no = []", ("rule a", "no example in 'no'")),
        ("yes = ['x']", "yes = [{txt = 'x'}]", ("example without text",)),
        ("id = 'a'", "id = 'a", ("not valid TOML", "line 2")),
        (GOOD, GOOD + GOOD, ("two rules 'a'", "another id")),
    ],
)
def test_a_fault_is_named_with_its_repair(tmp_path: Path, old: str, new: str, words: tuple[str, ...]) -> None:
    with pytest.raises(RuleError) as error:
        patterns(tmp_path, GOOD.replace(old, new)).rules("vi/numbers.toml", SCHEMA)
    assert all(word in str(error.value) for word in ("vi/numbers.toml", *words))


def test_a_language_without_a_folder_names_those_that_have_one(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="'fr' has no rules: use one of vi"):
        patterns(tmp_path, GOOD).require("fr")


def test_the_digest_changes_with_any_rule(tmp_path: Path) -> None:
    before = patterns(tmp_path, GOOD).digest
    (tmp_path / "vi" / "numbers.toml").write_text(GOOD.replace("x", "z"), encoding="utf-8")
    assert Patterns(tmp_path).digest != before


def test_a_folder_of_something_else_is_no_rules_folder(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("path,url\n", encoding="utf-8")
    with pytest.raises(RuleError, match="holds no rules"):
        use(tmp_path)
