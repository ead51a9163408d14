"""What a figure measures: shares and changes of a quantity, what is carried on, and what is only near."""

from __future__ import annotations

import pytest
from claiming import one, said


def measured(text: str, language: str = "vi") -> list[tuple[str, str | None]]:
    return [(claim.figure.surface, claim.indicator) for claim in said(text, language)]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Tỉnh có 410 doanh nghiệp thành lập mới, tăng 6,4% so với cùng kỳ.", "economy.new_enterprises"),
        ("Sản lượng nuôi trồng thủy sản đạt 88.000 tấn, bằng 71% kế hoạch năm.", "economy.aquaculture_output"),
        ("Thu ngân sách đạt 4.100 tỷ đồng, giảm 3% so với cùng kỳ.", "budget.revenue"),
        ("Giải ngân vốn đầu tư công đạt 910 tỷ đồng, tăng 14% so với cùng kỳ.", "budget.public_investment_disbursed"),
    ],
)
def test_a_percentage_of_change_measures_the_quantity_that_changed(text: str, indicator: str) -> None:
    assert [name for _, name in measured(text)] == [indicator, indicator]


def test_a_share_of_the_estimate_keeps_its_own_name() -> None:
    found = measured("Thu ngân sách đạt 4.100 tỷ đồng, bằng 81% dự toán.")
    assert found == [("4.100 tỷ đồng", "budget.revenue"), ("81%", "budget.revenue_share_of_estimate")]


def test_a_change_behind_another_amount_is_not_that_of_the_first() -> None:
    found = measured("Tỉnh có 410 doanh nghiệp thành lập mới, với tổng vốn đăng ký 2.700 tỷ đồng, tăng 9%.")
    assert [name for _, name in found] == ["economy.new_enterprises", None, None]


def test_places_and_months_without_a_topic_carry_on_what_was_named() -> None:
    text = "Thu ngân sách của tỉnh đạt 4.100 tỷ đồng, bằng 81% dự toán. Riêng phường Hồng Gai đạt 310 tỷ đồng, "
    found = measured(text + "bằng 77% dự toán; cả nước đạt 1.700 nghìn tỷ đồng.")
    amounts = ["budget.revenue", "budget.revenue_share_of_estimate"]
    assert [name for _, name in found] == [*amounts, *amounts, "budget.revenue"]


@pytest.mark.parametrize(
    "text",
    [
        "GRDP của tỉnh tăng 8,4%. Riêng chỉ số giá tiêu dùng của Hạ Long tăng 3%.",
        "GRDP của tỉnh tăng 8,4%. Khu vực dịch vụ tăng 3%.",
        "Du lịch đón 2 triệu lượt khách, trong đó khách quốc tế tăng 3%.",
    ],
)
def test_another_subject_carries_nothing_on(text: str) -> None:
    assert measured(text)[-1] == ("3%", None)


def test_a_subject_without_a_name_ends_a_list() -> None:
    text = "GRDP của tỉnh tăng 8,4%. Số phòng học kiên cố của tỉnh đạt 92%. Riêng Hạ Long đạt 95%."
    assert [name for _, name in measured(text)] == ["economy.grdp_growth", None, None]


def test_this_rate_is_the_rate_before() -> None:
    text = "Tỷ lệ giải ngân vốn đầu tư công của tỉnh đạt 64% kế hoạch. Tại xã Hải Hòa, tỷ lệ này là 71%."
    assert [name for _, name in measured(text)] == ["budget.public_investment_disbursed_share"] * 2


def test_a_bracket_says_the_sum_in_another_currency() -> None:
    found = measured("Budget revenue reached VND26 trillion ($1 billion).", "en")
    assert [name for _, name in found] == ["budget.revenue", "budget.revenue"]


def test_what_stands_behind_a_share_in_brackets_is_said_of_its_ratio() -> None:
    found = measured("Cả nước có 412/500 xã (82,4%) đạt chuẩn nông thôn mới.")
    assert found[0] == ("412", "society.new_rural_communes")


def test_a_rank_behind_a_score_is_no_whole_of_a_ratio() -> None:
    found = measured("Chỉ số PAPI đạt 41,2/80 điểm, xếp thứ 20/63.")
    assert [name for _, name in found] == ["index.papi", "index.papi"]


def test_provinces_are_counted_not_their_tasks() -> None:
    assert measured("Cả nước có 30 tỉnh nhận nhiệm vụ, trong đó có 5 tỉnh đã xong nhiệm vụ.")[1] == ("5", None)


