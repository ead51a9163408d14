"""A crawl killed at any moment goes on where it was: no page lost, none fetched twice but those on their way."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from crawl_server import Reply, Server, article, listing, serving

from extractor.crawl import CrawlOptions, Entry, Fetch, Frontier, MemoryFrontier, Outcome, State, crawl
from extractor.crawl.archive import Archive
from extractor.errors import FetchError, StoreError
from extractor.store import open_database
from extractor.store.frontier import SqliteFrontier

CHILD = Path(__file__).parent / "crawl_child.py"
PAGE = article("Tin")


@pytest.fixture(params=["memory", "sqlite"])
def frontier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Frontier]:
    if request.param == "memory":
        yield MemoryFrontier()
    else:
        with open_database(tmp_path / "news.db") as store:
            frontier = SqliteFrontier(store)
            yield frontier
            frontier.release()


def test_a_frontier_gives_back_what_is_due(frontier: Frontier) -> None:
    deep, late = Entry("http://a.test/2", "a.test", depth=1), Entry("http://b.test/", "b.test", not_before=50.0)
    frontier.put([deep, Entry("http://a.test/1", "a.test"), late])
    assert dict(frontier.waiting()) == {"a.test": 0.0, "b.test": 50.0}
    assert [frontier.next("b.test", now) for now in (49.0, 50.0)] == [None, late]
    first = frontier.next("a.test", 0.0)
    assert first == Entry("http://a.test/1", "a.test")
    frontier.put([Entry("http://a.test/1", "a.test", state=State.DONE, outcome="failed")])
    assert frontier.next("a.test", 0.0) == deep
    assert frontier.counts() == {"a.test": (0, 1, 1), "b.test": (0, 1, 0)}


def test_a_frontier_remembers(frontier: Frontier) -> None:
    whole = Entry("http://a.test/", "a.test", 2, State.FETCHED, "http://o.test/", 1, 3, 2, 5.5, "new", "r", 200, '"e"')
    frontier.put([whole])
    frontier.put_robots("a.test", "User-agent: *", 7.0)
    assert (frontier.get(whole.url), frontier.get("x"), list(frontier.fetched())) == (whole, None, [whole])
    assert (frontier.robots("a.test"), frontier.robots("b.test")) == (("User-agent: *", 7.0), None)
    assert [frontier.begin(1.0), frontier.begin(2.0)] == [1.0, 1.0]
    frontier.finish()
    assert frontier.begin(3.0) == 3.0
    assert (frontier.forget("a.test"), frontier.get(whole.url), frontier.robots("a.test")) == (1, None, None)


def test_a_page_not_taken_is_handed_over_again_without_the_network(frontier: Frontier, tmp_path: Path) -> None:
    with serving({"a.test/y": PAGE, "a.test/x": (302, {"Location": "/y"}, b"")}) as server:
        options = {"frontier": frontier, "archive": tmp_path / "archive"}
        for fetch in crawling(server, "http://a.test/x", **options):
            if fetch.page is not None:
                first = fetch
                break
        asked = len(server.log)
        again = server.crawl("http://a.test/x", **options)
        assert (len(server.log), again[first.url].page) == (asked, first.page)
    assert (first.page.url, first.page.final_url) == ("http://a.test/x", "http://a.test/y")


def crawling(server: Server, start: str, frontier: Frontier, **options: object) -> Iterator[Fetch]:
    return crawl([start], server.options(**options), frontier)


def test_a_page_whose_archive_is_gone_is_fetched_again(frontier: Frontier, tmp_path: Path) -> None:
    with serving({"a.test/y": PAGE}) as server:
        next(crawling(server, "http://a.test/y", frontier, archive=tmp_path / "archive"))
        for file in (tmp_path / "archive").iterdir():
            file.write_bytes(b"")
        fetches = server.crawl("http://a.test/y", frontier=frontier, archive=tmp_path / "archive")
    assert fetches["http://a.test/y"].outcome == Outcome.NEW


def start_child(server: Server, folder: Path, hosts: list[str]) -> subprocess.Popen[bytes]:
    starts = [f"http://{host}/" for host in hosts]
    command = [sys.executable, str(CHILD), str(folder / "news.db"), str(server.port), ",".join(hosts), *starts]
    return subprocess.Popen(command)


def test_kill_and_resume(tmp_path: Path) -> None:
    hosts = [f"h{n}.test" for n in range(4)]
    names = [f"tin-{n}-post1000{n}.html" for n in range(10)]
    replies: dict[str, Reply] = {f"{h}/": listing(*[f"/{name}" for name in names]) for h in hosts}
    replies |= {f"{h}/{name}": article(f"{h} {name}") for h in hosts for name in names}
    kills = 3
    with serving(replies) as server:
        for kill in range(1, kills + 1):
            child = start_child(server, tmp_path, hosts)
            while child.poll() is None and len(server.log) < kill * 12:
                time.sleep(0.005)
            child.kill()
            child.wait()
        assert start_child(server, tmp_path, hosts).wait(60) == 0
    with closing(sqlite3.connect(tmp_path / "taken.db")) as taken:
        urls = [url for (url,) in taken.execute("SELECT DISTINCT url FROM taken ORDER BY url")]
    assert urls == sorted(f"http://{h}/{name}" for h in hosts for name in names)
    assert len(server.log) <= len(replies) + len(hosts) + kills * len(hosts)


def test_the_archive_grows_on_after_a_kill_and_its_cut_tail_is_trimmed(tmp_path: Path) -> None:
    with serving({"a.test/y": PAGE}) as server:
        frontier = MemoryFrontier()
        server.crawl("http://a.test/y", frontier=frontier, archive=tmp_path)
        (file,) = tmp_path.iterdir()
        with file.open("ab") as tail:
            tail.write(file.read_bytes()[:200])
        server.crawl("http://a.test/y", archive=tmp_path)
    assert list(tmp_path.iterdir()) == [file]
    from warcio.archiveiterator import ArchiveIterator

    with file.open("rb") as stream:
        assert len(list(ArchiveIterator(stream))) == 1 + 2 * 4


def test_one_crawl_a_database(tmp_path: Path) -> None:
    with open_database(tmp_path / "news.db") as store:
        first, second = SqliteFrontier(store), SqliteFrontier(store)
        first.begin(1.0)
        with pytest.raises(StoreError, match="another crawl"):
            second.begin(1.0)
        first.release()
        assert second.begin(2.0) == 1.0
        second.release()
    assert [path.name for path in tmp_path.iterdir()] == ["news.db"]


def test_a_wrong_start_and_a_crawl_never_begun_lock_nothing(tmp_path: Path) -> None:
    with open_database(tmp_path / "news.db") as store:
        with pytest.raises(FetchError):
            crawl(["no url"], CrawlOptions(), SqliteFrontier(store))
        crawl(["http://a.test/"], CrawlOptions(), SqliteFrontier(store))
    assert [path.name for path in tmp_path.iterdir()] == ["news.db"]


def test_two_crawls_write_to_two_files(tmp_path: Path) -> None:
    first, second = Archive(tmp_path), Archive(tmp_path)
    assert first._open().name != second._open().name
    first.close()
    second.close()
