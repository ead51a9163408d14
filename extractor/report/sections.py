"""The sections that come before the evidence: what stands out, tables, checks, what was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import shorten

from extractor.catalog import NATION, areas, indicator, texts
from extractor.compare import derived_shares
from extractor.normal import unmarked
from extractor.records import Article, Claim, Comparison, Finding, Severity
from extractor.report.model import MOST_LEFT, SYMBOLS, Content, Evidence
from extractor.wording import check_name, localise, message, plain

CONFLICTS = ("articles_differ", "two_values", "translation", "falls_over_time")
ORDER = (Severity.SEVERE, Severity.DOUBTFUL, Severity.INFO)
WIDEST = 7
LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads to a figure in the evidence."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding or recomputation."""

    symbol: str
    level: str
    level_name: str
    check: str
    area: str
    sentence: str
    stated: str
    expected: str
    review: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a table: text, number to sort by, anchor of its evidence, what it recomputes to."""

    text: str = ""
    sort: str = ""
    anchor: str = ""
    again: str = ""
    symbol: str = ""
    derived: bool = False
    note: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    name: str
    nation: bool
    cells: tuple[Cell, ...]

    @property
    def as_of(self) -> str:
        """The date that most of the row's cells share."""
        dates = Counter(cell.as_of for cell in self.cells if cell.as_of)
        return max(dates, key=lambda date: (dates[date], date), default="")


@dataclass(frozen=True, slots=True)
class Table:
    """Areas by indicators, or the other way round where there are more indicators than areas."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    by_area: bool

    @property
    def dated(self) -> bool:
        """Whether any row says as of when it holds."""
        return any(row.as_of for row in self.rows)

    @property
    def size(self) -> int:
        """How many indicators it shows."""
        return len(self.heads if self.by_area else self.rows)

    @property
    def alone(self) -> bool:
        """Whether there is only one area, so that nothing stands side by side."""
        return len(self.rows if self.by_area else self.heads) == 1


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """The worst first."""
    return sorted(findings, key=lambda finding: ORDER.index(finding.severity))


def card(finding: Finding, content: Content, evidence: Evidence) -> Card:
    """A finding in words, with links to its figures, one for each article."""
    level = finding.detail.get("outcome") or finding.severity.value
    first: dict[str | None, Claim] = {}
    for claim in finding.claims:
        first.setdefault(claim.article_id, claim)
    links = []
    for claim in first.values():
        source = content.source(claim)
        links.append(Link(evidence.anchor(claim), source_name(source) if source else ""))
    return Card(
        symbol=SYMBOLS[level],
        level=level,
        level_name=str(texts(content.language)["outcome"][level]),
        check=check_name(finding.kind, content.language),
        area=content.whose(finding.claims[0]) if finding.claims else "",
        sentence=message(finding, content.language).replace(" %", "\u00a0%") if level != "holds" else "",
        stated=localise(finding.stated, content.language).replace(" %", "\u00a0%"),
        expected=localise(finding.expected, content.language).replace(" %", "\u00a0%"),
        review=str(texts(content.language)["review"].get(finding.detail.get("review", ""), "")),
        links=tuple(links),
    )


def source_name(article: Article) -> str:
    """The publisher, else the first words of the title."""
    return article.publisher or shorten(article.title, LONGEST_NAME, placeholder=" …")


def place(claim: Claim) -> tuple[str | None, int]:
    """The article and offset that tell a claim's figure from any other."""
    return claim.article_id, claim.figure.start


@dataclass(frozen=True, slots=True)
class Again:
    """What a stated share recomputes to, with ✓, ✗ or ?."""

    text: str = ""
    symbol: str = ""
    value: Decimal | None = None


def recomputed_shares(content: Content) -> dict[tuple[str | None, int], Again]:
    """What each stated share recomputes to, by the place of its figure."""
    found = {}
    for finding in (*content.options.recomputed, *content.findings):
        if finding.kind == "percent_ratio" and "computed" in finding.detail:
            share = next((claim for claim in finding.claims if claim.figure.unit == "%"), None)
            if share:
                level = finding.detail.get("outcome") or finding.severity.value
                computed = finding.detail["computed"]
                text = f"{localise(computed, content.language)} %"
                found[place(share)] = Again(text, SYMBOLS[level], Decimal(computed))
    return found


def tables(content: Content, evidence: Evidence, shares: Shares) -> list[Table]:
    """One table, or several of at most seven columns, for each topic and programme."""
    grouped: dict[tuple[str, str | None], list[Comparison]] = defaultdict(list)
    for comparison in content.comparisons:
        if comparison.claims:
            grouped[(indicator(comparison.indicator).topic, comparison.programme)].append(comparison)
    builder = TableBuilder(content, evidence, shares)
    many = {key: len({claim.area for one in members for claim in one.claims}) for key, members in grouped.items()}
    order = sorted(grouped, key=lambda key: (-many[key], key[1] is None, key[0], key[1] or ""))
    return [table for key in order for table in builder.tables(key, grouped[key])]