def test_a_list_of_places_measures_what_its_first_does() -> None:
    found = said("GRDP các tỉnh tăng khá: Quảng Ninh tăng 9,1%, Hải Phòng 8,8%, Phú Thọ (8,2%).")
    assert [claim.indicator for claim in found] == ["economy.grdp_growth"] * 3


@pytest.mark.parametrize(
    ("text", "language", "indicator"),
    [
        ("Tỉnh có 88 xã, phường và 2 khu kinh tế.", "vi", "area.communes"),
        ("Mưa lớn làm 88 xã, phường mất điện.", "vi", None),
        ("In all, 88 communes and wards were flooded.", "en", None),
    ],
)
def test_communes_of_which_more_is_said_are_not_all_of_them(text: str, language: str, indicator: str | None) -> None:
    assert measured(text, language)[0] == ("88", indicator)


def test_a_verb_behind_the_next_figure_is_not_said_of_this_one() -> None:
    text = "صوبے کی بجٹ آمدنی 4,100 بلین VND رہی، جو تخمینے کا 81% ہے اور اسی مدت سے 6.5% زیادہ ہے۔"
    assert [name for _, name in measured(text, "ur")][1:] == ["budget.revenue_share_of_estimate", "budget.revenue"]
    assert [claim.statement.value for claim in said(text, "ur")] == ["level", "share_of_plan", "change"]


def test_a_part_of_the_tasks_is_not_the_tasks_assigned() -> None:
    assert measured("Tỉnh được giao 31 nhiệm vụ, trong đó 12 nhiệm vụ khó.")[1] == ("12", None)


def test_services_are_no_records() -> None:
    found = measured("Sở nhận 900 hồ sơ qua mạng và cung cấp 480 dịch vụ công trực tuyến.")
    assert found[1] == ("480", None)


def test_a_list_of_places_goes_on_in_the_next_paragraph() -> None:
    text = "GRDP các tỉnh tăng khá: Quảng Ninh (9,1%), Hải Phòng (8,8%).\nSau đó, Huế tăng 8,1%, Quảng Trị 7,9%."
    assert [name for _, name in measured(text)] == ["economy.grdp_growth"] * 4


def test_a_new_paragraph_ends_what_was_named_but_for_a_list() -> None:
    text = "GRDP của tỉnh tăng 8,4%.\nRiêng Hạ Long tăng 9%."
    assert [name for _, name in measured(text)] == ["economy.grdp_growth", None]


def test_a_sentence_without_figures_gives_the_next_its_topic() -> None:
    text = "Tỷ lệ giải ngân vốn đầu tư công của các tỉnh còn thấp. Cụ thể, Hà Tĩnh đạt 31%, Nghệ An 28%."
    assert [name for _, name in measured(text)] == ["budget.public_investment_disbursed_share"] * 2


def test_the_plan_in_a_bracket_behind_a_share_of_it() -> None:
    text = "Vốn đầu tư công đã giải ngân 2.100 tỷ đồng, đạt 60% kế hoạch Thủ tướng Chính phủ giao (3.500 tỷ đồng)."
    assert measured(text)[-1] == ("3.500 tỷ đồng", "budget.public_investment_plan")


def test_a_figure_of_another_subject_between_stops_the_topic() -> None:
    text = "Budget revenue reached VND9 trillion and social investment capital rose 7% to VND21 trillion."
    assert [name for _, name in measured(text, "en")][1:] == [None, None]


def test_what_stands_behind_a_sum_in_two_currencies_is_said_of_both() -> None:
    text = "Over VND9 trillion ($340 million) of public investment was disbursed."
    assert {claim.indicator for claim in said(text, "en")} == {"budget.public_investment_disbursed"}


def test_what_a_rank_is_among_is_not_what_it_measures() -> None:
    text = "Gia Lai scored 71.2 points in the PCI, ranking 9th out of 34 provinces and cities."
    assert {claim.indicator for claim in said(text, "en")} == {"index.pci"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The PCI table is out. Gia Lai ranked 20th, and Dak Lak ranked 27th out of 63.", ["index.pci"] * 2),
        ("vi", "Bảng xếp hạng PCI vừa ra.\nGia Lai đứng thứ 20 cả nước.", ["index.pci"]),
        ("vi", "Bảng điểm PAPI vừa ra.\nCung ứng dịch vụ công: 6,5 điểm.", [None]),
    ],
)
def test_a_rank_takes_the_one_index_that_is_spoken_of(language: str, text: str, expected: list[str | None]) -> None:
    assert [claim.indicator for claim in said(text, language)] == expected


