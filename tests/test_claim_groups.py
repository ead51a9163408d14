"""What ties claims together, repeats, and what is kept of the rest."""

from __future__ import annotations

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.claim import claims
from extractor.parse import plain
from extractor.read import read_article
from tests.claiming import PUBLISHED, one, said

TASKS = "Quảng Ninh được giao 47 nhiệm vụ, đã hoàn thành 15 nhiệm vụ (32%), 18 nhiệm vụ đúng tiến độ."


def test_parts_whole_and_share_are_one_group() -> None:
    found = said(TASKS)
    assert [claim.role for claim in found] == ["total", "part", "share", "part"]
    assert len({claim.group for claim in found}) == 1


def test_a_ratio_gives_its_whole_the_indicator_of_the_whole() -> None:
    found = said("Tỉnh đã hoàn thành 15/47 nhiệm vụ, đạt 32%.")
    assert [claim.indicator for claim in found] == ["tasks.completed", "tasks.assigned", "tasks.completed_share"]


def test_a_vague_number_is_the_whole_of_nothing() -> None:
    done, files = said("Tỉnh Huế hoàn thành 12 nhiệm vụ, hàng trăm hồ sơ.")
    assert (done.indicator, files.figure.value, files.indicator) == ("tasks.completed", None, None)


def test_a_ratio_of_nothing_known_is_still_a_ratio() -> None:
    found = said("Có 6.084/7.669 tiệm sách mở cửa (79,3%).")
    assert [claim.role for claim in found] == ["numerator", "denominator", "share"]
    assert {claim.indicator for claim in found} == {None}


def test_actual_and_target_are_linked() -> None:
    found = said("Tỷ lệ hồ sơ trực tuyến đạt 76%, mục tiêu là 80%.")
    assert [(claim.role, claim.indicator) for claim in found] == [
        ("actual", "services.online_records_share"),
        ("target", "services.online_records_share"),
    ]


def test_elided_nouns_take_the_noun_of_the_sentence() -> None:
    found = said("Trong 47 nhiệm vụ, 15 đã hoàn thành, 18 đúng tiến độ, 8 chậm tiến độ.")
    assert [claim.indicator for claim in found][1:] == ["tasks.completed", "tasks.on_schedule", "tasks.behind"]


def test_negation_and_containment_go_first() -> None:
    assert one("Còn 8 nhiệm vụ chưa hoàn thành.", "8").indicator == "tasks.not_completed"
    assert one("8 کام نامکمل ہیں۔", "8", "ur").indicator == "tasks.not_completed"


def test_another_noun_is_not_counted_as_tasks() -> None:
    assert one("Tỉnh đã hoàn thành 5 cây cầu theo nhiệm vụ được giao.", "5").indicator is None


def test_a_new_subject_takes_nothing_over() -> None:
    assert one("Tỷ lệ hồ sơ trực tuyến đạt 90%, tỷ lệ tiêm chủng mở rộng đạt 95%.", "95%").indicator is None


def test_a_repeated_paragraph_is_one_claim_with_two_mentions() -> None:
    text = f"{TASKS}\nHội nghị kết thúc.\n{TASKS}"
    assert [len(claim.mentions) for claim in said(text)] == [2, 2, 2, 2]


def test_mentions_point_at_the_figure_as_written() -> None:
    text = f"{TASKS}\n{TASKS}"
    for claim in said(text):
        assert {text[start:end] for start, end in claim.mentions} == {claim.figure.surface}


def test_a_figure_without_an_indicator_keeps_its_subject() -> None:
    claim = one("Tỉnh trồng 300 cây phượng đỏ ven biển.", "300")
    assert (claim.indicator, claim.subject) == (None, "cây phượng đỏ ven biển")


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        ("Huyện có 9/12 thôn trồng cây dược liệu.", "9", "thôn trồng cây dược liệu"),
        ("Tỉnh tiếp nhận 640 đơn thư, đạt 98%.", "98%", "đơn thư"),
        ("Xã tiếp nhận 640 hồ sơ thủ tục hành chính.", "640", "hồ sơ thủ tục hành chính"),
        ("Quỹ trao 45 suất học bổng khuyến học cho học sinh giỏi.", "45", "suất học bổng khuyến học cho học sinh giỏi"),
        ("Tuyến kè sông dài 4,5 km.", "4,5", "tuyến kè sông dài"),
        ("Giá hồ tiêu giữ ở mức 145.000 đồng/kg.", "145.000 đồng", "giá hồ tiêu giữ ở mức"),
        ("The port handled 52 yachts, up 5%.", "5%", "yachts"),
        ("The port handled 52 yachts in June 2025.", "52", "yachts"),
    ],
)
def test_a_figure_whose_own_words_name_nothing_has_the_subject_it_goes_with(
    text: str, surface: str, subject: str
) -> None:
    assert one(text, surface, language="en" if text.startswith("The") else "vi").subject == subject


def test_dates_documents_and_congresses_are_no_claims() -> None:
    text = "Ngày 22/12/2024, Nghị quyết 57-NQ/TW ra đời; Đại hội lần thứ XIV họp năm 2026."
    assert said(text) == []


