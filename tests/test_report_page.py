"""The report as a page: what it says, and that nothing hostile gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from by_hand import article, claim, small_tables
from markupsafe import Markup

from extractor import rules
from extractor.check import check_article, recomputed
from extractor.compare import compare
from extractor.marking import Mark, direction, fragment_link, marked, safe_url, sentence_around
from extractor.records import Article, Change, Claim, Figure, Step
from extractor.report import ReportOptions, render

TEXT = "Tỉnh có 47 nhiệm vụ, đã làm 15, đạt 32%, đang làm 18, chậm 8, chưa làm 5."
NAMES = ("assigned", "completed", "completed_share", "on_schedule", "behind", "not_started")


@pytest.fixture(autouse=True)
def _tables(tmp_path: Path) -> Iterator[None]:
    rules.use(small_tables(tmp_path))
    yield
    rules._active.clear()


def claims() -> list[Claim]:
    found = re.finditer(r"[0-9]+%?", TEXT)
    return [
        claim(f"tasks.{name}", hit.group(), hit.start(), sentence=(0, len(TEXT)), group=1)
        for name, hit in zip(NAMES, found, strict=True)
    ]


def page(
    language: str = "vi", source: Article | None = None, made: list[Claim] | None = None, **options: object
) -> str:
    source, made = source or article(TEXT), made or claims()
    chosen = ReportOptions(language=language, recomputed=recomputed(source, made), **options)  # type: ignore[arg-type]
    comparisons = compare(made, {source.id: source})
    return render(comparisons, check_article(source, made), {source.id: source}, made, chosen)


class Tags(HTMLParser):
    """Collects elements and what they would load or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_report_shows_the_sum_that_fails_and_the_share_that_holds() -> None:
    text = page()
    assert "15 + 18 + 8 + 5 = 46, thiếu 1 so với tổng 47 mà bài nêu" in text
    assert "15 / 47 = 31,91\u00a0%" in text
    assert "Quảng Ninh" in text


def test_every_link_inside_the_page_leads_somewhere() -> None:
    tags = Tags(page())
    ids = [value for name, value in tags.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert {value[1:] for name, value in tags.attributes if name == "href" and value.startswith("#")} <= set(ids)


def test_nothing_is_loaded_from_elsewhere() -> None:
    tags = Tags(page())
    assert not {"link", "img", "iframe", "object", "base"} & set(tags.names)
    assert not [value for name, value in tags.attributes if name in ("src", "srcset", "data")]
    assert "url(" not in page()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sections_stand_in_their_order(language: str) -> None:
    text = page(language, changes=[])
    order = [
        "stands-out",
        "side-by-side",
        "arithmetic",
        "conflicts",
        "map",
        "evidence",
        "not-compared",
        "changes",
        "method",
    ]
    assert re.findall(r'<section id="([a-z-]+)"', text) == order
    assert f'<html lang="{language}">' in text


def test_all_34_units_are_on_the_map() -> None:
    assert len(re.findall(r'<rect class="(?:tile|shade)', page())) == 34


HOSTILE = "<img src=x onerror=alert(1)>\"'</script><script>alert(1)</script>\u202e"


def moved(made: Claim, by: int) -> Figure:
    return replace(made.figure, start=made.figure.start + by, end=made.figure.end + by)


def test_hostile_words_stay_words() -> None:
    source = article(
        HOSTILE + TEXT, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", original_url="data:text/html,x"
    )
    shift = len(HOSTILE)
    words = {"programme": HOSTILE, "rule": HOSTILE, "subject": HOSTILE, "sentence": (0, shift + len(TEXT))}
    made = [replace(c, figure=moved(c, shift), **words) for c in claims()]  # type: ignore[arg-type]
    tags = Tags(page(source=source, made=made, title=HOSTILE))
    assert tags.names.count("script") == 1
    assert "img" not in tags.names
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert not [value for name, value in tags.attributes if name == "href" and not value.startswith(("#", "https://"))]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.test/", "https://a.test/\nx", "data:text/html,x",
     "//a.test/x", "file:///etc/passwd", "https://", "http://[::1", "", None],
)  # fmt: skip
def test_urls_that_are_not_linked(url: str | None) -> None:
    assert safe_url(url) is None


def test_link_scrolls_to_the_sentence() -> None:
    text = "Đã giao 57-NQ/TW, 47 việc.\nDòng sau."
    assert fragment_link("https://bao.test/1", text, 0, 26) == (
        "https://bao.test/1#:~:text=%C4%90%C3%A3%20giao%2057%2DNQ%2FTW%2C%2047%20vi%E1%BB%87c."
    )


