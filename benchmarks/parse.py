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
    """The HTML of a title, lead and body, and the numbers in them."""
    counts = [dice.randrange(10, 99_999) for _ in range(40)]
    numbers = [f"{count:,}".replace(",", ".") for count in counts]
    waiting = iter(numbers)
    title = f"{dice.choice(PLACES)} hoàn thành {next(waiting)} nhiệm vụ"
    lead = f"Đến hết quý III, tỉnh đã giải quyết {next(waiting)} hồ sơ, đúng hạn {next(waiting)} hồ sơ."
    words = "Các sở, ngành và địa phương tiếp tục rà soát, tháo gỡ vướng mắc để bảo đảm tiến độ được giao. "
    paragraphs = [
        f"<p>Toàn tỉnh có {next(waiting)} tổ với {next(waiting)} thành viên. {words * 2}</p>" for _ in range(14)
    ]
    rows = "".join(f"<tr><td>Sở thứ {name}</td><td>{next(waiting)}</td></tr>" for name in "abcdefghi")
    table = f"<table><tr><th>Đơn vị</th><th>Hồ sơ</th></tr>{rows}</table>"
    day = '<time class="time" datetime="2025-10-03T08:00:00+0700">x</time>'
    head = f'<h1 class="article__title cms-title">{title}</h1>{day}'
    sapo = f'<div class="article__sapo cms-desc">{lead}</div>'
    body = f'<div class="article__body zce-content-body cms-body">{"".join(paragraphs)}{table}</div>'
    return head + sapo + body, numbers


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


def rate(read: Callable[[bytes], object], pages: list[bytes]) -> float:
    """Pages a second of CPU time, the best of three passes: other work on the machine does not count."""
    passes = []
    for _ in range(3):
        start = time.process_time()
        for body in pages:
            read(body)
        passes.append(time.process_time() - start)
    return len(pages) / min(passes)


def ours(body: bytes) -> Article:
    """The article of a page as the crawler hands it over."""
    url = "https://bao.test/tin/ban-tin-post12345.html"
    return parse(Page(url, url, 200, (("content-type", "text/html"),), body, "2026-01-01T00:00:00Z", "text/html", ""))


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
    bare = rate(LexborHTMLParser, bodies)
    mine = rate(ours, bodies)
    print(f"bare Lexbor        {bare:8.0f} pages/s")
    print(f"parse, with a rule {mine:8.0f} pages/s, {bare / mine:.2f} times the time of bare Lexbor")
    print(f"bs4 + lxml         {rate(lambda body: BeautifulSoup(body, 'lxml'), bodies[:100]):8.0f} pages/s")
    print(f"trafilatura fast   {rate(lambda body: extract(body, fast=True), bodies[:100]):8.0f} pages/s")
    stated, kept, foreign = survived(pages)
    print(f"numbers: {kept} of {stated} of the articles kept, {foreign} from the furniture came in")
    if given.pdf:
        start = time.perf_counter()
        last = max(block.page or 1 for block in parse_file(given.pdf).blocks)
        print(f"PDF: {last / (time.perf_counter() - start):.1f} pages/s, tables included")


if __name__ == "__main__":
    main()
