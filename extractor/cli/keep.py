"""Commands that keep a database: search, reextract, reparse, doctor, export, import, merge, reference, forget."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.groups import DefaultGroup
from extractor.cli.output import counted, emit, format_options, summary
from extractor.errors import InputError

if TYPE_CHECKING:
    from extractor.store.search import Hit

database_argument = click.argument("database", type=click.Path(path_type=Path))
silent_option = click.option("--silent", is_flag=True, help="Print nothing but errors.")


@click.command()
@database_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--claims", "in_claims", is_flag=True, help="Find claims by their sentence instead of articles.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@format_options
def search(database: Path, words: tuple[str, ...], in_claims: bool, limit: int, form: str) -> None:
    """Find articles with all of WORDS; letters count without marks, so dat finds đạt.
    "In quotes" is a phrase, begin* a beginning."""
    from extractor.store import open_database
    from extractor.store import search as index

    find = index.claims if in_claims else index.articles
    with open_database(database, create=False) as store:
        hits = find(store.db, " ".join(words), limit)
    emit([_hit_row(hit) for hit in hits], form, "nothing found")


def _hit_row(hit: Hit) -> dict[str, Any]:
    parts, last = [], 0
    for start, end in hit.marks:
        parts += [hit.snippet[last:start], "[", hit.snippet[start:end], "]"]
        last = end
    found = {"article": hit.article_id} | ({"claim": hit.claim_id} if hit.claim_id else {})
    return found | {
        "published": hit.published or "",
        "title": hit.title,
        "found": "".join([*parts, hit.snippet[last:]]),
    }


@click.command()
@database_argument
@click.option("--dry-run", is_flag=True, help="List what would change, and change nothing.")
@silent_option
@format_options
def reextract(database: Path, dry_run: bool, silent: bool, form: str) -> None:
    """Read every stored article by today's rules. What is no longer found is retired, decisions are carried."""
    if dry_run:
        _foretell(database, form)
    else:
        _again(database, "reextract", silent)


@click.command()
@database_argument
@silent_option
def reparse(database: Path, silent: bool) -> None:
    """Parse every archived page with today's parser, then read it; needs no network."""
    _again(database, "reparse", silent)


def _foretell(database: Path, form: str) -> None:
    from extractor.cli.look import change_row, changed
    from extractor.pipeline import foresee
    from extractor.store import open_database

    with open_database(database, create=False) as store:
        found = list(foresee(store))
    emit([change_row(one) for one in found], form, "nothing would change")
    click.echo(f"would be {changed(found)}", err=True)


def _again(database: Path, command: str, silent: bool) -> None:
    from extractor import pipeline
    from extractor.store import open_database

    redo = {"reextract": pipeline.reextract, "reparse": pipeline.reparse}[command]
    with open_database(database, create=False) as store:
        run = pipeline.begin(store, command)
        totals = counted(redo(store, run), silent)
        store.end_run(run, totals)
    if not silent:
        click.echo(summary(totals), err=True)


@click.command()
@database_argument
@click.option("--mend", is_flag=True, help="Make anew what is derived from other rows and is wrong.")
@format_options
def doctor(database: Path, mend: bool, form: str) -> None:
    """Look a database over: damage, links, schema, texts, archives, rules. Exit 1 when something is wrong."""
    from extractor.store import open_database
    from extractor.store.doctor import examine

    with open_database(database, create=False) as store:
        checks = list(examine(store, mend=mend))
    rows = [{"check": c.name, "state": "ok" if c.ok else "WRONG", "seen": c.seen, "mended": c.mended} for c in checks]
    emit(rows, form)
    if not all(check.ok or check.mended for check in checks):
        raise click.exceptions.Exit(1)


@click.command()
@database_argument
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder.")
@click.option("--format", "formats", multiple=True, default=("csv", "jsonl"), show_default=True,
              type=click.Choice(["csv", "jsonl", "parquet"]))  # fmt: skip
