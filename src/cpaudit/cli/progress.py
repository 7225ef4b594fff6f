"""How far a long run is: a bar on the terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_PATIENCE = 1.0  # seconds before a run counts as long


class Progress:
    """Counts what is done; the bar comes where a run is long and someone watches."""

    def __init__(self, whole: int, is_wanted: bool = True) -> None:
        self.whole = whole
        self.done = 0
        self._start = monotonic()
        self._is_wanted = is_wanted and sys.stderr.isatty()
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self.done)
        elif self._is_wanted and monotonic() - self._start > _PATIENCE:
            self._show()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._bar.add_task("", total=self.whole, completed=self.done)
        self._bar.start()
