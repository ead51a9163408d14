"""Whose a Vietnamese figure is where a house, a border, a body or a phrase before its subject stands beside it."""

from __future__ import annotations

import pytest
from claiming import areas, one, said


def test_the_name_of_a_house_makes_no_text_one_about_the_province_in_it() -> None:
    text = (
        "Đại hội tỉnh Ninh Bình\n\nTỉnh Ninh Bình đã chuẩn bị xong. Địa điểm là Nhà văn hóa Lao động Nam Định. "
        "Đại hội có 412 đại biểu."
    )
    assert areas(text, url=None) == ["ninh-binh"]


@pytest.mark.parametrize("way", ["vào", "về"])
def test_the_nation_that_something_is_brought_into_owns_nothing(way: str) -> None:
    text = f"Công an tỉnh Quảng Trị bắt vụ đưa 12 kg ma túy từ Lào {way} Việt Nam."
    assert areas(text, url=None) == ["quang-tri"]


def test_what_vietnam_itself_sells_is_its_own() -> None:
    assert areas("Quý I, gạo của Việt Nam sang Lào đạt 12 triệu USD.", url=None) == ["VN"]


def test_provinces_that_one_borders_on_are_not_counted_for_the_nation() -> None:
    assert areas("Tỉnh Tây Ninh giáp 3 tỉnh của nước bạn.", url=None) == ["tay-ninh"]
    assert areas("Cả nước có 3 tỉnh vượt kế hoạch.", url=None) == ["VN"]


def test_what_opens_a_sentence_as_what_somebody_is_belongs_to_its_subject() -> None:
    text = "Lai Châu làm tốt. Là địa phương thứ 7 cả nước về đích, Sơn La đã bàn giao 410 căn nhà."
    assert areas(text, url=None) == ["son-la", "son-la"]


@pytest.mark.parametrize("name", ["Liên hiệp các Hội Khoa học và Kỹ thuật", "Trung tâm Dịch vụ việc làm"])
def test_a_union_of_associations_and_an_employment_centre_own_what_they_did(name: str) -> None:
    claim = one(f"{name} tỉnh Quảng Trị mở 12 lớp tập huấn.", "12")
    assert (claim.area, claim.body) == ("quang-tri", name)


def test_families_of_a_kind_are_no_family_and_guests_place_nothing() -> None:
    text = (
        "Xã Thanh Ba họp Đại hội\n\nNgày 25/7, xã Thanh Ba, tỉnh Phú Thọ khai mạc Đại hội. "
        "Cùng dự là lãnh đạo một số sở của tỉnh và 137 đại biểu. Gia đình văn hóa chiếm 94%."
    )
    assert [claim.area for claim in said(text)] == ["phu-tho/thanh-ba"] * 2


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Ngân sách nhà nước trên địa bàn thu ước 412 tỷ đồng.", "budget.revenue"),
        ("Thu ngân sách tăng khá. Năm qua, Huế thu trên 9.412 tỷ đồng.", "budget.revenue"),
        ("Hợp tác xã thu được 92 tỷ đồng.", None),
        ("Hội thu được 92 triệu đồng, nộp ngân sách nhà nước 8 triệu đồng.", None),
    ],
)
def test_a_budget_by_the_verb_that_it_takes_in_with(text: str, indicator: str | None) -> None:
    assert said(text)[0].indicator == indicator


def test_the_share_of_the_estimate_behind_what_was_taken_in() -> None:
    text = "Thu ngân sách tăng khá. Năm qua, Huế thu trên 9.412 tỷ đồng, bằng 141% dự toán."
    assert one(text, "141%").indicator == "budget.revenue_share_of_estimate"


def test_a_share_of_families_is_none_of_what_was_counted_before_it() -> None:
    found = said("Thành phố có 480 di tích, gồm 7 di tích quốc gia; tỷ lệ gia đình văn hóa đạt 95%.")
    assert [claim.role for claim in found] == [None] * 3


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Bệnh viện Đa khoa tỉnh Ninh Bình đổi mới.\n\nNăm 2025, bệnh viện khám cho 31.000 người. "
            "Bệnh viện tuyến huyện khám cho 900 người.",
            ["Bệnh viện Đa khoa tỉnh Ninh Bình", None],
        ),
        (
            "Hội Nông dân tỉnh Bắc Ninh có 2.120 hội viên. Năm 2025, Hội kết nạp 430 hội viên. "
            "Hội nghị cũng trao 12 bằng khen.",
            ["Hội Nông dân tỉnh", "Hội Nông dân tỉnh", None],
        ),
    ],
)
def test_a_bare_word_with_a_verb_behind_it_means_the_body_named_before(text: str, bodies: list[str | None]) -> None:
    assert [claim.body for claim in said(text)] == bodies


def test_members_of_an_association_are_none_of_the_party() -> None:
    assert said("Hội kết nạp 430 hội viên mới.")[0].indicator is None
    assert said("Đảng bộ kết nạp 430 đảng viên.")[0].indicator == "party.new_members"


