"""Whom an English text or sentence is about."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


def areas(text: str, **known: str | None) -> list[tuple[str | None, str | None]]:
    return [(claim.area, claim.body) for claim in said(text, **known)]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Vietnam's southern Mekong Delta grew 44 hectares. This year the delta sold 38 tonnes.", [None, None]),
        ("Besides, 13 cities and provinces were certified. Incomes in Vietnam reached 38 USD.", ["VN", "VN"]),
        ("Nationwide, 13 provinces have met the goals. Funding has reached 38 million USD.", ["VN", "VN"]),
        ("Hue has Kim Long ward and 38 communes.", ["hue"]),
    ],
)
def test_whom_an_english_sentence_is_about(text: str, areas: list[str | None]) -> None:
    assert [claim.area for claim in said(text, "en")] == areas


def test_the_place_in_the_picture_above_is_not_what_the_text_is_about() -> None:
    text = (
        "A road of Hoa Binh commune in Chau Thanh district, Ben Tre province. (Photo: VNA)\n\n"
        "Some 44% of communes nationwide meet the standards.\n\nRoads have reached 38 kilometres."
    )
    assert [claim.area for claim in said(text, "en", published="2025-06-20")] == ["VN", "VN"]


def test_who_signed_a_document_makes_no_text_about_the_nation() -> None:
    text = (
        "HUE — Vice Chairman of the Provincial People's Committee Lan chaired a briefing on Politburo Resolution No. "
        "57-NQ/TW.\nMore than 44% of applications are submitted online."
    )
    assert [claim.area for claim in said(text, "en")] == ["hue"]


def test_a_caption_without_an_end_is_not_gone_on_about() -> None:
    text = (
        "The region will have 38 mills.\n\nA rice field in the highland province of Thai Nguyen\n\n"
        "Exports will be 44 million USD."
    )
    assert one(text, "44 million USD", "en").area is None


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Police in 63 provinces and cities had collected papers of 44,000 people.", ["VN", "VN"]),
        ("According to General To Van Hue, cards cost 38 million USD.", [None]),
        ("In July 2025, Tan Hoa commune in Hue received 44 guests. It gave 38 prizes.", ["hue/tan-hoa"] * 2),
    ],
)
def test_whom_an_english_sentence_counts_for(text: str, areas: list[str | None]) -> None:
    assert [claim.area for claim in said(text, "en", published="2025-08-05")] == areas


def test_a_pictures_caption_makes_no_commune_the_one_a_text_is_about() -> None:
    text = (
        "A road in Cam Giang commune, Bach Thong district. (Photo: VNA)\n\n"
        "Bac Kan province builds roads in 29 communes. These communes cover 133 ha. Each commune has 9 roads."
    )
    assert [claim.area for claim in said(text, "en", published="2019-05-04")][1:] == ["bac-kan", "bac-kan"]


def test_a_title_of_a_province_stands_against_an_opening_that_names_the_nation() -> None:
    url = "https://www.vietnam.vn/en/quang-tri-tang-diem-pci"
    text = (
        "On May 9, the federation told the country's results of Vietnam's 63 provinces nationwide. "
        "Quang Tri reached 63.2 points. Quang Tri rose.\n\nMarket entry reached 7.4 points."
    )
    assert [claim.area for claim in said(text, "en", published="2024-05-09", url=url)][-1] == "quang-tri"


def test_a_dateline_behind_a_stamp_and_a_caption_owns_nothing() -> None:
    text = (
        "Accidents fall\n\nJuly 01, 2024 - 14:16\nThere were 38 crashes in May.\nA scene. VNA/VNS Photo\n\n"
        "HÀ NỘI – There were 411 accidents, reported the National Traffic Safety Committee, nationwide."
    )
    assert one(text, "411", "en", published="2024-07-01").area == "VN"


def test_former_provinces_beside_the_one_they_went_into_are_parts_of_it() -> None:
    text = (
        "The whole province has 310 culture houses.\n\nPhu Tho is building more of them.\n\n"
        "After the merger Phu Tho has 120 of them, the old Vinh Phuc 100, the old Hoa Binh 90. There are 7 parks."
    )
    assert [claim.area for claim in said(text, "en", published="2025-09-02", url=None)] == [
        *["phu-tho"] * 2,
        "vinh-phuc",
        "hoa-binh",
        "phu-tho",
    ]


def test_an_island_of_a_reserve_is_no_district_that_would_date_the_page_before_the_reform() -> None:
    text = (
        "The province guards the Long Chau Island Marine Reserve.\n\nThe province has 210 km of coast. "
        "The province helps Dam Ha commune. The commune level gave 45 boats."
    )
    assert [claim.area for claim in said(text, "en", published="2025", url=None)] == ["quang-ninh"] * 2


def test_the_fatherland_front_is_not_the_nation_nor_dong_thap_muoi_the_province() -> None:
    front = "The Vietnam Fatherland Front Committee of Phu Tho province met. It has 90 clubs."
    plain = "Long An province is building. A hall of 90 seats is open in the Dong Thap Muoi area."
    assert [claim.area for claim in said(front, "en", url=None)] == ["phu-tho"]
    assert [claim.area for claim in said(plain, "en", url=None, published="2024-05-02")] == ["long-an"]


def test_they_are_those_of_the_sentence_before_also_in_a_new_paragraph() -> None:
    text = "In Long An province, schools grow.\n\nTan Hung district has 68 teachers.\n\nThey include 41 masters."
    assert [claim.area for claim in said(text, "en", published="2024-05-02")] == ["long-an/tan-hung"] * 2


def test_an_address_that_names_several_communes_is_about_none_of_them() -> None:
    url = "https://www.vietnam.vn/en/tham-cac-xa-dak-sak-va-truong-xuan"
    text = (
        "Dak Sak commune in Lam Dong province was formed of 3 communes.\n\nTruong Xuan commune has 9 halls.\n\n"
        "In general, the halls of the communes served 410 people."
    )
    assert [claim.area for claim in said(text, "en", published="2025-07-20", url=url)][-1] == "lam-dong"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Storms broke 41 roofs in Chiêm Hóa, Hàm Yên districts and Tuyên Quang City.", "tuyen-quang"),
        ("The Mekong Delta province grew rice on 41 ha.", "tuyen-quang"),
        ("Exporters bought coffee from neighboring provinces and sold 41 tonnes.", "tuyen-quang"),
        ("Families live by policies of the Central and the province; 41 halls are open.", "tuyen-quang"),
    ],
)
def test_several_units_and_the_province_by_where_it_lies_are_the_province(text: str, area: str) -> None:
    assert [claim.area for claim in said(f"Tuyen Quang works.\n\n{text}", "en", published="2025-03-02")] == [area]


def test_the_policies_of_a_province_do_not_lead_away_from_a_district() -> None:
    text = (
        "Na Hang district of Tuyen Quang has 20 schools. Na Hang is a district. Families of the district live by "
        "policies of the Central and the province; 41 halls are open."
    )
    assert [claim.area for claim in said(text, "en", published="2025-03-02")] == ["tuyen-quang/na-hang"] * 2


@pytest.mark.parametrize("body", ["VBSP Na Hang District", "The Na Hang district branch of Social Policy Bank"])
def test_the_branch_of_a_district_is_the_district_s(body: str) -> None:
    text = f"Credit in Tuyen Quang Province grew. {body} runs 41 programmes."
    found = said(text, "en", published="2025-03-02")
    assert [(claim.area, claim.body) for claim in found] == [("tuyen-quang/na-hang", None)]


def test_a_name_before_a_verb_says_which_commune_is_meant() -> None:
    text = (
        "Credit in Tuyen Quang grew.\n\nBac Son is a particularly poor commune in Na Hang district. "
        "The whole commune has 41 mills. The entire commune wants more."
    )
    assert [claim.area for claim in said(text, "en", published="2023-03-02")] == ["tuyen-quang/bac-son"]


@pytest.mark.parametrize(
    "name", ["Quest Composite Technology Vietnam Co., Ltd.", "Vietnam Airlines", "Samsung Vietnam"]
)
def test_the_nations_name_in_a_companys_is_not_the_nation(name: str) -> None:
    text = f"Tuyen Quang licensed a plant.\n\nIt is that of {name}, with capital of 41 million USD."
    assert "VN" not in [claim.area for claim in said(text, "en", published="2023-03-02")]


def test_what_is_counted_is_no_body() -> None:
    text = "Tuyen Quang has 1 University, 41 colleges and 38 schools."
    assert [claim.body for claim in said(text, "en", published="2023-03-02")] == [None] * 3


def test_a_body_acts_in_the_unit_that_its_sentence_or_the_one_before_names() -> None:
    text = (
        "HUE — Work goes well in the province of Hue.\n\n"
        "In Tan Hoa commune, over the past months, VBSP lent 38 loans, bringing the poverty rate to 2.6%. "
        "Some 44 mills were built.\n\n"
        "In Tan Lap ward, the Ward Public Service Center received 517 records.\n\n"
        "The Public Service Center settled 26 of them. All 38 reviews were good."
    )
    assert areas(text, language="en")[0:7] == [
        ("hue/tan-hoa", "VBSP"),
        ("hue/tan-hoa", None),
        ("hue/tan-hoa", None),
        ("hue/tan-lap", "Public Service Center"),
        ("hue/tan-lap", "Public Service Center"),
        ("hue/tan-lap", None),
    ]
    assert areas("In Tan Hoa commune, Hue province, the Department of Health checked 38 mills.", language="en") == [
        ("hue", "Department of Health")
    ]


def test_what_a_unit_is_far_from_owns_nothing() -> None:
    text = (
        "HUE — Tan Hoa commune is 38 km southeast of Nam Dong town. It has 44 mills. "
        "Located 26 km from Nam Dong center, Tan Lap commune has 517 mills. In the north of Nam Dong town 44 mills run."
    )
    told = [area for area, _ in areas(text, language="en")]
    del told[2]  # whose the 26 km are, told before the commune, is left open here
    assert told == ["hue/tan-hoa", "hue/tan-hoa", "hue/tan-lap", "hue/nam-dong"]


def test_a_commune_lies_where_the_text_first_said() -> None:
    text = (
        "Duy Hai commune (Duy Xuyen district) helps Truong Son commune (Nong Cong district).\n\n"
        "Truong Son commune has 38 mills."
    )
    assert [area for area, _ in areas(text, language="en", published="2024-09-03")] == ["thanh-hoa/truong-son"]


def test_an_english_address_names_a_city_in_its_own_spelling() -> None:
    text = "Domestic collections fell 11%.\n\nThe city's spending hit 18 trillion VND."
    for slug, city in (("hcm-city-budget-down", "ho-chi-minh"), ("danangs-budget-down", "da-nang")):
        url = f"https://news.example/business/{slug}-86.html"
        assert one(text, "18 trillion VND", language="en", url=url, published="2020-05-02").area == city


def test_a_department_puts_its_short_name_before_the_province_in_its_host() -> None:
    url = "http://sub.dost-dongnai.gov.vn/page.aspx?id=9"
    assert one("The crops cover 900 ha.", "900", language="en", url=url).area == "dong-nai"


def test_bonds_of_the_government_speak_of_the_nation() -> None:
    text = "Domestic revenue hit 36 trillion VND.\n\nGovernment bonds worth 4 trillion VND were issued."
    assert {claim.area for claim in said(text, "en")} == {"VN"}


def test_a_bare_unit_that_opens_a_paragraph_is_gone_on_about() -> None:
    text = "The Prime Minister recognised Tran Yen district in Yen Bai province.\n\n"
    text += "The district built 61 halls, which the country funded. More than 43% of the workforce was trained."
    assert one(text, "43%", language="en", published="2020-01-30").area == "yen-bai/tran-yen"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The project in Lam Son ward, invested by Hop Thanh Steel Company Limited, has 64 units.", None),
        ("The project is developed by Hop Thanh Joint Stock Company with 856 units.", None),
        ("Under the project, Hop Thanh Company built 30 houses.", "Hop Thanh Company"),
    ],
)
def test_a_company_that_only_invests_does_not_own_a_projects_figures(text: str, body: str | None) -> None:
    (claim,) = said(text, "en", url="https://baoquangninh.vn/tin-1.html")
    assert claim.body == body


@pytest.mark.parametrize("opening", ["In February the city had", "A commune has", "All communes have"])
def test_a_month_or_an_article_is_no_name_of_a_unit(opening: str) -> None:
    assert one(f"Hue sold 38 tonnes. {opening} 44 mills.", "44", "en").area == "hue"


def test_an_average_measured_by_owns_its_own_value_only() -> None:
    text = "Hue's rate is 2.1 percent, below the national average of 4.2 percent and 8 percent less than in 2024."
    assert [claim.area for claim in said(text, "en")] == ["hue", "VN", "hue"]


def test_who_shares_a_rank_is_not_who_was_named_before() -> None:
    text = "Can Tho comes second, and Hue and Da Nang share the 3rd place."
    assert [claim.area for claim in said(text, "en")] == ["can-tho", None]


def test_teachers_and_beds_at_the_head_of_a_sentence_are_no_body() -> None:
    assert one("In Hue, 38 mills closed. Preschool teachers had 412 lessons.", "412", "en").body is None
    assert one("In Hue, 38 mills closed. Hoa Mai Preschool has 412 places.", "412", "en").body is not None


def test_one_of_a_round_is_gone_on_about_where_it_opens_its_paragraph() -> None:
    text = "Localities across Vietnam had more guests.\n\nIn particular, Hue had 38,000 guests. It lost 44 mills."
    assert [claim.area for claim in said(text.replace("It lost", "Foreigners were"), "en")] == ["hue", "hue"]


def test_the_locality_is_the_last_one_named_also_behind_a_time() -> None:
    text = "Localities across Vietnam had guests.\n\nHue had 38,000 guests.\n\nThis year, the locality wants 44,000."
    assert said(text, "en")[-1].area == "hue"


def test_a_units_name_may_stand_behind_its_word_and_of() -> None:
    text = "Hoa Binh sold 38 tonnes. The district of Tan Lac has 44 mills."
    assert one(text, "44", "en", published="2023-10-10").area == "hoa-binh/tan-lac"
    assert (
        one(text.replace("Tan Lac", "the uplands"), "44", "en", published="2023-10-10").area != "hoa-binh/the-uplands"
    )


@pytest.mark.parametrize(("place", "area"), [("neighbouring Hue City", "quang-tri"), ("Hue City", "hue")])
def test_a_neighbour_told_for_comparison_is_not_gone_on_about(place: str, area: str) -> None:
    text = f"Quang Tri is speeding up. The rate in {place} was 51 percent. The province wants 95 percent."
    assert [claim.area for claim in said(text, "en")] == ["hue", area]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        (
            "Cao Tan, a commune of Muong Te district in the northern province of Lai Chau, has 38 ponds.",
            "cao-tan",
        ),
        ("Tan Loc commune in the Mekong Delta province of Ben Tre has 38 ponds.", "tan-loc"),
        ("Ia Nhau, a poor commune of the Central Highlands province of Kon Tum, has 38 ponds.", "ia-nhau"),
        ("Once known for hunger, Dak Song is a commune in the province of Kon Tum with 38 ponds.", "dak-song"),
    ],
)
def test_what_a_unit_lies_in_does_not_own_its_figures(text: str, area: str) -> None:
    assert (one(text, "38", "en", published="2019-05-05").area or "").endswith(f"/{area}")


def test_an_english_text_is_about_the_unit_that_its_headline_and_an_apposition_name() -> None:
    text = (
        "Phu Tan learns new trades\n\nPhu Tan, a riverside district in the Mekong Delta province of An Giang, has 38"
        " courses.\n\nMore than 41 trainees have found jobs.\n\nThe district pays 44 teachers.\n\nLoans reached 47 USD."
    )
    assert {claim.area for claim in said(text, "en", published="2019-05-05")} == {"an-giang/phu-tan"}


def test_the_province_of_the_unit_that_a_text_is_about_stands_beside_it_anywhere() -> None:
    text = (
        "Tan Hoa Commune Party Committee meets\n\nThe Party Committee of Tan Hoa commune, Gia Lai province, met.\n\n"
        "The Party Committee has 38 members.\n\nThe commune earned 41 USD."
    )
    assert {claim.area for claim in said(text, "en")} == {"gia-lai/tan-hoa"}
