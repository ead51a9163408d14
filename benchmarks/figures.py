"""How fast figures are read, in the same run as what it is measured against.

    python benchmarks/figures.py --letters 9000

Reads the development half of corpus/gold (dense with numbers) and, where DOICHIEU_SEEDS names a folder, its articles.
Each line is MB/s of CPU time on one core (UTF-8 bytes), the best of a few runs: one plain digit pass of `re`; spaCy's
own tokenization, in a memory zone as the reader is, so that both meet each text anew; the reader; quantulum3 and
dateparser.search where they are installed (`pip install quantulum3 dateparser`).
To reach: at most one time the tokenization, at least ten times as fast as quantulum3.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.read import figures, read
from extractor.rules import data_folder

DIGITS = re.compile(r"\d[\d.,]*")
LANGUAGES = ("vi", "ur", "en")
RUNS = 5


def texts(language: str) -> Iterator[tuple[str, list[str]]]:
    """Named lists of texts in a language."""
    path = data_folder("corpus") / "gold" / f"{language}.jsonl"
    if path.exists():
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        yield "gold", [row["text"] for row in rows if row.get("set") == "dev"]
    seeds = os.environ.get("DOICHIEU_SEEDS")
    if seeds and language == "ur":
        yield "seeds", [file.read_text(encoding="utf-8") for file in sorted(Path(seeds).glob("*.txt"))]


def best(work: Callable[[str], object], sample: list[str]) -> float:
    """MB/s of one pass over the texts, the best of a few."""
    size = sum(len(text.encode()) for text in sample)
    work(sample[0])
    fastest = min(_timed(work, sample) for _ in range(RUNS))
    return size / fastest / 1e6


def _timed(work: Callable[[str], object], sample: list[str]) -> float:
    start = time.process_time()
    for text in sample:
        work(text)
    return time.process_time() - start


def contenders(language: str) -> Iterator[tuple[str, Callable[[str], object]]]:
    """Each way to go over a text, by name; those of others only where they are installed."""
    yield "plain re digit pass", DIGITS.findall
    yield "spaCy tokenization", tokenizer(language)
    yield "figures", lambda text: figures(text, language, "2025-10-15")
    yield "figures, terms", lambda text: read(text, language, "2025-10-15")
    if importlib.util.find_spec("quantulum3"):
        yield "quantulum3", quantulum()
    if importlib.util.find_spec("dateparser"):
        yield "dateparser.search", dateparser(language)


def tokenizer(language: str) -> Callable[[str], object]:
    """spaCy's stock tokenizer (English for Vietnamese, whose own needs another package)."""
    import spacy

    nlp = spacy.blank("en" if language == "vi" else language)

    def work(text: str) -> int:
        with nlp.memory_zone():
            return len(nlp.make_doc(text))

    return work


def quantulum() -> Callable[[str], object]:
    """quantulum3 without its classifier."""
    from quantulum3 import parser

    found: Callable[[str], object] = parser.parse
    return found


def dateparser(language: str) -> Callable[[str], object]:
    """dateparser.search told which language it is."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=[language])


def main() -> None:
    """Prints a table a language."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--letters", type=int, default=20_000, help="letters of each sample")
    limit = ask.parse_args().letters
    for name in ("quantulum3", "dateparser"):
        if not importlib.util.find_spec(name):
            print(f"{name} is not installed and not measured")
    for language in LANGUAGES:
        for source, found in texts(language):
            report(language, source, take(found, limit))


def take(found: list[str], limit: int) -> list[str]:
    """So many texts that their letters reach the limit."""
    chosen, total = [], 0
    for text in found:
        if total >= limit:
            break
        chosen.append(text)
        total += len(text)
    return chosen


def report(language: str, source: str, sample: list[str]) -> None:
    """One table: MB/s, and how that compares to the reader."""
    letters, count = sum(map(len, sample)), sum(len(read(text, language).figures) for text in sample)
    print(f"\n{language}, {source}: {len(sample)} texts, {letters} letters, {count} figures")
    speeds = {name: best(work, sample) for name, work in contenders(language)}
    for name, speed in speeds.items():
        print(f"  {name:22} {speed:9.3f} MB/s   the reader takes {speed / speeds['figures']:7.2f} times as long")


if __name__ == "__main__":
    main()
