"""What cannot be read is refused in one line; what was made to hurt neither crashes nor hangs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import InputError, ParseError
from extractor.parse import parse, parse_file, plain
from extractor.records import Page

WORDS = "Toàn tỉnh có 1.234 hồ sơ được giải quyết đúng hạn trong quý III năm nay."


def page(body: bytes, content_type: str = "text/html") -> Page:
    return Page(
        "https://b.test/a", "https://b.test/a", 200, (("Content-Type", content_type),), body, "2026-01-01", "", ""
    )


@pytest.mark.parametrize(
    ("name", "body", "what"),
    [
        ("a.txt", b"", "is empty"),
        ("a.html", b" \n\t ", "is empty"),
        ("a.pdf", b"<html><p>no pdf</p></html>", "is no PDF"),
        ("a.pdf", b"%PDF-1.7\nrubbish", "the PDF is broken"),
        ("a.docx", b"PK\x03\x04 word/ broken", ".docx file is broken"),
        ("a.zip", b"PK\x03\x04 xl/workbook.xml", "archive"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "a PNG image"),
        ("a.bin", bytes(range(32)) * 9, "neither text nor a known kind"),
        ("a.xml", b'<?xml version="1.0"?><rss><channel></channel></rss>', "is a feed"),
    ],
)
def test_refusals_name_the_file_and_the_repair(tmp_path: Path, name: str, body: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(ParseError, match=what) as caught:
        parse_file(tmp_path / name)
    assert name in caught.value.what
    assert caught.value.repair
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="no such file"):
        parse_file(tmp_path / "none.txt")


def test_a_url_that_is_none() -> None:
    with pytest.raises(InputError, match="is no URL"):
        plain("Có 5 xã.", url="bao.test/a")


def test_empty_plain_text() -> None:
    with pytest.raises(ParseError, match="is empty"):
        plain(" \n ")


@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * 100_000 + WORDS.encode(),
        b"<div>" * 100_000 + WORDS.encode() + b"</div>" * 100_000,
        b"<p " + b" ".join(b"a%d=1" % number for number in range(90_000)) + b">" + WORDS.encode(),
        b"<p " + b" ".join(b'a%d=">"' % number for number in range(90_000)) + b">" + WORDS.encode(),
        b"<table>" * 30_000 + WORDS.encode(),
    ],
    ids=["unclosed", "closed", "attributes", "attributes with brackets", "tables"],
)
def test_endless_markup_is_refused_in_time(html: bytes) -> None:
    start = time.monotonic()
    with pytest.raises(ParseError):
        parse(page(html))
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    "html",
    [
        b"<p>" * 15_000 + WORDS.encode(),
        b"<article class=fck_detail>" + b"<p>" * 60_000 + WORDS.encode() + b"</article>",
        b"<article class=fck_detail><p>" + b"&#49;" * 50_000 + WORDS.encode(),
        b"<!--" * 50_000 + b"--><article class=fck_detail><p>" + WORDS.encode(),
        b"<article class=fck_detail>" + b"<div>" * 900 + WORDS.encode(),
        b"<script>" + b"if(a<b)c(d<e);" * 30_000 + b"</script><article class=fck_detail>" + WORDS.encode(),
        b"<article class=fck_detail><p>" + WORDS.encode() + b"<br>" * 60_000,
        b"<article class=fck_detail><p>" + b"a<br>" * 600_000 + WORDS.encode(),
    ],
    ids=["paragraphs", "paragraphs in the body", "entities", "comments", "deep", "script", "breaks", "joined breaks"],
)
def test_strange_pages_are_read_in_time(html: bytes) -> None:
    start = time.monotonic()
    assert "1.234" in parse(page(html)).text
    assert time.monotonic() - start < 10


def test_a_scripts_json_that_nests_without_end() -> None:
    json = b'<script type="application/ld+json">' + b"[" * 90_000 + b"</script>"
    assert "1.234" in parse(page(json + b"<article class=fck_detail><p>" + WORDS.encode())).text


def test_a_rule_whose_body_is_gone_says_so_and_falls_back() -> None:
    body = f"<main><article><p>{WORDS}</p><p>{WORDS} Sở báo cáo thêm.</p></article></main>"
    article = parse(page(f'<html><body><h1 class="cms-title">Tựa</h1>{body}'.encode()))
    assert "rule epi: its body is not on the page" in article.notes
    assert "1.234" in article.text
    assert article.parser.startswith("html:trafilatura/")


def test_an_empty_body_says_so() -> None:
    html = f'<div class="zce-content-body"></div><main><article><p>{WORDS}</p><p>{WORDS} Còn nữa.</p></article></main>'
    assert "rule epi: its body is empty" in parse(page(html.encode())).notes


def test_a_doubled_body_says_so_and_is_read_once() -> None:
    twice = f'<div class="zce-content-body"><p>{WORDS}</p><div class="mobile"><p>{WORDS}</p></div></div>'
    article = parse(page(f"<html><body><h1>Tựa</h1>{twice}</body></html>".encode()))
    assert "rule epi: its body is doubled" in article.notes
    assert article.text == f"Tựa\n{WORDS}"


def test_the_lead_that_trafilatura_drops_is_recovered() -> None:
    head = '<meta property="og:description" content="Tỉnh đã hoàn thành 47 nhiệm vụ.">'
    body = "".join(f"<p>{WORDS} Đoạn thứ {number} của bài.</p>" for number in range(5))
    body += '<figure><img src="a.jpg"><figcaption itemprop="description">Ảnh chụp tại hội nghị.</figcaption></figure>'
    article = parse(page(f"<html><head>{head}</head><body><h1>Tựa</h1><main>{body}</main></body></html>".encode()))
    leads = [article.text[block.start : block.end] for block in article.blocks if block.kind == "lead"]
    assert leads == ["Tỉnh đã hoàn thành 47 nhiệm vụ."]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<b>", "<br>", "5 xã ", "\u0301", "<h2>", "&#0;"]
        )
    )
)
def test_any_markup_is_an_article_or_an_error(parts: list[str]) -> None:
    html = f'<article class="fck_detail"><p>{WORDS}</p>{"".join(parts)}</article>'
    article = parse(page(html.encode()))
    assert article.text == "\n".join(article.text[block.start : block.end] for block in article.blocks)


def test_text_that_the_site_deciphers_by_script_is_named() -> None:
    html = f'<div class="zce-content-body"><p>{WORDS}</p><p>{"QUJD" * 30}</p></div>'
    article = parse(page(html.encode()))
    assert "QUJD" not in article.text
    assert "blocks that the site deciphers by script, not read: 1" in article.notes


def test_what_a_failed_rule_reads_around_the_body_is_kept() -> None:
    head = '<link rel="alternate" hreflang="vi" href="https://www.vietnam.vn/tin-so-mot-cua-tinh">'
    body = "".join(
        f"<p>The province has completed {number} tasks, and the rest are on schedule.</p>" for number in range(4, 9)
    )
    html = f"<html lang=en><head>{head}</head><body><h1>Title</h1><main>{body}</main></body></html>"
    url = "https://www.vietnam.vn/en/tin-so-mot-cua-tinh"
    article = parse(Page(url, url, 200, (), html.encode(), "2026-01-01", "text/html", ""))
    assert "rule vietnam-vn: its body is not on the page" in article.notes
    assert article.original_url == "https://www.vietnam.vn/tin-so-mot-cua-tinh"


def test_the_clock_in_the_header_is_no_day_of_publication() -> None:
    body = "".join(f"<p>{WORDS} Đoạn {number}.</p>" for number in range(4))
    html = f'<header><div class="date-time">01/01/2026</div></header><main><h1>Tựa</h1>{body}</main>'
    assert parse(page(html.encode())).published is None
    day = '<span class="date-time">18:27 | 14/08/2025</span>'
    assert parse(page(html.replace("<h1>", day + "<h1>").encode())).published == "2025-08-14"


def test_the_papers_name_in_a_heading_is_no_title() -> None:
    body = "".join(f"<p>{WORDS} Đoạn {number}.</p>" for number in range(4))
    head = '<head><meta property="og:title" content="Tựa bài - Báo Mẫu"></head>'
    html = f"<html>{head}<body><h1>Báo điện tử</h1><main><h1>Tựa bài</h1>{body}</main></body></html>"
    assert parse(page(html.encode())).title == "Tựa bài"
