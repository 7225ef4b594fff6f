"""Kills `cpaudit batch` at random moments, resumes it, and compares the bytes with an unbroken run.

    python tests/benchmarks/resume.py [KILLS [AUDITS [SEED]]]

Each of the kills (SIGKILL to the process of the command, ten by default) is of a run of its own: it
is started anew, killed at a random moment before its end, resumed, perhaps killed again at random,
and resumed to its end. The output must be that of the unbroken run, and no journal or temporary
file may be left. Ends with exit code 1 otherwise.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from generated import write

FORMATS = ("csv", "jsonl")
AGAIN = 0.5  # of the runs are killed a second time


def command(folder: Path, output: Path, *more: str) -> list[str]:
    """The command line of a run with two workers."""
    arguments = [sys.executable, "-m", "cpaudit", "batch", str(folder), "--output", str(output)]
    return [*arguments, "--workers", "2", "--quiet", *more]


def killed(arguments: list[str], after: float) -> bool:
    """Start a run and kill it after some seconds; whether it was still there."""
    # what is killed leaves semaphores behind, of which Python's tracker speaks: no part of this
    with subprocess.Popen(arguments, stderr=subprocess.DEVNULL) as program:
        try:
            program.wait(after)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            return True
    return False


def main() -> None:
    """Kill, resume and compare."""
    parser = argparse.ArgumentParser(description="Kill a batch at random and resume it.")
    parser.add_argument("kills", nargs="?", type=int, default=10)
    parser.add_argument("audits", nargs="?", type=int, default=1000)
    parser.add_argument("seed", nargs="?", type=int, default=None)
    wanted = parser.parse_args()
    seed = random.SystemRandom().randrange(10**6) if wanted.seed is None else wanted.seed
    draw = random.Random(seed)
    print(f"{wanted.audits} audits, seed {seed}")
    mistakes = 0
    with TemporaryDirectory() as place:
        folder = Path(place, "audits")
        write(folder, wanted.audits)
        whole = {}
        taken = 0.0
        for format in FORMATS:
            output = Path(place, f"whole.{format}")
            start = perf_counter()
            subprocess.run(command(folder, output, "--format", format), check=True)
            taken = perf_counter() - start
            whole[format] = output.read_bytes()
        for number in range(wanted.kills):
            format = draw.choice(FORMATS)
            output = Path(place, f"broken-{number}.{format}")
            moments = [draw.uniform(0, taken)]
            while not killed(command(folder, output, "--format", format, "--resume"), moments[-1]):
                output.unlink()  # it was done before
                moments = [draw.uniform(0, taken)]
            resumed = command(folder, output, "--format", format, "--resume")
            if draw.random() < AGAIN and not output.exists():
                again = draw.uniform(0, taken)
                moments += [again] if killed(resumed, again) else []
            if not output.exists():
                subprocess.run(resumed, check=True)
            is_same = output.read_bytes() == whole[format]
            left = [one.name for one in Path(place).iterdir() if "part" in one.name]
            mistakes += not is_same or bool(left)
            times = ", ".join(f"{moment:.2f} s" for moment in moments)
            verdict = "the same bytes" if is_same else "OTHER BYTES"
            print(f"{number + 1}: {format}, killed after {times}: {verdict}", *left)
    sys.exit(bool(mistakes))


if __name__ == "__main__":
    main()
