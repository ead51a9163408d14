"""The report in a real browser: numbers in right-to-left text stand in the order a reader expects."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from extractor.marking import Mark, fragment_link, marked

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium with its driver is not installed")
AXE = os.environ.get("DOICHIEU_AXE")
TEXTS = (
    ("vi", "Đến ngày 30/9/2025, tỉnh Sơn La được giao 82 nhiệm vụ theo Nghị quyết 57, hoàn thành 47, đạt 58,3%."),
    (
        "vi",
        "Đến ngày 30/9/2025, tỉnh Huế được giao 1.064 nhiệm vụ theo Nghị quyết 57; tỉnh Lai Châu được giao 9 nhiệm vụ.",
    ),
    ("ur", "30 ستمبر 2025 تک، Gia Lai صوبے نے قرارداد 57-NQ/TW کے تحت 83 کام مکمل کر لیے ہیں، جو 32% ہے۔"),
)
BOXES = """
const node = document.createTreeWalker(document.querySelector('p'), NodeFilter.SHOW_TEXT);
const boxes = [];
while (node.nextNode()) for (let i = 0; i < node.currentNode.length; i++) {
  const range = document.createRange();
  range.setStart(node.currentNode, i); range.setEnd(node.currentNode, i + 1);
  boxes.push([node.currentNode.data[i], range.getBoundingClientRect().left]);
}
return boxes;
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER, env=dict(os.environ)))
    yield driver
    driver.quit()


def drawn(browser: Any, text: str, *surfaces: str) -> str:
    """The text's letters in the order in which they stand on the screen, from left to right."""
    marks = [Mark(text.index(s), text.index(s) + len(s), "") for s in surfaces]
    inner = marked(text, 0, len(text), marks)
    browser.get(
        "data:text/html;charset=utf-8," + quote(f"<!doctype html><p lang=ur dir=rtl style=white-space:pre>{inner}")
    )
    return "".join(letter for letter, _ in sorted(browser.execute_script(BOXES), key=lambda box: box[1]))


@pytest.mark.parametrize("run", ["57-NQ/TW", "52/2025/NQ-HĐND", "32%", "2025-2030", "1,861", "-5.2%", "Thai Nguyen"])
@pytest.mark.parametrize("is_marked", [True, False])
def test_a_run_reads_from_left_to_right(browser: Any, run: str, is_marked: bool) -> None:
    assert run in drawn(browser, f"آج تک قرارداد {run} کے تحت کام", *([run] if is_marked else []))


def test_figure_of_several_runs_starts_on_the_right(browser: Any) -> None:
    line = drawn(browser, "کل رقم 1.5 ٹریلین VND تک پہنچی", "1.5 ٹریلین VND")
    assert line.index("VND") < line.index("ٹ") < line.index("1.5")


def test_brackets_stay_around_their_number(browser: Any) -> None:
    line = drawn(browser, "کام مکمل ہو چکے ہیں (43%) اور باقی", "43%")
    assert line[line.index("43%") - 1] in "()"
    assert line[line.index("43%") + 3] in "()"


def test_page_needs_no_sideways_scrolling_on_a_phone(browser: Any, tmp_path: Path) -> None:
    browser.get(report(tmp_path, "vi"))
    shown_as(browser, 375, "light")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 375


def report(folder: Path, language: str) -> str:
    """The address of a report on three articles, one of which does not add up and one of which is Urdu."""
    from extractor.check import check_all, outcomes
    from extractor.compare import compare, traces
    from extractor.parse import plain
    from extractor.pipeline import understand
    from extractor.report import ReportOptions, render

    known = {str(number): plain(text, id=str(number), language=lang, published="2025-10-15", url=f"https://{number}.test/")
             for number, (lang, text) in enumerate(TEXTS)}  # fmt: skip
    read = {key: [replace(one, article_id=key) for one in understand(article)[1]] for key, article in known.items()}
    claims = [claim for mine in read.values() for claim in mine]
    told = [one for key, article in known.items() for one in outcomes(article, read[key])]
    held = [one for one in told if "outcome" in one.detail]
    findings = [*(one for one in told if "outcome" not in one.detail), *check_all(known, claims)]
    options = ReportOptions(language=language, recomputed=held, traces=traces(claims, known))
    file = folder / f"{language}.html"
    file.write_text(render(compare(claims, known), findings, known, claims, options), encoding="utf-8")
    return file.as_uri()


