"""English values, units, names and status: ranks and ages, long noun phrases, goals that were met or are to come."""

from __future__ import annotations

import pytest

from extractor.read import read
from extractor.records import FigureKind, Statement, Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("It built 7 newly-established export processing enterprises.", "7", "enterprises"),
        ("It has 1 model new rural commune.", "1", "commune"),
        ("It has 34 full-process and 50 other services.", "34", None),
        ("It licensed 9 wind power plants.", "9", "plants"),
        ("Of its schools, 45 met the standard.", "45", None),
        ("Some 640 are women aged 18-55.", "18-55", "years"),
    ],
)
def test_the_unit_is_what_is_counted(text: str, surface: str, unit: str | None) -> None:
    figure = next(figure for figure in read(text, "en").figures if figure.surface == surface)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [
        ("Vinh rose to the top position in the index.", 1, None),
        ("Vinh came in third in the index.", 3, None),
        ("Vinh was second out of nine cities.", 2, 9),
    ],
)
def test_a_rank_in_words(text: str, value: int, whole: int | None) -> None:
    figure = next(figure for figure in read(text, "en").figures if figure.kind.value == "rank")
    assert (figure.value, figure.rank_of) == (value, whole)


def test_a_decimal_before_a_dash_is_no_day() -> None:
    figures = read("It plans to raise output by 4.5 – 6 percent.", "en").figures
    assert [(str(one.value), str(one.value_max)) for one in figures] == [("4.5", "6")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The province met its PAPI target, scoring 43.5 points.", Status.ACTUAL),
        ("The city surpassed its yearly socio-economic targets, with 43.5 points.", Status.ACTUAL),
        ("The province is working on meeting its target of 43.5 points.", Status.TARGET),
        ("Vinh met the target of 43.5 points.", Status.TARGET),
    ],
)
def test_a_goal_that_was_met_is_no_wish(text: str, status: Status) -> None:
    assert one(text, "43.5", "en").status is status


def test_those_who_strive_have_not_reached_it() -> None:
    assert one("Some 23 communes strive to meet the standard.", "23", "en").status is Status.TARGET


def test_a_share_of_others_behind_a_semicolon_has_its_own_name() -> None:
    records, firms = said("Some 85% of records are digitised; 35% of small firms use software.", "en")
    assert records.indicator == "services.records_digitised_share"
    assert firms.indicator is None


@pytest.mark.parametrize(
    "text", ["Exports saw a 7.5% drop.", "Exports posted a 7.5% year-on-year rise.", "It posted 7.5% growth."]
)
def test_a_noun_behind_a_figure_tells_its_move(text: str) -> None:
    assert one(text, "7.5%", "en").statement is Statement.CHANGE


def test_a_noun_before_a_figure_is_no_move_of_it() -> None:
    assert one("Income improvement is one of two key tasks.", "two", "en").statement is Statement.LEVEL


def test_a_time_behind_an_adjective_is_a_duration() -> None:
    assert [one.kind for one in read("It has led for 14 consecutive years.", "en").figures] == [FigureKind.DURATION]


def test_a_year_joined_to_a_decimal_begins_no_list_of_days() -> None:
    figures = read("It will ship 1.45 million tonnes in 2028 and 1.8 million tonnes in 2031.", "en").figures
    assert [str(one.value) for one in figures if one.kind is FigureKind.MEASURE] == ["1450000", "1800000"]


def test_a_list_stands_under_the_goal_before_the_words_that_open_it() -> None:
    text = (
        "The goal by 2029 is to renew its offices. For example,\n- 95% of offices sign online.\n- 85% of staff have it."
    )
    assert [(claim.status, claim.period_end) for claim in said(text, "en")] == [(Status.TARGET, "2029-12-31")] * 2


