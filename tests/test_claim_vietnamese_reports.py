"""Whose, when and what in the reports of provinces, districts and committees, as their papers print them."""

from __future__ import annotations

import pytest

from tests.claiming import areas, said


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Sở LĐ-TB&XH", "Sở LĐ-TB&XH"),
        ("Sở TN&MT tỉnh", "Sở TN&MT"),
        ("Chi cục Kiểm lâm", "Chi cục Kiểm lâm"),
        ("UBKT Tỉnh ủy", "UBKT"),
        ("Đảng ủy Khối doanh nghiệp", "Đảng ủy Khối"),
        ("Theo Sở GTVT, tỉnh", None),
        ("Sở", None),
        ("Cục Thống kê", None),
    ],
)
def test_a_department_is_known_by_the_word_of_its_kind_with_any_name(name: str, body: str | None) -> None:
    assert said(f"Năm 2024, {name} đã mở 37 lớp.")[0].body == body


def test_a_share_of_families_is_the_communes() -> None:
    text = "Xã Tân Hòa, tỉnh Phú Thọ có tỷ lệ gia đình đạt chuẩn 94%.\n\nHộ gia đình ông Hà nuôi 41 con dê."
    assert areas(text, url=None) == ["phu-tho/tan-hoa", None]


def test_goals_under_a_line_that_ends_in_a_year_are_goals_and_dated_by_it() -> None:
    text = (
        "Đảng bộ huyện Văn Lãng họp\n\nNhiệm kỳ qua, huyện thu 90 tỷ đồng.\n\n"
        "CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2025-2030\n\nI. Về kinh tế (2 chỉ tiêu)\n\n"
        "1. Giá trị sản xuất tăng 16%.\n\n2. Thu nhập bình quân: 61 triệu đồng."
    )
    found = [(claim.status.value, claim.period_end) for claim in said(text)]
    assert found[0][0] == "actual"
    assert found[1:] == [("target", "2030-12-31")] * 3


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Năm tới, tỉnh phấn đấu thu 90 tỷ đồng. Trong đó, thuế thu 41 tỷ đồng, tăng 8% so với năm 2025.", "target"),
        ("Năm tới, tỉnh phấn đấu thu 90 tỷ đồng.\n\nDịch vụ chiếm 41%, tăng 8% so với năm 2025.", "target"),
        ("Năm tới, tỉnh phấn đấu thu 90 tỷ đồng. Năm 2024, tỉnh thu 80 tỷ đồng. Trong đó, thuế 41 tỷ đồng.", "actual"),
        ("Có 19/25 chỉ tiêu hoàn thành kế hoạch. Thu nhập đạt 41 triệu đồng.", "actual"),
    ],
)
def test_parts_of_goals_and_what_grows_on_this_year_are_goals(text: str, status: str) -> None:
    assert next(claim for claim in said(text) if "41" in claim.figure.surface).status.value == status


def test_a_headline_may_open_with_a_unit_without_its_word() -> None:
    text = "Đầm Hà phấn đấu thu 90 tỷ đồng\n\nSản lượng đạt 41 tấn."
    assert areas(text, published="2024-10-15") == ["quang-ninh/dam-ha"] * 2
    assert areas(f"Hải Phòng {text[7:]}", published="2024-10-15") == ["hai-phong"] * 2


def test_a_unit_that_opens_the_next_clause_owns_nothing_before_its_comma() -> None:
    text = "Huyện Đầm Hà có 10 xã đạt chuẩn, xã Tân Bình được công nhận xã nâng cao."
    assert areas(text, published="2024-10-15") == ["quang-ninh/dam-ha"]


def test_by_how_much_a_rate_is_below_the_average_is_its_own() -> None:
    text = "Tỉnh Quảng Trị giải ngân đạt 37%, thấp hơn bình quân chung cả nước {}."
    assert areas(text.format("trên 14%"), url=None) == ["quang-tri"] * 2
    assert areas(text.format("(51%)"), url=None) == ["quang-tri", "VN"]


def test_a_star_turns_a_round_of_news_to_another_place() -> None:
    text = (
        "Đảng bộ xã Hòa Tân họp\n\nĐảng bộ xã Hòa Tân, tỉnh Quảng Trị đã họp. Xã có 9 thôn. Xã thu 41 tỷ đồng.\n\n"
        "* Cùng ngày, Đảng bộ phường Nam Hòa họp.\n\nThu nhập đạt 61 triệu đồng."
    )
    assert [claim.area for claim in said(text)][-1] == "quang-tri/nam-hoa"


@pytest.mark.parametrize(
    ("unit", "area"),
    [
        ("Quận 7", "ho-chi-minh/quan-7"),
        ("Phường 12", "ho-chi-minh/phuong-12"),
        ("Phường An Hòa, TP. Thủ Đức", "ho-chi-minh/an-hoa"),
        ("TP. Thủ Đức", "ho-chi-minh/thu-duc"),
    ],
)
def test_numbers_and_short_words_name_units(unit: str, area: str) -> None:
    text = f"{unit} có 912 hộ kinh doanh."
    assert areas(text, url="https://sggp.org.vn/tin-1.html", published="2022-05-23") == [area]


def test_a_number_of_wards_or_of_what_each_gets_names_none() -> None:
    text = "Mỗi phường 12 hộ được hỗ trợ 7 triệu đồng."
    assert set(areas(text, url="https://sggp.org.vn/tin-1.html", published="2022-05-23")) == {"ho-chi-minh"}


