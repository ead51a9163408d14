"""Goals that go on from sentence to sentence, and what breaks them off; the times that come with them."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said

GOAL = "Năm 2026, tỉnh đặt mục tiêu kinh tế số đạt 20%. "


def statuses(text: str, language: str = "vi") -> list[Status]:
    return [claim.status for claim in said(text, language)]


def test_a_goal_goes_on_where_no_result_is_told() -> None:
    found = said(GOAL + "Tỷ lệ hộ dùng nước sạch đạt 90%. Tỷ lệ hồ sơ trực tuyến đạt 80%.")
    assert [(claim.status, claim.period_end) for claim in found] == [(Status.TARGET, "2026-12-31")] * 3


@pytest.mark.parametrize(
    "result",
    [
        "Đến nay, tỷ lệ hộ dùng nước sạch đạt 90%.",
        "Năm 2024, tỷ lệ hộ dùng nước sạch đạt 90%.",
        "Tỷ lệ hộ dùng nước sạch đạt 90%, tăng 3% so với cùng kỳ.",
        "Toàn tỉnh có 90 xã.",
    ],
)
def test_a_result_breaks_a_goal_off(result: str) -> None:
    assert Status.TARGET not in statuses(GOAL + result)[1:]


def test_what_exceeded_a_goal_wishes_for_nothing() -> None:
    text = "Thu ngân sách đạt 90 tỷ đồng, vượt chỉ tiêu đề ra. Tỉnh hoàn thành xóa 45 căn nhà tạm."
    assert statuses(text) == [Status.ACTUAL] * 2


def test_goals_that_a_meeting_sets_and_counts_follow_in_detail() -> None:
    text = "Đại hội biểu quyết thông qua 16 chỉ tiêu. Cụ thể, thu nhập đạt 71 triệu đồng; nước sạch đạt 93%."
    assert statuses(text)[1:] == [Status.TARGET] * 2


@pytest.mark.parametrize(
    "told",
    [
        "Tỉnh đã hoàn thành 16 chỉ tiêu. Cụ thể, thu nhập đạt 71 triệu đồng.",
        "Có 28 chỉ tiêu vượt mức đề ra, tăng 16 chỉ tiêu. Cụ thể, thu nhập đạt 71 triệu đồng.",
    ],
)
def test_goals_that_were_reached_and_counted_are_results(told: str) -> None:
    assert statuses(told)[-1] is Status.ACTUAL


def test_goals_that_close_a_sentence_are_only_those_that_were_met() -> None:
    text = "Xã vượt các mục tiêu mà đại hội đã đề ra. Tổng thu đạt 2 tỷ đồng."
    assert statuses(text) == [Status.ACTUAL]


def test_a_verb_that_tells_which_ones_ends_no_goal() -> None:
    text = "Tỉnh phấn đấu thêm 7 xã, giữ chất lượng tại các xã đã đạt chuẩn, đồng thời nâng tỷ lệ lên trên 52%."
    assert statuses(text) == [Status.TARGET] * 2


def test_what_there_is_stays_so_whatever_is_to_come() -> None:
    assert statuses("Tỉnh đã có khoảng 31 dự án sẵn sàng khởi công vào ngày 19/12/2025.") == [Status.ACTUAL]


def test_an_article_of_goals_goes_on_with_them() -> None:
    text = "Đến cuối năm 2026, tỉnh phấn đấu xây 900 căn nhà, sửa 300 căn nhà.\n"
    found = said(text + "Huyện Bình An thực hiện 500 căn, huyện Hòa An 400 căn.")
    assert [(claim.status, claim.period_end) for claim in found] == [(Status.TARGET, "2026-12-31")] * 4


def test_one_result_ends_an_article_of_goals() -> None:
    text = "Đến cuối năm 2026, tỉnh phấn đấu xây 900 căn nhà, sửa 300 căn nhà. Đã xây 100 căn.\n"
    assert statuses(text + "Huyện Bình An thực hiện 50 căn.")[-1] is Status.ACTUAL


def test_a_tense_says_by_itself_what_is_over() -> None:
    text = "The province aims to build 900 houses and 30 schools.\nThe district repaired 50 houses."
    assert statuses(text, "en") == [Status.TARGET, Status.TARGET, Status.ACTUAL]


SHARES = "The plan sets the target of 95% of wards; 90% of forms are filed online; 80% of firms trade online.\n"


@pytest.mark.parametrize(
    "text",
    [
        "The share of homes with fibre is over 85%.",
        "Some 85% of adults have accounts.",
        "Attendance ranges from 60% in the hills, with high schools exceeding 85%.",
    ],
)
def test_a_text_of_goals_goes_on_with_shares_in_the_present(text: str) -> None:
    assert set(statuses(SHARES + text, "en")) == {Status.TARGET}


@pytest.mark.parametrize(
    "text",
    [
        "The share of homes with fibre was 85%.",
        "To date, the share of homes with fibre is 85%.",
        "The share of homes with fibre is 85%, compared with 70% in 2020.",
        "The province built 85 schools.",
    ],
)
def test_a_text_of_goals_may_tell_a_result(text: str) -> None:
    assert statuses(SHARES + text, "en")[3] is Status.ACTUAL


def test_an_age_is_no_result_among_goals() -> None:
    assert statuses(SHARES + "Of people aged 16 years and over, 85% hold cards.", "en")[-1] is Status.TARGET


def test_the_verb_of_a_share_leaves_the_next_to_the_wish() -> None:
    text = "It aims to ensure that 95% of small and large wards have roads, 90% of schools are sound, and 80% of homes."
    assert statuses(text, "en") == [Status.TARGET] * 3


def test_a_verb_of_the_owner_ends_the_wish() -> None:
    assert statuses("The city, which aims for 95% of roads, has 90%.", "en") == [Status.TARGET, Status.ACTUAL]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Hội nghị tổng kết năm 2025 và phương hướng năm 2026.\nDoanh thu ước đạt 23 tỷ đồng.", ["2025-12-31"]),
        ("Có 12 xã thu quý III cao hơn 6 tháng đầu năm.", ["2025-09-30"]),
    ],
)
def test_the_time_that_is_over_is_told(text: str, ends: list[str]) -> None:
    assert [
        claim.period_end for claim in said(text, published="2026-01-28" if "2026" in text else "2025-10-15")
    ] == ends


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The council approved the targets for 2026. Specifically: growth reached 9%; exports were USD 4 billion.",
            "en",
        ),
        ("Tỉnh thông qua mục tiêu năm 2026. Cụ thể: tăng trưởng đạt 9%; xuất khẩu đạt 4 tỷ USD.", "vi"),
    ],
)
def test_a_list_that_a_sentence_of_goals_announces_is_one_of_goals(text: str, language: str) -> None:
    assert [(claim.status, claim.period_end) for claim in said(text, language)] == [(Status.TARGET, "2026-12-31")] * 2


def test_a_list_behind_a_result_is_none_of_goals() -> None:
    text = "The council achieved the targets for 2024. Specifically: growth reached 9%."
    assert statuses(text, "en") == [Status.ACTUAL]


def test_a_figure_before_the_word_of_a_goal_is_its_value() -> None:
    assert statuses("Output rose by 7%, exceeding the 5% target.", "en") == [Status.ACTUAL, Status.TARGET]
    assert statuses("Some 7% of firms target 9 markets.", "en")[0] is Status.ACTUAL


def test_one_wish_behind_all_figures_of_a_sentence_governs_them() -> None:
    text = "Up to 99 percent of fees and 90 percent of bills at local schools and clubs in every ward"
    assert statuses(f"{text} are hoped to be paid without cash.", "en") == [Status.TARGET] * 2
    assert statuses("The rate reached 9 percent of homes, and more homes will follow.", "en") == [Status.ACTUAL]


def test_goals_take_the_time_of_the_sentence_above_that_announces_them() -> None:
    text = "Looking ahead to 2026-2030, the commune has set forth a goal.\n\nGoals include a rate of 50 per cent."
    assert said(text, "en")[0].period_end == "2030-12-31"


def test_what_a_page_of_statistics_measures_is_no_goal() -> None:
    page = "4. Chỉ tiêu về y tế\n\n- Tỷ lệ tiêm chủng: 93,1%\n\n"
    for end, status in (("(Theo niên giám thống kê năm 2021)", Status.ACTUAL), ("", Status.TARGET)):
        assert [claim.status for claim in said(page + end, published=None)] == [status]


def test_a_figure_before_a_wish_goes_on_with_the_goals_of_the_article() -> None:
    goals = "Phấn đấu 9% số hộ có nhà mới, 8% số xã có chợ.\n\n"
    assert (
        statuses(goals + "Giảm tỷ lệ bỏ học xuống 3%; phấn đấu 94% trẻ đến lớp; đào tạo đạt 68%.")
        == [Status.TARGET] * 5
    )
    assert statuses("Tỷ lệ bỏ học là 3%; phấn đấu 94% trẻ đến lớp.")[0] is Status.ACTUAL


def test_the_next_sentence_names_parts_of_a_goal() -> None:
    text = "Năm 2026, tỉnh đặt mục tiêu đón 7 triệu lượt khách. Trong đó, khách quốc tế là 410.000 lượt, tăng 8%."
    found = said(text, published="2026-01")
    assert {(claim.status, claim.period_start) for claim in found} == {(Status.TARGET, "2026-01-01")}
    done = said("Tỉnh phấn đấu có 14 xã nông thôn mới. Trong đó, đã có 6 xã đạt chuẩn.", published="2026-01")
    assert done[-1].status is Status.ACTUAL


def test_compulsory_insurance_demands_nothing() -> None:
    found = said("Toàn tỉnh có 91.000 người tham gia BHXH; BHXH bắt buộc là 84.000 người.")
    assert [claim.status for claim in found] == [Status.ACTUAL] * 2


def test_a_wish_is_for_the_year_that_the_sentence_before_names() -> None:
    found = said("Năm 2026, tỉnh đẩy mạnh du lịch. Phấn đấu đón 7 triệu lượt khách.", published="2026")
    assert [(claim.status, claim.period_start) for claim in found] == [(Status.TARGET, "2026-01-01")]


def test_an_estimate_for_a_day_to_come_is_a_forecast() -> None:
    text = "Ước tính của huyện, đến cuối năm nay, tỷ lệ hộ nghèo còn 3%."
    assert [claim.status for claim in said(text, published="2026-03")] == [Status.FORECAST]
    assert [claim.status for claim in said(text, published="2026-12")] == [Status.ESTIMATE]


def test_what_was_set_and_is_listed_is_a_goal() -> None:
    text = "Nghị quyết đã đề ra các chỉ tiêu năm 2026. Cụ thể như: GRDP tăng 9%."
    assert statuses(text) == [Status.TARGET]
    assert statuses("Tỉnh đã đạt các mục tiêu năm 2024. Cụ thể như: GRDP tăng 9%.") == [Status.ACTUAL]


def test_a_lead_in_that_only_counts_goals_opens_a_list_of_them() -> None:
    listed = "\n\n- GRDP tăng: 9%\n\n- Tỷ lệ che phủ rừng 58%"
    for head, status in (("kinh tế", Status.TARGET), ("đạt được", Status.ACTUAL)):
        found = said(f"Kỳ họp thông qua nghị quyết.\n\n7 chỉ tiêu {head} gồm:{listed}")
        assert [claim.status for claim in found if claim.figure.unit == "%"] == [status] * 2


def test_a_year_told_in_its_first_month_is_planned() -> None:
    text = "Năm 2026, tỉnh có thêm 9 xã đạt chuẩn."
    for published, status in (("2026-01-17", Status.TARGET), ("2026-12-17", Status.ACTUAL)):
        assert [claim.status for claim in said(text, published=published)] == [status]
    assert [one.status for one in said("Năm 2026, xã đã giao 9 suất quà.", published="2026-01-17")] == [Status.ACTUAL]


def test_a_line_without_a_stop_heads_the_goals_below_it() -> None:
    for line, status in (("Nhiệm vụ cụ thể", Status.TARGET), ("Kết quả nổi bật", Status.ACTUAL)):
        goals = "Kinh tế số chiếm tối thiểu 20% GRDP.\n\nTỷ lệ hồ sơ trực tuyến trên 80%."
        found = said(f"Hành trình số\n\nTỉnh đã xác định mục tiêu cho năm 2030.\n\n{line}\n\n{goals}", published=None)
        assert [claim.status for claim in found] == [status] * 2
        assert status is Status.ACTUAL or {claim.period_end for claim in found} == {"2030-12-31"}


def test_what_is_within_reach_is_forecast() -> None:
    assert statuses("Mốc 9 tỷ USD trong tầm tay.") == [Status.FORECAST]
    assert statuses("Cả năm, kim ngạch có thể lên 9 tỷ USD.") == [Status.FORECAST]


def test_the_number_of_a_congress_stands_before_no_goal() -> None:
    found = said("Xã đã họp Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030 và đề ra mục tiêu: thu nhập tăng 9%/năm.")
    assert [(claim.status, claim.period_end) for claim in found] == [(Status.TARGET, "2030-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "Trong 5 năm tới, xã xây 12 km đường.",
        "Thời gian tới, xã xây 12 km đường.",
        "Theo kế hoạch, cả năm xã xây 12 km đường.",
    ],
)
def test_what_an_opening_sets_for_later_is_planned(text: str) -> None:
    assert one(text, "12", published="2025-07-10").status is Status.TARGET
    done = "Xã làm 12 cuộc kiểm tra theo kế hoạch."
    assert one(done, "12", published="2025-07-10").status is Status.ACTUAL


@pytest.mark.parametrize(
    ("surface", "status", "start", "end"),
    [
        ("12", Status.ACTUAL, "2025-01-01", "2030-12-31"),
        ("7%", Status.TARGET, "2025-01-01", "2030-12-31"),
        ("30", Status.TARGET, None, "2030-12-31"),
        ("2%", Status.TARGET, "2025-01-01", "2030-12-31"),
    ],
)
def test_goals_that_are_set_counted_and_listed(surface: str, status: Status, start: str | None, end: str) -> None:
    text = (
        "Đảng bộ xã Tân Hòa xác định 12 chỉ tiêu cho nhiệm kỳ 2025-2030, gồm: thu ngân sách tăng bình quân mỗi năm 7%; "
        "đến năm 2030 có 30 hợp tác xã; mỗi năm giảm 2% hộ nghèo."
    )
    claim = next(claim for claim in said(text, published="2025-08-22") if claim.figure.surface == surface)
    assert (claim.status, claim.period_start, claim.period_end) == (status, start, end)


def test_goals_that_were_missed_are_listed_as_results() -> None:
    text = "Qua rà soát, xã xác định 12 chỉ tiêu chưa đạt, gồm: thu nhập đạt 40 triệu đồng."
    assert one(text, "40 triệu đồng", published="2025-08-22").status is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Sang năm 2026, dự toán của tỉnh cho y tế, giáo dục và văn hóa khoảng 45 tỷ đồng, chiếm 3% tổng chi.",
            "target",
        ),
        ("Năm nay, tổng dự toán chi cho chuyển đổi số khoảng 45 tỷ đồng, tương đương 3% tổng chi.", "target"),
        ("Bám sát dự toán năm 2026, tỉnh đã thu 45 tỷ đồng, chiếm 3% tổng thu.", "actual"),
    ],
)
def test_an_estimate_that_opens_its_sentence_is_a_plan_and_so_is_its_share(text: str, status: str) -> None:
    found = [one(text, surface, published="2026-03").status for surface in ("45 tỷ đồng", "3%")]
    assert found == [Status(status)] * 2


def test_indicators_are_goals_in_a_heading_but_what_was_measured_behind_results() -> None:
    goals = "Các chỉ tiêu chủ yếu:\n\n- Thu nhập đạt 60 triệu đồng.\n"
    assert [claim.status for claim in said(goals)] == [Status.TARGET]
    told = "Năm 2021, thành phố có 320 trường, tăng 5%.\n\nBảng chỉ tiêu giáo dục\n\nSố lớp 4.200\n"
    assert {claim.status for claim in said(told, published="2022-11-10")} == {Status.ACTUAL}
    compared = "So với năm 2022 có:\n\n- 6 chỉ tiêu tăng điểm, gồm: DN gặp khó khăn (từ 16% giảm còn 11%).\n"
    assert {claim.status for claim in said(compared)} == {Status.ACTUAL}


def test_the_parts_of_a_plan_are_planned_for_its_year() -> None:
    text = "Kế hoạch gieo trồng năm nay là 5.000 ha. Trong đó, lúa 3.000 ha, dự kiến năng suất 69 tạ/ha; ngô 2.000 ha."
    found = {claim.figure.surface: (claim.status, claim.period_end) for claim in said(text)}
    assert found["3.000"] == found["2.000"] == (Status.TARGET, "2025-12-31")
    done = "Kế hoạch gieo trồng 5.000 ha. Trong đó, đến nay đã trồng 3.000 ha."
    assert [claim.status for claim in said(done)] == [Status.TARGET, Status.ACTUAL]


def test_a_headline_without_a_day_of_publication_dates_the_goals_below() -> None:
    text = "Quảng Trị phấn đấu thuộc nhóm 20 tỉnh về chuyển đổi số trong năm 2026\nCác chỉ tiêu cụ thể như sau:\n"
    text += "(1) Về chính quyền số: 90% kết quả giải quyết thủ tục hành chính được số hóa; 100% xã mở sổ điện tử."
    found = said(text, published=None)
    assert [claim.status.value for claim in found] == ["target"] * 3
    assert {claim.period_end for claim in found} == {"2026-12-31"}


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("HĐND tỉnh thông qua Nghị quyết phát triển kinh tế năm 2026", Status.TARGET),
        ("Năm 2024, tỉnh có 9 điểm sáng, thu 8 tỷ đồng, tăng 5%.", Status.ACTUAL),
        ("Kinh tế tỉnh khởi sắc", Status.ACTUAL),
    ],
)
def test_indicators_before_a_colon_are_goals_behind_what_is_to_come(opening: str, status: Status) -> None:
    text = f"{opening}\n\nCác chỉ tiêu chủ yếu: GRDP tăng 9,5%; thu ngân sách 12.000 tỷ đồng.\n"
    assert {claim.status for claim in said(text, published="2025-12-10")[-2:]} == {status}


def test_what_a_congress_outlines_are_goals_to_the_end() -> None:
    text = """Đại hội Đảng bộ tỉnh

