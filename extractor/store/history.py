"""What changed between two runs: claims gained, lost and read otherwise, by rule; articles new and edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from extractor.errors import InputError
from extractor.records import Article, Claim
from extractor.store import codec, reader

if TYPE_CHECKING:
    from extractor.store import Store

# Fields whose change is no news to a reader: where it stands and how it was found.
_QUIET = frozenset({"start", "stop", "figure_rule", "rule", "reasons", "confidence", "group_id", "sentence_start",
    "sentence_stop", "value_num", "value_max_num", "language"})  # fmt: skip
_LOUD = tuple(name for name in codec.CLAIM_COLUMNS if name not in _QUIET)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: kind is gained, lost or changed; `fields` says which of them differ, `cause` why.

    cause: rules (the same text read otherwise), first (a new article), edit, parse, or `edit or parse`.
    """

    kind: str
    cause: str
    article_id: str
    before: Claim | None
    after: Claim | None
    fields: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that reads it now, or that read it."""
        claim = self.after or self.before
        return (claim.rule or claim.figure.rule) if claim else ""


def reextract(store: Store, understand: Callable[[Article], Sequence[Claim]], run: int) -> Iterator[tuple[str, str]]:
    """Reads every stored article by today's rules: (article id, changed or unchanged), one transaction each.

    What is no longer found is retired with the run's id; decisions are carried. A kill between two articles loses
    neither; run it again.
    """
    for (article_id,) in store.db.execute("SELECT id FROM article ORDER BY id").fetchall():
        article = store.article(article_id)
        yield article_id, store.save(article, understand(article), run=run)


def foreseen(
    store: Store, understand: Callable[[Article], Sequence[Claim]], only: Iterable[str] | None = None
) -> Iterator[Change]:
    """What `reextract` would change in every article, or in those with these ids; nothing is stored."""
    every = (row[0] for row in store.db.execute("SELECT id FROM article ORDER BY id").fetchall())
    for article_id in every if only is None else only:
        before = list(store.claims(article_id=article_id))
        yield from _pair("rules", article_id, before, understand(store.article(article_id)))


def captures(db: Database) -> Iterator[tuple[str, str, int]]:
    """Newest archived answer of each URL that gave an article: (URL, archive file, first byte), to be parsed again.

    Give each page to the parser and the result to Store.save; equal bytes make no edit.
    """
    query = (
        "SELECT url, file, offset FROM frontier_capture AS newest "
        "WHERE status = 200 AND url IN (SELECT url FROM article) "
        "AND fetched_at = (SELECT max(fetched_at) FROM frontier_capture WHERE url = newest.url AND status = 200) "
        "GROUP BY url ORDER BY file, offset"
    )
    yield from db.execute(query).fetchall()


def carried(db: Database, run: int) -> dict[str, int]:
    """How many decisions this run carried, found stale, or lost."""
    query = "SELECT state, count(*) FROM decision_place WHERE run_id = ? GROUP BY state"
    return dict(db.execute(query, [run]).fetchall())


def last_runs(db: Database) -> tuple[int, int]:
    """The newest run that changed claims, and the run before it; InputError where there is no such run."""
    row = db.execute("SELECT max(max(coalesce(created_run, 0)), max(coalesce(retired_run, 0))) FROM claim").fetchone()
    if not row or not row[0]:
        raise InputError("no run has stored a claim yet", "fill the database with `doichieu add` or `doichieu crawl`")
    before = db.execute("SELECT coalesce(max(id), 0) FROM run WHERE id < ?", [row[0]]).fetchone()
    return int(before[0]), int(row[0])


def diff(db: Database, since: int, until: int) -> Iterator[Change]:
    """What the runs after `since`, up to `until`, changed, article by article."""
    known = {row[0] for row in db.execute("SELECT id FROM run")}
    for run in {since, until} - {0}:
        if run not in known:
            raise InputError(f"there is no run {run}", "see the table run for their numbers")
    versions = db.execute(_TOUCHED, {"since": since, "until": until}).fetchall()
    for version_id, article_id, cause, fresh in versions:
        after = _alive(db, version_id, until)
        if not fresh:
            yield from _pair("rules", article_id, _alive(db, version_id, since), after)
            continue
        older = _previous(db, article_id, version_id, since)
        yield from _pair(cause, article_id, _alive(db, older, since) if older else [], after)


_TOUCHED = """
SELECT version.id, version.article_id, version.cause, coalesce(version.created_run, 0) > :since
FROM version WHERE version.id IN (
    SELECT version_id FROM claim WHERE created_run > :since AND created_run <= :until
    UNION SELECT version_id FROM claim WHERE retired_run > :since AND retired_run <= :until
    UNION SELECT id FROM version WHERE created_run > :since AND created_run <= :until
) AND coalesce(version.created_run, 0) <= :until
ORDER BY version.article_id, version.id
"""
_ALIVE = """
WHERE claim.version_id = ? AND coalesce(claim.created_run, 0) <= ?
AND (claim.retired_run IS NULL OR claim.retired_run > ?) ORDER BY claim.start, claim.id
"""


def _alive(db: Database, version_id: int, run: int) -> list[Claim]:
    return [codec.row_claim(row) for row in reader.rows(db, reader.CLAIMS + _ALIVE, [version_id, run, run])]


def _previous(db: Database, article_id: str, version_id: int, since: int) -> int | None:
    query = "SELECT max(id) FROM version WHERE article_id = ? AND id < ? AND coalesce(created_run, 0) <= ?"
    row = db.execute(query, [article_id, version_id, since]).fetchone()
    return row[0] if row else None


def _pair(cause: str, article_id: str, before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[Change]:
    """Matches claims that are equal, then those at the same place or of the same thing; the rest is lost or gained."""
    old, new = _unequal(before, after)
    for key in (_place, _thing) if cause == "rules" else (_thing,):
        index: dict[Any, list[Claim]] = {}
        for claim in new:
            index.setdefault(key(claim), []).append(claim)
        for claim in list(old):
            if index.get(key(claim)):
                partner = index[key(claim)].pop(0)
                old.remove(claim)
                new.remove(partner)
                yield Change("changed", cause, article_id, claim, partner, differences(claim, partner))
    yield from (Change("lost", cause, article_id, claim, None) for claim in old)
    yield from (Change("gained", cause, article_id, None, claim) for claim in new)


def _unequal(before: Sequence[Claim], after: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims of each side that the other side does not say as well."""
    said_before, said_after = Counter(map(_loud, before)), Counter(map(_loud, after))
    return _beyond(before, said_after), _beyond(after, said_before)


