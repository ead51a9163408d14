"""The review server: who may write, what is refused, what is escaped, and that no acknowledged decision is lost."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from review_server import URDU, VIETNAMESE, Client, Server, claims_of, database, decision, serving, urdu, vietnamese

from extractor.store import open_database

pytest.importorskip("datasette", reason="the extra `review` is not installed")
PAGES = ("", "/findings", "/accuracy", "/rule?name=indicators:assigned", f"/article/{vietnamese().id}", "/context/1")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return database(tmp_path_factory.mktemp("review"))


@pytest.fixture(scope="module")
def server(path: Path) -> Iterator[Server]:
    with serving(path) as running:
        yield running


@pytest.fixture
def lan(server: Server) -> Client:
    client = server.client("lan")
    client.data(vietnamese().id)
    return client


def stored(path: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as db:
        found = db.execute("SELECT uid, reviewer, verdict FROM decision ORDER BY id").fetchall()
    db.close()
    return found


def first(client: Client, number: int = 0) -> tuple[dict[str, Any], dict[str, Any]]:
    data = client.data(vietnamese().id)
    return data, data["claims"][number]


def test_datasette_does_not_take_our_pages_for_its_own() -> None:
    """From Python 3.12 on it looks for `templates` beside a plugin's module, and would show ours as its error page."""
    assert not (resources.files("extractor.review") / "templates").is_dir()


@pytest.mark.parametrize("page", PAGES)
def test_pages_run_nothing_inline_and_load_nothing_foreign(lan: Client, page: str) -> None:
    status, body, headers = lan.get(f"/-/review/news{page}")
    assert status == 200
    assert "default-src 'none'; script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert not re.search(r"<[^>]+ (on\w+|style)=", body)
    assert all(
        'src="/-/review/static/' in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", body)
    )
    assert not re.search(r'<(link|img|script|iframe)[^>]+(src|href)="(https?:)?//', body)


@pytest.mark.parametrize("page", ["", f"/article/{vietnamese().id}"])
def test_hostile_title_is_shown_as_text(lan: Client, page: str) -> None:
    body = lan.get(f"/-/review/news{page}")[1]
    assert "<script>alert" not in body
    assert "alert(1)" in body


def test_link_to_the_source_opens_web_pages_only(tmp_path: Path) -> None:
    from extractor.review.pages import environment

    shown = environment().from_string("{{ url|web or 'none' }}").render(url="javascript:alert(1)")
    assert shown == "none"


def test_guest_reads_and_decides_nothing(server: Server, path: Path) -> None:
    guest = server.client(None)
    data, claim = first(guest)
    assert data["deciding"] is False
    status, answer = guest.post(decision(data, claim))
    assert (status, answer["error"]) == (403, "you are not logged in as a reviewer")


def test_forged_login_link_is_refused(server: Server) -> None:
    token = server.links["lan"].rpartition("=")[2]
    name, dot, signature = token.rpartition(".")
    assert server.client(None).get(f"/-/review/enter?token={name}{dot}{signature[::-1]}")[0] == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.test"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"x-csrftoken": ""}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded", "x-csrftoken": ""}, 403),
    ],
)
def test_posts_from_elsewhere_are_refused(lan: Client, path: Path, headers: dict[str, str], status: int) -> None:
    from datasette.version import __version__

    if headers.get("x-csrftoken") == "" and not __version__.startswith("0."):
        pytest.skip("Datasette 1.0 looks at origins, not at tokens")
    before = stored(path)
    data, claim = first(lan)
    assert lan.post(decision(data, claim), **headers)[0] == status
    assert stored(path) == before


def test_nothing_is_written_by_get(lan: Client, path: Path) -> None:
    before = stored(path)
    assert lan.get("/-/review/news/decide?verdict=right&claim=1")[0] == 405
    assert stored(path) == before


def test_foreign_host_name_is_not_answered(lan: Client) -> None:
    assert lan.get("/-/review/news", Host="evil.test")[0] == 421


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "perfect"},
        {"verdict": "final:undo"},
        {"target": "planet"},
        {"uid": "1"},
        {"claim": "1 OR 1=1"},
        {"claim": True},
        {"claim": 10**30},
        {"corrected": {"surface": "99"}},
        {"corrected": {"area": "atlantis"}},
        {"corrected": {"indicator": "tasks.imaginary"}},
        {"corrected": {"value": "1e999999999"}},
        {"corrected": {"status": "'; DROP TABLE decision"}},
        {"corrected": {"period_end": "soon"}},
        {"corrected": [1]},
        {"note": "x" * 2001},
    ],
)
def test_impossible_decisions_are_refused(lan: Client, path: Path, change: dict[str, Any]) -> None:
    before = stored(path)
    data, claim = first(lan)
    status, answer = lan.post(decision(data, claim) | change)
    assert status in (400, 409)
    assert answer["ok"] is False
    assert stored(path) == before


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b"[" * 9999, 400), (b"[]", 400), (b"1" * 30_000, 413)])
def test_broken_bodies_are_refused(lan: Client, body: bytes, status: int) -> None:
    assert lan.post(body)[0] == status


