"""What a figure measures: the most specific rule whose concepts it has; a tie gives none, and the reason is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from extractor.claim import signs
from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit, once
from extractor.claim.what.clauses import Clause, key
from extractor.claim.what.counted import Next
from extractor.claim.what.rulebook import WHO, IndicatorRule, Rulebook
from extractor.records import Figure, FigureKind, Statement

AMOUNTS = {FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE}
MOVED = {Statement.CHANGE, Statement.SHARE_OF_PLAN, Statement.SHARE_OF_LAST_YEAR, Statement.EXCESS_OVER_PLAN}

# Where a topic may stand, the nearest first.
PLACES: Mapping[str, Callable[[Scene, Unit], Sequence[Unit | None]]] = {
    "sentence": lambda _, unit: [unit],
    "table": lambda view, unit: view.table(unit),
    "paragraph": lambda view, unit: view.before(unit)[:3],
    "lead_in": lambda view, unit: [view.lead_in(unit)],
    "above": lambda view, unit: view.above(unit),
    "heading": lambda view, unit: [view.heading(unit)],
    "opening": lambda view, _: view.units[:1],
    "behind": lambda view, unit: view.units[unit.index + 1 : unit.index + 2],
}
LEVELS = tuple(PLACES)
# Only a topic may stand in the sentence behind: a noun that is left out was named before.
NAMED = LEVELS[:-1]
BASES = ("own", *LEVELS)
HERE = {"own", *LEVELS[:3]}
NONE: frozenset[str] = frozenset()
# Its own word says that a share rose, not what it is a share of: `tỷ lệ hồ sơ trực tuyến tăng 2%`.
RATE = "rate"
# What is paid into it is no part of what was named before: `exports reached 9; 2 went to the State budget`.
FUND = frozenset({"budget_name"})
# So many words at most part the counts of a pair: households and people.
PAIR = 4
# Words of a whole area.
WHOLE = ("province", "province_name", "city", "city_name", "nation", "nationwide")


@dataclass(slots=True)
class Match:
    """A rule that a figure meets; `basis` says where the topic stands: own, sentence, paragraph, lead_in, heading."""

    rule: IndicatorRule
    basis: str
    weight: int


@dataclass(slots=True)
class Naming:
    """The indicator of a figure, or none, with every rule that was met and what decided."""

    indicator: str | None
    rule: str
    basis: str
    matches: tuple[Match, ...]
    reason: str
    concepts: frozenset[str] = frozenset()

    @property
    def tied(self) -> bool:
        """Whether several rules fit equally well, so that none was taken."""
        return self.indicator is None and bool(self.matches)


class Surroundings:
    """Concepts of the sentence and of what stands above it, looked up only when a rule asks for them."""

    def __init__(self, view: Scene, unit: Unit) -> None:
        self._view, self.unit, self.text = view, unit, view.text
        self.statement = Statement.LEVEL
        self._levels: dict[str, frozenset[str]] = {}

    def said(self, statement: Statement) -> Surroundings:
        """The same surroundings for a figure that says this of its quantity."""
        self.statement = statement
        return self

    def find(self, choice: Sequence[str], far: bool = True) -> str | None:
        """The nearest place up to the sentence that holds one of the concepts; only the sentence unless `far`."""
        return self._first(NAMED if far else NAMED[:1], choice)

    def holds(self, concepts: frozenset[str], end: int, placed: bool = False) -> bool:
        """Whether the sentence names one of the concepts before that, `placed`: behind the last place before it."""
        places = [term.end for term in self.unit.of("place") if term.end <= end] if placed else []
        start = places[-1] if places else self.unit.start
        return any(term.id in concepts and start <= term.start and term.end <= end for term in self.unit.of("concept"))

    def topic(self, choice: Sequence[str]) -> str | None:
        """The nearest place that holds one of the concepts, the next sentence last of all."""
        return self._first(LEVELS, choice)

    def _first(self, levels: Sequence[str], choice: Sequence[str]) -> str | None:
        return next((level for level in levels if not self._at(level).isdisjoint(choice)), None)

    def about(self, concepts: frozenset[str]) -> bool:
        """Whether the text opens with one of the concepts, and the sentence names no place that it tells of instead."""
        if self._at("opening").isdisjoint(concepts):
            return False
        placed = self.unit.of("place") or self.unit.of("scope", *WHOLE)
        return not placed or not self._at("sentence").isdisjoint(concepts)

    def index(self, indices: frozenset[str], far: bool) -> frozenset[str]:
        """The one index that the sentence names; if `far`, that of the lines before, or of the article's beginning."""
        for level in ("sentence", "paragraph", "opening") if far else ("sentence",):
            if spoken := self._at(level) & indices:
                return spoken if len(spoken) == 1 else frozenset()
        return frozenset()

    def _at(self, level: str) -> frozenset[str]:
        if level not in self._levels:
            units = PLACES[level](self._view, self.unit)
            self._levels[level] = NONE.union(*(_concepts(unit) for unit in units if unit is not None))
        return self._levels[level]


