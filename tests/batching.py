"""What the tests of batches share: small plants whose figures are easy to work out by hand."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

BROKEN = "cpaudit: 1\nplant: {name: Mill, country: VN, currency: VND}\nperiod: 2014\nresourcs: {}\n"


def plant(
    name: str,
    sector: str = "textile",
    year: int = 2014,
    currency: str = "VND",
    water: int = 1000,
    investment: int = 1000,
    more: str = "",
) -> str:
    """A plant that uses so many m3 of water at 10 a m3 and can save 20 % of it, and then a tenth of
    the rest: 20 % + 8 % = 28 % together."""
    return f"""\
cpaudit: 1
plant: {{name: {name}, sector: {sector}, country: VN, currency: {currency}, number_style: plain}}
period: {year}
resources: {{water: {{amount: {water} m3, price: 10 {currency}/m3}}}}
options:
  - {{id: tap, name: Tap, class: good-housekeeping, status: implemented, saves: {{water: 20 %}},
     investment: {investment} {currency}, lifetime: 1 yr}}
  - {{id: tank, name: Tank, class: recycling, saves: {{water: 10 %}}, investment: 500 {currency},
     lifetime: 1 yr}}
  - {{id: well, name: Well, status: rejected, saves: {{water: 5 %}}, investment: 90 {currency}}}
packages: {{first: [tap], both: [tap, tank]}}
finance: {{discount_rate: 10 %}}
{more}"""


def write(folder: Path, **texts: str) -> list[Path]:
    """Files of a folder, named by their keys."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.yaml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def many(folder: Path, count: int) -> Path:
    """A folder with so many plants, each with a little more water than the one before."""
    sectors = ("textile", "paper", "metal")
    texts = {
        f"plant-{at:03}": plant(f"Plant {at}", sectors[at % 3], 2010 + at % 2, water=1000 + at)
        for at in range(count)
    }
    write(folder, **texts)
    return folder


def run(
    *arguments: object, cwd: Path | None = None, program: str = "", code: int | None = 0
) -> subprocess.CompletedProcess[str]:
    """`cpaudit batch` with arguments, or the text of a program that starts it."""
    started = ["-c", program] if program else ["-m", "cpaudit"]
    kept = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LANGUAGE"}}
    done = subprocess.run(
        [sys.executable, *started, "batch", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=kept | {"CPAUDIT_LANG": "en"},
        encoding="utf-8",
        timeout=120,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert code is None or done.returncode == code, done.stderr
    return done


def table(text: str) -> list[dict[str, str]]:
    """The rows of a text of CSV, by the names of columns."""
    return list(csv.DictReader(io.StringIO(text)))
