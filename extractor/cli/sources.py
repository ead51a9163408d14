"""The commands of the list of publishers: sources list, check, suggest."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from extractor.cli.output import emit, format_options
from extractor.errors import InputError

# A host name with or without a path: labels with dots between them.
HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:/.*)?", re.IGNORECASE)


@click.group()
def sources() -> None:
    """The publishers in corpus/sources.csv: list them, ask whether they answer, propose a rule for a new site."""


@sources.command("list")
@click.argument("part", default="")
@format_options
def listed(part: str, form: str) -> None:
    """List the publishers whose host, name or province holds PART."""
    keep = ("host", "name", "owner_type", "province", "languages", "feeds", "rule")
    rows = [{key: row[key] for key in keep} for row in _table() if part.lower() in " ".join(row.values()).lower()]
    emit(rows, form, f"no publisher has {part!r}")


@sources.command()
@click.option("--probe", is_flag=True, help="Ask each host for its home page and feeds, politely.")
@click.option("--host", "hosts", multiple=True, help="Only this host.")
@format_options
def check(probe: bool, hosts: tuple[str, ...], form: str) -> None:
    """Check the list: hosts are unique, provinces and rules exist; with --probe also whether hosts and feeds answer."""
    table = _table()
    known = {row["host"] for row in table}
    if missing := [host for host in hosts if host not in known]:
        raise InputError(f"no publisher {', '.join(missing)}", "see: doichieu sources list")
    rows = [row for row in table if not hosts or row["host"] in hosts]
    found = [{"host": row["host"], "fault": fault} for row in rows for fault in _faults(row)]
    if probe:
        found += [{"host": host, "fault": fault} for host, fault in _probed(rows)]
    emit(found, form, f"{len(rows)} publishers, nothing wrong")
    if found:
        raise click.exceptions.Exit(1)


@sources.command()
@click.argument("page")
@click.option("--resolve", "mapped", multiple=True, metavar="HOST:ADDRESS:PORT", help="Where a host is, as in curl.")
def suggest(page: str, mapped: tuple[str, ...]) -> None:
    """Propose a rule for the site of PAGE (a URL, or a saved .html file) and show what it takes."""
    from extractor.parse.suggest import suggest as propose

    found = propose(_page(page, mapped))
    click.echo(found.toml)
    for name, text in (("title", found.title), ("lead", found.lead), ("published", found.published or "")):
        click.echo(f"# {name}: {text}")
    for paragraph in found.paragraphs:
        click.echo(f"# paragraph: {paragraph[:100]}")


def _table() -> list[dict[str, str]]:
    import csv

    from extractor.rules import data_folder

    with (data_folder("corpus") / "sources.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _faults(row: dict[str, str]) -> list[str]:
    from extractor.catalog import areas
    from extractor.sites import sites

    known = areas()
    families = {site.family for site in sites().all} | {site.rule.id for site in sites().all}
    faults = [
        f"no province {row[key]!r}"
        for key in ("province", "province_before_2025")
        if row[key] and row[key] not in known
    ]
    return faults + ([f"no rule {row['rule']!r} in sites.toml"] if row["rule"] and row["rule"] not in families else [])


def _probed(rows: list[dict[str, str]]) -> list[tuple[str, str]]:
    from extractor.crawl import CrawlOptions, probe
    from extractor.urls import authority

    urls = [url for row in rows for url in (f"https://{row['host']}/", *filter(None, row["feeds"].split(";")))]
    return [
        (authority(fetch.url), f"{fetch.url}: {fetch.reason}")
        for fetch in probe(urls, CrawlOptions())
        if fetch.outcome in {"failed", "refused", "skipped"}
    ]


def _page(name: str, mapped: tuple[str, ...]) -> Any:
    from extractor.cli.collect import parse_mapped
    from extractor.crawl import CrawlOptions, probe
    from extractor.errors import FetchError
    from extractor.pipeline import saved_page

    if "://" not in name:
        if HOST.fullmatch(name) and not Path(name).exists():
            raise InputError(f"{name} is no file", f"if it is a site, write https://{name}")
        return saved_page(Path(name))
    for fetch in probe([name], CrawlOptions(resolve=parse_mapped(mapped))):
        if fetch.page is not None:
            return fetch.page
        raise FetchError(f"{name} cannot be fetched", fetch.reason or "try another page of the site")
    raise FetchError(f"{name} gave no page", "try another page of the site")
