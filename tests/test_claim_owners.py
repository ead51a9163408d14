"""Which of the names in a sentence owns a figure."""

from __future__ import annotations

import pytest

from tests.claiming import PAPER, areas, said


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hộ nghèo của tỉnh đạt 3%, thấp hơn mức bình quân chung của cả nước.",
        "Tỷ lệ hộ nghèo của tỉnh đạt 3%, chỉ sau Hải Phòng.",
        "So với Hải Phòng, tỉnh có tới 3 cảng.",
    ],
)
def test_what_a_province_is_compared_with_owns_nothing_of_it(text: str) -> None:
    assert areas(text) == ["quang-ninh"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Tỷ lệ hộ nghèo của tỉnh đạt 3%, thấp hơn cả nước (5%).", ["quang-ninh", "VN"]),
        ("Tỷ lệ hộ nghèo của tỉnh đạt 3%, chỉ sau Hải Phòng (2%).", ["quang-ninh", "hai-phong"]),
    ],
)
def test_what_it_is_compared_with_owns_the_figure_right_behind_its_name(text: str, owners: list[str]) -> None:
    assert areas(text) == owners


def test_a_province_that_is_only_compared_with_is_not_what_the_text_is_about() -> None:
    assert areas("Tốc độ tăng đứng thứ 2 miền Trung (sau Huế).\nThu ngân sách của tỉnh đạt 90%.", url=None)[-1] is None


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Xã Tân Lập nhận về 900 người của xã Tân Hòa.", "quang-ninh/tan-hoa"),
        ("Từ Hà Nội, chương trình truyền tới 34 trạm trên cả nước.", "VN"),
        ("Huế không có vụ nào, nhưng còn 9 vụ ở chợ (Hải Phòng).", "hai-phong"),
    ],
)
def test_a_place_right_behind_a_figure_as_its_own_comes_first(text: str, area: str) -> None:
    assert areas(text) == [area]


def test_a_part_of_all_provinces_leaves_what_follows_to_the_nation() -> None:
    assert areas("Đã có 32/34 địa phương lập 90 trung tâm.") == ["VN"] * 3


def test_localities_are_provinces_in_a_text_that_tells_a_part_of_all() -> None:
    text = "Đã có 32/34 địa phương lập trung tâm.\nNăm ngoái, mới có 12 địa phương nộp báo cáo."
    assert areas(text) == ["VN"] * 3
    assert areas("Năm ngoái, mới có 12 địa phương nộp báo cáo.") == ["quang-ninh"]


def test_the_provinces_that_are_left_are_no_province() -> None:
    assert areas("Huế đạt 60%. Các tỉnh, thành còn lại đều đạt dưới 50%.", url=None) == ["hue", None]


def test_a_region_and_a_province_own_a_figure_together() -> None:
    assert areas("Vùng Tây Nguyên và Tây Ninh đã gieo 900 ha lúa.") == [None]


def test_a_commune_of_the_text_s_own_province_stays_in_it() -> None:
    assert areas("Xã Thuận Hà có 9 thôn.") == ["quang-ninh/thuan-ha"]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Vùng Tây Nguyên có tỷ lệ 12%, cao thứ hai cả nước; tổng số là 900 hộ.", None),
        ("Tỉnh trồng 900 ha vải, rộng nhất miền Bắc, thu 90 tấn.", "quang-ninh"),
        ("Vùng trung du và miền núi phía Bắc còn 900 hộ.", None),
    ],
)
def test_a_region_owns_its_figures_but_not_those_of_the_first_in_it(text: str, area: str | None) -> None:
    assert set(areas(text)) == {area}


def test_a_region_goes_on_in_its_paragraph() -> None:
    assert areas("Vùng Tây Nguyên có tỷ lệ 12%. Tổng số là 900 hộ.") == [None, None]


