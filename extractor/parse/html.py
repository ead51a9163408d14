"""HTML pages: site rule, else family rule, else the readable part found by trafilatura with the lead recovered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from extractor.errors import ParseError
from extractor.parse import metadata
from extractor.parse.body import DOUBLED, Body, attribute, first, key, once, text_of
from extractor.parse.draft import Facts, Piece, assemble
from extractor.parse.encoding import decode
from extractor.parse.fallback import without_rule
from extractor.parse.guard import check_markup
from extractor.parse.language import mark
from extractor.parse.marks import marks
from extractor.parse.ruled import read_by, recognised
from extractor.records import Article

# glibc gives what a page's tree took back to the system and asks for it again for the next page, which takes a tenth of
# the parsing or more, unless it has seen a large piece come and go. None of this one is ever touched.
bytes(1 << 24)

_LEAD_WITHIN = 3
_NAME_LONGEST = 40
_SCRIPTED = 200


def article_of_html(page: bytes, facts: Facts, content_type: str = "", latest: str | None = None) -> Article:
    """The article of a page; `latest` is the day it was fetched, after which nothing in it was published."""
    if _is_plain_utf8(page):
        check_markup(page)
        article = _read(page, replace(facts, notes=[]), latest)
        if article is not None and "\ufffd" not in article.text:
            return article
    source = decode(page, content_type, is_html=True).encode("utf-8", "replace")
    check_markup(source)
    found = _read(source, replace(facts, notes=[]), latest)
    if found is None:
        raise ParseError("the page holds no article text", "open it in a browser and check that it is an article")
    return found


def _is_plain_utf8(page: bytes) -> bool:
    """Whether the bytes can go to the parser as they are; decoding costs as much as a third of parsing."""
    return b"\0" not in page[:1024] and page[:1] not in (b"\xff", b"\xfe", b"\xef")


def _read(source: bytes, facts: Facts, latest: str | None) -> Article | None:
    """The article of a page in UTF-8, None where it has no text."""
    tree = LexborHTMLParser(source)
    facts.url = metadata.address(tree, facts.url)
    body, failed = _by_rule(tree, facts, latest)
    if body is None:
        body = without_rule(tree, source.decode("utf-8", "replace"), facts.url, latest)
        _fill(body, failed)
        if sum(len(piece.text) for piece in body.pieces) < _SCRIPTED:
            _refuse_scripted(tree, body)
        if not body.pieces:
            return None
        facts.notes.append(f"no site rule, read by {body.way}" if not body.fault else f"{body.way}: {body.fault}")
    facts.title = facts.title or _title(body, tree)
    facts.published = facts.published or body.published
    pieces = _in_order(body, facts.title)
    facts.language = mark(pieces, facts.language, attribute(tree.css_first("html"), "lang"))
    facts.original_url = facts.original_url or marks().source(pieces, facts.url) or _other(body.original, facts.url)
    if body.coded:
        facts.notes.append(f"blocks that the site deciphers by script, not read: {body.coded}")
    if body.images:
        facts.notes.append(f"images not read: {body.images}")
    return assemble(pieces, facts, f"html:{body.way}")


def _by_rule(tree: LexborHTMLParser, facts: Facts, latest: str | None) -> tuple[Body | None, list[Body]]:
    """What the first rule that fits reads, and what those read that recognise the page and fail, which is noted."""
    failed = []
    for site in recognised(tree, facts.url):
        body = read_by(site, tree, facts.url, latest)
        if body.fault:
            facts.notes.append(f"rule {site.id}: {body.fault}")
            failed.append(body)
        elif site.is_valid_on(body.published):
            return body, failed
    doubled = next((body for body in failed if body.fault == DOUBLED), None)
    if doubled is not None:
        doubled.pieces = once(doubled.pieces)
    return doubled, failed


def _fill(body: Body, failed: Sequence[Body]) -> None:
    """Takes from rules whose body failed what they read around it: a title, a lead, a day, an original."""
    for other in failed:
        body.title = other.title or body.title
        body.lead = other.lead or body.lead
        body.published = other.published or body.published
        body.original = other.original or body.original


def _title(body: Body, tree: LexborHTMLParser) -> str:
    return body.title or metadata.content(tree, 'meta[property="og:title"]') or text_of(first(tree, ("h1", "title")))


def _in_order(body: Body, title: str) -> list[Piece]:
    """Title, lead and body, each text once where the body repeats the first two."""
    head = [Piece("title", title)] if title else []
    lead, pieces = body.lead, body.pieces
    marks().cut(pieces)
    begin = pieces[:_LEAD_WITHIN]
    doubles = {id(piece) for piece in begin if _same(piece.text, title)}
    if lead:
        doubles |= {id(piece) for piece in begin if _same(piece.text, lead)}
        longer = next((p for p in begin if id(p) not in doubles and _begins(p.text, lead)), None)
        if longer is not None:
            longer.kind, lead = "lead", ""
    if lead and not _same(lead, title):
        head.append(Piece("lead", lead))
    return head + [piece for piece in pieces if id(piece) not in doubles]


def _begins(text: str, lead: str) -> bool:
    """Whether a text begins with the lead, whatever stands between the words."""
    is_near = text[:1].casefold() == lead[:1].casefold()
    return is_near and key(text[: 2 * len(lead)]).startswith(key(lead))


def _same(text: str, other: str) -> bool:
    """Whether two texts say the same; one may carry an agency's name before it ("(Chinhphu.vn) - ")."""
    if abs(len(text) - len(other)) > _NAME_LONGEST:
        return False
    one, two = key(text), key(other)
    short, long = sorted((one, two), key=len)
    return bool(short) and (
        one == two or (len(short) > 25 and long.endswith(short) and len(long) - len(short) < _NAME_LONGEST)
    )


def _other(link: str | None, url: str | None) -> str | None:
    return link if link != url else None


def _refuse_scripted(tree: LexborHTMLParser, body: Body) -> None:
    """ParseError where the page holds scripts and next to no text, or only what it says to who runs none."""
    scripts = tree.css("script")
    told = key(" ".join(text_of(node) for node in tree.css("noscript")))
    tree.strip_tags(["script", "style", "noscript", "template"])
    is_told = all(key(piece.text) in told for piece in body.pieces)
    if scripts and is_told and len(text_of(tree.body)) < _SCRIPTED:
        raise ParseError("the page is rendered by scripts only", "save it from a browser and add the saved file")
