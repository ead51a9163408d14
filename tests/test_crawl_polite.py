"""Politeness, measured from the server's log: pauses, robots.txt, Retry-After, conditional requests."""

from __future__ import annotations

import time
from email.utils import formatdate
from itertools import pairwise

import pytest
from crawl_server import Reply, Server, article, feed, in_turn, listing, serving

from extractor.crawl import MemoryFrontier, Outcome
from extractor.crawl.robots import robots, robots_text
from extractor.crawl.waits import backoff, retry_after

PAGE = article("Tin")
FORBID = b"User-agent: *\nDisallow: /kin/\n"


def gaps(server: Server, host: str) -> list[float]:
    """Seconds between requests to a host, as the server saw them."""
    times = [when for when, one, _, _ in server.log if one == host]
    return [later - earlier for earlier, later in pairwise(times)]


def test_no_host_sees_two_requests_closer_than_its_pause() -> None:
    hosts = [f"h{n}.test" for n in range(4)]
    replies: dict[str, Reply] = {}
    for host in hosts:
        replies[f"{host}/"] = listing(*[f"/tin-{n}-post1000{n}.html" for n in range(5)])
        replies |= {f"{host}/tin-{n}-post1000{n}.html": PAGE for n in range(4)}
        replies[f"{host}/tin-4-post10004.html"] = (302, {"Location": f"http://{hosts[0]}/tin-1-post10001.html"}, b"")
    with serving(replies) as server:
        began = time.monotonic()
        server.crawl(*[f"http://{host}/" for host in hosts], delay=0.1)
        spent = time.monotonic() - began
    assert min(min(gaps(server, host)) for host in hosts) >= 0.1
    assert spent < 3 * sum(gaps(server, hosts[0]))


def test_the_host_may_ask_for_a_longer_pause_up_to_a_limit() -> None:
    wish = b"User-agent: *\nCrawl-delay: 0.3\n"
    with serving({"a.test/robots.txt": wish, "a.test/": PAGE}) as server:
        server.crawl("http://a.test/")
        assert min(gaps(server, "a.test")) >= 0.3
        server.log.clear()
        server.replies["a.test/robots.txt"] = wish.replace(b"0.3", b"60")
        server.crawl("http://a.test/", max_delay=0.1)
    assert 0.1 <= gaps(server, "a.test")[0] < 30


def test_robots_txt_is_asked_first_and_obeyed() -> None:
    replies: dict[str, Reply] = {"a.test/robots.txt": FORBID, "a.test/kin/x": PAGE, "a.test/y": PAGE}
    with serving(replies) as server:
        fetches = server.crawl("http://a.test/kin/x", "http://a.test/y")
    assert [path for _, _, path, _ in server.log] == ["/robots.txt", "/y"]
    assert fetches["http://a.test/kin/x"].outcome == Outcome.REFUSED


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        (b"\xef\xbb\xbf" + FORBID, False),
        (b"<!DOCTYPE html><p>Disallow: /kin/</p>", True),
        (b"# x\n" * 1_300_000 + FORBID, True),
        (FORBID + b"# x\n" * 1_300_000, False),
        (FORBID.replace(b"\n", b"\r"), False),
        (b"User-agent: doichieu\nDisallow: /\n\nUser-agent: *\nAllow: /\n", False),
        ((404, {}, b""), True),
        ((403, {}, b""), True),
        ((301, {"Location": "/other.txt"}, b""), False),
        (FORBID.decode().encode("utf-16"), False),
        (b'<html><meta http-equiv="refresh" content="0; url=/other.txt"></html>', True),
        (b"", True),
    ],
)
def test_robots_txt_of_every_kind(answer: Reply, allowed: bool) -> None:
    with serving({"a.test/robots.txt": answer, "a.test/other.txt": FORBID, "a.test/kin/x": PAGE}) as server:
        fetch = server.crawl("http://a.test/kin/x")["http://a.test/kin/x"]
    assert fetch.outcome == (Outcome.NEW if allowed else Outcome.REFUSED)


