"""Communes that were made of others, told of in turn in one text."""

from __future__ import annotations

import pytest

from tests.claiming import areas, one, said

ROUND = """Gia Lai Provincial Party Committee Deputy Secretary visits An Phu, Hoa Binh and Tan Son communes

Four old communes, namely Tan Hoa, Tan Phu, Ia Din and An Phu, were combined into An Phu commune.

The center received 612 dossiers, 402 of them online.

Hoa Binh commune was established on the basis of merging Hoa Binh and Ia Sol communes.

Here, 305 dossiers were received. At this center 98% were on time.

Compared with An Phu and Hoa Binh, the Tan Son team is large. It has 19 officers.
"""


def test_each_unit_made_of_others_owns_what_its_paragraphs_tell() -> None:
    assert areas(ROUND, "en", published="2025-07-26") == [
        *["gia-lai/an-phu"] * 3,
        *["gia-lai/hoa-binh"] * 2,
        "gia-lai/tan-son",
    ]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Tan Loc and Tan Binh communes with 45 hamlets have merged to form Tan An ward.", "tan-an"),
        ("Yen Phuc and Binh Phuc communes were merged to create Tan Phuc commune with 45 hamlets.", "tan-phuc"),
        ("Tan Phuc commune, formed from Yen Phuc and Binh Phuc communes, has 45 hamlets.", "tan-phuc"),
    ],
)
def test_what_was_made_of_units_owns_the_figures(text: str, area: str) -> None:
    assert (one(text, "45", "en").area or "").endswith(area)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_a_bracket_counts_says_nothing_of_the_figure_before_it(language: str) -> None:
    texts = {"en": "It received 900 applications (640 online).", "vi": "Xã tiếp nhận 900 hồ sơ (640 trực tuyến)."}
    found = {claim.figure.surface: claim.indicator for claim in said(texts[language], language)}
    assert found == {"900": None, "640": "services.online_records"}
