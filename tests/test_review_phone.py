"""The review page on a phone: everything fits, the card folds away, a tap keeps the selection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import look_as, look_as_before
from review_desk import show
from review_server import Server, database, serving, urdu, vietnamese

pytest.importorskip("datasette", reason="the extra `review` is not installed")
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
    # What the test before left behind: its server is gone.
    browser.get_log("browser")
    return browser


def test_tap_on_a_button_keeps_the_selection(desk: Any, path: Path) -> None:
    desk.execute_script(SELECT, "có 12 xã", 3, 5)
    lost = "addEventListener('pointerdown', () => setTimeout(() => getSelection().empty()))"
    desk.execute_script(f"document.getElementById('do-add').{lost}")
    desk.find_element("id", "do-add").click()
    assert desk.find_element("css selector", ".fields-form strong").text == "12"


def test_card_folds_away_on_a_phone(desk: Any, server: Server) -> None:
    look_as(desk, 390, "light")
    try:
        show(desk, server, vietnamese().id)
        before = desk.find_element("id", "side").size["height"]
        desk.find_element("id", "fold").click()
        assert desk.find_element("id", "fold").get_attribute("aria-expanded") == "false"
        assert desk.find_element("id", "side").size["height"] < before / 2
    finally:
        look_as_before(desk)


@pytest.mark.parametrize("page", ["", "/findings", "/accuracy", f"/article/{vietnamese().id}", f"/article/{urdu().id}"])
def test_pages_fit_a_phone(browser: Any, shown: Server, page: str) -> None:
    phone = {"width": 375, "height": 780, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    try:
        browser.get(f"{shown.base}/-/review/news{page}")
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 375
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
