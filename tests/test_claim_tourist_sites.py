"""What one tourist site welcomed is no province's; what all of a province's welcomed is."""

from __future__ import annotations

import pytest

from tests.claiming import said

VISITORS = "tourism.visitors"


@pytest.mark.parametrize(
    ("text", "surface", "language", "indicator"),
    [
        ("صوبے کے سیاحتی مقامات نے 41,200 سیاحوں کا خیرمقدم کیا۔", "41,200", "ur", VISITORS),
        ("ہون ڈو سیاحتی مقام نے 41,200 سیاحوں کا خیرمقدم کیا۔", "41,200", "ur", None),
        ("سیاحتی مقامات پر آنے والوں کی تعداد کا تخمینہ 4.1 ملین ہے۔", "4.1 ملین", "ur", VISITORS),
        ("زائرین کے قیام کے دنوں کی تعداد کا تخمینہ 41,200 ہے۔", "41,200", "ur", None),
        ("Các khu, điểm du lịch trên địa bàn đón 41.200 lượt khách du lịch.", "41.200", "vi", VISITORS),
        ("Khu du lịch Hòn Dứa đón 41.200 lượt khách du lịch.", "41.200", "vi", None),
        ("The tourist site welcomed 41,200 visitors.", "41,200", "en", None),
        ("The province's tourist sites welcomed 41,200 visitors.", "41,200", "en", VISITORS),
    ],
)
def test_all_sites_of_a_province_are_the_province(
    text: str, surface: str, language: str, indicator: str | None
) -> None:
    found = [claim for claim in said(text, language) if claim.figure.surface.startswith(surface)]
    assert [claim.indicator for claim in found] == [indicator]