@click.option("--bom", is_flag=True, help="Mark CSV files as UTF-8 for Excel.")
@click.option("--texts", is_flag=True, help="Whole articles too.")
@click.option("--claimreview", is_flag=True, help="The reviewed claims as schema.org JSON-LD too.")
def export(database: Path, output: Path, claimreview: bool, **options: Any) -> None:
    """Write the tables, a flat cube, the decisions, a dictionary and a note on rights to a folder."""
    from extractor import publish
    from extractor.store import open_database
    from extractor.store.export import Options
    from extractor.store.export import export as write

    with open_database(database, create=False) as store:
        counts = write(store, output, Options(**options))
        if claimreview:
            publish.write(output / "claims.jsonld", publish.claim_reviews(store))
    for name, number in counts.items():
        click.echo(f"{output / name}: {number:,} rows", err=True)


@click.command("import")
@database_argument
@click.argument("file", type=click.Path(path_type=Path))
def bring(database: Path, file: Path) -> None:
    """Add the decisions of an exported decisions.jsonl, each where its anchor is found."""
    from extractor.store import open_database
    from extractor.store.exchange import import_decisions

    with open_database(database, create=False) as store:
        _tell(import_decisions(store, file))


@click.command()
@database_argument
@click.argument("other", type=click.Path(path_type=Path))
def merge(database: Path, other: Path) -> None:
    """Take over what the database OTHER has and DATABASE lacks: texts, claims, decisions, references."""
    from extractor.pipeline import begin
    from extractor.store import open_database
    from extractor.store.exchange import merge as join

    with open_database(database) as store:
        run = begin(store, "merge")
        counts = join(store, other, run)
        store.end_run(run, counts)
    _tell(counts)


@click.group(cls=DefaultGroup)
def reference() -> None:
    """Official values that `check` holds claims against; `reference DATABASE FILE` adds them too."""


@reference.command("add")
@database_argument
@click.argument("file", type=click.Path(path_type=Path))
def add_reference(database: Path, file: Path) -> None:
    """Add official values from a CSV file: indicator, area, period, value, unit, source.

    A column programme says which programme a value is of, territory (34 or 63) of which set of provinces the area is.
    `check` holds the claims of the same area, period and unit against them.
    """
    from extractor.pipeline import begin
    from extractor.store import open_database
    from extractor.store.references import add

    with open_database(database) as store:
        run = begin(store, "reference")
        with store.writing() as db:
            counts = add(db, file, run)
        store.end_run(run, counts)
    _tell(counts)


@click.command()
@database_argument
@click.argument("name")
@click.option("--yes", "agreed", is_flag=True, help="Delete without asking.")
def forget(database: Path, name: str, agreed: bool) -> None:
    """Delete an article (its id or URL) or everything of a host for good."""
    from extractor.pipeline import begin
    from extractor.store import open_database
    from extractor.store.forget import forget as delete

    if not agreed:
        _ask("Delete it with its texts, claims and decisions?")
    with open_database(database, create=False) as store:
        _tell(delete(store, name, begin(store, "forget")))


@click.command()
@database_argument
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder; else the schema is printed."
)
def schema(database: Path, output: Path | None) -> None:
    """Print what every table and column holds; with -o write metadata for Datasette 0.65 and 1.0."""
    from extractor.store import open_database
    from extractor.store.datasette import write
    from extractor.store.schema import markdown

    with open_database(database, create=False) as store:
        if output is None:
            click.echo(markdown(store.db))
            return
        for path in write(store, output):
            click.echo(f"wrote {path}", err=True)


def _ask(question: str) -> None:
    """InputError unless the answer is yes; where nobody can answer, it is no."""
    try:
        agreed = click.confirm(question, err=True)
    except click.Abort:
        click.echo(err=True)
        agreed = False
    if not agreed:
        raise InputError("nothing deleted", "answer y, or use --yes")


def _tell(counts: dict[str, int]) -> None:
    click.echo(", ".join(f"{number:,} {name}" for name, number in counts.items()) or "nothing to do", err=True)
