"""Raised figures, which without their markup would read as digits of the figure before them, or as figures."""

from __future__ import annotations

import re

_RAISED = re.compile(rb"<sup(?:\s[^<>]{0,200})?>\s{0,9}([0-9()]{1,6})\s{0,9}</sup\s{0,9}>", re.IGNORECASE)
_SIGNS = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


def with_raised_signs(page: bytes) -> bytes:
    """A page in UTF-8 with them as raised signs: 10<sup>6</sup> is no 106, and the number of a note counts nothing."""
    if b"<sup" not in page and b"<SUP" not in page:
        return page
    return _RAISED.sub(lambda found: found[1].decode().translate(_SIGNS).encode(), page)
