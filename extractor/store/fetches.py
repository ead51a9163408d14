"""What was asked of the web and what came: one row a URL and content, so that asking again adds nothing."""

from __future__ import annotations

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
