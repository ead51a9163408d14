"""Memory while batch reads a stream of small documents, each of them different:

python -m benchmarks.stream --documents 1000000
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch import BatchOptions, run
from extractor.batch.run import Progress

SHARD = 10_000
AREAS = ("Quảng Ninh", "Cà Mau", "Hà Tĩnh", "Lâm Đồng", "Phú Thọ")


def line(number: int) -> str:
    """A document of one sentence with three figures and words that no other has."""
    dice = random.Random(number)
    given, done = dice.randint(50, 99), dice.randint(1, 49)
    words = " ".join(f"{dice.getrandbits(40):x}" for _ in range(3))
    text = f"Tỉnh {dice.choice(AREAS)} ({words}) đã hoàn thành {done}/{given} nhiệm vụ, tăng {dice.randint(1, 99)},5%."
    return json.dumps({"id": str(number), "text": text, "lang": "vi", "published": "2025-10-02"}, ensure_ascii=False)


def fill(folder: Path, count: int) -> None:
    """The documents in files of SHARD each."""
    for start in range(0, count, SHARD):
        lines = map(line, range(start, min(start + SHARD, count)))
        (folder / f"{start:09}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def resident(process: int | str) -> float:
    """MB that a process has in memory."""
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() / 1e6


def reader() -> str:
    """The process that reads the documents, this one's only child."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()[0]


@dataclass
class Watch:
    """Says how much memory both processes have, a tenth of the shards at a time."""

    start: float = field(default_factory=time.perf_counter)

    def __call__(self, now: Progress) -> None:
        if now.done % max(1, now.shards // 10) == 0:
            done, seconds = now.counts["articles"], time.perf_counter() - self.start
            print(
                f"{done:>9,} documents, {now.counts['claims']:,} claims, {seconds:.0f} s:"
                f" {resident('self'):.0f} MB here, {resident(reader()):.0f} MB in the reading process",
                flush=True,
            )


def main() -> None:
    """Reads them with one worker."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000_000)
    count = parser.parse_args().documents
    with tempfile.TemporaryDirectory(prefix="doichieu-stream-") as folder:
        inputs = Path(folder) / "in"
        inputs.mkdir()
        fill(inputs, count)
        run([str(inputs)], BatchOptions(f"{folder}/out"), Watch())


if __name__ == "__main__":
    main()
