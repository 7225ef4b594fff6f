"""Work on many items by this process, by processes of this machine, or by a cluster.

Items go out in chunks, a bounded number at a time, and results come back in the items' order: so
the memory that is needed does not grow with the number of items. A worker that is killed loses
nothing: what has not come back is done again, item by item if need be, and an item that ends every
process which takes it is handed back as `LOST`.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from itertools import islice
from typing import Final, Protocol, TypeAlias, TypeVar

from ..diagnostics import Diagnostic

T = TypeVar("T")
R = TypeVar("R")

CHUNK: Final = 16
# chunks in flight for each worker: one in hand, others that wait for it or for those before it
_AHEAD: Final = 4
# a worker's start takes longer than this many audits
_WORTH_A_WORKER: Final = 48


class WorkersError(Exception):
    """The workers can't do the work; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code.id)
        self.diagnostic = diagnostic


class Lost:
    """Stands for the result of an item that ended every process which took it."""


LOST: Final = Lost()

# each item with its result; closed early, it lets the workers go
Results: TypeAlias = Generator[tuple[T, R | Lost], None, None]


class Pool(Protocol):
    """Workers, `size` of them."""

    size: int

    @property
    def broken(self) -> tuple[type[BaseException], ...]:
        """What a future fails with whose worker has ended."""

    def submit(self, work: Callable[..., R], *arguments: object) -> Future[R]:
        """Have a worker do some work."""

    def renew(self, size: int) -> None:
        """Have `size` new workers in the place of those that may have ended."""

    def close(self) -> None:
        """Let the workers go."""


def run(
    items: Iterable[T],
    task: Callable[[T], R],
    workers: int = 1,
    scheduler: str | None = None,
    chunk: int = CHUNK,
) -> Results[T, R]:
    """Each item with what `task` makes of it, in the items' order, while it is being made.

    With one worker and no scheduler this process does the work. Otherwise items, results and `task`
    must be picklable, and `task` a function or an object of a module that workers can import; with
    the address of a Dask scheduler its workers do it. Raises what `task` raises, and WorkersError
    where a scheduler can't be used.
    """
    if scheduler is not None:
        from .cluster import Cluster, while_it_lasts

        return while_it_lasts(scheduler, _by_pool(Cluster(scheduler), items, task, chunk))
    if workers > 1:
        from .processes import Processes

        return _by_pool(Processes(workers), items, task, chunk)
    return _here(items, task, chunk)


def usual_workers(items: int) -> int:
    """As many workers as there are processors for this process, if there is enough to do."""
    affinity = getattr(os, "sched_getaffinity", None)
    processors = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(processors, items // _WORTH_A_WORKER))


def _here(items: Iterable[T], task: Callable[[T], R], chunk: int) -> Results[T, R]:
    for some in chunks(items, chunk):
        yield from zip(some, work_through(task, some), strict=True)


def chunks(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The items in tuples of a size; the last one may be shorter."""
    left = iter(items)
    while some := tuple(islice(left, size)):
        yield some


def work_through(task: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """The results of a chunk.

    Garbage is collected once at its end: what an audit leaves is let go without a collection, and
    looking for circles among thousands of living figures takes a fifth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return [task(item) for item in items]
    finally:
        gc.collect(0)
        if was_enabled:
            gc.enable()


def _by_pool(pool: Pool, items: Iterable[T], task: Callable[[T], R], chunk: int) -> Results[T, R]:
    waiting: deque[tuple[tuple[T, ...], Future[list[R | Lost]]]] = deque()
    with closing(pool):
        for some in chunks(items, chunk):
            waiting.append((some, _submitted(pool, task, some)))
            if len(waiting) >= _AHEAD * pool.size:
                yield from _first(pool, task, waiting)
        while waiting:
            yield from _first(pool, task, waiting)


def _submitted(pool: Pool, task: Callable[[T], R], some: tuple[T, ...]) -> Future[list[R | Lost]]:
    """The future of a chunk; one that is broken where the pool takes no more work."""
    try:
        return pool.submit(work_through, task, some)
    except pool.broken as problem:
        future: Future[list[R | Lost]] = Future()
        future.set_exception(problem)
        return future


def _first(
    pool: Pool,
    task: Callable[[T], R],
    waiting: deque[tuple[tuple[T, ...], Future[list[R | Lost]]]],
) -> Iterator[tuple[T, R | Lost]]:
    """The results of the chunk that was given out first."""
    if isinstance(waiting[0][1].exception(), pool.broken):
        _do_again(pool, task, waiting)
    some, future = waiting.popleft()
    yield from zip(some, future.result(), strict=True)


def _do_again(
    pool: Pool,
    task: Callable[[T], R],
    waiting: deque[tuple[tuple[T, ...], Future[list[R | Lost]]]],
) -> None:
    """Have every chunk whose worker has ended done by one worker, one chunk after the other.

    So it is known which of them it is that ends a worker, if it is one of them.
    """
    size = pool.size
    pool.renew(1)
    for at, (some, future) in enumerate(waiting):
        if isinstance(future.exception(), pool.broken):
            again: Future[list[R | Lost]] = Future()
            again.set_result(_alone(pool, task, some))
            waiting[at] = some, again
    pool.renew(size)


def _alone(pool: Pool, task: Callable[[T], R], some: tuple[T, ...]) -> list[R | Lost]:
    """The results of a chunk that is in work alone; of its halves where it ends the worker."""
    for _ in range(2 if len(some) == 1 else 1):
        future = _submitted(pool, task, some)
        if not isinstance(future.exception(), pool.broken):
            return future.result()
        pool.renew(1)
    if len(some) == 1:
        return [LOST]
    half = len(some) // 2
    return _alone(pool, task, some[:half]) + _alone(pool, task, some[half:])
