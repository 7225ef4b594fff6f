"""Work by several processes: in order, nothing lost, nothing twice, whatever ends a worker."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from cpaudit.portfolio.workers import LOST, chunks, run, usual_workers
from working import Ending, fails_at_three, process_of

NUMBERS = list(range(60))
SQUARES = [(one, one * one) for one in NUMBERS]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("chunk", [1, 7, 100])
def test_results_come_in_the_order_of_items(workers: int, chunk: int, tmp_path: Path) -> None:
    task = Ending(str(tmp_path), frozenset()).square
    assert list(run(NUMBERS, task, workers, chunk=chunk)) == SQUARES
    assert list(run([], task, workers, chunk=chunk)) == []


def test_a_worker_that_ends_once_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    task = Ending(str(tmp_path), frozenset({5, 31})).square
    assert list(run(NUMBERS, task, 2, chunk=4)) == SQUARES
    assert len(list(tmp_path.iterdir())) == 2


def test_an_item_that_ends_every_worker_is_lost_alone(tmp_path: Path) -> None:
    task = Ending(str(tmp_path), frozenset({17, 42}), times=99).square
    found = dict(run(NUMBERS, task, 2, chunk=8))
    assert [one for one in NUMBERS if found[one] is LOST] == [17, 42]
    assert {one: one * one for one in NUMBERS if one not in {17, 42}}.items() <= found.items()


def test_items_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    taken = []

    def items() -> object:
        for one in range(100_000):
            taken.append(one)
            yield one

    results = run(items(), Ending(str(tmp_path), frozenset()).square, 2, chunk=5)  # type: ignore[arg-type]
    assert list(islice(results, 3)) == SQUARES[:3]
    results.close()  # type: ignore[attr-defined]
    # two workers with four chunks each
    assert len(taken) <= 2 * 4 * 5


def test_what_a_task_raises_is_raised() -> None:
    for workers in (1, 2):
        with pytest.raises(ZeroDivisionError, match="three"):
            list(run(range(9), fails_at_three, workers, chunk=2))


def test_processes_leave_interruptions_to_the_one_that_gives_out_the_work() -> None:
    made = [result for _, result in run(range(40), process_of, 2, chunk=1)]
    assert all(is_ignored for _, _, is_ignored in made)  # type: ignore[misc]


def test_few_items_are_worth_no_processes() -> None:
    assert usual_workers(1) == usual_workers(10) == 1
    assert usual_workers(1_000_000) >= 1


def test_chunks_hold_every_item_once() -> None:
    assert list(chunks(range(7), 3)) == [(0, 1, 2), (3, 4, 5), (6,)]
