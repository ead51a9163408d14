"""Turns what a page posts into a decision: every field checked, a stale page refused, a repeated post answered."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeGuard

from sqlite_utils import Database

from extractor.catalog import NATION, areas, indicators
from extractor.errors import InputError
from extractor.records import Claim, Comparator, Decision, Figure, FigureKind, Statement, Status
from extractor.review.article import decision_row, seen
from extractor.store import Store, reader, verdicts
from extractor.store.verdicts import EDITABLE, FINAL, FINDING_KINDS, KINDS, REASONS

LONGEST_BODY = 20_000
LONGEST_NOTE = 2_000
LONGEST_FIELD = 200
_UID = re.compile(r"[0-9a-f]{32}")
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_CHOICES = {"kind": FigureKind, "comparator": Comparator, "status": Status, "statement": Statement}
_ALLOWED = {
    "claim": {*KINDS, *(f"misread.{reason}" for reason in REASONS), "note", "undo"},
    "finding": {*FINDING_KINDS, "note", "undo"},
    "span": {"missed", "undo"},
    "version": {"complete", "undo"},
}


class StaleError(InputError):
    """The page shows an older text or reading than the database holds."""


def read(body: bytes) -> Mapping[str, Any]:
    """The posted JSON object; InputError for anything else."""
    if len(body) > LONGEST_BODY:
        raise InputError("the decision is too long", "write a shorter note")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InputError("the decision is no JSON", "load the page again") from error
    if not isinstance(found, dict):
        raise InputError("the decision is no JSON object", "load the page again")
    if not _storable(found):
        raise InputError("the decision holds half a sign", "type its note and fields again")
    return found


def _storable(found: Mapping[str, Any]) -> bool:
    """Whether UTF-8 can spell it: JSON knows halves of surrogate pairs."""
    try:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def decide(store: Store, posted: Mapping[str, Any], reviewer: str) -> dict[str, Any]:
    """Appends the decision and says how its claim or finding stands now; the same post twice is one decision."""
    uid = _text(posted, "uid", 32)
    if not _UID.fullmatch(uid):
        raise InputError("the decision has no number of its own", "load the page again")
    with store.writing() as db:
        if not _known(db, uid, reviewer):
            _append(store, _decision(store, posted, reviewer, uid))
        return {"uid": uid, **_standing(db, posted)}


def _append(store: Store, decision: Decision) -> None:
    try:
        store.decide(decision)
    except InputError as error:
        # What the database refuses of a decision that is well made is gone or newer than the page.
        raise StaleError(error.what, error.repair) from error


def _known(db: Database, uid: str, reviewer: str) -> bool:
    row = db.execute("SELECT reviewer FROM decision WHERE uid = ?", [uid]).fetchone()
    if row and row[0] != reviewer:
        raise InputError("the decision's number is taken", "load the page again")
    return row is not None


def _decision(store: Store, posted: Mapping[str, Any], reviewer: str, uid: str) -> Decision:
    target = _text(posted, "target", 10)
    verdict = _verdict(posted, target)
    if verdict == "undo":
        return _undo(store.db, posted, reviewer, uid)
    _require_same_text(store.db, posted)
    made = Decision(
        target, verdict, reviewer, uid=uid, note=_text(posted, "note", LONGEST_NOTE), corrected=corrected(posted)
    )
    return _aimed(store, made, posted)


def _verdict(posted: Mapping[str, Any], target: str) -> str:
    verdict = _text(posted, "verdict", 40)
    plain = verdict.removeprefix(FINAL) if target == "claim" else verdict
    if plain not in _ALLOWED.get(target, ()) or (verdict != plain and plain in ("note", "undo")):
        raise InputError(f"{verdict!r} is no verdict on a {target!r}", "load the page again")
    return verdict


def _aimed(store: Store, made: Decision, posted: Mapping[str, Any]) -> Decision:
    """The decision on its claim, span, finding or article, which are as the page showed them."""
    if made.target == "claim":
        claim = store.claim(_integer(posted, "claim"))
        if seen(claim) != posted.get("seen"):
            raise StaleError("the rules read this figure otherwise now", "load the article again")
        verdicts.correct(claim, made.corrected)
        return replace(made, claim_id=claim.id)
    if made.target == "finding":
        return replace(made, finding_key=_text(posted, "finding", 64))
    article = _text(posted, "article", 64)
    if made.target == "version":
        return replace(made, article_id=article)
    if made.corrected.get("kind") is None:
        raise InputError("the figure has no kind", "say what it is")
    verdicts.correct(Claim(Figure(0, 1, "0", FigureKind.COUNT)), made.corrected)
    span = _integer(posted, "start"), _integer(posted, "end")
    return replace(made, article_id=article, span=span, judged={"surface": _text(posted, "surface", 500)})


def _require_same_text(db: Database, posted: Mapping[str, Any]) -> None:
    """StaleError where the article has another text than the page shows."""
    article = posted.get("article")
    if article is None:
        return
    row = db.execute(
        "SELECT version.text_sha256 FROM article JOIN version ON version.id = article.version_id WHERE article.id = ?",
        [str(article)],
    ).fetchone()
    if row is None or row[0] != posted.get("text"):
        raise StaleError("the article has another text now", "load the article again")


def _undo(db: Database, posted: Mapping[str, Any], reviewer: str, uid: str) -> Decision:
    """The decision that takes back one of the reviewer's own."""
    undone = _text(posted, "undoes", 32)
    found = list(reader.rows(db, _MADE, [undone]))
    if not found or found[0]["reviewer"] != reviewer:
        raise InputError("there is no such decision of yours", "load the page again")
    if found[0]["undone"]:
        raise InputError("the decision is taken back already", "load the page again")
    row = found[0]
    common = {"target": row["target"], "verdict": "undo", "reviewer": reviewer, "uid": uid, "undoes": undone}
    if row["target"] != "span":
        keys = {"claim_id": row["at_claim"], "finding_key": row["finding_key"], "article_id": row["article_id"]}
        return Decision(**common, **keys)
    article = reader.article(db, row["article_id"])
    places = [one.span for one in verdicts.missed(db, article) if one.decision.uid == undone]
    if not places:
        raise StaleError("the text has changed there", "load the article again")
    return Decision(**common, article_id=article.id, span=places[0])