def test_a_broken_robots_txt_means_wait() -> None:
    failing: Reply = (500, {}, b"")
    with serving({"a.test/robots.txt": in_turn(failing, FORBID), "a.test/y": PAGE}) as server:
        assert server.crawl("http://a.test/y")["http://a.test/y"].outcome == Outcome.NEW
        server.replies["a.test/robots.txt"] = failing
        fetch = server.crawl("http://a.test/y", retries=1)["http://a.test/y"]
    assert (fetch.outcome, "robots.txt answers 500" in (fetch.reason or "")) == (Outcome.DEFERRED, True)
    assert server.asked("/y") == 1


def test_robots_txt_is_kept_for_a_day() -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/robots.txt": FORBID, "a.test/y": PAGE}) as server:
        server.crawl("http://a.test/y", frontier=frontier)
        server.crawl("http://a.test/y", frontier=frontier)
        assert server.asked("/robots.txt") == 1
        frontier.rules["a.test"] = (frontier.rules["a.test"][0], time.time() - 90_000)
        server.crawl("http://a.test/y", frontier=frontier)
    assert server.asked("/robots.txt") == 2


@pytest.mark.parametrize(("status", "form"), [(429, "seconds"), (503, "date")])
def test_retry_after_is_obeyed(status: int, form: str) -> None:
    value = "1" if form == "seconds" else formatdate(time.time() + 2, usegmt=True)
    with serving({"a.test/y": in_turn((status, {"Retry-After": value}, b""), PAGE)}) as server:
        assert server.crawl("http://a.test/y")["http://a.test/y"].outcome == Outcome.NEW
    assert gaps(server, "a.test")[-1] >= 0.9


def test_a_long_retry_after_is_left_for_the_next_crawl() -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/y": (429, {"Retry-After": "7200"}, b""), "b.test/z": PAGE}) as server:
        fetches = server.crawl("http://a.test/y", "http://b.test/z", frontier=frontier)
    assert fetches["http://b.test/z"].outcome == Outcome.NEW
    assert frontier.waiting()["a.test"] > time.time() + 7000


@pytest.mark.parametrize("status", [403, 500, 502, 503])
def test_a_passing_failure_is_tried_again(status: int) -> None:
    with serving({"a.test/y": in_turn((status, {}, b""), (status, {}, b""), PAGE)}) as server:
        assert server.crawl("http://a.test/y")["http://a.test/y"].outcome == Outcome.NEW
        server.replies["a.test/y"] = (status, {}, b"")
        fetch = server.crawl("http://a.test/y", retries=2)["http://a.test/y"]
    assert fetch.reason is not None
    assert f"the server answered {status}" in fetch.reason
    assert "in 3 tries" in fetch.reason


def test_wildcards_without_end_cost_little() -> None:
    rules = robots("User-agent: *\nDisallow: /" + "*a" * 40 + "*b$\n", 0.0)
    assert rules.allows("http://a.test/" + "a" * 4000)
    assert not rules.allows("http://a.test/" + "a" * 4000 + "b")


def test_waits() -> None:
    assert retry_after("120", 0.0) == 120.0
    assert retry_after("Thu, 01 Jan 1970 00:10:00 GMT", 60.0) == 540.0
    assert retry_after("Thu, 01 Jan 1970 00:10:00 GMT", 900.0) == 0.0
    assert [retry_after(bad, 0.0) for bad in ("", "soon", "-3", "1.5", "٣")] == [None] * 5
    assert retry_after("9" * 40, 0.0) == retry_after("Fri, 31 Dec 9999 23:59:59 GMT", 0.0) == 86_400.0
    assert [round(backoff(n, 2.0) / 2 ** (n + 1), 0) for n in range(5)] == [1.0] * 5
    assert backoff(99, 2.0) <= 3960.0


