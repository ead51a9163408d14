"""The review pages in a real browser: keys, edits, additions, undo, two reviewers, a stale page, no connection."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from review_server import BEFORE, URDU, VIETNAMESE, Server, claims_of, database, serving, urdu, vietnamese

from extractor.store import open_database

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium with its driver is not installed")
pytest.importorskip("datasette", reason="the extra `review` is not installed")
# Every letter of the text with the place where it is drawn.
BOXES = """
const walk = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
const boxes = [];
while (walk.nextNode()) {
  let at = 0;
  for (const sign of walk.currentNode.data) {
    const range = document.createRange();
    range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at += sign.length);
    const box = range.getBoundingClientRect();
    boxes.push([sign, box.left, Math.round(box.top + box.height / 2)]);
  }
}
return boxes;
"""
SELECT = """
const [words, from, to] = arguments;
const block = [...document.querySelectorAll('[data-start]')].find((one) => one.textContent.includes(words));
const at = block.textContent.indexOf(words);
const place = (offset) => {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (offset <= walk.currentNode.length) return [walk.currentNode, offset];
    offset -= walk.currentNode.length;
  }
};
getSelection().setBaseAndExtent(...place(at + from), ...place(at + to));
return Doichieu.selected().surface;
"""


def start_browser() -> Any:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1300,900",
    ):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER, env=dict(os.environ)))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    driver = start_browser()
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def shown(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for the tests that only look."""
    with serving(database(tmp_path_factory.mktemp("shown"))) as running:
        browser.get(running.links["lan"])
        yield running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return database(tmp_path)


@pytest.fixture
def server(path: Path) -> Iterator[Server]:
    with serving(path) as running:
        yield running


@pytest.fixture
def desk(browser: Any, server: Server) -> Any:
    browser.get(server.links["lan"])
    show(browser, server, vietnamese().id)
    return browser


def show(browser: Any, server: Server, article_id: str) -> None:
    browser.get(f"{server.base}/-/review/news/article/{article_id}?lang=en")


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def state(browser: Any) -> dict[str, Any]:
    found: dict[str, Any] = browser.execute_script("return Doichieu.state()")
    return found


def until(test: Callable[[], Any], seconds: float = 10) -> Any:
    end = time.monotonic() + seconds
    while not (found := test()) and time.monotonic() < end:
        time.sleep(0.02)
    assert found
    return found


def saved(browser: Any) -> None:
    until(lambda: state(browser)["waiting"] == 0)


def stored(path: Path) -> list[tuple[Any, ...]]:
    db = sqlite3.connect(path)
    try:
        return db.execute("SELECT target, verdict, reviewer, surface, corrected FROM decision ORDER BY id").fetchall()
    finally:
        db.close()


def said(browser: Any) -> str:
    return str(browser.find_element("id", "status").text)


def test_thirty_claims_by_keyboard_without_a_page_load(desk: Any, path: Path) -> None:
    desk.execute_script("window.same = true")
    for number in range(30):
        press(desk, "x", "2") if number % 3 == 0 else press(desk, "a")
    saved(desk)
    verdicts = [row[1] for row in stored(path)]
    assert len(verdicts) == 30
    assert verdicts[:3] == ["misread.value", "right", "right"]
    assert desk.execute_script("return window.same")
    assert desk.get_log("browser") == []


def test_moving_skipping_and_help_decide_nothing(desk: Any, path: Path) -> None:
    first = state(desk)["chosen"]
    press(desk, "j", "j", "k", " ")
    assert state(desk)["chosen"] == first + 2
    press(desk, "?")
    assert desk.find_element("id", "help").is_displayed()
    assert stored(path) == []


def test_field_is_edited_in_place(desk: Any, path: Path) -> None:
    press(desk, "e")
    field = desk.find_element("name", "area")
    field.clear()
    field.send_keys("ha-noi\n")
    saved(desk)
    assert [(row[1], row[4]) for row in stored(path)] == [("misread.area", '{"area":"ha-noi"}')]


def test_note_stays_on_the_card(desk: Any, server: Server) -> None:
    press(desk, "n", "xem lại <b>", "\ue007")
    saved(desk)
    show(desk, server, vietnamese().id)
    assert "xem lại <b>" in desk.find_element("css selector", "#card .made").text


def test_wrong_field_is_said_before_it_is_sent(desk: Any, path: Path) -> None:
    press(desk, "e")
    field = desk.find_element("name", "area")
    field.clear()
    field.send_keys("atlantis\n")
    assert not desk.execute_script("return document.querySelector('[name=area]').checkValidity()")
    assert stored(path) == []


def test_undo_brings_the_claim_back_even_after_a_reload(desk: Any, server: Server, path: Path) -> None:
    first = state(desk)
    press(desk, "a", "a")
    saved(desk)
    show(desk, server, vietnamese().id)
    press(desk, "\ue003", "\ue003")
    saved(desk)
    assert state(desk) == first
    assert [row[1] for row in stored(path)] == ["right", "right", "undo", "undo"]


