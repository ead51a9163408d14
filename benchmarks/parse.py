"""Measures parsing on generated pages: pages a second beside other parsers, and which numbers of the article survive.

python benchmarks/parse.py            500 pages of 200 kB in the shape of the first rule's family
python benchmarks/parse.py --pages 50 --pdf FILE   fewer pages, and pages a second of a PDF
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser
from trafilatura import extract

from extractor.parse import parse, parse_file
from extractor.records import Article, Page

SIZE = 200_000
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
PLACES = ("Lào Cai", "Cà Mau", "Gia Lai", "Huế", "Sơn La", "Đà Nẵng")


def article(dice: random.Random) -> tuple[str, list[str]]:
    """The HTML of a title, a lead and twelve paragraphs, one in five with a table, and the numbers in them."""
    numbers: list[str] = []

    def count() -> str:
        numbers.append(f"{dice.randrange(10, 99_999):,}".replace(",", "."))
        return numbers[-1]

    title = f"{dice.choice(PLACES)} hoàn thành {count()} nhiệm vụ"
    lead = f"Đến hết quý III, tỉnh đã giải quyết {count()} hồ sơ, đúng hạn {count()} hồ sơ."
    words = "Các sở, ngành và địa phương tiếp tục rà soát, tháo gỡ vướng mắc để bảo đảm tiến độ được giao. "
    body = "".join(f"<p>Toàn tỉnh có {count()} tổ với {count()} thành viên. {words * 2}</p>" for _ in range(12))
    if dice.random() < 0.2:
        rows = "".join(f"<tr><td>Sở thứ {name}</td><td>{count()}</td></tr>" for name in "abcdefghi")
        body += f"<table><tr><th>Đơn vị</th><th>Hồ sơ</th></tr>{rows}</table>"
    day = '<time class="time" datetime="2025-10-03T08:00:00+0700">x</time>'
    head = f'<h1 class="article__title cms-title">{title}</h1>{day}<div class="article__sapo cms-desc">{lead}</div>'
    return f'{head}<div class="article__body zce-content-body cms-body">{body}</div>', numbers


def page(seed: int) -> tuple[bytes, list[str]]:
    """A page of about 200 kB as news sites serve them, and its article's numbers."""
    dice = random.Random(seed)
    inner, numbers = article(dice)
    style = "".join(f".box-{number}{{margin:{number % 7}px;color:#{number:06x}}}" for number in range(900))
    script = "".join(
        f'window.d{number}={{"id":{number},"a":[1,2,3]}};if(x<{number})y({number});' for number in range(900)
    )
    links = "".join(
        f'<li class="menu-item"><a href="/t-post{number}.html" title="Tin {number}">Tin tức số {number}</a></li>'
        for number in range(450)
    )
    box = "".join(
        f'<article class="story"><h3><a href="/b-{number}.html">Bài {number}</a></h3><p>Tin {number}.</p></article>'
        for number in range(220)
    )
    html = (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title><style>{style}</style>'
        f"<script>{script}</script></head><body><nav><ul>{links}</ul></nav><main>{inner}</main><aside>{box}</aside>"
    )
    fill = max(SIZE - len(html.encode()), 0)
    return f"{html}<script>{'/*' + 'x' * fill + '*/'}</script></body></html>".encode(), numbers


def rate(name: str, pages: list[bytes], passes: int = 5) -> float:
    """Pages a second of one reader in a process of its own, by the best of several times for each page."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_rate, name, pages, passes).result()


def _rate(name: str, pages: list[bytes], passes: int) -> float:
    best = [60.0] * len(pages)
    for _ in range(passes):
        for number, body in enumerate(pages):
            start = time.perf_counter()
            READERS[name](body)
            best[number] = min(best[number], time.perf_counter() - start)
    return len(pages) / sum(best)


def ours(body: bytes) -> Article:
    """The article of a page as the crawler hands it over."""
    url = "https://bao.test/tin/ban-tin-post12345.html"
    return parse(Page(url, url, 200, (("content-type", "text/html"),), body, "2026-01-01T00:00:00Z", "text/html", ""))


READERS: dict[str, Callable[[bytes], object]] = {
    "bare Lexbor": LexborHTMLParser,
    "parse, with a rule": ours,
    "bs4 + lxml": lambda body: BeautifulSoup(body, "lxml"),
    "trafilatura fast": lambda body: extract(body, fast=True),
}


def survived(pages: list[tuple[bytes, list[str]]]) -> tuple[int, int, int]:
    """Numbers in the articles, numbers kept, numbers that came in from the furniture."""
    stated = kept = foreign = 0
    for body, numbers in pages:
        found = NUMBER.findall(ours(body).text)
        stated += len(numbers)
        kept += sum(number in found for number in numbers)
        foreign += sum(number not in numbers for number in found)
    return stated, kept, foreign


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pages", type=int, default=500)
    options.add_argument("--pdf", type=Path)
    given = options.parse_args()
    pages = [page(seed) for seed in range(given.pages)]
    bodies = [body for body, _ in pages]
    print(f"{len(bodies)} pages of {sum(map(len, bodies)) // len(bodies):,} bytes")
    speed = {name: rate(name, bodies if number < 2 else bodies[:20]) for number, name in enumerate(READERS)}
    for name, pace in speed.items():
        print(f"{name:18} {pace:6.0f} pages/s, {speed['bare Lexbor'] / pace:5.2f} times the time of bare Lexbor")
    stated, kept, foreign = survived(pages)
    print(f"numbers: {kept} of {stated} of the articles kept, {foreign} from the furniture came in")
    if given.pdf:
        start = time.perf_counter()
        last = max(block.page or 1 for block in parse_file(given.pdf).blocks)
        print(f"PDF: {last / (time.perf_counter() - start):.1f} pages/s, tables included")


if __name__ == "__main__":
    main()
