"""Batch: the rows of a folder of shards are those of the serial run, and no page takes others with it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import run

from benchmarks.cluster import POISON
from benchmarks.pages import archive, html, page, response
from extractor.batch import BatchOptions, places, pool
from extractor.batch import run as run_batch
from extractor.batch.items import Item, items
from extractor.batch.options import Shard, Source
from extractor.batch.plan import shards
from extractor.batch.rows import row
from extractor.batch.table import article_rows
from extractor.errors import InputError

pytest.importorskip("pyarrow")
VI = "Tỉnh Quảng Ninh đã hoàn thành 38/64 nhiệm vụ được giao, đạt 59,4%."


def rows(folder: Path) -> list[dict[str, Any]]:
    """The rows of every file of a batch folder, in the order of their URLs."""
    found = [row for file in sorted(folder.glob("*.parquet")) for row in article_rows(file)]
    return sorted(found, key=lambda one: (one["url"] or "", one["name"], one["reason"] or ""))


def claims(folder: Path) -> list[str]:
    """Every claim of a folder as text, sorted."""
    return sorted(json.dumps([row["url"], claim]) for row in rows(folder) for claim in row["claims"] or ())


def options(folder: Path, **more: Any) -> BatchOptions:
    """Options that read pages of every host."""
    return BatchOptions(str(folder), **more)


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two archives of 24 pages and the folder that one worker made of them."""
    folder = tmp_path_factory.mktemp("batch")
    (folder / "in").mkdir()
    archive(folder / "in/one.warc.gz", range(12))
    archive(folder / "in/two.warc.gz", range(12, 24))
    run_batch([str(folder / "in")], options(folder / "out"))
    return folder / "in", folder / "out"


def test_rows_equal_those_of_one_page_after_another(read_once: tuple[Path, Path]) -> None:
    """What the files hold is what the pipeline says of each page alone."""
    serial = [row(Item("", page=page(number)), (), False) for number in range(24)]
    expected = sorted(json.dumps([one["url"], claim]) for one in serial for claim in one.get("claims", ()))
    assert claims(read_once[1]) == expected
    assert len(expected) > 100


def test_two_workers_write_the_same_bytes(read_once: tuple[Path, Path], tmp_path: Path) -> None:
    """The manifest's hashes do not depend on who did which shard."""
    run_batch([str(read_once[0])], options(tmp_path / "out", workers=2))
    hashes = [
        {name: entry["sha256"] for name, entry in json.loads((folder / "manifest.json").read_text())["files"].items()}
        for folder in (read_once[1], tmp_path / "out")
    ]
    assert hashes[0] == hashes[1]
    assert len(hashes[0]) == 2


def test_what_is_there_is_left_and_new_files_are_added(tmp_path: Path) -> None:
    """A second run does only the shard that came."""
    (tmp_path / "in").mkdir()
    archive(tmp_path / "in/a.warc.gz", range(2))
    first = run_batch([str(tmp_path / "in")], options(tmp_path / "out"))
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "out").glob("*.parquet")}
    archive(tmp_path / "in/b.warc.gz", range(2, 4))
    second = run_batch([str(tmp_path / "in")], options(tmp_path / "out"))
    assert (first.done, first.skipped, second.done, second.skipped) == (1, 0, 1, 1)
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert json.loads((tmp_path / "out/manifest.json").read_text())["counts"]["articles"] == 4


def test_what_a_killed_worker_began_is_cleared_away(tmp_path: Path) -> None:
    """Once its shard is done again; what others are writing stays."""
    path = archive(tmp_path / "a.warc.gz", range(2))
    (tmp_path / "out").mkdir()
    shard = shards([str(path)])[0].name
    left, other = tmp_path / f"out/.{shard}.parquet.x1.part", tmp_path / "out/.other.parquet.x1.part"
    left.touch()
    other.touch()
    run_batch([str(path)], options(tmp_path / "out"))
    assert (left.exists(), other.exists()) == (False, True)


def test_what_a_slow_worker_still_writes_stays(tmp_path: Path) -> None:
    """One that was given up for lost, and then comes after the one that did its shard again."""
    target = str(tmp_path / "a.parquet")
    with places.aside(target) as slow:
        slow.write_text("begun")
        with places.aside(target) as fast:
            fast.write_text("whole")
        assert (tmp_path / "a.parquet").read_text() == "whole"
        slow.write_text("whole, late")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.parquet", "whole, late")]


