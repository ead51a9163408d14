"""A first look at an unknown site: proposes a rule for patterns/sites.toml and shows what it would take."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from selectolax.lexbor import LexborHTMLParser

from extractor.errors import ParseError
from extractor.parse.dates import read_date
from extractor.parse.encoding import decode
from extractor.parse.guard import check_markup
from extractor.parse.ruled import read_by
from extractor.records import Page
from extractor.sites import sites

_PROSE = 40
_LEAST = 200
_DATE_LONGEST = 80
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{1,50}")
_NUMBERED = re.compile(r"\d{3}")
_NOT_AN_ARTICLE = ("nav", "footer", "aside", "header")
_LEAD = re.compile(r"sapo|lead|desc|summary|intro|chappeau", re.IGNORECASE)
_DATE = re.compile(r"date|time|publish", re.IGNORECASE)
_HOLES = ("path", "slug", "n", "n3", "hex7", "yyyymm", "stamp")
_SHAPES = (
    (re.compile(r"/\d{6}/[^/?]+-[0-9a-f]{7}(?P<end>/?)$"), "{path}/{yyyymm}/{slug}-{hex7}{end}"),
    (re.compile(r"-\d{3}2\d[01]\d[0-3]\d{7,}\d(?P<end>\.html?)$"), "{path}-{n3}{stamp}{n}{end}"),
    (re.compile(r"(?P<start>/[^/?]+\?[A-Za-z_]{1,20}=)\d+$"), "{path}{start}{n}"),
    (re.compile(r"-(?P<mark>[A-Za-z]{0,6})\d+(?P<end>(?:\.[a-z]{2,5})?)$"), "{path}-{mark}{n}{end}"),
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule as TOML, and what it reads of the page that it was made from."""

    toml: str
    title: str
    lead: str
    published: str | None
    paragraphs: tuple[str, ...]


def suggest(page: Page) -> Suggestion:
    """Proposes a rule for the site of a page; ParseError where the page has no prose to build on."""
    check_markup(page.body)
    source = decode(page.body, is_html=True)
    soup = BeautifulSoup(source, "html.parser")
    root = _body(soup)
    if root is None:
        raise ParseError(f"{page.final_url} has no long text in one place", "give the URL of an article")
    found = {
        "title": _selector(soup.find("h1")),
        "lead": _selector(_near(soup, root, _LEAD)),
        "body": _selector(root),
        "date": _selector(_date(soup, root)),
    }
    return _shown(page.final_url, {name: selector for name, selector in found.items() if selector}, source)


def _shown(url: str, selectors: dict[str, str], source: str) -> Suggestion:
    host = urlsplit(url).hostname or ""
    shape = link_shape(url)
    fields = {"hosts": [host]} | {name: [selector] for name, selector in selectors.items()}
    fields |= {"link": [shape]} if shape else {}
    body = read_by(sites().site_of({"id": host, **fields}), LexborHTMLParser(source), url)
    paragraphs = tuple(piece.text for piece in body.pieces)
    return Suggestion(_toml(host, url, fields), body.title, body.lead, body.published, paragraphs)


def _body(soup: BeautifulSoup) -> Tag | None:
    """The element with most prose in it or right under it, as the article's paragraphs are."""
    for tag in soup.find_all(["script", "style", "noscript", *_NOT_AN_ARTICLE]):
        tag.decompose()
    score: Counter[int] = Counter()
    tags: dict[int, Tag] = {}
    for paragraph in soup.find_all(["p", "td", "li"]):
        length = len(paragraph.get_text(" ", strip=True))
        for far, parent in enumerate(list(paragraph.parents)[:3] if length >= _PROSE else []):
            tags[id(parent)] = parent
            score[id(parent)] += length // (1 + far)
    for best, length in score.most_common(5):
        if length >= _LEAST and tags[best].name not in ("html", "body", "[document]"):
            return tags[best]
    return None


def _near(soup: BeautifulSoup, root: Tag, name: re.Pattern[str]) -> Tag | None:
    """The last element before the body (or inside it) whose class says what it is, with a sentence in it."""
    fitting = [
        tag for tag in soup.find_all(class_=name) if len(tag.get_text(" ", strip=True)) >= _PROSE and tag is not root
    ]
    before = [tag for tag in fitting if root not in tag.descendants and (tag.sourceline or 0) <= (root.sourceline or 0)]
    return before[-1] if before else None


def _date(soup: BeautifulSoup, root: Tag) -> Tag | None:
    """A time element, or a short element with a date in it whose class says so."""
    time = soup.find("time", attrs={"datetime": True})
    if isinstance(time, Tag):
        return time
    named = [tag for tag in soup.find_all(class_=_DATE) if root not in tag.descendants]
    texts = ((tag, tag.get_text(" ", strip=True)) for tag in named)
    return next((tag for tag, text in texts if len(text) <= _DATE_LONGEST and read_date(text)), None)


def _selector(tag: object) -> str:
    """A CSS selector by id or classes, as far as they are names and not numbers made for one page."""
    if not isinstance(tag, Tag):
        return ""
    identity = tag.get("id")
    if isinstance(identity, str) and _is_name(identity):
        return f"{tag.name}#{identity}"
    classes = tag.get("class")
    names = [name for name in classes if _is_name(name)] if isinstance(classes, list) else []
    return tag.name + "".join(f".{name}" for name in names[:3])


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not _NUMBERED.search(text)


def link_shape(url: str) -> str | None:
    """The shape of an article's URL: its id as a hole, whatever stands before; None where no id can be told."""
    parts = urlsplit(url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    for pattern, shape in _SHAPES:
        found = pattern.search(target)
        if found:
            return shape.format(**{name: "{" + name + "}" for name in _HOLES}, **found.groupdict())
    return None


def _toml(host: str, url: str, fields: dict[str, list[str]]) -> str:
    lines = ["[[rule]]", f"id = {_quoted(host)}"]
    lines += [f"{name} = [{', '.join(map(_quoted, values))}]" for name, values in fields.items()]
    lines += [f"yes = [{{ text = {_quoted(url)} }}]", 'no = [{ text = "https://bao.test/ban-tin-so-mot.html" }]']
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