@once
def _concepts(unit: Unit) -> frozenset[str]:
    """Ids of all words of a sentence and of the heads of its cell."""
    return frozenset(map(key, (*unit.terms, *unit.heads)))


def name(clause: Clause, around: Surroundings, book: Rulebook, carried: frozenset[str] = frozenset()) -> Naming:
    """The indicator of one figure: by its own concepts, else by those it takes over from the figures before."""
    own = clause.ids | clause.noun
    if found := _matches(clause, own, around, book):
        return _decide(found, "own", own)
    basis = "own"
    passed = own & (book.heads.get(clause.figure.kind, NONE) | FUND) | _named_before(clause, book)
    taken = [frozenset(map(key, terms)) for terms in clause.inherited]
    for source, concepts in [*(("before", one) for one in taken), ("carried", carried)]:
        if found or not concepts or not clause.ids.isdisjoint(book.others):
            continue
        own, basis = own | concepts, source
        found = [match for match in _matches(clause, own, around, book) if not passed or passed <= match.rule.uses]
        if not concepts.isdisjoint(book.others):
            break
    return _decide(found, basis, own)


def of_topic(naming: Naming, topic: frozenset[str]) -> Naming:
    """A tie decided by what was spoken of last, where one of its rules asks for that."""
    spoken = [match for match in naming.matches if any(map(topic.intersection, match.rule.topic))]
    return _decide(spoken, "own", naming.concepts) if spoken else naming


def _named_before(clause: Clause, book: Rulebook) -> frozenset[str]:
    """What can be counted and stands before a figure in its own part of the sentence: the figure speaks of it."""
    if clause.like:
        return NONE
    before = [term.id for term in clause.own if term.kind == "concept" and term.end <= clause.figure.start]
    named = clause.near.intersection(before) & book.nouns
    return named - WHO if clause.figure.kind is FigureKind.PERCENT else named


def _matches(clause: Clause, concepts: frozenset[str], around: Surroundings, book: Rulebook) -> list[Match]:
    rules = dict.fromkeys([rule for concept in sorted(concepts) for rule in book.by_concept.get(concept, ())])
    named = clause.named
    return [match for rule in rules if (match := _match(rule, clause, concepts, named, around))]


def _match(
    rule: IndicatorRule, clause: Clause, concepts: frozenset[str], named: frozenset[str], around: Surroundings
) -> Match | None:
    figure = clause.figure
    points = figure.kind is FigureKind.PERCENT and figure.unit not in (None, "%")
    said = Statement.LEVEL if points else around.statement
    kind = _kind(clause, rule, said, habits(around.unit.language).year)
    rate_rose = said is Statement.CHANGE and kind is FigureKind.PERCENT and RATE in clause.near
    told = kind in rule.kinds if rate_rose else said in rule.statements
    if not told or not _fits(rule, kind, said, points) or any(map(concepts.isdisjoint, rule.needs)):
        return None
    # A bare word (the growth rate) is of whatever else its clause names, also behind a comma.
    # What is only said of it (a share of a plan) names nothing.
    near = clause.near if not rule.alone and not all(map(named.isdisjoint, rule.needs)) else concepts
    if not rule.forbids.isdisjoint(near) or (rule.alone and not rule.forbids.isdisjoint(_led(clause, around))):
        return None
    if figure.kind is FigureKind.COUNT and FigureKind.RANK in rule.kinds and clause.follows is not Next.ELIDED:
        return None
    if (not rule.ratio and figure.denominator is not None) or (rule.alone and clause.goes_on):
        return None
    if (rule.units and clause.measured not in rule.units) or (rule.not_about and around.about(rule.not_about)):
        return None
    bases = [_counted(rule, clause, concepts, around, far=kind in rule.kinds)] if rule.noun else []
    for choice in rule.topic:
        bases.append("own" if not concepts.isdisjoint(choice) else around.topic(choice))
    if None in bases:
        return None
    # What other sentences speak of says nothing of this one, where it speaks of something else.
    if not HERE.issuperset(bases) and around.holds(rule.forbids, figure.start):
        return None
    # Nor is the second of a pair of all where the first is of a part: `đồng bào Thái có 90 hộ với 400 nhân khẩu`.
    if rule.alone and _pairs(figure, around) and around.holds(rule.forbids, figure.start, placed=True):
        return None
    basis = max(filter(None, bases), key=BASES.index, default="own") if bases else "own"
    close = bool(rule.needs) and not any(map(clause.near.isdisjoint, rule.needs))
    weight = rule.weight + close
    return Match(rule, basis, weight if kind in rule.kinds else weight - 1)


