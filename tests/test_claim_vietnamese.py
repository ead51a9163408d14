"""What Vietnamese words make of a figure: what it counts, and whether it was reached."""

from __future__ import annotations

import pytest

from extractor.records import Statement, Status
from tests.claiming import areas, one, said


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Bám sát mục tiêu tăng trưởng, tỉnh thu ngân sách 5.100 tỷ đồng.", [Status.ACTUAL]),
        ("Xã hoàn thành mục tiêu Nghị quyết đề ra, thu nhập đạt 71 triệu đồng.", [Status.ACTUAL]),
        ("Với sự nỗ lực phấn đấu của cả xã, thu nhập đạt 71 triệu đồng.", [Status.ACTUAL]),
        ("Huyện phấn đấu hoàn thành mục tiêu đề ra, thu nhập đạt 71 triệu đồng.", [Status.TARGET]),
        ("Để đạt mục tiêu đến năm 2030, toàn tỉnh có 85 xã nông thôn mới.", [Status.TARGET]),
        ("Với mục tiêu tăng trưởng 9%, thu nhập đạt 71 triệu đồng.", [Status.TARGET] * 2),
        ("Năm 2025, tỉnh dự kiến mở 34 lớp, trong đó có 20 lớp nghề; 14 lớp tin học.", [Status.FORECAST] * 3),
        ("Trạm đáp ứng yêu cầu khám bệnh của 3.100 người.", [Status.ACTUAL]),
    ],
)
def test_a_goal_that_is_only_served_wishes_nothing_behind_its_comma(text: str, statuses: list[Status]) -> None:
    assert [claim.status for claim in said(text)] == statuses


def test_indices_and_groups_that_are_counted_are_no_index() -> None:
    assert one("Kết quả PAPI được đánh giá trên 8 chỉ số gồm nhiều nội dung.", "8").indicator is None
    assert one("Chỉ số PAPI tăng 12 bậc.", "12").indicator == "index.papi"


def test_communes_of_an_area_may_be_placed_in_it() -> None:
    assert one("Hội nghị nối đến 85 xã, phường trong toàn tỉnh.", "85").indicator == "area.communes"
    assert one("Hội nghị nối đến 85 xã, phường trong vùng lũ.", "85").indicator is None


def test_a_base_may_stand_before_its_value_behind_an_average() -> None:
    found = one("Bác sĩ bình quân 1 vạn dân là 11,3.", "11,3")
    assert (found.indicator, found.figure.denominator) == ("health.doctors_per_10k", 10000)


def test_what_comes_along_with_a_figure_belongs_to_the_next() -> None:
    found = {
        claim.figure.surface: claim.indicator for claim in said("Huyện có 4 xã với dân số (năm 2019) là 38.100 người.")
    }
    assert found == {"4": None, "38.100": "area.population"}


def test_a_share_of_a_plan_names_nothing_by_itself() -> None:
    text = "Thu ngân sách đạt 410 tỷ đồng, bằng 92% dự toán; chi ngân sách đạt 380 tỷ đồng, bằng 81% dự toán."
    assert one(text, "92%").indicator == "budget.revenue_share_of_estimate"
    assert one(text, "81%").indicator is None


def test_other_sentences_say_nothing_where_this_one_speaks_of_something_else() -> None:
    text = "Tỉnh cấp mới 31 dự án.\n\nTỉnh có 2.900 doanh nghiệp đăng ký hoạt động với tổng vốn 71.000 tỷ đồng."
    assert one(text, "71.000 tỷ đồng").indicator is None


@pytest.mark.parametrize(
    "text",
    [
        "Các sở gửi báo cáo trước 20.8.",
        "Quy định áp dụng từ 1.9, không có ngoại lệ.",
        "Ngày 11 & 12.9, xã mở hội.",
        "Thứ 6, 12/9/2025, xã mở hội.",
        "Sáng thứ 6 (12/9), xã mở hội.",
    ],
)
def test_days_written_with_dots_and_numbers_of_weekdays_count_nothing(text: str) -> None:
    assert said(text) == []


