"""For the times that name an office, a festival or a document, go back to one named before, or stand in brackets."""

from __future__ import annotations

import pytest

from extractor.records import Statement, Status
from tests.claiming import one, said

Span = tuple[str | None, str | None]


def spans(text: str, language: str = "vi", published: str | None = "2025-10-15") -> list[Span]:
    return [(claim.period_start, claim.period_end) for claim in said(text, language, published=published)]


@pytest.mark.parametrize(
    ("text", "language", "end"),
    [
        ("Hội đồng nhân dân tỉnh nhiệm kỳ 2021-2026 có 61 đại biểu.", "vi", "2025-10-15"),
        ("Đảng bộ tỉnh lần thứ I, nhiệm kỳ 2025-2030 có 61 ủy viên.", "vi", "2025-10-15"),
        ("Trong nhiệm kỳ 2020-2025, tỉnh xây 61 cầu.", "vi", "2025-12-31"),
        ("The council for the 2021-2026 term has 61 members.", "en", "2025-10-15"),
        ("Over the 2020-2025 term, the province built 61 bridges.", "en", "2025-12-31"),
    ],
)
def test_a_term_of_office_names_its_holders_or_says_when(text: str, language: str, end: str) -> None:
    assert one(text, "61", language).period_end == end


def test_a_day_behind_a_document_with_a_word_of_its_own_is_none_of_the_document() -> None:
    text = "Theo Nghị định số 90/2024/NĐ-CP, đến ngày 28/9, cả nước có 3.400 người học nghề."
    assert spans(text) == [(None, "2025-09-28")]


def test_a_base_in_a_bracket_dates_nothing_behind_it() -> None:
    text = "9 tháng năm 2025, tỉnh khám cho 87.000 người, tăng 5% (năm 2023 đạt 90%). Giường bệnh đạt 93%."
    assert [end for _, end in spans(text)] == ["2025-09-30", "2025-09-30", "2023-12-31", "2025-09-30"]


def test_months_of_the_year_of_publication_are_over_where_only_the_year_is_known() -> None:
    text = "Kết quả 9 tháng đầu năm 2018.\n\nTỉnh khám cho 87.000 người."
    assert spans(text, published="2018") == [("2018-01-01", "2018-09-30")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Phấn đấu có bệnh viện hiện đại vào năm 2050.\n\nĐến thời điểm đó, tỉnh sẽ có 45 bệnh viện.", "vi"),
        ("The province wants modern hospitals by 2050.\n\nBy that time it would have 45 hospitals.", "en"),
    ],
)
def test_that_time_is_the_one_named_last(text: str, language: str) -> None:
    assert one(text, "45", language).period_end == "2050-12-31"


def test_a_bracket_holds_the_figure_with_its_time() -> None:
    text = "There were 12.5 doctors per 10,000 people in 2023 (it was 9.4 doctors per 10,000 people in 2019)."
    assert [end for _, end in spans(text, "en")] == ["2023-12-31", "2019-12-31"]


def test_the_year_of_a_name_yields_to_a_month() -> None:
    text = "In August 2025, the Light Festival Da Nang 2024 drew 80,000 visitors."
    assert spans(text, "en") == [("2025-08-01", "2025-08-31")]


def test_the_sum_of_months_goes_on_where_the_article_opened_with_the_last_of_them() -> None:
    text = "اکتوبر 2025 میں 91 پل بنے۔\n\n2025 کے پہلے 10 مہینوں میں 640 پل بنے۔\n\nمرکز نے 75 پل بنائے۔"
    assert one(text, "75", "ur", published="2025-11").period_start == "2025-01-01"


def test_months_behind_their_year_are_its_first_in_urdu() -> None:
    assert spans("2024 کے 6 ماہ میں 12 پل بنے۔", "ur", None) == [("2024-01-01", "2024-06-30")]


def test_the_days_that_name_an_occasion_are_its_span() -> None:
    text = "Kỳ nghỉ lễ 30-4 và 1-5 năm nay, thành phố đón 90.000 lượt khách. Doanh thu đạt 7 tỷ đồng."
    assert set(spans(text, published="2025-05-04")) == {("2025-04-30", "2025-05-01")}


