"""Checks between articles: conflicting sources, translations against originals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from by_hand import article, claim, small_tables

from extractor import rules
from extractor.check import check_all, message
from extractor.records import Article, Claim, Finding, Reference, Statement, Status

ONE = article("một", id="a1", url="https://bao.test/1")
TWO = article("hai", id="a2", url="https://dai.test/2", publisher="dai.test")
COPY = article("three", id="a3", url="https://dich.test/3", original_url="https://bao.test/1", language="en")
ARTICLES = {one.id: one for one in (ONE, TWO, COPY)}


@pytest.fixture(autouse=True)
def _tables(tmp_path: Path) -> Iterator[None]:
    rules.use(small_tables(tmp_path))
    yield
    rules._active.clear()


def found(*claims: Claim, articles: dict[str, Article] = ARTICLES) -> list[Finding]:
    return check_all(articles, claims)


def test_two_sources_on_one_claim() -> None:
    growth = [claim("economy.grdp_growth", value, period_end="2025-09-30", article_id=name, programme=None)
              for name, value in (("a1", "10.12%"), ("a2", "10.22%"))]  # fmt: skip
    findings = found(*growth)
    assert [(f.kind, f.stated, f.expected) for f in findings] == [("articles_differ", "10.12", "10.22")]
    assert message(findings[0], "vi") == "Quảng Ninh, “Tăng trưởng GRDP”: bao.test nêu 10,12, dai.test nêu 10,22."


@pytest.mark.parametrize(
    ("territories", "kinds"), [((63, 34), []), ((34, 34), ["articles_differ"]), ((None, 34), ["articles_differ"])]
)
def test_a_merged_province_is_another_than_the_old_one(territories: tuple[int | None, int], kinds: list[str]) -> None:
    said = zip(("a1", "a2"), ("10.09%", "10.33%"), territories, strict=True)
    growth = [
        claim(
            "economy.grdp_growth",
            value,
            period_end="2025-06-30",
            article_id=name,
            area="phu-tho",
            province="phu-tho",
            territory=territory,
            programme=None,
        )
        for name, value, territory in said
    ]
    assert [finding.kind for finding in found(*growth)] == kinds


def test_a_finding_is_the_same_whichever_article_was_stored_first() -> None:
    growth = [claim("economy.grdp_growth", value, period_end="2025-09-30", article_id=name, programme=None)
              for name, value in (("a1", "10.12%"), ("a2", "10.22%"))]  # fmt: skip
    assert found(*growth) == found(*reversed(growth), articles=dict(reversed(ARTICLES.items())))


@pytest.mark.parametrize(
    "other",
    [claim("tasks.completed", "90", article_id="a2", period_end="2025-10-31"),
     claim("tasks.completed", ">80", article_id="a2", period_end="2025-09-30"),
     claim("tasks.completed", "90", article_id="a2", period_end="2025-09-30", area="hai-phong"),
     claim("tasks.completed", "90", article_id="a2", period_end="2025-09-30", body="so-noi-vu"),
     claim("tasks.completed", "90", article_id="a2", period_end="2025-09-30", programme=None)],
)  # fmt: skip
def test_claims_about_something_else_do_not_conflict(other: Claim) -> None:
    assert found(claim("tasks.completed", "83", period_end="2025-09-30"), other) == []


def original() -> list[Claim]:
    return [claim("tasks.assigned", "156"), claim("tasks.completed", "1602", 10), claim("budget.revenue", "445", 20)]


def copied(**changes: Claim) -> list[Claim]:
    base = [claim("tasks.assigned", "156", article_id="a3"), claim("tasks.completed", "1602", 10, article_id="a3"),
            claim("budget.revenue", "445", 20, article_id="a3")]  # fmt: skip
    return [changes.get((item.indicator or "").partition(".")[2], item) for item in base]


def test_faithful_translation() -> None:
    assert found(*original(), *copied()) == []


def test_swapped_digits_in_a_translation() -> None:
    swapped = claim("tasks.completed", "1620", 10, article_id="a3")
    findings = found(*original(), *copied(completed=swapped))
    assert [(f.kind, f.stated, f.expected, f.detail["form"]) for f in findings] == [
        ("translation", "1620", "1602", "transposed")
    ]


def test_scale_lost_in_a_translation() -> None:
    lost = claim("budget.revenue", "445000", 20, article_id="a3")
    assert [f.detail["form"] for f in found(*original(), *copied(revenue=lost))] == ["scale"]


def test_area_and_status_turned_in_a_translation() -> None:
    turned = claim("tasks.completed", "1602", 10, article_id="a3", area="hai-phong")
    wished = claim("tasks.assigned", "156", article_id="a3", status=Status.TARGET)
    forms = [f.detail["form"] for f in found(*original(), *copied(completed=turned, assigned=wished))]
    assert forms == ["status", "area"]


def test_text_that_shares_little_with_its_source_is_left_alone() -> None:
    other = [claim("tasks.completed", value, 10 * i, article_id="a3") for i, value in enumerate(("7", "8", "9"))]
    assert [f for f in found(*original(), *other) if f.kind == "translation"] == []


def official(value: str, **changes: object) -> Reference:
    day = "2025-09-30"
    base = Reference("tasks.completed", "quang-ninh", None, day, day, Decimal(value), "nhiệm vụ", "Sở")
    return replace(base, **changes)  # type: ignore[arg-type]


def against(one: Claim, *references: Reference) -> list[Finding]:
    return check_all(ARTICLES, [one], references)


def test_a_claim_is_held_against_official_values_that_were_added() -> None:
    (one,) = against(claim("tasks.completed", "38", period_end="2025-09-30"), official("40"), official("41"))
    assert (one.kind, one.stated, one.expected) == ("reference", "38", "40")
    assert message(one) == "Quang Ninh, “Tasks completed”: the article states 38, the official number is 40 (Sở)."


@pytest.mark.parametrize(
    "changes",
    [{"value": "40"}, {"value": ">38"}, {"period_end": "2025-10-31"}, {"period_end": None}, {"area": "hai-phong"},
     {"body": "so-noi-vu"}, {"status": Status.TARGET}, {"value": "38%"}, {"statement": Statement.CHANGE}],
)  # fmt: skip
def test_an_official_value_says_nothing_of_other_things(changes: dict[str, Any]) -> None:
    told = {"value": "38", "period_end": "2025-09-30"} | changes
    assert against(claim("tasks.completed", told.pop("value"), **told), official("40")) == []


@pytest.mark.parametrize(("first", "last", "count"), [("2025-01-01", "2025-09", 1), ("2025-07", "2025-09", 0),
    ("2025-09-30", "2025-09-30", 1), ("2025-09", "2025-09", 0)])  # fmt: skip
def test_an_official_value_is_of_the_same_span(first: str, last: str, count: int) -> None:
    told = claim("tasks.completed", "38", period_start="2025-01-01", period_end="2025-09-30")
    assert len(against(told, official("40", period_start=first, period_end=last))) == count


@pytest.mark.parametrize(("programme", "count"), [(None, 1), ("57-NQ/TW", 1), ("DA 06", 0)])
def test_an_official_value_may_be_of_one_programme(programme: str | None, count: int) -> None:
    told = claim("tasks.completed", "38", period_end="2025-09-30", programme="57-NQ/TW")
    assert len(against(told, official("40", programme=programme))) == count


@pytest.mark.parametrize(("value", "count"), [("11.7", 0), ("11.67", 0), ("11.6", 1), ("11.671", 0), ("11.68", 1)])
def test_an_official_value_is_as_exact_as_it_is_written(value: str, count: int) -> None:
    growth = claim("economy.grdp_growth", "11.67%", period_end="2025-09-30", programme=None)
    given = official(value, indicator="economy.grdp_growth", unit="%")
    assert len(against(growth, given)) == count


class Counted(list[Claim]):
    """Claims that count how often one of them is looked at."""

    looks = 0

    def __iter__(self) -> Iterator[Claim]:
        for one in super().__iter__():
            type(self).looks += 1
            yield one


def looks(pairs: int) -> int:
    """How many claims the checks between articles look at for this many translations with their originals."""
    articles, claims = {}, Counted()
    for number in range(pairs):
        for name, original in ((f"o{number}", None), (f"t{number}", f"https://o{number}.test/")):
            articles[name] = article(name, id=name, url=f"https://{name}.test/", original_url=original)
            claims.append(claim("tasks.completed", str(number), article_id=name, period_end="2025-09-30"))
    Counted.looks = 0
    check_all(articles, claims)
    return Counted.looks


def test_ten_times_the_articles_are_ten_times_the_work() -> None:
    assert looks(300) <= 11 * looks(30)