def test_what_a_change_is_measured_by_is_of_the_same_quantity() -> None:
    farms = "The agricultural sector rose by 1.2%, lower than the growth rate of 3.3% a year earlier."
    assert [claim.indicator for claim in said(farms, "en")] == [None, None]
    economy = "GRDP expanded 7.2%, higher than the 6.9% of a year earlier."
    assert [claim.indicator for claim in said(economy, "en")] == ["economy.grdp_growth"] * 2


def test_a_part_of_an_amount_is_not_the_amount() -> None:
    text = "Retail sales reached VND90 trillion, including VND20 trillion from state shops."
    assert [claim.indicator for claim in said(text, "en")] == ["economy.retail_sales", None]


def test_a_growth_a_year_is_a_percentage() -> None:
    assert measured("Economic growth of 7-8% a year is the goal.", "en") == [("7-8%", "economy.grdp_growth")]


def test_a_level_behind_its_move_is_of_what_moved() -> None:
    text = "Foreign visitors rose by 9% to reach 215,000 arrivals. Visitors rose by 8% to 1.2 million arrivals."
    assert [name for _, name in measured(text, "en")] == [None, None, "tourism.visitors", "tourism.visitors"]


def test_an_equivalent_sum_is_of_nothing_where_the_sum_is() -> None:
    text = "Retail sales reached VND26 trillion, including VND4 trillion ($170 million) from state shops."
    assert [name for _, name in measured(text, "en")] == ["economy.retail_sales", None, None]


def test_percentages_behind_two_amounts_are_of_them_in_order() -> None:
    text = "Hue welcomed 5 million visitors and earned $2 billion from exports, up 8% and 7% respectively."
    assert [name for _, name in measured(text, "en")] == ["tourism.visitors", "economy.exports"] * 2


def test_a_duration_takes_no_words_from_what_was_done_in_it() -> None:
    claim = one("Cổng dịch vụ công trực tuyến trong chưa đầy hai tháng đã tiếp nhận 2.000 hồ sơ.", "2.000")
    assert claim.indicator == "services.online_records"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Hộ nghèo ở các xã vùng cao chiếm 71% tổng số hộ nghèo của tỉnh.", None),
        ("Ngành dệt thu hút 52 triệu USD, chiếm 44% tổng vốn FDI đăng ký, tăng 6,3%.", None),
        ("Tỉnh còn 2.310 hộ nghèo, chiếm 3,1% tổng số hộ.", "society.poverty_rate"),
        ("Rice accounts for 21% of total exports.", None),
    ],
)
def test_what_a_share_is_of_is_not_what_it_measures(text: str, indicator: str | None) -> None:
    assert measured(text, "en" if text.isascii() else "vi")[-1][1] == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Thu ngân sách đạt 4.100 tỷ đồng, gấp đôi cùng kỳ.", "budget.revenue"),
        ("Tỉnh có 410 doanh nghiệp thành lập mới, tăng 1,7 lần so với cùng kỳ.", "economy.new_enterprises"),
        ("Toàn tỉnh đón 2,6 triệu lượt khách, tăng gấp ba.", "tourism.visitors"),
        ("Tỉnh có 410 doanh nghiệp thành lập mới, vốn đăng ký 2.700 tỷ đồng, gấp 3 lần.", None),
        ("Thu ngân sách đạt 4.100 tỷ đồng. Hộ dân được vay không quá 2 lần.", None),
    ],
)
def test_by_how_many_times_a_quantity_grew_is_a_change_of_it(text: str, indicator: str | None) -> None:
    assert measured(text)[-1][1] == indicator


def test_the_value_of_last_year_is_of_the_same_quantity() -> None:
    found = measured("Tỉnh đón 2,6 triệu lượt khách, tăng 1,3 lần so với 2 triệu lượt của năm ngoái.")
    assert [name for _, name in found] == ["tourism.visitors"] * 3


def test_words_behind_the_last_comma_say_nothing_of_the_figure_before_it() -> None:
    found = measured("GRDP bình quân đầu người đạt 71 triệu đồng, vượt 2 triệu đồng, ngành du lịch tiếp tục đi lên.")
    assert [name for _, name in found] == ["economy.grdp_per_capita"] * 2


