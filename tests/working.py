"""Tasks for the tests of workers: they are imported by other processes."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import NamedTuple


class Ending(NamedTuple):
    """Squares numbers; ends its process at some of them, `times` often, and counts what it does."""

    folder: str
    at: frozenset[int]
    times: int = 1

    def square(self, number: int) -> int:
        if number in self.at:
            for attempt in range(self.times):
                mark = Path(self.folder, f"ended-{number}-{attempt}")
                if not mark.exists():
                    mark.touch()
                    os._exit(9)
        return number * number


def fails_at_three(number: int) -> int:
    if number == 3:
        raise ZeroDivisionError("three")
    return number


def process_of(number: int) -> tuple[int, int, int]:
    """The number, the process that got it, and what an interruption would do to it."""
    return number, os.getpid(), int(signal.getsignal(signal.SIGINT) == signal.SIG_IGN)


def held(work: tuple[str, int]) -> tuple[int, int]:
    """A number and the process that got it; whoever has the first one writes down who it is, and
    waits there for a file."""
    folder, number = work
    Path(folder, f"begun-{os.getpid()}").touch()
    if number == 0 and not Path(folder, "held").exists():
        temporary = Path(folder, "held-by")
        temporary.write_text(str(os.getpid()), encoding="ascii")
        temporary.rename(Path(folder, "held"))
        while True:
            time.sleep(0.01)
    return number, os.getpid()
