"""Whom a Vietnamese text is about beyond its province: a region, a commune that only its address names, a body."""

from __future__ import annotations

import pytest

from tests.claiming import one, said

DAY = "2025-11-20"


def areas(text: str, **known: str | None) -> list[tuple[str | None, str | None]]:
    return [(claim.area, claim.body) for claim in said(text, **known)]


REGION = (
    "Năm 2024, kinh tế của vùng đạt nhiều kết quả. GRDP toàn vùng tăng 7,1%, cao hơn cả nước (cả nước 6,2%).\n\n"
    "Thu ngân sách của vùng đạt 90.000 tỷ đồng. Cả vùng có 120 dự án mới. Tỷ lệ hộ nghèo còn 4%.\n\n"
    "Riêng tỉnh Bến Tre có 9 dự án."
)


def test_a_text_about_a_region_tells_nothing_of_the_nation() -> None:
    found = {claim.figure.surface: claim.area for claim in said(REGION)}
    assert found == {
        "7,1%": None,
        "6,2%": "VN",
        "90.000 tỷ đồng": None,
        "120": None,
        "4%": None,
        "9": "ben-tre",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Cả nước trồng 900 ha rừng. Miền Bắc trồng 300 ha, miền Nam 200 ha. Cả vùng núi phía Bắc trồng muộn.\n\n"
        "Sản lượng gỗ tăng 4%.",
        "Cả nước gieo 900 ha lúa. Các địa phương phía Bắc gieo 300 ha; địa phương phía Nam 600 ha.\n\nNgô tăng 4%.",
    ],
)
def test_parts_of_the_nation_leave_a_text_about_the_nation(text: str) -> None:
    assert one(text, "300").area is None
    assert one(text, "4%").area == "VN"


@pytest.mark.parametrize(
    "url",
    [
        "https://baogialai.com.vn/xa-ia-hrung-thu-nhieu-thue-post9.html",
        "https://iahrung.gialai.gov.vn/tin-tuc/9.html",
        "https://iahrung2.gialai.gov.vn/tin-tuc/9.html",
    ],
)
def test_a_commune_that_only_the_address_or_the_host_names(url: str) -> None:
    text = "Năm 2025, kinh tế của xã có nhiều đổi mới. Thu ngân sách 7 tỷ đồng; tỷ lệ hộ nghèo còn 5%."
    assert {area for area, _ in areas(text, url=url, published=DAY)} == {"gia-lai/ia-hrung"}


def test_an_address_tells_no_commune_where_the_text_speaks_of_none() -> None:
    text = "Năm 2025, kinh tế của tỉnh có nhiều đổi mới. Thu ngân sách 7 tỷ đồng."
    url = "https://baogialai.com.vn/xa-ia-hrung-thu-nhieu-thue-post9.html"
    assert areas(text, url=url, published=DAY) == [("gia-lai", None)]


@pytest.mark.parametrize(
    ("second", "body"),
    [
        ("Bệnh viện có 900 giường.", "Bệnh viện Tân Hòa"),
        ("Đơn vị đã khám cho 900 người.", "Bệnh viện Tân Hòa"),
        ("Công ty có 900 người.", None),
        ("Bệnh viện tuyến huyện có 900 giường.", None),
    ],
)
def test_the_bare_word_of_a_body_means_the_one_of_its_kind(second: str, body: str | None) -> None:
    text = f"Tỉnh Nghệ An khánh thành Bệnh viện Tân Hòa. {second} Năm qua, tỉnh có 9 cầu mới."
    assert one(text, "900", published=DAY).body == body
    assert one(text, "9", published=DAY).body is None


HOSPITAL = (
    "Chủ tịch tỉnh thăm Bệnh viện đa khoa tỉnh.\n\nTheo báo cáo, đơn vị là bệnh viện lớn của tỉnh, có 1.200 giường. "
    "Năm 2025, Bệnh viện khám cho 300 nghìn lượt người; tỷ lệ chuyển tuyến còn 2%.\n\n"
    "Bệnh viện đa khoa tỉnh còn thiếu thuốc. Dịp này, 400 người được nhận quà. Toàn tỉnh có 9 bệnh viện."
)


