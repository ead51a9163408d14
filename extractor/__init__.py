"""Đối chiếu: reads what Vietnamese government news claims in figures, says whose figure it is, and checks it.

The verbs here are what most programs need; the stages have the rest (`extractor.read`, `extractor.claim` and so on).
Each imports what it needs when it is called, so that `import extractor` is quick.

>>> import extractor
>>> [(figure.surface, str(figure.value)) for figure in extractor.figures("thu 2,5 tỷ đồng, đạt 97%", "vi")]
[('2,5 tỷ đồng', '2500000000'), ('97%', '97')]
>>> for claim in extractor.claims("Tỉnh Quảng Ninh đã hoàn thành 38/64 nhiệm vụ.", "vi"):
...     print(claim.indicator, claim.area, claim.figure.value, claim.status)
tasks.completed quang-ninh 38 actual
tasks.assigned quang-ninh 64 actual

From files to a comparison, in a database:

>>> import pathlib, tempfile
>>> folder = tempfile.TemporaryDirectory()
>>> text = pathlib.Path(folder.name, "a.txt")
>>> _ = text.write_text("Đến ngày 30/9/2025, tỉnh Gia Lai đã hoàn thành 49/82 nhiệm vụ.", encoding="utf-8")
>>> with extractor.open_database(text.with_name("news.db")) as store:
...     print([outcome.result for outcome in extractor.add(store, [text])])
...     print([extractor.to_dict(claim)["value"] for claim in store.claims("tasks", province="gia-lai")])
...     [tasks] = extractor.side_by_side(store, "tasks.completed")
...     print([(claim.area, claim.period_end) for claim in tasks.claims])
['new']
['49', '82']
[('gia-lai', '2025-09-30')]
>>> folder.cleanup()
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.pipeline import Outcome
    from extractor.records import Claim, Comparison, Figure
    from extractor.store import Store

__version__ = "0.1.0"
__all__ = ["add", "blank", "claims", "fetch", "figures", "open_database", "side_by_side", "to_dict", "to_frame"]


def figures(text: str, language: str | None = None, published: str | None = None) -> list[Figure]:
    """Every figure of a text; offsets are code points into its NFC form. LanguageError where it cannot be read."""
    from extractor.read import figures as read

    return read(text, language, published)


def claims(text: str, language: str | None = None, published: str | None = None) -> list[Claim]:
    """What the figures of a text claim: indicator, area, period, status. LanguageError where it cannot be read."""
    from extractor.files import Known
    from extractor.pipeline import plain_article, understand

    return understand(plain_article(text, Known(language=language, published=published)))[1]


def blank(language: str, published: str | None = None) -> Language:
    """A spaCy pipeline whose docs carry figures, terms and sentences in `doc.spans`; displaCy shows them."""
    from extractor.read import blank as pipeline

    return pipeline(language, published)


def open_database(path: Path | str) -> Store:
    """The database at the path, made where there is none; use it as a context manager."""
    from extractor.store import open_database as open_store

    return open_store(path)


def add(store: Store, paths: Sequence[Path | str]) -> list[Outcome]:
    """Reads files, folders and web archives into the database: what became of each."""
    from extractor import pipeline
    from extractor.files import Known

    run = pipeline.begin(store, "add")
    return list(pipeline.add_files(store, [Path(path) for path in paths], Known(), run))


def fetch(store: Store, urls: Sequence[str]) -> list[Outcome]:
    """Crawls URLs, feeds and listing pages into the database, politely: what became of each page.

    Not called crawl, as `extractor.crawl` is the stage that it uses; so with `side_by_side` and `extractor.compare`.
    """
    from extractor import pipeline
    from extractor.crawl import CrawlOptions

    options = CrawlOptions(archive=pipeline.archive_folder(store.path))
    return list(pipeline.crawl(store, urls, options, pipeline.begin(store, "crawl")))


def side_by_side(store: Store, indicator: str | None = None) -> list[Comparison]:
    """The comparable claims of each indicator, province beside province, and why the others are left out."""
    from extractor import publish

    return publish.compare(store, indicator)


def to_dict(claim: Claim) -> dict[str, Any]:
    """A claim as a JSON-ready object: the fields that corpus/README.md describes, empty ones left out."""
    from extractor.serialise import stored_dict

    return stored_dict(claim)


def to_frame(claims: Iterable[Claim]) -> Any:
    """Claims as a pandas DataFrame, a row each; InputError where pandas is not installed."""
    from extractor.serialise import frame

    return frame(claims)
