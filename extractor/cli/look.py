"""Commands that look at a database: show, check, compare, report, diff."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.output import clean, emit, format_options

if TYPE_CHECKING:
    from extractor.records import Article, Claim, Finding
    from extractor.store import Store
    from extractor.store.history import Change

EXACT = {"json", "nl", "csv"}
SEVERITIES = ("info", "doubtful", "severe")
language_option = click.option(
    "--lang", "language", type=click.Choice(["vi", "en"]), default="en", help="Language of names and headings."
)


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.argument("what")
@format_options
def show(database: Path, what: str, form: str) -> None:
    """Show the article WHAT (the start of its id, or its URL) or the claim WHAT (its number):
    the text with the figures in brackets, then its claims and findings."""
    from extractor.store import open_database

    with open_database(database, create=False) as store:
        article, claims = _find(store, what)
        findings = [f for f in store.findings() if any(c.article_id == article.id for c in f.claims)]
        if form == "table":
            click.echo(_safe(_heading(article)))
            click.echo(_marked(article, claims) + "\n")
        emit([_claim_row(claim) for claim in claims], form, "no claims in this article")
        if form == "table":
            click.echo()
            for finding in findings:
                click.echo(clean(f"{finding.severity}: {_message(finding)}"))
            if len(claims) == 1:
                _tell_way(store, claims[0])


def _find(store: Store, what: str) -> tuple[Article, list[Claim]]:
    # A claim's number is short; an article's id has 16 digits, of which its first eight tell it apart.
    if what.isdigit() and len(what) < 8:
        claim = store.claim(int(what))
        return store.article(claim.article_id or ""), [claim]
    article = store.article(what)
    return article, list(store.claims(article_id=article.id))


def _heading(article: Article) -> str:
    facts = (article.id, article.published or "no date", article.language or "", article.publisher or "")
    return f"{article.title}\n{' · '.join(filter(None, facts))}\n{article.url or ''}\n"


def _marked(article: Article, claims: list[Claim]) -> str:
    places = sorted({p for c in claims for p in ((c.figure.start, c.figure.end), *c.mentions)})
    parts, last = [], 0
    for start, end in places:
        parts += [_safe(article.text[last:start]), click.style(f"[{_safe(article.text[start:end])}]", bold=True)]
        last = end
    return "".join([*parts, _safe(article.text[last:])])


def _safe(text: str) -> str:
    """Lines without control characters, which could drive a terminal."""
    return "\n".join(clean(line) for line in text.split("\n"))


def _tell_way(store: Store, claim: Claim) -> None:
    """Who printed the claim's figure first, who translated or repeated it, and where it changed."""
    from extractor.catalog import texts
    from extractor.publish import ways

    for way in ways(store, claim):
        click.echo()
        for step in way:
            source = store.article(step.claim.article_id or "")
            how = f"{texts('en')['trace'][step.how]}: {step.claim.figure.surface} (claim {step.claim.id})"
            facts = " ".join(filter(None, (source.publisher, source.published, source.url)))
            click.echo(clean("  " * step.depth + f"{how}, {facts}"))


def _claim_row(claim: Claim) -> dict[str, Any]:
    from extractor.serialise import number

    sign = "" if claim.figure.comparator == "=" else claim.figure.comparator.value
    return {
        "claim": claim.id,
        "figure": claim.figure.surface,
        "value": sign + (number(claim.figure.value) or ""),
        "indicator": claim.indicator or f"({claim.subject})",
        "area": claim.area or "",
        "by": claim.area_basis or "",
        "period": "/".join(filter(None, (claim.period_start, claim.period_end))),
        "status": claim.status.value,
        "confidence": claim.confidence,
    }


def _message(finding: Finding, language: str = "en") -> str:
    from extractor.check import message

    return message(finding, language)


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.option("--fail-on", help="Exit 3 when there is a finding of this severity or worse, or of this kind.")
@language_option
@format_options
def check(database: Path, fail_on: str | None, language: str, form: str) -> None:
    """Recompute what the articles in DATABASE claim: parts against totals, percents against ratios,
    articles against each other. Prints and stores the findings."""
    from extractor.pipeline import begin
    from extractor.pipeline import check as run_checks
    from extractor.store import open_database

    _require_known(fail_on)
    with open_database(database, create=False) as store:
        run = begin(store, "check")
        findings = run_checks(store, run)
        store.end_run(run, {"findings": len(findings)})
        findings = list(store.findings())
        articles = {article.id: article for article in store.articles()}
    emit([_finding_row(f, articles, language) for f in findings], form, "nothing found that does not add up")
    click.echo(summary_of(findings), err=True)
    if fail_on and any(_fails(finding, fail_on) for finding in findings):
        sys.exit(3)


def _require_known(limit: str | None) -> None:
    from extractor.check import ACROSS, WITHIN

    known = [*SEVERITIES, *WITHIN, *ACROSS]
    if limit is not None and limit not in known:
        raise click.BadParameter(f"{limit!r} is neither a severity nor a check; use one of {', '.join(known)}")


def summary_of(findings: list[Finding]) -> str:
    """`2 severe, 1 doubtful, 0 info`."""
    return ", ".join(f"{sum(f.severity == s for f in findings)} {s}" for s in reversed(SEVERITIES))


def _fails(finding: Finding, limit: str) -> bool:
    if limit in SEVERITIES:
        return SEVERITIES.index(finding.severity) >= SEVERITIES.index(limit)
    return bool(finding.kind == limit)


