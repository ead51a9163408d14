"""For when a figure holds where a sentence names more than one time, or names it by its distance."""

from __future__ import annotations

import pytest

from tests.claiming import one, said

Span = tuple[str | None, str | None]
QUARTERS = ("2025-01-01", "2025-09-30")
THIS_YEAR = ("2025-01-01", "2025-12-31")


def spans(text: str, language: str = "vi", published: str | None = "2025-10-15") -> list[Span]:
    return [(claim.period_start, claim.period_end) for claim in said(text, language, published=published)]


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("Năm ngoái, tỉnh đón 3 triệu lượt khách.", "vi", ("2024-01-01", "2024-12-31")),
        ("Sang năm, tỉnh xây 12 cầu.", "vi", ("2026-01-01", "2026-12-31")),
        ("Last year, the province welcomed 3 million visitors.", "en", ("2024-01-01", "2024-12-31")),
        ("گزشتہ سال کے دوران صوبے میں 12 پل بنے۔", "ur", ("2024-01-01", "2024-12-31")),
    ],
)
def test_a_year_is_named_by_its_distance(text: str, language: str, span: Span) -> None:
    assert spans(text, language) == [span]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("9 tháng đầu năm 2025, thu đạt 5 tỷ đồng, cao hơn năm ngoái.", "vi"),
        ("In the first 9 months of 2025, revenue reached VND5 billion, equal to 96% of last year.", "en"),
        ("2025 کے پہلے 9 ماہ میں آمدنی 5 بلین VND رہی، جو گزشتہ سال کے 96% کے برابر ہے۔", "ur"),
    ],
)
def test_a_year_that_is_compared_with_dates_nothing(text: str, language: str) -> None:
    assert set(spans(text, language)) == {QUARTERS}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("9 tháng năm 2025, kinh tế tăng 8% (cùng kỳ năm 2024 tăng 6%).", "vi"),
        ("9 tháng năm 2025, xuất khẩu đạt 12 tỷ USD; cùng kỳ năm trước đạt 11 tỷ USD.", "vi"),
        ("9 tháng năm 2025, kinh tế tăng 8%, cao hơn mức tăng 6% của cùng kỳ.", "vi"),
        ("In the first 9 months of 2025, exports reached $12 billion (same period: $11 billion).", "en"),
        ("In the first 9 months of 2025, industry rose 8%, higher than the growth of 6% a year earlier.", "en"),
    ],
)
def test_the_value_of_the_same_period_is_a_year_older(text: str, language: str) -> None:
    assert spans(text, language) == [QUARTERS, ("2024-01-01", "2024-09-30")]


def test_a_change_since_the_same_period_is_of_now() -> None:
    assert spans("9 tháng năm 2025, so với cùng kỳ tăng 6%.") == [QUARTERS]


def test_the_time_of_a_value_compared_with_is_not_carried() -> None:
    text = "In the first half of 2025, farming rose 2%, lower than the 3% recorded in the first half of 2024. "
    found = spans(text + "Industry rose 8%.", "en")
    assert [end for _, end in found] == ["2025-06-30", "2024-06-30", "2025-06-30"]


def test_where_a_change_started_is_not_carried() -> None:
    text = "Tỷ lệ hộ nghèo giảm từ 35% cuối năm 2021 xuống còn 14%. Tỉnh xóa 900 căn nhà tạm."
    assert [end for _, end in spans(text)] == ["2021-12-31", "2025-10-15", "2025-10-15"]


def test_a_date_alone_in_the_bracket_behind_is_the_figures() -> None:
    text = "Tỷ lệ hộ nghèo giảm từ 12% (năm 2020) xuống 5% (năm 2024)."
    assert [end for _, end in spans(text)] == ["2020-12-31", "2024-12-31"]


