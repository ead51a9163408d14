"""Each site rule meets its own examples; recognition, fallback and validity."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from extractor.errors import RuleError
from extractor.parse.body import first
from extractor.parse.ruled import date_by, read_by
from extractor.rules import Patterns
from extractor.sites import DEFAULT, FILE, SCHEMA, Site, shape, sites

YES = [(site, example) for site in sites().all for example in site.rule.yes]
NO = [(site, example) for site in sites().all for example in site.rule.no]
FAMILIES = {"epi", "vccorp", "onecms", "month-hash", "a-id", "nukeviet", "vnportal", "sharepoint", "vnexpress"}


def recognises(site: Site, text: str) -> bool:
    """Whether a rule takes a snippet by its markup, a URL by its host, its shape, or the shape of its articles."""
    if text.startswith("http"):
        host = text.split("/")[2]
        return site.has_host(host) or site in sites().shaped(text)
    return first(LexborHTMLParser(text), site.selectors["recognise"]) is not None


@pytest.mark.parametrize(("site", "example"), YES, ids=lambda value: getattr(value, "id", ""))
def test_yes(site: Site, example: Mapping[str, Any]) -> None:
    assert recognises(site, example["text"])
    if "body" in example:
        body = read_by(site, LexborHTMLParser(example["text"]), None)
        assert not body.fault
        assert body.title == example["title"]
        assert body.lead == example.get("lead", "")
        assert [piece.text for piece in body.pieces] == [example["body"]]
    if "published" in example:
        is_url = example["text"].startswith("http")
        tree = LexborHTMLParser("" if is_url else example["text"])
        assert date_by(site, tree, example["text"] if is_url else None) == example["published"]


@pytest.mark.parametrize(("site", "example"), NO, ids=lambda value: getattr(value, "id", ""))
def test_no(site: Site, example: Mapping[str, Any]) -> None:
    assert not recognises(site, example["text"])


def test_every_family_has_a_rule() -> None:
    assert {site.family for site in sites().all} >= FAMILIES
    assert sites().default is not None


def test_every_selector_is_css() -> None:
    tree = LexborHTMLParser("<p>x</p>")
    for site in (*sites().all, sites().default):
        assert site is not None
        for selectors in site.selectors.values():
            for selector in selectors:
                tree.css(selector)


def test_site_takes_from_its_family_what_it_does_not_say() -> None:
    own = next(site for site in sites().all if site.id == "hanoimoi")
    family = next(site for site in sites().all if site.id == "onecms")
    assert own.selectors["body"] == family.selectors["body"]
    assert own.selectors["lead"] != family.selectors["lead"]


def test_sites_come_before_families() -> None:
    assert [site.id for site in sites().at("www.baochinhphu.vn")] == ["baochinhphu", "vccorp"]


@pytest.mark.parametrize(
    ("form", "url", "day"),
    [
        ("{path}-{n3}{stamp}{n}.htm", "https://b.test/a/tin-102251022153000123.htm", "2025-10-22"),
        ("{path}-{n3}{stamp}{n}.htm", "https://b.test/a/tin-102251322153000123.htm", None),
        ("{path}/{yyyymm}/{slug}-{hex7}/", "https://b.test/a/202510/tin-so-1-0a1b2c3/", "2025-10"),
        ("/{yyyy}/{mm}/{dd}/{slug}", "https://b.test/2025/8/5/tin", "2025-08-05"),
        ("{path}/t.aspx?nid={n}", "https://b.test/x/t.aspx?nid=9", None),
    ],
)
def test_dates_in_urls(form: str, url: str, day: str | None) -> None:
    found = shape(form, "test")
    assert found.matches(url)
    assert found.date(url) == day


@pytest.mark.parametrize("form", ["/{slug}-{slug}", "/a/{path}", "{path}{path}", "/{word}"])
def test_ambiguous_shapes_are_refused(form: str) -> None:
    with pytest.raises(RuleError, match=re.escape(form)):
        shape(form, "sites.toml rule x")


def test_a_rule_of_an_unknown_family_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[[rule]]\nid = "a"\nfamily = "b"\nyes = ["<p>"]\nno = ["<i>"]\n', encoding="utf-8")
    from extractor.sites import Sites

    with pytest.raises(RuleError, match="unknown family 'b'"):
        Sites(Patterns(tmp_path))


def test_schema_names_every_field_of_the_file() -> None:
    assert {name for site in sites().all for name in site.rule.fields} <= set(SCHEMA.fields)
    assert DEFAULT not in {site.id for site in sites().all}
