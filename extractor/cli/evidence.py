"""Commands of evidence that a stranger can check: evidence make, evidence verify."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.cli.groups import DefaultGroup


@click.group(cls=DefaultGroup)
def evidence() -> None:
    """Pack a finding with all that shows it into one file, or check such a file.

    `evidence DATABASE FINDING` is `evidence make DATABASE FINDING`.
    """


@evidence.command()
@click.argument("database", type=click.Path(path_type=Path))
@click.argument("finding", type=int)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file (finding-N.zip).")
def make(database: Path, finding: int, output: Path | None) -> None:
    """Pack FINDING (the number that `doichieu check` prints): texts, quotes with their places and hashes,
    the archived answers of the web sites, rules, decisions and the recomputation."""
    from extractor.publish import evidence_bundle, write
    from extractor.store import open_database

    path = output or Path(f"finding-{finding}.zip")
    with open_database(database, create=False) as store:
        write(path, evidence_bundle(store, finding))
    click.echo(f"wrote {path}", err=True)


@evidence.command()
@click.argument("file", type=click.Path(path_type=Path))
def verify(file: Path) -> None:
    """Check FILE without database or network: every hash, quote and figure. Exit 1 when something is not as it says."""
    from extractor.cli.output import clean
    from extractor.errors import InputError
    from extractor.report.bundle import LARGEST, summary, verify

    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{file} cannot be read", f"give a bundle that is there ({error.strerror})") from error
    faults = verify(data)
    for fault in faults:
        click.echo(clean(fault))
    if faults:
        raise click.exceptions.Exit(1)
    for line in summary(data):
        click.echo(clean(line))
