"""Measures the crawler on a generated site: 2,000 pages on 20 hosts, killed at random moments, and how much it waits.

python benchmarks/crawl.py            kill -9 at 50 random moments, then a full disk
python benchmarks/crawl.py --waiting  share of the time spent waiting with the pause that is the default
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr
from itertools import pairwise
from pathlib import Path

from extractor.crawl import CrawlOptions, MemoryFrontier, crawl
from extractor.errors import StoreError
from extractor.site import Site, serve
from extractor.store import open_database
from extractor.store.frontier import SqliteFrontier

HOSTS, PAGES, KILLS, BULK = 20, 100, 50, 2_000


def generate(root: Path, words: int) -> set[str]:
    """Write the site and return the URLs of its articles."""
    urls = set()
    names = [f"h{number:02}.test" for number in range(HOSTS)]
    for host in names:
        (root / host).mkdir(parents=True)
        (root / host / "robots.txt").write_text("User-agent: *\nDisallow: /kin/\n")
        links = [f"/bai-so-{number}-post{number:05}.html" for number in range(PAGES)]
        items = "".join(f'<li><a href="{link}">Bài số {link[8:-14]} về nhiệm vụ của tỉnh</a></li>' for link in links)
        (root / host / "index.html").write_text(f"<html><body><ul>{items}</ul></body></html>")
        for link in links:
            text = f"<html><h1>{host}{link}</h1><p>{'Tỉnh đã hoàn thành 12 nhiệm vụ. ' * words}</p></html>"
            (root / host / link[1:]).write_text(text)
            urls.add(f"http://{host}{link}")
    rows = "".join(f"{host},{host},sample,,,sample,vi,,,,,\n" for host in names)
    head = (
        "host,name,owner_type,province,province_before_2025,status,languages,feeds,sitemaps,rule,verified_at,evidence"
    )
    (root / "sources.csv").write_text(f"{head}\n{rows}")
    return urls


def child(folder: Path, port: int, delay: float) -> None:
    """One crawl; notes each page taken before it asks for the next."""
    resolve = {f"h{number:02}.test": f"127.0.0.1:{port}" for number in range(HOSTS)}
    options = CrawlOptions(resolve=resolve, delay=delay, archive=folder / "archive", parallel=HOSTS)
    taken = sqlite3.connect(folder / "taken.db", isolation_level=None)
    taken.execute("CREATE TABLE IF NOT EXISTS taken (url TEXT, sha256 TEXT)")
    with open_database(folder / "news.db") as store:
        for fetch in crawl([f"http://{host}/" for host in resolve], options, SqliteFrontier(store)):
            if fetch.page is not None:
                taken.execute("INSERT INTO taken VALUES (?, ?)", (fetch.url, fetch.page.sha256))
    taken.close()


def killed(site: Site, urls: set[str], folder: Path) -> None:
    """Kill a crawl again and again, let the last one end, and compare with what the site holds."""
    rng, kills = random.Random(57), 0
    command = [sys.executable, __file__, "--child", str(folder), "--port", str(site.port), "--delay", "0.15"]
    while True:
        process = subprocess.Popen(command)
        try:
            code = process.wait(0.5 + rng.random() * 0.5 if kills < KILLS else None)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
            continue
        if code:
            raise SystemExit(f"the crawl failed with code {code}")
        break
    report(site, urls, folder, kills)


def report(site: Site, urls: set[str], folder: Path, kills: int) -> None:
    """Print what was lost, repeated and asked too early."""
    with sqlite3.connect(folder / "taken.db") as taken:
        rows = taken.execute("SELECT url, sha256 FROM taken").fetchall()
    pages = {url: hashlib.sha256((site.root / url[7:]).read_bytes()).hexdigest() for url in urls}
    asked = Counter((host, path) for _, host, path, _ in site.log)
    print(f"kills {kills}; pages {len(urls)}; taken {len(dict(rows))}; lost {len(set(pages) - set(dict(rows)))}")
    print(f"wrong bytes {sum(pages[url] != sha for url, sha in rows)}; handed over twice {len(rows) - len(dict(rows))}")
    again = sum(count - 1 for count in asked.values())
    print(f"requests {len(site.log)}; asked again {again}, at most {kills * HOSTS} can have been on their way")


def gaps(site: Site) -> float:
    """The shortest time between two requests to one host, in seconds."""
    times: dict[str, list[float]] = {}
    for when, host, _, _ in site.log:
        times.setdefault(host, []).append(when)
    return min(later - earlier for seen in times.values() for earlier, later in pairwise(sorted(seen)))


def full_disk(site: Site, folder: Path) -> None:
    """Crawl under a limit on the size of files, which fails like a full disk, then without it."""
    options = CrawlOptions(resolve=site.resolve, delay=0.0, archive=folder / "archive", max_pages=400, parallel=HOSTS)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open_database(folder / "news.db") as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
        try:
            got = sum(fetch.page is not None for fetch in crawl(site.starts, options, SqliteFrontier(store)))
            print(f"no limit was met after {got} pages")
        except StoreError as error:
            print(f"full disk: {error}")
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        got = sum(fetch.page is not None for fetch in crawl(site.starts, options, SqliteFrontier(store)))
        print(
            f"after room was made: {got} pages more; integrity {store.db.execute('PRAGMA integrity_check').fetchone()}"
        )


def waiting(site: Site) -> None:
    """CPU time of the whole process, server included, against the time a polite crawl takes."""
    options = CrawlOptions(resolve=site.resolve, parallel=HOSTS, max_pages=400)
    began, cpu = time.monotonic(), time.process_time()
    pages = sum(fetch.page is not None for fetch in crawl(site.starts, options, MemoryFrontier()))
    spent, used = time.monotonic() - began, time.process_time() - cpu
    print(f"{pages} pages in {spent:.1f} s, {used:.1f} s of CPU: {1 - used / spent:.0%} of the time waiting")
    print(f"shortest time between two requests to one host: {gaps(site):.3f} s, the pause is {options.delay:g} s")


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", action="store_true")
    parser.add_argument("--child", type=Path)
    parser.add_argument("--port", type=int)
    parser.add_argument("--delay", type=float)
    given = parser.parse_args()
    if given.child:
        child(given.child, given.port, given.delay)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        urls = generate(folder / "site", BULK if given.waiting else 20)
        # The server prints a traceback for each client that was killed.
        with (folder / "noise").open("w") as noise, redirect_stderr(noise), serve(folder / "site") as site:
            if given.waiting:
                waiting(site)
                return
            for part in ("killed", "full"):
                (folder / part).mkdir()
            killed(site, urls, folder / "killed")
            full_disk(site, folder / "full")


if __name__ == "__main__":
    main()