def test_only_what_changed_is_sent_again() -> None:
    frontier = MemoryFrontier()
    tagged: Reply = (200, {"ETag": '"1"', "Last-Modified": "Mon, 01 Sep 2025 00:00:00 GMT"}, PAGE)
    with serving({"a.test/y": in_turn(tagged, (304, {}, b""), PAGE.replace(b"12", b"13"))}) as server:
        ends = [server.crawl("http://a.test/y", frontier=frontier)["http://a.test/y"] for _ in range(3)]
    asked = [headers for _, _, path, headers in server.log if path == "/y"]
    assert [one.outcome for one in ends] == [Outcome.NEW, Outcome.UNCHANGED, Outcome.CHANGED]
    assert "If-None-Match" not in asked[0]
    assert (asked[1]["If-None-Match"], asked[1]["If-Modified-Since"]) == ('"1"', "Mon, 01 Sep 2025 00:00:00 GMT")


def test_the_same_bytes_are_no_change_and_a_lost_page_is_withdrawn() -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/y": in_turn(PAGE, PAGE, (410, {}, b""))}) as server:
        ends = [server.crawl("http://a.test/y", frontier=frontier)["http://a.test/y"].outcome for _ in range(3)]
    assert ends == [Outcome.NEW, Outcome.UNCHANGED, Outcome.WITHDRAWN]


def test_known_pages_are_asked_again_when_the_feed_says_so_or_they_are_old() -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/rss": feed("http://a.test/y"), "a.test/y": PAGE}) as server:
        for recheck in (86_400.0, 86_400.0, 0.0):
            server.crawl("http://a.test/rss", frontier=frontier, recheck=recheck)
        assert (server.asked("/rss"), server.asked("/y")) == (3, 2)
        newer = feed("http://a.test/y").replace(
            b"<item>", f"<item><pubDate>{formatdate(time.time() + 9)}</pubDate>".encode()
        )
        server.replies["a.test/rss"] = newer
        server.crawl("http://a.test/rss", frontier=frontier)
    assert server.asked("/y") == 3


def test_the_user_agent_names_tool_and_contact() -> None:
    with serving({"a.test/y": PAGE}) as server:
        server.crawl("http://a.test/y", contact="mailto:data@nhom.test")
    assert {h["User-Agent"].partition("/")[0] for *_, h in server.log} == {"doichieu"}
    assert all("+mailto:data@nhom.test" in headers["User-Agent"] for *_, headers in server.log)


def test_limits_end_the_crawl_and_keep_the_rest() -> None:
    frontier = MemoryFrontier()
    pages: dict[str, Reply] = {f"a.test/tin-{n}-post1000{n}.html": PAGE + bytes([65 + n]) for n in range(6)}
    with serving({"a.test/": listing(*[f"/{k.partition('/')[2]}" for k in pages]), **pages}) as server:
        first = server.crawl("http://a.test/", frontier=frontier, max_pages=2)
        assert sum(fetch.page is not None for fetch in first.values()) == 2
        rest = server.crawl(frontier=frontier)
        assert sum(fetch.page is not None for fetch in rest.values()) == 4
        one = server.crawl("http://a.test/", max_pages_per_host=3)
        assert sum(fetch.outcome == Outcome.SKIPPED for fetch in one.values()) == 4
        few = server.crawl("http://a.test/", max_bytes_per_host=1_500)
        assert few["http://a.test/tin-5-post10005.html"].reason == "the host's limit of 1,500 bytes is reached"
        none = server.crawl("http://a.test/", max_seconds_per_host=0.0)
    assert none["http://a.test/"].reason == "the host's limit of 0 seconds is reached"


def test_robots_rules() -> None:
    rules = robots("User-agent: *\nDisallow: /a\nCrawl-delay: 5\nSitemap: https://a.test/s.xml\n", 0.0)
    assert (rules.allows("https://a.test/a/b"), rules.allows("https://a.test/b")) == (False, True)
    assert (rules.delay(), rules.sitemaps()) == (5.0, ["https://a.test/s.xml"])
    assert robots("User-agent: *\nRequest-rate: 1/10\n", 0.0).delay() == 10.0
    assert (robots_text(503, b""), robots_text(429, b""), robots_text(404, b"x")) == (None, None, "")
