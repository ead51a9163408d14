"""Computes docs/scale.md from results.json: python -m benchmarks.scale

What is measured comes from results.json; what is assumed stands in ASSUMED, with its reason, and is printed as such.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
TARGET = FOLDER.parent / "docs" / "scale.md"
A_DAY = 10_000_000
SECONDS = 86_400
# name: (value, why)
ASSUMED = {
    "page_kb": (150, "kB a page as it is fetched; 20 kB packed in an archive"),
    "packed_kb": (20, "kB a page in a .warc.gz file"),
    "rows_kb": (4, "kB a page of batch output: an article of 4 kB, packed, with its claims"),
    "database_kb": (14, "kB an article with 15 claims in SQLite, indexes and search included; 60,000 took 854 MB"),
    "deep": (
        0.5,
        "of the speed of loading is left in a file with a million claims: each one writes more pages",
    ),
    "core_price": (0.04, "dollars a core and hour, rented"),
    "disk_price": (0.023, "dollars a GB and month of object storage"),
    "use": (0.7, "of the time a core is busy: starts, ends, waiting for input"),
    "delay": (2.0, "seconds between two requests to one host, the crawler's default"),
    "claims": (15, "claims an article"),
}


PAGE = """# Past one machine

Computed by `python -m benchmarks.scale` from benchmarks/results.json; change the script, not this page.
Measured on {processor}, {cores} cores, load {load} while measuring: where the load is above the cores, other work
ran beside it, and a quiet machine does better than what follows.

## Ten million pages a day

| what | how much | from |
|---|---|---|
{cost}

## Where SQLite ends

| articles | claims | size | time to load |
|---|---|---|---|
{database}

One writer fills a database. Up to a million articles it is the right place: one file, reviewers and analysts at once.
Beyond that the Parquet folder is the store, asked with DuckDB (docs/batch.md), and SQLite holds what is reviewed: one
province, one programme, one year. Past some billion claims a warehouse reads the same files.

## Crawling under politeness

| hosts | pages a day at most | hours that ten million pages need |
|---|---|---|
{hosts}

Politeness, not the machine, bounds a crawl of few hosts: more machines do not help, older archives do.

## What is shed first

1. Pages of hosts outside the sources list: choosing by host costs next to nothing, before a page's bytes are unpacked.
2. Pages without a site's rule: the generic extractor takes many times a rule's time (benchmarks/README.md).
3. Raw pages after the rows are checked: archives are the larger part of what is kept.
4. Claims without an indicator.

## Assumed

| name | value | what |
|---|---|---|
{assumed}
"""


def value(name: str) -> float:
    """An assumption's value."""
    return float(ASSUMED[name][0])


def each(rows: dict[str, dict[str, Any]], stage: str) -> float:
    """Measured seconds a document."""
    return float(rows[stage]["seconds"]) / int(rows[stage]["count"])


def cost(seconds: float) -> list[str]:
    """Cores, disk and money of ten million pages a day at so many seconds a page."""
    # There is no part of a core.
    cores = math.ceil(A_DAY * seconds / SECONDS / value("use"))
    packed, kept, page = (value(name) for name in ("packed_kb", "rows_kb", "page_kb"))
    stored = A_DAY * (packed + kept) / 1e6
    monthly = stored * 30 * value("disk_price")
    return [
        f"| cores | {cores:,} | {A_DAY:,} pages x {seconds * 1000:.1f} ms / {SECONDS:,} s / {value('use')} |",
        f"| dollars a day for cores | {cores * 24 * value('core_price'):,.0f} | at {value('core_price')} an hour |",
        f"| GB a day kept | {stored:,.0f} | archives {packed:.0f} kB and rows {kept:.0f} kB a page |",
        f"| dollars a month for what a month adds | {monthly:,.0f} | at {value('disk_price')} a GB |",
        f"| Mbit/s to fetch them | {A_DAY * page * 8 / 1000 / SECONDS:,.0f} | {page:.0f} kB a page |",
    ]


def database(rows: dict[str, dict[str, Any]]) -> list[str]:
    """How long SQLite takes for so many articles, and how large it gets."""
    lines = []
    for count in (100_000, 1_000_000, 10_000_000):
        hours = count * value("claims") * each(rows, "loading") / 3600 / value("deep")
        size = count * value("database_kb") / 1e6
        lines.append(f"| {count:,} | {count * value('claims'):,.0f} | {size:,.0f} GB | {hours:,.2f} h |")
    return lines


def polite(hosts: int) -> str:
    """Pages a day that a number of hosts allows."""
    return f"| {hosts:,} | {hosts * SECONDS / value('delay'):,.0f} | {A_DAY * value('delay') / hosts / 3600:,.1f} h |"


def text(results: dict[str, Any]) -> str:
    """The whole page."""
    rows = {row["name"]: row for row in results["rows"]}
    return PAGE.format(
        **results["machine"],
        cost="\n".join(cost(each(rows, "whole"))),
        database="\n".join(database(rows)),
        hosts=f"{polite(200)}\n{polite(20_000)}",
        assumed="\n".join(f"| {name} | {number} | {why} |" for name, (number, why) in ASSUMED.items()),
    )


def main() -> None:
    """Writes the page."""
    results = json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))
    TARGET.write_text(text(results), encoding="utf-8")


if __name__ == "__main__":
    main()
