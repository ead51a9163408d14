"""Page to Article: the only place that knows markup, PDF and encodings."""

from __future__ import annotations

import logging
from pathlib import Path

from extractor.errors import ParseError
from extractor.parse import media
from extractor.parse.draft import Facts, checked_url
from extractor.records import Article, Page

__all__ = ["parse", "parse_file", "plain"]

MOST_BYTES = 200_000_000
_ENDINGS = {".pdf": media.PDF, ".txt": media.TEXT, ".html": media.HTML, ".htm": media.HTML, ".docx": media.DOCX}


# What these say of broken input stands in an article's notes or in a ParseError.
for _library in ("bs4.dammit", "pdfminer", "trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)


def parse(page: Page) -> Article:
    """The article of a fetched page, by what its bytes are; ParseError with the reason where there is none."""
    from extractor.parse.dates import read_date

    url = checked_url(page.final_url or page.url)
    content_type = next((value for name, value in page.headers if name.lower() == "content-type"), "")
    facts = Facts(url=url)
    declared = content_type.split(";")[0].strip().lower() or page.media_type
    return _parse(page.body, facts, (declared, content_type, url or "the page"), read_date(page.fetched_at))


def parse_file(
    path: Path,
    *,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    publisher: str | None = None,
) -> Article:
    """The article in a .html, .txt, .pdf or .docx file; what is given comes before what the file says."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ParseError(
                f"{path} has {path.stat().st_size:,} bytes", f"files of up to {MOST_BYTES:,} bytes are read"
            )
        body = path.read_bytes()
    except OSError as error:
        raise ParseError(f"{path} cannot be read", (error.strerror or "check the path").lower()) from error
    facts = Facts(url=checked_url(url), published=published, language=language, publisher=publisher)
    return _parse(body, facts, (_ENDINGS.get(path.suffix.lower(), ""), "", str(path)), None)


def plain(
    text: str,
    *,
    url: str | None = None,
    published: str | None = None,
    language: str | None = None,
    publisher: str | None = None,
    id: str | None = None,  # noqa: A002
) -> Article:
    """The article of a text as it is given, with nothing stripped; offsets count in its NFC form."""
    from extractor.parse.text import article_of_text

    facts = Facts(url=url, published=published, language=language, publisher=publisher, id=id)
    return article_of_text(text, facts)


def _parse(body: bytes, facts: Facts, told: tuple[str, str, str], latest: str | None) -> Article:
    """Hands the bytes to the parser of their kind; `told` is declared type, Content-Type header, name for messages."""
    declared, content_type, name = told
    kind = media.sniff(body, declared, name)
    try:
        return _by_kind(kind, body, facts, (content_type, latest))
    except ParseError as error:
        raise error if error.what.startswith(name) else ParseError(f"{name}: {error.what}", error.repair) from error


def _by_kind(kind: str, body: bytes, facts: Facts, more: tuple[str, str | None]) -> Article:
    content_type, latest = more
    if kind == media.HTML:
        from extractor.parse.html import article_of_html

        return article_of_html(body, facts, content_type, latest)
    if kind == media.PDF:
        from extractor.parse.pdf import article_of_pdf

        return article_of_pdf(body, facts)
    if kind == media.DOCX:
        from extractor.parse.docx import article_of_docx

        return article_of_docx(body, facts)
    from extractor.parse.encoding import decode
    from extractor.parse.text import article_of_text

    return article_of_text(decode(body, content_type), facts)
