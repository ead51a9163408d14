"""Copies that differ a little, as syndicated articles do: each is linked to the older work that it repeats.

Six of a text's word sequences are kept as keys, the smallest by hash, so that texts which share most sequences share
keys too. Few texts are looked up by them and compared in full: the work for an article does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from typing import TYPE_CHECKING
from zlib import crc32

from extractor.store.search import fold

if TYPE_CHECKING:
    from sqlite_utils import Database

_KEYS = 6
_FEWEST = 8
_FARTHEST = 0.5
# Only sequences that begin with a word of this length may be keys: a fifth to a third of them in every language.
_LETTERS = 4
# Of a sequence that stands on every page of a site only the newest texts are looked at.
_ONE_KEY = "SELECT version_id FROM (SELECT version_id FROM near_key WHERE hash = ? ORDER BY 1 DESC LIMIT 20)"
_CANDIDATES = f"""
SELECT article.work_id, version.text
FROM (
    SELECT version_id, count(*) AS shared FROM ({" UNION ALL ".join([_ONE_KEY] * _KEYS)})
    GROUP BY version_id HAVING shared > 1
) AS found
JOIN version ON version.id = found.version_id
JOIN article ON article.version_id = version.id
JOIN work ON work.article_id = article.id
WHERE work.id < ?
ORDER BY found.shared DESC, work.id LIMIT 3
"""  # noqa: S608
ADD = "INSERT INTO near_key (hash, version_id) VALUES (?, ?)"
_REMOVE = "DELETE FROM near_key WHERE hash = ? AND version_id = ?"
_LINK = "UPDATE work SET near_to = ?, differs = ? WHERE id = ?"


def keys(folded: str) -> list[int]:
    """The smallest hashes of a folded text's sequences; none of a text so short that equal ones say little."""
    words = folded.split()
    fours = zip(words, words[1:], words[2:], words[3:], strict=False)
    hashes = {crc32(" ".join(four).encode()) for four in fours if len(four[0]) == _LETTERS}
    return nsmallest(_KEYS, hashes) if len(hashes) >= _FEWEST else []


def are_keys(found: Sequence[int | None]) -> bool:
    """Whether they may be the keys of a text: few, none twice, none empty."""
    return len(found) <= _KEYS and len(set(found)) == len(found) and None not in found


def sequences(folded: str) -> set[tuple[str, ...]]:
    """Every four words that follow each other."""
    words = folded.split()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def differing(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    """Share of the sequences of both that only one of them has: 0 for the same words, 1 for nothing in common."""
    shared = len(one & other)
    return round(1 - shared / (len(one) + len(other) - shared or 1), 3)


def add(db: Database, version_id: int, work_id: int, folded: str, *, shown: bool) -> None:
    """Keeps a new version's keys; where it is `shown`, links its work to the older one most like it, if one is."""
    found = keys(folded)
    if shown:
        link(db, work_id, found, folded)
    keep(db, version_id, found)


def keep(db: Database, version_id: int, found: Sequence[int]) -> None:
    """Keeps a new version's keys."""
    db.conn.executemany(ADD, [(key, version_id) for key in found])


def link(db: Database, work_id: int, found: Sequence[int], folded: str) -> None:
    """Links a work to the older one most like its text, if one is; `found` are the text's keys."""
    near: tuple[int | None, float | None] = (None, None)
    like = _like(db, work_id, found, folded) if len(found) == _KEYS else []
    if like:
        near = min(like, key=lambda one: (one[1], one[0]))
    # An update of a table that refers to itself costs more than a look.
    if db.conn.execute("SELECT near_to, differs FROM work WHERE id = ?", [work_id]).fetchone() != near:
        db.conn.execute(_LINK, (*near, work_id))


def _like(db: Database, work_id: int, found: Sequence[int], folded: str) -> list[tuple[int, float]]:
    """Older works that are much like the text, and how much differs."""
    candidates = db.conn.execute(_CANDIDATES, [*found, work_id]).fetchall()
    own = sequences(folded) if candidates else set()
    measured = [(other, differing(own, sequences(fold(text)))) for other, text in candidates]
    return [(other, differs) for other, differs in measured if differs <= _FARTHEST]


def remove(db: Database, version_id: int, text: str) -> None:
    """Takes a version's keys out; the text must be the one they were made from."""
    db.conn.executemany(_REMOVE, [(key, version_id) for key in keys(fold(text))])


def fill(db: Database) -> None:
    """Keys and links of the texts that were stored before there were any."""
    query = (
        "SELECT version.id, article.work_id, version.text, article.version_id = version.id AND "
        "work.article_id = article.id FROM version JOIN article ON article.id = version.article_id "
        "JOIN work ON work.id = article.work_id ORDER BY version.id"
    )
    for version_id, work_id, text, shown in db.conn.execute(query):
        add(db, version_id, work_id, fold(text), shown=bool(shown))
