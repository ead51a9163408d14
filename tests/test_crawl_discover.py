"""Where a crawl goes from a page, and how link rules and refusals are read."""

from __future__ import annotations

import hashlib

import pytest
from crawl_server import article, feed, listing, serving

from extractor.crawl import Outcome
from extractor.crawl.discover import Found, links
from extractor.crawl.feeds import when
from extractor.crawl.media import FEED, HTML, PDF, SITEMAP, TEXT, media_type
from extractor.crawl.refusal import SCHEMA as REFUSALS
from extractor.crawl.refusal import refusal_words, visible
from extractor.crawl.shapes import SCHEMA as LINKS
from extractor.crawl.shapes import dated_by_url, is_article_of, same_site, shapes, site_rule
from extractor.records import Page
from extractor.rules import Rule, patterns
from extractor.urls import authority

HOST = "https://bao.test"
LATER = "<lastmod>2025-10-03</lastmod>"


def found(body: bytes, url: str = f"{HOST}/tin/", discover: bool = False) -> Found:
    """What discovery sees in a page."""
    page = Page(url, url, 200, (), body, "", media_type(body), hashlib.sha256(body).hexdigest())
    return links(page, discover)


def urls(what: Found, kind: str = "article") -> list[str]:
    return [link.url.removeprefix(HOST) for link in what.links if link.kind == kind]


@pytest.mark.parametrize("rule", patterns().rules("links.toml", LINKS), ids=lambda rule: rule.id)
def test_every_link_rule_meets_its_examples(rule: Rule) -> None:
    def fits(text: str) -> bool:
        if rule["kind"] == "next":
            return shapes().is_next(text)
        return rule["kind"] == shapes().kind(HOST + text)

    assert [one["text"] for one in rule.yes if not fits(one["text"])] == []
    assert [one["text"] for one in rule.no if fits(one["text"])] == []


def test_every_next_word_is_in_an_example() -> None:
    rule = next(rule for rule in patterns().rules("links.toml", LINKS) if rule["kind"] == "next")
    assert {one["text"].casefold() for one in rule.yes} == {word.casefold() for word in rule["phrases"]}


@pytest.mark.parametrize("rule", patterns().rules("refusals.toml", REFUSALS), ids=lambda rule: rule.id)
def test_every_refusal_rule_meets_its_examples(rule: Rule) -> None:
    def says(text: str) -> str | None:
        return refusal_words(text, "") if rule["where"] == "title" else refusal_words("", text)

    assert [says(one["text"]) for one in rule.yes] == [rule.id] * len(rule.yes)
    assert [says(one["text"]) for one in rule.no] == [None] * len(rule.no)
    assert [p for p in rule.phrases if not any(p in one["text"].casefold() for one in rule.yes)] == []


def test_a_long_article_that_speaks_of_refusals_is_none() -> None:
    body = article("Tin", "Trang có thông báo từ chối truy cập. " * 100)
    with serving({"a.test/y": body}) as server:
        assert server.crawl("http://a.test/y")["http://a.test/y"].outcome == Outcome.NEW


def test_an_rss_feed() -> None:
    what = found(feed(f"{HOST}/a-post1.html", "/b-post2.html?utm_source=rss", "mailto:x"))
    assert (what.kind, urls(what)) == ("feed", ["/a-post1.html", "/b-post2.html"])


def test_an_rss_feed_with_guids_dates_and_a_wrong_encoding() -> None:
    body = """<?xml version="1.0" encoding="utf-16"?><rss><channel><item><guid>https://bao.test/tin-bài</guid>
        <pubDate>Fri, 05 Sep 2025 08:00:00 +0700</pubDate></item>
        <item><guid isPermaLink="false">77</guid></item></channel></rss>""".encode()
    what = found(body)
    assert [(link.url, link.modified) for link in what.links] == [(f"{HOST}/tin-b%C3%A0i", 1757034000.0)]


