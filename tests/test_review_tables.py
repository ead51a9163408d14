"""Tables on the review page: cells stand in the rows and under the heads that the page gave them."""

from __future__ import annotations

from test_parse_tables import article_of

from extractor.review.grid import grid


def drawn(rows: str) -> list[str]:
    """The table as the review page lays it out: cells by `|`, * for a head, how far it reaches behind it."""
    article = article_of(f"<table>{rows}</table>")
    cells = [block for block in article.blocks if block.kind == "cell"]
    lines = []
    for line in grid(cells):
        texts = [article.text[p.block.start : p.block.end] + "*" * p.is_head if p.block else "" for p in line]
        reach = [f"{p.columns}x{p.lines}" if (p.columns, p.lines) != (1, 1) else "" for p in line]
        lines.append("|".join(text + size for text, size in zip(texts, reach, strict=True)))
    return lines


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def test_empty_cells_keep_their_place() -> None:
    table = row("Đơn vị", "Được giao", "Đã xong") + row("Sở Nội vụ", "", "9") + row("Sở Tài chính", "14", "")
    assert drawn(table) == ["Đơn vị*|Được giao*|Đã xong*", "Sở Nội vụ||9", "Sở Tài chính|14|"]


def test_running_numbers_stand_in_the_row_of_their_name() -> None:
    table = row("TT", "Đơn vị", "Được giao") + row("1", "Sở Nội vụ", "16") + row("2", "Sở Tài chính", "14")
    assert drawn(table) == ["TT*|Đơn vị*|Được giao*", "1|Sở Nội vụ|16", "2|Sở Tài chính|14"]


def test_a_head_over_two_columns_reaches_over_them_and_one_of_two_rows_down() -> None:
    heads = "<tr><th rowspan=2>Đơn vị</th><th colspan=2>Nhiệm vụ</th><th rowspan=2>Ghi chú</th></tr>"
    heads += "<tr><th>được giao</th><th>đã xong</th></tr>"
    assert drawn(heads + row("Sở Nội vụ", "16", "9", "chậm") + row("Sở Tài chính", "14", "6", "")) == [
        "Đơn vị*1x2|Nhiệm vụ*2x1|Ghi chú*1x2",
        "được giao*|đã xong*",
        "Sở Nội vụ|16|9|chậm",
        "Sở Tài chính|14|6|",
    ]


def test_table_without_heads_keeps_its_rows() -> None:
    assert drawn(row("Dân số", "1200") + row("Diện tích", "34")) == ["Dân số|1200", "Diện tích|34"]


def test_column_that_is_empty_below_its_head_is_shown() -> None:
    table = row("Đơn vị", "Ghi chú", "Đã xong") + row("Sở Nội vụ", "", "9") + row("Sở Tài chính", "", "6")
    assert drawn(table) == ["Đơn vị*|Ghi chú*|Đã xong*", "Sở Nội vụ||9", "Sở Tài chính||6"]


def test_no_cell_of_a_table_without_words_is_lost() -> None:
    assert "".join(drawn(row("1", "2") + row("3", "4"))).replace("|", "") == "1234"


def test_a_total_over_a_group_of_columns_shows_the_group_once() -> None:
    heads = '<tr><th rowspan="2">Đơn vị</th><th colspan="2">Nhiệm vụ</th></tr><tr><th>giao</th><th>xong</th></tr>'
    rows = row("Sở Nội vụ", "16", "9") + '<tr><td>Cả tỉnh</td><td colspan="2">25</td></tr>'
    assert "".join(drawn(heads + rows)).count("Nhiệm vụ") == 1
