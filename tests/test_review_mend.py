"""A rule's page: a misreading becomes a counter-example by one key, after what it would change was shown."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from review_desk import until
from review_server import Client, Server, serving
from test_mend import BRIDGES, RICE

from extractor.files import Known
from extractor.pipeline import add_text, begin
from extractor.records import Decision
from extractor.rules import data_folder
from extractor.store import open_database

pytest.importorskip("datasette", reason="the extra `review` is not installed")
PAGE = "/-/review/news/rule?name=indicators:assigned&lang=en"
POST = {
    "rule": "indicators:assigned", "language": "vi", "example": BRIDGES, "words": "nhiệm vụ bảo trì cầu",
    "surface": "47", "home": "meaning",
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Three articles, the first one's figure called misread."""
    made = tmp_path / "news.db"
    with open_database(made) as store:
        run = begin(store, "add")
        for text in (BRIDGES, "Xã được giao 12 nhiệm vụ bảo trì cầu.", RICE):
            add_text(store, text, Known(language="vi", published="2025-10-15"), run)
        wrong = next(claim for claim in store.claims() if claim.figure.surface == "47" and claim.indicator)
        store.decide(Decision("claim", "misread.indicator", "lan", claim_id=wrong.id))
    return made


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return shutil.copytree(data_folder("patterns"), tmp_path / "rules")


@pytest.fixture
def server(path: Path, rules: Path) -> Iterator[Server]:
    with serving(path, rules=rules) as running:
        yield running


def reviewer(server: Server) -> Client:
    """Lan, who has a page's token."""
    client = server.client("lan")
    body = client.get(PAGE)[1]
    client.token = body.partition('"csrf":"')[2].partition('"')[0]
    return client


def test_preview_names_every_claim_that_would_change(server: Server) -> None:
    status, answer = reviewer(server).post(POST, "mend")
    assert status == 200
    assert "2 figures would change, after reading the 2 articles" in answer["error"]
    assert answer["error"].count("<blockquote") == 2


def test_saving_writes_the_folder_that_was_named(server: Server, rules: Path) -> None:
    assert "Saved." in reviewer(server).post(POST | {"save": True}, "mend")[1]["error"]
    assert BRIDGES in (rules / "indicators.toml").read_text("utf-8")


def test_the_rules_of_the_program_are_not_written(path: Path) -> None:
    before = (data_folder("patterns") / "indicators.toml").read_bytes()
    with serving(path) as running:
        status, answer = reviewer(running).post(POST | {"save": True}, "mend")
    assert (status, answer["error"]) == (400, "the rules that come with the program are not written to")
    assert (data_folder("patterns") / "indicators.toml").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        {"words": "cầu treo"},
        {"home": 5},
        {"language": "../vi"},
        {"language": "de"},
        {"example": "x" * 3000},
        {"words": ""},
    ],
)
def test_a_post_that_makes_no_sense_is_refused_in_words(server: Server, change: dict[str, Any]) -> None:
    status, answer = reviewer(server).post(POST | change, "mend")
    assert status == 400
    assert answer["error"]


@pytest.mark.parametrize("rule", ["../../etc/passwd:x", "indicators:none", "indicators"])
def test_no_other_file_is_touched(server: Server, rules: Path, rule: str) -> None:
    before = {file: file.read_bytes() for file in rules.rglob("*.*")}
    assert reviewer(server).post(POST | {"rule": rule, "save": True}, "mend")[0] in (200, 503)
    changed = {file.name for file in rules.rglob("*.*") if file.read_bytes() != before.get(file)}
    assert changed <= {"indicators.toml"}


def test_a_guest_mends_nothing(server: Server) -> None:
    guest = server.client(None)
    assert guest.post(POST, "mend")[0] == 403
    assert 'class="mend"' not in guest.get(PAGE)[1]


def test_one_key_shows_what_would_change_and_another_saves(server: Server, rules: Path, browser: Any) -> None:
    browser.get(server.links["lan"])
    browser.get(server.base + PAGE)
    browser.find_element("tag name", "body").send_keys("n")
    until(lambda: "figures would change" in browser.find_element("class name", "foreseen").text, 20)
    words = browser.find_element("name", "words")
    assert words.get_attribute("value") == "nhiệm vụ bảo trì"
    save = browser.find_element("class name", "saves")
    assert save.is_enabled()
    words.send_keys("\ue010", " cầu")
    assert not save.is_enabled()
    words.submit()
    until(save.is_enabled, 20)
    save.click()
    until(lambda: "Saved." in browser.find_element("class name", "foreseen").text, 20)
    assert BRIDGES in (rules / "indicators.toml").read_text("utf-8")
