"""The project file: what it gives a crawl, and how it says what cannot be used."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from crawl_server import article, serving

from extractor.cli.collect import crawl
from extractor.crawl import CrawlOptions
from extractor.crawl.hosts import Host
from extractor.errors import DoichieuError
from extractor.project import NAME, init, load


def test_a_new_project_file_says_what_holds_without_it(tmp_path: Path) -> None:
    assert init(tmp_path / "new") == tmp_path / "new" / NAME
    project = load(tmp_path / "new")
    assert CrawlOptions(**project.settings()) == CrawlOptions()
    assert project.sources == ()


def test_its_commented_lines_are_right_when_the_sign_is_taken_away(tmp_path: Path) -> None:
    lines = init(tmp_path).read_text(encoding="utf-8").splitlines()
    opened = [
        line.replace("# ", "", 1) if line.lstrip().startswith('# "') or "# contact" in line else line for line in lines
    ]
    (tmp_path / NAME).write_text("\n".join(opened), encoding="utf-8")
    project = load(tmp_path)
    assert (project.contact, len(project.sources), project.delays) == ("you@example.org", 2, {"baoquangninh.vn": 5.0})


def test_a_second_init_keeps_what_was_written(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("delay = 9\n", encoding="utf-8")
    with pytest.raises(DoichieuError, match="is there already"):
        init(tmp_path)
    assert load(tmp_path).delay == 9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources = 'a'", "`sources` cannot be used"),
        ("sources = [1]", "`sources` cannot be used"),
        ("delay = true", "`delay` cannot be used"),
        ("delay = -1", "`delay` cannot be used"),
        ("delay = nan", "`delay` cannot be used"),
        ("delay = 1" + "0" * 400, "`delay` cannot be used"),
        ("contact = 5", "`contact` cannot be used"),
        ("[delays]\n'a.test' = 'slow'", "`delays` cannot be used"),
        ("allow_private = true", "no setting `allow_private`"),
        ("delay = [", "is no TOML"),
        ("a = " + "[" * 3000, "is no TOML"),
        ("delay = '\udcff'", "is no TOML"),
        ("#" * 1_000_001, "is larger"),
    ],
)
def test_what_cannot_be_used_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / NAME).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(DoichieuError, match=said) as caught:
        load(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_folder_that_takes_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DoichieuError, match="cannot be written"):
        init(tmp_path / "file" / "below")
    (tmp_path / NAME).mkdir()
    with pytest.raises(DoichieuError, match="cannot be read"):
        load(tmp_path)
    assert stat.S_ISDIR((tmp_path / NAME).stat().st_mode)


def test_a_host_has_its_own_pause_and_the_others_the_common_one() -> None:
    options = CrawlOptions(delay=1.0, delays={"bücher.test": 4.0, "b.test:8080": 0.5})
    hosts = ["xn--bcher-kva.test", "b.test:8080", "b.test"]
    assert [Host(name, "http").pause(options) for name in hosts] == [4.0, 0.5, 1.0]


def test_a_crawl_takes_sources_and_pauses_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with serving({"a.test/1": article("Một", "Tỉnh có 12 trạm.")}) as server:
        (tmp_path / "urls.txt").write_text("http://a.test/1\n", encoding="utf-8")
        (tmp_path / NAME).write_text("sources = ['urls.txt']\ndelay = 0.01\n", encoding="utf-8")
        done = CliRunner().invoke(crawl, ["news.db", "--resolve", f"a.test:127.0.0.1:{server.port}"])
    assert (done.exit_code, "1 new" in done.output) == (0, True)


def test_without_sources_a_crawl_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(crawl, ["news.db"])
    assert (done.exit_code, "doichieu init" in done.output) == (2, True)
    assert not list(tmp_path.iterdir())
