"""How long cpaudit takes for an audit, beside the same audit recalculated by LibreOffice.

    python tests/benchmarks/spreadsheets.py [AUDITS [ROUNDS]]

Needs `soffice` (LibreOffice Calc) on the path and XlsxWriter. Made-up audits of 20 options
(generated.py) are written as YAML, and as workbooks with live formulas (workbook.py) and no values.
LibreOffice opens all of them in one headless process, is told to recalculate everything on loading,
and writes the first sheet of each as CSV; cpaudit reads the YAML and writes a row for each, by one
worker. Both are timed as whole processes, by turns. The start of LibreOffice is left out: what is
counted is the time for all workbooks less that for one, in groups of 200 workbooks for one process;
cpaudit's own start counts. The figures of both must agree to 1e-6. The target is that cpaudit is
five times as fast, aiming at ten.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from generated import write
from workbook import FIGURES, Workbook

import cpaudit

TOLERANCE = 1e-6
GROUP = 200  # workbooks for one process: of more than some 245 LibreOffice leaves the rest out
# comma, quotation mark, UTF-8: see LibreOffice's help on the tokens of its CSV filter
CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76"
COLUMNS = dict(
    zip(
        FIGURES,
        ("baseline_cost", "baseline_energy_gj", "baseline_co2e_t", "saving", "co2e_t",
         "investment", "npv", "irr"),
        strict=True,
    )
)  # fmt: skip
# recalculate a workbook whenever it is opened
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, place: Path) -> None:
        self.profile = place / "profile"
        settings = self.profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")

    def recalculate(self, workbooks: Sequence[Path], output: Path) -> float:
        """Seconds for one process that opens all workbooks and writes them as CSV."""
        command = [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={self.profile.as_uri()}",
        ]
        command += ["--convert-to", CSV_FILTER, "--outdir", str(output), *map(str, workbooks)]
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return perf_counter() - start


def assess(folder: Path, output: Path) -> float:
    """Seconds for one process of cpaudit over all audits."""
    command = [sys.executable, "-m", "cpaudit", "batch", str(folder), "--workers", "1", "--quiet"]
    start = perf_counter()
    subprocess.run([*command, "--format", "csv", "--output", str(output), "--force"], check=True)
    return perf_counter() - start


def largest_difference(output: Path, sheets: Path) -> tuple[float, int]:
    """The largest relative difference of any figure of any audit, and how many were compared."""
    with output.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    worst, count = 0.0, 0
    for row in rows:
        with (sheets / f"{Path(row['file']).stem}.csv").open(
            encoding="utf-8", newline=""
        ) as stream:
            [sheet] = csv.DictReader(stream)
        for name, column in COLUMNS.items():
            if name == "irr" and (not row[column] or sheet[name] == "none"):
                continue  # LibreOffice searches from one guess, and may find none
            ours, theirs = float(row[column]), float(sheet[name])
            worst = max(worst, abs(ours - theirs) / max(abs(ours), 1e-9))
            count += 1
    return worst, count


def main() -> None:
    """Write audits and workbooks, measure by turns, compare, print."""
    parser = argparse.ArgumentParser(description="Many audits, beside LibreOffice.")
    parser.add_argument("audits", nargs="?", type=int, default=200)
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    wanted = parser.parse_args()
    if shutil.which("soffice") is None:
        sys.exit("LibreOffice is not there: no `soffice` on the path")
    with TemporaryDirectory() as place:
        folder, books, sheets = (Path(place, name) for name in ("audits", "books", "sheets"))
        books.mkdir()
        paths = write(folder, wanted.audits)
        workbooks = [books / f"{path.stem}.xlsx" for path in paths]
        for path, workbook in zip(paths, workbooks, strict=True):
            Workbook(workbook, cpaudit.assess(cpaudit.load(path)))
        office, output = Office(Path(place)), Path(place, "out.csv")
        office.recalculate(workbooks[:1], sheets)  # makes the profile
        ours, theirs = [], []
        for _ in range(wanted.rounds):
            ours.append(assess(folder, output) / wanted.audits)
            start = office.recalculate(workbooks[:1], sheets)
            groups = [workbooks[at : at + GROUP] for at in range(0, wanted.audits, GROUP)]
            whole = sum(office.recalculate(group, sheets) for group in groups)
            theirs.append((whole - start * len(groups)) / (wanted.audits - len(groups)))
        worst, count = largest_difference(output, sheets)
    ratio = median(b / a for a, b in zip(ours, theirs, strict=True))
    print(f"{wanted.audits} audits of 20 options, {wanted.rounds} rounds, medians for one audit")
    print(f"LibreOffice, without its start   {1000 * median(theirs):9.2f} ms")
    print(f"cpaudit, with its start          {1000 * median(ours):9.2f} ms")
    print(f"cpaudit is {ratio:.1f} times as fast (target: 5, aiming at 10)")
    agrees = "agree" if worst <= TOLERANCE else "DIFFER"
    print(f"{count} figures {agrees}: the largest relative difference is {worst:.1e}")
    sys.exit(worst > TOLERANCE)


if __name__ == "__main__":
    main()
