"""Document numbers by closed lists, and what only looks like one."""

from __future__ import annotations

import pytest

from extractor.read import read
from extractor.records import FigureKind


def documents(text: str, language: str = "vi") -> list[str]:
    return [str(one.value) for one in read(text, language).figures if one.kind is FigureKind.DOCUMENT]


@pytest.mark.parametrize(
    "number",
    [
        *("57-NQ/TW", "57-NQ/TƯ", "20-CT/TU", "52/2025/NQ-HĐND", "41/2025/QD-UBND", "624/QĐ-UBND", "71/NQ-CP"),
        *("202/2025/QH15", "76/2025/UBTVQH15", "1671/NQ-UBTVQH15", "2749/UBND-KGVX", "17129-CV/VPTW", "03/VBHN-VPQH"),
        *("57NQ/TW", "1961/QĐUBND", "158/CĐ-TTg", "02-KH/BCĐTW", "45/1999/ND-CP", "24/QĐ-UBQGCĐS"),
    ],
)
def test_document_numbers_are_read_whole(number: str) -> None:
    assert documents(f"Theo văn bản {number} ngày 1/7/2025, tỉnh có 5 xã.") == [number]


def test_a_space_that_slipped_in_is_no_part_of_the_number() -> None:
    assert documents("Theo Chương trình 10- CTr/TU của tỉnh.") == ["10-CTr/TU"]


@pytest.mark.parametrize(
    "text",
    [
        *("Trực 24/7 mỗi tuần.", "Có 83/156 nhiệm vụ.", "Ngày 15/10/2025 họp.", "Virus A/H5N1 lan rộng."),
        *(
            "Có 20 HD camera.",
            "Có 18 CT máy.",
            "Mạng 5G/4G phủ sóng.",
            "Máy bay F-16/F-35 bay.",
            "Quốc lộ QL-279D dài.",
        ),
        *(
            "Mức 2,5 triệu đồng/người/tháng.",
            "Có 36 xã/phường.",
            "Số 12-14/9 họp.",
            "Mã 99-G1 đã cũ.",
            "Đoạn Km32+300 sạt lở.",
        ),
    ],
)
def test_lookalikes_are_no_documents(text: str) -> None:
    assert documents(text) == []


def test_a_bare_reference_is_a_term_and_no_figure() -> None:
    reading = read("Tỉnh thực hiện Nghị quyết 57 và Kế hoạch số 812.", "vi")
    assert reading.figures == ()
    assert [(term.kind, term.id) for term in reading.terms if term.kind == "reference"] == [
        ("reference", "NQ 57"),
        ("reference", "KH 812"),
    ]