@pytest.mark.parametrize(
    ("text", "surface", "language"),
    [
        ("Tỉnh họp về 9 tháng năm 2025.\n\nHội nghị trực tuyến đến 84 xã.", "84", "vi"),
        ("The meeting was about the first 9 months of 2025.\n\nIt was linked online to 84 communes.", "84", "en"),
    ],
)
def test_what_a_meeting_was_linked_to_is_of_its_day(text: str, surface: str, language: str) -> None:
    assert one(text, surface, language).period_end == "2025-10-15"


def test_a_nameless_count_behind_today_is_of_today() -> None:
    text = "9 tháng năm 2025, tỉnh xuất khẩu 97 triệu USD.\n\nTôm hiện có ở 80 nước. Tỉnh có 34 lò sấy."
    assert one(text, "34").period_end == "2025-10-15"


def test_without_a_day_of_publication_this_year_is_the_one_told_of() -> None:
    text = "Báo cáo PCI năm 2024 vừa công bố.\n\nNăm nay, tỉnh tăng 4 bậc."
    assert spans(text, published=None) == [("2024-01-01", "2024-12-31")]


def test_a_day_with_its_hour_is_what_the_article_counts_up_to() -> None:
    text = "Đến 22 giờ ngày 9/9, 8 nhà sập.\n\nCó 85 nhà tốc mái, tăng 9 nhà so với báo cáo lúc 6 giờ ngày 8/9."
    assert {end for _, end in spans(text, published="2025-09-10")} == {"2025-09-09"}


def test_one_value_said_of_two_times_is_two_claims() -> None:
    text = "6 tháng đầu năm 2025, cả nước đạt 42% hồ sơ (cuối năm 2024 là 17%); địa phương đạt 17%."
    assert [end for _, end in spans(text)] == ["2025-06-30", "2024-12-31", "2025-06-30"]


def test_a_word_that_holds_the_one_for_now_says_nothing_of_today() -> None:
    text = "6 tháng đầu năm 2025, tỉnh xây 3 nhà. Bảo tàng nhận 34 hiện vật."
    assert spans(text)[-1] == ("2025-01-01", "2025-06-30")


def test_a_season_compared_with_dates_nothing() -> None:
    text = "Vụ hè thu tăng so với vụ hè thu 2011. Năng suất tăng 3 tạ/ha."
    assert spans(text, published="2012-10-08") == [(None, "2012-10-08")]


def test_up_to_the_month_of_publication_is_up_to_its_day() -> None:
    text = "Đến đầu tháng 10, tỉnh gặt 1.600 ha lúa. Sản lượng đạt 9.200 tấn."
    assert {end for _, end in spans(text, published="2025-10-08")} == {"2025-10-08"}


def test_during_this_time_goes_back_to_a_span_and_today_is_the_page_s() -> None:
    text = "Số vụ tính từ ngày 15/7 đến ngày 14/8/2025.\n\nTin đưa hôm 30/8/2025.\n\nTrong thời gian này có 1.500 vụ. "
    assert spans(text + "Hôm nay xử lý 47 vụ.", published="2025-08-30") == [
        ("2025-07-15", "2025-08-14"),
        (None, "2025-08-30"),
    ]


@pytest.mark.parametrize(
    "said_of", ["Sau 5 tháng thực hiện Đề án giai đoạn 2022-2027, đã có", "Bước vào năm học 2022-2023, tỉnh có"]
)
def test_what_is_reached_in_years_that_are_not_over_is_told_as_of_today(said_of: str) -> None:
    assert set(spans(f"{said_of} 340 trường.", published="2022-09-06")) == {(None, "2022-09-06")}


def test_what_was_reached_in_years_that_are_over_is_of_them() -> None:
    assert spans("Giai đoạn 2018-2020, tỉnh xây 340 trường.", published="2022-09-06") == [("2018-01-01", "2020-12-31")]


def test_the_line_of_its_statistics_dates_a_page_that_nothing_else_dates() -> None:
    page = "1. Tổng số trạm y tế: 77\n\n2. Chỉ tiêu về y tế\n\n- Tỷ lệ tiêm chủng: 93,1%\n\n"
    assert set(spans(page + "(Theo niên giám thống kê năm 2021)", published=None)) == {("2021-01-01", "2021-12-31")}
    assert set(spans(page, published=None)) == {(None, None)}


