"""The command line: one clear line for each failure, exit codes, output forms, a light start."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli import COMMANDS
from tests.conftest import run

HEAVY = ("spacy", "lxml", "numpy", "pandas", "requests", "selectolax", "bs4", "pdfplumber", "sqlite_utils", "jinja2")


def shell(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command as its own process, as a user would call it."""
    command = [sys.executable, "-m", "extractor", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, check=False)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "fake.pdf").write_bytes(b"%PDF-1.4\nnothing else")
    (tmp_path / "text.db").write_text("no database " * 100, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9 \xff\xfe\xfd" * 20)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["crawl", "{}/a.db", "no-url"], ("no-url", ":")),
        (["crawl", "{}/a.db", "ftp://example.test/x"], ("ftp://example.test/x", "http")),
        (["crawl", "{}/a.db", "https://a.test", "--resolve", "a.test"], ("--resolve", "HOST:ADDRESS:PORT")),
        (["add", "{}/a.db", "{}/missing.txt"], ("missing.txt", "does not exist")),
        (["add", "{}/text.db", "{}/empty.txt"], ("text.db", "database")),
        (["add", "{}/a.db", "{}/empty.txt", "--published", "2025-13"], ("2025-13", "write 2025-10-15")),
        (["extract", "{}/missing.txt"], ("missing.txt", "does not exist")),
        (["extract", "https://example.test/a"], ("https://example.test/a is a URL", "doichieu crawl")),
        (["sources", "check", "--host", "zzz.test"], ("no publisher zzz.test",)),
        (["sources", "suggest", "example.test"], ("example.test is no file", "write https://example.test")),
        (["extract", "{}/empty.txt"], ("empty",)),
        (["extract", "{}/fake.pdf"], ("fake.pdf", "PDF")),
        (["extract", "{}/latin.txt", "--lang", "xx"], ("'xx'", "vi")),
        (["compare", "{}/missing.db"], ("missing.db",)),
        (["show", "{}/text.db", "1"], ("text.db", "database")),
        (["report", "{}/missing.db"], ("missing.db",)),
        (["--patterns", "{}/nowhere", "extract", "{}/latin.txt"], ("nowhere", "rules")),
        (["--patterns", "{}", "extract", "{}/latin.txt"], ("holds no rules",)),
    ],
)
def test_a_failure_is_one_line(files: Path, arguments: list[str], words: tuple[str, ...]) -> None:
    done = shell(*[argument.format(files) for argument in arguments])
    (line,) = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert line.startswith("doichieu: ")
    assert all(word in line for word in words), line


def test_a_page_that_fails_is_counted_and_stops_nothing(files: Path) -> None:
    (files / "good.txt").write_text("Tỉnh Quảng Ninh đã hoàn thành 38/64 nhiệm vụ.", encoding="utf-8")
    done = shell("add", files / "a.db", files / "fake.pdf", files / "good.txt")
    assert done.returncode == 0
    assert "failed: " in done.stderr.decode()
    assert "1 new, 0 changed, 0 skipped, 1 failed" in done.stderr.decode()


def test_a_host_that_does_not_resolve_is_said(tmp_path: Path) -> None:
    done = shell("crawl", tmp_path / "a.db", "http://nowhere.invalid/", "--delay", "0")
    assert "nowhere.invalid" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_usage_is_exit_code_two() -> None:
    assert shell("compare").returncode == 2
    assert shell("no-such-command").returncode == 2


def test_help_starts_light() -> None:
    code = f"import sys, extractor.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_each_command_has_the_help_it_is_listed_with() -> None:
    for name in COMMANDS:
        result = run(name, "--help")
        assert result.exit_code == 0, name
        assert result.output.startswith("Usage: "), name


def test_the_help_names_every_language_that_has_rules() -> None:
    from extractor.rules import Patterns, data_folder

    words = run("extract", "--help").stdout.split("Language of the text:")[1].split(";")[0]
    assert set(Patterns(data_folder("patterns")).languages()) <= set(words.replace(",", " ").split())


TEXT = "Tỉnh Quảng Ninh đã hoàn thành 38/64 nhiệm vụ, đạt 59,4%."


def test_extract_gives_offsets_into_the_text_as_it_was_given() -> None:
    text = f"\n  {TEXT}\n"
    (row,) = [json.loads(line) for line in shell("extract", "--nl", given=text.encode()).stdout.splitlines()]
    assert [(f["surface"], text[f["start"] : f["end"]]) for f in row["figures"]] == [
        ("38", "38"),
        ("64", "64"),
        ("59,4%", "59,4%"),
    ]


def test_json_lines_in_and_out_keep_ids_and_survive_bad_lines() -> None:
    lines = [json.dumps({"id": "a", "text": TEXT, "lang": "vi"}), "{broken", json.dumps({"id": 7}), '{"text": 5}']
    done = shell("extract", "--jsonl", "--nl", given="\n".join(lines).encode())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["id"], len(row["figures"]), "error" in row) for row in rows] == [
        ("a", 3, False),
        (2, 0, True),
        (7, 0, True),
        (4, 0, True),
    ]


def test_half_a_sign_in_json_lines_stops_nothing() -> None:
    line = json.dumps({"id": "a\ud800", "text": f"\ud800 {TEXT}"})
    (row,) = map(json.loads, shell("extract", "--jsonl", "--nl", given=line.encode()).stdout.splitlines())
    assert (row["id"], [figure["start"] for figure in row["figures"]]) == ("a?", [32, 35, 52])


def test_csv_cells_cannot_become_formulas(capsys: pytest.CaptureFixture[str]) -> None:
    from extractor.cli.output import write_csv

    write_csv([{"a": "=HYPERLINK(1)", "b": "-5.2", "c": "@x"}])
    assert capsys.readouterr().out == "a,b,c\n'=HYPERLINK(1),-5.2,'@x\n"


def test_a_closed_pipe_is_no_failure(tmp_path: Path) -> None:
    command = f"{sys.executable} -m extractor extract --nl --jsonl | head -c 10"
    given = "".join(json.dumps({"id": n, "text": TEXT, "lang": "vi"}) + "\n" for n in range(500))
    done = subprocess.run(command, shell=True, input=given.encode(), capture_output=True, check=False)
    assert done.stderr == b""


def test_check_can_fail_a_nightly_job(demo: Path) -> None:
    assert run("check", demo / "news.db", "--fail-on", "severe").exit_code == 3
    assert run("check", demo / "news.db", "--fail-on", "broken_period").exit_code == 0
    assert run("check", demo / "news.db", "--fail-on", "no_such_kind").exit_code == 2


def test_a_folder_survives_its_bad_files_and_manifest_lines(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "damaged.warc.gz").write_bytes(b"no archive")
    manifest = "path,published\na.txt,2025-10-01\nb.txt,someday\ngone.txt,2025\n"
    (tmp_path / "manifest.csv").write_text(manifest, encoding="utf-8")
    done = shell("add", tmp_path / "a.db", tmp_path)
    told = done.stderr.decode()
    assert "1 new, 0 changed, 0 skipped, 3 failed" in told
    assert all(words in told for words in ("manifest.csv line 3", "manifest.csv line 4", "damaged.warc.gz"))


def test_a_url_is_no_file(tmp_path: Path) -> None:
    assert "doichieu crawl" in shell("add", tmp_path / "a.db", "https://example.org/a").stderr.decode()
