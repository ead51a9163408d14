"""Batch beside the pipeline alone, two workers beside one, and its output on the way into a database."""

from __future__ import annotations

import json
import multiprocessing
import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from benchmarks import pages
from benchmarks.measure import Measure, cpu

WARM_UP = 40


def batches() -> Measure:
    """An archive to Parquet with one worker, against the same pages read in this process without one."""
    from extractor.batch import BatchOptions, run
    from extractor.batch.items import Item
    from extractor.batch.rows import row

    numbers = range(400)
    found = [Item("", page=pages.page(number, 20_000)) for number in numbers]
    row(found[0], (), False)
    plain = cpu(lambda: [row(item, (), False) for item in found], 1)
    with tempfile.TemporaryDirectory() as folder:
        one = pages.archive(Path(folder) / "one.warc.gz", numbers[:1])
        path = pages.archive(Path(folder) / "a.warc.gz", numbers, 20_000)
        run([str(one)], BatchOptions(f"{folder}/one"))
        start = time.perf_counter()
        run([str(path)], BatchOptions(f"{folder}/out"))
        seconds = time.perf_counter() - start
    note = f"{(seconds - plain) / len(found) * 1000:.1f} ms a page over the pipeline alone"
    return Measure("batch, one worker", "pages of 20 kB", len(found), len(found) * 20_000, seconds, "pipeline alone",
        plain, note)  # fmt: skip


def _read(numbers: range) -> float:
    """Wall seconds that reading these pages takes in this process, without batch."""
    from extractor.batch.items import Item
    from extractor.batch.rows import row

    found = [Item("", page=pages.page(number, 20_000)) for number in numbers]
    start = time.perf_counter()
    for item in found:
        row(item, (), False)
    return time.perf_counter() - start


def cores() -> float:
    """How many times as fast as one two processes are that share nothing: what two cores of this machine give."""
    numbers = range(400)
    with ExitStack() as stack:
        context = multiprocessing.get_context("spawn")
        pools = [stack.enter_context(ProcessPoolExecutor(1, mp_context=context)) for _ in range(2)]
        for pool in pools:
            pool.submit(_read, range(WARM_UP)).result()
        alone = pools[0].submit(_read, numbers).result()
        together = [pool.submit(_read, numbers) for pool in pools]
        return 2 * alone / max(future.result() for future in together)


def workers() -> Measure:
    """Two workers against one, wall time; so many pages that starting them is a small part of it."""
    from extractor.batch import BatchOptions, run

    count = 4800
    with tempfile.TemporaryDirectory() as folder:
        made = list(pages.archives(Path(folder) / "in", count, 200, 20_000))
        seconds = []
        for number in (1, 2):
            start = time.perf_counter()
            run([str(path) for path in made], BatchOptions(f"{folder}/{number}", workers=number))
            seconds.append(time.perf_counter() - start)
    one, two = seconds
    note = f"{one / two:.2f} times as fast ({cores():.2f} without batch); load {os.getloadavg()[0]:.1f}"
    return Measure("batch, two workers", "pages of 20 kB", count, count * 20_000, two, "one worker", one, note)


def loading() -> Measure:
    """Batch output into SQLite, in claims."""
    from benchmarks.store import CLAIMS, generate
    from extractor.batch import table
    from extractor.batch.load import load, sha256
    from extractor.batch.rows import article_row, claim_row
    from extractor.pipeline import begin
    from extractor.store import open_database

    count = 2000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.parquet"
        with table.writer(path) as out:
            for article, claims in map(generate, range(count)):
                told = {"figures": [], "claims": [claim_row(claim) for claim in claims], "name": article.id}
                out.add(article_row(article) | told)
            out.finish({"format": table.FORMAT})
        (path.parent / "manifest.json").write_text(json.dumps({"files": {path.name: {"sha256": sha256(path)}}}))
        with open_database(path.parent / "a.db") as store:
            run = begin(store, "add")
            start = time.process_time()
            done = sum(1 for _ in load(store, path.parent, run))
            seconds = time.process_time() - start
    claims = done * CLAIMS
    return Measure("load batch output", "4 kB, 15 claims", claims, done * 4000, seconds, "goal: 20,000 claims/s",
        claims / 20_000, f"{claims / seconds:,.0f} claims/s", "claim")  # fmt: skip
