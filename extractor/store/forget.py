"""Takes an article or a whole publisher out of the database for good; the only thing that deletes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlite_utils import Database

from extractor.signs import encodable
from extractor.store import near, reader, search, summaries, works
from extractor.store.frontier import SqliteFrontier

if TYPE_CHECKING:
    from extractor.store import Store

_VERSIONS = "SELECT id FROM version WHERE article_id = ?1"
_CLAIMS = f"SELECT id FROM claim WHERE version_id IN ({_VERSIONS})"  # noqa: S608
# In this order nothing is left pointing at what is gone.
_RETIRED = "UPDATE finding SET retired_run = ?2 WHERE retired_run IS NULL AND id IN"
_DELETES = (
    f"{_RETIRED} (SELECT finding_id FROM finding_claim WHERE claim_id IN ({_CLAIMS}))",  # noqa: S608
    f"DELETE FROM finding_claim WHERE claim_id IN ({_CLAIMS})",  # noqa: S608
    "DELETE FROM decision_place WHERE decision_id IN (SELECT id FROM decision WHERE article_id = ?1)",
    "DELETE FROM decision WHERE article_id = ?1",
    f"DELETE FROM mention WHERE claim_id IN ({_CLAIMS})",  # noqa: S608
    f"DELETE FROM claim WHERE version_id IN ({_VERSIONS})",  # noqa: S608
    f"DELETE FROM claim_group WHERE version_id IN ({_VERSIONS})",  # noqa: S608
    f"DELETE FROM block WHERE version_id IN ({_VERSIONS})",  # noqa: S608
    f"DELETE FROM document_cited WHERE version_id IN ({_VERSIONS})",  # noqa: S608
    "UPDATE article SET version_id = NULL WHERE id = ?1",
    "UPDATE work SET article_id = NULL WHERE article_id = ?1",
    "DELETE FROM version WHERE article_id = ?1",
    "DELETE FROM article WHERE id = ?1",
)
_FETCHES = """
SELECT fetch_id FROM version WHERE article_id = ?1 AND fetch_id IS NOT NULL
UNION SELECT fetch.id FROM fetch JOIN article ON article.url = fetch.url WHERE article.id = ?1
"""
_MET = f"""
DELETE FROM frontier WHERE url IN (SELECT url FROM article WHERE id = ?1)
OR url IN (SELECT url FROM fetch WHERE id IN ({_FETCHES})) OR target IN (SELECT url FROM article WHERE id = ?1)
"""  # noqa: S608


def forget(store: Store, name: str, run: int) -> dict[str, int]:
    """Deletes an article (id, start of an id, URL) or everything of a host: how many articles, claims and decisions.

    Its texts, claims, decisions and fetches go; findings that rested on it are retired. The web archive keeps its
    bytes, and a crawl that meets its link brings the article back. A URL or host that a crawl met and that gave no
    article is forgotten too. InputError where nothing has the name.
    """
    counts: Counter[str] = Counter()
    name = encodable(name)
    met = SqliteFrontier(store).forget(name)
    if met and not store.db.execute("SELECT 1 FROM article WHERE instr(url, ?)", [name]).fetchone():
        return {"URLs": met}
    for article_id in _named(store.db, name):
        with store.writing() as db:
            counts += _forget(db, article_id, run)
    return dict(counts)


def _named(db: Database, name: str) -> list[str]:
    rows = db.execute("SELECT id, url FROM article WHERE instr(url, ?)", [name]).fetchall()
    of_host = [article_id for article_id, url in rows if urlsplit(url).hostname == name]
    return of_host or [reader.find(db, name)]


def _forget(db: Database, article_id: str, run: int) -> Counter[str]:
    work_id = db.execute("SELECT work_id FROM article WHERE id = ?", [article_id]).fetchone()[0]
    before = summaries.seen(db, [work_id])
    counts = Counter({"articles": 1})
    for table, query in (("claims", _CLAIMS), ("decisions", "SELECT id FROM decision WHERE article_id = ?1")):
        counts[table] = len(db.execute(query, [article_id]).fetchall())
    _forget_words(db, article_id)
    trigger = db.execute("SELECT sql FROM sqlite_master WHERE name = 'decision_never_goes'").fetchone()[0]
    db.execute("DROP TRIGGER decision_never_goes")
    fetches = db.execute(_FETCHES, [article_id]).fetchall()
    db.execute(_MET, [article_id])
    for statement in _DELETES:
        db.conn.execute(statement, (article_id, run) if "?2" in statement else (article_id,))
    db.conn.executemany("DELETE FROM fetch WHERE id = ?", fetches)
    db.execute(trigger)
    _settle_work(db, work_id)
    summaries.update(db, before, summaries.seen(db, [work_id]))
    return counts


def _forget_words(db: Database, article_id: str) -> None:
    query = "SELECT id, title, text FROM version WHERE article_id = ?"
    rows: Sequence[tuple[int, str, str]] = db.execute(query, [article_id]).fetchall()
    for version_id, title, text in rows:
        search.unindex(db, version_id, title, text)
        near.remove(db, version_id, text)


def _settle_work(db: Database, work_id: int) -> None:
    """Lets another article speak for the work; a work without articles keeps its row."""
    left = db.execute("SELECT id FROM article WHERE work_id = ? LIMIT 1", [work_id]).fetchone()
    if left:
        works.settle(db, left[0])
    else:
        db.execute("UPDATE work SET near_to = NULL, differs = NULL WHERE ?1 IN (id, near_to)", [work_id])
