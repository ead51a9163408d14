"""Periods that carry on from one sentence or paragraph to the next, and years that do not."""

from __future__ import annotations

import pytest

from extractor.claim import claims
from extractor.parse import plain
from extractor.read import read_article
from extractor.records import Claim, Status
from tests.claiming import one

QUARTERS = ("2025-01-01", "2025-09-30")


def said(text: str, language: str = "vi", publisher: str | None = "baoquangninh.vn") -> list[Claim]:
    article = plain(text, language=language, published="2025-10-15", publisher=publisher)
    return claims(article, read_article(article))


def spans(text: str, language: str = "vi") -> list[tuple[str | None, str | None]]:
    return [(claim.period_start, claim.period_end) for claim in said(text, language)]


def test_an_opening_sentence_without_quantities_dates_the_next() -> None:
    text = "Chiều nay, tỉnh họp báo.\nAnh Nam nêu câu hỏi.\nChị Hoa trả lời.\n"
    text += "Kinh tế 9 tháng đầu năm 2025 giữ đà khá. Xuất khẩu thủy sản tăng 4%."
    assert spans(text) == [QUARTERS]


def test_a_growth_keeps_the_span_of_the_paragraph_before() -> None:
    text = "Tin trong tỉnh.\nHội nghị mở sáng nay.\nNhiều đại biểu dự.\n"
    text += "9 tháng đầu năm 2025, xuất khẩu tăng 4%.\nSản lượng tôm tăng 6%."
    assert spans(text) == [QUARTERS, QUARTERS]


def test_a_wish_keeps_no_span_that_is_over() -> None:
    text = "Tin trong tỉnh.\nHội nghị mở sáng nay.\nNhiều đại biểu dự.\n"
    text += "9 tháng đầu năm 2025, xuất khẩu tăng 4%.\nTỉnh phấn đấu tăng 6%."
    assert spans(text)[1] != QUARTERS


def test_the_year_of_a_plan_dates_no_share_of_it() -> None:
    text = "پہلے 9 مہینوں میں صوبے نے 5 ملین زائرین کا خیرمقدم کیا، جو 2025 کے منصوبے کے 51% تک پہنچ گیا۔"
    assert spans(text, "ur") == [QUARTERS, QUARTERS]


def test_the_quarter_compared_with_dates_no_growth_behind_it() -> None:
    text = "In the first 9 months of 2025, exports rose 5%, higher than that of the first quarter of 2024, "
    assert spans(text + "including a 7% rise in services.", "en") == [QUARTERS, QUARTERS]


def test_a_forecast_that_opens_the_sentence_holds_to_its_end() -> None:
    found = said("Dự kiến, năng suất vụ này như sau: lúa đạt 60 tạ/ha; ngô đạt 45 tạ/ha.")
    assert [claim.status for claim in found] == [Status.FORECAST] * 2


def test_the_goal_in_a_bracket_behind_the_document_that_set_it() -> None:
    found = said("Tỷ lệ bao phủ đạt 86%, thấp hơn 5% so với chỉ tiêu tại Nghị quyết số 03-NQ/TU của Tỉnh ủy (91%).")
    assert [claim.status for claim in found] == [Status.ACTUAL, Status.ACTUAL, Status.TARGET]


def test_what_is_measured_against_a_goal_was_achieved() -> None:
    found = said("صوبے نے 5 ملین زائرین کا خیرمقدم کیا، جو ہدف کے مقابلے میں 8% زیادہ ہے۔", "ur")
    assert [claim.status for claim in found] == [Status.ACTUAL] * 2


@pytest.mark.parametrize(("publisher", "area"), [(None, "VN"), ("baoquangninh.vn", "quang-ninh")])
def test_a_national_topic_decides_where_no_province_is_known(publisher: str | None, area: str) -> None:
    found = said("Chi ngân sách nhà nước đạt 900 tỷ đồng.", publisher=publisher)
    assert [claim.area for claim in found] == [area]


def test_a_whole_province_keeps_a_national_topic_out() -> None:
    found = said("GDP toàn tỉnh tăng 7%.", publisher=None)
    assert [claim.area for claim in found] == [None]


@pytest.mark.parametrize(
    ("text", "language", "indicator"),
    [
        ("Tổng doanh thu bán lẻ hàng hóa đạt 9.000 tỷ đồng.", "vi", "economy.retail_sales"),
        ("سیاحتی سرگرمیوں سے کل آمدنی VND 900 بلین تھی۔", "ur", "tourism.revenue"),
    ],
)
def test_other_words_for_sales_and_tourism(text: str, language: str, indicator: str) -> None:
    assert [claim.indicator for claim in said(text, language)] == [indicator]