@pytest.mark.parametrize(
    ("opening", "span"),
    [("Sau hơn 5 năm thực hiện, toàn tỉnh", (None, "2020-10-10")), ("Trong 5 năm, tỉnh", ("2015", "2020"))],
)
def test_a_number_of_years_that_opens_a_sentence_ends_today(opening: str, span: Span) -> None:
    found = spans(f"Năm 2019, tỷ lệ đạt 54%. {opening} xây 780 cầu.", published="2020-10-10")
    assert found == [("2019-01-01", "2019-12-31"), span, span]


def test_an_estimate_behind_a_comma_dates_nothing_before_it() -> None:
    text = "Tỷ lệ giảm từ 4% xuống còn 3%, ước cuối năm 2021 giảm còn 2%."
    assert spans(text, published="2021-10-10")[1:] == [(None, "2021-10-10"), (None, "2021-12-31")]


def test_years_of_a_crop_date_nothing_where_the_sentence_opens_with_its_time() -> None:
    text = "Trong quý I, huyện gieo vụ đông xuân 2023-2024 đạt 97% kế hoạch. Thu ngân sách đạt 31 tỷ đồng."
    found = said(text, published="2024-04-02")
    assert {(claim.period_start, claim.period_end) for claim in found} == {("2024-01-01", "2024-03-31")}
    crop = said("Vụ đông xuân 2023-2024 gieo 970 ha, đạt 97% kế hoạch.", published="2024-04-02")
    assert all(claim.period_start == "2023-01-01" for claim in crop)


def test_today_behind_a_year_is_not_that_year_on_a_page_without_a_date() -> None:
    text = "Năm 2010, mỗi xã chỉ có 3 trạm bơm, đến nay, mỗi xã có 17 trạm bơm."
    assert spans(text, published=None) == [("2010-01-01", "2010-12-31"), (None, None)]


def test_a_headline_that_ends_in_percent_has_the_time_of_the_opening() -> None:
    text = "Kim ngạch xuất khẩu tăng 27%\n\nTheo Sở Công Thương, xuất khẩu 8 tháng năm 2022 đạt 1,4 tỷ USD."
    assert spans(text, published="2022-09") == [("2022-01-01", "2022-08-31")] * 2


@pytest.mark.parametrize(
    "plan", ["dự toán được giao năm 2024", "dự toán HĐND huyện giao trong năm 2024", "kế hoạch vốn giao năm 2024"]
)
def test_the_year_of_a_plan_that_was_assigned_dates_nothing(plan: str) -> None:
    text = f"Hai tháng đầu năm, thu ngân sách đạt 31 tỷ đồng, đạt 17% {plan}; trong đó thu nội địa đạt 29 tỷ đồng."
    assert {claim.period_end for claim in said(text, published="2024-03-05")} == {"2024-02-29"}


def test_households_behind_a_stroke_are_no_plan_of_the_sum_before() -> None:
    found = said("Đến nay, tổng dư nợ là 912 triệu đồng/46 hộ.", published="2024-03-05")
    assert [claim.status for claim in found] == [Status.ACTUAL] * 2


def test_a_year_behind_where_a_move_began_dates_nothing_else() -> None:
    text = "Đến cuối năm 2023, tỉnh còn 30% hộ nghèo. Tỷ lệ ấy giảm từ 70,26% (2021) xuống còn 58,04%."
    spans = {claim.figure.surface: claim.period_end for claim in said(text, published="2024-05-01")}
    assert (spans["70,26%"], spans["58,04%"]) == ("2021-12-31", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Huế có 40 chủ tịch xã.\n\nCó 21 người sinh năm 1989.", "vi"),
        ("Huế có 40 chủ tịch xã.\n\nSố người sinh từ năm 1975 đến 1979 là 21 người.", "vi"),
        ("Hue has 40 chairmen.\n\nThose born between 1975 and 1979 are 21 people.", "en"),
        ("ہیو میں 40 چیئرمین ہیں۔\n\n1975 - 1979 کے درمیان پیدا ہونے والے 21 لوگ ہیں۔", "ur"),
    ],
)
def test_years_of_birth_date_nothing(text: str, language: str) -> None:
    claim = one(text, "21", language, published="2025-07-02")
    assert (claim.period_start, claim.period_end) == (None, "2025-07-02")


