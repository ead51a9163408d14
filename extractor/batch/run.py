"""A batch run: what is there already is left, the rest is done, and the manifest says what came of it."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.batch import places, table
from extractor.batch.options import COUNTS, FILES, BatchOptions, Done, Shard, Source
from extractor.batch.plan import divide, sources
from extractor.batch.pool import results
from extractor.batch.shard import settings, sha256
from extractor.errors import InputError
from extractor.rules import patterns

MANIFEST = "manifest.json"
SUMMARY = "summary.json"
Entries = dict[str, dict[str, Any]]
Say = Callable[["Progress"], None]


@dataclass(slots=True)
class Progress:
    """How far a run is: shards in all, finished, found finished, failed (input and reason), and counts so far."""

    shards: int
    done: int = 0
    skipped: int = 0
    lost: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def add(self, done: Done) -> None:
        """A shard more."""
        self.done += 1
        self.counts.update(done.entry["counts"])
        self.failures += done.failures

    def summary(self) -> dict[str, Any]:
        """Counts, rates and failures, ready for JSON."""
        seconds = time.monotonic() - self.started
        counts = {name: self.counts[name] for name in COUNTS}
        return {
            "shards": self.shards, "done": self.done, "skipped": self.skipped, "lost": self.lost, "counts": counts,
            "seconds": round(seconds, 3), "articles_per_second": round(counts["articles"] / seconds, 1),
            "failures": [{"name": name, "reason": reason} for name, reason in self.failures],
        }  # fmt: skip


def run(inputs: Sequence[str], options: BatchOptions, say: Say = lambda _: None) -> Progress:
    """Reads the inputs into options.output, a Parquet file a shard; `say` hears of each shard's end."""
    table.arrow()
    digest = patterns().digest
    places.make(options.output)
    there = _there(options, settings(options, digest))
    given = sources(inputs)
    groups = [frozenset(_sources(entry)) for name, entry in there.items() if name.startswith(FILES)]
    wanted = divide(given, frozenset().union(*groups))
    open_ones = [shard for shard in wanted if not _is_done(shard, there)]
    skipped = len(wanted) - len(open_ones) + sum(not group.isdisjoint(given) for group in groups)
    progress = Progress(len(open_ones) + skipped, skipped=skipped)
    try:
        if open_ones:
            _work(open_ones, options, (there, progress, say))
    finally:
        _write(options.output, MANIFEST, _manifest(there, settings(options, digest)))
    _write(options.output, SUMMARY, progress.summary())
    return progress


def _work(left: Sequence[Shard], options: BatchOptions, told: tuple[Entries, Progress, Say]) -> None:
    there, progress, say = told
    for end in results(left, options, patterns().digest):
        if isinstance(end, Done):
            there[end.file] = end.entry
            progress.add(end)
        else:
            progress.lost[end[0].sources[0].url] = end[1]
        say(progress)


def _sources(entry: Mapping[str, Any]) -> Iterable[Source]:
    for read in entry["inputs"]:
        yield Source(read["url"], read["bytes"], tuple((key, value) for key, value in read["facts"]))


def _is_done(shard: Shard, there: Entries) -> bool:
    """Whether the shard's file is there, made from inputs of these sizes."""
    entry = there.get(f"{shard.name}.parquet")
    return entry is not None and tuple(_sources(entry)) == shard.sources


def _there(options: BatchOptions, wanted: Mapping[str, Any]) -> Entries:
    """Manifest entries of the output files that are there; InputError where they were made by other rules."""
    known: Entries = _manifest_before(options.output)
    found: Entries = {}
    for name in sorted(name for name in places.names(options.output) if name.endswith(".parquet") and name[0] != "."):
        with places.local(places.join(options.output, name)) as path:
            told = table.told(path)
            if told is None or {key: told.get(key) for key in wanted} != wanted:
                if not options.again:
                    raise InputError(
                        f"{name} in {options.output} was made by other rules, another version or another choice",
                        "use --again to make it anew, or choose an empty folder",
                    )
                continue
            size = path.stat().st_size
            hashed = known[name]["sha256"] if known.get(name, {}).get("size") == size else sha256(path)
            found[name] = {"inputs": told["inputs"], "counts": told["counts"], "size": size, "sha256": hashed}
    return found


def _manifest_before(folder: str) -> Entries:
    if MANIFEST not in places.names(folder):
        return {}
    with places.local(places.join(folder, MANIFEST)) as path:
        try:
            files: Entries = json.loads(path.read_text(encoding="utf-8"))["files"]
        except (ValueError, KeyError, TypeError):
            return {}  # only hashes are taken from it, and they can be made again
    return files


def _manifest(entries: Entries, made_by: Mapping[str, Any]) -> dict[str, Any]:
    total: Counter[str] = Counter()
    for entry in entries.values():
        total.update(entry["counts"])
    counts = {name: total[name] for name in COUNTS}
    return {"made_by": dict(made_by), "counts": counts, "files": {name: entries[name] for name in sorted(entries)}}


def _write(folder: str, name: str, value: Mapping[str, Any]) -> None:
    with places.aside(places.join(folder, name)) as path:
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
