"""Unicode normal form C, in time that grows with the text and no faster."""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import combining, is_normalized, normalize

# Python puts marks in order by insertion, which is quadratic; so many in a row occur in hostile text only.
MANY_MARKS = re.compile(r"[^\w\s]{31,}+")


def nfc(text: str) -> str:
    """The text in Unicode normal form C, as every stored text is."""
    if text.isascii() or is_normalized("NFC", text):
        return text
    return normalize("NFC", MANY_MARKS.sub(_in_order, text))


def _in_order(found: re.Match[str]) -> str:
    """The same marks in canonical order, which normal forms keep."""
    opened = (part for char in found.group() for part in normalize("NFD", char))
    runs = groupby(opened, key=lambda char: combining(char) > 0)
    return "".join("".join(sorted(run, key=combining) if marks else run) for marks, run in runs)


def unmarked(name: str) -> str:
    """A name in plain ASCII letters, capitals kept: Đà Lạt gives Da Lat."""
    plain = normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(sign for sign in plain if not combining(sign))