def test_link_to_a_long_sentence_names_its_ends() -> None:
    words = [f"w{i}" for i in range(20)]
    link = fragment_link("https://bao.test/1#top", " ".join(words), 0, 200)
    assert link == "https://bao.test/1#top:~:text=w0%20w1%20w2%20w3,w16%20w17%20w18%20w19"


def test_quote_is_the_sentence_or_the_line() -> None:
    text = "Một. Hai có 5 việc. Ba.\nBốn."
    assert text[slice(*sentence_around(text, 12, 13, (4, 19)))] == "Hai có 5 việc."
    assert text[slice(*sentence_around(text, 12, 13, (0, 0)))] == "Một. Hai có 5 việc. Ba."


def html(text: str, *surfaces: str) -> Markup:
    marks = [Mark(text.index(s), text.index(s) + len(s), "", False) for s in surfaces]
    return marked(text, 0, len(text), marks)


def test_left_to_right_text_is_only_marked() -> None:
    assert html("Đạt 32% & hơn", "32%") == "Đạt <mark>32%</mark> &amp; hơn"


@pytest.mark.parametrize(
    ("run", "text"),
    [("57-NQ/TW", "قرارداد نمبر 57-NQ/TW کو"),
     ("52/2025/NQ-HĐND", "قرارداد نمبر 52/2025/NQ-HĐND کے"), ("2025-2030", "مدت 2025-2030 میں"),
     ("Thái Nguyên", "اس سال صوبہ Thái Nguyên میں"), ("-5.2%", "شرح -5.2% رہی"), ("1,861", "تعداد 1,861 افراد")],
)  # fmt: skip
def test_each_run_is_isolated_once(run: str, text: str) -> None:
    kind = "" if " " in run else ' class="run"'
    assert html(text) == text.replace(run, f'<bdi dir="ltr"{kind}>{run}</bdi>')


def test_mark_goes_around_its_runs() -> None:
    assert html("رقم 1.5 ٹریلین VND تک", "1.5 ٹریلین VND") == (
        'رقم <mark><bdi dir="ltr" class="run">1.5</bdi> ٹریلین <bdi dir="ltr" class="run">VND</bdi></mark> تک'
    )


def test_mark_inside_a_run_leaves_the_run_whole() -> None:
    assert html("شرح 53% ہے اور", "53") == 'شرح <bdi dir="ltr" class="run"><mark>53</mark>%</bdi> ہے اور'


def test_signs_that_turn_digits_round_are_shown() -> None:
    text = "Giao \u202e64\u202c việc."
    assert str(marked(text, 0, len(text), ())) == "Giao \ufffd64\u202c việc."


def test_an_address_stays_whole_among_letters_from_right_to_left() -> None:
    address = "https://baoquangninh.vn/mot-bai-bao-dai-123.html"
    assert html(f"ماخذ: {address}", "ماخذ").endswith(f'<bdi dir="ltr">{address}</bdi>')


def test_direction_is_that_of_the_script() -> None:
    assert (direction("کام 485 VND"), direction("Đạt 32%"), direction("57-NQ/TW")) == ("rtl", "ltr", "ltr")
    assert direction("ماخذ: https://baoquangninh.vn/mot-bai-bao-co-dia-chi-rat-dai-123.html") == "rtl"


def test_ways_of_figures_and_changes_are_told() -> None:
    first, copy = claims()[1], replace(claims()[1], article_id="a2")
    both = {"a1": article(TEXT), "a2": article(TEXT, id="a2", publisher="dich.test", published="2025-10-16")}
    way, change = [Step(first, "first"), Step(copy, "differs", 1)], Change("changed", first, copy)
    text = render([], [], both, claims(), ReportOptions(traces=[way], changes=[change]))
    assert "nêu khác" in text
    assert "dich.test, 16/10/2025" in text
    assert "Đã đổi: Nhiệm vụ hoàn thành, Quảng Ninh: 15 thành 15" in text


def test_report_of_nothing_says_so() -> None:
    text = render([], [], {}, [], "en")
    assert "Nothing was found that does not add up." in text
    assert "No indicator can be compared yet." in text


def test_values_of_two_days_make_a_line() -> None:
    early = replace(claims()[1], period_end="2025-06-30")
    late = replace(claims()[3], indicator="tasks.completed", period_end="2025-09-30")
    both = {"a1": article(TEXT)}
    text = render(compare([early, late], both), [], both, [early, late])
    assert "Theo thời gian" in text
    assert '<polyline class="line" points="6,38 194,6"/>' in text
    assert "(30/6/2025) →" in text