def test_each_deadline_goes_with_what_stands_before_it() -> None:
    text = "Tỉnh phấn đấu xây 64 căn nhà trước 31/1/2026, sửa 83 căn còn lại trước 31/12/2025."
    assert [end for _, end in spans(text)] == ["2026-01-31", "2025-12-31"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Từ đầu năm đến ngày 30/9, tỉnh xây 30 km đường.", QUARTERS),
        ("Từ đầu năm 2025 đến nay, tỉnh xây 30 km đường.", ("2025", "2025-10-15")),
        ("Tính đến hết quý III/2025, dư nợ đạt 85 tỷ đồng.", (None, "2025-09-30")),
        ("Đến cuối năm 2024, tỉnh có 30 hộ nghèo.", (None, "2024-12-31")),
        ("Mừng Quốc khánh 2/9, tỉnh trao 30 suất quà.", (None, "2025-10-15")),
    ],
)
def test_from_when_and_up_to_when(text: str, span: Span) -> None:
    assert spans(text) == [span]


def test_the_plan_beside_what_was_reached_is_for_the_year() -> None:
    assert spans("Tính đến ngày 30/9/2025, tỉnh giải ngân 45/60 tỷ đồng.")[1] == THIS_YEAR


def test_to_date_keeps_no_year_of_the_sentence_before() -> None:
    text = "Năm 2023, đề án được duyệt với 12 xã. Đến nay, tỉnh có 30 xã đạt chuẩn."
    assert one(text, "30", published=None).period_end is None


def test_from_now_to_a_year_ends_in_it() -> None:
    assert one("From now to 2030 the ward will build 7 roads.", "7", "en").period_end == "2030-12-31"


def test_the_set_of_a_rank_does_not_part_it_from_its_year() -> None:
    text = "Gia Lai ranked 4th in the PCI 2022. Before, it was 9th out of 63 in PCI 2014."
    assert one(text, "9th", "en").period_end == "2014-12-31"


def test_as_of_the_month_of_publication_is_as_of_its_day() -> None:
    claim = one("900 families had received support as of October 2025.", "900", "en")
    assert (claim.period_end, claim.status.value) == ("2025-10-15", "actual")


def test_a_day_to_come_is_not_the_one_that_figures_are_told_as_of() -> None:
    text = "As of October 10, 38 roads were built. All are due by December 31, 2025.\n\nThe ward has 12 parks."
    assert one(text, "12", "en").period_end == "2025-10-10"


def test_an_urdu_time_behind_and_belongs_to_the_next_figure() -> None:
    first, second = said("2025 کی چوتھی سہ ماہی میں 9.4% اور 2025 میں 8.1% اضافہ ہوا۔", "ur")
    assert (first.period_start, second.period_start) == ("2025-10-01", "2025-01-01")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Năm 2024, tỉnh xây 12 cầu.\n\nTừ nguồn vốn này, 340 hộ thoát nghèo.", "vi"),
        ("In 2024, the province built 12 bridges.\n\nWith money from the state, 340 households left poverty.", "en"),
        ("2024 میں صوبے میں 12 پل بنے۔\n\nاس سے 340 گھرانوں کی غربت ختم ہوئی۔", "ur"),
    ],
)
def test_a_bare_from_says_nothing_of_time(text: str, language: str) -> None:
    assert spans(text, language, None)[-1] == ("2024-01-01", "2024-12-31")


def test_since_the_start_of_a_year_runs_to_today() -> None:
    assert spans("2025 کے آغاز سے صوبے نے 12 پل بنائے ہیں۔", "ur") == [("2025", "2025-10-15")]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("4 ngày nghỉ lễ năm nay, thành phố đón 350.000 lượt khách. Doanh thu đạt 900 tỷ đồng.", "2025-10-15"),
        ("Kỳ nghỉ lễ thành công. Thành phố đón 350.000 lượt khách, thu 900 tỷ đồng.", "2025-10-15"),
        ("Dịp Tết Nguyên đán 2024, thành phố đón 350.000 lượt khách. Doanh thu đạt 900 tỷ đồng.", None),
    ],
)
def test_an_occasion_without_days_is_no_year_and_ends_no_later_than_told(text: str, end: str | None) -> None:
    assert set(spans(text)) == {(None, end)}