def test_those_who_came_back_are_no_new_enterprises() -> None:
    assert one("Some 900 newly established and returning businesses began.", "900", "en").indicator is None


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("GRDP grew by 7.45%, surpassing the target of 5.35%.", "7.45%", Status.ACTUAL),
        ("GRDP grew by 7.45%, surpassing the target of 5.35%.", "5.35%", Status.TARGET),
        ("GRDP grew by 7.45%, above the proposed scenario (7.35%).", "7.35%", Status.TARGET),
        ("The council raised its growth target from 6.4% to at least 8.1%.", "6.4%", Status.TARGET),
        ("It aims to raise coverage from 6.4% to at least 8.1%.", "6.4%", Status.ACTUAL),
        ("Some targets are as follows: output increased by 9.35%.", "9.35%", Status.ACTUAL),
        ("The targets:\n- By 2031, coverage stays at 45%; we reached 31 beds.", "31", Status.TARGET),
        ("The targets:\n- Each ward has 31 parks.", "31", Status.TARGET),
    ],
)
def test_a_goal_and_what_was_reached_of_it(text: str, surface: str, status: Status) -> None:
    assert one(text, surface, "en").status is status


def test_one_result_among_many_goals_does_not_end_them() -> None:
    goals = " ".join(f"The share will reach {number}%." for number in range(21, 31))
    assert one(f"{goals} It built 7 parks. Coverage is over 95%.", "95%", "en").status is Status.TARGET
    assert one("The share will reach 21%. It built 7 parks. Coverage is over 95%.", "95%", "en").status is Status.ACTUAL


def test_an_amount_takes_the_unit_named_before_it() -> None:
    found = said(
        "Income reached 54 million VND, up 23 million. It landed 7 million tonnes and 3 million in 2024.", "en"
    )
    assert [claim.figure.unit for claim in found] == ["VND", "VND", "tonnes", "tonnes"]


def test_a_percentage_compared_with_another_has_its_name() -> None:
    text = "Disbursement of public investment reached 46% of the plan, higher than the national average of 38%."
    assert one(text, "38%", "en").indicator == "budget.public_investment_disbursed_share"


def test_who_is_counted_right_behind_a_figure_is_not_what_they_make() -> None:
    assert one("Nearly 23 million citizens make chip-based ID cards.", "23 million", "en").indicator is None
    assert one("It issued 23 million chip-based ID cards.", "23 million", "en").indicator == "identity.cards_issued"


def test_a_rate_with_a_word_that_no_list_knows_is_another_one() -> None:
    economy, towns = said("The share of the digital economy in GRDP is 31%; the urbanisation rate reaches 72%.", "en")
    assert (economy.indicator, towns.indicator) == ("digital.economy_share_grdp", None)


def test_what_is_forecast_says_nothing_of_the_sentence_behind_it() -> None:
    text = "The economy is projected to grow by 9%. The city makes up 23% of the country's trade."
    assert one(text, "23%", "en").status is Status.ACTUAL


def test_a_goal_reaches_to_the_end_of_a_long_list() -> None:
    parts = ", ".join(
        f"the rate of households of kind {letter} with clean water of 9{n}%" for n, letter in enumerate("abcd")
    )
    assert one(f"Grown by 7% last year, it now aims for {parts}.", "93%", "en").status is Status.TARGET


def test_the_top_places_are_of_the_index_spoken_of() -> None:
    text = "Hue came in third in the PCI. It remains one of the best performers, staying in the top seven."
    assert one(text, "seven", "en").indicator == "index.pci"


def test_those_who_plan_have_not_done_it() -> None:
    assert one("Delta provinces plan to export 4.2 million tonnes.", "4.2 million", "en").status is Status.TARGET
    assert one("Aim for growth of 12% or more", "12%", "en").status is Status.TARGET


def test_what_is_listed_behind_by_moved() -> None:
    found = said("Output has risen by 8.2%, the building sector by 7.3%, and exports by 12.6%.", "en")
    assert [claim.statement for claim in found] == [Statement.CHANGE] * 3
    assert found[-1].indicator == "economy.exports"


def test_a_share_of_others_behind_a_comma_has_its_own_name() -> None:
    text = "Some 97% of residents have health insurance coverage, 83% of farmers use a bank."
    assert [claim.indicator for claim in said(text, "en")] == ["health.insurance_share", None]


def test_a_place_is_home_to_its_people() -> None:
    assert one("Lai Chau is home to 460,000 people from 20 groups.", "460,000", "en").indicator == "area.population"


