"""Kills, crowds and full disks: what was saved stays, and nothing is half saved."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import TEXT, article, claim

from extractor.errors import StoreError
from extractor.store import Store, open_database

FOLDER = Path(__file__).parent
WRITE = """
import sys
from store_samples import TEXT, article, claim
from extractor.store import open_database
name, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_database(name) as store:
    store.begin_run("", "", "add")
    for number in range(first, first + count):
        text = f"{TEXT} {number}"
        store.save(article(text, f"https://a.test/{number}"), [claim(text, "47"), claim(text, "15")])
        print(number, flush=True)
"""
REEXTRACT = """
import sys
from dataclasses import replace
from extractor.store import history, open_database
with open_database(sys.argv[1]) as store:
    run = store.begin_run("", "", "reextract")
    def rules(article):
        return [replace(claim, rule=f"turn{sys.argv[2]}") for claim in store.claims(article_id=article.id)]
    for name, _ in history.reextract(store, rules, run):
        print(name, flush=True)
"""
READ = """
import sys
from extractor.store import open_database
with open_database(sys.argv[1], create=False) as store:
    for _ in range(10):
        for article in store.articles():
            assert len(list(store.claims(article_id=article.id))) == 2, article.url
        assert store.counts()["claims"] % 2 == 0
"""
OPEN = """
import sys
from extractor.store import open_database
print("go", flush=True)
open_database(sys.argv[1])
"""


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    path = os.pathsep.join([str(FOLDER), str(FOLDER.parent), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path})


def whole(path: Path) -> set[int]:
    """Numbers of the stored articles, each of which must have both its claims and its summaries."""
    with open_database(path, create=False) as store:
        assert store.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
        numbers = {int((article.url or "").rpartition("/")[2]) for article in store.articles()}
        assert store.counts()["claims"] == 2 * len(numbers)
        assert store.db.execute("SELECT coalesce(sum(claims), 0) FROM told").fetchone() == (2 * len(numbers),)
        return numbers


def test_kill_in_the_middle_loses_no_saved_article(tmp_path: Path) -> None:
    path, dice, saved = tmp_path / "news.db", random.Random(7), set()
    for turn in range(5):
        writer = start(WRITE, path, 1000 * turn, 1000)
        assert writer.stdout is not None
        saved.add(int(writer.stdout.readline()))
        time.sleep(dice.random() / 4)
        writer.send_signal(signal.SIGKILL)
        saved |= {int(line) for line in writer.communicate()[0].split()}
        stored = whole(path)
        assert saved <= stored
        assert len(stored - saved) <= turn + 1


def test_kill_while_rules_are_applied_again_leaves_each_article_whole(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    start(WRITE, path, 0, 40).communicate()
    for turn in range(3):
        reader = start(REEXTRACT, path, turn)
        assert reader.stdout is not None
        reader.stdout.readline()
        time.sleep(0.05 * turn)
        reader.kill()
        reader.communicate()
        assert whole(path) == set(range(40))
        with open_database(path) as store:
            rules = store.db.execute("SELECT count(DISTINCT rule) FROM claim WHERE current = 1 GROUP BY version_id")
            assert {row[0] for row in rules} == {1}


def test_two_writers_and_five_readers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_database(path).close()
    writers = [start(WRITE, path, 0, 30), start(WRITE, path, 1000, 30)]
    readers = [start(READ, path) for _ in range(5)]
    for process in [*writers, *readers]:
        process.communicate(timeout=120)
        assert process.returncode == 0
    assert whole(path) == {*range(30), *range(1000, 1030)}


def test_two_programs_make_the_same_database_at_once(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    writers = [start(WRITE, path, 10 * number, 3) for number in range(4)]
    for process in writers:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert len(whole(path)) == 12


def test_kill_during_migration_leaves_the_older_file_or_the_newer(tmp_path: Path) -> None:
    for turn in range(6):
        path = tmp_path / f"{turn}.db"
        opening = start(OPEN, path)
        assert opening.stdout is not None
        opening.stdout.readline()
        time.sleep(0.02 * turn)
        opening.kill()
        opening.communicate()
        assert whole_or_new(path) == set()


def older(path: Path) -> None:
    """Takes the file back to before texts had keys."""
    with open_database(path) as store, store.writing() as db:
        for name in ("v_articles", "v_claims", "v_tasks"):
            db.execute(f"DROP VIEW {name}")
        db.execute("DROP TABLE near_key")
        db.execute("DROP TABLE tasks")
        db.execute("DROP INDEX reference_value_key")
        db.execute("ALTER TABLE reference_value DROP COLUMN programme")
        db.execute("CREATE UNIQUE INDEX reference_value_key ON reference_value (indicator, area, source)")
        db.execute("DROP INDEX work_near_to")
        db.execute("DROP INDEX claim_filter")
        db.execute("DROP INDEX claim_status")
        db.execute("DROP INDEX claim_weakest")
        db.execute("CREATE INDEX told_differs ON told (indicator, area) WHERE highest > lowest")
        for column in ("near_to", "differs"):
            db.execute(f"ALTER TABLE work DROP COLUMN {column}")
        db.execute("DELETE FROM _sqlite_migrations WHERE migration_set = 'doichieu' AND name >= '007'")


def test_kill_while_an_older_file_is_migrated_loses_no_article(tmp_path: Path) -> None:
    first = tmp_path / "first.db"
    start(WRITE, first, 0, 60).communicate()
    older(first)
    for turn in range(4):
        path = tmp_path / f"{turn}.db"
        shutil.copy(first, path)
        opening = start(OPEN, path)
        assert opening.stdout is not None
        opening.stdout.readline()
        time.sleep(0.1 + 0.05 * turn)
        opening.kill()
        opening.communicate()
        assert whole_or_new(path) == set(range(60))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB, where this machine lets one be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill_up(store: Store, saved: set[int]) -> None:
    """Saves articles until it fails."""
    for number in range(9999):
        text = f"{TEXT} {number} {'x' * 20_000}"
        store.save(article(text, f"https://a.test/{number}"), [claim(text, "47"), claim(text, "15")])
        saved.add(number)


def test_full_disk_is_one_line_and_loses_no_saved_article(small_disk: Path) -> None:
    saved: set[int] = set()
    with open_database(small_disk / "news.db") as store, pytest.raises(StoreError, match="disk is full") as caught:
        fill_up(store, saved)
    assert "\n" not in str(caught.value)
    moved = shutil.copytree(small_disk, small_disk.parent / "larger") / "news.db"
    assert saved
    assert whole(moved) == saved


def whole_or_new(path: Path) -> set[int]:
    open_database(path).close()
    return whole(path)
