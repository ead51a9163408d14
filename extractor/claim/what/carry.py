"""What a figure takes over from the figures named before it: a ratio's whole, its plan, an item of a list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractor.claim.done.details import opens_details
from extractor.claim.done.statement import MOVES
from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit
from extractor.claim.signs import SEMICOLON
from extractor.claim.what.before import RATE, SAME, Past, by_figure_before, means_last, told
from extractor.claim.what.clauses import Clause, key
from extractor.claim.what.counted import Next, unknown
from extractor.claim.what.indicator import Naming, Surroundings, name, of_topic
from extractor.claim.what.rows import names_next, next_in_row, reaches
from extractor.claim.what.rulebook import INDEX_WORD, NEUTRAL, SCALED, WHO, Rulebook
from extractor.claim.what.shared import LEAST_ITEMS, alone_in_bracket
from extractor.claim.whose.owner import Area
from extractor.records import Comparator, Figure, FigureKind, Statement

REACH = 400
LABEL = 120
# Behind `of` stands within so many letters what a percentage is a share of.
SHARED = 16
# Words of provinces and cities that are counted, and so near behind their number.
COUNTED, NEAR = ("localities", "province_name", "districts"), 24
COUNTED_UNITS = ("locality", "ministry_unit")
# They tell what a rank behind them is in.
RANKED = {FigureKind.PERCENT, FigureKind.RANK}
PASSED_OVER = {FigureKind.COUNT, FigureKind.RANK}
WHOSE = {"place", "scope", "body", "time"}
# So many digits make a value one that is known again, and in which kinds.
EXACT = 3
REPEATED = (FigureKind.PERCENT, FigureKind.MONEY)
ROW = "the next place of a row"


@dataclass(slots=True)
class Latest:
    """The figure before in the sentence, and the last named one of each kind in the paragraph."""

    past: Past | None = None
    named: dict[FigureKind, Past | None] = field(default_factory=dict)
    topic: frozenset[str] = frozenset()
    above: dict[FigureKind, Past | None] = field(default_factory=dict)
    listed: bool = False
    labelled: bool = False
    next_in_row: bool = False
    block: int = -1
    # The index that the last sentence speaks of which names one; none where it names several.
    index: frozenset[str] = frozenset()
    # What the text's exact values measure, by the value and whose it is.
    values: dict[tuple[object, ...], Naming] = field(default_factory=dict)

    def enter(self, unit: Unit, view: Scene, book: Rulebook) -> None:
        """A new sentence ends a ratio, a new paragraph what was named, but for a list of places that goes on there."""
        before = view.units[unit.index - 1] if unit.index and unit.figures else None
        opens = before is not None and _leads(before, unit)
        self.past, self.topic = None, frozenset(map(key, before.terms)) if before and opens else frozenset()
        self.labelled = bool(unit.figures) and _labelled(unit, view.text)
        self.next_in_row = names_next(unit, view.text) if unit.figures or "order" in unit.ids else False
        if spoken := unit.ids & book.indices:
            self.index = spoken if len(spoken) == 1 else frozenset()
        if unit.block != self.block:
            goes_on = (self.listed or self.next_in_row) and unit.block == self.block + 1
            self.above = self.named if unit.block == self.block + 1 else {}
            self.block, self.named = unit.block, self.named if goes_on else {}

    def take(self, clause: Clause, area: Area, naming: Naming) -> None:
        """Keeps what this figure measures for those behind it."""
        self.past = Past(clause.figure, naming)
        self.listed = area.basis == "item" and naming.indicator is not None
        if naming.indicator:
            self.named[clause.figure.kind] = self.past
            if _exact(clause.figure):
                self.values.setdefault(_value(clause.figure, area), naming)

    def name(self, clause: Clause, area: Area, around: Surroundings, book: Rulebook) -> Naming:
        """The figure's indicator by its own words, else by what was named before it."""
        figure, before, naming = clause.figure, self.past, name(clause, around, book)
        if before and (taken := by_figure_before(clause, before, naming, around, book)):
            return taken
        if naming.tied and self.index:
            return of_topic(naming, self.index)
        if naming.reason != "no rule":
            return naming
        if (meant := self.named.get(figure.kind)) and means_last(clause):
            return replace(meant.naming, basis="carried", reason="this figure")
        if row := self._row(figure, around, book):
            return row
        if (again := self.values.get(_value(figure, area))) and _exact(figure) and not told(clause):
            return replace(again, basis="carried", reason="a value told before")
        if before and _holds(clause, before.figure, around) and before.naming.indicator:
            ranked = name(clause, around, book, before.naming.concepts)
            return replace(ranked, reason="the rank that the value before holds")
        if _ranks(clause) and (index := self._index(clause, area, around, book)):
            return name(clause, around, book, index)
        item = area.basis == "item" or _bracketed(figure, around)
        listed = not told(clause) if item else self._goes_on(clause, book)
        carried = self._carried(clause, listed, around)
        named = told(clause) if SAME not in clause.ids else False
        if area.basis != "item" and (named or _fresh(clause)):
            self.named[figure.kind] = None
        return name(clause, around, book, carried) if carried else naming

    def _row(self, figure: Figure, around: Surroundings, book: Rulebook) -> Naming | None:
        """What was counted of the whole or of the place before, where the next place's number has its bare noun; or
        before what it came to."""
        past = self.named.get(figure.kind)
        if past is None or figure.start - past.figure.end > REACH:
            return None
        goes_on = next_in_row(figure, past.figure, around.unit, around.text, past.naming.reason == ROW)
        if not goes_on:
            better = book.table[past.naming.indicator or ""]["higher_is_better"]
            goes_on = reaches(figure, past.figure, better, around.unit, around.text, past.naming.concepts)
        return replace(past.naming, basis="carried", reason=ROW) if goes_on else None

    def _index(self, clause: Clause, area: Area, around: Surroundings, book: Rulebook) -> frozenset[str]:
        """The index of a rank, a score or a move in ranks: the sentence's, or for some the last that was spoken of."""
        figure = clause.figure
        steps = habits(around.unit.language).steps
        far = figure.kind is FigureKind.RANK or area.basis == "item" or figure.unit in steps or _points(clause)
        found = around.index(book.indices, far)
        named = not around.unit.ids.isdisjoint(book.indices)
        return found or (self.index if far and not named else frozenset())

    def _carried(self, clause: Clause, listed: bool, around: Surroundings) -> frozenset[str]:
        """Concepts of the last named figure of the kind, else of the figure before, where only a place is told."""
        figure, before = clause.figure, self.past
        up = SAME in clause.ids or (before is None and RATE in clause.ids)
        above = self.above.get(figure.kind) if up or listed else None
        above = above if up or (above is not None and above.figure.unit == figure.unit) else None
        past = self.named.get(figure.kind, before or above)
        if before is None and SAME in clause.ids and figure.kind is FigureKind.PERCENT:
            # `Revenue reached 9 trillion. The amount was 90% of the plan.`
            named = (*self.named.values(), *self.above.values())
            past = max((one for one in named if one), key=lambda one: one.figure.start, default=None)
        near = past is not None and figure.start - past.figure.end <= REACH
        concepts = past.naming.concepts if past and near else self.topic
        if not concepts or not (listed or _bare(clause)) or _shares(clause, around):
            return frozenset()
        over = PASSED_OVER - {FigureKind.COUNT} if around.statement is Statement.CHANGE else PASSED_OVER
        if before and not (listed or before.naming.indicator or before.figure.kind in over):
            return frozenset()
        chained = before is not None and before.naming.basis == "carried"
        whose = _says_whose(clause, around.unit) or self._under_label(clause, around)
        if not (up or listed or chained or whose or (before is None and _opens(clause, around))):
            return frozenset()
        own = any(term.kind == "statement" for term in clause.own)
        return frozenset(one for one in concepts if not (own and one.startswith("statement:")))

    def _goes_on(self, clause: Clause, book: Rulebook) -> bool:
        """Whether the sentence tells of the next place in a row, in words that name no quantity by themselves."""
        return self.next_in_row and clause.figure.kind not in SCALED and not _names(clause, book)

    def _under_label(self, clause: Clause, around: Surroundings) -> bool:
        """Whether the line names its quantity before a colon, and nothing else stands before the figure."""
        return self.labelled and not unknown(_opened(clause, around), clause.figure.start, around.unit, around.text)


