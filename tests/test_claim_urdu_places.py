"""Whose figure it is in Urdu: names in two scripts, bodies by their kinds, cities and provinces by the address."""

from __future__ import annotations

from collections import Counter

import pytest

from extractor.read.fold import fold
from extractor.rules import patterns
from extractor.spellings import spellings
from tests.claiming import one, said


def area_of(text: str, surface: str, url: str | None = None, published: str | None = "2024-10-15") -> str | None:
    return one(text, surface, "ur", url=url, published=published).area


def body_of(text: str, surface: str = "31") -> str | None:
    return one(text, surface, "ur").body


def test_every_spelling_of_a_province_is_its_own() -> None:
    written = {(fold(name).text, key) for name, key in spellings(patterns(), "ur")}
    assert max(Counter(name for name, _ in written).values()) == 1
    assert len({key for _, key in written}) > 60


@pytest.mark.parametrize(
    ("name", "key"),
    [("بیک ننہ", "bac-ninh"), ("ٹیئن جیانگ", "tien-giang"), ("ڈاک لیک", "dak-lak"), ("تھوا تھین ہیو", "hue")],
)
def test_a_province_is_known_by_any_spelling_of_its_syllables(name: str, key: str) -> None:
    assert area_of(f"{name} میں 31 پل ہیں۔", "31") == key


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("ہو چی منہ سٹی میں 31 پل ہیں۔", "ho-chi-minh"),
        ("صدر ہو چی منہ نے 31 خط لکھے۔", None),
        ("ہو چی منہ کمیونسٹ یوتھ یونین نے 31 پل بنائے۔", None),
    ],
)
def test_a_president_is_no_city(text: str, area: str | None) -> None:
    assert area_of(text, "31") == area


def test_verbs_that_sound_like_a_commune_are_none() -> None:
    text = "Cao Bằng نے معیار پر پورا اترنے والے کمیون کو 31 پل دیے۔"
    assert area_of(text, "31") == "cao-bang"


def test_two_spellings_of_a_commune_are_one_that_the_text_is_about() -> None:
    text = "لوونگ منہ کمیون، Nghệ An صوبہ۔\n\nلونگ من کمیون نے سڑک بنائی۔ لوونگ منہ کمیون خوش ہے۔"
    assert area_of(f"{text}\n\nپلوں کی تعداد 31 ہے۔", "31") == "nghe-an/luong-minh"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Lạng Sơn جنرل ہسپتال میں 31 بستر ہیں۔", "جنرل ہسپتال"),
        ("Lạng Sơn میں 9 ہسپتال اور 31 پل ہیں۔", None),
        ("Lạng Sơn کے گھرانوں نے بینک کھاتوں میں 31 بلین VND رکھے۔", None),
        ("Lạng Sơn کے گھرانوں نے سوشل پالیسی بینک سے 31 ملین VND لیے۔", None),
        ("Lạng Sơn محکمہ جنگلات نے 31 پل بنائے۔", "محکمہ جنگلات"),
        ("Lạng Sơn محکمہ صحت کے ڈائریکٹر نے 31 پل دیکھے۔", None),
        ("Lạng Sơn محکمہ صحت نے سفارش کی کہ 31 پل بنیں۔", None),
    ],
)
def test_a_kind_of_body_acts_with_a_name_and_gives_nothing_away(text: str, body: str | None) -> None:
    surface = next(word for word in ("31 بلین VND", "31 ملین VND", "31") if word in text)
    assert body_of(text, surface) == body


def test_a_body_of_a_ward_tells_the_wards_figure() -> None:
    claim = one("Lào Cai صوبے میں Cam Đường وارڈ کے محکمہ صحت نے 31 پل بنائے۔", "31", "ur", published="2025-10-15")
    assert (claim.area, claim.body) == ("lao-cai/cam-duong", None)


def test_the_address_tells_which_of_many_provinces_the_city_is() -> None:
    text = "شہر نے 31 پل بنائے۔\n\nCao Bằng، Lào Cai، Yên Bái اور Huế نے ہو چی منہ سٹی کا شکریہ ادا کیا۔"
    url = "https://www.example.test/ho-chi-minh-xay-cau"
    assert area_of(text, "31") is None
    assert area_of(text, "31", url) == "ho-chi-minh"


def test_the_number_of_all_provinces_leaves_the_text_with_its_own() -> None:
    text = "Huế صوبے میں پل ہیں۔ Huế ملک کے 34 صوبوں اور شہروں میں سے چوتھا صوبہ ہوگا۔"
    assert area_of(f"{text} جن میں سے، 31 بلین VND سڑکوں کے لیے ہیں۔", "31 بلین VND") == "hue"