def test_a_list_of_goals_goes_on_past_the_results_of_research() -> None:
    found = said("Mục tiêu năm 2025 như sau: có hơn 20 phòng thí nghiệm. Ứng dụng 30% kết quả nghiên cứu.")
    assert [claim.status for claim in found] == [Status.TARGET] * 2


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("Tỷ lệ hộ nghèo giảm từ 21% năm 2021 xuống 10% cuối năm 2024.", "vi", ["2021-12-31", "2024-12-31"]),
        ("The poverty rate fell from 21% in 2021 to 10% at the end of 2024.", "en", ["2021-12-31", "2024-12-31"]),
    ],
)
def test_a_date_right_behind_a_figure_is_its_own(text: str, language: str, ends: list[str]) -> None:
    assert [end for _, end in spans(text, language)] == ends


def test_a_planned_year_dates_plans_only() -> None:
    text = (
        "Chỉ số năm 2024 đạt 91%. Năm 2026, tỉnh phấn đấu đạt 95%. Kết quả là 9 xã đạt chuẩn. Tỉnh phấn đấu thêm 3 xã."
    )
    assert [end for _, end in spans(text)] == ["2024-12-31", "2026-12-31", "2024-12-31", "2026-12-31"]


def test_a_wish_without_a_day_has_no_period() -> None:
    assert spans("Tỉnh phấn đấu trồng 90 ha rừng.") == [(None, None)]


def test_the_end_of_the_year_is_that_of_publication() -> None:
    assert spans("Đến cuối năm, tỉnh phấn đấu trồng 90 ha rừng.")[0][1] == "2025-12-31"


def test_a_forecast_behind_a_level_keeps_its_date_to_itself() -> None:
    text = "The rate is down to 3% and is expected to fall by the end of the year."
    assert [claim.status for claim in said(text, "en")] == [Status.ACTUAL]


def test_the_long_span_of_the_opening_dates_the_article() -> None:
    text = "The meeting in September reviewed the first 9 months of 2025.\nIndustry is growing.\n"
    text += "Exports rose 4% to $2 billion."
    assert spans(text, "en") == [QUARTERS, QUARTERS]


def test_the_latest_period_of_a_sentence_goes_on() -> None:
    text = "Tỷ lệ hộ nghèo giảm còn 10% cuối năm 2024, từ 21% năm 2021. Tỉnh xây 900 căn nhà."
    assert spans(text)[-1][1] == "2024-12-31"


def test_a_wish_governs_numbers_joined_to_the_first() -> None:
    found = said("2026 میں صوبے کا ہدف 6.5 ملین سیاح اور 90 بلین VND کی آمدنی ہے۔", "ur")
    assert [claim.status for claim in found] == [Status.TARGET] * 2


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Tính đến 30/9/2025, tỉnh có 90 xã, tăng 9 xã so cuối năm 2024.", "2025-09-30"),
        ("Đến hết tháng 9/2025, trừ vốn bổ sung sau ngày 15/8/2025, tỉnh chi 90 tỷ đồng.", "2025-09-30"),
    ],
)
def test_a_day_compared_with_or_cut_off_at_dates_nothing(text: str, end: str) -> None:
    assert {found for _, found in spans(text)} == {end}


def test_the_one_day_that_figures_are_told_as_of_dates_later_paragraphs() -> None:
    text = "Tin trong tỉnh.\nTính đến ngày 30/9/2025, tỉnh có 62 xã đạt chuẩn.\nNgoài ra, 15 xã được khen.\n"
    assert spans(text) == [(None, "2025-09-30")] * 2


def test_two_such_days_date_only_their_own_paragraphs() -> None:
    text = "Tính đến ngày 30/9/2025, tỉnh có 62 xã đạt chuẩn.\nĐến hết ngày 31/8/2025, có 40 xã.\nCó 15 xã được khen."
    assert spans(text)[2] == (None, "2025-10-15")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Năm 2024, chỉ số đạt 0,79, tăng so với năm 2023 (0,73).", ("2023-01-01", "2023-12-31")),
        ("9 tháng năm 2025, kinh tế tăng 8%, cao hơn cùng kỳ năm trước (6%).", ("2024-01-01", "2024-09-30")),
        ("9 tháng năm 2025, tỷ lệ đạt 45%, cao hơn cùng kỳ năm 2023 (đạt 39%).", ("2023-01-01", "2023-09-30")),
    ],
)
def test_a_base_has_its_value_in_brackets_behind_it(text: str, span: tuple[str, str]) -> None:
    assert spans(text)[-1] == span


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Năm 2024, tỷ lệ hộ nghèo (theo chuẩn nghèo đa chiều giai đoạn 2022-2025) còn 4%."),
        ("en", "In 2024 the poverty rate (by the standard for the period 2022-2025) was 4%."),
    ],
)
def test_the_years_of_a_standard_date_nothing(language: str, text: str) -> None:
    assert spans(text, language) == [("2024-01-01", "2024-12-31")]


