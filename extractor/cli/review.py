"""Commands of the fact-checker: review, accuracy, gold."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Any

import click

from extractor.cli.output import emit, format_options
from extractor.errors import InputError

database_argument = click.argument("database", type=click.Path(path_type=Path))


@click.command()
@database_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on; others than you reach it.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--reviewer", "reviewers", multiple=True, help="Name of a reviewer; each gets a login link.")
@click.option("--name", "names", multiple=True, help="Further host name that the server answers to.")
@click.option("--no-browser", is_flag=True, help="Print the link instead of opening it.")
def review(database: Path, reviewers: tuple[str, ...], **where: Any) -> None:
    """Serve the review pages of DATABASE on this machine and open them: read an article, decide on each figure."""
    from extractor.review.serve import Serving, is_loopback, serve

    named = reviewers or (_own_name(),)
    if any(not name.strip() or len(name) > 60 or not name.isprintable() for name in named):
        raise InputError("a reviewer's name is blank, too long or not printable", "give another --reviewer")
    if not is_loopback(where["host"]) and not reviewers:
        raise InputError(f"{where['host']} can be reached by others", "name who may decide with --reviewer")
    browser = not where["no_browser"]
    serving = Serving(where["host"], where["port"], named, browser, where["names"])
    serve(database, serving, lambda name, link: click.echo(f"{name}: {link}"))


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"


@click.command()
@database_argument
@format_options
def accuracy(database: Path, form: str) -> None:
    """How right the rules are where reviewers of DATABASE decided: precision by rule, indicator, language and
    publisher with 95 % intervals, recall over articles read to the end, agreement of reviewers."""
    from extractor.review.accuracy import measure
    from extractor.store import open_database

    with open_database(database, create=False) as store:
        found = measure(store)
    rows = [_share("precision", "all", found.precision), _share("recall", "articles read to the end", found.recall)]
    rows += [_share(f"precision by {kind}", name, one) for kind in found.by for name, one in found.by[kind]]
    for one in found.agreement:
        shown = None if one.kappa is None else f"{one.kappa:.3f}"
        names = f"{one.one} · {one.other}"
        rows.append({"measure": "Cohen's kappa", "of": names, "value": shown, "right": one.same, "decided": one.claims})
    emit(rows if found.precision.whole else [], form, "no decisions yet")


def _share(measure: str, name: str, share: Any) -> dict[str, Any]:
    low, high = share.interval or (None, None)
    number = {"value": share.value, "low": low, "high": high}
    shown = {key: None if value is None else f"{value:.3f}" for key, value in number.items()}
    return {"measure": measure, "of": name, **shown, "right": share.part, "decided": share.whole}


@click.group()
def gold() -> None:
    """Turn reviewed articles into gold, which `doichieu evaluate` scores the rules on."""


@gold.command("export")
@database_argument
def export_gold(database: Path) -> None:
    """Print each article of DATABASE that was read to the end as one JSON object a line."""
    from extractor.review.gold import export
    from extractor.store import open_database

    with open_database(database, create=False) as store:
        for row in export(store):
            click.echo(json.dumps(row, ensure_ascii=False))