def test_the_texts_own_province_goes_before_the_one_it_went_into() -> None:
    text = "Hải Dương صوبے میں درخت لگے۔ چی لِنہ شہر نے 31 ہزار درخت لگائے، کنہ مون ٹاؤن نے 12 ہزار۔"
    assert area_of(text, "31 ہزار", published="2025") == "hai-duong/chi-linh"


def test_a_list_before_the_word_and_one_behind_it_are_both_in_turn() -> None:
    text = "31 بلین VND اور 29 بلین VND کے ساتھ بالترتیب چوتھے اور پانچویں نمبر پر Huế اور Nghệ An تھے۔"
    assert [area_of(text, surface) for surface in ("31 بلین VND", "29 بلین VND")] == ["hue", "nghe-an"]


def test_an_address_names_the_province_whose_units_the_text_speaks_of() -> None:
    text = "Quan Sơn کمیون نے 31 گھر خالی کیے۔"
    url = "https://www.sggp.org.vn/thanh-hoa-mua-lon-post1.html"
    assert area_of(text, "31", url, "2025-08-05") == "thanh-hoa/quan-son"


def test_a_text_of_the_reforms_year_that_speaks_of_a_district_is_of_the_time_before() -> None:
    text = "کیم گیانگ ضلع نے 31 پل بنائے۔"
    assert area_of(text, "31", "https://baohaiduong.vn/cam-giang-xay-cau.html", "2025") == "hai-duong/cam-giang"


def test_the_nation_in_a_companys_name_makes_no_text_the_nations() -> None:
    assert area_of("سن شائن ویتنام کمپنی نے 31 پل بنائے۔", "31") is None


def test_each_unit_of_a_list_stands_behind_its_figure() -> None:
    text = (
        "Quảng Bình صوبے میں 31 پوائنٹس ضلع Tuyên Hóa میں، 8 پوائنٹس ضلع Bố Trạch، 19 پوائنٹس Minh Hóa ڈسٹرکٹ میں ہیں۔"
    )
    areas = [area_of(text, surface) for surface in ("31", "8", "19")]
    assert areas == [f"quang-binh/{name}" for name in ("tuyen-hoa", "bo-trach", "minh-hoa")]


def test_units_named_before_their_plural_own_a_figure_together() -> None:
    text = "Quảng Bình صوبے میں Minh Hóa ضلع کے پل ٹوٹے۔\n\nمن ہوآ، بو ٹریچ اضلاع اور ڈونگ ہوئی شہر نے 31 پل بنائے۔"
    assert area_of(text, "31") == "quang-binh"


def test_a_paragraph_goes_on_about_the_commune_it_opened_with_past_its_villages() -> None:
    text = "Thanh Hóa صوبے میں بارش ہوئی۔\n\nQuan Sơn کمیون میں سیلاب آیا۔ بن گاؤں میں بھی سیلاب آیا۔ 31 گھر خالی ہوئے۔"
    assert area_of(text, "31", published="2025-08-05") == "thanh-hoa/quan-son"


@pytest.mark.parametrize(("name", "slug"), [("ڈاکرونگ", "da-krong"), ("ڈائن لو", "dien-lu")])
def test_a_hamza_is_a_vowel_and_a_name_may_be_cut_otherwise(name: str, slug: str) -> None:
    level, province, day = ("ضلع", "quang-tri", "2024-10-15") if "ک" in name else ("کمیون", "thanh-hoa", "2025-08-05")
    text = f"{'Quảng Trị' if province == 'quang-tri' else 'Thanh Hóa'} صوبے کے {name} {level} نے 31 پل بنائے۔"
    assert area_of(text, "31", published=day) == f"{province}/{slug}"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Huế صوبے میں پل ہیں۔ Huế ان 31 صوبوں میں سے ایک ہے جو سب سے بڑے ہیں۔", "VN"),
        ("Huế صوبے میں پل ہیں۔ 31 علاقوں میں اضافہ ہوا: Nghệ An (9%)، Cà Mau (8%)، Sơn La (7%)۔", "VN"),
        ("بہت سے صوبوں نے پل بنائے۔ بہت سے علاقوں میں پل ہیں۔ کئی صوبوں میں بھی۔ Huế صوبے میں 31 پل ہیں۔", "hue"),
    ],
)
def test_provinces_that_are_counted_are_the_nations_and_several_are_no_region(text: str, area: str) -> None:
    assert area_of(text, "31") == area


