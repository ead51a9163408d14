"""Lines of a plain text that were only broken to fit a width: the sentence goes on in the next one."""

from __future__ import annotations

from itertools import pairwise

# A shorter line was not broken to fit.
WIDTH = 40
ENDS = '.!?…:;۔؟"”»'


def wraps(line: str, following: str) -> bool:
    """Whether the next line goes on with the sentence: a long line without an end, and a small letter behind it."""
    line, following = line.rstrip(), following.lstrip()
    return len(line) >= WIDTH and line[-1] not in ENDS and following[:1].islower()


def unwrapped(text: str) -> str:
    """The text with a space for each line end that only wraps, so that every sign keeps its place."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    kept = [line + (" " if wraps(line, after) else "\n") for line, after in pairwise(lines)]
    return "".join([*kept, lines[-1]])
