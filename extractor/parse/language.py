"""The language of an article and of each block that is in another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor import language
from extractor.parse.draft import Piece
from extractor.rules import Patterns, patterns

SAMPLE = 350
SHORTEST = 40
_HEAD = 100
# A fifth of the letters of Vietnamese prose have marks of their own, far fewer of an English sentence with names in it.
_OWN_SHARE = 0.08


def mark(pieces: Sequence[Piece], given: str | None, declared: str | None) -> str | None:
    """Fills each piece's language and returns the article's: given, else read off the text, else declared."""
    article = given or language.detect(_sample(pieces)) or _short(declared)
    own = _own_letters(article)
    for piece in pieces:
        is_own = len(piece.text) < SHORTEST or piece.kind == "cut" or (own is not None and _is_own(piece.text, own))
        piece.language = article if is_own else language.detect(piece.text[:SAMPLE]) or article
    return article


def _sample(pieces: Sequence[Piece]) -> str:
    """The beginnings of the first blocks, long ones before labels and cells."""
    texts = [piece.text[:400] for piece in pieces[:60] if piece.kind in ("title", "lead", "paragraph", "heading")]
    return "\n".join(texts or [piece.text[:100] for piece in pieces[:60]])[:SAMPLE]


def _is_own(text: str, own: re.Pattern[str]) -> bool:
    head = text[:_HEAD]
    return len(own.findall(head)) >= _OWN_SHARE * len(head)


@lru_cache(maxsize=16)
def _letters(name: str, rules: Patterns) -> re.Pattern[str] | None:
    found = [profile.letters for profile in language.profiles(rules) if profile.language == name]
    letters = "".join(sorted(found[0])) if found else ""
    return re.compile(f"[{re.escape(letters + letters.upper())}]") if letters else None


def _own_letters(name: str | None) -> re.Pattern[str] | None:
    return _letters(name, patterns()) if name else None


def _short(declared: str | None) -> str | None:
    """`vi-VN` is vi."""
    return declared.strip().lower().replace("_", "-").split("-")[0][:3] or None if declared else None