def shown_as(browser: Any, width: int, scheme: str) -> None:
    """Turns the window into a phone's or a screen's, light or dark."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


@pytest.mark.skipif(AXE is None, reason="DOICHIEU_AXE does not name axe.min.js (npm install axe-core)")
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, tmp_path: Path, language: str, width: int, scheme: str) -> None:
    shown_as(browser, width, scheme)
    browser.get(report(tmp_path, language))
    browser.execute_script("document.querySelectorAll('details').forEach(one => one.open = true)")
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": Path(AXE or "").read_text(encoding="utf-8")})
    found = browser.execute_async_script(
        "const done = arguments[0]; axe.run().then(all => done(all.violations.map(one => [one.id, one.impact])))"
    )
    assert found == []


def test_the_scheme_of_the_system_is_followed(browser: Any, tmp_path: Path) -> None:
    page, papers = report(tmp_path, "vi"), []
    for scheme in ("light", "dark"):
        shown_as(browser, 1280, scheme)
        browser.get(page)
        papers.append(browser.execute_script("return getComputedStyle(document.body).backgroundColor"))
    assert papers == ["rgb(252, 251, 248)", "rgb(21, 23, 26)"]


def test_every_figure_can_be_reached_and_opened_by_keyboard(browser: Any, tmp_path: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    shown_as(browser, 1280, "light")
    browser.get(report(tmp_path, "vi"))
    browser.execute_script("document.querySelector('#side-by-side td a').previousElementSibling?.focus()")
    reached: list[str] = []
    for _ in range(60):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(browser.execute_script("return document.activeElement.getAttribute('href') || ''"))
        if browser.execute_script("return document.activeElement.closest('#side-by-side td') !== null"):
            break
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    target = browser.execute_script("return document.querySelector('mark:target')?.id")
    assert reached[0] == "#main"
    assert f"#{target}" == reached[-1]


def test_a_table_is_sorted_by_its_numbers(browser: Any, tmp_path: Path) -> None:
    shown_as(browser, 1280, "light")
    browser.get(report(tmp_path, "vi"))
    column = "[...document.querySelectorAll('#side-by-side tbody:first-of-type tr')].map(row => row.cells[1].innerText)"
    browser.execute_script("document.querySelectorAll('#side-by-side thead button')[1].click()")
    once = browser.execute_script(f"return {column}")
    browser.execute_script("document.querySelectorAll('#side-by-side thead button')[1].click()")
    assert sorted([once, browser.execute_script(f"return {column}")]) == [
        ["1.064", "82", "9", "–"],
        ["9", "82", "1.064", "–"],
    ]


def test_a_link_scrolls_to_its_sentence(browser: Any, tmp_path: Path) -> None:
    text = (
        "Mở đầu. " * 40
        + "\n"
        + "Đoạn giữa, dài. " * 400
        + "\nTỉnh được giao 47-48 nhiệm vụ, gồm cả việc mới, trong năm nay."
    )
    start = text.index("Tỉnh")
    (tmp_path / "bai.html").write_text(
        "<!doctype html><meta charset=utf-8>" + "".join(f"<p>{line}</p>" for line in text.split("\n")), encoding="utf-8"
    )
    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/bai.html"
        for link, moved in ((address, False), (fragment_link(address, text, start, len(text)), True)):
            browser.get("about:blank")
            browser.get(link)
            seen = browser.execute_script("return document.querySelector('p:last-of-type').getBoundingClientRect().top")
            assert (0 <= seen <= browser.execute_script("return innerHeight")) is moved
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: Any) -> None:
        """Says nothing."""