@pytest.mark.parametrize(
    "text",
    [
        "Dịp nghỉ lễ Quốc khánh năm nay (từ 30/8 – 2/9), thành phố đón 350.000 lượt khách.",
        "Từ ngày 30/8 đến ngày 2/9, thành phố đón khách.\n\nTrong ngày lễ, sân bay phục vụ 410 chuyến bay.",
    ],
)
def test_an_occasion_with_its_days_keeps_them(text: str) -> None:
    assert spans(text)[-1] == ("2025-08-30", "2025-09-02")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("9 tháng năm 2025, thành phố thu 12 tỷ đồng, tăng 7% so với dịp lễ 2023. Sở thu 3 tỷ đồng.", "vi"),
        ("9 tháng năm 2025, tỉnh tăng 2 bậc, duy trì thứ hạng năm 2024. Sở thu 3 tỷ đồng.", "vi"),
        ("9 tháng năm 2025, kinh tế tăng 8%, mức cao nhất từ năm 2014 đến nay (cả nước tăng 7%).", "vi"),
        ("9 tháng năm 2025, kinh tế tăng 8%, cao nhất trong giai đoạn 2019-2025. Sở thu 3 tỷ đồng.", "vi"),
        ("In the first 9 months of 2025, growth was 8%, the highest since 2014. Industry rose 9%.", "en"),
        ("In the first 9 months of 2025, revenue rose 8% compared to the figure recorded in 2023.", "en"),
    ],
)
def test_the_time_of_a_base_or_a_record_dates_nothing(text: str, language: str) -> None:
    assert set(spans(text, language)) == {QUARTERS}


@pytest.mark.parametrize(
    ("text", "published", "span"),
    [
        ("Năm 2023, tỉnh trồng 4.500 ha lúa. Năng suất cả năm đạt 58 tạ/ha.", "2024-06-10", "2023"),
        ("Sản lượng lúa cả năm đạt 310.000 tấn.", "2024-01-12", "2023"),
        ("Sản lượng lúa cả năm phấn đấu đạt 310.000 tấn.", "2024-01-12", "2024"),
        ("Sản lượng lúa cả năm đạt 310.000 tấn.", "2024-12-12", "2024"),
    ],
)
def test_the_whole_year_is_the_one_the_text_tells_of(text: str, published: str, span: str) -> None:
    assert spans(text, published=published)[-1] == (f"{span}-01-01", f"{span}-12-31")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Năm 2024, tỉnh còn 5.300 hộ nghèo, giảm 410 hộ so với năm 2023 (giảm 2,7%).", ["2024-12-31"] * 3),
        ("Năm 2024, số thẻ tăng 11 lần so với năm 2001 (hơn 88% dân số).", ["2024-12-31"] * 2),
        ("9 tháng năm 2025, kinh tế tăng 8% so với cùng kỳ (quý I tăng 7%).", ["2025-09-30", "2025-03-31"]),
        ("9 tháng năm 2025, kinh tế tăng 8%, cao hơn cùng kỳ năm trước (tăng 6%).", ["2025-09-30", "2024-09-30"]),
        ("Năm 2025, tỉnh tăng 2 bậc so với năm 2023, từ vị trí 31 lên 29.", ["2025-12-31", "2023-12-31", "2025-12-31"]),
    ],
)
def test_a_bracket_or_a_move_behind_a_base_is_told_for_its_own_time(text: str, ends: list[str]) -> None:
    assert [end for _, end in spans(text)] == ends


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Chiều 8/10, tỉnh công nhận 12 xã đạt chuẩn nông thôn mới năm 2024.", "vi"),
        ("On October 8, 2025, the office announced that 12 communes met the standards in 2024.", "en"),
    ],
)
def test_a_span_behind_says_more_than_the_day_on_which_it_was_told(text: str, language: str) -> None:
    assert spans(text, language) == [("2024-01-01", "2024-12-31")]