def _finding_row(finding: Finding, articles: dict[str, Article], language: str) -> dict[str, Any]:
    names = dict.fromkeys(claim.article_id for claim in finding.claims)
    sources = [articles[name].url or name for name in names if name in articles]
    return {
        "finding": finding.id,
        "severity": finding.severity.value,
        "kind": finding.kind,
        "stated": finding.stated,
        "recomputed": finding.expected,
        "message": _message(finding, language),
        "articles": " ".join(sources),
    }


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.argument("indicator", required=False)
@click.option("--programme", help="Only figures under this programme, such as 57-NQ/TW.")
@click.option("--area", help="Only this province (Hà Nội or ha-noi) and the nation.")
@click.option("--as-of", help="Nothing later than this date: 2025-10-15, 2025-10 or 2025.")
@click.option("--wide", "shape", flag_value="wide", help="One column for each indicator.")
@click.option("--all", "shape", flag_value="all", help="List what is not compared too, each with the reason.")
@language_option
@format_options
def compare(
    database: Path, indicator: str | None, language: str, form: str, shape: str | None, **wanted: str | None
) -> None:
    """Set the provinces' claims in DATABASE side by side, for one INDICATOR (tasks.completed,
    or a prefix: tasks) or for all. CSV and JSON hold plain numbers, units and area ids.
    Provinces have a rank where more is better or worse; the whole country never has one."""
    from extractor.cli.ask import area_key, require_day, require_known
    from extractor.compare import CompareOptions, rows, rows_left_out, wide
    from extractor.publish import compare as set_side_by_side
    from extractor.store import open_database

    require_day(wanted["as_of"])
    options = CompareOptions(indicator, **wanted | {"area": area_key(wanted["area"])})
    with open_database(database, create=False) as store:
        comparisons = set_side_by_side(store, options)
        if not comparisons:
            require_known(store, indicator, wanted["programme"])
    exact = form in EXACT
    made = (
        wide(comparisons, language, exact=exact)
        if shape == "wide"
        else [row for comparison in comparisons for row in rows(comparison, language, exact=exact)]
    )
    left = [row for comparison in comparisons for row in rows_left_out(comparison, language, exact=exact)]
    emit([*made, *left] if shape == "all" else made, form, "no comparable claims")
    if left and form == "table" and shape != "all":
        click.echo(f"{len(left)} not compared; --all lists them, each with the reason", err=True)


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File, or with --split folder (report.html).")
@click.option("--lang", "language", type=click.Choice(["vi", "en"]), default="vi", help="Language of the report.")
@click.option("--since", type=int, metavar="RUN", help="Say what changed since this run.")
@click.option("--split", is_flag=True, help="Write a folder: index.html and a page for each province.")
@click.option("--claimreview", is_flag=True, help="Write the reviewed claims as schema.org JSON-LD instead.")
def report(database: Path, output: Path | None, claimreview: bool, **options: Any) -> None:
    """Write the comparison, the findings and their evidence as one HTML file that needs no network."""
    from extractor.publish import claim_reviews, write, write_report
    from extractor.store import open_database

    path = output or Path("claims.jsonld" if claimreview else "report" if options["split"] else "report.html")
    with open_database(database, create=False) as store:
        if claimreview:
            write(path, claim_reviews(store))
        else:
            write_report(store, path, **options)
    click.echo(f"wrote {path}", err=True)


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.argument("runs", nargs=-1, type=int, metavar="[RUN RUN]")
@click.option("--by-rule", is_flag=True, help="Count by rule and cause instead of listing.")
@format_options
def diff(database: Path, runs: tuple[int, ...], by_rule: bool, form: str) -> None:
    """Show what changed in DATABASE between two runs, or in the newest run that changed something:
    figures gained, lost and read otherwise, by which rule, and whether rules, an edit or a new article made it so."""
    from extractor.store import open_database
    from extractor.store.history import diff as differences
    from extractor.store.history import last_runs

    if len(runs) not in (0, 2):
        raise click.UsageError("give two runs, or none for the newest")
    with open_database(database, create=False) as store:
        since, until = runs or last_runs(store.db)
        found = list(differences(store.db, since, until))
    rows = _by_rule(found) if by_rule else [change_row(one) for one in found]
    emit(rows, form, f"nothing changed between run {since} and run {until}")
    click.echo(f"run {since} to run {until}: {changed(found)}", err=True)


def changed(changes: list[Change]) -> str:
    """How many figures were gained, lost and read otherwise."""
    return ", ".join(f"{sum(one.kind == kind for one in changes)} {kind}" for kind in ("gained", "lost", "changed"))


def _by_rule(changes: list[Change]) -> list[dict[str, Any]]:
    from collections import Counter

    counted = Counter((one.kind, one.cause, one.rule) for one in changes)
    names = ("change", "cause", "rule", "figures")
    return [dict(zip(names, (*key, number), strict=True)) for key, number in counted.most_common()]


def change_row(change: Change) -> dict[str, Any]:
    """A change as a row of a table."""
    claim = change.after or change.before
    return {
        "change": change.kind,
        "cause": change.cause,
        "article": change.article_id,
        "indicator": (claim.indicator or f"({claim.subject})") if claim else "",
        "area": (claim.area or "") if claim else "",
        "before": change.before.figure.surface if change.before else "",
        "after": change.after.figure.surface if change.after else "",
        "differs": " ".join(change.fields),
        "rule": change.rule,
    }
