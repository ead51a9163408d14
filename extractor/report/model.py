"""What the report shows, ready for the template: no markup here but quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from extractor.catalog import area_name, indicator, texts
from extractor.marking import Mark, direction, fragment_link, marked, safe_url, sentence_around
from extractor.records import Article, Change, Claim, Comparison, Finding, Severity, Step
from extractor.wording import date_text, quantity

# A report stays readable and under a megabyte; the database holds the rest.
MOST_FINDINGS = 120
MOST_LEFT = 40
SYMBOLS = {"holds": "✓", "open": "?", "severe": "✗", "doubtful": "?", "info": "?"}


@dataclass(frozen=True, slots=True)
class Capture:
    """When an article was fetched (ISO 8601), and where its archived copy is: file and first byte; empty where none."""

    at: str
    file: str = ""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to write the report: language vi or en, title, the stamp of the run, and what agreed when recomputed.

    captures: by article id; pages: (file, name) of a report in several files, of which `here` is this one.
    """

    language: str = "vi"
    title: str = ""
    built: str = ""
    run: str = ""
    version: str = ""
    rules: str = ""
    recomputed: Sequence[Finding] = ()
    changes: Sequence[Change] | None = None
    traces: Sequence[Sequence[Step]] = ()
    accuracy: Mapping[str, str] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)
    pages: Sequence[tuple[str, str]] = ()
    here: str = "index.html"


@dataclass(frozen=True, slots=True)
class Content:
    """All that one report speaks of."""

    comparisons: Sequence[Comparison]
    findings: Sequence[Finding]
    articles: Mapping[str, Article]
    claims: Sequence[Claim]
    options: ReportOptions

    @property
    def language(self) -> str:
        """vi or en."""
        return self.options.language

    def area(self, area: str | None) -> str:
        """An area's name."""
        return area_name(area, self.language)

    def whose(self, claim: Claim) -> str:
        """The area, with the body where the figure is one body's."""
        return self.area(claim.area) + (f" ({claim.body})" if claim.body else "")

    def value(self, claim: Claim) -> str:
        """A claim's value as shown in a cell."""
        return quantity(claim.figure, self.language)

    def source(self, claim: Claim) -> Article | None:
        """The article of a claim."""
        return self.articles.get(claim.article_id or "")

    def left_out(self) -> dict[str, list[tuple[str, Claim]]]:
        """What is not compared, by reason: (indicator, claim)."""
        grouped: dict[str, list[tuple[str, Claim]]] = {}
        for comparison in self.comparisons:
            for claim, reason in comparison.left_out:
                grouped.setdefault(reason, []).append((comparison.indicator, claim))
        return grouped


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of a quote: what it was understood to be, on what ground, by which rule."""

    surface: str
    name: str
    area: str
    ground: str
    rule: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of an article with its figures marked; `ground` where all of them share it."""

    html: Markup
    direction: str
    language: str
    link: str | None
    facts: tuple[Fact, ...]

    @property
    def ground(self) -> str:
        """The ground that all figures share, else nothing."""
        grounds = {fact.ground for fact in self.facts}
        return grounds.pop() if len(grounds) == 1 else ""


@dataclass(frozen=True, slots=True)
class Source:
    """An article with the sentences that the report rests on."""

    title: Markup
    direction: str
    publisher: str
    published: str
    language: str
    url: str | None
    shown_url: str
    original: str | None
    captured: str
    archived: str
    quotes: tuple[Quote, ...]


def certainty(claim: Claim, words: Mapping[str, Any]) -> str:
    """What reviewers said of the claim, else how sure the reading is, where it is not of the usual sort."""
    said = [str(words["review"][state]) for state in claim.reasons if state in words["review"]]
    if said:
        return ", ".join(said)
    if claim.confidence == "medium":
        return ""
    return f"{words['report']['confidence']} {words['confidence'].get(claim.confidence, claim.confidence)}"


