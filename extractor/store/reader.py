"""Reads articles, claims and findings back as records, a row at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from extractor.errors import InputError, StoreError
from extractor.records import Article, Claim, Finding, Severity
from extractor.signs import encodable
from extractor.store import codec

_ARTICLES = """
SELECT version.*, article.url, source.publisher FROM article
JOIN work ON work.id = article.work_id JOIN version ON version.id = {version}
LEFT JOIN source ON source.id = article.source_id
"""
CLAIMS = """
SELECT claim.*, version.article_id, claim_group.number AS group_number,
    (SELECT json_group_array(json_array(start, stop)) FROM mention WHERE claim_id = claim.id) AS spans
FROM claim JOIN version ON version.id = claim.version_id LEFT JOIN claim_group ON claim_group.id = claim.group_id
"""
_SHORTEST_PREFIX = 4


def rows(db: Database, sql: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
    """The query's rows by name, fetched as they are asked for."""
    cursor = db.conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def articles(db: Database, *, copies: bool = False) -> Iterator[Article]:
    """Newest version of the article that speaks for each work, oldest row first; `copies` gives every article."""
    where = "" if copies else "WHERE work.article_id = article.id "
    for row in rows(db, f"{_ARTICLES.format(version='article.version_id')} {where}ORDER BY article.rowid"):
        yield codec.row_article(row, _blocks(db, row["id"]))


def _blocks(db: Database, version_id: int) -> Iterator[dict[str, Any]]:
    return rows(db, "SELECT * FROM block WHERE version_id = ? ORDER BY number", [version_id])


def article(db: Database, name: str) -> Article:
    """Newest version of the article with this id, start of an id, or URL; InputError where none or several have it."""
    article_id = find(db, name)
    for row in rows(db, f"{_ARTICLES.format(version='article.version_id')} WHERE article.id = ?", [article_id]):
        return codec.row_article(row, _blocks(db, row["id"]))
    raise StoreError(f"article {article_id} has no text in the database", "see `doichieu doctor`, restore a backup")


def version(db: Database, version_id: int) -> Article:
    """The article as it was in this version; InputError where there is none."""
    for row in rows(db, f"{_ARTICLES.format(version='?')} WHERE article.id = version.article_id", [version_id]):
        return codec.row_article(row, _blocks(db, row["id"]))
    raise InputError(f"there is no version {version_id}", "see the table version")


def find(db: Database, name: str) -> str:
    """The id of the article with this id, start of an id, or URL; InputError where none or several have it."""
    name = encodable(name)
    exact = db.execute("SELECT id FROM article WHERE id = ?1 OR url = ?1 ORDER BY id = ?1 DESC LIMIT 1", [name])
    found = [row[0] for row in exact]
    if not found and len(name) >= _SHORTEST_PREFIX:
        query = "SELECT id FROM article WHERE id >= ?1 AND id < ?1 || char(0x10ffff) LIMIT 3"
        found = [row[0] for row in db.execute(query, [name])]
    if len(found) > 1:
        raise InputError(f"several articles begin with {name}", f"write more of it, such as {found[0]}")
    if not found:
        raise InputError(f"no article {name!r}", "give an id (or its first four signs) or the URL of a stored article")
    return str(found[0])


def claims(db: Database, indicator: str | None, article_id: str | None, province: str | None) -> Iterator[Claim]:
    """Live claims, one for each work; of one article its newest version's, even where a copy of it speaks.

    An indicator ending in `.` or naming a whole topic takes everything below it.
    """
    conditions, values = ["claim.retired_run IS NULL"], []
    if article_id is None:
        conditions.append("claim.current = 1")
    else:
        conditions.append("claim.version_id = (SELECT version_id FROM article WHERE id = ?)")
        values.append(article_id)
    if indicator is not None:
        topic = indicator.rstrip(".") + "."
        conditions.append("(claim.indicator = ? OR (claim.indicator >= ? AND claim.indicator < ?))")
        values += [indicator, topic, topic[:-1] + chr(ord(".") + 1)]
    if province is not None:
        conditions.append("claim.province = ?")
        values.append(province)
    sql = f"{CLAIMS} WHERE {' AND '.join(conditions)} ORDER BY claim.version_id, claim.start, claim.id"
    return (codec.row_claim(row) for row in rows(db, sql, values))


def version_claims(db: Database, version_id: int) -> Iterator[Claim]:
    """Live claims of one version."""
    sql = f"{CLAIMS} WHERE claim.version_id = ? AND claim.retired_run IS NULL ORDER BY claim.start, claim.id"
    return (codec.row_claim(row) for row in rows(db, sql, [version_id]))


def claim(db: Database, claim_id: int) -> Claim:
    """The claim with this id, retired or not; InputError where there is none."""
    for row in rows(db, f"{CLAIMS} WHERE claim.id = ?", [claim_id]):
        return codec.row_claim(row)
    raise InputError(f"no claim {claim_id}", "take the id from `doichieu show` or the view v_claims")


def quote(db: Database, claim_id: int) -> str:
    """The sentence of the claim in the version it was read from, else the text around its figure."""
    row = db.execute("SELECT quote FROM v_quote WHERE claim_id = ?", [claim_id]).fetchone()
    if row is None:
        raise InputError(f"no claim {claim_id}", "take the id from `doichieu show` or the view v_claims")
    return str(row[0])


def findings(db: Database) -> Iterator[Finding]:
    """Live findings, the severest first, with their claims."""
    order = "CASE severity WHEN 'severe' THEN 0 WHEN 'doubtful' THEN 1 ELSE 2 END, kind, key"
    for row in list(rows(db, f"SELECT * FROM finding WHERE retired_run IS NULL ORDER BY {order}")):  # noqa: S608
        yield Finding(
            kind=row["kind"],
            severity=Severity(row["severity"]),
            claims=tuple(finding_claims(db, row["id"])),
            stated=row["stated"],
            expected=row["expected"],
            tolerance=row["tolerance"],
            detail=json.loads(row["detail"]),
            id=row["id"],
        )


def finding_claims(db: Database, finding_id: int) -> Iterator[Claim]:
    """The claims a finding rests on, in its order."""
    sql = f"{CLAIMS} JOIN finding_claim ON finding_claim.claim_id = claim.id WHERE finding_id = ? "
    return (codec.row_claim(row) for row in rows(db, sql + "ORDER BY finding_claim.number", [finding_id]))


def counts(db: Database) -> dict[str, int]:
    """How many works, articles, versions, live claims and findings, failed URLs and runs there are."""
    tables = {
        "works": "work WHERE merged_into IS NULL",
        "articles": "article",
        "versions": "version",
        "claims": "claim WHERE current = 1",
        "findings": "finding WHERE retired_run IS NULL",
        "failures": "v_failures",
        "runs": "run",
    }
    return {name: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for name, table in tables.items()}  # noqa: S608
