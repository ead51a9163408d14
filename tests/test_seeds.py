"""Five real articles, annotated by hand: whose figures they hold. Runs where DOICHIEU_SEEDS names their folder."""

import json
from pathlib import Path

import pytest

from tests.conftest import run


@pytest.fixture(scope="module")
def database(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "news.db"
    assert run("add", path, seeds).exit_code == 0
    return path


def values(database: Path) -> dict[tuple[str, str], str]:
    rows = json.loads(run("compare", database, "--json").stdout)
    return {(row["area"], row["indicator"]): row["value"] for row in rows}


def test_tasks_stand_with_those_who_have_them(database: Path) -> None:
    found = {key: value for key, value in values(database).items() if key[1].startswith("tasks.")}
    wanted = {
        ("Quang Ninh", "tasks.assigned"): "47",
        ("Quang Ninh", "tasks.completed"): "15",
        ("Quang Ninh", "tasks.completed_share"): "32",
        ("Quang Ninh", "tasks.on_schedule"): "18",
        ("Quang Ninh", "tasks.behind"): "8",
        ("Quang Ninh", "tasks.not_started"): "5",
        ("Thai Nguyen", "tasks.assigned"): "156",
        ("Thai Nguyen", "tasks.completed"): "83",
        ("Thai Nguyen", "tasks.in_progress_share"): "53",
        ("Thai Nguyen", "tasks.on_schedule_share"): "53",
        ("Whole country", "tasks.completed"): "485",
        ("Whole country", "tasks.completed_share"): "43",
        ("Whole country", "tasks.on_schedule"): "561",
        ("Whole country", "tasks.overdue"): "86",
    }
    assert found == wanted


def test_a_page_of_ca_mau_gives_ca_mau_nothing(database: Path) -> None:
    assert not [area for area, _ in values(database) if area == "Ca Mau"]


def test_what_does_not_add_up_is_found_and_nothing_else_is_said_of_tasks(database: Path) -> None:
    findings = json.loads(run("check", database, "--json").stdout)
    kinds = {(row["kind"], row["stated"].replace("\u00a0", " ")) for row in findings}
    assert ("parts_total", "47") in kinds
    assert ("share_elsewhere", "53 %") in kinds
    assert not [row for row in findings if row["stated"].startswith(("43", "32"))]


def test_adding_twice_changes_nothing(database: Path, seeds: Path) -> None:
    before = values(database)
    result = run("add", database, seeds)
    assert "0 new, 0 changed, 5 unchanged, 0 skipped, 0 failed" in result.stderr
    assert values(database) == before
