"""Whether the rules of sites and of lines meet their own examples: patterns/sites.toml and patterns/layout.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from extractor.parse import marks as lines
from extractor.parse.body import first
from extractor.parse.dates import read_date
from extractor.parse.ruled import date_by, read_by
from extractor.rules import Rule, patterns
from extractor.sites import DEFAULT, Site, sites

Example = Mapping[str, Any]


def cases() -> Iterator[tuple[str, Rule]]:
    """Every rule with its kind: site or line."""
    yield from (("site", site.rule) for site in sites().all)
    yield from (("line", rule) for rule in patterns().rules(lines.FILE, lines.SCHEMA))


def is_met(kind: str, rule: Rule, example: Example) -> bool:
    """Whether a `yes` example gives what it says."""
    return _line_met(rule, example) if kind == "line" else _site_met(_site(rule), example)


def is_left_alone(kind: str, rule: Rule, example: Example) -> bool:
    """Whether a `no` example is not taken."""
    return not (_line_kind(rule, example["text"]) if kind == "line" else _recognises(_site(rule), example["text"]))


def unused(kind: str, rule: Rule) -> list[str]:
    """The phrases of a rule of lines that none of its examples shows."""
    texts = [example["text"] for example in rule.yes]
    return [
        phrase for phrase in rule.phrases if kind == "line" and not any(lines.shows(rule, phrase, t) for t in texts)
    ]


def _site(rule: Rule) -> Site:
    return next(site for site in sites().all if site.id == rule.id and rule.id != DEFAULT)


def _recognises(site: Site, text: str) -> bool:
    """A URL by its host or, for a family, its shape; a snippet by its markup."""
    if text.startswith("http"):
        return site.has_host(text.split("/")[2]) or site in sites().shaped(text)
    return first(LexborHTMLParser(text), site.selectors["recognise"]) is not None


def _site_met(site: Site, example: Example) -> bool:
    text = example["text"]
    url, tree = (text, LexborHTMLParser("")) if text.startswith("http") else (None, LexborHTMLParser(text))
    if not _recognises(site, text):
        return False
    if "published" in example and date_by(site, tree, url) != example["published"]:
        return False
    if "body" not in example:
        return True
    body = read_by(site, tree, None)
    told = (example["title"], example.get("lead", ""), [example["body"]])
    return not body.fault and (body.title, body.lead, [piece.text for piece in body.pieces]) == told


def _line_kind(rule: Rule, text: str) -> bool:
    known = lines.marks()
    if rule["kind"] == "date":
        return read_date(text) is not None
    return bool(known.dateline([text]) if rule["kind"] == "dateline" else known.kind(text, rule["kind"]))


def _line_met(rule: Rule, example: Example) -> bool:
    if not _line_kind(rule, example["text"]):
        return False
    found = {"dateline": lines.marks().dateline([example["text"]]), "source": lines.source_url(example["text"])}
    found["date"] = read_date(example["text"])
    return "value" not in example or found[rule["kind"]] == example["value"]
