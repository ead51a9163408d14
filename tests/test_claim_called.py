"""A body is called by its whole name, which tells it from others of its kind."""

from __future__ import annotations

import pytest

from extractor.claim.whose.called import same_name
from tests.claiming import PAPER, one, said

KINDS = "Công ty Hoa Mai có 9 xe, Công ty Điện lực Sơn Tây có 7 xe."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Công ty Cổ phần Xi măng Hoa Mai nộp 9 tỷ đồng.", "Công ty Cổ phần Xi măng Hoa Mai"),
        ("Công ty TNHH Cấp nước Hoa Mai có 9 trạm bơm.", "Công ty TNHH Cấp nước Hoa Mai"),
        ("Công ty Than - Khoáng sản Hoa Mai có 9 mỏ.", "Công ty Than - Khoáng sản Hoa Mai"),
        ("Công ty Đầu tư và Phát triển nhà Hoa Mai xây 9 căn hộ.", "Công ty Đầu tư và Phát triển nhà Hoa Mai"),
        (
            "Công ty TNHH một thành viên Lâm nghiệp Hoa Mai trồng 9 ha.",
            "Công ty TNHH một thành viên Lâm nghiệp Hoa Mai",
        ),
        ("Trường THPT chuyên Lê Lai có 9 lớp.", "Trường THPT chuyên Lê Lai"),
        ("Công ty Điện lực đã thay 9 công tơ.", "Công ty Điện lực"),
        ("Công ty Hoa Mai trồng Keo trên 9 ha.", "Công ty Hoa Mai"),
        ("Công ty Hamaco có 9 nhà máy.", "Công ty Hamaco"),
        ("Trường THCS Lê Lai có 9 lớp.", "Trường THCS Lê Lai"),
        # The area says whose department it is.
        ("Sở Y tế Lào Cai cử 9 bác sĩ.", "Sở Y tế"),
    ],
)
def test_a_name_behind_its_kind(text: str, body: str) -> None:
    assert [claim.body for claim in said(text, url=PAPER)] == [body]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("In March, Hoa Mai Trading and Services Company shipped 9 tonnes.", "Hoa Mai Trading and Services Company"),
        ("The Hoa Mai Cement Company Limited has 9 kilns.", "Hoa Mai Cement Company Limited"),
        ("Lam Son 2 Primary School has 9 classes.", "Lam Son 2 Primary School"),
        ("The Academy of Forest and Water Science has 9 halls.", "Academy of Forest and Water Science"),
        ("The Hospital of Hue has 9 halls.", "Hospital"),
    ],
)
def test_a_name_before_its_kind(text: str, body: str) -> None:
    assert [claim.body for claim in said(text, "en", url=PAPER)] == [body]


def test_two_bodies_of_a_kind_are_two() -> None:
    assert [claim.body for claim in said(KINDS, url=PAPER)] == ["Công ty Hoa Mai", "Công ty Điện lực Sơn Tây"]


def test_a_town_in_a_bodys_name_is_no_place_of_its_figures() -> None:
    (claim,) = said("Công ty Xi măng Hạ Long nộp 9 tỷ đồng.", url="https://baohaiphong.vn/tin-1.html")
    assert (claim.area, claim.body) == ("hai-phong", "Công ty Xi măng Hạ Long")


REPORT = """Petrolimex nộp ngân sách 9.000 tỷ đồng

Theo Tổng giám đốc Petrolimex, doanh thu năm 2025 đạt 8.000 tỷ đồng. Petrolimex có 70 cửa hàng.
"""


def test_a_well_known_company_is_its_name_alone_and_home_to_a_text_that_names_no_place() -> None:
    assert [(claim.area, claim.body) for claim in said(REPORT)] == [("VN", "Petrolimex")] * 3
    assert [claim.body for claim in said("EVN đưa vào vận hành 9 trạm biến áp.")] == ["EVN"]
    # What is not of one home has none where none is told.
    assert {claim.area for claim in said(REPORT.replace("Petrolimex", "Samsung"))} == {None}


def test_a_company_with_the_nations_name_is_the_nations_and_keeps_a_text_that_lists_its_members() -> None:
    text = """Tập đoàn Than vượt kế hoạch

Tập đoàn Than quốc gia Việt Nam (PVN) họp sáng nay. Toàn Tập đoàn nộp ngân sách 53 tỷ đồng.

Sản lượng đạt 70 tấn. Doanh thu toàn Tập đoàn đạt 36 tỷ đồng.

Các thành viên gồm Tổng công ty Khí Hoa Mai, Tổng công ty Cổ phần Vận tải Sao Đỏ, Tổng công ty Bảo hiểm An Bình.
"""
    name = "Tập đoàn Than quốc gia Việt Nam"
    assert [(claim.area, claim.body) for claim in said(text)] == [("VN", name)] * 3
    assert one("Tập đoàn Hoa Mai đầu tư vào Việt Nam 9 tỷ đồng.", "9 tỷ đồng").body == "Tập đoàn Hoa Mai"


def test_two_names_of_one_company_keep_a_text_about_it() -> None:
    text = """Vinacomin bán than tốt

TKV nộp ngân sách 53 tỷ đồng. TKV có 9 mỏ.

Sản lượng đạt 70 tấn.
"""
    assert [(claim.area, claim.body is not None) for claim in said(text)] == [("VN", True)] * 3


def test_a_bare_kind_is_no_other_name() -> None:
    assert not same_name("", "Ngân hàng Hoa Mai")
    assert same_name("Trường TH Hoa Mai", "Trường Tiểu học Hoa Mai")
