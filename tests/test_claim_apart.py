"""A part of what was measured is not the whole, unless it is of another place or the parts make up the whole."""

from __future__ import annotations

from tests.claiming import one

HOME = "https://baothaibinh.com.vn/tin-9.html"
DISBURSED = "budget.public_investment_disbursed"


def indicator(text: str, surface: str) -> str | None:
    return one(text, surface, url=HOME, published="2023-10-15").indicator


def test_a_part_does_not_measure_the_whole() -> None:
    text = "Tỉnh đã giải ngân vốn đầu tư công 90 tỷ đồng, trong đó vốn trung ương giải ngân 20 tỷ đồng."
    assert indicator(text, "90 tỷ đồng") == DISBURSED
    assert indicator(text, "20 tỷ đồng") is None


def test_parts_that_make_up_the_whole_measure_the_same() -> None:
    text = "Tỉnh có 70 sản phẩm OCOP, trong đó có 49 sản phẩm OCOP 3 sao và 21 sản phẩm OCOP 4 sao."
    assert indicator(text, "49") == indicator(text, "21") == indicator(text, "70") == "society.ocop_products"


def test_a_part_of_another_place_measures_the_same() -> None:
    text = "Tỉnh có 70 sản phẩm OCOP, trong đó huyện Vũ Thư có 12 sản phẩm OCOP."
    assert indicator(text, "12") == "society.ocop_products"
