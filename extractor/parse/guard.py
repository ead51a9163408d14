"""Refuses markup made to keep a parser busy: endless nesting, tags with thousands of attributes."""

from __future__ import annotations

import re

from extractor.errors import ParseError

MOST_BYTES = 50_000_000
MOST_DEPTH = 1_000
MOST_ATTRIBUTES = 1_000
# Below these a page cannot be harmful, or is cheap to look at closely.
_FEW_TAGS = 5_000
_FEW_QUOTES = 40_000
_LONG_TAG = 20_000
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*+)")
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot "
    b"option".split()
)


def check_markup(page: bytes) -> None:
    """ParseError where the page is too large, nests too deep or has too many attributes in one tag."""
    if len(page) > MOST_BYTES:
        raise ParseError(f"the page has {len(page):,} bytes", f"pages of up to {MOST_BYTES:,} bytes are read")
    if page.count(b"<") < _FEW_TAGS and page.count(b'"') < _FEW_QUOTES and max(map(len, page.split(b">"))) < _LONG_TAG:
        return
    depth = deepest = 0
    for found in _TAG.finditer(page):
        if len(found[3]) > MOST_ATTRIBUTES and len(found[3].split()) > MOST_ATTRIBUTES:
            raise ParseError(
                f"a tag of the page has more than {MOST_ATTRIBUTES} attributes", "such a page cannot be read"
            )
        if found[2].lower() not in _VOID:
            depth = max(depth - 1, 0) if found[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest > MOST_DEPTH:
        raise ParseError(f"the page nests {deepest:,} elements", f"pages nesting up to {MOST_DEPTH:,} are read")
