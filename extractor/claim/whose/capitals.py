"""The run of words with capitals beside a unit's word, which is its name, and what may stand between the two."""

from __future__ import annotations

import re

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.records import Term

# So many words has a name at most, and so many letters.
NAME_WORDS, NAME_REACH = 4, 48
NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
DASH = " - "
OPENING = "\"“‘'(["


def capitals_after(text: str, start: int, limit: int) -> str:
    """The name that begins there, a dash between two parts of it at most; empty where none does."""
    end, joined, shouted = start, 0, text[start - 1 : start].isupper()
    for _ in range(2 * NAME_WORDS):
        gap = DASH if text.startswith(DASH, end) else " "
        gap = "" if end == start and text[end - 1] == "." and text[end : end + 1] != " " else gap  # `H.Tân Hòa`
        match = NAME.match(text, end + len(gap), limit) if text.startswith(gap, end) else None
        joined = 1 if gap == DASH else joined + 1
        if match is None or joined > NAME_WORDS or not match.group()[0].isupper() or _short(match.group(), shouted):
            break
        end = match.end()
    return text[start:end].removeprefix(" ")


def _short(word: str, shouted: bool) -> bool:
    """Whether a word is an abbreviation (`huyện NTM`), which no name holds; in capitals throughout, names are too."""
    return len(word) > 1 and word.isupper() and not shouted


def capitals_before(text: str, end: int, unit: Unit) -> str:
    """The name that ends there; empty where none does."""
    words: list[str] = []
    using, shouted = habits(unit.language), text[end : end + 2].isupper()
    for quoted in reversed(text[max(unit.start, end - NAME_REACH) : end].split()):
        word = quoted.lstrip(OPENING)
        named = NAME.fullmatch(word) and word[0].isupper() and word not in using.no_name
        # An abbreviation is no name: `OCOP سٹی`, `VBSP Tan Hoa district`.
        named = named and not _short(word, shouted and not using.letters)
        if not named or len(words) == NAME_WORDS:
            break
        words.insert(0, word)
        if word != quoted:
            break
    # `A commune has 9`: an article is no name.
    return "" if len(words) == 1 and words[0].lower() in using.articles else " ".join(words)


def kind_end(term: Term, unit: Unit, text: str) -> int:
    """Where the words end that say of what kind a unit is before its name: `xã biên giới Tân Lập`."""
    kinds = habits(unit.language).unit_kinds
    found = kinds.match(text, term.end + 1) if kinds is not None and text.startswith(" ", term.end) else None
    return term.end if found is None or several(term, unit) else found.end()


def several(term: Term, unit: Unit) -> bool:
    """Whether the word before a unit's says that there are more: `các xã`."""
    return any(one.end + 1 == term.start for one in unit.of("link", "plural"))
