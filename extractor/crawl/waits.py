"""When to come back: Retry-After, backoff, and the pause between two requests."""

from __future__ import annotations

import random
from email.utils import parsedate_to_datetime

from extractor.errors import FetchError

FIRST = 2.0
LONGEST = 3600.0
_LONGEST_ASKED = 86_400.0


class RetryableError(FetchError):
    """A failure that may pass: the connection broke, the server was slow, the answer was cut."""


def retry_after(value: str, now: float) -> float | None:
    """Seconds to wait by a Retry-After header, given as seconds or as a date, a day at most; None for neither."""
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return min(float(value[:10]), _LONGEST_ASKED)
    try:
        return min(max(parsedate_to_datetime(value).timestamp() - now, 0.0), _LONGEST_ASKED)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def backoff(attempts: int, pause: float) -> float:
    """2, 4, 8 s and on, a tenth to either side so that hosts do not come back in step; shorter where pauses are."""
    base = FIRST if pause >= 1 else max(pause * 2, 0.01)
    return float(min(base * 2 ** min(attempts, 12), LONGEST) * random.uniform(0.9, 1.1))  # noqa: S311  no secret