def _holds(clause: Clause, last: Figure, around: Surroundings) -> bool:
    """Whether a rank without words of its own is that of the rate right before it: `Hue 9%, in 46th place`."""
    named = {term.id for term in clause.own if term.kind == "concept"} - NEUTRAL - {INDEX_WORD}
    if clause.figure.kind is not FigureKind.RANK or last.kind not in RANKED or named:
        return False
    parted = SEMICOLON.search(around.text, last.end, clause.figure.start)
    places = [term.end for term in around.unit.within(last.end, clause.figure.start) if term.kind == "place"]
    relative = habits(around.unit.language).relative
    behind = around.text[places[-1] : clause.figure.start].split() if places else []
    return parted is None and (not places or (len(places) == 1 and not relative.isdisjoint(behind)))


def _leads(before: Unit, unit: Unit) -> bool:
    """Whether a sentence only says what the next one tells values of: it has no figures, or only counts provinces.

    In news of one sentence a paragraph the next one may open its own: `Specifically, a rise of 9% is seen in Hue`.
    """
    places = [*before.of("scope", *COUNTED), *before.of("concept", *COUNTED_UNITS)] if before.figures else []
    counted = {one.start for one in before.figures for word in places if 0 < word.start - one.end <= NEAR}
    beside = before.block == unit.block or (habits(unit.language).short_paragraphs and opens_details(unit))
    return beside and all(one.start in counted for one in before.figures)


