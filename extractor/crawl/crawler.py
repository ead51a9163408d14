"""The crawl: one queue a host, several hosts at once, every step written down before the next."""

from __future__ import annotations

import logging
import queue
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from urllib.parse import urlsplit

from extractor.crawl.address import PrivateAddressError
from extractor.crawl.choose import Chooser
from extractor.crawl.frontier import Entry, Frontier, State
from extractor.crawl.hosts import Host
from extractor.crawl.media import media_type
from extractor.crawl.options import CrawlOptions, Fetch, Outcome, Progress
from extractor.crawl.pages import location
from extractor.crawl.refusal import refusal
from extractor.crawl.robots import robots, robots_text
from extractor.crawl.take import Arrival, Taker, turned_away
from extractor.crawl.transport import Answer, Transport
from extractor.crawl.waits import RetryableError, backoff, retry_after
from extractor.errors import FetchError
from extractor.urls import authority

_log = logging.getLogger("doichieu.crawl")
_TICK = 0.5
_RETRY = frozenset({403, 408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
Result = tuple[Host, Entry | None, Answer | FetchError]


class Crawler:
    """One crawl. Worker threads do nothing but fetch; everything else happens in the caller's thread."""

    def __init__(self, options: CrawlOptions, frontier: Frontier) -> None:
        self.options = options
        self.frontier = frontier
        self.transport = Transport(options)
        self.hosts: dict[str, Host] = {}
        self.results: queue.SimpleQueue[Result] = queue.SimpleQueue()
        self.began = time.time()
        self.chooser = Chooser(options, frontier)
        self.taker = Taker(options, frontier, self.chooser)
        self.in_flight = 0
        self.tell_at = 0.0
        self.pages = 0
        self.bytes = 0

    def run(self, starts: Sequence[str]) -> Iterator[Fetch]:
        """Everything in the frontier and the starts, until nothing is due or a limit is reached."""
        with ThreadPoolExecutor(self.options.parallel, thread_name_prefix="fetch") as pool:
            try:
                self.chooser.session = self.frontier.begin(self.began)
                self.frontier.put(self.chooser.starts(starts))
                for fetch in self.taker.left_over():
                    yield from self._hand_over(fetch)
                while True:
                    yield from self._dispatch(pool)
                    if not self.in_flight and not self._wait():
                        break
                    yield from self._collect()
                yield from self._unmet(starts)
                self.frontier.finish()
                self._tell(now=True)
            finally:
                self.transport.stop()
                self.taker.close()
                self.frontier.release()

    def _unmet(self, starts: Sequence[str]) -> Iterator[Fetch]:
        """Starts whose hosts asked for a longer wait than this crawl is worth."""
        for url in starts:
            entry = self.frontier.get(url)
            put_off = entry is not None and entry.state is State.WAITING and entry.not_before > time.time()
            if entry is not None and put_off and entry.outcome != Outcome.DEFERRED:
                minutes = max(round((entry.not_before - time.time()) / 60), 1)
                reason = f"{entry.reason or 'the host is busy'}; run the crawl again in {minutes} minutes"
                yield Fetch(url, None, reason, Outcome.DEFERRED)

    def _dispatch(self, pool: ThreadPoolExecutor) -> Iterator[Fetch]:
        """Start a request for each host that may be asked now; yields what ends without a request."""
        for host in sorted((self._host(name) for name in self.frontier.waiting()), key=lambda host: host.free_at):
            name = host.name
            if host.free_at > time.time() and not host.blocked:
                continue
            while not host.busy and self._has_room():
                entry = self.frontier.next(name, time.time())
                if entry is None:
                    break
                stop = self._refusal(host, entry)
                if stop is None:
                    self._start(pool, host, entry)
                    break
                yield from self._hand_over(self.taker.end(entry, *stop))

    def _start(self, pool: ThreadPoolExecutor, host: Host, entry: Entry) -> None:
        """Send robots.txt or the page to a worker, if the host's pause is over."""
        if self.in_flight >= self.options.parallel:
            return
        host.began = host.began or time.time()
        if not host.robots_due():
            host.busy = True
            self.in_flight += 1
            pool.submit(self._work, host, entry, entry.url, self.taker.conditions(entry))
            return
        asked = self._asked(host, None)
        if not asked.busy and asked.free_at <= time.time():
            host.busy = asked.busy = True
            self.in_flight += 1
            pool.submit(self._work, host, None, host.robots_url, {})

    def _work(self, host: Host, entry: Entry | None, url: str, headers: Mapping[str, str]) -> None:
        result: Answer | FetchError = FetchError("the request ended in a fault of this program", "please report it")
        try:
            result = self.transport.get(url, headers)
        except FetchError as error:
            result = error
        finally:
            self.results.put((host, entry, result))

    def _host(self, name: str) -> Host:
        if name not in self.hosts:
            scheme = "https"
            first = self.frontier.next(name, float("inf"))
            if first is not None:
                scheme = urlsplit(first.url).scheme
            self.hosts[name] = Host(name, scheme)
            self.hosts[name].recall(self.frontier.robots(name), time.time())
        return self.hosts[name]

    def _has_room(self) -> bool:
        """Whether no limit of the whole crawl is reached, counting what is on its way."""
        limit = self.options
        return (
            (limit.max_pages is None or self.pages + self.in_flight < limit.max_pages)
            and (limit.max_total_bytes is None or self.bytes < limit.max_total_bytes)
            and (limit.max_seconds is None or time.time() - self.began < limit.max_seconds)
        )

    def _refusal(self, host: Host, entry: Entry) -> tuple[Outcome, str] | None:
        """Why this entry ends without a request, if so."""
        if host.blocked:
            return host.blocked
        if host.robots and not host.robots.allows(entry.url):
            return Outcome.REFUSED, "robots.txt of the host does not allow it"
        limit = host.over_limit(self.options)
        return None if limit is None else (Outcome.SKIPPED, f"the host's limit of {limit} is reached")

    def _wait(self) -> bool:
        """Sleep until the next request may be made; False where none is worth waiting for."""
        if not self._has_room():
            return False
        waiting = self.frontier.waiting()
        due = [max(time, self._host(name).free_at) for name, time in waiting.items()]
        left = min(due, default=float("inf")) - time.time()
        if left > self.options.patience:
            return False
        time.sleep(min(max(left, 0.0), _TICK))
        return True

    def _collect(self) -> Iterator[Fetch]:
        """Take the answers that have come, waiting for one only as long as no other host is due."""
        timeout: float | None = self._until_due() if self.in_flight else 0.0
        while self.in_flight:
            try:
                host, entry, result = self.results.get(timeout=timeout)
            except queue.Empty:
                return
            timeout = 0.0
            self.in_flight -= 1
            for one in (host, self._asked(host, entry)):
                one.answered(time.time(), self.options)
            yield from self._answer(host, entry, result)

    def _asked(self, host: Host, entry: Entry | None) -> Host:
        """The host that a request goes to: another one where robots.txt was moved there."""
        return host if entry is not None else self._host(authority(host.robots_url))

    def _until_due(self) -> float:
        if self.in_flight >= self.options.parallel or not self._has_room():
            return _TICK
        now = time.time()
        idle = [
            max(due, self._host(name).free_at)
            for name, due in self.frontier.waiting().items()
            if not self._host(name).busy
        ]
        return min(max(min(idle, default=now + _TICK) - now, 0.001), _TICK)

    def _answer(self, host: Host, entry: Entry | None, result: Answer | FetchError) -> Iterator[Fetch]:
        place = self.taker.archive(entry, result) if isinstance(result, Answer) else None
        if entry is None:
            self._robots(host, result)
        elif isinstance(result, FetchError):
            yield from self._failed(host, entry, result, None)
        elif result.status >= 400 and (rule := refusal(result.body, media_type(result.body))) is not None:
            yield from self._hand_over(self.taker.end(entry, Outcome.REFUSED, turned_away(rule), result.status))
        elif result.status in _RETRY:
            wait = retry_after(result.header("retry-after"), time.time())
            error = RetryableError(f"the server answered {result.status} {result.reason}".rstrip(), "try again later")
            yield from self._failed(host, entry, error, wait, result.status)
        else:
            host.pages += 1
            host.bytes += len(result.wire)
            self.bytes += len(result.wire)
            for fetch in self.taker.take(Arrival(entry, result, host.robots, place)):
                yield from self._hand_over(fetch)

    def _failed(
        self, host: Host, entry: Entry, error: FetchError, wait: float | None, status: int | None = None
    ) -> Iterator[Fetch]:
        """Put the entry back for a later try, or end it."""
        now = time.time()
        if wait is not None:
            host.wait(now + wait)
        if not isinstance(error, RetryableError) or self.transport.stopped:
            outcome = Outcome.REFUSED if isinstance(error, PrivateAddressError) else Outcome.FAILED
            yield from self._hand_over(self.taker.end(entry, outcome, str(error), status))
        elif entry.attempts + 1 > self.options.retries:
            yield from self._hand_over(self.taker.end(entry, Outcome.FAILED, self._times(error, entry), status))
        else:
            pause = max(wait or 0.0, backoff(entry.attempts, self.options.delay_of(host.name)))
            host.wait(now + pause)
            self.frontier.put([replace(entry, attempts=entry.attempts + 1, not_before=now + pause, reason=error.what)])

    def _times(self, error: FetchError, entry: Entry) -> str:
        tries = f"in {entry.attempts + 1} tries" if entry.attempts else "in one try"
        return f"{error.what} {tries}: {error.repair}"

    def _robots(self, host: Host, result: Answer | FetchError) -> None:
        """Read the host's robots.txt; where it cannot be had, come back later or block the host."""
        if isinstance(result, Answer):
            target = location(result)
            if target and host.robots_hops < 5:
                host.robots_hops += 1
                host.robots_url = target
                return
            text = robots_text(result.status, result.body)
            if text is not None:
                host.robots = robots(text, result.fetched_at)
                host.answered(time.time(), self.options)  # the pause may be longer from here on
                self.frontier.put_robots(host.name, host.robots.text, result.fetched_at)
                if host.robots.delay() > max(self.options.max_delay, self.options.delay_of(host.name)):
                    asks, limit = host.robots.delay(), self.options.max_delay
                    _log.warning("%s asks for %g s between requests; it gets %g s", host.name, asks, limit)
                return
            result = RetryableError(f"robots.txt answers {result.status}, so nothing may be fetched", "try again later")
        if not isinstance(result, RetryableError):
            outcome = Outcome.REFUSED if isinstance(result, PrivateAddressError) else Outcome.FAILED
            host.blocked = (outcome, str(result))
        elif host.robots_tries >= self.options.retries:
            host.blocked = (Outcome.DEFERRED, f"robots.txt: {result}")
        else:
            host.wait(time.time() + backoff(host.robots_tries, self.options.delay_of(host.name)))
            host.robots_tries += 1

    def _hand_over(self, fetch: Fetch) -> Iterator[Fetch]:
        """Give the fetch to the caller, and write down that it was taken when the caller comes back."""
        self.pages += fetch.page is not None
        yield fetch
        if fetch.page is not None:
            self.taker.taken(fetch.url)
        self._tell()

    def _tell(self, now: bool = False) -> None:
        """Report progress, so seldom that counting costs a twentieth of the time at most."""
        if self.options.progress is None or (not now and time.time() < self.tell_at):
            return
        began = time.time()
        self.options.progress(self._progress())
        self.tell_at = time.time() + max(_TICK, 20 * (time.time() - began))

    def _progress(self) -> Progress:
        counts = self.frontier.counts()
        seconds = time.time() - self.began
        left = max(
            (counts[name][1] * host.pause(self.options) for name, host in self.hosts.items() if name in counts),
            default=0.0,
        )
        return Progress(counts, self.bytes, seconds, left)
