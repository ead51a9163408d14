"""Decisions of fact-checkers: appended, never changed, and carried on where nothing judged differs."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from extractor.errors import InputError
from extractor.records import Decision
from extractor.store import anchors, codec, fetches, reader
from extractor.store.anchors import Anchor

# What a verdict on a claim rests on; a decision is carried only where all of these are as they were.
JUDGED = (
    "surface", "kind", "value", "value_max", "unit", "comparator", "denominator", "indicator", "area", "body",
    "territory", "period_start", "period_end", "status", "statement", "programme",
)  # fmt: skip
COLUMNS = (
    "uid", "target", "article_id", "version_id", "claim_id", "finding_key", "surface", "before", "after", "occurrence",
    "verdict", "judged", "corrected", "reviewer", "at", "note", "undoes",
)  # fmt: skip
_INSERT = f"INSERT INTO decision ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_PLACE = """
INSERT INTO decision_place (decision_id, state, version_id, claim_id, reason, run_id) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (decision_id) DO UPDATE SET state = excluded.state, version_id = excluded.version_id,
    claim_id = excluded.claim_id, reason = excluded.reason, run_id = excluded.run_id
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a decision stands now: made, carried, stale (look again) or lost (with the reason)."""

    state: str
    version_id: int | None = None
    claim_id: int | None = None
    reason: str = ""


def decide(db: Database, decision: Decision) -> Decision:
    """Appends a decision; what it returns has its uid, time and the fields judged. InputError where it is stale.

    The caller holds the transaction.
    """
    done = replace(decision, uid=decision.uid or uuid.uuid4().hex, at=decision.at or fetches.now())
    makers = {"claim": _on_claim, "span": _on_span, "finding": _on_finding, "version": _on_version}
    if done.target not in makers:
        raise InputError(f"{done.target!r} is nothing to decide on", f"use one of {', '.join(makers)}")
    done, version_id, anchor = makers[done.target](db, done)
    identity = insert(db, _row(done, version_id, anchor))
    db.execute(_PLACE, [identity, "made", version_id, done.claim_id, "", None])
    return done


def insert(db: Database, row: Mapping[str, Any]) -> int:
    """Appends a row with the values of COLUMNS; its id."""
    return int(db.execute(_INSERT, [row[name] for name in COLUMNS]).lastrowid or 0)


def settle(db: Database, identity: int) -> str:
    """Places one stored decision and says where: made, carried, stale or lost."""
    row = next(iter(reader.rows(db, "SELECT * FROM decision WHERE id = ?", [identity])))
    now = place(db, row)
    db.execute(_PLACE, [identity, now.state, now.version_id, now.claim_id, now.reason, None])
    return now.state


Made = tuple[Decision, int | None, Anchor | None]


def _row(decision: Decision, version_id: int | None, anchor: Anchor | None) -> dict[str, Any]:
    place = (anchor.surface, anchor.before, anchor.after, anchor.occurrence) if anchor else (None, None, None, None)
    values = (
        decision.uid, decision.target, decision.article_id, version_id, decision.claim_id, decision.finding_key,
        *place, decision.verdict, codec.dumps(decision.judged), codec.dumps(decision.corrected), decision.reviewer,
        decision.at, decision.note, decision.undoes,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _on_claim(db: Database, decision: Decision) -> Made:
    found = list(reader.rows(db, "SELECT * FROM claim WHERE id = ?", [decision.claim_id]))
    if not found:
        raise InputError(f"no claim {decision.claim_id}", "take the id from the view v_claims")
    claim = found[0]
    article_id, text = _newest(db, claim["version_id"])
    if claim["retired_run"] is not None:
        raise InputError(f"claim {claim['id']} was read by older rules", "load the article again")
    judged = {name: _as_text(claim[name]) for name in JUDGED}
    wrong = [name for name, value in decision.judged.items() if judged.get(name) != value]
    if wrong:
        raise InputError(f"claim {claim['id']} has another {wrong[0]} now", "load the article again")
    done = replace(decision, article_id=article_id, judged=judged)
    return done, claim["version_id"], anchors.anchor(text, claim["start"], claim["stop"])


def _newest(db: Database, version_id: int) -> tuple[str, str]:
    """Article and text of the version, if it is the article's newest; else InputError."""
    row = db.execute(
        "SELECT version.article_id, version.text, article.version_id = version.id FROM version "
        "JOIN article ON article.id = version.article_id WHERE version.id = ?",
        [version_id],
    ).fetchone()
    if row is None or not row[2]:
        raise InputError("the article has a newer text", "load the article again")
    return row[0], row[1]


def _on_span(db: Database, decision: Decision) -> Made:
    version_id = _version_of(db, decision)
    article_id, text = _newest(db, version_id)
    start, end = decision.span or (0, 0)
    if not 0 <= start < end <= len(text):
        raise InputError(f"no text from {start} to {end} in article {article_id}", "select at least one sign")
    judged: dict[str, str | None] = {"surface": text[start:end]}
    if decision.judged.get("surface", text[start:end]) != text[start:end]:
        raise InputError("the article has another text there", "load the article again")
    return replace(decision, judged=judged), version_id, anchors.anchor(text, start, end)


def _version_of(db: Database, decision: Decision) -> int:
    article_id = reader.find(db, decision.article_id or "")
    return int(db.execute("SELECT version_id FROM article WHERE id = ?", [article_id]).fetchone()[0])


def _on_version(db: Database, decision: Decision) -> Made:
    version_id = _version_of(db, decision)
    return replace(decision, judged=_version_facts(db, version_id)), version_id, None