def _exact(figure: Figure) -> bool:
    """Whether a value is so exact that it hardly is that of two quantities: `9.02%`, `5,432.1 billion`."""
    value = figure.value if isinstance(figure.value, Decimal) else Decimal(0)
    digits = value.normalize().as_tuple()
    return len(digits.digits) >= EXACT and figure.value_max is None and (figure.kind in REPEATED)


def _value(figure: Figure, area: Area) -> tuple[object, ...]:
    return figure.kind, figure.value, figure.unit, area.area, area.body


def _bracketed(figure: Figure, around: Surroundings) -> bool:
    """Whether a list of shares goes on, each in a bracket behind whose it is: `Sở Y tế (90%), Sở Tài chính (80%)`.

    What begins with a small letter is no name but a kind of thing, which is measured by itself: `giày da (90%)`.
    """
    alike = [one for one in around.unit.figures if one.kind is figure.kind and alone_in_bracket(one, around.text)]
    start = max(around.text.rfind(sign, around.unit.start, figure.start) for sign in ",;:،؛")
    words = around.text[max(start + 1, around.unit.start) : figure.start].split()[start < 0 :]
    kinds = any(word[0].islower() for word in words) and not any(word[0].isupper() for word in words)
    return figure.kind is FigureKind.PERCENT and figure in alike and len(alike) >= LEAST_ITEMS and not kinds


def _labelled(unit: Unit, text: str) -> bool:
    """Whether a colon ends the first words of a sentence, before any figure: `FDI: plan 4, reached 5`."""
    return text.find(":", unit.start, min(unit.figures[0].start, unit.start + LABEL)) >= 0


def _opens(clause: Clause, around: Surroundings) -> bool:
    """Whether the sentence begins with the figure's verb, so that its subject is that of the sentence before: `Up 9%`,
    `Specifically, an increase of 9%`."""
    unit, start = around.unit, clause.figure.start
    verbs = [*unit.of("statement"), *unit.of("status")]
    led = [word.end + 2 for word in unit.of("link", "specifically") if word.start == unit.start]
    opened = led[0] if led else unit.start
    return any(term.start == opened and term.end <= start for term in verbs) and not unknown(
        opened, start, unit, around.text
    )


def _opened(clause: Clause, around: Surroundings) -> int:
    """Where the figure's part of its sentence begins: behind the last comma, semicolon or colon."""
    start = max(around.text.rfind(sign, around.unit.start, clause.figure.start) for sign in ",;:،؛")
    return max(start, around.unit.start)


def _bare(clause: Clause) -> bool:
    """Whether no word at all tells what is measured, and none begins another subject."""
    return clause.follows is Next.ELIDED and not (clause.part or _fresh(clause) or told(clause))


def _shares(clause: Clause, around: Surroundings) -> bool:
    """Whether a percentage is a share of something that is named behind it: `63% of schools meeting the standard`."""
    figure, unit = clause.figure, around.unit
    following = around.text[figure.end : min(unit.end, figure.end + SHARED)].split()[:2]
    owned = len(following) == 2 and following[0] in habits(unit.language).owners
    if figure.kind is not FigureKind.PERCENT or not owned:
        return False
    near = [*unit.of("statement"), *unit.of("place")]
    return not any(figure.end < term.start <= figure.end + SHARED for term in near)


def _ranks(clause: Clause) -> bool:
    """Whether a rank, a score or the places that were gained say nothing of what they are in."""
    kind, elided = clause.figure.kind, clause.follows is Next.ELIDED
    moved = any(term.kind == "statement" and term.id in MOVES for term in clause.own)
    top = clause.figure.comparator is Comparator.AT_MOST  # `one of the best, in the top five`
    return not (told(clause) or (_fresh(clause) and not top)) and (
        kind in SCALED or _points(clause) or (kind is FigureKind.COUNT and elided and moved)
    )


def _points(clause: Clause) -> bool:
    """Whether a number is one of points that are left out: a fraction that counts nothing, `(75,09)`."""
    figure, value = clause.figure, clause.figure.value
    bare = figure.kind is FigureKind.COUNT and figure.unit is None and clause.follows is Next.ELIDED
    return bare and isinstance(value, Decimal) and value != value.to_integral_value()


def _fresh(clause: Clause) -> bool:
    return clause.fresh and SAME not in clause.ids


def _names(clause: Clause, book: Rulebook) -> bool:
    """Whether its words name a quantity by themselves: with `doanh thu` alone a row of tourism revenues goes on."""
    heads = book.heads.get(clause.figure.kind, frozenset())
    return not clause.ids.isdisjoint(heads | book.others)


def _says_whose(clause: Clause, unit: Unit) -> bool:
    """Whether a place, a body or a day stands between the figure before and this one, or `this figure`."""
    figure = clause.figure
    start = max(
        (other.end for other in unit.figures if other.end <= figure.start and other.kind is not FigureKind.RANK),
        default=unit.start,
    )
    if any(start <= other.start < figure.start for other in unit.others):
        return True
    whose = (term.start for term in unit.terms if term.kind in WHOSE or term.id in WHO)
    return any(start <= one < figure.start for one in whose)
