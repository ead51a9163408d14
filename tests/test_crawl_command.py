"""What `crawl` takes as its starts, what it shows while it runs, and how it says what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from crawl_server import article, listing, serving

from extractor.cli.board import board_lines
from extractor.cli.collect import crawl as command
from extractor.cli.starts import starts
from extractor.crawl import Progress
from extractor.errors import DoichieuError
from extractor.store import open_database

LISTED = b"\xef\xbb\xbf# ngu\xe1\xbb\x93n\r\nhttp://a.test/1#x\r\n\r\nkhong phai\r\n  http://a.test/2 # hai\r\n"


def run(*arguments: object, text: str = "") -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments], input=text)


def test_a_file_of_urls_is_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes(LISTED)
    (tmp_path / "wide.txt").write_bytes(LISTED.decode("utf-8-sig").encode("utf-16"))
    for name in ("list.txt", "wide.txt"):
        found = starts([str(tmp_path / name), "HTTP://b.test"])
        assert found.urls == ["http://a.test/1", "http://a.test/2", "http://b.test/"]
        ((place, why),) = found.faults
        assert (place, "'khong phai' is no URL" in why) == (f"{tmp_path / name}, line 4", True)


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("a.txt", b"", "holds no URL"),
        ("a.txt", b"# nothing\n", "holds no URL"),
        ("a.txt", b"mot dong\n", "line 1: 'mot dong' is no URL"),
        ("a.bin", b"a\0b\x01" * 5 + b"\x02\x03" * 500, "is no list of URLs"),
        ("a.xml", b"<rss><channel><item><link>http://a.test/</link></item></channel></rss>", "of a feed or sitemap"),
    ],
)
def test_a_file_without_urls_is_said_in_one_line(tmp_path: Path, name: str, body: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(DoichieuError, match=said) as caught:
        starts([str(tmp_path / name)])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([""], "'' is no URL"),
        (["."], "is a folder"),
        (["http://"], "is no URL"),
        (["http://a.test/\udcff"], "is no URL"),
        (["x" * 5000], "is no URL"),
        (["http://toi:matkhau@a.test/"], "carries a user name"),
        (["http://a.test/", "--since", "2025-13"], "'2025-13' is no date"),
        (["http://a.test/", "--since", ""], "'' is no date"),
        (["http://a.test/", "--delay", "nan"], "no number of seconds"),
        (["http://a.test/", "--delay", "inf"], "no number of seconds"),
        (["http://a.test/", "--insecure-host", ""], "is no host name"),
    ],
)
def test_what_cannot_be_crawled_is_said_in_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run(tmp_path / "a.db", *arguments)
    assert isinstance(done.exception, DoichieuError)
    assert said in str(done.exception)
    assert "matkhau" not in str(done.exception)


def test_pages_come_from_standard_input_and_from_an_archive(tmp_path: Path) -> None:
    words = "Đến ngày 30/9/2025, tỉnh Lào Cai đã hoàn thành 12 nhiệm vụ. " * 5
    with serving({"a.test/1": article("Tin", words)}) as server:
        place = ["--resolve", f"a.test:127.0.0.1:{server.port}", "--delay", "0"]
        done = run(tmp_path / "a.db", "-", *place, text="http://a.test/1\nkhong phai\n")
    assert "failed: standard input, line 2: 'khong phai' is no URL" in done.output
    assert "1 new, 0 changed, 0 skipped, 1 failed" in done.output
    (archive,) = (tmp_path / "a.db.archive").glob("*.warc.gz")
    assert "1 new, 0 changed, 0 skipped, 0 failed" in run(tmp_path / "b.db", archive).output


def test_a_dry_run_prints_urls_and_stores_nothing(tmp_path: Path) -> None:
    links = ["/tin-1-post10001.html", "/tin-2-post10002.html"]
    with serving({"a.test/": listing(*links), "a.test/tin-3-post10003.html": article("Tin")}) as server:
        place = ["--resolve", f"a.test:127.0.0.1:{server.port}", "--delay", "0", "--dry-run"]
        done = run(tmp_path / "a.db", "http://a.test/", "http://a.test/tin-3-post10003.html", *place)
        asked = [path for _, _, path, _ in server.log]
    assert sorted(done.stdout.split()) == [f"http://a.test/tin-{n}-post1000{n}.html" for n in (1, 2, 3)]
    assert "3 to fetch" in done.stderr
    assert sorted(asked) == ["/", "/robots.txt", "/tin-3-post10003.html"]
    with open_database(tmp_path / "a.db") as store:
        assert store.counts()["articles"] == 0


def test_the_board_shows_each_host_and_all_together() -> None:
    hosts = {"it.test": (12, 3, 1), "nhieu.test": (1_000, 2_500, 0)}
    first, second, last = board_lines(Progress(hosts, 5_250_000, 506.5, 5_000.0))
    assert first.split() == ["nhieu.test", "1,000", "done,", "2,500", "waiting,", "0", "failed"]
    assert second.split()[0] == "it.test"
    assert "1,012 done" in last
    assert last.endswith("2.0 URLs/s, 5.2 MB, about 1 h 23 min left")
    many = Progress({f"h{number}.test": (1, number, 0) for number in range(20)}, 0, 1.0, 0.0)
    assert [line.split()[0] for line in board_lines(many)][-3:] == ["h8.test", "and", "all"]
