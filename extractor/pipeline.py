"""Strings the stages together up to the database; with publish.py the only module that knows more than one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import InputError, LanguageError, ParseError
from extractor.files import Known, found, is_archive, is_batch
from extractor.records import Article, Claim, Finding, Page, Reading
from extractor.rules import patterns

if TYPE_CHECKING:
    from extractor.crawl import CrawlOptions
    from extractor.store import Store
    from extractor.store.history import Change

# What one page or file can be at fault for; the others go on.
UNREADABLE = (ParseError, LanguageError, InputError)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: `result` is new, changed, unchanged, skipped or failed, `reason` why it failed."""

    source: str
    result: str
    reason: str = ""


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
    batches = [path for path in paths if is_batch(path)]
    for folder in batches:
        from extractor.batch.load import load

        yield from load(store, folder, run)
    for file in found([path for path in paths if path not in batches], known):
        if file.fault:
            yield Outcome(str(file.path), "failed", file.fault)
        elif is_archive(file.path):
            yield from _add_archive(store, file.path, run)
        else:
            yield _add_file(store, file.path, file.known, run)


def _add_file(store: Store, path: Path, known: Known, run: int) -> Outcome:
    try:
        return Outcome(str(path), save(store, file_article(path, known), None, run))
    except UNREADABLE as error:
        store.save_failure(known.url or path.resolve().as_uri(), str(error), None)
        return Outcome(str(path), "failed", str(error))


def _add_archive(store: Store, path: Path, run: int) -> Iterator[Outcome]:
    """Stores the pages of a web archive; records that are damaged or cut off are failures with their reasons."""
    from extractor.crawl import read_archive

    left_out: list[str] = []
    is_empty = True
    try:
        for page in read_archive(path, left_out.append):
            is_empty = False
            yield from _drained(str(path), left_out)
            yield add_page(store, page, run)
        if is_empty and not left_out:
            raise ParseError(f"{path} holds no answer that is an article", "give an archive with responses of pages")
        yield from _drained(str(path), left_out)
    except UNREADABLE as error:
        store.save_failure(path.resolve().as_uri(), str(error), None)
        yield Outcome(str(path), "failed", str(error))


def _drained(source: str, reasons: list[str]) -> Iterator[Outcome]:
    """A failure for each reason, which is then taken off the list."""
    yield from (Outcome(source, "failed", reason) for reason in reasons)
    reasons.clear()


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


def foresee(store: Store, only: Iterable[str] | None = None) -> Iterator[Change]:
    """What `reextract` would change by today's rules, in every article or in those with these ids."""
    from extractor.store.history import foreseen

    return foreseen(store, lambda article: understand(article)[1], only)


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
    findings += check_all(articles, claims, store.references())
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
