"""The sample site from crawl to report: what corpus/site says by reading is what is found."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.normal import nfc
from extractor.records import Article, Claim, Finding
from extractor.rules import data_folder
from extractor.store import Store, open_database
from extractor.urls import canonical
from tests.conftest import run

SITE = data_folder("corpus") / "site"


def table(name: str) -> list[dict[str, str]]:
    with (SITE.parent / "site" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def store(demo: Path) -> Iterator[Store]:
    with open_database(demo / "news.db", create=False) as opened:
        yield opened


def made(store: Store) -> Iterator[tuple[str, str, Claim]]:
    """URL, surface and claim of every mention, copies included."""
    articles: list[Article] = list(store.articles(copies=True))
    for article in articles:
        for claim in store.claims(article_id=article.id):
            for start, end in {(claim.figure.start, claim.figure.end), *claim.mentions}:
                yield canonical(article.url or ""), nfc(article.text[start:end]), claim


def test_nearly_every_claim_of_the_site_is_read_as_a_reader_would(store: Store) -> None:
    found = {(url, text, c.indicator or "", c.area or "", c.status.value) for url, text, c in made(store)}
    wanted = [
        (canonical(row["url"]), nfc(row["surface"]), row["indicator"], row["area"], row["status"] or "actual")
        for row in table("expected.csv")
    ]
    missed = [row for row in wanted if row not in found]
    assert len(missed) <= len(wanted) * 0.06, "\n".join(map(str, missed))


def test_no_area_is_made_up(store: Store) -> None:
    areas = {row["area"] for row in table("expected.csv")} | {"foreign"}
    assert {claim.area for _, _, claim in made(store) if claim.indicator} - {None} <= areas


def same(planted: dict[str, str], finding: Finding, urls: dict[str, str]) -> bool:
    places = {canonical(urls[claim.article_id or ""]) for claim in finding.claims}
    return finding.kind == planted["kind"] and places == {canonical(url) for url in planted["urls"].split(";")}


def test_the_planted_errors_are_found_and_no_others(store: Store) -> None:
    urls = {article.id: article.url or "" for article in store.articles(copies=True)}
    findings = [finding for finding in store.findings() if finding.severity != "info"]
    planted = table("planted.csv")
    assert [row["kind"] for row in planted if not any(same(row, f, urls) for f in findings)] == []
    assert [(f.kind, f.stated, f.expected) for f in findings if not any(same(row, f, urls) for row in planted)] == []


def test_the_nation_stands_beside_the_provinces_and_a_page_does_not_lend_its_province(demo: Path) -> None:
    rows = json.loads(run("compare", demo / "news.db", "tasks", "--json").stdout)
    areas = {row["area"] for row in rows}
    assert {"Whole country", "Quang Ninh", "Ha Tinh", "Phu Tho"} <= areas
    assert "Ca Mau" not in areas


def test_the_demo_says_what_it_found_and_where(demo: Path) -> None:
    printed = (demo / "printed.txt").read_text(encoding="utf-8")
    assert "41 + 22 + 6 + 5 = 74" in printed
    assert str(demo / "report.html") in printed


def test_provinces_stand_in_the_order_of_the_alphabet(demo: Path) -> None:
    page = (demo / "report.html").read_text(encoding="utf-8")
    places = [page.index(f'<th scope="row">{name}</th>') for name in ("Cao Bằng", "Đắk Lắk", "Điện Biên", "Gia Lai")]
    assert places == sorted(places)
