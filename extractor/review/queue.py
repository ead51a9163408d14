"""The queue: articles with undecided claims, those that matter most first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from extractor.review.rulenames import READ_BY, known_rules
from extractor.store import Store
from extractor.store.reader import rows
from extractor.store.verdicts import finding_standings, standings

PAGE = 50
STATES = ("open", "disputed", "done", "all")
# An indicator that so many provinces state is one that people compare.
WIDE = 3
# What one of these adds to an article's place in the queue.
WEIGHTS = {"severe": 100, "doubtful": 40, "info": 5, "low": 2, "wide": 1}
_ARTICLES = """
SELECT version.id AS version_id, version.article_id, version.title, version.published, version.language,
    source.publisher, count(*) AS claims, sum(claim.confidence = 'low') AS low,
    sum(coalesce(claim.indicator, '') IN (SELECT indicator FROM coverage WHERE indicator <> '' GROUP BY indicator
        HAVING count(*) >= {wide})) AS wide
FROM claim JOIN version ON version.id = claim.version_id JOIN article ON article.id = version.article_id
LEFT JOIN source ON source.id = article.source_id WHERE claim.current = 1 {where} GROUP BY version.id
"""
_FINDINGS = """
SELECT DISTINCT claim.version_id, finding.key, finding.severity FROM finding
JOIN finding_claim ON finding_claim.finding_id = finding.id JOIN claim ON claim.id = finding_claim.claim_id
WHERE finding.retired_run IS NULL AND claim.current = 1
"""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the queue is narrowed to; empty fields narrow nothing."""

    indicator: str = ""
    area: str = ""
    publisher: str = ""
    language: str = ""
    rule: str = ""
    reviewer: str = ""
    state: str = "open"

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> Filters:
        """The filters of a query string; what is too long or unknown narrows nothing."""
        given = {f.name: arguments.get(f.name, "")[:200] for f in fields(cls)}
        return cls(**(given | {"state": given["state"] if given["state"] in STATES else "open"}))

    @property
    def given(self) -> dict[str, str]:
        """The filters that narrow something, as arguments of an address."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}

    def conditions(self) -> tuple[str, list[str]]:
        """The filters as SQL conditions with their values."""
        tests = {
            "claim.indicator = ?": self.indicator,
            "claim.province = ?": self.area,
            "source.publisher = ?": self.publisher,
            "version.language = ?": self.language,
            READ_BY: self.rule,
            "version.article_id IN (SELECT article_id FROM decision WHERE reviewer = ?)": self.reviewer,
        }
        chosen = {test: value for test, value in tests.items() if value}
        return "".join(f" AND {test}" for test in chosen), list(chosen.values())


@dataclass(frozen=True, slots=True)
class Waiting:
    """One article of the queue: how many claims, decided and disputed ones, and its live findings by severity."""

    article_id: str
    title: str
    published: str | None
    language: str | None
    publisher: str | None
    claims: int
    decided: int
    disputed: int
    low: int
    findings: Mapping[str, int]
    score: int

    @property
    def undecided(self) -> int:
        """Claims that nobody has decided on."""
        return self.claims - self.decided


def queue(store: Store, filters: Filters) -> list[Waiting]:
    """The articles that the filters leave, the most pressing first."""
    where, values = filters.conditions()
    decided = _decided(store, where, values)
    findings = _findings(store)
    sql = _ARTICLES.format(wide=WIDE, where=where)
    found = [_waiting(row, decided, findings) for row in rows(store.db, sql, values)]
    return sorted((one for one in found if _wanted(one, filters.state)), key=lambda one: (-one.score, one.article_id))


def _waiting(row: Mapping[str, Any], decided: Mapping[int, tuple[int, int]], findings: Mapping[int, Any]) -> Waiting:
    done, disputed = decided.get(row["version_id"], (0, 0))
    found = findings.get(row["version_id"], {})
    counts = {**found, "low": row["low"], "wide": row["wide"]}
    names = ("article_id", "title", "published", "language", "publisher", "claims", "low")
    score = sum(WEIGHTS[name] * count for name, count in counts.items()) if done < row["claims"] else 0
    return Waiting(**{n: row[n] for n in names}, decided=done, disputed=disputed, findings=found, score=score)


def _wanted(one: Waiting, state: str) -> bool:
    tests = {"open": one.undecided > 0, "done": one.undecided == 0, "disputed": one.disputed > 0}
    return tests.get(state, True)


def _decided(store: Store, where: str, values: list[str]) -> dict[int, tuple[int, int]]:
    """Claims decided and disputed, by version."""
    known = standings(store.db)
    sql = (
        "SELECT claim.version_id, claim.id FROM claim JOIN version ON version.id = claim.version_id "  # noqa: S608
        "JOIN article ON article.id = version.article_id LEFT JOIN source ON source.id = article.source_id "
        f"WHERE claim.current = 1 AND claim.id IN (SELECT value FROM json_each(?)) {where}"
    )
    counts: dict[int, tuple[int, int]] = {}
    for row in rows(store.db, sql, [json.dumps(list(known)), *values]):
        done, disputed = counts.get(row["version_id"], (0, 0))
        counts[row["version_id"]] = done + 1, disputed + (known[row["id"]].state == "disputed")
    return counts


def _findings(store: Store) -> dict[int, dict[str, int]]:
    """Findings that nobody dismissed, by version and severity."""
    dismissed = {key for key, one in finding_standings(store.db).items() if one.state == "dismissed"}
    counts: dict[int, dict[str, int]] = {}
    for row in rows(store.db, _FINDINGS):
        if row["key"] not in dismissed:
            found = counts.setdefault(row["version_id"], {})
            found[row["severity"]] = found.get(row["severity"], 0) + 1
    return counts


def choices(store: Store) -> dict[str, list[str]]:
    """What each filter can be set to."""
    queries = {
        "indicator": "SELECT DISTINCT indicator FROM coverage WHERE indicator <> '' ORDER BY 1",
        "area": "SELECT DISTINCT province FROM coverage ORDER BY 1",
        "publisher": "SELECT DISTINCT publisher FROM source JOIN article ON article.source_id = source.id ORDER BY 1",
        "language": "SELECT DISTINCT language FROM version WHERE language IS NOT NULL ORDER BY 1",
        "reviewer": "SELECT DISTINCT reviewer FROM decision ORDER BY 1",
    }
    return {name: [row[0] for row in store.db.execute(sql)] for name, sql in queries.items()} | {"rule": known_rules()}


def progress(found: list[Waiting]) -> tuple[int, int]:
    """Claims decided, and all of them."""
    return sum(one.decided for one in found), sum(one.claims for one in found)


def after(found: list[Waiting], article_id: str) -> Iterator[Waiting]:
    """The articles to go on with, without the one just read."""
    return (one for one in found if one.article_id != article_id and one.undecided)
