"""Done or planned, a level or a change, and for when."""

from __future__ import annotations

import pytest

from extractor.records import Statement, Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Tỉnh phấn đấu hoàn thành 85 nhiệm vụ.", "85", Status.TARGET),
        ("Mục tiêu đến năm 2030 là 95%.", "95%", Status.TARGET),
        ("Thu ngân sách ước đạt 42.000 tỷ đồng.", "42.000 tỷ đồng", Status.ESTIMATE),
        ("Dự kiến năm nay thu ngân sách đạt 62.000 tỷ đồng.", "62.000 tỷ đồng", Status.FORECAST),
        ("Các sở phải hoàn thành 12 nhiệm vụ.", "12", Status.OTHER),
        ("Mục tiêu là 80%, đến nay đã đạt 76%.", "76%", Status.ACTUAL),
        ("Trong 20 chỉ tiêu, có 15 chỉ tiêu đạt.", "15", Status.ACTUAL),
        ("Tỉnh đã hoàn thành 15 nhiệm vụ.", "15", Status.ACTUAL),
    ],
)
def test_status_in_vietnamese(text: str, surface: str, status: Status) -> None:
    assert one(text, surface).status is status


@pytest.mark.parametrize(
    ("language", "text", "surface", "status"),
    [
        ("en", "The province aims to complete 120 tasks by the end of 2025.", "120", Status.TARGET),
        ("en", "Budget revenue is estimated at VND 42 trillion.", "VND 42 trillion", Status.ESTIMATE),
        ("en", "The province has completed 38 tasks.", "38", Status.ACTUAL),
        ("en", "The congress set out objectives: growth of 9% a year and 40 new schools.", "40", Status.TARGET),
        ("en", "12 schools are expected to open in the ward.", "12", Status.FORECAST),
        ("en", "Revenue reached VND12 billion, 5% higher than expected.", "5%", Status.ACTUAL),
        ("en", "The ward has 40 schools under the plan to teach everyone.", "40", Status.ACTUAL),
        ("en", "Capital for 5 years will be at least VND15 trillion.", "VND15 trillion", Status.TARGET),
        ("ur", "صوبہ 120 کام مکمل کرنے کے لیے کوشاں ہے۔", "120", Status.TARGET),
        ("ur", "صوبے نے 38 کام مکمل کر لیے ہیں۔", "38", Status.ACTUAL),
        ("ur", "صوبہ 12 اسکول، 5 کلینک اور 3 پل بنائے گا۔", "12", Status.TARGET),
        ("ur", "شہر کا ہدف ہے کہ 2030 تک، 900 نئے گھر بنیں۔", "900", Status.TARGET),
        ("ur", "کانگریس کے اہداف یہ ہیں: شرح نمو 9%؛ 40 نئے اسکول۔", "40", Status.TARGET),
        ("ur", "شرح 18% تک پہنچ گئی ہے اور 95% کے ہدف سے دور ہے۔", "18%", Status.ACTUAL),
        ("ur", "بجٹ وصولی 70% تک پہنچ گئی، 2026 میں 12 پل بنیں گے۔", "70%", Status.ACTUAL),
        ("ur", "نمو 9% کا تخمینہ ہے۔", "9%", Status.ESTIMATE),
        ("ur", "بجٹ کی آمدنی تخمینے کے 80% کے برابر ہے۔", "80%", Status.ACTUAL),
        ("ur", "20 منصوبوں کو منظوری دی گئی۔", "20", Status.ACTUAL),
    ],
)
def test_status_in_english_and_urdu(language: str, text: str, surface: str, status: Status) -> None:
    assert one(text, surface, language).status is status


OVER = (Statement.EXCESS_OVER_PLAN, None)


