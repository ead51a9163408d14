"""The loopback server of the demo: hosts, files, redirects, conditional requests, nothing outside its folder."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.errors import InputError
from extractor.site import Site, serve

COLUMNS = "host,name,owner_type,province,province_before_2025,status,languages,feeds,sitemaps,rule,verified_at,evidence"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Two hosts: one with a page, a feed, a folder and a redirect, one with a home page only."""
    for name, text in {
        "sources.csv": f"{COLUMNS}\none.test,One,,,,,,http://one.test/home.rss,,,,\ntwo.test,Two,,,,,,,,,,\n",
        "secret.txt": "outside",
        "one.test/home.rss": "<rss/>",
        "one.test/tin/index.html": "<p>listing</p>",
        "one.test/en/slug.html": "<p>a page</p>",
        "one.test/_redirects.csv": "path,status,location\n/old.html,301,/en/slug\n",
        "two.test/index.html": "<p>two</p>",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    with serve(tmp_path) as running:
        yield running


def get(site: Site, host: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (lower case) and body of one request."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=5)
    try:
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": host, **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()


def test_hosts_and_starts(site: Site) -> None:
    assert site.hosts == ("one.test", "two.test")
    assert site.starts == ("http://one.test/", "http://one.test/home.rss", "http://two.test/")
    assert site.resolve["two.test"] == f"127.0.0.1:{site.port}"


@pytest.mark.parametrize(
    ("host", "path", "kind", "body"),
    [
        ("one.test", "/home.rss", "application/rss+xml; charset=utf-8", b"<rss/>"),
        ("one.test", "/tin/", "text/html; charset=utf-8", b"<p>listing</p>"),
        ("one.test", "/en/slug?utm_source=x", "text/html; charset=utf-8", b"<p>a page</p>"),
        ("TWO.test:80", "/", "text/html; charset=utf-8", b"<p>two</p>"),
    ],
)
def test_a_file_of_the_host_is_served(site: Site, host: str, path: str, kind: str, body: bytes) -> None:
    status, headers, got = get(site, host, path)
    assert (status, headers["content-type"], got) == (200, kind, body)


@pytest.mark.parametrize(
    "path",
    [
        "/none.html",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/_redirects.csv",
        "/a\\b",
        "/%00",
        "/" + 300 * "a",
    ],
)
def test_what_is_not_a_page_is_404(site: Site, path: str) -> None:
    status, _, body = get(site, "one.test", path)
    assert status == 404
    assert b"outside" not in body


def test_a_link_out_of_the_folder_is_not_followed(site: Site) -> None:
    (site.root / "two.test" / "out.txt").symlink_to(site.root / "secret.txt")
    assert get(site, "two.test", "/out.txt")[0] == 404


def test_redirect_and_unknown_host(site: Site) -> None:
    status, headers, _ = get(site, "one.test", "/old.html")
    assert (status, headers["location"]) == (301, "/en/slug")
    assert get(site, "three.test", "/")[0] == 421


def test_unchanged_page_is_304(site: Site) -> None:
    _, headers, _ = get(site, "two.test", "/")
    assert get(site, "two.test", "/", If_None_Match=headers["etag"])[0] == 304
    assert get(site, "two.test", "/", If_Modified_Since=headers["last-modified"])[0] == 304
    assert get(site, "two.test", "/", If_None_Match='"other"', If_Modified_Since=headers["last-modified"])[0] == 200
    assert get(site, "two.test", "/", If_Modified_Since="nonsense")[0] == 200


def test_head_has_no_body_and_every_request_is_logged(site: Site) -> None:
    status, headers, body = get(site, "two.test", "/", "HEAD")
    assert (status, headers["content-length"], body) == (200, "10", b"")
    assert [entry[1:] for entry in site.log] == [("two.test", "/", 200)]


def test_only_loopback_is_bound(site: Site) -> None:
    with socket.socket() as other:
        other.settimeout(1)
        assert other.connect_ex(("127.0.0.2", site.port)) != 0


def test_a_folder_that_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"sources\.csv"), serve(tmp_path):
        pass
