"""Measures checks, comparison and report on made-up claims, by stage.

python benchmarks/report.py --articles 1700 --claims 60
python benchmarks/report.py --articles 34 --indicators 60    # the size of a report on 34 provinces and 60 indicators
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from extractor.catalog import areas, indicators
from extractor.check import check_all, check_article, recomputed
from extractor.compare import compare, traces
from extractor.records import Article, Block, Claim, Figure, FigureKind
from extractor.report import ReportOptions, render

PER_SENTENCE = 3
Result = TypeVar("Result")


def main() -> None:
    """Prints CPU seconds and findings of each stage, the size of the report and the memory used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1700)
    parser.add_argument("--claims", type=int, default=60, help="claims in each article")
    parser.add_argument("--indicators", type=int, default=1000, help="how many indicators are spoken of")
    options = parser.parse_args()
    chance = random.Random(57)
    names = list(indicators())[: options.indicators]
    made = [article(number, options.claims, names, chance) for number in range(options.articles)]
    articles = {one.id: one for one, _ in made}
    claims = [claim for _, mine in made for claim in mine]
    findings = timed("checks inside articles", lambda: [f for one, mine in made for f in check_article(one, mine)])
    findings += timed("checks between articles", lambda: check_all(articles, claims))
    held = timed("recomputed", lambda: [f for one, mine in made for f in recomputed(one, mine)])
    comparisons = timed("comparison", lambda: compare(claims, articles))
    ways = timed("provenance", lambda: traces(claims, articles))
    chosen = ReportOptions(recomputed=held, traces=ways)
    page = timed("report", lambda: render(comparisons, findings, articles, claims, chosen))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(claims):,} claims, {len(findings):,} findings, {len(page.encode()):,} bytes, {peak:,.0f} MB")


def timed(name: str, work: Callable[[], Result]) -> Result:
    """The result of the work, with its CPU time printed."""
    start = time.process_time()
    result = work()
    print(f"{name:26} {time.process_time() - start:6.2f} s CPU")
    return result


def article(number: int, count: int, names: Sequence[str], chance: random.Random) -> tuple[Article, list[Claim]]:
    """An article of one province with this many claims, three a sentence."""
    provinces = [key for key, area in areas().items() if area.territory == 34]
    key = f"{number:016x}"
    area, text, claims = provinces[number % len(provinces)], "", list[Claim]()
    for first in range(0, count, PER_SENTENCE):
        start = len(text)
        chosen = [
            names[(number // len(provinces) + index) % len(names)] for index in range(first, first + PER_SENTENCE)
        ]
        for name in chosen:
            text += f"{indicators()[name].name('vi')} là "
            claims.append(claim(name, len(text), area, chance, key))
            text += f"{claims[-1].figure.surface}, "
        text += "theo báo cáo.\n"
        end = len(text) - 1
        claims[-PER_SENTENCE:] = [placed(made, (start, end)) for made in claims[-PER_SENTENCE:]]
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Article(
        key, f"https://bao{number % 40}.test/{number}", f"Bài {number}", "2025-10-15", "vi", f"bao{number % 40}.test",
        None, text, (Block("paragraph", 0, len(text)),), digest, "benchmark",
    )  # fmt: skip
    return source, claims


def claim(name: str, start: int, area: str, chance: random.Random, article_id: str) -> Claim:
    """A claim with a random value of the kind that its indicator asks for."""
    unit = indicators()[name].unit
    kind = (
        FigureKind.PERCENT if unit.startswith("%") else FigureKind.MONEY if unit in ("VND", "USD") else FigureKind.COUNT
    )
    surface = f"{chance.randint(1, 99)}"
    shown = "%" if kind is FigureKind.PERCENT else unit
    figure = Figure(start, start + len(surface), surface, kind, Decimal(surface), unit=shown)
    end = f"2025-{chance.randint(1, 9):02d}-30"
    return Claim(
        figure, name, area=area, province=area, area_level="province", territory=34, area_basis="sentence",
        period_end=end, period_kind="stock", article_id=article_id,
    )  # fmt: skip


def placed(made: Claim, sentence: tuple[int, int]) -> Claim:
    """The claim with its sentence."""
    return replace(made, sentence=sentence)


if __name__ == "__main__":
    main()
