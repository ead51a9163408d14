"""English wordings of indicators, and the parts and neighbours that are none."""

from __future__ import annotations

import pytest

from extractor.records import Status
from tests.claiming import one, said


@pytest.mark.parametrize(
    ("text", "surface", "indicator"),
    [
        ("The commune is responsible for 36 tasks.", "36", "tasks.assigned"),
        ("36 tasks are slow in progress.", "36", "tasks.behind"),
        ("36 tasks have passed the deadline.", "36", "tasks.overdue"),
        ("36 tasks have not been deployed.", "36", "tasks.not_started"),
        ("The portal received 36,000 dossiers online.", "36,000", "services.online_records"),
        ("The number of online payments reached 36,000.", "36,000", "services.online_payments"),
        ("The portal recorded 36,000 online payments.", "36,000", "services.online_payments"),
        ("It activated 36,000 level 2 electronic identification accounts.", "36,000", "identity.accounts_activated"),
        ("It set up 36 community-based digital technology groups.", "36", "digital.community_teams"),
        ("The National Assembly passed 36 laws.", "36", "documents.laws"),
        ("It spends 36% of its budget on science and technology.", "36%", "science.budget_share"),
        ("The district admitted 36 outstanding individuals.", "36", "party.new_members"),
        (
            "Hue was allocated VND36 billion in public investment capital.",
            "VND36 billion",
            "budget.public_investment_plan",
        ),
        ("The disbursement of basic construction capital was 36%.", "36%", "budget.public_investment_disbursed_share"),
        ("The province covers 3,600 square kilometres.", "3,600", "area.km2"),
        ("The population density is 360 people per square kilometre.", "360", "area.density"),
        ("It served 36,000 turns of tourists.", "36,000", "tourism.visitors"),
        ("Aquaculture production was 36,000 tonnes.", "36,000", "economy.aquaculture_output"),
        ("Revenue to the State budget topped VND36 billion.", "VND36 billion", "budget.revenue"),
        ("All 36 communes and wards in the province have markets.", "36", "area.communes"),
        ("It offers 360 administrative procedures as online public services.", "360", None),
        ("It sent 3,600 birth certificates to the national population database.", "3,600", None),
        ("The sector has a total funding of VND36 billion.", "VND36 billion", None),
        ("The economy would expand 3.6% this year.", "3.6%", "economy.grdp_growth"),
        ("The digital economy made up 3.6% of GDP.", "3.6%", "digital.economy_share_grdp"),
        ("Revenue rose to VND9 trillion. This sum was 36% of the plan.", "36%", None),
        (
            "Budget revenue rose to VND9 trillion. The amount was 36% of the plan.",
            "36%",
            "budget.revenue_share_of_estimate",
        ),
        ("Applications handled in the online environment reached 36%.", "36%", "services.online_records_share"),
        ("Budget revenue from the real estate sector rose 36%.", "36%", None),
        ("Public investment: local budget disbursement was 36%.", "36%", None),
        ("The annual growth rate of cashless payments was 36%.", "36%", None),
        ("Agriculture maintained an average growth rate of 3.6%.", "3.6%", None),
        ("The poverty rate in mountainous districts fell to 36%.", "36%", None),
        ("The industrial production index of the mining sector fell 3.6%.", "3.6%", None),
        ("Retail sales of e-commerce reached US$36 billion.", "US$36 billion", None),
        ("4G covers 36% of schools.", "36%", None),
        ("Goods retail sales reached VND36 billion.", "VND36 billion", None),
        ("Exports to the US reached US$36 million.", "US$36 million", None),
        ("It vaccinated 36,000 of the adult population.", "36,000", None),
        ("Health insurance covers 36% of students.", "36%", None),
        ("It opened 36 bank accounts by e-ID.", "36", None),
        ("The rate of online payments of tuition fees was 36%.", "36%", None),
    ],
)
def test_indicators_have_many_wordings(text: str, surface: str, indicator: str | None) -> None:
    assert one(text, surface, "en").indicator == indicator


def test_a_plan_beside_what_was_disbursed_of_it_is_told_for_the_year() -> None:
    text = (
        "In the first four months of 2025, public investment disbursement was slow: Hue (assigned VND36 billion, 9%)."
    )
    claim = one(text, "VND36 billion", "en")
    assert (claim.indicator, claim.period_start, claim.period_end) == (
        "budget.public_investment_plan",
        "2025-01-01",
        "2025-12-31",
    )


