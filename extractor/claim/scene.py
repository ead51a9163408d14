"""An article as claims see it: sentences with their figures and the words that count, blocks with their headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple
from urllib.parse import unquote, urlsplit

from extractor.claim.habits import habits
from extractor.claim.outline import numbered, outline
from extractor.claim.visible import visible
from extractor.normal import unmarked
from extractor.records import QUANTITIES, Article, Block, Figure, FigureKind, Reading, Term

TABLE = 12
ABOVE = 3
LONGEST = 3000
CONGRESS, ORDINAL_REACH = ("congress", "session"), 40
LONGEST_ADDRESS = 300
# A title in an address has so many words; the name of a paper's section has fewer.
TITLE_WORDS = 4
# Words that open a sentence about parts or single items of what was told.
PARTS = ("of_which", "parts", "in_detail")
Placed = TypeVar("Placed")
Fact = TypeVar("Fact")
Given = TypeVarTuple("Given")
HEADINGS = {"title", "lead", "heading"}
# Words of status about what has not happened yet.
WISHES = ("target", "future", "forecast")
# Words that name goals in the heading of a list; the second, what was measured where results are told before it.
GOALS = ("goals", "indicators")
# Words for a plan or an estimate that something is measured by.
PLANS = ("plan", "estimate_plan")
# Words of statement that say how something moved.
MOVED = ("up", "down")


@dataclass(slots=True)
class Unit:
    """One sentence: its quantities, its other figures (dates, documents), its terms, and those of its table heads."""

    index: int
    start: int
    end: int
    block: int
    # The number of the block's first sentence.
    first: int
    kind: str
    language: str
    figures: tuple[Figure, ...]
    others: tuple[Figure, ...]
    terms: Sequence[Term]
    heads: tuple[Term, ...] = ()
    head_figures: tuple[Figure, ...] = ()
    head_spans: tuple[tuple[int, int], ...] = ()
    starts: Sequence[int] = ()
    kinds: Mapping[str, Sequence[Term]] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()
    address: tuple[str, ...] = ()
    # What `once` keeps.
    facts: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def goes_on(self) -> bool:
        """Whether the sentence opens with `of which`: it goes on with what was told before.

        `Trong số 9 huyện` names a whole of its own.
        """
        opens = () if self.ids.isdisjoint(PARTS) else self.of("link", *PARTS)
        if not opens or opens[0].start - self.start > 1:
            return False
        whole = any(word.start == opens[0].start for word in self.of("link", "whole"))
        return not (whole and self.figures and 0 <= self.figures[0].start - opens[0].end <= 1)

    def of(self, kind: str, *ids: str) -> Sequence[Term]:
        """The terms of a kind, all of them or those with these ids, in the order of the text."""
        if not ids:
            return self.kinds.get(kind, ())
        # Most words that are asked for stand in no term of the sentence at all.
        return () if self.ids.isdisjoint(ids) else [term for term in self.kinds.get(kind, ()) if term.id in ids]

    def within(self, start: int, end: int) -> Sequence[Term]:
        """The terms that begin between two places of the text."""
        return _between(self.terms, self.starts, start, end)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article's sentences in order; `text` is the article's."""

    article: Article
    text: str
    units: tuple[Unit, ...]
    outline: Mapping[int, Sequence[Unit]] = field(default_factory=dict)
    numbered: Mapping[int, Unit] = field(default_factory=dict)

    def heads(self, unit: Unit) -> Sequence[Unit]:
        """The sentences that open the lists in which the sentence and its block stand, the innermost first."""
        above = self.outline.get(unit.block, ())
        return (self.numbered[unit.index], *above) if unit.index in self.numbered else above

    def before(self, unit: Unit) -> list[Unit]:
        """The earlier sentences of the same block, nearest first."""
        first = max(unit.first, unit.index - 8)
        return list(reversed(self.units[first : unit.index]))

    def above(self, unit: Unit) -> Sequence[Unit]:
        """The last sentences above the block."""
        first = bisect_left(self.units, unit.block, key=lambda one: one.block)
        return self.units[max(0, first - ABOVE) : first]

    def table(self, unit: Unit) -> list[Unit]:
        """The neighbouring cells of the same table, for what its other heads say."""
        if not unit.head_spans:
            return []
        near = self.units[max(0, unit.index - TABLE) : unit.index + TABLE]
        return [other for other in near if other.kind == unit.kind and other.head_spans]

    def lead_in(self, unit: Unit) -> Unit | None:
        """The sentence just before this block, where it ends in a colon and so opens a list."""
        first = unit.index - len(self.before(unit))
        earlier = self.units[first - 1] if first > 0 else None
        if earlier is None or not self.text[earlier.start : earlier.end].rstrip().endswith(":"):
            return None
        return earlier

    def heading(self, unit: Unit) -> Unit | None:
        """The heading or title that the block stands under, at most 40 sentences up."""
        for index in range(unit.index - 1, max(-1, unit.index - 41), -1):
            if self.units[index].kind in ("heading", "title"):
                return self.units[index]
        return None


TAIL = 9
# How a title may end: with no stop, though a bracket or a quotation may close it.
ENDS = re.compile(r"[^\W_]%?[)\"”’»]*\s*\Z")


