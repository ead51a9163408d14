"""What bytes are, whatever the server calls them."""

from __future__ import annotations

import re

HTML = "text/html"
PDF = "application/pdf"
FEED = "application/rss+xml"
SITEMAP = "application/sitemap+xml"
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READABLE = frozenset({HTML, PDF, TEXT, DOCX})
LISTS = frozenset({FEED, SITEMAP})

_MAGIC = (
    (b"%PDF-", PDF),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
    (b"Rar!", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
)
_CODE = frozenset(
    (
        "text/css",
        "text/javascript",
        "application/javascript",
        "application/x-javascript",
        "application/json",
        "text/csv",
    )
)
_CODE_URL = re.compile(r"\.(?:css|m?js|map|csv|woff2?)$|/robots\.txt$")
FEED_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_SITEMAP = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_HTML = re.compile(r"<(?:!doctype html|html|head|body|title|div|p|h1|meta|script|table|article)[\s>/]", re.IGNORECASE)


def media_type(body: bytes, declared: str = "", url: str = "") -> str:
    """The media type that the first bytes show; of plain text the declared kind or the URL's end decides."""
    shown = _shown(body)
    if shown != TEXT:
        return shown
    named = declared.partition(";")[0].strip().lower()
    if named in _CODE or _CODE_URL.search(url.partition("?")[0]):
        return named if named in _CODE else "application/octet-stream"
    return TEXT


def _shown(body: bytes) -> str:
    head = body[:4096]
    for magic, name in _MAGIC:
        if head.lstrip(b"\r\n\t ").startswith(magic):
            return name
    if head.startswith(b"PK\x03\x04"):
        return DOCX if b"word/" in body[:65_536] else "application/zip"
    text = decode(head)
    if text is None:
        return "application/octet-stream"
    if _SITEMAP.search(text):
        return SITEMAP
    if FEED_ROOT.search(text):
        return FEED
    if _HTML.search(text):
        return HTML
    return "application/xml" if text.lstrip("\ufeff \r\n\t").startswith("<?xml") else _text_type(text)


def _text_type(text: str) -> str:
    start = text.lstrip("\ufeff \r\n\t")[:1]
    return "application/json" if start in ("{", "[") else TEXT


def decode(body: bytes) -> str | None:
    """Bytes as text: by their mark, else UTF-8, UTF-16 or the Windows code page of Vietnamese; None for no text."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if body.startswith(mark):
            return body.decode(name, "replace")
    if body[1:2] == b"\0" or body[:1] == b"\0":
        even, odd = body[0:200:2].count(0), body[1:200:2].count(0)
        if max(even, odd) > 20 or (len(body) < 60 and max(even, odd) * 4 > len(body)):
            return body.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    if b"\0" in body:
        return None
    text = body.decode("utf-8", "ignore")
    return text if len(text.encode()) > len(body) * 0.9 else body.decode("cp1258", "replace")
