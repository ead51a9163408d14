"""Communes and wards of one name that numbers tell apart: their number is no figure, and tells their province."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "language", "figures"),
    [
        ("Sơn Kim 2 Commune built 60 houses.", "en", ["60"]),
        ("The leaders of Son Kim 2 ward visited 60 households.", "en", ["60"]),
        ("Officials gave Son Kim 2 communes and 60 houses.", "en", ["2", "60"]),
        ("The district has 1 commune and 60 villages.", "en", ["1", "60"]),
        ("Xã Sơn Kim 2 có 60 nhà.", "vi", ["60 nhà"]),
        ("Phường Móng Cái 3 hiện còn 60 nhà tạm.", "vi", ["60 nhà tạm"]),
        ("Xã Sơn Kim 4 nhà bị sập.", "vi", ["4 nhà"]),
        ("Xã Sơn Kim 2 báo cáo có 60 nhà.", "vi", ["60 nhà"]),
        ("Thôn Bản Kim 2 đạt 60 triệu đồng.", "vi", ["60 triệu đồng"]),
    ],
)
def test_the_number_of_a_name_is_no_figure(text: str, language: str, figures: list[str]) -> None:
    found = [claim.figure.surface for claim in said(text, language)]
    assert [one.split()[0] for one in found] == [one.split()[0] for one in figures]


@pytest.mark.parametrize(
    ("text", "language", "area"),
    [
        ("Phu Hoa 2 Commune built 60 houses.", "en", "dak-lak/phu-hoa-2"),
        ("Xã Phú Hòa 2 có 60 nhà.", "vi", "dak-lak/phu-hoa-2"),
        ("Phu Hoa 2 کمیون میں 60 گھر ہیں۔", "ur", "dak-lak/phu-hoa-2"),
        ("Thôn Bản Hòa 2 (Đắk Lắk) còn 60 nhà tạm.", "vi", "dak-lak/ban-hoa-2"),
        ("Phu Hoa Commune built 60 houses.", "en", "phu-hoa"),
    ],
)
def test_the_number_of_a_name_tells_its_province(text: str, language: str, area: str) -> None:
    assert one(text, "60", language).area == area


def test_an_address_that_opens_with_a_school_is_about_the_school() -> None:
    opening, told = (
        "تقریب میں صوبہ Lao Cai کے مہمان آئے۔",
        "ٹران کھیم ہائی اسکول کے اساتذہ نے محنت کی۔ گریجویشن کی شرح 97 فیصد سے زیادہ تھی۔",
    )
    text = f"{opening} {told}"
    url = "https://www.vietnam.vn/ur/truong-thpt-tran-khiem-don-bang-khen"
    assert one(text, "97 فیصد", "ur", url=url).body == "ہائی اسکول"
    assert one(text, "97 فیصد", "ur", url="https://www.vietnam.vn/ur/don-bang-khen").body is None


def test_places_of_a_row_each_with_its_number_are_no_numbered_names() -> None:
    found = said("Có 14 ngôi nhà hư hỏng (Lâm Đồng 2, Bến Tre 4, Cà Mau 5 và Trà Vinh 3).", published="2023-08-05")
    rows = [(claim.area, claim.figure.surface) for claim in found[1:]]
    assert rows == [("lam-dong", "2"), ("ben-tre", "4"), ("ca-mau", "5"), ("tra-vinh", "3")]
    assert not said("Nhà máy Nhiệt điện Vũng Áng 2 và Vũng Áng 3 đã phát điện.")[1:]
