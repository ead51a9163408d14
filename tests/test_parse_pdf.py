"""PDF: lines become paragraphs with their place, ruled tables become cells, what cannot be read is named."""

from __future__ import annotations

import unicodedata
import zlib
from pathlib import Path

import pypdfium2
import pytest
from pdf_writer import Rule, Text, grid, write

from extractor.errors import ParseError
from extractor.parse import parse_file, pdf
from extractor.parse.pdf_guard import MOST_UNPACKED
from extractor.parse.pdf_lines import join
from extractor.parse.pdf_page import MOST_PATHS, mended
from extractor.records import Article

LONG = "Đến hết quý III, toàn tỉnh đã hoàn thành 57 trong số 110 nhiệm vụ được giao"


def read(folder: Path, pages: list[list[Text | Rule]], font: str = "Sans") -> Article:
    path = folder / "a.pdf"
    path.write_bytes(write(pages, font))
    return parse_file(path)


def texts(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks]


def test_lines_join_and_paragraphs_part(tmp_path: Path) -> None:
    lines = [
        (LONG, 100),
        ("theo Nghị quyết 57 trong giai đoạn 2021-", 114),
        ("2025.", 128),
        ("Còn 13 nhiệm vụ quá hạn.", 160),
    ]
    article = read(tmp_path, [[Text(text, top=top) for text, top in lines]])
    assert texts(article) == [f"{LONG} theo Nghị quyết 57 trong giai đoạn 2021-2025.", "Còn 13 nhiệm vụ quá hạn."]


def test_blocks_keep_page_and_box(tmp_path: Path) -> None:
    article = read(tmp_path, [[Text(LONG, 60, 100)], [Text("Còn 13 nhiệm vụ quá hạn.", 90, 300)]])
    first, second = article.blocks
    assert (first.page, second.page) == (1, 2)
    assert first.box is not None
    assert second.box is not None
    left, top, right, bottom = second.box
    assert abs(left - 90) < 2
    assert 280 < top < 295 < bottom < 310
    assert abs(right - (90 + 5 * 24)) < 12


def test_text_is_composed(tmp_path: Path) -> None:
    article = read(tmp_path, [[Text(unicodedata.normalize("NFD", LONG))]])
    assert article.text == LONG
    assert article.language == "vi"


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    def page(number: int) -> list[Text | Rule]:
        body = [
            Text(f"Đoạn {number} nêu {number + 40} nhiệm vụ đã hoàn thành trong kỳ.", top=200 + 14 * row)
            for row in range(1)
        ]
        return [
            Text("BÁO CÁO QUÝ III NĂM 2025", top=40),
            *body,
            Text("Bảng kê đính kèm.", top=400),
            Text(f"Trang {number}/3", top=800),
        ]

    article = read(tmp_path, [page(1), page(2), page(3)])
    assert "QUÝ III" not in article.text
    assert "Trang" not in article.text
    assert [number for number in ("41", "42", "43") if number in article.text] == ["41", "42", "43"]


def test_a_figure_alone_on_its_line_in_the_midst_stays(tmp_path: Path) -> None:
    lines = [LONG, "còn lại", "53", "nhiệm vụ,", "trong đó 13 nhiệm vụ quá hạn."]
    article = read(tmp_path, [[Text(text, top=100 + 14 * row) for row, text in enumerate(lines)]])
    assert "53" in article.text.split()


def test_a_sentence_goes_on_over_the_page_break(tmp_path: Path) -> None:
    article = read(tmp_path, [[Text(LONG, top=780)], [Text("trong năm 2025.", top=60)]])
    assert texts(article) == [f"{LONG} trong năm 2025."]
    assert article.blocks[0].page == 1


def test_a_ruled_table_is_cells_with_heads(tmp_path: Path) -> None:
    rows = [("Đơn vị", "Được giao", "Hoàn thành"), ("Sở Nội vụ", "16", "9"), ("Sở Y tế", "14", "6")]
    lefts, tops = [60, 200, 300, 400], [120, 150, 180, 210]
    cells = [Text(text, lefts[x] + 6, tops[y] + 20) for y, row in enumerate(rows) for x, text in enumerate(row)]
    article = read(
        tmp_path, [[Text(LONG + ".", top=100), *cells, *grid(lefts, tops), Text("Sau bảng có 3 kiến nghị.", top=240)]]
    )
    nine = next(block for block in article.blocks if article.text[block.start : block.end] == "9")
    assert nine.kind == "cell"
    assert [article.text[start:end] for start, end in nine.heads] == ["Sở Nội vụ", "Hoàn thành"]
    assert nine.page == 1
    assert nine.box == (300.0, 150.0, 400.0, 180.0)
    assert texts(article)[0] == LONG + "."
    assert texts(article)[-1] == "Sau bảng có 3 kiến nghị."
    assert article.text.count("Sở Y tế") == 1