def test_a_person_s_name_is_no_part_of_a_commune_s() -> None:
    text = "Chủ tịch UBND xã Thuận Hà Nguyễn Văn Bình cho biết, xã có 9 thôn."
    assert areas(text) == ["quang-ninh/thuan-ha"]


def test_of_which_goes_on_from_the_paragraph_before() -> None:
    text = "Tại Hải Phòng, 9 khu công nghiệp đang xây.\nTrong đó, có 3 khu đã đón nhà đầu tư."
    assert areas(text) == ["hai-phong", "hai-phong"]


def test_where_a_meeting_was_held_owns_no_figure() -> None:
    assert areas("Ngày 5/9, tại Hải Phòng, Chính phủ giao 900 việc.", url=None) == ["VN"]
    assert areas("Tại Hải Phòng có 900 việc.", url=None) == ["hai-phong"]


def test_a_kind_of_company_without_a_name_is_no_body() -> None:
    found = said("Có 30 HTX tham gia trồng 900 ha vải. HTX Tân Hòa trồng 90 ha.", url=PAPER)
    assert [claim.body for claim in found] == [None, None, "HTX Tân Hòa"]


def test_a_statistics_office_owns_no_figure_that_it_tells() -> None:
    found = said("Chi cục Thống kê Hải Phòng vừa công bố báo cáo; GRDP tăng 9%.", url=PAPER)
    assert [(claim.area, claim.body) for claim in found] == [("hai-phong", None)]


def test_the_towns_of_a_province_that_the_sentence_names_are_items() -> None:
    text = "Mưa lũ trên cả nước đã ngớt.\nLào Cai còn 9 thôn chưa có điện, gồm: Văn Bàn 2, Bảo Yên 7."
    found = said(text, published="2024-03-05")
    assert [claim.area for claim in found] == ["lao-cai", "lao-cai/van-ban", "lao-cai/bao-yen"]


def test_a_bracket_that_lists_the_text_s_own_province_splits_more_than_it() -> None:
    text = "Huế bị ngập nặng. Huế có 9 người chết.\nLũ làm 90 nhà sập (Huế: 40 nhà, Nghệ An: 50 nhà)."
    assert areas(text, url=None) == ["hue", "VN", "hue", "nghe-an"]


def test_provinces_in_brackets_count_against_the_one_named_outside() -> None:
    text = "Lũ làm 9 người mất tích ở Huế, 7 người bị thương (Gia Lai 2, Nghệ An 5).\n"
    text += "Lũ cuốn 90 nhà (Nghệ An 40 nhà; Sơn La 50 nhà)."
    assert areas(text, url=None)[-3] == "VN"


def test_behind_a_semicolon_the_place_in_the_figure_s_own_clause_comes_first() -> None:
    assert areas("Huế mất 4 tấn thóc; 12 con trâu bị cuốn trôi ở Nghệ An.", url=None) == ["hue", "nghe-an"]


def test_many_provinces_of_a_region_are_no_province() -> None:
    assert areas("Mưa lũ ở các tỉnh miền núi làm 9 nhà sập.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Sau khi hợp nhất 2 tỉnh Hà Nam và Nam Định, tỉnh có 900 trường.",
        "Tỉnh hợp nhất Hà Nam, Nam Định và Ninh Bình, có 900 trường.",
    ],
)
def test_the_provinces_that_one_was_made_of_own_nothing(text: str) -> None:
    assert areas(text)[-1] == "quang-ninh"


def test_a_figure_that_surpasses_the_average_is_the_province_s() -> None:
    text = "Hai Phong disbursed a lot. The rate in Hai Phong was 61% (VND13 billion), surpassing the national average."
    assert areas(text, "en", url=None) == ["hai-phong"] * 2


def test_a_town_behind_the_word_of_an_area_is_an_item() -> None:
    found = said("Lào Cai chia vốn cho các nơi. Khu vực Văn Bàn được 31 tỷ đồng.", published="2024-03-05")
    assert [claim.area for claim in found] == ["lao-cai/van-ban"]


