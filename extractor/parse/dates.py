"""Days of publication: every form that Vietnamese sites use, as ISO 8601 dates in the time zone Asia/Ho_Chi_Minh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

from extractor.normal import nfc
from extractor.parse.written import written_day

HANOI = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
EARLIEST, LATEST = 1990, 2100
LONGEST = 300
_ISO = re.compile(
    r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?(?!\d)"
    r"(?:[T ](?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2}))?(?:\.\d{1,9})?\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_DAY_FIRST = re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)")
_CLOCK_12 = re.compile(r"\s\d{1,2}:\d{2}:\d{2}\s[AP]M\b")
_YEAR_FIRST = re.compile(r"(?<![\d/.-])(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)")
_MAIL = re.compile(
    r"(?<!\d)(?P<day>\d{1,2} [A-Za-z]{3} \d{4})(?: (?P<H>\d{1,2}):(?P<M>\d{2})(?::\d{2})?)?"
    r"(?: (?P<zone>(?:GMT|UTC)?(?:[+-]\d{1,4})?))?"
)


def read_date(text: str, formats: Sequence[str] = ()) -> str | None:
    """The day that a date line or attribute states, YYYY-MM-DD (or YYYY-MM where there is no day); None for no date."""
    text = nfc(" ".join(text[:LONGEST].split()))
    for form in formats:
        found = _by_format(text, form)
        if found:
            return found
    for reader in (_iso, _month_first, _day_first, _year_first, _mail, _written):
        found = reader(text)
        if found:
            return found
    return None


def _by_format(text: str, form: str) -> str | None:
    """The date in a form of strptime, also where other words stand around it."""
    try:
        return _day(datetime.strptime(text, form))
    except ValueError:
        return None


def _day(moment: datetime) -> str | None:
    """The calendar day in Hanoi; a moment without a zone is one there."""
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return (moment.astimezone(HANOI) if moment.tzinfo else moment).date().isoformat()


def _iso(text: str) -> str | None:
    found = _ISO.search(text)
    if not found:
        return None
    if not found["d"]:
        return _checked(found["y"], found["m"], "1", partial=True)
    if not found["H"] or not found["zone"]:
        return _checked(found["y"], found["m"], found["d"])
    try:
        year, month, day, hour, minute = (int(found[part]) for part in "ymdHM")
        moment = datetime(year, month, day, hour, minute, tzinfo=_zone(found["zone"]))
        return _day(moment)
    except ValueError:
        return None


def _day_first(text: str) -> str | None:
    found = _DAY_FIRST.search(text)
    return _checked(found["y"], found["m"], found["d"]) if found else None


def _month_first(text: str) -> str | None:
    """`9/5/2026 1:30:00 PM` is how .NET writes 5 September; a first number over 12 is a day all the same."""
    found = _DAY_FIRST.search(text)
    if not found or found["sep"] != "/" or not _CLOCK_12.match(text, found.end()):
        return None
    return _checked(found["y"], found["d"], found["m"])


def _year_first(text: str) -> str | None:
    found = _YEAR_FIRST.search(text)
    return _checked(found["y"], found["m"], found["d"]) if found else None


def _mail(text: str) -> str | None:
    """`Fri, 04 Sep 2026 18:48:27 GMT+7`, the form of mails and feeds."""
    found = _MAIL.search(text)
    if not found:
        return None
    try:
        day = datetime.strptime(found["day"], "%d %b %Y")
    except ValueError:
        return None
    if found["H"] and found["zone"]:
        day += timedelta(hours=int(found["H"]), minutes=int(found["M"]))
        return _day(day.replace(tzinfo=_zone(found["zone"])))
    return _day(day)


def _written(text: str) -> str | None:
    found = written_day(text)
    return _checked(*found) if found else None


def _zone(text: str) -> timezone:
    """GMT, GMT+7 or +0700."""
    sign, digits = (-1 if "-" in text else 1), "".join(filter(str.isdigit, text))
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits or 0), 0)
    return timezone(sign * timedelta(hours=min(hours, 14), minutes=minutes % 60))


def _checked(year: str, month: str, day: str, partial: bool = False) -> str | None:
    try:
        moment = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return moment.isoformat()[:7] if partial else moment.isoformat()
