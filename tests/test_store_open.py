"""Opening a database: what is none is refused in one line, an older one is migrated after a backup."""

from __future__ import annotations

import os
import shutil
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest
from sqlite_utils import Database
from store_samples import CLAIMS, article

from extractor.errors import StoreError
from extractor.store import connection, doctor, migrations, open_database


def refused(path: Path, words: str, *, create: bool = True) -> None:
    with pytest.raises(StoreError, match=words) as caught:
        open_database(path, create=create)
    assert "\n" not in str(caught.value)


def test_text_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.write_text("Không phải cơ sở dữ liệu, chỉ là một tệp văn bản.")
    refused(path, "is no SQLite database")
    assert path.read_text().startswith("Không phải")
    assert list(tmp_path.iterdir()) == [path]


def test_broken_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    refused(path, "news.db")


def test_empty_file_is_filled_only_when_making_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.touch()
    refused(path, "is empty", create=False)
    open_database(path).close()
    open_database(path, create=False).close()


def test_missing_file_folder_and_folder_of_it(tmp_path: Path) -> None:
    refused(tmp_path / "no.db", "does not exist", create=False)
    refused(tmp_path, "is a folder")
    refused(tmp_path / "no" / "news.db", "make the folder")


def test_database_of_another_program_is_refused_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE bookmark (url TEXT)")
    conn.close()
    before = path.read_bytes()
    refused(path, "another program")
    with sqlite3.connect(path) as conn:
        assert [row[0] for row in conn.execute("SELECT name FROM sqlite_master")] == ["bookmark"]
    conn.close()
    assert len(path.read_bytes()) == len(before)


def test_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_database(path) as store:
        store.db["_sqlite_migrations"].insert({"migration_set": "doichieu", "name": "999_future", "applied_at": ""})
    refused(path, "newer schema .999_future.")


STEPS = sorted(file.stem for file in migrations.SQL.glob("*.sql"))
ARTICLE = """
INSERT INTO run (id, command, version, patterns_digest, started_at) VALUES (7, 'add', '0', '', '');
INSERT INTO area (id) VALUES ('hue'); INSERT INTO indicator (id) VALUES ('tasks.completed');
INSERT INTO work (id) VALUES (1);
INSERT INTO article (id, work_id) VALUES ('a', 1);
INSERT INTO version (id, article_id, text_sha256, cause, title, parser, text) VALUES (1, 'a', '', 'first', '', '', 'đã xong 38 việc');
UPDATE work SET article_id = 'a'; UPDATE article SET version_id = 1;
INSERT INTO claim (version_id, created_run, start, stop, surface, kind, value, value_num, comparator, indicator, area, province,
    status, statement, confidence) VALUES (1, 7, 8, 10, '38', 'count', '38', 38, '=', 'tasks.completed', 'hue', 'hue', 'actual',
    'level', 'high');
"""  # noqa: E501


@pytest.mark.parametrize(("last", "following"), list(pairwise(STEPS)))
def test_each_older_schema_is_migrated_after_a_backup(tmp_path: Path, last: str, following: str) -> None:
    path = tmp_path / "news.db"
    with Database(path) as db:
        migrations.schema.apply(db, stop_before=following)
        db.executescript(ARTICLE)
    with open_database(path) as store:
        assert migrations.schema.pending(store.db) == []
        filled = [("hue", 38.0)] if following <= "011_tasks" else []
        assert store.db.execute("SELECT area, completed FROM v_tasks").fetchall() == filled
        assert [check.name for check in doctor.examine(store, mend=True) if not check.ok] == ["texts", "rules"]
    with Database(tmp_path / f"news.db.before-migration-from-{last}") as copy:
        assert [done.name for done in migrations.schema.applied(copy)] == STEPS[: STEPS.index(following)]


def test_locked_database_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.store.connection.BUSY_SECONDS", 0)
    path = tmp_path / "news.db"
    with open_database(path) as store:
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is locked by another program"):
            store.begin_run("", "", "add")
        other.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_read_only_file_can_be_read_but_not_written(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_database(path).close()
    path.chmod(0o444)
    with open_database(path) as store:
        assert store.counts()["articles"] == 0
        with pytest.raises(StoreError, match="is read-only"):
            store.begin_run("", "", "add")


def test_read_only_connection_reads_and_refuses_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "news.db"
    open_database(path).close()
    monkeypatch.setattr("extractor.store.connection._writable", lambda _: False)
    with open_database(path, create=False) as store:
        assert list(store.claims()) == []
        with pytest.raises(StoreError, match="is read-only"):
            store.begin_run("", "", "add")


def test_full_disk_is_one_line_and_the_file_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_database(path) as store:
        store.begin_run("", "", "add")
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="the disk is full"), store.writing() as db:
            db.execute("INSERT INTO indicator (id, unit) VALUES ('x', ?)", ["a" * 2_000_000])
    with open_database(path) as store:
        assert store.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.db["indicator"].count_where("id = 'x'") == 0


def test_copy_of_a_database_opens(tmp_path: Path) -> None:
    open_database(tmp_path / "a.db").close()
    shutil.copy(tmp_path / "a.db", tmp_path / "b.db")
    with open_database(tmp_path / "b.db", create=False) as store:
        assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_schema_is_strict_with_indexed_foreign_keys(tmp_path: Path) -> None:
    with open_database(tmp_path / "news.db") as store:
        tables = [t for t in store.db.tables if not t.name.startswith(("_", "sqlite_")) and "_fts" not in t.name]
        assert [table.name for table in tables if not table.strict] == []
        for table in tables:
            leading = {index.columns[0] for index in table.indexes} | {table.pks[0]}
            assert {key.column for key in table.foreign_keys} - leading == set(), table.name


def test_stock_is_taken_when_the_tables_have_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_database(":memory:") as store:
        store.save(article(), CLAIMS)
        assert not connection.take_stock(store.db)
        monkeypatch.setattr(connection, "_FEW_CLAIMS", 2)
        assert connection.take_stock(store.db)
        assert not connection.take_stock(store.db)


def test_damage_that_is_met_while_reading_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_database(path) as store:
        store.save(article(), CLAIMS)
        root = store.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'version'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"news\.db is damaged: restore a backup"), open_database(path) as store:
        list(store.articles())


def test_a_row_that_holds_what_no_record_can_is_named(tmp_path: Path) -> None:
    with open_database(tmp_path / "news.db") as store:
        store.save(article(), CLAIMS)
        store.db.execute("PRAGMA ignore_check_constraints = ON")
        store.db.execute("UPDATE claim SET status = 'act al' WHERE id = 1")
        with pytest.raises(StoreError, match="claim 1 is damaged in the database"):
            list(store.claims())
