"""Pages to measure on: those of the sample site, each in as many different copies and as large as wanted.

python -m benchmarks.pages FOLDER --pages 20000 --shard 1000 --size 100000
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractor.crawl.warc import record
from extractor.records import Page
from extractor.rules import data_folder

DAY = "2026-01-05T08:00:00Z"
# Menus, scripts and teasers such as news pages carry around the article; no figures, no article text.
FILLER = (
    '<li class="menu__item"><a href="/chuyen-muc/{0}" title="muc {0}"><img src="/i/{0}.webp" alt="">muc</a></li>\n'
    '<script>window.q=window.q||[];window.q.push(function(){{var slot="ad-{0}";return slot}});</script>\n'
)


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """URL and bytes of each article page of the sample site."""
    site = data_folder("corpus") / "site"
    files = sorted(path for path in site.rglob("*.html") if path.name != "index.html" and "trang-" not in path.name)
    files += sorted(site.rglob("*.htm"))
    found = ((f"http://{path.relative_to(site).as_posix()}", path.read_bytes()) for path in files)
    return tuple((url, re.sub(rb'<link rel="canonical"[^>]*>', b"", body)) for url, body in found)


@cache
def filler(size: int) -> bytes:
    """So many bytes of what surrounds an article."""
    pieces, made = [], 0
    while made < size:
        pieces.append(FILLER.format(len(pieces)).encode())
        made += len(pieces[-1])
    return b"".join(pieces)


def html(number: int, size: int = 0) -> tuple[str, bytes]:
    """Page `number`, the same every time and unlike any other, of about `size` bytes where the original has fewer."""
    url, body = originals()[number % len(originals())]
    body = body.replace(b"</h1>", f" (tin {number})</h1>".encode(), 1)
    if size > len(body):
        body = body.replace(b"</body>", b'<ul class="menu">' + filler(size - len(body)) + b"</ul></body>", 1)
    return f"{url}?n={number}", body


def page(number: int, size: int = 0) -> Page:
    """Page `number` as it was fetched."""
    url, body = html(number, size)
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Page(url, url, 200, headers, body, DAY, "text/html", hashlib.sha256(body).hexdigest())


def response(url: str, body: bytes) -> bytes:
    """A WARC response record."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    fields = (("WARC-Target-URI", url), ("Content-Type", "application/http; msgtype=response"))
    return record("response", DAY, fields, head.encode() + body, f"<urn:sha256:{hashlib.sha256(body).hexdigest()}>")


def archive(path: Path, numbers: range, size: int = 0) -> Path:
    """A .warc.gz file of these pages."""
    with path.open("wb") as file:
        for number in numbers:
            file.write(response(*html(number, size)))
    return path


def archives(folder: Path, pages: int, shard: int, size: int = 0) -> Iterator[Path]:
    """Archives of `shard` pages each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(range(0, pages, shard)):
        yield archive(folder / f"pages-{number:05}.warc.gz", range(start, min(start + shard, pages)), size)


def main() -> None:
    """Writes archives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--shard", type=int, default=250)
    parser.add_argument("--size", type=int, default=0)
    given = parser.parse_args()
    total = sum(path.stat().st_size for path in archives(given.folder, given.pages, given.shard, given.size))
    print(f"{given.pages} pages, {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
