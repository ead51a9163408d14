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
