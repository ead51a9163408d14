"""Signs that part what a sentence says, in every script; patterns are searched between two places of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What `str.isdigit` takes for a digit, as far as texts have it: those of m² and m³ too.
DIGIT = r"\d²³¹"
# A comma within a number parts nothing.
LIST = re.compile(r"[;؛]|[,،](?!\d)")
SEMICOLON = re.compile("[;؛]")
CLAUSE = re.compile("[,;،؛:()]")
LIST_OR_DIGIT = re.compile(rf"[,;،؛{DIGIT}]")
# They make what stands before them the owner of what follows.
GENITIVES = ("'s", "’s")
# Where a stretch of words ends at the latest.
STOP = re.compile(rf"[,;.،؛۔()\[\]:\n{DIGIT}]")


def any_word(words: Sequence[str]) -> re.Pattern[str] | None:
    """One of the words, whole, in small letters, capitals or with a capital.

    No letter may stand before it, but that is looked at last: so a search goes from one first letter to the next.
    """
    forms = dict.fromkeys(form for word in words for form in (word, word.capitalize(), word.upper()))
    found = "|".join(rf"{re.escape(form)}(?<!\w{re.escape(form)})\b" for form in forms)
    return re.compile(found) if words else None


def out_of_bracket(start: int, end: int, text: str) -> bool:
    """Whether a bracket that was open at the first place is closed before the second."""
    shut = text.find(")", start, end)
    return shut >= 0 and text.find("(", start, shut) < 0


def past_equal(end: int, limit: int, text: str) -> int:
    """The end of the bracket with an equal sum that a figure stands before or in: `10 million (4,000 USD) in 2018`."""
    closed = text.find(")", end, limit)
    if closed < 0 or (closed > end and not text.startswith(" (", end)):
        return end
    return closed + 1 if any(sign.isdigit() for sign in text[end:closed]) or closed == end else end


def set_off(start: int, end: int, limit: int, text: str) -> bool:
    """Whether commas set off the words that begin there: `86 ships, including 9 ferries, in May`."""
    return text.endswith(", ", 0, start) and text.find(", ", end, limit) >= 0
