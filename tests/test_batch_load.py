"""Batch output in the database: the same articles and claims as when pages are added one by one."""

import json
import shutil
from pathlib import Path

import pytest

from benchmarks.pages import archive
from extractor.batch import BatchOptions
from extractor.batch import run as run_batch
from extractor.batch.load import is_batch, load
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
