"""What an opening reports: not the lines above it, not a year that was only planned for, not a day long over."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


def spans(text: str, published: str | None = "2025-10-15") -> list[tuple[str | None, str | None]]:
    return [(claim.period_start, claim.period_end) for claim in said(text, published=published)]


def test_bare_lines_above_a_text_do_not_use_up_its_opening() -> None:
    lines = "Kinh tế và đời sống\n\nAn Giang đứng đầu cả vùng\n\nMinh Hà\n\nChia sẻ\n\n"
    text = lines + "Trong 6 tháng đầu năm 2024, kinh tế của tỉnh có nhiều điểm sáng.\n\nTỉnh trồng được 900 ha rừng."
    assert one(text, "900", published="2024-07").period_start == "2024-01-01"


def test_a_month_long_over_is_not_what_a_page_reports() -> None:
    text = "Trong tháng 3, tỉnh khai trương hệ thống mới.\n\nTổ công tác đã hoàn thành 11 nhiệm vụ."
    assert one(text, "11", published="2024-06-13").period_end == "2024-06-13"
    assert one(text, "11", published="2024-04-13").period_end == "2024-03-31"


def test_the_year_of_an_allotment_is_not_reported() -> None:
    text = "Năm 2025, tỉnh được giao 900 tỷ đồng vốn đầu tư công.\n\nKhu vực phía đông có 7 cây cầu."
    assert one(text, "7", published="2025-11-15").period_end == "2025-11-15"


@pytest.mark.parametrize(("published", "day"), [("2025-10-20", "2025-09-30"), ("2025-12-15", "2025-12-15")])
def test_a_day_dates_the_whole_page_only_soon_behind_it(published: str, day: str) -> None:
    text = "Đến ngày 30/9, tỉnh có 31 xã đạt chuẩn.\n\nTuyến đường dài 26 km."
    assert one(text, "26", published=published).period_end == day


def test_a_span_counted_in_days_behind_other_figures_dates_its_sentence() -> None:
    text = "Cả nước thành lập 300 trung tâm. Số hồ sơ tăng. Từ ngày 3/7 đến 12/8/2025, cả nước nhận 4 triệu hồ sơ."
    text += "\n\nTính đến ngày 24/8/2025, 31 xã đã xong.\n\nHệ thống cho thấy 25 tỉnh đã hoàn thành."
    assert one(text, "25", published="2025-08-26").period_end == "2025-08-24"


def test_what_follows_so_far_keeps_no_span_from_before() -> None:
    text = "Cầu bắc qua sông. Dân ở hai bờ. Trẻ em đi học xa. "
    text += "Vốn giải ngân năm 2025 được 46 tỷ đồng. Đến nay, khối lượng đạt 51%.\n\nPhía tây có 9 cây cầu."
    assert one(text, "9", published="2025-11-15").period_end == "2025-11-15"


def test_a_clause_set_against_another_keeps_its_time_for_itself() -> None:
    text = "Sau 3 năm, giá trị xây lắp đạt 63 tỷ đồng, trong khi vốn giải ngân năm 2024 được 41 tỷ đồng."
    assert one(text, "63 tỷ đồng", published="2025-11-15").period_end == "2025-11-15"


def test_the_end_of_a_school_year_is_its_last_day() -> None:
    text = "Ngành phấn đấu đến hết năm học 2024-2025 có 60 trường đạt chuẩn."
    claim = one(text, "60", published="2024-12-03")
    assert (claim.period_start, claim.period_end) == (None, "2025-05-31")


def test_the_year_of_a_crop_is_carried_no_further() -> None:
    text = "Trong 6 tháng đầu năm 2024, nông nghiệp tăng 3%; tổng diện tích lúa đông xuân năm 2024 đạt 90 ha. "
    claim = one(text + "Toàn tỉnh trồng được 600 ha rừng.", "600", published="2024-06-30")
    assert claim.period_end == "2024-06-30"


def test_what_a_condition_would_lead_to_is_no_result() -> None:
    assert one("Nếu giá ổn định như hiện nay thì doanh thu khoảng 36 tỷ đồng.", "36 tỷ đồng").status is Status.FORECAST
    assert one("Nếu năm 2020 có 5 xã thì đến nay có 12 xã.", "12").status is Status.ACTUAL


def test_what_an_issued_plan_says_is_a_goal() -> None:
    text = "Tỉnh đã ban hành Đề án thí điểm tổ công nghệ. Theo đó, mỗi huyện chọn 2 thôn."
    assert one(text, "2").status is Status.TARGET
    text = "Tỉnh đã ban hành Quyết định. Theo đó, 2 thôn được công nhận."
    assert one(text, "2").status is Status.ACTUAL


def test_an_age_stays_a_bound_within_a_wish() -> None:
    ages = [
        claim for claim in said("Phấn đấu 70% người dân từ 16 tuổi trở lên có tài khoản.") if claim.figure.unit != "%"
    ]
    assert [claim.status for claim in ages] == [Status.OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "Xã Tân Sơn sớm nhất tỉnh Thái Bình đạt chuẩn trong năm 2022.\n\nTỷ lệ nước sạch đạt 93%.",
        "Sau 3 năm thực hiện Nghị quyết về phong trào giai đoạn 2021-2025, làng quê đổi thay.\n\nTỉnh huy động 93%.",
    ],
)
def test_years_on_the_way_of_a_sentence_are_not_reported(text: str) -> None:
    assert one(text, "93%", published=None).period_end is None


def test_the_year_of_a_review_is_reported() -> None:
    text = "Sở Y tế tỉnh Thái Bình tổ chức hội nghị tổng kết năm 2022.\n\nTỷ lệ tiêm chủng đạt 93%."
    assert one(text, "93%", published=None).period_end == "2022-12-31"


def test_a_month_is_of_the_year_behind_the_one_compared_with() -> None:
    text = "Trong tháng 4, xuất khẩu đạt 9 tỷ USD, tăng 3% so với cùng kỳ năm 2016."
    assert one(text, "9 tỷ USD", published=None).period_end == "2017-04-30"


def test_years_in_turn_date_the_figures_behind_them() -> None:
    text = "Mức thặng dư trong năm 2016, 2017 lần lượt là 3 tỷ USD và 4 tỷ USD."
    assert [claim.period_end for claim in said(text)] == ["2016-12-31", "2017-12-31"]


def test_what_was_done_with_what_a_year_was_given_is_of_that_year() -> None:
    text = "Năm 2023, huyện được phân bổ 165 tỷ đồng. Huyện đã triển khai 35 dự án."
    assert one(text, "35").period_end == "2023-12-31"


def test_what_a_plan_looks_to_dates_no_result() -> None:
    text = "Nghị quyết về chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030 đã hoàn thành 24 việc, còn 2 việc."
    assert spans(text, published="2025-03-10") == [(None, "2025-03-10")] * 2
    text = "Đề án du lịch, tầm nhìn 2045 đã giải ngân 90 tỷ đồng."
    assert spans(text, published="2025-03-10") == [(None, "2025-03-10")]


def test_a_year_of_a_term_named_in_passing_dates_its_sentence_only() -> None:
    term, behind = "Giai đoạn 2021-2024, huyện trồng 900 ha rừng. ", " Huyện xây 12 cầu."
    text = term + "Tỷ lệ hộ nghèo năm 2024 còn 3%." + behind
    assert spans(text)[1:] == [("2024-01-01", "2024-12-31"), ("2021-01-01", "2024-12-31")]
    assert spans(term + "Năm 2024, tỷ lệ hộ nghèo còn 3%." + behind)[2] == ("2024-01-01", "2024-12-31")


def test_today_holds_to_the_end_of_its_paragraph_where_no_publication_is_known() -> None:
    text = "Tháng 2/2024 rét ít.\n\nHiện toàn tỉnh có 41 hộ. Số hộ có chuồng là 33 hộ."
    assert spans(text, published=None) == [(None, None)] * 2


def test_a_goal_opens_no_report_where_no_publication_is_known() -> None:
    text = "Mục tiêu năm 2024 là trồng 9 ha rừng.\n\nHuyện xây 12 cầu."
    assert spans(text, published=None)[1] == (None, None)


def test_a_time_that_opens_the_next_clause_is_of_what_is_told_again() -> None:
    text = "Trong 6 tháng đầu năm 2024, kinh tế phát triển.\n\nXã có 12 tổ, năm 2023 thành lập thêm 3 tổ."
    assert spans(text, published="2024-07-05") == [("2024-01-01", "2024-06-30"), ("2023-01-01", "2023-12-31")]
    text = "Huyện giải ngân 900 tỷ đồng, đến ngày 30/9 đạt 60% kế hoạch."
    assert {end for _, end in spans(text, published="2024-10-05")} == {"2024-09-30"}


def test_what_was_and_what_is_may_stand_around_a_stroke() -> None:
    text = "6 tháng đầu năm 2024, xảy ra 45 vụ cháy, tăng 5 vụ so với cùng kỳ năm 2023 (45/40 vụ)."
    found = said(text, published="2024-07-05")
    assert [(claim.period_end, claim.status) for claim in found[-2:]] == [
        ("2024-06-30", Status.ACTUAL),
        ("2023-06-30", Status.ACTUAL),
    ]
    assert said("Giải ngân 45/40 tỷ đồng kế hoạch.", published="2024-07-05")[1].status is Status.TARGET


def test_what_is_only_left_out_is_no_condition() -> None:
    text = "Nếu không tính 90 tỷ đồng tiền đất, huyện thu 800 tỷ đồng."
    assert [claim.status for claim in said(text)] == [Status.ACTUAL] * 2


def test_when_a_thing_began_behind_a_comma_dates_neither_its_length_nor_its_cost() -> None:
    assert spans("Tuyến đường dài 26 km, hoàn thành tháng 5/2024.", published="2025-07-10") == [(None, "2025-07-10")]
    found = spans("Tỉnh có 12 dự án khởi công năm 2025.", published="2025-07-10")
    assert found == [("2025-01-01", "2025-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "Sở đặt mục tiêu 95% dân số có thẻ vào cuối năm; hiện tỷ lệ này là 91%.",
        "Dự án phải xong trước ngày 31/12, hiện nay mới giải ngân 91%.",
        "Năm 2020, tỷ lệ này là 80%, đến nay tăng lên 91%, doanh thu năm 2024 đạt 12 tỷ đồng.",
    ],
)
def test_today_behind_another_time_is_a_result(text: str) -> None:
    claim = one(text, "91%", published="2025-10-15")
    assert (claim.period_end, claim.status) == ("2025-10-15", Status.ACTUAL)


def test_tasks_that_go_on_are_told_as_of_the_day_of_the_others() -> None:
    text = (
        "Tính đến hết ngày 30/9/2025, tỉnh đã hoàn thành 38/64 nhiệm vụ.\n\n"
        "Ngoài 38 nhiệm vụ đã hoàn thành, tỉnh có 21 nhiệm vụ đang triển khai và 5 nhiệm vụ quá hạn."
    )
    assert {claim.period_end for claim in said(text, published="2025-10-03")} == {"2025-09-30"}


def test_a_headline_that_counts_leaves_the_days_to_the_sentence_below() -> None:
    text = (
        "9 tỉnh thiệt hại do mưa lũ đầu tháng 10\nMưa lũ trong 4 ngày từ 1 - 4.10 gây thiệt hại lớn.\nCó 12 nhà bị sập."
    )
    assert one(text, "12").period_start == "2025-10-01"
    assert one(text, "12").period_end == "2025-10-04"


def test_the_first_days_of_a_month_that_goes_on_are_not_the_month() -> None:
    assert one("Mưa lũ đầu tháng 10 làm sập 12 nhà.", "12").period_end == "2025-10-15"
    assert one("Mưa lũ đầu tháng 9 làm sập 12 nhà.", "12").period_end == "2025-09-30"


def test_a_bracket_behind_how_much_something_moved_holds_the_two_values() -> None:
    text = "Tuần 40 (từ ngày 29/9/2025 đến ngày 5/10/2025), Huế ghi nhận 30 ca bệnh.\n"
    text += "So với cùng kỳ năm 2024, số mắc cộng dồn giảm 45% (137/251), số sốc cộng dồn tăng 20% (12/10)."
    told = {claim.figure.surface: (claim.period_start, claim.status.value) for claim in said(text)}
    assert told["12"] == ("2025-01-01", "actual")
    assert told["10"] == ("2024-01-01", "actual")
    assert told["251"] == ("2024-01-01", "actual")


@pytest.mark.parametrize("published", [None, "2021-05-05"])
def test_the_years_of_wrongdoing_are_not_those_of_what_was_done_about_it(published: str | None) -> None:
    text = "Kon Tum kỷ luật 14 đảng viên vì sai phạm giai đoạn 2015-2020\nCó 3 tập thể phải kiểm điểm."
    assert {claim.period_end for claim in said(text, published=published)} == {published}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "vi",
            "Tỉnh thực hiện Kết luận số 215/KL-TTCP ngày 12/9/2023.\n\nTính đến ngày 15/3, tỉnh xây 31 cầu.",
            "2024-03-15",
        ),
        (
            "vi",
            "Tỉnh thực hiện Kết luận số 215/KL-TTCP ngày 12/9/2023.\n\nTính đến ngày 15/11, tỉnh xây 31 cầu.",
            "2023-11-15",
        ),
        ("vi", "Tính đến ngày 15/3, tỉnh xây 31 cầu theo Kết luận số 215/KL-TTCP ngày 12/9/2023.", "2023-03-15"),
        (
            "ur",
            "صوبہ 9 ستمبر 2023 کے فیصلہ نمبر 215 پر عمل کر رہا ہے۔\n\n15 مارچ تک صوبے نے 31 پل بنائے۔",
            "2024-03-15",
        ),
        (
            "en",
            "It carries out Decision No. 215/QD-TTg dated September 12, 2023.\n\nAs of March 15, it had 31 bridges.",
            "2024-03-15",
        ),
    ],
)
def test_what_a_paper_asks_for_is_done_after_it_was_signed(language: str, text: str, day: str) -> None:
    assert one(text, "31", language, published=None).period_end == day
