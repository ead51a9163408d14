"""Looks for new ways through the code with atheris: python tests/fuzz.py html --seconds 1200."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["extractor"], enable_loader_override=False):
    import fuzzing


def main() -> None:
    """One target for so many seconds; atheris prints its counts and keeps what breaks as crash-HASH."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=fuzzing.TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    target, seeds = fuzzing.TARGETS[given.target]
    limits = ["-timeout=60", "-rss_limit_mb=3000", "-max_len=20000", "-print_final_stats=1"]
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(seeds()):
            (Path(folder) / str(number)).write_bytes(data[:20_000])
        arguments = [sys.argv[0], folder, f"-max_total_time={given.seconds}", *limits]
        atheris.Setup(arguments, lambda data: fuzzing.survives(target, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
