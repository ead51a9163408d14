"""Commands that bring articles in: demo, init, crawl, add."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import click

from extractor.cli.output import count, counted, standard_input, summary


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("doichieu-demo"))
@click.option("--silent", is_flag=True, help="Print nothing but errors.")
def demo(folder: Path, silent: bool) -> None:
    """Serve a small news site on this machine, crawl it, read, check and compare it, and write
    news.db and report.html to FOLDER (doichieu-demo). Needs no internet."""
    from extractor.demo import run

    run(folder, silent)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def init(folder: Path) -> None:
    """Write a project file doichieu.toml to FOLDER (this one). It names sources, contact and pauses: `crawl DATABASE`
    in that folder takes from it what is not said by hand."""
    from extractor.project import init as write

    click.echo(write(folder))


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
    from extractor.files import Known
    from extractor.pipeline import Outcome, add_files, add_text, begin
    from extractor.store import open_database

    known = Known(**facts)
    with open_database(database) as store:
        run = begin(store, "add")
        if paths == (Path("-"),):
            outcomes: Any = iter([Outcome("standard input", add_text(store, standard_input(), known, run))])
        else:
            outcomes = add_files(store, paths, known, run)
        totals = counted(outcomes, silent)
        store.end_run(run, totals)
    if not silent:
        click.echo(summary(totals), err=True)


@click.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.argument("starts", nargs=-1)
@click.option("--discover", is_flag=True, help="Look for feeds, sitemaps and articles on the whole host.")
@click.option("--depth", type=click.IntRange(0, 10), default=1, show_default=True, help="How many links to follow.")
@click.option("--since", help="Leave entries of feeds and sitemaps older than this date.")
@click.option("--max", "max_pages", type=click.IntRange(1), help="Stop after so many pages.")
@click.option("--max-per-host", "max_pages_per_host", type=click.IntRange(1), help="Stop with a host after so many.")
@click.option("--max-seconds", type=click.FloatRange(1), help="Stop after so many seconds; the next run goes on.")
@click.option("--max-bytes", "max_total_bytes", type=click.IntRange(1), help="Stop after so many bytes.")
@click.option("--max-seconds-per-host", type=click.FloatRange(1), help="Stop with a host after so many seconds.")
@click.option("--max-bytes-per-host", type=click.IntRange(1), help="Stop with a host after so many bytes.")
@click.option("--dry-run", is_flag=True, help="Print the URLs that would be fetched; store nothing.")
@click.option("--delay", type=click.FloatRange(0), help="Seconds between two requests to a host (2).")
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=120.0, show_default=True, help="Seconds that one answer may take."
)
@click.option("--resolve", "mapped", multiple=True, metavar="HOST:ADDRESS:PORT", help="Where a host is, as in curl.")
@click.option("--allow-private", is_flag=True, help="Allow addresses of this machine and of private networks.")
@click.option(
    "--insecure-host", "insecure", multiple=True, metavar="HOST", help="Do not check this host's certificate."
)
@click.option("--contact", help="Mail address or URL that site owners may write to, sent with each request.")
@click.option(
    "--archive", type=click.Path(path_type=Path, file_okay=False), help="Folder for WARC files (DATABASE.archive)."
)
@click.option("--silent", is_flag=True, help="Print nothing but errors.")
def crawl(database: Path, starts: tuple[str, ...], silent: bool, **given: Any) -> None:
    """Fetch articles into DATABASE from STARTS: URLs of articles, feeds, sitemaps or listing pages, files with one URL
    a line (- is standard input), or web archives; left out, those that doichieu.toml names. A crawl that was cut off
    goes on where it stopped."""
    from extractor import pipeline
    from extractor.cli import board as screen
    from extractor.cli.starts import starts as sorted_starts
    from extractor.crawl import CrawlOptions
    from extractor.crawl.options import WOULD_BE_FETCHED
    from extractor.files import Known
    from extractor.project import load
    from extractor.store import open_database

    project = load(Path())
    if not (starts := starts or project.sources):
        raise click.UsageError("Nothing to crawl: give URLs, or name sources in doichieu.toml (`doichieu init`).")
    given = project.settings() | {name: value for name, value in given.items() if value is not None}
    mapped, insecure = parse_mapped(given.pop("mapped")), frozenset(given.pop("insecure"))
    given.setdefault("archive", pipeline.archive_folder(database))
    board = screen.Board(silent)
    options = CrawlOptions(resolve=mapped, insecure_hosts=insecure, progress=board.show, **given)
    begun = sorted_starts(starts)
    totals: Counter[str] = Counter()
    with open_database(database) as store:
        run = pipeline.begin(store, "crawl")
        faults = (pipeline.Outcome(place, "failed", why) for place, why in begun.faults)
        fetched = pipeline.crawl(store, begun.urls, options, run) if begun.urls else ()
        archives = () if options.dry_run else begun.archives
        for outcome in chain(faults, pipeline.add_files(store, archives, Known(), run), fetched):
            if outcome.reason == WOULD_BE_FETCHED:
                totals["to fetch"] += 1
                click.echo(outcome.source)
            else:
                count(totals, outcome, board.clear)
        store.end_run(run, totals)
    if not silent:
        click.echo(summary(totals), err=True)


def parse_mapped(pairs: tuple[str, ...]) -> dict[str, str]:
    """`HOST:ADDRESS:PORT` options as host to address."""
    from extractor.errors import InputError

    split = [pair.partition(":") for pair in pairs]
    for host, _, address in split:
        if not host or not address:
            raise InputError(f"--resolve {host}:{address} names no address", "write HOST:ADDRESS:PORT")
    return {host: address for host, _, address in split}