@pytest.mark.parametrize(
    ("then", "body"),
    [
        ("Tiếp nhận 21 đơn.", "Sở Y tế"),
        ("Đã tiếp nhận 21 đơn.", "Sở Y tế"),
        ("Toàn tỉnh tiếp nhận 21 đơn.", None),
        ("Tỉnh có 90 trạm. Tổ chức 21 lớp.", None),
    ],
)
def test_a_sentence_without_a_subject_goes_on_about_the_body_before(then: str, body: str | None) -> None:
    found = said(f"Sở Y tế Quảng Trị đã khám cho 912 người.\n\n{then}")
    assert next(claim.body for claim in found if claim.figure.surface == "21") == body


@pytest.mark.parametrize(
    ("text", "status", "end"),
    [
        ("Tỉnh phấn đấu giải ngân 41% kế hoạch vốn năm 2025.", "target", "2025-12-31"),
        ("Đến ngày 30/9, tỉnh giải ngân 41% kế hoạch vốn năm 2025.", "actual", "2025-09-30"),
        ("Năm nay, tỉnh phấn đấu thêm 7 xã, giữ vững các xã đã đạt chuẩn, nâng độ che phủ lên 41%.", "target", "2025"),
        ("Năm nay, tỉnh phấn đấu thêm 7 xã; các xã đã đạt 80% chỉ tiêu, thu nhập tăng 41%.", "actual", "2025"),
        ("Năm 2026, tỉnh phấn đấu thêm 9% hộ khá.\n\nTrong năm qua, tỉnh có 41% hộ khá.", "actual", "2025"),
        ("Năm 2020 mới có 41% hộ khá thì đến nay có 80%.", "actual", "2020-12-31"),
    ],
)
def test_goals_and_results_by_their_own_times(text: str, status: str, end: str) -> None:
    claim = next(claim for claim in said(text) if claim.figure.surface == "41%")
    assert (claim.status.value, (claim.period_end or "")[: len(end)]) == (status, end)


def test_what_counted_provinces_will_do_is_a_goal_behind_the_comma_in_their_word() -> None:
    assert said("12 tỉnh, thành phố sẽ xây trường mới.")[0].status.value == "target"


def test_who_set_a_plan_owns_nothing_told_of_it_and_nothing_behind_it() -> None:
    text = "Hà Tĩnh thu ngân sách đạt 51% dự toán Bộ Tài chính giao, 46% dự toán HĐND tỉnh giao."
    assert [(claim.area, claim.body) for claim in said(text)] == [("ha-tinh", None)] * 2


def test_a_body_that_tells_of_a_place_is_not_one_in_it() -> None:
    text = "Bộ Y tế đánh giá Hà Tĩnh xếp hạng 9/63. Sở Y tế Hà Tĩnh khám 412 người."
    assert [(claim.area, claim.body) for claim in said(text)] == [("ha-tinh", None), ("ha-tinh", "Sở Y tế")]


def test_a_headline_of_goals_makes_no_goal_of_what_is_only_told() -> None:
    text = "Đà Nẵng đặt mục tiêu thu 90 tỷ đồng vào năm 2030\n\nHội thảo tại Đà Nẵng quy tụ 312 đại biểu."
    assert [claim.status for claim in said(text)] == ["target", "actual"]


def test_the_congress_that_people_are_sent_to_owns_none_of_them() -> None:
    text = "Đại hội huyện Đầm Hà bế mạc\n\nHuyện Đầm Hà bầu 7 đại biểu chính thức dự Đại hội đại biểu Đảng bộ tỉnh."
    assert areas(text, published="2020-07-24") == ["quang-ninh/dam-ha"]


def test_the_year_of_a_unit_that_opens_the_next_clause_is_its_own() -> None:
    text = "Trong 9 tháng, huyện có 10 xã đạt chuẩn, xã Tân Bình đạt chuẩn nâng cao năm 2019; 7 xã chờ thẩm định."
    assert [claim.period_end for claim in said(text)] == ["2025-09-30"] * 2


@pytest.mark.parametrize(
    ("first", "statement"), [("đạt 51% dự toán", "share_of_last_year"), ("tăng 9% so với kế hoạch", "change")]
)
def test_a_bare_share_of_last_year_is_no_share_of_the_plan_before(first: str, statement: str) -> None:
    claim = said(f"Thu ngân sách {first} và 93% so với cùng kỳ năm trước.")[1]
    assert claim.statement.value == statement


def test_a_share_of_this_year_s_plan_behind_what_was_assigned_is_a_result() -> None:
    text = "Chương trình được giao 900 tỷ đồng, giải ngân 400 tỷ đồng, đạt 45% kế hoạch năm 2024."
    found = {claim.figure.surface: claim.status for claim in said(text, published="2024-10-20")}
    assert found == {"900 tỷ đồng": "target", "400 tỷ đồng": "actual", "45%": "actual"}


def test_a_rank_without_a_name_behind_an_index_is_of_its_edition() -> None:
    text = (
        "Bộ công bố kết quả chỉ số chuyển đổi số (DTI) năm 2023. Hà Tĩnh xếp thứ 21/63 tỉnh, thành phố.\n\n"
        "Về chính quyền số, tỉnh đứng thứ 12. Dân số đạt 1,3 triệu người."
    )
    found = {claim.figure.surface: claim.period_end for claim in said(text, published="2025-02-07")}
    assert found == {"21/63": "2023-12-31", "12": "2023-12-31", "1,3 triệu": "2025-02-07"}