def test_the_month_of_a_meeting_is_not_what_it_told_of() -> None:
    text = (
        "Tại Hội nghị tháng 6/2024, Chủ tịch tỉnh nói kế hoạch 6 tháng đầu năm đã đạt nhiều kết quả. "
        "Tăng trưởng kinh tế đạt 14,1%.\n\nThu 6 tháng đạt 9 tỷ đồng.\n\nTại cuộc họp tháng 6, thu tăng 7%."
    )
    assert one(text, "14,1%", published="2024-06-27").period_start == "2024-01-01"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("9 tháng năm 2025, xã gieo 510 ha, hơn cùng kỳ 3,8%.", "3,8%"),
        ("9 tháng năm 2025, tỉnh đón 2 triệu khách, hơn cùng kỳ năm 2024 81,4%.", "81,4%"),
        ("9 tháng năm 2025, dư nợ 900 tỷ đồng, cao hơn cuối năm 2024 là 1,6%.", "1,6%"),
        ("9 tháng năm 2025, xảy ra 12 vụ cháy, kém cùng kỳ năm trước 3 vụ.", "3"),
    ],
)
def test_a_time_behind_hon_is_compared_with(text: str, surface: str) -> None:
    claim = one(text, surface, published="2025-10-15")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-09-30")
    assert claim.statement is Statement.CHANGE


def test_what_is_going_on_in_passing_is_no_time() -> None:
    text = "Cả năm 2023, xảy ra 176 vụ tai nạn. Trong đó có 2 vụ tàu va vào thuyền đang neo."
    assert spans(text, published=None) == [("2023-01-01", "2023-12-31")] * 2


def test_what_was_reached_so_far_of_a_years_tasks_is_told_as_of_today() -> None:
    text = "Trong 46 nhiệm vụ của năm 2025, đến nay tỉnh đã hoàn thành 21 nhiệm vụ."
    assert [claim.period_end for claim in said(text, published="2025-10-15")] == ["2025-12-31", "2025-10-15"]


@pytest.mark.parametrize(
    ("text", "language", "end"),
    [
        ("Đến hết tháng 11, tỉnh đã giải ngân 900 tỷ đồng.", "vi", "2024-11-30"),
        ("9 tháng đầu năm, tỉnh đón 900 khách.", "vi", "2024-09-30"),
        ("In the first nine months, the province welcomed 900 visitors.", "en", "2024-09-30"),
        ("Đến hết tháng 11, tỉnh phấn đấu giải ngân 900 tỷ đồng.", "vi", "2025-11-30"),
        ("2 tháng đầu năm, tỉnh đón 900 khách.", "vi", "2025-02-28"),
    ],
)
def test_months_that_are_far_ahead_in_january_are_those_of_the_year_before(text: str, language: str, end: str) -> None:
    assert (
        one(text, "900 tỷ đồng" if "tỷ" in text else "900", language=language, published="2025-01-12").period_end == end
    )


def test_an_occasion_lasts_the_days_that_its_text_tells() -> None:
    text = (
        "Du lịch dịp Tết khởi sắc\n\nKỳ nghỉ Tết, từ ngày 8/2 đến 14/2/2024, cả nước đón 9 triệu khách.\n\n"
        "Trong dịp Tết Giáp Thìn 2024, Huế đón 8 triệu khách.\n\nTại Hà Nội, 7 triệu khách đã đến."
    )
    found = said(text, published="2024-02-16")
    assert {(claim.period_start, claim.period_end) for claim in found} == {("2024-02-08", "2024-02-14")}


