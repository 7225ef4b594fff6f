"""How long cpaudit takes from the command to the answer, beside the bare time of its packages.

    python tests/benchmarks/start_up.py [RUNS]

Each command is timed as a whole process, ours and the bare one by turns, so that a busy machine
slows both. What counts is the median of the ratios of the pairs. Nothing fails here: the limits
are printed for comparison. Run it in the environment in which cpaudit is installed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

EXAMPLE = Path(__file__).parents[2] / "examples" / "textile-dyehouse.yaml"
RUNS = 15


class Comparison(NamedTuple):
    """Arguments of Python for our command and for the bare one, and the most ours may take."""

    name: str
    ours: Sequence[str]
    bare: Sequence[str]
    limit: float


COMPARISONS = (
    Comparison(
        "cpaudit assess textile-dyehouse.yaml",
        ["-m", "cpaudit", "assess", str(EXAMPLE)],
        ["-c", "import typer, pydantic, yaml, rich.table, pint"],
        1.3,
    ),
    Comparison("cpaudit --help", ["-m", "cpaudit", "--help"], ["-c", "import typer"], 1.5),
)


def seconds(arguments: Sequence[str]) -> float:
    """Wall time of one process; its output is thrown away."""
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    taken = perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stderr.decode('utf-8', 'replace')}")
    return taken


def measure(comparison: Comparison, runs: int) -> tuple[list[float], list[float]]:
    """Times of both commands, taken by turns; the first pair only fills the caches."""
    pairs = [(seconds(comparison.ours), seconds(comparison.bare)) for _ in range(runs + 1)][1:]
    return [ours for ours, _ in pairs], [bare for _, bare in pairs]


def line(name: str, times: Sequence[float]) -> str:
    """Median, shortest and longest time in milliseconds."""
    numbers = "".join(f"{1000 * time:9.0f}" for time in (median(times), min(times), max(times)))
    return f"  {name:<50}{numbers}"


def report(comparison: Comparison, runs: int) -> str:
    """Both rows and the ratio of one comparison."""
    ours, bare = measure(comparison, runs)
    ratio = median(one / other for one, other in zip(ours, bare, strict=True))
    verdict = "within" if ratio <= comparison.limit else "ABOVE"
    return "\n".join(
        [
            line(comparison.name, ours),
            line(f"python -c {comparison.bare[1]!r}"[:49], bare),
            f"  ratio {ratio:.2f}, {verdict} the limit of {comparison.limit}\n",
        ]
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Start-up time of cpaudit.")
    parser.add_argument("runs", nargs="?", type=int, default=RUNS, help="pairs of each comparison")
    runs = max(1, parser.parse_args().runs)
    # bytecode must be kept, otherwise it is compilation that is measured
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"Python {sys.version.split()[0]} on {sys.platform}, {runs} pairs, times in ms\n")
    print(f"  {'':<50}{'median':>9}{'min':>9}{'max':>9}")
    for comparison in COMPARISONS:
        print(report(comparison, runs))


if __name__ == "__main__":
    main()
