"""What may stand side by side, and why the rest may not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from by_hand import article, claim, small_tables

from extractor import rules
from extractor.cli.output import markdown
from extractor.compare import CompareOptions, compare, ranks, rows, rows_left_out, wide
from extractor.records import Article, Claim, FigureKind, Statement, Status

ARTICLES: dict[str, Article] = {key: article(key, id=key, url=f"https://{key}.test/") for key in ("a1", "a2", "a3")}


@pytest.fixture(autouse=True)
def _tables(tmp_path: Path) -> Iterator[None]:
    rules.use(small_tables(tmp_path))
    yield
    rules._active.clear()


def province(key: str, written: str = "10", **fields: object) -> Claim:
    return claim("tasks.completed", written, area=key, province=key, **fields)


def reasons(*claims: Claim) -> list[str]:
    (comparison,) = compare(claims, ARTICLES)
    return sorted(reason for _, reason in comparison.left_out)


def test_provinces_stand_side_by_side_and_the_nation_last() -> None:
    claims = [province("VN", "485", area_level="nation"), province("quang-ninh", "15"), province("ha-noi", "90")]
    (comparison,) = compare(claims, ARTICLES)
    assert [c.area for c in comparison.claims] == ["ha-noi", "quang-ninh", "VN"]
    assert comparison.left_out == ()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [({"area": "quang-ninh/xa-a", "area_level": "commune"}, "commune"), ({"body": "so-noi-vu"}, "body"),
     ({"area": None, "area_level": None}, "no_area"), ({"area": "foreign", "area_level": "foreign"}, "foreign"),
     ({"status": Status.TARGET}, "status"), ({"statement": Statement.CHANGE}, "statement"),
     ({"figure_kind": FigureKind.MONEY, "figure_unit": "VND"}, "unit"), ({"figure_value": None}, "vague")],
)  # fmt: skip
def test_what_is_not_comparable_says_why(fields: dict[str, object], reason: str) -> None:
    assert reasons(province("ha-noi"), claim("tasks.completed", "7", **fields)) == [reason]


def test_flows_need_equal_periods() -> None:
    nine = {"period_kind": "flow", "period_start": "2025-01-01", "period_end": "2025-09-30"}
    six = {**nine, "period_end": "2025-06-30"}
    assert reasons(province("ha-noi", **nine), province("hue", **nine), province("da-nang", **six)) == ["period"]


def test_old_and_new_territory_do_not_mix_but_unchanged_units_do() -> None:
    before, after = {"territory": 63}, {"territory": 34}
    claims = [province("phu-tho", **after), province("lao-cai", **after), province("bac-ninh", **before)]
    assert reasons(*claims, province("quang-ninh", **before)) == ["territory"]


def test_latest_claim_of_an_area_is_shown() -> None:
    older, newer = province("hue", "10", period_end="2025-06-30"), province("hue", "30", period_end="2025-09")
    (comparison,) = compare([older, newer], ARTICLES)
    assert comparison.claims == (newer,)
    assert comparison.left_out == ((older, "older"),)


def test_same_and_other_value_in_another_article() -> None:
    shown = province("hue", "30", period_end="2025-09-30", article_id="a3")
    same, other = replace(shown, article_id="a2"), province("hue", "31", period_end="2025-09-30", article_id="a1")
    assert reasons(shown, same, other) == ["disputed", "repeated"]


def test_translation_gives_way_to_its_original() -> None:
    articles = {**ARTICLES, "a2": article("dịch", id="a2", original_url="https://a1.test/")}
    first, copy = (
        province("hue", "30", article_id="a1"),
        province("hue", "31", article_id="a2", period_end="2025-12-31"),
    )
    (comparison,) = compare([first, copy], articles)
    assert (comparison.claims, comparison.left_out) == ((first,), ((copy, "translated"),))


def test_targets_stand_side_by_side_where_nobody_reports_results() -> None:
    assert reasons(province("hue", status=Status.TARGET), province("ha-noi", status=Status.TARGET)) == []


def test_programmes_are_compared_apart() -> None:
    found = compare([province("hue"), province("ha-noi", programme="06/QĐ-TTg")], ARTICLES)
    assert [(c.programme, len(c.claims)) for c in found] == [("06/QĐ-TTg", 1), ("57-NQ/TW", 1)]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ("tasks", 2),
        ("tasks.completed", 1),
        ("tasks.completed*", 2),
        ("tasks.completed_share", 1),
        ("task", 0),
        (None, 3),
    ],
)
def test_indicators_by_prefix(wanted: str | None, count: int) -> None:
    claims = [province("hue"), claim("tasks.completed_share", "32%"), claim("budget.revenue", "9", programme=None)]
    assert len(compare(claims, ARTICLES, wanted)) == count


def test_nothing_after_the_chosen_date() -> None:
    claims = [province("hue", "10", period_end="2025-06-30"), province("hue", "30", period_end="2025-09-30")]
    (comparison,) = compare(claims, ARTICLES, CompareOptions(as_of="2025-07"))
    assert [c.figure.surface for c in comparison.claims] == ["10"]


def test_rows_name_areas_and_count_sources() -> None:
    first = province("hue", "1500", article_id="a1", period_end="2025-09-30")
    (comparison,) = compare([first, replace(first, article_id="a2")], ARTICLES)
    (row,) = rows(comparison, "vi")
    assert (row["area"], row["value"], row["sources"], row["as_of"]) == ("Huế", "1.500", "2", "2025-09-30")
    assert rows(comparison, "en")[0]["value"] == "1,500"


def test_only_csv_is_guarded() -> None:
    (comparison,) = compare([province("hue", programme="=1+1")], ARTICLES)
    assert rows(comparison, "vi")[0]["programme"] == "=1+1"


def test_markdown_cells_are_no_markup() -> None:
    table = markdown([{"a|b": "<img src=x> [x](javascript:y) | `c`\nd", "n": None}])
    assert table.splitlines()[0] == "| a|b | n |"
    assert table.splitlines()[2] == "| &lt;img src=x\\> \\[x\\]\\(javascript:y\\) \\| \\`c\\` d |  |"


def test_wide_table_has_a_row_an_area() -> None:
    claims = [province("hue", "10"), claim("tasks.assigned", "40", area="hue", province="hue"), province("ha-noi", "9")]
    table = wide(compare(claims, ARTICLES), "en")
    assert [(r["area"], r["Tasks assigned"], r["Tasks completed"]) for r in table] == [
        ("Hue", "40", "10"), ("Hanoi", "", "9")]  # fmt: skip


def test_exact_rows_hold_plain_numbers_units_and_area_ids() -> None:
    (counts,) = compare([province("hue", "1140")], ARTICLES)
    (shares,) = compare([claim("tasks.completed_share", "59.4%", area="hue", province="hue")], ARTICLES)
    (count,), (share,) = rows(counts, "vi", exact=True), rows(shares, "vi", exact=True)
    assert (count["area"], count["area_id"], count["value"], count["comparator"]) == ("Huế", "hue", "1140", "=")
    assert (share["value"], share["unit"]) == ("59.4", "%")


def test_an_exact_bound_keeps_its_comparator_beside_the_number() -> None:
    (comparison,) = compare([province("hue", ">=1600")], ARTICLES)
    (row,) = rows(comparison, "en", exact=True)
    assert (row["value"], row["comparator"], row["value_max"]) == ("1600", ">=", "")


def test_an_exact_wide_table_names_the_unit_in_the_heading() -> None:
    claims = [province("hue", "1140"), claim("tasks.completed_share", "59.4%", area="hue", province="hue")]
    (row,) = wide(compare(claims, ARTICLES), "en", exact=True)
    assert row["area_id"] == "hue"
    assert {"1140", "59.4"} <= set(row.values())
    assert [name for name, value in row.items() if value == "59.4" and name.endswith("(%)")]


def place(key: str, written: str, of: str | None, **fields: object) -> Claim:
    size = None if of is None else Decimal(of)
    return claim("index.papi", written, area=key, figure_kind=FigureKind.RANK, figure_rank_of=size, **fields)


def test_places_among_63_do_not_stand_beside_places_among_34() -> None:
    claims = [
        place("hue", "9", "63"),
        place("ha-noi", "1", "34"),
        place("son-la", "4", "34"),
        place("hai-phong", "2", None),
    ]
    assert reasons(*claims) == ["territory"]


def test_shares_of_an_estimate_do_not_stand_beside_shares_of_a_plan() -> None:
    plan, estimate = {"plan_base": "plan"}, {"plan_base": "estimate_plan"}
    assert reasons(province("hue", **plan), province("ha-noi", **plan), province("son-la", **estimate)) == ["plan"]


@pytest.mark.parametrize(("day", "found"), [("2025-03-30", []), ("2025-03-29", ["too_old"]), ("2025-10", [])])
def test_a_stock_of_long_ago_is_not_beside_todays(day: str, found: list[str]) -> None:
    stock = {"period_kind": "stock", "territory": None}
    now = province("ha-noi", period_end="2025-09-30", **stock)
    assert reasons(now, province("hue", period_end=day, **stock)) == found


def test_provinces_have_a_rank_and_the_nation_has_none() -> None:
    nation = province("VN", "485", area_level="nation")
    claims = [
        nation,
        province("hue", "30"),
        province("ha-noi", "90"),
        province("son-la", "30"),
        province("an-giang", ">95"),
    ]
    (comparison,) = compare(claims, ARTICLES)
    assert ranks(comparison) == {"ha-noi": 1, "hue": 2, "son-la": 2}
    assert [row["rank"] for row in rows(comparison, "en")] == ["", "1", "2", "2", ""]


def test_less_is_better_where_the_table_says_so_and_no_order_where_it_says_nothing() -> None:
    late = [claim("tasks.behind", written, area=key) for key, written in (("hue", "3"), ("ha-noi", "9"))]
    assert ranks(compare(late, ARTICLES)[0]) == {"hue": 1, "ha-noi": 2}
    assigned = [claim("tasks.assigned", written, area=key) for key, written in (("hue", "3"), ("ha-noi", "9"))]
    assert ranks(compare(assigned, ARTICLES)[0]) == {}


def test_rows_say_whether_sources_agree() -> None:
    shown = province("hue", "30", period_end="2025-09-30", article_id="a3")
    (agreed,) = compare([shown, replace(shown, article_id="a2")], ARTICLES)
    (differs,) = compare([shown, province("hue", "31", period_end="2025-09-30", article_id="a1")], ARTICLES)
    (single,) = compare([shown], ARTICLES)
    assert [rows(one, "en")[0]["agree"] for one in (agreed, differs, single)] == ["yes", "no", ""]


def test_what_is_left_out_has_its_reason_in_words() -> None:
    (comparison,) = compare([province("ha-noi"), province("hue", status=Status.TARGET)], ARTICLES)
    (row,) = rows_left_out(comparison, "en")
    assert (row["area"], row["not_compared"]) == ("Hue", "another status: a target or forecast, not a result")


def test_a_year_without_a_day_hides_no_dated_figure() -> None:
    articles = ARTICLES | {"a1": replace(ARTICLES["a1"], published="2025")}
    vague = province("ha-noi", "83", period_end="2025", article_id="a1")
    dated = province("ha-noi", "91", period_end="2025-09-24", article_id="a2")
    (comparison,) = compare([vague, dated], articles)
    assert [str(claim.figure.value) for claim in comparison.claims] == ["91"]