def test_what_a_move_arrived_at_is_of_today() -> None:
    text = "In October 2024, ferry takings rose 7% from a year earlier to over VND36 billion."
    assert one(text, "VND36 billion", "en").period_end == "2024-10-31"


def test_the_income_that_makes_a_household_poor_is_a_norm() -> None:
    text = "Households with an average income of less than VND36 million are considered poor."
    assert one(text, "VND36 million", "en").status is Status.OTHER


def test_an_index_without_an_indicator_is_none_of_those_named_before() -> None:
    text = "Hue ranked third in the PAPI index. Its ICT index rose to fourth place."
    assert [claim.indicator for claim in said(text, "en")] == ["index.papi", None]


def test_an_exact_value_told_again_without_a_name_is_what_it_was() -> None:
    text = "Hue's GRDP grew by 9.02%.\n\nThe estimate of 9.02% for the first half is above what was hoped for."
    assert {claim.indicator for claim in said(text, "en")} == {"economy.grdp_growth"}
    assert said(text.replace("estimate of 9.02%", "estimate of 9.03%"), "en")[-1].indicator is None


@pytest.mark.parametrize("verb", ["This equals", "This is equal to", "It equals"])
def test_a_sentence_may_only_say_what_the_sum_before_equals(verb: str) -> None:
    text = f"The State budget had taken in 29,130 billion VND. {verb} 54% of the estimate."
    assert said(text, "en")[-1].indicator == "budget.revenue_share_of_estimate"


def test_those_of_them_who_came_from_abroad_are_not_all_visitors() -> None:
    text = "Hue had 4 million visitors, and 2 million of them came from abroad."
    assert [claim.indicator for claim in said(text, "en")] == ["tourism.visitors", None]


@pytest.mark.parametrize("move", ["a fall of", "a drop of", "a decline of", "a jump of"])
def test_a_noun_tells_by_how_much_a_sum_moved(move: str) -> None:
    assert one(f"Hue's exports reached $2.3 billion, {move} 4.8%.", "4.8%", "en").indicator == "economy.exports"


def test_communes_that_meet_all_criteria_of_new_rural_building_are_new_rural() -> None:
    text = "It has 41 communes {} all 19 new rural criteria."
    assert one(text.format("meeting"), "41", "en").indicator == "society.new_rural_communes"
    assert one(text.format("lacking"), "41", "en").indicator is None


def test_what_tourism_brought_in_is_its_revenue() -> None:
    assert one("Tourism brought in 44 trillion VND.", "44 trillion VND", "en").indicator == "tourism.revenue"


def test_a_share_that_does_something_else_takes_nothing_over() -> None:
    text = "The district wants 97 percent of its people to have health insurance and 41 percent to own a car."
    assert [claim.indicator for claim in said(text, "en")] == ["health.insurance_share", None]


def test_the_advanced_and_the_model_standard_are_parts_of_new_rural_building() -> None:
    text = "Hue has 142 communes. Of these 98 meet the new rural standard, 31 the advanced standard, 8 the model one."
    assert [claim.indicator for claim in said(text, "en")][-3:] == ["society.new_rural_communes", None, None]


@pytest.mark.parametrize("share", ["accounted for 41 percent of Hue's GRDP", "is to make up 41 percent of its GRDP"])
def test_a_share_of_the_grdp_is_no_growth_of_it(share: str) -> None:
    assert one(f"Industry {share}.", "41 percent", "en").indicator is None
    assert one("Hue's GRDP grew by 41 percent.", "41 percent", "en").indicator == "economy.grdp_growth"


def test_what_was_paid_out_of_any_budget_is_no_public_investment() -> None:
    text = "The programmes have a budget of VND5 trillion, of which VND3.7 trillion has been paid out."
    assert one(text, "VND3.7 trillion", "en").indicator is None


def test_the_rate_alone_is_that_of_the_figure_before() -> None:
    text = "Lam Son commune processed 90 dossiers, 99.1% of them on time. In Bac Ha, the rate was 97.5%."
    assert [claim.indicator for claim in said(text, "en")][1:] == ["services.on_time_share"] * 2


def test_tasks_that_are_carried_out_are_in_progress() -> None:
    text = "Hue was assigned 118 tasks. It has completed 71, is carrying out 40, and 7 are behind schedule."
    found = [claim.indicator for claim in said(text, "en")]
    assert found == ["tasks.assigned", "tasks.completed", "tasks.in_progress", "tasks.behind"]