@pytest.mark.parametrize(
    ("text", "surface", "statement", "change", "plan"),
    [
        ("Tỷ lệ hộ nghèo giảm còn 2,68%.", "2,68%", Statement.LEVEL, None, None),
        ("Thu ngân sách tăng 12% so với cùng kỳ.", "12%", Statement.CHANGE, "same_period", None),
        ("Đàn lợn tăng 3% so với cuối năm.", "3%", Statement.CHANGE, "year_end", None),
        ("Giải ngân vượt 9% kế hoạch.", "9%", Statement.EXCESS_OVER_PLAN, None, "plan"),
        ("Thu ngân sách bằng 85% dự toán.", "85%", Statement.SHARE_OF_PLAN, None, "estimate_plan"),
        ("GRDP đạt 61 triệu đồng, cao hơn kế hoạch 4 triệu đồng.", "4 triệu đồng", *OVER, "plan"),
        ("Thu ngân sách vượt dự toán 300 tỷ đồng.", "300 tỷ đồng", *OVER, "estimate_plan"),
        ("GRDP tăng 7%, thấp hơn kế hoạch (8%).", "8%", Statement.LEVEL, None, None),
        ("Sản lượng tôm gấp đôi cùng kỳ.", "gấp đôi", Statement.CHANGE, "same_period", None),
        ("Sản lượng bằng 72% so với cùng kỳ.", "72%", Statement.SHARE_OF_LAST_YEAR, "same_period", None),
    ],
)
def test_what_a_number_says(
    text: str, surface: str, statement: Statement, change: str | None, plan: str | None
) -> None:
    claim = one(text, surface)
    assert (claim.statement, claim.change_base, claim.plan_base) == (statement, change, plan)


@pytest.mark.parametrize(
    ("text", "start", "end", "kind", "basis"),
    [
        ("Tính đến ngày 30/9/2025, đã hoàn thành 15 nhiệm vụ.", None, "2025-09-30", "stock", "sentence"),
        ("Quý III/2025, đã hoàn thành 15 nhiệm vụ.", "2025-07-01", "2025-09-30", "flow", "sentence"),
        ("Phải hoàn thành 15 nhiệm vụ trước ngày 31/12/2025.", None, "2025-12-31", "deadline", "sentence"),
        ("Đến nay, đã hoàn thành 15 nhiệm vụ.", None, "2025-10-15", "stock", "sentence"),
        ("Từ đầu năm đến nay, đã hoàn thành 15 nhiệm vụ.", "2025-01-01", "2025-10-15", "flow", "sentence"),
        ("Đã hoàn thành 15 nhiệm vụ.", None, "2025-10-15", "stock", "published"),
    ],
)
def test_the_period_of_a_figure(text: str, start: str | None, end: str, kind: str, basis: str) -> None:
    claim = one(text, "15")
    assert (claim.period_start, claim.period_end, claim.period_kind, claim.period_basis) == (start, end, kind, basis)


def test_a_span_is_carried_through_its_paragraph_only() -> None:
    text = "Tin trong tỉnh.\nNhiều đại biểu dự.\nHội nghị mở sáng nay.\n"
    text += "Tháng 9/2025, đã hoàn thành 15 nhiệm vụ. Còn 8 nhiệm vụ quá hạn.\nTỉnh có 5 nhiệm vụ chưa triển khai."
    ends = {claim.figure.surface: (claim.period_end, claim.period_basis) for claim in said(text)}
    assert ends == {"15": ("2025-09-30", "sentence"), "8": ("2025-09-30", "context"), "5": ("2025-10-15", "published")}


def test_the_date_of_a_document_is_no_period() -> None:
    claim = one("Theo Quyết định 624/QĐ-UBND ngày 3/3/2025, tỉnh được giao 47 nhiệm vụ.", "47")
    assert claim.period_end == "2025-10-15"


def test_without_a_day_of_publication_no_period_is_invented() -> None:
    assert one("Đến nay, đã hoàn thành 15 nhiệm vụ.", "15", published=None).period_end is None


def test_a_word_inside_a_name_wishes_nothing() -> None:
    assert one("Thành phố Cần Thơ có 79 nhiệm vụ đã hoàn thành.", "79").status is Status.ACTUAL


def test_what_was_assigned_for_a_year_is_no_target() -> None:
    assert one("Trong 126 nhiệm vụ được giao năm 2025, tỉnh đã hoàn thành 79 nhiệm vụ.", "126").status is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "surface", "language", "status"),
    [
        ("Có 12 trường sẽ được xây trong năm tới.", "12", "vi", Status.TARGET),
        ("About VND11.3 trillion (US$473 million) will go to the road.", "VND11.3 trillion", "en", Status.TARGET),
        ("By then the country would have 35 hospital beds.", "35", "en", Status.TARGET),
        ("The session reviews 21 reports and will pass 34 resolutions.", "21", "en", Status.ACTUAL),
        ("Tỉnh có 12 trường và sẽ xây 5 trường.", "12", "vi", Status.ACTUAL),
    ],
)
def test_a_verb_of_the_future_may_stand_behind_its_subject(
    text: str, surface: str, language: str, status: Status
) -> None:
    assert one(text, surface, language).status is status


