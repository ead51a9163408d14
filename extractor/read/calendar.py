"""Days, months, years and their spans as ISO 8601; a missing year comes from the date of publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date

FIRST_YEAR, LAST_YEAR = 1800, 2150
# A day later than the publication by more than this belongs to the year before, unless a deadline says otherwise.
FAR_AHEAD = 183
# A day so long past, in the year of publication, is the coming one.
FAR_BEHIND = 300
# A deadline so long past is the coming one.
FAR_ADVANCE = 60


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, as far as known; year 0 when nothing is."""

    year: int = 0
    month: int = 0
    day: int = 0

    @staticmethod
    def of(text: str | None) -> Published:
        """From ISO 8601, whole or partial; a time after it is ignored."""
        parts = (text or "").split("T")[0].split(" ")[0].split("-")[:3]
        if not text or not all(part.isdecimal() for part in parts):
            return Published()
        numbers = [int(part) for part in parts if len(part) <= 4] + [0, 0]
        if len(numbers) != len(parts) + 2 or numbers[0] > MAXYEAR or numbers[1] > 12:
            return Published()
        return Published(numbers[0], numbers[1], numbers[2])

    def year_of(self, month: int, day: int, coming: int = FAR_BEHIND) -> int | None:
        """The year of a day without one: near the publication, sooner past than to come; None when unknown.

        A day more than `coming` days ago is the next one; of a deadline it is so sooner.
        """
        if not self.year:
            return None
        if not self.month:
            return self.year
        here = date(self.year, self.month, min(self.day or 28, monthrange(self.year, self.month)[1]))
        there = date(self.year, month, min(day or 15, monthrange(self.year, month)[1]))
        if month == self.month and (not day or not self.day):
            return self.year
        distance = (there - here).days
        if distance > FAR_AHEAD and coming == FAR_BEHIND:
            return self.year - 1
        return self.year + 1 if distance < -coming else self.year


def day(year: int | None, month: int, number: int) -> str | None:
    """An ISO day; None when the year is unknown or there is no such day."""
    if year is None or not is_year(year) or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{number:02}"


def month(year: int | None, number: int) -> str | None:
    """An ISO month; None when the year is unknown."""
    return f"{year:04}-{number:02}" if year and is_year(year) and 1 <= number <= 12 else None


def months(year: int | None, first: int, last: int) -> tuple[str | None, str | None]:
    """First and last day of some months of a year."""
    if year is None or not is_year(year):
        return None, None
    return day(year, first, 1), day(year, last, monthrange(year, last)[1])


def years(first: int, last: int) -> tuple[str, str]:
    """First and last day of some years."""
    return f"{first:04}-01-01", f"{last:04}-12-31"


def is_year(number: int) -> bool:
    """Whether the number can be a year in the news."""
    return FIRST_YEAR <= number <= LAST_YEAR


def bounds(value: str | None) -> tuple[str | None, str | None]:
    """First and last day of a partial ISO date."""
    if value is None:
        return None, None
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return years(parts[0], parts[0])
    if len(parts) == 2:
        return months(parts[0], parts[1], parts[1])
    return value, value
