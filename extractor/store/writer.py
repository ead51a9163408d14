"""Writes one article with its claims: work, article, version, blocks, claims, mentions. Nothing is deleted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from extractor.records import Article, Claim, Page
from extractor.store import codec, decisions, fetches, names, near, search, summaries, works

_CLAIM_MARKS = ", ".join("?" * (len(codec.CLAIM_COLUMNS) + 4))
_CLAIM_NAMES = ", ".join(f'"{name}"' for name in codec.CLAIM_COLUMNS)
INSERT_CLAIM = f"INSERT INTO claim (id, version_id, current, created_run, {_CLAIM_NAMES}) VALUES ({_CLAIM_MARKS})"  # noqa: S608
INSERT_CITED = "INSERT INTO document_cited (version_id, document, mentions) VALUES (?, ?, ?)"
INSERT_MENTION = "INSERT INTO mention (claim_id, start, stop) VALUES (?, ?, ?)"
INSERT_BLOCK = (
    f"INSERT INTO block (version_id, {', '.join(codec.BLOCK_COLUMNS)}) "  # noqa: S608
    f"VALUES ({', '.join('?' * (len(codec.BLOCK_COLUMNS) + 1))})"
)
_VERSION_NAMES = ", ".join(codec.VERSION_COLUMNS)
INSERT_VERSION = (
    f"INSERT INTO version (id, {_VERSION_NAMES}, article_id, text_sha256, cause, seen_at, fetch_id, created_run, text) "  # noqa: S608
    f"VALUES ({', '.join('?' * (len(codec.VERSION_COLUMNS) + 8))})"
)


@dataclass(slots=True)
class Saving:
    """One article on its way into the database, inside an open transaction."""

    db: Database
    known: names.Known
    run: int | None
    article: Article
    page: Page | None = None
    seen_at: str | None = None
    fetch_id: int | None = None
    work_id: int = 0
    version_id: int = 0
    shown: bool | None = None
    folded: str = ""
    added: Sequence[tuple[int, codec.Row]] = ()
    changes: list[str] = field(default_factory=list)


def save(saving: Saving, claims: Sequence[Claim]) -> str:
    """Stores the article and its claims: new, changed or unchanged. The caller holds the transaction."""
    if saving.page is not None:
        saving.fetch_id = fetches.record_page(saving.db, saving.page, saving.run)
        saving.seen_at = saving.page.fetched_at
    row = saving.db.conn.execute("SELECT version_id FROM article WHERE id = ?", [saving.article.id]).fetchone()
    touched = works.touched(saving.db, saving.article)
    before = summaries.seen(saving.db, touched) if touched else set()
    if row is None:
        _insert(saving, claims, same=touched)
    else:
        _update(saving, claims, row[0])
    if "version" in saving.changes:
        _look_for_copies(saving)
    if saving.changes and touched:
        summaries.update(saving.db, before, summaries.seen(saving.db, touched))
    elif saving.changes:
        summaries.add(saving.db, summaries.fresh(saving.version_id, saving.article.published, saving.added))
    if row is None:
        return "new"
    return "changed" if saving.changes else "unchanged"


def _look_for_copies(saving: Saving) -> None:
    """Keeps what finds texts like the new one, and links its work to an older one like it."""
    shown, work_id = saving.shown, saving.work_id
    if shown is None:
        shown = works.is_shown(saving.db, saving.version_id)
        work_id = works.of_version(saving.db, saving.version_id)
    near.add(saving.db, saving.version_id, work_id, saving.folded, shown=shown)


def _insert(saving: Saving, claims: Sequence[Claim], *, same: Sequence[int]) -> None:
    """A new article; `same` are the works that have its text already."""
    source_id = names.source_id(saving.db, saving.known, saving.article.publisher)
    saving.work_id, saving.version_id = works.insert_article(saving.db, saving.article, source_id, saving.run, same)
    saving.shown = None if same else True
    _insert_version(saving, None)
    _save_blocks(saving)
    save_claims(saving, claims)
    if same:
        works.settle(saving.db, saving.article.id)


def _update(saving: Saving, claims: Sequence[Claim], newest: int) -> None:
    """An article that is known, with a text that may be."""
    _save_version(saving, newest)
    _save_blocks(saving)
    moved = _move_pointer(saving, newest)
    save_claims(saving, claims)
    if moved or "description" in saving.changes:
        works.settle(saving.db, saving.article.id)
    if saving.changes:
        decisions.carry(saving.db, saving.article.id, saving.run)


def _save_version(saving: Saving, newest: int) -> None:
    """Finds or adds the version with this text; what the publisher says around the text follows the newest parse."""
    article, db, seen_at = saving.article, saving.db, saving.seen_at
    row = db.execute(
        f"SELECT id, seen_at, {_VERSION_NAMES} FROM version WHERE article_id = ? AND text_sha256 = ?",  # noqa: S608
        [article.id, article.text_sha256],
    ).fetchone()
    if row is None:
        saving.version_id = works.next_version(db)
        _insert_version(saving, newest)
        return
    saving.version_id, described = row[0], codec.version_row(article)
    if tuple(row[2:]) != described:
        if row[2] != article.title:
            search.unindex(db, row[0], row[2], article.text)
            search.index(db, row[0], article.title, article.text)
        assignments = ", ".join(f"{name} = ?" for name in codec.VERSION_COLUMNS)
        db.execute(f"UPDATE version SET {assignments} WHERE id = ?", (*described, row[0]))  # noqa: S608
        saving.changes.append("description")
    if seen_at and (row[1] is None or seen_at > row[1]):
        db.execute("UPDATE version SET seen_at = ? WHERE id = ?", [seen_at, row[0]])


def _insert_version(saving: Saving, newest: int | None) -> None:
    """A text that the article did not have yet, and its words for the search."""
    article = saving.article
    known = (article.id, article.text_sha256, _cause(saving, newest), saving.seen_at, saving.fetch_id, saving.run)
    saving.db.conn.execute(INSERT_VERSION, (saving.version_id, *codec.version_row(article), *known, article.text))
    saving.folded = search.index(saving.db, saving.version_id, article.title, article.text)
    saving.changes.append("version")


def _cause(saving: Saving, newest: int | None) -> str:
    """Why there is a new text: the publisher's edit, or a new parse of the same bytes."""
    if newest is None:
        return "first"
    row = saving.db.execute(
        "SELECT version.parser, fetch.sha256 FROM version LEFT JOIN fetch ON fetch.id = version.fetch_id "
        "WHERE version.id = ?",
        [newest],
    ).fetchone()
    if saving.page is not None and saving.page.sha256 == row[1]:
        return "parse"
    return "edit" if row[0] == saving.article.parser else "edit or parse"


