"""The commands of the rules: patterns check, list, explain, suggest."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import shorten
from typing import Any

import click

from extractor.cli.output import emit, format_options, progress, standard_input

# A cell of a table that is listed for reading; the other forms hold it whole.
WIDEST = 60


@click.group()
def patterns() -> None:
    """Check and list the rules, and explain what they read. patterns/README.md says how to mend one."""


@patterns.command()
@click.option("--silent", is_flag=True, help="Print nothing but faults.")
@format_options
def check(form: str, silent: bool) -> None:
    """Run every rule's examples; exit 1 when one is not met."""
    from extractor.examples import cases

    faults, number = [], 0
    for number, case in enumerate(cases(), start=1):
        progress(f"{number} rules: {case.rule.name}", silent)
        faults += [{"rule": fault.rule, "fault": fault.what, "example": fault.text} for fault in case.faults()]
    progress("", silent)
    emit(faults, form)
    if not silent:
        click.echo(f"{number} rules, {len(faults)} faults", err=True)
    sys.exit(1 if faults else 0)


@patterns.command("list")
@click.argument("part", default="")
@format_options
def listed(part: str, form: str) -> None:
    """List the rules whose name begins with PART, such as vi or vi/units."""
    from extractor.examples import cases

    rows = [_rule_row(case) for case in cases() if case.rule.name.startswith(part)]
    if form == "table":
        rows = [{name: shorten(cell, WIDEST, placeholder=" …") for name, cell in row.items()} for row in rows]
    emit(rows, form, f"no rule begins with {part!r}")


def _rule_row(case: Any) -> dict[str, str]:
    rule = case.rule
    meaning = rule.get("indicator") or " ".join(
        str(rule.get(name)) for name in ("role", "kind", "value") if rule.get(name)
    )
    return {"rule": rule.name, "means": meaning, "phrases": ", ".join(rule.phrases[:6]), "example": rule.yes[0]["text"]}


@patterns.command()
@click.argument("text", default="-")
@click.option("--lang", "language", help="Language of the text: vi, ur or en; guessed where left out.")
@click.option("--published", help="Publication date: 2025-10-15, 2025-10 or 2025.")
@click.option("--url", help="Where the text was published: a province's own page is told of that province.")
@format_options
def explain(text: str, language: str | None, published: str | None, url: str | None, form: str) -> None:
    """Say whom and what time TEXT (or - for standard input) is told of, which rule read which part of it,
    what each figure was taken for and what else it might have been, and why a number was refused."""
    from extractor.explain import explain as reasons
    from extractor.files import Known

    given = standard_input() if text == "-" else text
    whole, rows = reasons(given, Known(language=language, published=published, url=url))
    click.echo(whole, err=True)
    emit(rows, form, "no number found")


@patterns.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.option("--most", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many rules to propose.")
def suggest(database: Path, most: int) -> None:
    """Propose rules for what the articles in DATABASE count without one, most frequent first, as TOML."""
    from extractor.claim.suggest import suggest as propose
    from extractor.store import open_database

    with open_database(database, create=False) as store:
        articles = {article.id: article for article in store.articles()}
        found = propose(store.claims(), articles, most)
    for one in found:
        click.echo(f"# {one.claims} claims in {one.articles} articles of {one.provinces} provinces\n{one.rule}\n")
