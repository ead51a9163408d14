"""The review pages in a real browser: keys, edits, additions, undo, two reviewers, a stale page, no connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import look_as, look_as_before
from review_desk import SELECT, look, press, said, saved, show, start_browser, state, stored, until
from review_server import BEFORE, URDU, VIETNAMESE, Server, claims_of, database, serving, urdu, vietnamese

from extractor.store import open_database

pytest.importorskip("datasette", reason="the extra `review` is not installed")
# How far the chosen figure is below the top, and above the card of a phone or the bar.
IN_SIGHT = """
const box = document.querySelector('mark.chosen').getBoundingClientRect();
const side = getComputedStyle(document.getElementById('side')).position === 'fixed' ? 'side' : 'bar';
return [box.top, document.getElementById(side).getBoundingClientRect().top - box.bottom];
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


def test_added_figure_is_taken_away_after_a_reload(desk: Any, server: Server, path: Path) -> None:
    desk.execute_script(SELECT, "có 12 xã", 3, 5)
    press(desk, "m")
    desk.find_element("css selector", ".fields-form .main").click()
    saved(desk)
    show(desk, server, vietnamese().id)
    desk.find_element("css selector", "mark[data-missed]").click()
    assert "12" in desk.find_element("css selector", "#card .surface").text
    desk.find_element("id", "remove").click()
    saved(desk)
    show(desk, server, vietnamese().id)
    assert desk.find_elements("css selector", "mark[data-missed]") == []
    assert [row[1] for row in stored(path)] == ["missed", "undo"]


def test_note_is_taken_back_by_undo_and_the_verdict_before_it_stays(desk: Any, server: Server, path: Path) -> None:
    press(desk, "a", "k", "n", "xem", "\ue007", "\ue003")
    saved(desk)
    assert [row[1] for row in stored(path)] == ["right", "note", "undo"]
    show(desk, server, vietnamese().id)
    press(desk, "k")
    assert "xem" not in desk.find_element("id", "card").text
    assert state(desk)["open"] == 39


def test_article_called_read_to_the_end_by_mistake_is_taken_back_after_a_reload(
    desk: Any, server: Server, path: Path
) -> None:
    for _ in range(2):
        show(desk, server, vietnamese().id)
        desk.execute_script("Doichieu.choose(null)")
        if desk.find_elements("id", "complete"):
            desk.find_element("id", "complete").click()
        else:
            press(desk, "\ue003")
        saved(desk)
    assert desk.find_element("id", "complete").is_enabled()
    assert [row[1] for row in stored(path)] == ["complete", "undo"]


def test_what_stands_around_a_figure_comes_by_itself(desk: Any) -> None:
    until(lambda: "assigned" in desk.find_element("id", "context").text)


def test_next_article_keeps_the_filters_of_the_queue(browser: Any, server: Server) -> None:
    browser.get(server.links["lan"])
    browser.get(f"{server.base}/-/review/news?language=ur&lang=en")
    browser.find_element("css selector", ".articles .title").click()
    browser.execute_script("Doichieu.choose(null)")
    browser.find_element("id", "next-article").click()
    assert "language=ur" in browser.current_url
    assert len(browser.find_elements("css selector", ".articles li")) == 1


@pytest.mark.parametrize("width", [390, 1300])
def test_chosen_figure_is_in_sight_beside_the_card(desk: Any, server: Server, width: int) -> None:
    look_as(desk, width, "light")
    try:
        for _ in range(2):
            desk.get("about:blank")
            show(desk, server, vietnamese().id)
            until(lambda: desk.execute_script("return document.readyState") == "complete")
            top, bottom = desk.execute_script(IN_SIGHT)
            assert top > 0
            assert bottom > 0
            press(desk, *"j" * 25)
            assert min(desk.execute_script(IN_SIGHT)) > 0
    finally:
        look_as_before(desk)


def test_every_word_fits_its_button_on_a_small_phone(desk: Any, server: Server) -> None:
    look_as(desk, 360, "light")
    try:
        desk.get(f"{server.base}/-/review/news/article/{vietnamese().id}?lang=en")
        cut = "return [...document.querySelectorAll('#bar button')].filter(e => e.scrollWidth > e.clientWidth).length"
        assert desk.execute_script(cut) == 0
    finally:
        desk.get(f"{server.base}/-/review/news/article/{vietnamese().id}?lang=vi")
        look_as_before(desk)


def test_stale_page_is_refused_with_a_word(desk: Any, path: Path) -> None:
    from test_review_http import vietnamese_with

    newer = VIETNAMESE.replace("có 12 xã", "có 13 xã")
    with open_database(path) as store:
        store.save(vietnamese_with(newer), claims_of(newer))
    before = state(desk)
    press(desk, "a")
    until(lambda: "has changed" in said(desk))
    assert desk.find_element("css selector", "#status button").text == "Load again"
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


def test_every_control_has_a_name(browser: Any, shown: Server) -> None:
    look(browser, shown, vietnamese().id)
    press(browser, "e")
    unnamed = """return [...document.querySelectorAll('button, input, select, a, mark[role]')].filter((one) =>
      !(one.textContent.trim() || one.ariaLabel || one.labels?.length)).length"""
    assert browser.execute_script(unnamed) == 0
    assert browser.execute_script("return document.documentElement.lang") == "en"


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
