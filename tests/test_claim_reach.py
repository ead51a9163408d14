"""How far a time speaks of figures, in its sentence, its paragraph and beyond."""

from __future__ import annotations

import pytest

from tests.claiming import one


def test_a_day_set_before_a_page_dates_nothing() -> None:
    assert one("date 2025-03 In 2025, Hue built 44 bridges.", "44", "en").period_end == "2025-12-31"


@pytest.mark.parametrize(
    ("text", "surface", "end"),
    [
        ("Hue is now home to 44 mills which earned 38 million USD in 2024.", "44", "2025-10-15"),
        ("It is thought that 44 mills will earn 38 million USD in 2026.", "44", "2026-12-31"),
        ("Exports grew more than in the previous quarter: the first quarter rose by 44%.", "44%", "2025-03-31"),
        ("It grew by 38% in the first quarter, exceeding the early forecast of 44%.", "44%", "2025-03-31"),
    ],
)
def test_how_far_a_time_speaks_of_a_figure(text: str, surface: str, end: str) -> None:
    assert one(text, surface, "en").period_end == end


def test_when_a_page_was_put_up_dates_nothing() -> None:
    text = "The fair\n\nby VTV 4 30 May 2018 Last updated at 06:00\n\nHue has developed 44 models."
    assert one(text, "44", "en", published="2018-06-02").period_start is None


@pytest.mark.parametrize(
    ("text", "surface", "span"),
    [
        ("In July and August 2025, Hue received 4,400 guests.", "4,400", ("2025-07-01", "2025-08-31")),
        ("After 9 months, Hue received 4,400 guests.", "4,400", ("2025-01-01", "2025-09-30")),
        ("In 9 months, revenue reached 38 million USD, equal to 44% of the 12-month plan.", "44%", "9"),
        ("The badge which was designed in 2016 is now worn in 44 towns.", "44", (None, "2025-10-15")),
    ],
)
def test_which_span_an_english_sentence_tells(text: str, surface: str, span: tuple[str | None, str] | str) -> None:
    claim = one(text, surface, "en")
    assert (claim.period_start, claim.period_end) == (("2025-01-01", "2025-09-30") if span == "9" else span)


@pytest.mark.parametrize(
    ("text", "surface", "end"),
    [
        ("Hue blamed 44 boards, while it asked for speed in the final weeks of 2025.", "44", "2025-12-08"),
        ("Only 44% of the 2025 road budget had been spent by the end of November.", "44%", "2025-11-30"),
    ],
)
def test_a_year_that_only_tells_which_weeks_or_budget_dates_nothing(text: str, surface: str, end: str) -> None:
    assert one(text, surface, "en", published="2025-12-08").period_end == end