_MADE = """
SELECT decision.*, place.claim_id AS at_claim, EXISTS (SELECT 1 FROM decision AS later WHERE later.undoes IS NOT NULL
    AND later.undoes = decision.uid AND later.article_id IS decision.article_id) AS undone
FROM decision JOIN decision_place AS place ON place.decision_id = decision.id WHERE decision.uid = ?
"""


def corrected(posted: Mapping[str, Any]) -> dict[str, str | None]:
    """The fields as the reviewer gives them; InputError names the one that cannot be."""
    given = posted.get("corrected") or {}
    if not isinstance(given, dict) or set(given) - set(EDITABLE):
        raise InputError("the decision has unknown fields", "load the page again")
    return {name: _field(name, value) for name, value in given.items()}


def _field(name: str, value: Any) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > LONGEST_FIELD or not value.isprintable():
        raise InputError(f"{name} cannot be {str(value)[:40]!r}", "write it shorter, on one line")
    if name in _CHOICES and value not in {choice.value for choice in _CHOICES[name]}:
        raise InputError(f"{name} cannot be {value!r}", "choose one of the list")
    if name in ("period_start", "period_end") and not _DAY.fullmatch(value):
        raise InputError(f"{value!r} is no date", "write 2025-10-15, 2025-10 or 2025")
    if name == "indicator" and value not in indicators():
        raise InputError(f"there is no indicator {value!r}", "choose one of the list")
    if name == "area" and value not in (NATION, "foreign") and value.partition("/")[0] not in areas():
        raise InputError(f"there is no area {value!r}", "choose one of the list, or write province/unit")
    return value


def _standing(db: Database, posted: Mapping[str, Any]) -> dict[str, Any]:
    claim = posted.get("claim")
    if not _is_number(claim):
        return {}
    row = db.execute(
        "SELECT version.article_id FROM claim JOIN version ON version.id = claim.version_id WHERE claim.id = ?", [claim]
    ).fetchone()
    known = verdicts.standings(db, row[0]).get(claim) if row else None
    if known is None:
        return {"state": "open", "decisions": []}
    return {"state": known.state, "decisions": [decision_row(one) for one in known.decisions]}


def _text(posted: Mapping[str, Any], name: str, longest: int) -> str:
    value = posted.get(name) or ""
    if not isinstance(value, str) or len(value) > longest or "\x00" in value:
        raise InputError(f"{name} is too long or no text", "write it shorter")
    return value


def _integer(posted: Mapping[str, Any], name: str) -> int:
    value = posted.get(name)
    if not _is_number(value):
        raise InputError(f"{name} is no number", "load the page again")
    return value


def _is_number(value: object) -> TypeGuard[int]:
    """Whether it is a count or row id that a database can hold."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 62
