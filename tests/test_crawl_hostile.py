"""A server that does its worst: nothing hangs, nothing is lost, each page has its reason."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Any

import pytest
from crawl_server import Reply, Send, article, in_turn, raw, reply, serving

from extractor.crawl import CrawlOptions, MemoryFrontier, Outcome, crawl
from extractor.crawl.unpack import unpack
from extractor.errors import FetchError

PAGE = article("Tin")
OK = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n"


def ends(answer: Reply, **options: object) -> tuple[Outcome, str]:
    """How a page with this answer ends."""
    with serving({"bao.test/x": answer}) as server:
        fetch = server.crawl("http://bao.test/x", **{"retries": 1, **options})["http://bao.test/x"]
    return fetch.outcome, fetch.reason or ""


def test_an_endless_body_is_cut_at_the_limit() -> None:
    outcome, reason = ends(raw(OK + b"\r\n", *[b"x" * 65_536] * 40), max_bytes=1_000_000)
    assert (outcome, "larger than 1,000,000 bytes" in reason) == (Outcome.FAILED, True)


def test_a_body_announced_too_large_is_not_read() -> None:
    outcome, reason = ends(raw(OK + b"Content-Length: 99999999999\r\n\r\n", b"x"))
    assert (outcome, "larger than" in reason) == (Outcome.FAILED, True)


@pytest.mark.parametrize("place", ["status", "headers", "body", "chunks"])
def test_a_slow_drip_ends_at_the_deadline(place: str) -> None:
    head = {
        "status": b"",
        "headers": b"HTTP/1.0 200 OK\r\nX: ",
        "body": OK + b"\r\n",
        "chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    }
    began = time.monotonic()
    outcome, reason = ends(raw(head[place], *[b"1"] * 150, pause=0.1), timeout=0.6, retries=0)
    assert (outcome, "took longer than 0.6 s" in reason) == (Outcome.FAILED, True)
    assert time.monotonic() - began < 8


def test_a_gzip_bomb_is_stopped() -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    outcome, reason = ends((200, {"Content-Encoding": "gzip"}, bomb), max_bytes=1_000_000)
    assert (outcome, "unpacks to more than" in reason) == (Outcome.FAILED, True)


def test_a_bomb_of_many_members_is_stopped() -> None:
    with pytest.raises(FetchError):
        unpack(gzip.compress(b"0" * 100_000) * 20, "gzip", 1_000_000)


def test_what_is_packed_well_is_unpacked() -> None:
    assert unpack(gzip.compress(b"a") + gzip.compress(b"b"), "gzip", 10) == b"ab"
    assert unpack(zlib.compress(b"abc"), "deflate", 10) == b"abc"
    assert unpack(zlib.compress(b"abc")[2:-4], "deflate", 10) == b"abc"
    assert unpack(gzip.compress(zlib.compress(b"abc")), "deflate, gzip", 100) == b"abc"


@pytest.mark.parametrize("coding", ["none", "utf-8", "gzip", "identity, none"])
def test_a_coding_that_says_nothing_of_a_plain_body_is_passed_over(coding: str) -> None:
    assert ends((200, {"Content-Encoding": coding}, PAGE))[0] == Outcome.NEW


def test_a_gzip_file_is_opened() -> None:
    places = b"".join(b"<url><loc>http://bao.test/tin-%d-post1000%d.html</loc></url>" % (n, n) for n in range(3))
    packed = gzip.compress(b"<urlset>" + places + b"</urlset>")
    with serving({"bao.test/map.xml.gz": (200, {"Content-Type": "application/x-gzip"}, packed)}) as server:
        fetch = server.crawl("http://bao.test/map.xml.gz")["http://bao.test/map.xml.gz"]
    assert fetch.reason == "sitemap with 3 links, 3 of them to fetch"


@pytest.mark.parametrize("coding", ["br", "gzip, gzip, gzip, gzip, gzip"])
def test_codings_not_asked_for_are_named(coding: str) -> None:
    outcome, reason = ends((200, {"Content-Encoding": coding}, b"x"))
    assert (outcome, "packed" in reason) == (Outcome.FAILED, True)


@pytest.mark.parametrize(
    "answer",
    [
        raw(OK + b"Content-Length: 5000\r\n\r\n" + PAGE),
        raw(OK.replace(b"1.0", b"1.1") + b"Transfer-Encoding: chunked\r\n\r\nfff\r\n" + PAGE),
        raw(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-20]),
        raw(b""),
    ],
    ids=["length", "chunks", "gzip", "nothing"],
)
def test_half_an_answer_is_tried_again_then_named(answer: Reply) -> None:
    with serving({"bao.test/x": answer}) as server:
        fetch = server.crawl("http://bao.test/x", retries=2)["http://bao.test/x"]
        assert server.asked("/x") == 3
    assert (fetch.outcome, "in 3 tries" in (fetch.reason or "")) == (Outcome.FAILED, True)


def test_half_an_answer_once_costs_nothing() -> None:
    broken = raw(OK + b"Content-Length: 5000\r\n\r\n<html>")
    assert ends(in_turn(broken, PAGE))[0] == Outcome.NEW


@pytest.mark.parametrize("answer", [raw(b"SSH-2.0-OpenSSH\r\n"), raw(b"\0" * 3000), raw(b"HTTP/1.1 abc\r\n\r\n")])
def test_what_is_no_http_is_named(answer: Reply) -> None:
    outcome, reason = ends(answer)
    assert outcome == Outcome.FAILED
    assert reason


def test_interim_answers_are_passed_over_but_not_without_end() -> None:
    hint = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    assert ends(raw(hint * 2 + b"HTTP/1.1 100 Continue\r\n\r\n" + OK + b"\r\n" + PAGE))[0] == Outcome.NEW
    outcome, reason = ends(raw(hint * 10_000), retries=0)
    assert (outcome, "interim answers" in reason) == (Outcome.FAILED, True)


def test_too_many_headers_are_refused() -> None:
    many = b"".join(b"X-%d: %s\r\n" % (number, b"y" * 900) for number in range(90))
    outcome, reason = ends(raw(OK + many + b"\r\n" + PAGE))
    assert (outcome, "headers" in reason) == (Outcome.FAILED, True)


@pytest.mark.parametrize("location", ["/x", "http://bao.test/x?utm_source=a#b", "javascript:1", "", "ftp://a/"])
def test_redirects_to_itself_or_nowhere(location: str) -> None:
    outcome, reason = ends((302, {"Location": location}, b""))
    assert (outcome, "redirects" in reason) == (Outcome.FAILED, True)


def test_a_password_in_a_redirect_is_not_shown() -> None:
    outcome, reason = ends((302, {"Location": "http://toi:matkhau@bao.test/y"}, b""))
    assert (outcome, "matkhau" in reason) == (Outcome.FAILED, False)


def gate(place: str, **headers: str) -> Send:
    """A page for who brings the cookie, a redirect for all others."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        knows = "tham=1" in handler.headers.get("Cookie", "")
        reply(handler, PAGE if knows else (302, {"Location": place, **headers}, b""))

    return send


