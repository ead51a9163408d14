"""One document to one row: what the article says of itself, its figures and its claims, as plain JSON values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from extractor.batch.choose import is_foreign
from extractor.batch.items import Item
from extractor.errors import DoichieuError, LanguageError
from extractor.records import Article, Claim, Figure, Page
from extractor.store import codec, near, search

Row = dict[str, Any]
FIGURE_COLUMNS = codec.CLAIM_COLUMNS[: codec.CLAIM_COLUMNS.index("figure_rule") + 1]
OTHER_LANGUAGE = "other language"
NO_ARTICLE = "no article"
FOUND = 200
# Letters of a body that no listing page has under a site's rule.
BODY = 400


def row(item: Item, languages: tuple[str, ...], glance: bool) -> Row:
    """The document read; one that cannot be has `reason`, one that is left out `skipped`."""
    try:
        return _row(item, languages, glance)
    except LanguageError:
        return {"skipped": OTHER_LANGUAGE}
    except DoichieuError as error:
        return {"reason": str(error)}
    except MemoryError:
        return {"reason": "it needs more memory than a page may take", "spent": True}
    except RecursionError:
        return {"reason": "it is nested too deeply"}


def _row(item: Item, languages: tuple[str, ...], glance: bool) -> Row:
    from extractor.pipeline import understand

    if item.page is not None:
        if glance and item.page.media_type == "text/html" and is_foreign(item.page.body):
            return {"skipped": OTHER_LANGUAGE}
        if item.page.status != FOUND:
            return {"skipped": NO_ARTICLE}
    article = _article(item)
    if item.page is not None and not _is_article(item.page, article):
        return {"skipped": NO_ARTICLE}
    if languages and article.language not in languages:
        return {"skipped": OTHER_LANGUAGE}
    reading, claims = understand(article)
    told = {"figures": [figure_row(figure) for figure in reading.figures], "claims": [claim_row(c) for c in claims]}
    return article_row(article) | told


def _is_article(page: Page, article: Article) -> bool:
    """Whether the page is no listing; one that a site's rule found a body in needs no look at its links."""
    from extractor.crawl.read import is_article
    from extractor.sites import sites

    way = article.parser.partition(":")[2].partition("/")[0]
    if any(site.id == way for site in sites().special):
        own = sum(block.end - block.start for block in article.blocks if block.kind == "paragraph")
        if own >= BODY:
            return True
    return is_article(page)


def _article(item: Item) -> Article:
    from extractor.files import Known
    from extractor.parse import parse
    from extractor.pipeline import file_article, plain_article

    if item.page is not None:
        return parse(item.page)
    known = Known(**{name: item.facts.get(name) for name in Known.__dataclass_fields__})
    if item.text is not None:
        return plain_article(item.text, known, item.facts.get("id"))
    if item.path is not None:
        return file_article(item.path, known)
    url, body = item.url or "", item.body or b""
    made = parse(Page(url, url, 200, (), body, "", "text/html", ""))
    told = {name: value for name, value in item.facts.items() if name != "url"}
    return replace(made, **told)  # type: ignore[arg-type]


def article_row(article: Article) -> Row:
    """The article without its figures."""
    return {
        "article_id": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "language": article.language,
        "publisher": article.publisher,
        "original_url": article.original_url,
        "text": article.text,
        "text_sha256": article.text_sha256,
        "parser": article.parser,
        "notes": list(article.notes),
        # Made where many do it at once, for one writer fills a database.
        "near_keys": near.keys(search.fold(article.text)),
        "blocks": [
            {"kind": b.kind, "start": b.start, "stop": b.end, "language": b.language,
             "heads": b.heads, "page": b.page, "box": b.box}
            for b in article.blocks
        ],
    }  # fmt: skip


def figure_row(figure: Figure) -> Row:
    """A figure under the names that the database's claims have."""
    return dict(zip(FIGURE_COLUMNS, codec.claim_row(Claim(figure), None), strict=False))


def claim_row(claim: Claim) -> Row:
    """A claim under the database's names; group_id is the group's number within the article."""
    made = dict(zip(codec.CLAIM_COLUMNS, codec.claim_row(claim, claim.group), strict=True))
    made["mentions"] = codec.mentions(claim)
    return made
