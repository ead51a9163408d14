"""Reviewers who post at once while a crawl writes, and a server that is killed: no acknowledged decision is lost.

DOICHIEU_DECISIONS sets how many decisions are posted: 400 by default.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest
from review_server import Client, Server, database, decision, serving, vietnamese

pytest.importorskip("datasette", reason="the extra `review` is not installed")
DECISIONS = int(os.environ.get("DOICHIEU_DECISIONS", "400"))
CRAWL = """
import sys
from store_samples import article, claim, TEXT
from extractor.store import open_database
with open_database(sys.argv[1]) as store:
    store.begin_run("digest", "0", "crawl")
    for number in range(int(sys.argv[2])):
        text = TEXT + str(number)
        store.save(article(text, url=f"https://bao.test/{number}"), [claim(text, "47"), claim(text, "15")])
print("done")
"""


class Reviewers:
    """The server's four reviewers, each posting a quarter of the decisions on the same article."""

    def __init__(self, server: Server) -> None:
        self.acknowledged: list[str] = []
        self.refused: list[Any] = []
        self.threads = [threading.Thread(target=self._post, args=[server.client(name)]) for name in server.links]

    def _post(self, client: Client) -> None:
        data = client.data(vietnamese().id)
        for number in range(DECISIONS // len(self.threads)):
            one = decision(data, data["claims"][number % len(data["claims"])])
            try:
                status, answer = client.post(one)
            except (OSError, HTTPException):
                return
            self.acknowledged.append(one["uid"]) if status == 200 else self.refused.append((status, answer))

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def wait(self) -> None:
        for thread in self.threads:
            thread.join()


def stored(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        return [row[0] for row in db.execute("SELECT uid FROM decision ORDER BY uid")]
    finally:
        db.close()


def test_four_reviewers_and_a_crawl_lose_nothing(tmp_path: Path) -> None:
    path = database(tmp_path)
    crawl = [sys.executable, "-c", CRAWL, str(path), "300"]
    with serving(path) as server:
        reviewers = Reviewers(server)
        crawling = subprocess.Popen(crawl, cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True)
        reviewers.start()
        reviewers.wait()
        assert crawling.communicate(timeout=60)[0] == "done\n"
    assert reviewers.refused == []
    assert stored(path) == sorted(reviewers.acknowledged)
    assert len(reviewers.acknowledged) == DECISIONS


def test_killed_server_has_every_acknowledged_decision_once(tmp_path: Path) -> None:
    path = database(tmp_path)
    server = Server(path)
    reviewers = Reviewers(server)
    reviewers.start()
    while len(reviewers.acknowledged) < DECISIONS // 4:
        assert any(thread.is_alive() for thread in reviewers.threads), reviewers.refused
    assert server.stop(signal.SIGKILL) == -signal.SIGKILL
    reviewers.wait()
    kept = stored(path)
    assert len(kept) == len(set(kept)) < DECISIONS
    assert set(reviewers.acknowledged) <= set(kept)