def test_a_redirect_that_sets_a_cookie_may_lead_back() -> None:
    cookie = {"Set-Cookie": "tham=1; Domain=bao.test; Path=/"}
    with serving({"bao.test/x": gate("/x", **cookie)}) as server:
        assert server.crawl("http://bao.test/x")["http://bao.test/x"].outcome == Outcome.NEW
        assert server.asked("/x") == 2
    with serving({"bao.test/x": gate("/dat"), "bao.test/dat": (302, {"Location": "/x", **cookie}, b"")}) as server:
        assert server.crawl("http://bao.test/x")["http://bao.test/x"].outcome == Outcome.NEW
        assert [path for _, _, path, _ in server.log] == ["/robots.txt", "/x", "/dat", "/x"]


def test_a_cookie_stays_with_its_host() -> None:
    answer: Reply = (200, {"Set-Cookie": "tham=1; Domain=bao.test; Path=/"}, PAGE)
    replies: dict[str, Reply] = {"bao.test/x": answer, "bao.test/y": PAGE, "con.bao.test/x": PAGE, "khac.test/x": PAGE}
    with serving(replies) as server:
        server.crawl("http://bao.test/x", "http://bao.test/y", depth=0)
        server.crawl("http://bao.test/x", "http://con.bao.test/x", "http://khac.test/x", depth=0, delay=0.2)
    sent = {host + path: headers.get("Cookie") for _, host, path, headers in server.log}
    assert sent["bao.test/y"] == "tham=1"
    assert (sent["con.bao.test/x"], sent["khac.test/x"], sent["bao.test/robots.txt"]) == (None, None, None)


def test_a_redirect_with_ever_new_cookies_ends() -> None:
    def send(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, (302, {"Location": "/x", "Set-Cookie": f"n={time.monotonic()}; Path=/"}, b""))

    outcome, reason = ends(send)
    assert (outcome, reason) == (Outcome.FAILED, "redirects more than 8 times")


