"""A misreading becomes rule data: only lines are added, what would change is shown, and nothing broken is saved."""

from __future__ import annotations

import difflib
import shutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from extractor.errors import DoichieuError, InputError, RuleError
from extractor.files import Known
from extractor.mend import Foreseen, Mend, foresee, mended
from extractor.pipeline import add_text, begin
from extractor.rules import data_folder
from extractor.store import open_database

pytest.importorskip("tomlkit", reason="the extra `review` is not installed")
BRIDGES = "Tỉnh được giao 47 nhiệm vụ bảo trì cầu."
MASK = Mend("indicators:assigned", "vi", BRIDGES, "nhiệm vụ bảo trì cầu", "47", "meaning")
RICE = "Giống lúa thơm 47 được trồng nhiều."
TRAP = Mend("vi/nouns", "vi", RICE, "lúa thơm 47", "47", "number")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return shutil.copytree(data_folder("patterns"), tmp_path / "rules")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with open_database(path) as store:
        run = begin(store, "add")
        for text in (BRIDGES, "Xã được giao 12 nhiệm vụ.", RICE):
            add_text(store, text, Known(language="vi", published="2025-10-15"), run)
    return path


def tried(rules: Path, database: Path, mend: Mend, *, save: bool = False) -> Foreseen:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(foresee, rules, database, mend, save=save).result()


def test_a_mend_adds_lines_and_changes_none(rules: Path) -> None:
    for name, text in mended(rules, MASK).items():
        before = (rules / name).read_text("utf-8").splitlines()
        changed = [line for line in difflib.ndiff(before, text.splitlines()) if line[0] in "+-?"]
        assert changed
        assert all(line.startswith("+ ") for line in changed)


def test_what_the_mended_rule_would_change_is_shown_and_nothing_written(rules: Path, database: Path) -> None:
    before = {path: path.read_bytes() for path in rules.rglob("*.toml")}
    found = tried(rules, database, MASK)
    assert (found.faults, found.articles, found.saved) == ((), 1, False)
    assert [
        (one.kind, one.before.indicator, one.after.indicator) for one in found.changes if one.before and one.after
    ] == [("changed", "tasks.assigned", None)]
    assert {path: path.read_bytes() for path in rules.rglob("*.toml")} == before


def test_a_number_that_is_no_figure_is_lost(rules: Path, database: Path) -> None:
    found = tried(rules, database, TRAP)
    assert [(one.kind, one.before.figure.surface) for one in found.changes if one.before] == [("lost", "47")]


def test_a_saved_mend_is_read_by_the_next_run(rules: Path, database: Path) -> None:
    assert tried(rules, database, MASK, save=True).saved
    again = tried(rules, database, MASK)
    assert again.faults == ()
    assert (rules / "vi/terms/indicators.toml").read_text("utf-8").count("nhiệm vụ bảo trì cầu") == 2
    assert (rules / "indicators.toml").read_text("utf-8").count(BRIDGES) == 1


def test_a_mend_that_leaves_the_misreading_is_not_saved(rules: Path, database: Path) -> None:
    before = (rules / "indicators.toml").read_bytes()
    found = tried(rules, database, replace(MASK, words="bảo trì cầu"), save=True)
    assert [(fault.rule, fault.text) for fault in found.faults] == [("indicators:assigned", BRIDGES)]
    assert not found.saved
    assert (rules / "indicators.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("field", "value"), [("words", "cầu treo"), ("words", " "), ("home", "elsewhere"), ("words", "tỉnh được giao")]
)
def test_words_must_be_those_of_the_sentence(field: str, value: str) -> None:
    with pytest.raises(InputError):
        replace(MASK, **{field: value}, **({"home": "number"} if value == "tỉnh được giao" else {}))


@pytest.mark.parametrize("rule", ["../pyproject:x", "indicators:no_such_rule"])
def test_a_rule_that_is_not_there_is_named(rules: Path, rule: str) -> None:
    (rules.parent / "pyproject.toml").write_text("[[rule]]\nid='x'\nno=['a']\n")
    with pytest.raises(RuleError):
        mended(rules, replace(MASK, rule=rule))


def test_more_articles_than_are_read_are_told(rules: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor import mend as module

    monkeypatch.setattr(module, "use", lambda root: None)
    monkeypatch.setattr(module, "MOST_ARTICLES", 1)
    found = foresee(rules, database, replace(MASK, words="nhiệm vụ", example="Tỉnh được giao 47 nhiệm vụ."))
    assert (found.articles, found.more) == (1, True)


def test_rules_that_cannot_be_copied_are_one_line(rules: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(DoichieuError, match="cannot be copied: make room"):
        foresee(rules, database, MASK)
