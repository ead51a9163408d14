"""Who is being spoken of: bare words for a unit, the nation and regions, families, datelines, rounds of provinces."""

from __future__ import annotations

import pytest

from tests.claiming import PAPER, areas, said

# A video link's venue tells of the nation.
LINK = "Hội nghị toàn quốc\n\nTại điểm cầu Quảng Ninh có lãnh đạo tỉnh dự.\n\n"


def test_a_city_that_is_no_province_lies_in_one() -> None:
    text = "Thành phố Tân Lập của tỉnh có 38 lớp học. Tỉnh có 90. Thành phố Hải Phòng có 900."
    assert areas(text) == ["quang-ninh/tan-lap", "quang-ninh", "hai-phong"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Đồng bằng sông Cửu Long có 300 cống.", "vi"),
        ("Các tỉnh từ Nghệ An đến Quảng Trị mưa 90 mm.", "vi"),
        ("The Mekong Delta has 300 sluices.", "en"),
        ("میکونگ ڈیلٹا میں 300 بند ہیں۔", "ur"),
    ],
)
def test_several_provinces_together_are_neither_the_nation_nor_a_province(text: str, language: str) -> None:
    assert [(claim.area, claim.area_level) for claim in said(text, language, url=PAPER)] == [(None, None)]


def test_a_family_owns_its_own_figures() -> None:
    assert areas("Gia đình ông Bảy nuôi 3 con bò.") == [None]
    assert areas("Xã có 30 gia đình nuôi 90 con bò.") == ["quang-ninh"] * 2


def test_the_average_of_the_nation_does_not_go_on() -> None:
    text = "Giải ngân vốn đầu tư công của tỉnh đạt 60%. Bình quân cả nước đạt 50%. Thu ngân sách đạt 900 tỷ đồng."
    assert areas(text) == ["quang-ninh", "VN", "quang-ninh"]


def test_the_name_of_the_nation_inside_another_name_is_no_area() -> None:
    text = (
        "Tỉnh có 9 chi nhánh. Chi nhánh Ngân hàng Phát triển Việt Nam cho vay 900 tỷ đồng. Năm qua Việt Nam bán 90 tấn."
    )
    assert areas(text) == ["quang-ninh", "quang-ninh", "VN"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ngành Lưu trữ Việt Nam giữ 30 km giá tài liệu. Mỗi năm, 9 triệu hồ sơ được đọc.", "vi"),
        ("Đã có 80% bộ, ngành, địa phương mở kho số. Số hồ sơ được đọc là 9 triệu.", "vi"),
        ("The National Committee set 90% for this year. Readers asked for 9 million files.", "en"),
        ("قومی کمیٹی نے 90% کا ہدف مقرر کیا۔ 9 ملین فائلیں پڑھی گئیں۔", "ur"),
    ],
)
def test_a_text_about_the_nations_bodies_is_not_about_its_publishers_province(text: str, language: str) -> None:
    assert set(areas(text, language)) == {"VN"}


@pytest.mark.parametrize(
    "text",
    [
        "Các bộ, ngành góp ý. GRDP tăng 9%. Số hồ sơ được đọc là 9 triệu.",
        "Các bộ, ngành góp ý. Sở Nội vụ đã rà soát. Số hồ sơ được đọc là 9 triệu.",
        "Các bộ, ngành góp ý. Số khách đến tỉnh đông hơn. Số hồ sơ được đọc là 9 triệu.",
        "Các bộ, ngành góp ý. Tại phường Hạ Long có hội sách. Số hồ sơ được đọc là 9 triệu.",
    ],
)
def test_a_word_of_a_place_that_is_not_named_means_the_publishers(text: str) -> None:
    assert areas(text)[-1] == "quang-ninh"


def test_a_part_of_another_province_does_not_mean_the_publishers() -> None:
    text = "Các bộ, ngành góp ý. Tại phường Thuận Hóa có hội sách. Số hồ sơ được đọc là 9 triệu."
    assert areas(text)[-1] == "VN"


def test_a_nation_that_a_share_was_taken_of_owns_nothing_behind_it() -> None:
    assert areas("Hải Phòng thu hút 3 tỷ USD, chiếm 9% cả nước, giảm 2% so với cùng kỳ.")[-1] == "hai-phong"


