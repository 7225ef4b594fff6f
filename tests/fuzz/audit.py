"""The coverage-guided fuzz target: `python tests/fuzz/audit.py --runs 1000000 --processes 2`.

Each process keeps what reached new code in its folder of `--work`, and begins with the examples and
with tests/fuzz/corpus. An input that fails ends its process; it is kept beside them, and the exit
code is 1. At the end: inputs, the slowest of them, and how far the peak of memory grew.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
GROWTH = 300  # MB
LARGEST = 4096  # bytes of an input


def main() -> int:
    words = argparse.ArgumentParser(description="Fuzz the reading and assessing of files.")
    words.add_argument("--runs", type=int, default=5000, help="inputs of all processes together")
    words.add_argument("--processes", type=int, default=1)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--work", type=Path, help="folder of what is found; by default a new one")
    words.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = words.parse_args()
    work = asked.work or Path(tempfile.mkdtemp(prefix="fuzz-"))
    if asked.one is not None:
        fuzz(work / str(asked.one), asked.runs, asked.seed)
    return together(work, asked.runs, asked.processes, asked.seed)


def together(work: Path, runs: int, processes: int, seed: int) -> int:
    """Share the inputs among processes and sum up what they tell."""
    from mutate import seeds

    examples = work / "examples"
    examples.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds()):
        (examples / str(number)).write_bytes(data[:LARGEST])
    started = []
    for one in range(processes):
        share = runs // processes + (one < runs % processes)
        words = ["--one", str(one), "--runs", str(share), "--seed", str(seed + one)]
        command = [sys.executable, __file__, "--work", str(work), *words]
        (work / str(one) / "found").mkdir(parents=True, exist_ok=True)
        with (work / str(one) / "log").open("w", encoding="utf-8") as log:
            started.append(subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT))
    codes = [process.wait() for process in started]
    told = [json.loads((work / str(n) / "figures.json").read_text()) for n in range(processes)]
    print(f"inputs: {sum(one['inputs'] for one in told):,}")
    print(f"slowest input: {max(one['slowest'] for one in told):.2f} s")
    print(f"growth of the peak of memory: {max(one['growth'] for one in told):.0f} MB")
    print(f"time: {max(one['seconds'] for one in told):.0f} s; processes: {processes}")
    if any(codes):
        print(f"failed: see {work}", file=sys.stderr)
    return int(any(codes))


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Measured:
    """Runs inputs and counts; ends the process after the last one or with what fails."""

    def __init__(self, work: Path, runs: int) -> None:
        from mutate import seeds
        from target import Fault, Room

        (work / "room").mkdir(exist_ok=True)
        self.fault = Fault
        self.room = Room(work / "room")
        self.work, self.runs = work, runs
        self.inputs, self.slowest, self.growth = 0, 0.0, 0.0
        for data in seeds():  # what is imported late and remembered is there at the start
            for _ in range(2):
                self.room.run(data)
                self.room.run(data + b"\n")
        self.started, self.before = time.monotonic(), peak()

    def __call__(self, data: bytes) -> None:
        (self.work / "current").write_bytes(data)  # what a process that dies had in hand
        try:
            self.slowest = max(self.slowest, self.room.timed(data))
            self.inputs += 1
            self.growth = peak() - self.before
            if self.growth > GROWTH:
                raise self.fault(f"memory grew by {self.growth:.0f} MB")
        except BaseException:
            (self.work / f"failed-{self.inputs}").write_bytes(data)
            traceback.print_exc()
            self.end(1)
        if self.inputs % 10_000 == 0:
            self.tell()
        if self.inputs >= self.runs:
            self.end(0)

    def tell(self) -> None:
        figures = {
            "inputs": self.inputs,
            "slowest": self.slowest,
            "growth": self.growth,
            "seconds": time.monotonic() - self.started,
        }
        (self.work / "figures.json").write_text(json.dumps(figures), encoding="ascii")

    def end(self, code: int) -> None:
        self.tell()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def fuzz(work: Path, runs: int, seed: int) -> None:
    """Have libFuzzer make the inputs of one process; ends the process."""
    import atheris

    sys.path.insert(0, str(HERE))
    with atheris.instrument_imports(include=["cpaudit"]):
        measured = Measured(work, runs)
    from mutate import Mutator

    options = [
        f"-dict={HERE / 'yaml.dict'}",
        f"-max_len={LARGEST}",
        "-timeout=30",
        "-rss_limit_mb=0",
        f"-seed={seed}",
        f"-artifact_prefix={work}/",
        str(work / "found"),
        str(work.parent / "examples"),
        str(HERE / "corpus"),
    ]

    def bytewise(data: bytes, max_size: int) -> bytes:
        return atheris.Mutate(data, max_size)  # Fuzz() puts the one that works in its place

    atheris.Setup([sys.argv[0], *options], measured, custom_mutator=Mutator(bytewise))
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
