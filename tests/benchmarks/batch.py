"""How long `cpaudit batch` takes for an audit, beside reading its YAML; workers; memory.

    python tests/benchmarks/batch.py [AUDITS [ROUNDS]] [--bare]

Made-up audits of 20 options each (generated.py) are written to a folder that is removed afterwards.
All times are of whole processes, start and output included: a process that does nothing but
`yaml.load(..., Loader=CSafeLoader)` for each file, and `cpaudit batch FOLDER --format csv --output
FILE` with one worker and with two. They take turns, so that a busy machine slows all of them; what
counts is the median of the ratios of the rounds. The memory is the largest that the process of the
command itself had (its workers have their own), with all audits and with a tenth of them. Nothing
fails here: the limits are printed for comparison.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from generated import write

BARE = """
import sys
from pathlib import Path
import yaml
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
# the program, telling at its end how much memory it had at most
PROGRAM = """
import os, resource, sys
import cpaudit.cli.main as main
leave = os._exit
def told(code):
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print("peak", used if sys.platform == "darwin" else used * 1024, file=sys.stderr, flush=True)
    leave(code)
os._exit = told
main.run()
"""


def bare(folder: Path) -> float:
    """Seconds to read every file of a folder by PyYAML's C loader."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", BARE, str(folder)], check=True)
    return perf_counter() - start


def batch(folder: Path, output: Path, workers: int) -> tuple[float, float]:
    """Seconds, and MiB at most, of the command over a folder."""
    arguments = ["batch", folder, "--format", "csv", "--output", output, "--workers", workers]
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments), "--force", "--quiet"],
        check=True,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    taken = perf_counter() - start
    return taken, float(done.stderr.rpartition("peak ")[2]) / 2**20


def verdict(name: str, value: float, limit: float, at_least: bool = False) -> str:
    """A ratio beside its limit."""
    is_within = value >= limit if at_least else value <= limit
    bound = "at least" if at_least else "at most"
    return f"{name:<52}{value:6.2f}  {bound} {limit}: {'reached' if is_within else 'MISSED'}"


def line(name: str, times: Sequence[float], audits: int) -> str:
    """Times for one audit in milliseconds: median, shortest, longest."""
    numbers = "".join(
        f"{1000 * time / audits:9.3f}" for time in (median(times), min(times), max(times))
    )
    return f"{name:<44}{numbers}"


def main() -> None:
    """Write the audits, measure by turns, print."""
    parser = argparse.ArgumentParser(description="Many audits, beside PyYAML.")
    parser.add_argument("audits", nargs="?", type=int, default=10_000)
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    parser.add_argument("--bare", action="store_true", help="audits without notes and sources")
    wanted = parser.parse_args()
    with TemporaryDirectory() as place:
        folder, few, output = Path(place, "all"), Path(place, "few"), Path(place, "out.csv")
        write(folder, wanted.audits, bare=wanted.bare)
        write(few, wanted.audits // 10, bare=wanted.bare)
        read: list[float] = []
        one: list[float] = []
        two: list[float] = []
        peaks: dict[str, list[float]] = {"one": [], "two": [], "few one": [], "few two": []}
        for _ in range(wanted.rounds):
            read.append(bare(folder))
            for workers, times, name in ((1, one, "one"), (2, two, "two")):
                taken, peak = batch(folder, output, workers)
                times.append(taken)
                peaks[name].append(peak)
                peaks[f"few {name}"].append(batch(few, output, workers)[1])
    print(f"{wanted.audits} audits of 20 options, {wanted.rounds} rounds")
    print(f"{'ms an audit':<44}{'median':>9}{'min':>9}{'max':>9}")
    print(line("yaml.load, CSafeLoader", read, wanted.audits))
    print(line("cpaudit batch --workers 1", one, wanted.audits))
    print(line("cpaudit batch --workers 2", two, wanted.audits))
    ratio = median(a / b for a, b in zip(one, read, strict=True))
    print(verdict("one worker / yaml.load", ratio, 2.5))
    faster = median(a / b for a, b in zip(one, two, strict=True))
    print(verdict("one worker / two workers", faster, 1.7, at_least=True))
    for name, words in (("one", "1 worker"), ("two", "2 workers")):
        many, less = max(peaks[name]), max(peaks[f"few {name}"])
        print(f"peak of the process, {words}: {less:.1f} MiB at a tenth, {many:.1f} MiB at all")
        print(verdict(f"peak at all / at a tenth, {words}", many / less, 1.2))


if __name__ == "__main__":
    main()