def test_a_region_in_a_schools_name_is_none_and_a_province_is_not_what_it_was_made_of() -> None:
    assert areas("Trường Đại học Tây Bắc (Sơn La) tuyển 2.100 sinh viên.", url=None) == ["son-la"]
    assert areas("Vùng Tây Bắc có 2.100 trường.", url=None) != ["son-la"]
    assert areas("Tỉnh Cà Mau được hình thành từ 2 tỉnh.", url=None) == ["ca-mau"]


def test_five_billion_is_no_year_and_its_rate() -> None:
    found = said("Mỗi năm tỷ lệ hộ nghèo giảm 2,1%.")
    assert [(claim.figure.surface, claim.indicator) for claim in found] == [("2,1%", "society.poverty_rate")]
    assert said("Công ty lãi năm tỷ đồng.")[0].figure.value == 5_000_000_000


def test_whom_a_province_works_with_owns_nothing() -> None:
    text = "Ngày 5/9, Công an tỉnh Hà Tĩnh phối hợp Công an tỉnh Nghệ An bắt 6 đối tượng, thu giữ 42 kg ma túy."
    assert areas(text, url=None) == ["ha-tinh", "ha-tinh"]
    text = "Lâm Đồng phối hợp với Đồng Nai, Tây Ninh mở 5 hội chợ; Đồng Nai có 9 công ty dự."
    assert areas(text, url=None) == ["lam-dong", "dong-nai"]


def test_a_bare_province_is_no_city_that_is_one_itself() -> None:
    text = "Nghệ An nhận hỗ trợ\n\nTỉnh Nghệ An gặp lũ. Hà Nội giúp 11 tỷ đồng. Đến nay, tỉnh đã nhận được 87 tỷ đồng."
    assert areas(text, url=None) == ["ha-noi", "nghe-an"]


def test_a_headline_that_begins_with_a_commune_is_of_a_text_about_it() -> None:
    title, text = "Xã Sơn Hà (Lạng Sơn) đổi thay\n\n", "Sau 10 năm, xã huy động 31 tỷ đồng. Thu nhập đạt 52 triệu đồng."
    assert set(areas(title + text, url=None)) == {"lang-son/son-ha"}
    others = " Xã Tân Tiến làm 9 km đường. Toàn tỉnh có 8.100 hộ nghèo."
    title = title.replace("Sơn Hà", "Mẫu Sơn")
    assert areas(title + text, url=None)[-1] == "lang-son/mau-son"
    assert areas(title + text + others, url=None)[-1] == "lang-son"
    title = title.replace("Xã Mẫu Sơn (Lạng Sơn)", "Lạng Sơn: Xã Mẫu Sơn")
    assert areas(title + text, url=None)[-1] == "lang-son/mau-son"


def test_who_holds_a_units_office_is_no_unit() -> None:
    text = "Phường Mỹ Xuân có 9 hộ.\n\nChủ tịch UBND phường {} trình bày.\n\nPhường nhận 61 hồ sơ."
    assert areas(text.format("Đỗ Thị Hoa Lan"), url=None)[-1] == "ho-chi-minh/my-xuan"
    assert areas(text.format("Hồ Nai Lê Thị Mai"), url=None)[-1] == "ho-chi-minh/ho-nai"
    assert areas(text.format("Trần Hưng Đạo"), url=None)[-1] == "ho-chi-minh/tran-hung-dao"  # a table has such a ward


def test_a_unit_beside_which_another_of_its_level_lies_owns_nothing() -> None:
    text = "Xã Hoa Mai nằm ở phía Đông bắc {} Tân Lạc, cách trung tâm {} 6 km. Toàn xã có 90 hộ."
    assert areas(text.format("thị trấn", "thị trấn"), url=None) == ["hoa-mai", "hoa-mai"]


def test_a_body_of_a_unit_that_acts_again_stays_in_the_unit() -> None:
    text = "Tỉnh Lâm Đồng có 9 xã.\n\nTrung tâm PVHCC xã Đam Rông 1 nhận 30 hồ sơ. Đơn vị đã trả 20 hồ sơ."
    assert areas(text, url=None)[1:] == ["lam-dong/dam-rong-1"] * 2


@pytest.mark.parametrize("kind", ["xã biên giới", "xã vùng cao", "xã nghèo", "huyện miền núi", "huyện đảo"])
def test_a_word_of_its_kind_may_stand_between_a_unit_and_its_name(kind: str) -> None:
    text = f"Quảng Trị đổi mới.\n\nTại {kind} Hoa Mai, có 9 hộ. Dịp này, đoàn tặng Hoa Mai 3 suất quà."
    assert areas(text, url=None) == ["quang-tri/hoa-mai"] * 2


