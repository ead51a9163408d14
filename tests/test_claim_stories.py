"""Texts that tell of one thing throughout: of one day, of industrial parks, of what a row of wishes ends with."""

from __future__ import annotations

import pytest

from tests.claiming import one, said

STORM = (
    "طوفان سے 4,100 مکانات متاثر\n\n"
    "محکمے نے 15 اکتوبر کو بتایا کہ 13 اکتوبر کو آنے والی آندھی سے بڑا نقصان ہوا۔\n\n"
    "310 ہیکٹر فصلیں زیر آب آئیں۔ 2023 میں 500 ہیکٹر فصلیں تباہ ہوئی تھیں۔"
)


def test_a_text_is_told_of_the_day_that_somebody_told_of() -> None:
    assert [claim.period_end for claim in said(STORM, "ur")] == ["2025-10-13", "2025-10-13", "2023-12-31"]
    text = "Sáng 15/10, Công an tỉnh cho biết, ngày 13/10 đã kiểm tra các chợ.\n\nCó 12 cửa hàng bị phạt."
    assert one(text, "12").period_end == "2025-10-13"


@pytest.mark.parametrize(
    "text",
    [
        STORM.replace("13 اکتوبر", "13 ستمبر"),
        STORM.replace("2023 میں", "2 اکتوبر کو"),
        STORM.replace("بتایا کہ ", ""),
        STORM.replace("بڑا نقصان ہوا", "5 ملین VND کی امداد دی جائے گی"),
    ],
)
def test_a_day_long_ago_beside_others_or_of_plans_is_not_the_texts(text: str) -> None:
    assert one(text, "310", "ur").period_end == "2025-10-15"


def test_a_text_about_industrial_parks_tells_no_exports_of_the_province() -> None:
    text = (
        "Huế کے صنعتی پارکوں میں آمدنی بڑھ گئی\n\nبرآمدات 2.7 بلین USD رہیں۔\n\nپورے صوبے کی برآمدات 5.2 بلین USD رہیں۔"
    )
    assert [claim.indicator for claim in said(text, "ur")] == [None, "economy.exports"]
    assert said(text.replace("صنعتی پارکوں", "کمپنیوں"), "ur")[0].indicator == "economy.exports"


def test_what_is_paid_into_the_budget_is_not_what_was_named_before() -> None:
    text = "برآمدات 2.7 بلین USD رہیں، اور ریاستی بجٹ میں 900 بلین VND جمع ہوئے۔"
    assert [claim.indicator for claim in said(text, "ur")] == ["economy.exports", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مونگ پھلی کا رقبہ 4,000 ہیکٹر؛ نامیاتی چاول 900 ہیکٹر؛ اچھے چاول کا حصہ 70 فیصد ہوگا۔", ["target"] * 3),
        ("نئی سڑکیں 30 کلومیٹر پر، پرانی سڑکوں کی مرمت 70 کلومیٹر پر کی جائے گی۔", ["target"] * 2),
        ("صوبے میں 12 پل ہیں، 9 پل بنائے جائیں گے۔", ["actual", "target"]),
        ("2024 میں رقبہ 500 ہیکٹر؛ 2026 میں 700 ہیکٹر ہوگا۔", ["actual", "target"]),
        ("رقبہ 4,000 ہیکٹر؛ پیداوار 9,000 ٹن رہی۔", ["actual"] * 2),
    ],
)
def test_a_row_shares_the_verb_of_its_last_item(text: str, expected: list[str]) -> None:
    assert [claim.status for claim in said(text, "ur")] == expected


def test_an_hour_glued_to_a_later_one_is_a_time_of_day() -> None:
    assert not said("پولیس نے 12-14:30 اور 19:30-23:00 کے اوقات میں گاڑیاں روکیں۔", "ur")
    assert [claim.figure.value_max for claim in said("20-30 سال کے گروپ میں 9 افراد ہیں۔", "ur")] == [30, None]


