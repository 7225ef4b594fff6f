"""What a Monte Carlo run adds to `cpaudit uncertainty`.

    python tests/benchmarks/monte_carlo.py [RUNS]

The same command is timed as a whole process with `--draws 100000` and without, by turns, so that a
busy machine slows both. What counts is the median of the differences of the pairs. Two files are
measured: the dyehouse as it is, whose factors have bounds, and the same with an uncertainty beside
every amount, price, saving and cost, so that every figure has to be drawn. Nothing fails here: the
limit is printed for comparison. Run it in the environment in which cpaudit is installed.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from start_up import EXAMPLE, line, seconds

RUNS = 7
DRAWS = 100_000
LIMIT = 2.0
# a value as the example writes it: `amount: 7054 MWh` or `coal: 8 %`
GIVEN = re.compile(
    r"\b(amount|price|treatment|disposal|investment|operating_cost|discount_rate|tax_rate|sulphur|"
    r"COD|TSS|coal|water|electricity|fuel_oil|caustic|wastewater): (-?\d[^,}#\n]*?)(?=[,}#\n]|  )"
)


def with_uncertainties(text: str) -> str:
    """The audit file with an uncertainty of 5 % beside every value; no rate is left certain."""
    inputs, separator, rest = text.partition("\nexpect:")
    return GIVEN.sub(r"\1: {value: \2, uncertainty: 5 %}", inputs) + separator + rest


def measure(file: Path, runs: int) -> tuple[list[float], list[float]]:
    """Times with draws and without, taken by turns; the first pair only fills the caches."""
    bare = ["-m", "cpaudit", "uncertainty", str(file)]
    drawn = [*bare, "--draws", str(DRAWS)]
    pairs = [(seconds(drawn), seconds(bare)) for _ in range(runs + 1)][1:]
    return [one for one, _ in pairs], [other for _, other in pairs]


def report(name: str, drawn: Sequence[float], bare: Sequence[float]) -> str:
    """Both rows and the difference of one file."""
    added = median(one - other for one, other in zip(drawn, bare, strict=True))
    verdict = "within" if added <= LIMIT else "ABOVE"
    return "\n".join(
        [
            line(f"cpaudit uncertainty {name} --draws {DRAWS}"[:49], drawn),
            line(f"cpaudit uncertainty {name}"[:49], bare),
            f"  difference {1000 * added:.0f} ms, {verdict} the limit of {LIMIT:.0f} s\n",
        ]
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time of a Monte Carlo run of cpaudit.")
    parser.add_argument("runs", nargs="?", type=int, default=RUNS, help="pairs of each file")
    runs = max(1, parser.parse_args().runs)
    # bytecode must be kept, otherwise it is compilation that is measured
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"Python {sys.version.split()[0]} on {sys.platform}, {runs} pairs, times in ms\n")
    print(f"  {'':<50}{'median':>9}{'min':>9}{'max':>9}")
    with TemporaryDirectory() as folder:
        every = Path(folder) / "every-value.yaml"
        text = EXAMPLE.read_text(encoding="utf-8")
        every.write_text(with_uncertainties(text), encoding="utf-8")
        for name, file in (("dyehouse", EXAMPLE), ("every value", every)):
            print(report(name, *measure(file, runs)))


if __name__ == "__main__":
    main()