class Evidence:
    """The sentences behind every claim that the report shows, by article, and the anchors that lead to them."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.order = {key: place for place, key in enumerate(content.articles)}
        self.doubted = {self.anchor(c) for f in content.findings if f.severity is not Severity.INFO for c in f.claims}
        self.shown: dict[str, dict[str, Claim]] = {key: {} for key in content.articles}
        for claim in self._used():
            if claim.article_id in self.shown:
                self.shown[claim.article_id].setdefault(self.anchor(claim), claim)

    def _used(self) -> list[Claim]:
        content = self.content
        compared = [claim for comparison in content.comparisons for claim in comparison.claims]
        shown = (*content.findings[:MOST_FINDINGS], *content.options.recomputed[:MOST_FINDINGS])
        found = [claim for finding in shown for claim in finding.claims]
        steps = [step.claim for trace in content.options.traces[:MOST_LEFT] for step in trace]
        older = [claim for c in content.comparisons for claim, reason in c.left_out if reason == "older"][
            :MOST_FINDINGS
        ]
        left = [claim for items in content.left_out().values() for _, claim in items[:MOST_LEFT]]
        return [*compared, *found, *steps, *older, *left]

    def anchor(self, claim: Claim) -> str:
        """The id of the mark that shows the claim's figure."""
        return f"f{self.order.get(claim.article_id or '', 0)}-{claim.figure.start}"

    def sources(self) -> list[Source]:
        """Every article that the report rests on, in the order given."""
        return [
            self.source(self.content.articles[key], list(shown.values())) for key, shown in self.shown.items() if shown
        ]

    def source(self, article: Article, claims: Sequence[Claim]) -> Source:
        """One article with its sentences in the order of the text."""
        name = article.title or article.url or article.id
        taken = self.content.options.captures.get(article.id, Capture(""))
        spans: dict[tuple[int, int], list[Claim]] = {}
        for claim in sorted(claims, key=lambda claim: claim.figure.start):
            at = sentence_around(article.text, claim.figure.start, claim.figure.end, claim.sentence)
            spans.setdefault(at, []).append(claim)
        return Source(
            title=marked(name, 0, len(name), ()),
            direction=direction(name),
            publisher=article.publisher or "",
            published=date_text(article.published or "", self.content.language),
            language=article.language or "und",
            url=safe_url(article.url),
            shown_url=article.url or "",
            original=safe_url(article.original_url),
            captured=date_text(taken.at[:10], self.content.language),
            archived=f"{taken.file}, byte {taken.offset}" if taken.file else "",
            quotes=tuple(self.quote(article, span, members) for span, members in spans.items()),
        )

    def quote(self, article: Article, span: tuple[int, int], claims: Sequence[Claim]) -> Quote:
        """One sentence with the figures of these claims marked."""
        names = {(claim.figure.start, claim.figure.end): self.anchor(claim) for claim in claims}
        marks = [Mark(start, end, name, name in self.doubted) for (start, end), name in names.items()]
        return Quote(
            html=marked(article.text, *span, marks),
            direction=direction(article.text[slice(*span)]),
            language=claims[0].language or article.language or "und",
            link=fragment_link(article.url, article.text, *span),
            facts=tuple(self.fact(claim) for claim in claims),
        )

    def fact(self, claim: Claim) -> Fact:
        """How one figure was understood."""
        words, language = texts(self.content.language), self.content.language
        ends = dict.fromkeys(filter(None, (claim.period_start, claim.period_end)))
        period = " – ".join(date_text(end, language) for end in ends)
        basis = words["basis"].get(claim.area_basis or "none", claim.area_basis)
        grounds = (
            f"{words['report']['basis']} {basis}",
            str(words["status"][claim.status.value]),
            period,
            claim.programme,
            certainty(claim, words),
        )
        return Fact(
            surface=claim.figure.surface,
            name=indicator(claim.indicator).name(language) if claim.indicator else claim.subject,
            area=area_name(claim.area, language),
            ground=" · ".join(filter(None, grounds)),
            rule=" ".join(dict.fromkeys((claim.rule or claim.figure.rule).replace(";", " ").split())),
        )
