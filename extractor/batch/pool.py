"""Who does the shards: this process, more of them, or a Dask cluster. A lost worker's shard is done again."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from extractor.batch.options import BatchOptions, Done, ExtraError, Shard
from extractor.batch.shard import work
from extractor.errors import DoichieuError, InputError

TRIES = 3
Result = Done | tuple[Shard, str]


def results(shards: Sequence[Shard], options: BatchOptions, digest: str) -> Iterator[Result]:
    """Each shard's end as it comes: Done, or the shard and why it could not be done."""
    if options.scheduler:
        yield from _cluster(largest_first(shards), options, digest)
    elif options.workers == 1 or len(shards) == 1:
        yield from (_here(shard, options, digest) for shard in shards)
    else:
        yield from _processes(largest_first(shards), options, digest)


def largest_first(shards: Sequence[Shard]) -> list[Shard]:
    """The order in which workers wait least for each other at the end."""
    return sorted(shards, key=lambda shard: sum(source.size for source in shard.sources), reverse=True)


def _here(shard: Shard, options: BatchOptions, digest: str) -> Result:
    """One shard in this process; its pages are read in another all the same."""
    try:
        return work(shard, options, digest)
    except (DoichieuError, OSError) as error:
        return shard, str(error)


def _processes(shards: Sequence[Shard], options: BatchOptions, digest: str) -> Iterator[Result]:
    left = {shard.name: shard for shard in shards}
    for _ in range(TRIES):
        for shard, future in _round(list(left.values()), options, digest):
            if not isinstance(future.exception(), BrokenProcessPool):
                yield _end(future, left.pop(shard.name))
        if not left:
            return
    for shard in left.values():
        yield shard, f"its worker was lost {TRIES} times: see that the machine has memory for --workers"


def _round(shards: Sequence[Shard], options: BatchOptions, digest: str) -> Iterator[tuple[Shard, Future[Done]]]:
    """One pool, for as long as all its workers live: what was not finished by then ends in BrokenProcessPool."""
    # A spawned worker shares no lock and no open file with this process.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(options.workers, len(shards)), mp_context=context) as pool:
        futures: dict[Future[Done], Shard] = {pool.submit(work, shard, options, digest): shard for shard in shards}
        try:
            for future in as_completed(futures):
                yield futures.pop(future), future
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _end(future: Any, shard: Shard) -> Result:
    """What a future of either engine brought; any error is that shard's alone."""
    error = future.exception()
    if error is None:
        done: Done = future.result()
        return done
    return shard, str(error) if isinstance(error, DoichieuError | OSError) else f"{type(error).__name__}: {error}"


def _cluster(shards: Sequence[Shard], options: BatchOptions, digest: str) -> Iterator[Result]:
    try:
        from distributed import Client
        from distributed import as_completed as completed
    except ImportError as error:
        raise ExtraError("--scheduler needs Dask distributed", 'pip install "doichieu[batch]"') from error
    try:
        client = Client(options.scheduler, timeout="30s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise InputError(
            f"no Dask scheduler at {options.scheduler}", f"start one, or check the address ({error})"
        ) from error
    with client:
        futures = {
            client.submit(work, shard, options, digest, key=f"doichieu-{shard.name}", pure=False, retries=TRIES): shard
            for shard in shards
        }
        for future in completed(list(futures)):  # type: ignore[no-untyped-call]
            yield _end(future, futures[future])
            future.release()
