"""English: times and figures told aside, and what goes on behind them."""

from __future__ import annotations

from tests.claiming import one, said

SHARE = "budget.public_investment_disbursed_share"


def test_a_time_set_apart_is_carried_no_further() -> None:
    text = "In the first nine months, GRDP of Nghe An rose by 7.1%; in the third quarter alone it rose by 8.2%. "
    text += "The number of visitors reached 4.3 million."
    assert one(text, "8.2%", language="en").period_start == "2025-07-01"
    assert one(text, "4.3 million", language="en").period_start == "2025-01-01"


def test_the_year_of_a_programme_named_on_the_way_is_not_reported() -> None:
    text = "Building model villages is a national programme that was launched in 2019.\n\nHue built 29 of them."
    assert one(text, "29", language="en").period_end == "2025-10-15"
    text = "The meeting reviewed the results that the province had reached in 2024.\n\nHue built 29 villages."
    assert one(text, "29", language="en").period_end == "2024-12-31"


def test_months_beside_a_year_compared_with_are_of_the_next() -> None:
    text = "Exports hit 9 million USD in the first 3 months, up 12% and higher than that of the first quarter of 2016."
    assert one(text, "9 million USD", language="en", published=None).period_end == "2017-03-31"
    text = "As of September it had 61 wards, 9 more compared to 2016. In 2021 and 2025 it hopes for others."
    assert one(text, "61", language="en", published=None).period_end is None


def test_a_wire_leaves_the_dash_behind_its_city_out() -> None:
    text = "VIETNAM, April 2 - HÀ NỘI More than VND9 trillion was disbursed, the Ministry of Finance said."
    assert one(text, "VND9 trillion", language="en", published="2025-04-02").area == "VN"


def test_the_day_on_which_something_was_said_dates_nothing() -> None:
    text = "As of March 31, disbursement of public capital had reached 12%. "
    text += "The ministry said on April 2 that 61 projects had begun."
    assert one(text, "61", language="en", published="2025-04-02").period_end == "2025-03-31"


def test_a_disbursement_goes_on_from_one_to_the_next() -> None:
    text = "Public investment disbursement reached 54% of the plan. Ministries reached a disbursement rate of 47%, "
    text += "while localities averaged 57%. Hue, with the largest capital plan, disbursed 8 trillion VND. "
    text += "Da Nang posted notable progress, rising from 61% to 72%. Can Tho continued to lead with a rate of 91%."
    found = said(text, "en")
    assert [claim.indicator for claim in found if claim.figure.unit == "%"] == [SHARE] * 6
    assert one(text, "8 trillion VND", language="en").indicator == "budget.public_investment_disbursed"


def test_the_gross_product_of_a_province_is_no_nations() -> None:
    text = "Hue's economy grew; the province's GDP hit 9 trillion VND."
    assert one(text, "9 trillion VND", language="en").indicator == "economy.grdp"
    assert one("The country's GDP hit 9 trillion VND.", "9 trillion VND", language="en").indicator is None


def test_a_growth_said_with_a_figure_is_of_what_that_one_is() -> None:
    text = "The digital economy made up 16% of GRDP in 2024, with a growth rate of 21%."
    assert one(text, "21%", language="en").indicator is None
    assert one("Hue did well, with a growth rate of 8.1%.", "8.1%", language="en").indicator == "economy.grdp_growth"


def test_a_change_behind_a_sum_is_of_the_sum() -> None:
    text = "The visitors brought tourism revenue in Hue to 90 trillion VND, up 41% from a year earlier."
    assert one(text, "41%", language="en").indicator == "tourism.revenue"
    text = "Hue collected 9 trillion VND for the State budget, or 61% of its target.\n\n"
    text += "As many as 813 new firms were founded in Hue. This figure is up 14%."
    assert one(text, "61%", language="en").indicator == "budget.revenue_share_of_estimate"
    assert one(text, "14%", language="en").indicator == "economy.new_enterprises"


def test_a_goal_has_the_time_behind_it_not_the_results() -> None:
    text = "Hue drew 3 million USD of FDI in the first half of this year and is poised to reach its goal of "
    text += "7 million USD for the full year."
    claim = one(text, "7 million USD", language="en", published="2024-06-16")
    assert (claim.period_start, claim.period_end) == ("2024-01-01", "2024-12-31")


def test_the_years_of_a_record_date_nothing_further_on() -> None:
    text = "It is the best rank of Hue in the last 12 years. With it, Hue has 91 criteria that improved."
    assert one(text, "91", language="en").period_start is None