def _save_blocks(saving: Saving) -> None:
    """Blocks follow the newest parse of a text; they are no one's statement, so they are replaced."""
    rows, db = codec.block_rows(saving.article.blocks), saving.db
    if "version" not in saving.changes:
        columns = ", ".join(codec.BLOCK_COLUMNS)
        stored = db.execute(
            f"SELECT {columns} FROM block WHERE version_id = ? ORDER BY number",  # noqa: S608
            [saving.version_id],
        ).fetchall()
        if stored == rows:
            return
        db.execute("DELETE FROM block WHERE version_id = ?", [saving.version_id])
        saving.changes.append("blocks")
    db.conn.executemany(INSERT_BLOCK, [(saving.version_id, *row) for row in rows])


def _move_pointer(saving: Saving, newest: int) -> bool:
    """Makes this version the article's newest, unless the page is an older capture; True when it moved."""
    returned = "UPDATE article SET withdrawn_at = NULL WHERE id = ? AND withdrawn_at IS NOT NULL"
    if saving.page is not None and saving.db.execute(returned, [saving.article.id]).rowcount:
        saving.changes.append("returned")
    if newest == saving.version_id:
        names.touch_source(saving.db, saving.known, saving.article)
        return False
    if saving.seen_at is not None:
        seen = saving.db.execute("SELECT seen_at FROM version WHERE id = ?", [newest]).fetchone()[0]
        if seen and saving.seen_at < seen:
            return False
    saving.db.execute("UPDATE article SET version_id = ? WHERE id = ?", [saving.version_id, saving.article.id])
    saving.changes.append("newest")
    names.touch_source(saving.db, saving.known, saving.article)
    return True