def test_whose_plan_it_is_may_stand_between_the_verb_and_its_excess() -> None:
    text = "Budget revenue reached VND 9 trillion, exceeding the Ministry of Finance's estimate by 6.4%."
    claim = one(text, "6.4%", "en")
    assert (claim.statement, claim.plan_base) == (Statement.EXCESS_OVER_PLAN, "estimate_plan")


@pytest.mark.parametrize(
    ("text", "language", "surface"),
    [
        ("Thu ngân sách: kế hoạch năm 56 tỷ đồng, thực hiện 45 tỷ đồng.", "vi", "56 tỷ đồng"),
        ("Thu ngân sách đạt 45 tỷ đồng, bằng 80% kế hoạch (KH: 56 tỷ đồng).", "vi", "56 tỷ đồng"),
        ("Kinh tế tăng 7% (kịch bản tăng trưởng: 8%).", "vi", "8%"),
        ("Kế hoạch vốn của năm được Chính phủ giao là gần 56 tỷ đồng.", "vi", "56 tỷ đồng"),
        ("Thu đạt 45 tỷ đồng (Trung ương giao: 40 tỷ đồng; HĐND tỉnh giao 56 tỷ đồng).", "vi", "56 tỷ đồng"),
        ("Budget revenue: annual plan VND56 billion, result VND45 billion.", "en", "VND56 billion"),
    ],
)
def test_the_figure_behind_the_word_of_a_plan_is_the_plan(text: str, language: str, surface: str) -> None:
    assert one(text, surface, language).status is Status.TARGET


@pytest.mark.parametrize(
    "text",
    [
        "Thu đạt 95% kế hoạch, 45 tỷ đồng.",
        "Thu tăng 8% so với kế hoạch năm 2024.",
        "Thu vượt kế hoạch 5 tỷ đồng.",
        "Tỉnh bàn giao 45 căn nhà, được giao 15 nhiệm vụ.",
        "Tạo điều kiện cho 45 hộ vay vốn với mức hỗ trợ 5 triệu đồng.",
    ],
)
def test_what_is_measured_against_a_plan_is_none(text: str) -> None:
    assert {claim.status for claim in said(text)} == {Status.ACTUAL}


def test_a_norm_that_opens_a_list_governs_it() -> None:
    found = said(
        "Mức hỗ trợ như sau: 40 triệu đồng đối với nhà mới; 20 triệu đồng đối với nhà sửa. Nhà tạm: 5 triệu đồng."
    )
    assert {claim.status for claim in found} == {Status.OTHER}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tỷ lệ hộ nghèo: mục tiêu dưới 1%, thực hiện 0,9%.", "vi"),
        ("Poverty rate: target under 1%, result 0.9%.", "en"),
    ],
)
def test_the_result_behind_a_goal_was_reached(text: str, language: str) -> None:
    assert [claim.status for claim in said(text, language)] == [Status.TARGET, Status.ACTUAL]


def test_what_is_to_be_carried_out_was_not() -> None:
    assert {claim.status for claim in said("Tỉnh phấn đấu thực hiện 9 dự án, thực hiện tốt 3 đề án.")} == {
        Status.TARGET
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("They agreed on the main targets: over 90 schools having done well; 7 new roads.", Status.TARGET),
        ("The congress strives to have 90 schools. The number of roads reaches 7.", Status.TARGET),
        ("The province has 90 schools. The number of roads reaches 7.", Status.ACTUAL),
    ],
)
def test_a_goal_goes_on_in_its_list_and_in_the_present(text: str, status: Status) -> None:
    assert one(text, "7", "en").status is status


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Revenue met 18% of the full-year target and fell by 12% year-on-year.", "12%", Status.ACTUAL),
        ("Revenue reached VND9 trillion, beating the annual target by 5%.", "5%", Status.ACTUAL),
        ("In 2023, the digital economy will contribute 21% of the total.", "21%", Status.ACTUAL),
        ("In 2028, the digital economy will contribute 21% of the total.", "21%", Status.TARGET),
    ],
)
def test_a_target_that_is_only_measured_by_and_a_will_that_is_over(text: str, surface: str, status: Status) -> None:
    assert one(text, surface, "en").status is status


