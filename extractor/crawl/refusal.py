"""Pages that turn the visitor away although the server says 200, by the rules in patterns/refusals.toml."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.crawl.media import HTML, decode
from extractor.normal import nfc
from extractor.rules import Patterns, Rule, Schema, patterns

SCHEMA = Schema({"where": str}, required=("where",))
_LONGEST = 2000
_SMALL = 60_000
_FEW = 200
_PARAGRAPH = re.compile(rb"<(?:p|td|li|h1|span|div)(?:\s[^<>]{0,200})?>\s{0,20}[^<\s][^<]{200}")
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,500})", re.IGNORECASE)


def refusal(body: bytes, media_type: str) -> str | None:
    """The id of the rule by which a page is a refusal, None for a page like any other."""
    if media_type != HTML:
        return None
    page = nfc(decode(body[:_SMALL]) or "")
    title = _TITLE.search(page)
    text = visible(page) if len(body) <= _SMALL else " " * (_LONGEST + 1)
    return refusal_words(title[1] if title else "", text if len(text) <= _LONGEST else "")


def refusal_words(title: str, text: str) -> str | None:
    """The same, of a title and a short page's text."""
    title, text = title.casefold(), text.casefold()
    for rule in _rules(patterns()):
        place = title if rule["where"] == "title" else title + "\n" + text
        if any(phrase.casefold() in place for phrase in rule.phrases):
            return rule.id
    return None


def needs_script(body: bytes, media_type: str) -> bool:
    """Whether a web page holds scripts and next to no words: a browser would fill it in."""
    if media_type != HTML or _PARAGRAPH.search(body):
        return False
    page = decode(body) or ""
    return "<script" in page.lower() and len(visible(page)) < _FEW


def visible(page: str) -> str:
    """About what a reader sees of HTML: no head, scripts, styles, comments or tags."""
    kept = []
    for piece in re.split(r"(?i)<(?=(?:script|style|head)\b|!--)", page):
        closing = re.match(r"(?i)(script\b|style\b|head\b|!--)", piece)
        if closing is None:
            kept.append(piece)
            continue
        ends = "-->" if closing[1] == "!--" else f"</{closing[1].lower()}"
        place = piece.lower().find(ends)
        kept.append(piece[place + len(ends) :].removeprefix(">") if place >= 0 else "")
    return " ".join(re.sub(r"<[^<>]*>|&nbsp;", " ", " ".join(kept)).split())


@lru_cache(maxsize=4)
def _rules(rules: Patterns) -> tuple[Rule, ...]:
    return rules.rules("refusals.toml", SCHEMA)
