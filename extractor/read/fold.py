"""Folds a text so that spelling variants look alike: case, tone-mark places, Arabic letters, digits, dashes.

Folding keeps one code point for one, except for invisible marks, which vanish, and ligatures, which open;
`Folded` knows how to get back to the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from extractor.signs import LETTERS

# Bidi controls, joiners, soft hyphen, BOM, Arabic vowel marks, tatweel; and presentation forms (ligatures).
INVISIBLE = (
    "\u00ad\u061c\u0640\u064b-\u0652\u0656-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)
LIGATURES = "\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e"
SPECIAL = re.compile(f"[{INVISIBLE}{LIGATURES}]")
INVISIBLE_ONLY = re.compile(f"[{INVISIBLE}]")

SAME = [
    *LETTERS.items(),
    ("İ", "i"),
    *(zip("ےېۍئ\u06d3", "ییییی", strict=True)),
    *(zip("ھۀۂ", "ہہہ", strict=True)),
    *(zip("أإ", "اا", strict=True)),
    ("ؤ", "و"),
    *(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
    *(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    *(zip("٫٬٪", ".,%", strict=True)),
    *(zip("‐‑‒–—―−﹣", "--------", strict=True)),
    *(zip("“”„«»‘’ʼ`´", "\"\"\"\"\"'''''", strict=True)),
    ("⁄", "/"),
    ("∕", "/"),
]
# The Arabic comma where it groups digits; it comes first, so that the search goes from one to the next.
GROUPED = re.compile(r"،(?<=[0-9]،)(?=[0-9]{3}(?![0-9]))")
# Old and new places of the tone mark (hoà and hòa, thuý and thúy) look alike.
TONES = [
    *(zip(("oà", "oá", "oả", "oã", "oạ"), ("òa", "óa", "ỏa", "õa", "ọa"), strict=True)),
    *(zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), ("òe", "óe", "ỏe", "õe", "ọe"), strict=True)),
    *(zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), ("ùy", "úy", "ủy", "ũy", "ụy"), strict=True)),
    # Names of the highlands are written in three ways.
    *(("đăk", "đắk"), ("đak", "đắk")),
]
# By their first letters: a text in another script has none of these.
BY_LETTER = {letter: [(old, new) for old, new in TONES if old[0] == letter] for letter in "ouđ"}


@dataclass(slots=True)
class Folded:
    """A text without invisible marks: `raw` as written, `text` folded, equally long; breaks lead back to it."""

    raw: str
    text: str
    keys: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source that the span of the folded text stands for."""
        if not self.keys or start >= end:
            return start, end
        return start + self._shift(start), end - 1 + self._shift(end - 1) + 1

    def _shift(self, position: int) -> int:
        found = bisect_right(self.keys, position)
        return self.shifts[found - 1] if found else 0


def fold(source: str) -> Folded:
    """The folded form of an NFC text; linear in its length."""
    if not SPECIAL.search(source):
        return Folded(source, letters(source))
    pieces: list[str] = []
    keys: list[int] = []
    shifts: list[int] = []
    length = last = 0
    for match in SPECIAL.finditer(source):
        pieces.append(source[last : match.start()])
        length += match.start() - last
        last = match.end()
        opened = "" if INVISIBLE_ONLY.match(match.group()) else unicodedata.normalize("NFKC", match.group())
        for number in range(len(opened)):
            keys.append(length + number)
            shifts.append(match.start() - length - number)
        pieces.append(opened)
        length += len(opened)
        keys.append(length)
        shifts.append(last - length)
    pieces.append(source[last:])
    raw = "".join(pieces)
    return Folded(raw, letters(raw), tuple(keys), tuple(shifts))


def letters(text: str) -> str:
    """Lower case and one form for each letter, code point for code point."""
    if not text.isascii():
        for old, new in SAME:
            if old in text:
                text = text.replace(old, new)
        text = GROUPED.sub(",", text.lower()) if "،" in text else text.lower()
        for letter, tones in BY_LETTER.items():
            if letter in text:
                for old, new in tones:
                    text = text.replace(old, new)
        return text
    return text.lower()
