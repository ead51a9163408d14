"""Goals as English tells them: verbs in the present behind a wish, a deadline that stands in a sentence before."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


@pytest.mark.parametrize("verb", ["grows by 8%", "contributes 8%", "exceeds 8%", "attains 8%"])
def test_a_verb_in_the_present_goes_on_with_a_wish(verb: str) -> None:
    goal = one(f"Hue aims to have 41 mills by 2030. Along with that, its trade {verb}.", "8%", "en")
    assert (goal.status, goal.period_end) == (Status.TARGET, "2030-12-31")
    fact = one(f"Hue has 41 mills. Along with that, its trade {verb}.", "8%", "en")
    assert fact.status is Status.ACTUAL


@pytest.mark.parametrize("published", ["2025-10-15", None])
def test_a_goal_is_for_the_deadline_of_the_sentence_before(published: str | None) -> None:
    text = (
        "By 2030, Hue will have 41 mills.\n\n"
        "By 2045, the trade will be strong. Firms will be known. The goal is to have 38 of them."
    )
    assert one(text, "38", "en", published=published).period_end == "2045-12-31"


def test_what_a_unit_was_assigned_to_collect_is_a_goal() -> None:
    assert (
        one("This year its tax office was assigned to collect 41 billion VND.", "41 billion VND", "en").status
        is Status.TARGET
    )


@pytest.mark.parametrize("wish", ["is to fall to 8%", "should fall to 8%"])
def test_what_is_to_be_is_a_goal_and_is_for_the_time_announced_before(wish: str) -> None:
    goal = one(f"Clear indicators are set for the end of 2027. The poverty rate {wish}.", "8%", "en")
    assert (goal.status, goal.period_end) == (Status.TARGET, "2027-12-31")


def test_what_should_follows_is_a_goal_too() -> None:
    assert one("61 communes should leave the list.", "61", "en").status is Status.TARGET
    assert one("61 communes left the list.", "61", "en").status is Status.ACTUAL


@pytest.mark.parametrize("verb", ["wants its rate to fall by", "seeks a rate of"])
def test_who_wants_or_seeks_has_a_goal(verb: str) -> None:
    assert one(f"The province {verb} 8%.", "8%", "en").status is Status.TARGET


def test_a_threshold_that_a_decree_moves_is_a_norm() -> None:
    text = "The income threshold for poor households goes up from VND700,000 to VND1.5 million."
    assert one(text, "VND1.5 million", "en").status is Status.OTHER
    assert one("Its income goes up from VND700,000 to VND1.5 million.", "VND1.5 million", "en").status is Status.ACTUAL


@pytest.mark.parametrize("rose", ["rose by at least 1.5 cm", "rose by 1.5 cm"])
def test_what_is_to_be_reached_at_least_goes_on_with_a_goal_in_any_tense(rose: str) -> None:
    text = f"The city strives for 19 doctors by 2030. The height of children {rose}; coverage reached over 98%."
    goal = one(text, "98%", "en")
    assert (goal.status is Status.TARGET) == ("at least" in rose)


@pytest.mark.parametrize(
    ("title", "goes_on"), [("Hue adjusts its poverty target", True), ("Hue meets its target", False)]
)
def test_a_text_whose_title_names_a_goal_goes_on_with_its_first(title: str, goes_on: bool) -> None:
    text = f"{title}\n\nHue wants its rate to fall by 1.5%. Plains get lower figures: 0.3% for Tan Hoa Town."
    assert (one(text, "0.3%", "en").status is Status.TARGET) == goes_on


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Output may shrink by 38% this year.", Status.FORECAST),
        ("The storm could cost farmers 38% of their rice.", Status.FORECAST),
        ("Police fined 38% of the drivers.", Status.ACTUAL),
        ("The fine ranges from VND38 million.", Status.OTHER),
        ("Inspectors proposed that 38 officials be disciplined.", Status.ACTUAL),
        ("Hue proposed that 38 roads be built.", Status.TARGET),
    ],
)
def test_what_may_come_is_forecast_and_what_inspectors_asked_for_is_told(text: str, status: Status) -> None:
    assert [claim.status for claim in said(text, "en", published="2025-10-15")] == [status]


def test_what_is_expected_for_a_year_sets_no_goal_for_later_paragraphs() -> None:
    opening = "A storm hit Hue.\n\nIt hit 44 communes.\n\nIt broke 47 roofs.\n\nIt drowned 49 cows.\n\n"
    text = f"{opening}Output may shrink by 38% this year.\n\nHue will give 41 boats to the fishermen."
    assert one(text, "41", "en", published="2025-10-15").period_end != "2025-12-31"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The city will also have 38 parks.", Status.TARGET),
        ("The city will by then have built 38 parks.", Status.TARGET),
        ("The firms that will come have 38 parks.", Status.ACTUAL),
    ],
)
def test_an_adverb_may_stand_between_what_will_be_and_its_verb(text: str, status: Status) -> None:
    assert one(text, "38", "en").status is status


def test_the_day_behind_a_row_of_goals_is_that_of_its_first_too() -> None:
    text = "Among the targets for 2027 are 38 parks.\n\nHue will have 41 parks, 44 halls and 47 mills by 2030."
    assert one(text, "41", "en", published="2025-10-15").period_end == "2030-12-31"
    text = "Hue has 41 parks, 44 halls and will open 47 mills by 2030."
    assert one(text, "41", "en", published="2025-10-15").period_end == "2025-10-15"


def test_goals_that_are_counted_and_numbered_are_goals_to_the_last_number() -> None:
    text = """The Party Committee sets 19 targets and 8 groups of tasks for 2026

There are 19 targets in the resolution, including: (1) The GRDP grows by 9%. (2) Revenue is 25 billion VND.

(3) Hospital beds reach 48 per 10,000 people. (4) 85% of households use clean water.
"""
    found = {claim.figure.surface: (claim.status, claim.period_end) for claim in said(text, "en", published=None)}
    for surface in ("9%", "25 billion VND", "48", "85%"):
        assert found[surface] == (Status.TARGET, "2026-12-31"), surface


def test_numbers_that_go_on_nothing_take_no_goal() -> None:
    text = "The plan has goals: (1) The rate reaches 9%.\n\nSo far, (5) 85% of households use clean water."
    assert one(text, "85%", "en").status == Status.ACTUAL
