"""An article printed from the review page: its text whole and dark on white, nothing of the desk around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from review_desk import look
from review_server import Server, serving, urdu, urdu_claims

from extractor.store import open_database

pytest.importorskip("datasette", reason="the extra `review` is not installed")
SHOWN = "return [...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length).length"
STYLE = "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])"


@pytest.fixture
def article(browser: Any, tmp_path: Path) -> Iterator[Server]:
    """The Urdu sample as a printer sees it, by a reader whose screen is dark."""
    path = tmp_path / "news.db"
    with open_database(path) as store:
        store.begin_run("digest", "0", "test")
        store.save(urdu(), urdu_claims())
    with serving(path) as running:
        dark = [{"name": "prefers-color-scheme", "value": "dark"}]
        look(browser, running, urdu().id)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": dark})
        yield running
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


@pytest.mark.usefixtures("article")
def test_only_the_text_is_printed(browser: Any) -> None:
    assert browser.execute_script(SHOWN, "#text mark") >= len(urdu_claims())
    assert browser.execute_script(SHOWN, "#side, #bar, .top, .unseen, #text button") == 0


@pytest.mark.usefixtures("article")
def test_a_dark_screen_prints_dark_on_white(browser: Any) -> None:
    assert browser.execute_script(STYLE, "body", "background-color") == "rgb(255, 255, 255)"
    assert browser.execute_script(STYLE, "#text", "color") == "rgb(29, 28, 26)"
