"""The report in a real browser: numbers in right-to-left text stand in the order a reader expects."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from extractor.marking import Mark, marked

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium with its driver is not installed")
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
    from by_hand import article, claim

    from extractor.compare import compare
    from extractor.report import render

    source = article("Đã giao 47 nhiệm vụ, hoàn thành 15." * 3)
    made = [claim("tasks.assigned", "47", 8), claim("tasks.completed", "15", 32)]
    file = tmp_path / "report.html"
    file.write_text(render(compare(made, {"a1": source}), [], {"a1": source}, made), encoding="utf-8")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 375, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    )
    browser.get(file.as_uri())
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 375
