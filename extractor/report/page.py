"""Puts the sections together as one page: nothing is loaded from anywhere, and it reads the same without its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from extractor.catalog import NATION, texts
from extractor.records import Article, Claim, Comparison, Finding, Severity
from extractor.report.charts import bar_charts, tile_maps
from extractor.report.history import change_lines, trace_steps
from extractor.report.model import MOST_FINDINGS, Content, Evidence, ReportOptions
from extractor.report.sections import (
    CONFLICTS,
    Shares,
    card,
    left_out,
    sort_findings,
    tables,
    without_figure,
)
from extractor.report.timeline import lines
from extractor.wording import date_text, localise

TEMPLATES = Path(__file__).parent / "templates"


def render(
    comparisons: Sequence[Comparison],
    findings: Sequence[Finding],
    articles: Mapping[str, Article],
    claims: Sequence[Claim],
    options: ReportOptions | str = "vi",
) -> str:
    """The report as one HTML page; options may be just the language, vi or en."""
    chosen = ReportOptions(language=options) if isinstance(options, str) else options
    content = Content(comparisons, sort_findings(findings), articles, claims, chosen)
    return environment(chosen.language).get_template("report.html").render(context(content))


@cache
def environment(language: str) -> Environment:
    """Templates with everything escaped; a name that is missing is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = lambda iso: date_text(iso, language)
    return made


def context(content: Content) -> dict[str, Any]:
    """What the template shows."""
    evidence, shares = Evidence(content), Shares(content)
    words = texts(content.language)
    shown = content.findings[:MOST_FINDINGS]
    held = content.options.recomputed
    script = asset("sort.js")
    return {
        "t": words["report"],
        "columns": words["column"],
        "language": content.language,
        "options": content.options,
        "heading": heading(content),
        "stamp": stamp(content),
        "contents": contents(content),
        "lead": fill(words["report"]["lead"], content),
        "cards": [card(f, content, evidence) for f in shown if f.severity is not Severity.INFO],
        "agree": agreement(content),
        "more": {"findings": len(content.findings) - len(shown), "recomputed": max(0, len(held) - MOST_FINDINGS)},
        "tables": tables(content, evidence, shares),
        "charts": bar_charts(content, evidence, shares),
        "arithmetic": [card(f, content, evidence) for f in (*shown, *held[:MOST_FINDINGS]) if f.kind not in CONFLICTS],
        "conflicts": [card(f, content, evidence) for f in shown if f.kind in CONFLICTS],
        "lines": lines(content, evidence),
        "one_province": of_one(content),
        "maps": tile_maps(content, evidence, shares),
        "traces": trace_steps(content, evidence),
        "changes": change_lines(content),
        "accuracy": [(words["accuracy"].get(name, name), value) for name, value in content.options.accuracy.items()],
        "sources": evidence.sources(),
        "left_out": left_out(content, evidence),
        "without": without_figure(content),
        "checks": [words["check"][name] for name in words["check"]],
        "style": Markup(asset("style.css")),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    }


def stamp(content: Content) -> list[str]:
    """When, by which run, version and rules the report was made; what is not known is left out."""
    words, options = texts(content.language)["report"], content.options
    known = {
        "stamp": {"built": date_text(options.built, content.language)},
        "run": {"run": options.run},
        "version": {"version": options.version},
    }
    known["rules"] = {"rules": options.rules[:12]}
    return [str(words[key]).format(**value) for key, value in known.items() if all(value.values())]


def contents(content: Content) -> list[tuple[str, str]]:
    """Anchor and name of each section."""
    words = texts(content.language)["report"]
    names = [
        "stands_out",
        "side_by_side",
        "arithmetic",
        "conflicts",
        "map",
        "evidence",
        "not_compared",
        "changes",
        "method",
    ]
    absent = ({"changes"} if content.options.changes is None else set()) | ({"map"} if of_one(content) else set())
    return [(name.replace("_", "-"), str(words[name])) for name in names if name not in absent]


def of_one(content: Content) -> bool:
    """Whether this is the page of one province."""
    return bool(content.options.pages) and content.options.here != content.options.pages[0][0]


def asset(name: str) -> str:
    """A file beside the templates."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def heading(content: Content) -> str:
    """The title given, else one that says how much does not add up."""
    words = texts(content.language)["report"]
    count = sum(finding.severity is not Severity.INFO for finding in content.findings)
    if content.options.title:
        return content.options.title
    return fill(words["title_none" if not count else "title_one" if count == 1 else "title"], content)


def agreement(content: Content) -> str:
    """How many of the recomputations agree; nothing where none was made."""
    held = sum(finding.detail.get("outcome") == "holds" for finding in content.options.recomputed)
    failed = sum(finding.kind not in CONFLICTS for finding in content.findings)
    counts = {"held": localise(str(held), content.language), "all": localise(str(held + failed), content.language)}
    return str(texts(content.language)["report"]["agree"]).format(**counts) if held else ""


def fill(template: str, content: Content) -> str:
    """A sentence of the report with its counts."""
    areas = {claim.area for comparison in content.comparisons for claim in comparison.claims} - {NATION}
    counts = {
        "findings": sum(finding.severity is not Severity.INFO for finding in content.findings),
        "articles": len(content.articles),
        "publishers": len({article.publisher for article in content.articles.values() if article.publisher}),
        "claims": sum(claim.indicator is not None for claim in content.claims),
        "provinces": len(areas),
    }
    return template.format_map({key: localise(str(count), content.language) for key, count in counts.items()})
