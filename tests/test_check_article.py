"""Checks inside one article: what must be found, and what must be left alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from by_hand import article, claim, small_tables

from extractor import rules
from extractor.check import check_article, message, recomputed
from extractor.records import Block, Claim, Severity, Statement, Status


@pytest.fixture(autouse=True)
def _tables(tmp_path: Path) -> Iterator[None]:
    rules.use(small_tables(tmp_path))
    yield
    rules._active.clear()


def found(*claims: Claim, **fields: Any) -> list[tuple[str, str]]:
    return [(finding.kind, finding.expected) for finding in check_article(article(**fields), claims)]


def quang_ninh(not_started: str = "5") -> list[Claim]:
    names = ["tasks.assigned", "tasks.completed", "tasks.completed_share", "tasks.on_schedule", "tasks.behind"]
    values = ["47", "15", "32%", "18", "8"]
    roles = ["total", "part", "share", "part", "part"]
    made = [
        claim(n, v, 100 + 10 * i, group=1, role=r) for i, (n, v, r) in enumerate(zip(names, values, roles, strict=True))
    ]
    return [*made, claim("tasks.not_started", not_started, 150, group=1, role="part")]


def test_parts_below_a_whole_that_they_exhaust() -> None:
    findings = check_article(article(), quang_ninh())
    assert [f.kind for f in findings] == ["parts_total"]
    assert findings[0].severity is Severity.SEVERE
    assert (findings[0].stated, findings[0].expected) == ("47", "15 + 18 + 8 + 5 = 46")
    assert message(findings[0], "en") == (
        "Quang Ninh: 15 + 18 + 8 + 5 = 46, which is 1 less than the stated total of 47."
    )


def test_parts_that_sum_are_recomputed_without_complaint() -> None:
    assert found(*quang_ninh("6")) == []
    held = recomputed(article(), quang_ninh("6"))
    assert {"parts_total", "percent_ratio"} == {f.kind for f in held if f.detail["outcome"] == "holds"}


def test_parts_are_known_by_the_table_where_the_text_does_not_link_them() -> None:
    loose = [claim("tasks.assigned", "10"), claim("tasks.completed", "9", 10), claim("tasks.not_started", "3", 20)]
    assert found(*loose) == [("parts_total", "9 + 3 = 12")]


@pytest.mark.parametrize("parts", [("20", "9"), ("46", "1"), (">10", "30"), ("~30", "18")])
def test_partial_lists_and_rounded_parts_are_left_alone(parts: tuple[str, str]) -> None:
    total = claim(None, "47", group=3, role="total")
    pieces = [claim(None, part, 10 * (i + 1), group=3, role="part", subject=str(i)) for i, part in enumerate(parts)]
    assert found(total, *pieces) == []


def test_part_of_a_part_is_not_counted_twice() -> None:
    nested = [claim("tasks.assigned", "10"), claim("tasks.in_progress", "6", 10), claim("tasks.on_schedule", "5", 20)]
    assert found(*nested, claim("tasks.completed", "4", 30)) == []


def test_swapped_digits_explain_a_sum() -> None:
    total = claim(None, "9831", group=1, role="total")
    parts = [claim(None, v, 10 * (i + 1), group=1, role="part") for i, v in enumerate(("7892", "1602", "319"))]
    finding = check_article(article(), [total, *parts])[0]
    assert finding.severity is Severity.SEVERE
    assert finding.detail["form"] == "transposed"


@pytest.mark.parametrize(
    ("part", "total", "share", "fits"),
    [("15", "47", "32%", True), ("4427", "6283", "70.3%", False), ("4427", "6283", "70.5%", True),
     ("485", "1132", "43%", True), ("87", "200", "43%", False),
     ("85", "200", "43%", True), (">4300", "6283", "70%", True),
     (">4500", "6283", "70%", False)],
)  # fmt: skip
def test_percent_against_its_counts(part: str, total: str, share: str, fits: bool) -> None:
    claims = [
        claim("tasks.assigned", total),
        claim("tasks.completed", part, 10),
        claim("tasks.completed_share", share, 20),
    ]
    assert ("percent_ratio" not in [kind for kind, _ in found(*claims)]) is fits


def test_percent_off_by_two_swapped_digits_says_so() -> None:
    claims = [claim("tasks.assigned", "1816"), claim("tasks.completed", "1049", 10)]
    finding = check_article(article(), [*claims, claim("tasks.completed_share", "57.67%", 20)])[0]
    assert finding.expected == "1049 / 1816 = 57.76 %"
    assert message(finding, "vi").startswith("Quảng Ninh: 1.049 / 1.816 = 57,76 %, bài nêu 57,67 %; hai chữ số")


def test_share_without_a_total_bounds_it() -> None:
    claims = [claim("tasks.completed", "485"), claim("tasks.completed_share", "43%", 10)]
    assert found(*claims) == []
    bound = recomputed(article(), claims)[0]
    assert (bound.detail["outcome"], bound.expected) == ("open", "1115 ≤ N ≤ 1141")


def test_ratio_in_one_figure_is_checked_with_its_percent() -> None:
    claims = [claim("tasks.completed", "33", figure_denominator=Decimal(67)), claim("tasks.completed_share", "59%", 10)]
    assert found(*claims) == [("percent_ratio", "33 / 67 = 49.25 %")]


def test_share_of_another_year_is_not_measured_by_this_years_counts() -> None:
    claims = [
        claim(
            "tasks.completed", "33", figure_denominator=Decimal(67), group=1, role="numerator", period_end="2025-10-31"
        )
    ]
    assert (
        found(*claims, claim("tasks.completed_share", "59%", 10, group=1, role="share", period_end="2024-12-31")) == []
    )


def test_second_share_beside_the_one_that_fits_is_of_something_else() -> None:
    claims = [
        claim("tasks.completed", "33", figure_denominator=Decimal(67)),
        claim("tasks.completed_share", "49.3%", 10),
    ]
    assert found(*claims, claim("tasks.completed_share", "45%", 20)) == []


def test_share_said_of_the_wrong_part() -> None:
    claims = [
        claim("tasks.assigned", "156"),
        claim("tasks.completed", "83", 10),
        claim("tasks.in_progress_share", "53%", 20),
    ]
    findings = check_article(article(), claims)
    assert [f.kind for f in findings] == ["share_elsewhere"]
    assert message(findings[0], "en") == (
        "Quang Ninh: 53 % fits 83 / 156 = 53.2 % (Tasks completed) but is said of “Share in progress”; "
        "with 83 taken, at most 73 / 156 = 46.8 % is left."
    )


def test_two_shares_that_fit_side_by_side() -> None:
    claims = [
        claim("tasks.assigned", "156"),
        claim("tasks.completed", "78", 10),
        claim("tasks.in_progress_share", "50%", 20),
    ]
    assert found(*claims) == []


def test_share_over_the_whole() -> None:
    finding = check_article(article(), [claim("services.on_time_share", "93475%")])[0]
    assert (finding.kind, finding.detail["form"], finding.detail["shifted"]) == (
        "share_over_100",
        "separator",
        "93.475",
    )


@pytest.mark.parametrize(
    "harmless",
    [claim("services.on_time_share", "100%"), claim("economy.grdp_growth", "112%"),
     claim("tasks.completed_share", "120%", statement=Statement.SHARE_OF_PLAN), claim(None, "300%")],
)  # fmt: skip
def test_percentages_that_may_pass_a_hundred(harmless: Claim) -> None:
    assert found(harmless) == []


def test_headline_against_body() -> None:
    blocks = (Block("title", 0, 100), Block("paragraph", 100, 900))
    claims = [claim("tasks.completed", "1372"), claim("tasks.completed", "1327", 200)]
    finding = check_article(article(blocks=blocks), claims)[0]
    assert (finding.kind, finding.severity, finding.detail["form"]) == ("two_values", Severity.SEVERE, "headline")
    assert (finding.stated, finding.expected) == ("1372", "1327")


@pytest.mark.parametrize(
    "other",
    [claim("tasks.completed", "612", 300), claim("tasks.completed", "650", 300, area="VN"),
     claim("tasks.completed", "900", 300, status=Status.TARGET),
     claim("tasks.completed", "550", 300, period_end="2024-12-31")],
)  # fmt: skip
def test_values_that_do_not_exclude_each_other(other: Claim) -> None:
    assert found(claim("tasks.completed", ">600", period_end="2025-09-30"), other) == []


def test_one_indicator_two_values() -> None:
    assert found(claim("tasks.completed", "83"), claim("tasks.completed", "85", 300)) == [("two_values", "85")]


def test_translation_is_named_as_a_possible_cause() -> None:
    finding = check_article(article(language="ur"), quang_ninh())[0]
    assert message(finding, "en").endswith("The text may be a translation: see the original.")
