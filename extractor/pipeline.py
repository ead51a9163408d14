"""Strings the stages together up to the database; with publish.py the only module that knows more than one of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import InputError, LanguageError, ParseError
from extractor.records import Article, Claim, Finding, Page, Reading
from extractor.rules import patterns

if TYPE_CHECKING:
    from extractor.crawl import CrawlOptions
    from extractor.store import Store

# What one page or file can be at fault for; the others go on.
UNREADABLE = (ParseError, LanguageError, InputError)
READABLE = {".txt", ".html", ".htm", ".pdf", ".docx"}
ARCHIVES = (".warc", ".warc.gz", ".wacz")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: `result` is new, changed, unchanged, skipped or failed, `reason` why it failed."""

    source: str
    result: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a source from outside the text; None where nothing is. A date may be partial: 2025-10, 2025."""

    url: str | None = None
    published: str | None = None
    language: str | None = None
    publisher: str | None = None

    def __post_init__(self) -> None:
        if self.published and not is_partial_date(self.published):
            raise InputError(f"{self.published!r} is no date", "write 2025-10-15, 2025-10 or 2025")
        if self.language:
            patterns().require(self.language)


def is_partial_date(text: str) -> bool:
    """Whether the text is an ISO 8601 day, month or year that exists."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def understand(article: Article) -> tuple[Reading, list[Claim]]:
    """An article's figures and claims by today's rules."""
    from extractor.claim import claims
    from extractor.read import read_article

    reading = read_article(article)
    return reading, claims(article, reading)


def plain_article(text: str, known: Known, name: str | None = None) -> Article:
    """A text from standard input or JSON Lines as an article; nothing is stripped."""
    from extractor.parse import plain

    return plain(text, id=name, **_keywords(known))


def file_article(path: Path, known: Known) -> Article:
    """A .txt, .html, .pdf or .docx file as an article."""
    from extractor.parse import parse_file

    return parse_file(path, **_keywords(known))


def _keywords(known: Known) -> dict[str, Any]:
    return {"url": known.url, "published": known.published, "language": known.language, "publisher": known.publisher}


def save(store: Store, article: Article, page: Page | None, run: int) -> str:
    """Reads an article and stores it with its claims: new, changed or unchanged."""
    return store.save(article, understand(article)[1], page=page, run=run)


def add_text(store: Store, text: str, known: Known, run: int) -> str:
    """Stores one text, such as standard input: new, changed or unchanged."""
    return save(store, plain_article(text, known), None, run)


def add_files(store: Store, paths: Sequence[Path], known: Known, run: int) -> Iterator[Outcome]:
    """Stores local files one by one; a file that cannot be read keeps its reason and stops nothing."""
    batches = [path for path in paths if path.is_dir() and any(path.glob("*.parquet"))]
    for folder in batches:
        from extractor.batch.load import load

        yield from load(store, folder, run)
    for path, facts in files([path for path in paths if path not in batches], known):
        yield from _add_archive(store, path, run) if _is_archive(path) else [_add_file(store, path, facts, run)]


def _add_file(store: Store, path: Path, known: Known, run: int) -> Outcome:
    try:
        return Outcome(str(path), save(store, file_article(path, known), None, run))
    except UNREADABLE as error:
        store.save_failure(known.url or path.resolve().as_uri(), str(error), None)
        return Outcome(str(path), "failed", str(error))


def _add_archive(store: Store, path: Path, run: int) -> Iterator[Outcome]:
    from extractor.crawl import read_archive

    for page in read_archive(path):
        yield add_page(store, page, run)


def add_page(store: Store, page: Page, run: int) -> Outcome:
    """Parses and stores one fetched page; one that holds no article keeps its bytes and the reason."""
    return _take(store, page, run)[0]


def _take(store: Store, page: Page, run: int) -> tuple[Outcome, str | None]:
    """The outcome of a page, and the URL of the original it was translated from."""
    from extractor.parse import parse

    try:
        article = parse(page)
        return Outcome(page.url, save(store, article, page, run)), article.original_url
    except UNREADABLE as error:
        store.save_failure(page.url, str(error), page)
        return Outcome(page.url, "failed", str(error)), None


def crawl(store: Store, starts: Sequence[str], options: CrawlOptions, run: int) -> Iterator[Outcome]:
    """Fetches, parses and stores; yields each page as soon as it is safe in the database.

    The original that a translation names is queued; an article that was taken down is marked.
    """
    from extractor.crawl import crawl as fetch_all
    from extractor.crawl import enqueue
    from extractor.store.frontier import SqliteFrontier

    frontier = SqliteFrontier(store)
    for fetch in fetch_all(starts, options, frontier):
        if fetch.page is not None:
            outcome, original = _take(store, fetch.page, run)
            if original is not None and is_web(original):
                enqueue(frontier, [original], depth=options.depth)
            yield outcome
        elif fetch.outcome not in {"listing", "redirected"}:
            if fetch.outcome == "withdrawn":
                store.withdraw(fetch.url)
            elif fetch.outcome in {"failed", "refused"}:
                store.save_failure(fetch.url, fetch.reason or fetch.outcome)
            yield Outcome(fetch.url, fetch.outcome, fetch.reason or "")