@pytest.mark.parametrize("move", ["a 2.3-fold surge year-on-year", "up 2.3 times over last year"])
def test_so_many_times_is_a_change_of_the_amount_before(move: str) -> None:
    claim = one(f"Tourism revenue reached VND2.7 trillion, {move}.", "2.3", "en")
    assert (claim.indicator, claim.statement) == ("tourism.revenue", Statement.CHANGE)


def test_both_ends_of_a_goal_that_moved_have_its_name() -> None:
    found = said("Raising the economic growth target from 6.4% to at least 8.1% reflects its will.", "en")
    assert {claim.indicator for claim in found} == {"economy.grdp_growth"}


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Output is expected to expand 9.1% while sales increased by 15.2%.", "15.2%", Status.ACTUAL),
        ("Output is expected to expand 9.1% while sales increase by 15.2%.", "15.2%", Status.FORECAST),
        ("Da Nang to build 38 schools\nThe council met.", "38", Status.TARGET),
        ("The council met to build 38 schools. It has gone.", "38", Status.ACTUAL),
    ],
)
def test_a_wish_ends_with_the_past_of_another_clause_and_a_headline_tells_what_is_to_come(
    text: str, surface: str, status: Status
) -> None:
    assert one(text, surface, "en").status is status


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        ("GRDP per capital reached VND90 million.", "VND90 million", "economy.grdp_per_capita"),
        ("The gross domestic product growth rate (GRDP) reached 9.4%.", "9.4%", "economy.grdp_growth"),
        ("The rate of timely settlement of dossiers was 98%.", "98%", "services.on_time_share"),
        ("It settled 9 tasks. Of 84 applications the on-time processing rate is 97%.", "97%", "services.on_time_share"),
        ("Some 41% of the public investment plan has yet to be disbursed.", "41%", None),
        (
            "Industrial production value was VND150 trillion, 2.5 times that of 2015.",
            "2.5",
            "economy.industrial_output",
        ),
        ("Its PAPI was 42.5 points, with control of corruption at 6.6 points.", "6.6", None),
    ],
)
def test_indicators_in_more_english_wordings(text: str, surface: str, indicator: str | None) -> None:
    assert one(text, surface, "en").indicator == indicator


def test_a_school_in_a_list_is_a_body_and_the_number_in_its_name_no_figure() -> None:
    text = "Two units disbursed most: Nong Cong 3 High School (51%) and Cua Lo General Hospital (70%)."
    found = {claim.figure.surface: claim.body for claim in said(text, "en", url="https://baothanhhoa.vn/tin-1.html")}
    assert found == {"Two": None, "51%": "Nong Cong 3 High School", "70%": "Cua Lo General Hospital"}


def test_a_place_behind_what_is_told_is_its_own_before_a_comma() -> None:
    text = "Dien Bien is high. Locals gave land for 41 km of roads in Tuan Giao district, worth VND20 billion."
    assert one(text, "41", "en").area == "dien-bien/tuan-giao"


def test_what_is_registered_to_be_done_is_a_goal_through_its_list() -> None:
    found = said("Hue registered to complete 5 projects; Can Tho, 9 projects; and Ca Mau, 7 projects.", "en")
    assert [claim.status for claim in found] == [Status.TARGET] * 3


def test_a_share_behind_or_tells_of_the_same_as_the_number_before() -> None:
    text = "Health insurance covers 86 million people, or 87.5% of the population; 100% of the poor are covered by it."
    found = {claim.figure.surface: claim.indicator for claim in said(text, "en")}
    assert (found["87.5%"], found["100%"]) == ("health.insurance_share", None)


def test_a_move_in_ranks_is_of_the_index_that_is_ranked() -> None:
    text = "Nghe An scored 66.6 points in PCI 2022, ranked 25th, an improvement of 6 ranks. Hue climbed 5 ranks."
    assert [claim.indicator for claim in said(text, "en") if claim.figure.unit == "ranks"] == ["index.pci"] * 2


def test_how_often_is_no_figure_and_fold_may_be_glued() -> None:
    assert not said("They are checked no less than once a year.", "en")
    assert one("Exports reached 9 tonnes, rising 3.2fold.", "3.2", "en").figure.unit == "fold"
