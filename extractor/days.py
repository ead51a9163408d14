"""Partial dates, such as 2025 and 2025-09, as the days they begin and end on."""

from __future__ import annotations

from calendar import monthrange


def first_day(partial: str) -> str:
    """The first day of a year or month; a day as it is."""
    return partial + "-01-01"[len(partial) - 4 :] if len(partial) in (4, 7) else partial


def last_day(partial: str) -> str:
    """The last day of a year or month; a day as it is."""
    if len(partial) == 4:
        return f"{partial}-12-31"
    if len(partial) != 7:
        return partial
    year, month = int(partial[:4]), int(partial[5:])
    return f"{partial}-{monthrange(year, month)[1]:02}" if 1 <= month <= 12 and year else partial


def middle(partial: str) -> str:
    """The day in the middle of a year or a month; a day is itself."""
    return partial + {4: "-06-30", 7: "-15"}.get(len(partial), "")


def month_before(day: str, count: int) -> str:
    """The month so many months before that of a day."""
    left = months(day) - 1 - count
    return f"{left // 12:04}-{left % 12 + 1:02}"


def months(day: str) -> int:
    """The number of a day's month, so that two of them tell how many months lie between."""
    return int(day[:4]) * 12 + int(day[5:7])


def year_before(day: str, count: int = 1) -> str:
    """The same day, month or year so many years before; the last of February where there is no 29th."""
    moved = f"{int(day[:4]) - count:04d}{day[4:]}"
    return last_day(moved[:7]) if moved.endswith("02-29") else moved
