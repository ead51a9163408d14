"""Whom a whole text is about: decided once by its opening, its publisher and its bare words, not figure by figure."""

from __future__ import annotations

import pytest

from tests.claiming import one, said

PAPER = "https://en.baotuyenquang.com.vn/news-1.html"
OLD_DISTRICT = {"url": "https://baohoabinh.com.vn/en/1/news.htm", "published": "2022-05-04"}


def areas(text: str, language: str = "en", **known: str | None) -> list[str | None]:
    return [claim.area for claim in said(text, language, **known)]


@pytest.mark.parametrize(
    ("opening", "language"),
    [
        ("A total of 900 bridges across Vietnam had been rebuilt.", "en"),
        ("Cả nước đã xây lại 900 cây cầu.", "vi"),
    ],
)
def test_a_text_that_opens_with_the_nation_stays_its_own_beside_one_province(opening: str, language: str) -> None:
    last = {
        "en": "In Hung Yen, work goes on. Hung Yen is proud. The province gave 30 boats. The province aims higher.",
        "vi": "Tại Hưng Yên, việc vẫn tiếp tục. Hưng Yên tự hào. Tỉnh đã tặng 30 con thuyền. Tỉnh muốn làm thêm.",
    }[language]
    middle = {"en": "Under the scheme, 70 ferries run.", "vi": "Theo đề án, 70 chuyến phà đang chạy."}[language]
    assert areas(f"{opening}\n\n{middle}\n\n{last}", language) == ["VN", "VN", "hung-yen"]


def test_a_plan_of_a_national_committee_is_no_province_s() -> None:
    text = "The plan of the National Committee on Ports sets the target of 95% of ministries, branches and localities."
    assert areas(text, url=PAPER) == ["VN"]


def test_a_district_named_without_its_word_is_what_the_district_means() -> None:
    text = (
        "The People's Committee of Tan Lac met on Monday.\n\nThe district has 7 mills. Rice covers 40 ha.\n\n"
        "The locality has bought 3 boats. The district is proud."
    )
    assert areas(text, **OLD_DISTRICT) == ["hoa-binh/tan-lac"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The People's Committee of Tan Lac met on Monday. The province has 7 mills, and fields cover 40 ha.",
        "The People's Committee of Cam Thuy met on Monday. Each district may build 7 mills. Fields cover 40 ha.",
    ],
)
def test_a_name_is_no_district_where_none_of_the_province_is_spoken_of(text: str) -> None:
    assert set(areas(text, **OLD_DISTRICT)) == {"hoa-binh"}


ROUND = (
    "Six provinces and cities in Vietnam built ports.\n\nQuang Ninh led the country with 9 ports. Ninh Binh has 4.\n\n"
    "In Hai Phong, 7 ports opened this year. "
)


@pytest.mark.parametrize("back", ["The city has 80 ships.", "The municipal economy has 80 ships."])
def test_a_paragraph_whose_first_place_is_a_bare_word_goes_on_about_the_last(back: str) -> None:
    assert areas(f"{ROUND}\n\nTrade rose by 12%. {back}")[-2:] == ["hai-phong"] * 2


def test_a_paragraph_that_names_its_own_place_does_not_go_on_about_the_last() -> None:
    assert areas(f"{ROUND}\n\nTrade rose by 12%. Hue has 80 ships.")[-2:] == ["VN", "hue"]


def test_what_only_one_place_in_the_country_has_is_that_places() -> None:
    assert areas("Hue is the only place in Vietnam that has 5 such walls.") == ["hue"]


ADDRESS = "https://news.example.test/ket-qua-nam-cua-hung-yen-157.html"


@pytest.mark.parametrize(
    ("text", "url", "area"),
    [
        ("The province's roads grew by 8%.", ADDRESS, "hung-yen"),
        ("The province's roads grew by 8%.", "https://news.example.test/hung-yen-va-ninh-binh-9.html", None),
        ("Roads grew by 8%.", ADDRESS, None),
    ],
)
def test_the_province_that_only_the_address_names_is_the_one_meant(text: str, url: str, area: str | None) -> None:
    assert areas(text, url=url) == [area]


def test_a_town_of_its_province_s_name_is_not_meant_by_the_name_alone() -> None:
    text = "Hung Yen has new rules. Offices of Hung Yen use them. The district has 9. The district grows."
    assert areas(text, published="2023-08-01") == ["hung-yen"]


def test_a_dateline_may_stand_behind_headline_and_lead() -> None:
    text = (
        "Roads of Vietnam grow\n\nRoads of Vietnam grew by 8%.\n\nHanoi (VNA) - Roads of Vietnam grew by 8% and 90 km."
    )
    assert set(areas(text)) == {"VN"}


