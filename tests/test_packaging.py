"""The wheel holds the rules and the demo site where the installed program looks for them."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(TOP)]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return set(archive.namelist())


def files(folder: str) -> set[str]:
    return {
        p.relative_to(TOP).as_posix() for p in (TOP / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }


@pytest.mark.parametrize("folder", ["patterns", "corpus/site"])
def test_data_lies_inside_the_package(wheel: set[str], folder: str) -> None:
    assert {f"extractor/{name}" for name in files(folder)} <= wheel


def test_code_is_complete_and_nothing_else_is_installed(wheel: set[str]) -> None:
    assert files("extractor") <= wheel
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"extractor", "doichieu"}


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python 3.11.2 gives such a group too much (`10,` for digits with commas in them); atomic groups are right."""
    told = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")
    paths = sorted((TOP / "extractor").rglob("*.py"))
    raw = [line for path in paths for line in path.read_text("utf-8").splitlines() if 'r"' in line or 'rb"' in line]
    assert len(raw) > 100
    assert [line for line in raw if told.search(line)] == []
