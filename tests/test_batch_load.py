"""Batch output in the database: the same articles and claims as when pages are added one by one."""

import gc
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.pages import archive
from extractor.batch import BatchOptions, table
from extractor.batch import load as loading
from extractor.batch import run as run_batch
from extractor.batch.load import is_batch, load, sha256
from extractor.errors import InputError
from extractor.files import Known
from extractor.pipeline import add_files
from extractor.store import Store, open_database

pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What batch makes of ten pages and a line that is no JSON."""
    place = tmp_path_factory.mktemp("load")
    archive(place / "a.warc.gz", range(10))
    (place / "b.jsonl").write_text("nonsense\n", encoding="utf-8")
    run_batch([str(place / "a.warc.gz"), str(place / "b.jsonl")], BatchOptions(str(place / "out")))
    return place


def filled(path: Path, source: Path) -> Store:
    """A database with the batch folder in it."""
    store = open_database(path)
    list(load(store, source, store.begin_run("", "1", "add")))
    return store


def told(store: Store) -> list[str]:
    """Every claim as text, without row ids."""
    return sorted(repr((c.article_id, c.figure, c.indicator, c.area, c.period_end, c.mentions)) for c in store.claims())


def test_claims_equal_those_of_pages_added_one_by_one(folder: Path, tmp_path: Path) -> None:
    """Through Parquet and straight in."""
    with filled(tmp_path / "a.db", folder / "out") as one, open_database(tmp_path / "b.db") as other:
        run = other.begin_run("", "1", "add")
        list(add_files(other, [folder / "a.warc.gz"], Known(), run))
        assert told(one) == told(other)
        assert len(told(one)) > 50
        assert sorted(map(repr, one.articles())) == sorted(map(repr, other.articles()))


def test_loading_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """The second time every article is unchanged, and the failure is told again."""
    with filled(tmp_path / "a.db", folder / "out") as store:
        again = [outcome.result for outcome in load(store, folder / "out", store.begin_run("", "1", "add"))]
        assert set(again) == {"unchanged", "failed"}
        assert store.counts()["articles"] == 10


def test_summaries_are_those_of_one_by_one(folder: Path, tmp_path: Path) -> None:
    """Latest values and coverage follow the claims."""
    with filled(tmp_path / "a.db", folder / "out") as store:
        count = store.db.execute("SELECT sum(claims) FROM coverage WHERE indicator = ''").fetchone()[0]
        claims = sum(1 for claim in store.claims() if claim.province)
        assert count == claims > 0


def test_copies_are_found_by_what_batch_wrote(tmp_path: Path) -> None:
    """An article printed again with one sentence more is linked to the first."""
    text = " ".join(
        f"Tỉnh giao {number} việc cho từng xã, từng phường của huyện miền núi số {number}." for number in range(9)
    )
    rows = [{"url": f"https://bao.test/{at}", "text": text + more} for at, more in enumerate(("", " Xem thêm."))]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run_batch([str(tmp_path / "a.jsonl")], BatchOptions(str(tmp_path / "out")))
    with filled(tmp_path / "a.db", tmp_path / "out") as store:
        links = "SELECT work.article_id, near.article_id FROM work JOIN work AS near ON near.id = work.near_to"
        first, again = (store.article(url).id for url in ("https://bao.test/0", "https://bao.test/1"))
        assert store.db.execute(links).fetchall() == [(again, first)]


def test_output_of_an_earlier_version_is_refused(folder: Path, tmp_path: Path) -> None:
    """Its files lack columns: the message says how to get them."""
    from pyarrow import parquet

    copy = shutil.copytree(folder / "out", tmp_path / "copy")
    path = sorted(copy.glob("a.warc*.parquet"))[0]
    kept = parquet.read_table(path).drop_columns(["near_keys"])
    parquet.write_table(kept.replace_schema_metadata({table.KEY: json.dumps({"format": 1})}), path)
    with open_database(tmp_path / "a.db") as store, pytest.raises(InputError, match="--again"):
        list(load(store, with_hash(copy, path), 1))


def test_bytes_that_are_no_text_are_refused(folder: Path, tmp_path: Path) -> None:
    """A title that no string can hold, in a file that its manifest knows."""
    import pyarrow as pa
    from pyarrow import parquet

    copy = shutil.copytree(folder / "out", tmp_path / "copy")
    path = sorted(copy.glob("a.warc*.parquet"))[0]
    kept = parquet.read_table(path)
    titles = pa.array([b"\xff"] * kept.num_rows, pa.binary()).cast(pa.string(), safe=False)
    kept = kept.set_column(kept.schema.get_field_index("title"), kept.schema.field("title"), titles)
    parquet.write_table(kept.replace_schema_metadata({table.KEY: json.dumps({"format": 2})}), path)
    with open_database(tmp_path / "a.db") as store, pytest.raises(InputError, match=r"parquet is damaged"):
        list(load(store, with_hash(copy, path), 1))


def with_hash(folder: Path, path: Path) -> Path:
    """The folder, with a manifest that fits the file as it is now."""
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    told["files"][path.name]["sha256"] = sha256(path)
    (folder / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def test_changed_files_are_refused(folder: Path, tmp_path: Path) -> None:
    """A file whose bytes are not the manifest's, one that is missing, and no manifest."""
    copy = shutil.copytree(folder / "out", tmp_path / "copy")
    assert is_batch(copy)
    first = sorted(copy.glob("*.parquet"))[0]
    first.write_bytes(first.read_bytes() + b"x")
    with open_database(tmp_path / "a.db") as store:
        with pytest.raises(InputError, match="not what the manifest"):
            list(load(store, copy, 1))
        first.unlink()
        with pytest.raises(InputError, match="lacks"):
            list(load(store, copy, 1))
        (copy / "manifest.json").write_text(json.dumps([1]), encoding="utf-8")
        with pytest.raises(InputError, match=r"manifest\.json"):
            list(load(store, copy, 1))


