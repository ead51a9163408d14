"""The outline of a text: under which headings and lead-ins the items of its lists stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.claim.scene import Unit

BULLETS = dict.fromkeys("-–—", "-") | {sign: sign for sign in "+*•·●▪■◦○❖➢➤✓"}
NUMBER = re.compile(r"(\(?)(?:(\d{1,2}(?:\.\d{1,2}){0,3})|([a-zđ])|[IVX]{1,5})([.)/])(?![\d%])")
# The heading of a list is no longer than this, counts nothing and ends in no sign of a sentence.
LONGEST = 120
ENDS = tuple(".;,!?…۔؛،")
GOES_ON = (";", "؛")
BREAKS = (",", "،")
# A sentence of so few words only opens what is listed behind it: `For example,`.
BARE = 3
# The number of an item within a paragraph, and of the first.
ITEM = re.compile(r"\((\d{1,2})\)")
FIRST = "(1)"
# A list is open: the sign of its items and the sentence that opens it.
Open = tuple[str, "Unit"]


def outline(units: Sequence[Unit], text: str) -> dict[int, tuple[Unit, ...]]:
    """By block, the sentences that open the lists it stands in, the innermost first; blocks in no list are left out.

    Items of a list begin with the same kind of sign (`-`, `1.`, `a)`), or each ends in a semicolon.
    """
    found: dict[int, tuple[Unit, ...]] = {}
    stack: list[Open] = []
    sign = ""
    block: list[Unit] = []
    for number, group in groupby(units, key=lambda unit: unit.block):
        before, earlier = sign, block
        block = list(group)
        sign = _sign(text, block[0])
        opens = bool(earlier) and not block[0].head_spans and _opens(before, earlier, sign, text)
        stack = _within(sign, stack, _head(earlier, text) if opens else None, _end(earlier, text))
        if stack:
            found[number] = tuple(head for _, head in reversed(stack))
    return found


def numbered(units: Sequence[Unit], text: str) -> dict[int, Unit]:
    """By sentence, the one that opens the numbers `(1) … (2) …` within paragraphs, of which it is an item."""
    found: dict[int, Unit] = {}
    head, last = None, 0
    for place, unit in enumerate(units if FIRST in text else ()):
        numbers = [int(one[1]) for one in ITEM.finditer(text, unit.start, unit.end)]
        opens = text.startswith("(", unit.start) and bool(numbers)
        if 1 in numbers:
            # What stands before the first number opens the list, be it a sentence or the one before.
            head = units[place - 1] if opens and place else unit
            last = max(numbers)
        elif head is not None and numbers and opens and last < numbers[0] <= last + 1:
            last = max(numbers)
        elif head is None or unit.block != units[place - 1].block or opens:
            head = None
        if head is not None and head is not unit:
            found[unit.index] = head
    return found


def _within(sign: str, stack: list[Open], head: Unit | None, ended: str) -> list[Open]:
    """The lists that a block with this sign stands in, behind a block that may open one."""
    depth = next((place + 1 for place, (one, _) in enumerate(stack) if one == sign), 0) if sign else 0
    if depth:
        return stack[:depth]
    if head is not None:
        return [*stack, (sign, head)]
    if sign:
        # A bullet of another kind is a part of the item before; a number begins something new.
        return stack if sign in BULLETS.values() and stack and stack[-1][0] else []
    return stack if stack and not stack[-1][0] and ended.endswith(GOES_ON) else []


def _sign(text: str, unit: Unit) -> str:
    """The kind of sign that a block begins with: a bullet, or how its number is written."""
    if unit.head_spans:
        return ""
    if bullet := BULLETS.get(text[unit.start]):
        return bullet
    number = NUMBER.match(text, unit.start)
    if number is None:
        return ""
    kind = "1" + ".1" * number[2].count(".") if number[2] else "a" if number[3] else "I"
    return number[1] + kind + number[4]


def _end(block: Sequence[Unit], text: str) -> str:
    return text[block[0].start : block[-1].end].rstrip() if block else ""


def _head(block: Sequence[Unit], text: str) -> Unit:
    """The sentence that opens a list: the last of its block, or the one before where that says nothing: `Cụ thể:`."""
    last = block[-1]
    bare = len(text[last.start : last.end].split()) <= BARE and not (last.figures or last.others or last.of("status"))
    return block[-2] if bare and len(block) > 1 else last


def _opens(sign: str, block: Sequence[Unit], item: str, text: str) -> bool:
    """Whether a block opens a list: it ends in a colon, breaks off before a bullet, or is a short line that counts
    nothing, with a number or before a bullet."""
    said = _end(block, text)
    if said.endswith(":") or (said.endswith(BREAKS) and item in BULLETS.values()):
        return True
    headed = (sign and sign not in BULLETS.values()) or block[0].kind == "heading"
    # Below the title a line without a sign opens numbers too: `CÁC CHỈ TIÊU CHỦ YẾU`, `1. …`.
    headed = headed or (not sign and (item in BULLETS.values() or (item != "" and block[0].index > 0)))
    boxed = text.rfind("(", block[0].start, block[-1].end) if said.endswith(")") else block[-1].end
    counts = any(figure.start < boxed for unit in block for figure in unit.figures)
    return bool(headed) and len(said) <= LONGEST and not counts and not said.endswith(ENDS)