@pytest.mark.parametrize("names", ["Việt Vinh اور Đồng Tâm کمیون", "ویت وِنہ اور ڈونگ تام کمیون"])
def test_two_names_that_share_a_units_word_own_a_figure_together(names: str) -> None:
    text = f"Hà Giang صوبے کے Bắc Quang ضلع میں بارش ہوئی۔ Bắc Quang ضلع میں سیلاب آیا۔\n\n{names} میں 31 گھر ٹوٹے۔"
    assert area_of(text, "31") in ("ha-giang", "ha-giang/bac-quang")


def test_the_provinces_word_behind_its_name_hides_no_district_before_it() -> None:
    text = "Ninh Thuận صوبے میں پل ہیں۔ تھاون باک ضلع، نین تھوان صوبے میں پروگرام نے 31 پل بنائے۔"
    assert area_of(text, "31") == "ninh-thuan/thuan-bac"


def test_an_abbreviation_is_no_city_and_a_named_ministry_acts_itself() -> None:
    assert area_of("Huế صوبے میں OCOP سٹی نے 31 پل بنائے۔", "31") == "hue"
    assert body_of("صنعت اور تجارت کی وزارت نے 31 پل بنائے۔") == "صنعت اور تجارت کی وزارت"


@pytest.mark.parametrize(
    ("opening", "area"),
    [
        ("Tân Hòa Nghệ An صوبے کا ایک پہاڑی ضلع ہے، جہاں", "nghe-an/tan-hoa"),
        ("Bản Mới Lượng Minh کمیون کا ایک غریب گاؤں ہے۔ گاؤں میں", "ban-moi"),
        ("Tân Hòa نے ایک پہاڑی ضلع بنایا۔ یہاں", None),
    ],
)
def test_a_sentence_may_say_behind_a_name_what_it_is(opening: str, area: str | None) -> None:
    assert area_of(f"{opening} 31 پل ہیں۔", "31") == area


@pytest.mark.parametrize(
    ("name", "area"), [("بان موئی گاؤں", "بان-موئی"), ("گاؤں بان موئی", "بان-موئی"), ("ثقافتی سیاحتی گاؤں", None)]
)
def test_a_village_is_known_by_syllables_of_names(name: str, area: str | None) -> None:
    assert area_of(f"{name} میں 31 پل ہیں۔", "31") == area


def test_a_text_that_speaks_of_a_village_is_about_it_not_its_commune() -> None:
    text = "لوونگ منہ کمیون کے گاؤں بان موئی میں میلہ ہوا۔\n\nبان موئ گاؤں میں 12 پل ہیں۔ گاؤں کے لوگ خوش ہیں۔"
    assert (area_of(f"{text}\n\nپلوں کی تعداد 31 ہے۔", "31") or "").endswith("بان-موئی")


def test_a_province_in_a_row_of_other_names_is_one_of_them() -> None:
    text = "Huế میں وارڈز شامل ہیں: Tan Lap, Tan Son, {}, Tan Hoa, Tan Thanh اور 31 کمیون۔"
    assert area_of(text.format("Binh Duong"), "31") == "hue"
    assert area_of("Huế, Quang Tri, Binh Duong, Ha Tinh اور 31 کمیون۔", "31") != "hue"


def test_a_list_of_communes_goes_on_without_their_word() -> None:
    text = "Bình Thuận: ڈونگ ٹین کمیون میں 9 پل ہیں، Đông Giang 8 پل، ڈا می کے 7 پل، Yên Đức اور 6 پل۔"
    areas = [claim.area for claim in said(text, "ur", published="2024-10-15")]
    assert areas[:3] == ["binh-thuan/dong-tien", "binh-thuan/dong-giang", "binh-thuan/da-mi"]
    assert areas[3] != "binh-thuan/yen-duc"


@pytest.mark.parametrize(("more", "area"), [("", "binh-thuan/ham-thuan-bac"), ("صوبے میں سڑکیں ہیں۔ ", "binh-thuan")])
def test_a_text_that_opens_with_a_district_and_its_province_is_about_the_district(more: str, area: str) -> None:
    text = (
        f"ہام تھوان باک ضلع، Bình Thuận صوبے میں کام ہوا۔\n\n{more}ڈونگ ٹین کمیون میں کام ہوا۔\n\nپلوں کی تعداد 31 ہے۔"
    )
    assert area_of(text, "31") == area