def test_a_text_about_an_institution_tells_its_figures() -> None:
    url = "https://baophutho.vn/tin-9.htm"
    found = {claim.figure.surface: claim.body for claim in said(HOSPITAL, url=url, published="2026-02-02")}
    whose = "Bệnh viện đa khoa tỉnh"
    assert found == {"1.200": whose, "300 nghìn": whose, "2%": whose, "400": whose, "9": None}


def test_the_only_institution_that_a_text_names_owns_its_figures() -> None:
    text = "Thêm 90 hộ gia đình được vay vốn.\n\nNHCSXH cho vay 7 tỷ đồng.\n\nDoanh số thu nợ đạt 5 tỷ đồng."
    url = "https://baolamdong.vn/tin-9.html"
    assert {claim.body for claim in said(text, url=url) if claim.figure.kind == "money"} == {"NHCSXH"}


def test_a_kind_of_commune_is_no_name() -> None:
    text = "Cách Hà Nội 30 km, xã Nông thôn mới Tân Hòa có 9 thôn."
    assert one(text, "9", url="https://baoquangninh.vn/tin-9.html").area == "quang-ninh/tan-hoa"


def test_who_only_acted_upon_the_subject_owns_no_figure() -> None:
    text = "Huyện Hoài Ân có 11 trường được UBND tỉnh Bình Định khen, tỷ lệ đạt 90%."
    assert one(text, "90%", published="2024-05-05").area == "binh-dinh/hoai-an"


def test_provinces_pointed_back_at_are_not_the_nation() -> None:
    text = "Cả nước có 9 cảng. Mức tăng của các tỉnh thành này dao động từ 3% đến 5%."
    assert one(text, "3% đến 5%").area is None


TWO = (
    "Tỉnh Quảng Ninh có 90 cảng. Quảng Ninh tự hào, tỉnh Quảng Ninh vui.\n\nHà Tĩnh có 9 cảng.\n\n"
    "Thu của tỉnh là 5 tỷ đồng."
)


@pytest.mark.parametrize(("url", "area"), [(None, "ha-tinh"), ("https://baoquangninh.vn/tin-9.html", "quang-ninh")])
def test_the_bare_province_is_the_last_one_but_in_a_province_s_own_paper(url: str | None, area: str) -> None:
    assert one(TWO, "5 tỷ đồng", url=url).area == area


def test_the_units_that_one_was_made_of_own_no_figure() -> None:
    text = "Phường Tân Hòa được thành lập từ việc sáp nhập 4 phường của thị xã Tân Lập, với 90 nghìn dân."
    assert one(text, "90 nghìn", url="https://baoquangninh.vn/tin-9.html").area == "quang-ninh/tan-hoa"


def test_the_nation_behind_a_comma_owns_no_figure_before_it() -> None:
    text = f"{REGION}\n\nSản lượng tôm tăng 3%, hai mặt hàng chính của Việt Nam đứng vững."
    assert one(text, "3%").area is None


def test_the_set_of_a_ranking_is_nobody_s_and_goes_no_further() -> None:
    text = "Tỉnh Kon Tum dẫn đầu trong 5 tỉnh Tây Nguyên. Chỉ số hài lòng xếp thứ 21."
    assert one(text, "5", published="2024-05-05").area is None
    assert one(text, "21", published="2024-05-05").area == "kon-tum"


def test_localities_with_their_names_are_provinces() -> None:
    text = "Quảng Ngãi tăng 34 bậc; 9 địa phương dẫn đầu về hạ tầng: Huế, Nghệ An, Hà Tĩnh. Quảng Ngãi vui."
    assert one(text, "9").area == "VN"


def test_each_rank_of_a_row_has_the_place_behind_it() -> None:
    text = "Đứng đầu là Bắc Giang, sau đó là Lạng Sơn và thứ 3 là Điện Biên."
    assert one(text, "3").area == "dien-bien"