class Shares:
    """What shares recompute to, and those that only follow from counts; worked out once for a report."""

    def __init__(self, content: Content) -> None:
        self.again = recomputed_shares(content)
        self.derived: dict[tuple[str, str | None], dict[str | None, tuple[Decimal, Claim]]] = defaultdict(dict)
        for (name, programme, area), found in derived_shares(content.comparisons).items():
            self.derived[(name, programme)][area] = found


class TableBuilder:
    """Builds tables of one report."""

    def __init__(self, content: Content, evidence: Evidence, shares: Shares) -> None:
        self.content, self.evidence, self.shares = content, evidence, shares

    def tables(self, key: tuple[str, str | None], comparisons: Sequence[Comparison]) -> list[Table]:
        """The tables of one topic and programme."""
        topics = texts(self.content.language)["topic"]
        others = {c.programme for c in self.content.comparisons if indicator(c.indicator).topic == key[0]} - {None}
        unnamed = str(texts(self.content.language)["report"]["no_programme"]) if others else ""
        caption = " · ".join(filter(None, (str(topics.get(key[0], key[0])), key[1] or unnamed)))
        named = {claim.area for comparison in comparisons for claim in comparison.claims}
        order = sorted(named, key=lambda area: (area == NATION, unmarked(self.content.area(area))))
        if len(order) < len(comparisons) and len(order) < WIDEST:
            return [self.by_indicator(caption, comparisons, order)]
        parts = [comparisons[i : i + WIDEST] for i in range(0, len(comparisons), WIDEST)]
        names = [f"{caption} ({number}/{len(parts)})" for number in range(1, len(parts) + 1)]
        captions = names if len(parts) > 1 else [caption]
        return [self.by_area(name, part, order) for name, part in zip(captions, parts, strict=True)]

    def by_area(self, caption: str, comparisons: Sequence[Comparison], order: Sequence[str | None]) -> Table:
        """One row an area."""
        rows = []
        for area in order:
            cells = tuple(self.cell(comparison, area) for comparison in comparisons)
            if any(cell.text for cell in cells):
                rows.append(Row(self.content.area(area), area == NATION, cells))
        return Table(caption, tuple(self.name(c) for c in comparisons), tuple(rows), by_area=True)

    def by_indicator(self, caption: str, comparisons: Sequence[Comparison], order: Sequence[str | None]) -> Table:
        """One row an indicator."""
        rows = [Row(self.name(c), False, tuple(self.cell(c, area) for area in order)) for c in comparisons]
        return Table(caption, tuple(self.content.area(area) for area in order), tuple(rows), by_area=False)

    def name(self, comparison: Comparison) -> str:
        """The indicator's name."""
        return indicator(comparison.indicator).name(self.content.language)

    def cell(self, comparison: Comparison, area: str | None) -> Cell:
        """The area's figure in this comparison; a share that can only be derived; or nothing."""
        claim = next((claim for claim in comparison.claims if claim.area == area), None)
        if claim is None:
            return self.derived_cell(comparison, area)
        again = self.shares.again.get(place(claim), Again())
        words = texts(self.content.language)
        status = [] if claim.status.value == "actual" else [str(words["status"][claim.status.value])]
        review = [str(words["review"][state]) for state in claim.reasons if state in words["review"]]
        return Cell(
            text=self.content.value(claim),
            sort=plain(claim.figure.value) if isinstance(claim.figure.value, Decimal) else "",
            anchor=self.evidence.anchor(claim),
            again=again.text,
            symbol=again.symbol,
            note=", ".join([*status, *review]),
            as_of=claim.period_end or "",
        )

    def derived_cell(self, comparison: Comparison, area: str | None) -> Cell:
        """A share that follows from two counts of one article, marked as derived."""
        derived = self.shares.derived.get((comparison.indicator, comparison.programme), {})
        value, claim = derived.get(area, (None, None))
        if value is None or claim is None:
            return Cell()
        text = f"{localise(plain(value), self.content.language)} %"
        return Cell(text=text, sort=plain(value), anchor=self.evidence.anchor(claim), derived=True)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Claims that one reason keeps out of the comparison: (indicator, area, value, anchor), and how many in all."""

    reason: str
    items: tuple[tuple[str, str, str, str], ...]
    count: int


def left_out(content: Content, evidence: Evidence) -> list[LeftOut]:
    """Every claim with an indicator that is not compared, by reason, the first forty of each by name."""
    words = texts(content.language)["reason"]
    groups = []
    for reason, pairs in content.left_out().items():
        items = tuple(
            (
                indicator(name).name(content.language),
                content.whose(claim),
                content.value(claim),
                evidence.anchor(claim),
            )
            for name, claim in pairs[:MOST_LEFT]
        )
        groups.append(LeftOut(str(words.get(reason, reason)), items, len(pairs)))
    return groups


def without_figure(content: Content) -> list[str]:
    """Names of today's provinces that no comparison holds."""
    seen = {claim.area for comparison in content.comparisons for claim in comparison.claims}
    missing = (content.area(key) for key, area in areas().items() if area.territory == 34 and key not in seen)
    return sorted(missing, key=unmarked)