def test_an_occasion_lasts_as_long_as_its_days_and_not_as_those_it_is_named_by() -> None:
    text = """Kỳ nghỉ lễ 30/4-1/5: khách tăng mạnh

Trong 5 ngày nghỉ lễ 30/4-1/5 (từ 30/4 đến 4/5/2025), tỉnh đón 210.000 lượt khách.

Vườn quốc gia đón 45.000 lượt khách.
"""
    assert spans(text, published="2025-05-05")[1:] == [("2025-04-30", "2025-05-04")] * 2


def test_what_the_end_of_the_year_will_bring_is_of_the_year_that_is_reported() -> None:
    text = """Hội nghị tổng kết năm 2025, bàn nhiệm vụ năm 2026 diễn ra sáng nay.

Năm 2025, các đơn vị đẩy mạnh thi đua.

Cụ thể, sản lượng dự kiến đạt 38 triệu tấn.
"""
    claim = one(text, "38 triệu", published="2025-12-22")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Đến 31/10 giải ngân đạt 75%.", "2025-10-31"),
        ("Đến 31/12 giải ngân đạt 75%.", "2024-12-31"),
        ("Phấn đấu hết năm giải ngân đạt 75%.", "2025-12-31"),
    ],
)
def test_a_day_some_weeks_ahead_is_to_come_and_one_far_ahead_is_over(text: str, end: str) -> None:
    assert one(text, "75%").period_end == end


def test_parts_of_years_are_counted_by_whole_years() -> None:
    claim = one("Trong 2,5 năm, xã trồng 9 ha.", "9")
    assert (claim.period_start, claim.period_end) == ("2023", "2025")


@pytest.mark.parametrize(
    "text",
    [
        "Có 20 xã xong trước ngày 30/9/2026 và 37 xã còn lại đến hết ngày 31/12/2026.",
        "Tỉnh xây 20 trường trước ngày 30/9/2026; 37 trường vào ngày 31/12/2026.",
    ],
)
def test_each_figure_has_the_day_behind_it_where_each_has_one(text: str) -> None:
    ends = {claim.figure.surface: claim.period_end for claim in said(text, published="2026-02-02")}
    assert ends == {"20": "2026-09-30", "37": "2026-12-31"}


def test_a_goal_has_the_time_to_come_that_the_sentence_before_names_without_a_figure() -> None:
    text = (
        "Phấn đấu 90% số xã có chợ trong quý II/2026.\n\n"
        "Giai đoạn sau hoàn thành trong quý III/2026. Hướng đến 95% số thôn có trạm."
    )
    found = {claim.figure.surface: claim.period_end for claim in said(text, published="2026-02-02")}
    assert found == {"90%": "2026-06-30", "95%": "2026-09-30"}


def test_the_year_of_funds_is_not_that_of_what_was_done_with_them() -> None:
    text = (
        "Năm 2022, kế hoạch vốn của tỉnh là 900 tỷ đồng. Đến ngày 31/8/2022, tỉnh giải ngân 400 tỷ đồng. Trong đó, vốn "
        "đầu tư công của năm 2022 giải ngân 300 tỷ đồng, vốn kéo dài từ năm 2021 giải ngân 100 tỷ đồng.\n\n"
        "Năm 2021, tỉnh giải ngân 700 tỷ đồng."
    )
    found = {claim.figure.surface: claim.period_end for claim in said(text, published="2022-09-07")}
    assert found["900 tỷ đồng"] == "2022-12-31"
    assert {found[f"{number} tỷ đồng"] for number in (400, 300, 100)} == {"2022-08-31"}
    assert found["700 tỷ đồng"] == "2021-12-31"


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("Nửa đầu tháng 9/2025, tỉnh bán 40 tấn.", "vi", ("2025-09-01", "2025-09-15")),
        ("Nửa cuối tháng 2/2024, tỉnh bán 40 tấn.", "vi", ("2024-02-16", "2024-02-29")),
        ("In the second half of September, the province sold 40 tonnes.", "en", ("2025-09-16", "2025-09-30")),
        ("In the second half of 2024, the province sold 40 tonnes.", "en", ("2024-07-01", "2024-12-31")),
    ],
)
def test_half_a_month_is_named_before_it(text: str, language: str, span: tuple[str, str]) -> None:
    claim = said(text, language, published="2025-10-20")[-1]
    assert (claim.period_start, claim.period_end) == span
