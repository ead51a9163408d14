"""How commands print: data to standard output in the form asked for, everything else to standard error."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import click

from extractor.cells import guard
from extractor.errors import InputError

MARKUP = re.compile(r"[\\`*_{}\[\]()#!|~>]")
Row = Mapping[str, Any]
Function = TypeVar("Function", bound=Callable[..., Any])
FORMATS = {
    "json": "One JSON array.",
    "nl": "One JSON object a line.",
    "csv": "CSV, safe to open in a spreadsheet.",
    "md": "A Markdown table.",
    "table": "A table for reading (the default).",
}


def format_options(function: Function) -> Function:
    """Adds --json, --nl, --csv and --table; the command gets the chosen one as `form`."""
    for name, text in reversed(FORMATS.items()):
        option = click.option(f"--{name}", "form", flag_value=name, default=name == "table", type=str, help=text)
        function = option(function)
    return function


def emit(rows: Iterable[Row], form: str, empty: str = "") -> None:
    """Prints rows in the form; `empty` is said on standard error where a table would have none."""
    if form == "nl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    listed = list(rows)
    if form == "json":
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    elif form == "csv":
        write_csv(listed)
    elif form == "md":
        click.echo(markdown(listed))
    elif listed:
        click.echo(table(listed))
    elif empty:
        click.echo(empty, err=True)


def write_csv(rows: Sequence[Row]) -> None:
    """Rows as CSV on standard output, formula cells guarded."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    lines.writeheader()
    lines.writerows({name: guard(row.get(name)) for name in names} for row in rows)


def markdown(rows: Sequence[Row]) -> str:
    """Rows as a Markdown table in which no cell can be markup."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    if not names:
        return ""
    lines = [names, ["---"] * len(names), *([literal(row.get(name)) for name in names] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def literal(value: Any) -> str:
    """A cell on one line with every sign that Markdown or HTML may take for markup escaped."""
    text = MARKUP.sub(r"\\\g<0>", clean(value)).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace("://", "&#58;//")


def table(rows: Sequence[Row]) -> str:
    """Rows as a plain table; numbers keep the form they have."""
    from tabulate import tabulate

    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[clean(row.get(name)) for name in names] for row in rows]
    return tabulate(cells, headers=names, disable_numparse=True)


def clean(value: Any) -> str:
    """A cell on one line without control characters, which could drive a terminal."""
    text = "" if value is None else str(value)
    return "".join(c if c.isprintable() or c == "\u200c" else " " for c in text)


def counted(outcomes: Iterable[Any], silent: bool) -> Counter[str]:
    """Counts outcomes as they come, says failures, and shows progress on a terminal."""
    totals: Counter[str] = Counter()
    for outcome in watched(outcomes, silent):
        count(totals, outcome, lambda: clear(silent))
    return totals


def count(totals: Counter[str], outcome: Any, clear: Callable[[], None]) -> None:
    """Counts an outcome; one that the user has to know of is said, after what stands on the terminal is cleared."""
    totals[outcome.result] += 1
    if outcome.reason and outcome.result in {"failed", "refused", "deferred"}:
        clear()
        click.echo(f"{outcome.result}: {clean(outcome.source)}: {clean(outcome.reason)}", err=True)


def watched(outcomes: Iterable[Any], silent: bool) -> Iterator[Any]:
    """The outcomes as they come, with a line of progress on a terminal."""
    for number, outcome in enumerate(outcomes, start=1):
        yield outcome
        progress(f"{number} read, last: {outcome.result} {outcome.source}", silent)
    clear(silent)


def progress(text: str, silent: bool) -> None:
    """One line that is overwritten, on a terminal only."""
    if not silent and sys.stderr.isatty():
        click.echo(f"\r\033[K{clean(text)[:100]}", nl=False, err=True)


def clear(silent: bool) -> None:
    """Takes the progress line away."""
    if not silent and sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)


def summary(totals: Mapping[str, int]) -> str:
    """The counts in words: `3 new, 1 changed, 0 skipped, 2 failed`."""
    names = dict.fromkeys([*("new", "changed", "unchanged", "skipped", "failed"), *totals])
    always = {"new", "changed", "skipped", "failed"}
    return ", ".join(f"{totals.get(name, 0)} {name}" for name in names if name in always or totals.get(name))


def lines(stream: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Numbered lines that hold something."""
    return ((number, line) for number, line in enumerate(stream, start=1) if line.strip())


def standard_input() -> str:
    """Everything on standard input; InputError where it is not UTF-8."""
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("standard input is not UTF-8", "convert it first, as with iconv") from error