def _version_facts(db: Database, version_id: int) -> dict[str, str | None]:
    row = db.execute(
        "SELECT text_sha256, (SELECT coalesce(group_concat(id), '') FROM (SELECT id FROM claim "
        "WHERE version_id = version.id AND retired_run IS NULL ORDER BY id)) FROM version WHERE id = ?",
        [version_id],
    ).fetchone()
    return {"text_sha256": row[0], "claims": row[1]}


def _on_finding(db: Database, decision: Decision) -> Made:
    facts = _finding_facts(db, decision.finding_key)
    if facts is None:
        raise InputError(f"no finding {decision.finding_key!r}", "run `doichieu check` and load the page again")
    return replace(decision, judged=facts), None, None


def _finding_facts(db: Database, key: str | None) -> dict[str, str | None] | None:
    query = "SELECT stated, expected FROM finding WHERE key = ? AND retired_run IS NULL"
    row = db.execute(query, [key]).fetchone()
    return {"stated": row[0], "expected": row[1]} if row else None


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)


def carry(db: Database, article_id: str, run: int | None) -> Counter[str]:
    """Places the decisions on an article's newest text and claims: how many are made, carried, stale and lost."""
    return _carry(db, "article_id = ?", article_id, run)


def carry_findings(db: Database, run: int | None) -> Counter[str]:
    """Places the decisions on findings after a check."""
    return _carry(db, "target = ?", "finding", run)


def _carry(db: Database, where: str, value: str, run: int | None) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in list(reader.rows(db, f"SELECT * FROM decision WHERE {where}", [value])):  # noqa: S608
        now = place(db, row)
        counts[now.state] += 1
        old = db.execute(
            "SELECT state, version_id, claim_id, reason FROM decision_place WHERE decision_id = ?", [row["id"]]
        ).fetchone()
        if old != (now.state, now.version_id, now.claim_id, now.reason):
            db.execute(_PLACE, [row["id"], now.state, now.version_id, now.claim_id, now.reason, run])
    return counts


def place(db: Database, row: Mapping[str, Any]) -> Place:
    """Where a stored decision belongs now. It is never put on a figure that differs from what was judged."""
    judged = json.loads(row["judged"])
    if row["target"] == "finding":
        facts = _finding_facts(db, row["finding_key"])
        return Place("lost", reason="no such finding now") if facts is None else Place(_state(facts == judged, True))
    newest = list(reader.rows(db, _NEWEST, [row["article_id"]]))
    if not newest:
        return Place("lost", reason="no such article")
    version = newest[0]
    same = version["id"] == row["version_id"]
    if row["target"] == "version":
        return Place(_state(_version_facts(db, version["id"]) == judged, same), version["id"])
    sought = Anchor(row["surface"], row["before"], row["after"], row["occurrence"])
    span, why = anchors.find(version["text"], sought, same_text=same)
    if span is None:
        return Place("lost", version["id"], reason=why)
    return _on_span_now(db, row, version["id"], span)


_NEWEST = """
SELECT version.id, version.text FROM article JOIN version ON version.id = article.version_id WHERE article.id = ?
"""


def _state(equal: bool, same_text: bool) -> str:
    return ("made" if same_text else "carried") if equal else "stale"


def _on_span_now(db: Database, row: Mapping[str, Any], version_id: int, span: tuple[int, int]) -> Place:
    """The place of a decision whose words stand at the span."""
    query = "SELECT * FROM claim WHERE version_id = ? AND retired_run IS NULL AND start < ? AND stop > ? ORDER BY id"
    claims = list(reader.rows(db, query, [version_id, span[1], span[0]]))
    if row["target"] == "span":
        moved = "made" if version_id == row["version_id"] else "carried"
        return Place("stale", version_id, claims[0]["id"], "read now") if claims else Place(moved, version_id)
    judged = json.loads(row["judged"])
    equal = [c for c in claims if {name: _as_text(c[name]) for name in JUDGED if name in judged} == judged]
    if len(equal) == 1:
        made = equal[0]["id"] == row["claim_id"]
        return Place("made" if made else "carried", version_id, equal[0]["id"])
    if len(claims) == 1:
        return Place("stale", version_id, claims[0]["id"], _difference(judged, claims[0]))
    return Place("lost", version_id, reason="ambiguous" if claims else "not read now")


def _difference(judged: Mapping[str, str | None], claim: Mapping[str, Any]) -> str:
    names = [name for name in judged if _as_text(claim[name]) != judged[name]]
    return ", ".join(f"{name}: {judged[name]} → {_as_text(claim[name])}" for name in names)


def stored(db: Database) -> Iterator[tuple[Decision, Place]]:
    """Every decision in the order they were made, with where it stands now."""
    query = (
        "SELECT decision.*, place.state, place.version_id AS at_version, place.claim_id AS at_claim, place.reason "
        "FROM decision JOIN decision_place AS place ON place.decision_id = decision.id ORDER BY decision.id"
    )
    for row in reader.rows(db, query):
        yield row_decision(row), Place(row["state"], row["at_version"], row["at_claim"], row["reason"])


def row_decision(row: Mapping[str, Any]) -> Decision:
    """A decision from its row."""
    names = ("target", "verdict", "reviewer", "claim_id", "article_id", "finding_key", "note", "at", "uid", "undoes")
    fields = {name: row[name] for name in names}
    return Decision(**fields, judged=json.loads(row["judged"]), corrected=json.loads(row["corrected"]))
