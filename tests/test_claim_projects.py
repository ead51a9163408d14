"""Whose the figures of projects and of items placed by a bracket are."""

from __future__ import annotations

import pytest

from tests.claiming import said


@pytest.mark.parametrize(
    "text",
    [
        "Dự án khu chợ do Công ty Hoa Mai đầu tư tại Cà Mau rộng 38 ha.",
        "Tại Cà Mau, dự án nuôi tôm của Công ty Hoa Mai (Việt Nam) rộng 38 ha.",
        "Tại Cà Mau, dự án thứ hai là Nhà máy Hoa Mai rộng 38 ha.",
    ],
)
def test_the_figures_of_a_project_are_of_its_place(text: str) -> None:
    claim = next(one for one in said(text) if one.figure.surface.startswith("38"))
    assert (claim.area, claim.body) == ("ca-mau", None)


def test_a_company_owns_its_own_figures() -> None:
    assert said("Tại Cà Mau, Công ty Hoa Mai nộp 38 tỷ đồng.")[0].body


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Cụm Hoa Mai (xã Tân Hòa, huyện Đầm Hà) rộng 38 ha; cụm Hoa Lan (huyện Ba Chẽ) 9 ha.",
            ["quang-ninh/tan-hoa", "quang-ninh/ba-che"],
        ),
        ("Xã Tân Hòa gồm các thôn A, B và C (huyện Ba Chẽ cũ), có 38 ha rừng.", ["quang-ninh/tan-hoa"]),
    ],
)
def test_a_unit_in_the_bracket_behind_a_name_owns_its_item(text: str, owners: list[str]) -> None:
    found = said(text, published="2024-10-15", url="https://baoquangninh.vn/tin-1.html")
    assert [claim.area for claim in found] == owners


def test_communes_of_the_province_may_be_listed_without_their_word() -> None:
    text = "Toàn tỉnh giải ngân 38%. Một số nơi làm tốt là Đầm Hà (95%), Tiên Yên (94%) và Hải Hòa (93%)."
    found = said(text, published="2025-10-15", url="https://baoquangninh.vn/tin-1.html")
    assert [claim.area for claim in found] == [
        "quang-ninh",
        *(f"quang-ninh/{one}" for one in ("dam-ha", "tien-yen", "hai-hoa")),
    ]


def test_a_share_that_opens_its_clause_is_of_all() -> None:
    text = "Cả nước làm tốt. Bộ Công an cấp 38 triệu thẻ; 95% dân số có tài khoản."
    assert [claim.body for claim in said(text)] == ["Bộ Công an", None]


def test_who_tells_an_index_leaves_it_to_the_province_behind_the_comma() -> None:
    text = "Theo chỉ số chuyển đổi số năm 2022 của Bộ Công Thương, Cà Mau xếp thứ 5/63 tỉnh, thành."
    assert (said(text)[0].area, said(text)[0].body) == ("ca-mau", None)


def test_families_to_whom_something_is_given_own_nothing() -> None:
    text = "Tỉnh Cà Mau trao 41 cụ già lạc đường cho gia đình và giúp 17 du khách."
    assert {claim.area for claim in said(text)} == {"ca-mau"}