def is_headline(unit: Unit, text: str) -> bool:
    """Whether a sentence is a title or heading, or ends like one: with no stop."""
    return unit.kind in HEADINGS or ENDS.search(text[max(unit.start, unit.end - TAIL) : unit.end]) is not None


def once(work: Callable[[Unit, *Given], Fact]) -> Callable[[Unit, *Given], Fact]:
    """A fact of a sentence that is the same for all its figures: worked out when first asked for, kept in the unit.

    What else is given must be the same whenever it is asked of that unit: the article's text, its scene, the rules.
    """

    @wraps(work)
    def kept(unit: Unit, *given: *Given) -> Fact:
        facts: dict[Any, Fact] = unit.facts
        if work in facts:
            return facts[work]
        found = facts[work] = work(unit, *given)
        return found

    return kept


@once
def of_picture(unit: Unit, view: Scene) -> bool:
    """Whether a sentence is a picture's caption, which the paragraphs around it do not go on about."""
    for one in view.units[unit.index : unit.index + 2]:
        if "credit" in one.ids and one.block == unit.block and one.of("link", "credit"):
            return True
    # A line without an end that begins with an article: `A tea field in the province of Huế`.
    articles, ends = habits(unit.language).articles, view.text[unit.start] + view.text[unit.end - 1]
    if not articles or unit.figures or not (ends[0].isupper() and ends[1].isalpha()):
        return False
    return view.text[unit.start : unit.end].split(maxsplit=1)[0].lower() in articles


def scene(article: Article, reading: Reading) -> Scene:
    """Sorts a reading into sentences; linear in the text."""
    blocks = article.blocks or (Block("paragraph", 0, len(article.text)),)
    starts = [block.start for block in blocks]
    terms = visible(reading.terms, article.text, reading.language)
    term_starts = [term.start for term in terms]
    every = reading.dated or reading.figures
    figure_starts = [figure.start for figure in every]
    units: list[Unit] = []
    address = address_words(article.url)
    for start, end in _pieces(reading.sentences):
        number = max(0, bisect_right(starts, start) - 1)
        block = blocks[number]
        figures = every[bisect_left(figure_starts, start) : bisect_left(figure_starts, end)]
        here = slice(bisect_left(term_starts, start), bisect_left(term_starts, end))
        inside = terms[here]
        heads = tuple(t for a, b in block.heads for t in _between(terms, term_starts, a, b)) if block.heads else ()
        units.append(
            Unit(
                index=len(units),
                start=start,
                end=end,
                block=number,
                first=units[-1].first if units and units[-1].block == number else len(units),
                kind=block.kind,
                language=block.language or reading.language,
                figures=_told(figures, inside) if figures else (),
                others=tuple([figure for figure in figures if figure.kind not in QUANTITIES]) if figures else (),
                terms=inside,
                starts=term_starts[here],
                heads=heads,
                head_figures=tuple(f for a, b in block.heads for f in _between(every, figure_starts, a, b))
                if block.heads
                else (),
                head_spans=block.heads,
                kinds=_by_kind(inside) if inside else {},
                ids=frozenset([term.id for term in inside]),
                address=address,
            )
        )
    return Scene(article, article.text, tuple(units), outline(units, article.text), numbered(units, article.text))


def _told(figures: Sequence[Figure], terms: Sequence[Term]) -> tuple[Figure, ...]:
    """The quantities but for ranks that number a congress or a session, which tell nothing: `Đại hội lần thứ I`."""
    near = [term for term in terms if term.id in CONGRESS]
    told = [one for one in figures if one.kind in QUANTITIES]
    return tuple([one for one in told if not (near and one.kind is FigureKind.RANK and _numbers(one, near))])


def _numbers(rank: Figure, congresses: Iterable[Term]) -> bool:
    return any(abs(one.start - rank.end) < ORDINAL_REACH or abs(rank.start - one.end) < 8 for one in congresses)


def address_words(url: str | None) -> tuple[str, ...]:
    """The words of the part of a page's address that holds its title, which often names in Latin letters what the page
    speaks of: the last, or the one before a bare number (`/xa-tan-hoa-thu-9-ty/12345.htm`)."""
    parts = unmarked(unquote(urlsplit(url).path)).rstrip("/")[-LONGEST_ADDRESS:].split("/")[-2:] if url else []
    words = [tuple(word.lower() for word in part.replace("_", "-").split("-") if word.isalpha()) for part in parts]
    if words and not words[-1] and len(words[0]) < TITLE_WORDS:
        return ()  # a section of the paper
    return next((found for found in reversed(words) if found), ())


def _by_kind(terms: Iterable[Term]) -> dict[str, list[Term]]:
    found = defaultdict(list)
    for term in terms:
        found[term.kind].append(term)
    return dict(found)


def _pieces(sentences: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The sentences, overlong ones in pieces, so that work stays linear whatever a page holds."""
    for start, end in sentences:
        for piece in range(start, end, LONGEST):
            yield piece, min(end, piece + LONGEST)


def _between(found: Sequence[Placed], starts: Sequence[int], start: int, end: int) -> Sequence[Placed]:
    return found[bisect_left(starts, start) : bisect_left(starts, end)]
