"""Checks that need tables: partitions, populations, what may only grow; and checks of periods and shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from by_hand import article, claim, small_tables

from extractor import rules
from extractor.check import check_all, check_article, message, recomputed
from extractor.records import Article, Claim, FigureKind, Statement, Status

ARTICLES: dict[str, Article] = {key: article(key, id=key, url=f"https://{key}.test/") for key in ("a1", "a2", "a3")}
NINE, SIX = ("2025-01-01", "2025-09-30"), ("2025-01-01", "2025-06-30")


@pytest.fixture(autouse=True)
def _tables(tmp_path: Path) -> Iterator[None]:
    rules.use(small_tables(tmp_path))
    yield
    rules._active.clear()


def kinds(*claims: Claim) -> list[str]:
    return [finding.kind for finding in check_article(article(), claims)]


@pytest.mark.parametrize(("share", "found"), [("33%", ["no_numerator"]), ("32%", []), ("34%", []), ("~33%", [])])
def test_share_that_no_whole_number_gives(share: str, found: list[str]) -> None:
    assert kinds(claim("tasks.assigned", "47"), claim("tasks.completed_share", share, 10)) == found


def test_share_far_from_its_total_may_be_of_something_else() -> None:
    assert kinds(claim("tasks.assigned", "47"), claim("tasks.completed_share", "33%", 500)) == []


def test_nearest_counts_are_named() -> None:
    claims = [claim("tasks.assigned", "47"), claim("tasks.completed_share", "33%", 10)]
    sentence = message(check_article(article(), claims)[0], "en")
    assert "15 / 47 = 31.9 %" in sentence
    assert "16 / 47 = 34 %" in sentence


@pytest.mark.parametrize(("second", "found"), [("47%", ["shares_sum"]), ("46%", []), ("45%", [])])
def test_shares_that_exceed_the_whole_whatever_rounding_did(second: str, found: list[str]) -> None:
    assert kinds(claim("tasks.completed_share", "55%"), claim("tasks.in_progress_share", second, 10)) == found


def test_shares_of_parts_that_overlap_are_left_alone() -> None:
    assert kinds(claim("tasks.in_progress_share", "60%"), claim("tasks.on_schedule_share", "55%", 10)) == []


def spans(written: str, period: tuple[str, str], start: int = 0) -> Claim:
    return claim("services.records", written, start, period_start=period[0], period_end=period[1], period_kind="flow")


@pytest.mark.parametrize(
    ("six", "nine", "found"), [("75", "66", ["longer_is_less"]), ("66", "75", []), (">60", "66", [])]
)
def test_longer_time_counts_at_least_as_much(six: str, nine: str, found: list[str]) -> None:
    assert kinds(spans(six, SIX), spans(nine, NINE, 300)) == found


def people(written: str, **fields: object) -> Claim:
    return claim("area.population", written, area="thai-nguyen", province="thai-nguyen", programme=None, **fields)


@pytest.mark.parametrize(
    ("written", "fields", "found"),
    [("1800000", {}, []), ("1600000", {}, []), ("2500000", {}, ["reference"]), ("180000", {}, []),
     ("1300000", {"territory": 63}, []), ("9000", {"area_level": "commune"}, []),
     ("3000000", {"status": Status.TARGET}, [])],
)  # fmt: skip
def test_population_against_the_official_one(written: str, fields: dict[str, object], found: list[str]) -> None:
    assert kinds(people(written, **fields)) == found


def rated(rate: str) -> list[Claim]:
    where = {"area": "thai-nguyen", "province": "thai-nguyen", "programme": None}
    return [claim("science.rd_personnel", "1861", **where), claim("science.rd_personnel_per_10k", rate, 30,
            figure_kind=FigureKind.RATE, **where)]  # fmt: skip


def test_rate_against_count_and_population() -> None:
    assert kinds(*rated("10.3")) == []
    assert recomputed(article(), rated("10.3"))[0].expected == "1861 / 1799489 × 10000 = 10.3"
    assert kinds(*rated("13.3")) == ["rate_of_people"]


@pytest.mark.parametrize(
    ("surface", "start", "end", "form"),
    [("2025-2025", "2025-01-01", "2025-12-31", "same_year"), ("2030-2025", "2030-01-01", "2025-12-31", "reversed"),
     ("2021-2025", "2021-01-01", "2025-12-31", None), ("quý III/2025", "2025-07-01", "2025-09-30", None)],
)  # fmt: skip
def test_periods_that_cannot_be(surface: str, start: str, end: str, form: str | None) -> None:
    made = claim(
        None, "1", figure_kind=FigureKind.PERIOD, figure_surface=surface, figure_value=start, figure_value_max=end
    )
    assert [f.detail["form"] for f in check_article(article(), [made])] == ([form] if form else [])


@pytest.mark.parametrize(
    ("iso", "possible"), [("2025-02-30", False), ("19999-08-19", False), ("2025-02", True), ("2024-02-29", True)]
)
def test_dates_that_no_calendar_has(iso: str, possible: bool) -> None:
    made = claim(None, "1", figure_kind=FigureKind.DATE, figure_surface=iso, figure_value=iso)
    assert (kinds(made) == []) is possible


def at(written: str, date: str, source: str, **fields: object) -> Claim:
    return claim("tasks.completed", written, period_end=date, period_kind="stock", article_id=source, **fields)


@pytest.mark.parametrize(
    ("later", "found"),
    [(at("70", "2025-09-30", "a2"), ["falls_over_time"]), (at("90", "2025-09-30", "a2"), []),
     (at(">60", "2025-09-30", "a2"), []), (at("70", "2025-09-30", "a2", area="hue"), [])],
)  # fmt: skip
def test_count_that_can_only_grow(later: Claim, found: list[str]) -> None:
    assert [f.kind for f in check_all(ARTICLES, [at("83", "2025-06-30", "a1"), later])] == found


def cards(area: str, written: str) -> Claim:
    level = "nation" if area == "VN" else "province"
    where = {"area": area, "area_level": level, "period_end": "2025-09-30", "programme": None}
    return claim("identity.cards_issued", written, article_id={"VN": "a1", "hue": "a2"}.get(area, "a3"), **where)


@pytest.mark.parametrize(("hue", "found"), [("60", ["provinces_nation"]), ("50", [])])
def test_provinces_together_against_the_nation(hue: str, found: list[str]) -> None:
    claims = [cards("VN", "100"), cards("hue", hue), cards("ha-noi", "50")]
    assert [f.kind for f in check_all(ARTICLES, claims)] == found


def test_tasks_of_provinces_are_no_part_of_the_nations_tasks() -> None:
    claims = [at("485", "2025-09-30", "a1", area="VN", area_level="nation"), at("900", "2025-09-30", "a2", area="hue")]
    assert check_all(ARTICLES, claims) == []


def test_lost_scale_word_explains_parts_above_their_whole() -> None:
    total = listed("1780", 0, "total", figure_kind=FigureKind.MONEY)
    parts = [listed("445995", 10, figure_kind=FigureKind.MONEY), listed("900000", 20, figure_kind=FigureKind.MONEY)]
    finding = check_article(article(), [total, *parts])[0]
    assert finding.detail["form"] == "scale"


def test_values_a_thousand_apart_name_the_scale_as_cause() -> None:
    claims = [
        claim("services.records", "1500", programme=None),
        claim("services.records", "1500000", 300, programme=None),
    ]
    finding = check_article(article(), claims)[0]
    assert finding.detail["causes"] == "scale"
    assert finding.claims[0].figure.value == Decimal(1500)


@pytest.mark.parametrize(
    ("written", "forms"),
    [("giai đoạn 2030-2025", ["reversed"]), ("giai đoạn 2025 – 2025", ["same_year"]),
     ("ngày 31/6/2025", ["impossible"]), ("giai đoạn 2021-2025", []), ("ngày 30/9/2025", []),
     ("on 10/28/2025", []), ("số 12/2030-2025/QĐ", [])],
)  # fmt: skip
def test_dates_beside_a_claim(written: str, forms: list[str]) -> None:
    text = f"Theo kế hoạch {written}, tỉnh có 47 nhiệm vụ."
    stated = claim("tasks.assigned", "47", text.index("47"), sentence=(0, len(text)))
    found = [one.detail["form"] for one in check_article(article(text), [stated]) if one.kind == "broken_period"]
    assert found == forms


def listed(written: str, start: int, role: str = "part", **fields: Any) -> Claim:
    """A figure that the text lists, of which no table knows anything."""
    return claim(None, written, start, group=1, role=role, **fields)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("60", "43"), ["parts_total"]),  # 103 of 100: they cannot exclude each other and be right
        (("60", "40"), []),
        (("60", "30"), []),  # a list may be partial
        (("80", "75"), []),  # men and Party members overlap
    ],
)
def test_parts_that_only_the_text_lists(parts: tuple[str, str], found: list[str]) -> None:
    assert kinds(listed("100", 0, "total"), *(listed(part, 10 + 10 * i) for i, part in enumerate(parts))) == found


@pytest.mark.parametrize(
    ("units", "last", "found"),
    [
        (("units", "communes", "wards"), "12", ["parts_total"]),
        (("units", "communes", "wards"), "13", []),  # … and one more that is written in words
        (("units", "communes", "communes"), "12", []),
    ],
)
def test_a_list_of_different_things_that_falls_short(units: tuple[str, str, str], last: str, found: list[str]) -> None:
    total, *parts = (
        listed(value, 10 * i, role, figure_unit=unit)
        for i, (value, role, unit) in enumerate(zip(("102", "88", last), ("total", "part", "part"), units, strict=True))
    )
    assert kinds(total, *parts) == found


def revenue(area: str, written: str, start: int) -> Claim:
    """An amount in billions of dong that one sentence gives to a province."""
    known = {"figure_kind": FigureKind.MONEY, "figure_unit": "VND", "sentence": (0, 100), "programme": None}
    return claim("budget.revenue", written, start, area=area, province=area, **known)


@pytest.mark.parametrize(
    ("odd", "found"), [("47", ["scale_gap"]), ("47000", []), ("900", []), ("47000000", ["scale_gap"]), ("2", [])]
)
def test_an_item_out_of_all_scale_with_its_list(odd: str, found: list[str]) -> None:
    others = [revenue("hai-phong", "128300", 0), revenue("quang-ninh", "52400", 20), revenue("hue", "11650", 40)]
    assert kinds(*others, revenue("bac-ninh", odd, 60)) == found


def test_two_items_are_no_list() -> None:
    assert kinds(revenue("hai-phong", "128300", 0), revenue("bac-ninh", "47", 20)) == []


def test_a_shorter_time_may_count_in_other_words() -> None:
    shorter, longer = spans("51", ("2025-07-01", "2025-09-30")), spans("46", NINE, 20)
    renamed = replace(longer, figure=replace(longer.figure, unit="records of all kinds"))
    assert kinds(shorter, renamed) == ["longer_is_less"]


@pytest.mark.parametrize(("base", "found"), [("same_period", []), (None, [])])
def test_two_changes_of_one_level_are_no_two_values(base: str | None, found: list[str]) -> None:
    changed = {"statement": Statement.CHANGE, "change_base": base, "sentence": (0, 20)}
    first, second = claim("services.records", "23%", **changed), claim("services.records", "25%", 300, **changed)
    assert kinds(first, replace(second, sentence=(300, 320))) == found


def test_growth_that_names_no_base_is_over_last_year() -> None:
    growth = {"statement": Statement.CHANGE, "period_start": "2025-01-01", "period_end": "2025-09-30"}
    first = claim("economy.grdp_growth", "10.22%", **growth)
    second = claim("economy.grdp_growth", "10.32%", 300, change_base="same_period", **growth)
    assert kinds(first, second) == ["two_values"]
