"""Rules that cannot be used are refused with file, rule and repair."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from extractor.errors import RuleError
from extractor.read.pipeline import reader
from extractor.rules import Patterns, data_folder

RULE = '\n[[rule]]\nid = "mine"\nrole = "{role}"\nvalue = "{value}"\nphrases = ["abc"]\nyes = ["5 abc"]\nno = ["5"]\n'


def folder(place: Path, name: str, change: str, instead: bool = False) -> Patterns:
    """A copy of patterns/ with text added to one file, or put in its place."""
    root = copytree(data_folder("patterns"), place / "patterns")
    old = "" if instead else (root / name).read_text("utf-8")
    (root / name).write_text(old + change, "utf-8")
    return Patterns(root)


@pytest.mark.parametrize(
    ("role", "value", "repair"),
    [
        ("nonsense", "", "see the roles"),
        ("scale", "many", "a number of zeros"),
        ("scale", "-3", "a number of zeros"),
        ("month", "13", "a month's number"),
        ("before", "!", "a comparator"),
        ("fraction", "half", "a number"),
        ("relative", "", "a number of years"),
    ],
)
def test_a_role_with_a_value_it_cannot_use_is_refused(tmp_path: Path, role: str, value: str, repair: str) -> None:
    with pytest.raises(RuleError, match=r"vi/units:mine has") as refused:
        reader("vi", folder(tmp_path, "vi/units.toml", RULE.format(role=role, value=value)))
    assert repair in str(refused.value)


@pytest.mark.parametrize("text", ['decimal = ","\n', "decimal = 5\n", 'script = "latin"\nletters = 7\n'])
def test_language_settings_that_are_missing_or_wrong_are_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(RuleError, match=r"fr/language\.toml has no '(script|letters)'"):
        reader("fr", folder(tmp_path, "fr/language.toml", text, instead=True))


@pytest.mark.parametrize(
    ("name", "column"), [("vi/nouns.csv", "form"), ("vi/number_words.csv", "form"), ("doc_types.csv", "abbr")]
)
def test_a_table_without_its_column_is_named(tmp_path: Path, name: str, column: str) -> None:
    with pytest.raises(RuleError, match=f"{name} has no column '{column}'"):
        reader("vi", folder(tmp_path, name, "word,other\nabc,1\n", instead=True))


def test_a_number_word_that_is_no_number_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"vi/number_words\.csv, form 'abc' has the value 'x'"):
        reader("vi", folder(tmp_path, "vi/number_words.csv", "abc,cardinal,x,\n"))
