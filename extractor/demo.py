"""The whole path on a small news site that comes with the tool: serve, crawl, read, check, compare, report."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

import click

from extractor import pipeline, publish
from extractor.cli.output import clean, summary, table, watched
from extractor.errors import InputError
from extractor.rules import data_folder

if TYPE_CHECKING:
    from extractor.records import Finding
    from extractor.store import Store

PAUSE = 0.05
WIDTH, HEADING = 100, 10


def run(folder: Path, silent: bool) -> None:
    """Fills FOLDER with news.db, news.db.archive/ and report.html and prints what was found."""
    from extractor.crawl import CrawlOptions
    from extractor.site import serve
    from extractor.store import open_database

    _make(folder)
    with serve(data_folder("corpus") / "site") as site, open_database(folder / "news.db") as store:
        options = CrawlOptions(
            resolve=site.resolve,
            delay=PAUSE,
            discover=True,
            depth=3,
            recheck=0,
            archive=pipeline.archive_folder(folder / "news.db"),
        )
        number = pipeline.begin(store, "demo")
        outcomes = list(watched(pipeline.crawl(store, site.starts, options, number), silent))
        totals = Counter(outcome.result for outcome in outcomes)
        findings = pipeline.check(store, number)
        store.end_run(number, totals | {"findings": len(findings)})
        publish.write_report(store, folder / "report.html", "vi")
        if not silent:
            _tell_missing(outcomes)
            _tell(store, findings, summary(totals))
    if not silent:
        click.echo(f"\nDatabase {folder / 'news.db'}\nReport   {folder / 'report.html'}")


def _tell_missing(outcomes: list[pipeline.Outcome]) -> None:
    """What could not be read, in the order of URLs: hosts are crawled side by side and end as they end."""
    for outcome in sorted(outcomes, key=lambda one: one.source):
        if outcome.reason:
            click.echo(f"{outcome.result}: {outcome.source}: {outcome.reason}")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder} cannot be made", f"choose another place ({error.strerror})") from error


def _tell(store: Store, findings: list[Finding], counts: str) -> None:
    from extractor.check import message
    from extractor.compare import wide

    click.echo(f"Crawled: {counts}\n\nTasks, province beside province:\n")
    click.echo(table([narrow(row) for row in wide(publish.compare(store, "tasks"), "en")]))
    click.echo(f"\nWhat does not add up ({len(findings)}):\n")
    for finding in findings:
        click.echo(fill(clean(f"{finding.severity}: {message(finding, 'en')}"), WIDTH, subsequent_indent="  "))


def narrow(row: dict[str, str]) -> dict[str, str]:
    """The row with headings on several lines, so that the table fits a terminal."""
    return {fill(name, HEADING): cell for name, cell in row.items()}
