"""`patterns explain`: what a whole text is read as, and for each figure what decided."""

from __future__ import annotations

import pytest

from extractor.explain import explain
from extractor.files import Known


@pytest.mark.parametrize(
    ("text", "known", "whole"),
    [
        (
            "Tỉnh có 40 xã.",
            Known(language="vi", url="https://baocamau.vn/40-xa.html"),
            "read as told of ca-mau (publisher), for no time",
        ),
        (
            "Trong 9 tháng năm 2025, tỉnh Lạng Sơn thu 90 tỷ đồng. Lạng Sơn trồng 12 ha hồi.",
            Known(language="vi", published="2025-10-04"),
            "read as told of lang-son (context), for 2025-01-01/2025-09-30 (sentence)",
        ),
        (
            "There are 12 bridges.",
            Known(language="en", published="2025-10-04"),
            "read as told of no place, for 2025-10-04 (published)",
        ),
    ],
)
def test_the_decisions_about_a_whole_text_are_told(text: str, known: Known, whole: str) -> None:
    assert explain(text, known)[0] == whole


def test_a_figure_is_told_with_its_period_and_status_and_where_they_are_from() -> None:
    known = Known(language="vi", published="2025-10-04")
    (_, row) = explain("Đến năm 2030, thành phố Huế phấn đấu trồng 500 ha rừng.", known)[1]
    told = {name: row[name] for name in ("text", "area", "area from", "period", "period from", "status")}
    assert told == {
        "text": "500",
        "area": "hue",
        "area from": "sentence",
        "period": "2030-12-31",
        "period from": "sentence",
        "status": "target",
    }
