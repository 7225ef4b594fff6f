"""How long `cpaudit select` takes for a fund's portfolio, beside reading and assessing the plants.

    python tests/benchmarks/selection.py [PLANTS [OPTIONS]]

Plants with options on shared streams are drawn with a fixed seed and written to a folder that is
removed afterwards. What counts is the ratio of choosing to reading and assessing in the same
process, and the gap that the solver proves.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import cpaudit

STREAMS = {
    "electricity": ("{amount: 7000 MWh, price: 1500 VND/kWh}", 7000),
    "coal": ("{kind: anthracite, amount: 1900 t, price: 2 million VND/t}", 1900),
    "water": ("{amount: 900000 m3, price: 7000 VND/m3}", 900000),
    "diesel": ("{amount: 21000 l, price: 13900 VND/l}", 21000),
}
BUDGET_SHARE = 0.3


def plant(number: int, options: int, draw: random.Random) -> tuple[str, int]:
    """The text of an audit file and the investment of all of its options in million VND."""
    lines = [
        "cpaudit: 1",
        f"plant: {{name: Plant {number}, country: VN, currency: VND, number_style: plain}}",
        "period: 2014",
        "resources:",
        *(f"  {name}: {text}" for name, (text, _) in STREAMS.items()),
        "options:",
    ]
    spent = 0
    for at in range(options):
        streams = draw.sample(list(STREAMS), draw.randint(1, 2))
        saves = ", ".join(f"{name}: {draw.randint(2, 25)} %" for name in streams)
        investment = draw.randint(50, 4000)
        spent += investment
        bound = ""
        if at and draw.random() < 0.2:
            bound = f", requires: [o{draw.randrange(at)}]"
        elif at and draw.random() < 0.2:
            bound = f", excludes: [o{draw.randrange(at)}]"
        lines.append(
            f"  - {{id: o{at}, saves: {{{saves}}}, investment: {investment} million VND, "
            f"operating_cost: {draw.randint(0, 40)} million VND, "
            f"lifetime: {draw.randint(4, 15)} yr{bound}}}"
        )
    packages = "packages: {first: [o0]}"
    finance = "finance: {discount_rate: 12 %, tax_rate: 20 %}"
    return "\n".join([*lines, packages, finance, ""]), spent


def main() -> None:
    """Draw the plants, assess them, choose, and print what it took."""
    parser = argparse.ArgumentParser(description="Selection over many plants.")
    parser.add_argument("plants", nargs="?", type=int, default=200)
    parser.add_argument("options", nargs="?", type=int, default=10)
    wanted = parser.parse_args()
    draw = random.Random(2008)
    with TemporaryDirectory() as folder:
        total = 0
        paths = []
        for number in range(wanted.plants):
            text, spent = plant(number, wanted.options, draw)
            total += spent
            paths.append(Path(folder) / f"plant-{number:03}.yaml")
            paths[-1].write_text(text, encoding="utf-8")
        start = perf_counter()
        assessments = [cpaudit.assess(cpaudit.load(path)) for path in paths]
        assessed = perf_counter()
    budget = f"{round(total * BUDGET_SHARE)} million VND"
    for objective in ("npv", "co2e"):
        begun = perf_counter()
        selection = cpaudit.select(assessments, budget=budget, maximise=objective)
        taken = perf_counter() - begun
        solution = selection.programme
        print(
            f"{wanted.plants * wanted.options} options in {wanted.plants} plants, {objective}: "
            f"{selection.number} chosen, optimal {solution.optimal}, gap {solution.gap:.2%}, "
            f"estimated {selection.estimated}, {selection.left.value / 1e6:.0f} of {budget} left"
        )
        reading = assessed - start
        print(f"  reading and assessing {reading:.2f} s, choosing {taken:.2f} s, "
              f"ratio {taken / reading:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