@pytest.mark.parametrize(
    ("article_id", "text", "words", "surface"),
    [
        (vietnamese().id, VIETNAMESE, f"{BEFORE}Tỉnh có 12 xã", "12"),
        (vietnamese().id, VIETNAMESE, BEFORE, "x\u0331\u0307"),
        (urdu().id, URDU, "کام 🎉 جاری ہیں، باقی 26 کام", "26"),
        (urdu().id, URDU, "قرارداد 57-NQ/TW اور", "57-NQ/TW"),
    ],
)
def test_figure_is_added_by_selecting_it(
    desk: Any, server: Server, path: Path, article_id: str, text: str, words: str, surface: str
) -> None:
    show(desk, server, article_id)
    # A browser counts UTF-16 units; half of a sign selected takes all of it.
    start = len(words[: words.index(surface)].encode("utf-16-le")) // 2
    assert desk.execute_script(SELECT, words, start, start + max(1, len(surface) - 1)) in (surface, surface[:-1])
    desk.execute_script(SELECT, words, start, start + len(surface))
    press(desk, "m")
    desk.find_element("css selector", ".fields-form .main").click()
    saved(desk)
    assert [(row[0], row[3]) for row in stored(path)] == [("span", surface)]
    show(desk, server, article_id)
    assert desk.find_element("css selector", "mark[data-missed]").text == surface


def test_two_reviewers_at_once_and_a_settled_dispute(desk: Any, server: Server, path: Path) -> None:
    other = start_browser()
    try:
        other.get(server.links["minh"])
        show(other, server, vietnamese().id)
        press(desk, "a")
        press(other, "x", "\ue007")
        saved(desk)
        saved(other)
    finally:
        other.quit()
    show(desk, server, vietnamese().id)
    desk.find_element("css selector", "mark[data-state=disputed]").click()
    desk.find_element("css selector", "section.disputed button").click()
    saved(desk)
    assert [row[1:3] for row in stored(path)][-1] == ("final:right", "lan")


def test_stale_page_is_refused_with_a_word(desk: Any, path: Path) -> None:
    from test_review_http import vietnamese_with

    newer = VIETNAMESE.replace("có 12 xã", "có 13 xã")
    with open_database(path) as store:
        store.save(vietnamese_with(newer), claims_of(newer))
    before = state(desk)
    press(desk, "a")
    until(lambda: "has changed" in said(desk))
    assert state(desk) == before
    assert stored(path) == []


def test_without_a_connection_decisions_wait_and_arrive_once(desk: Any, path: Path) -> None:
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    desk.execute_cdp_cmd("Network.enable", {})
    desk.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    press(desk, "a", "a", "a")
    until(lambda: "3 decisions not saved" in said(desk))
    assert stored(path) == []
    online = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    desk.execute_cdp_cmd("Network.emulateNetworkConditions", online)
    saved(desk)
    assert [row[1] for row in stored(path)] == ["right"] * 3


def lines(browser: Any) -> list[str]:
    """The text as drawn: letters from left to right, line by line."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for letter, left, middle in browser.execute_script(BOXES):
        row = next((known for known in rows if abs(known - middle) < 12), middle)
        rows.setdefault(row, []).append((left, letter))
    return ["".join(letter for _, letter in sorted(row)) for row in rows.values()]


def look(browser: Any, shown: Server, article_id: str) -> None:
    """Like `show`; the links log in again, since all servers share a host and so a cookie."""
    browser.get(shown.links["lan"])
    show(browser, shown, article_id)


@pytest.mark.parametrize("run", ["57-NQ/TW", "52/2025/NQ-HĐND", "32%", "2025-2030", "38/64"])
def test_runs_in_urdu_text_read_from_left_to_right(browser: Any, shown: Server, run: str) -> None:
    look(browser, shown, urdu().id)
    assert any(run in line for line in lines(browser))


def test_amount_in_urdu_starts_on_the_right(browser: Any, shown: Server) -> None:
    look(browser, shown, urdu().id)
    line = next(line for line in lines(browser) if "1.5" in line)
    assert line.index("VND") < line.index("1.5")


def test_naskh_font_comes_with_the_page(browser: Any, shown: Server) -> None:
    look(browser, shown, urdu().id)
    check = "return document.fonts.ready.then(() => [...document.fonts].some((one) => one.status === 'loaded'))"
    assert browser.execute_script(check)


@pytest.mark.parametrize("page", ["", "/findings", "/accuracy", f"/article/{vietnamese().id}", f"/article/{urdu().id}"])
def test_pages_fit_a_phone(browser: Any, shown: Server, page: str) -> None:
    phone = {"width": 375, "height": 780, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    try:
        browser.get(f"{shown.base}/-/review/news{page}")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 375
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_every_control_has_a_name(browser: Any, shown: Server) -> None:
    look(browser, shown, vietnamese().id)
    press(browser, "e")
    unnamed = """return [...document.querySelectorAll('button, input, select, a, mark[role]')].filter((one) =>
      !(one.textContent.trim() || one.ariaLabel || one.labels?.length)).length"""
    assert browser.execute_script(unnamed) == 0
    assert browser.execute_script("return document.documentElement.lang") == "en"
