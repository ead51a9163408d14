"""What bytes are, told from the bytes; names and headers only help to say what is wrong."""

from __future__ import annotations

import re

from extractor.errors import ParseError

HTML, PDF, TEXT, DOCX = (
    "text/html",
    "application/pdf",
    "text/plain",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
_HEAD = 4096
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|article|section|main|table|h[1-6]|p|span|ul)\b", re.IGNORECASE
)
_FEED = re.compile(r"<(?:rss|feed|urlset|sitemapindex|rdf:rdf)\b", re.IGNORECASE)
_KNOWN = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound or image file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"WARC/", "a web archive; its name must end in .warc or .warc.gz"),
    (b"filedesc://", "an old ARC web archive; `warcio recompress` makes a WARC file of it"),
)
_REPAIR = "give an HTML page, a PDF, a .docx or a text file"


def sniff(body: bytes, declared: str, name: str) -> str:
    """One of the media types that can be read; ParseError names what the bytes are instead."""
    if not body.strip(b" \t\r\n\0"):
        raise ParseError(f"{name} is empty", "fetch or save it again")
    if b"%PDF-" in body[:1024]:
        return PDF
    if declared == PDF:
        raise ParseError(f"{name} is no PDF", "download it again, and look at what the server sends")
    if body.startswith(b"PK\x03\x04"):
        return _zipped(body, name)
    for start, what in _KNOWN:
        if body.startswith(start):
            raise ParseError(f"{name} is {what}", _REPAIR)
    return _texts(body, declared, name)


def _zipped(body: bytes, name: str) -> str:
    if b"word/" in body:
        return DOCX
    raise ParseError(f"{name} is an archive or an Office file other than .docx", _REPAIR)


def _texts(body: bytes, declared: str, name: str) -> str:
    """Markup or plain text; a text has no control signs."""
    from extractor.parse.encoding import decode

    head = decode(body[:_HEAD])
    if _FEED.search(head) and not _MARKUP.match(head.lstrip()):
        raise ParseError(
            f"{name} is a feed or sitemap, no article", "give it to `doichieu crawl`, which follows its links"
        )
    if _MARKUP.search(head) and (declared != TEXT or head.lstrip().startswith("<")):
        return HTML
    if declared == HTML and "<" in head:
        return HTML
    if sum(ord(sign) < 32 and sign not in "\t\r\n\f\x0b" for sign in head) * 50 > len(head):
        raise ParseError(f"{name} holds neither text nor a known kind of document", _REPAIR)
    return TEXT
