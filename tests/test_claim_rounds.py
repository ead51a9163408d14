"""What goes on from sentence to sentence in round-ups, summaries and lists of goals."""

from __future__ import annotations

import pytest

from extractor import figures
from extractor.records import Status
from tests.claiming import areas, one, said


def test_the_years_that_a_meeting_summed_up_are_told_of() -> None:
    text = "Ngày 7/10, tỉnh tổng kết Chương trình xóa nhà tạm giai đoạn 2021-2025. Tỉnh đã sửa 920 căn."
    claim = one(text, "920", published="2025-10-08")
    assert (claim.period_start, claim.period_end) == ("2021-01-01", "2025-12-31")


def test_a_number_of_rounds_is_no_month() -> None:
    text = "Có 4 xã được công nhận đợt 1/2018."
    assert [figure.value for figure in figures(text, "vi") if figure.kind.value == "date"] == ["2018"]


@pytest.mark.parametrize("text", ["Tỷ lệ đạt 80%, xếp thứ tư cả nước.", "Huế, đứng thứ tư cả nước."])
def test_a_word_that_ranks_makes_a_weekday_a_rank(text: str) -> None:
    assert [str(figure.value) for figure in figures(text, "vi") if figure.kind.value == "rank"] == ["4"]


def test_a_whole_of_its_own_leaves_what_was_told_before() -> None:
    text = "Huyện Tây Hòa có 8 xã. Tỉnh Phú Yên có 45 xã đạt chuẩn.\n\nTrong đó có 4 xã của huyện Tuy An năm 2018."
    text += "\n\nTrong số 9 huyện thì có 3 địa phương xong."
    claim = one(text, "3", url="https://baophuyen.vn/tin-1.html", published="2018-10-17")
    assert (claim.area, claim.period_end) == ("phu-yen", "2018-10-17")


def test_units_that_are_counted_do_not_own_the_count() -> None:
    text = "Phú Yên có 4 xã mới đạt là các xã An Cư, An Thọ, An Lĩnh (huyện Tuy An)."
    assert one(text, "4", published="2018-10-17").area == "phu-yen"


def test_what_was_reached_only_tells_what_a_wish_is_about() -> None:
    text = "Huyện phấn đấu giữ vững các tiêu chí đã đạt được, thu nhập đạt trên 45 triệu đồng/người."
    assert one(text, "45 triệu đồng").status is Status.TARGET
    text = "Huyện phấn đấu có 9 xã đạt chuẩn, đến nay đã có 5 xã, đạt 55%."
    assert [claim.status for claim in said(text)][-1] is Status.ACTUAL


def test_the_next_topic_of_goals_is_one_too() -> None:
    text = (
        "Tỉnh có 5 trạm. Mục tiêu năm 2026, tỉnh phấn đấu 70% hộ có mạng.\n\nVề chính quyền số, 90% thủ tục trực tuyến."
    )
    assert one(text, "90%", published="2026-01-12").status is Status.TARGET
    text = "Tỉnh phấn đấu 70% hộ có mạng.\n\nVề chính quyền số, đã có 90% thủ tục trực tuyến."
    assert one(text, "90%").status is Status.ACTUAL


def test_what_stands_behind_today_keeps_no_span() -> None:
    text = "Từ đầu năm đến nay, các khu thu hút 19 triệu USD.\n\nHiện các khu có 24 dự án. Tỷ lệ lấp đầy đạt 80%."
    assert one(text, "80%").period_start is None


def test_details_have_the_time_of_the_paragraph_before() -> None:
    text = "Kinh tế tăng khá. Giá cả ổn định. Dân vui. Ông A cho biết, năm 2023 tỉnh hoàn thành xuất sắc nhiệm vụ."
    text += "\n\nCụ thể, thu nhập đạt 80 triệu đồng."
    assert one(text, "80 triệu đồng", published=None).period_end == "2023-12-31"


def test_what_always_is_so_is_told_as_of_today() -> None:
    text = "Trong 6 tháng đầu năm 2025, kinh tế tăng khá. Vốn nước ngoài luôn chiếm 35% tổng vốn."
    assert one(text, "35%").period_end == "2025-10-15"


def test_behind_results_stand_the_tasks_of_the_next_month() -> None:
    text = "Kết quả sản xuất tháng 6 và phương hướng, nhiệm vụ tháng 7 năm 2020\n\nTỷ lệ tiêm phòng đạt 81%."
    assert one(text, "81%", published=None).period_end == "2020-06-30"


def test_how_many_goals_were_set_is_told_not_wished_for() -> None:
    text = "Đại hội đã đề ra 14 chỉ tiêu chủ yếu, 6 nhiệm vụ trọng tâm, 2 khâu đột phá."
    assert {claim.status for claim in said(text)} == {Status.ACTUAL}
    assert one("Đại hội đề ra 18 xã đạt chuẩn.", "18").status is Status.TARGET


def test_a_word_of_today_in_the_next_clause_leaves_the_time_of_the_text() -> None:
    text = "Kết quả sản xuất tháng 6 năm 2020\n\nXuống giống 24 ha, tập trung ở hai huyện, trong đó lúa đang trổ 8 ha."
    assert one(text, "24", published=None).period_end == "2020-06-30"


