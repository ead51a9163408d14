"""Refuses markup made to keep a parser busy: endless nesting, tags with thousands of attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.errors import ParseError

MOST_BYTES = 50_000_000
MOST_DEPTH = 1_000
MOST_ATTRIBUTES = 1_000
# A smaller page with fewer tags and no endless one costs seconds at worst; every other one is looked at tag by tag.
_SMALL = 300_000
_FEW_TAGS = 8_000
_STRETCH = 16_000
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?>(?:[^\"'>]++|\"[^\"]*\"|'[^']*')*))")
# What stands inside these is no markup, whatever signs it holds.
_RAW = frozenset((b"script", b"style", b"textarea", b"title", b"noscript"))
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot "
    b"option".split()
)


def check_markup(page: bytes) -> None:
    """ParseError where the page is too large, nests too deep or has too many attributes in one tag."""
    if len(page) > MOST_BYTES:
        raise ParseError(f"the page has {len(page):,} bytes", f"pages of up to {MOST_BYTES:,} bytes are read")
    if len(page) <= _SMALL and page.count(b"<") < _FEW_TAGS and not _has_endless_tag(page):
        return
    depth = deepest = 0
    for closes in _tags(page):
        depth = max(depth - 1, 0) if closes else depth + 1
        deepest = max(deepest, depth)
    if deepest > MOST_DEPTH:
        raise ParseError(f"the page nests {deepest:,} elements", f"pages nesting up to {MOST_DEPTH:,} are read")


def _tags(page: bytes) -> Iterator[bool]:
    """For each tag of an element with content whether it closes it, in one pass over the page."""
    at = 0
    while found := _TAG.search(page, at):
        at = found.end()
        name, values = found[2].lower(), found[3]
        if len(values) > MOST_ATTRIBUTES and len(values.split()) > MOST_ATTRIBUTES:
            raise ParseError(f"a tag has more than {MOST_ATTRIBUTES:,} attributes", "such a page cannot be read")
        if name in _RAW and not found[1]:
            end = page.find(b"</" + name, at)
            at = end if end >= 0 else at
        elif name not in _VOID and name not in _RAW:
            yield bool(found[1])


def _has_endless_tag(page: bytes) -> bool:
    """Whether a long stretch without `>` lies inside what looks like a tag."""
    for start in range(0, len(page) - _STRETCH, _STRETCH):
        end = start + _STRETCH
        if page.find(b">", start, end) < 0:
            opened = page.rfind(b"<", 0, end)
            if page[opened + 1 : opened + 2].isalpha() and page.find(b">", opened, end) < 0:
                return True
    return False
