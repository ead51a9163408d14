"""Each block of patterns/README.md is added to a copy of the rules, as its reader would, and tried."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import rules
from extractor.errors import RuleError
from extractor.examples import cases, misnamed
from extractor.read import figures
from extractor.rules import data_folder
from tests.claiming import one, said

BLOCK = re.compile(r"```(?:toml|csv)\n# (\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    copy = tmp_path / "patterns"
    shutil.copytree(data_folder("patterns"), copy)
    for file, text in BLOCK.findall((copy / "README.md").read_text(encoding="utf-8")):
        (copy / file).parent.mkdir(exist_ok=True)
        with (copy / file).open("a", encoding="utf-8") as lines:
            lines.write(("\n" if file.endswith("toml") else "") + text)
    rules.use(copy)
    yield copy
    rules.use(data_folder("patterns"))


@pytest.mark.usefixtures("folder")
def test_the_new_indicator_names_its_figures() -> None:
    assert one("Hải Phòng có 12 thư viện số.", "12").indicator == "culture.libraries"
    assert one("Hải Phòng có 12 thư viện điện tử.", "12").indicator == "culture.libraries"
    assert one("Hải Phòng có 12 nhà máy.", "12").indicator is None


@pytest.mark.usefixtures("folder")
def test_the_new_name_means_its_province() -> None:
    assert one("Quảng Ninh quê tôi có 12 thư viện số.", "12").area == "quang-ninh"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("indicator = 'culture.libraries'", "indicator = 'culture.library'", ("libraries", "indicators.csv")),
        ("kinds = ['count']\nnoun = ['library']", "kinds = ['counts']\nnoun = ['library']", ("libraries", "kinds")),
        ("noun = ['library']\n", "", ("libraries", "needs nor noun")),
        ("['library']\nforbids", "['library']\nforbid", ("libraries", "forbid")),
    ],
)
def test_a_broken_rule_is_named_with_its_repair(folder: Path, old: str, new: str, words: tuple[str, ...]) -> None:
    path = folder / "indicators.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    rules.use(folder.rename(folder.parent / "broken"))
    with pytest.raises(RuleError) as error:
        said("Hải Phòng có 12 thư viện số.")
    assert all(word in str(error.value) for word in words)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("indicators.toml", "noun = ['library']", "noun = ['libary']", ("libraries", "noun", "'library'")),
        ("vi/terms/indicators.toml", "id = 'library'\nkind = 'concept'", "id = 'library'\nkind = 'concpt'", ("kind",)),
    ],
)
def test_a_misspelt_word_is_a_fault_with_its_repair(
    folder: Path, file: str, old: str, new: str, words: tuple[str, ...]
) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    rules.use(folder.rename(folder.parent / "misspelt"))
    faults = [fault for case in cases() if case.rule.id in ("library", "libraries") for fault in misnamed(case)]
    assert faults
    assert all(word in f"{faults[0].rule} {faults[0].what}" for word in words)


def test_an_alias_of_an_unknown_province_is_refused(folder: Path) -> None:
    with (folder / "province_aliases.csv").open("a", encoding="utf-8") as lines:
        lines.write("quang-nin,Quảng Ninh xa,vi,variant\n")
    rules.use(folder.rename(folder.parent / "unknown"))
    with pytest.raises(RuleError, match="quang-nin"):
        said("Hải Phòng có 12 thư viện số.")


def test_every_file_that_the_page_names_exists() -> None:
    page = (data_folder("patterns") / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9_]+\.(?:toml|csv))`", page))
    here = {path.name for path in data_folder("patterns").rglob("*")}
    assert named <= here | {"article.txt"}


@pytest.mark.usefixtures("folder")
def test_the_new_language_reads_its_figures() -> None:
    text = "A província tem mais de 1.595 escolas, 72,63% do total; 2,5 milhões de turistas vieram em março de 2025."
    found = [(one.surface, str(one.value), one.comparator.value) for one in figures(text, "pt")]
    assert found == [
        ("1.595", "1595", ">"),
        ("72,63%", "72.63", "="),
        ("2,5 milhões de", "2500000", "="),
        ("março de 2025", "2025-03", "="),
    ]


@pytest.mark.usefixtures("folder")
def test_the_examples_of_the_new_language_are_met() -> None:
    assert [fault for case in cases() if case.language == "pt" for fault in case.faults()] == []
