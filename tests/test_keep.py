"""The commands that keep a database, each on the sample site's."""

import doctest
import json
import shutil
from pathlib import Path

import pytest

import extractor
from extractor.errors import InputError
from extractor.store import open_database
from tests.conftest import run


@pytest.fixture
def database(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo's database with its archive."""
    shutil.copytree(demo, tmp_path / "demo")
    return tmp_path / "demo" / "news.db"


def test_words_are_found_without_their_marks(database: Path) -> None:
    rows = json.loads(run("search", database, "phu tho hoan thanh", "--json").stdout)
    assert rows[0]["title"] == "Phú Thọ hoàn thành 74 nhiệm vụ theo Nghị quyết 57"


@pytest.mark.parametrize("command", ["reextract", "reparse"])
def test_reading_or_parsing_again_changes_nothing_where_nothing_changed(database: Path, command: str) -> None:
    result = run(command, database)
    assert "0 new, 0 changed, 25 unchanged, 0 skipped, 0 failed" in result.stderr


def test_a_sound_database_has_nothing_to_mend(database: Path) -> None:
    result = run("doctor", database, "--json")
    assert result.exit_code == 0
    assert {row["state"] for row in json.loads(result.stdout)} == {"ok"}


def test_a_lost_archive_is_said(database: Path) -> None:
    shutil.rmtree(database.with_name("news.db.archive"))
    assert run("doctor", database).exit_code == 1


def test_exports_are_read_back(database: Path, tmp_path: Path) -> None:
    assert run("export", database, "-o", tmp_path / "out").exit_code == 0
    claims = [json.loads(line) for line in (tmp_path / "out" / "claims.jsonl").read_text("utf-8").splitlines()]
    assert {claim["area"] for claim in claims if claim["indicator"] == "tasks.assigned"} >= {"ha-tinh", "phu-tho"}


def test_two_databases_become_one_and_a_second_time_adds_nothing(database: Path, tmp_path: Path) -> None:
    assert "25 articles new" in run("merge", tmp_path / "other.db", database).stderr
    assert "new" not in run("merge", tmp_path / "other.db", database).stderr


def test_a_forgotten_host_is_gone(database: Path) -> None:
    assert run("forget", database, "datmui.test", "--yes").exit_code == 0
    with open_database(database, create=False) as store:
        assert "datmui.test" not in {article.publisher for article in store.articles(copies=True)}


@pytest.mark.parametrize("answer", [None, "n\n"])
def test_nothing_is_forgotten_where_nobody_says_yes(database: Path, answer: str | None) -> None:
    result = run("forget", database, "datmui.test", given=answer)
    assert str(result.exception) == "nothing deleted: answer y, or use --yes"
    with open_database(database, create=False) as store:
        assert any(article.publisher == "datmui.test" for article in store.articles())


def test_the_schema_is_told_and_written_for_datasette(database: Path, tmp_path: Path) -> None:
    assert "## claim" in run("schema", database).stdout
    run("schema", database, "-o", tmp_path)
    assert "v_claims" in (tmp_path / "metadata.json").read_text("utf-8")


def test_publishers_are_listed_and_sound() -> None:
    rows = json.loads(run("sources", "list", "baoquangninh", "--json").stdout)
    assert [row["province"] for row in rows] == ["quang-ninh"]
    assert run("sources", "check").exit_code == 0


def test_rules_are_proposed_from_what_has_none(database: Path) -> None:
    proposed = run("patterns", "suggest", database, "--most", 3).stdout
    assert proposed.count("# indicators.toml") == 3


def test_the_python_verbs_do_what_their_examples_say() -> None:
    assert doctest.testmod(extractor).failed == 0


def test_claims_become_a_frame_where_pandas_is() -> None:
    pandas = pytest.importorskip("pandas")
    frame = extractor.to_frame(extractor.claims("Tỉnh Gia Lai đã hoàn thành 49/82 nhiệm vụ.", "vi"))
    assert isinstance(frame, pandas.DataFrame)
    assert frame[["indicator", "area", "value", "value_num"]].values.tolist() == [
        ["tasks.completed", "gia-lai", "49", 49.0],
        ["tasks.assigned", "gia-lai", "82", 82.0],
    ]


def test_a_frame_without_pandas_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.serialise.find_spec", lambda name: None)
    with pytest.raises(InputError, match="needs the package pandas: install it"):
        extractor.to_frame([])


def test_the_first_command_of_a_group_needs_no_name(database: Path, tmp_path: Path) -> None:
    official = tmp_path / "official.csv"
    official.write_text("indicator,area,period,value,unit,source\ntasks.completed,quang-ninh,2025-09-30,40,tasks,R\n")
    assert "1 new" in run("reference", "add", database, official).stderr
    assert "1 unchanged" in run("reference", database, official).stderr
    packed = [tmp_path / "one.zip", tmp_path / "other.zip"]
    assert run("evidence", database, "1", "-o", packed[0]).exit_code == 0
    assert run("evidence", "make", database, "1", "-o", packed[1]).exit_code == 0
    assert run("evidence", "verify", packed[0]).exit_code == 0
    assert run("evidence", "verify", official).exit_code == 1


def test_export_writes_claim_reviews_where_asked(database: Path, tmp_path: Path) -> None:
    assert run("export", database, "-o", tmp_path / "out", "--claimreview").exit_code == 0
    assert isinstance(json.loads((tmp_path / "out" / "claims.jsonld").read_text("utf-8")), dict | list)
