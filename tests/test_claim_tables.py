"""Tables by places: whose a row is, and what is cumulated in a column; tables of plain text with strokes."""

from __future__ import annotations

from extractor.parse import plain
from tests.claiming import one, said

SOWN = """Sóc Trăng: Gieo trồng tuần 12 (từ ngày 18/3/2024 đến ngày 24/3/2024)

Diện tích xuống giống của các địa phương như sau:

| TT | Địa phương | Xuống giống trong tuần | Lũy kế |
|---|---|---|---|
| 1 | Huyện Kế Sách | 120 | 1.450 |
| 2 | MỸ TÚ | 90 | 2.300 |
| 3 | Thị xã Ngã Năm | 45 | 980 |
| Tổng cộng | 255 | 4.730 |
"""
SPLIT = "Huế tiêm phòng 900 con.\n\nXã, phường | Tổng đàn | Đã tiêm\nPhong Điền | 210 | 180\nĐồng Đăng | 19 | 14\n"


def test_a_row_is_of_the_unit_of_the_texts_province_that_its_head_names() -> None:
    found = [claim.area for claim in said(SOWN, published="2024-03-25")]
    rows = ["soc-trang/ke-sach", "soc-trang/my-tu", "soc-trang/nga-nam", "soc-trang"]
    assert found == [row for row in rows for _ in range(2)]


def test_a_head_that_names_kinds_of_units_or_a_unit_of_another_province_owns_nothing() -> None:
    assert one(SPLIT, "210").area_level == "commune"  # since the reform, which ended districts
    assert one(SPLIT, "19").area == "hue"


def test_a_column_of_what_is_cumulated_runs_from_january() -> None:
    assert one(SOWN, "120", published="2024-03-25").period_start == "2024-03-18"
    assert one(SOWN, "1.450", published="2024-03-25").period_start == "2024-01-01"


def test_cells_of_plain_text_keep_their_places_and_know_their_heads() -> None:
    article = plain(SOWN, language="vi", published="2024-03-25")
    cell = next(one for one in article.blocks if article.text[one.start : one.end] == "1.450")
    assert [article.text[start:end] for start, end in cell.heads] == ["Huyện Kế Sách", "Lũy kế"]
    last = next(one for one in article.blocks if article.text[one.start : one.end] == "4.730")
    assert [article.text[start:end] for start, end in last.heads] == ["Tổng cộng", "Lũy kế"]


def test_a_row_of_sections_is_no_table() -> None:
    menu = "Trang chủ | Tin tức | Du lịch\nIn bài | Chia sẻ | Gửi thư\nẢnh | Video | Báo in\nHuế đón 900 khách.\n"
    assert all(block.kind == "paragraph" for block in plain(menu, language="vi").blocks)


def test_a_cell_between_strokes_that_is_empty_keeps_the_next_in_its_column() -> None:
    text = "Tỉnh | Cầu | Đường | Chợ\nHuế | 3 || 5\nHà Nội | 3 | 4 | 6\nLào Cai | 1 | 2 | 7\n"
    found = [(claim.area, claim.figure.surface, claim.subject) for claim in said(text)]
    assert found[:2] == [("hue", "3", "Huế · Cầu"), ("hue", "5", "Huế · Chợ")]