@pytest.mark.parametrize(
    "shown",
    [
        ("/MediaBox[0 0 842 595]/Rotate 90", "0 1 -1 0 842 0 cm"),
        ("/MediaBox[0 0 595 842]/Rotate 180", "-1 0 0 -1 595 842 cm"),
        ("/MediaBox[0 0 842 595]/Rotate 270", "0 -1 1 0 0 595 cm"),
        ("/MediaBox[100 50 695 892]", "1 0 0 1 100 50 cm"),
        ("/MediaBox[0 0 595 842]/CropBox[40 40 560 800]", ""),
    ],
    ids=["90", "180", "270", "corner", "cropped"],
)
def test_a_table_is_read_once_however_the_page_is_stored(tmp_path: Path, shown: tuple[str, str]) -> None:
    cells = [("Sở", 70, 205), ("Hồ sơ", 210, 205), ("Y tế", 70, 235), ("15", 210, 235)]
    page = [Text(LONG), *(Text(*cell) for cell in cells), *grid([60, 200, 400], [200, 230, 260])]
    (tmp_path / "a.pdf").write_bytes(write([page], shown=shown))
    article = parse_file(tmp_path / "a.pdf")
    assert texts(article) == [LONG, "Sở", "Hồ sơ", "Y tế", "15"]
    boxes = [block.box for block in article.blocks]
    assert boxes[1] == (60.0, 200.0, 200.0, 230.0)
    assert boxes[0] is not None
    assert 50 < boxes[0][0] < 70


def test_a_table_without_rules_is_one_row_a_line(tmp_path: Path) -> None:
    rows = [("Sở Nội vụ", "16"), ("Sở Y tế", "14")]
    items = [Text(text, 60 + 200 * x, 100 + 20 * y) for y, row in enumerate(rows) for x, text in enumerate(row)]
    assert texts(read(tmp_path, [list(items)])) == ["Sở Nội vụ 16", "Sở Y tế 14"]


def test_the_dateline_is_the_day(tmp_path: Path) -> None:
    article = read(tmp_path, [[Text("Lâm Đồng, ngày 15 tháng 10 năm 2025", top=80), Text(LONG, top=160)]])
    assert article.published == "2025-10-15"


@pytest.mark.parametrize(
    ("text", "line", "joined"),
    [
        ("the imple-", "mentation of", "the implementation of"),
        ("giai đoạn 2021-", "2025", "giai đoạn 2021-2025"),
        ("số 57-NQ/TW -", "một nghị quyết", "số 57-NQ/TW - một nghị quyết"),
        ("Nghị quyết số 57-", "NQ/TW", "Nghị quyết số 57-NQ/TW"),
        ("đạt 1.234", "hồ sơ", "đạt 1.234 hồ sơ"),
    ],
)
def test_hyphens_at_the_end_of_a_line(text: str, line: str, joined: str) -> None:
    assert join(text, line) == joined


def test_a_hyphen_mark_inside_a_line_is_mended() -> None:
    marked = "the depart\ufffement and 2025\x022030 of well\ufffe"
    assert mended(marked) == "the department and 2025-2030 of well\ufffe"


def test_a_drawing_of_very_many_lines_is_not_searched_for_tables(tmp_path: Path) -> None:
    drawing = [Rule(60, 300, 61, 301)] * (MOST_PATHS + 1)
    article = read(tmp_path, [[Text(LONG), *drawing], [Text(LONG, top=300), *grid([60, 200, 400], [200, 230, 260])]])
    assert article.text.count(LONG) == 2
    assert article.notes == ("tables not looked for, there are too many lines: pages 1",)


def test_a_scan_is_named() -> None:
    with pytest.raises(ParseError, match="scan without text"):
        _parse_blank()


def _parse_blank() -> Article:
    from extractor.parse.draft import Facts
    from extractor.parse.pdf import article_of_pdf

    return article_of_pdf(write([[], []]), Facts())


def test_pages_without_text_are_noted(tmp_path: Path) -> None:
    assert "pages without text: 2" in read(tmp_path, [[Text(LONG)], []]).notes


def test_nastaliq_is_named(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="Nastaliq"):
        read(
            tmp_path,
            [[Text("صوبے کے باقی 43 کاموں میں سے 31 کام شیڈول کے مطابق جاری ہیں")]],
            "ABCDEF+JameelNooriNastaleeq",
        )


def test_an_old_vietnamese_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="old Vietnamese font"):
        read(tmp_path, [[Text("TØnh ®· hoµn thµnh 57 nhiÖm vô ®­îc giao trong n¨m.")]], "ABCDEF+.VnTime")


def test_an_encrypted_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(body: bytes) -> None:
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    with pytest.raises(ParseError, match="encrypted"):
        read(tmp_path, [[Text(LONG)]])


def test_a_cut_file_is_named_or_read(tmp_path: Path) -> None:
    body = write([[Text(LONG)]])
    (tmp_path / "a.pdf").write_bytes(body[:400])
    with pytest.raises(ParseError, match=r"the PDF is broken|scan"):
        parse_file(tmp_path / "a.pdf")


def swelling(times: int, kind: str = "") -> bytes:
    """A PDF with a stream of spaces that is packed so many times."""
    data = b" " * (MOST_UNPACKED + 1)
    for _ in range(times):
        data = zlib.compress(data)
    filters = "/FlateDecode" * times
    head = f"8 0 obj\n<<{kind}/Length {len(data)}/Filter[{filters}]>>stream\n".encode()
    return write([[Text(LONG)]]) + head + data + b"\nendstream\nendobj\n"


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_swells_is_refused(tmp_path: Path, times: int) -> None:
    (tmp_path / "a.pdf").write_bytes(swelling(times))
    with pytest.raises(ParseError, match="too large when unpacked"):
        parse_file(tmp_path / "a.pdf")


def test_a_large_image_is_no_reason_to_refuse(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(swelling(1, "/Subtype/Image"))
    assert LONG in parse_file(tmp_path / "a.pdf").text


def test_pages_beyond_what_is_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_SIGNS", len(LONG))
    article = read(tmp_path, [[Text(f"{LONG} {page}")] for page in "abc"])
    assert LONG + " a" in article.text
    assert LONG + " b" not in article.text
    assert any("only the first 1 of 3 pages" in note for note in article.notes)
