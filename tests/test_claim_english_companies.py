"""Whose figures English news of companies tells: by a pronoun, a bare word, or what a company says of itself."""

from __future__ import annotations

import pytest

from tests.claiming import said

LEADS = "Profits of Vietnam's firms\nHoa Phat was second with VND9 trillion.\nSacombank was first with VND44 trillion. "


def bodies(text: str, **known: str | None) -> list[str | None]:
    return [claim.body for claim in said(text, "en", published="2021-05-05", **known)]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (LEADS + "The bank's lending rose by 38 per cent.", "Sacombank"),
        (LEADS + "The lender opened 38 branches.", "Sacombank"),
        (LEADS + "The rise came as its lending fell by 38 per cent.", "Sacombank"),
        (LEADS + "It also opened 38 branches.", "Sacombank"),
        (LEADS + "Second was Techcombank. Its lending rose by 38 per cent.", "Techcombank"),
        (LEADS + "Deposits of the bank sector fell by 38 per cent.", None),
        (LEADS + "The group of 38 firms met.", None),
    ],
)
def test_what_a_bare_word_or_a_pronoun_means_is_the_body_named_before(text: str, whose: str | None) -> None:
    assert bodies(text)[-1] == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("FPT said its sales rose by 38 per cent.", "FPT"),
        ("Vinamilk reported revenues of VND38 trillion.", "Vinamilk"),
        ("Vinamilk reported that farms in the nation have 38 cows.", None),
        ("According to Petrolimex, it has 3,800 pumps.", "Petrolimex"),
        ("Petrolimex said prices in Hue and its districts rose by 38 per cent.", None),
        ("Ministry of Health statistics show 38 cases nationwide.", None),
    ],
)
def test_what_a_company_says_is_its_own_only_where_it_says_so(text: str, whose: str | None) -> None:
    assert bodies(text) == [whose]


def test_a_kind_that_opens_its_sentence_names_no_body() -> None:
    assert bodies("Preschool has 38,000 pupils. The Hoa Mai Preschool has 44 rooms.") == [None, "Hoa Mai Preschool"]


def test_a_body_may_act_all_over_the_nation() -> None:
    text = "Viettel Hue built 38 stations.\nNationwide, the carrier has 4,400 stations."
    last = said(text, "en")[-1]
    assert (last.area, last.body) == ("VN", "Viettel")


def test_what_is_an_example_is_not_whom_a_text_is_about() -> None:
    text = (
        "The rate falls.\nSome areas have a rate of 44%, such as Muong Nhe and Nam Po districts (Dien Bien province).\n"
        "The country's poor households fell by 38%.\nSchools cost VND9 trillion."
    )
    assert [claim.area for claim in said(text, "en", published="2021-09-15")][-1] == "VN"


def test_a_paragraph_behind_one_about_the_nation_does_not_go_on_about_a_place_named_in_it() -> None:
    text = (
        "The census of Vietnam counted 38 million homes.\n\nVietnam has a density of 290. Some 2,400 live in Hanoi.\n\n"
        "Urban homes rose to 44 million."
    )
    assert [claim.area for claim in said(text, "en", published="2019-07-12")][-1] == "VN"


def test_a_company_of_the_nation_is_not_of_the_place_that_its_text_names_once() -> None:
    text = (
        "Hoa Phat grows\nHanoi (VNA) - Hoa Phat sold 44 tonnes. Its mill in Quang Ngai is new. It earned VND38 billion."
    )
    last = said(text, "en")[-1]
    assert (last.area, last.body) == ("VN", "Hoa Phat")


def test_a_place_behind_a_figure_and_a_joiner_closes_its_clause() -> None:
    text = "Rain washed away 44 cows in Nghe An and hit 38ha of farms in Hue."
    assert [claim.area for claim in said(text, "en")] == ["nghe-an", "hue"]
