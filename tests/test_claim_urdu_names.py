"""Names in Urdu texts: in Latin letters, by their sound, in lists, and inside other names."""

from __future__ import annotations

import pytest

from tests.claiming import one, said


def test_places_of_a_list_that_no_table_knows_take_no_other_places_figures() -> None:
    text = "کوانگ ٹری صوبے میں 9 پل بنے: کیم لو ضلع (4 پل)، نامو بال (3 پل)، پھرو ڈیل (1 پل) اور گاس مور (1 پل)۔"
    assert [claim.area for claim in said(text, "ur", published="2024-05-05")] == [
        "quang-tri",
        "quang-tri/cam-lo",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(("word", "area"), [("Commune", "hue/an-cuu"), ("کمیون", "hue/an-cuu")])
def test_english_words_of_units_stand_in_urdu_texts(word: str, area: str) -> None:
    assert one(f"Huế کے An Cựu {word} میں 37 پل ہیں۔", "37", "ur", published=None).area == area


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("آج کوانگنام صوبے میں 37 پل بنے۔", "quang-nam"),
        ("آج صوبہ کوانگ تری میں 37 پل بنے۔", "quang-tri"),
        ("آج غریب ترین صوبے میں 37 پل بنے۔", None),
    ],
)
def test_a_province_that_no_table_spells_so_is_known_by_its_sound(text: str, area: str | None) -> None:
    assert one(text, "37", "ur", published="2024-05-05").area == area


@pytest.mark.parametrize("organ", ["ویتنام کے فادر لینڈ فرنٹ", "ویتنام کی پیپلز آرمی", "بینک آف ویتنام"])
def test_the_nation_in_an_organs_name_makes_no_text_the_nations(organ: str) -> None:
    text = f"{organ} نے تقریب کا اہتمام کیا۔\n\nپورے کوانگ نین صوبے نے 12 گھر بنائے۔\n\nہر گھر کی لاگت 31 ملین VND ہے۔"
    assert one(text, "31 ملین VND", "ur").area == "quang-ninh"


@pytest.mark.parametrize(
    ("item", "counted"),
    [("ہانگ سون ضلع 31 گھر", True), ("Kim Son ضلع 31 گھر", True), ("اور شہر کے ضلع 31 گھر", False)],
)
def test_behind_a_districts_name_and_word_a_number_counts(item: str, counted: bool) -> None:
    assert any(claim.figure.surface == "31" for claim in said(f"ضلع میں 12 گھر بنے؛ {item}۔", "ur")) is counted


def test_the_provinces_own_police_tells_of_a_province_that_is_not_named() -> None:
    text = "صوبائی پولیس نے صوبے میں 12 کام کیے۔ وزارت صحت اور وزارت خزانہ نے کہا۔\n\nکل 31 افراد شریک ہوئے۔"
    assert one(text, "31", "ur").area is None


def test_a_province_that_gave_the_figure_to_another_owns_it_not() -> None:
    text = "Huế اور Nghệ An صوبوں پر غور ہوا۔\n\nڈاک لک صوبے کو Huế کی طرف سے 31 گھر ملے۔"
    assert one(text, "31", "ur").area == "dak-lak"


@pytest.mark.parametrize(
    ("slug", "area"),
    [("toan-tinh-bao-cao-bang-giay", None), ("toan-tinh-cao-bang-gap", "cao-bang"), ("danh-gia-lai-toan-tinh", None)],
)
def test_words_of_a_common_phrase_in_an_address_are_no_province(slug: str, area: str | None) -> None:
    assert one("پورے صوبے نے 31 پل بنائے۔", "31", "ur", url=f"https://example.org/ur/{slug}").area == area


def test_a_title_that_names_a_province_outweighs_a_word_of_the_central_powers() -> None:
    text = "GRDP 31 بلین VND ہے۔ حکومت نے یہ کہا۔"
    assert one(text, "31 بلین VND", "ur", url="https://example.org/ur/dai-bieu-tinh-dong-nai").area == "dong-nai"


def test_a_well_known_town_of_the_address_that_the_text_names_tells_the_province() -> None:
    text = "ہانگ سون وارڈ میں 12 گھر بنے۔\n\nنہا ٹرانگ سٹی میں کام ہوا۔ Phong Nẫm کمیون بھی گیا۔\n\n"
    text += "صوبائی کمیٹی نے 31 گھر دیے۔"
    assert one(text, "31", "ur", url="https://example.org/ur/nha-trang-don-khach").area == "khanh-hoa"
    assert one(text, "31", "ur", url="https://example.org/ur/don-khach").area != "khanh-hoa"


def test_kim_is_written_as_a_word_of_grammar() -> None:
    assert one("نین بن صوبے کے کم سون ضلع نے 31 پل بنائے۔", "31", "ur").area == "ninh-binh/kim-son"


@pytest.mark.parametrize(
    ("name", "area"),
    [("وان تھو", "van-tho"), ("فو لوک", "phu-loc"), ("ہنگ لوک", "ہنگ-لوک")],
)
def test_a_commune_that_no_province_is_told_of_has_the_slug_that_alone_sounds_nearest(name: str, area: str) -> None:
    assert one(f"{name} کمیون میں 37 پل ہیں۔", "37", "ur", published=None).area == area


@pytest.mark.parametrize("inside", ["P. Tân Hòa, Huế", "ٹین ہوا، Huế صوبہ"])
def test_a_stop_or_a_bare_word_in_the_bracket_that_places_something_ends_no_item(inside: str) -> None:
    assert one(f"مریض ({inside}) کو 31 ملین VND ملے۔", "31 ملین VND", "ur").area == "hue"


def test_a_commune_is_told_by_a_clause_behind_its_name() -> None:
    text = "Ham Can، جو Ham Thuan Nam ضلع کا ایک پہاڑی کمیون ہے، میں 12 پل ہیں۔ کمیون کا رقبہ 300 ہیکٹر ہے۔"
    found = [claim.area for claim in said(text, "ur", published="2023-05-04")]
    assert found == ["binh-thuan/ham-can"] * 2
