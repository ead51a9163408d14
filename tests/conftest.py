"""What many tests need: the sample site crawled once, and the folder of real articles where it is given."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli


def run(*arguments: object, given: str | None = None) -> Result:
    """One command in this process, as the shell would call it."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=given)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `doichieu demo` fills."""
    folder = tmp_path_factory.mktemp("demo")
    result = run("demo", folder)
    assert result.exit_code == 0, result.output
    (folder / "printed.txt").write_text(result.stdout, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real articles that DOICHIEU_SEEDS names."""
    if not os.environ.get("DOICHIEU_SEEDS"):
        pytest.skip("DOICHIEU_SEEDS is unset: the tests that read real articles did not run")
    return Path(os.environ["DOICHIEU_SEEDS"])


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, one for all tests that look at review pages."""
    from review_desk import CHROMIUM, DRIVER, start_browser

    if not (CHROMIUM and DRIVER):
        pytest.skip("Chromium with its driver is not installed")
    driver = start_browser()
    yield driver
    driver.quit()
