"""Days of publication in every form that the sites use."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.parse.dates import HANOI, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15-08-2026 - 01:01 AM", "2026-08-15"),
        ("14/08/2026 18:51", "2026-08-14"),
        ("18:53, 14/08/2026", "2026-08-14"),
        ("18:27 | 14/08/2026", "2026-08-14"),
        ("Thứ tư, 22/10/2025, 19:25 (GMT+7)", "2025-10-22"),
        ("Fri, 04 Sep 2026 18:48:27 GMT+7", "2026-09-04"),
        ("Fri, 04 Sep 2026 18:48:27 GMT", "2026-09-05"),
        ("Fri, 04 Sep 2026 18:48:27 +0700", "2026-09-04"),
        ("9/5/2026 1:30:00 PM", "2026-09-05"),
        ("9/5/2026 13:30", "2026-05-09"),
        ("2026-08-14T18:51:00+0700", "2026-08-14"),
        ("2026-08-14T18:51:00+07:00", "2026-08-14"),
        ("2026-08-14T17:00:00Z", "2026-08-15"),
        ("2026-08-14T16:59:59.123Z", "2026-08-14"),
        ("2026-08-14 23:59:00", "2026-08-14"),
        ("2026-08", "2026-08"),
        ("Cập nhật: 1/2/2026", "2026-02-01"),
        ("2026/8/5", "2026-08-05"),
        ("8.8.2026", "2026-08-08"),
    ],
)
def test_forms(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hôm nay",
        "31/02/2026",
        "45/13/2026",
        "18:51",
        "22/10",
        "0001-01-01T00:00:00",
        "1.234.567",
        "99/99/9999",
        "1/1/20266",
    ],
)
def test_no_date(text: str) -> None:
    assert read_date(text) is None


def test_a_rule_may_add_forms() -> None:
    text = "Số ra ngày 5 th 9, 2026"
    assert read_date(text) is None
    assert read_date(text, ["Số ra ngày %d th %m, %Y"]) == "2026-09-05"


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_written_days_come_back(day: date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()
    assert read_date(f"Thứ hai, {day.day}/{day.month}/{day.year}") == day.isoformat()
    assert read_date(f"18:27 | {day:%d-%m-%Y}") == day.isoformat()
    assert read_date(f"Thứ hai, ngày {day.day} tháng {day.month} năm {day.year}") == day.isoformat()
    assert read_date(f"{day:%A, %B %d, %Y}") == read_date(f"{day:%d %b %Y, 10:00}") == day.isoformat()


@settings(deadline=None)
@given(st.datetimes(datetime(1991, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)))
def test_a_moment_is_the_day_it_is_in_hanoi(moment: datetime) -> None:
    assert read_date(moment.isoformat(timespec="seconds")) == moment.astimezone(HANOI).date().isoformat()


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = read_date(text)
    assert found is None or len(found) in (7, 10)
