"""Round-ups of provinces in English: what is told once goes on through the list, with ranks, forecasts and topics."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one

GROWTH, RANK = "economy.grdp_growth", "economy.grdp_growth_rank"
ROUND = (
    "For the other three cities, the forecast growth rates are modest.\n\n"
    "Specifically, an increase of 5.1% is forecast for Hue, which ranks only 30/63 provinces; "
    "Da Nang 3.4%, in 46th place; Can Tho 3.1%, in 47th place; and Hai Phong is the lowest with 2.9%, in 48th place."
)


@pytest.mark.parametrize(
    ("surface", "indicator", "area"),
    [
        ("5.1%", GROWTH, "hue"),
        ("30/63", RANK, "hue"),
        ("3.4%", GROWTH, "da-nang"),
        ("46th", RANK, "da-nang"),
        ("47th", RANK, "can-tho"),
        ("2.9%", GROWTH, "hai-phong"),
        ("48th", RANK, "hai-phong"),
    ],
)
def test_a_round_of_growth_goes_on_with_values_and_their_ranks(surface: str, indicator: str, area: str) -> None:
    claim = one(ROUND, surface, "en")
    assert (claim.indicator, claim.area, claim.status) == (indicator, area, Status.FORECAST)


def test_those_that_are_counted_are_listed_with_what_they_were_counted_by() -> None:
    text = "The 3 provinces where the growth forecast is lowest are Hue, down 12%; Lai Chau, down 8%; Son La, down 7%."
    assert {(one(text, it, "en").indicator, one(text, it, "en").status) for it in ("12%", "8%", "7%")} == {
        (GROWTH, Status.FORECAST)
    }
    assert one("An increase of 5% is forecast for Hue; Vinh reached 4%.", "4%", "en").status is Status.ACTUAL


def test_a_rank_behind_a_value_is_its_own_places() -> None:
    text = "Hue scored 90 points, 3rd in the country; Da Nang 88 points, 5th; Can Tho 81 points, 8th."
    assert [one(text, it, "en").area for it in ("3rd", "5th", "8th")] == ["hue", "da-nang", "can-tho"]
    assert one("Hue scored 90 points. Ranking second, Da Nang had 88 points.", "second", "en").area == "da-nang"


def test_a_sum_says_nothing_of_what_a_rank_is_in() -> None:
    assert one("Exports of Hue rose by 9%, in 46th place.", "46th", "en").indicator is None


def test_who_is_ranked_holds_the_rank_not_who_ranks() -> None:
    text = "The Ministry of Information and Communications ranked Can Tho City 7th in digital transformation in 2021."
    claim = one(text, "7th", "en")
    assert (claim.area, claim.body, claim.indicator) == ("can-tho", None, "index.dti")


def test_what_a_place_has_more_of_than_any_other_is_its_own() -> None:
    text = "Hue built more mills than any other province in the Mekong Delta, 41 in all."
    assert one(text, "41", "en").area == "hue"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("proposed that the Government consider funding of", Status.TARGET),
        ("proposed the Government allocate", Status.TARGET),
        ("recommended that the ministry provide", Status.OTHER),
        ("received", Status.ACTUAL),
    ],
)
def test_what_is_proposed_to_be_paid_is_not_paid(words: str, status: Status) -> None:
    assert one(f"Hue {words} VND41 billion.", "VND41 billion", "en").status is status


@pytest.mark.parametrize("words", ["Hue was next, its VND38 billion", "Next came Hue with VND38 billion that"])
def test_the_next_in_a_row_goes_on_in_its_own_paragraph(words: str) -> None:
    text = f"Tourism revenue of Da Nang was VND41 billion.\n\n{words} being a jump of 8%."
    assert (one(text, "VND38 billion", "en").indicator, one(text, "8%", "en").area) == ("tourism.revenue", "hue")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Ranking second, Hue saw its GRDP rise 8%.", RANK),
        ("Ranking second, Hue saw its exports rise 8%.", None),
        ("Ranking second in the PCI, Hue saw its GRDP rise 8%.", "index.pci"),
    ],
)
def test_a_rank_that_opens_a_sentence_is_in_what_follows(text: str, indicator: str | None) -> None:
    assert one(text, "second", "en").indicator == indicator