def test_the_ratio_behind_a_share_counts_its_part() -> None:
    found = measured("Tỉnh hoàn thành 80% nhiệm vụ do Thủ tướng Chính phủ giao (40/50 nhiệm vụ).")
    assert [name for _, name in found] == ["tasks.completed_share", "tasks.completed", "tasks.assigned"]
    found = measured("Tỷ lệ hộ nghèo giảm còn 2,5% (560/22.400 hộ).")
    assert [name for _, name in found][:2] == ["society.poverty_rate", "society.poor_households"]


def test_a_bare_word_behind_any_sign_is_the_whole_quantity() -> None:
    found = measured("Xuất, nhập khẩu đạt 43 triệu USD; xuất khẩu 25 triệu USD; nhập khẩu 18 triệu USD.")
    assert [name for _, name in found] == [None, "economy.exports", None]


def test_another_number_behind_a_counted_noun_does_not_go_on_with_it() -> None:
    found = measured("Xã có 350 hộ với 1.200 nhân khẩu.")
    assert [name for _, name in found] == ["area.households", "area.population"]


@pytest.mark.parametrize("said_of", ["xã giao", "so với nghị quyết", "dự toán trung ương và tỉnh giao"])
def test_who_set_a_plan_tells_a_share_of_it(said_of: str) -> None:
    assert [name for _, name in measured(f"Thu ngân sách đạt 135% {said_of}.")] == ["budget.revenue_share_of_estimate"]


def test_a_range_of_growth_is_no_level_that_something_rose_from() -> None:
    (claim,) = said("Thu ngân sách tăng bình quân từ 8,0 đến 10%/năm.")
    assert (claim.indicator, claim.statement) == ("budget.revenue", "change")


def test_a_change_takes_the_name_of_the_amount_before_it() -> None:
    found = measured(
        "Nơi có doanh thu trên nghìn tỉ: Huế đón 69.000 lượt khách; tăng 21%; tổng thu du lịch đạt 65 tỉ đồng."
    )
    assert [name for _, name in found if name] == ["tourism.visitors", "tourism.visitors", "tourism.revenue"]
    found = measured("GRDP đạt 114.000 tỷ đồng, tăng 8,1%.")
    assert [name for _, name in found] == ["economy.grdp", "economy.grdp_growth"]


def test_a_part_behind_a_figure_says_nothing_of_it() -> None:
    text = "Huế đón 45.000 lượt khách. Vinh đón 39.000 lượt, trong đó khách quốc tế tăng mạnh, tổng thu 90 tỷ đồng."
    assert [name for _, name in measured(text)] == ["tourism.visitors", "tourism.visitors", "tourism.revenue"]


def test_where_something_was_done_counts_no_units_of_the_area() -> None:
    assert [name for _, name in measured("Đoàn kiểm tra tại 12 xã, phường.")] == [None]
    assert [name for _, name in measured("Tỉnh có 124 xã, phường.")] == ["area.communes"]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Tỷ lệ hồ sơ trực tuyến tăng 1,7%.", "services.online_records_share"),
        ("Số hồ sơ trực tuyến tăng 12%.", "services.online_records"),
    ],
)
def test_a_rate_that_rose_keeps_its_name(text: str, indicator: str) -> None:
    assert [name for _, name in measured(text)] == [indicator]


def test_a_verb_that_says_how_much_is_no_kind_of_goods() -> None:
    text = "Hue's total export value between January and August surpassed 640 million USD, rising 4.4% year on year."
    assert [claim.indicator for claim in said(text, "en")] == ["economy.exports"] * 2


def test_parts_behind_a_figure_do_not_change_what_it_measures() -> None:
    text = "Tổng vốn đầu tư công là 900 tỷ đồng. Đã giải ngân 383 tỷ đồng, trong đó ngân sách địa phương 308 tỷ đồng."
    assert one(text, "383 tỷ đồng").indicator == "budget.public_investment_disbursed"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Xã có dân số 25.661 người.", "25.661"),
        ("Phường có diện tích 45 km2, quy mô dân số 25.661.", "25.661"),
        ("Với hơn 25.000 dân, phường Hòa Lạc đông nhất tỉnh.", "25.000"),
    ],
)
def test_a_commune_that_has_people_has_a_population(text: str, surface: str) -> None:
    assert one(text, surface).indicator == "area.population"


def test_communes_that_only_deal_with_population_are_none() -> None:
    assert one("Về dân số, có 34 xã dưới mức sinh thay thế.", "34").indicator is None
    assert one("Huyện có 300 dân quân.", "300").indicator is None
