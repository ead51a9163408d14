"""The database: articles, claims and findings in one SQLite file that loses nothing and that analysts can open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from extractor.errors import StoreError
from extractor.records import Article, Claim, Decision, Finding, Page, Reference

if TYPE_CHECKING:
    from sqlite_utils import Database

    from extractor.store.decisions import Place
    from extractor.store.names import Known


def open_database(path: Path | str, *, create: bool = True) -> Store:
    """Opens the file, makes it where there is none, brings an older one to today's schema after a backup copy.

    StoreError where it is a folder, no database, another program's, newer than this one, locked, or cannot be written.
    """
    from extractor.store import connection, migrations, views

    path = Path(path)
    db = connection.connect(path, create=create)
    try:
        with connection.explained(path):
            writable = connection.prepare(db, path)
            if writable:
                migrations.migrate(db, path)
                if views.outdated(db):
                    with connection.writing(db, path):
                        views.refresh(db)
            else:
                migrations.require_current(db, path)
    except BaseException:
        db.close()
        raise
    return Store(db, path)


class Store:
    """An open database. One thread uses it; any number of processes may have the file open."""

    def __init__(self, db: Database, path: Path) -> None:
        from extractor.store.names import Known

        self.db = db
        self.path = path
        self.run: int | None = None
        self.known: Known = Known()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        from extractor.store.connection import explain

        self.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise explain(error, self.path) from error

    def close(self) -> None:
        """Closes the file."""
        self.db.close()

    def writing(self) -> AbstractContextManager[Database]:
        """One transaction that waits for other writers; all of it is stored, or nothing."""
        from extractor.store.connection import writing

        return writing(self.db, self.path)

    def begin_run(self, patterns_digest: str, version: str, command: str) -> int:
        """A new run, stamped with rules and program version; what is saved from now on belongs to it. Its id."""
        from extractor.store import fetches, names, references

        with self.writing() as db:
            names.load(db)
            references.ship(db)
            cursor = db.execute(
                "INSERT INTO run (command, version, patterns_digest, started_at) VALUES (?, ?, ?, ?)",
                [command, version, patterns_digest, fetches.now()],
            )
            self.run = int(cursor.lastrowid or 0)
        return self.run

    def end_run(self, run: int, counts: Mapping[str, int]) -> None:
        """Writes down when the run ended and what it counted."""
        from extractor.store import codec, connection, fetches

        with self.writing() as db:
            connection.take_stock(db)
            values = [fetches.now(), codec.dumps(dict(counts)), run]
            db.execute("UPDATE run SET finished_at = ?, counts = ? WHERE id = ?", values)

    def save(self, article: Article, claims: Sequence[Claim], page: Page | None = None, run: int | None = None) -> str:
        """Stores an article and its claims in one transaction: new, changed or unchanged. Saving twice adds nothing."""
        from extractor.store import writer

        with self.saving() as db:
            return writer.save(writer.Saving(db, self.known, self.run if run is None else run, article, page), claims)

    @contextmanager
    def saving(self) -> Iterator[Database]:
        """A transaction that adds names; where it fails, what it remembered of them is forgotten."""
        try:
            with self.writing() as db:
                yield db
        except BaseException:
            self.known.clear()
            raise

    def save_failure(self, url: str, reason: str, page: Page | None = None) -> None:
        """Keeps why a URL gave no article."""
        from extractor.store import fetches

        with self.writing() as db:
            if page is None:
                fetches.record_failure(db, url, reason, self.run)
            else:
                fetches.record_page(db, page, self.run, reason)

    def withdraw(self, url: str) -> bool:
        """Marks an article that its publisher took down; True where it was stored and not marked yet."""
        from extractor.store import fetches

        with self.writing() as db:
            update = "UPDATE article SET withdrawn_at = ? WHERE url = ? AND withdrawn_at IS NULL"
            return bool(db.execute(update, [fetches.now(), url]).rowcount)

    def articles(self, *, copies: bool = False) -> Iterator[Article]:
        """Newest version of the article that speaks for each work; `copies` gives every article."""
        from extractor.store import reader

        return reader.articles(self.db, copies=copies)

    def article(self, name: str) -> Article:
        """The article with this id, unambiguous start of an id, or URL; InputError where there is none."""
        from extractor.store import reader

        return reader.article(self.db, name)

    def claims(
        self, indicator: str | None = None, article_id: str | None = None, province: str | None = None
    ) -> Iterator[Claim]:
        """Live claims of newest versions, each work once, with id and article_id; a topic takes what is below it."""
        from extractor.store import reader

        return reader.claims(self.db, indicator, article_id, province)

    def claim(self, claim_id: int) -> Claim:
        """The claim with this id, retired or not; InputError where there is none."""
        from extractor.store import reader

        return reader.claim(self.db, claim_id)

    def quote(self, claim_id: int) -> str:
        """The sentence that makes the claim, as it was when it was read."""
        from extractor.store import reader

        return reader.quote(self.db, claim_id)

    def save_findings(self, run: int | None, findings: Sequence[Finding]) -> dict[str, int]:
        """Makes these the live findings, retires the others: numbers of new, changed, unchanged, retired."""
        from extractor.store import findings as stage

        with self.writing() as db:
            return stage.save(db, run, findings)

    def findings(self) -> Iterator[Finding]:
        """Live findings, the severest first."""
        from extractor.store import reader

        return reader.findings(self.db)

    def references(self) -> list[Reference]:
        """Official values that were added to hold claims against."""
        from extractor.store import references

        return references.given(self.db)

    def decide(self, decision: Decision) -> Decision:
        """Appends a fact-checker's decision; InputError where it was made on a text or claim that is no longer new."""
        from extractor.store import decisions

        with self.writing() as db:
            return decisions.decide(db, decision)

    def decisions(self) -> Iterator[tuple[Decision, Place]]:
        """Every decision in the order they were made, and where it stands: made, carried, stale or lost."""
        from extractor.store import decisions

        return decisions.stored(self.db)

    def counts(self) -> dict[str, int]:
        """How many works, articles, versions, live claims and findings, failed URLs and runs there are."""
        from extractor.store import reader

        return reader.counts(self.db)


__all__ = ["Store", "StoreError", "open_database"]
