"""A reviewer at a real browser: opens pages, presses keys, waits for what is saved, reads what is drawn."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from review_server import Server

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
# Every letter of an element with the place where it is drawn.
BOXES = """
const walk = document.createTreeWalker(document.querySelector(arguments[0]), NodeFilter.SHOW_TEXT);
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
# Selects letters of the block that holds some words, by their places behind those, and says what was selected.
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


def lines(browser: Any, selector: str = "#text") -> list[str]:
    """An element's text as drawn: letters from left to right, line by line."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for letter, left, middle in browser.execute_script(BOXES, selector):
        row = next((known for known in rows if abs(known - middle) < 12), middle)
        rows.setdefault(row, []).append((left, letter))
    return ["".join(letter for _, letter in sorted(row)) for row in rows.values()]


def look(browser: Any, shown: Server, article_id: str) -> None:
    """Like `show`; the links log in again, since all servers share a host and so a cookie."""
    browser.get(shown.links["lan"])
    show(browser, shown, article_id)
