"""Where figures came from, and what changed since the last run, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.catalog import indicator, texts
from extractor.records import Claim, Step
from extractor.report.model import MOST_FINDINGS, MOST_LEFT, Content, Evidence
from extractor.wording import date_text


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One article in the way of a figure."""

    how: str
    depth: int
    value: str
    anchor: str
    source: str
    published: str
    doubted: bool


def trace_steps(content: Content, evidence: Evidence) -> list[tuple[str, list[TraceStep]]]:
    """The ways of figures through articles: a heading (indicator, whose) and the steps; the first forty."""
    return [
        (trace_title(trace[0].claim, content), [trace_step(step, content, evidence) for step in trace])
        for trace in content.options.traces[:MOST_LEFT]
    ]


def trace_title(claim: Claim, content: Content) -> str:
    """What the figure measures and whose it is."""
    return f"{indicator(claim.indicator or '').name(content.language)}, {content.whose(claim)}"


def trace_step(step: Step, content: Content, evidence: Evidence) -> TraceStep:
    """One step in words."""
    source = content.source(step.claim)
    return TraceStep(
        how=str(texts(content.language)["trace"][step.how]),
        depth=step.depth,
        value=content.value(step.claim),
        anchor=evidence.anchor(step.claim),
        source=(source.publisher or source.title) if source else "",
        published=date_text(source.published or "", content.language) if source else "",
        doubted=step.how == "differs",
    )


def change_lines(content: Content) -> list[str]:
    """What came, changed or went since the last run, in words, the first hundred and twenty."""
    words = texts(content.language)["change"]
    return [
        str(words[change.kind]).format(
            what=trace_title(change.claim, content),
            value=content.value(change.claim),
            before=content.value(change.before) if change.before else "",
        )
        for change in (content.options.changes or ())[:MOST_FINDINGS]
    ]