def test_a_district_tells_in_which_province_the_texts_commune_lies() -> None:
    text = "ڈونگ ٹائین کمیون (ہام تھوان باک ڈسٹرکٹ) میں کام ہوا۔ ڈونگ ٹائین کمیون خوش ہے۔ کمیون میں سڑک ہے۔"
    assert area_of(f"{text}\n\nپلوں کی تعداد 31 ہے۔", "31") == "binh-thuan/dong-tien"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("ہنوئی - ہائی فونگ ایکسپریس وے پر 31 پل ہیں۔", None),
        ("ہنوئی کا جزو 2 - موک بائی ایکسپریس وے: 31 پل۔", None),
        ("ہنوئی - ایک بڑے شہر میں 31 پل ہیں۔", "ha-noi"),
    ],
)
def test_a_place_at_an_end_of_a_road_owns_nothing(text: str, area: str | None) -> None:
    assert area_of(text, "31") == area


def test_the_words_of_a_common_phrase_in_an_address_are_no_name() -> None:
    text = "وو کوونگ وارڈ میں 31 پل ہیں۔"
    assert area_of(text, "31", "https://a.vn/dich-vu-cong-tot") != "vu-cong"
    assert area_of(text, "31", "https://a.vn/phuong-vu-cong-tot") == "thai-binh/vu-cong"


def test_the_wards_of_a_level_are_not_the_one_spoken_of() -> None:
    text = "Huế: تھوان ہوا وارڈ میں کام ہوا۔\n\nکمیون اور وارڈ کی پیپلز کمیٹی کے دفتر میں 31 پل ہیں۔"
    assert area_of(text, "31") == "hue"


def test_a_unit_behind_the_verb_of_a_figures_clause_owns_only_what_follows() -> None:
    text = "Huế نے 31 پل بنائے۔ علاقوں نے 45 پل بنائے تھے، خاص طور پر فو وانگ ڈسٹرکٹ نے 12 پل بنائے۔"
    assert area_of(text, "45") == "hue"


def test_units_that_share_a_word_are_nobody_a_text_is_about() -> None:
    text = "Hà Nội: ٹین ٹین اور ہوو وان کمیون کے لوگ خوش ہیں۔ کمیون میں سڑک ہے۔ کمیون میں پل ہے۔"
    assert area_of(f"{text}\n\nپلوں کی تعداد 31 ہے۔", "31", "https://a.vn/tan-tien-huu-van") == "ha-noi"


def test_a_province_in_a_communes_name_is_not_where_it_lies() -> None:
    assert area_of("ہیو پھنگ کمیون میں 31 پل ہیں۔", "31", "https://a.vn/hieu-phung-tot") == "vinh-long/hieu-phung"
    assert area_of("Bắc Giang Tân Hòa کمیون میں 31 پل ہیں۔", "31") == "bac-giang/tan-hoa"


def test_provinces_may_be_counted_with_a_bound_between() -> None:
    text = "Huế کے طلباء خوش ہیں۔ 31 سے زیادہ صوبوں اور شہروں نے اعلان کیا۔ Huế نے 45 پل بنائے۔"
    assert area_of(text, "31") == "VN"


@pytest.mark.parametrize(
    "text",
    [
        "Huế کی شرح (ملک بھر میں 31 ویں نمبر پر) اچھی ہے۔",
        "Huế، ملک بھر کے 63 صوبوں اور شہروں میں سے 31 ویں نمبر پر ہے۔",
        "Huế کا انڈیکس ملک بھر میں 31% کے ساتھ تیسرے نمبر پر ہے۔",
    ],
)
def test_the_nation_right_before_a_rank_is_only_its_set(text: str) -> None:
    found = [claim for claim in said(text, "ur") if claim.figure.surface.startswith("31")]
    assert [claim.area for claim in found] == ["hue"]


def test_all_provinces_behind_a_time_are_the_nation() -> None:
    text = "Huế نے 45 پل بنائے۔ 2023 میں صوبوں اور شہروں کا اشاریہ 31% تک پہنچ گیا۔"
    assert area_of(text, "31%") == "VN"


def test_a_village_is_not_hidden_by_the_commune_it_lies_in() -> None:
    assert area_of("Tân Hòa گاؤں، Thuận Lộc کمیون نے 31 پل بنائے۔", "31") == "tan-hoa"


