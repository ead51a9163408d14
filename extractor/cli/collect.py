"""Commands that bring articles in: demo, crawl, add."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from extractor.cli.output import counted, summary


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("doichieu-demo"))
@click.option("--silent", is_flag=True, help="Print nothing but errors.")
def demo(folder: Path, silent: bool) -> None:
    """Serve a small news site on this machine, crawl it, read, check and compare it, and write
    news.db and report.html to FOLDER (doichieu-demo). Needs no internet."""
    from extractor.demo import run

    run(folder, silent)


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--url", help="Where the text was published (one file).")
@click.option("--published", help="Publication date, as exact as known: 2025-10-15, 2025-10 or 2025.")
@click.option("--lang", "language", help="Language of the text: vi, ur or en; guessed where left out.")
@click.option("--publisher", help="Who published it.")
@click.option("--silent", is_flag=True, help="Print nothing but errors.")
def add(database: Path, paths: tuple[Path, ...], silent: bool, **facts: str | None) -> None:
    """Read files, folders and web archives into DATABASE. A manifest.csv in a folder
    (path,url,published,language,publisher) says what is known of its files; - is standard input."""
    from extractor.pipeline import Known, Outcome, add_files, add_text, begin
    from extractor.store import open_database

    known = Known(**facts)
    with open_database(database) as store:
        run = begin(store, "add")
        if paths == (Path("-"),):
            text = click.get_text_stream("stdin", encoding="utf-8").read()
            outcomes: Any = iter([Outcome("standard input", add_text(store, text, known, run))])
        else:
            outcomes = add_files(store, paths, known, run)
        totals = counted(outcomes, silent)
        store.end_run(run, totals)
    if not silent:
        click.echo(summary(totals), err=True)
