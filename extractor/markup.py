"""How deep markup nests, told without parsing it: parsers take quadratic time over endless nesting."""

from __future__ import annotations

import re

MOST_DEPTH = 1_000
MOST_TAGS = 300_000
# Fewer tags than this cost a parser a fifth of a second at worst, however they nest.
_FEW = 8_000
_TAG = re.compile(rb"<(?:(!--)|(/?)([a-zA-Z][a-zA-Z0-9]{0,30})((?>(?:[^\"'<>]|\"[^\"]*\"|'[^']*')*)))")
_RAW = frozenset((b"script", b"style", b"textarea", b"title", b"noscript", b"template", b"iframe"))
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot "
    b"option a b i em strong font u small".split()
)


def nests_too_deep(page: bytes) -> bool:
    """Whether a page has more tags, or nests them deeper, than any page made to be read."""
    tags = page.count(b"<")
    return tags > MOST_TAGS or (tags >= _FEW and deepest(page) > MOST_DEPTH)


def deepest(page: bytes) -> int:
    """About how many elements with content lie inside each other at the deepest place, comments and scripts apart."""
    depth = most = at = 0
    while found := _TAG.search(page, at):
        at, name = found.end(), (found[3] or b"").lower()
        if found[1]:
            at = _after(page, b"-->", at)
        elif name in _RAW and not found[2]:
            at = _after(page, b"</" + name, at)
        elif name not in _VOID and name not in _RAW:
            depth = max(depth - 1, 0) if found[2] else depth + 1
            most = max(most, depth)
    return most


def _after(page: bytes, end: bytes, at: int) -> int:
    place = page.find(end, at)
    return len(page) if place < 0 else place + len(end)