def test_a_province_inside_a_name_in_capitals_is_no_place() -> None:
    text = "Huế میں پل بنا۔ 31 ملین VND کی لاگت سے Nam Hai {} Construction کی طرف سے کام ہوا۔"
    assert area_of(text.format("Cà Mau"), "31 ملین VND") == "hue"
    assert area_of("Cà Mau Province میں 31 پل بنے۔", "31") == "ca-mau"


def test_a_unit_named_in_latin_letters_tells_the_province_of_a_text_that_names_none() -> None:
    text = "صوبے میں حکومت کی تمام سطحوں کے 2,000 طریقہ کار ہیں۔ سب سے اچھے Quoc Viet commune اور Dinh Lap commune ہیں۔"
    assert one(text, "2,000", "ur", published="2025-09-30").area == "lang-son"


def test_units_in_a_row_in_urdu_letters_need_no_word() -> None:
    opening = "صوبہ Phu Tho میں غربت کی شرح 3.7% ہے۔ "
    found = said(opening + "غربت کی شرح یہ ہے: ٹین سون 12.9%؛ ین لیپ 8.5%، تھانہ سون 7%۔", "ur", published="2024-09-10")
    assert [one.area for one in found] == ["phu-tho", "phu-tho/tan-son", "phu-tho/yen-lap", "phu-tho/thanh-son"]
    assert {one.indicator for one in found} == {"society.poverty_rate"}
    found = said(opening + "شعبے یہ ہیں: زراعت 12.9%؛ صنعت 8.5%؛ تجارت 7%۔", "ur", published="2024-09-10")
    assert {one.area for one in found} == {"phu-tho"}


@pytest.mark.parametrize(
    ("opening", "village", "area"),
    [
        ("تیز ہوا سے موونگ تھان کمیون کے نا نگہیو گاؤں میں درخت گرے۔ ", "بون گاؤں میں", "lai-chau/muong-than"),
        ("تیز ہوا سے موونگ تھان کمیون کے نا نگہیو گاؤں میں درخت گرے۔ ", "اس گاؤں میں", "lai-chau/نا-نگہیو"),
        ("تیز ہوا سے موونگ تھان کمیون میں درخت گرے۔ ", "وہاں", "lai-chau/muong-than"),
        ("تیز ہوا سے Lai Chau کے موونگ تھان اور ہوا بم کمیون میں درخت گرے۔ ", "وہاں", "lai-chau"),
    ],
)
def test_a_village_whose_name_is_not_read_is_not_the_one_before(opening: str, village: str, area: str) -> None:
    assert area_of(f"Lai Chau میں بارش ہوئی۔\n\n{opening}{village} 31 پل ٹوٹے۔", "31") == area


def test_the_first_of_a_row_of_districts_may_stand_behind_other_words() -> None:
    text = (
        "صوبہ Quảng Nam میں جن اضلاع میں شرح زیادہ ہے ان میں نام ٹرا مائی 42%، ٹائے گیانگ 38%، Phuoc Son 31% شامل ہیں۔"
    )
    found = said(text, "ur", published="2024-09-10")
    assert [claim.area for claim in found] == [f"quang-nam/{name}" for name in ("nam-tra-my", "tay-giang", "phuoc-son")]
    assert {claim.statement for claim in found} == {"level"}
    crops = said("صوبہ Quảng Nam میں چاول 42 ٹن، مکئی 38 ٹن، کافی 31 ٹن۔", "ur", published="2024-09-10")
    assert {claim.area for claim in crops} == {"quang-nam"}


def test_a_paragraph_goes_on_about_the_unit_inside_the_one_it_opens_with() -> None:
    text = " 12 ہیکٹر لیموں ہیں۔ ایک ہیکٹر سے سالانہ 31 ٹن پھل ملتے ہیں۔\n\nخاص طور پر، دیہی علاقوں میں 45 پل ہیں۔"
    opening = "صوبہ Phú Thọ میں کام ہوا۔\n\nڈوان ہنگ ڈسٹرکٹ کی فوک لائی کمیون میں"
    found = said(opening + text, "ur", published="2024-09-10")
    assert [claim.area for claim in found] == ["phu-tho/phuc-lai", "phu-tho/phuc-lai", "phu-tho"]


@pytest.mark.parametrize(
    ("words", "area"), [("ضلع ڈاکرونگ میں", "quang-tri/da-krong"), ("ضلع ہسپتال میں", "quang-tri")]
)
def test_a_district_of_one_word_may_stand_behind_its_word(words: str, area: str) -> None:
    found = area_of(f"صوبہ Quảng Trị میں کام ہوا۔\n\n{words} 31 پل ہیں۔", "31")
    assert found == area