def _pairs(figure: Figure, around: Surroundings) -> bool:
    """Whether a count right before it is of the same: `90 hộ với 400 nhân khẩu`."""
    last = next((one for one in reversed(around.unit.figures) if one.end <= figure.start), None)
    if last is None or {last.kind, figure.kind} != {FigureKind.COUNT}:
        return False
    gap = around.text[last.end : figure.start]
    return len(gap.split()) <= PAIR and not signs.SEMICOLON.search(gap)


def _led(clause: Clause, around: Surroundings) -> frozenset[str]:
    """The concepts of the figure before, where a phrase goes on about what that one is: `, with a growth of 9%`."""
    opened = around.text.rfind(", ", around.unit.start, clause.figure.start) if clause.inherited else -1
    led = around.text[opened + 2 : clause.figure.start].split(maxsplit=1)[:1] if opened >= 0 else []
    leads = not habits(around.unit.language).leading.isdisjoint(led)
    return frozenset(map(key, clause.inherited[0])) if leads else NONE


def _kind(clause: Clause, rule: IndicatorRule, said: Statement, years: frozenset[str]) -> FigureKind:
    """What kind of figure a rule sees: growth of 13,4%/năm or of 3 lần is a percentage, interest of 6%/năm a rate; what
    adds up over a year is money by the year too: xuất khẩu đạt 250 triệu USD/năm."""
    figure = clause.figure
    if clause.times:
        return FigureKind.PERCENT
    if rule.summed and figure.kind is FigureKind.RATE and figure.per in years and (figure.unit or "").isupper():
        return FigureKind.MONEY
    grows = rule.yearly or said is Statement.CHANGE
    if figure.kind is FigureKind.RATE and figure.unit == "%" and grows:
        return FigureKind.PERCENT
    return clause.like or figure.kind


def _fits(rule: IndicatorRule, kind: FigureKind, said: Statement, points: bool) -> bool:
    """Whether the rule names such figures; what a quantity grew by, or its share of a plan, is a percentage."""
    moved = kind is FigureKind.PERCENT and said in MOVED and not points
    return kind in rule.kinds or (moved and not rule.kinds.isdisjoint(AMOUNTS))


def _counted(
    rule: IndicatorRule, clause: Clause, concepts: frozenset[str], around: Surroundings, far: bool
) -> str | None:
    """Where the counted noun stands; None when the figure counts something else."""
    if not clause.noun.isdisjoint(rule.noun):
        return "own"
    if clause.figure.kind is FigureKind.COUNT and clause.follows is not Next.ELIDED:
        return None
    if not concepts.isdisjoint(rule.noun):
        return "own"
    return around.find(rule.noun, far=far)


def _decide(matches: list[Match], basis: str, concepts: frozenset[str]) -> Naming:
    if not matches:
        return Naming(None, "", "", (), "no rule", concepts)
    best, top = matches[0].weight, matches
    if len(matches) > 1:
        best = max(match.weight for match in matches)
        top = [match for match in matches if match.weight == best]
        near = min(BASES.index(match.basis) for match in top)
        top = [match for match in top if BASES.index(match.basis) == near]
    names = sorted({match.rule.indicator for match in top})
    if len(names) > 1:
        return Naming(None, "", "", tuple(matches), "tie: " + ", ".join(names), concepts)
    where = top[0].basis if top[0].basis != "own" else basis
    return Naming(names[0], top[0].rule.name, where, tuple(matches), f"{where}: weight {best}", concepts)