def test_what_a_killed_process_wrote_is_no_longer_held(tmp_path: Path) -> None:
    """The next one that writes the same file clears it away."""
    target = str(tmp_path / "a.parquet")
    killed = (
        "import os, sys; from extractor.batch import places\nwith places.aside(sys.argv[1]): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", killed, target], check=False)
    assert [file.name[-5:] for file in tmp_path.iterdir()] == [".part"]
    with places.aside(target) as made:
        made.write_text("whole")
    assert [file.name for file in tmp_path.iterdir()] == ["a.parquet"]


def test_output_of_another_choice_is_not_mixed_in(read_once: tuple[Path, Path]) -> None:
    """Other languages mean other rows: the run says so and does nothing."""
    with pytest.raises(InputError, match="--again"):
        run_batch([str(read_once[0])], options(read_once[1], languages=("ur",)))


@pytest.fixture
def poisoned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with a page that hangs, one that eats memory, one that ends the process, and a cut end."""
    (tmp_path / "sitecustomize.py").write_text(POISON, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    bad = [response(f"http://badinh.test/{name}", html(20)[1]) for name in ("treo", "an", "chet")]
    good = [response(*html(number)) for number in range(4)]
    path = tmp_path / "poison.warc.gz"
    path.write_bytes(b"".join([good[0], bad[0], good[1], bad[1], good[2], bad[2], good[3], good[0][:300]]))
    return path


def test_a_poisoned_page_stays_alone(poisoned: Path, tmp_path: Path) -> None:
    """The others are read, and each failure names its page and its kind."""
    made = run_batch([str(poisoned)], options(tmp_path / "out", seconds=4.0, megabytes=600))
    reasons = {name.rsplit("/", 1)[-1]: reason for name, reason in made.failures}
    assert made.counts["articles"] == 4
    assert "longer than 4 seconds" in reasons["treo"]
    assert "memory" in reasons["an"]
    assert "SIGSEGV" in reasons["chet"]
    assert "cut off" in reasons["poison.warc.gz"]
    assert len(reasons) == 4


def test_workers_begin_with_the_largest_shards() -> None:
    """Of shards that are alike the first given comes first."""
    made = [
        Shard(name, "files", (Source(name, size), Source(name, 1)))
        for name, size in zip("abcd", (5, 9, 5, 7), strict=True)
    ]
    assert [shard.name for shard in pool.largest_first(made)] == ["b", "d", "a", "c"]


def test_a_lost_worker_costs_nothing(tmp_path: Path) -> None:
    """Workers that are killed are replaced and their shards done again."""
    for number in range(6):
        archive(tmp_path / f"{number}.warc.gz", range(number * 4, number * 4 + 4))
    killer = threading.Thread(target=_kill_a_child, args=(tmp_path / "out",))
    killer.start()
    made = run_batch([str(tmp_path / f"{number}.warc.gz") for number in range(6)], options(tmp_path / "out", workers=2))
    killer.join()
    assert not made.lost
    assert made.counts["articles"] == len(rows(tmp_path / "out")) == 24


def _kill_a_child(folder: Path) -> None:
    """Once the first shard is there, kills a worker of this process."""
    deadline = time.monotonic() + 60
    while not list(folder.glob("*.parquet")) and time.monotonic() < deadline:
        time.sleep(0.05)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        parts = stat.read_text().rsplit(")", 1)[-1].split()
        command = (stat.parent / "cmdline").read_bytes()
        if int(parts[1]) == os.getpid() and b"spawn_main" in command:
            os.kill(int(stat.parent.name), signal.SIGKILL)
            return


def test_a_dask_cluster_gives_the_same(read_once: tuple[Path, Path], tmp_path: Path) -> None:
    """Two workers of a cluster write what one process writes."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        made = run_batch([str(read_once[0])], options(tmp_path / "out", scheduler=cluster.scheduler_address))
    assert not made.lost
    assert claims(tmp_path / "out") == claims(read_once[1])


def test_no_scheduler_is_one_line() -> None:
    """An address where nobody listens."""
    pytest.importorskip("distributed")
    with pytest.raises(InputError, match="no Dask scheduler"):
        list(pool.results([Shard("a", "jsonl", ())], BatchOptions("x", scheduler="nonsense://1"), ""))


