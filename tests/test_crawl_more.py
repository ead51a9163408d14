"""What else a crawl does: lists that did not change, dry runs, refresh pages, TLS, progress, an early end."""

from __future__ import annotations

import datetime
import ssl
import time
from itertools import pairwise
from pathlib import Path

import pytest
from crawl_server import Reply, article, feed, in_turn, listing, raw, serving

from extractor.crawl import CrawlOptions, Entry, Fetch, MemoryFrontier, Outcome, Progress, crawl, enqueue, probe
from extractor.crawl.connection import lax_context
from extractor.crawl.transport import Transport
from extractor.errors import FetchError

PAGE = article("Tin")
TAG = {"ETag": '"1"'}


def test_a_list_that_did_not_change_is_read_again_from_the_archive(tmp_path: Path) -> None:
    frontier = MemoryFrontier()
    rss: Reply = in_turn((200, TAG, feed("http://a.test/y")), (304, TAG, b""))
    with serving({"a.test/rss": rss, "a.test/y": PAGE}) as server:
        options = {"frontier": frontier, "archive": tmp_path}
        assert list(server.crawl("http://a.test/rss", depth=0, **options)) == ["http://a.test/rss"]
        again = server.crawl("http://a.test/rss", **options)
    assert again["http://a.test/y"].outcome == Outcome.NEW


def test_without_an_archive_lists_are_asked_for_whole() -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/rss": (200, TAG, feed("http://a.test/y")), "a.test/y": (200, TAG, PAGE)}) as server:
        for _ in range(2):
            server.crawl("http://a.test/rss", "http://a.test/y", frontier=frontier)
    conditional = {path for _, _, path, headers in server.log if "If-None-Match" in headers}
    assert conditional == {"/y"}


def test_a_dry_run_reads_lists_and_remembers_nothing(tmp_path: Path) -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/": listing("/a-post1001.html", "/b-post1002.html")}) as server:
        fetches = server.crawl("http://a.test/", frontier=frontier, dry_run=True, archive=tmp_path / "no")
        assert server.asked("/a-post1001.html") == 0
    assert [fetch.reason for fetch in fetches.values()][1:] == ["would be fetched"] * 2
    assert (frontier.entries, list(tmp_path.iterdir())) == ({}, [])


@pytest.mark.parametrize("seconds", [0, 99])
def test_a_page_that_sends_the_browser_on_is_a_redirect(seconds: int) -> None:
    start = f'<html><meta http-equiv="refresh" content="{seconds}; url=/y?a=1&amp;b=2"></html>'.encode() + PAGE
    with serving({"a.test/": start, "a.test/y?a=1&b=2": PAGE}) as server:
        fetches = server.crawl("http://a.test/")
    assert fetches["http://a.test/"].outcome == (Outcome.REDIRECTED if seconds == 0 else Outcome.NEW)


def test_robots_txt_on_another_host_waits_for_that_hosts_pause() -> None:
    moved: Reply = (301, {"Location": "http://b.test/robots.txt"}, b"")
    pages: dict[str, Reply] = {f"b.test/{n}": PAGE for n in range(4)}
    rules = b"User-agent: *\nDisallow: /x\n"
    with serving({"a.test/robots.txt": moved, "a.test/x": PAGE, "b.test/robots.txt": rules, **pages}) as server:
        fetches = server.crawl("http://a.test/x", *[f"http://{page}" for page in pages], delay=0.1)
    times = [when for when, host, _, _ in server.log if host == "b.test"]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.1
    assert fetches["http://a.test/x"].outcome == Outcome.REFUSED


@pytest.mark.parametrize("status", [200, 403, 503])
def test_a_captcha_is_a_refusal_and_not_tried_again(status: int) -> None:
    body = b"<html><title>Just a moment...</title><p>Verify you are human</p></html>"
    with serving({"a.test/y": (status, {}, body)}) as server:
        fetch = server.crawl("http://a.test/y")["http://a.test/y"]
        assert server.asked("/y") == 1
    assert (fetch.outcome, "turns visitors away" in (fetch.reason or "")) == (Outcome.REFUSED, True)


def test_the_newest_of_a_sitemap_come_first() -> None:
    days = ["2025-01-02", "2025-03-04", "2025-02-03"]
    entries = "".join(f"<url><loc>http://a.test/{day}</loc><lastmod>{day}</lastmod></url>" for day in days)
    pages: dict[str, Reply] = {f"a.test/{day}": article(day) for day in days}
    with serving({"a.test/map": f"<urlset>{entries}</urlset>".encode(), **pages}) as server:
        found = server.crawl("http://a.test/map", max_pages=2)
    assert list(found)[1:] == ["http://a.test/2025-03-04", "http://a.test/2025-02-03"]