def test_an_atom_feed_with_a_next_page() -> None:
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="/rss?page=2"/>
        <entry><link rel="self" href="/x"/><link rel="alternate" href="/y"/></entry></feed>"""
    what = found(body)
    assert (urls(what), urls(what, "list")) == (["/y"], ["/rss?page=2"])


def test_a_feed_behind_a_servers_warning_with_a_bare_ampersand() -> None:
    body = b"<br />\n<b>Warning</b>: x\n<?xml version='1.0'?><rss><channel><item><link>%s/tin?muc=1&nid=2</link></item>"
    body += b"<item><link><![CDATA[%s/tin?muc=1&nid=3]]></link></item><item><link>%s/tin?muc=1&amp;nid=4</link></item>"
    what = found(body % (HOST.encode(), HOST.encode(), HOST.encode()) + b"</channel></rss>")
    assert urls(what) == [f"/tin?muc=1&nid={number}" for number in (2, 3, 4)]


def test_a_feed_that_is_longer_than_what_is_read_says_so() -> None:
    short, long = (found(feed(*[f"{HOST}/tin-{n}" for n in range(most)])) for most in (9, 10_001))
    assert [(len(one.links), one.is_cut) for one in (short, long)] == [(9, False), (10_000, True)]


def test_a_sitemap_of_plain_text() -> None:
    what = found(f"{HOST}/tin-1\n{HOST}/tin-2\nhttps://khac.test/tin-3\n".encode())
    assert (what.kind, urls(what)) == ("sitemap", ["/tin-1", "/tin-2"])
    assert found(f"Đọc thêm: {HOST}/tin-1".encode()).kind == "article"


def test_a_news_sitemap_is_dated_by_publication_where_it_says_no_change() -> None:
    news = "<news:publication_date>2025-10-01T08:00:00+07:00</news:publication_date>"
    places = [f"<url><loc>{HOST}/{name}</loc>{rest}</url>" for name, rest in (("a", news), ("b", news + LATER))]
    dates = [link.modified for link in found(f"<urlset>{''.join(places)}</urlset>".encode()).links]
    assert dates == [when("2025-10-01T08:00:00+07:00"), when("2025-10-03")]


def test_a_feed_with_entities_of_its_own_is_not_unfolded() -> None:
    body = b'<!DOCTYPE r [<!ENTITY a "aaaa">]><rss><channel><item><link>/x&a;</link></item></channel></rss>'
    assert found(body) == Found("feed")


def test_a_sitemap_and_a_sitemap_index_on_the_same_site_only() -> None:
    body = b"""<urlset xmlns:image="x"><url><loc><![CDATA[https://bao.test/a?x=1&y=2]]></loc><lastmod>2025-09-05</lastmod>
        <image:image><image:loc>https://bao.test/a.jpg</image:loc></image:image></url>
        <url><loc>https://other.test/b</loc></url><url><loc> https://bao.test/c?x=1&amp;y=2 </loc>"""
    assert (found(body).kind, urls(found(body))) == ("sitemap", ["/a?x=1&y=2", "/c?x=1&y=2"])
    index = b"<sitemapindex><sitemap><loc>https://bao.test/s1.xml</loc></sitemap></sitemapindex>"
    assert urls(found(index), "list") == ["/s1.xml"]


def test_a_listing_with_its_next_page() -> None:
    more = (
        '<a href="/tin/trang-2.html">2</a><a rel="next" href="/x9">tới</a><a href="/x8">Trang sau</a><a href="/y">Y</a>'
    )
    what = found(listing("/a-post1001.html", "/anh/b-1001.jpg", "https://other.test/c-post1002.html", more=more))
    assert (what.kind, urls(what)) == ("listing", ["/a-post1001.html"])
    assert urls(what, "list") == ["/tin/trang-2.html", "/x9", "/x8"]


def test_an_article_leads_to_its_attachments_only() -> None:
    body = article("Tin", "Báo cáo nêu 12 việc. " * 50).replace(
        b"</body>", b'<a href="/f/bc.signed.pdf">PDF</a>' + b'<a href="/x-post1001.html">Tin khac</a>' * 3
    )
    what = found(body, f"{HOST}/tin-post2000.html")
    assert (what.kind, urls(what, "document"), urls(what)) == ("article", ["/f/bc.signed.pdf"], [])


def test_discovery_takes_feeds_sections_and_links_of_articles() -> None:
    body = b'<link rel="alternate" type="application/rss+xml" href="/rss"><a href="/kinh-te">KT</a>' + article("Tin")
    what = found(body, f"{HOST}/", discover=True)
    assert (what.kind, urls(what, "list")) == ("article", ["/rss", "/kinh-te"])


def test_depth_discover_and_since_over_a_site() -> None:
    old = feed("/a-post1001.html").replace(b"</item>", b"<pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate></item>")
    pages = {
        "a.test/robots.txt": b"Sitemap: http://a.test/map.xml\n",
        "a.test/": listing("/b-post1002.html", "/c-post1003.html"),
        "a.test/map.xml": b"<urlset><url><loc>http://a.test/d</loc></url></urlset>",
        "a.test/rss": old,
        **{f"a.test/{name}": article(name) for name in ("a-post1001.html", "b-post1002.html", "c-post1003.html", "d")},
    }
    with serving(pages) as server:
        paths = [
            {u.removeprefix("http://a.test") for u in server.crawl("http://a.test/", **o)} for o in ({}, {"depth": 0})
        ]
        found = server.crawl("http://a.test/", discover=True)
        recent = server.crawl("http://a.test/rss", since="2025")
    assert paths == [{"/", "/b-post1002.html", "/c-post1003.html"}, {"/"}]
    assert found["http://a.test/d"].outcome == Outcome.NEW
    assert list(recent) == ["http://a.test/rss"]


def test_the_queue_prefers_no_endless_calendar() -> None:
    pages = {
        f"a.test/tin?page={n}": listing(more=f'<a href="/tin?page={n + 1}">Sau</a><a href="/x-post1001.html">x</a>')
        for n in range(40)
    }
    with serving(pages) as server:
        server.crawl("http://a.test/tin?page=0", listing_pages=5, delay=0.0)
        assert sum("page=" in path for _, _, path, _ in server.log) == 6


@pytest.mark.parametrize(
    ("body", "declared", "expected"),
    [
        (b"\n%PDF-1.7", "text/html", PDF),
        (b"<!DOCTYPE html><p>", "application/pdf", HTML),
        ("<rss version='2.0'>".encode("utf-16"), "", FEED),
        ("<rss version='2.0'>".encode("utf-16-le"), "", FEED),
        (b"<?xml version='1.0'?><urlset xmlns='x'>", "text/html", SITEMAP),
        ("Tỉnh hoàn thành 12 việc".encode("cp1258", "ignore"), "", TEXT),
        (b"body { color: red }", "text/css", "text/css"),
        (b'{"a": 1}', "text/html", "application/json"),
        (b"MZ\0\0\0\1\2\3", "text/html", "application/octet-stream"),
        (b"GIF89a", "text/html", "image/gif"),
    ],
)
def test_the_media_type_is_what_the_bytes_are(body: bytes, declared: str, expected: str) -> None:
    assert media_type(body, declared) == expected


def test_sites_and_dates() -> None:
    assert same_site("www.bao.test", "m.bao.test")
    assert same_site("tin.bao.test", "bao.test")
    assert not same_site("xbao.test", "bao.test")
    assert [when(bad) for bad in ("", "9/5/2026 1:30:00 PM", "2999-01-01", "0001-01-01")] == [None] * 4
    assert visible("<head><title>a</title></head><header>b</header><script>c</script><!-- d -->e") == "b e"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://baohatinh.vn/tin/mot-bai-post412.html", True),
        ("https://quangninh.gov.vn/Trang/ChiTietTinTuc.aspx?nid=156422", True),
        ("https://quangninh.gov.vn/Trang/TinTuc.aspx", False),
        ("https://baothainguyen.vn/tin-tuc/202510/mot-bai-1a2b3c4/", True),
        ("https://vietnam.vn/ur/quang-ninh-hoan-thanh-15-nhiem-vu", True),
        ("https://vietnam.vn/chinh-tri", False),
    ],
)
def test_a_sites_rule_knows_its_articles(url: str, expected: bool) -> None:
    rule = site_rule(authority(url))
    assert rule is not None
    assert is_article_of(rule, url) is expected


def test_a_urls_date() -> None:
    assert dated_by_url("https://baothainguyen.vn/tin-tuc/202510/mot-bai-1a2b3c4/") == "2025-10"
    assert dated_by_url("https://bao.test/tin-tuc/202510/mot-bai-1a2b3c4/") is None


def test_a_sites_rule_names_the_next_page_and_the_body() -> None:
    assert site_rule("bao.test") is None
    page = listing("/mot-tin-post412.html", "/hai-tin-post413.html", more='<a class="next" href="/s7">7</a>')
    assert [link.url for link in found(page, "https://baohatinh.vn/tin/").links if link.kind == "list"] == [
        "https://baohatinh.vn/s7"
    ]
    body = article("Tin", "Một việc đã xong. " * 40).replace(
        b"<p>", b"<div class='article__body zce-content-body cms-body'><p>"
    )
    links_below = b"".join(b"<a href='/tin-%d-post9%d.html'>x</a>" % (n, n) for n in range(20))
    assert found(body + links_below, "https://baohatinh.vn/x/y").kind == "article"
