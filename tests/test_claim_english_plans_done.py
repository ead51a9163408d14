"""What of a plan is done, and the plan that a share is of."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "part", "end"),
    [
        (
            "The city plans to build 10,158 flats in 2025, of which 5,300 were finished by late September.",
            "5,300",
            "09-30",
        ),
        ("Hue aims for 2,600 homes this year, of which 1,100 had been sold by the end of August.", "1,100", "08-31"),
        ("The province plans to upgrade 120 km of roads this year, with 75 km completed so far.", "75", "10-15"),
        ("Vinh targets 15,400 homes in 2025, with 4,600 already completed as of August 31.", "4,600", "08-31"),
    ],
)
def test_a_part_of_a_plan_that_was_done_is_no_target(text: str, part: str, end: str) -> None:
    whole, done = said(text, "en")[0], one(text, part, "en")
    assert (whole.status, whole.period_end) == ("target", "2025-12-31")
    assert (done.status, done.period_end) == ("actual", f"2025-{end}")


@pytest.mark.parametrize("behind", ["9 will be finished this year", "9 are to be finished"])
def test_a_part_of_a_plan_that_is_to_come_is_a_target(behind: str) -> None:
    assert one(f"The province plans to build 12 halls, of which {behind}.", "9", "en").status == "target"


def test_what_was_reached_until_today_behind_a_goal_of_the_year_is_of_today() -> None:
    claim = one("Năm 2025, tỉnh phấn đấu có 9 xã đạt chuẩn, đến nay đã có 6 xã.", "6")
    assert (claim.status, claim.period_start, claim.period_end) == ("actual", None, "2025-10-15")


@pytest.mark.parametrize("verb", ["is to disburse 100 per cent of its", "disbursed 45% of the"])
def test_the_sum_that_a_disbursed_share_is_of_is_the_plan(verb: str) -> None:
    claim = one(f"Hue {verb} VND37 trillion in public investment this year.", "VND37 trillion", "en")
    assert (claim.indicator, claim.status) == ("budget.public_investment_plan", "target")
