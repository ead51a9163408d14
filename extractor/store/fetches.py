"""What was asked of the web and what came: one row a URL and content, so that asking again adds nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from extractor.records import Page

_PAGE = """
INSERT INTO fetch (url, sha256, final_url, status, media_type, fetched_at, last_fetched_at, reason, run_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8)
ON CONFLICT (url, sha256) DO UPDATE SET last_fetched_at = max(last_fetched_at, excluded.last_fetched_at),
    reason = excluded.reason, status = excluded.status, final_url = excluded.final_url
RETURNING id
"""


def now() -> str:
    """This second in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def record_page(db: Database, page: Page, run: int | None, reason: str | None = None) -> int:
    """The row id of the fetch; `reason` says why the page holds no article."""
    values = (page.url, page.sha256, page.final_url, page.status, page.media_type, page.fetched_at, reason, run)
    return int(db.conn.execute(_PAGE, values).fetchall()[0][0])


def record_failure(db: Database, url: str, reason: str, run: int | None) -> int:
    """The row id of a fetch that brought nothing."""
    values = (url, "", None, None, None, now(), reason, run)
    return int(db.conn.execute(_PAGE, values).fetchall()[0][0])


_SEEN = """
SELECT article.id, coalesce(fetch.fetched_at, version.seen_at, '')
FROM article JOIN version ON version.id = article.version_id LEFT JOIN fetch ON fetch.id = version.fetch_id
"""
_COPIES = """
SELECT article.id, coalesce(fetch.fetched_at, version.seen_at, ''), capture.file, capture.offset, capture.length
FROM article JOIN version ON version.id = article.version_id LEFT JOIN fetch ON fetch.id = version.fetch_id
LEFT JOIN frontier_capture AS capture
    ON capture.url = fetch.url AND capture.sha256 = fetch.sha256 AND capture.status = 200
ORDER BY capture.fetched_at DESC
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """When an article's newest text was fetched, and where the archive holds the answer; file is empty where not."""

    fetched_at: str
    file: str
    offset: int
    length: int


def copies(db: Database) -> dict[str, Copy]:
    """The first archived answer that gave each article's newest text, by the article's id."""
    if not db["frontier_capture"].exists():
        rows = [(*row, None, None, None) for row in db.execute(_SEEN).fetchall()]
    else:
        rows = db.execute(_COPIES).fetchall()
    return {article: Copy(at, file or "", offset or 0, length or 0) for article, at, file, offset, length in rows}
