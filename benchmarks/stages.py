"""Each stage and its peer on the same input; every function is run in a process of its own."""

from __future__ import annotations

import io
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import pages
from extractor.records import Article

PAGES = 80
WARM_UP = 40
SIZE = 100_000
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """A stage on its input: documents, bytes, CPU seconds; a peer's seconds for the same, or a limit to reach."""

    stage: str
    given: str
    count: int
    size: int
    seconds: float
    peer: str = ""
    peer_seconds: float = 0.0
    note: str = ""
    unit: str = "page"


def cpu(act: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The least CPU seconds of a few rounds, for other programs slow some of them down."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        act()
        least = min(least, time.process_time() - start)
    return least


@cache
def ruled() -> tuple[Any, ...]:
    """Pages of 100 kB of sites that have a rule."""
    from extractor.parse import parse

    made = (pages.page(number, SIZE) for number in range(2 * PAGES))
    known = {page.url.split("?")[0] for page in map(pages.page, range(len(pages.originals())))
             if "trafilatura" not in parse(page).parser}  # fmt: skip
    return tuple(page for page in made if page.url.split("?")[0] in known)[:PAGES]


@cache
def articles() -> tuple[Article, ...]:
    """The articles of those pages."""
    from extractor.parse import parse

    return tuple(parse(page) for page in ruled())


@cache
def urdu() -> tuple[Article, ...]:
    """Real Urdu articles from the folder that DOICHIEU_SEEDS names, else the sample site's."""
    from extractor.parse import parse, plain

    folder = os.environ.get("DOICHIEU_SEEDS")
    if folder:
        return tuple(
            plain(path.read_text(encoding="utf-8"), language="ur") for path in sorted(Path(folder).glob("*.txt"))
        )
    made = (parse(pages.page(number)) for number in range(len(pages.originals())))
    return tuple(article for article in made if article.language == "ur")


def size_of(found: Sequence[Article]) -> int:
    """Bytes of their texts."""
    return sum(len(article.text.encode()) for article in found)


def records() -> Measure:
    """Pages out of a WARC file."""
    from warcio.archiveiterator import ArchiveIterator

    from extractor.crawl.read import captures

    with tempfile.TemporaryDirectory() as folder:
        path = pages.archive(Path(folder) / "a.warc.gz", range(PAGES), SIZE)
        ours = cpu(lambda: sum(len(page.body) for page in captures(path)))

        def theirs() -> None:
            with path.open("rb") as file:
                sum(len(record.content_stream().read()) for record in ArchiveIterator(file))

        return Measure("WARC records", "pages of 100 kB", PAGES, PAGES * SIZE, ours, "warcio", cpu(theirs))


def parsing() -> Measure:
    """HTML to articles by site rules, against the bare tree of the same parser."""
    from selectolax.lexbor import LexborHTMLParser

    from extractor.parse import parse

    found = ruled()
    ours = cpu(lambda: [parse(page) for page in found])
    bare = cpu(lambda: [LexborHTMLParser(page.body) for page in found])
    size = sum(len(page.body) for page in found)
    return Measure("parse, site rule", "pages of 100 kB", len(found), size, ours, "Lexbor's tree alone", bare)


def parsing_peer() -> Measure:
    """The same against a generic extractor."""
    import trafilatura

    from extractor.parse import parse

    found = ruled()[:30]
    ours = cpu(lambda: [parse(page) for page in found])
    theirs = cpu(lambda: [trafilatura.extract(page.body, fast=True, include_tables=True) for page in found], 1)
    size = sum(len(page.body) for page in found)
    return Measure("parse, site rule", "pages of 100 kB", len(found), size, ours, "trafilatura fast", theirs)


def _tokens(found: Sequence[Article], language: str) -> float:
    import spacy

    nlp = spacy.blank(language)

    def work() -> None:
        with nlp.memory_zone():
            for article in found:
                nlp.make_doc(article.text)

    return cpu(work)


def _understand(found: Sequence[Article], name: str, language: str) -> Measure:
    from extractor.claim import claims
    from extractor.read import read_article

    def work() -> None:
        for article in found:
            claims(article, read_article(article))

    work()
    figures = sum(len(read_article(article).figures) for article in found)
    letters = sum(len(article.text) for article in found)
    note = f"{figures * 1000 / letters:.1f} figures a 1,000 letters"
    peer = f"spaCy's tokenization ({language})"
    return Measure("read and claim", name, len(found), size_of(found), cpu(work), peer, _tokens(found, language), note)


def understanding_urdu() -> Measure:
    """Figures and claims of Urdu articles."""
    return _understand(urdu(), "Urdu articles", "ur")


def understanding_site() -> Measure:
    """Figures and claims of the sample site, whose texts are made of figures."""
    return _understand(articles(), "sample site", "xx")


def reading_urdu() -> Measure:
    """Figures alone."""
    from extractor.read import read_article

    found = urdu()
    seconds = cpu(lambda: [read_article(article) for article in found])
    return Measure("read", "Urdu articles", len(found), size_of(found), seconds, "spaCy's tokenization (ur)",
        _tokens(found, "ur"))  # fmt: skip


def storing() -> Measure:
    """Articles with 15 claims each into SQLite, against plain executemany into the same tables."""
    from benchmarks import store

    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()):
        ours, plain, _ = store.fill(Path(folder), 1500, baseline=True)
    count = store.BATCH * len(ours)
    note = f"{count * store.CLAIMS / sum(ours):,.0f} claims/s, wall time"
    return Measure("store", "4 kB, 15 claims", count, count * 4000, sum(ours), "plain executemany", sum(plain), note)


def whole() -> Measure:
    """HTML to rows in SQLite, page by page."""
    from extractor.pipeline import add_page, begin
    from extractor.store import open_database

    found = ruled()
    with tempfile.TemporaryDirectory() as folder, open_database(Path(folder) / "a.db") as store:
        run = begin(store, "add")
        for number in range(WARM_UP):  # a process loads the rules of each language once
            add_page(store, pages.page(999_000 + number), run)
        seconds = cpu(lambda: [add_page(store, page, run) for page in found], 1)
    size = sum(len(page.body) for page in found)
    return Measure("HTML to rows in SQLite", "pages of 100 kB", len(found), size, seconds, "goal: 150 pages/s",
        len(found) / 150)  # fmt: skip


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
    note = f"{one / two:.2f} times as fast; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
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
            out.finish({"format": 1})
        (path.parent / "manifest.json").write_text(json.dumps({"files": {path.name: {"sha256": sha256(path)}}}))
        with open_database(path.parent / "a.db") as store:
            run = begin(store, "add")
            start = time.process_time()
            done = sum(1 for _ in load(store, path.parent, run))
            seconds = time.process_time() - start
    claims = done * CLAIMS
    return Measure("load batch output", "4 kB, 15 claims", claims, done * 4000, seconds, "goal: 20,000 claims/s",
        claims / 20_000, f"{claims / seconds:,.0f} claims/s", "claim")  # fmt: skip


STAGES: dict[str, Callable[[], Measure]] = {
    stage.__name__: stage
    for stage in (
        records, parsing, parsing_peer, reading_urdu, understanding_urdu, understanding_site, storing, whole,
        batches, workers, loading,
    )
}  # fmt: skip


def measured(name: str) -> dict[str, Any]:
    """A stage's measure and the most memory that this process has had, in MB."""
    measure = STAGES[name]()
    return {"name": name} | asdict(measure) | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