def test_same_post_twice_is_one_decision(lan: Client, path: Path) -> None:
    data, claim = first(lan, 1)
    made = decision(data, claim)
    assert lan.post(made)[0] == lan.post(made)[0] == 200
    assert [row[0] for row in stored(path)].count(made["uid"]) == 1


def test_only_own_decisions_can_be_taken_back_and_once(server: Server, lan: Client) -> None:
    data, claim = first(lan, 2)
    made = decision(data, claim)
    lan.post(made)
    minh = server.client("minh")
    minh.data(vietnamese().id)
    undo = {"target": "claim", "claim": claim["id"], "verdict": "undo", "undoes": made["uid"]}
    assert minh.post(undo | {"uid": uuid.uuid4().hex})[0] == 400
    assert lan.post(undo | {"uid": uuid.uuid4().hex})[1]["state"] == "open"
    assert lan.post(undo | {"uid": uuid.uuid4().hex})[0] == 400


def test_two_reviewers_who_differ_are_told(server: Server, lan: Client) -> None:
    data, claim = first(lan, 3)
    assert lan.post(decision(data, claim))[1]["state"] == "right"
    minh = server.client("minh")
    minh.data(vietnamese().id)
    assert minh.post(decision(data, claim, "misread.value"))[1]["state"] == "disputed"
    assert lan.post(decision(data, claim, "final:right"))[1]["state"] == "right"


def test_decision_on_an_older_text_is_refused(tmp_path: Path) -> None:
    path = database(tmp_path)
    with serving(path) as server:
        lan = server.client("lan")
        data, claim = first(lan)
        with open_database(path) as store:
            newer = VIETNAMESE.replace("có 12 xã", "có 13 xã")
            store.save(vietnamese_with(newer), claims_of(newer))
        status, answer = lan.post(decision(data, claim))
        assert (status, answer["error"]) == (409, "the article has another text now")
        assert stored(path) == []


def vietnamese_with(text: str) -> Any:
    from store_samples import article

    return article(text, url=vietnamese().url)


def test_added_figure_keeps_its_code_points(lan: Client) -> None:
    data = lan.data(urdu().id)
    start = URDU.index("26")
    fields = {"kind": "count", "value": "26", "indicator": "tasks.in_progress"}
    shown = {"article": data["article"], "text": data["text"], "start": start, "end": start + 2, "surface": "26"}
    made = {"uid": uuid.uuid4().hex, "target": "span", "verdict": "missed", "corrected": fields, **shown}
    assert lan.post(made | {"surface": "25"})[0] == 409
    assert lan.post(made | {"uid": uuid.uuid4().hex})[0] == 200
    assert lan.data(urdu().id)["missed"][0]["start"] == start


@pytest.mark.parametrize("name", ["../../README", "vi/../../pyproject:x", "x' OR '1'='1", "<b>", "\0:x", "ấ" * 200])
def test_rule_names_open_no_other_file(lan: Client, name: str) -> None:
    from urllib.parse import quote

    status, body, _ = lan.get(f"/-/review/news/rule?name={quote(name)}")
    assert status == 200
    assert "<b>" not in body


def test_filters_take_hostile_values(lan: Client) -> None:
    for value in ("'%3B--", "%00", "x" * 5000, "%F0%9F%92%A9", "%FF"):
        assert lan.get(f"/-/review/news?indicator={value}&rule={value}&page={value}&state={value}")[0] == 200


def test_datasette_beside_the_pages_is_read_only(lan: Client) -> None:
    assert lan.get("/news/decision")[0] == 200
    assert lan.get("/news.db")[0] in (403, 404)


@pytest.mark.parametrize(
    "path_",
    [
        "/-/review/other",
        "/-/review/news/article/ffff",
        "/-/review/news/claim/999999",
        "/-/review/static/../views.py",
    ],
)
def test_what_is_not_there_is_said(lan: Client, path_: str) -> None:
    status, body, _ = lan.get(path_)
    assert status == 404
    assert "Traceback" not in body


def test_host_that_others_reach_needs_names(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "extractor", "review", str(database(tmp_path)), "--host", "0.0.0.0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert "name who may decide with --reviewer" in done.stderr
