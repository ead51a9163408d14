"""The wheel holds the rules and the demo site where the installed program looks for them."""

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
