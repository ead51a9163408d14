"""Strange bytes in every reader for a moment; what longer runs broke is kept here as it was."""

import json
import random
import sqlite3
import time
from pathlib import Path

import fuzzing
import pytest

from extractor.batch.choose import is_foreign
from extractor.batch.items import Item
from extractor.batch.rows import row
from extractor.crawl.discover import links
from extractor.errors import DoichieuError, InputError, StoreError
from extractor.parse import plain
from extractor.read import read_article
from extractor.review import decide
from extractor.store import open_database

VI = "Đến ngày 15/3, tỉnh đã giải quyết 1.234 hồ sơ, đạt 59,4% kế hoạch của năm được giao."
RUNS = {"pdf": 3, "reading": 25, "html": 25, "lines": 20, "rules": 25, "lists": 25, "database": 12}


@pytest.mark.parametrize("name", fuzzing.TARGETS)
def test_strange_bytes_raise_only_what_a_user_is_told(name: str) -> None:
    """Mutations of sound input, the same ones each time."""
    target, seeds = fuzzing.TARGETS[name]
    sound, dice = seeds(), random.Random(7)
    for _ in range(RUNS.get(name, 150)):
        fuzzing.survives(target, fuzzing.mutate(dice.choice(sound), dice))


@pytest.mark.parametrize("name", fuzzing.TARGETS)
def test_sound_input_is_read(name: str) -> None:
    """The seeds themselves pass, so that the runs above start from something."""
    target, seeds = fuzzing.TARGETS[name]
    done = 0
    for data in seeds()[:3]:
        try:
            target(data)
        except DoichieuError:
            continue
        done += 1
    assert done > 0


@pytest.mark.parametrize("published", ["299025-10-02", "2025-13-01", "0000", "9999-12-31", "٢٠٢٥-10", "2025-"])
def test_a_day_that_no_calendar_has(published: str) -> None:
    """Found by fuzzing: a year beyond 9999 ended the reading of every day without a year."""
    reading = read_article(plain(VI, language="vi", published=published))
    assert any(figure.surface == "59,4%" for figure in reading.figures)


def test_stated_facts_are_checked_in_batches_too() -> None:
    """The same day, in a line of JSON: a reason, no crash."""
    made = row(Item("a", text=VI, facts={"published": "299025-10-02"}), (), False)
    assert "is no date" in made["reason"]


def test_a_damaged_name_in_a_database_is_one_line(tmp_path: Path) -> None:
    """Found by fuzzing: SQLite quotes damaged bytes in its message, which then is no UTF-8."""
    path = tmp_path / "a.db"
    open_database(path).close()
    damaged = path.read_bytes().replace(b"CREATE TABLE article", b"CREATE TABLE \x85rticle")
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match="is damaged"):
        open_database(path, create=False)


def test_views_of_strangers_get_no_dangerous_function(tmp_path: Path) -> None:
    """What a foreign view or trigger calls is refused; loading code is off."""
    with open_database(tmp_path / "a.db") as store:
        assert store.db.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        store.db.execute("CREATE VIEW foreign_view AS SELECT load_extension('x') AS x")
        with pytest.raises(sqlite3.OperationalError, match=r"unsafe use|not authorized"):
            store.db.execute("SELECT x FROM foreign_view").fetchall()
        with pytest.raises(sqlite3.OperationalError):
            store.db.execute("SELECT load_extension('/tmp/x.so')")


FILLER = b'<li><a href="/a">menu item</a></li><script>var x = {"y": [1, 2, 3]};</script>' * 2000


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (VI * 9, False),
        ("صوبے نے 1.5 ٹریلین VND کی سرمایہ کاری حاصل کی، اور کام مکمل ہوا ہے۔ " * 9, False),
        ("本省今年一月至九月完成了三十八项任务,占全年计划的百分之五十九。" * 19, True),
        ("Kwartalnie ukończono trzydzieści osiem zadań z planu rocznego województwa. " * 19, True),
        ("", False),
    ],
)
def test_a_glance_tells_only_what_is_plain(text: str, foreign: bool) -> None:
    """Whatever menus and scripts surround the text, before it or after it."""
    paragraphs = "".join(f"<p>{text}</p>" for _ in range(3)).encode()
    page = b"<html><body>" + FILLER + paragraphs + FILLER + b"</body></html>"
    assert is_foreign(page) is foreign


@pytest.mark.parametrize("piece", [b"<", b"<a ", b"<script>", b"&", b"\xff", b"<script <script>"])
def test_a_glance_is_linear(piece: bytes) -> None:
    """A page of one sign over and over takes no time to speak of."""
    start = time.process_time()
    is_foreign(piece * 100_000)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("field", ["note", "article", "surface"])
def test_half_a_sign_in_a_decision_is_refused(field: str) -> None:
    """Found by fuzzing: JSON spells half a surrogate pair, no database can hold it."""
    with pytest.raises(InputError, match="half a sign"):
        decide.read(json.dumps({"uid": "0" * 32, field: "a\udc1e"}).encode())


def test_a_number_beyond_any_database_in_a_decision(tmp_path: Path) -> None:
    """Found by fuzzing: a decision on an article that names a claim too, by a number of twenty digits."""
    article = plain(VI, language="vi")
    shown = {"target": "version", "verdict": "complete", "article": article.id, "text": article.text_sha256}
    with open_database(tmp_path / "a.db") as store:
        store.save(article, ())
        assert decide.decide(store, {**shown, "uid": "0" * 32, "claim": 10**20}, "lan") == {"uid": "0" * 32}


@pytest.mark.parametrize("day", ["Fri, 04 Sep 99999999999999999999 18:48:27 GMT", "0001-01-01", "9999-12-31T23:59:59Z"])
def test_a_feeds_day_that_no_calendar_has(day: str) -> None:
    """Found by fuzzing: a year of twenty digits in a feed ended the crawl."""
    item = f"<item><title>a</title><link>/a-post1.html</link><pubDate>{day}</pubDate></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{item}</channel></rss>'.encode()
    found = links(fuzzing.made(feed, "http://baovungmo.test/rss/home.rss", "application/rss+xml"))
    assert [link.modified for link in found.links] == [None]
