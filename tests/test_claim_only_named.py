"""Places that are named on the way: neighbours, those that are passed in a ranking, and the set that one is in."""

from __future__ import annotations

from tests.claiming import one

HOME = "https://baothaibinh.com.vn/tin-9.html"


def area(text: str, surface: str) -> str | None:
    return one(text, surface, url=HOME, published="2023-10-15").area


def test_a_unit_behind_the_comma_of_its_neighbour_is_told_of() -> None:
    text = "Nằm giáp thị trấn Kiến Xương, xã Tây Giang có nhiều nghề. Toàn xã có 900 lao động. Thu nhập đạt 61%."
    assert area(text, "900") == area(text, "61%") == "thai-binh/tay-giang"
    assert area("Xã Tây Giang giáp huyện Kiến Xương, huyện Vũ Thư có 900 lao động.", "900") == "thai-binh/tay-giang"


def test_who_is_passed_owns_nothing() -> None:
    assert area("Quý I, Bắc Ninh đã vượt TP.HCM về xuất khẩu, với 76 tỷ USD.", "76 tỷ USD") == "bac-ninh"


def test_the_set_that_one_is_in_owns_nothing() -> None:
    text = "Xã Minh Lãng đổi mới. Thu nhập của xã đạt 72%, là một trong những địa phương khá của huyện Vũ Thư."
    assert area(text, "72%") == "thai-binh/minh-lang"


def test_units_that_a_bracket_counts_and_lists_do_not_own_the_count() -> None:
    text = "Thái Bình có nhiều nơi khó khăn (gồm 3 huyện là Thái Thụy, Vũ Thư và Tiền Hải)."
    assert area(text, "3") == "thai-binh"
