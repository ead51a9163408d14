"""Times that a text's words mean without naming them: the terms between which it stands, the year it tells of."""

from __future__ import annotations

import pytest

from tests.claiming import said

Span = tuple[str | None, str | None]
OVER, COMING = ("2020-01-01", "2025-12-31"), ("2025-01-01", "2030-12-31")
CONGRESS = "Đại hội Đảng bộ xã Tân Hòa nhiệm kỳ 2025-2030 họp.\n\n"
PAPER = "https://baohaiduong.vn/tin-1.html"


def last(text: str, published: str = "2025-08-10") -> Span:
    claim = said(text, published=published, url=PAPER)[-1]
    return claim.period_start, claim.period_end


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Trong nhiệm kỳ qua, xã kết nạp 38 đảng viên.", OVER),
        ("Giá trị sản xuất 5 năm qua đạt 320 tỷ đồng.", OVER),
        ("Nhiệm kỳ qua, kinh tế của xã đổi thay. Thu ngân sách đạt 38 tỷ đồng.", OVER),
        ("Trong 5 năm tới, xã sẽ trồng 38 ha rừng.", COMING),
        ("Trong nhiệm kỳ, xã phấn đấu kết nạp 38 đảng viên.", COMING),
        ("Phấn đấu đến cuối nhiệm kỳ, tỷ lệ hộ nghèo còn 3%.", (None, "2030")),
    ],
)
def test_words_mean_the_terms_between_which_a_congress_stands(text: str, span: Span) -> None:
    assert last(CONGRESS + text) == span


def test_years_are_no_term_where_the_text_names_none() -> None:
    assert last("Trong 4 năm qua, xã Tân Hòa trồng 38 ha rừng.") == ("2021", "2025")


def test_five_years_ahead_are_not_the_next_one() -> None:
    assert last("Trong 5 năm tới, xã Tân Hòa sẽ trồng 38 ha rừng.") != ("2026-01-01", "2026-12-31")


@pytest.mark.parametrize(
    ("text", "published", "span"),
    [
        ("Trong năm, xã xây 38 nhà.", "2026-01-10", ("2025-01-01", "2025-12-31")),
        ("Năm qua, xã xây 38 nhà.", "2026-01-10", ("2025-01-01", "2025-12-31")),
        ("Năm qua, xã xây 38 nhà.", "2025-12-20", ("2025-01-01", "2025-12-31")),
        ("Năm qua, xã xây 38 nhà.", "2025-08-10", (None, "2025-08-10")),
        ("Những năm qua, xã xây 38 nhà.", "2026-01-10", (None, "2026-01-10")),
        ("Trong năm 2024, xã xây 38 nhà.", "2026-01-10", ("2024-01-01", "2024-12-31")),
    ],
)
def test_the_year_that_a_text_tells_of(text: str, published: str, span: Span) -> None:
    assert last(text, published) == span


def test_a_year_long_over_is_not_carried_to_the_next_paragraph() -> None:
    text = "Xã Tân Hòa đổi thay. Đường đẹp. Nhà mới. Năm 2024, xã thu 38 tỷ đồng.\n\nCó 9 thôn làm đường."
    assert last(text, "2025-08-10") == (None, "2025-08-10")


def test_the_first_months_told_last_come_before_those_of_the_opening() -> None:
    text = (
        "Trong quý I/2025, toàn tỉnh thu 38 tỷ đồng. Thu tốt. Chi tốt. "
        "4 tháng đầu năm 2025, tỉnh thu 56 tỷ đồng.\n\nNgành than tăng 7%."
    )
    assert last(text) == ("2025-01-01", "2025-04-30")


def test_what_is_summed_up_to_a_month_runs_from_january() -> None:
    assert last("Thu ngân sách lũy kế đến tháng 6.2025 đạt 38 tỷ đồng.") == ("2025-01-01", "2025-06-30")


def test_the_same_sum_in_another_currency_has_the_time_of_the_first() -> None:
    assert last("Thu nhập (2022): 86 triệu đồng (3.701 USD).") == ("2022-01-01", "2022-12-31")


def test_a_time_of_the_opening_dates_nothing_before_it() -> None:
    text = "Toàn tỉnh có 38 cầu.\n\nĐường sá đẹp.\n\nTrong 6 tháng đầu năm 2025, kinh tế tăng. Thu đạt 9 tỷ đồng."
    claims = said(text, published="2025-08-10", url=PAPER)
    assert [claim.period_start for claim in claims] == [None, "2025-01-01"]


def test_a_year_to_come_behind_a_comma_dates_nothing() -> None:
    assert last("Xã Tân Hòa mở 38 lớp, tạo đà cho năm 2026.") == (None, "2025-08-10")