def test_places_that_were_gained_are_steps_of_a_rank() -> None:
    text = "Huế کا PCI 2022 کے مقابلے میں 4 مقامات اوپر آ گیا۔ شہر میں 6 مقامات پر پل بنے۔"
    assert [claim.indicator for claim in said(text, "ur")] == ["index.pci", None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tối 13/10, lốc xoáy quét qua tỉnh Cà Mau.\n\nCó 12 căn nhà bị sập.", "vi"),
        ("A whirlwind struck Ca Mau on October 13.\n\n12 houses fell.", "en"),
        ("13 اکتوبر کی رات Ca Mau میں تیز آندھی سے اسکولوں کو نقصان پہنچا۔\n\n12 مکانات گر گئے۔", "ur"),
        ("15 اکتوبر کو محکمے نے بتایا کہ 13 اکتوبر کو بازاروں کی جانچ کی گئی۔\n\n12 دکانوں پر جرمانہ ہوا۔", "ur"),
    ],
)
def test_what_happened_on_one_day_is_told_of_that_day(text: str, language: str) -> None:
    assert one(text, "12", language).period_end == "2025-10-13"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 13/10, tỉnh Cà Mau họp về lúa.\n\nCó 12 máy gặt.",
        "Ngày 13/10, chủ tịch xã cho biết vừa xảy ra lốc xoáy.\n\nCó 12 căn nhà bị sập.",
        "Ngày 3/10, lốc xoáy quét qua tỉnh Cà Mau.\n\nCó 12 căn nhà bị sập.",
    ],
)
def test_the_day_of_a_meeting_or_of_who_told_is_not_the_texts(text: str) -> None:
    assert one(text, "12").period_end == "2025-10-15"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cầu khởi công đầu năm 2023, có vốn 800 tỷ đồng. Cầu rộng 17 m.", "vi"),
        ("Construction began in 2023. The bridge is 17 m wide.", "en"),
        ("پل کی تعمیر ستمبر 2023 میں شروع ہوئی۔ پل 17 میٹر چوڑا ہے۔", "ur"),
    ],
)
def test_when_a_thing_was_begun_is_no_time_of_its_size(text: str, language: str) -> None:
    assert one(text, "17", language).period_end == "2025-10-15"


def test_a_year_in_which_something_was_done_stays_its_time() -> None:
    text = "Tỉnh hoàn thành năm 2024 60 cầu. Có 17 cầu bị chậm."
    assert [claim.period_end for claim in said(text)] == ["2024-12-31", "2024-12-31"]


def test_today_in_a_clause_of_its_own_is_told_behind_a_year() -> None:
    text = "2025 کی فصل میں 4,800 ہیکٹر چاول کاشت کیا گیا؛ اب تک 2,600 ہیکٹر کی کٹائی ہوئی۔"
    assert one(text, "2,600", "ur").period_start is None


def test_a_row_of_places_takes_what_the_paragraph_before_measured() -> None:
    text = "پورے ملک میں FDI سرمایہ 5 بلین USD رہا۔\n\nBac Ninh 1.2 بلین USD، Hai Phong 900 ملین USD۔"
    assert [claim.indicator for claim in said(text, "ur")] == ["economy.fdi_registered"] * 3
    assert said(text.replace("1.2 بلین USD", "1.2 بلین VND"), "ur")[1].indicator is None