def test_the_year_of_a_plan_dates_nothing_behind_it() -> None:
    text = "Trong 11 tháng của năm 2024, tỉnh có 210 dự án, đạt 118% kế hoạch của năm 2024. Trong đó có 95 dự án mới."
    assert spans(text) == [("2024-01-01", "2024-11-30")] * 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Thực hiện Luật Đất đai 2024, xã đã cấp 30 giấy chứng nhận."),
        ("vi", "Trường dạy theo Chương trình GDPT 2018 với 30 lớp."),
        ("en", "Under the 2018 General Education Program the school opened 30 classes."),
    ],
)
def test_the_year_of_a_law_dates_nothing(language: str, text: str) -> None:
    assert spans(text, language) == [(None, "2025-10-15")]


def test_a_year_long_over_dates_nothing_behind_a_later_day() -> None:
    text = (
        "In 2011, the rate in Hue was 38 percent.\n\nHue had earned the title by the end of 2019, with 44 bridges.\n\n"
        "The province has mobilised 31 million VND."
    )
    assert one(text, "38 percent", "en", published="2020-03-05").period_start == "2011-01-01"
    assert one(text, "31 million VND", "en", published="2020-03-05").period_start is None


def test_what_stands_in_the_present_keeps_no_span_of_the_paragraph_before() -> None:
    text = "A fair.\n\nIt met.\n\nIt closed.\n\nIn the first eight months, Hue earned 38 million USD.\n\n{} 44 bridges."
    assert one(text.format("It has opened"), "44", "en").period_start is None
    assert one(text.format("It recorded"), "44", "en").period_start == "2025-01-01"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tỉnh giải ngân vốn đầu tư công đạt 51%. Điển hình là Sở Y tế (91%), Sở Tài chính (83%).", "vi"),
        ("صوبے کی عوامی سرمایہ کاری کی تقسیم 51% رہی۔ مثالوں میں محکمہ صحت (91%)، محکمہ خزانہ (83%) شامل ہیں۔", "ur"),
    ],
)
def test_a_list_of_shares_in_brackets_is_of_the_share_before(text: str, language: str) -> None:
    share = "budget.public_investment_disbursed_share"
    assert [claim.indicator for claim in said(text, language)] == [share] * 3


def test_the_sum_in_the_bracket_behind_a_share_is_its_part() -> None:
    found = one("Tỷ lệ giải ngân vốn đầu tư công đạt 51% (3.100 tỷ đồng).", "3.100 tỷ đồng")
    assert (found.indicator, found.statement) == ("budget.public_investment_disbursed", "level")


def test_what_moved_behind_a_part_is_the_part() -> None:
    text = "Huế میں 3.1 ملین سیاح آئے، جن میں 4 ہزار غیر ملکی تھے، یعنی گزشتہ سال سے 9% زیادہ۔"
    assert one(text, "9%", "ur").indicator is None


def test_a_span_that_a_paragraph_without_quantities_tells_dates_the_sums_behind_it() -> None:
    text = (
        "A fair.\n\nIt met.\n\nIt closed.\n\nHe said that the first eight months of 2025 were stable.\n\n"
        "Hue collected 38 million USD to the State budget, equal to 60% of the yearly target."
    )
    assert one(text, "38 million USD", "en").period_start == "2025-01-01"


def test_a_wish_is_not_for_the_year_that_another_figure_was_told_for() -> None:
    text = "Hue, which sold 38 tonnes of rice last year, plans to sell 44 tonnes of rice this year."
    assert (one(text, "38", "en").period_end, one(text, "44", "en").period_end) == ("2024-12-31", "2025-12-31")


def test_the_edition_of_an_index_is_known_by_its_name_behind_a_rank_too() -> None:
    text = (
        "It announced the 2024 Provincial Competitiveness Index (PCI).\n\nCompared to 2023, Hue fell two spots in the "
        "PCI rankings, landing at 38th place. In 2023, Hue ranked 27th."
    )
    assert one(text, "38th", "en").period_end == "2024-12-31"


def test_the_figure_that_opens_a_paragraph_keeps_its_span() -> None:
    text = (
        "A fair.\n\nIt met.\n\nIt closed.\n\nIn the first quarter of 2025, Hue earned 38 million USD.\n\n"
        "The figure was equal to 44% of what Vinh earned."
    )
    assert one(text, "44%", "en").period_end == "2025-03-31"


def test_so_far_does_not_say_since_when() -> None:
    claim = one("Hue has so far earned tourism revenue of 38 million USD.", "38 million USD", "en")
    assert (claim.indicator, claim.period_start) == ("tourism.revenue", None)


def test_a_time_that_closes_an_item_without_a_figure_is_that_items_alone() -> None:
    text = "Đến năm 2030, thu nhập đạt 91 triệu đồng; lên phường vào năm 2027; phấn đấu hộ nghèo còn 2%."
    assert [claim.period_end for claim in said(text)] == ["2030-12-31"] * 2
