"""Sentence spans: a line end, or a full stop that no abbreviation or number explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Nothing is tried twice: a row of stops is taken whole, from its first one; and each try begins with a sign, so that
# the search goes from one to the next. A stop between a small letter, a number or a percentage and a capital has lost
# its space.
END = re.compile(
    r"[.!?…۔؟\n](?:(?<=\n)|(?<![.!?…۔؟].)[.!?…۔؟]*+[\"'”’»)\]]*+(?=\s)"
    r"|(?:(?<=[^\W\d_]{2}\.)|(?<=\d\d\.)|(?<=\d%\.))(?=[^\W\d_a-z][^\W\d_]))"
)
BLANK = re.compile(r"\s")


def sentences(text: str, abbreviations: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences without the white space around them; abbreviations are in lower case without the stop."""
    spans = []
    start = 0
    for match in END.finditer(text):
        if text[match.start()] == "." and not _ends(text, start, match, abbreviations):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return tuple(span for span in (_trim(text, *span) for span in spans) if span[0] < span[1])


def pieces(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Spans that make up the text, each cut behind a line, a sentence or a word: larger than size where none ends."""
    start = 0
    while len(text) - start > size:
        cuts = (text.rfind(mark, start, start + size) + len(mark) for mark in ("\n", ". ", "۔ ", " "))
        end = next((cut for cut in cuts if cut > start + size // 2), 0)
        if not end:
            blank = BLANK.search(text, start + size)
            end = blank.end() if blank else len(text)
        yield start, end
        start = end
    yield start, len(text)


def _ends(text: str, start: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether this full stop ends a sentence: not after an abbreviation or an initial, not before a small letter."""
    word = text[max(start, match.start() - 12) : match.start()].rsplit(" ", 1)[-1].lower().lstrip("(\"'“")
    if word in abbreviations or (len(word) == 1 and word.isalpha()):
        return False
    following = text[match.end() : match.end() + 2].strip()
    if len(following) == 2:
        before = text[match.start() - 2 : match.start()]
        return following.istitle() and (before.islower() or not before[0].isalpha())
    return not (following and following[0].islower())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
