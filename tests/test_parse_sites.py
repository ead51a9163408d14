"""Every rule of sites and lines meets its own examples; recognition, families and URL shapes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from extractor.errors import RuleError
from extractor.parse.examples import cases, is_left_alone, is_met, unused
from extractor.rules import Patterns, Rule
from extractor.sites import DEFAULT, FILE, SCHEMA, shape, sites

FAMILIES = {"epi", "vccorp", "onecms", "month-hash", "a-id", "nukeviet", "vnportal", "sharepoint", "vnexpress"}


@pytest.mark.parametrize(("kind", "rule"), list(cases()), ids=lambda value: getattr(value, "id", value))
def test_every_rule_meets_its_examples(kind: str, rule: Rule) -> None:
    assert [example for example in rule.yes if not is_met(kind, rule, example)] == []
    assert [example for example in rule.no if not is_left_alone(kind, rule, example)] == []
    assert unused(kind, rule) == []


def test_an_example_that_is_not_met_is_seen() -> None:
    kind, rule = next(cases())
    assert not is_met(kind, rule, {"text": "<p>Không phải trang của họ này.</p>"})
    assert not is_met(kind, rule, {**rule.yes[-1], "title": "Tựa khác"})
    assert not is_left_alone(kind, rule, rule.yes[0])


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
