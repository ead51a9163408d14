"""How fast the review pages are: key to next claim over 200 decisions, and opening 100 kB with 800 figures.

Run with `python benchmarks/review.py`; it needs the extra `review`, Chromium and its driver.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from extractor.parse import plain
from extractor.records import Claim, Figure, FigureKind
from extractor.store import open_database

FIGURES = 800
SIZE = 100_000
DECISIONS = 200
OPENINGS = 7
SENTENCE = "Theo báo cáo của xã thứ {n}, đến nay đơn vị đã hoàn thành {value} nhiệm vụ được giao trong năm. "
URDU = "صوبے کی رپورٹ نمبر {n} کے مطابق یونٹ نے اب تک {value} کام مکمل کیے ہیں اور Quang Ninh میں کام جاری ہے۔ "
# Presses a key, and waits until the browser has drawn the next claim.
PRESS = """
const done = arguments[0], before = Doichieu.state().chosen, start = performance.now();
document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
requestAnimationFrame(() => setTimeout(() => done([performance.now() - start, Doichieu.state().chosen !== before])));
"""


def article_text(sentence: str) -> str:
    """About 100 kB in paragraphs of ten sentences, a figure each."""
    filler = SIZE // FIGURES - len(sentence.encode())
    padded = sentence + "· " * max(0, filler // 3)
    made = [padded.format(n=number, value=1000 + number) for number in range(FIGURES)]
    return "\n".join("".join(made[at : at + 10]).strip() for at in range(0, FIGURES, 10))


def claims(text: str) -> list[Claim]:
    """A claim on each value."""
    found = re.finditer(r"(?<= )1[0-9]{3}(?= )", text)
    return [_claim(one) for one in found]


def _claim(found: re.Match[str]) -> Claim:
    surface = found.group()
    figure = Figure(found.start(), found.end(), surface, FigureKind.COUNT, Decimal(surface), precision=Decimal(1))
    return Claim(figure, "tasks.completed", "", "quang-ninh", "quang-ninh", "province", 34, "context", "sentence")


def fill(path: Path) -> dict[str, str]:
    """A database with a Vietnamese and an Urdu article; their ids."""
    names = {}
    with open_database(path) as store:
        store.begin_run("benchmark", "0", "benchmark")
        for language, sentence in (("vi", SENTENCE), ("ur", URDU)):
            article = plain(article_text(sentence), language=language, url=f"https://bench.test/{language}")
            store.save(article, claims(article.text))
            names[language] = article.id
            print(f"{language}: {len(article.text.encode())} bytes, {len(claims(article.text))} figures")
    return names


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The login link of a running server."""
    command = [sys.executable, "-m", "extractor", "review", str(path), "--port", "0", "--no-browser", "--reviewer", "r"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield process.stdout.readline().strip().partition(": ")[2] if process.stdout else ""
        finally:
            process.terminate()


def browser() -> Any:
    """Headless Chromium."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def opening(driver: Any, url: str) -> float:
    """Milliseconds from the click to the card of the first claim, drawn."""
    times = []
    for _ in range(OPENINGS):
        driver.get("about:blank")
        driver.get(url)
        entry = "return performance.getEntriesByType('navigation')[0].loadEventEnd"
        while not (took := driver.execute_script(entry)):
            time.sleep(0.01)
        assert driver.execute_script("return Doichieu.state().chosen")
        times.append(took)
    return median(times)


def keys(driver: Any, url: str) -> tuple[float, float]:
    """Median and 95th percentile of milliseconds from key to next claim."""
    driver.get(url)
    driver.set_script_timeout(30)
    times = [driver.execute_async_script(PRESS) for _ in range(DECISIONS)]
    assert all(moved for _, moved in times)
    took = sorted(ms for ms, _ in times)
    while driver.execute_script("return Doichieu.state().waiting"):
        time.sleep(0.05)
    return median(took), took[int(len(took) * 0.95)]


def main() -> None:
    """Prints both measures for a Vietnamese and an Urdu article."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        names = fill(path)
        with served(path) as link:
            driver = browser()
            try:
                driver.get(link)
                for language, name in names.items():
                    url = f"{link.partition('/-/')[0]}/-/review/bench/article/{name}"
                    print(f"{language}: opens in {opening(driver, url):.0f} ms")
                    print(
                        "{}: key to next claim {:.0f} ms, 95th percentile {:.0f} ms".format(
                            language, *keys(driver, url)
                        )
                    )
            finally:
                driver.quit()
        with open_database(path) as store:
            print(f"{len(list(store.decisions()))} decisions stored")


if __name__ == "__main__":
    main()