@pytest.mark.parametrize("text", ["Có 12 tỉnh, thành phố vượt kế hoạch.", "Có 12/34 tỉnh, thành phố vượt kế hoạch."])
def test_how_many_provinces_there_are_is_the_nations(text: str) -> None:
    assert set(areas(text)) == {"VN"}


def test_the_nation_may_be_ranked_itself() -> None:
    assert areas("Việt Nam xếp thứ 44 thế giới.") == ["VN"]


def test_where_the_news_was_written_owns_no_figure() -> None:
    text = "HÀ NỘI — Six storms came ashore. Hà Tĩnh lost 20 boats. Hà Tĩnh also lost 30 cages."
    assert areas(text, "en", url=None) == [None, "ha-tinh", "ha-tinh"]


def test_in_a_round_of_provinces_a_paragraph_goes_on_about_the_last() -> None:
    text = "Hà Tĩnh welcomed 20,000 visitors.\nQuảng Trị welcomed 30,000 visitors.\nIts revenue was VND2 billion."
    assert areas(text, "en", url=None)[-1] == "quang-tri"


def test_two_provinces_in_one_sentence_leave_the_next_to_the_articles_own() -> None:
    text = "Năm 2024, Hải Phòng có 9 cảng, Hưng Yên có 3 cảng. Năm nay, số tàu là 900."
    assert areas(text)[-1] == "quang-ninh"


def test_a_body_that_speaks_is_no_owner() -> None:
    found = said("The Department of Finance said 14 projects were late.", "en", url=PAPER)
    assert [(claim.area, claim.body) for claim in found] == [("quang-ninh", None)]


def test_an_item_of_a_list_that_no_table_knows_is_not_the_one_before() -> None:
    assert areas("Rice yields rose: Hà Tĩnh (9%), Atlantis (8%).", "en") == ["ha-tinh", None]


def test_what_some_provinces_have_is_neither_the_nations_nor_a_provinces() -> None:
    assert areas("Có 16 tỉnh trồng 900 ha sâm.") == ["VN", None]


def test_the_world_in_which_something_is_ranked_owns_no_figure() -> None:
    text = "Tốc độ mạng của Việt Nam vào top 10 thế giới; cáp quang dài 900 km."
    assert areas(text)[-1] == "VN"


def test_a_part_of_all_provinces_is_the_nations() -> None:
    assert areas("Có 38/63 địa phương xong việc. Tỉnh có 9 cầu.") == ["VN", "VN", "quang-ninh"]


def test_provinces_counted_behind_the_figure_make_it_the_nations() -> None:
    assert areas("Ghi nhận 900 ca mới tại 62 tỉnh, thành phố.", url=None) == ["VN", "VN"]


def test_a_region_that_leads_keeps_its_figure() -> None:
    text = "Quảng Ninh trồng sâm. Trong các vùng, Tây Nguyên đứng đầu với 900 ha."
    assert areas(text) == [None]


def test_officials_of_the_nation_who_visit_leave_a_report_to_the_province() -> None:
    text = (
        "Phó Thủ tướng làm việc với tỉnh Phú Thọ - Ảnh: TTX/An Vũ\nBí thư Tỉnh ủy Phú Thọ và Chủ tịch UBND tỉnh "
        "cùng dự.\nGiải ngân vốn đầu tư công đạt 61% kế hoạch Trung ương giao."
    )
    assert areas(text, url=None) == ["phu-tho"]


def test_a_round_of_provinces_without_a_publisher_is_about_the_nation() -> None:
    text = "Mưa lớn ở Huế, Nghệ An, Sơn La và Gia Lai.\nTổng cộng 90 nhà bị ngập."
    assert areas(text, url=None) == ["VN"]


def test_a_paragraph_about_one_province_of_a_round_ends_with_it() -> None:
    text = "Mưa lớn ở Huế, Nghệ An, Sơn La và Gia Lai.\nTại Huế, 40 nhà bị ngập.\nVề nông nghiệp, 900 ha lúa bị ngập."
    assert areas(text, url=None) == ["hue", "VN"]


