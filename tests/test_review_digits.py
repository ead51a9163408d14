"""The order of numbers and codes in right-to-left text, as drawn: by layout boxes, on every page that shows a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from review_desk import lines, look
from review_server import URDU, Server, serving, urdu, urdu_claims

from extractor.records import Finding, Severity
from extractor.store import open_database

pytest.importorskip("datasette", reason="the extra `review` is not installed")
RUNS = ["57-NQ/TW", "52/2025/NQ-HĐND", "32%", "2025-2030"]
AMOUNT = "1.5 ٹریلین VND"
TITLE = f"قرارداد {RUNS[0]} اور {RUNS[1]} کے تحت {RUNS[2]} کام، مدت {RUNS[3]}، رقم {AMOUNT} ہے"
PAGES = {
    "article": (f"/article/{urdu().id}", "#text"),
    "findings": ("/findings", ".finding"),
    "queue": ("", ".articles"),
    "rule": ("/rule?name=indicators:assigned", ".passages:last-of-type"),
}


@pytest.fixture(scope="module")
def server(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The Urdu sample with the runs in its title, and a finding that quotes both of its lines."""
    path = tmp_path_factory.mktemp("digits") / "news.db"
    with open_database(path) as store:
        run = store.begin_run("digest", "0", "test")
        store.save(replace(urdu(), title=TITLE), urdu_claims())
        store.save_findings(run, [Finding("parts_total", Severity.SEVERE, tuple(store.claims()), "", "", detail=SUM)])
    with serving(path) as running:
        browser.get(running.links["lan"])
        yield running


SUM = {"form": "more", "area": "", "sum": "38 + 26 = 64", "stated": "60", "difference": "4", "indicator": ""}


def drawn(browser: Any, server: Server, page: str) -> list[str]:
    """The lines of the page's text as a reader sees them."""
    address, selector = PAGES[page]
    browser.get(f"{server.base}/-/review/news{address}")
    browser.execute_async_script("const done = arguments[0]; document.fonts.ready.then(() => done())")
    return lines(browser, selector)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("run", RUNS)
def test_run_reads_from_left_to_right(browser: Any, server: Server, page: str, run: str) -> None:
    assert any(run in line for line in drawn(browser, server, page))


@pytest.mark.parametrize("page", PAGES)
def test_amount_starts_on_the_right(browser: Any, server: Server, page: str) -> None:
    line = next(line for line in drawn(browser, server, page) if "1.5" in line and "VND" in line)
    assert line.index("VND") < line.index("ٹ") < line.index("1.5")


def test_ratio_with_two_figures_in_it_is_one_run(browser: Any, server: Server) -> None:
    assert any("38/64" in line for line in drawn(browser, server, "article"))


@pytest.mark.parametrize(("start", "order"), [(URDU.index("32%"), ["32%"]), (URDU.index("1.5"), ["VND", "ٹ", "1.5"])])
def test_card_draws_the_figure_as_the_text_does(browser: Any, server: Server, start: int, order: list[str]) -> None:
    browser.get(f"{server.base}/-/review/news/article/{urdu().id}")
    choose = "Doichieu.choose(Doichieu.data.claims.find((one) => one.surface.startsWith(arguments[0])))"
    browser.execute_script(choose, URDU[start : start + 3])
    line = next(line for line in lines(browser, "#card h2") if order[-1] in line)
    found = [line.index(part) for part in order]
    assert found == sorted(found)


def test_naskh_font_comes_with_the_page(browser: Any, server: Server) -> None:
    look(browser, server, urdu().id)
    check = "return document.fonts.ready.then(() => [...document.fonts].some((one) => one.status === 'loaded'))"
    assert browser.execute_script(check)
