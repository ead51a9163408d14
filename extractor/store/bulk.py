"""Many articles in one transaction: those that are new go in together, table by table, the others one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count, islice
from typing import TYPE_CHECKING

from extractor.records import Article
from extractor.store import codec, names, near, search, summaries, works, writer

if TYPE_CHECKING:
    from sqlite_utils import Database

INSERT_WORK = "INSERT INTO work (id, article_id, created_run) VALUES (?, ?, ?)"
INSERT_GROUP = "INSERT INTO claim_group (id, version_id, number) VALUES (?, ?, ?)"
# Rows a statement; those of a claim have 48 values, and SQLite takes 32,766.
_ROWS = 100


def insert(conn: sqlite3.Connection, statement: str, rows: Iterable[codec.Row]) -> None:
    """Does what executemany does, many rows a step: at each step SQLite opens the table and all its indexes anew."""
    left = iter(rows)
    while len(together := tuple(islice(left, _ROWS))) == _ROWS:
        conn.execute(_wide(statement), tuple(chain.from_iterable(together)))
    conn.executemany(statement, together)


@cache
def _wide(statement: str) -> str:
    head, marks = statement.rsplit("VALUES ", 1)
    return f"{head}VALUES {', '.join([marks] * _ROWS)}"


@dataclass(frozen=True, slots=True)
class Ready:
    """An article to store; its claims are rows whose last value is the group's number, each with its places.

    keys: those by which copies are found (see near.py), where they are known.
    """

    article: Article
    claims: Sequence[codec.Made]
    seen_at: str | None = None
    keys: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """A new article and the rows that it becomes in `work` and `version`."""

    ready: Ready
    work_id: int
    version_id: int


@dataclass(frozen=True, slots=True)
class Bulk:
    """Articles on their way into the database, inside an open transaction."""

    db: Database
    known: names.Known
    run: int | None

    def save(self, given: Sequence[Ready]) -> list[str]:
        """Stores the articles: new, changed or unchanged for each."""
        new = self._new(given)
        work_id, version_id = self._next("work"), self._next("version")
        places = [_Place(given[at], work_id + number, version_id + number) for number, at in enumerate(new)]
        self._articles(places)
        self._claims(places)
        self._words(places)
        return ["new" if at in new else self._one(one) for at, one in enumerate(given)]

    def _one(self, one: Ready) -> str:
        saving = writer.Saving(self.db, self.known, self.run, one.article, seen_at=one.seen_at)
        return writer.save(saving, [codec.made_claim(made) for made in one.claims])

    def _new(self, given: Sequence[Ready]) -> dict[int, None]:
        """Where the articles stand of which neither id nor text is known: the first of several that are alike."""
        ids = self._known("SELECT id FROM article WHERE id IN", [one.article.id for one in given])
        query = "SELECT text_sha256 FROM version WHERE text_sha256 IN"
        texts = self._known(query, [one.article.text_sha256 for one in given])
        new: dict[int, None] = {}
        for at, one in enumerate(given):
            if one.article.id not in ids and one.article.text_sha256 not in texts:
                new[at] = None
            ids.add(one.article.id)
            texts.add(one.article.text_sha256)
        return new

    def _known(self, query: str, values: Sequence[str]) -> set[str]:
        found = self.db.conn.execute(f"{query} ({', '.join('?' * len(values))})", values)
        return {row[0] for row in found}

    def _next(self, table: str) -> int:
        return int(self.db.conn.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608

    def _articles(self, places: Sequence[_Place]) -> None:
        conn = self.db.conn
        conn.executemany(INSERT_WORK, [(one.work_id, one.ready.article.id, self.run) for one in places])
        conn.executemany(works.INSERT_ARTICLE, [self._article(one) for one in places])
        conn.executemany(writer.INSERT_VERSION, [self._version(one) for one in places])
        blocks = ((one.version_id, *row) for one in places for row in codec.block_rows(one.ready.article.blocks))
        insert(conn, writer.INSERT_BLOCK, blocks)

    def _article(self, one: _Place) -> codec.Row:
        article = one.ready.article
        source_id = names.source_id(self.db, self.known, article.publisher)
        return (article.id, one.work_id, article.url, source_id, one.version_id, self.run)

    def _version(self, one: _Place) -> codec.Row:
        article = one.ready.article
        told = (article.id, article.text_sha256, "first", one.ready.seen_at, None, self.run)
        return (one.version_id, *codec.version_row(article), *told, article.text)

    def _claims(self, places: Sequence[_Place]) -> None:
        """Claims with their groups and places, and the documents they name; ids go by the order they are given in."""
        conn, first = self.db.conn, self._next("claim")
        made = [(one.version_id, *claim) for one in places for claim in one.ready.claims]
        names.know(self.db, self.known, (row for _, row, _ in made))
        groups = self._groups(made)
        insert(conn, writer.INSERT_CLAIM, (
            (number, version_id, 1, self.run, *row) if row[-1] is None
            else (number, version_id, 1, self.run, *row[:-1], groups[version_id, row[-1]])
            for number, (version_id, row, _) in enumerate(made, start=first)
        ))  # fmt: skip
        spans = ((number, *span) for number, (_, _, found) in enumerate(made, start=first) for span in found)
        insert(conn, writer.INSERT_MENTION, spans)
        cited = (writer.cited(one.version_id, [row for row, _ in one.ready.claims]) for one in places)
        conn.executemany(writer.INSERT_CITED, chain.from_iterable(cited))
        self._sum_up(places, count(first))

    def _groups(self, made: Sequence[tuple[int, codec.Row, codec.Spans]]) -> dict[tuple[int, int], int]:
        """Row ids of the groups that the claims name, by version and number."""
        wanted = dict.fromkeys((version_id, row[-1]) for version_id, row, _ in made if row[-1] is not None)
        groups = {group: number for number, group in enumerate(sorted(wanted), start=self._next("claim_group"))}
        self.db.conn.executemany(INSERT_GROUP, [(number, *group) for group, number in groups.items()])
        return groups

    def _sum_up(self, places: Sequence[_Place], numbers: Iterator[int]) -> None:
        come: list[summaries.Seen] = []
        for one in places:
            rows = ((next(numbers), row) for row, _ in one.ready.claims)
            come += summaries.fresh(one.version_id, one.ready.article.published, rows)
        summaries.add(self.db, come)

    def _words(self, places: Sequence[_Place]) -> None:
        """Words for the search; then copies are looked for, the oldest text first."""
        for one in places:
            article = one.ready.article
            folded = search.index(self.db, one.version_id, article.title, article.text)
            keys = near.keys(folded) if one.ready.keys is None else one.ready.keys
            near.link(self.db, one.work_id, keys, folded)
            near.keep(self.db, one.version_id, keys)
