"""A batch: what comes of each file, in the files' order, while it is being made."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path

from ..diagnostics.codes import batch as codes
from .outcome import Outcome
from .paths import Files
from .portable import packed
from .task import File, OtherWorker, Work
from .workers import CHUNK, Lost, Results, WorkersError, run, usual_workers


def outcomes(
    files: Files,
    work: Work,
    workers: int | None = None,
    scheduler: str | None = None,
    names: Iterable[str] | None = None,
) -> Generator[Outcome, None, None]:
    """The outcome of each file, or of those of `names`, in order.

    `workers` are by default the processors, if there is enough to do. Raises WorkersError where the
    scheduler at an address can't be used or a worker is not like this process, and LibraryError
    where a file of the factors is broken.
    """
    wanted = list(files.paths if names is None else names)
    if workers is None:
        workers = usual_workers(len(wanted))
    if scheduler is not None:
        work = work._replace(folder=str(Path.cwd()), factors=_absolute(work.factors))
    items = (File(name, name in files.named) for name in wanted)
    # of few files every worker has its part
    chunk = max(1, min(CHUNK, len(wanted) // (4 * workers)))
    results: Results[File, Outcome] = run(items, work.outcome, workers, scheduler, chunk)
    try:
        with closing(results):
            for file, outcome in results:
                yield _lost(file) if isinstance(outcome, Lost) else outcome
    except OtherWorker:
        raise WorkersError(codes.OTHER_WORKER.at(None)) from None


def _absolute(factors: str | None) -> str | None:
    return None if factors is None else str(Path(factors).resolve())


def _lost(file: File) -> Outcome:
    said = codes.WORKER_ENDED.at(None, file=file.name)
    return Outcome(file.name, "broken", said=packed([said]))