def test_neighbours_and_what_is_far_are_not_spoken_of() -> None:
    text = (
        "Quan Hóa là huyện miền núi của tỉnh, cách thành phố Thanh Hóa 130 km về phía Tây; phía Bắc giáp "
        "huyện Mai Châu, tỉnh Hòa Bình; phía Đông giáp huyện Bá Thước. Huyện có 7 xã."
    )
    found = {claim.figure.surface: claim.area for claim in said(text, published="2022-02-02")}
    assert found == {"130": "thanh-hoa/quan-hoa", "7": "thanh-hoa/quan-hoa"}


def test_a_body_goes_on_by_the_letters_in_its_bracket() -> None:
    text = "Đầu bảng là Đại học Quốc gia Huế (ĐHQGH). Hiện ĐHQGH có 9 trường; theo ĐHQGH, Huế có 40 cầu."
    assert one(text, "9").body is not None
    assert one(text, "40").body is None


@pytest.mark.parametrize(
    ("host", "area"),
    [
        ("nongthonmoithuathienhue.vn", "hue"),
        ("www.bariavungtautourism.com.vn", "ba-ria-vung-tau"),
        ("baolongan.vn", "long-an"),
    ],
)
def test_a_host_that_bears_a_province_s_name(host: str, area: str) -> None:
    assert one("Toàn tỉnh có 9 cầu.", "9", url=f"https://{host}/tin-9.html", published="2019-02-02").area == area


def test_the_prime_minister_makes_no_text_about_a_district_one_about_the_nation() -> None:
    text = (
        "Thay mặt Thủ tướng Chính phủ, Phó Thủ tướng công nhận huyện Mường Lát đạt chuẩn. Thủ tướng Chính phủ "
        "giao UBND huyện Mường Lát duy trì. Huyện Mường Lát là huyện vùng cao.\n\nTỷ lệ hộ nghèo còn 9%."
    )
    assert one(text, "9%", published="2024-05-05").area == "thanh-hoa/muong-lat"


def test_provinces_that_are_counted_lead_back_to_the_nation() -> None:
    text = (
        "Các bộ, ngành và địa phương chuẩn bị 230 dự án.\n\nNhà hát tại Hà Nội có 9 tầng.\n\n"
        "Cụ thể, 230 dự án ở 32 tỉnh, thành phố. Trong đó, 112 dự án dùng vốn nhà nước. 118 dự án dùng vốn khác."
    )
    assert one(text, "118", published=DAY).area == "VN"


def test_what_has_a_base_already_is_not_compared_with_the_place_behind_it() -> None:
    text = "Cả nước trồng 900 ha. Trồng nhiều hơn so với cùng kỳ là Tuyên Quang đạt 95 ha (tăng 3%), Phú Thọ 87 ha."
    assert one(text, "3%").area == "tuyen-quang"


def test_a_district_that_several_other_provinces_have_is_in_none_of_the_text_s() -> None:
    text = "UBND tỉnh Quảng Nam họp.\n\nHuyện Phước Long có 9 xã."
    assert one(text, "9", published="2024-05-05").area == "phuoc-long"


def test_an_abbreviation_is_no_name() -> None:
    assert one("Tỉnh Hà Nam có huyện NTM nâng cao; 35 xã NTM.", "35", published="2024-05-05").area == "ha-nam"


def test_an_office_s_host_tells_its_province() -> None:
    url = "https://thongketuyenquang.gso.gov.vn/tin-9.html"
    assert one("Thu ngân sách đạt 90 tỷ đồng.", "90 tỷ đồng", url=url, published="2022-10-01").area == "tuyen-quang"


def test_organs_own_figures_as_items_of_a_list_only() -> None:
    listed = "In Hue, the rate reached 44.1% (Party Block 45.2%; People's Council 46.3%; Fatherland Front at 47.4%)."
    assert [claim.body for claim in said(listed, "en")] == [None, "Party Block", "People's Council", "Fatherland Front"]
    assert one("In Hue, the provincial People's Committee gave 38 grants.", "38", "en").body is None


