"""The language of a text by script, letters and common words."""

from __future__ import annotations

import pytest

from extractor.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tỉnh có 57 xã", "vi"),
        ("Trong 9 thang dau nam, tinh da hoan thanh ke hoach duoc giao", "vi"),
        ("The province has 57 communes", "en"),
        ("Ha Noi recorded five cases in July and Quang Ninh had three", "en"),
        ("صوبے میں 57 کمیون ہیں", "ur"),
        ("Ca Mau صوبے کے پل پر Nguyen Van A نے VNeID پر بات کی", "ur"),
        ("محافظة هانوي في فيتنام", None),
        ("Spending fell in cities such as Huế and Vinh Long", "en"),
        ("Money disbursed reached VNĐ210 trillion", None),
        ("12 345", None),
        ("", None),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_only_a_sample_is_looked_at() -> None:
    assert detect("Tỉnh có nhiều xã mới. " * 50_000) == "vi"
