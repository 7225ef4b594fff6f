"""Files that mean harm, and what each command takes to refuse them: `python tests/fuzz/hostile.py`.

A file of 200 MB, an alias bomb and a nest a million deep, read by every command that reads: as an
audit, inside a programme, as a table beside an audit, and in a folder of factors.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HEAD = "cpaudit: 1\nplant: {name: Mill, country: VN, currency: VND}\nperiod: 2014\n"
COMMANDS = ("assess", "check", "gap", "cashflow", "compare", "recp", "sensitivity", "batch")


class Measured(NamedTuple):
    """How a command ended, after how many seconds, and its peak of memory in MB."""

    code: int
    seconds: float
    memory: float


# a small process between: a child's peak begins with that of the process that it was forked from
LAUNCHER = """
import resource, subprocess, sys
nowhere = subprocess.DEVNULL
done = subprocess.run(sys.argv[1:], stdin=nowhere, stdout=nowhere, stderr=nowhere)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measured(arguments: list[str]) -> Measured:
    """One run of the program in a process of its own, its output thrown away."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "cpaudit", *arguments]
    launched = [sys.executable, "-c", LAUNCHER, *command]
    code, memory = subprocess.run(launched, capture_output=True, check=True).stdout.split()
    return Measured(int(code), time.perf_counter() - start, int(memory) / 1024)


def write_files(folder: Path) -> list[str]:
    """The hostile files, as .yaml and .csv; their names."""
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    texts = {
        "bomb": HEAD + bomb,
        "nest": HEAD + "resources: " + "[" * 1_000_000,
        "nest-of-keys": HEAD + "resources: " + "{a: " * 1_000_000,
        "digits": HEAD + "resources: {water: {amount: " + "9" * 3_000_000 + " m3}}\n",
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="ascii")
    (folder / "wide.csv").write_text("a," * 2_000_000 + "\nb\n", encoding="ascii")
    for name in ("large.yaml", "large.csv"):
        with (folder / name).open("wb") as stream:
            stream.write(HEAD.encode())
            for _ in range(200):
                stream.write(b"# " + b"x" * (1024 * 1024 - 3) + b"\n")
    return [*texts, "large"]


def runs(folder: Path) -> Iterator[list[str]]:
    """The command lines that read a hostile file."""
    mill = folder / "mill.yaml"
    mill.write_text(f"{HEAD}resources: {{water: {{amount: 9 m3, price: 9 VND/m3}}}}\n", "ascii")
    for name in write_files(folder):
        file = folder / f"{name}.yaml"
        yield from ([command, str(file)] for command in COMMANDS)
        yield ["explain", str(file), "baseline.cost"]
        yield ["check", "--update", str(file)]
        yield ["diff", str(mill), str(file)]
        yield ["diff", str(file), str(mill)]
        programme = folder / f"programme-{name}"
        programme.write_text(
            f"programme: 1\nname: C\ncountry: VN\ncurrency: VND\naudits: [{{path: {file.name}}}]\n",
            encoding="ascii",
        )
        yield ["programme", str(programme)]
        yield ["check", str(programme)]
        yield ["programme", str(file)]
        factors = folder / f"factors-{name}" / "fuels"
        factors.mkdir(parents=True)
        os.link(file, factors / "coal.yaml")
        yield ["factors", "check", str(factors.parent)]
        yield ["check", "--factors", str(factors.parent), str(mill)]
        yield ["diff", "shipped", str(factors.parent), "--audits", str(mill)]
    for table in ("large.csv", "wide.csv"):
        audit = folder / f"beside-{table}.yaml"
        amount = f"{{csv: {table}, column: t, month: month}}"
        audit.write_text(f"{HEAD}resources: {{coal: {{amount: {amount}}}}}\n", encoding="ascii")
        yield from ([command, str(audit)] for command in ("assess", "check"))
        yield ["diff", str(mill), str(audit)]


def main() -> int:
    slowest = largest = count = 0.0
    odd = 0
    with tempfile.TemporaryDirectory() as folder:
        for arguments in runs(Path(folder)):
            made = measured(arguments)
            odd += made.code != 1
            count += 1
            slowest, largest = max(slowest, made.seconds), max(largest, made.memory)
            words = [one.removeprefix(f"{folder}/") for one in arguments]
            print(f"{made.code} {made.seconds:5.2f} s {made.memory:4.0f} MB  {' '.join(words)}")
    print(f"runs: {count:.0f}; slowest: {slowest:.2f} s; most memory: {largest:.0f} MB; odd: {odd}")
    return int(bool(odd) or largest > 300)


if __name__ == "__main__":
    sys.exit(main())