def test_ranks_are_of_those_that_hold_them_in_turn() -> None:
    text = "Theo PCI, vị trí thứ 7 và thứ 8 là Tây Ninh và Bến Tre."
    assert [claim.area for claim in said(text, published="2021-04-15")] == ["tay-ninh", "ben-tre"]


def test_units_that_a_number_counts_share_what_is_told() -> None:
    text = "Bình Thuận có 102 ha lúa thuộc ba huyện Tánh Linh, Hàm Tân, Bắc Bình bị ngập."
    assert one(text, "102", published="2023-08-05").area == "binh-thuan"


@pytest.mark.parametrize(
    "text", ["H.Tuy Phong (Bình Thuận) có 31 cây cầu.", "Tại H. Tuy Phong, Bình Thuận có 31 cây cầu."]
)
def test_a_short_word_names_a_district(text: str) -> None:
    assert one(text, "31", published="2023-08-05").area == "binh-thuan/tuy-phong"


def test_a_line_before_bullets_opens_a_list_of_goals_with_the_year_of_their_plan() -> None:
    text = "Ngày 30/12/2024, tỉnh ban hành Kế hoạch chuyển đổi số năm 2025."
    text += "\nVề mục tiêu cụ thể\n- Hạ tầng: 97% cơ quan kết nối."
    claim = one(text, "97%", published=None)
    assert (claim.status, claim.period_end) == (Status.TARGET, "2025-12-31")
    text = "Kết quả đạt được\n- Hạ tầng: 97% cơ quan kết nối."
    assert one(text, "97%", published=None).status is Status.ACTUAL


def test_words_in_a_bracket_with_a_figure_are_of_that() -> None:
    text = "Chỉ số sản xuất công nghiệp tăng 13,5% (ngành công nghiệp chế biến tăng 12,7%)."
    assert [claim.indicator for claim in said(text)] == ["economy.iip_growth", None]


def test_what_so_many_tonnes_earned_is_not_all_exports() -> None:
    assert one("Gạo: xuất khẩu đạt 2 triệu tấn, trị giá 4 tỷ USD.", "4 tỷ USD").indicator is None


def test_times_of_what_is_conceded_date_nothing_behind_the_turn() -> None:
    text = "Mặc dù hạn hán các năm 2016, 2020, nhưng thu ngân sách đạt 83 tỷ đồng."
    assert one(text, "83 tỷ đồng", published="2021-06-15").period_end == "2021-06-15"


def test_a_headline_wishes_where_the_text_does() -> None:
    text = "Cấp 50 triệu thẻ căn cước\n\nBộ Công an đặt mục tiêu đến ngày 1/7/2026 cấp được 50 triệu thẻ căn cước."
    assert {(claim.status, claim.period_end) for claim in said(text)} == {(Status.TARGET, "2026-07-01")}
    text = "Cấp 50 triệu thẻ căn cước\n\nBộ Công an đã cấp được 50 triệu thẻ căn cước."
    assert {claim.status for claim in said(text)} == {Status.ACTUAL}


def test_what_has_to_be_settled_is_counted_as_it_is() -> None:
    assert one("Tổng số việc phải thi hành là 625 việc.", "625").status is Status.ACTUAL
    assert one("Mỗi đơn vị phải nhận 625 việc.", "625").status is Status.OTHER


def test_a_condition_that_only_sets_apart_demands_nothing() -> None:
    assert one("Nếu cán cân là nhập siêu 2 tỷ USD thì năm nay xuất siêu 6 tỷ USD.", "2 tỷ USD").status is Status.ACTUAL
    assert one("Nếu cán cân là nhập siêu 2 tỷ USD thì khó khăn.", "2 tỷ USD").status is Status.OTHER


def test_a_line_with_a_towns_name_is_the_place_of_what_stands_under_it() -> None:
    text = """Khách du lịch tăng mạnh

Nhiều nơi trên cả nước đông khách.

Sa Pa: Kín phòng

Phòng Văn hóa thị xã Sa Pa cho biết, lượng khách đạt 75.000 lượt. Công suất phòng đạt 90%.
"""
    town = "lao-cai/sa-pa"
    assert areas(text, url=None, published="2024-05-02") == [town] * 2
    more = f"{text}\nĐà Lạt\n\nLượng khách đạt 60.000 lượt.\n"
    assert areas(more, url=None, published="2024-05-02") == [town, town, "lam-dong/da-lat"]


def test_communes_stand_in_a_row_without_their_word() -> None:
    text = """Toàn huyện Thăng Bình có 2.128 nhà bị ngập.

Cụ thể, Hà Lam 350 hộ, Bình Tú hơn 400 hộ, Bình Giang 137 hộ.
"""
    url = "https://baoquangnam.vn/tin-1.html"
    found = areas(text, url=url, published="2020-10-11")
    assert found == [f"quang-nam/{name}" for name in ("thang-binh", "ha-lam", "binh-tu", "binh-giang")]
    # What no table knows in the province is none of its communes.
    rice = "Huyện Thăng Bình gieo sạ. Giống Đài Thơm 350 ha, Hà Phát 137 ha, Nếp Lào 40 ha."
    assert set(areas(rice, url=url, published="2020-10-11")) == {"quang-nam/thang-binh"}