def test_a_rise_may_stand_behind_its_number() -> None:
    assert one("The city reported a 3% rise in exports in May.", "3%", "en").statement is Statement.CHANGE


def test_a_verb_right_behind_a_duration_still_says_that_it_is_to_come() -> None:
    assert (
        one("Spending over four years will be at least VND90 trillion.", "VND90 trillion", "en").status is Status.TARGET
    )


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        (
            "2025 میں بجٹ کی آمدنی کا تخمینہ 57,640 بلین VND ہے، جو 2024 کے مقابلے میں 26.3% زیادہ ہے۔",
            "26.3%",
            "estimate",
        ),
        ("2025 میں ترقی کا تخمینہ 11.42% ہے، جو ملک میں پہلے نمبر پر ہے۔", "پہلے", "actual"),
        ("مرمت کے لیے 7 ارب روپے مختص کیے گئے ہیں۔", "7 ارب روپے", "target"),
        ("خاندانوں کو بیس لاکھ روپے دینے کا اعلان کیا۔", "بیس لاکھ روپے", "target"),
    ],
)
def test_which_goes_on_in_urdu_with_what_its_clause_said(text: str, surface: str, status: str) -> None:
    assert one(text, surface, "ur").status == Status(status)


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("vi", "Kế hoạch vốn đầu tư công của tỉnh là 9.450 tỷ đồng.", "9.450 tỷ đồng"),
        ("en", "The province's public investment plan is VND9,450 billion.", "VND9,450 billion"),
        ("ur", "صوبے کا عوامی سرمایہ کاری کا کل منصوبہ 9,450 بلین VND ہے۔", "9,450 بلین VND"),
    ],
)
def test_a_capital_plan_is_a_target_by_itself(language: str, text: str, surface: str) -> None:
    assert one(text, surface, language).status is Status.TARGET


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("vi", "Có 70% phụ nữ từ 15 tuổi trở lên tham gia.", "15"),
        ("vi", "Xã tiêm cho 300 trẻ dưới 6 tuổi.", "6"),
        ("en", "The commune vaccinated 300 children under 6 years old.", "6"),
    ],
)
def test_an_age_that_bounds_a_group_is_no_achievement(language: str, text: str, surface: str) -> None:
    assert one(text, surface, language).status is Status.OTHER


def test_the_bracket_behind_a_compared_percentage_tells_that_it_moved() -> None:
    text = "برآمدات 42 بلین USD رہیں، جو 2024 کی اسی مدت کے مقابلے میں 7% (2.76 بلین USD کا اضافہ) ہے۔"
    assert one(text, "7%", "ur").statement is Statement.CHANGE


def test_what_is_higher_than_the_plan_is_no_plan() -> None:
    found = said("GRDP bình quân đầu người đạt 61 triệu đồng, cao hơn kế hoạch 4 triệu đồng.")
    assert [claim.status for claim in found] == [Status.ACTUAL] * 2


def test_parts_of_an_estimate_under_a_heading_of_indicators_are_no_goals() -> None:
    text = "I. CÁC CHỈ TIÊU KINH TẾ:\n\nSản lượng ước đạt 50 nghìn tấn, tăng 2%; trong đó: tôm 18 nghìn tấn, tăng 3%."
    assert {claim.status.value for claim in said(text)} <= {"estimate", "actual"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Theo UBND xã Nậm Cần, cả xã thu 9 tỷ đồng.", Status.ACTUAL),
        ("Tại xã Ước Lễ có 9 hộ trồng hoa.", Status.ACTUAL),
        ("Xã cần 9 máy.", Status.OTHER),
        ("Hà Nội Phấn Đấu Trồng 9 Vườn Hoa", Status.TARGET),
        ("PHẤN ĐẤU TRỒNG 9 VƯỜN HOA", Status.TARGET),
    ],
)
def test_a_syllable_of_a_name_is_no_word_of_status(text: str, status: Status) -> None:
    assert [claim.status for claim in said(text)] == [status]


def test_a_range_of_ages_is_the_bound_of_a_group() -> None:
    text = "Trẻ từ 12 đến 17 tuổi đã tiêm đạt 98%; tuổi thọ trung bình đạt 74-75 tuổi."
    assert [claim.status for claim in said(text)] == [Status.OTHER, Status.ACTUAL, Status.ACTUAL]
