"""A crawl in a process of its own, to be killed: DATABASE PORT HOSTS START... Notes each page it takes in TAKEN."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from extractor.crawl import CrawlOptions, crawl
from extractor.store import open_database
from extractor.store.frontier import SqliteFrontier


def main(database: str, port: str, hosts: str, *starts: str) -> None:
    """Crawl, and note url and hash of each page before the next is asked for."""
    resolve = dict.fromkeys(hosts.split(","), f"127.0.0.1:{port}")
    folder = Path(database).parent
    options = CrawlOptions(resolve=resolve, delay=0.01, archive=folder / "archive")
    taken = sqlite3.connect(folder / "taken.db", isolation_level=None)
    taken.execute("PRAGMA synchronous = OFF")  # a kill is no power cut
    taken.execute("CREATE TABLE IF NOT EXISTS taken (url TEXT, sha256 TEXT)")
    with open_database(database) as store:
        for fetch in crawl(starts, options, SqliteFrontier(store)):
            if fetch.page is not None:
                taken.execute("INSERT INTO taken VALUES (?, ?)", (fetch.url, fetch.page.sha256))
    taken.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
