"""Where to go from a page: the entries of feeds, sitemaps and listing pages, and their next pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.crawl.feeds import Link, feed_links, is_cut, sitemap_links, text_links
from extractor.crawl.media import FEED, HTML, SITEMAP, TEXT, decode
from extractor.crawl.shapes import is_article_of, same_site, shapes, site_rule
from extractor.markup import nests_too_deep
from extractor.records import Page
from extractor.urls import absolute, authority

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HEADLINE = 30
_SLUG = 12
_MOST_LINKS = 50_000
_MOST_ANCHORS = 5_000
_MOST_PARENTS = 30
_BODY = 400
_MARKS = 'meta[property="og:type"][content="article"], meta[property="article:published_time"], [itemprop=articleBody]'


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link of a web page. kind: article, document, listing (a numbered page of a list) or section."""

    url: str
    kind: str
    words: str
    next: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a page is for a crawl (feed, sitemap, listing or article) and where it leads; `is_cut`: there is more."""

    kind: str
    links: tuple[Link, ...] = ()
    is_cut: bool = False


def links(page: Page, discover: bool = False) -> Found:
    """The links worth following from a page; `discover` also takes feeds and sections that a web page names."""
    if page.media_type == SITEMAP:
        return _found("sitemap", sitemap_links(page))
    if page.media_type == FEED:
        return _found("feed", feed_links(page), is_cut(page))
    if page.media_type == TEXT and (found := _found("sitemap", text_links(page))).links:
        return found
    if page.media_type == HTML:
        return _web_page(page, discover)
    return Found("article")


def _found(kind: str, found: Iterator[Link], is_cut: bool = False) -> Found:
    """Each link once, and no more than so many."""
    kept: dict[str, Link] = {}
    for link in found:
        if len(kept) >= _MOST_LINKS:
            return Found(kind, tuple(kept.values()), is_cut=True)
        kept.setdefault(link.url, link)
    return Found(kind, tuple(kept.values()), is_cut)


def _web_page(page: Page, discover: bool) -> Found:
    """A listing with its entries, or an article with its attachments; `discover` takes an article's links too."""
    from selectolax.lexbor import LexborHTMLParser

    if nests_too_deep(page.body):  # to parse it would take minutes; the parse stage says so
        return Found("article")
    tree = LexborHTMLParser(decode(page.body) or "")
    given = tree.css_first("base[href]")
    base = (absolute(page.final_url, _value(given, "href")) if given else None) or page.final_url
    anchors = list(_anchors(tree, base, authority(page.final_url)))
    listing = _is_listing(page, tree, anchors)
    found = [
        Link(one.url, one.kind)
        for one in anchors
        if one.kind == "document" or (one.kind == "article" and (listing or discover))
    ]
    if listing:
        found += [Link(url, "list") for url in _next_by_rule(tree, base)]
        found += [Link(one.url, "list") for one in anchors if one.kind == "listing" or _is_next(one)]
    if discover:
        found += [Link(url, "list") for url in _feeds(tree, base)]
        found += [Link(one.url, "list") for one in anchors if one.kind == "section"]
    return _found("listing" if listing else "article", (link for link in found if link.url != page.final_url))


def _value(tag: LexborNode, name: str) -> str:
    return tag.attributes.get(name) or ""


def _anchors(tree: LexborHTMLParser, base: str, host: str) -> Iterator[Anchor]:
    """Each link that stays on the site and is no furniture."""
    rules, own = shapes(), site_rule(host)
    for tag in tree.css("a[href]")[:_MOST_ANCHORS]:
        url = absolute(base, _value(tag, "href"))
        if url is None or not same_site(authority(url), host):
            continue
        words = " ".join(tag.text(separator=" ").split())
        kind = rules.kind(url)
        if kind in (None, "listing") and own is not None and is_article_of(own, url):
            kind = "article"
        if kind is None:
            kind = "article" if len(words) >= _HEADLINE and len(url.rpartition("/")[2]) >= _SLUG else "section"
        if kind != "skip":
            yield Anchor(url, kind, words, "next" in _value(tag, "rel").split())


def _next_by_rule(tree: LexborHTMLParser, base: str) -> Iterator[str]:
    """Where the site's rule says that its lists go on."""
    rule = site_rule(authority(base))
    for tag in tree.css(", ".join(rule.selectors["next_page"])) if rule and rule.selectors.get("next_page") else ():
        url = absolute(base, _value(tag, "href"))
        if url and same_site(authority(url), authority(base)):
            yield url


def _is_next(anchor: Anchor) -> bool:
    return anchor.next or (len(anchor.words) < _HEADLINE and shapes().is_next(anchor.words))


def _feeds(tree: LexborHTMLParser, base: str) -> Iterator[str]:
    for tag in tree.css("link[rel=alternate][href]"):
        url = absolute(base, _value(tag, "href"))
        if url and _value(tag, "type").lower() in ("application/rss+xml", "application/atom+xml"):
            yield url


def _is_listing(page: Page, tree: LexborHTMLParser, anchors: Sequence[Anchor]) -> bool:
    """No sign of an article, and more links to articles than text of its own."""
    entries = len({one.url for one in anchors if one.kind == "article"})
    kind = shapes().kind(page.final_url)
    if entries == 0 or tree.css_first(_MARKS) is not None or _has_body(tree, authority(page.final_url)):
        return False
    if kind == "listing" or (page.final_url.count("/") == 3 and page.final_url.endswith("/")):
        return True
    own = sum(len(tag.text(separator=" ", strip=True)) for tag in tree.css("p") if not _in_link(tag))
    paged = any(one.kind == "listing" or _is_next(one) for one in anchors)
    return (entries >= 2 or paged) and own < (50 if kind == "article" else 200) * entries


def _has_body(tree: LexborHTMLParser, host: str) -> bool:
    """Whether the place where the site's rule expects an article's text holds some."""
    rule = site_rule(host)
    body = tree.css_first(", ".join(rule.selectors["body"])) if rule and rule.selectors.get("body") else None
    return body is not None and sum(len(tag.text(strip=True)) for tag in body.css("p") if not _in_link(tag)) >= _BODY


def _in_link(tag: LexborNode) -> bool:
    parent = tag.parent
    for _ in range(_MOST_PARENTS):
        if parent is None or parent.tag == "body":
            return False
        if parent.tag == "a":
            return True
        parent = parent.parent
    return False
