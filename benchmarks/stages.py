"""Each stage and its peer on the same input; every function is run in a process of its own."""

from __future__ import annotations

import io
import os
import resource
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import pages
from benchmarks.batches import batches, loading, workers
from benchmarks.measure import Measure, cpu
from extractor.records import Article

PAGES = 80
WARM_UP = 40
SIZE = 100_000


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