def test_each_figure_of_a_row_has_the_time_behind_it() -> None:
    for text, language in (
        ("Tỉnh đạt 12 xã năm 2023 và 15 xã năm 2024.", "vi"),
        ("The province had 12 communes in 2023 and 15 communes in 2024.", "en"),
    ):
        assert [end for _, end in spans(text, language)] == ["2023-12-31", "2024-12-31"]


def test_today_says_more_than_a_programme_that_still_runs() -> None:
    text = "Thực hiện chương trình giảm nghèo giai đoạn 2021-2026, đến nay tỉnh còn 3.000 hộ nghèo."
    assert spans(text) == [(None, "2025-10-15")]


@pytest.mark.parametrize("published", ["2024-01", "2024-02-09"])
def test_a_page_of_the_first_weeks_of_a_year_tells_of_the_year_it_names(published: str) -> None:
    text = "Diện tích lúa đạt 41.000 ha.\n\nSản lượng tăng 3% so với năm 2022.\n\nĐàn bò năm 2023 ổn định."
    assert set(spans(text, published=published)) == {("2023-01-01", "2023-12-31")}


@pytest.mark.parametrize(
    ("text", "published", "span"),
    [
        ("Năm 2024, tỉnh mất mùa.\n\nNăm nay, lúa giảm 3%.", "2025-01-09", "2024"),
        ("Năm 2024, tỉnh mất mùa.\n\nNăm nay, lúa giảm 3%.", "2025-05-09", "2025"),
        ("Năm 2024, tỉnh mất mùa.\n\nNăm nay, tỉnh phấn đấu tăng 3%.", "2025-01-09", "2025"),
        ("Năm nay, tỉnh có 12 xã thi đua.", "2025-01-09", "2025"),
    ],
)
def test_this_year_is_the_one_reported_in_the_first_weeks_of_the_next(text: str, published: str, span: str) -> None:
    assert spans(text, published=published)[-1] == (f"{span}-01-01", f"{span}-12-31")


def test_the_day_in_a_bracket_before_a_figure_is_its_own() -> None:
    text = "Năm 2025, tỉnh thu 900 tỷ đồng; giải ngân (tính đến ngày 30/9) đạt 410 tỷ đồng, bằng 60% dự toán."
    assert [end for _, end in spans(text)] == ["2025-12-31", "2025-09-30", "2025-09-30"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Kỳ nghỉ lễ 30-4, 1-5 (từ 27-4 đến 1-5), tỉnh đón 350.000 lượt khách.", ("2025-04-27", "2025-05-01")),
        ("Dịp lễ 30/4-1/5 (từ ngày 30/4 đến ngày 4/5), tỉnh đón 90.000 lượt khách.", ("2025-04-30", "2025-05-04")),
        ("Trong quý đầu tiên của năm 2025, tỉnh đón 90.000 lượt khách.", ("2025-01-01", "2025-03-31")),
    ],
)
def test_days_of_an_occasion_and_the_first_quarter_are_read(text: str, span: Span) -> None:
    assert spans(text) == [span]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("8 tháng đầu năm 2025, GRDP tăng 8%.\n\nCầu Tân Hòa có tổng mức đầu tư 31 tỷ đồng.", None),
        ("8 tháng đầu năm 2025, tỉnh cấp phép 9 dự án. Tổng vốn đầu tư đạt 31 tỷ đồng.", "2025-01-01"),
    ],
)
def test_what_a_project_costs_is_not_told_for_the_months_of_the_opening(text: str, start: str | None) -> None:
    assert one(text, "31 tỷ đồng").period_start == start


def test_the_day_of_a_paper_dates_no_value_in_the_bracket_behind_it() -> None:
    text = "Tỷ lệ đạt 86,25%, thấp hơn 5,25% so với chỉ tiêu của Quyết định số 54/QĐ-TTg ngày 29/4/2022 (91,5%)."
    claim = one(text, "91,5%", published="2025-10-05")
    assert claim.status == "target"
    assert claim.period_end != "2022-04-29"
