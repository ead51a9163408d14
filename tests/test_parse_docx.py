"""Word documents: what a reader sees with all changes accepted, and files made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from extractor.errors import ParseError
from extractor.parse import parse
from extractor.records import Page

MARK = "<w:r><w:t>Tỉnh có 9 tổ công tác.</w:t></w:r>"
BOX = "<w:txbxContent><w:p><w:r><w:t>Khung: 5 xã</w:t></w:r></w:p></w:txbxContent>"
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def document(change: Callable[[str], str]) -> bytes:
    """A document with one paragraph and a small table, its XML changed."""
    made = docx.Document()
    made.add_paragraph("Tỉnh có 9 tổ công tác.")
    table = made.add_table(2, 2)
    for place, text in zip(((0, 0), (0, 1), (1, 0), (1, 1)), ("Đơn vị", "Hồ sơ", "Sở Y tế", "15"), strict=True):
        table.cell(*place).text = text
    packed, changed = io.BytesIO(), io.BytesIO()
    made.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()) if name == "word/document.xml" else data)
    return changed.getvalue()


def lines(change: Callable[[str], str]) -> list[str]:
    url = "https://bao.test/a.docx"
    return parse(Page(url, url, 200, (), document(change), "2026-01-01T00:00:00Z", "", "")).text.split("\n")


def instead(runs: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(MARK, runs)


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        (run("Có ") + f"<w:ins>{run('47')}</w:ins><w:del><w:r><w:delText>46</w:delText></w:r></w:del>", ["Có 47"]),
        (f"<w:moveFrom>{run('bỏ 3')}</w:moveFrom><w:moveTo>{run('thêm 4')}</w:moveTo>", ["thêm 4"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Có 12 việc.')}</w:sdtContent></w:sdt>", ["Có 12 việc."]),
        (f"<w:fldSimple>{run('85 hồ sơ')}</w:fldSimple><w:r><w:instrText>PAGE 7</w:instrText></w:r>", ["85 hồ sơ"]),
        ("<w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:br/><w:t>sau</w:t></w:r>", ["57-NQ", "sau"]),
        (
            f"{run('Chữ.')}<w:r><mc:AlternateContent {COMPATIBLE}><mc:Choice>{BOX}</mc:Choice>"
            f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>",
            ["Chữ.", "Khung: 5 xã"],
        ),
    ],
    ids=["tracked", "moved", "control", "field", "hyphen", "box"],
)
def test_a_paragraph_is_read_with_its_changes_accepted(runs: str, read: list[str]) -> None:
    assert lines(instead(runs)) == [*read, "Đơn vị", "Hồ sơ", "Sở Y tế", "15"]


def test_a_paragraph_in_a_content_control_is_read() -> None:
    def wrapped(xml: str) -> str:
        return xml.replace(f"<w:p>{MARK}</w:p>", f"<w:sdt><w:sdtContent><w:p>{MARK}</w:p></w:sdtContent></w:sdt>")

    assert lines(wrapped)[0] == "Tỉnh có 9 tổ công tác."


def test_a_cell_with_tracked_changes_is_read() -> None:
    assert lines(lambda xml: xml.replace("<w:r><w:t>15</w:t></w:r>", f"<w:ins>{run('16')}</w:ins>"))[-1] == "16"


def test_a_cell_over_endless_columns_is_bounded() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2000000000"/>'
    assert lines(lambda xml: xml.replace("<w:tcPr>", wide, 1))[1:] == ["Đơn vị", "Hồ sơ", "Sở Y tế", "15"]


def test_entities_are_not_unfolded() -> None:
    def with_entity(xml: str) -> str:
        own = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document'
        return xml.replace("<w:document", own, 1).replace("có 9", "có &e;")

    assert lines(with_entity)[0] == "Tỉnh có &e; tổ công tác."


@pytest.mark.parametrize("change", [lambda xml: xml[:-40], lambda _: "<x/>", lambda xml: xml.replace("w:body", "w:no")])
def test_a_broken_document_is_named(change: Callable[[str], str]) -> None:
    with pytest.raises(ParseError, match=r"\.docx file is broken|holds no text"):
        lines(change)