def test_lines_keep_their_reasons(tmp_path: Path) -> None:
    """Bad lines are failures with their number; half a surrogate pair and an unknown language do not stop a run."""
    path = tmp_path / "a.jsonl"
    lines = [
        {"id": "a", "text": VI},
        {"id": "b"},
        {"text": VI + "\ud800"},
        {"text": "你好" * 200},
        {"text": VI, "url": 3},
    ]
    path.write_text("\n".join([*map(json.dumps, lines), "no json", "[" * 5000, ""]), encoding="utf-8")
    read = list(items(shards([str(path)])[0], {str(path): path}, lambda _: True))
    made = [row(one, (), False) if one and not one.reason else {"reason": one and one.reason} for one in read]
    assert [bool(one.get("claims")) for one in made] == [True, False, True, False, False, False, False]
    assert "line 2" in str(made[1]["reason"])
    assert made[2]["text"].endswith("?")


def test_hosts_are_chosen_before_pages_are_read(tmp_path: Path) -> None:
    """Pages of other hosts are counted and no more; a host stands for those below it."""
    archive(tmp_path / "a.warc.gz", range(24))
    made = run_batch([str(tmp_path / "a.warc.gz")], options(tmp_path / "out", hosts=frozenset({"kinhbac.test"})))
    assert made.counts["articles"] == len(rows(tmp_path / "out")) == 2
    assert made.counts["other_host"] == 22


def test_single_documents_go_in_groups_and_only_new_ones_are_read(tmp_path: Path) -> None:
    """A folder of texts is one file; a text that comes later is another."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(VI, encoding="utf-8")
    (tmp_path / "in/manifest.csv").write_text("path,published\na.txt,2025-10-02\n", encoding="utf-8")
    run_batch([str(tmp_path / "in")], options(tmp_path / "out"))
    (tmp_path / "in/b.txt").write_text(VI.replace("38", "39"), encoding="utf-8")
    again = run_batch([str(tmp_path / "in")], options(tmp_path / "out"))
    assert (again.done, again.skipped) == (1, 1)
    third = run_batch([str(tmp_path / "in")], options(tmp_path / "out"))
    assert (third.shards, third.done, third.skipped) == (2, 0, 2)
    assert [one["published"] for one in rows(tmp_path / "out")] == ["2025-10-02", None]


def test_parquet_in_from_any_url(tmp_path: Path) -> None:
    """Columns url, text and date of a Parquet file, named by an fsspec URL; output goes to a URL as well."""
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("fsspec")
    from pyarrow import parquet

    table = pa.table({"url": ["https://a.vn/1"], "text": [VI], "date": ["2025-10-02"], "score": [1.5]})
    parquet.write_table(table, tmp_path / "in.parquet")
    made = run_batch([f"file://{tmp_path}/in.parquet"], options(Path(f"{tmp_path}/out")))
    assert made.counts["articles"] == 1
    assert rows(tmp_path / "out")[0]["published"] == "2025-10-02"


def test_a_row_of_bytes_that_are_no_text_fails_alone(tmp_path: Path) -> None:
    """The rows around it are read, and the failure names the row."""
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    texts = pa.array([VI.encode(), b"caf\xff", VI.encode()], pa.binary()).cast(pa.string(), safe=False)
    parquet.write_table(pa.table({"text": texts, "id": ["1", "2", "3"]}), tmp_path / "in.parquet")
    made = run_batch([str(tmp_path / "in.parquet")], options(tmp_path / "out"))
    assert (made.counts["articles"], made.counts["failed"]) == (2, 1)
    assert "row 2 holds bytes that are no text" in made.failures[0][1]


def test_command_prints_counts_and_failures(tmp_path: Path) -> None:
    """The command ends with counts; a damaged input is a named failure, not an end."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": VI}) + "\nnonsense\n", encoding="utf-8")
    (tmp_path / "b.warc").write_bytes(b"nothing of the kind")
    result = run("batch", tmp_path, "-o", tmp_path / "out", "--json", "--workers", 1)
    assert result.exit_code == 0
    said = json.loads(result.stdout)
    assert (said["counts"]["articles"], said["counts"]["failed"]) == (1, 2)
    assert "line 2" in result.stderr
    assert "b.warc is no WARC file" in result.stderr


@pytest.mark.parametrize("arguments", [["nowhere"], ["README.md"]])
def test_unusable_inputs_are_one_line(arguments: list[str], tmp_path: Path) -> None:
    """No such file, and a kind that is not read."""
    result = run("batch", *arguments, "-o", tmp_path / "out")
    assert isinstance(result.exception, InputError)


def test_sources_of_one_name_get_files_of_their_own() -> None:
    """Output names come from the whole path."""
    one, two = (Shard("", "jsonl", (Source(f"/{name}/a.jsonl", 1),)) for name in "xy")
    from extractor.batch.plan import _whole

    assert _whole(one.sources[0]).name != _whole(two.sources[0]).name
