"""The command `doichieu`: commands are imported when they are called, so that start-up stays light."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from extractor import __version__
from extractor.errors import DoichieuError

COMMANDS = {
    "demo": (
        "collect",
        "Crawl, read and compare a small news site that comes with the tool; needs no internet.",
    ),
    "init": ("collect", "Write a project file: sources, contact and pauses of the crawls from a folder."),
    "crawl": ("collect", "Fetch articles from URLs, feeds and listing pages into a database."),
    "add": ("collect", "Read local files, folders and web archives into a database."),
    "extract": ("texts", "Print the figures and claims of a text; needs no database."),
    "show": ("look", "Show an article with its figures marked, its claims and findings."),
    "check": ("look", "Recompute what the articles claim and list what does not add up."),
    "compare": ("look", "Set the provinces' claims side by side."),
    "report": ("look", "Write the comparison as one HTML file."),
    "diff": ("look", "Show what changed between two runs."),
    "evidence": ("evidence", "Pack a finding with all that shows it, or check such a file."),
    "search": ("keep", "Find articles or claims by their words."),
    "export": ("keep", "Write the tables, a flat cube and the decisions to a folder."),
    "schema": ("keep", "Print what every table and column holds; metadata for Datasette."),
    "reextract": ("keep", "Read every stored article by today's rules."),
    "reparse": ("keep", "Parse every archived page with today's parser."),
    "reference": ("keep", "Add official values from a CSV file."),
    "import": ("keep", "Add decisions from another database's export."),
    "merge": ("keep", "Take over what another database has."),
    "forget": ("keep", "Delete an article or a host for good."),
    "doctor": ("keep", "Look a database over and mend it."),
    "sources": ("sources", "List and check the publishers; propose a rule for a new site."),
    "evaluate": ("measure", "Measure the rules on annotated texts."),
    "batch": ("batch", "Read archives of many pages into Parquet, on every core or a cluster."),
    "review": ("review", "Serve the fact-checker's pages: read an article, decide on each figure."),
    "accuracy": ("review", "Tell how right the rules are where reviewers decided."),
    "gold": ("review", "Turn reviewed articles into gold."),
    "patterns": ("rules", "Check and list the rules, and explain what they read."),
}


class Lazy(click.Group):
    """A group whose commands live in the modules beside this one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports one command's module."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"extractor.cli.{COMMANDS[cmd_name][0]}")
        # `import` cannot be the name of a function.
        command: click.Command = getattr(module, {"import": "bring"}.get(cmd_name, cmd_name))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="doichieu")
@click.option("--patterns", "folder", type=click.Path(path_type=Path), help="Use the rules of this folder.")
def cli(folder: Path | None) -> None:
    """Read what Vietnamese government news claims in figures, say whose figure it is, and check it."""
    if folder is not None:
        from extractor.rules import patterns, use

        use(folder)
        patterns()


def main(arguments: list[str] | None = None) -> None:
    """Runs a command; every failure that a user can cause ends in one line and exit code 1."""
    try:
        code: Any = cli.main(args=arguments, prog_name="doichieu", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        click.echo("doichieu: stopped; what was finished is kept", err=True)
        code = 130
    except BrokenPipeError:
        # The reader of a pipe went away: nothing to say, and nothing may be written while Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except DoichieuError as error:
        click.echo(f"doichieu: {error}", err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else 0)