def rewritten(folder: Path, target: Path, change: Callable[[dict[str, Any]], Any]) -> Path:
    """A folder whose first row a stranger changed, with a manifest that fits."""
    shutil.copytree(folder, target)
    path = next(target.glob("a.warc*.parquet"))
    rows, said = list(table.article_rows(path)), table.told(path)
    change(rows[0])
    with table.writer(path) as out:
        for row in rows:
            out.add(row)
        out.finish(said or {})
    return with_hash(target, path)


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.update(text=row["text"] + "."),
        lambda row: row["claims"][0].update(surface="0"),
        lambda row: row["claims"][0].update(kind="count", value="many"),
        lambda row: row["claims"][0].update(precision="NaN"),
        lambda row: row["claims"][0].update(reasons="[1]"),
        lambda row: row["claims"][0].update(reasons="[" * 10_000 + "]"),
        lambda row: row["claims"][0].update(status="certain"),
        lambda row: row.update(article_id=None),
        lambda row: row.update(near_keys=[7, 7]),
        lambda row: row.update(near_keys=[7, None]),
        lambda row: row.update(near_keys=list(range(900))),
    ],
)
def test_rows_that_batch_does_not_write_are_refused(
    folder: Path, tmp_path: Path, change: Callable[[dict[str, Any]], Any]
) -> None:
    """In one line that names the file, with nothing stored."""
    made = rewritten(folder / "out", tmp_path / "copy", change)
    with open_database(tmp_path / "a.db") as store:
        run = store.begin_run("", "1", "add")
        with pytest.raises(InputError, match=r"a\.warc.*parquet holds .*doichieu batch"):
            list(load(store, made, run))
        assert store.counts()["articles"] == 0
        assert gc.isenabled()


def test_rows_that_stay_are_loaded(folder: Path, tmp_path: Path) -> None:
    """Rewriting alone is no reason to refuse."""
    made = rewritten(folder / "out", tmp_path / "copy", lambda row: None)
    with filled(tmp_path / "a.db", made) as store:
        assert store.counts()["articles"] == 10


def test_what_is_told_is_stored_and_a_reviewer_gets_a_turn(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two groups another program may write; it sees the articles told of so far."""
    monkeypatch.setattr(loading, "CLAIMS_TOGETHER", 20)
    with open_database(tmp_path / "a.db") as store, open_database(tmp_path / "a.db") as reviewer:
        reviewer.db.execute("PRAGMA busy_timeout = 0")
        told, turns = 0, 0
        for outcome in load(store, folder / "out", store.begin_run("", "1", "add")):
            told += outcome.result == "new"
            stored = reviewer.db.execute("SELECT count(*) FROM article").fetchone()[0]
            assert stored >= told
            turns += stored < 10
            reviewer.save_failure("https://bao.test/x", "a reviewer's turn")
        assert (told, turns > 0) == (10, True)