def test_what_a_department_plans_for_its_sector_is_the_provinces() -> None:
    text = "ہیو کے محکمہ سیاحت نے 2026 میں 7 ملین زائرین کا ہدف مقرر کیا ہے۔"
    assert (one(text, "7 ملین", "ur").area, one(text, "7 ملین", "ur").body) == ("hue", None)
    text = "ہیو کے محکمہ سیاحت نے 7 افسران بھیجے۔"
    assert one(text, "7", "ur").body == "محکمہ سیاحت"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Có 250 doanh nghiệp thành lập mới, tăng 12%; 90 doanh nghiệp giải thể, tăng 19%.", "vi"),
        ("250 نئے کاروباری ادارے قائم ہوئے، جو 12 فیصد زیادہ ہے؛ 90 ادارے تحلیل ہوئے، جو 19 فیصد زیادہ ہے۔", "ur"),
    ],
)
def test_what_a_count_without_a_name_moved_by_has_none(text: str, language: str) -> None:
    expected = ["economy.new_enterprises", "economy.new_enterprises", None, None]
    assert [claim.indicator for claim in said(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Đồng bào Thái có 210 hộ với 940 nhân khẩu.", "vi"),
        ("Xã Mường Lay có đồng bào dân tộc thiểu số gồm 210 hộ với 940 nhân khẩu.", "vi"),
        ("گاؤں میں 3 نسلی اقلیتیں ہیں جن کے 210 گھرانے اور 940 افراد ہیں۔", "ur"),
    ],
)
def test_an_ethnic_group_is_not_the_population(text: str, language: str) -> None:
    assert [one(text, value, language).indicator for value in ("210", "940")] == [None, None]
    plain = "Xã có 210 hộ với 940 nhân khẩu."
    assert [claim.indicator for claim in said(plain)] == ["area.households", "area.population"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("GRDP của Huế tăng 7,2%, đứng thứ 2 vùng Bắc Trung Bộ và thứ 9 cả nước.", "vi"),
        ("Huế کی GRDP نمو 7.2% رہی، جو شمالی وسطی خطے میں دوسرے نمبر پر اور ملک میں 9ویں نمبر پر ہے۔", "ur"),
        ("Hue's GRDP grew 7.2%, ranking 2nd in the North Central region and 9th nationwide.", "en"),
    ],
)
def test_a_rank_within_a_region_is_no_national_one(text: str, language: str) -> None:
    ranks = [claim for claim in said(text, language) if claim.figure.kind == "rank"]
    assert [claim.indicator for claim in ranks] == [None, "economy.grdp_growth_rank"]


def test_a_region_holds_the_rank_behind_it_and_those_ahead_do_not() -> None:
    text = "Huế سرفہرست 30 میں ہے۔ ریڈ ریور ڈیلٹا پہلے نمبر پر (63.6%)، اس کے بعد میکونگ ڈیلٹا (61.5%) ہے۔"
    assert [claim.area for claim in said(text, "ur")] == ["hue", None, None, None]
    text = "Bạc Liêu میں 139,000 ہیکٹر ہیں، جو Cà Mau اور Kiên Giang کے بعد تیسرے نمبر پر ہے۔"
    assert {claim.area for claim in said(text, "ur", published="2024-10-15")} == {"bac-lieu"}


def test_a_value_that_somebody_has_is_told_for_the_span_of_the_opening() -> None:
    text = "2025 کے پہلے 7 مہینوں میں پورے ملک نے 850 کارکن بھیجے۔\n\nجاپان 390 کارکنوں کے ساتھ سب سے بڑی منڈی ہے۔"
    assert one(text, "390", "ur").period_start == "2025-01-01"
    text = text.replace("390 کارکنوں کے ساتھ سب سے بڑی منڈی ہے", "میں 390 مراکز ہیں")
    assert one(text, "390", "ur").period_start is None


def test_what_was_reached_this_year_is_no_goal_in_january() -> None:
    text = "اس سال قیمت 30,000 VND/kg تک پہنچ گئی۔"
    assert said(text, "ur", published="2025-01-05")[0].status == "actual"
    text = "اس سال صوبہ 30 پل بنائے گا۔"
    assert said(text, "ur", published="2025-01-05")[0].status == "target"


def test_what_a_national_association_tells_is_the_nations() -> None:
    text = "Đắk Lắk میں قیمت 105,500 VND/kg ہے۔\n\nVICOFA کے مطابق، کافی کی برآمدات 7.85 بلین USD رہیں۔"
    assert one(text, "7.85 بلین USD", "ur").area == "VN"
    text = "2025 میں IIP میں 9.2 فیصد اضافہ ہوا، جو پچھلے سال کی اسی مدت کے 8.3 فیصد اضافے سے زیادہ ہے۔"
    assert one(text, "8.3 فیصد", "ur").period_end == "2024-12-31"