def test_here_is_the_place_spoken_of_last() -> None:
    text = "Xã Tân Hòa có 9 thôn. Giải ngân của 21 dự án tại đây đạt 90%.\nTỉnh có 99 xã."
    assert areas(text) == [*["quang-ninh/tan-hoa"] * 3, "quang-ninh"]


def test_a_smaller_place_keeps_its_figures_beside_the_larger_it_lies_in() -> None:
    assert areas("Xã Tân Hòa nằm ở phía đông huyện Tân Lập, có 16 xóm.") == ["quang-ninh/tan-hoa"]


def test_the_district_beside_a_commune_tells_its_province() -> None:
    found = said("Xã Tân Hòa nằm ở phía đông huyện Văn Bàn, có 16 xóm.", url=PAPER, published="2024-03-05")
    assert [claim.area for claim in found] == ["lao-cai/tan-hoa"]


def test_a_province_right_behind_its_figure_owns_it() -> None:
    text = "Với 76 tỷ USD, Bắc Ninh đã vượt Hải Phòng."
    assert areas(text, url=None) == ["bac-ninh"]


def english(text: str, published: str = "2022-05-04") -> list[str | None]:
    return [claim.area for claim in said(text, "en", published=published)]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("There are 9 mills in Hue and 8 mills in Nghe An.", ["hue", "nghe-an"]),
        (
            "Income reached VND70 million (over 3,000 USD) in Hue and VND60 million (2,600 USD) in Nghe An.",
            ["hue", "hue", "nghe-an", "nghe-an"],
        ),
        ("Some 90% of wards in the Red River Delta and 80% of those in Hue have it.", [None, "hue"]),
        ("Hue 9%, Nghe An 8%, Ninh Binh 7%.", ["hue", "nghe-an", "ninh-binh"]),
    ],
)
def test_several_figures_may_each_have_their_place_behind_them(text: str, owners: list[str | None]) -> None:
    assert english(text) == owners


def test_places_behind_sums_and_their_equivalents_are_theirs_in_order() -> None:
    text = "It reached VND70 million (3,000 USD) and VND60 million (2,600 USD) in Hue and Nghe An, respectively."
    assert english(text) == ["hue", "hue", "nghe-an", "nghe-an"]


def test_examples_behind_a_figure_own_none_of_it() -> None:
    assert english("Across Vietnam, 90 wards had none, including Hue and Vinh Loc district of Thanh Hoa.") == ["VN"]


def test_the_locality_is_the_unit_that_the_paragraph_named() -> None:
    text = "Thanh Hoa grew.\n\nIn Vinh Loc district, 9 mills opened. The locality has 40 boats."
    assert english(text) == ["thanh-hoa/vinh-loc"] * 2


@pytest.mark.parametrize("text", ["With 90 points, Hue also ranked third.", "Scoring 90 points, Hue ranked third."])
def test_a_phrase_that_leads_in_is_about_the_subject_behind_it(text: str) -> None:
    assert english(text) == ["hue", "hue"]


@pytest.mark.parametrize("source", ["Theo Bộ Công Thương", "Theo số liệu của Tổng cục Hải quan"])
def test_what_a_ministry_tells_of_no_place_is_the_nations(source: str) -> None:
    assert areas(f"Tỉnh nuôi nhiều tôm. {source}, xuất khẩu tôm đạt 9 tỷ USD.") == ["VN"]
    assert areas(f"Tỉnh nuôi nhiều tôm. {source}, xuất khẩu tôm của tỉnh đạt 9 tỷ USD.") == ["quang-ninh"]


def test_the_rank_that_a_ministry_tells_is_the_provinces() -> None:
    assert areas("Tỉnh cải cách mạnh. Theo Bộ Nội vụ, PAR Index đạt 90 điểm.") == ["quang-ninh"]