def test_provinces_that_were_met_before_are_gone_on_about() -> None:
    text = (
        "A minister met the provinces of Tuyen Quang, Cao Bang and Lang Son.\n"
        "The report showed that the 3 northern provinces grew. Exports reached 38 million USD."
    )
    assert [claim.area for claim in said(text, "en")] == ["VN", None]
    other = text.replace("the 3 northern", "3 northern")
    assert [claim.area for claim in said(other, "en")] == ["VN", "VN"]


def test_the_local_government_is_that_of_the_province_before() -> None:
    text = (
        "Vietnam aims for growth of 8%.\nHue province grew by 38%.\nThe local government sold 44 mills.\n"
        "Vietnam sold 31 mills."
    )
    assert one(text, "44", "en").area == "hue"


@pytest.mark.parametrize(
    "title", ["Director of Hue Department of Finance", "Head of the provincial Department of Finance"]
)
def test_who_a_person_is_makes_no_body_of_the_figure(title: str) -> None:
    claim = one(f"Deputy {title} An led a delegation to 44 communes in Hue.", "44", "en")
    assert (claim.area, claim.body) == ("hue", None)


def test_the_ministry_is_no_bank_named_before() -> None:
    text = "The Ministry of Finance told of Hue. The Vietnam Development Bank paid 38%.\n\nThe ministry asks for 44%."
    assert one(text, "44%", "en").body is None
    text = "The Ministry of Finance paid 38%.\n\nThe ministry paid 44%."
    assert one(text, "44%", "en").body == "Ministry of Finance"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("It awarded the top 44 firms, Hanoi, May 6, 2025. Vietnam has ports. Vietnam has roads.", "VN"),
        ("In Hue, it rained. It acts so that the national growth target in 2025 is 44.", "VN"),
    ],
)
def test_what_the_nation_is_told_for(text: str, area: str) -> None:
    assert one(text, "44", "en").area == area


SCHOOL = """Xã Bảo Thắng (Lào Cai): Trường vùng cao đón 520 học sinh

Trường Phổ thông dân tộc bán trú Thái Niên (xã Bảo Thắng) tổ chức lễ khai giảng.

Được tách từ Trường THCS Xuân Giao, Trường PTDTBT Thái Niên thành lập năm 2005. Năm 2018, trường được xây 12 phòng.

Hiện nhà trường có 38 cán bộ; 99% giáo viên đạt chuẩn.

Toàn trường có 15 lớp. Tỷ lệ chuyển cấp đạt 98,5%.

Trường đang nuôi 300 con gà.
"""


@pytest.mark.parametrize("surface", ["12", "38", "99%", "15", "98,5%", "300"])
def test_a_text_about_a_school_goes_on_about_it_by_its_name_in_short_too(surface: str) -> None:
    found = one(SCHOOL, surface)
    assert (found.area, found.body) == ("lao-cai/bao-thang", "Trường Phổ thông dân tộc bán trú Thái Niên")


def test_a_text_about_a_commune_is_not_about_its_cooperative() -> None:
    text = "Xã Bảo Thắng đổi thay\nXã Bảo Thắng, tỉnh Lào Cai có 3 hợp tác xã. Hợp tác xã Hoa Mai trồng 90 ha sả.\n"
    text += (
        "Hợp tác xã Hoa Mai bán 1.200 tấn sả.\nThu nhập của xã Bảo Thắng đạt 68 triệu đồng. Tỷ lệ hộ nghèo còn 1,9%."
    )
    assert one(text, "1,9%").body is None


def test_a_hospital_lies_in_the_province_behind_its_name() -> None:
    text = "Bệnh viện Tân Hòa nâng chất lượng\nBệnh viện Tân Hòa, tỉnh Sơn La, có 150 giường.\nBệnh viện có 24 bác sĩ."
    assert one(text, "24").area == "son-la"


def test_on_a_page_without_a_day_a_year_long_over_dates_its_paragraph_only() -> None:
    text = (
        "Xã vui hội.\nBà con dự hội.\nTrẻ em hát.\nNăm 2014, xã xây 2 cầu.\nXã có 36 lớp học.\nNăm 2018, xã đạt chuẩn."
    )
    assert one(text, "36", published=None).period_end is None
