"""The engine-free unit of work: one shard in, one Parquet file out, written aside and renamed."""

from __future__ import annotations

import atexit
import hashlib
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from extractor import __version__
from extractor.batch import places, table
from extractor.batch.choose import host_filter
from extractor.batch.guard import Guard
from extractor.batch.items import Item, items
from extractor.batch.options import COUNTS, BatchOptions, Done, Shard
from extractor.batch.rows import NO_ARTICLE, OTHER_LANGUAGE

_SKIPS = {OTHER_LANGUAGE: "other_language", NO_ARTICLE: "no_article"}
MOST_FAILURES = 1000
_kept = threading.local()


def work(shard: Shard, options: BatchOptions, digest: str) -> Done:
    """Reads the shard and writes its file; what a page does wrong stays with that page."""
    start = time.monotonic()
    failures: list[tuple[str, str]] = []
    target = places.join(options.output, f"{shard.name}.parquet")
    with ExitStack() as stack:
        local = {source.url: stack.enter_context(places.local(source.url)) for source in shard.sources}
        inputs = [
            {"url": s.url, "bytes": s.size, "sha256": sha256(local[s.url]), "facts": [list(fact) for fact in s.facts]}
            for s in shard.sources
        ]
        with places.aside(target) as made:
            with table.writer(made) as out:
                counts = _read(shard, local, (options, guard(options, digest)), (out, failures))
                out.finish(settings(options, digest) | {"inputs": inputs, "counts": counts})
            entry = {"inputs": inputs, "counts": counts, "size": made.stat().st_size, "sha256": sha256(made)}
    return Done(f"{shard.name}.parquet", entry, round(time.monotonic() - start, 3), tuple(failures))


def settings(options: BatchOptions, digest: str) -> dict[str, Any]:
    """What decides the rows beside the inputs."""
    hosts = None if options.hosts is None else hashlib.sha256("\n".join(sorted(options.hosts)).encode()).hexdigest()
    return {
        "format": table.FORMAT, "version": __version__, "patterns": digest,
        "hosts": hosts, "languages": sorted(options.languages),
    }  # fmt: skip


def guard(options: BatchOptions, digest: str) -> Guard:
    """This thread's reading process, kept from shard to shard so that rules are loaded once."""
    new = Guard(options, digest)
    kept: Guard | None = getattr(_kept, "guard", None)
    if kept is not None and (kept.settings(), kept.digest) == (new.settings(), new.digest):
        kept.options = options
        return kept
    if kept is not None:
        kept.close()
    else:
        atexit.register(close)
    _kept.guard = new
    return new


def close() -> None:
    """Ends this thread's reading process."""
    if (kept := getattr(_kept, "guard", None)) is not None:
        kept.close()


Using = tuple[BatchOptions, Guard]
Out = tuple[table.Writer, list[tuple[str, str]]]


def _read(shard: Shard, local: Mapping[str, Path], using: Using, out: Out) -> dict[str, int]:
    """Every document of the shard to a row; the counts."""
    (options, reading), (rows, failures) = using, out
    counts: Counter[str] = Counter()
    for item in items(shard, local, host_filter(options.hosts)):
        if item is None:
            counts["other_host"] += 1
            continue
        made = reading.read(item)
        if skipped := made.get("skipped"):
            counts[_SKIPS[skipped]] += 1
            continue
        if reason := made.get("reason"):
            counts["failed"] += 1
            failures += [(item.name, reason)] if len(failures) < MOST_FAILURES else []
        else:
            counts.update(articles=1, figures=len(made["figures"]), claims=len(made["claims"]))
        rows.add(_found(item, shard) | made)
    return {name: counts[name] for name in COUNTS}


def _found(item: Item, shard: Shard) -> dict[str, Any]:
    """Where the document was found."""
    page = item.page
    source = shard.sources[0].url if len(shard.sources) == 1 else item.name
    return {
        "source": source,
        "name": item.name,
        "url": item.url,
        "fetched_at": page.fetched_at if page else None,
        "sha256": page.sha256 if page else None,
    }


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
