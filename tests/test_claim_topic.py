"""What a figure measures where its topic stands in another sentence, before a colon, or around a bracket."""

from __future__ import annotations

import pytest
from claiming import said

FDI = "economy.fdi_registered"
REVENUE = "budget.revenue"


def measured(text: str) -> list[tuple[str, str | None]]:
    return [(claim.figure.surface, claim.indicator) for claim in said(text)]


def named(text: str) -> dict[str, str | None]:
    return dict(measured(text))


def test_provinces_of_a_ranking_go_on_with_its_quantity() -> None:
    text = "Cả nước thu hút FDI tăng mạnh.\n\nTrong đó, Nghệ An dẫn đầu với số vốn đăng ký 900 triệu USD, chiếm 20%; "
    text += "tiếp đến là Hà Tĩnh 500 triệu USD, chiếm 11%. Quảng Trị đứng thứ ba với hơn 300 triệu USD."
    found = named(text)
    assert [found[sum_] for sum_ in ("900 triệu USD", "500 triệu USD", "300 triệu USD")] == [FDI] * 3
    assert (found["20%"], found["11%"]) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh thu hút FDI.\n\nNgành kinh doanh bất động sản có vốn đăng ký 90 triệu USD.",
        "Tỉnh thu hút FDI.\n\nCó 900 doanh nghiệp thành lập mới, vốn đăng ký 7.000 tỷ đồng.",
        "Tỉnh thu hút FDI.\n\nTỉnh thu hút được tổng vốn đầu tư 90 triệu USD.",
    ],
)
def test_other_capital_under_a_topic_is_not_foreign(text: str) -> None:
    assert FDI not in named(text).values()


def test_the_words_before_a_colon_hold_for_the_whole_line() -> None:
    found = named("Thu ngân sách: kế hoạch 9.000 tỷ đồng, thực hiện 8.100 tỷ đồng.")
    assert found == {"9.000 tỷ đồng": REVENUE, "8.100 tỷ đồng": REVENUE}


def test_a_line_with_another_subject_takes_nothing_from_before_its_colon() -> None:
    found = named("Thu ngân sách: kế hoạch 9.000 tỷ đồng, quỹ khuyến học xã Tân Hòa góp 3 tỷ đồng.")
    assert found["3 tỷ đồng"] is None


def test_so_far_this_year_is_said_of_the_quantity_above() -> None:
    text = "Thu ngân sách tháng 9 đạt 900 tỷ đồng.\n\nLũy kế 9 tháng đạt 7.100 tỷ đồng, tăng 6% dự toán giao."
    assert measured(text) == [("900 tỷ đồng", REVENUE), ("7.100 tỷ đồng", REVENUE), ("6%", REVENUE)]


def test_so_far_this_year_is_not_said_of_what_stands_further_up() -> None:
    text = (
        "Thu ngân sách đạt 900 tỷ đồng.\n\nTổng vốn đầu tư toàn xã hội đạt 700 tỷ đồng. Lũy kế cả năm đạt 800 tỷ đồng."
    )
    assert named(text)["800 tỷ đồng"] is None


def test_a_figure_behind_a_bracket_goes_on_from_before_it() -> None:
    text = "Chỉ số PAPI đạt 42,3 điểm (cao nhất là Huế với 46,1 điểm); thuộc nhóm khá, hạng 21/63."
    assert named(text)["21/63"] == "index.papi"


def test_what_stands_right_behind_a_figure_is_its_own() -> None:
    assert named("Tỉnh có 150 sản phẩm OCOP của 90 hợp tác xã.")["150"] == "society.ocop_products"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Tốc độ tăng GRDP bình quân đạt 7,9%/năm.", "economy.grdp_growth"),
        ("Kim ngạch xuất khẩu tăng bình quân 12,5%/năm.", "economy.exports"),
        ("Hộ nghèo được vay với lãi suất 6,6%/năm.", None),
    ],
)
def test_growth_a_year_is_growth(text: str, indicator: str | None) -> None:
    assert [claim.indicator for claim in said(text)] == [indicator]


def test_a_share_of_the_capital_plan_is_none_of_the_tasks_above() -> None:
    text = "Hội nghị giao nhiệm vụ.\n\nKế hoạch vốn đầu tư công được giao là 900 tỷ đồng, đã giải ngân 450 tỷ đồng, "
    text += "đạt 50% kế hoạch giao."
    assert named(text)["50%"] == "budget.public_investment_disbursed_share"