@pytest.mark.parametrize("whose", ["the country's largest", "one of the country’s most", "Vietnam's leading"])
def test_what_is_first_in_the_nation_is_not_the_nation_s(whose: str) -> None:
    assert areas(f"As {whose} ports, where 80% of ships call, Hue has 9 docks.", published="2025-10-15")[1] == "hue"
    assert areas(f"Hue is {whose} port, with 9 docks.", published="2025-10-15") == ["hue"]


def test_a_unit_of_communes_is_not_the_commune() -> None:
    text = "In Phu Giao district, 9 mills run. The district grows. The district has 3 fairs."
    last = "The commune-level offices received 900 files."
    found = areas(f"{text} {last}", url="https://baobinhduong.vn/en/news.html", published="2020-10-23")
    assert set(found) == {"binh-duong/phu-giao"}


def test_an_institution_sits_in_the_unit_that_was_named_last() -> None:
    text = (
        "The Tan Hoa commune service center is busy.\n\nSince it opened, the center has kept records. "
        "The center has received 900 files.\n\nIn Tan Lap ward, desks are new. In May, the unit received 80 files. "
        "Across the province, 30 desks are new."
    )
    found = areas(text, url="https://baoquangninh.vn/en/news.html", published="2025-10-15")
    assert found == ["quang-ninh/tan-hoa", "quang-ninh/tan-lap", "quang-ninh"]


def test_an_institution_beside_the_name_of_its_place_sits_there() -> None:
    text = "In Tan Hoa commune, desks are new. In Tan Lap ward, 9 desks are new, and the school has 80 books."
    assert areas(text, url="https://baoquangninh.vn/en/news.html")[-1] == "quang-ninh/tan-lap"


def test_a_unit_is_named_again_without_its_word() -> None:
    text = "The province honoured Tan Hoa commune.\n\nAfter a year, Tan Hoa has 90 mills. The province has 900 mills."
    found = areas(text, url="https://baoquangninh.vn/en/news.html", published="2025-10-15")
    assert found[-2:] == ["quang-ninh/tan-hoa", "quang-ninh"]
    longer = "Tan Hoa commune is new.\n\nThe Tan Hoa Thinh company has 90 mills."
    assert areas(longer, url="https://baoquangninh.vn/en/news.html", published="2025-10-15") == ["quang-ninh"]


def test_a_round_of_communes_is_about_none_of_them() -> None:
    text = (
        "Binh Thanh Ward is busy. Binh Thanh Ward gave 150 gifts.\n\nCau Kieu Ward gave 100 books.\n\n"
        "Cu Chi Commune gave 50 bikes.\n\nSome 900 homes got rice."
    )
    found = areas(text, url="https://baoquangninh.vn/en/news.html", published="2025-10-15")
    assert found[-1] == "quang-ninh"


def test_a_line_that_only_names_the_site_is_no_opening() -> None:
    text = "Tinvietnam.vn - Tin Việt Nam\n\nTien Giang builds ports. The province has 9 ports; Tien Giang goes on."
    assert areas(text) == ["tien-giang"]


def test_a_province_of_the_opening_stands_out_of_a_list_of_others() -> None:
    text = (
        "Ninh Binh tops the harbour index. It was followed by Lao Cai, Son La, Dien Bien and Cao Bang. At the bottom "
        "were Bac Lieu, Tra Vinh and Soc Trang. Ninh Binh is proud. Ninh Binh will go on. It has 9 ports."
    )
    assert areas(text) == ["ninh-binh"]


def test_the_address_tells_another_province_than_the_publisher_s() -> None:
    text = "Tại xã Tân Thuận Hòa, mưa lớn kéo dài. Khoảng 90 hộ phải rời nhà."
    url = "https://www.sggp.org.vn/lam-dong-90-ho-phai-roi-nha-post9.html"
    assert areas(text, "vi", url=url, published="2025-12-04") == ["lam-dong/tan-thuan-hoa"]


def test_a_district_of_the_reform_s_year_lies_in_a_province_before_it() -> None:
    text = "Chi Linh City has 9 ports. Chi Linh City is proud. Chi Linh City goes on."
    assert areas(text, published="2025") == ["hai-duong/chi-linh"]


