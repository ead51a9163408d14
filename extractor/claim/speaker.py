"""Who said it, with the role: `Bà Nguyễn Thị Hoa, Giám đốc Sở Y tế`, from the words beside a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.claim.habits import habits
from extractor.claim.scene import Unit
from extractor.records import Term

LONGEST = 160
COMMAS = ",،"
STOPS = ';:.؛۔“”"\n'
EDGES = ' ,،:–-"“”'
VERBS = ("status", "statement", "time")
Span = tuple[int, int]


def speaker(unit: Unit, text: str) -> str | None:
    """The words that name who says the sentence, as written; None where nobody is named."""
    said, sources = unit.of("link", "said"), unit.of("link", "source")
    if not said and not sources:
        return None
    heads = sorted(
        [*unit.of("link", "person", "office"), *unit.of("body"), *unit.of("scope", "province_body")],
        key=lambda term: term.start,
    )
    for term in said:
        if found := _before(term.start, heads, unit, text):
            return found
    for term in sources:
        behind = habits(unit.language).source_side == "before"
        if found := _after(term.end, heads, unit, text) if behind else _before(term.start, heads, unit, text):
            return found
    return None


def _before(end: int, heads: Sequence[Term], unit: Unit, text: str) -> str | None:
    """The parts between commas that lead up to a verb of saying, as far as they are names, roles and bodies."""
    agents = [term.start for term in unit.of("link", "agent") if term.start < end]
    end = agents[0] if agents else end
    start = max(unit.start, end - LONGEST, *(text.rfind(sign, unit.start, end) + 1 for sign in STOPS))
    parts = _parts(start, end, text)
    named: list[Span] = []
    for number, part in enumerate(reversed(parts)):
        opened = _opening(part, heads, text, last=number == 0, first=part[0] == unit.start)
        if opened is None:
            break
        named.insert(0, (opened, part[1]))
        if opened != part[0]:
            break
    return _said(named, heads, text)


def _after(start: int, heads: Sequence[Term], unit: Unit, text: str) -> str | None:
    """The parts between commas behind `according to`, as far as they are names, roles and bodies."""
    end = min(unit.end, start + LONGEST)
    stops = [at for at in (text.find(sign, start, end) for sign in STOPS) if at >= 0]
    verbs = [term.start for kind in VERBS for term in unit.of(kind) if start < term.start]
    verbs += [term.start for term in unit.of("link", "said") if start < term.start]
    figures = [one.start for one in (*unit.figures, *unit.others) if one.start >= start]
    named: list[Span] = []
    for part in _parts(start, min([end, *stops, *verbs, *figures]), text):
        if _opening(part, heads, text) is None:
            break
        named.append(part)
    return _said(named, heads, text)


def _parts(start: int, end: int, text: str) -> list[Span]:
    """The stretches between commas, without the space around them."""
    edges = [start, *(at + 1 for at in range(start, end) if text[at] in COMMAS), end + 1]
    found = []
    for first, last in pairwise(edges):
        words = text[first : last - 1]
        found.append((first + len(words) - len(words.lstrip()), last - 1 - len(words) + len(words.rstrip())))
    return [part for part in found if part[0] < part[1]]


def _opening(part: Span, heads: Sequence[Term], text: str, *, last: bool = False, first: bool = True) -> int | None:
    """Where a name, a role or a body begins in a part: at its start, or in the last part at its first head, too. A
    capital says that a name begins where it is not the first part of the sentence."""
    inside = [term.start for term in heads if part[0] <= term.start < part[1]]
    covered = any(term.start <= part[0] < term.end for term in heads)
    if covered or _is_name(text[part[0] : part[1]]):
        return part[0]
    if not last or not inside:
        return None
    return part[0] if text[part[0]].isupper() and not first else inside[0]


def _is_name(words: str) -> bool:
    """Whether nearly every word has a capital, and none a digit: a person's name, or the rest of a body's."""
    split = words.split()
    capitals = sum(word[0].isupper() for word in split)
    return split[0][0].isupper() and 2 * capitals > len(split) > 1 and not any(sign.isdigit() for sign in words)


def _said(named: Sequence[Span], heads: Sequence[Term], text: str) -> str | None:
    """The parts as one stretch; None for a pronoun or a verb's own subject that names nobody."""
    if not named or not any(named[0][0] <= term.start < named[-1][1] for term in heads):
        return None
    words = text[named[0][0] : named[-1][1]].strip(EDGES)
    return words if len(words.split()) > 1 else None
