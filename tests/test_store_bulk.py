"""Many articles at once make the database that they make one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import CLAIMS, TEXT, article, claim

from extractor.records import Article, Claim, Figure, FigureKind
from extractor.store import Store, codec, open_database
from extractor.store.bulk import Bulk, Ready

LONG = "Tỉnh Quảng Ninh giao ban tiến độ chuyển đổi số của từng sở, từng xã, từng phường trong tháng chín vừa qua"
REPEATED = f"{TEXT}\n{LONG}."
DOCUMENT = Claim(Figure(0, 4, "Tiến", FigureKind.DOCUMENT, "57-NQ/TW"), programme="DA 06", group=1, role="part")
Given = Sequence[tuple[Article, Sequence[Claim]]]
NEW: Given = [
    (article(), CLAIMS),
    (article("Xã nghèo.\nCòn 12 hộ.", "https://bao.test/a2"), [claim("Xã nghèo.\nCòn 12 hộ.", "12", None)]),
    (article(REPEATED, "https://bao.test/a3"), [*CLAIMS, DOCUMENT]),
    (article(f"{REPEATED}\nTin thêm.", "https://khac.test/a4", publisher="khac.test", published=None), CLAIMS),
    (article("Không có số.", "https://bao.test/a5", notes=("2 images",)), []),
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with open_database(tmp_path / "bulk.db") as opened:
        opened.begin_run("0" * 64, "0.1", "add")
        yield opened


def bulk(store: Store, given: Given) -> list[str]:
    """All of them together."""
    made = [Ready(one, [(codec.claim_row(c, c.group), codec.mentions(c)) for c in claims]) for one, claims in given]
    with store.saving() as db:
        return Bulk(db, store.known, store.run).save(made)


def one_by_one(path: Path, given: Given) -> Store:
    """A database in which each was saved alone."""
    store = open_database(path)
    store.begin_run("0" * 64, "0.1", "add")
    for one, claims in given:
        store.save(one, claims)
    return store


UNLIKE = {"run", "_sqlite_migrations", "sqlite_master", *(f"version_fts_{part}" for part in ("data", "idx", "docsize"))}


def dump(store: Store) -> list[str]:
    """Every row but those of runs and of the inside of the search's index."""
    return [line for line in store.db.conn.iterdump() if not set(line.split('"')) & UNLIKE]


def test_new_articles_make_the_same_rows(store: Store, tmp_path: Path) -> None:
    """Ids, groups, summaries, links between copies and all."""
    assert bulk(store, NEW) == ["new"] * len(NEW)
    with one_by_one(tmp_path / "one.db", NEW) as other:
        assert dump(store) == dump(other)
        assert other.db.execute("SELECT count(*) FROM work WHERE near_to IS NOT NULL").fetchone()[0] == 1
        query = "SELECT rowid FROM version_fts WHERE version_fts MATCH 'chuyen doi so' ORDER BY 1"
        assert store.db.execute(query).fetchall() == [(3,), (4,)] == other.db.execute(query).fetchall()


def test_more_rows_than_go_into_one_statement(store: Store, tmp_path: Path) -> None:
    """A long list of figures: each claim with its own values, empty fields and place."""
    text = "\n".join(f"Thôn {number} có {1000 + number} hộ." for number in range(230))
    claims = [
        replace(
            claim(text, str(1000 + number)), group=number // 2, role="part", body=f"sở {number}" if number % 3 else None
        )
        for number in range(230)
    ]
    given = [*NEW, (article(text, "https://bao.test/a6"), claims)]
    assert bulk(store, given) == ["new"] * len(given)
    with one_by_one(tmp_path / "one.db", given) as other:
        assert dump(store) == dump(other)
        assert store.counts()["claims"] == other.counts()["claims"] > 230


def test_all_of_it_twice_changes_nothing(store: Store) -> None:
    bulk(store, NEW)
    before = dump(store)
    assert bulk(store, NEW) == ["unchanged"] * len(NEW)
    assert dump(store) == before


def test_copies_and_edits_among_new_ones(store: Store, tmp_path: Path) -> None:
    """One text under two addresses in one go, an edit of a known article, and one article twice."""
    bulk(store, NEW[:1])
    copies = [(article(TEXT, "https://bao.test/copy"), CLAIMS), (NEW[1][0], NEW[1][1])]
    edit = (article(TEXT.replace("47", "48")), [claim(TEXT.replace("47", "48"), "48")])
    twice = (replace(NEW[1][0], title="Tên khác"), NEW[1][1])
    assert bulk(store, [*copies, edit, twice]) == ["new", "new", "changed", "changed"]
    with one_by_one(tmp_path / "one.db", [NEW[0], *copies, edit, twice]) as other:
        assert store.counts() == other.counts()
        told = [sorted((c.article_id, c.figure.surface) for c in each.claims()) for each in (store, other)]
        assert told[0] == told[1]
        assert [surface for _, surface in told[0]] == ["48", "12"]
        assert store.article(twice[0].id).title == "Tên khác"


def test_what_fails_leaves_nothing(store: Store) -> None:
    """A claim that the schema refuses takes the articles stored with it back."""
    wrong = replace(CLAIMS[0], area_level="nowhere")
    before = dump(store)
    with pytest.raises(Exception, match="CHECK constraint"):
        bulk(store, [*NEW, (article("Khác.\n47", "https://bao.test/a9"), [wrong])])
    assert dump(store) == before
    assert bulk(store, NEW) == ["new"] * len(NEW)
