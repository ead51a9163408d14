"""Plain text, Word documents, and the lines that are not the article's own."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import ParseError
from extractor.parse import parse_file, plain
from extractor.read import read_article
from extractor.records import Article

URDU = "صوبے کے باقی 43 کاموں میں سے 31 کام شیڈول کے مطابق جاری ہیں۔"


def texts(article: Article, *kinds: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if not kinds or block.kind in kinds]


def test_source_line_and_counter_are_blocks_of_kind_cut() -> None:
    text = f"{URDU}\nماخذ: https://baoquangninh.vn/tin-1.html\n\n\nتبصرہ (0)"
    article = plain(text)
    assert article.text == text
    assert texts(article, "cut") == ["ماخذ: https://baoquangninh.vn/tin-1.html", "تبصرہ (0)"]
    assert article.original_url == "https://baoquangninh.vn/tin-1.html"
    assert (article.url, article.publisher, article.published) == (None, None, None)


def test_identity_is_the_text_or_the_url() -> None:
    digest = hashlib.sha256(URDU.encode()).hexdigest()
    assert (plain(URDU).id, plain(URDU).text_sha256) == (digest[:16], digest)
    url = "https://bao.test/tin?nid=5"
    with_url = plain(URDU, url=url + "&utm_source=x#top")
    assert (with_url.url, with_url.id) == (url, hashlib.sha256(url.encode()).hexdigest()[:16])
    assert with_url.publisher == "bao.test"
    assert plain(URDU, url=url, id="mine").id == "mine"


def test_what_is_given_is_kept() -> None:
    article = plain(URDU, published="2025-10", language="ur", publisher="Báo Mẫu")
    assert (article.published, article.language, article.publisher) == ("2025-10", "ur", "Báo Mẫu")


def test_a_vietnamese_line_in_an_urdu_text() -> None:
    article = plain(f"{URDU}\n{URDU}\nToàn tỉnh đã hoàn thành 47/85 nhiệm vụ được giao trong năm.")
    assert article.language == "ur"
    assert [block.language for block in article.blocks] == ["ur", "ur", "vi"]


def test_the_title_of_a_long_text_is_its_beginning() -> None:
    article = plain("một hai ba bốn " * 40)
    assert article.title.endswith("bốn…")
    assert len(article.title) <= 121


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_blocks_are_the_lines_that_hold_something(text: str) -> None:
    if not text.strip():
        return
    article = plain(text)
    assert texts(article) == [line.strip() for line in article.text.split("\n") if line.strip()]


def test_a_text_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"\r\n  {URDU}\r\n".encode())
    article = parse_file(path, url="https://bao.test/a")
    assert article.text == f"\r\n  {URDU}\r\n"
    assert texts(article) == [URDU]


def test_a_text_about_markup_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Điểm 5 < 7 và thẻ <p> của trang có 3 lỗi.", encoding="utf-8")
    assert parse_file(path).text.endswith("3 lỗi.")


def test_word_document(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Báo cáo quý III", 1)
    document.add_paragraph("Toàn tỉnh đã hoàn thành 57 trong số 110 nhiệm vụ.")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Đơn vị", "Hoàn thành"), ("Sở Nội vụ", "9"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.save(str(tmp_path / "a.docx"))
    article = parse_file(tmp_path / "a.docx")
    assert (article.title, article.language) == ("Báo cáo quý III", "vi")
    assert [block.kind for block in article.blocks] == ["heading", "paragraph", "cell", "cell", "cell", "cell"]
    assert [article.text[start:end] for start, end in article.blocks[-1].heads] == ["Sở Nội vụ", "Hoàn thành"]


def test_a_word_document_that_swells_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 210_000_000)
    (tmp_path / "a.docx").write_bytes(packed.getvalue())
    with pytest.raises(ParseError, match="too large when unpacked"):
        parse_file(tmp_path / "a.docx")


def test_a_line_that_was_only_broken_to_fit_goes_on_in_the_next() -> None:
    text = "The district has now opened roads in six of its communes, all\nof them new.\nOther news\nfollows here."
    article = plain(text, language="en")
    assert article.text == text
    assert texts(article) == [text[:74], "Other news", "follows here."]


def test_figures_and_claims_are_read_over_a_broken_line() -> None:
    text = "In 2021-2025 the district sets itself these goals,\nincluding 40 roads, and spends some VND1.02\ntrillion."
    reading = read_article(plain(text, language="en", published="2021-05-01"))
    assert [(figure.surface, str(figure.value)) for figure in reading.figures][1:] == [
        ("40", "40"),
        ("VND1.02\ntrillion", "1020000000000"),
    ]


def test_a_source_may_hang_on_the_last_line() -> None:
    text = "Huế میں 31 پل ہیں۔\nVăn Hòaماخذ: https://baohue.test/cau-moi\nتبصرہ (0)"
    assert plain(text, language="ur").original_url == "https://baohue.test/cau-moi"