def test_a_silent_name_server_ends_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Event()

    def answer(*_: Any, **__: Any) -> list[Any]:
        asked.wait(30)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    options = CrawlOptions(delay=0.02, timeout=0.3, retries=0, patience=1.0)
    (fetch,) = crawl(["http://cham.test/x"], options, MemoryFrontier())
    asked.set()
    assert "took longer than 0.3 s" in (fetch.reason or "")


def test_a_name_server_that_is_down_for_a_moment_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    real, failures = socket.getaddrinfo, [socket.gaierror(socket.EAI_AGAIN, "try again")]

    def answer(host: str, *rest: Any, **named: Any) -> Any:
        if host == "bao.test" and failures:
            raise failures.pop()
        return real("127.0.0.1", *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    with serving({"bao.test/x": PAGE}) as server:
        url = f"http://bao.test:{server.port}/x"
        assert server.crawl(url, resolve={}, allow_private=True)[url].outcome == Outcome.NEW
    assert failures == []


def test_a_redirect_to_letters_beyond_ascii() -> None:
    answer = raw(b"HTTP/1.0 302 Found\r\nLocation: /tin-t\xe1\xbb\xa9c\r\n\r\n")
    with serving({"bao.test/x": answer, "bao.test/tin-t%E1%BB%A9c": PAGE}) as server:
        assert server.crawl("http://bao.test/x")["http://bao.test/tin-t%E1%BB%A9c"].outcome == Outcome.NEW


def test_a_circle_of_redirects_ends() -> None:
    replies: dict[str, Reply] = {f"bao.test/{n}": (301, {"Location": f"/{(n + 1) % 3}"}, b"") for n in range(3)}
    with serving(replies) as server:
        fetches = server.crawl("http://bao.test/0")
        assert server.asked("/0") == 1
    assert fetches["http://bao.test/2"].reason == "redirects in a circle"


def test_endless_redirects_end() -> None:
    replies: dict[str, Reply] = {f"bao.test/{n}": (301, {"Location": f"/{n + 1}"}, b"") for n in range(40)}
    with serving(replies) as server:
        fetches = server.crawl("http://bao.test/0")
    assert list(fetches.values())[-1].reason == "redirects more than 8 times"
    assert len(fetches) == 9


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/"],
)
def test_redirects_to_private_addresses_are_refused(target: str) -> None:
    with serving({"bao.test/x": (302, {"Location": target}, b"")}) as server:
        fetches = list(server.crawl("http://bao.test/x").values())
    assert [fetch.outcome for fetch in fetches] == [Outcome.REDIRECTED, Outcome.REFUSED]
    assert "private address" in (fetches[1].reason or "")


def test_a_redirect_to_the_server_itself_reaches_it_only_when_allowed() -> None:
    replies: dict[str, Reply] = {"bao.test/x": b"", "127.0.0.1/secret": PAGE}
    with serving(replies) as server:
        target = f"http://127.0.0.1:{server.port}/secret"
        server.replies["bao.test/x"] = (302, {"Location": target}, b"")
        options = {"resolve": {"bao.test": f"127.0.0.1:{server.port}"}}
        assert server.crawl("http://bao.test/x", **options)[target].outcome == Outcome.REFUSED
        assert server.asked("/secret") == 0
        assert server.crawl("http://bao.test/x", allow_private=True, **options)[target].outcome == Outcome.NEW


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n" + b"\0" * 99, "image/png"),
        ("<html><title>Thông báo từ chối truy cập</title><p>Mã 42</p></html>".encode(), "turns visitors away"),
        (b"<html><body><div id=root></div><script src=a.js></script></body></html>", "scripts only"),
    ],
)
def test_pages_without_text_say_why(body: bytes, expected: str) -> None:
    assert expected in ends((200, {"Content-Type": "text/html"}, body))[1]


def test_a_host_that_does_not_resolve_or_listen() -> None:
    with serving({}) as server:
        fetch = server.crawl("http://no-such-host.invalid/")["http://no-such-host.invalid/"]
        assert "does not resolve: check its spelling" in (fetch.reason or "")
        closed = server.crawl("http://b.test/", resolve={"b.test": "127.0.0.1:1"}, retries=0)["http://b.test/"]
        assert (closed.outcome, "connection failed" in (closed.reason or "")) == (Outcome.DEFERRED, True)