def is_web(url: str) -> bool:
    """Whether a URL found in a text can be fetched at all."""
    from extractor.errors import FetchError
    from extractor.urls import canonical

    try:
        return bool(canonical(url))
    except (FetchError, InputError):
        return False


def reextract(store: Store, run: int) -> Iterator[Outcome]:
    """Reads every stored article by today's rules."""
    from extractor.store.history import reextract as again

    for article_id, result in again(store, lambda article: understand(article)[1], run):
        yield Outcome(article_id, result)


def reparse(store: Store, run: int) -> Iterator[Outcome]:
    """Parses the newest archived answer of every article with today's parser."""
    from extractor.crawl.read import read_page
    from extractor.store.history import captures

    folder = archive_folder(store.path)
    for url, file, offset in list(captures(store.db)):
        try:
            yield add_page(store, read_page(folder / file, offset), run)
        except UNREADABLE as error:
            yield Outcome(url, "failed", str(error))


def archive_folder(database: Path) -> Path:
    """Where the answers of a database's crawls are kept."""
    return database.with_name(database.name + ".archive")


def saved_page(path: Path) -> Page:
    """A page saved by a browser, as if it had been fetched from its file."""
    import hashlib

    try:
        body = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read", f"give a URL or a saved page ({error.strerror})") from error
    url = path.resolve().as_uri()
    return Page(url, url, 200, (), body, "", "text/html", hashlib.sha256(body).hexdigest())


def files(paths: Iterable[Path], known: Known) -> Iterator[tuple[Path, Known]]:
    """Every readable file under the paths in a fixed order, with what its folder's manifest.csv says of it."""
    for path in paths:
        if path.is_dir():
            facts = manifest(path / "manifest.csv")
            for file in sorted(p for p in path.rglob("*") if p.is_file() and (p.suffix in READABLE or _is_archive(p))):
                yield file, _merge(known, facts.get(file.relative_to(path).as_posix(), Known()))
        elif path.is_file():
            yield path, _merge(known, manifest(path.parent / "manifest.csv").get(path.name, Known()))
        else:
            raise InputError(f"{path} does not exist", "give a file or a folder that is there")


def _is_archive(path: Path) -> bool:
    return path.name.endswith(ARCHIVES)


def _merge(given: Known, found: Known) -> Known:
    """What the command line gives wins over the manifest."""
    return Known(*(getattr(given, name) or getattr(found, name) for name in Known.__dataclass_fields__))


def manifest(path: Path) -> Mapping[str, Known]:
    """A folder's manifest.csv (path,url,published,language,publisher) by path; empty when there is none."""
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} is no CSV file", f"save it as UTF-8 CSV ({error})") from error
    if rows and "path" not in rows[0]:
        raise InputError(f"{path} has no column path", "start it with path,url,published,language,publisher")
    return {row["path"]: Known(*(row.get(name) or None for name in Known.__dataclass_fields__)) for row in rows}


def check(store: Store, run: int) -> list[Finding]:
    """Recomputes what every stored article claims, compares articles, and stores the findings."""
    from extractor.check import check_all, check_article
    from extractor.store.verdicts import reviewed

    articles = {article.id: article for article in store.articles()}
    claims = list(reviewed(store.db, store.claims()))
    by_article: dict[str, list[Claim]] = {key: [] for key in articles}
    for claim in claims:
        by_article[claim.article_id or ""].append(claim)
    findings = [finding for key, article in articles.items() for finding in check_article(article, by_article[key])]
    findings += check_all(articles, claims)
    store.save_findings(run, findings)
    return findings


def begin(store: Store, command: str) -> int:
    """A new run in the database, stamped with program version and rules."""
    from extractor import __version__

    return store.begin_run(patterns().digest, __version__, command)


def with_offsets(claims: Iterable[Claim]) -> dict[tuple[int, int], Claim]:
    """Each place a claim is made at, with the claim."""
    return {place: claim for claim in claims for place in ((claim.figure.start, claim.figure.end), *claim.mentions)}


def extract(article: Article) -> list[dict[str, Any]]:
    """Every figure of an article as a JSON-ready object in reading order, with what it claims."""
    from extractor.serialise import claim_dict, figure_dict

    reading, claims = understand(article)
    made = with_offsets(claims)
    rows = []
    for figure in reading.figures:
        claim = made.get((figure.start, figure.end))
        rows.append(claim_dict(replace(claim, figure=figure)) if claim else figure_dict(figure))
    return rows
