"""Rounds of provinces, regions, and what stands below a name, in a picture or where a place lies."""

from __future__ import annotations

import pytest

from tests.claiming import areas


def test_what_is_told_of_one_alone_is_left_again() -> None:
    text = (
        "Huế có 5 nhà sập, Nghệ An có 4 nhà sập. Riêng tại Huế có 3 người mất tích. Ngoài ra còn có 37 người bị thương."
    )
    assert areas(f"Lũ lớn trên cả nước. {text}", url=None)[-2:] == ["hue", "VN"]


def test_a_region_that_a_bracket_splits_up_stays_no_province() -> None:
    assert areas("Lũ ở các tỉnh miền núi làm 9 nhà sập (Huế 4, Nghệ An 5).", url=None) == [None, "hue", "nghe-an"]


def test_a_round_of_other_provinces_is_not_the_publishers() -> None:
    text = "Huế đón 9 triệu khách.\nNghệ An đón 8 triệu khách.\nTại Hà Tĩnh, cả tỉnh thu 7 tỷ đồng.\nCó 90 lễ hội."
    assert areas(text)[-1] == "VN"


@pytest.mark.parametrize("head", ["{}", "2. {}: 30 lễ hội"])
def test_what_stands_below_a_province_s_name_is_about_it(head: str) -> None:
    parts = [
        f"{head.format(name)}\n\nKhách đến {name} rất đông.\n\nDoanh thu là 9 tỷ đồng." for name in ("Huế", "Gia Lai")
    ]
    found = areas("Lễ hội trên cả nước\n\n" + "\n\n".join(parts), url=None)
    each = 1 + ("30" in head)
    assert found == ["hue"] * each + ["gia-lai"] * each


def test_a_list_of_provinces_is_no_head_of_what_follows_it() -> None:
    text = "Lễ hội trên cả nước\n\nHuế: 3\n\nGia Lai: 4\n\nSố khách là 900 nghìn."
    assert areas(text, url=None) == ["hue", "gia-lai", "VN"]


def test_a_caption_s_place_is_not_gone_on_about() -> None:
    text = (
        "Vietnam has 900 bridges.\n\n| Bridges in remote areas of Ca Mau. VNA/VNS Photo Minh Anh |\n\nThis is 9% more."
    )
    assert areas(text, "en", url=None) == ["VN", "VN"]


def test_many_regions_are_a_round_and_other_provinces_none() -> None:
    text = (
        "Rice of Vietnam grew. Rice grew in the Mekong Delta, the Red River Delta, the Central Highlands and the "
        "north central region. The Red River Delta and other provinces sold it.\n\nIn all, 900 mills run."
    )
    assert areas(text, "en", url=None)[-1] == "VN"