def test_a_bracket_of_provinces_splits_the_whole_before_it() -> None:
    text = (
        "Mưa lũ trên cả nước đã tạm lắng. Tại Huế có 2 người chết, 7 người bị thương (Nghệ An 3 người, Sơn La 4 người)."
    )
    assert areas(text, url=None) == ["hue", "VN", "nghe-an", "son-la"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh Sơn La ghi tên trên bản đồ cây ăn quả của cả nước khi đã trồng gần 620 ha mận.",
        "Sơn La nằm giữa vùng Tây Bắc, có 12 xã biên giới.",
    ],
)
def test_where_a_province_stands_takes_nothing_from_it(text: str) -> None:
    assert areas(text, url=None) == ["son-la"]


def test_provinces_named_behind_a_national_figure_make_no_ranking_of_it() -> None:
    text = "Tỷ lệ lấp đầy trên cả nước khoảng 80%, riêng tại các tỉnh, thành phố ven biển đạt 85%."
    assert areas(text)[0] == "VN"


def test_the_province_is_the_one_that_the_paragraph_speaks_of() -> None:
    text = "In Bac Ninh 9 ports opened. Gia Lai ranked fourth with 12 ports. The province had 3 before."
    assert areas(text, "en")[-1] == "gia-lai"


def test_its_is_said_of_the_area_of_the_sentence_before() -> None:
    text = "Lao Cai has 90 bridges.\n\nGia Lai has 80. Its towns have 7 ports."
    assert areas(text, "en", url=None)[-1] == "gia-lai"


def test_the_city_is_one_below_the_province_where_that_is_no_city() -> None:
    text = "Khanh Hoa built 90 roads. Nha Trang city has 12 hotels. The city received 800 guests."
    assert areas(text, "en", url=None, published="2024-05-01")[1:] == ["khanh-hoa/nha-trang"] * 2


def test_the_city_is_the_province_that_is_one() -> None:
    text = "Da Nang built 90 roads. Nha Trang city has 12 hotels. In Da Nang the city received 800 guests."
    assert areas(text, "en", url=None, published="2024-05-01")[-1] == "da-nang"


def test_a_word_with_a_capital_for_the_sentence_is_no_part_of_a_name() -> None:
    assert areas("In Nha Trang city 12 hotels opened.", "en", url=None, published="2024-05-01") == [
        "khanh-hoa/nha-trang"
    ]


def test_an_island_goes_on_by_its_bare_word_and_owns_what_stands_behind_an_apposition() -> None:
    text = "Ly Son Island, the best known place in the province, received 900 guests. The island has 8 hotels."
    assert areas(text, "en", url=None, published="2024-05-01") == ["quang-ngai/ly-son"] * 2


def test_a_list_of_provinces_behind_a_figure_owns_it_together() -> None:
    assert areas("Gia Lai lost a bridge. Another 82 houses were flooded in Gia Lai, Da Nang and Hue.", "en") == [None]


def test_a_new_clause_behind_a_comma_owns_nothing_before_it() -> None:
    text = "Quang Ninh counted its losses. The storm flooded 820 houses, with Gia Lai suffering most."
    assert areas(text, "en") == ["quang-ninh"]


@pytest.mark.parametrize(
    "dateline",
    ["HÀ NỘI — ", "Hanoi (VNA) – ", "VIETNAM, April 2 - HÀ NỘI — "],
)
def test_a_dateline_of_the_wire_owns_nothing(dateline: str) -> None:
    text = dateline + "Over 900 bridges were built across the country. Another 80 are under way."
    assert areas(text, "en", url=None) == ["VN", "VN"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("HCM CITY — Rice exports rose by 9%. Figures of the General Statistics Office say so.", "VN"),
        ("HCM CITY — The city built 9 bridges.", "ho-chi-minh"),
        ("DAK LAK — Farmers sold 900 tonnes of pepper.", "dak-lak"),
    ],
)
def test_a_dateline_of_the_press_s_own_city_tells_nothing(text: str, area: str) -> None:
    assert areas(text, "en", url=None) == [area]