def _beyond(claims: Iterable[Claim], said: Mapping[codec.Row, int]) -> list[Claim]:
    left, beyond = Counter(said), []
    for claim in claims:
        if left[_loud(claim)] > 0:
            left[_loud(claim)] -= 1
        else:
            beyond.append(claim)
    return beyond


def _loud(claim: Claim) -> codec.Row:
    row = dict(zip(codec.CLAIM_COLUMNS, codec.claim_row(claim, None), strict=True))
    return tuple(row[name] for name in _LOUD)


def _place(claim: Claim) -> tuple[int, str]:
    return claim.figure.start, claim.figure.kind.value


def _thing(claim: Claim) -> tuple[Any, ...]:
    return (claim.indicator or claim.subject, claim.area, claim.body, claim.programme, claim.status, claim.statement,
        claim.figure.kind)  # fmt: skip


def differences(before: Claim, after: Claim) -> tuple[str, ...]:
    """Names of the fields that a reader would see differ."""
    return tuple(name for name, a, b in zip(_LOUD, _loud(before), _loud(after), strict=True) if a != b)


def summary(changes: Iterable[Change]) -> dict[str, int]:
    """How many of each kind, and of each kind by rule as `kind rule`."""
    counts: Counter[str] = Counter()
    for change in changes:
        counts[change.kind] += 1
        counts[f"{change.kind} {change.rule}"] += 1
    return dict(counts)
