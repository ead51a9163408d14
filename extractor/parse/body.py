"""What one way of reading a page found, and the small questions that every way asks of a tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.parse.draft import Piece
from extractor.parse.tree import collapse

_SIGNS = re.compile(r"[\W_]+")
_LONG = 40
_DOUBLED = 0.4
_SHORTEST = 30
EMPTY, DOUBLED = "its body is empty", "its body is doubled"


@dataclass(slots=True)
class Body:
    """An article's parts as read in one way (a rule's id, or a tool's name); `fault` says why it is not to be used."""

    way: str
    title: str = ""
    lead: str = ""
    published: str | None = None
    original: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    images: int = 0
    coded: int = 0
    fault: str = ""


def first(tree: LexborHTMLParser | LexborNode, selectors: Sequence[str]) -> LexborNode | None:
    """The first node that the first fitting selector finds."""
    for selector in selectors:
        node = tree.css_first(selector)
        if node is not None:
            return node
    return None


def text_of(node: LexborNode | None) -> str:
    """A node's text on one line."""
    return collapse(node.text()) if node is not None else ""


def attribute(node: LexborNode | None, name: str) -> str:
    """An attribute's value, empty where there is none."""
    return (node.attributes.get(name) or "") if node is not None else ""


def key(text: str) -> str:
    """What makes two texts the same text: letters and digits without case."""
    return _SIGNS.sub("", text).casefold()


def fault_of(pieces: Sequence[Piece]) -> str:
    """Why the pieces are no body: empty, or most of it there twice."""
    total = sum(len(piece.text) for piece in pieces if piece.kind not in ("cut", "caption"))
    if total < _SHORTEST:
        return EMPTY
    return DOUBLED if repeated(pieces) > _DOUBLED * total else ""


def repeated(pieces: Sequence[Piece]) -> int:
    """How many signs of long blocks have stood in an earlier block."""
    seen: set[str] = set()
    twice = 0
    for piece in pieces:
        if len(piece.text) >= _LONG:
            twice += len(piece.text) * (piece.text in seen)
            seen.add(piece.text)
    return twice


def once(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without the long ones that stood before."""
    seen: set[str] = set()
    kept = []
    for piece in pieces:
        if len(piece.text) < _LONG or piece.text not in seen:
            kept.append(piece)
        seen.add(piece.text)
    return kept