def test_what_most_provinces_did_is_the_nations() -> None:
    assert areas("Toàn tỉnh có 9 xã. Có 61 tỉnh, thành phố đã công nhận 900 sản phẩm.") == ["quang-ninh", "VN", "VN"]


def test_each_part_that_a_commune_is_made_of_has_its_figures() -> None:
    text = "Thành lập xã Tân Lập trên cơ sở nhập toàn bộ diện tích là 9 km2, dân số là 800 người của xã Tân Hòa."
    assert areas(text) == ["quang-ninh/tan-hoa"] * 2


def test_a_rank_behind_a_stop_without_a_space_is_held_by_the_place_behind_it() -> None:
    assert areas("Huế dẫn đầu cả nước.Xếp thứ hai là Nghệ An với 80 điểm.", url=None)[0] == "nghe-an"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Losses in Vietnam hit VND5 trillion, including VND3 trillion (US$120 million) for Hue.",
            ["vn", "hue", "hue"],
        ),
        ("Storms in Vietnam killed 40 cows, including 20 in Hue.", ["vn", "hue"]),
        ("Winds hurt 7 cows in Hue and 28 houses in Hue, Nghe An and Ninh Binh.", ["hue", None]),
    ],
)
def test_a_place_that_only_a_preposition_ties_to_a_figure_owns_it(text: str, owners: list[str | None]) -> None:
    assert [area and area.lower() for area in english(text)] == owners


def test_the_police_acts_for_its_province_but_for_tasks_of_its_own() -> None:
    found = said("Công an tỉnh đã cấp 900 thẻ căn cước. Công an tỉnh đã hoàn thành 9 nhiệm vụ.", url=PAPER)
    assert [claim.body for claim in found] == [None, "Công an tỉnh"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Na Phon commune in Mai Chau district built 4 bridges."),
        ("en", "Na Phon commune, Mai Chau district, Hoa Binh province, built 4 bridges."),
        ("vi", "Xã Na Phon, huyện Mai Châu, tỉnh Hòa Bình xây 4 cầu."),
    ],
)
def test_a_unit_owns_its_figure_before_what_it_lies_in(language: str, text: str) -> None:
    assert [claim.area for claim in said(text, language, published="2020-03-05")] == ["hoa-binh/na-phon"]


def test_what_is_counted_belongs_to_none_of_the_places_that_are_then_listed() -> None:
    text = "Hoa Binh recognised 4 communes, namely Hao Ly in Da Bac district and Kim Boi in Kim Boi district."
    assert [claim.area for claim in said(text, "en", published="2020-03-05")] == ["hoa-binh"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Từ vị trí thứ 2 sau Hà Nội, Cà Mau đã vươn lên dẫn đầu cả nước với 38 tàu.", ["ca-mau", "ca-mau"]),
        ("Cà Mau có 38 tàu, đứng thứ 3, sau Hà Nội và Huế.", ["ca-mau", "ca-mau"]),
        ("Cà Mau có 38 tàu, thứ 3 cả nước sau Hà Nội.", ["ca-mau", "ca-mau"]),
    ],
)
def test_those_ahead_own_no_rank(text: str, owners: list[str]) -> None:
    assert [claim.area for claim in said(text)] == owners


def test_places_behind_the_items_of_a_bracket_own_them() -> None:
    text = "The province has 12 new schools (2 in Binh Lieu district, 3 in Tien Yen, 4 in Ba Che and 3 in Dam Ha)."
    units = ["binh-lieu", "tien-yen", "ba-che", "dam-ha"]
    assert areas(text, "en") == ["quang-ninh", *(f"quang-ninh/{unit}" for unit in units)]


def test_the_time_of_a_report_does_not_make_its_ministry_the_owner() -> None:
    found = said("Theo báo cáo tháng 5.2018 của Bộ Công Thương, tháng 5 bán 310 triệu kWh điện.", published="2018-06")
    assert [(claim.area, claim.body) for claim in found] == [("VN", None)]