def test_the_programme_of_tasks_is_the_resolution_named_before() -> None:
    claim = one("Thực hiện Nghị quyết số 57-NQ/TW, tỉnh được giao 47 nhiệm vụ.", "47")
    assert claim.programme == "57-NQ/TW"


@given(st.text(alphabet="ABab 0123456789%.,;()/\n", max_size=200).filter(str.strip))
def test_claims_hold_for_any_text(text: str) -> None:
    for claim in said(text):
        assert text[claim.figure.start : claim.figure.end] == claim.figure.surface
        assert claim.sentence[0] <= claim.figure.start < claim.figure.end <= claim.sentence[1]


def test_time_grows_with_the_text_and_no_faster() -> None:
    text = "Quảng Ninh (11,67%), Hải Phòng 15 nhiệm vụ, cả nước (8,2), xã Đầm Hà đã hoàn thành 7 nhiệm vụ, "
    short, long = (duration(text * times) for times in (40, 400))
    assert long < 30 * short


def duration(text: str) -> float:
    article = plain(text, language="vi", published=PUBLISHED)
    reading = read_article(article)
    return min(timeit.repeat(lambda: claims(article, reading), number=1, repeat=3))


def roles(text: str, language: str = "vi") -> list[tuple[str, str | None]]:
    return [(claim.figure.surface, claim.role) for claim in said(text, language)]


def test_a_whole_and_the_parts_its_sentence_lists() -> None:
    found = roles("Huyện có 52 tiệm sách, gồm 30 tiệm cũ, 12 tiệm mới và 10 tiệm lưu động tại 7 chợ.")
    assert found == [("52", "total"), ("30", "part"), ("12", "part"), ("10", "part"), ("7", None)]
    english = roles("The town has 52 bookshops, including 30 old ones, 12 new ones and 10 mobile ones.", "en")
    assert [role for _, role in english] == ["total", "part", "part", "part"]
    urdu = roles("شہر میں 52 دکانیں ہیں، جن میں 30 پرانی اور 22 نئی دکانیں شامل ہیں۔", "ur")
    assert [role for _, role in urdu] == ["total", "part", "part"]


def test_the_next_sentence_may_list_the_parts() -> None:
    found = roles("Chợ đêm thu 520 tỷ đồng. Trong đó, thuế 300 tỷ đồng, phí 220 tỷ đồng.")
    assert [role for _, role in found] == ["total", "part", "part"]


def test_a_bracket_and_another_kind_are_no_parts() -> None:
    found = roles("Huyện có 52 tiệm sách, trong đó có 30 tiệm cũ (tăng 4 tiệm), 22 tiệm mới, chi 5 tỷ đồng.")
    assert found == [("52", "total"), ("30", "part"), ("4", None), ("22", "part"), ("5 tỷ đồng", None)]


def test_a_part_with_its_whole_and_share() -> None:
    expected = ["total", "numerator", "share"]
    assert [role for _, role in roles("Huyện có 52 tiệm sách, trong đó 39 tiệm mở cửa, đạt 75%.")] == expected
    assert [role for _, role in roles("Trong số 52 tiệm sách, 39 tiệm mở cửa, chiếm 75%.")] == expected
    assert [role for _, role in roles("Of the 52 bookshops, 39 are open, or 75%.", "en")] == expected
    assert [role for _, role in roles("52 میں سے 39 دکانیں کھلی ہیں، جو 75 فیصد بنتا ہے۔", "ur")] == expected


def test_a_percentage_of_something_else_is_no_share_of_the_list() -> None:
    for text in (
        "Huyện có 52 tiệm sách, trong đó 39 tiệm mở cửa, tăng 75%.",
        "Huyện có 52 tiệm sách, trong đó 39 tiệm mở cửa, tỷ lệ hồ sơ trực tuyến đạt 75%.",
        "Huyện có 52 tiệm sách, trong đó 39 tiệm mở cửa, đạt 75% kế hoạch.",
    ):
        assert [role for _, role in roles(text)] == [None, None, None]


def test_shares_of_a_structure_are_parts_of_one_whole() -> None:
    found = roles("Cơ cấu kinh tế: nông nghiệp chiếm 10%, công nghiệp chiếm 60% (tăng 2%), dịch vụ chiếm 30%.")
    assert [role for surface, role in found if surface != "2%"] == ["part", "part", "part"]
    years = roles("Cơ cấu kinh tế: dịch vụ chiếm 40% năm 2023, 41% năm 2024, 42% năm 2025.")
    assert [role for _, role in years] == [None, None, None]


def test_a_part_of_another_time_is_no_part_of_the_whole_before() -> None:
    year = "Năm 2025, tỉnh được giao 40 nhiệm vụ, đã hoàn thành 20 nhiệm vụ."
    text = f"{year} Tính cả giai đoạn 2021-2025, tỉnh đã hoàn thành 20 nhiệm vụ."
    found = said(text, url="https://baoquangninh.vn/a.html")
    assert [claim.role for claim in found] == ["total", "part", None]