def test_a_city_written_behind_its_own_dateline_is_no_road() -> None:
    assert areas("HCM CITY - Hồ Chí Minh City’s exports rose by 9%.", "en", url=None) == ["ho-chi-minh"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Quang Ninh, Vietnam's coal hub, dug 900 pits.", "quang-ninh"),
        ("The Mekong Delta, the country's rice bowl, has 900 mills.", None),
        ("In Quang Ninh, Vietnam has 900 pits, all of them old.", "VN"),
    ],
)
def test_an_apposition_does_not_hide_its_owner(text: str, area: str | None) -> None:
    assert areas(text, "en", url=None) == [area]


def test_an_average_that_a_figure_surpasses_owns_nothing_before_it() -> None:
    assert areas("Quang Ninh met its goals. Its rate was 61%, surpassing the national average.", "en") == ["quang-ninh"]


def test_a_quotation_mark_is_no_part_of_a_name() -> None:
    assert areas(
        'The movement "Tien Yen district people build roads" had 90 members.', "en", published="2024-05-01"
    ) == ["quang-ninh/tien-yen"]


def test_a_page_without_a_date_speaks_of_the_province_that_its_host_is_named_after() -> None:
    assert areas("The province has 90 bridges.", "en", url="http://baohoabinh.com.vn/en/9", published=None) == [
        "hoa-binh"
    ]


def test_a_plan_that_the_centre_assigned_leaves_a_text_to_its_province() -> None:
    text = (
        "Thu nội địa đạt 900 tỷ đồng, bằng 30% dự toán Trung ương giao, bằng 20% dự toán tỉnh giao.\nThu khác: 9 tấn."
    )
    assert set(areas(text)) == {"quang-ninh"}


def test_a_committee_s_member_is_no_owner() -> None:
    text = "Dự đại hội có bà Trần Thị Hoa - Ủy viên Ban Chấp hành Đảng bộ tỉnh, cùng 90 đại biểu."
    assert [claim.body for claim in said(text, url=PAPER)] == [None]


def test_the_capital_beside_the_central_powers_is_no_subject() -> None:
    text = "Ngày 5/9 ở Hà Nội, Thủ tướng chủ trì họp. Dự họp tại Lâm Đồng có nhiều sở.\nXuất khẩu đạt 9 tỷ USD."
    assert areas(text, url=None) == ["VN"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Hue in central Vietnam has 900 mills.", "hue"),
        ("In Hue, some 17 ministries built mills.", "VN"),
        ("The Department of Health of Hue reported that 900 mills run.", "hue"),
    ],
)
def test_what_says_where_a_place_lies_and_who_told_owns_nothing(text: str, area: str) -> None:
    assert areas(text, "en", url=None) == [area]


def test_a_text_about_the_nation_that_turns_to_its_papers_province_stays_there_until_the_nation_is_named() -> None:
    text = (
        f"{LINK}Cả nước hoàn thành 90 nhiệm vụ. Các bộ có 80 dịch vụ.\n\n"
        "Đối với Quảng Ninh, tỉnh đã hoàn thành 70 nhiệm vụ.\n\n60 trường đã có mạng.\n\n"
        "Thủ tướng nêu rõ 50 việc phải làm.\n\n40 tổ đã ra mắt."
    )
    assert areas(text) == ["VN", "VN", "quang-ninh", "quang-ninh", "VN", "VN"]


def test_a_text_about_the_nation_does_not_stay_with_another_papers_province() -> None:
    text = (
        f"{LINK}Cả nước hoàn thành 90 nhiệm vụ. Các bộ có 80 dịch vụ.\n\n"
        "Đối với Hải Phòng, thành phố đã hoàn thành 70 nhiệm vụ.\n\n60 trường đã có mạng."
    )
    assert areas(text)[-1] == "VN"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tại xã Na Sang, vốn đầu tư là 90 tỷ đồng.\n\nNhờ đó, 92% số hộ có điện.", "vi"),
        ("In Na Sang commune, investment was 90 billion VND.\n\nThanks to this, 92% of households have power.", "en"),
    ],
)
def test_a_paragraph_that_opens_with_what_came_of_the_one_before_has_its_place(text: str, language: str) -> None:
    found = said(text, language, published="2025-10-20", url="https://baodienbienphu.vn/tin-9.html")
    assert [claim.area for claim in found] == ["dien-bien/na-sang"] * 2
