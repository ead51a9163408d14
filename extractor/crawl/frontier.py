"""What a crawl knows of each URL, and which is next. This one forgets at the end, the database's does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol


class State(StrEnum):
    """Where a URL stands: to be fetched, fetched and in the archive but not yet taken by the caller, or finished."""

    WAITING = "waiting"
    FETCHED = "fetched"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Entry:
    """One URL. Times are seconds since 1970.

    host: its queue; origin: the URL that was redirected here; hops: redirects so far; not_before: no try earlier;
    target: where it redirects to; file, offset, length, captured_at: its record in the
    archive; is_list: a feed, sitemap or listing page; the rest: the last answer.
    """

    url: str
    host: str
    depth: int = 0
    state: State = State.WAITING
    origin: str | None = None
    hops: int = 0
    pages: int = 0
    attempts: int = 0
    not_before: float = 0.0
    outcome: str | None = None
    reason: str | None = None
    status: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    fetched_at: float | None = None
    target: str | None = None
    file: str | None = None
    offset: int | None = None
    length: int | None = None
    captured_at: float | None = None
    insecure: bool = False
    is_list: bool = False


class Frontier(Protocol):
    """The memory of a crawl. Every change is durable when the method returns; one thread uses it."""

    def begin(self, now: float) -> float:
        """Start of the crawl that goes on here: of the one that was cut off, or now."""

    def finish(self) -> None:
        """The crawl came to its end."""

    def release(self) -> None:
        """No crawl uses the frontier any more, whether it came to its end or not."""

    def get(self, url: str) -> Entry | None:
        """What is known of a URL."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Remember these entries, all or none; a URL already known is replaced."""

    def next(self, host: str, now: float) -> Entry | None:
        """The host's waiting entry to fetch first, shallow ones before deep ones; None where none is due."""

    def waiting(self) -> Mapping[str, float]:
        """Hosts that have waiting entries, each with the earliest time that one is due."""

    def fetched(self) -> Iterator[Entry]:
        """Entries that are in the archive but were not taken."""

    def counts(self) -> Mapping[str, tuple[int, int, int]]:
        """Host → numbers of entries (done, waiting, failed)."""

    def robots(self, host: str) -> tuple[str, float] | None:
        """The host's robots.txt and when it was fetched."""

    def put_robots(self, host: str, text: str, fetched_at: float) -> None:
        """Remember the host's robots.txt."""

    def forget(self, name: str) -> int:
        """Drop a URL, or everything of a host; the number of entries dropped."""


@dataclass(slots=True)
class MemoryFrontier:
    """A frontier that lives as long as the process."""

    entries: dict[str, Entry] = field(default_factory=dict)
    queues: dict[str, dict[str, None]] = field(default_factory=dict)
    rules: dict[str, tuple[str, float]] = field(default_factory=dict)
    started: float | None = None

    def begin(self, now: float) -> float:
        """Start of the crawl that goes on here."""
        self.started = now if self.started is None else self.started
        return self.started

    def finish(self) -> None:
        """The next crawl starts anew."""
        self.started = None

    def release(self) -> None:
        """Nothing is held."""

    def get(self, url: str) -> Entry | None:
        """What is known of a URL."""
        return self.entries.get(url)

    def put(self, entries: Iterable[Entry]) -> None:
        """Remember these entries."""
        for entry in entries:
            self.entries[entry.url] = entry
            queue = self.queues.setdefault(entry.host, {})
            if entry.state is State.WAITING:
                queue[entry.url] = None
            else:
                queue.pop(entry.url, None)

    def next(self, host: str, now: float) -> Entry | None:
        """The host's waiting entry to fetch first."""
        due = [entry for entry in self._queue(host) if entry.not_before <= now]
        return min(due, key=lambda entry: entry.depth, default=None)

    def waiting(self) -> Mapping[str, float]:
        """Hosts that have waiting entries, each with the earliest time that one is due."""
        return {host: min(e.not_before for e in self._queue(host)) for host, queue in self.queues.items() if queue}

    def _queue(self, host: str) -> list[Entry]:
        return [self.entries[url] for url in self.queues.get(host, ())]

    def fetched(self) -> Iterator[Entry]:
        """Entries that are in the archive but were not taken."""
        yield from [entry for entry in self.entries.values() if entry.state is State.FETCHED]

    def counts(self) -> Mapping[str, tuple[int, int, int]]:
        """Host → numbers of entries (done, waiting, failed)."""
        totals: dict[str, list[int]] = {}
        for entry in self.entries.values():
            column = 1 if entry.state is State.WAITING else 2 if entry.outcome == "failed" else 0
            totals.setdefault(entry.host, [0, 0, 0])[column] += 1
        return {host: (total[0], total[1], total[2]) for host, total in totals.items()}

    def robots(self, host: str) -> tuple[str, float] | None:
        """The host's robots.txt and when it was fetched."""
        return self.rules.get(host)

    def put_robots(self, host: str, text: str, fetched_at: float) -> None:
        """Remember the host's robots.txt."""
        self.rules[host] = (text, fetched_at)

    def forget(self, name: str) -> int:
        """Drop a URL, or everything of a host."""
        gone = [entry for entry in self.entries.values() if name in (entry.url, entry.host)]
        for entry in gone:
            del self.entries[entry.url]
            self.queues[entry.host].pop(entry.url, None)
        self.rules.pop(name, None)
        return len(gone)


def settled(entry: Entry, outcome: str, reason: str | None = None, **known: object) -> Entry:
    """The entry with its end written down."""
    return replace(entry, state=State.DONE, outcome=outcome, reason=reason, **known)  # type: ignore[arg-type]
