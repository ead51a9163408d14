"""Random and malicious bytes: every reader of what a server sends ends soon and with one of its own errors."""

from __future__ import annotations

import gzip
import io
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.crawl.discover import links
from extractor.crawl.media import decode, media_type
from extractor.crawl.read import Asked, _pages
from extractor.crawl.refusal import needs_script, refusal, visible
from extractor.crawl.robots import robots, robots_text
from extractor.crawl.unpack import unpack
from extractor.errors import FetchError, ParseError
from extractor.markup import MOST_DEPTH, deepest, nests_too_deep
from extractor.records import Page

MARKS = [b"<rss>", b"<item>", b"<link>", b"<urlset>", b"<url>", b"<loc>", b"<a href='", b"'>", b"<p>", b"<!--", b"]]>"]
SOUP = st.lists(st.one_of(st.sampled_from(MARKS), st.binary(max_size=12)), max_size=40).map(b"".join)


def page(body: bytes) -> Page:
    return Page("https://a.test/", "https://a.test/", 200, (), body, "", media_type(body), "")


@settings(deadline=None)  # the first page loads its parser
@given(SOUP, st.booleans())
def test_discovery_takes_any_bytes(body: bytes, discover: bool) -> None:
    found = links(page(body), discover)
    assert all(link.url.startswith(("http://", "https://")) for link in found.links)


@given(SOUP)
def test_any_bytes_are_text_or_none_and_a_refusal_or_not(body: bytes) -> None:
    text = decode(body)
    assert text is None or isinstance(text, str)
    assert refusal(body, "text/html") in (None, "access_denied", "captcha", "challenge")
    assert needs_script(body, "text/html") in (True, False)
    assert "<p>" not in visible(text or "")


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "deflate, gzip", "br", ""]))
def test_unpacking_stays_under_its_limit_or_says_why(body: bytes, coding: str) -> None:
    with suppress(FetchError):
        assert len(unpack(body, coding, 100)) <= (100 if coding else 300)


@given(st.binary(max_size=400))
def test_any_robots_txt_is_read(body: bytes) -> None:
    rules = robots(robots_text(200, body) or "", 0.0)
    assert rules.delay() >= 0
    assert rules.allows("https://a.test/x") in (True, False)


@given(
    st.lists(st.sampled_from([b"WARC/1.1\r\n", b"Content-Length: 5\r\n", b"\r\n", b"abc", b"WARC-Type: response\r\n"]))
)
def test_any_archive_is_read_or_refused(pieces: list[bytes]) -> None:
    with suppress(ParseError):
        assert list(_pages(io.BytesIO(b"".join(pieces)), "x", Asked(lambda _: None, lambda _: True))) == []


@pytest.mark.parametrize(
    "body",
    [
        b"<html>" + b"<div>" * 300_000,
        b"<html>" + b"<div><!--</div>-->" * 100_000,
        b"<html>" + b"<div title='</div>'>" * 100_000,
        b"<html><a href=" + b"x" * 3_000_000,
        b"<html>" + b"<" * 3_000_000,
        b"<html>" + b"<p " * 1_000_000,
        b"<rss>" + b"<item>" * 40_000,
        b"<urlset>" + b"<url><loc>" * 300_000,
        b"<html><meta http-equiv=refresh " + b" content=" * 300_000,
    ],
)
def test_malicious_markup_costs_little(body: bytes) -> None:
    began = time.process_time()
    links(page(body), True)
    refusal(body, "text/html")
    needs_script(body, "text/html")
    assert time.process_time() - began < 6


def test_depth_is_told_without_parsing() -> None:
    assert deepest(b"<div><p><p><br><div></div></div><div>") == 2
    assert deepest(b"<!--<div><div>--><script>'<div><div>'</script><div title='<div>'>") == 1
    assert nests_too_deep(b"<div><!--</div>-->" * 20_000)
    assert not nests_too_deep(b"<div></div><p>" * 20_000)
    assert deepest(b"<div>" * MOST_DEPTH) == MOST_DEPTH


def test_a_bomb_inside_an_archive_is_left_out() -> None:
    said: list[str] = []
    block = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"<p>" * 21_000_000)
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.test/\r\nContent-Length: %d\r\n\r\n"
    assert list(_pages(io.BytesIO(head % len(block) + block), "x", Asked(said.append, lambda _: True))) == []
    assert "unpacks to more" in said[0]