def test_units_of_a_kind_without_a_name_are_no_unit() -> None:
    text = "Tỉnh Quảng Trị trao cho xã nghèo 9 suất quà và các xã biên giới Hoa Mai, Hoa Sen 3 suất quà."
    assert areas(text, url=None) == ["quang-tri"] * 2


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Nam Định có xã trong số 351 xã đạt chuẩn nâng cao của cả nước.", "VN"),
        ("Xã Hoa Mai là 1 trong 351 đơn vị được huyện Hàm Yên chọn làm điểm.", "tuyen-quang/ham-yen"),
        ("Huyện Hải Hậu là một trong 351 huyện kiểu mẫu của cả nước.", "VN"),
        ("Huyện Hải Hậu có 351 xã kiểu mẫu, nhiều nhất cả nước.", "nam-dinh/hai-hau"),
    ],
)
def test_a_whole_of_which_a_place_is_a_part_is_the_larger_ones(text: str, area: str) -> None:
    assert one(text, "351", url=None, published="2024-04-05").area == area


@pytest.mark.parametrize("counted", ["tỉnh", "địa phương", "tỉnh, thành phố"])
def test_a_ranking_that_opens_a_text_is_the_nations(counted: str) -> None:
    text = f"Top 3 {counted} có kinh tế tăng nhanh nhất\n\nKinh tế Quảng Ninh tăng 11%."
    assert areas(text, url=None) == ["VN", "quang-ninh"]


def test_a_figure_of_each_unit_is_none_of_theirs_alone() -> None:
    text = "Tỉnh Đồng Tháp có 96 ca mắc, nhiều ở các xã: Tân Hồng (12 ca); Lấp Vò, Lai Vung mỗi xã 6 ca."
    assert areas(text, url=None) == ["dong-thap", "dong-thap/tan-hong", "dong-thap"]
    text = "Tỉnh Đồng Tháp tặng xã Tân Hồng 30 suất quà, mỗi suất 5 triệu đồng."
    assert areas(text, url=None) == ["dong-thap/tan-hong"] * 2


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Người dân, doanh nghiệp đã nộp 120 hồ sơ.", None),
        ("Tổ chức và doanh nghiệp đã nộp 120 hồ sơ.", None),
        ("Các sở, ngành, đơn vị đã số hóa 120 hồ sơ.", None),
        ("Năm qua, đơn vị đã xử lý 120 hồ sơ.", "Sở Xây dựng"),
    ],
)
def test_a_bare_body_among_others_means_all_there_are(text: str, body: str | None) -> None:
    assert one(f"Sở Xây dựng tỉnh Lào Cai đã cấp 9 giấy phép. {text}", "120").body == body


def test_a_district_without_its_word_may_stand_far_before_its_share() -> None:
    text = "Toàn tỉnh Lâm Đồng có 318 trường. Trong các huyện, Đơn Dương có tỷ lệ trường đạt chuẩn cao nhất với 66,03%."
    assert areas(text, url=None, published="2017-09-18") == ["lam-dong", "lam-dong/don-duong"]


def test_a_place_in_the_name_of_a_brand_owns_nothing() -> None:
    text = "Tỉnh Đắk Lắk có 12 công ty dùng chỉ dẫn địa lý Buôn Ma Thuột với diện tích 15.612 ha."
    assert areas(text, url=None) == ["dak-lak"] * 2


@pytest.mark.parametrize(
    "bracket", ["(HMV)", "(mã chứng khoán: HMV)", "(Mã: HMV)", "(HMV - HOSE)", "(HoSE: HMV)", "(HM9)"]
)
def test_a_company_goes_on_by_the_letters_it_is_traded_by(bracket: str) -> None:
    short = "HM9" if "HM9" in bracket else "HMV"
    text = f"Tỉnh Hà Tĩnh có 9 chợ.\n\nCông ty CP Hoa Mai {bracket} bán 900 tấn thép.\n\nQuý II, {short} bán 40 tấn."
    assert "Hoa Mai" in (one(text, "40").body or "")


@pytest.mark.parametrize(
    ("told", "company"),
    [
        ("Lợi nhuận sau thuế đạt 40 tỷ đồng.", True),
        ("Sáu tháng, doanh thu đạt 40 tỷ đồng.", True),
        ("Nợ phải trả còn 40 tỷ đồng.", True),
        ("Thu ngân sách đạt 40 tỷ đồng.", False),
        ("Tỉnh Thanh Hóa có 7 mỏ. Doanh thu đạt 40 tỷ đồng.", False),
    ],
)
def test_what_only_companies_have_is_the_company_s_told_of_last(told: str, company: bool) -> None:
    text = f"Tỉnh Hà Tĩnh có 9 chợ.\n\nCông ty CP Hoa Mai bán 900 tấn thép. {told}"
    assert bool(one(text, "40 tỷ đồng").body) is company


def test_how_many_companies_there_are_is_no_measure_of_one() -> None:
    text = "Tỉnh Hà Tĩnh có 9 chợ.\n\nCông ty CP Hoa Mai bán 900 tấn thép. Lợi nhuận tăng ở 26 doanh nghiệp."
    assert one(text, "26").body is None