def test_a_probe_asks_once_and_knows_a_default_feed() -> None:
    one, two = feed("http://a.test/y"), feed("http://a.test/y", "http://a.test/z")
    with serving({"a.test/rss/1": one, "a.test/rss/2": one, "a.test/rss/3": two, "a.test/x": PAGE}) as server:
        urls = [f"http://a.test/{path}" for path in ("rss/1", "rss/2", "rss/3", "rss/4", "x")]
        ends = {fetch.url[14:]: fetch for fetch in probe(urls, server.options())}
        assert len(server.log) == 6
    outcomes = [Outcome.LISTING, Outcome.SKIPPED, Outcome.LISTING, Outcome.FAILED, Outcome.NEW]
    assert [fetch.outcome for fetch in ends.values()] == outcomes
    assert ends["rss/2"].reason == "the same as http://a.test/rss/1"


def test_pages_met_elsewhere_join_a_running_crawl() -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/y": PAGE, "b.test/original": PAGE}) as server:
        ends = []
        for fetch in crawl(["http://a.test/y"], server.options(), frontier):
            ends.append(fetch.url)
            enqueue(frontier, ["http://b.test/original?utm_source=x"])
    assert ends == ["http://a.test/y", "http://b.test/original"]


def test_a_start_whose_host_wants_a_long_wait_says_when() -> None:
    with serving({"a.test/y": (429, {"Retry-After": "7200"}, b"")}) as server:
        fetch = server.crawl("http://a.test/y")["http://a.test/y"]
    assert (fetch.outcome, "again in 120 minutes" in (fetch.reason or "")) == (Outcome.DEFERRED, True)


def test_a_request_that_begins_when_the_crawl_has_ended_asks_nobody() -> None:
    with serving({"a.test/y": PAGE}) as server:
        transport = Transport(server.options())
        transport.stop()
        with pytest.raises(FetchError, match="stopped"):
            transport.get("http://a.test/y", {})
        assert not server.log


def test_an_early_end_does_not_wait_for_slow_answers() -> None:
    slow = raw(*[b"x"] * 600, pause=0.05)
    with serving({"a.test/y": PAGE, "b.test/z": slow, "b.test/robots.txt": b""}) as server:
        began = time.monotonic()
        found = crawl(["http://b.test/z", "http://a.test/y"], server.options(timeout=60.0), MemoryFrontier())
        assert next(found).url == "http://a.test/y"
        found.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 15


def test_progress_counts_hosts_and_bytes() -> None:
    told: list[Progress] = []
    with serving({"a.test/y": PAGE, "a.test/z": b""}) as server:
        server.crawl("http://a.test/y", "http://a.test/z", progress=told.append)
    assert (told[-1].hosts, told[-1].bytes, told[-1].left) == ({"a.test": (1, 0, 1)}, len(PAGE), 0.0)


def test_forgotten_pages_are_new_again() -> None:
    frontier = MemoryFrontier()
    with serving({"a.test/y": PAGE}) as server:
        for _ in range(2):
            assert server.crawl("http://a.test/y", frontier=frontier)["http://a.test/y"].outcome == Outcome.NEW
            assert frontier.forget("http://a.test/y") == 1
            assert frontier.get("http://a.test/y") is None


def test_starts_are_checked_before_anything_is_fetched() -> None:
    with pytest.raises(FetchError, match="'bao quang ninh' is no URL"):
        crawl(["bao quang ninh"], CrawlOptions(), MemoryFrontier())


def test_a_proxy_in_the_environment_is_said(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with serving({"a.test/y": PAGE}) as server:
        assert server.crawl("http://a.test/y")["http://a.test/y"].outcome == Outcome.NEW
    assert "private addresses behind it cannot be seen" in caplog.text


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody signed, for tls.test."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    later = now + datetime.timedelta(days=1)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "tls.test")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, later)
    made = builder.sign(key, hashes.SHA256())
    path = tmp_path_factory.mktemp("tls") / "cert.pem"
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, plain) + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_broken_certificate_is_refused_unless_the_host_is_named(context: ssl.SSLContext) -> None:
    with serving({"tls.test/y": PAGE}, context) as server:
        first = server.crawl("https://tls.test/y")["https://tls.test/y"]
        second = server.crawl("https://tls.test/y", insecure_hosts=frozenset({"tls.test"}))["https://tls.test/y"]
    assert first.outcome == Outcome.FAILED
    assert "certificate" in (first.reason or "")
    assert "--insecure-host tls.test" in (first.reason or "")
    assert (second.outcome, second.insecure) == (Outcome.NEW, True)


def test_a_lax_context_checks_nothing() -> None:
    assert lax_context().verify_mode == ssl.CERT_NONE


def test_types_of_results() -> None:
    fetch = Fetch("http://a.test/", None, "r", Outcome.FAILED)
    assert (str(fetch.outcome), fetch.insecure, Entry("u", "h").depth) == ("failed", False, 0)
