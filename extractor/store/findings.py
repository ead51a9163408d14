"""Stores what the checks found; a finding's key hashes its kind and its claims' anchors, so it outlives a re-run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlite_utils import Database

from extractor.errors import InputError
from extractor.records import Finding
from extractor.store import codec, decisions
from extractor.store.anchors import anchor

_FIELDS = ("kind", "severity", "stated", "expected", "tolerance", "detail")


def save(db: Database, run: int | None, findings: Sequence[Finding]) -> dict[str, int]:
    """Makes these the live findings: numbers of new, changed, unchanged and retired ones."""
    stored = {
        row[0]: (row[1], tuple(row[2:]))
        for row in db.execute(f"SELECT key, id, {', '.join(_FIELDS)} FROM finding WHERE retired_run IS NULL")  # noqa: S608
    }
    counts = {"new": 0, "changed": 0, "unchanged": 0, "retired": 0}
    wanted = {key(db, finding): finding for finding in findings}
    for name, finding in wanted.items():
        counts[_save_one(db, run, name, finding, stored.get(name))] += 1
    gone = [identity for name, (identity, _) in stored.items() if name not in wanted]
    db.conn.executemany("UPDATE finding SET retired_run = ? WHERE id = ?", [(run, identity) for identity in gone])
    decisions.carry_findings(db, run)
    return counts | {"retired": len(gone)}


def _save_one(
    db: Database, run: int | None, name: str, finding: Finding, stored: tuple[int, tuple[str, ...]] | None
) -> str:
    values = (finding.kind, finding.severity.value, finding.stated, finding.expected, finding.tolerance,
        codec.dumps(finding.detail))  # fmt: skip
    claims = [claim.id for claim in finding.claims]
    if stored is None:
        names = ", ".join(_FIELDS)
        insert = f"INSERT INTO finding (key, created_run, {names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
        _link(db, int(db.execute(insert, (name, run, *values)).lastrowid or 0), claims)
        return "new"
    identity, known = stored
    old = db.execute("SELECT claim_id FROM finding_claim WHERE finding_id = ? ORDER BY number", [identity]).fetchall()
    if known == values and [row[0] for row in old] == claims:
        return "unchanged"
    db.execute(f"UPDATE finding SET {' = ?, '.join(_FIELDS)} = ? WHERE id = ?", (*values, identity))  # noqa: S608
    _link(db, identity, claims)
    return "changed"


def _link(db: Database, identity: int, claims: Sequence[int | None]) -> None:
    db.execute("DELETE FROM finding_claim WHERE finding_id = ?", [identity])
    rows = [(identity, number, claim) for number, claim in enumerate(claims)]
    db.conn.executemany("INSERT INTO finding_claim (finding_id, number, claim_id) VALUES (?, ?, ?)", rows)


def key(db: Database, finding: Finding) -> str:
    """SHA-256 over kind and anchors of the claims, the same in every database; InputError for unsaved claims."""
    anchors = []
    for claim in finding.claims:
        row = db.execute(
            "SELECT version.article_id, version.text FROM claim JOIN version ON version.id = claim.version_id "
            "WHERE claim.id = ?",
            [claim.id],
        ).fetchone()
        if row is None:
            raise InputError("a finding rests on a claim that is not stored", "read the claims with Store.claims")
        found = anchor(row[1], claim.figure.start, claim.figure.end)
        anchors.append([row[0], found.surface, found.before, found.after, found.occurrence])
    parts = codec.dumps([finding.kind, sorted(anchors)])
    return hashlib.sha256(parts.encode()).hexdigest()
