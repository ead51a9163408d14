"""Tables as cells that know what heads them."""

from __future__ import annotations

from extractor.parse import parse
from extractor.read import read_article
from extractor.records import Article, Page

ROWS = (
    "<tr><td>TT</td><td>Đơn vị</td><td>Được giao</td><td>Hoàn thành</td></tr>"
    "<tr><td>1</td><td>Sở Nội vụ</td><td>16</td><td>9</td></tr><tr><td>2</td><td>Sở Y tế</td><td>14</td><td>6</td></tr>"
)


def article_of(body: str) -> Article:
    intro = "<p>Kết quả thực hiện nhiệm vụ của các sở được nêu trong bảng sau.</p>"
    html = f'<h1>Tựa</h1><article class="fck_detail">{intro}{body}</article>'
    return parse(Page("https://b.test/a", "https://b.test/a", 200, (), html.encode(), "2026-01-01", "text/html", ""))


def heads(article: Article, cell: str) -> list[str]:
    block = next(block for block in article.blocks if article.text[block.start : block.end] == cell)
    assert block.kind == "cell"
    return [article.text[start:end] for start, end in block.heads]


def test_a_cell_has_its_row_head_and_its_column_head() -> None:
    article = article_of(f"<table>{ROWS}</table>")
    assert heads(article, "9") == ["Sở Nội vụ", "Hoàn thành"]
    assert heads(article, "14") == ["Sở Y tế", "Được giao"]
    assert heads(article, "Sở Y tế") == ["Đơn vị"]
    assert heads(article, "Hoàn thành") == []


def test_header_cells_in_two_rows_with_spans() -> None:
    table = (
        '<table><thead><tr><th rowspan="2">Tỉnh</th><th colspan="2">Nhiệm vụ</th></tr>'
        "<tr><th>Giao</th><th>Xong</th></tr></thead>"
        "<tbody><tr><td>Lào Cai</td><td>72</td><td>41</td></tr></tbody></table>"
    )
    assert heads(article_of(table), "41") == ["Lào Cai", "Nhiệm vụ", "Xong"]
    assert heads(article_of(table), "72") == ["Lào Cai", "Nhiệm vụ", "Giao"]


def test_a_cell_over_two_rows_heads_both() -> None:
    rows = "<tr><td rowspan=2>Khối sở</td><td>31</td></tr><tr><td>32</td></tr>"
    table = f"<table><tr><td>Khối</td><td>Đã xong</td></tr>{rows}</table>"
    assert heads(article_of(table), "32") == ["Khối sở", "Đã xong"]


def test_years_head_their_columns() -> None:
    head = "<tr><th>Chỉ tiêu</th><th>2024</th><th>2025</th></tr>"
    table = f"<table>{head}<tr><td>Số trạm</td><td>120</td><td>968</td></tr></table>"
    assert heads(article_of(table), "968") == ["Số trạm", "2025"]


def test_a_table_without_heads_has_cells_without_column_heads() -> None:
    table = "<table><tr><td>Lào Cai</td><td>72</td></tr><tr><td>Lai Châu</td><td>41</td></tr></table>"
    assert heads(article_of(table), "41") == ["Lai Châu"]


def test_a_table_that_lays_out_the_page_is_text() -> None:
    article = article_of("<table><tr><td><p>Một đoạn văn có 12 số liệu.</p></td></tr></table>")
    assert [block.kind for block in article.blocks if article.text[block.start : block.end].startswith("Một")] == [
        "paragraph"
    ]


def test_a_photo_with_its_caption_in_a_table_is_no_table_of_data() -> None:
    article = article_of("<table><tr><td><img src=a.jpg></td></tr><tr><td>Ảnh chụp ngày 3/9.</td></tr></table>")
    assert "cell" not in {block.kind for block in article.blocks}
    assert "images not read: 1" in article.notes


def test_absurd_spans_are_bounded() -> None:
    first = '<tr><td colspan="99999999">A</td><td rowspan="99999999">B</td></tr>'
    table = f'<table>{first}<tr><td colspan="-3">5</td><td>6</td></tr></table>'
    article = article_of(table)
    assert "5" in [article.text[block.start : block.end] for block in article.blocks]


def test_many_cells_fall_back_to_text() -> None:
    table = "<table>" + "<tr><td>a1</td><td>2</td></tr>" * 12_000 + "</table>"
    article = article_of(table)
    assert len(article.blocks) > 12_000
    assert "cell" not in {block.kind for block in article.blocks}


def test_the_numbers_of_rows_are_no_figures() -> None:
    article = article_of(f"<table>{ROWS}</table>")
    assert [figure.surface for figure in read_article(article).figures] == ["16", "9", "14", "6"]


def test_a_count_before_the_name_of_its_row_stays() -> None:
    rows = "<tr><td>95</td><td>Sở Y tế</td></tr><tr><td>91</td><td>Sở Nội vụ</td></tr>"
    article = article_of(f"<table><tr><td>Điểm</td><td>Đơn vị</td></tr>{rows}</table>")
    assert [figure.surface for figure in read_article(article).figures] == ["95", "91"]
