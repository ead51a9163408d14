"""The command that reads shards of many pages: batch."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.output import clean, clear, progress

if TYPE_CHECKING:
    from extractor.batch import BatchOptions
    from extractor.batch.run import Progress

SHOWN = 20


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("-o", "--output", required=True, help="Folder or URL to write to; what is there already is left.")
@click.option("--all", "everything", is_flag=True, help="Read pages of every host, not of the sources list only.")
@click.option("--host", "hosts", multiple=True, help="Read pages of this host and those below it.")
@click.option("--lang", "languages", multiple=True, help="Keep articles in this language only.")
@click.option("--workers", type=click.IntRange(1, 1000), help="Processes (one a core).")
@click.option("--scheduler", metavar="ADDRESS", help="Use a Dask cluster, such as tcp://127.0.0.1:8786.")
@click.option(
    "--page-seconds",
    "seconds",
    type=click.FloatRange(0.1),
    default=30.0,
    show_default=True,
    help="Time a page may take.",
)
@click.option(
    "--page-memory",
    "megabytes",
    type=click.IntRange(50),
    default=1000,
    show_default=True,
    help="Megabytes a page may take.",
)
@click.option("--again", is_flag=True, help="Make output anew that other rules or another version made.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--silent", is_flag=True, help="Print nothing but errors.")
def batch(inputs: tuple[str, ...], everything: bool, as_json: bool, silent: bool, **given: Any) -> None:
    """Read archives (WARC, WACZ), JSON Lines, Parquet and folders into Parquet, one file a shard.
    A run that was cut off goes on where it stopped; load the folder with `doichieu add DB DIR`."""
    from extractor.batch import run

    options = _options(everything, given)
    made = run(inputs, options, lambda now: _say(now, silent))
    clear(silent)
    _failures(made)
    if as_json:
        click.echo(json.dumps(made.summary(), ensure_ascii=False, indent=2))
    elif not silent:
        click.echo(_counts(made), err=True)
    if made.lost:
        raise click.exceptions.Exit(1)


def _options(everything: bool, given: dict[str, Any]) -> BatchOptions:
    from extractor.batch import BatchOptions
    from extractor.batch.choose import known_hosts
    from extractor.rules import data_folder, patterns

    hosts = frozenset(host.lower() for host in given.pop("hosts"))
    for language in given["languages"]:
        patterns().require(language)
    given["workers"] = given["workers"] or os.cpu_count() or 1
    own = patterns().root == data_folder("patterns")
    wanted = None if everything else hosts or known_hosts()
    return BatchOptions(hosts=wanted, patterns=None if own else str(patterns().root), **given)


def _say(now: Progress, silent: bool) -> None:
    shards = f"{now.done + now.skipped} of {now.shards} shards"
    progress(f"{shards}, {now.counts['articles']:,} articles, {now.counts['claims']:,} claims", silent)


def _failures(made: Progress) -> None:
    for name, reason in made.failures[:SHOWN]:
        click.echo(f"failed: {clean(name)}: {clean(reason)}", err=True)
    if (more := made.counts["failed"] - SHOWN) > 0:
        click.echo(f"failed: {more:,} more, each a row with its reason in the output", err=True)
    for name, reason in made.lost.items():
        click.echo(f"not done: {clean(name)}: {clean(reason)}", err=True)


def _counts(made: Progress) -> str:
    words = ", ".join(f"{made.counts[name]:,} {name.replace('_', ' ')}" for name in made.summary()["counts"])
    return f"{made.done} shards done, {made.skipped} done before, {len(made.lost)} not done: {words}"
