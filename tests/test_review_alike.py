"""One correction for all figures of an article that took the same area or period from the text as a whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from review_desk import look, press, saved, state, until
from review_server import Server, claims_of, serving
from store_samples import article

from extractor.records import Article, Claim
from extractor.store import open_database

pytest.importorskip("datasette", reason="the extra `review` is not installed")
# Three figures take area and period from the text, one has a day of its own, one an area of its own.
TEXT = "\n".join(f"Ban quản lý trồng {n} cây phượng." for n in (101, 102, 103, 104, 105))


def sample() -> Article:
    return article(TEXT, url="https://bao.test/alike")


def claims() -> list[Claim]:
    whole = [
        replace(one, area="VN", area_basis="context", period_end="2025-10-02", period_basis="published")
        for one in claims_of(TEXT)
    ]
    whole[3] = replace(whole[3], period_end="2025-09-30", period_basis="sentence")
    whole[4] = replace(whole[4], area_basis="sentence")
    return whole


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_database(tmp_path / "news.db") as store:
        store.begin_run("digest", "0", "test")
        store.save(sample(), claims())
    return tmp_path / "news.db"


@pytest.fixture
def desk(browser: Any, path: Path) -> Iterator[Any]:
    with serving(path) as running:
        yield opened(browser, running)


def opened(browser: Any, server: Server) -> Any:
    look(browser, server, sample().id)
    browser.get_log("browser")
    return browser


def said(path: Path) -> list[tuple[str, str, dict[str, str]]]:
    """Figure, verdict and corrections of each decision, by figure."""
    db = sqlite3.connect(path)
    try:
        rows = db.execute("SELECT surface, verdict, corrected FROM decision ORDER BY surface, id").fetchall()
    finally:
        db.close()
    return [(surface, verdict, json.loads(corrected or "{}")) for surface, verdict, corrected in rows]


def mend(desk: Any, tick: str, **fields: str) -> None:
    press(desk, "e")
    for name, value in fields.items():
        box = desk.find_element("css selector", f"form [name={name}]")
        box.clear()
        box.send_keys(value)
    desk.find_element("css selector", f"form [name=alike-{tick}]").click()
    desk.find_element("css selector", "form button.main").click()
    saved(desk)


def test_an_area_told_once_is_mended_once(desk: Any, path: Path) -> None:
    mend(desk, "area", area="lao-cai", unit="cây")
    area = {"area": "lao-cai"}
    assert said(path) == [
        ("101", "misread.unit", {"unit": "cây"} | area),
        *((surface, "misread.area", area) for surface in ("102", "103", "104")),
    ]
    assert state(desk)["open"] == 1
    assert desk.get_log("browser") == []


def test_a_period_of_its_own_is_left_alone(desk: Any, path: Path) -> None:
    mend(desk, "period", period_end="2025-09")
    assert [surface for surface, *_ in said(path)] == ["101", "102", "103", "105"]


def test_the_box_says_how_many_and_only_where_there_are_some(desk: Any) -> None:
    press(desk, "e")
    form = desk.find_element("css selector", "form.fields-form")
    assert "the 3 other figures" in form.text
    press(desk, "\ue00c")  # Escape
    press(desk, "j", "j", "j", "j", "e")
    names = [box.get_attribute("name") for box in desk.find_elements("css selector", "form input[type=checkbox]")]
    assert names == ["alike-period"]


def test_what_is_not_ticked_is_not_mended(desk: Any, path: Path) -> None:
    press(desk, "e")
    box = desk.find_element("css selector", "form [name=area]")
    box.clear()
    box.send_keys("lao-cai")
    desk.find_element("css selector", "form button.main").click()
    saved(desk)
    assert [surface for surface, *_ in said(path)] == ["101"]


def test_taking_back_takes_back_all_of_them(desk: Any, path: Path) -> None:
    mend(desk, "area", area="lao-cai")
    press(desk, "\ue003")  # Backspace
    saved(desk)
    until(lambda: state(desk)["open"] == 5)
    assert sum(verdict == "undo" for _, verdict, _ in said(path)) == 4