def test_a_vote_is_of_its_day() -> None:
    text = "Năm 2024, xã Tân Hòa thu 38 tỷ đồng. Tại kỳ họp, 98% đại biểu biểu quyết thông qua báo cáo."
    assert last(text, "2025-01-10") == (None, "2025-01-10")


def test_a_headline_has_the_time_that_the_text_tells() -> None:
    claims = said("Toàn tỉnh trồng 38 ha rừng\nTừ đầu năm đến nay, tỉnh trồng 38 ha rừng.", published="2025-08-10")
    assert {claim.period_start for claim in claims} == {"2025-01-01"}


def test_a_year_gone_back_to_is_not_gone_on_with() -> None:
    text = "Tỷ lệ hộ nghèo năm 2024 là 4%. Con số này của năm 2023 là 5%. Tỷ lệ của vùng cao là 38%."
    assert last(text) == ("2024-01-01", "2024-12-31")


def test_a_deadline_in_a_bracket_is_not_gone_on_with() -> None:
    text = "Đến nay, xã Tân Hòa cấp 38 thẻ cho dân (xong trước ngày 31/7/2025). Xã thu 9 hồ sơ."
    assert last(text) == (None, "2025-08-10")


def test_the_base_of_a_multiple_is_not_its_time() -> None:
    assert last("Năm 2025, xã Tân Hòa thu 38 tỷ đồng, gấp 1,4 lần năm 2020.", "2026-01-10")[0] == "2025-01-01"


def test_today_comes_before_a_programme_named_behind() -> None:
    text = "Lũy kế đến nay xã Tân Hòa có 38 nhà mới, hoàn thành nhiệm vụ giai đoạn 2021-2025."
    assert last(text) == (None, "2025-08-10")


def test_the_end_of_the_year_before_holds_for_the_next_paragraph() -> None:
    text = "Tính đến hết năm 2025, xã Tân Hòa có 38 nhà mới.\n\nTỷ lệ hộ nghèo là 9%."
    assert last(text, "2026-01-03") == (None, "2025-12-31")


def test_the_congress_of_a_term_sets_its_goals_in_english_too() -> None:
    text = (
        "The commune held its congress for the 2020-2025 term. The commune strives to build 38 mills.\n\n"
        "Over the past 5 years, work went well.\n\n"
        "The economy grew, with an average annual growth rate of 9.5%, and in 2016 it sold 26 tonnes.\n\n"
        "During the last term it paved 44 roads."
    )
    told = [
        (claim.figure.surface, (claim.period_start or "")[:4], (claim.period_end or "")[:4])
        for claim in said(text, "en", published="2020-05-04")
    ]
    assert [one for one in told if one[0] in ("38", "9.5%", "44")] == [
        ("38", "2020", "2025"),
        ("9.5%", "2015", "2020"),
        ("44", "2015", "2020"),
    ]


TOLD = "Nhiệm kỳ 2020-2025, xây dựng Đảng có chuyển biến. "


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (TOLD + "Toàn xã kết nạp 38 đảng viên.", OVER),
        (TOLD + "Xã hiện có 9 thôn.", (None, "2025-08-10")),
        ("Trong 5 năm, xã làm 38 km đường.", OVER),
        ("Xã đã làm 38 km đường trong 5 năm.", OVER),
        ("Suốt 3 năm, xã làm 38 km đường.", ("2022", "2025")),
        ("Vay tối đa trong 3 năm, xã được 38 tỷ đồng.", (None, "2025-08-10")),
    ],
)
def test_a_term_that_opens_a_sentence_and_its_number_of_years_are_told_on(text: str, span: Span) -> None:
    assert last(CONGRESS + text) == span


def test_so_many_years_are_those_of_the_opening() -> None:
    opening = "Giai đoạn 2021-2025, huyện Văn Chấn giải ngân 412 tỷ đồng.\n\n"
    assert last(opening + "Trong 5 năm, 6.200 hộ thoát nghèo.", "2025-10-20") == ("2021-01-01", "2025-12-31")


CROP = """Mía Sơn La có thể giảm 220 ha

Niên vụ 2022-2023 toàn tỉnh trồng 9.120 ha mía. Năng suất bình quân đạt 61 tấn/ha.

Sang niên vụ 2023-2024, diện tích dự kiến giảm 220 ha so với niên vụ 2022-2023; sản lượng ước đạt 560.000 tấn."""


def test_a_crop_year_is_told_on_and_what_is_estimated_for_the_next_is_forecast() -> None:
    found = [(one.period_end, one.status.value) for one in said(CROP, published=None, url=PAPER)]
    assert found == [
        ("2024-12-31", "forecast"),
        ("2023-12-31", "actual"),
        ("2023-12-31", "actual"),
        ("2024-12-31", "forecast"),
        ("2024-12-31", "forecast"),
    ]
    assert said("Dự kiến năm 2026 thu tăng 9%; năm nay ước đạt 12 tỷ đồng.")[-1].status.value == "estimate"
