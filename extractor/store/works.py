"""One text under several URLs is one work: which article speaks for it, and which claims therefore count."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from extractor.records import Article

# The order does not depend on which copy came first: a URL before none, the earliest print, the shortest URL.
_SPEAKER = """
SELECT article.id FROM article JOIN version ON version.id = article.version_id
WHERE article.work_id = ?
ORDER BY article.url IS NULL, coalesce(version.published, '9999'), length(article.url), article.url, article.id
LIMIT 1
"""

INSERT_ARTICLE = "INSERT INTO article (id, work_id, url, source_id, version_id, created_run) VALUES (?, ?, ?, ?, ?, ?)"


def insert_article(
    db: Database, article: Article, source_id: int | None, run: int | None, same: Sequence[int]
) -> tuple[int, int]:
    """A new article, in the oldest of the works of the `same` text or in one of its own: work and first version."""
    version_id = next_version(db)
    insert = "INSERT INTO work (article_id, created_run) VALUES (?, ?)"
    work_id = int(min(same) if same else db.conn.execute(insert, [article.id, run]).lastrowid or 0)
    db.conn.execute(INSERT_ARTICLE, [article.id, work_id, article.url, source_id, version_id, run])
    return work_id, version_id


def next_version(db: Database) -> int:
    """The id that the next version gets; the open transaction keeps others from taking it."""
    return int(db.conn.execute("SELECT coalesce(max(id), 0) + 1 FROM version").fetchone()[0])


def touched(db: Database, article: Article) -> list[int]:
    """Row ids of the works that saving this article may change: its own and those with its text."""
    rows = db.execute(
        "SELECT work_id FROM article WHERE id = ? UNION SELECT article.work_id FROM version "
        "JOIN article ON article.id = version.article_id WHERE version.text_sha256 = ?",
        [article.id, article.text_sha256],
    )
    return [row[0] for row in rows]


def settle(db: Database, article_id: str) -> None:
    """Joins works that share a text with the article, chooses the one that speaks, and marks whose claims count."""
    work_id = db.execute("SELECT work_id FROM article WHERE id = ?", [article_id]).fetchone()[0]
    kept = _join(db, article_id, work_id)
    speaker = db.execute(_SPEAKER, [kept]).fetchone()[0]
    db.execute("UPDATE work SET article_id = ? WHERE id = ? AND article_id IS NOT ?", [speaker, kept, speaker])
    _mark(db, kept)


def _join(db: Database, article_id: str, work_id: int) -> int:
    """Merges every work that has a version of the same text into the oldest; its row id."""
    rows = db.execute(
        "SELECT DISTINCT other.work_id FROM version AS mine "
        "JOIN version ON version.text_sha256 = mine.text_sha256 JOIN article AS other ON other.id = version.article_id "
        "WHERE mine.article_id = ?",
        [article_id],
    ).fetchall()
    kept, *merged = sorted({work_id, *(row[0] for row in rows)})
    for other in merged:
        db.execute("UPDATE article SET work_id = ? WHERE work_id = ?", [kept, other])
        db.execute("UPDATE work SET near_to = ? WHERE near_to = ?", [kept, other])
        db.execute("UPDATE work SET merged_into = ?, article_id = NULL WHERE id = ?", [kept, other])
    return int(kept)


def _mark(db: Database, work_id: int) -> None:
    """Sets claim.current for all versions of the work; writes only rows that change."""
    db.execute(
        "UPDATE claim SET current = NOT current WHERE id IN ("
        "SELECT claim.id FROM article JOIN work ON work.id = article.work_id "
        "JOIN version ON version.article_id = article.id JOIN claim ON claim.version_id = version.id "
        "WHERE article.work_id = ? AND claim.current <> "
        "(claim.retired_run IS NULL AND article.version_id = version.id AND work.article_id = article.id))",
        [work_id],
    )


def of_version(db: Database, version_id: int) -> int:
    """Row id of the work that the version's article belongs to."""
    query = "SELECT work_id FROM article JOIN version ON version.article_id = article.id WHERE version.id = ?"
    return int(db.execute(query, [version_id]).fetchone()[0])


def is_shown(db: Database, version_id: int) -> bool:
    """Whether the version is its article's newest and the article speaks for its work (or nothing does yet)."""
    row = db.execute(
        "SELECT article.version_id = ?1 AND (work.article_id IS NULL OR work.article_id = article.id) "
        "FROM version JOIN article ON article.id = version.article_id JOIN work ON work.id = article.work_id "
        "WHERE version.id = ?1",
        [version_id],
    ).fetchone()
    return bool(row[0])
