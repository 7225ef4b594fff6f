"""The same work by a Dask cluster of separate processes, one of which is killed in the midst."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest

from batching import many, run
from cpaudit.portfolio.cluster import Cluster
from cpaudit.portfolio.task import File, OtherWorker, Work
from cpaudit.portfolio.workers import LOST, WorkersError
from cpaudit.portfolio.workers import run as work_through
from working import Ending, fails_at_three, held

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A scheduler in this process, and two workers with nannies that start them again."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        yield made


@pytest.fixture
def address(cluster: Any) -> str:
    return str(cluster.scheduler_address)


def pids(folder: Path) -> list[int]:
    return [int(path.name.partition("-")[2]) for path in folder.glob("begun-*")]


def wait_for(condition: Any) -> None:
    end = monotonic() + 30
    while not condition() and monotonic() < end:
        sleep(0.01)


def test_a_killed_worker_loses_nothing_and_doubles_nothing(address: str, tmp_path: Path) -> None:
    """The worker that has the first chunk waits in it until it is killed."""

    def kill() -> None:
        wait_for((tmp_path / "held").exists)
        os.kill(int((tmp_path / "held").read_text()), signal.SIGKILL)

    killer = Thread(target=kill)
    killer.start()
    items = [(str(tmp_path), number) for number in range(40)]
    found = list(work_through(items, held, scheduler=address, chunk=4))
    killer.join()
    assert [item for item, _ in found] == items
    assert [number for _, (number, _) in found] == list(range(40))  # type: ignore[misc]
    killed = int((tmp_path / "held").read_text())
    assert killed not in {pid for (_, number), (_, pid) in found if number < 4}  # type: ignore[misc]
    assert killed in pids(tmp_path)


def test_an_item_that_ends_every_worker_is_lost_alone(address: str, tmp_path: Path) -> None:
    task = Ending(str(tmp_path), frozenset({2}), times=99).square
    found = dict(work_through(range(4), task, scheduler=address, chunk=2))
    assert found == {0: 0, 1: 1, 2: LOST, 3: 9}


def test_the_command_gives_the_same_bytes_though_a_worker_is_killed(
    cluster: Any, address: str, tmp_path: Path
) -> None:
    folder = many(tmp_path / "plants", 150)
    whole = run("plants", "-f", "csv", "--workers", "1", cwd=tmp_path).stdout
    command = [sys.executable, "-m", "cpaudit", "batch", "plants", "-f", "csv"]
    with subprocess.Popen(
        [*command, "--scheduler", address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        encoding="utf-8",
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        begun = program.stdout.readline()
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        out = begun + program.stdout.read()
        said = program.stderr.read()
    assert (program.returncode, out) == (0, whole)
    assert said == "audits: 150, with mistakes: 0\n"
    assert len(list(folder.iterdir())) == 150


def test_what_a_task_raises_is_raised(address: str) -> None:
    with pytest.raises(ZeroDivisionError, match="three"):
        list(work_through(range(9), fails_at_three, scheduler=address, chunk=2))


def test_a_worker_with_other_factors_is_refused(address: str, tmp_path: Path) -> None:
    work = Work(expected="the hash of other factors")
    with pytest.raises(OtherWorker):
        list(work_through([File("x.yaml")], work.outcome, scheduler=address))


def test_a_scheduler_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cpaudit.portfolio import cluster as room

    monkeypatch.setattr(room, "_PATIENCE", 0.2)
    with pytest.raises(WorkersError) as caught:
        Cluster("tcp://127.0.0.1:9")
    assert caught.value.diagnostic.code.id == "B019"
    with pytest.raises(WorkersError):
        Cluster("no address")


def test_without_the_extra_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from cpaudit.portfolio import cluster as room

    monkeypatch.setattr(room, "find_spec", lambda name: None)
    with pytest.raises(WorkersError) as caught:
        Cluster("tcp://127.0.0.1:9")
    assert caught.value.diagnostic.code.id == "B018"