@pytest.mark.parametrize("name", ["ڈنہ ہوا", "فان رنگ - تھاپ چام"])
def test_one_name_of_a_district_is_enough_where_the_address_has_it(name: str) -> None:
    slug = {"ڈنہ ہوا": "thai-nguyen/dinh-hoa"}.get(name, "ninh-thuan/phan-rang-thap-cham")
    text = f"صوبائی پارٹی کمیٹی کی قرارداد کے تحت {name} شہر نے کام کیا۔ اس کے پاس 9 بندرگاہیں ہیں۔"
    url = f"https://www.vietnam.vn/ur/doan-giam-sat-lam-viec-voi-{slug.partition('/')[2]}"
    assert areas(text, "ur", url=url, published="2024-05-02") == [slug]


def test_the_address_names_whom_the_article_is_about() -> None:
    text = "The locality scored 87%. It was followed by Lao Cai, Ca Mau and Son La. Quang Ninh is said to be first."
    assert areas(text, url="https://press.vn/quang-ninh-first.html", published="2025-10-15")[0] == "quang-ninh"
    assert areas(text, url="https://press.vn/index.html", published="2025-10-15")[0] == "VN"


def test_localities_of_a_lower_level_or_more_than_there_are_provinces_are_no_provinces() -> None:
    text = "Tại Gia Lai, 58 địa phương cấp xã chưa xong. Có 19/218 địa phương xong; 199 địa phương còn lại chưa xong."
    assert areas(text, "vi") == ["gia-lai"] * 4


def test_the_address_tells_the_commune_where_the_text_names_nobody() -> None:
    url = "https://baoangiang.com.vn/dai-hoi-dang-bo-xa-vinh-gia-1.html"
    assert areas("Đại hội thông qua 38 chỉ tiêu.", "vi", url=url, published="2024-08-10") == ["an-giang/vinh-gia"]


def test_localities_that_are_counted_where_nobody_is_named_are_the_nations() -> None:
    assert areas("Giải ngân đạt 38%. Có 9 địa phương giải ngân tốt.", "vi") == ["VN", "VN"]
    assert areas("Toàn tỉnh giải ngân 38%. Có 9 địa phương giải ngân tốt.", "vi")[0] != "VN"


def test_the_venue_of_a_meeting_of_the_centre_owns_nothing() -> None:
    text = "Trong cuộc họp mới đây tại Huế, ông An (Bộ Y tế) cho biết ngành có nhiều đổi mới. Số bác sĩ tăng 38%."
    assert areas(text, "vi") == ["VN"]


def test_a_communes_page_that_speaks_of_its_district_only_is_about_that() -> None:
    url = "https://camluong.camthuy.thanhhoa.gov.vn/tin-1.html"
    text = "Sáu tháng qua, kinh tế trong huyện ổn định. UBND huyện chỉ đạo tốt. Diện tích gieo trồng đạt 38 ha."
    assert areas(text, "vi", url=url, published="2021-07-10")[-1] == "thanh-hoa/cam-thuy"


@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("dang-bo-huyen-dam-ha-mot-nhiem-ky/1234.htm", "quang-ninh/dam-ha"),
        ("thoi-su/1234.htm", "quang-ninh"),
        ("huyen-dam-ha/1234.htm", "quang-ninh"),
    ],
)
def test_a_title_before_the_number_of_an_address_tells_the_unit(path: str, area: str) -> None:
    url = f"https://baoquangninh.vn/{path}"
    assert areas("Trồng mới 900 ha rừng.", language="vi", url=url, published="2023-05-04") == [area]


def test_centrally_run_cities_that_are_counted_are_the_nations() -> None:
    text = "Trong 5 thành phố trực thuộc Trung ương, Huế tăng 9%. Cả nước tăng 8%."
    assert areas(text, "vi") == ["VN", "hue", "VN"]


@pytest.mark.parametrize(
    "text",
    [
        "Đầm Hà: Diện tích ngô đạt 38 ha\n\nBáo cáo của tỉnh cho biết, mùa này tốt.",
        "Huyện ủy Đầm Hà họp. Huyện làm tốt. Toàn huyện đổi mới. Diện tích ngô đạt 38 ha.",
    ],
)
def test_a_headlines_name_or_a_party_committee_tells_the_district(text: str) -> None:
    known = {"url": "https://baoquangninh.vn/tin-1.html", "published": "2021-09-27"}
    assert areas(text, "vi", **known) == ["quang-ninh/dam-ha"]


def test_an_agencys_dateline_names_no_place() -> None:
    text = "Hà Nội (TTXVN 18/4/2024) Năm 2023, cả nước có 38 cầu mới. Cả nước làm tốt."
    assert areas(text, "vi", published="2024-04-18") == ["VN"]