def test_a_goal_that_is_only_counted_says_nothing_of_those_that_were_reached() -> None:
    found = said("Trong 23 chỉ tiêu đề ra, có 8 chỉ tiêu vượt, 11 chỉ tiêu đạt.")
    assert [claim.status for claim in found] == [Status.ACTUAL] * 3


def test_all_places_of_a_tour_are_the_area_and_one_is_none() -> None:
    assert one("Các điểm tham quan, du lịch đón 41.000 lượt khách.", "41.000").indicator == "tourism.visitors"
    assert one("Khu du lịch Hồ Xanh đón 41.000 lượt khách.", "41.000").indicator is None


def test_kinds_of_goods_in_brackets_do_not_go_on_with_what_was_named() -> None:
    text = "Chỉ số sản xuất công nghiệp tăng 6,5%. Nhiều mặt hàng tăng khá như bánh kẹo (61%), nước mắm (31%)."
    assert [claim.indicator for claim in said(text)] == ["economy.iip_growth", None, None]


def test_a_rate_of_growth_that_is_reached_is_a_change() -> None:
    claim = one("Tốc độ tăng thu ngân sách bình quân hằng năm đạt 11%.", "11%")
    assert (claim.indicator, claim.statement) == ("budget.revenue", Statement.CHANGE)


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("So với mục tiêu 7%, huyện mới đạt 5,5%.", "7%", Status.TARGET),
        ("So với mục tiêu 7%, huyện mới đạt 5,5%.", "5,5%", Status.ACTUAL),
        ("Tỷ lệ đạt 5,5%, thấp hơn mục tiêu đề ra là 7%.", "7%", Status.TARGET),
        ("Thu ngân sách vượt mục tiêu 7%.", "7%", Status.ACTUAL),
        ("Nếu giá tăng 7%, huyện sẽ mất 12 đơn hàng.", "7%", Status.OTHER),
        ("Khả năng cả năm đón 41.000 lượt khách.", "41.000", Status.FORECAST),
    ],
)
def test_the_value_of_a_goal_compared_with_and_what_is_only_supposed(text: str, surface: str, status: Status) -> None:
    assert one(text, surface).status is status


def test_a_part_of_what_is_planned_may_have_been_done() -> None:
    found = said("Đề án đặt ra 14 chỉ tiêu, trong đó 6 chỉ tiêu đã hoàn thành.")
    assert [claim.status for claim in found] == [Status.TARGET, Status.ACTUAL]
    found = said("Huyện phấn đấu có 14 xã nông thôn mới, trong đó 6 xã nâng cao.")
    assert [claim.status for claim in found] == [Status.TARGET] * 2


def test_what_a_plan_that_opens_a_sentence_is_of_is_a_goal() -> None:
    found = said("Kế hoạch năm 2025 trồng 710 ha rừng, đến nay đã trồng 640 ha.")
    assert [claim.status for claim in found] == [Status.TARGET, Status.ACTUAL]
    assert one("Kế hoạch được triển khai tại 31 xã.", "31").status is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("GRDP Bắc Giang đạt hơn 14%.", "economy.grdp_growth"),
        ("Tỷ trọng kinh tế số trong GRDP đạt 14%.", "digital.economy_share_grdp"),
        ("Chỉ số sản xuất công nghiệp (IIP) đi lên đều, ước tăng 26%.", "economy.iip_growth"),
        ("Giá trị sản xuất công nghiệp (giá hiện hành) vào khoảng 415 tỷ đồng.", "economy.industrial_output"),
        ("Về đầu tư công, nguồn ngân sách Trung ương đã giải ngân 492 tỷ đồng.", None),
    ],
)
def test_growth_without_its_word_brackets_and_sources_of_capital(text: str, indicator: str | None) -> None:
    assert said(text)[0].indicator == indicator