def save_claims(saving: Saving, claims: Sequence[Claim]) -> None:
    """Adds what is new, keeps what is equal, retires what today's rules no longer find."""
    groups = _groups(saving, claims)
    wanted = [
        (codec.claim_row(claim, groups.get(claim.group)), tuple(sorted(codec.mentions(claim)))) for claim in claims
    ]
    names.know(saving.db, saving.known, [row for row, _ in wanted])
    gone, fresh = ([], wanted) if "version" in saving.changes else _compare(wanted, _stored_claims(saving))
    if gone or fresh:
        _retire(saving, gone)
        _insert_claims(saving, fresh)
        _cite(saving, [row for row, _ in wanted])
        saving.changes.append("claims")


def _compare(wanted: Sequence[codec.Made], stored: Mapping[int, codec.Made]) -> tuple[list[int], list[codec.Made]]:
    """Ids of stored claims that are not wanted, and wanted ones that are not stored, in the order they were given."""
    missing, gone, fresh = Counter(wanted), [], []
    for claim_id, made in stored.items():
        if missing[made] > 0:
            missing[made] -= 1
        else:
            gone.append(claim_id)
    for made in wanted:
        if missing[made] > 0:
            missing[made] -= 1
            fresh.append(made)
    return gone, fresh


def _groups(saving: Saving, claims: Iterable[Claim]) -> dict[int | None, int]:
    """Row ids of the groups that the claims name, made where they are new."""
    numbers = sorted({claim.group for claim in claims if claim.group is not None})
    if not numbers:
        return {}
    rows = [(saving.version_id, number) for number in numbers]
    saving.db.conn.executemany("INSERT OR IGNORE INTO claim_group (version_id, number) VALUES (?, ?)", rows)
    query = "SELECT number, id FROM claim_group WHERE version_id = ?"
    return dict(saving.db.execute(query, [saving.version_id]).fetchall())


def _stored_claims(saving: Saving) -> dict[int, codec.Made]:
    names_ = ", ".join(f'claim."{name}"' for name in codec.CLAIM_COLUMNS)
    rows = saving.db.execute(
        f"SELECT id, (SELECT json_group_array(json_array(start, stop)) FROM mention WHERE claim_id = id), {names_} "  # noqa: S608
        "FROM claim WHERE version_id = ? AND retired_run IS NULL ORDER BY id",
        [saving.version_id],
    )
    return {row[0]: (tuple(row[2:]), tuple(sorted((a, b) for a, b in json.loads(row[1])))) for row in rows}


def _retire(saving: Saving, gone: Sequence[int]) -> None:
    rows = [(saving.run, claim_id) for claim_id in gone]
    saving.db.conn.executemany("UPDATE claim SET retired_run = ?, current = 0 WHERE id = ?", rows)


def _insert_claims(saving: Saving, fresh: Sequence[codec.Made]) -> None:
    conn = saving.db.conn
    first = 1 + int(conn.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0])
    shown = works.is_shown(saving.db, saving.version_id) if saving.shown is None else saving.shown
    head = (saving.version_id, int(shown), saving.run)
    saving.added = [(number, row) for number, (row, _) in enumerate(fresh, start=first)]
    conn.executemany(INSERT_CLAIM, ((number, *head, *row) for number, row in saving.added))
    spans = ((number, *span) for number, (_, spans) in enumerate(fresh, start=first) for span in spans)
    conn.executemany(INSERT_MENTION, spans)


def _cite(saving: Saving, rows: Sequence[codec.Row]) -> None:
    """Counts the documents that the version's claims name."""
    if "version" not in saving.changes:
        saving.db.execute("DELETE FROM document_cited WHERE version_id = ?", [saving.version_id])
    saving.db.conn.executemany(INSERT_CITED, cited(saving.version_id, rows))


def cited(version_id: int, rows: Iterable[codec.Row]) -> list[tuple[int, str, int]]:
    """Rows of the documents that a version's claims name, in full or as their programme, with how often."""
    named = Counter(document for row in rows if (document := codec.document(row)))
    return [(version_id, document, count) for document, count in named.items()]
