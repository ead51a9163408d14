"""Every command in README.md and docs/ prints what the page says. `python -m tests.test_docs` pastes the output in."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def run(command: str, folder: Path) -> str:
    """What a reader sees: standard output and error, with the program of this environment."""
    program = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{program}:{os.environ['PATH']}", "COLUMNS": "110", "LC_ALL": "C.UTF-8"}
    command = command.replace("./run ", "doichieu ", 1)
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        text=True,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.stdout


def rendered(page: str, folder: Path) -> str:
    """The page with the output of each `$ command` beneath it, run in order in one folder."""

    def block(match: re.Match[str]) -> str:
        commands = [line for line in match[1].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{line}\n{run(line[2:], folder)}" for line in commands) + "```"

    return BLOCK.sub(block, page)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_outputs_are_real(path: Path, tmp_path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert rendered(page, tmp_path) == page


if __name__ == "__main__":
    import tempfile

    for path in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(rendered(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
