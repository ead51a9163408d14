"""Every stage in one table, beside its peer on the same input: python -m benchmarks [STAGE...]

Each stage runs in a process of its own, whose peak memory is given. Times are CPU time where the note says nothing
else, the least of three rounds, so that a busy machine does not count. `--keep` writes results.json and README.md.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.stages import STAGES, measured
from extractor import __version__

FOLDER = Path(__file__).parent
PACKAGES = ("spacy", "selectolax", "trafilatura", "pyarrow", "warcio")
HEAD = ("stage", "input", "n", "ms each", "a second", "MB/s", "peak MB", "beside", "times", "note")
INTRO = """# Benchmarks

`python -m benchmarks` prints this table; `--keep` writes it here and into results.json. Input is the sample site in as
many different copies as a stage wants (pages.py), menus and scripts added up to the size given; with DOICHIEU_SEEDS set
the Urdu rows are five real articles. "Times" is the stage's time divided by that of what stands beside it, on the same
input in the same process: below 1 is faster. Times are CPU time of one core, the least of three rounds; batch is wall
time. Other scripts here measure one thing closely: store.py, parse.py, crawl.py, cluster.py (a Dask cluster that
everything happens to), stream.py (memory over a million documents); each says how in its first lines.
"""


def alone(name: str) -> dict[str, Any]:
    """One stage in a fresh process, and the most memory that process had."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measured, name).result()


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """A row of the table."""
    each = row["seconds"] / row["count"]
    ratio = f"{row['seconds'] / row['peer_seconds']:.2f}" if row["peer_seconds"] else ""
    return (row["stage"], row["given"], f"{row['count']:,}", f"{each * 1000:.3g}", f"{1 / each:,.0f}",
        f"{row['size'] / row['seconds'] / 1e6:.1f}", f"{row['peak']:.0f}", row["peer"], ratio, row["note"])  # fmt: skip


def machine() -> dict[str, str]:
    """What it was measured on."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return {
        "processor": model, "cores": str(os.cpu_count()), "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(), "doichieu": __version__,
        "load": f"{os.getloadavg()[0]:.1f}",
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
    }  # fmt: skip


def markdown(rows: list[dict[str, Any]], where: dict[str, str]) -> str:
    """The table and the machine."""
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    lines += ["| " + " | ".join(cells(row)) + " |" for row in rows]
    told = "; ".join(f"{name}: {value}" for name, value in where.items())
    return "\n".join([*lines, "", f"Measured on {told}."]) + "\n"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stages", nargs="*", choices=[*STAGES, []])
    parser.add_argument("--keep", action="store_true")
    given = parser.parse_args()
    rows = []
    for name in given.stages or STAGES:
        rows.append(alone(name))
        print(" | ".join(cells(rows[-1])), flush=True)
    where = machine()
    print("\n" + markdown(rows, where))
    if given.keep:
        keep(rows, where)


def keep(rows: list[dict[str, Any]], where: dict[str, str]) -> None:
    """Writes what was measured now over what was kept before, in the order of the stages."""
    path = FOLDER / "results.json"
    before = json.loads(path.read_text(encoding="utf-8"))["rows"] if path.exists() else []
    known = {row["name"]: row for row in [*before, *rows]}
    kept = [known[name] for name in STAGES if name in known]
    told = json.dumps({"machine": where, "rows": kept}, ensure_ascii=False, indent=1)
    path.write_text(told + "\n", encoding="utf-8")
    (FOLDER / "README.md").write_text(INTRO + "\n" + markdown(kept, where), encoding="utf-8")


if __name__ == "__main__":
    main()
