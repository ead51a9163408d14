"""A Dask cluster that everything happens to, against the same pages one after another in this process:

    python -m benchmarks.cluster --pages 20000

One worker is killed while it runs, another joins late, one page hangs, one eats memory, one archive is cut off. The
rows must equal those of the pages read here but for the failures that are named; what the machinery costs is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import pages
from extractor.batch import BatchOptions, run
from extractor.batch.items import Item
from extractor.batch.rows import row
from extractor.batch.run import Progress
from extractor.batch.table import article_rows

# Stands in the reading process's sitecustomize: pages of /treo hang, of /an eat memory, of /chet end the process.
POISON = """
import os, time
import extractor.parse as stage
own = stage.parse
def parse(page):
    if "/treo" in page.url:
        time.sleep(600)
    if "/an" in page.url:
        bytearray(40_000_000_000)
    if "/chet" in page.url:
        os.kill(os.getpid(), 11)
    return own(page)
stage.parse = parse
"""
HANGS, EATS = "http://badinh.test/treo", "http://badinh.test/an"
SHARD = 500
COMPARED = ("url", "title", "published", "language", "text_sha256", "figures", "claims")


def fill(folder: Path, count: int) -> tuple[list[Path], str]:
    """Archives of so many pages, a bad page in the first and the second, the last one cut off; its last page's URL."""
    made = list(pages.archives(folder, count, SHARD))
    for path, url in zip(made, (HANGS, EATS), strict=False):
        with path.open("ab") as file:
            file.write(pages.response(url, pages.html(0)[1]))
    made[-1].write_bytes(made[-1].read_bytes()[:-300])
    return made, pages.html(count - 1)[0]


def told(made: dict[str, Any]) -> str:
    """What two runs must agree on, short."""
    words = json.dumps([made.get(name) for name in COMPARED], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


def serially(count: int) -> tuple[dict[str, str], float]:
    """Every article read here, by URL, and the processor seconds that reading took."""
    found: dict[str, str] = {}
    spent = 0.0
    for number in range(count):
        page = pages.page(number)
        start = time.process_time()
        made = row(Item("", page=page), (), False)
        spent += time.process_time() - start
        if "text" in made:
            found[page.url] = told(made)
    return found, spent


@dataclass
class Cluster:
    """A scheduler and its workers, each a process without a nanny: one that is killed stays away."""

    folder: Path
    stack: ExitStack
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    lost: float = 0.0

    @property
    def address(self) -> str:
        """Where the scheduler listens, once it does."""
        path = self.folder / "scheduler.json"
        while not path.exists():
            time.sleep(0.1)
        return str(json.loads(path.read_text(encoding="utf-8"))["address"])

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """One more process of the cluster."""
        command = [sys.executable, "-m", "dask", *arguments, "--scheduler-file", str(self.folder / "scheduler.json")]
        log = self.stack.enter_context((self.folder / "cluster.log").open("ab"))
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        self.stack.callback(_end, process)
        self.processes.append(process)
        return process

    def join(self) -> None:
        """One more worker."""
        made = self.start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
        self.workers.append(made)

    def kill(self) -> None:
        """Ends the first worker as a machine that fails does; what it spent is kept."""
        self.lost += spent(self.workers[0].pid)
        self.workers[0].kill()

    def spent(self) -> float:
        """Processor seconds of all processes so far."""
        return self.lost + sum(spent(process.pid) for process in self.processes)


def spent(process: int) -> float:
    """Processor seconds of a process, of those that it ended, and of those below it; 0 for one that is gone."""
    folder = Path(f"/proc/{process}")
    try:
        times = (folder / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[11:15]
        below = [name for task in folder.glob("task/*/children") for name in task.read_text(encoding="ascii").split()]
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return sum(map(int, times)) / os.sysconf("SC_CLK_TCK") + sum(spent(int(name)) for name in below)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(60)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A cluster of two workers whose reading processes meet the poison."""
    (folder / "sitecustomize.py").write_text(POISON, encoding="utf-8")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    with ExitStack() as stack:
        made = Cluster(folder, stack)
        made.start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        made.join()
        made.join()
        yield made


@dataclass
class Trouble:
    """Kills the first worker when a third of the shards is done; two shards later another one joins."""

    made: Cluster
    at: int = 0

    def __call__(self, now: Progress) -> None:
        self.at = self.at or max(1, now.shards // 3)
        if now.done == self.at:
            self.made.kill()
        if now.done == self.at + 2:
            self.made.join()
        print(f"  {now.done} of {now.shards} shards", end="\r", file=sys.stderr)


def distributed(inputs: list[Path], folder: Path) -> tuple[Progress, float, float]:
    """The run on the cluster: its end, wall seconds, processor seconds of every process of it."""
    before, start = time.process_time(), time.perf_counter()
    with cluster(folder) as made:
        options = BatchOptions(str(folder / "out"), seconds=5.0, megabytes=600, scheduler=made.address)
        end = run([str(path) for path in inputs], options, Trouble(made))
        return end, time.perf_counter() - start, made.spent() + time.process_time() - before


def compared(folder: Path, expected: dict[str, str]) -> tuple[list[str], list[str], list[str]]:
    """URLs that the output lacks, those whose rows differ or were not expected, and what failed with its reason."""
    left, differ, failed = dict(expected), [], []
    for path in sorted((folder / "out").glob("*.parquet")):
        for made in article_rows(path):
            if made["reason"] is not None:
                failed.append(f"{made['name']}: {made['reason']}")
            elif left.pop(made["url"], None) != told(made):
                differ.append(made["url"])
    return list(left), differ, failed


def main() -> None:
    """Runs and compares; ends with 1 where the output is another than it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    count = parser.parse_args().pages
    with tempfile.TemporaryDirectory(prefix="doichieu-cluster-") as place:
        folder = Path(place)
        inputs, last = fill(folder / "in", count)
        expected, alone = serially(count)
        end, wall, together = distributed(inputs, folder)
        missing, differ, failed = compared(folder, expected)
    print(f"{count:,} pages in {len(inputs)} archives: {end.counts}")
    print(f"one process, the pipeline alone: {alone:.0f} s of processor, {alone / count * 1000:.2f} ms a page")
    print(f"cluster: {wall:.0f} s, {together:.0f} s of processor")
    print(f"overhead, their start included: {(together - alone) / count * 1000:.2f} ms of processor a page")
    print("\n".join(f"failed: {one}" for one in failed))
    print(f"missing: {missing}; other rows: {differ}; shards not done: {end.lost}")
    named = all(any(url in one for one in failed) for url in (HANGS, EATS, inputs[-1].name))
    sys.exit(0 if missing == [last] and not differ and not end.lost and len(failed) == 3 and named else 1)


if __name__ == "__main__":
    main()
