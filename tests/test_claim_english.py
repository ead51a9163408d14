"""English times, plans and rates: what stands before, behind and beside a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.read import read
from extractor.records import FigureKind, Statement, Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    "text",
    [
        "This year, Gia Lai targeted hosting 640,000 tourists.",
        "Gia Lai aimed to host 640,000 tourists.",
        "Some 640,000 more teachers are needed.",
        "It received fewer, missing its 640,000 visitor target.",
    ],
)
def test_a_plan_told_in_the_past_is_a_target(text: str) -> None:
    assert one(text, "640,000", "en").status is Status.TARGET


def test_a_figure_between_an_article_and_the_plans_word_is_the_plan() -> None:
    grew, plan = said("Labour productivity rose by 7.15%, exceeding the 4.5% target.", "en")
    assert (grew.status, plan.status) == (Status.ACTUAL, Status.TARGET)
    assert plan.statement is Statement.LEVEL


def test_so_many_targets_are_counted_not_wished_for() -> None:
    assert one("The province has met the 18 targets.", "18", "en").status is Status.ACTUAL


def test_so_far_this_year_ends_on_the_day_of_publication() -> None:
    claim = one("Da Nang has served 640,000 visitors so far this year.", "640,000", "en")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-10-15")


@pytest.mark.parametrize(
    ("text", "surface", "end"),
    [
        ("As of October 3, it disbursed 44.1%, compared to 37.3% in the same period last year.", "37.3%", "2024-10-03"),
        ("In 2024, it had 11.5 doctors (the figure was 8.7 doctors per 10,000 people in 2019).", "8.7", "2019-12-31"),
        ("It will have 17 parks by 2030, with a vision to 2045.", "17", "2030-12-31"),
        ("It has a vision to 2045. By then it will have 38 parks.", "38", "2045-12-31"),
        ("The target of 9.5% growth by 2030 was set.", "9.5%", "2030-12-31"),
        ("The term 2016-2020 had 14 parks, with a target of 33 parks for 2026-2030.", "33", "2030-12-31"),
        ("In August, the Song Thu Marathon 2025 and a fair drew 38,000 guests.", "38,000", "2025-08-31"),
    ],
)
def test_a_figure_has_the_time_that_is_said_of_it(text: str, surface: str, end: str) -> None:
    assert one(text, surface, "en").period_end == end


def test_fewer_than_bounds_a_level() -> None:
    claim = one("The term has fewer than 4,700 projects.", "4,700", "en")
    assert claim.statement is Statement.LEVEL


def test_counts_of_a_list_share_the_base_behind_the_last() -> None:
    text = "The province has 37 hospital beds, 13 doctors and 29 nurses per 10,000 people."
    figures = read(text, "en").figures
    assert [(one.kind, one.denominator) for one in figures] == [(FigureKind.RATE, Decimal(10000))] * 3
    assert [claim.indicator for claim in said(text, "en")] == [
        "health.beds_per_10k",
        "health.doctors_per_10k",
        None,
    ]


def test_counts_of_another_clause_keep_no_base() -> None:
    figures = read("The province has 7 hospitals, and 13 doctors per 10,000 people.", "en").figures
    assert [one.kind for one in figures] == [FigureKind.COUNT, FigureKind.RATE]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("One bridge collapsed and four houses were damaged.", ["1", "4"]),
        ("One of the houses burned on one day.", []),
        ("The “4 houses” model spreads.", []),
    ],
)
def test_number_words_count_what_they_stand_before(text: str, values: list[str]) -> None:
    assert [str(one.value) for one in read(text, "en").figures] == values


@pytest.mark.parametrize(
    ("opening", "area"),
    [
        ("On May 5, in Hue, the Prime Minister chaired a conference with localities on growth.", "VN"),
        ("The Prime Minister chaired a conference on growth in Hue on May 5.", "VN"),
        ("The festival in Hue on May 5 was the first of its kind.", "hue"),
    ],
)
def test_where_the_centre_met_owns_nothing(opening: str, area: str) -> None:
    assert one(f"{opening}\n\nGrowth reached 7.45%.", "7.45%", "en").area == area


def test_an_estimate_that_is_so_much_is_the_plan() -> None:
    text = (
        "The revenue estimate assigned by the Council in 2025 is 7,400 billion VND, collected in the first 9 months "
        "of 2025 is 6,200 billion VND."
    )
    assert [claim.status for claim in said(text, "en")] == [Status.TARGET, Status.ACTUAL]
    assert [claim.period_end for claim in said(text, "en")] == ["2025-12-31", "2025-09-30"]


def test_a_paragraph_that_names_nothing_goes_on_about_the_last_of_several_provinces() -> None:
    text = (
        "Storms hit several provinces of Vietnam, the Government said.\n\n"
        "Ca Mau province reported that 47 houses had collapsed.\n\nA river bank was eroded over 190 m.\n\n"
        "In Nghe An province, 58 houses were flooded.\n\nNationwide, 640 houses were damaged."
    )
    assert [claim.area for claim in said(text, "en")] == ["ca-mau", "ca-mau", "nghe-an", "VN"]


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        ("Exports rose 4.5% from January to June.", "4.5%", ("2025-01-01", "2025-06-30")),
        ("The share rose to 13% from 8% in 2023.", "13%", (None, "2025-10-15")),
        ("It ranked 14th, up two places from 2023.", "14th", (None, "2025-10-15")),
        ("By mid-2025, it had 19 schools.", "19", (None, "2025-06-30")),
        ("It has so far attracted 19 guests this year.", "19", ("2025-01-01", "2025-10-15")),
    ],
)
def test_spans_and_bases_behind_a_figure(text: str, surface: str, period: tuple[str | None, str]) -> None:
    claim = one(text, surface, "en")
    assert (claim.period_start, claim.period_end) == period


def test_points_and_the_level_they_lead_to_are_two_figures() -> None:
    found = [one.surface for one in read("The rate fell by 1.4 percentage points to 2.6%.", "en").figures]
    assert found == ["1.4 percentage points", "2.6%"]


def test_a_level_behind_a_count_names_its_own_number() -> None:
    found = [one.surface for one in read("The portal offers 640 level-3 services.", "en").figures]
    assert found == ["640"]


def test_a_deadline_behind_several_figures_is_theirs_all_and_goes_on() -> None:
    text = "Ca Mau aims to earn 3 billion USD and raise 437,000 tonnes of shrimps by 2035. Ponds will cover 270,000 ha."
    assert [claim.period_end for claim in said(text, "en")] == ["2035-12-31"] * 3


def test_a_share_of_something_named_takes_nothing_over() -> None:
    text = (
        "The poverty rate in Lao Cai fell to 11.7% in 2024. The locality has 64 percent of schools meeting standards."
    )
    assert [claim.indicator for claim in said(text, "en")] == ["society.poverty_rate", None]


def test_a_range_behind_between_may_have_a_dash() -> None:
    found = read("It fell by between 4 – 7 percent.", "en").figures
    assert [(one.value, one.value_max) for one in found] == [(Decimal(4), Decimal(7))]


def test_the_region_in_which_a_province_is_one_of_the_fastest_owns_nothing() -> None:
    text = "Lao Cai has cut poverty to 12%, one of the fastest in the Red River Delta; 370 models were built."
    assert one(text, "370", "en").area == "lao-cai"


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("The Congress set 17 targets for 2026, including growth of 9.4%.", "9.4%", Status.TARGET),
        ("Hue has met 13 of 17 socio-economic targets, with four of them above 9.4%.", "9.4%", Status.ACTUAL),
    ],
)
def test_goals_that_are_set_and_listed_stay_goals(text: str, surface: str, status: Status) -> None:
    assert one(text, surface, "en").status is status


@pytest.mark.parametrize(
    "text",
    [
        "The share will rise to 87% in 2035 from 64% now.",
        "It is projected to reach 87% by 2035, up from 64% at present.",
    ],
)
def test_where_a_wish_behind_its_end_comes_from_stands_today(text: str) -> None:
    wished, now = said(text, "en")
    assert wished.period_end == "2035-12-31"
    assert (now.status, now.period_end) == (Status.ACTUAL, "2025-10-15")


def test_a_figure_that_triples_another_has_not_its_time() -> None:
    assert one("Hue earned 7 trillion VND, tripling the figure of 2022.", "7 trillion VND", "en").period_start is None


@pytest.mark.parametrize(
    ("text", "surface", "start", "end"),
    [
        ("Ports grew in the first half of 2025. They moved 9 tonnes, 57% of the plan for the entire year.", "9", 1, 6),
        ("Ports grew in the first half of 2025. They took in 57% of this year's target.", "57%", 1, 6),
    ],
)
def test_the_year_of_a_plan_that_a_share_is_of_dates_nothing(text: str, surface: str, start: int, end: int) -> None:
    claim = one(text, surface, "en")
    assert (claim.period_start, claim.period_end) == (f"2025-{start:02}-01", f"2025-{end:02}-30")


def test_last_year_that_nothing_is_told_beside_is_the_whole_of_it() -> None:
    claim = one("Last year the province spent 61 billion VND on roads.", "61 billion VND", "en")
    assert (claim.period_start, claim.period_end) == ("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("text", "surface", "span"),
    [
        ("The yield has risen from 2023 to 6.41 tonnes per hectare.", "6.41", (None, "2025-10-15")),
        ("The nine-month revenue was VND38 billion.", "VND38 billion", ("2025-01-01", "2025-09-30")),
        ("A nine-month course drew 38 pupils.", "38", (None, "2025-10-15")),
        ("Last month, it built 38 houses.", "38", ("2025-09-01", "2025-09-30")),
        ("Exports fell by 38% from last month.", "38%", (None, "2025-10-15")),
        ("During the year, it issued 38 permits.", "38", ("2025-01-01", "2025-12-31")),
        ("It was 12, 38, and 41 percent in 2021, 2022 and 2023.", "38", ("2022-01-01", "2022-12-31")),
        ("In 2021 and 2022, it built 38 schools and 41 schools, respectively.", "38", ("2021-01-01", "2021-12-31")),
        ("The term, extended until 2027, has 38 projects.", "38", (None, "2025-10-15")),
    ],
)
def test_a_figure_has_the_span_that_is_said_of_it(text: str, surface: str, span: tuple[str | None, str]) -> None:
    claim = one(text, surface, "en")
    assert (claim.period_start, claim.period_end) == span


def test_a_sum_with_its_growth_goes_back_to_the_span_told_before() -> None:
    text = "In the first nine months, exports rose by 7%. To date, it has 38 parks. Capital reached $41 million, up 9%."
    claim = one(text, "$41 million", "en")
    assert (claim.period_start, claim.period_end) == ("2025-01-01", "2025-09-30")


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Customs revenue was VND38 billion/estimate of VND41 billion.", "VND41 billion", Status.TARGET),
        ("The plan is VND41 billion, including VND38 billion of loans.", "VND38 billion", Status.TARGET),
        ("The plan is VND41 billion, of which VND38 billion was spent.", "VND38 billion", Status.ACTUAL),
        ("If a farm has 38 pigs, it pays a fee.", "38", Status.OTHER),
        ("If including ports, exports reached $38 million.", "$38 million", Status.ACTUAL),
        ("It aims at 90% by 2027. Specifically, the rates are: Hue 38%.", "38%", Status.TARGET),
        ("It aims at 90% by 2027. Specifically, Hue reached 38%.", "38%", Status.ACTUAL),
        ("Growth was higher than expected, and 38 ports opened.", "38", Status.ACTUAL),
    ],
)
def test_plans_parts_of_plans_and_conditions_are_no_results(text: str, surface: str, status: Status) -> None:
    assert one(text, surface, "en").status is status


def test_what_is_named_after_a_target_is_counted() -> None:
    assert one("The 38 national target programmes ended.", "38", "en").status is Status.ACTUAL


def test_a_share_of_the_same_period_stands_behind_one_of_a_plan() -> None:
    _, last = said("It reached 63% of this year’s target and 92% of the figure in the same period last year.", "en")
    assert last.statement is Statement.SHARE_OF_LAST_YEAR


def test_a_commune_that_a_comma_tells_is_meant_by_its_bare_name_later() -> None:
    text = (
        "Soc Trang: New rural title\n\nThe title was granted to Thanh Phu, a commune with many farms.\n\n"
        "Over 10 years, Thanh Phu mobilised 727 billion VND.\n\nSoc Trang has 80 communes."
    )
    url = "https://en.vietnamplus.vn/soc-trang-has-new-rural-communes/157459.vnp"
    found = {claim.figure.surface: claim.area for claim in said(text, "en", url=url, published="2019-08-08")}
    assert found["727 billion VND"] == "soc-trang/thanh-phu"
    assert found["80"] == "soc-trang"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        # So many communes no province has; what goes on is the nation's.
        ("Hue meets\n\n5,100 of 6,900 communes (74%) met standards. Incomes hit 44 USD.\n\nIn Hue, 41 did.", "44 USD"),
        # A place that is only an example does not make a text about its province.
        (
            "A plan of 41 USD cuts poverty nationwide. Some are poor, such as A Luoi and Phu Loc districts (Hue).",
            "41 USD",
        ),
        # Ministries are the nation's.
        ("Hue came first in the index.\n\nThe average index of ministries was 44 per cent.", "44 per cent"),
    ],
)
def test_what_only_the_nation_has_is_its_own(text: str, surface: str) -> None:
    assert one(text, surface, "en", published="2024-10-15").area == "VN"


def test_the_value_of_the_place_compared_with_is_a_level() -> None:
    text = "In May, 12 provinces had disbursement rates of public investment below the national average of 47%."
    claim = one(text, "47%", "en")
    assert (claim.indicator, claim.area) == ("budget.public_investment_disbursed_share", "VN")


@pytest.mark.parametrize(("told", "year"), [("this year", "2025"), ("next year", "2026")])
def test_a_goal_is_told_for_the_year_behind_its_growth(told: str, year: str) -> None:
    claim = one(f"The Government has set a target of at least 9% growth {told}.", "9%", "en")
    assert (claim.indicator, claim.period_end, claim.status) == ("economy.grdp_growth", f"{year}-12-31", "target")


def test_what_was_fined_is_reported_and_what_may_be_is_a_norm() -> None:
    text = "In 2024 Hue punished 9 firms with fines of 47 USD. The act is punishable with fines of 52 USD."
    assert (one(text, "47 USD", "en").status, one(text, "52 USD", "en").status) == ("actual", "other")


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("To ensure 95% of homes have water, Hue spent 47 USD.", ["target", "actual"]),
        ("To achieve these results, Hue spent 47 USD on 52 roads.", ["actual", "actual"]),
    ],
)
def test_what_a_sentence_is_for_is_wanted_up_to_its_comma(text: str, statuses: list[str]) -> None:
    assert [claim.status for claim in said(text, "en")] == statuses


def test_levels_of_government_are_no_unit() -> None:
    text = "Sites in Hue, including district and communal agencies, number 41.\n\nThe plan covers 47 schools."
    assert {claim.area for claim in said(text, "en")} == {"hue"}


def test_no_month_is_part_of_a_name() -> None:
    assert one("By the end of May Xin Man district had 41 mills.", "41", "en").area == "tuyen-quang/xin-man"


def test_a_verb_may_stand_before_what_moved_from_one_value_to_another() -> None:
    text = "Hue raised the share of rural homes with water from 31% to 42%; costs range from 5 to 7 USD."
    assert [claim.figure.value_max for claim in said(text, "en")] == [None, None, Decimal(7)]
