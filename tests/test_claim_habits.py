"""clauses.toml: a value that is missing, wrong or unknown is named with its file and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import rules
from extractor.claim.habits import habits
from extractor.errors import RuleError
from extractor.rules import data_folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    copy = tmp_path / "patterns"
    shutil.copytree(data_folder("patterns"), copy)
    yield copy
    rules.use(data_folder("patterns"))


@pytest.mark.parametrize("language", ["vi", "en", "ur"])
def test_every_language_says_how_its_words_belong_to_figures(language: str) -> None:
    using = habits(language)
    assert using.signs[";"] > using.signs[","] > 0
    assert using.opening >= using.joiners


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("before = 1.0\n", "", ("no attach.before", "number")),
        ("before = 1.0", "before = 'far'", ("no attach.before", "number")),
        ("owners = ['của']", "owners = 'của'", ("no units.owners", "list of words")),
        ("owners = ['của']", "owners = [1]", ("no units.owners", "list of words")),
        ("agents = ['được', 'bởi']", "agent = ['được', 'bởi']", ("unknown value units.agent", "clauses.toml")),
        ("joiner = 30", "joiner = 30.5", ("no attach.joiner", "whole number", "en/clauses.toml")),
        ("[time]\nside = 'before'", "[time]\nside = 'befor'", ("'befor' as time.side", "before or after")),
        ("[attach]", "owners = ['của']\n[attach]", ("'owners' in no section", "[section]")),
    ],
)
def test_a_fault_is_named_with_its_repair(folder: Path, old: str, new: str, words: tuple[str, ...]) -> None:
    path = folder / "vi" / "clauses.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    rules.use(folder)
    with pytest.raises(RuleError) as error:
        habits("vi")
    assert all(word in str(error.value) for word in ("vi/clauses.toml", *words))