def test_the_nearest_of_two_topics_names_the_rank() -> None:
    text = "Tỉnh công bố chỉ số PCI.\n\nChỉ số DTI tăng. Trong bảng xếp hạng này, tỉnh đứng thứ 8."
    assert named(text)["8"] == "index.dti"


def test_a_bare_rate_that_opens_a_sentence_is_the_one_above() -> None:
    text = "Tỷ lệ hộ nghèo cả nước còn 1,9%.\n\nVới tỷ lệ 0,4%, Hà Nam đứng đầu vùng."
    assert named(text)["0,4%"] == "society.poverty_rate"


def test_a_rate_of_something_else_is_not_the_one_above() -> None:
    text = "Tỷ lệ hộ nghèo cả nước còn 1,9%.\n\nTỷ lệ trẻ em đến lớp đạt 97%."
    assert named(text)["97%"] is None


def test_a_share_of_another_noun_takes_nothing_over() -> None:
    text = "Phủ sóng di động đạt 100% thôn, bản và 87% hộ gia đình có internet."
    assert named(text)["87%"] is None


def test_localities_behind_a_list_say_whose_its_last_figure_is() -> None:
    text = "Tỷ lệ hộ nghèo của Hà Giang là 9%; Lai Châu (8%) và Sơn La (7%) là những địa phương xếp sau."
    assert set(named(text).values()) == {"society.poverty_rate"}


def test_a_changed_amount_of_last_year_is_no_share_of_the_estimate() -> None:
    text = "Thu ngân sách đạt 900 tỷ đồng, đạt 94% dự toán và bằng 115% so với cùng kỳ."
    assert measured(text)[1:] == [("94%", "budget.revenue_share_of_estimate"), ("115%", REVENUE)]


def test_a_topic_may_be_told_in_the_next_sentence_a_noun_may_not() -> None:
    text = "Hue attracted 640 million USD. These foreign direct investments went into ports."
    assert [claim.indicator for claim in said(text, "en")] == [FDI]
    text = "Hue completed 64%. The tasks were hard."
    assert [claim.indicator for claim in said(text, "en")] == [None]


def test_words_in_a_row_are_no_list_that_respectively_takes_up() -> None:
    text = "Vietnam's mobile and fixed-line internet speeds ranked 41st and 38th, respectively."
    ranks = ["network.mobile_speed_rank", "network.fixed_speed_rank"]
    assert [claim.indicator for claim in said(text, "en")] == ranks


@pytest.mark.parametrize("sector", ["of trade and services", "of agriculture, forestry and fisheries"])
def test_the_growth_rate_of_a_sector_is_not_that_of_the_economy(sector: str) -> None:
    assert [claim.indicator for claim in said(f"The growth rate {sector} was 7.4%.", "en")] == [None]
    assert [claim.indicator for claim in said("The growth rate of Hue was 7.4%.", "en")] == ["economy.grdp_growth"]


def test_scores_in_a_list_of_places_are_in_the_index_told_above() -> None:
    text = "In the PAPI, Hue scored 47.1 points.\n\nIt is followed by Lao Cai (46.3 points) and Son La (46.1 points)."
    assert [claim.indicator for claim in said(text, "en")] == ["index.papi"] * 3


def test_a_part_of_others_takes_over_no_rate() -> None:
    text = "The poverty rate of Hue is 4.1%, and 97% of local workers find jobs."
    assert [claim.indicator for claim in said(text, "en")] == ["society.poverty_rate", None]


def test_what_stands_before_a_counted_noun_is_its_own() -> None:
    text = "Hue had 25 poor households and 28 near-poor households."
    assert [claim.indicator for claim in said(text, "en")] == ["society.poor_households", None]


def test_between_two_indices_the_one_spoken_of_last_decides() -> None:
    text = (
        "The PAR Index and the SIPAS of 2023 were released.\n\nAll provinces have PAR indexes above 80%.\n\n"
        "Hue stayed in first place with a score of 81.2 percent, followed by Vinh Long with an index of 80.9 percent."
    )
    named = [claim.indicator for claim in said(text, "en", published="2024-04-17")]
    assert named[1:] == ["index.par"] * 3


def test_what_while_opens_is_a_whole_of_its_own() -> None:
    text = "Budget revenue hit VND9.1 trillion, up 12 per cent, while exports grew 4 per cent to $3 billion."
    named = [claim.indicator for claim in said(text, "en")]
    assert named == ["budget.revenue"] * 2 + ["economy.exports"] * 2