def test_a_bound_among_all_provinces_is_the_nations() -> None:
    text = "Cả nước tăng 8%. Có 20/34 địa phương tăng từ 9% trở lên."
    assert set(areas(text, "vi", published="2025-10-15")) == {"VN"}


def test_a_dateline_before_its_province_is_no_road() -> None:
    text = (
        "Updated 2023-05-04 TUYÊN QUANG – Tuyên Quang Province joins the nation's programme. It has 38 co-operatives."
    )
    assert areas(text, published="2023-05-04") == ["tuyen-quang"]


@pytest.mark.parametrize(
    "organ", ["Kiểm toán Nhà nước", "BHXH Việt Nam", "Cục Kiểm lâm", "Ủy ban An toàn giao thông Quốc gia"]
)
def test_a_text_that_names_only_an_organ_of_the_nation_is_about_it(organ: str) -> None:
    text = f"Theo {organ}, năm qua xảy ra 413 vụ. Lực lượng chức năng đã xử lý 380 vụ."
    assert areas(text, "vi", url=None) == ["VN", "VN"]
    assert areas(f"Theo {organ}, năm qua toàn tỉnh xảy ra 413 vụ.", "vi", url=PAPER) == ["tuyen-quang"]


def test_an_address_that_opens_with_a_province_tells_it_where_nothing_is_named() -> None:
    url = "https://tinnuoc.vn/xa-hoi/ha-noi-co-77-xa-dat-chuan-moi-45678/"
    text = "Như vậy, mỗi xã đạt 14 tiêu chí.\n\nTỷ lệ thôn có điện đạt 99%."
    assert [claim.area for claim in said(f"{text}\n\nChi Linh", url=url)] == ["ha-noi"] * 2
    assert [claim.area for claim in said(f"Cả nước tăng 3%. {text}", url=url)] == ["VN"] * 3
    assert [claim.area for claim in said(text, url="https://tinnuoc.vn/xa-hoi/co-77-xa-dat-chuan-moi-45678/")] == [
        None
    ] * 2


def test_a_village_owns_its_figures_and_leaves_the_text_to_its_commune() -> None:
    text = (
        "Người dân thôn Na Hối, xã Bắc Hà trồng quế.\n\nXã có 38 ha quế.\n\nTại thôn Na Hối, 41 hộ trồng quế. "
        "Xã Bắc Hà có 9 thôn."
    )
    assert areas(text, "vi", url=None) == ["lao-cai/bac-ha", "lao-cai/na-hoi", "lao-cai/bac-ha"]


def test_an_address_with_marks_and_a_publishers_own_title_tell_the_province() -> None:
    marked = "https://tin.example/read-blog/4520_soc-trăng-đạt-nhiều-thành-quả.html"
    assert areas("Đến nay, toàn tỉnh đã xuống giống 331 ha lúa.", "vi", url=marked, published="2023-10-05") == [
        "soc-trang"
    ]
    own = "https://bqlkcn.daknong.gov.vn/chi-so-cai-cach-hanh-chinh-nam-2022-dak-nong-xep-thu-2.html"
    text = (
        "Chỉ số cải cách năm 2022: Đắk Nông đứng thứ 2\n\nChiều 18/4, tại Hà Nội, Ban Chỉ đạo của Chính phủ "
        "công bố Chỉ số.\n\nTheo đó, tỉnh Đắk Nông đạt 84,6 điểm.\n\nDự tại điểm cầu tỉnh "
        "Đắk Nông.\n\n- Cải cách thể chế xếp thứ 55.\n\nVề kinh tế, tỉnh Đắk Nông xếp thứ 28."
    )
    assert set(areas(text, "vi", url=own, published="2023-04-19")) == {"dak-nong"}


def test_the_commune_of_a_headline_comes_before_the_one_that_the_districts_site_is_called_after() -> None:
    text = "Tình hình kinh tế xã Đức Giang\n\nDiện tích gieo trồng 26 ha.\n\nToàn xã có 9 trang trại."
    found = areas(text, "vi", url="https://vuquang.hatinh.gov.vn/ducgiang/tin-462831.aspx", published=None)
    assert found == ["ha-tinh/duc-giang"] * 2


