"""A rule proposed for an unknown site reads the page that it was made from."""

from __future__ import annotations

import tomllib

import pytest

from extractor.errors import ParseError
from extractor.parse.suggest import link_shape, suggest
from extractor.records import Page
from extractor.rules import check_rule
from extractor.sites import FILE, SCHEMA, shape

WORDS = "Toàn tỉnh có 1.234 hồ sơ được giải quyết đúng hạn trong quý III năm nay, tăng so với cùng kỳ."
URL = "https://baomoi.test/kinh-te/ban-tin-so-mot-a190001.html"
HTML = f"""
<html><body><nav><ul><li>Trang chủ của tờ báo điện tử với rất nhiều chuyên mục khác nhau</li></ul></nav>
<div class="wrap c1234"><h1 class="big-title">Tựa bài</h1><span class="post-time">18:27 | 14/08/2026</span>
<p class="news-sapo">Sapo nêu 45 nhiệm vụ đã hoàn thành của tỉnh trong ba quý đầu năm.</p>
<div class="text-body col9871"><p>{WORDS}</p><p>{WORDS} Đoạn hai.</p><p>{WORDS} Đoạn ba.</p></div></div>
<footer><p>Giấy phép số 99 do cơ quan quản lý cấp ngày 1/1/2020 cho tờ báo điện tử này.</p></footer></body></html>
"""


def page(html: str) -> Page:
    return Page(URL, URL, 200, (), html.encode(), "2026-09-01", "text/html", "")


def test_the_rule_reads_its_page() -> None:
    found = suggest(page(HTML))
    assert (found.title, found.published) == ("Tựa bài", "2026-08-14")
    assert found.lead.startswith("Sapo nêu 45")
    assert found.paragraphs == (WORDS, f"{WORDS} Đoạn hai.", f"{WORDS} Đoạn ba.")


def test_the_rule_can_stand_in_the_file() -> None:
    table = tomllib.loads(suggest(page(HTML)).toml)["rule"][0]
    rule = check_rule(table, "rule", FILE, SCHEMA)
    assert rule["body"] == ["div.text-body"]
    assert rule["lead"] == ["p.news-sapo"]
    assert rule["hosts"] == ["baomoi.test"]
    assert rule["link"] == ["{path}-a{n}.html"]


def test_a_page_without_prose() -> None:
    with pytest.raises(ParseError, match="no long text"):
        suggest(page("<html><body><ul><li>Một</li></ul></body></html>"))


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("https://b.test/a/tin-so-1-post12345.html", "{path}-post{n}.html"),
        ("https://b.test/a/tin-so-1-102251022153000123.htm", "{path}-{n3}{stamp}{n}.htm"),
        ("https://b.test/a/202510/tin-so-1-0a1b2c3/", "{path}/{yyyymm}/{slug}-{hex7}/"),
        ("https://b.test/Trang/ChiTietTinTuc.aspx?nid=15", "{path}/ChiTietTinTuc.aspx?nid={n}"),
        ("https://b.test/chinh-tri/tin-so-mot-289710", "{path}-{n}"),
        ("https://b.test/gioi-thieu", None),
    ],
)
def test_shapes_of_urls(url: str, form: str | None) -> None:
    assert link_shape(url) == form
    assert form is None or shape(form, "test").matches(url)