Đại hội xác định phương hướng nhiệm kỳ 2025 - 2030. Theo đó, GRDP tăng bình quân 11%. Năm 2030 thu nhập đạt 150 triệu.

Tỷ lệ đô thị hóa đạt 45%. Có 80% số xã đạt chuẩn.
"""
    assert [claim.status for claim in said(text, published="2025-09-28")] == [Status.TARGET] * 4


def test_a_title_that_wishes_needs_one_goal_to_make_a_text_of_goals() -> None:
    text = "{}\n\nĐến năm 2030 thu nhập đạt 95 triệu đồng. 100% trường học đạt chuẩn."
    wishes, tells = "Xã Tân Hòa phấn đấu thành phường", "Xã Tân Hòa đã thành phường"
    assert one(text.format(wishes), "100%", published="2025-09-28").status == Status.TARGET
    assert one(text.format(tells), "100%", published="2025-09-28").status == Status.ACTUAL


def test_sentences_without_a_time_go_on_with_the_goals_of_a_text_of_tasks() -> None:
    text = """Xín Mần triển khai nhiệm vụ năm 2025

Năm 2024, thu nhập bình quân đạt 31 triệu đồng; thu ngân sách 70 tỷ đồng.

Năm 2025, phấn đấu thu ngân sách 85 tỷ đồng.

Trồng mới 500 ha rừng. Toàn huyện có 19 xã.
"""
    found = {claim.figure.surface: (claim.status, claim.period_end) for claim in said(text, published="2025-01-20")}
    assert found["500"] == (Status.TARGET, "2025-12-31")
    assert found["31 triệu đồng"] == (Status.ACTUAL, "2024-12-31")
    assert found["19"][0] == Status.ACTUAL


def test_what_makes_a_household_poor_is_a_norm() -> None:
    text = "Hộ nghèo là hộ có thu nhập từ 1,5 triệu đồng trở xuống."
    assert one(text, "1,5 triệu đồng").status == Status.OTHER
