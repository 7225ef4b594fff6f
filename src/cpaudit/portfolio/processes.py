"""Workers that are processes of this machine, by the standard library's executor."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

R = TypeVar("R")

# what Windows can wait for
_MOST = 61
# forked from a process that has nothing else to do, a worker starts with everything imported
_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"


class Processes:
    """A pool of processes. None is forked from this one, whose threads and files are its own."""

    broken = (BrokenProcessPool,)

    def __init__(self, size: int) -> None:
        self.size = min(size, _MOST)
        self._context = get_context(_METHOD)
        if _METHOD == "forkserver":
            self._context.set_forkserver_preload([f"{__package__}.task"])
        self._executor = self._started(self.size)

    def _started(self, size: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(size, self._context, _begin)

    def submit(self, work: Callable[..., R], *arguments: object) -> Future[R]:
        """Have a process do some work. Raises BrokenProcessPool once one of them has ended."""
        return self._executor.submit(work, *arguments)

    def renew(self, size: int) -> None:
        """Have `size` new processes in the place of the pool's."""
        self.close()
        self.size = size
        self._executor = self._started(size)

    def close(self) -> None:
        """Let the processes end with the work that they have in hand."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Make this process a worker: an interruption is for the one that gives out the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End where the process that gives out the work is killed: nobody would ever say so."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
