"""The sample site and the table of sources: complete, consistent with what is expected of them, marked as samples."""

from __future__ import annotations

import csv
import html
import re
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from extractor.crawl import CrawlOptions, MemoryFrontier, crawl
from extractor.rules import data_folder, patterns
from extractor.site import find, serve, starts

CORPUS = data_folder("corpus")
SITE = CORPUS / "site"
COLUMNS = "host name owner_type province province_before_2025 status languages feeds sitemaps rule verified_at evidence"


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def file_of(url: str) -> Path:
    """The file that the sample site serves for a URL."""
    parts = urlsplit(url)
    file = find(SITE / (parts.hostname or ""), parts.path)
    assert file is not None, f"{url} is not served"
    return file


def words_of(file: Path) -> str:
    """The text of a page between its tags, or of the source that a PDF was printed from."""
    source = file.with_name(f"_{file.stem}.html") if file.suffix == ".pdf" else file
    without_tags = re.sub(r"<[^>]+>", " ", source.read_text(encoding="utf-8"))
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", html.unescape(without_tags)))


EXPECTED = table(SITE / "expected.csv")
PLANTED = table(SITE / "planted.csv")
SOURCES = table(CORPUS / "sources.csv")
PAGES = sorted({row["url"] for row in EXPECTED})


@pytest.mark.parametrize("url", PAGES)
def test_every_expected_surface_stands_on_its_page(url: str) -> None:
    words = words_of(file_of(url))
    missing = [row["surface"] for row in EXPECTED if row["url"] == url and row["surface"] not in words]
    assert not missing


@pytest.mark.parametrize("url", PAGES)
def test_every_page_says_that_it_is_a_sample(url: str) -> None:
    assert re.search(r"Đối chiếu(: (tòa soạn|cơ quan)| project| منصوبے)", words_of(file_of(url)))


def test_expected_claims_use_known_places_and_statuses() -> None:
    places = {row["key"] for row in patterns().table("provinces.csv")} | {"VN"}
    assert {row["area"].split("/")[0] for row in EXPECTED} <= places
    assert {row["status"] for row in EXPECTED} <= {"actual", "estimate", "forecast", "target", "other", ""}
    assert {row["kind"] for row in EXPECTED} <= {"count", "percent", "money", "rank", "score"}


def test_a_claim_is_expected_once() -> None:
    keys = Counter((row["url"], row["indicator"], row["value"], row["area"], row["body"]) for row in EXPECTED)
    assert [key for key, times in keys.items() if times > 1] == []


def test_enough_provinces_can_be_compared() -> None:
    for indicator in ("tasks.assigned", "tasks.completed"):
        rows = [row for row in EXPECTED if row["indicator"] == indicator and not row["body"] and row["area"] != "VN"]
        assert len({row["area"] for row in rows if "/" not in row["area"]}) >= 8


def test_the_page_of_one_province_holds_national_figures_only() -> None:
    areas = {row["area"] for row in EXPECTED if urlsplit(row["url"]).hostname == "datmui.test"}
    assert areas == {"VN"}


def test_planted_errors_are_on_pages_of_the_site() -> None:
    assert {row["kind"] for row in PLANTED} == {"parts_total", "percent_ratio", "articles_differ", "translation"}
    for row in PLANTED:
        first = row["urls"].split(";")[0]
        assert row["stated"] in words_of(file_of(first))
        assert any((e["url"], e["indicator"], e["area"]) == (first, row["indicator"], row["area"]) for e in EXPECTED)


def test_planted_sum_and_share_are_wrong_as_said() -> None:
    share = Decimal(47) / 85 * 100
    assert sum((41, 22, 6, 5)) == 74
    assert f"{share:.1f}".replace(".", ",") + "%" == next(
        r["expected"] for r in PLANTED if r["kind"] == "percent_ratio"
    )


def test_the_report_is_small_and_carries_its_fonts() -> None:
    report = file_of("http://langbiang.test/uploads/bao-cao-quy-iii-2025.pdf").read_bytes()
    assert report.startswith(b"%PDF-")
    assert len(report) < 100_000
    assert b"/FontFile" in report


def test_the_sample_publishers_have_the_columns_of_the_sources() -> None:
    rows = table(SITE / "sources.csv")
    assert list(rows[0]) == list(SOURCES[0]) == COLUMNS.split()
    assert {row["host"] for row in rows} == {path.name for path in SITE.iterdir() if path.is_dir()}
    assert all(row["host"].endswith(".test") for row in rows)
    for url in starts(SITE):
        file_of(url)


def test_hosts_are_listed_once() -> None:
    assert [host for host, times in Counter(row["host"] for row in SOURCES).items() if times > 1] == []


def test_every_province_has_a_portal_and_a_newspaper() -> None:
    current = {(row["province"], row["owner_type"]) for row in SOURCES if row["status"] == "current"}
    for province in patterns().table("provinces.csv"):
        assert {(province["key"], "portal"), (province["key"], "party_newspaper")} <= current


def test_provinces_of_sources_are_known() -> None:
    new = {row["key"] for row in patterns().table("provinces.csv")} | {""}
    old = {row["key"] for row in patterns().table("provinces_before_2025.csv")} | {""}
    assert {row["province"] for row in SOURCES} <= new
    assert {row["province_before_2025"] for row in SOURCES} <= old


def test_feeds_are_absolute_and_have_evidence() -> None:
    for row in SOURCES:
        for feed in filter(None, row["feeds"].split(";")):
            host = urlsplit(feed).hostname or ""
            assert host.removeprefix("www.") == row["host"]
            assert "feed" in row["evidence"]


def test_nothing_is_verified_before_a_page_came_in() -> None:
    assert {row["verified_at"] for row in SOURCES} == {""}
    assert {"vi", "en", "ur"} <= set(next(r for r in SOURCES if r["host"] == "vietnam.vn")["languages"].split(";"))


def test_a_crawl_reaches_every_page_and_leaves_what_robots_txt_forbids() -> None:
    with serve(SITE) as site:
        fetched = list(crawl(site.starts, CrawlOptions(resolve=site.resolve, delay=0.05), MemoryFrontier()))
    pages = {item.url for item in fetched if item.page is not None}
    other_url = "http://xutra.test/chuyen-doi-so/thai-nguyen-91-140-nhiem-vu-da-hoan-thanh-1022509261040097.htm"
    assert pages == {*PAGES, other_url}
    assert not any(path.startswith("/noi-bo/") for _, _, path, _ in site.log)
    assert {status for *_, status in site.log} == {200, 301, 302, 404}
