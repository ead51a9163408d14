"""Bytes to text: what the bytes are, whatever the headers and the page say of themselves."""

from __future__ import annotations

import codecs
import re

from extractor.normal import nfc

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"charset\s?=\s?[\"']?([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_HEAD = 4096
# A text of another encoding read as UTF-8 has hundreds of wrong signs in a thousand, a damaged one a few.
_DAMAGED = 0.02
# So many wrong signs for each sound one beyond ASCII: in a text of another encoding next to none is sound.
_WRONG = 0.5


def decode(body: bytes, content_type: str = "", is_html: bool = False) -> str:
    """The text of the bytes in NFC; signs that cannot be read become U+FFFD."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return nfc(body[len(bom) :].decode(name, "replace"))
    wide = _wide(body)
    if wide:
        return nfc(body.decode(wide, "replace"))
    try:
        return nfc(body.decode("utf-8"))
    except UnicodeDecodeError:
        return nfc(_legacy(body, content_type, is_html))


def _wide(body: bytes) -> str | None:
    """utf-16 without a mark, told by the zero bytes beside ASCII signs."""
    head = body[:_HEAD]
    if b"\0" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 10 < len(head):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _legacy(body: bytes, content_type: str, is_html: bool) -> str:
    """UTF-8 with damage where most of it is sound, else the declared encoding, else what beautifulsoup4 finds."""
    damaged = body.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    sound = sum(sign > "\x7f" for sign in damaged) - lost
    if lost <= max(_DAMAGED * len(damaged), _WRONG * sound):
        return damaged
    # Slow to load, and not needed for a letter that was cut in two.
    from bs4.dammit import UnicodeDammit

    known = [found.group(1) for found in [_CHARSET.search(content_type)] if found and _is_single_byte(found.group(1))]
    read = UnicodeDammit(body, known_definite_encodings=known, user_encodings=["windows-1258"], is_html=is_html)
    return read.unicode_markup or damaged


def _is_single_byte(name: str) -> bool:
    """Whether Python knows the encoding and it is none of those that the bytes have ruled out."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return False
    return not found.startswith(("utf", "iso8859-1", "ascii"))
