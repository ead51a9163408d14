"""What a user asks of a comparison: areas by any of their names, and one line for what nobody knows."""

import json
import unicodedata
from pathlib import Path

import click
import pytest

from extractor.cli.ask import area_key
from extractor.errors import InputError
from tests.conftest import run


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("quang-ninh", "quang-ninh"),
        ("Quảng Ninh", "quang-ninh"),
        ("quang ninh", "quang-ninh"),
        (unicodedata.normalize("NFD", "Đồng Tháp"), "dong-thap"),
        ("Hà Nội", "ha-noi"),
        ("Hanoi", "ha-noi"),
        ("Cả nước", "VN"),
    ],
)
def test_an_area_is_known_by_its_names(written: str, key: str) -> None:
    assert area_key(written) == key


def test_an_unknown_area_is_answered_with_a_near_one() -> None:
    with pytest.raises(click.BadParameter, match="no province; near: quang-ninh"):
        area_key("Quảng Nin")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tasks.complete"], "no indicator 'tasks.complete': near: tasks.completed"),
        (["tasks.nope"], "no indicator 'tasks.nope': near: tasks."),
        (["tasks", "--programme", "57-NQ/T"], "no programme '57-NQ/T': near: 57-NQ/TW"),
    ],
)
def test_what_nobody_knows_is_told_from_what_is_empty(demo: Path, arguments: list[str], words: str) -> None:
    error = run("compare", demo / "news.db", *arguments).exception
    assert isinstance(error, InputError)
    assert str(error).startswith(words)


def test_a_known_indicator_without_claims_is_no_failure(demo: Path) -> None:
    result = run("compare", demo / "news.db", "tasks.completed", "--as-of", "2001", "--csv")
    assert result.exit_code == 0


def test_a_name_with_marks_selects_the_province(demo: Path) -> None:
    rows = json.loads(run("compare", demo / "news.db", "tasks.completed", "--area", "Quảng Ninh", "--json").stdout)
    assert [row["area_id"] for row in rows] == ["quang-ninh", "VN"]