def test_a_part_of_the_path_of_authorities_tells_their_ward() -> None:
    path = "phuong-hoi-phu/gioi-thieu/dinh-huong.aspx"
    text = "Thu ngân sách đạt 9 tỷ đồng."
    assert areas(text, "vi", url=f"https://pleiku.gialai.gov.vn/{path}", published="2024-05-04") == ["gia-lai/hoi-phu"]
    assert areas(text, "vi", url=f"https://baogialai.com.vn/{path}", published="2024-05-04") == ["gia-lai"]
    old = {"published": "2022-01-06"}
    assert areas(text, "vi", url="https://baria-vungtau.gov.vn/tamphuoc/news/1168", **old) == [
        "ba-ria-vung-tau/tam-phuoc"
    ]
    assert areas(text, "vi", url="https://laocai.gov.vn/vanban/news/1168", **old) == ["lao-cai"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Theo Sở Y tế Lào Cai, toàn tỉnh có 9 ca.\n\nSố giường là 38.", "lao-cai"),
        ("Vụ cháy xảy ra ở một xưởng (KCN Hoa Mai, Lào Cai).\n\nCó 38 người bị thương.", "lao-cai"),
        ("Cục An ninh mạng ghi nhận 9 vụ.\n\nCó 38 người bị lừa.", "VN"),
        # Of two in passing neither is.
        ("Vụ cháy xảy ra ở một xưởng (Lào Cai) và một kho (Huế).\n\nCó 38 người bị thương.", None),
    ],
)
def test_one_province_in_passing_is_the_home_where_nothing_else_tells(text: str, area: str | None) -> None:
    assert areas(text, "vi", url="https://vov.vn/tin-1.vov")[-1] == area


def test_the_institution_that_a_headline_opens_with_has_what_its_branch_does() -> None:
    text = "NHCSXH Hà Giang: Tín dụng về bản\n\nTổng dư nợ đạt 5.120 tỷ đồng.\n\nChi nhánh có 11 phòng giao dịch."
    claims = said(text, "vi", url="https://vov.vn/tin-1.vov", published="2025-03-10")
    assert [(claim.area, claim.body) for claim in claims] == [("ha-giang", "NHCSXH Hà Giang")] * 2


def test_a_former_province_is_not_the_one_that_the_next_sentence_means() -> None:
    text = "Công nghiệp Thái Nguyên\n\nThái Nguyên thu 68 tỷ đồng. Bắc Kạn (cũ) đóng góp 1,2%. Tỉnh có 12 khu."
    assert areas(text, "vi", published="2025-08-30") == ["thai-nguyen", "bac-kan", "thai-nguyen"]


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("Huyện Phú Giáo: Thu ngân sách đạt khá", "binh-duong/phu-giao"),
        ("Hội Nông dân huyện Phú Giáo giúp hội viên", "binh-duong/phu-giao"),
        ("Phú Giáo mở rộng vùng cây", "binh-duong/phu-giao"),
        ("Xã An Bình làm đường", "binh-duong/an-binh"),
        ("Đại hội Đảng bộ huyện Phú Giáo (Bình Dương)", "binh-duong/phu-giao"),
        ("Phú Giáo và Dầu Tiếng mở rộng vùng cây", "binh-duong"),
        ("Xã An Bình và xã Tam Lập làm đường", "binh-duong"),
        ("Mở rộng vùng cây", "binh-duong"),
    ],
)
def test_a_text_is_about_the_one_unit_that_its_headline_names(title: str, area: str) -> None:
    text = f"{title}\n\nQuý I, cả hai vụ trồng được 40 ha. Sản lượng tăng 5%."
    found = {claim.area for claim in said(text, published="2021-04-04", url="https://baobinhduong.vn/tin-9.html")}
    assert found == {area}


def test_a_text_that_speaks_of_the_province_is_not_about_the_unit_of_its_headline() -> None:
    text = "Xã An Bình làm đường\n\nToàn tỉnh có 90 km đường mới. Sản lượng tăng 5%."
    url = "https://baobinhduong.vn/tin-9.html"
    assert one(text, "5%", published="2021-04-04", url=url).area == "binh-duong"


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("Xuất khẩu rau quả lập kỷ lục mới", "VN"),
        ("Xuất khẩu rau quả của Tiền Giang tăng mạnh", "tien-giang"),
        ("Trồng rau quả theo hướng mới", None),
    ],
)
def test_a_headline_about_exports_that_names_no_place_is_about_the_nation(title: str, area: str | None) -> None:
    assert one(f"{title}\n\n8 tháng, kim ngạch đạt 5 tỷ USD.", "5 tỷ USD", published="2024-09-04").area == area


def test_a_headline_names_a_district_without_its_word() -> None:
    text = "Đưa Đạ Tẻh đạt chuẩn huyện nông thôn mới\n\nQuý I trồng được 40 ha. Sản lượng tăng 5%."
    assert {claim.area for claim in said(text, published="2021-04-04")} == {"lam-dong/da-teh"}
