"""An article in the making: pieces of text in reading order, and the record that comes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.errors import FetchError, InputError, ParseError
from extractor.records import Article, Block
from extractor.urls import authority, canonical

PARSER = "1"
MOST_PIECES = 50_000
MOST_SIGNS = 20_000_000


@dataclass(slots=True)
class Piece:
    """One block before its offsets are known; `heads` are the header pieces of a table cell, row head first."""

    kind: str
    text: str
    heads: tuple[Piece, ...] = ()
    language: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    link: str | None = None


@dataclass(slots=True)
class Facts:
    """What is known of an article beside its text."""

    url: str | None = None
    title: str = ""
    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    original_url: str | None = None
    id: str | None = None
    notes: list[str] = field(default_factory=list)


def assemble(pieces: Sequence[Piece], facts: Facts, parser: str) -> Article:
    """The article whose text is the pieces joined by line feeds; ParseError where there is none or far too much."""
    pieces = [piece for piece in pieces if piece.text]
    if not pieces:
        raise ParseError("it holds no text", "open it and check that it is an article")
    if len(pieces) > MOST_PIECES:
        facts.notes.append(f"only the first {MOST_PIECES} of {len(pieces)} blocks were read")
        pieces = pieces[:MOST_PIECES]
    spans: dict[int, tuple[int, int]] = {}
    at = 0
    for piece in pieces:
        spans[id(piece)] = (at, at + len(piece.text))
        at += len(piece.text) + 1
    blocks = tuple(_block(piece, spans) for piece in pieces)
    return record("\n".join(piece.text for piece in pieces), blocks, facts, parser)


def _block(piece: Piece, spans: dict[int, tuple[int, int]]) -> Block:
    start, end = spans[id(piece)]
    heads = tuple(spans[id(head)] for head in piece.heads if id(head) in spans) if piece.heads else ()
    return Block(piece.kind, start, end, piece.language, heads, piece.page, piece.box)


def record(text: str, blocks: tuple[Block, ...], facts: Facts, parser: str) -> Article:
    """The article record: id from the URL, else from the text; publisher from the URL's host."""
    if len(text) > MOST_SIGNS:
        raise ParseError(f"the text has {len(text)} characters", f"split it, {MOST_SIGNS} are read at most")
    if "\ufffd" in text:
        facts.notes.append(f"signs that could not be decoded: {text.count(chr(0xFFFD))}")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    identity = hashlib.sha256(facts.url.encode()).hexdigest() if facts.url else digest.hexdigest()
    return Article(
        id=facts.id or identity[:16],
        url=facts.url,
        title=facts.title,
        published=facts.published,
        language=facts.language,
        publisher=facts.publisher or (authority(facts.url) if facts.url else None),
        original_url=facts.original_url,
        text=text,
        blocks=blocks,
        text_sha256=digest.hexdigest(),
        parser=f"{parser}/{PARSER}",
        notes=tuple(facts.notes),
    )


def checked_url(url: str | None) -> str | None:
    """The canonical form of a URL that the user gave; InputError where it is none."""
    try:
        return canonical(url) if url else None
    except FetchError as error:
        raise InputError(error.what, error.repair) from error
