"""Workers of a cluster, by the executor of a Dask client (extra `cpaudit[dask]`)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from importlib.util import find_spec
from typing import Any, TypeVar

from ..diagnostics import Word
from ..diagnostics.codes import batch as codes
from ..language import N_
from .workers import Results, WorkersError

T = TypeVar("T")
R = TypeVar("R")

_PATIENCE = 20  # seconds until a scheduler or its first worker must be there


class Cluster:
    """The workers of a Dask scheduler. Dask itself gives the work of a worker that is lost to
    another one; a task whose worker is lost again and again is broken."""

    def __init__(self, address: str) -> None:
        if find_spec("distributed") is None:
            raise WorkersError(codes.NO_DASK.at(None))
        from distributed import KilledWorker

        self.address = address
        self.broken: tuple[type[BaseException], ...] = (KilledWorker,)
        self._client = self._connected()
        self._executor = self._client.get_executor(pure=False)
        self.size = sum(self._client.nthreads().values())

    def _connected(self) -> Any:
        from distributed import Client

        made: Callable[..., Any] = Client

        try:
            client = made(self.address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as problem:
            raise _failure(self.address, str(problem)) from None
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except OSError:  # a time that is over is one
            client.close()
            raise _failure(self.address, Word(N_("it has no worker"))) from None
        return client

    def submit(self, work: Callable[..., R], *arguments: object) -> Future[R]:
        """Have a worker do some work. Raises WorkersError where the scheduler is gone."""
        try:
            future: Future[R] = self._executor.submit(work, *arguments)
        except (OSError, RuntimeError) as problem:
            raise _failure(self.address, str(problem)) from None
        return future

    def renew(self, size: int) -> None:
        """Nothing: the scheduler itself looks after its workers."""

    def close(self) -> None:
        """Forget what is not done yet, and leave the cluster as it was."""
        self._executor.shutdown(wait=False)
        self._client.close()


def while_it_lasts(address: str, results: Results[T, R]) -> Results[T, R]:
    """The results of a cluster. Raises WorkersError where it ends before they are all there."""
    try:
        yield from results
    except CancelledError:
        raise _failure(address, Word(N_("the connection is lost"))) from None


def _failure(address: str, reason: str) -> WorkersError:
    return WorkersError(codes.NO_SCHEDULER.at(None, address=address, reason=reason))
