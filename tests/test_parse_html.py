"""Pages of every shape: order, leads, cut marks, tables, related boxes, originals."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from extractor.errors import ParseError
from extractor.parse import parse, parse_file
from extractor.records import Article, Page

URL = "https://bao.test/tin/ban-tin-so-mot-post12345.html"
BODY = "<p>Toàn tỉnh có 1.234 hồ sơ được giải quyết đúng hạn trong quý III.</p>"


def page(
    html: str | bytes, url: str = URL, content_type: str = "text/html", fetched: str = "2026-10-01T00:00:00Z"
) -> Page:
    body = html.encode() if isinstance(html, str) else html
    return Page(url, url, 200, (("Content-Type", content_type),), body, fetched, "text/html", "")


def epi(body: str, lead: str = "Sapo nêu 45 nhiệm vụ.", head: str = "") -> str:
    return (
        f'<html lang="vi"><head><title>x</title>{head}</head><body><h1 class="article__title cms-title">Tựa bài</h1>'
        f'<time class="time" datetime="2026-08-14T18:51:00+0700">14/08/2026</time>'
        f'<div class="article__sapo cms-desc">{lead}</div>'
        f'<div class="article__body zce-content-body cms-body">{body}</div></body></html>'
    )


def texts(article: Article, *kinds: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if not kinds or block.kind in kinds]


def heads(article: Article, cell: str) -> list[str]:
    block = next(b for b in article.blocks if article.text[b.start : b.end] == cell)
    return [article.text[start:end] for start, end in block.heads]


def test_text_is_title_lead_and_blocks() -> None:
    article = parse(page(epi(BODY)))
    assert article.text == "\n".join(texts(article))
    assert [block.kind for block in article.blocks] == ["title", "lead", "paragraph"]
    assert texts(article)[:2] == ["Tựa bài", "Sapo nêu 45 nhiệm vụ."]
    assert (article.published, article.language, article.publisher) == ("2026-08-14", "vi", "bao.test")
    assert article.parser.startswith("html:epi/")


@pytest.mark.parametrize(
    "lead",
    ["Sapo nêu 45 nhiệm vụ của tỉnh trong quý III.", "(Bao.test) - Sapo nêu 45 nhiệm vụ của tỉnh trong quý III."],
)
def test_a_lead_repeated_in_the_body_is_not_doubled(lead: str) -> None:
    article = parse(page(epi("<p>Sapo nêu 45 nhiệm vụ của tỉnh trong quý III.</p>" + BODY, lead)))
    assert article.text.count("45 nhiệm vụ") == 1


def test_a_lead_that_begins_the_first_paragraph_is_not_doubled() -> None:
    article = parse(page(epi("<p>Sapo nêu 45 nhiệm vụ. Câu sau nêu 7 việc.</p>" + BODY)))
    assert texts(article, "lead") == ["Sapo nêu 45 nhiệm vụ. Câu sau nêu 7 việc."]


def test_bare_text_between_empty_paragraphs_is_read() -> None:
    article = parse(page(epi("<p></p>Đến nay có 12 xã đạt chuẩn.<p></p><b>Còn</b> 3 xã chưa đạt.<p></p>")))
    assert texts(article, "paragraph") == ["Đến nay có 12 xã đạt chuẩn.", "Còn 3 xã chưa đạt."]


def test_comments_and_scripts_in_the_body_are_not_text() -> None:
    article = parse(page(epi("<!-- 2026-01-01 09:15 --><script>var n = 99</script><style>p{top:98}</style>" + BODY)))
    assert texts(article, "paragraph") == ["Toàn tỉnh có 1.234 hồ sơ được giải quyết đúng hạn trong quý III."]


def test_inline_markup_does_not_split_a_number() -> None:
    article = parse(page(epi("<p>Có 1.2<b>3</b>4&nbsp;hồ\u200b sơ và <i>5</i>6 việc được giải quyết.</p>")))
    assert texts(article, "paragraph") == ["Có 1.234 hồ sơ và 56 việc được giải quyết."]


def test_struck_and_hidden_text_is_not_the_articles() -> None:
    hidden = '<p style="color:red; display: none">Ẩn 77 việc.</p><div hidden>Ẩn 88 việc.</div>'
    article = parse(
        page(epi(f"<p>Có <del>46</del><ins>47</ins> xã, <s>8</s> 9 tổ hoàn thành việc được giao.</p>{hidden}"))
    )
    assert texts(article, "paragraph") == ["Có 47 xã, 9 tổ hoàn thành việc được giao."]


def test_a_raised_figure_is_a_raised_sign() -> None:
    words = (
        "<p>Diện tích 120 m<sup>2</sup>, sản lượng 10<sup>6</sup> tấn, tại 12<SUP class=n>(1)</SUP> xã của tỉnh.</p>"
    )
    read = "Diện tích 120 m², sản lượng 10⁶ tấn, tại 12⁽¹⁾ xã của tỉnh."
    assert texts(parse(page(epi(words))), "paragraph") == [read]
    assert read in parse(page(f"<html><body><h1>X</h1>{words}</body></html>")).text


def test_line_breaks_part_sentences_and_join_broken_ones() -> None:
    article = parse(page(epi("<p>Toàn tỉnh có 12 xã<br>đạt chuẩn nông thôn mới.<br>Còn 3 xã chưa đạt chuẩn.</p>")))
    assert texts(article, "paragraph") == ["Toàn tỉnh có 12 xã đạt chuẩn nông thôn mới.", "Còn 3 xã chưa đạt chuẩn."]


def test_headings_captions_and_lists() -> None:
    items = "<ul><li>Thu 5 tỷ đồng trong quý.</li><li>Chi 4 tỷ đồng trong quý.</li></ul>"
    body = f"<h2>Kinh tế</h2><p><strong>Thu ngân sách</strong></p>{items}"
    article = parse(page(epi(body + '<figure><img src="a.jpg"><figcaption>Ảnh 1.</figcaption></figure>')))
    assert texts(article, "heading") == ["Kinh tế", "Thu ngân sách"]
    assert texts(article, "caption") == ["Ảnh 1."]
    assert texts(article, "paragraph") == ["Thu 5 tỷ đồng trong quý.", "Chi 4 tỷ đồng trong quý."]
    assert "images not read: 1" in article.notes


def test_related_boxes_and_what_follows_the_tags_are_dropped() -> None:
    box = '<div class="sc-hightlight-box">Tin khác nêu 777 việc</div><div class="VCSortableInPreviewMode">888</div>'
    article = parse(page(epi(BODY + box + "<p>Từ khóa:</p><p>999 thẻ</p>")))
    assert not re.search("777|888|999", article.text)


def test_a_box_of_related_news_in_the_midst_does_not_end_the_article() -> None:
    article = parse(page(epi("<p>Có 3 xã đạt chuẩn.</p><p>Tin liên quan</p>" + BODY + BODY.replace("1.234", "5.678"))))
    assert "5.678" in article.text


def test_source_line_names_the_original_and_is_cut() -> None:
    tail = "<p>ماخذ: https://baoquangninh.vn/tin-3362495.html?utm_source=x</p><p>تبصرہ (0)</p>"
    article = parse(page(epi("<p>صوبے کے باقی 43 کاموں میں سے 31 کام شیڈول کے مطابق جاری ہیں۔</p>" + tail, "خلاصہ")))
    assert article.original_url == "https://baoquangninh.vn/tin-3362495.html"
    assert len(texts(article, "cut")) == 2
    assert article.language == "ur"


def test_source_line_with_a_link_behind_a_name() -> None:
    article = parse(page(epi(BODY + '<p>Nguồn: <a href="https://baokhac.test/tin-1.html">Báo Khác</a></p>')))
    assert article.original_url == "https://baokhac.test/tin-1.html"


def test_a_line_with_figures_after_the_word_source_stays() -> None:
    article = parse(page(epi(BODY + "<p>Nguồn: ngân sách tỉnh 20 tỷ đồng.</p>")))
    assert article.original_url is None
    assert texts(article, "cut") == []


def test_blocks_of_another_language_say_so() -> None:
    english = "<p>The province has completed 45 of the tasks that it was given, and the rest are on schedule.</p>"
    article = parse(page(epi(BODY * 1 + BODY.replace("1.234", "7") + english)))
    assert [block.language for block in article.blocks][-2:] == ["vi", "en"]


def test_canonical_link_is_the_address() -> None:
    head = '<link rel="canonical" href="https://bao.test/tin/ban-tin-so-mot-post12345.html">'
    other = parse(page(epi(BODY, head=head), "https://m.bao.test/tin/ban-tin-so-mot-post12345.html?utm_source=z"))
    assert other.url == URL
    assert other.id == parse(page(epi(BODY))).id


@pytest.mark.parametrize("link", ["https://bao.test/", "https://khac.test/a.html", "javascript:void(0)", ""])
def test_an_unbelievable_canonical_link_is_not(link: str) -> None:
    assert parse(page(epi(BODY, head=f'<link rel="canonical" href="{link}">'))).url == URL


def test_a_canonical_link_does_not_drop_the_article_id() -> None:
    url = "https://tinh.test/Trang/ChiTietTinTuc.aspx?nid=156422"
    html = f'<link rel=canonical href="/Trang/ChiTietTinTuc.aspx"><h1>Tựa</h1><div class="ExternalClass7">{BODY}</div>'
    assert parse(page(html, url)).url == url


def test_a_date_after_the_day_of_fetching_is_not_believed() -> None:
    article = parse(page(epi(BODY), fetched="2026-08-01T00:00:00Z"))
    assert article.published is None


def test_no_date_is_no_date() -> None:
    article = parse(page(f'<div id="currentDate">Thứ năm, 01/10/2026</div><div class="zce-content-body">{BODY}</div>'))
    assert article.published is None


def test_real_page_keeps_every_number() -> None:
    folder = os.environ.get("DOICHIEU_PAGES")
    if not folder:
        pytest.skip("DOICHIEU_PAGES names no folder with real pages")
    import gzip

    html = gzip.decompress((Path(folder) / "vnexpress_2025_10_22.html.gz").read_bytes())
    article = parse(page(html, "https://vnexpress.net/tin-4954454.html", fetched="2026-01-01T00:00:00Z"))
    numbers = "63 22 10 2 2 3 15 25 5 0,2 1 5,6 100.000 60"
    assert re.findall(r"\d+(?:[.,]\d+)*", article.text) == numbers.split()
    assert article.published == "2025-10-22"


def test_a_saved_page_takes_its_address_from_the_canonical_link(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(epi(BODY, head=f'<link rel="canonical" href="{URL}">'), encoding="utf-8")
    article = parse_file(path, published="2026-08-10", publisher="Báo Mẫu")
    assert (article.url, article.published, article.publisher) == (URL, "2026-08-10", "Báo Mẫu")


def test_a_date_in_broken_json_is_read() -> None:
    broken = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished" : "2025-09-01T08:00:00",}</script>'
    )
    assert (
        parse(page(f"<html><head>{broken}</head><body><h1>Tin</h1>{BODY * 2}</body></html>")).published == "2025-09-01"
    )


def test_a_word_to_who_runs_no_scripts_is_no_article() -> None:
    only = "<script src=a.js></script><noscript>You need to enable JavaScript to run this app.</noscript>"
    with pytest.raises(ParseError, match="rendered by scripts only"):
        parse(page(f'<html><body><div id="app"></div>{only}</body></html>'))
    assert BODY[3:30] in parse(page(f"<html><body><h1>Tin</h1>{BODY}{only}</body></html>")).text


def test_a_page_of_scripts_is_refused() -> None:
    with pytest.raises(ParseError, match="rendered by scripts only"):
        parse(page('<html><body><div id="root"></div><script>render()</script></body></html>'))
