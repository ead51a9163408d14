"""Time for figures and claims of some texts, in units of spaCy's own tokenization of the same texts.

python benchmarks/claims.py FOLDER: every .txt under it is read; the language is told from the text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import spacy

from extractor.claim import claims
from extractor.parse import parse_file
from extractor.read import read_article

ROUNDS = 8


def best(work: Callable[[], object]) -> float:
    """The shortest of some rounds, in milliseconds of this process."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times) * 1000


def main(folder: Path) -> None:
    """Prints one line a step: milliseconds, and how many times spaCy's tokenization."""
    articles = [parse_file(path) for path in sorted(folder.rglob("*.txt"))]
    readings = [read_article(article) for article in articles]
    plain = spacy.blank("ur")
    unit = best(lambda: [plain(article.text) for article in articles])
    steps = {
        "spacy.blank('ur')": unit,
        "figures": best(lambda: [read_article(article) for article in articles]),
        "claims": best(lambda: [claims(a, r) for a, r in zip(articles, readings, strict=True)]),
    }
    for name, time in steps.items():
        print(f"{name:20} {time:8.1f} ms {time / unit:6.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
