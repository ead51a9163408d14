"""Rows of places, sentences that only begin with their verb, and what one word says of several figures."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import PAPER, said


def measured(text: str, language: str = "vi") -> list[str | None]:
    return [claim.indicator for claim in said(text, language)]


@pytest.mark.parametrize(
    "opening", ["Tiếp theo là Huế, với doanh thu", "Đứng ở vị trí thứ hai là Huế, với doanh thu", "Kế đến là Huế với"]
)
def test_the_next_place_in_a_row_is_measured_like_the_first(opening: str) -> None:
    found = measured(f"Hà Nội dẫn đầu, doanh thu du lịch đạt 610 tỷ đồng.\n{opening} 540 tỷ đồng, tăng 4%.")
    assert found[-2:] == ["tourism.revenue"] * 2


def test_a_paragraph_about_something_else_goes_on_with_no_row() -> None:
    found = measured("Hà Nội dẫn đầu, doanh thu du lịch đạt 610 tỷ đồng.\nHuế chi 540 tỷ đồng cho bảo tồn.")
    assert found == ["tourism.revenue", None]


def test_a_row_by_rank_is_no_rank_in_what_was_told_before() -> None:
    found = measured("The DTI results were released. Hue ranked 4th in export value.", "en")
    assert found == [None]


def test_a_rank_that_opens_the_sentence_is_in_what_stands_behind_it() -> None:
    found = measured("Xếp thứ hai là Huế, với GRDP tăng 9,2%. Tỉnh xếp thứ 7, thu ngân sách đạt 40 tỷ đồng.")
    assert found == ["economy.grdp_growth_rank", "economy.grdp_growth", None, "budget.revenue"]


def test_a_sentence_that_begins_with_its_verb_keeps_the_subject_before() -> None:
    found = measured("Thu ngân sách của tỉnh tiến triển tốt. Ước đạt 4.200 tỷ đồng, bằng 88% dự toán, tăng 5%.")
    assert found == ["budget.revenue", "budget.revenue_share_of_estimate", "budget.revenue"]


def test_a_new_subject_before_the_verb_keeps_nothing() -> None:
    assert measured("Thu ngân sách của tỉnh tiến triển tốt. Giá thóc ước đạt 8,2%.") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh có thêm 7 xã, 15 thôn đạt chuẩn nông thôn mới.", ["society.new_rural_communes", None]),
        ("Tỉnh có 99 xã, phường, 61 xã đạt chuẩn nông thôn mới.", ["area.communes", "society.new_rural_communes"]),
        ("Tỉnh có 7 xã vùng cao, 15 thôn đạt chuẩn nông thôn mới.", [None, None]),
    ],
)
def test_what_stands_behind_a_list_is_said_of_each_item(text: str, expected: list[str | None]) -> None:
    assert measured(text) == expected


def test_more_than_stands_behind_the_stroke_is_no_part_of_it() -> None:
    found = said("Bệnh viện khám cho 5.210/4.800 lượt người, đạt 108,5% kế hoạch; cấp 310/450 thẻ.")
    assert [claim.status for claim in found] == [Status.ACTUAL, Status.TARGET, *[Status.ACTUAL] * 3]


def test_parts_of_a_goal_are_goals() -> None:
    text = "Năm 2026, tỉnh phấn đấu giảm tỷ lệ hộ nghèo còn 3%. Trong đó, tỷ lệ hộ nghèo của huyện Mai Hạ giảm còn 5%."
    assert [claim.status for claim in said(text)] == [Status.TARGET] * 2


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Tốc độ tăng trưởng của tỉnh đạt 7,6%.", "economy.grdp_growth"),
        ("Tốc độ tăng trưởng giá trị sản xuất đạt 7,6%.", None),
        ("Xuất khẩu 9 tháng đạt 310 triệu USD.", "economy.exports"),
        ("Xuất khẩu sang Lào đạt 310 triệu USD.", None),
        ("Thị trường xuất khẩu tăng 5%.", None),
        ("Trong xây dựng nông thôn mới ở các xã, tỉnh sửa 35 công trình.", None),
        ("Còn 6 xã chưa đạt chuẩn nông thôn mới.", None),
    ],
)
def test_a_bare_word_names_the_whole_only_where_nothing_else_is_named(text: str, indicator: str | None) -> None:
    assert measured(text) == [indicator]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim ngạch xuất khẩu đạt 5 tỷ USD; gạo 1,2 tỷ USD.", ["economy.exports", None]),
        ("Kim ngạch xuất khẩu đạt 5 tỷ USD, bình quân mỗi năm tăng 7%.", ["economy.exports"] * 2),
        ("Tỉnh đón 90.000 lượt khách và chi 40 tỷ đồng, tăng 7%.", ["tourism.visitors", None, None]),
        ("Tỉnh mở hội nghị với 900 cán bộ, đảng viên ở 13 điểm cầu.", [None, None]),
    ],
)
def test_one_strange_word_begins_another_subject(text: str, expected: list[str | None]) -> None:
    assert measured(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Giải ngân 910 tỷ đồng vốn đầu tư công, đạt 64% kế hoạch, cao hơn 3% so với cùng kỳ.",
        "Tỷ lệ giải ngân vốn đầu tư công đạt 64%, tăng 3% so với cùng kỳ.",
    ],
)
def test_by_how_much_a_share_is_higher_is_a_change_of_it(text: str) -> None:
    assert measured(text)[-2:] == ["budget.public_investment_disbursed_share"] * 2


def test_what_rose_behind_a_plain_share_of_the_plan_is_the_amount() -> None:
    found = measured("Thu ngân sách đạt 910 tỷ đồng, đạt 64% dự toán, tăng 3% so với cùng kỳ.")
    assert found == ["budget.revenue", "budget.revenue_share_of_estimate", "budget.revenue"]


def test_a_rate_of_what_is_counted_elsewhere_takes_no_share_of_the_budget() -> None:
    found = measured("Thu ngân sách đạt 60 tỷ đồng, bằng 90% kế hoạch; tỷ lệ xã có chợ đạt 55%.")
    assert found == ["budget.revenue", "budget.revenue_share_of_estimate", None]


def test_a_plan_is_named_by_who_set_it() -> None:
    found = said("Xuất khẩu đạt 90 triệu USD, cao hơn nhiều so với chỉ tiêu 70 triệu USD của nghị quyết.")
    assert [claim.status for claim in found] == [Status.ACTUAL, Status.TARGET]


def test_social_housing_replaces_no_makeshift_houses() -> None:
    assert measured("Tỉnh xóa nhà tạm và vượt chỉ tiêu 420 căn nhà ở xã hội được giao.") == [None]


def test_what_stands_behind_a_list_in_brackets_is_said_of_each_place() -> None:
    found = measured("Huế (61%), Nam Định (58,5%) và Lạng Sơn (52%) là 3 địa phương dẫn đầu về hồ sơ trực tuyến.")
    assert found == [*["services.online_records_share"] * 3, None]


def test_a_change_of_a_part_is_no_change_of_the_whole() -> None:
    assert measured("Kim ngạch xuất khẩu phần mềm ước 140 triệu USD, tăng 9%.") == [None, None]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Giá trị tăng thêm của ngành theo giá hiện hành đạt 900 tỷ đồng.", None),
        ("GRDP theo giá hiện hành đạt 900 tỷ đồng.", "economy.grdp"),
        ("The country's export turnover reached US$9 billion.", "economy.exports"),
    ],
)
def test_current_prices_alone_are_no_gross_product(text: str, indicator: str | None) -> None:
    assert measured(text, "en" if text.isascii() else "vi") == [indicator]


def test_about_says_more_of_the_figure_before_it() -> None:
    found = measured("Tỉnh đứng thứ 9 cả nước về tốc độ tăng trưởng kinh tế với 8,2%.")
    assert found[0] == "economy.grdp_growth_rank"


def test_names_between_brackets_go_on_with_a_list() -> None:
    found = measured("Các bộ có tỷ lệ hồ sơ trực tuyến thấp nhất là: Xây dựng (12%), Công Thương (21%), Y tế (30%).")
    assert found == ["services.online_records_share"] * 3


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "Kế hoạch vốn đầu tư công là 51 tỷ đồng (vốn Trung ương 20 tỷ đồng, tỉnh 31 tỷ đồng).",
            [Status.TARGET] * 3,
        ),
        ("Kế hoạch vốn đầu tư công là 51 tỷ đồng (đã giải ngân 20 tỷ đồng).", [Status.TARGET, Status.ACTUAL]),
        ("Vốn được phân bổ cho tỉnh là 31 tỷ đồng.", [Status.TARGET]),
    ],
)
def test_allotted_capital_and_the_parts_of_a_plan_are_planned(text: str, statuses: list[Status]) -> None:
    assert [claim.status for claim in said(text)] == statuses


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Toàn tỉnh có 71 xã đạt chuẩn nông thôn mới, trong đó huyện Đầm Hà 14 xã, huyện Ba Chẽ có 7 xã.", "new_rural"),
        (
            "Tỉnh còn 8.100 hộ nghèo, bằng 3,1%. Cụ thể, Đầm Hà: 940 hộ; Ba Chẽ: 870 hộ; thị xã Đông Triều: 12 hộ.",
            "poor",
        ),
    ],
)
def test_what_was_counted_goes_on_place_by_place_with_its_bare_noun(text: str, indicator: str) -> None:
    found = [claim for claim in said(text, published="2019-03", url=PAPER) if claim.figure.unit != "%"]
    assert len(found) > 2
    assert all(indicator in (claim.indicator or "") for claim in found)
    assert len({claim.area for claim in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "Toàn tỉnh có 71 xã đạt chuẩn nông thôn mới. Huyện Đầm Hà có 14 xã.",
        "Toàn tỉnh có 71 xã đạt chuẩn nông thôn mới, trong đó huyện Đầm Hà có 14 xã chưa có chợ.",
    ],
)
def test_no_row_goes_on_where_more_is_said_or_nothing_opens_it(text: str) -> None:
    assert [claim.indicator for claim in said(text, published="2019-03", url=PAPER)][1:] == [None]


@pytest.mark.parametrize("count", ["(1.310 hộ)", "(tương đương 1.310 hộ)", ", tương đương 1.310 hộ", "với 1.310 hộ"])
def test_the_count_behind_a_share_is_of_what_it_is_a_share_of(count: str) -> None:
    assert measured(f"Tỷ lệ hộ nghèo còn 4,1% {count}.") == ["society.poverty_rate", "society.poor_households"]


def test_a_count_of_which_more_is_said_is_none_of_the_share() -> None:
    assert measured("Tỷ lệ hộ nghèo còn 4,1% với 1.310 hộ thiếu nhà.") == ["society.poverty_rate", None]