def test_the_year_that_capital_is_carried_into_and_a_ratio_leave_what_was_done() -> None:
    text = "Đến ngày 15/10, vốn năm 2024 kéo dài sang năm 2025 mới chi 34/320 tỷ đồng, đạt 10,6%."
    share = one(text, "10,6%")
    assert (share.status, share.period_end) == (Status.ACTUAL, "2025-10-15")


def test_a_ministrys_page_that_names_nothing_is_about_the_nation() -> None:
    text = "Kết quả như sau: tổng số thụ lý là 631 việc."
    assert areas(text, url="http://thads.moj.gov.vn/tin.aspx?ItemID=3683") == ["VN"]
    assert areas(text, url="http://tin.example/tin.aspx?ItemID=3683") == [None]


def test_a_paragraph_that_opens_with_what_a_district_has_goes_on_about_it() -> None:
    text = (
        "Tỉnh Nghệ An đổi thay.\n\nTheo báo cáo 6 tháng, kinh tế của huyện Tương Dương đạt nhiều kết quả. "
        "Tổng giá trị sản xuất đạt 41 tỷ đồng."
    )
    assert areas(text, url=None, published="2018-07-26") == ["nghe-an/tuong-duong"]


@pytest.mark.parametrize(
    ("text", "surface", "published"),
    [
        ("Dự toán thu ngân sách năm 2026 là 9.000 tỷ đồng.", "9.000 tỷ đồng", "2026-10-15"),
        ("Kế hoạch vốn 9.000 tỷ đồng đã được phân bổ.", "9.000 tỷ đồng", "2026-10-15"),
        ("Năm 2025, tỉnh thu 8.000 tỷ đồng. Năm nay, dự toán thu 9.000 tỷ đồng.", "9.000 tỷ đồng", "2026-01-09"),
    ],
)
def test_an_estimate_of_takings_is_a_plan(text: str, surface: str, published: str) -> None:
    claim = one(text, surface, published=published)
    assert (claim.status, claim.period_end) == (Status.TARGET, "2026-12-31")


def test_shares_of_two_plans_are_of_one_sum() -> None:
    found = said("Thu ngân sách đạt 30 tỷ đồng, bằng 49% dự toán trung ương và 46% dự toán HĐND tỉnh giao.")
    assert [claim.indicator for claim in found] == ["budget.revenue"] + ["budget.revenue_share_of_estimate"] * 2


def test_every_part_of_what_was_set_that_is_completed_was_reached() -> None:
    text = "Xã đề ra 25 chỉ tiêu, trong đó 10 chỉ tiêu hoàn thành vượt mức; 13 chỉ tiêu hoàn thành; 2 chỉ tiêu còn lại."
    found = [claim.status for claim in said(text)]
    assert found == [Status.TARGET, Status.ACTUAL, Status.ACTUAL, Status.TARGET]


def test_what_inspectors_ask_for_is_told_and_not_demanded() -> None:
    text = "Thanh tra đề nghị xử lý hành chính 38 cán bộ.\n\nTỉnh đề nghị trung ương cấp 41 tỷ đồng."
    assert [claim.status for claim in said(text)] == [Status.ACTUAL, Status.OTHER]


def test_words_that_only_hold_one_of_demand_demand_nothing() -> None:
    text = "Lồng bẫy 81 chiếc; hậu cần đánh bắt 59 chiếc; tỷ lệ chuyên cần 98%."
    assert {claim.status.value for claim in said(text)} == {"actual"}
    assert said("Xã cần 59 chiếc.")[0].status.value == "other"


def test_what_adds_up_over_a_year_is_told_by_the_year_too() -> None:
    text = "Kim ngạch xuất khẩu năm 2025 đạt trên 250 triệu USD/năm, năm 2030 đạt trên 400 triệu USD."
    assert [claim.indicator for claim in said(text)] == ["economy.exports"] * 2
    assert said("Mỗi hộ thu 200 triệu đồng/năm từ xuất khẩu vải.")[0].indicator is None
